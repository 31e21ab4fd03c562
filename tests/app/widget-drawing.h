/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

static inline GskRenderNode *
widget_drawing_dup_node (GtkWidget *widget, int width, int height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ 0, 0, width, height }, -1);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);

  return gtk_snapshot_to_node (snapshot);
}

/* Draws a widget at a size and says whether anything came out. */
static inline gboolean
widget_drawing_draw (GtkWidget *widget, int width, int height)
{
  GskRenderNode *node = widget_drawing_dup_node (widget, width, height);

  if (node == NULL)
    return FALSE;

  gsk_render_node_unref (node);

  return TRUE;
}

/* Whether a pixel, of which a half at least is covered, has a colour. */
static inline gboolean
widget_drawing_has_color (guint32 pixel, const GdkRGBA *color)
{
  const float alpha = (float) (pixel >> 24);
  const float parts[3] = { color->red, color->green, color->blue };

  if (alpha < 128)
    return FALSE;
  for (int i = 0; i < 3; i++)
    {
      const float part = (float) ((pixel >> (16 - 8 * i)) & 0xff) / alpha;

      if (part < parts[i] - 0.015f || part > parts[i] + 0.015f)
        return FALSE;
    }

  return TRUE;
}

/* Draws a widget at a size; @box is around all that has the colour. */
static inline gboolean
widget_drawing_find_color (GtkWidget *widget, int width, int height, const GdkRGBA *color,
                           GdkRectangle *box)
{
  GskRenderNode *node = widget_drawing_dup_node (widget, width, height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels = (gpointer) cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface) / (int) sizeof *pixels;
  gboolean found = FALSE;

  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (widget_drawing_has_color (pixels[y * stride + x], color))
        {
          const GdkRectangle pixel = { x, y, 1, 1 };

          gdk_rectangle_union (found ? box : &pixel, &pixel, box);
          found = TRUE;
        }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  gsk_render_node_unref (node);

  return found;
}

static inline void
widget_drawing_finish (GtkWidget *widget)
{
  g_object_ref_sink (widget);
  g_assert_finalize_object (widget);
}
