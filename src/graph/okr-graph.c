/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-graph-private.h"

static void
clear_box (gpointer data)
{
  OkrGraphBox *box = data;

  g_free (box->key);
  g_clear_pointer (&box->ports, g_array_unref);
}

/**
 * okr_graph_new:
 *
 * Returns: (transfer full): a graph without boxes, with %OKR_GRAPH_DEFAULT_SPACING
 */
OkrGraph *
okr_graph_new (void)
{
  OkrGraph *self = g_new0 (OkrGraph, 1);

  self->spacing = (OkrGraphSpacing) OKR_GRAPH_DEFAULT_SPACING;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (OkrGraphBox));
  g_array_set_clear_func (self->boxes, clear_box);
  self->links = g_array_new (FALSE, FALSE, sizeof (OkrGraphLink));

  return self;
}

/**
 * okr_graph_free:
 * @self: (transfer full) (nullable): a graph
 */
void
okr_graph_free (OkrGraph *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->boxes);
  g_array_unref (self->links);
  g_free (self);
}

/**
 * okr_graph_set_spacing:
 * @spacing: what to leave free; nothing in it may be negative
 */
void
okr_graph_set_spacing (OkrGraph *self, const OkrGraphSpacing *spacing)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (spacing != NULL);
  g_return_if_fail (spacing->layer_gap >= 0 && spacing->box_gap >= 0 && spacing->link_gap >= 0);
  g_return_if_fail (spacing->tight_link_gap >= 0 && spacing->part_gap >= 0);

  self->spacing = *spacing;
}

/**
 * okr_graph_add_box:
 * @key: a name that no other box has; a layout knows a box of an earlier one again by it
 * @width: more than 0
 * @height: more than 0
 * @least_layer: the lowest number of the layer in which the box may stand, or −1
 *
 * Returns: the number of the box, 0 for the first
 */
guint
okr_graph_add_box (OkrGraph *self, const char *key, double width, double height, int least_layer)
{
  OkrGraphBox box = { NULL, width, height, least_layer, NULL };

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (key != NULL, 0);
  g_return_val_if_fail (width > 0 && height > 0, 0);

  box.key = g_strdup (key);
  g_array_append_val (self->boxes, box);

  return self->boxes->len - 1;
}

/**
 * okr_graph_add_port:
 * @box: the number of a box
 * @y: where the row begins, below the top of the box
 * @height: of the row
 *
 * Adds a row, at whose middle links may end. Above the first row is the head of the box.
 *
 * Returns: the number of the row in its box, 0 for the first
 */
guint
okr_graph_add_port (OkrGraph *self, guint box, double y, double height)
{
  const OkrGraphPort port = { y, height };
  OkrGraphBox *owner;

  g_return_val_if_fail (self != NULL && box < self->boxes->len, 0);
  g_return_val_if_fail (y >= 0 && height >= 0, 0);

  owner = okr_graph_box (self, box);
  if (owner->ports == NULL)
    owner->ports = g_array_new (FALSE, FALSE, sizeof (OkrGraphPort));
  g_array_append_val (owner->ports, port);

  return owner->ports->len - 1;
}

/**
 * okr_graph_add_link:
 * @from: the box that contributes
 * @to: the box that it contributes to
 * @port: the row of @to, or −1 for its head
 * @weight: how much it matters that the link is short and straight, more than 0
 *
 * Returns: the number of the link, 0 for the first
 */
guint
okr_graph_add_link (OkrGraph *self, guint from, guint to, int port, double weight)
{
  const OkrGraphLink link = { from, to, port, weight };
  const OkrGraphBox *target;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (from < self->boxes->len && to < self->boxes->len, 0);
  g_return_val_if_fail (weight > 0, 0);
  target = okr_graph_box (self, to);
  g_return_val_if_fail (port < 0 || (target->ports != NULL && port < (int) target->ports->len), 0);

  g_array_append_val (self->links, link);

  return self->links->len - 1;
}

guint
okr_graph_get_n_boxes (const OkrGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->boxes->len;
}

guint
okr_graph_get_n_links (const OkrGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->links->len;
}

/* Of the part above the rows, or of the whole box where that is all. */
double
okr_graph_get_head_middle (const OkrGraph *self, guint box)
{
  const OkrGraphBox *it = okr_graph_box (self, box);
  double head = it->height;

  for (guint i = 0; it->ports != NULL && i < it->ports->len; i++)
    {
      const double y = g_array_index (it->ports, OkrGraphPort, i).y;

      if (y > 0)
        head = MIN (head, y);
    }

  return head / 2;
}

guint
okr_graph_get_n_ports (const OkrGraph *self, guint box)
{
  const GArray *ports = okr_graph_box (self, box)->ports;

  return ports == NULL ? 0 : ports->len;
}

/* How far below the top of @box a link to @port ends. */
double
okr_graph_get_arrival (const OkrGraph *self, guint box, int port)
{
  const OkrGraphBox *it = okr_graph_box (self, box);
  const OkrGraphPort *row;

  if (port < 0)
    return okr_graph_get_head_middle (self, box);
  row = &g_array_index (it->ports, OkrGraphPort, port);

  return row->y + row->height / 2;
}
