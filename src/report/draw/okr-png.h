/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OkrPngDraw:
 * @cr: where to draw, in the picture's own units from its upper left corner
 * @top: where the band that is seen begins
 * @height: of the band
 * @user_data: what okr_png_write() was given
 *
 * Draws a picture, of which a band is seen; the rest need not be drawn.
 */
typedef void (*OkrPngDraw) (cairo_t *cr, double top, double height, gpointer user_data);

GBytes *okr_png_write (double width, double height, double scale, OkrPngDraw draw,
                       gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
