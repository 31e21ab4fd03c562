/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "okr-brush-private.h"
#include "okr-text-direction.h"

typedef struct
{
  OkrBrush base;
  GString *text;
  GString *path;
  GHashTable *ids;
  const OkrBrushVariable *variables;
  gsize n_variables;
} SvgBrush;

static SvgBrush *
get_svg (OkrBrush *brush)
{
  return (SvgBrush *) brush;
}

/* With at most two decimals, and the same in every locale. */
static void
append_number (GString *string, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  for (gsize i = strlen (buffer) - 1; buffer[i] == '0' || buffer[i] == '.'; i--)
    {
      const gboolean is_point = buffer[i] == '.';

      buffer[i] = '\0';
      if (is_point)
        break;
    }
  g_string_append (string, g_str_equal (buffer, "-0") ? "0" : buffer);
}

/* Attributes and texts; what XML has no place for is left out. */
static void
append_escaped (GString *string, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      switch (c)
        {
        case '&':
          g_string_append (string, "&amp;");
          break;
        case '<':
          g_string_append (string, "&lt;");
          break;
        case '>':
          g_string_append (string, "&gt;");
          break;
        case '"':
          g_string_append (string, "&quot;");
          break;
        default:
          if (c == '\n' || c == '\t')
            g_string_append_c (string, ' ');
          else if (c >= 0x20 && c != 0xfffe && c != 0xffff && (c < 0x7f || c > 0x9f))
            g_string_append_unichar (string, c);
          break;
        }
    }
}

static void
append_attribute (GString *string, const char *name, double number)
{
  g_string_append_printf (string, " %s=\"", name);
  append_number (string, number);
  g_string_append_c (string, '"');
}

/* Written in exactly these shades by whoever chose the colours. */
static gboolean
is_same_shade (const OkrColor *one, const OkrColor *other)
{
  return memcmp (&one->red, &other->red, sizeof one->red) == 0 &&
         memcmp (&one->green, &other->green, sizeof one->green) == 0 &&
         memcmp (&one->blue, &other->blue, sizeof one->blue) == 0;
}

static char *
dup_paint (const SvgBrush *self, const OkrColor *color)
{
  for (gsize i = 0; i < self->n_variables; i++)
    if (is_same_shade (&self->variables[i].color, color))
      return g_strdup_printf ("var(--%s)", self->variables[i].name);

  return g_strdup_printf ("#%02x%02x%02x", (guint) lroundf (color->red * 255),
                          (guint) lroundf (color->green * 255),
                          (guint) lroundf (color->blue * 255));
}

static void
append_color (SvgBrush *self, const char *name, const OkrColor *color)
{
  g_autofree char *paint = dup_paint (self, color);

  g_string_append_printf (self->text, " %s=\"%s\"", name, paint);
  if (color->alpha < 1)
    {
      g_string_append_printf (self->text, " %s-opacity=\"", name);
      append_number (self->text, (double) color->alpha);
      g_string_append_c (self->text, '"');
    }
}

static void
append_point (GString *path, double x, double y)
{
  append_number (path, x);
  g_string_append_c (path, ' ');
  append_number (path, y);
}

static void
move_to (OkrBrush *brush, double x, double y)
{
  g_string_append_c (get_svg (brush)->path, 'M');
  append_point (get_svg (brush)->path, x, y);
}

static void
line_to (OkrBrush *brush, double x, double y)
{
  g_string_append_c (get_svg (brush)->path, 'L');
  append_point (get_svg (brush)->path, x, y);
}

static void
curve_to (OkrBrush *brush, double x1, double y1, double x2, double y2, double x, double y)
{
  GString *path = get_svg (brush)->path;

  g_string_append_c (path, 'C');
  append_point (path, x1, y1);
  g_string_append_c (path, ' ');
  append_point (path, x2, y2);
  g_string_append_c (path, ' ');
  append_point (path, x, y);
}

static void
arc_to (OkrBrush *brush, double x, double y, double radius, double from, double to)
{
  GString *path = get_svg (brush)->path;

  if (path->len == 0)
    move_to (brush, x + radius * cos (from), y + radius * sin (from));
  g_string_append_c (path, 'A');
  append_point (path, radius, radius);
  g_string_append_printf (path, " 0 %d 1 ", to - from > G_PI + 1e-9 ? 1 : 0);
  append_point (path, x + radius * cos (to), y + radius * sin (to));
}

static void
close_path (OkrBrush *brush)
{
  g_string_append_c (get_svg (brush)->path, 'Z');
}

static void
start_path (SvgBrush *self)
{
  g_string_append_printf (self->text, "<path d=\"%s\"", self->path->str);
  g_string_truncate (self->path, 0);
}

static void
fill (OkrBrush *brush, const OkrColor *color)
{
  SvgBrush *self = get_svg (brush);

  start_path (self);
  append_color (self, "fill", color);
  g_string_append (self->text, "/>\n");
}

static void
stroke (OkrBrush *brush, const OkrColor *color, const OkrStroke *stroke)
{
  SvgBrush *self = get_svg (brush);

  start_path (self);
  g_string_append (self->text, " fill=\"none\"");
  append_color (self, "stroke", color);
  append_attribute (self->text, "stroke-width", stroke->width);
  if (stroke->dash > 0)
    {
      g_string_append (self->text, " stroke-dasharray=\"");
      append_point (self->text, stroke->dash, stroke->gap);
      g_string_append_c (self->text, '"');
    }
  if (stroke->is_round)
    g_string_append (self->text, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
  g_string_append (self->text, "/>\n");
}

/* Where the reader has another font, a text that nearly fills its room is squeezed into it. */
static void
append_length (SvgBrush *self, OkrTextRole role, const char *text, double width)
{
  const double length = okr_fonts_get_width (self->base.fonts, role, text);

  if (length < width * 0.85)
    return;
  append_attribute (self->text, "textLength", length);
  g_string_append (self->text, " lengthAdjust=\"spacingAndGlyphs\"");
}

static void
write_text (OkrBrush *brush, OkrTextRole role, const char *text, double x, double middle,
            double width, OkrTextAlign align, const OkrColor *color)
{
  static const char *const anchors[] = {
    [OKR_TEXT_CENTER] = "middle",
    [OKR_TEXT_LEFT] = "start",
    [OKR_TEXT_RIGHT] = "end",
  };
  SvgBrush *self = get_svg (brush);
  const gboolean is_rtl = okr_text_is_rtl (text);
  g_autofree char *fitting = okr_fonts_fit (brush->fonts, role, text, width);

  g_string_append (self->text, "<text");
  append_attribute (self->text, "x",
                    align == OKR_TEXT_LEFT    ? x
                    : align == OKR_TEXT_RIGHT ? x + width
                                              : x + width / 2);
  append_attribute (self->text, "y", middle + okr_fonts_get_baseline (brush->fonts, role));
  append_attribute (self->text, "font-size", okr_fonts_get_size (role));
  if (okr_fonts_get_weight (role) >= PANGO_WEIGHT_BOLD)
    g_string_append (self->text, " font-weight=\"bold\"");
  /* Start and end are those of the text's own direction. */
  if (is_rtl && align != OKR_TEXT_CENTER)
    align = align == OKR_TEXT_LEFT ? OKR_TEXT_RIGHT : OKR_TEXT_LEFT;
  if (align != OKR_TEXT_LEFT)
    g_string_append_printf (self->text, " text-anchor=\"%s\"", anchors[align]);
  if (is_rtl)
    g_string_append (self->text, " direction=\"rtl\"");
  append_color (self, "fill", color);
  append_length (self, role, fitting, width);
  g_string_append_c (self->text, '>');
  append_escaped (self->text, fitting);
  g_string_append (self->text, "</text>\n");
}

static void
open_group (OkrBrush *brush, const char *id, const char *kind, const char *title)
{
  SvgBrush *self = get_svg (brush);

  g_string_append (self->text, "<g");
  if (id != NULL && g_hash_table_add (self->ids, g_strdup (id)))
    {
      g_string_append (self->text, " id=\"");
      append_escaped (self->text, id);
      g_string_append_c (self->text, '"');
    }
  if (kind != NULL)
    g_string_append_printf (self->text, " class=\"%s\"", kind);
  g_string_append (self->text, ">\n");
  if (title != NULL)
    {
      g_string_append (self->text, "<title>");
      append_escaped (self->text, title);
      g_string_append (self->text, "</title>\n");
    }
}

static void
end_group (OkrBrush *brush)
{
  g_string_append (get_svg (brush)->text, "</g>\n");
}

/* An element of its own would have to be closed: it goes into the group that has just begun. */
static void
translate (OkrBrush *brush, double x, double y)
{
  GString *text = get_svg (brush)->text;

  g_return_if_fail (g_str_has_suffix (text->str, "<g>\n"));

  g_string_truncate (text, text->len - strlen (">\n"));
  g_string_append (text, " transform=\"translate(");
  append_point (text, x, y);
  g_string_append (text, ")\">\n");
}

static void
free_brush (OkrBrush *brush)
{
  SvgBrush *self = get_svg (brush);

  g_string_free (self->text, TRUE);
  g_string_free (self->path, TRUE);
  g_hash_table_unref (self->ids);
  g_free (self);
}

/**
 * okr_brush_new_for_svg:
 * @fonts: what to measure texts with, for as long as the brush lives
 *
 * Returns: (transfer full): a brush that writes an SVG document with real text, see
 *   okr_brush_finish_svg()
 */
OkrBrush *
okr_brush_new_for_svg (OkrFonts *fonts)
{
  static const OkrBrushMethods methods = {
    move_to, line_to,    curve_to,   arc_to,    close_path, fill,
    stroke,  write_text, open_group, end_group, translate,  free_brush,
  };
  SvgBrush *self;

  g_return_val_if_fail (fonts != NULL, NULL);

  self = g_new0 (SvgBrush, 1);
  self->base.methods = &methods;
  self->base.fonts = fonts;
  self->base.has_groups = TRUE;
  self->text = g_string_new (NULL);
  self->path = g_string_new (NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return &self->base;
}

/**
 * okr_brush_new_for_html:
 * @fonts: what to measure texts with, for as long as the brush lives
 * @variables: (array length=n_variables): the colours that a style sheet knows, for as long, too
 * @n_variables: how many there are
 *
 * Returns: (transfer full): a brush that writes a picture into a page of HTML, whose style says
 *   what its colours are in the light, in the dark and on paper, see okr_brush_finish_html()
 */
OkrBrush *
okr_brush_new_for_html (OkrFonts *fonts, const OkrBrushVariable *variables, gsize n_variables)
{
  OkrBrush *brush = okr_brush_new_for_svg (fonts);

  g_return_val_if_fail (brush != NULL && variables != NULL, brush);

  get_svg (brush)->variables = variables;
  get_svg (brush)->n_variables = n_variables;

  return brush;
}

static void
append_content (GString *out, SvgBrush *self, const char *title, const char *description)
{
  g_string_append (out, "<title>");
  append_escaped (out, title);
  g_string_append (out, "</title>\n<desc>");
  append_escaped (out, description);
  g_string_append (out, "</desc>\n");
  g_string_append_len (out, self->text->str, (gssize) self->text->len);
  g_string_append (out, "</svg>\n");
}

static void
append_size (GString *out, double width, double height)
{
  append_attribute (out, "width", width);
  append_attribute (out, "height", height);
  g_string_append (out, " viewBox=\"0 0 ");
  append_point (out, width, height);
  g_string_append_c (out, '"');
}

/**
 * okr_brush_finish_html:
 * @self: a brush that was made for HTML
 * @width: of the picture
 * @height: of the picture
 * @class: of the element
 * @title: what it is
 * @description: what it shows, in a sentence
 *
 * Returns: (transfer full): the element
 */
char *
okr_brush_finish_html (OkrBrush *self, double width, double height, const char *class,
                       const char *title, const char *description)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "<svg class=\"%s\"", class);
  append_size (out, width, height);
  g_string_append (out, " role=\"img\">\n");
  append_content (out, get_svg (self), title, description);

  return g_string_free (out, FALSE);
}

/**
 * okr_brush_finish_html_sample:
 * @self: a brush that was made for HTML
 * @width: of the picture
 * @height: of the picture
 * @class: of the element
 *
 * Returns: (transfer full): an element beside words that say all of it
 */
char *
okr_brush_finish_html_sample (OkrBrush *self, double width, double height, const char *class)
{
  GString *out = g_string_new (NULL);
  const GString *text = get_svg (self)->text;

  g_string_append_printf (out, "<svg class=\"%s\"", class);
  append_size (out, width, height);
  g_string_append (out, " aria-hidden=\"true\">\n");
  g_string_append_len (out, text->str, (gssize) text->len);
  g_string_append (out, "</svg>");

  return g_string_free (out, FALSE);
}

/**
 * okr_brush_finish_svg:
 * @self: a brush that was made for SVG
 * @width: of the picture
 * @height: of the picture
 * @title: of the document
 * @description: what it shows, in a sentence
 *
 * Returns: (transfer full): the whole document
 */
char *
okr_brush_finish_svg (OkrBrush *self, double width, double height, const char *title,
                      const char *description)
{
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<svg xmlns=\"http://www.w3.org/2000/svg\"");

  append_size (out, width, height);
  g_string_append (out, " role=\"img\" font-family=\"");
  append_escaped (out, okr_fonts_get_family (self->fonts));
  g_string_append (out, ", sans-serif\" style=\"font-variant-numeric:tabular-nums\">\n");
  append_content (out, get_svg (self), title, description);

  return g_string_free (out, FALSE);
}
