/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * waymark_show_dialog:
 * @dialog: a dialog, with the default size that it likes best
 * @parent: (nullable): the window to stand in front of
 *
 * Shows a dialog in front of its window, and no wider than that. Only where @parent is narrower
 * than what @dialog needs at least does the dialog stick out.
 */
void waymark_show_dialog (GtkWindow *dialog, GtkWindow *parent);

G_END_DECLS
