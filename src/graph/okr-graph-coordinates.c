/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-tree-private.h"

#include <math.h>

/* Heights for an order. What a tidy tree is enough for stays as tidy. Boxes that have links beside
 * the tree, and the places of long links, then move to where their links are shorter: layer after
 * layer, every node goes to the weighted mean of where its neighbours want it, as far as the others
 * in its layer let it. That is an isotonic regression, solved exactly by pooling neighbours that
 * want to pass each other; weights that fall with the distance make the sum of lengths the measure
 * instead of the sum of their squares. */

#define N_SWEEPS 16

/* How much nodes keep to where they are. */
#define FIRMLY 1000.0
#define LOOSELY 0.00001

/* A difference in height that does not matter. */
#define NEAR 8.0

typedef struct
{
  double weight;
  double sum;
  guint n;
} Pool;

typedef struct
{
  OkrGraphNet *net;
  double *rest; /* by node: weight of the place where it is */
  Pool *pools;
} Heights;

static void
pull_to (double wish, double link_weight, double y, double *sum, double *weights)
{
  const double weight = sqrt (link_weight) / (ABS (wish - y) + NEAR);

  *sum += weight * wish;
  *weights += weight;
}

static void
pull (const OkrGraphNet *net, const OkrGraphNode *node, double *sum, double *weights)
{
  for (guint i = 0; i < node->n_left; i++)
    {
      const OkrGraphSegment *it = &net->segments[net->left_ends[node->first_left + i]];
      const double wish = net->nodes[it->left].y + it->left_offset - it->right_offset;

      pull_to (wish, it->weight, node->y, sum, weights);
    }
  for (guint i = 0; i < node->n_right; i++)
    {
      const OkrGraphSegment *it = &net->segments[net->right_ends[node->first_right + i]];
      const double wish = net->nodes[it->right].y + it->right_offset - it->left_offset;

      pull_to (wish, it->weight, node->y, sum, weights);
    }
}

/* How far the node has to be below the one above it. */
static double
get_step (const OkrGraphNet *net, const guint *order, guint place)
{
  const OkrGraphNode *node = &net->nodes[order[place]];
  const OkrGraphNode *above = place == 0 ? NULL : &net->nodes[order[place - 1]];

  return above == NULL ? 0 : above->height + okr_graph_net_get_gap (net, above, node);
}

/* Returns the number of pools: runs of nodes that lie as close together as they may. */
static guint
fill_pools (const Heights *self, const guint *order, guint size)
{
  const OkrGraphNet *net = self->net;
  Pool *pools = self->pools;
  double below = 0;
  guint n = 0;

  for (guint i = 0; i < size; i++)
    {
      const OkrGraphNode *node = &net->nodes[order[i]];
      double weights = self->rest[order[i]];
      double sum = node->y * weights;

      below += get_step (net, order, i);
      pull (net, node, &sum, &weights);
      pools[n++] = (Pool){ weights, sum - weights * below, 1 };
      for (; n > 1 &&
             pools[n - 2].sum * pools[n - 1].weight >= pools[n - 1].sum * pools[n - 2].weight;
           n--)
        {
          pools[n - 2].sum += pools[n - 1].sum;
          pools[n - 2].weight += pools[n - 1].weight;
          pools[n - 2].n += pools[n - 1].n;
        }
    }

  return n;
}

static void
settle_layer (const Heights *self, guint layer)
{
  OkrGraphNet *net = self->net;
  const guint *order = okr_graph_net_layer (net, layer);
  const guint n_pools = fill_pools (self, order, okr_graph_net_layer_size (net, layer));
  double below = 0;
  guint i = 0;

  for (guint p = 0; p < n_pools; p++)
    for (guint last = i + self->pools[p].n; i < last; i++)
      {
        below += get_step (net, order, i);
        net->nodes[order[i]].y = self->pools[p].sum / self->pools[p].weight + below;
      }
}

static void
find_rest (const Heights *self, const OkrGraphTree *tree)
{
  const OkrGraphNet *net = self->net;

  for (guint i = 0; i < net->n_nodes; i++)
    self->rest[i] = i < net->n_boxes ? FIRMLY : LOOSELY;
  for (guint i = 0; i < net->n_segments; i++)
    if (!okr_graph_tree_has_segment (tree, i))
      self->rest[net->segments[i].left] = self->rest[net->segments[i].right] = LOOSELY;
}

static void
shorten_links (OkrGraphNet *net, const OkrGraphTree *tree)
{
  g_autofree Pool *pools = g_new (Pool, net->n_nodes + 1);
  g_autofree double *rest = g_new (double, net->n_nodes + 1);
  const Heights self = { net, rest, pools };

  find_rest (&self, tree);
  for (guint sweep = 0; sweep < N_SWEEPS && !okr_graph_net_is_cancelled (net); sweep++)
    for (guint i = 0; i < net->n_layers; i++)
      settle_layer (&self, sweep % 2 == 0 ? net->n_layers - 1 - i : i);
}

static void
move_to_origin (OkrGraphNet *net)
{
  double top = G_MAXDOUBLE;

  for (guint i = 0; i < net->n_nodes; i++)
    top = MIN (top, net->nodes[i].y);
  for (guint i = 0; i < net->n_nodes; i++)
    net->nodes[i].y -= top;
}

void
okr_graph_find_heights (OkrGraphNet *net)
{
  g_autoptr (OkrGraphTree) tree = okr_graph_tree_new (net);

  okr_graph_tree_update (tree);
  okr_graph_tree_tidy (tree);
  if (!okr_graph_tree_is_forest (tree))
    shorten_links (net, tree);
  move_to_origin (net);
}
