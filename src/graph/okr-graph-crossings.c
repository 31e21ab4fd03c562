/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-private.h"

/* Crossings between two layers: pairs of segments whose ends are in the opposite order. Walks the
 * segments by their left ends from the top, and asks a Fenwick tree how many of those before end
 * further down at the right: Barth, Mutzel and Jünger, "Simple and efficient bilayer cross
 * counting", JGAA 8 (2004), with doors as the nodes of the left side. */

typedef struct
{
  guint *sums; /* 1-based */
  guint n;
} Fenwick;

static void
fenwick_add (Fenwick *self, guint place)
{
  for (guint i = place + 1; i <= self->n; i += i & (~i + 1))
    self->sums[i]++;
}

/* How many were added at @place or above. */
static guint
fenwick_count (const Fenwick *self, guint place)
{
  guint sum = 0;

  for (guint i = place + 1; i > 0; i &= i - 1)
    sum += self->sums[i];

  return sum;
}

static guint64
count_at_node (const OkrGraphNet *net, const OkrGraphNode *node, Fenwick *ends, guint *n_before)
{
  const guint *segments = net->right_ends + node->first_right;
  guint64 n_crossings = 0;

  for (guint i = 0; i < node->n_right;)
    {
      const guint door = net->segments[segments[i]].door;
      guint next = i;

      for (; next < node->n_right && net->segments[segments[next]].door == door; next++)
        n_crossings +=
            *n_before - fenwick_count (ends, net->nodes[net->segments[segments[next]].right].place);
      for (; i < next; i++)
        {
          fenwick_add (ends, net->nodes[net->segments[segments[i]].right].place);
          (*n_before)++;
        }
    }

  return n_crossings;
}

/* @scratch has room for one more than the nodes of any layer. */
static guint64
count_between (const OkrGraphNet *net, guint left_layer, guint *scratch)
{
  const guint *order = okr_graph_net_layer (net, left_layer);
  Fenwick ends = { scratch, okr_graph_net_layer_size (net, left_layer + 1) };
  guint64 n_crossings = 0;
  guint n_before = 0;

  memset (scratch, 0, sizeof (guint) * (ends.n + 1));
  for (guint i = 0; i < okr_graph_net_layer_size (net, left_layer); i++)
    n_crossings += count_at_node (net, &net->nodes[order[i]], &ends, &n_before);

  return n_crossings;
}

guint64
okr_graph_count_crossings (const OkrGraphNet *net)
{
  g_autofree guint *scratch = g_new (guint, net->n_nodes + 2);
  guint64 n_crossings = 0;

  for (guint i = 0; i + 1 < net->n_layers; i++)
    n_crossings += count_between (net, i, scratch);

  return n_crossings;
}

/* Where a segment ends at the left, as a number that grows from top to bottom. */
static guint
get_left_end (const OkrGraphNet *net, guint segment)
{
  return net->nodes[net->segments[segment].left].first_door + net->segments[segment].door;
}

static guint
get_right_end (const OkrGraphNet *net, guint segment)
{
  return net->nodes[net->segments[segment].right].place;
}

typedef guint (*GetEndFunc) (const OkrGraphNet *net, guint segment);

/* By how many the crossings on one side change when two neighbours change places. Short lists. */
static gint64
compare_side (const OkrGraphNet *net, const guint *upper, guint n_upper, const guint *lower,
              guint n_lower, GetEndFunc get_end)
{
  gint64 change = 0;

  for (guint i = 0; i < n_upper; i++)
    {
      const guint end = get_end (net, upper[i]);

      for (guint j = 0; j < n_lower; j++)
        {
          const guint other = get_end (net, lower[j]);

          change += (end < other) - (end > other);
        }
    }

  return change;
}

/* The same, but only on the left side. */
gint64
okr_graph_compare_left (const OkrGraphNet *net, guint upper, guint lower)
{
  const OkrGraphNode *a = &net->nodes[upper];
  const OkrGraphNode *b = &net->nodes[lower];

  return compare_side (net, net->left_ends + a->first_left, a->n_left,
                       net->left_ends + b->first_left, b->n_left, get_left_end);
}

/* By how many the crossings change when @upper and @lower, which follow each other in their layer,
 * change places. */
gint64
okr_graph_compare_swap (const OkrGraphNet *net, guint upper, guint lower)
{
  const OkrGraphNode *a = &net->nodes[upper];
  const OkrGraphNode *b = &net->nodes[lower];

  return okr_graph_compare_left (net, upper, lower) +
         compare_side (net, net->right_ends + a->first_right, a->n_right,
                       net->right_ends + b->first_right, b->n_right, get_right_end);
}

/* How many others a segment crosses. */
gint64
okr_graph_count_crossings_of (const OkrGraphNet *net, guint segment)
{
  const guint left = get_left_end (net, segment);
  const guint right = get_right_end (net, segment);
  const guint layer = net->nodes[net->segments[segment].left].layer;
  const guint *order = okr_graph_net_layer (net, layer);
  gint64 n_crossings = 0;

  for (guint i = 0; i < okr_graph_net_layer_size (net, layer); i++)
    {
      const OkrGraphNode *node = &net->nodes[order[i]];

      for (guint j = 0; j < node->n_right; j++)
        {
          const guint other = net->right_ends[node->first_right + j];
          const guint other_left = get_left_end (net, other);
          const guint other_right = get_right_end (net, other);

          n_crossings += (other_left < left && other_right > right) ||
                         (other_left > left && other_right < right);
        }
    }

  return n_crossings;
}
