/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-tree-private.h"

/* Siblings change places together with all that stands below them. So the tree stays without
 * crossings, and the links beside the tree decide. */

/* How far a sibling may move at once. */
#define WINDOW 24

/* How often neighbours may change places on the way back to the order of the plan. */
#define MOST_PASSES 8

typedef struct
{
  guint first;
  guint end;
} Range;

typedef enum
{
  OUTSIDE,
  UPPER,
  LOWER,
} Side;

/* A segment that does not run within one of the two branches. */
typedef struct
{
  guint left_end;
  guint right_end;
  Side left;
  Side right;
  double climb; /* from the left to the right end */
} Stranger;

/* Two branches between two layers. */
typedef struct
{
  const OkrGraphTree *tree;
  guint layer;
  Range left[3]; /* by side; the first is not used */
  Range right[3];
  double shift[3];   /* by how much the branches move; the first not at all */
  guint n_inside[3]; /* segments within a branch */
  GArray *strangers;
} Pair;

static Side
find_side (const Range *ranges, guint place)
{
  if (place >= ranges[UPPER].first && place < ranges[UPPER].end)
    return UPPER;
  if (place >= ranges[LOWER].first && place < ranges[LOWER].end)
    return LOWER;

  return OUTSIDE;
}

static Range
get_children (const OkrGraphTree *tree, guint layer, Range range)
{
  const guint *order = okr_graph_net_layer (tree->net, layer);
  guint last;

  if (range.first == range.end)
    return (Range){ 0, 0 };
  last = order[range.end - 1];

  return (Range){ tree->first_child[order[range.first]],
                  tree->first_child[last] + tree->n_children[last] };
}

static void
add_stranger (Pair *self, guint segment, Side left, Side right)
{
  const OkrGraphNet *net = self->tree->net;
  const OkrGraphSegment *it = &net->segments[segment];
  const Stranger stranger = { net->nodes[it->left].first_door + it->door,
                              net->nodes[it->right].place, left, right,
                              self->tree->centre[it->right] - self->tree->centre[it->left] };

  g_array_append_val (self->strangers, stranger);
}

static void
look_right (Pair *self, Side side)
{
  const OkrGraphNet *net = self->tree->net;
  const guint *order = okr_graph_net_layer (net, self->layer);

  for (guint i = self->left[side].first; i < self->left[side].end; i++)
    {
      const OkrGraphNode *node = &net->nodes[order[i]];

      for (guint j = 0; j < node->n_right; j++)
        {
          const guint segment = net->right_ends[node->first_right + j];
          const Side right =
              find_side (self->right, net->nodes[net->segments[segment].right].place);

          if (right == side)
            self->n_inside[side]++;
          else
            add_stranger (self, segment, side, right);
        }
    }
}

static void
look_left (Pair *self, Side side)
{
  const OkrGraphNet *net = self->tree->net;
  const guint *order = okr_graph_net_layer (net, self->layer + 1);

  for (guint i = self->right[side].first; i < self->right[side].end; i++)
    {
      const OkrGraphNode *node = &net->nodes[order[i]];

      for (guint j = 0; j < node->n_left; j++)
        {
          const guint segment = net->left_ends[node->first_left + j];

          if (find_side (self->left, net->nodes[net->segments[segment].left].place) == OUTSIDE)
            add_stranger (self, segment, OUTSIDE, side);
        }
    }
}

static gint64
compare_strangers (const Stranger *a, const Stranger *b)
{
  const gboolean left_turns = a->left != b->left && a->left != OUTSIDE && b->left != OUTSIDE;
  const gboolean right_turns = a->right != b->right && a->right != OUTSIDE && b->right != OUTSIDE;

  if (left_turns == right_turns || a->left_end == b->left_end || a->right_end == b->right_end)
    return 0;

  return (a->left_end < b->left_end) == (a->right_end < b->right_end) ? 1 : -1;
}

/* How many segments within a branch end above and below. */
static gint64
weigh_inside (const Pair *self, Side side, gboolean at_right, guint end)
{
  const OkrGraphNet *net = self->tree->net;
  const guint *order = okr_graph_net_layer (net, self->layer + 1);
  gint64 above = 0;

  for (guint i = self->right[side].first; i < self->right[side].end; i++)
    {
      const OkrGraphNode *node = &net->nodes[order[i]];

      for (guint j = 0; j < node->n_left; j++)
        {
          const OkrGraphSegment *it = &net->segments[net->left_ends[node->first_left + j]];
          const guint other = at_right ? node->place : net->nodes[it->left].first_door + it->door;

          if (find_side (self->left, net->nodes[it->left].place) == side)
            above += (other < end) - (other > end);
        }
    }

  return above;
}

/* The change for a stranger whose one end passes all of a branch: its other end is what counts. */
static gint64
compare_with_inside (const Pair *self, const Stranger *it, Side side)
{
  const Side other = side == UPPER ? LOWER : UPPER;
  const gint64 sign = side == UPPER ? 1 : -1;
  gint64 change = 0;

  if (self->n_inside[side] == 0)
    return 0;
  if (it->left == other)
    change += weigh_inside (self, side, TRUE, it->right_end);
  if (it->right == other)
    change += weigh_inside (self, side, FALSE, it->left_end);

  return sign * change;
}

static double
compare_lengths (const Pair *self, const Stranger *it)
{
  return ABS (it->climb + self->shift[it->right] - self->shift[it->left]) - ABS (it->climb);
}

static gint64
compare_gap (Pair *self)
{
  gint64 change = 0;
  double lengths = 0;

  g_array_set_size (self->strangers, 0);
  self->n_inside[UPPER] = self->n_inside[LOWER] = 0;
  for (Side side = UPPER; side <= LOWER; side++)
    {
      look_right (self, side);
      look_left (self, side);
    }
  for (guint i = 0; i < self->strangers->len; i++)
    {
      const Stranger *it = &g_array_index (self->strangers, Stranger, i);

      lengths += compare_lengths (self, it);
      change += compare_with_inside (self, it, UPPER) + compare_with_inside (self, it, LOWER);
      for (guint j = i + 1; j < self->strangers->len; j++)
        change += compare_strangers (it, &g_array_index (self->strangers, Stranger, j));
    }

  return change * self->tree->crossing_cost + (gint64) lengths;
}

/* The links from a branch's root that are beside the tree. */
static double
compare_root_lengths (const Pair *self, guint root, Side side)
{
  const OkrGraphNet *net = self->tree->net;
  const OkrGraphNode *node = &net->nodes[root];
  const guint main = okr_graph_net_get_main_segment (net, root);
  double lengths = 0;

  for (guint i = 0; i < node->n_left; i++)
    {
      const guint segment = net->left_ends[node->first_left + i];
      const guint left = net->segments[segment].left;
      const double climb = self->tree->centre[root] - self->tree->centre[left];

      if (segment != main || !self->tree->is_real[root])
        lengths += ABS (climb + self->shift[side]) - ABS (climb);
    }

  return lengths;
}

/* What it costs when two siblings next to each other change places. */
static gint64
compare_siblings (const OkrGraphTree *tree, guint upper, guint lower, GArray *strangers,
                  gint64 *budget)
{
  const OkrGraphNode *a = &tree->net->nodes[upper];
  const OkrGraphNode *b = &tree->net->nodes[lower];
  Pair self = { .tree = tree, .layer = a->layer, .strangers = strangers };
  gint64 change = okr_graph_compare_left (tree->net, upper, lower) * tree->crossing_cost;

  (*budget)--;
  if (tree->n_strangers[upper] + tree->n_strangers[lower] == 0)
    return change;

  self.shift[UPPER] = tree->span[lower];
  self.shift[LOWER] = -tree->span[upper];
  change += (gint64) (compare_root_lengths (&self, upper, UPPER) +
                      compare_root_lengths (&self, lower, LOWER));
  self.left[UPPER] = (Range){ a->place, a->place + 1 };
  self.left[LOWER] = (Range){ b->place, b->place + 1 };
  for (; self.layer + 1 < tree->net->n_layers; self.layer++)
    {
      self.right[UPPER] = get_children (tree, self.layer, self.left[UPPER]);
      self.right[LOWER] = get_children (tree, self.layer, self.left[LOWER]);
      change += compare_gap (&self);
      *budget -= self.left[UPPER].end - self.left[UPPER].first + self.left[LOWER].end -
                 self.left[LOWER].first + (gint64) self.strangers->len * self.strangers->len / 8;
      self.left[UPPER] = self.right[UPPER];
      self.left[LOWER] = self.right[LOWER];
      if (self.left[UPPER].first == self.left[UPPER].end &&
          self.left[LOWER].first == self.left[LOWER].end)
        break;
    }

  return change;
}

static void
shift_range (OkrGraphTree *tree, const guint *nodes, guint n_nodes, double shift)
{
  for (guint i = 0; i < n_nodes; i++)
    tree->centre[nodes[i]] += shift;
}

/* Exchanges two neighbouring ranges of every layer. */
static void
exchange (OkrGraphTree *tree, guint upper)
{
  OkrGraphNet *net = tree->net;
  guint layer = net->nodes[upper].layer;
  const guint lower = okr_graph_net_layer (net, layer)[net->nodes[upper].place + 1];
  Range a = { net->nodes[upper].place, net->nodes[upper].place + 1 };
  Range b = { a.end, a.end + 1 };

  while (a.end > a.first || b.end > b.first)
    {
      guint *order = okr_graph_net_layer (net, layer);
      const Range next_a = get_children (tree, layer, a);
      const Range next_b = get_children (tree, layer, b);
      const guint n_a = a.end - a.first, n_b = b.end - b.first;
      const guint first = n_a > 0 ? a.first : b.first;

      memcpy (tree->scratch, order + first, sizeof (guint) * n_a);
      memmove (order + first, order + first + n_a, sizeof (guint) * n_b);
      memcpy (order + first + n_b, tree->scratch, sizeof (guint) * n_a);
      shift_range (tree, order + first, n_b, -tree->span[upper]);
      shift_range (tree, order + first + n_b, n_a, tree->span[lower]);
      okr_graph_tree_number (tree, layer, first, first + n_a + n_b);
      a = next_a;
      b = next_b;
      if (++layer == net->n_layers)
        break;
    }
}

/* Finds out how far @node had best move in one direction, first without moving anything. */
static guint
find_best_move (const OkrGraphTree *tree, guint node, gboolean down, gint64 *least,
                GArray *strangers, gint64 *budget)
{
  const OkrGraphNet *net = tree->net;
  const guint layer = net->nodes[node].layer;
  const guint *order = okr_graph_net_layer (net, layer);
  const guint size = okr_graph_net_layer_size (net, layer);
  gint64 change = 0;
  guint best = 0;

  for (guint i = 1; i <= WINDOW && *budget > 0; i++)
    {
      const guint place = down ? net->nodes[node].place + i : net->nodes[node].place - i;
      guint other;

      if (place >= size) /* also above the first: the subtraction wraps */
        break;
      other = order[place];
      if (tree->parent[other] != tree->parent[node])
        break;
      change += down ? compare_siblings (tree, node, other, strangers, budget)
                     : compare_siblings (tree, other, node, strangers, budget);
      if (change < *least)
        {
          *least = change;
          best = i;
        }
    }

  return best;
}

/* Moves for good, if the change is what it seemed to be. */
static gboolean
move (OkrGraphTree *tree, guint node, gboolean down, guint n_steps, GArray *strangers,
      gint64 *budget)
{
  const OkrGraphNet *net = tree->net;
  const guint *order = okr_graph_net_layer (net, net->nodes[node].layer);
  gint64 change = 0;

  for (guint i = 0; i < n_steps; i++)
    {
      const guint place = net->nodes[node].place;
      const guint upper = down ? node : order[place - 1];
      const guint lower = down ? order[place + 1] : node;

      change += compare_siblings (tree, upper, lower, strangers, budget);
      exchange (tree, upper);
    }
  if (change < 0)
    return TRUE;
  for (guint i = 0; i < n_steps; i++)
    exchange (tree, down ? order[net->nodes[node].place - 1] : node);

  return FALSE;
}

static gboolean
sift (OkrGraphTree *tree, guint node, GArray *strangers, gint64 *budget)
{
  gint64 least = 0;
  const guint up = find_best_move (tree, node, FALSE, &least, strangers, budget);
  const guint down = find_best_move (tree, node, TRUE, &least, strangers, budget);

  if (down > 0)
    return move (tree, node, TRUE, down, strangers, budget);

  return up > 0 && move (tree, node, FALSE, up, strangers, budget);
}

/* Moves some branches that have links beside the tree to any place among their siblings. */
void
okr_graph_tree_shake (OkrGraphTree *self, guint32 *random)
{
  const OkrGraphNet *net = self->net;
  g_autofree guint *nodes = g_memdup2 (net->order, sizeof (guint) * net->n_nodes);

  for (guint i = 0; i < net->n_nodes; i++)
    {
      const guint node = nodes[i];
      const guint parent = self->parent[node];
      guint n_steps;

      if (self->n_strangers[node] == 0 || parent == OKR_GRAPH_NONE)
        continue;
      *random = *random * 1664525 + 1013904223;
      if (*random >> 29 != 0)
        continue;
      *random = *random * 1664525 + 1013904223;
      n_steps = (*random >> 16) % self->n_children[parent];
      for (guint step = 0; step < n_steps; step++)
        {
          const guint place = net->nodes[node].place;

          if (place + 1 < self->first_child[parent] + self->n_children[parent])
            exchange (self, node);
          else
            break;
        }
    }
}

static guint
get_plan_place (const OkrGraphNet *net, guint node)
{
  return node < net->n_boxes ? node : okr_graph_link (net->graph, net->nodes[node].link)->from;
}

static gboolean
is_worth (const OkrGraphTree *tree, guint upper, guint lower, GArray *strangers, gint64 *budget)
{
  return tree->parent[upper] == tree->parent[lower] &&
         get_plan_place (tree->net, upper) > get_plan_place (tree->net, lower) &&
         compare_siblings (tree, upper, lower, strangers, budget) <= 0;
}

/* Where nothing else decides, siblings stand in the order of the plan. */
void
okr_graph_tree_restore_plan_order (OkrGraphTree *self, gint64 *budget)
{
  OkrGraphNet *net = self->net;
  g_autoptr (GArray) strangers = g_array_new (FALSE, FALSE, sizeof (Stranger));
  gboolean moved = TRUE;

  for (guint pass = 0; moved && pass < MOST_PASSES; pass++)
    {
      moved = FALSE;
      for (guint layer = 0; layer < net->n_layers && !okr_graph_net_is_cancelled (net); layer++)
        {
          const guint *order = okr_graph_net_layer (net, layer);

          for (guint i = 0; i + 1 < okr_graph_net_layer_size (net, layer); i++)
            if (*budget > 0 && is_worth (self, order[i], order[i + 1], strangers, budget))
              {
                exchange (self, order[i]);
                moved = TRUE;
              }
        }
    }
}

/* Every node goes to the best place among its siblings, from the left layers to the right ones. */
gboolean
okr_graph_tree_sift_siblings (OkrGraphTree *self, gint64 *budget)
{
  const OkrGraphNet *net = self->net;
  g_autoptr (GArray) strangers = g_array_new (FALSE, FALSE, sizeof (Stranger));
  g_autofree guint *nodes = g_memdup2 (net->order, sizeof (guint) * net->n_nodes);
  gboolean moved = FALSE;

  for (guint i = 0; i<net->n_nodes && * budget> 0 && !okr_graph_net_is_cancelled (net); i++)
    moved |= sift (self, nodes[i], strangers, budget);

  return moved;
}
