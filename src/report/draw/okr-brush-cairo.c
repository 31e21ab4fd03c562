/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-brush-private.h"

typedef struct
{
  OkrBrush base;
  cairo_t *cr;
} CairoBrush;

static cairo_t *
get_cairo (OkrBrush *brush)
{
  return ((CairoBrush *) brush)->cr;
}

static void
move_to (OkrBrush *brush, double x, double y)
{
  cairo_move_to (get_cairo (brush), x, y);
}

static void
line_to (OkrBrush *brush, double x, double y)
{
  cairo_line_to (get_cairo (brush), x, y);
}

static void
curve_to (OkrBrush *brush, double x1, double y1, double x2, double y2, double x, double y)
{
  cairo_curve_to (get_cairo (brush), x1, y1, x2, y2, x, y);
}

static void
arc_to (OkrBrush *brush, double x, double y, double radius, double from, double to)
{
  cairo_arc (get_cairo (brush), x, y, radius, from, to);
}

static void
close_path (OkrBrush *brush)
{
  cairo_close_path (get_cairo (brush));
}

static void
set_color (cairo_t *cr, const OkrColor *color)
{
  cairo_set_source_rgba (cr, (double) color->red, (double) color->green, (double) color->blue,
                         (double) color->alpha);
}

static void
fill (OkrBrush *brush, const OkrColor *color)
{
  cairo_t *cr = get_cairo (brush);

  set_color (cr, color);
  cairo_fill (cr);
}

static void
stroke (OkrBrush *brush, const OkrColor *color, const OkrStroke *stroke)
{
  const double dashes[] = { stroke->dash, stroke->gap };
  cairo_t *cr = get_cairo (brush);

  set_color (cr, color);
  cairo_set_line_width (cr, stroke->width);
  cairo_set_line_cap (cr, stroke->is_round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, stroke->is_round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_dash (cr, dashes, stroke->dash > 0 ? 2 : 0, stroke->offset);
  cairo_stroke (cr);
}

static void
write_text (OkrBrush *brush, OkrTextRole role, const char *text, double x, double middle,
            double width, OkrTextAlign align, const OkrColor *color)
{
  cairo_t *cr = get_cairo (brush);
  PangoLayout *line = okr_fonts_get_line (brush->fonts, role, text, width);
  PangoRectangle extents;
  const double baseline = (double) pango_layout_get_baseline (line) / PANGO_SCALE;
  double left;

  pango_layout_get_extents (line, NULL, &extents);
  /* Text from right to left stands at the right of its layout. */
  left = x - (double) extents.x / PANGO_SCALE;
  if (align == OKR_TEXT_RIGHT)
    left += width - (double) extents.width / PANGO_SCALE;
  else if (align == OKR_TEXT_CENTER)
    left += (width - (double) extents.width / PANGO_SCALE) / 2;

  set_color (cr, color);
  cairo_move_to (cr, left, middle + okr_fonts_get_baseline (brush->fonts, role) - baseline);
  pango_cairo_show_layout (cr, line);
  cairo_new_path (cr);
}

static void
open_group (OkrBrush *brush, const char *id, const char *kind, const char *title)
{
  cairo_save (get_cairo (brush));
}

static void
end_group (OkrBrush *brush)
{
  cairo_restore (get_cairo (brush));
}

static void
translate (OkrBrush *brush, double x, double y)
{
  cairo_translate (get_cairo (brush), x, y);
}

static void
free_brush (OkrBrush *brush)
{
  cairo_destroy (get_cairo (brush));
  g_free (brush);
}

/**
 * okr_brush_new_for_cairo:
 * @cr: where to draw
 * @fonts: (nullable): what to write with, for as long as the brush lives
 *
 * Returns: (transfer full): a brush that draws on @cr
 */
OkrBrush *
okr_brush_new_for_cairo (cairo_t *cr, OkrFonts *fonts)
{
  static const OkrBrushMethods methods = {
    move_to, line_to,    curve_to,   arc_to,    close_path, fill,
    stroke,  write_text, open_group, end_group, translate,  free_brush,
  };
  CairoBrush *self;

  g_return_val_if_fail (cr != NULL, NULL);

  self = g_new0 (CairoBrush, 1);
  self->base.methods = &methods;
  self->base.fonts = fonts;
  self->cr = cairo_reference (cr);

  return &self->base;
}
