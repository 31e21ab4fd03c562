/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-tree-private.h"

/* The tree that an order of the layers draws without a crossing: every node below another one of
 * the layer to the left, the children of a node next to each other. Most nodes stand below what
 * they mainly contribute to; others, and the places of other links, just below what is near. */

OkrGraphTree *
okr_graph_tree_new (OkrGraphNet *net)
{
  OkrGraphTree *self = g_new0 (OkrGraphTree, 1);

  self->net = net;
  self->parent = g_new (guint, net->n_nodes + 1);
  self->n_children = g_new (guint, net->n_nodes + 1);
  self->first_child = g_new (guint, net->n_nodes + 1);
  self->n_strangers = g_new (guint, net->n_nodes + 1);
  self->is_real = g_new (gboolean, net->n_nodes + 1);
  self->span = g_new (double, net->n_nodes + 1);
  self->centre = g_new (double, net->n_nodes + 1);
  self->chain = g_new (guint, net->n_nodes + 1);
  self->scratch = g_new (guint, net->n_nodes + 1);

  return self;
}

void
okr_graph_tree_free (OkrGraphTree *self)
{
  if (self == NULL)
    return;
  g_free (self->parent);
  g_free (self->n_children);
  g_free (self->first_child);
  g_free (self->n_strangers);
  g_free (self->is_real);
  g_free (self->span);
  g_free (self->centre);
  g_free (self->chain);
  g_free (self->scratch);
  g_free (self);
}

/* What a node would stand below: a place of a link that is not its box's main one has nothing. */
static guint
get_wanted_parent (const OkrGraphNet *net, guint node)
{
  const guint segment = okr_graph_net_get_main_segment (net, node);

  if (segment == OKR_GRAPH_NONE)
    return OKR_GRAPH_NONE;
  if (node >= net->n_boxes)
    {
      const guint link = net->nodes[node].link;

      if (okr_graph_net_get_main_link (net, okr_graph_link (net->graph, link)->from) != link)
        return OKR_GRAPH_NONE;
    }

  return net->segments[segment].left;
}

/* How many of the chains found so far end at @place or above. */
static guint
find_chain (const OkrGraphTree *self, guint n_chains, guint place)
{
  guint low = 0, high = n_chains;

  while (low < high)
    {
      const guint middle = (low + high) / 2;
      const guint parent = self->parent[self->scratch[middle]];

      if (self->net->nodes[parent].place <= place)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Lets go of the fewest parents so that the others are in the order of their children: the longest
 * subsequence that does not fall. */
static void
keep_longest_chain (OkrGraphTree *self, guint layer)
{
  const OkrGraphNet *net = self->net;
  const guint *order = okr_graph_net_layer (net, layer);
  guint n_chains = 0, next;

  for (guint i = 0; i < okr_graph_net_layer_size (net, layer); i++)
    {
      const guint node = order[i];
      guint length;

      self->is_real[node] = FALSE;
      if (self->parent[node] == OKR_GRAPH_NONE)
        continue;
      length = find_chain (self, n_chains, net->nodes[self->parent[node]].place);
      self->chain[node] = length == 0 ? OKR_GRAPH_NONE : self->scratch[length - 1];
      self->scratch[length] = node;
      n_chains = MAX (n_chains, length + 1);
    }
  if (n_chains == 0)
    return;
  for (next = self->scratch[n_chains - 1]; next != OKR_GRAPH_NONE; next = self->chain[next])
    self->is_real[next] = TRUE;
}

/* What has no parent of its own gets that of the node above, or else below. */
static void
adopt (OkrGraphTree *self, guint layer)
{
  const OkrGraphNet *net = self->net;
  const guint *order = okr_graph_net_layer (net, layer);
  const guint size = okr_graph_net_layer_size (net, layer);
  const guint n_left = okr_graph_net_layer_size (net, layer - 1);
  guint parent = OKR_GRAPH_NONE;

  for (guint i = 0; i < size && parent == OKR_GRAPH_NONE; i++)
    if (self->is_real[order[i]])
      parent = self->parent[order[i]];
  if (parent == OKR_GRAPH_NONE && n_left > 0)
    parent = okr_graph_net_layer (net, layer - 1)[n_left - 1];
  for (guint i = 0; i < size; i++)
    {
      if (self->is_real[order[i]])
        parent = self->parent[order[i]];
      self->parent[order[i]] = parent;
    }
}

gboolean
okr_graph_tree_has_segment (const OkrGraphTree *self, guint segment)
{
  const guint right = self->net->segments[segment].right;

  return self->is_real[right] && okr_graph_net_get_main_segment (self->net, right) == segment;
}

OkrGraphOuter
okr_graph_tree_find_outer (const OkrGraphTree *self, guint node)
{
  const OkrGraphNet *net = self->net;
  const OkrGraphNode *it = &net->nodes[node];
  OkrGraphOuter outer = { OKR_GRAPH_NONE, OKR_GRAPH_NONE };
  guint least = OKR_GRAPH_NONE, most = 0;

  for (guint i = 0; i < it->n_right; i++)
    {
      const guint segment = net->right_ends[it->first_right + i];
      const guint place = net->nodes[net->segments[segment].right].place;

      if (!okr_graph_tree_has_segment (self, segment))
        continue;
      if (place < least)
        outer.first = segment;
      if (place >= most)
        outer.last = segment;
      least = MIN (least, place);
      most = MAX (most, place);
    }

  return outer;
}

static void
count_strangers (OkrGraphTree *self)
{
  const OkrGraphNet *net = self->net;

  memset (self->n_strangers, 0, sizeof (guint) * net->n_nodes);
  for (guint i = 0; i < net->n_segments; i++)
    {
      const guint left = net->segments[i].left;
      const guint right = net->segments[i].right;

      if (okr_graph_tree_has_segment (self, i))
        continue;
      self->n_strangers[left]++;
      self->n_strangers[right]++;
    }
  for (guint i = net->n_nodes; i-- > 0;)
    {
      const guint node = net->order[i];

      if (self->parent[node] != OKR_GRAPH_NONE)
        self->n_strangers[self->parent[node]] += self->n_strangers[node];
    }
}

/* Where everything will be, roughly: as if no branch reached below another one. */
static void
estimate_places (OkrGraphTree *self)
{
  const OkrGraphNet *net = self->net;
  double *next = g_new0 (double, net->n_nodes + 1); /* where the next child begins */
  double roots = 0;

  memset (self->span, 0, sizeof (double) * net->n_nodes);
  for (guint i = net->n_nodes; i-- > 0;)
    {
      const guint node = net->order[i];
      const gboolean is_box = node < net->n_boxes;
      const double gap = is_box ? net->graph->spacing.box_gap : net->graph->spacing.tight_link_gap;

      next[node] = self->span[node];
      self->span[node] = MAX (self->span[node], net->nodes[node].height + gap);
      if (self->parent[node] != OKR_GRAPH_NONE)
        self->span[self->parent[node]] += self->span[node];
    }
  for (guint i = 0; i < net->n_nodes; i++)
    {
      const guint node = net->order[i];
      const guint parent = self->parent[node];
      double *start = parent == OKR_GRAPH_NONE ? &roots : &next[parent];

      self->centre[node] = *start + self->span[node] / 2;
      *start += self->span[node];
      next[node] = self->centre[node] - next[node] / 2;
    }
  g_free (next);
}

void
okr_graph_tree_number (OkrGraphTree *self, guint layer, guint first, guint end)
{
  OkrGraphNet *net = self->net;
  const guint *order = okr_graph_net_layer (net, layer);
  guint door = 0, child = 0;

  if (first > 0)
    {
      const guint above = order[first - 1];

      door = net->nodes[above].first_door + net->nodes[above].n_doors;
      child = self->first_child[above] + self->n_children[above];
    }
  for (guint i = first; i < end; i++)
    {
      net->nodes[order[i]].place = i;
      net->nodes[order[i]].first_door = door;
      self->first_child[order[i]] = child;
      door += net->nodes[order[i]].n_doors;
      child += self->n_children[order[i]];
    }
}

/* Finds the tree of the present order. */
void
okr_graph_tree_update (OkrGraphTree *self)
{
  OkrGraphNet *net = self->net;

  memset (self->n_children, 0, sizeof (guint) * net->n_nodes);
  for (guint i = 0; i < net->n_nodes; i++)
    {
      self->parent[i] = get_wanted_parent (net, i);
      self->is_real[i] = FALSE;
    }
  for (guint layer = 1; layer < net->n_layers; layer++)
    {
      keep_longest_chain (self, layer);
      adopt (self, layer);
    }
  for (guint i = 0; i < net->n_nodes; i++)
    if (self->parent[i] != OKR_GRAPH_NONE)
      self->n_children[self->parent[i]]++;
  for (guint layer = 0; layer < net->n_layers; layer++)
    okr_graph_tree_number (self, layer, 0, okr_graph_net_layer_size (net, layer));
  count_strangers (self);
  estimate_places (self);
}
