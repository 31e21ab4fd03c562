/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which block is on which page. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-composer-private.h"

typedef struct
{
  OkrComposer *composer;
  GArray *page;
  double y;
  double bottom;
} Placing;

static double
get_top (const OkrComposer *self)
{
  return self->setup.top + (self->pages->len > 1 ? self->running_head : 0);
}

static void
begin_page (Placing *placing)
{
  OkrComposer *self = placing->composer;

  placing->page = g_array_new (FALSE, FALSE, sizeof (OkrPlaced));
  g_ptr_array_add (self->pages, placing->page);
  placing->y = get_top (self);
  placing->bottom = self->setup.height - self->setup.bottom - okr_composer_get_footer (self);
}

static void
place (Placing *placing, OkrBlock *block, double from, double to)
{
  const OkrPlaced placed = { block, placing->y, from, to, from <= 0 };

  g_array_append_val (placing->page, placed);
  placing->y += to - from;
}

/* Most sections end on the page where they begin: their heads are not even measured. */
static double
measure_head (OkrBlock *head)
{
  okr_block_measure (head);

  return head->height + head->after;
}

static void
place_head (Placing *placing, OkrBlock *head)
{
  if (head == NULL)
    return;
  okr_block_measure (head);
  /* A title that takes most of a page would leave no room for what it heads. */
  if (head->height > (placing->bottom - placing->y) / 3)
    return;
  place (placing, head, 0, head->height);
  placing->y += head->after;
}

static gboolean
is_page_empty (const Placing *placing)
{
  return placing->page->len == 0;
}

/* What one line begins above and ends below. */
static gboolean
is_cut_through (GArray *lines, double at)
{
  for (guint i = 0; i + 1 < lines->len; i += 2)
    if (g_array_index (lines, double, i) < at - 0.01 &&
        g_array_index (lines, double, i + 1) > at + 0.01)
      return TRUE;

  return FALSE;
}

/* What is drawn in one go stands as if it were one line. */
static gboolean
is_whole (const OkrCell *cell)
{
  return cell->kind == OKR_CELL_BOX || cell->kind == OKR_CELL_LINE || cell->kind == OKR_CELL_CHART;
}

/* Tops and bottoms of all lines, in turn. */
static GArray *
list_lines (OkrBlock *self)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->cells->len; i++)
    {
      const OkrCell *cell = &g_array_index (self->cells, OkrCell, i);
      g_autoptr (PangoLayout) layout = NULL;
      PangoLayoutIter *iter;

      if (is_whole (cell))
        {
          const double ends[] = { 0, cell->height };

          g_array_append_vals (lines, ends, 2);
          continue;
        }
      if (cell->text == NULL)
        continue;
      layout = okr_composer_dup_layout (self->composer, cell);
      iter = pango_layout_get_iter (layout);
      do
        {
          int top;
          int bottom;
          double ends[2];

          pango_layout_iter_get_line_yrange (iter, &top, &bottom);
          ends[0] = cell->y + (double) top / PANGO_SCALE;
          ends[1] = cell->y + (double) bottom / PANGO_SCALE;
          g_array_append_vals (lines, ends, 2);
        }
      while (pango_layout_iter_next_line (iter));
      pango_layout_iter_free (iter);
    }

  return lines;
}

/* The last place up to @to, below @from, where no line is cut in two; @from when there is none. */
double
okr_block_find_cut (OkrBlock *self, double from, double to)
{
  g_autoptr (GArray) lines = list_lines (self);
  double best = from;

  for (guint i = 1; i < lines->len; i += 2)
    {
      const double end = g_array_index (lines, double, i);

      if (end > best && end <= to && !is_cut_through (lines, end))
        best = end;
    }

  return best;
}

/* Line by line, over as many pages as it takes. */
static void
place_in_pieces (Placing *placing, OkrBlock *block)
{
  gboolean is_fresh = is_page_empty (placing);
  double from = 0;

  while (from < block->height - 0.01)
    {
      const double room = placing->bottom - placing->y;
      double to = block->height;

      if (block->height - from > room)
        to = okr_block_find_cut (block, from, from + room);
      if (to <= from && !is_fresh)
        {
          is_fresh = TRUE;
          begin_page (placing);
          place_head (placing, from > 0 ? block->head : NULL);
          continue;
        }
      if (to <= from) /* not one line has room: then it has to do without */
        to = block->height;
      place (placing, block, from, to);
      is_fresh = FALSE;
      from = to;
    }
}

static void
place_block (Placing *placing, OkrBlock *block)
{
  if (!is_page_empty (placing))
    placing->y += block->before;
  if (placing->y + block->height <= placing->bottom || block->height <= 0)
    place (placing, block, 0, block->height);
  else
    place_in_pieces (placing, block);
  placing->y += block->after;
}

/* How high the blocks are that have to stay together, from @first on. */
static double
measure_group (GPtrArray *blocks, guint first, guint *n)
{
  double height = 0;

  *n = 0;
  for (guint i = first; i < blocks->len; i++)
    {
      OkrBlock *block = blocks->pdata[i];

      okr_block_measure (block);
      height += block->height + (i > first ? block->before : 0);
      (*n)++;
      if (!block->keeps_next)
        break;
      height += block->after;
    }

  return height;
}

static void
place_group (Placing *placing, guint first, guint n, double height)
{
  OkrComposer *self = placing->composer;
  OkrBlock *block = self->blocks->pdata[first];
  const gboolean goes_on = first > 0 && block->head != NULL &&
                           ((OkrBlock *) self->blocks->pdata[first - 1])->head == block->head;
  const double before = is_page_empty (placing) ? 0 : block->before;
  const double page = placing->bottom - self->setup.top - self->running_head;

  if (!is_page_empty (placing) &&
      (block->begins_page || (placing->y + before + height > placing->bottom &&
                              height <= page - (goes_on ? measure_head (block->head) : 0))))
    {
      begin_page (placing);
      place_head (placing, goes_on ? block->head : NULL);
    }
  for (guint i = first; i < first + n; i++)
    place_block (placing, self->blocks->pdata[i]);
}

/**
 * okr_composer_paginate:
 * @running_head: what to leave free at the top of all pages but the first
 * @file_name: the name of the plan's file, or "", for the foot of each page
 *
 * Lays the blocks out. Nothing can be added afterwards.
 *
 * Returns: how many pages there are, at least 1
 */
guint
okr_composer_paginate (OkrComposer *self, double running_head, const char *file_name)
{
  Placing placing = { self };
  guint n;

  g_return_val_if_fail (self != NULL && file_name != NULL && self->pages->len == 0, 0);

  self->running_head = running_head;
  /* Translators: the name of the program and of a file */
  self->source =
      *file_name != '\0' ? g_strdup_printf (_ ("Waymark · %s"), file_name) : g_strdup ("Waymark");
  okr_composer_lay_legend (self);
  begin_page (&placing);
  for (guint i = 0; i < self->blocks->len; i += n)
    {
      const double height = measure_group (self->blocks, i, &n);

      place_group (&placing, i, n, height);
    }

  return self->pages->len;
}
