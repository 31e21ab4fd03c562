/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the signs on the pages mean: those that there are, and no others. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-chart.h"
#include "okr-composer-private.h"
#include "okr-progress-geometry.h"

#define MARK_SIZE 4.6
#define MARK_ROOM 7.0
#define TICK_HEIGHT 9.0
#define TICK_WIDTH 1.4
#define TICK_ROOM 6.0
#define ARROW 2.4
#define ARROW_ROOM 5.5
#define CHART_WIDTH 14.0
#define CHART_GAP 3.5
#define UPRIGHT_WIDTH 4.0
#define LINE 11.5
/* How far above the baseline the middle of small letters is. */
#define MIDDLE 2.8
/* Of what is between the margins: on paper for labels, a legend would leave no room. */
#define MOST_OF_PAGE 0.2
/* Nobody knows how many pages there will be before the legend has its place. */
#define LONGEST_NUMBER "000 / 000"

typedef enum
{
  SIGN_STATUS,
  SIGN_TICK,
  SIGN_OVER,
  SIGN_UNDER,
  SIGN_CHART,
} Sign;

/* @what is the status or the part of a chart. */
typedef struct
{
  Sign sign;
  guint what;
  const char *label;
  double x;
  double width;
  guint line;
} Entry;

/* In the order in which they are explained. */
static const Entry signs[] = {
  { SIGN_STATUS, OKR_STATUS_ACHIEVED },
  { SIGN_STATUS, OKR_STATUS_ON_TRACK },
  { SIGN_STATUS, OKR_STATUS_BEHIND },
  { SIGN_STATUS, OKR_STATUS_AT_RISK },
  { SIGN_STATUS, OKR_STATUS_NO_DATA },
  { SIGN_STATUS, OKR_STATUS_NOT_COUNTED },
  /* Translators: after the sign | */
  { SIGN_TICK, 0, N_ ("marks the progress expected today") },
  /* Translators: after an arrow at the end of a progress bar */
  { SIGN_OVER, 0, N_ ("More than 100 %") },
  /* Translators: after an arrow at the beginning of a progress bar */
  { SIGN_UNDER, 0, N_ ("Below the start") },
  { SIGN_CHART, OKR_CHART_VALUES, N_ ("Check-ins") },
  /* Translators: after a line of long dashes in a chart */
  { SIGN_CHART, OKR_CHART_EXPECTED, N_ ("Expected course") },
  /* Translators: after a line of short dashes in a chart */
  { SIGN_CHART, OKR_CHART_AGREED, N_ ("Target as agreed") },
  /* Translators: after a shade in a chart */
  { SIGN_CHART, OKR_CHART_BAND, N_ ("Wanted range") },
  { SIGN_CHART, OKR_CHART_TODAY, N_ ("Today") },
  /* Translators: after a small flag in a chart */
  { SIGN_CHART, OKR_CHART_FLAGS, N_ ("An initiative is due") },
};

typedef struct
{
  guint statuses; /* a bit for each */
  gboolean has[SIGN_CHART];
  OkrChartParts chart;
} Found;

static void
look_at_bar (Found *found, const OkrCell *cell)
{
  OkrProgressGeometry g;

  okr_progress_geometry (&g, cell->progress, cell->expected, cell->width, FALSE);
  found->has[SIGN_TICK] |= !isnan (g.tick);
  found->has[SIGN_OVER] |= g.is_over;
  found->has[SIGN_UNDER] |= g.is_under;
}

static void
look_at (Found *found, const OkrCell *cell)
{
  switch (cell->kind)
    {
    case OKR_CELL_STATUS:
    case OKR_CELL_MARK:
      found->statuses |= 1u << cell->status;
      break;
    case OKR_CELL_BAR:
      look_at_bar (found, cell);
      break;
    case OKR_CELL_CHART:
      found->chart |= okr_chart_list_parts (cell->series);
      break;
    case OKR_CELL_TEXT:
    case OKR_CELL_BOX:
    case OKR_CELL_LINE:
    default:
      break;
    }
}

static gboolean
is_found (const Found *found, const Entry *entry)
{
  if (entry->sign == SIGN_STATUS)
    return (found->statuses & (1u << entry->what)) != 0;
  if (entry->sign == SIGN_CHART)
    return ((guint) found->chart & entry->what) != 0;

  return found->has[entry->sign];
}

static double
get_chart_width (guint part)
{
  return part == OKR_CHART_TODAY || part == OKR_CHART_FLAGS ? UPRIGHT_WIDTH : CHART_WIDTH;
}

static double
get_room (const Entry *entry)
{
  switch (entry->sign)
    {
    case SIGN_TICK:
      return TICK_ROOM;
    case SIGN_OVER:
    case SIGN_UNDER:
      return ARROW_ROOM;
    case SIGN_CHART:
      return get_chart_width (entry->what) + CHART_GAP;
    case SIGN_STATUS:
    default:
      return MARK_ROOM;
    }
}

/* Blocks that repeat the head of a section have signs that the section has, too. */
static void
gather (OkrComposer *self)
{
  Found found = { 0 };

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const OkrBlock *block = self->blocks->pdata[i];

      for (guint k = 0; k < block->cells->len; k++)
        look_at (&found, &g_array_index (block->cells, OkrCell, k));
    }
  self->legend = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      Entry entry = signs[i];

      if (!is_found (&found, &entry))
        continue;
      entry.label =
          entry.label != NULL ? _ (entry.label) : okr_status_get_label ((OkrStatus) entry.what);
      entry.width = get_room (&entry) + okr_composer_measure (self, OKR_PAGE_CAPTION, entry.label);
      g_array_append_val (self->legend, entry);
    }
}

/* Returns how many lines it takes from @x on. */
static guint
place (OkrComposer *self, double x, double width)
{
  guint line = 0;

  for (guint i = 0; i < self->legend->len; i++)
    {
      Entry *entry = &g_array_index (self->legend, Entry, i);

      if (i > 0 && x + entry->width > width)
        {
          x = 0;
          line++;
        }
      entry->x = x;
      entry->line = line;
      x += entry->width + OKR_PAGE_FOOTER_GAP;
    }

  return line + 1;
}

/* Beside the name of the file where there is room for all of it, else in lines of its own. */
void
okr_composer_lay_legend (OkrComposer *self)
{
  const double width = okr_composer_get_width (self);
  const double height = self->setup.height - self->setup.top - self->setup.bottom;
  const double number = okr_composer_measure (self, OKR_PAGE_CAPTION, LONGEST_NUMBER);
  const double source = okr_composer_measure (self, OKR_PAGE_CAPTION, self->source);

  gather (self);
  self->n_legend_lines = 0;
  if (self->legend->len == 0 ||
      place (self, source + OKR_PAGE_FOOTER_GAP, width - number - OKR_PAGE_FOOTER_GAP) == 1)
    return;
  self->n_legend_lines = place (self, 0, width);
  if (self->n_legend_lines * LINE <= height * MOST_OF_PAGE)
    return;
  self->n_legend_lines = 0;
  g_array_set_size (self->legend, 0);
}

double
okr_composer_get_footer (const OkrComposer *self)
{
  return OKR_PAGE_FOOTER + self->n_legend_lines * LINE;
}

static void
draw_arrow (OkrBrush *brush, double x, double middle, gboolean to_right)
{
  okr_brush_move (brush, to_right ? x + ARROW : x, middle);
  okr_brush_line (brush, to_right ? x : x + ARROW, middle - ARROW);
  okr_brush_line (brush, to_right ? x : x + ARROW, middle + ARROW);
  okr_brush_close (brush);
  okr_brush_fill (brush, &okr_palette_get_scene (OKR_PALETTE_LIGHT)->text);
}

static void
draw_chart_part (cairo_t *cr, OkrBrush *brush, OkrChartParts part, double x, double middle)
{
  const OkrChartLook look = okr_composer_get_chart_look ();

  cairo_save (cr);
  cairo_translate (cr, x, middle);
  cairo_scale (cr, OKR_PAGE_CHART_SCALE, OKR_PAGE_CHART_SCALE);
  okr_chart_draw_sample (brush, &look, part, get_chart_width (part) / OKR_PAGE_CHART_SCALE);
  cairo_restore (cr);
}

static void
draw_sign (OkrComposer *self, const Entry *entry, cairo_t *cr, OkrBrush *brush, double middle)
{
  const OkrColor *color = &okr_palette_get_scene (OKR_PALETTE_LIGHT)->text;

  switch (entry->sign)
    {
    case SIGN_TICK:
      okr_brush_rect (brush, okr_composer_place_x (self, entry->x + 1, TICK_WIDTH),
                      middle - TICK_HEIGHT / 2, TICK_WIDTH, TICK_HEIGHT, 0);
      okr_brush_fill (brush, color);
      break;
    case SIGN_OVER:
    case SIGN_UNDER:
      draw_arrow (brush, okr_composer_place_x (self, entry->x, ARROW), middle,
                  (entry->sign == SIGN_OVER) != self->is_mirrored);
      break;
    case SIGN_CHART:
      draw_chart_part (cr, brush, (OkrChartParts) entry->what,
                       okr_composer_place_x (self, entry->x, get_chart_width (entry->what)),
                       middle);
      break;
    case SIGN_STATUS:
    default:
      okr_mark_status (brush, (OkrStatus) entry->what,
                       okr_composer_place_x (self, entry->x, MARK_SIZE), middle - MARK_SIZE / 2,
                       MARK_SIZE,
                       &okr_palette_get_status (OKR_PALETTE_LIGHT, (OkrStatus) entry->what)->text);
      break;
    }
}

/* @baseline: of the page's last line */
void
okr_composer_draw_legend (OkrComposer *self, cairo_t *cr, OkrBrush *brush, double baseline)
{
  const double width = okr_composer_get_width (self);

  for (guint i = 0; i < self->legend->len; i++)
    {
      const Entry *entry = &g_array_index (self->legend, Entry, i);
      const double y =
          baseline - (self->n_legend_lines - MIN (entry->line, self->n_legend_lines)) * LINE;

      draw_sign (self, entry, cr, brush, y - MIDDLE);
      okr_composer_draw_caption (self, cr, entry->label, entry->x + get_room (entry), y,
                                 entry->width <= width ? -1 : width - get_room (entry));
    }
}
