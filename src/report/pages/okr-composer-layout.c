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

static gboolean
is_page_empty (const Placing *placing)
{
  return placing->page->len == 0;
}

/* Most sections end on the page where they begin: their heads are not even measured. */
static double
measure_heads (OkrBlock *innermost)
{
  double height = 0;

  for (OkrBlock *head = innermost; head != NULL; head = head->head)
    {
      okr_block_measure (head);
      height += head->height + head->after + (head->head != NULL ? head->before : 0);
    }

  return height;
}

/* That of the whole first, then that of the part that goes on. */
static void
place_heads (Placing *placing, OkrBlock *head)
{
  double before;

  if (head == NULL)
    return;
  place_heads (placing, head->head);
  okr_block_measure (head);
  before = is_page_empty (placing) ? 0 : head->before;
  /* A title that takes most of a page would leave no room for what it heads. */
  if (before + head->height > (placing->bottom - placing->y) / 3)
    return;
  placing->y += before;
  place (placing, head, 0, head->height);
  placing->y += head->after;
}

static gboolean
is_within (const OkrBlock *self, const OkrBlock *head)
{
  while (self != NULL && self->head != head)
    self = self->head;

  return self != NULL;
}

/* The head of the innermost section that both blocks are in. */
static OkrBlock *
find_common_head (const OkrBlock *block, const OkrBlock *other)
{
  OkrBlock *head = block->head;

  while (head != NULL && !is_within (other, head))
    head = head->head;

  return head;
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
          const double unit = okr_page_fonts_get_unit (self->composer->fonts, cell->font);
          int top;
          int bottom;
          double ends[2];

          pango_layout_iter_get_line_yrange (iter, &top, &bottom);
          ends[0] = cell->y + top * unit;
          ends[1] = cell->y + bottom * unit;
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

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  const double one = *(const double *) a;
  const double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static gboolean
is_text (const OkrBlock *self)
{
  return self->cells->len == 1 && g_array_index (self->cells, OkrCell, 0).kind == OKR_CELL_TEXT;
}

/* To keep all of it and what is before and after it on one page would leave much of a page empty.
 */
static gboolean
is_long_text (const OkrBlock *self)
{
  return self->height > OKR_PAGE_LONG_TEXT && is_text (self);
}

/* What of it has to stand where it begins: a long text may go on on the next page. */
static double
measure_start (OkrBlock *self)
{
  g_autoptr (GArray) lines = NULL;

  if (!is_text (self) || ((self->keeps_next || self->keeps_together) && !is_long_text (self)))
    return self->height;

  lines = list_lines (self);
  g_array_sort (lines, compare_heights);

  return lines->len >= 8 ? g_array_index (lines, double, 3) : self->height;
}

/* How far it goes on this page: neither its first nor its last line stands alone. */
static double
find_end (const Placing *placing, OkrBlock *block, double from, gboolean is_fresh)
{
  const double room = placing->bottom - placing->y;
  double to;
  double less;

  if (block->height - from <= room)
    return block->height;
  to = okr_block_find_cut (block, from, from + room);
  if (to <= from)
    return from;
  less = okr_block_find_cut (block, from, to - 0.02);
  if (less > from && okr_block_find_cut (block, to, block->height - 0.02) <= to)
    {
      to = less;
      less = okr_block_find_cut (block, from, to - 0.02);
    }

  return from <= 0 && less <= from && !is_fresh ? from : to;
}

/* Line by line, over as many pages as it takes. */
static void
place_in_pieces (Placing *placing, OkrBlock *block, OkrBlock *head)
{
  gboolean is_fresh = is_page_empty (placing);
  double from = 0;

  while (from < block->height - 0.01)
    {
      double to = find_end (placing, block, from, is_fresh);

      if (to <= from && is_fresh) /* not one line has room: then it has to do without */
        to = block->height;
      if (to > from)
        place (placing, block, from, to);
      from = to;
      if (from >= block->height - 0.01)
        break;
      begin_page (placing);
      place_heads (placing, from > 0 ? block->head : head);
      is_fresh = TRUE;
    }
}

/* @head: what tells about it where it begins on a page */
static void
place_block (Placing *placing, OkrBlock *block, OkrBlock *head)
{
  if (!is_page_empty (placing))
    placing->y += block->before;
  if (placing->y + block->height <= placing->bottom || block->height <= 0)
    place (placing, block, 0, block->height);
  else
    place_in_pieces (placing, block, head);
  placing->y += block->after;
}

/* How high the blocks are that have to stay together, from @first on. What comes after a long text
 * may be on the page after the one that the text began on. */
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
      if (!block->keeps_next || is_long_text (block))
        break;
      height += block->after;
    }

  return height;
}

/* Where it has no room here, but would have some on a page of its own. */
static gboolean
needs_page (const Placing *placing, OkrBlock *block, OkrBlock *last, double height, OkrBlock *head)
{
  const OkrComposer *self = placing->composer;
  const double page = placing->bottom - self->setup.top - self->running_head;
  const double room = placing->bottom - placing->y - block->before;
  double start;

  if (is_page_empty (placing))
    return FALSE;
  if (block->begins_page)
    return TRUE;

  start = height - last->height + measure_start (last);

  return height > room && start > room && start <= page - measure_heads (head);
}

/* @height: that of what has to stay together, and ends with @last */
static double
shrink (const Placing *placing, const OkrBlock *first, OkrBlock *last, double height)
{
  const double before = is_page_empty (placing) ? 0 : first->before;
  const double too_much = height - (placing->bottom - placing->y - before);

  if (last->least_height <= 0 || first->begins_page || too_much <= 0 ||
      last->height - too_much < last->least_height)
    return height;

  last->height -= too_much;
  for (guint i = 0; i < last->cells->len; i++)
    {
      OkrCell *cell = &g_array_index (last->cells, OkrCell, i);

      cell->height = MIN (cell->height, last->height);
    }

  return height - too_much;
}

static void
place_group (Placing *placing, guint first, guint n, double height)
{
  GPtrArray *blocks = placing->composer->blocks;
  OkrBlock *block = blocks->pdata[first];
  OkrBlock *last = blocks->pdata[first + n - 1];
  OkrBlock *head = first > 0 ? find_common_head (block, blocks->pdata[first - 1]) : NULL;

  height = shrink (placing, block, last, height);
  if (needs_page (placing, block, last, height, head))
    {
      begin_page (placing);
      place_heads (placing, head);
    }
  for (guint i = first; i < first + n; i++)
    {
      block = blocks->pdata[i];
      head = i > 0 ? find_common_head (block, blocks->pdata[i - 1]) : NULL;
      place_block (placing, block, head);
    }
}

static void
add_legends (OkrComposer *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      const GArray *page = self->pages->pdata[i];

      g_ptr_array_add (self->legends,
                       okr_legend_new (self, (const OkrPlaced *) (gpointer) page->data, page->len));
    }
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
  self->n_legend_lines = okr_composer_count_legend_lines (self, 0);
  begin_page (&placing);
  for (guint i = 0; i < self->blocks->len; i += n)
    {
      const double height = measure_group (self->blocks, i, &n);
      const OkrBlock *block = self->blocks->pdata[i];

      if (i > 0 && block->begins_page)
        self->n_legend_lines = okr_composer_count_legend_lines (self, i);
      place_group (&placing, i, n, height);
    }
  add_legends (self);

  return self->pages->len;
}
