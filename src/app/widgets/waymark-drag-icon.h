/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * waymark_drag_icon_show:
 * @drag: a drag that begins
 * @title: the title of what is dragged
 *
 * Lets a title follow the pointer, beside it, so that the place to drop at is seen.
 */
void waymark_drag_icon_show (GdkDrag *drag, const char *title);

G_END_DECLS
