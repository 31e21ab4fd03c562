/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the blocks of a page, and the outline of all pages. */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "okr-composer-private.h"
#include "okr-text-direction.h"
#include "okr-visible-text.h"

/* At most @width wide where that is above 0. */
static PangoLayout *
dup_layout (OkrComposer *self, const char *text, double width)
{
  g_autofree char *visible = okr_visible_text (text, OKR_VISIBLE_KEEP_ISOLATES);
  g_autofree char *isolated = okr_text_isolate (visible);
  const OkrCell cell = {
    .font = OKR_PAGE_CAPTION, .width = width, .is_shortened = width > 0, .text = isolated
  };

  return okr_composer_dup_layout (self, &cell);
}

/* From @x on, or up to it; returns how wide it is. */
static double
show (OkrComposer *self, cairo_t *cr, PangoLayout *layout, double x, double baseline,
      gboolean is_end)
{
  const OkrColor *color = &okr_palette_get_scene (OKR_PALETTE_LIGHT)->dim;
  const double unit = okr_page_fonts_get_unit (self->fonts, OKR_PAGE_CAPTION);
  PangoRectangle extents;
  double width;

  pango_layout_get_extents (layout, NULL, &extents);
  width = extents.width * unit;
  cairo_set_source_rgb (cr, (double) color->red, (double) color->green, (double) color->blue);
  okr_page_fonts_show_line (self->fonts, OKR_PAGE_CAPTION,
                            pango_layout_get_line_readonly (layout, 0), cr,
                            okr_composer_place_x (self, is_end ? x - width : x, width), baseline);

  return width;
}

/* What is wider than @most, where that is above 0, loses its middle. Returns how wide it is. */
double
okr_composer_draw_caption (OkrComposer *self, cairo_t *cr, const char *text, double x,
                           double baseline, double most)
{
  g_autoptr (PangoLayout) layout = dup_layout (self, text, most);

  return show (self, cr, layout, x, baseline, FALSE);
}

static double
draw_at_end (OkrComposer *self, cairo_t *cr, const char *text, double baseline, double most)
{
  g_autoptr (PangoLayout) layout = dup_layout (self, text, most);

  return show (self, cr, layout, okr_composer_get_width (self), baseline, TRUE);
}

static void
draw_footer (OkrComposer *self, guint page, cairo_t *cr)
{
  const double baseline = self->setup.height - self->setup.bottom - 4;
  /* Translators: the number of a page, of how many pages */
  g_autofree char *number = g_strdup_printf (_ ("%1$u / %2$u"), page + 1, self->pages->len);
  const double width = draw_at_end (self, cr, number, baseline, -1);

  okr_composer_draw_caption (self, cr, self->source, 0, baseline,
                             okr_composer_get_width (self) - width - OKR_PAGE_FOOTER_GAP);
  okr_legend_draw (self->legends->pdata[page], self, cr, baseline);
}

static void
draw_running_head (OkrComposer *self, cairo_t *cr, const char *left, const char *right)
{
  const double half = okr_composer_get_width (self) / 2 - OKR_PAGE_FOOTER_GAP;
  const double baseline = self->setup.top + 7;

  if (*left != '\0')
    okr_composer_draw_caption (self, cr, left, 0, baseline, half);
  draw_at_end (self, cr, right, baseline, half);
}

void
okr_composer_draw_margins (OkrComposer *self, guint page, cairo_t *cr, const char *left,
                           const char *right)
{
  draw_footer (self, page, cr);
  if (page > 0)
    draw_running_head (self, cr, left, right);
}

void
okr_composer_add_outline (OkrComposer *self, cairo_surface_t *surface)
{
  int parents[] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT,
                    CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT };

  for (guint page = 0; page < self->pages->len; page++)
    {
      const GArray *placed = self->pages->pdata[page];

      for (guint i = 0; i < placed->len; i++)
        {
          const OkrPlaced *at = &g_array_index (placed, OkrPlaced, i);
          const guint level = at->block->outline_level;
          g_autofree char *where = NULL;

          if (level == 0 || !at->is_first || level >= G_N_ELEMENTS (parents))
            continue;
          where = g_strdup_printf ("page=%u pos=[0 %d]", page + 1, (int) at->y);
          parents[level] =
              cairo_pdf_surface_add_outline (surface, parents[level - 1], at->block->outline, where,
                                             level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN
                                                        : (cairo_pdf_outline_flags_t) 0);
        }
    }
}
