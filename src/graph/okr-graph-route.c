/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-layout-private.h"

#include <math.h>

/* The gap grows by this much of the height that the longest curve in it has to climb. */
#define GAP_PER_CLIMB 0.1

static double
find_climb (const OkrGraphNet *net, guint left_layer)
{
  const guint *order = okr_graph_net_layer (net, left_layer);
  double climb = 0;

  for (guint i = 0; i < okr_graph_net_layer_size (net, left_layer); i++)
    {
      const OkrGraphNode *left = &net->nodes[order[i]];

      for (guint j = 0; j < left->n_right; j++)
        {
          const OkrGraphSegment *it = &net->segments[net->right_ends[left->first_right + j]];
          const OkrGraphNode *right = &net->nodes[it->right];

          climb = MAX (climb, ABS (left->y + it->left_offset - right->y - it->right_offset));
        }
    }

  return climb;
}

static double
find_width (const OkrGraphNet *net, guint layer)
{
  const guint *order = okr_graph_net_layer (net, layer);
  double width = 0;

  for (guint i = 0; i < okr_graph_net_layer_size (net, layer); i++)
    if (order[i] < net->n_boxes)
      width = MAX (width, okr_graph_box (net->graph, order[i])->width);

  return width;
}

/* The nearest layer with boxes in a direction, −1 or 1: empty ones have no place of their own. */
static guint
find_neighbour (const OkrGraphLayout *self, guint layer, int direction)
{
  do
    layer = (guint) ((int) layer + direction);
  while (self->columns[layer].width <= 0);

  return layer;
}

/* By layer: whether links climb at its right that go around; they climb as far as any may. */
static gboolean *
find_detour_gaps (const OkrGraphLayout *self, const OkrGraphNet *net)
{
  gboolean *gaps = g_new0 (gboolean, net->n_layers + 1);

  for (guint i = 0; i < self->n_links; i++)
    {
      const OkrGraphLink *link = okr_graph_link (net->graph, i);

      if (!net->detours[i])
        continue;
      gaps[net->nodes[link->to].layer] = TRUE;
      gaps[find_neighbour (self, net->nodes[link->from].layer, -1)] = TRUE;
    }

  return gaps;
}

/* A layer in which no box stands has no width and no gap of its own: links pass over it. */
void
okr_graph_layout_find_columns (OkrGraphLayout *self, const OkrGraphNet *net)
{
  const OkrGraphSpacing *spacing = &net->graph->spacing;
  const double most = MAX (spacing->layer_gap, spacing->layer_gap_most);
  g_autofree gboolean *detour_gaps = NULL;
  double x = 0;

  for (guint i = 0; i < net->n_layers; i++)
    self->columns[i].width = find_width (net, i);
  detour_gaps = find_detour_gaps (self, net);
  for (guint i = 0; i < net->n_layers; i++)
    {
      OkrGraphColumn *column = &self->columns[i];

      column->x = x;
      if (column->width <= 0)
        continue;
      x += column->width;
      self->width = x;
      x += detour_gaps[i]
               ? most
               : CLAMP (floor (find_climb (net, i) * GAP_PER_CLIMB), spacing->layer_gap, most);
    }
}

static void
add_point (OkrGraphLayout *self, guint *n_points, double x, double y)
{
  self->points[(*n_points)++] = (OkrGraphPoint){ x, y };
}

/* Passes a layer on a straight line, between the boxes there. */
static void
pass_layer (OkrGraphLayout *self, const OkrGraphNode *node, guint *n_points)
{
  const OkrGraphColumn *column = &self->columns[node->layer];

  if (column->width <= 0)
    return;
  add_point (self, n_points, column->x + column->width, node->y);
  add_point (self, n_points, column->x, node->y);
}

/* Around all boxes between the two: below the lowest, where nothing stands. */
static void
go_around (OkrGraphLayout *self, const OkrGraphNet *net, const OkrGraphLink *link, guint *n_points)
{
  const guint first = find_neighbour (self, net->nodes[link->from].layer, -1);
  const guint last = find_neighbour (self, net->nodes[link->to].layer, 1);

  if (first < last)
    return;
  add_point (self, n_points, self->columns[first].x + self->columns[first].width, self->detour_y);
  add_point (self, n_points, self->columns[last].x, self->detour_y);
}

static void
route_link (OkrGraphLayout *self, const OkrGraphNet *net, guint link, guint *n_points)
{
  const OkrGraphLink *it = okr_graph_link (net->graph, link);
  const OkrGraphNode *from = &net->nodes[it->from];
  const OkrGraphNode *to = &net->nodes[it->to];
  const OkrGraphColumn *column = &self->columns[to->layer];
  const double y = to->y + okr_graph_get_arrival (net->graph, it->to, it->port);
  const double width = okr_graph_box (net->graph, it->to)->width;

  add_point (self, n_points, self->columns[from->layer].x,
             from->y + okr_graph_get_head_middle (net->graph, it->from));
  if (net->first_place[link] != OKR_GRAPH_NONE)
    for (guint i = 0; i < from->layer - to->layer - 1; i++)
      pass_layer (self, &net->nodes[net->first_place[link] + i], n_points);
  if (net->detours[link])
    go_around (self, net, it, n_points);
  if (width < column->width)
    add_point (self, n_points, column->x + column->width, y);
  add_point (self, n_points, column->x + width, y);
}

/* Below all boxes and all links that pass between them, where there are links that need it. */
static void
find_detour_height (OkrGraphLayout *self, const OkrGraphNet *net)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_links; i++)
    any |= net->detours[i];
  if (!any)
    return;
  for (guint i = 0; i < net->n_nodes; i++)
    self->height = MAX (self->height, net->nodes[i].y + net->nodes[i].height);
  self->detour_y = self->height = self->height + net->graph->spacing.link_gap;
}

void
okr_graph_layout_route (OkrGraphLayout *self, const OkrGraphNet *net)
{
  const guint n_places = net->n_nodes - net->n_boxes;
  guint n_points = 0;

  find_detour_height (self, net);
  self->points = g_new (OkrGraphPoint, 5 * self->n_links + 2 * n_places + 1);
  for (guint i = 0; i < self->n_links; i++)
    {
      self->first_point[i] = n_points;
      if (!net->ignored[i])
        route_link (self, net, i, &n_points);
    }
  self->first_point[self->n_links] = n_points;
}
