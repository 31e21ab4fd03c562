/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-tree-private.h"

/* Leads a long link through the layers on the way with the fewest crossings of all, while nothing
 * else moves. Layer by layer: the cost of every slot between two nodes, from the cheapest way to
 * any slot of the layer before. Going down the slots of a layer by one changes the cost of a whole
 * prefix of the slots before; a tree of minima takes that in one step. */

/* What a crossing costs, in slots of detour: more than any detour. */
#define CROSSING ((gint64) 1 << 24)

typedef struct
{
  OkrGraphNet *net;
  guint link;
  gint64 *least; /* tree of minima: 1 is the root, the slots begin at n_leaves */
  gint64 *added; /* to all below a node of that tree */
  guint n_leaves;
  gint64 offset; /* to all slots */
  gint64 *costs; /* by slot of the layer */
  GArray *ways;  /* by layer and slot: the slot in the layer before */
  const OkrGraphTree *tree;
  guint *own;                /* by layer: the place of the link itself, or NONE */
  guint *nearest, *farthest; /* by layer: between which slots the link need not turn back */
} Thread;

static void
plant (Thread *self, guint n_slots)
{
  self->n_leaves = 1;
  while (self->n_leaves < n_slots)
    self->n_leaves *= 2;
  for (guint i = 0; i < self->n_leaves; i++)
    self->least[self->n_leaves + i] = i < n_slots ? self->costs[i] : G_MAXINT64 / 4;
  memset (self->added, 0, sizeof (gint64) * 2 * self->n_leaves);
  for (guint i = self->n_leaves; i-- > 1;)
    self->least[i] = MIN (self->least[2 * i], self->least[2 * i + 1]);
  self->offset = 0;
}

/* Adds two crossings to the slots from the first to @last. */
static void
add_to_prefix (Thread *self, guint last)
{
  guint i = self->n_leaves + last;

  self->least[i] += 2 * CROSSING;
  self->added[i] += 2 * CROSSING;
  for (; i > 1; i /= 2)
    {
      if (i % 2 == 1)
        {
          self->least[i - 1] += 2 * CROSSING;
          self->added[i - 1] += 2 * CROSSING;
        }
      self->least[i / 2] =
          MIN (self->least[i - i % 2], self->least[i - i % 2 + 1]) + self->added[i / 2];
    }
}

static guint
find_least (const Thread *self)
{
  guint i = 1;

  while (i < self->n_leaves)
    i = 2 * i + (self->least[2 * i + 1] < self->least[2 * i]);

  return i - self->n_leaves;
}

/* The place of a node when the link's own places are not there. */
static guint
get_place (const Thread *self, guint node)
{
  const OkrGraphNode *it = &self->net->nodes[node];

  return it->place - (self->own[it->layer] < it->place);
}

/* Costs of the slots right of the target: @door is where the link ends. */
static void
start (Thread *self, guint layer, guint door)
{
  const OkrGraphNet *net = self->net;
  const guint *order = okr_graph_net_layer (net, layer);
  const guint size = okr_graph_net_layer_size (net, layer);
  gint64 cost = 0;
  guint slot = 0;

  for (guint pass = 0; pass < 2; pass++)
    {
      slot = 0;
      self->costs[0] = cost * CROSSING;
      for (guint i = 0; i < size; i++)
        {
          const OkrGraphNode *node = &net->nodes[order[i]];

          if (i == self->own[layer])
            continue;
          for (guint j = 0; j < node->n_left; j++)
            {
              const OkrGraphSegment *it = &net->segments[net->left_ends[node->first_left + j]];
              const guint end = net->nodes[it->left].first_door + it->door;

              cost += pass == 0 ? end < door : (end > door) - (end < door);
            }
          if (pass == 1)
            self->costs[++slot] = cost * CROSSING;
        }
    }
}

/* A detour around everything may cross as little as the straight way. */
static void
add_detours (Thread *self, guint layer)
{
  const guint n_slots = okr_graph_net_layer_size (self->net, layer);

  for (guint slot = 0; slot < n_slots; slot++)
    self->costs[slot] += slot < self->nearest[layer]    ? self->nearest[layer] - slot
                         : slot > self->farthest[layer] ? slot - self->farthest[layer]
                                                        : 0;
}

/* From the slots of @layer to those of the next one. */
static void
go_on (Thread *self, guint layer)
{
  const OkrGraphNet *net = self->net;
  const guint *order = okr_graph_net_layer (net, layer);
  const guint *next_order = okr_graph_net_layer (net, layer + 1);
  gint64 n_above = 0;
  guint slot = 0, way;

  for (guint i = 0; i < okr_graph_net_layer_size (net, layer); i++)
    if (i != self->own[layer])
      {
        n_above += net->nodes[order[i]].n_right;
        self->costs[++slot] += n_above * CROSSING;
      }
  plant (self, slot + 1);

  slot = 0;
  self->costs[0] = self->least[1];
  way = find_least (self);
  g_array_append_val (self->ways, way);
  for (guint i = 0; i < okr_graph_net_layer_size (net, layer + 1); i++)
    {
      const OkrGraphNode *node = &net->nodes[next_order[i]];

      if (i == self->own[layer + 1])
        continue;
      for (guint j = 0; j < node->n_left; j++)
        {
          const guint segment = net->left_ends[node->first_left + j];

          add_to_prefix (self, get_place (self, net->segments[segment].left));
          self->offset -= CROSSING;
        }
      self->costs[++slot] = self->least[1] + self->offset;
      way = find_least (self);
      g_array_append_val (self->ways, way);
    }
}

/* Adds what the last piece crosses, to the box from which the link comes. */
static guint
finish (Thread *self, guint layer, guint from, gint64 *least)
{
  const OkrGraphNet *net = self->net;
  const guint *order = okr_graph_net_layer (net, layer);
  const guint end = net->nodes[from].place;
  gint64 cost = 0;
  guint best = 0;

  *least = G_MAXINT64;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0, slot = 0; i <= okr_graph_net_layer_size (net, layer); i++)
      {
        if (i == self->own[layer])
          continue;
        if (pass == 1 && self->costs[slot] + cost * CROSSING < *least)
          {
            *least = self->costs[slot] + cost * CROSSING;
            best = slot;
          }
        slot++;
        if (i == okr_graph_net_layer_size (net, layer))
          break;
        for (guint j = 0; j < net->nodes[order[i]].n_right; j++)
          {
            const guint segment = net->right_ends[net->nodes[order[i]].first_right + j];
            const guint other = net->nodes[net->segments[segment].right].place;

            cost += pass == 0 ? other < end : (other > end) - (other < end);
          }
      }

  return best;
}

static void
move_to_slot (OkrGraphNet *net, guint node, guint slot)
{
  const guint layer = net->nodes[node].layer;
  const guint place = net->nodes[node].place;
  guint *order = okr_graph_net_layer (net, layer);

  if (slot == place)
    return;
  if (slot < place)
    memmove (order + slot + 1, order + slot, sizeof (guint) * (place - slot));
  else
    memmove (order + place, order + place + 1, sizeof (guint) * (slot - place));
  order[slot] = node;
  okr_graph_net_number (net, layer);
}

static gint64
count_own_crossings (const OkrGraphNet *net, guint link)
{
  const OkrGraphLink *it = okr_graph_link (net->graph, link);
  gint64 n_crossings = 0;

  for (guint layer = net->nodes[it->to].layer; layer < net->nodes[it->from].layer; layer++)
    n_crossings += okr_graph_count_crossings_of (net, okr_graph_net_get_segment (net, link, layer));

  return n_crossings;
}

/* Puts the places of the link into the slots of the cheapest way, beginning with @slot at the
 * right.
 */
static void
take_way (Thread *self, guint first, guint last, guint slot)
{
  OkrGraphNet *net = self->net;
  guint known = self->ways->len;

  for (guint layer = last; layer > first; layer--)
    {
      known -= okr_graph_net_layer_size (net, layer);
      move_to_slot (net, net->first_place[self->link] + last - layer, slot);
      slot = g_array_index (self->ways, guint, known + slot);
    }
  move_to_slot (net, net->first_place[self->link] + last - first, slot);
}

/* Between what is below the target in the tree and what the source is below of. */
static void
find_corridor (Thread *self, guint first, guint last)
{
  const OkrGraphNet *net = self->net;
  const OkrGraphLink *it = okr_graph_link (net->graph, self->link);
  guint below = it->to, above = it->from, place;

  for (guint layer = first; layer <= last; layer++)
    {
      const guint size = okr_graph_net_layer_size (net, layer);

      place = self->tree->first_child[below] + self->tree->n_children[below] / 2;
      self->nearest[layer] = place;
      below = okr_graph_net_layer (net, layer)[MIN (place, size - 1)];
    }
  for (guint layer = last; layer >= first; layer--)
    {
      if (above != OKR_GRAPH_NONE)
        above = self->tree->parent[above];
      place = above == OKR_GRAPH_NONE ? self->nearest[layer] : net->nodes[above].place;
      self->farthest[layer] = MAX (self->nearest[layer], place);
      self->nearest[layer] = MIN (self->nearest[layer], place);
    }
}

static gint64
measure_detour (const Thread *self, guint first, guint last)
{
  gint64 detour = 0;

  for (guint layer = first; layer <= last; layer++)
    {
      const guint place = self->own[layer];

      detour += place < self->nearest[layer]    ? self->nearest[layer] - place
                : place > self->farthest[layer] ? place - self->farthest[layer]
                                                : 0;
    }

  return detour;
}

/* Returns whether the link has a better way now. */
static gboolean
lead (Thread *self)
{
  OkrGraphNet *net = self->net;
  const OkrGraphLink *it = okr_graph_link (net->graph, self->link);
  const guint first = net->nodes[it->to].layer + 1, last = net->nodes[it->from].layer - 1;
  const guint end = okr_graph_net_get_segment (net, self->link, first - 1);
  gint64 before, least;
  guint slot;

  for (guint layer = first; layer <= last; layer++)
    self->own[layer] = net->nodes[net->first_place[self->link] + last - layer].place;
  g_array_set_size (self->ways, 0);
  find_corridor (self, first, last);
  before = count_own_crossings (net, self->link) * CROSSING + measure_detour (self, first, last);
  if (before == 0)
    {
      for (guint layer = first; layer <= last; layer++)
        self->own[layer] = OKR_GRAPH_NONE;
      return FALSE;
    }
  start (self, first, net->nodes[it->to].first_door + net->segments[end].door);
  add_detours (self, first);
  for (guint layer = first; layer < last; layer++)
    {
      go_on (self, layer);
      add_detours (self, layer + 1);
    }
  slot = finish (self, last, it->from, &least);
  for (guint layer = first; layer <= last; layer++)
    self->own[layer] = OKR_GRAPH_NONE;

  if (least >= before)
    return FALSE;
  take_way (self, first, last, slot);

  return TRUE;
}

/* Leads every long link through the layers anew, or those for which @only says so. */
gboolean
okr_graph_tree_thread_links (OkrGraphTree *tree, const gboolean *only, gint64 *budget)
{
  OkrGraphNet *net = tree->net;
  Thread self = { .net = net, .tree = tree };
  gboolean better = FALSE;

  self.least = g_new (gint64, 4 * (net->n_nodes + 2));
  self.added = g_new (gint64, 4 * (net->n_nodes + 2));
  self.own = g_new (guint, net->n_layers + 1);
  self.nearest = g_new (guint, net->n_layers + 1);
  self.farthest = g_new (guint, net->n_layers + 1);
  self.costs = g_new (gint64, net->n_nodes + 2);
  self.ways = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i <= net->n_layers; i++)
    self.own[i] = OKR_GRAPH_NONE;
  for (guint i = 0; i<net->graph->links->len && * budget> 0; i++)
    {
      const OkrGraphLink *it = okr_graph_link (net->graph, i);

      if (net->first_place[i] == OKR_GRAPH_NONE || (only != NULL && !only[i]) ||
          okr_graph_net_is_cancelled (net))
        continue;
      self.link = i;
      *budget -= 4 * (net->layer_start[net->nodes[it->from].layer] -
                      net->layer_start[net->nodes[it->to].layer + 1]);
      better |= lead (&self);
    }
  g_free (self.least);
  g_free (self.added);
  g_free (self.costs);
  g_free (self.own);
  g_free (self.nearest);
  g_free (self.farthest);
  g_array_unref (self.ways);

  return better;
}
