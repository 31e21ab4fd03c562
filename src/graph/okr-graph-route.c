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

/* A layer in which no box stands has no width and no gap of its own: links pass over it. */
void
okr_graph_layout_find_columns (OkrGraphLayout *self, const OkrGraphNet *net)
{
  const OkrGraphSpacing *spacing = &net->graph->spacing;
  double x = 0;

  for (guint i = 0; i < net->n_layers; i++)
    {
      OkrGraphColumn *column = &self->columns[i];
      const double most = MAX (spacing->layer_gap, spacing->layer_gap_most);

      *column = (OkrGraphColumn){ x, find_width (net, i) };
      if (column->width > 0)
        {
          x += column->width;
          self->width = x;
          x += CLAMP (floor (find_climb (net, i) * GAP_PER_CLIMB), spacing->layer_gap, most);
        }
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
  if (width < column->width)
    add_point (self, n_points, column->x + column->width, y);
  add_point (self, n_points, column->x + width, y);
}

void
okr_graph_layout_route (OkrGraphLayout *self, const OkrGraphNet *net)
{
  const guint n_places = net->n_nodes - net->n_boxes;
  guint n_points = 0;

  self->points = g_new (OkrGraphPoint, 3 * self->n_links + 2 * n_places + 1);
  for (guint i = 0; i < self->n_links; i++)
    {
      self->first_point[i] = n_points;
      if (!net->ignored[i])
        route_link (self, net, i, &n_points);
    }
  self->first_point[self->n_links] = n_points;
}
