/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-graph-walk.h"

G_BEGIN_DECLS

/**
 * WaymarkGraphBox:
 *
 * Stands for a box or a row of a drawn picture: it draws nothing and takes no clicks, but has a
 * name, a description, a state and the focus.
 */
#define WAYMARK_TYPE_GRAPH_BOX (waymark_graph_box_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkGraphBox, waymark_graph_box, WAYMARK, GRAPH_BOX, GtkWidget)

GtkWidget *waymark_graph_box_new (const char *id, gboolean is_row);
const char *waymark_graph_box_get_id (WaymarkGraphBox *self);

/**
 * waymark_graph_box_set_place:
 * @place: where it is inside of its parent, which has to allocate it with
 *   waymark_graph_box_allocate()
 */
void waymark_graph_box_set_place (WaymarkGraphBox *self, const GtkAllocation *place);
void waymark_graph_box_allocate (WaymarkGraphBox *self);

/**
 * waymark_graph_box_tell:
 * @picture: a picture
 * @spot: what of it this stands for
 * @selected: whether it is selected
 *
 * Tells assistive technologies what is there.
 */
void waymark_graph_box_tell (WaymarkGraphBox *self, const OkrPicture *picture,
                             WaymarkGraphSpot spot, gboolean selected);

/**
 * waymark_graph_box_set_targets:
 * @targets: (element-type GtkWidget): what it contributes to, the main target first
 *
 * Tells assistive technologies what it leads to: the relation "flows to". One of @targets that
 * goes away is forgotten.
 */
void waymark_graph_box_set_targets (WaymarkGraphBox *self, const GPtrArray *targets);

G_END_DECLS
