/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-graph-canvas.h"
#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkGraphDrag:
 *
 * Lets an objective contribute to what it is dropped on: the box or the row under the pointer shows
 * whether it would, the picture at the pointer why it cannot. Near an edge the canvas moves on.
 */
#define WAYMARK_TYPE_GRAPH_DRAG (waymark_graph_drag_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkGraphDrag, waymark_graph_drag, WAYMARK, GRAPH_DRAG, GObject)

WaymarkGraphDrag *waymark_graph_drag_new (WaymarkGraphCanvas *canvas);
void waymark_graph_drag_set_session (WaymarkGraphDrag *self, WaymarkSession *session);

/**
 * waymark_graph_drag_drop:
 * @dragged: an objective
 * @spot: where it is dropped
 *
 * What releasing the button does.
 *
 * Returns: whether it was aligned; else the session was told why not
 */
gboolean waymark_graph_drag_drop (WaymarkGraphDrag *self, OkrItem *dragged, WaymarkGraphSpot spot);

G_END_DECLS
