/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-graph-marks.h"
#include "waymark-graph-viewport.h"
#include "waymark-graph-walk.h"

G_BEGIN_DECLS

/**
 * WaymarkGraphCanvas:
 *
 * Draws the part of a picture that fits into it, however large the picture is. What is in sight has
 * child widgets that draw nothing: they stand for boxes and rows with assistive technologies and
 * take the focus.
 *
 * Emits #WaymarkGraphCanvas::viewport-changed whenever another part is seen, and
 * #WaymarkGraphCanvas::arrived when boxes that moved are where they belong.
 */
#define WAYMARK_TYPE_GRAPH_CANVAS (waymark_graph_canvas_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkGraphCanvas, waymark_graph_canvas, WAYMARK, GRAPH_CANVAS, GtkWidget)

/**
 * waymark_graph_canvas_set_picture:
 * @picture: (nullable): a picture that is laid out
 * @afresh: whether to begin at the mission rather than where one is
 * @anchor: (nullable): the id of what stays where it is on the screen
 *
 * Moves the boxes from where they are to where they are in @picture.
 */
void waymark_graph_canvas_set_picture (WaymarkGraphCanvas *self, OkrPicture *picture,
                                       gboolean afresh, const char *anchor);
OkrPicture *waymark_graph_canvas_get_picture (WaymarkGraphCanvas *self);

/**
 * waymark_graph_canvas_values_changed:
 *
 * Shows what was updated in the picture.
 */
void waymark_graph_canvas_values_changed (WaymarkGraphCanvas *self);

const WaymarkGraphViewport *waymark_graph_canvas_get_viewport (WaymarkGraphCanvas *self);

/**
 * waymark_graph_canvas_go_to:
 * @viewport: what to show
 * @animate: whether to travel there; it does not where the desktop asks for less motion
 */
void waymark_graph_canvas_go_to (WaymarkGraphCanvas *self, const WaymarkGraphViewport *viewport,
                                 gboolean animate);

/**
 * waymark_graph_canvas_get_target:
 *
 * Returns: what is shown when the present movement is over
 */
const WaymarkGraphViewport *waymark_graph_canvas_get_target (WaymarkGraphCanvas *self);

/* Whether it is on the way to what is to be shown. */
gboolean waymark_graph_canvas_is_moving (WaymarkGraphCanvas *self);

/**
 * waymark_graph_canvas_get_normal_scale:
 *
 * Returns: the scale of 100 %: text as large as the desktop wants it
 */
double waymark_graph_canvas_get_normal_scale (WaymarkGraphCanvas *self);

void waymark_graph_canvas_reveal (WaymarkGraphCanvas *self, WaymarkGraphSpot spot);

/**
 * waymark_graph_canvas_pick:
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: what is there
 */
WaymarkGraphSpot waymark_graph_canvas_pick (WaymarkGraphCanvas *self, double x, double y);

/**
 * waymark_graph_canvas_get_area:
 *
 * Returns: where a box or a row is, in pixels; the nearest place inside where it is not in sight
 */
GdkRectangle waymark_graph_canvas_get_area (WaymarkGraphCanvas *self, WaymarkGraphSpot spot);

/**
 * waymark_graph_canvas_get_marks:
 *
 * Returns: (transfer none): what is marked; to be followed by waymark_graph_canvas_marks_changed()
 */
WaymarkGraphMarks *waymark_graph_canvas_get_marks (WaymarkGraphCanvas *self);
void waymark_graph_canvas_marks_changed (WaymarkGraphCanvas *self);

/**
 * waymark_graph_canvas_focus:
 * @spot: a box or a row
 *
 * Gives the keyboard's focus to what stands for it.
 */
void waymark_graph_canvas_focus (WaymarkGraphCanvas *self, WaymarkGraphSpot spot);

/* Whether it or something in it has the keyboard's focus. */
gboolean waymark_graph_canvas_has_focus (WaymarkGraphCanvas *self);

/**
 * waymark_graph_canvas_draw_overview:
 * @cr: a context in units of the picture
 *
 * Draws all boxes as plain areas in the colours of their status, for the minimap.
 */
void waymark_graph_canvas_draw_overview (WaymarkGraphCanvas *self, cairo_t *cr);

G_END_DECLS
