/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-graph-viewport.h"

G_BEGIN_DECLS

/**
 * WaymarkGraphMinimap:
 *
 * A small picture of a whole scene, with a frame around what a view shows of it. Dragging the frame
 * or pressing beside it emits #WaymarkGraphMinimap::moved with the scene's place (two doubles) that
 * is to come into the middle of the view.
 */
#define WAYMARK_TYPE_GRAPH_MINIMAP (waymark_graph_minimap_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkGraphMinimap, waymark_graph_minimap, WAYMARK, GRAPH_MINIMAP, GtkWidget)

/**
 * WaymarkGraphMinimapPaint:
 * @cr: a context in units of the scene
 * @data: as given
 *
 * Draws the scene, in plain colours.
 */
typedef void (*WaymarkGraphMinimapPaint) (GtkWidget *minimap, cairo_t *cr, gpointer data);

/**
 * waymark_graph_minimap_set_paint:
 * @paint: draws the scene
 * @data: its data, which lives as long as the minimap has it
 */
void waymark_graph_minimap_set_paint (WaymarkGraphMinimap *self, WaymarkGraphMinimapPaint paint,
                                      gpointer data);

/**
 * waymark_graph_minimap_set_viewport:
 * @viewport: what the view shows
 *
 * Moves the frame; the picture of the scene stays as it was drawn.
 */
void waymark_graph_minimap_set_viewport (WaymarkGraphMinimap *self,
                                         const WaymarkGraphViewport *viewport);

/**
 * waymark_graph_minimap_repaint:
 *
 * Draws the scene anew, because it is another one.
 */
void waymark_graph_minimap_repaint (WaymarkGraphMinimap *self);

G_END_DECLS
