/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * waymark_realize_unseen_windows:
 *
 * Gives each window that was made but never shown its place on the accessibility bus.
 *
 * A screen reader counts the windows of a program and then asks for them one by one. When one went
 * meanwhile, GTK answers with the last of its list, seen or not, and follows a null pointer when
 * that has no place on the bus: the program crashes. GTK 4.8.3 does it, GTK 4.18.6 too, and no
 * release is known yet that does not; the way to try one is to ask it for the child 99 of its root.
 * So no window of ours may wait unseen and without a place when the main loop runs again.
 */
void waymark_realize_unseen_windows (void);

G_END_DECLS
