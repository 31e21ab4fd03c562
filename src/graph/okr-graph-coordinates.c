/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-private.h"

/* Heights that make the links short: layer after layer, every node goes to the mean of where its
 * neighbours want it, as far as the others in its layer let it. That is an isotonic regression,
 * solved exactly by pooling neighbours that want to pass each other. */

#define N_SWEEPS 24
#define WEIGHT_OF_REST 0.001

typedef struct
{
  double weight;
  double sum;
  guint n;
} Pool;

static double
get_gap (const OkrGraphNet *net, const OkrGraphNode *upper, const OkrGraphNode *lower)
{
  const OkrGraphSpacing *spacing = &net->graph->spacing;
  const guint n_boxes = (upper->box != OKR_GRAPH_NONE) + (lower->box != OKR_GRAPH_NONE);

  if (n_boxes == 2)
    return spacing->box_gap;

  return n_boxes == 1 ? spacing->link_gap : spacing->tight_link_gap;
}

static void
pull (const OkrGraphNet *net, const OkrGraphNode *node, double *sum, double *weights)
{
  for (guint i = 0; i < node->n_left; i++)
    {
      const OkrGraphSegment *s = &net->segments[net->left_ends[node->first_left + i]];

      *sum += s->weight * (net->nodes[s->left].y + s->left_offset - s->right_offset);
      *weights += s->weight;
    }
  for (guint i = 0; i < node->n_right; i++)
    {
      const OkrGraphSegment *s = &net->segments[net->right_ends[node->first_right + i]];

      *sum += s->weight * (net->nodes[s->right].y + s->right_offset - s->left_offset);
      *weights += s->weight;
    }
}

static void
settle_layer (OkrGraphNet *net, guint layer, Pool *pools)
{
  const guint *order = okr_graph_net_layer (net, layer);
  const guint size = okr_graph_net_layer_size (net, layer);
  double below = 0;
  guint n = 0;

  for (guint i = 0; i < size; i++)
    {
      OkrGraphNode *node = &net->nodes[order[i]];
      double sum = node->y * WEIGHT_OF_REST, weights = WEIGHT_OF_REST;

      if (i > 0)
        below += net->nodes[order[i - 1]].height + get_gap (net, &net->nodes[order[i - 1]], node);
      pull (net, node, &sum, &weights);
      pools[n++] = (Pool){ weights, sum - weights * below, 1 };
      while (n > 1 &&
             pools[n - 2].sum * pools[n - 1].weight >= pools[n - 1].sum * pools[n - 2].weight)
        {
          pools[n - 2].sum += pools[n - 1].sum;
          pools[n - 2].weight += pools[n - 1].weight;
          pools[n - 2].n += pools[n - 1].n;
          n--;
        }
    }

  below = 0;
  for (guint p = 0, i = 0; p < n; p++)
    for (guint last = i + pools[p].n; i < last; i++)
      {
        OkrGraphNode *node = &net->nodes[order[i]];

        if (i > 0)
          below += net->nodes[order[i - 1]].height + get_gap (net, &net->nodes[order[i - 1]], node);
        node->y = pools[p].sum / pools[p].weight + below;
      }
}

static void
stack (OkrGraphNet *net)
{
  for (guint layer = 0; layer < net->n_layers; layer++)
    {
      const guint *order = okr_graph_net_layer (net, layer);
      double y = 0;

      for (guint i = 0; i < okr_graph_net_layer_size (net, layer); i++)
        {
          OkrGraphNode *node = &net->nodes[order[i]];

          if (i > 0)
            y += get_gap (net, &net->nodes[order[i - 1]], node);
          node->y = y;
          y += node->height;
        }
    }
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
  g_autofree Pool *pools = g_new (Pool, net->n_nodes + 1);

  stack (net);
  for (guint sweep = 0; sweep < N_SWEEPS && !okr_graph_net_is_cancelled (net); sweep++)
    for (guint i = 0; i < net->n_layers; i++)
      settle_layer (net, sweep % 2 == 0 ? net->n_layers - 1 - i : i, pools);
  move_to_origin (net);
}
