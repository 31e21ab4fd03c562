/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OkrPngPaint:
 * @first: the first row to paint
 * @n_rows: how many
 * @stride: bytes from one row of @pixels to the next
 * @pixels: to be filled, four bytes each, as in %CAIRO_FORMAT_RGB24
 * @user_data: what okr_png_write() was given
 *
 * Paints a band of a picture.
 *
 * Returns: whether it could
 */
typedef gboolean (*OkrPngPaint) (guint first, guint n_rows, guint stride, guint8 *pixels,
                                 gpointer user_data, GError **error);

GBytes *okr_png_write (guint width, guint height, OkrPngPaint paint, gpointer user_data,
                       GCancellable *cancellable, GError **error);

G_END_DECLS
