/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-private.h"

static guint
count_places (const OkrGraphNet *self, const guint *layers)
{
  guint n_places = 0;

  for (guint i = 0; i < self->graph->links->len; i++)
    {
      const OkrGraphLink *link = okr_graph_link (self->graph, i);

      if (okr_graph_net_has_link (self, i))
        n_places += layers[link->from] - layers[link->to] - 1;
    }

  return n_places;
}

static guint
count_used_links (const OkrGraphNet *self)
{
  guint n_links = 0;

  for (guint i = 0; i < self->graph->links->len; i++)
    n_links += okr_graph_net_has_link (self, i);

  return n_links;
}

static void
add_boxes (OkrGraphNet *self, const guint *layers)
{
  for (guint i = 0; i < self->n_boxes; i++)
    {
      OkrGraphNode *node = &self->nodes[i];

      node->box = i;
      node->link = OKR_GRAPH_NONE;
      node->layer = layers[i];
      node->height = okr_graph_box (self->graph, i)->height;
      self->n_layers = MAX (self->n_layers, layers[i] + 1);
    }
}

static void
add_segment (OkrGraphNet *self, guint left, guint right, guint link)
{
  OkrGraphSegment *segment = &self->segments[self->n_segments++];
  const OkrGraphLink *it = okr_graph_link (self->graph, link);

  segment->left = left;
  segment->right = right;
  segment->link = link;
  segment->weight = it->weight;
  if (left < self->n_boxes)
    segment->left_offset = okr_graph_get_arrival (self->graph, left, it->port);
  if (right < self->n_boxes)
    segment->right_offset = okr_graph_get_head_middle (self->graph, right);
}

static void
add_link (OkrGraphNet *self, guint link)
{
  const OkrGraphLink *it = okr_graph_link (self->graph, link);
  guint right = it->from;

  self->first_place[link] = OKR_GRAPH_NONE;
  self->first_segment[link] = self->n_segments;
  if (!okr_graph_net_has_link (self, link))
    return;

  for (guint layer = self->nodes[it->from].layer - 1; layer > self->nodes[it->to].layer; layer--)
    {
      OkrGraphNode *node = &self->nodes[self->n_nodes];

      if (self->first_place[link] == OKR_GRAPH_NONE)
        self->first_place[link] = self->n_nodes;
      node->box = OKR_GRAPH_NONE;
      node->link = link;
      node->layer = layer;
      add_segment (self, self->n_nodes, right, link);
      right = self->n_nodes++;
    }
  add_segment (self, it->to, right, link);
}

static void
list_segments (OkrGraphNet *self)
{
  guint n_left = 0, n_right = 0;

  for (guint i = 0; i < self->n_segments; i++)
    {
      self->nodes[self->segments[i].right].n_left++;
      self->nodes[self->segments[i].left].n_right++;
    }
  for (guint i = 0; i < self->n_nodes; i++)
    {
      self->nodes[i].first_left = n_left;
      self->nodes[i].first_right = n_right;
      n_left += self->nodes[i].n_left;
      n_right += self->nodes[i].n_right;
      self->nodes[i].n_left = self->nodes[i].n_right = 0;
    }
  for (guint i = 0; i < self->n_segments; i++)
    {
      OkrGraphNode *left = &self->nodes[self->segments[i].left];
      OkrGraphNode *right = &self->nodes[self->segments[i].right];

      self->right_ends[left->first_right + left->n_right++] = i;
      self->left_ends[right->first_left + right->n_left++] = i;
    }
}

static guint
find_part (OkrGraphNet *self, guint node)
{
  while (self->nodes[node].part != node)
    node = self->nodes[node].part = self->nodes[self->nodes[node].part].part;

  return node;
}

static void
join_parts (OkrGraphNet *self, guint a, guint b)
{
  const guint first = find_part (self, a);
  const guint second = find_part (self, b);

  self->nodes[MAX (first, second)].part = MIN (first, second);
}

static void
find_parts (OkrGraphNet *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    self->nodes[i].part = i;
  for (guint i = 0; i < self->n_segments; i++)
    join_parts (self, self->segments[i].left, self->segments[i].right);
  for (guint i = 0; i < self->graph->links->len; i++)
    if (self->detours[i])
      join_parts (self, okr_graph_link (self->graph, i)->from, okr_graph_link (self->graph, i)->to);
  for (guint i = 0; i < self->n_nodes; i++)
    self->nodes[i].part = find_part (self, i);
}

static int
compare_arrivals (gconstpointer a, gconstpointer b, gpointer data)
{
  const OkrGraphNet *self = data;
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;
  const double above = self->segments[first].left_offset;
  const double below = self->segments[second].left_offset;
  guint above_box, below_box;

  if (above < below || above > below)
    return above < below ? -1 : 1;

  above_box = okr_graph_link (self->graph, self->segments[first].link)->from;
  below_box = okr_graph_link (self->graph, self->segments[second].link)->from;
  if (above_box != below_box)
    return above_box < below_box ? -1 : 1;

  return first < second ? -1 : first > second;
}

/* Links that end at the same height end at the same door: they do not cross there. */
static void
find_doors (OkrGraphNet *self, OkrGraphNode *node)
{
  guint *ends = self->right_ends + node->first_right;

  if (node->n_right > 1)
    g_qsort_with_data (ends, (int) node->n_right, sizeof (guint), compare_arrivals, self);
  for (guint i = 0; i < node->n_right; i++)
    {
      OkrGraphSegment *segment = &self->segments[ends[i]];

      if (i == 0 || segment->left_offset > self->segments[ends[i - 1]].left_offset)
        node->n_doors++;
      segment->door = node->n_doors - 1;
    }
}

static void
fill_layers (OkrGraphNet *self)
{
  g_autofree guint *n_placed = g_new0 (guint, self->n_layers + 1);

  for (guint i = 0; i < self->n_nodes; i++)
    self->layer_start[self->nodes[i].layer + 1]++;
  for (guint i = 0; i < self->n_layers; i++)
    self->layer_start[i + 1] += self->layer_start[i];
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const guint layer = self->nodes[i].layer;

      self->order[self->layer_start[layer] + n_placed[layer]++] = i;
    }
  for (guint i = 0; i < self->n_layers; i++)
    okr_graph_net_number (self, i);
}

/* Takes over nothing: @ignored has to live as long. */
OkrGraphNet *
okr_graph_net_new (const OkrGraph *graph, const guint *layers, gboolean *ignored)
{
  OkrGraphNet *self = g_new0 (OkrGraphNet, 1);
  guint n_places;

  self->graph = graph;
  self->ignored = ignored;
  self->detours = okr_graph_find_detours (graph, layers, ignored);
  self->n_boxes = graph->boxes->len;
  self->n_nodes = self->n_boxes;
  n_places = count_places (self, layers);

  self->nodes = g_new0 (OkrGraphNode, self->n_boxes + n_places + 1);
  self->segments = g_new0 (OkrGraphSegment, count_used_links (self) + n_places + 1);
  self->first_place = g_new (guint, graph->links->len + 1);
  self->first_segment = g_new (guint, graph->links->len + 1);
  add_boxes (self, layers);
  for (guint i = 0; i < graph->links->len; i++)
    add_link (self, i);

  self->left_ends = g_new (guint, self->n_segments + 1);
  self->right_ends = g_new (guint, self->n_segments + 1);
  list_segments (self);
  find_parts (self);
  for (guint i = 0; i < self->n_nodes; i++)
    find_doors (self, &self->nodes[i]);

  self->layer_start = g_new0 (guint, self->n_layers + 2);
  self->order = g_new (guint, self->n_nodes + 1);
  fill_layers (self);

  return self;
}

void
okr_graph_net_free (OkrGraphNet *self)
{
  if (self == NULL)
    return;
  g_free (self->nodes);
  g_free (self->segments);
  g_free (self->left_ends);
  g_free (self->right_ends);
  g_free (self->layer_start);
  g_free (self->order);
  g_free (self->first_place);
  g_free (self->first_segment);
  g_free (self->detours);
  g_free (self);
}

/* The segment that holds a node in the tree: the heaviest to its left, the first of them in plan
 * order. */
guint
okr_graph_net_get_main_segment (const OkrGraphNet *self, guint node)
{
  const OkrGraphNode *it = &self->nodes[node];
  guint main = OKR_GRAPH_NONE;

  for (guint i = 0; i < it->n_left; i++)
    {
      const guint segment = self->left_ends[it->first_left + i];

      if (main == OKR_GRAPH_NONE || self->segments[segment].weight > self->segments[main].weight)
        main = segment;
    }

  return main;
}

guint
okr_graph_net_get_main_link (const OkrGraphNet *self, guint box)
{
  const guint segment = okr_graph_net_get_main_segment (self, box);

  return segment == OKR_GRAPH_NONE ? OKR_GRAPH_NONE : self->segments[segment].link;
}

/* What has to be free between two nodes that follow each other in a layer. */
double
okr_graph_net_get_gap (const OkrGraphNet *self, const OkrGraphNode *upper,
                       const OkrGraphNode *lower)
{
  const OkrGraphSpacing *spacing = &self->graph->spacing;
  const guint n_boxes = (upper->box != OKR_GRAPH_NONE) + (lower->box != OKR_GRAPH_NONE);

  if (n_boxes == 2)
    return upper->part == lower->part ? spacing->box_gap
                                      : MAX (spacing->box_gap, spacing->part_gap);

  return n_boxes == 1 ? spacing->link_gap : spacing->tight_link_gap;
}

/* Tells the nodes of a layer their places after its order has changed. */
void
okr_graph_net_number (OkrGraphNet *self, guint layer)
{
  const guint *order = okr_graph_net_layer (self, layer);
  guint n_doors = 0;

  for (guint i = 0; i < okr_graph_net_layer_size (self, layer); i++)
    {
      OkrGraphNode *node = &self->nodes[order[i]];

      node->place = i;
      node->first_door = n_doors;
      n_doors += node->n_doors;
    }
}

void
okr_graph_net_set_order (OkrGraphNet *self, const guint *order)
{
  memmove (self->order, order, sizeof (guint) * self->n_nodes);
  for (guint i = 0; i < self->n_layers; i++)
    okr_graph_net_number (self, i);
}
