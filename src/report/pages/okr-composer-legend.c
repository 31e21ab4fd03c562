/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the signs on a page mean: those that it has, and no others. */
#include "config.h"

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
  SIGN_BAR,
  SIGN_CHART,
} Sign;

/* @what is the status, the part of a bar, or the part of a chart. */
typedef struct
{
  Sign sign;
  guint what;
  const char *label;
  double x;
  double width;
  guint line;
} Entry;

struct _OkrLegend
{
  GArray *entries;
  guint n_lines; /* above the last line of the page */
};

/* In the order in which they are explained; then come the parts of charts. */
static const Entry signs[] = {
  { SIGN_STATUS, OKR_STATUS_ACHIEVED },  { SIGN_STATUS, OKR_STATUS_ON_TRACK },
  { SIGN_STATUS, OKR_STATUS_BEHIND },    { SIGN_STATUS, OKR_STATUS_AT_RISK },
  { SIGN_STATUS, OKR_STATUS_NO_DATA },   { SIGN_STATUS, OKR_STATUS_NOT_COUNTED },
  { SIGN_BAR, OKR_PROGRESS_SIGN_TICK },  { SIGN_BAR, OKR_PROGRESS_SIGN_OVER },
  { SIGN_BAR, OKR_PROGRESS_SIGN_UNDER },
};

typedef struct
{
  guint statuses; /* a bit for each */
  guint bars;
  OkrChartParts chart;
} Found;

static void
look_at_bar (Found *found, const OkrCell *cell)
{
  OkrProgressGeometry g;

  okr_progress_geometry (&g, cell->progress, cell->expected, cell->width, FALSE);
  found->bars |= okr_progress_geometry_list_signs (&g);
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
  const guint seen = entry->sign == SIGN_STATUS ? found->statuses : found->bars;

  return (seen & (1u << entry->what)) != 0;
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
    case SIGN_BAR:
      return entry->what == OKR_PROGRESS_SIGN_TICK ? TICK_ROOM : ARROW_ROOM;
    case SIGN_CHART:
      return get_chart_width (entry->what) + CHART_GAP;
    case SIGN_STATUS:
    default:
      return MARK_ROOM;
    }
}

static void
look_at_block (Found *found, const OkrBlock *block)
{
  for (guint i = 0; i < block->cells->len; i++)
    look_at (found, &g_array_index (block->cells, OkrCell, i));
}

static void
add_entry (GArray *entries, OkrComposer *composer, Entry entry, const char *label)
{
  entry.label = label;
  entry.width = get_room (&entry) + okr_composer_measure (composer, OKR_PAGE_CAPTION, label);
  g_array_append_val (entries, entry);
}

static GArray *
list_entries (OkrComposer *composer, const Found *found)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (is_found (found, &signs[i]))
      add_entry (entries, composer, signs[i],
                 signs[i].sign == SIGN_STATUS
                     ? okr_status_get_label ((OkrStatus) signs[i].what)
                     : okr_progress_sign_get_label ((OkrProgressSign) signs[i].what));
  for (guint i = 0; i < OKR_CHART_N_PARTS; i++)
    {
      const OkrChartParts part = (OkrChartParts) (1u << i);

      if ((found->chart & part) != 0)
        add_entry (entries, composer, (Entry){ SIGN_CHART, part }, okr_chart_part_get_label (part));
    }

  return entries;
}

/* Returns how many lines it takes from @x on. */
static guint
place (GArray *entries, double x, double width)
{
  guint line = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

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
static OkrLegend *
create (OkrComposer *composer, const Found *found)
{
  const OkrPageSetup *setup = &composer->setup;
  const double width = okr_composer_get_width (composer);
  const double height = setup->height - setup->top - setup->bottom;
  const double number = okr_composer_measure (composer, OKR_PAGE_CAPTION, LONGEST_NUMBER);
  const double source = okr_composer_measure (composer, OKR_PAGE_CAPTION, composer->source);
  OkrLegend *self = g_new0 (OkrLegend, 1);

  self->entries = list_entries (composer, found);
  if (self->entries->len == 0 || place (self->entries, source + OKR_PAGE_FOOTER_GAP,
                                        width - number - OKR_PAGE_FOOTER_GAP) == 1)
    return self;
  self->n_lines = place (self->entries, 0, width);
  if (self->n_lines * LINE <= height * MOST_OF_PAGE)
    return self;
  self->n_lines = 0;
  g_array_set_size (self->entries, 0);

  return self;
}

/* A head that tells what a page goes on with has signs, too; further lines of a block have none. */
OkrLegend *
okr_legend_new (OkrComposer *composer, const OkrPlaced *placed, guint n)
{
  Found found = { 0 };

  for (guint i = 0; i < n; i++)
    if (placed[i].is_first)
      look_at_block (&found, placed[i].block);

  return create (composer, &found);
}

void
okr_legend_free (OkrLegend *self)
{
  g_array_unref (self->entries);
  g_free (self);
}

/* Which blocks are on a page depends on how much room its legend takes: each page of a part has
 * as much as all signs of the part need. @first: the block that the part begins with */
guint
okr_composer_count_legend_lines (OkrComposer *self, guint first)
{
  Found found = { 0 };
  OkrLegend *legend;
  guint n_lines;

  for (guint i = first; i < self->blocks->len; i++)
    {
      const OkrBlock *block = self->blocks->pdata[i];

      if (i > first && block->begins_page)
        break;
      look_at_block (&found, block);
    }
  legend = create (self, &found);
  n_lines = legend->n_lines;
  okr_legend_free (legend);

  return n_lines;
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
draw_bar_part (OkrComposer *self, const Entry *entry, OkrBrush *brush, double middle)
{
  if (entry->what == OKR_PROGRESS_SIGN_TICK)
    {
      okr_brush_rect (brush, okr_composer_place_x (self, entry->x + 1, TICK_WIDTH),
                      middle - TICK_HEIGHT / 2, TICK_WIDTH, TICK_HEIGHT, 0);
      okr_brush_fill (brush, &okr_palette_get_scene (OKR_PALETTE_LIGHT)->text);
      return;
    }
  draw_arrow (brush, okr_composer_place_x (self, entry->x, ARROW), middle,
              (entry->what == OKR_PROGRESS_SIGN_OVER) != self->is_mirrored);
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
  switch (entry->sign)
    {
    case SIGN_BAR:
      draw_bar_part (self, entry, brush, middle);
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
okr_legend_draw (const OkrLegend *self, OkrComposer *composer, cairo_t *cr, double baseline)
{
  const double width = okr_composer_get_width (composer);
  g_autoptr (OkrBrush) brush = okr_brush_new_for_cairo (cr, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      const double y = baseline - (self->n_lines - MIN (entry->line, self->n_lines)) * LINE;

      draw_sign (composer, entry, cr, brush, y - MIDDLE);
      okr_composer_draw_caption (composer, cr, entry->label, entry->x + get_room (entry), y,
                                 entry->width <= width ? -1 : width - get_room (entry));
    }
}
