/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-private.h"

/* Which links close a loop, when they are added one after the other. Keeps the boxes sorted as the
 * links come, so that most links cost nothing: Pearce and Kelly, "A dynamic topological sort
 * algorithm for directed acyclic graphs", ACM JEA 11 (2006). Here a box comes after all that it
 * contributes to. */

typedef struct
{
  const OkrGraph *graph;
  guint *rank;       /* by box */
  guint *first_up;   /* by box: the latest link from it, or NONE */
  guint *first_down; /* by box: the latest link to it, or NONE */
  guint *next_up;    /* by link: the one before it from the same box */
  guint *next_down;
  gboolean *seen;
  GArray *above; /* of boxes: what has to come first */
  GArray *below; /* of boxes: what has to come later */
} Loops;

/* Ranks to begin with, by a walk that looks at what a box contributes to before the box itself: so
 * that few links but those in loops find the ranks the wrong way round. */
static void
walk (Loops *self, guint root, guint *next_link, GArray *path, guint *n_ranked)
{
  g_array_append_val (path, root);
  self->seen[root] = TRUE;
  while (path->len > 0)
    {
      const guint box = g_array_index (path, guint, path->len - 1);
      const guint link = next_link[box];

      if (link == OKR_GRAPH_NONE)
        {
          self->rank[box] = (*n_ranked)++;
          g_array_set_size (path, path->len - 1);
          continue;
        }
      next_link[box] = self->next_up[link];
      if (!self->seen[okr_graph_link (self->graph, link)->to])
        {
          self->seen[okr_graph_link (self->graph, link)->to] = TRUE;
          g_array_append_val (path, okr_graph_link (self->graph, link)->to);
        }
    }
}

static void
start_ranks (Loops *self)
{
  const guint n_boxes = self->graph->boxes->len;
  g_autofree guint *next_link = g_new (guint, n_boxes + 1);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_ranked = 0;

  for (guint i = 0; i < n_boxes; i++)
    next_link[i] = OKR_GRAPH_NONE;
  for (guint i = self->graph->links->len; i-- > 0;)
    {
      const guint from = okr_graph_link (self->graph, i)->from;

      self->next_up[i] = next_link[from];
      next_link[from] = i;
    }
  for (guint i = 0; i < n_boxes; i++)
    if (!self->seen[i])
      walk (self, i, next_link, path, &n_ranked);
  memset (self->seen, 0, sizeof (gboolean) * n_boxes);
}

static void
loops_init (Loops *self, const OkrGraph *graph)
{
  const guint n_boxes = graph->boxes->len;

  self->graph = graph;
  self->rank = g_new (guint, n_boxes + 1);
  self->first_up = g_new (guint, n_boxes + 1);
  self->first_down = g_new (guint, n_boxes + 1);
  self->next_up = g_new (guint, graph->links->len + 1);
  self->next_down = g_new (guint, graph->links->len + 1);
  self->seen = g_new0 (gboolean, n_boxes + 1);
  self->above = g_array_new (FALSE, FALSE, sizeof (guint));
  self->below = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_boxes; i++)
    self->first_up[i] = self->first_down[i] = OKR_GRAPH_NONE;
  start_ranks (self);
}

static void
loops_clear (Loops *self)
{
  g_free (self->rank);
  g_free (self->first_up);
  g_free (self->first_down);
  g_free (self->next_up);
  g_free (self->next_down);
  g_free (self->seen);
  g_array_unref (self->above);
  g_array_unref (self->below);
}

static void
visit (Loops *self, GArray *list, guint box)
{
  if (self->seen[box])
    return;
  self->seen[box] = TRUE;
  g_array_append_val (list, box);
}

/* What contributes to @start, up to the rank @most. FALSE where that is @sought, too. */
static gboolean
collect_below (Loops *self, guint start, guint most, guint sought)
{
  visit (self, self->below, start);
  for (guint i = 0; i < self->below->len; i++)
    {
      const guint box = g_array_index (self->below, guint, i);

      if (box == sought)
        return FALSE;
      for (guint link = self->first_down[box]; link != OKR_GRAPH_NONE; link = self->next_down[link])
        if (self->rank[okr_graph_link (self->graph, link)->from] <= most)
          visit (self, self->below, okr_graph_link (self->graph, link)->from);
    }

  return TRUE;
}

static void
collect_above (Loops *self, guint start, guint least)
{
  visit (self, self->above, start);
  for (guint i = 0; i < self->above->len; i++)
    for (guint link = self->first_up[g_array_index (self->above, guint, i)]; link != OKR_GRAPH_NONE;
         link = self->next_up[link])
      if (self->rank[okr_graph_link (self->graph, link)->to] >= least)
        visit (self, self->above, okr_graph_link (self->graph, link)->to);
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *rank = data;
  const guint first = rank[*(const guint *) a];
  const guint second = rank[*(const guint *) b];

  return first < second ? -1 : first > second;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

/* Gives the ranks of all that was collected out again: first to @above, then to @below. */
static void
rerank (Loops *self)
{
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_sort_with_data (self->above, compare_ranks, self->rank);
  g_array_sort_with_data (self->below, compare_ranks, self->rank);
  g_array_append_vals (self->above, self->below->data, self->below->len);
  for (guint i = 0; i < self->above->len; i++)
    g_array_append_val (ranks, self->rank[g_array_index (self->above, guint, i)]);
  g_array_sort (ranks, compare_numbers);
  for (guint i = 0; i < self->above->len; i++)
    self->rank[g_array_index (self->above, guint, i)] = g_array_index (ranks, guint, i);
}

static void
forget_seen (Loops *self)
{
  for (guint i = 0; i < self->above->len; i++)
    self->seen[g_array_index (self->above, guint, i)] = FALSE;
  for (guint i = 0; i < self->below->len; i++)
    self->seen[g_array_index (self->below, guint, i)] = FALSE;
  g_array_set_size (self->above, 0);
  g_array_set_size (self->below, 0);
}

/* FALSE where the link would close a loop. */
static gboolean
make_room (Loops *self, const OkrGraphLink *link)
{
  gboolean fits;

  if (link->from == link->to)
    return FALSE;
  if (self->rank[link->to] < self->rank[link->from])
    return TRUE;

  fits = collect_below (self, link->from, self->rank[link->to], link->to);
  if (fits)
    {
      collect_above (self, link->to, self->rank[link->from]);
      rerank (self);
    }
  forget_seen (self);

  return fits;
}

/* The boxes, each after all that it contributes to; those in loops are missing. */
guint *
okr_graph_sort (const OkrGraph *graph, const gboolean *ignored, guint *n_sorted)
{
  const guint n_boxes = graph->boxes->len;
  g_autofree guint *waits_for = g_new0 (guint, n_boxes + 1);
  g_autofree guint *first_down = g_new (guint, n_boxes + 1);
  g_autofree guint *next_down = g_new (guint, graph->links->len + 1);
  guint *sorted = g_new (guint, n_boxes + 1);
  guint n = 0;

  for (guint i = 0; i < n_boxes; i++)
    first_down[i] = OKR_GRAPH_NONE;
  for (guint i = graph->links->len; i-- > 0;)
    {
      const OkrGraphLink *link = okr_graph_link (graph, i);

      if (ignored[i])
        continue;
      waits_for[link->from]++;
      next_down[i] = first_down[link->to];
      first_down[link->to] = i;
    }

  for (guint i = 0; i < n_boxes; i++)
    if (waits_for[i] == 0)
      sorted[n++] = i;
  for (guint i = 0; i < n; i++)
    for (guint l = first_down[sorted[i]]; l != OKR_GRAPH_NONE; l = next_down[l])
      if (--waits_for[okr_graph_link (graph, l)->from] == 0)
        sorted[n++] = okr_graph_link (graph, l)->from;
  *n_sorted = n;

  return sorted;
}

void
okr_graph_find_loops (const OkrGraph *graph, gboolean *ignored)
{
  g_autofree guint *sorted = NULL;
  Loops self;
  guint n_sorted;

  sorted = okr_graph_sort (graph, ignored, &n_sorted);
  if (n_sorted == graph->boxes->len)
    return;

  loops_init (&self, graph);
  for (guint i = 0; i < graph->links->len; i++)
    {
      const OkrGraphLink *link = okr_graph_link (graph, i);

      ignored[i] = !make_room (&self, link);
      if (ignored[i])
        continue;
      self.next_up[i] = self.first_up[link->from];
      self.first_up[link->from] = i;
      self.next_down[i] = self.first_down[link->to];
      self.first_down[link->to] = i;
    }
  loops_clear (&self);
}
