/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the blocks of a page, and the outline of all pages. */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "okr-composer-private.h"
#include "okr-visible-text.h"

#define MARK_SIZE 4.6
#define MARK_ROOM 7.0
#define TICK_ROOM 5.0
#define ITEM_GAP 8.0
#define MIDDLE 2.8

static const OkrStatus legend[] = { OKR_STATUS_ON_TRACK, OKR_STATUS_BEHIND, OKR_STATUS_AT_RISK };

typedef struct
{
  OkrComposer *composer;
  cairo_t *cr;
  OkrBrush *brush;
  double x; /* from where reading begins */
  double end;
  double baseline;
} Line;

/* At most @width wide where that is above 0. */
static PangoLayout *
dup_layout (const Line *line, const char *text, double width)
{
  g_autofree char *visible = okr_visible_text (text, OKR_VISIBLE_ONE_LINE);
  const OkrCell cell = {
    .font = OKR_PAGE_CAPTION, .width = width, .is_shortened = width > 0, .text = visible
  };

  return okr_composer_dup_layout (line->composer, &cell);
}

static void
show (const Line *line, PangoLayout *layout, double x, double width)
{
  const OkrColor *color = &okr_palette_get_scene (OKR_PALETTE_LIGHT)->dim;
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  cairo_set_source_rgb (line->cr, (double) color->red, (double) color->green, (double) color->blue);
  cairo_move_to (line->cr,
                 okr_composer_place_x (line->composer, x, width) - (double) extents.x / PANGO_SCALE,
                 line->baseline - (double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  pango_cairo_show_layout (line->cr, layout);
}

static double
get_width (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);

  return (double) extents.width / PANGO_SCALE;
}

static void
put_text (Line *line, const char *text, double most)
{
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  if (text == NULL || *text == '\0')
    return;
  layout = dup_layout (line, text, most);
  width = get_width (layout);
  show (line, layout, line->x, width);
  line->x += width;
}

static void
put_at_end (Line *line, const char *text)
{
  g_autoptr (PangoLayout) layout = dup_layout (line, text, -1);
  const double width = get_width (layout);

  line->end -= width;
  show (line, layout, line->end, width);
  line->end -= ITEM_GAP;
}

static void
put_tick (Line *line)
{
  const double x = okr_composer_place_x (line->composer, line->x, MARK_SIZE / 2);
  const OkrColor *color = &okr_palette_get_scene (OKR_PALETTE_LIGHT)->text;

  okr_brush_rect (line->brush, x, line->baseline - MIDDLE - 4.5, 1.4, 9, 0);
  okr_brush_fill (line->brush, color);
  line->x += TICK_ROOM;
}

static void
put_mark (Line *line, OkrStatus status)
{
  okr_mark_status (line->brush, status, okr_composer_place_x (line->composer, line->x, MARK_SIZE),
                   line->baseline - MIDDLE - MARK_SIZE / 2, MARK_SIZE,
                   &okr_palette_get_status (OKR_PALETTE_LIGHT, status)->text);
  line->x += MARK_ROOM;
}

static double
measure_legend (OkrComposer *self)
{
  double width = MARK_ROOM / 2 + okr_composer_measure (self, OKR_PAGE_CAPTION,
                                                       _ ("marks the progress expected today"));

  for (guint i = 0; i < G_N_ELEMENTS (legend); i++)
    width += ITEM_GAP + MARK_ROOM +
             okr_composer_measure (self, OKR_PAGE_CAPTION, okr_status_get_label (legend[i]));

  return width;
}

static void
put_legend (Line *line)
{
  put_tick (line);
  /* Translators: after the sign | */
  put_text (line, _ ("marks the progress expected today"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (legend); i++)
    {
      line->x += ITEM_GAP;
      put_mark (line, legend[i]);
      put_text (line, okr_status_get_label (legend[i]), -1);
    }
}

/* Where there is little room, the name of the file goes before the legend does. */
static void
draw_footer (Line *line, guint page, const char *file_name)
{
  const double legend_width = measure_legend (line->composer);
  /* Translators: the number of a page, of how many pages */
  g_autofree char *number =
      g_strdup_printf (_ ("%1$u / %2$u"), page + 1, line->composer->pages->len);
  double room;

  put_at_end (line, number);
  room = line->end - legend_width - ITEM_GAP;
  if (room > 60)
    {
      /* Translators: the name of the program and of a file */
      g_autofree char *source = *file_name != '\0' ? g_strdup_printf (_ ("Waymark · %s"), file_name)
                                                   : g_strdup ("Waymark");

      put_text (line, source, room);
      line->x += ITEM_GAP;
    }
  if (line->end - line->x >= legend_width)
    put_legend (line);
}

static void
draw_running_head (Line *line, const char *left, const char *right)
{
  const double half = line->end / 2 - ITEM_GAP;
  g_autoptr (PangoLayout) layout = dup_layout (line, right, half);
  const double width = get_width (layout);

  put_text (line, left, half);
  show (line, layout, line->end - width, width);
}

void
okr_composer_draw_margins (OkrComposer *self, guint page, cairo_t *cr, const char *left,
                           const char *right, const char *file_name)
{
  g_autoptr (OkrBrush) brush = okr_brush_new_for_cairo (cr, NULL);
  Line line = { self, cr, brush };

  line.end = okr_composer_get_width (self);
  line.baseline = self->setup.height - self->setup.bottom - 4;
  draw_footer (&line, page, file_name);
  if (page == 0)
    return;
  line.x = 0;
  line.end = okr_composer_get_width (self);
  line.baseline = self->setup.top + 7;
  draw_running_head (&line, left, right);
}

void
okr_composer_add_outline (OkrComposer *self, cairo_surface_t *surface)
{
  int parents[] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT,
                    CAIRO_PDF_OUTLINE_ROOT };

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
