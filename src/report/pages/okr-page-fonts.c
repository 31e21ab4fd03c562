/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-page-fonts.h"

/* Texts are laid out at one size, and drawn at theirs: nothing is hinted, so that letters of
 * another size are the same letters. fontconfig matches and sorts all fonts of the system for each
 * font that it is asked for, which took as long for the six sizes of a page as reading a large
 * plan. */
#define LAYOUT_SIZE 10.0
#define LEAST_SIZE 7.0 /* that is still read on paper */

/* One family alone, and the resolution for the whole map: Pango measures each font once more in a
 * context of its own, and would search for it once more where that asks for something else. Where
 * the font is not there, the usual one without serifs stands in. */
#define FAMILY "Cantarell"
#define POINTS_PER_INCH 72

/* What every report says in its fonts, apart from letters. */
#define USUAL_SIGNS "0123456789\u202f% → · −"

static const struct
{
  double size;
  PangoWeight weight;
  PangoStyle style;
} fonts[OKR_N_PAGE_FONTS] = {
  [OKR_PAGE_TITLE] = { 18.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [OKR_PAGE_FIGURE] = { 16, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [OKR_PAGE_HEADING] = { 11, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [OKR_PAGE_SUBHEADING] = { 9.5, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [OKR_PAGE_BODY] = { 8.8, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
  [OKR_PAGE_BODY_BOLD] = { 8.8, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL },
  [OKR_PAGE_MOTTO] = { 10, PANGO_WEIGHT_NORMAL, PANGO_STYLE_OBLIQUE },
  [OKR_PAGE_CAPTION] = { 7.8, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL },
};

/* As long as it runs, and until its fonts are taken. */
static GThread *preparing;

/* What is printed has no pixels. */
static PangoContext *
create_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

static PangoFontDescription *
describe (OkrPageFont font)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (description, FAMILY);
  pango_font_description_set_weight (description, fonts[font].weight);
  pango_font_description_set_style (description, fonts[font].style);
  pango_font_description_set_absolute_size (description, LAYOUT_SIZE * PANGO_SCALE);

  return description;
}

static OkrPageFonts *
create_fonts (void)
{
  OkrPageFonts *self = g_new0 (OkrPageFonts, 1);

  /* Its own: pages may be laid out in a thread that is gone when they are drawn. */
  self->map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), POINTS_PER_INCH);
  self->context = create_context (self->map);
  self->scale = 1;
  for (guint i = 0; i < OKR_N_PAGE_FONTS; i++)
    self->descriptions[i] = describe ((OkrPageFont) i);

  return self;
}

/* Whoever lays out a text in a font finds the font, opens its file and measures it. */
static gpointer
create_loaded_fonts (gpointer data)
{
  static const OkrPageFont usual[] = { OKR_PAGE_BODY, OKR_PAGE_BODY_BOLD };
  OkrPageFonts *self = create_fonts ();
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);

  pango_layout_set_text (layout, USUAL_SIGNS, -1);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      pango_layout_set_font_description (layout, self->descriptions[usual[i]]);
      pango_layout_get_size (layout, NULL, NULL);
    }

  return self;
}

/**
 * okr_page_fonts_prepare:
 *
 * Begins, in a thread of its own, to find and open the fonts that every report has, for the next
 * one to call okr_page_fonts_take().
 */
void
okr_page_fonts_prepare (void)
{
  GThread *thread = g_thread_new ("page-fonts", create_loaded_fonts, NULL);

  if (!g_atomic_pointer_compare_and_exchange (&preparing, NULL, thread))
    okr_page_fonts_free (g_thread_join (thread));
}

/**
 * okr_page_fonts_take:
 *
 * Returns: (transfer full): those that were prepared, or new ones
 */
OkrPageFonts *
okr_page_fonts_take (void)
{
  GThread *thread = g_atomic_pointer_exchange (&preparing, NULL);

  return thread != NULL ? g_thread_join (thread) : create_fonts ();
}

/**
 * okr_page_fonts_drop:
 *
 * Frees fonts that were prepared and that nobody took.
 */
void
okr_page_fonts_drop (void)
{
  GThread *thread = g_atomic_pointer_exchange (&preparing, NULL);

  if (thread != NULL)
    okr_page_fonts_free (g_thread_join (thread));
}

/**
 * okr_page_fonts_get_unit:
 * @font: a font
 *
 * Returns: the points of paper that a unit of a layout in that font takes
 */
double
okr_page_fonts_get_unit (const OkrPageFonts *self, OkrPageFont font)
{
  g_return_val_if_fail (self != NULL && (guint) font < OKR_N_PAGE_FONTS, 0);

  return MAX (fonts[font].size * self->scale, LEAST_SIZE) / LAYOUT_SIZE / PANGO_SCALE;
}

/**
 * okr_page_fonts_show_line:
 * @font: the font that @line was laid out in
 * @line: a line
 * @cr: where to draw it
 * @x: where it begins
 * @baseline: where its letters stand
 */
void
okr_page_fonts_show_line (const OkrPageFonts *self, OkrPageFont font, PangoLayoutLine *line,
                          cairo_t *cr, double x, double baseline)
{
  const double scale = okr_page_fonts_get_unit (self, font) * PANGO_SCALE;
  cairo_matrix_t matrix;

  g_return_if_fail (line != NULL && cr != NULL);

  cairo_get_matrix (cr, &matrix);
  cairo_translate (cr, x, baseline);
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout_line (cr, line);
  cairo_new_path (cr);
  cairo_set_matrix (cr, &matrix);
}

/**
 * okr_page_fonts_free:
 * @self: (transfer full): fonts
 */
void
okr_page_fonts_free (OkrPageFonts *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < OKR_N_PAGE_FONTS; i++)
    pango_font_description_free (self->descriptions[i]);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self);
}
