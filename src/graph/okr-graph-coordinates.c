/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-tree-private.h"

#include <math.h>

/* Heights for an order. What a tidy tree is enough for stays as tidy. Where there are links beside
 * the tree, the boxes at their ends and the places that they pass move to where links are shorter,
 * and parents stay in the middle of their children: layer after layer, every node goes to the
 * weighted mean of where its neighbours want it, as far as the others in its layer let it. That is
 * an isotonic regression, solved exactly by pooling neighbours that want to pass each other;
 * weights that fall with the distance make the sum of lengths the measure instead of the sum of
 * their squares. */

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
  const OkrGraphTree *tree;
  double *rest; /* by node: weight of the place where it is */
  Pool *pools;
} Heights;

typedef struct
{
  double sum;
  double weights;
} Mean;

static void
pull_to (Mean *mean, double wish, double weight, double y)
{
  const double nearer = weight / (ABS (wish - y) + NEAR);

  mean->sum += nearer * wish;
  mean->weights += nearer;
}

static double
find_wish (const Heights *self, guint segment)
{
  const OkrGraphSegment *it = &self->net->segments[segment];

  return self->net->nodes[it->right].y + it->right_offset - it->left_offset;
}

/* The children want to be around their parent, wherever each of them is. */
static gboolean
pull_from_children (const Heights *self, guint number, Mean *mean)
{
  const OkrGraphNet *net = self->net;
  const OkrGraphNode *node = &net->nodes[number];
  OkrGraphOuter outer;
  double weight = 0;

  for (guint i = 0; i < node->n_right; i++)
    {
      const guint segment = net->right_ends[node->first_right + i];
      const double strength = sqrt (net->segments[segment].weight);

      if (okr_graph_tree_has_segment (self->tree, segment))
        weight += strength;
      else
        pull_to (mean, find_wish (self, segment), strength, node->y);
    }
  if (weight <= 0)
    return FALSE;
  outer = okr_graph_tree_find_outer (self->tree, number);
  pull_to (mean, (find_wish (self, outer.first) + find_wish (self, outer.last)) / 2, weight,
           node->y);

  return TRUE;
}

static void
pull (const Heights *self, guint number, Mean *mean)
{
  const OkrGraphNet *net = self->net;
  const OkrGraphNode *node = &net->nodes[number];
  const gboolean is_parent = pull_from_children (self, number, mean) && number < net->n_boxes;

  for (guint i = 0; i < node->n_left; i++)
    {
      const guint segment = net->left_ends[node->first_left + i];
      const OkrGraphSegment *it = &net->segments[segment];
      const double wish = net->nodes[it->left].y + it->left_offset - it->right_offset;

      if (!is_parent || !okr_graph_tree_has_segment (self->tree, segment))
        pull_to (mean, wish, sqrt (it->weight), node->y);
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
      Mean mean = { node->y * self->rest[order[i]], self->rest[order[i]] };

      below += get_step (net, order, i);
      pull (self, order[i], &mean);
      pools[n++] = (Pool){ mean.weights, mean.sum - mean.weights * below, 1 };
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

/* Only what has no children and nothing beside the tree stays. */
static void
find_rest (const Heights *self)
{
  const OkrGraphNet *net = self->net;

  for (guint i = 0; i < net->n_nodes; i++)
    self->rest[i] = i < net->n_boxes ? FIRMLY : LOOSELY;
  for (guint i = 0; i < net->n_segments; i++)
    {
      self->rest[net->segments[i].left] = LOOSELY;
      if (!okr_graph_tree_has_segment (self->tree, i))
        self->rest[net->segments[i].right] = LOOSELY;
    }
}

static void
shorten_links (OkrGraphNet *net, const OkrGraphTree *tree)
{
  g_autofree Pool *pools = g_new (Pool, net->n_nodes + 1);
  g_autofree double *rest = g_new (double, net->n_nodes + 1);
  const Heights self = { net, tree, rest, pools };

  find_rest (&self);
  for (guint sweep = 0; sweep < N_SWEEPS && !okr_graph_net_is_cancelled (net); sweep++)
    for (guint i = 0; i < net->n_layers; i++)
      settle_layer (&self, sweep % 2 == 0 ? i : net->n_layers - 1 - i);
}

/* Whether all heights and gaps are whole numbers. */
static gboolean
is_whole (const OkrGraphNet *net)
{
  const OkrGraphSpacing *spacing = &net->graph->spacing;
  const double gaps[] = { spacing->box_gap, spacing->link_gap, spacing->tight_link_gap,
                          spacing->part_gap };

  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (gaps[i] > floor (gaps[i]))
      return FALSE;
  for (guint i = 0; i < net->n_boxes; i++)
    if (net->nodes[i].height > floor (net->nodes[i].height))
      return FALSE;

  return TRUE;
}

static void
move_to_origin (OkrGraphNet *net)
{
  double top = G_MAXDOUBLE;

  for (guint i = 0; i < net->n_nodes; i++)
    top = MIN (top, net->nodes[i].y);
  for (guint i = 0; i < net->n_nodes; i++)
    net->nodes[i].y -= top;

  /* Edges are sharp then, and as whole distances stay, nothing comes too near to anything. */
  if (is_whole (net))
    for (guint i = 0; i < net->n_nodes; i++)
      net->nodes[i].y = floor (net->nodes[i].y + 0.5);
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
