/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-layout-private.h"

static void
take_boxes (OkrGraphLayout *self, const OkrGraphNet *net)
{
  for (guint i = 0; i < self->n_boxes; i++)
    {
      const OkrGraphNode *node = &net->nodes[i];

      self->places[i] = (OkrGraphPlace){ self->columns[node->layer].x, node->y, node->layer };
      self->height = MAX (self->height, node->y + node->height);
    }
}

/* Remembers what the next layout needs in order to go on from this one. */
static void
keep_boxes (OkrGraphLayout *self, const OkrGraphNet *net)
{
  for (guint i = 0; i < self->n_boxes; i++)
    {
      const guint link = okr_graph_net_get_main_link (net, i);
      const OkrGraphLink *main = link == OKR_GRAPH_NONE ? NULL : okr_graph_link (net->graph, link);

      self->kept[i] =
          (OkrGraphKept){ g_strdup (okr_graph_box (net->graph, i)->key), net->nodes[i].place,
                          main == NULL ? OKR_GRAPH_NONE : main->to, main == NULL ? -1 : main->port,
                          okr_graph_get_n_ports (net->graph, i) };
    }
}

static void
keep_links (OkrGraphLayout *self, const OkrGraphNet *net)
{
  guint n_places = 0;

  for (guint i = 0; i < self->n_links; i++)
    {
      const OkrGraphLink *link = okr_graph_link (net->graph, i);

      self->ends[i] = (OkrGraphEnds){ link->from, link->to };
      self->first_place[i] = n_places;
      if (net->first_place[i] == OKR_GRAPH_NONE)
        continue;
      for (guint j = 0; j < self->places[link->from].layer - self->places[link->to].layer - 1; j++)
        self->link_places[n_places++] = net->nodes[net->first_place[i] + j].place;
    }
  self->first_place[self->n_links] = n_places;
}

static OkrGraphLayout *
layout_from_net (const OkrGraphNet *net, gboolean *ignored)
{
  OkrGraphLayout *self = g_new0 (OkrGraphLayout, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_boxes = net->n_boxes;
  self->n_links = net->graph->links->len;
  self->n_layers = net->n_layers;
  self->ignored = ignored;
  self->places = g_new (OkrGraphPlace, self->n_boxes + 1);
  self->columns = g_new (OkrGraphColumn, self->n_layers + 1);
  self->first_point = g_new (guint, self->n_links + 1);
  self->kept = g_new (OkrGraphKept, self->n_boxes + 1);
  self->ends = g_new (OkrGraphEnds, self->n_links + 1);
  self->first_place = g_new (guint, self->n_links + 1);
  self->link_places = g_new (guint, net->n_nodes - net->n_boxes + 1);
  self->n_crossings = okr_graph_count_crossings (net);
  okr_graph_layout_find_columns (self, net);
  take_boxes (self, net);
  okr_graph_layout_route (self, net);
  keep_boxes (self, net);
  keep_links (self, net);

  return self;
}

/**
 * okr_graph_layout_new:
 * @graph: what to lay out; not looked at any more afterwards
 * @earlier: (nullable): a layout to stay with: boxes that keep their layer keep their order, too
 * @cancelled: (nullable): set this to anything but 0, from any thread, to give up
 *
 * Every link that is not ignored runs from a higher to a lower layer. Boxes do not overlap, and
 * links do not run under boxes. In a graph with so many long links that leading each of them from
 * layer to layer would take very long, the longest of the lightest go around below all boxes; how
 * many is counted, not timed.
 *
 * Returns: (transfer full) (nullable): the layout, or %NULL if cancelled
 */
OkrGraphLayout *
okr_graph_layout_new (const OkrGraph *graph, const OkrGraphLayout *earlier,
                      const volatile gint *cancelled)
{
  g_autofree guint *layers = NULL;
  g_autofree gboolean *ignored = NULL;
  g_autoptr (OkrGraphNet) net = NULL;

  g_return_val_if_fail (graph != NULL, NULL);

  layers = g_new (guint, graph->boxes->len + 1);
  ignored = g_new0 (gboolean, graph->links->len + 1);
  okr_graph_find_layers (graph, layers, ignored);
  net = okr_graph_net_new (graph, layers, ignored);
  net->cancelled = cancelled;
  if (earlier == NULL || !okr_graph_resume_order (net, earlier))
    okr_graph_find_order (net);
  okr_graph_find_heights (net);
  if (okr_graph_net_is_cancelled (net))
    return NULL;

  return layout_from_net (net, g_steal_pointer (&ignored));
}

void
okr_graph_layout_unref (OkrGraphLayout *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_boxes; i++)
    g_free (self->kept[i].key);
  g_free (self->kept);
  g_free (self->ends);
  g_free (self->link_places);
  g_free (self->first_place);
  g_free (self->ignored);
  g_free (self->places);
  g_free (self->columns);
  g_free (self->points);
  g_free (self->first_point);
  g_free (self);
}

/**
 * okr_graph_layout_get_width:
 *
 * Returns: how far to the right anything reaches; everything begins at 0
 */
double
okr_graph_layout_get_width (const OkrGraphLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * okr_graph_layout_get_height:
 *
 * Returns: how far down anything reaches; everything begins at 0
 */
double
okr_graph_layout_get_height (const OkrGraphLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * okr_graph_layout_get_n_layers:
 *
 * Returns: the number of layers; one of them may be empty where least layers ask for it
 */
guint
okr_graph_layout_get_n_layers (const OkrGraphLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_layers;
}

/**
 * okr_graph_layout_get_layer_x:
 *
 * Returns: the left side of all boxes in a layer
 */
double
okr_graph_layout_get_layer_x (const OkrGraphLayout *self, guint layer)
{
  g_return_val_if_fail (self != NULL && layer < self->n_layers, 0);

  return self->columns[layer].x;
}

/**
 * okr_graph_layout_get_layer_width:
 *
 * Returns: the width of the widest box in a layer, 0 where there is none
 */
double
okr_graph_layout_get_layer_width (const OkrGraphLayout *self, guint layer)
{
  g_return_val_if_fail (self != NULL && layer < self->n_layers, 0);

  return self->columns[layer].width;
}

/**
 * okr_graph_layout_get_place:
 * @box: the number of a box
 * @x: (out) (optional): its left side
 * @y: (out) (optional): its top
 * @layer: (out) (optional): its layer, 0 for the one at the left
 */
void
okr_graph_layout_get_place (const OkrGraphLayout *self, guint box, double *x, double *y,
                            guint *layer)
{
  g_return_if_fail (self != NULL && box < self->n_boxes);

  if (x != NULL)
    *x = self->places[box].x;
  if (y != NULL)
    *y = self->places[box].y;
  if (layer != NULL)
    *layer = self->places[box].layer;
}

/**
 * okr_graph_layout_get_points:
 * @link: the number of a link
 * @n_points: (out): how many there are, 0 for a link that is ignored
 *
 * Returns: (array length=n_points): where the link runs, from the left side of the box that
 *   contributes, at the middle of its head, to the right side of its target
 */
const OkrGraphPoint *
okr_graph_layout_get_points (const OkrGraphLayout *self, guint link, guint *n_points)
{
  g_return_val_if_fail (self != NULL && link < self->n_links && n_points != NULL, NULL);

  *n_points = self->first_point[link + 1] - self->first_point[link];

  return self->points + self->first_point[link];
}

/**
 * okr_graph_layout_is_ignored:
 * @link: the number of a link
 *
 * Returns: whether the link is left out because it would close a loop
 */
gboolean
okr_graph_layout_is_ignored (const OkrGraphLayout *self, guint link)
{
  g_return_val_if_fail (self != NULL && link < self->n_links, FALSE);

  return self->ignored[link];
}

/**
 * okr_graph_layout_get_n_crossings:
 *
 * Returns: how many pairs of links cross; a pair that crosses twice counts twice, and links that
 *   go around all boxes do not count
 */
guint64
okr_graph_layout_get_n_crossings (const OkrGraphLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_crossings;
}
