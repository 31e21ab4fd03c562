/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-private.h"

/* How often boxes may move on because others did. */
#define MOST_PASSES 8

typedef struct
{
  double parents;  /* weight of the links to the left */
  double children; /* weight of the links from the right */
  guint most;      /* the last layer in which all that contribute are still to the right */
} Pull;

static void
find_longest_paths (const OkrGraph *graph, const gboolean *ignored, const guint *rank,
                    guint *layers)
{
  g_autofree guint *by_rank = g_new (guint, graph->boxes->len + 1);
  g_autofree guint *first = g_new (guint, graph->boxes->len + 1);
  g_autofree guint *next = g_new (guint, graph->links->len + 1);

  for (guint i = 0; i < graph->boxes->len; i++)
    {
      by_rank[rank[i]] = i;
      first[i] = OKR_GRAPH_NONE;
      layers[i] = (guint) MAX (0, okr_graph_box (graph, i)->least_layer);
    }
  for (guint i = 0; i < graph->links->len; i++)
    {
      const guint from = okr_graph_link (graph, i)->from;

      if (ignored[i])
        continue;
      next[i] = first[from];
      first[from] = i;
    }

  for (guint r = 0; r < graph->boxes->len; r++)
    for (guint l = first[by_rank[r]]; l != OKR_GRAPH_NONE; l = next[l])
      layers[by_rank[r]] = MAX (layers[by_rank[r]], layers[okr_graph_link (graph, l)->to] + 1);
}

static void
find_pulls (const OkrGraph *graph, const gboolean *ignored, const guint *layers, Pull *pulls)
{
  for (guint i = 0; i < graph->boxes->len; i++)
    pulls[i] = (Pull){ 0, 0, OKR_GRAPH_NONE };
  for (guint i = 0; i < graph->links->len; i++)
    {
      const OkrGraphLink *link = okr_graph_link (graph, i);

      if (ignored[i])
        continue;
      pulls[link->from].parents += link->weight;
      pulls[link->to].children += link->weight;
      pulls[link->to].most = MIN (pulls[link->to].most, layers[link->from] - 1);
    }
}

/* What contributes to nothing stays in the layer that the caller chose for it. */
static gboolean
may_move (const OkrGraph *graph, guint box, const Pull *pull)
{
  return pull->most != OKR_GRAPH_NONE &&
         (pull->parents > 0 || okr_graph_box (graph, box)->least_layer < 0);
}

/* Every box stands as far to the left as its parents let it, and stays with them unless more pulls
 * it to the right: this shortens the links of boxes that contribute to nothing or to little. */
static void
balance (const OkrGraph *graph, const gboolean *ignored, guint *layers)
{
  g_autofree Pull *pulls = g_new (Pull, graph->boxes->len + 1);
  gboolean moved = TRUE;

  for (guint pass = 0; moved && pass < MOST_PASSES; pass++)
    {
      moved = FALSE;
      find_pulls (graph, ignored, layers, pulls);
      for (guint i = 0; i < graph->boxes->len; i++)
        if (may_move (graph, i, &pulls[i]) && pulls[i].most > layers[i] &&
            pulls[i].children > pulls[i].parents)
          {
            layers[i] = pulls[i].most;
            moved = TRUE;
          }
    }
}

/* Sets the layer of each box and which links are left out because they close a loop. Every other
 * link runs from a higher to a lower layer. */
void
okr_graph_find_layers (const OkrGraph *graph, guint *layers, gboolean *ignored)
{
  g_autofree guint *sorted = NULL;
  g_autofree guint *rank = g_new (guint, graph->boxes->len + 1);
  guint n_sorted;

  okr_graph_find_loops (graph, ignored);
  sorted = okr_graph_sort (graph, ignored, &n_sorted);
  g_assert (n_sorted == graph->boxes->len);
  for (guint i = 0; i < n_sorted; i++)
    rank[sorted[i]] = i;

  find_longest_paths (graph, ignored, rank, layers);
  balance (graph, ignored, layers);
}
