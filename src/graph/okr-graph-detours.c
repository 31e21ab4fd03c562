/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-private.h"

/* A long link takes a place in every layer that it passes. In a graph with many links and many
 * layers these places outnumber everything else: 2,000 boxes with 20,000 links can ask for more
 * than a million. Beyond so many, counted over the whole graph, links go around: below all boxes,
 * together. Plans stay far below it. */
#define LEAST_PLACES 4096
#define PLACES_PER_BOX 16

typedef struct
{
  guint link;
  guint n_places;
  double weight;
} Candidate;

/* The heaviest first, as they hold the tree together; then the shortest. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->weight > second->weight || first->weight < second->weight)
    return first->weight > second->weight ? -1 : 1;
  if (first->n_places != second->n_places)
    return first->n_places < second->n_places ? -1 : 1;

  return first->link < second->link ? -1 : first->link > second->link;
}

/* By link: whether it goes around. */
gboolean *
okr_graph_find_detours (const OkrGraph *graph, const guint *layers, const gboolean *ignored)
{
  gboolean *detours = g_new0 (gboolean, graph->links->len + 1);
  g_autofree Candidate *candidates = g_new (Candidate, graph->links->len + 1);
  const guint64 budget = LEAST_PLACES + (guint64) PLACES_PER_BOX * graph->boxes->len;
  guint64 n_places = 0;
  guint n = 0;

  for (guint i = 0; i < graph->links->len; i++)
    {
      const OkrGraphLink *link = okr_graph_link (graph, i);

      if (ignored[i] || layers[link->from] - layers[link->to] < 2)
        continue;
      candidates[n] = (Candidate){ i, layers[link->from] - layers[link->to] - 1, link->weight };
      n_places += candidates[n++].n_places;
    }
  if (n_places <= budget)
    return detours;

  qsort (candidates, n, sizeof (Candidate), compare_candidates);
  n_places = 0;
  for (guint i = 0; i < n; i++)
    {
      detours[candidates[i].link] = n_places + candidates[i].n_places > budget;
      if (!detours[candidates[i].link])
        n_places += candidates[i].n_places;
    }

  return detours;
}
