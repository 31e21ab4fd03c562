/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-tree-private.h"

/* Budgets are counted, not timed: the same input gives the same order on every machine. */
#define LEAST_BUDGET 700000
#define BUDGET_PER_BOX 500
#define MOST_ROUNDS 12
#define MOST_STARTS 64
#define MOST_VAIN_STARTS 20

/* How much longer the links may become, all together, for one crossing less. */
#define CROSSING_COST 400
#define MOST_SWEEPS 12
#define MOST_SWEPT 4000000 /* segments, in all sweeps together */
#define MOST_SWAP_PASSES 8

typedef struct
{
  double wish;
  guint place;
  guint node;
} Wish;

/* Walks the tree of main segments from the top: so that it is drawn without a crossing. */
static void
walk (OkrGraphNet *net, guint root, guint *n_placed, GArray *stack)
{
  g_array_append_val (stack, root);
  while (stack->len > 0)
    {
      const guint node = g_array_index (stack, guint, stack->len - 1);
      const OkrGraphNode *it = &net->nodes[node];

      g_array_set_size (stack, stack->len - 1);
      net->order[net->layer_start[it->layer] + n_placed[it->layer]++] = node;
      for (guint i = it->n_right; i-- > 0;)
        {
          const guint segment = net->right_ends[it->first_right + i];
          const guint child = net->segments[segment].right;

          if (okr_graph_net_get_main_segment (net, child) == segment)
            g_array_append_val (stack, child);
        }
    }
}

static void
start_with_tree (OkrGraphNet *net)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *n_placed = g_new0 (guint, net->n_layers + 1);

  for (guint i = 0; i < net->n_boxes; i++)
    if (net->nodes[i].n_left == 0)
      walk (net, i, n_placed, stack);
  for (guint i = 0; i < net->n_layers; i++)
    okr_graph_net_number (net, i);
}

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const Wish *first = a;
  const Wish *second = b;

  if (first->wish < second->wish || first->wish > second->wish)
    return first->wish < second->wish ? -1 : 1;

  return first->place < second->place ? -1 : first->place > second->place;
}

static double
get_wish (const OkrGraphNet *net, const OkrGraphNode *node, gboolean from_left)
{
  const guint n = from_left ? node->n_left : node->n_right;
  double sum = 0, weights = 0;

  for (guint i = 0; i < n; i++)
    {
      const OkrGraphSegment *segment =
          &net->segments[from_left ? net->left_ends[node->first_left + i]
                                   : net->right_ends[node->first_right + i]];
      const double end = from_left ? net->nodes[segment->left].first_door + segment->door
                                   : net->nodes[segment->right].place;

      sum += end * segment->weight;
      weights += segment->weight;
    }

  return n == 0 ? -1 : sum / weights;
}

/* Sorts a layer by where its neighbours on one side are; what has none stays where it is. */
static void
sort_layer (OkrGraphNet *net, guint layer, gboolean from_left, Wish *wishes)
{
  const guint size = okr_graph_net_layer_size (net, layer);
  guint *order = okr_graph_net_layer (net, layer);
  guint n = 0;

  for (guint i = 0; i < size; i++)
    {
      const Wish wish = { get_wish (net, &net->nodes[order[i]], from_left), i, order[i] };

      if (wish.wish >= 0)
        wishes[n++] = wish;
    }
  qsort (wishes, n, sizeof (Wish), compare_wishes);
  for (guint i = 0, next = 0; i < size; i++)
    if (get_wish (net, &net->nodes[order[i]], from_left) >= 0)
      order[i] = wishes[next++].node;
  okr_graph_net_number (net, layer);
}

static void
sweep (OkrGraphNet *net, gboolean from_left, Wish *wishes)
{
  for (guint i = 1; i < net->n_layers; i++)
    sort_layer (net, from_left ? i : net->n_layers - 1 - i, from_left, wishes);
}

static gboolean
swap_in_layer (OkrGraphNet *net, guint layer)
{
  guint *order = okr_graph_net_layer (net, layer);
  gboolean better = FALSE;

  for (guint i = 0; i + 1 < okr_graph_net_layer_size (net, layer); i++)
    if (okr_graph_compare_swap (net, order[i], order[i + 1]) < 0)
      {
        const guint upper = order[i];

        order[i] = order[i + 1];
        order[i + 1] = upper;
        net->nodes[order[i]].place = i;
        net->nodes[order[i]].first_door = net->nodes[upper].first_door;
        net->nodes[upper].place = i + 1;
        net->nodes[upper].first_door += net->nodes[order[i]].n_doors;
        better = TRUE;
      }

  return better;
}

static void
swap_neighbours (OkrGraphNet *net)
{
  const guint n_passes = MIN (MOST_SWAP_PASSES, 1 + MOST_SWEPT / (net->n_segments + 1));
  gboolean better = TRUE;

  for (guint pass = 0; better && pass < n_passes; pass++)
    {
      better = FALSE;
      for (guint i = 0; i < net->n_layers && !okr_graph_net_is_cancelled (net); i++)
        better |= swap_in_layer (net, i);
    }
}

/* Links beside the tree, as they would be drawn: what an order is judged by. */
static double
rate (const OkrGraphTree *tree)
{
  const OkrGraphNet *net = tree->net;
  double length = 0;

  for (guint i = 0; i < net->n_segments; i++)
    if (net->segments[i].weight > 0)
      length += ABS (tree->centre[net->segments[i].right] - tree->centre[net->segments[i].left]);

  return length + (double) okr_graph_count_crossings (net) * CROSSING_COST;
}

/* Takes turns at moving branches of the tree and leading long links between them; first mainly for
 * short links, then more and more against crossings. */
static void
improve_tree (OkrGraphTree *tree, gint64 first_cost, gint64 *budget)
{
  OkrGraphNet *net = tree->net;
  gboolean better = TRUE;

  tree->crossing_cost = first_cost;
  for (guint i = 0; (better || tree->crossing_cost < CROSSING_COST) && i < MOST_ROUNDS; i++)
    {
      okr_graph_tree_update (tree);
      better = okr_graph_tree_thread_links (tree, NULL, budget);
      okr_graph_tree_update (tree);
      better |= okr_graph_tree_sift_siblings (tree, budget);
      tree->crossing_cost = MIN (tree->crossing_cost * 2, CROSSING_COST);
      if (*budget <= 0 || okr_graph_net_is_cancelled (net))
        break;
    }
  okr_graph_tree_update (tree);
}

typedef struct
{
  guint *order;
  double rating;
} Best;

static gboolean
keep_best (const OkrGraphTree *tree, Best *best)
{
  const double rating = rate (tree);

  if (rating >= best->rating)
    return FALSE;
  best->rating = rating;
  memcpy (best->order, tree->net->order, sizeof (guint) * tree->net->n_nodes);

  return TRUE;
}

/* From several starts, as long as the budget lasts; the later ones from the best so far, shaken. */
static void
search_tree (OkrGraphNet *net)
{
  g_autoptr (OkrGraphTree) tree = okr_graph_tree_new (net);
  g_autofree guint *order = g_memdup2 (net->order, sizeof (guint) * (net->n_nodes + 1));
  Best best = { order, G_MAXDOUBLE };
  gint64 budget = MAX (LEAST_BUDGET, (gint64) net->n_boxes * BUDGET_PER_BOX);
  guint32 random = 1;
  guint n_vain = 0;

  okr_graph_tree_update (tree);
  if (okr_graph_tree_is_forest (tree))
    return;

  for (guint i = 0; i < MOST_STARTS && n_vain < MOST_VAIN_STARTS && budget > 0 &&
                    !okr_graph_net_is_cancelled (net);
       i++)
    {
      if (i > 0)
        {
          okr_graph_net_set_order (net, best.order);
          okr_graph_tree_update (tree);
          okr_graph_tree_shake (tree, &random);
        }
      improve_tree (tree, i % 2 == 0 ? CROSSING_COST / 8 : CROSSING_COST, &budget);
      n_vain = keep_best (tree, &best) ? 0 : n_vain + 1;
    }
  okr_graph_net_set_order (net, best.order);
  okr_graph_tree_update (tree);
  budget = MAX (LEAST_BUDGET, budget);
  okr_graph_tree_restore_plan_order (tree, &budget);
}

/* Sorts the layers by their neighbours, to and fro, and keeps the best order. */
static void
sweep_to_and_fro (OkrGraphNet *net)
{
  g_autofree Wish *wishes = g_new (Wish, net->n_nodes + 1);
  g_autofree guint *best = g_memdup2 (net->order, sizeof (guint) * (net->n_nodes + 1));
  guint64 fewest = okr_graph_count_crossings (net);
  const guint n_sweeps = MIN (MOST_SWEEPS, MOST_SWEPT / (net->n_segments + 1));

  for (guint i = 0; i < n_sweeps && fewest > 0 && !okr_graph_net_is_cancelled (net); i++)
    {
      guint64 n_crossings;

      sweep (net, i % 2 == 1, wishes);
      n_crossings = okr_graph_count_crossings (net);
      if (n_crossings >= fewest)
        continue;
      fewest = n_crossings;
      memmove (best, net->order, sizeof (guint) * net->n_nodes);
    }
  okr_graph_net_set_order (net, best);
}

void
okr_graph_find_order (OkrGraphNet *net)
{
  start_with_tree (net);
  search_tree (net);
  sweep_to_and_fro (net);
  swap_neighbours (net);
}
