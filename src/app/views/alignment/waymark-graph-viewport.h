/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ten thousand objectives still fit into a window. */
#define WAYMARK_GRAPH_MIN_SCALE 0.0005
#define WAYMARK_GRAPH_MAX_SCALE 4.0

/**
 * WaymarkGraphRect:
 *
 * A rectangle, in units of the scene or in pixels of the view.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} WaymarkGraphRect;

/**
 * WaymarkGraphViewport:
 * @width: of the view, in pixels
 * @height: of the view, in pixels
 * @top: how many pixels of the view are covered at its upper edge
 * @scene_width: of what there is to see, in its own units
 * @scene_height: of what there is to see
 * @x: the scene's place at the left edge of the view
 * @y: the scene's place at the upper edge of the view
 * @scale: pixels per unit of the scene
 *
 * Which part of a scene a view shows. A plain struct: copies of it are what animations run between.
 */
typedef struct
{
  double width;
  double height;
  double top;
  double scene_width;
  double scene_height;
  double x;
  double y;
  double scale;
} WaymarkGraphViewport;

/**
 * waymark_graph_viewport_clamp:
 *
 * Keeps the scale in its limits and a good part of the scene in sight: a scene that is smaller than
 * the view can be moved inside of it, a larger one until its edge is in the middle.
 */
void waymark_graph_viewport_clamp (WaymarkGraphViewport *self);

/**
 * waymark_graph_viewport_pan:
 * @dx: how far to move to the right, in pixels
 * @dy: how far to move down, in pixels
 */
void waymark_graph_viewport_pan (WaymarkGraphViewport *self, double dx, double dy);

/**
 * waymark_graph_viewport_zoom:
 * @scale: pixels per unit from now on
 * @x: what stays where it is, in pixels of the view
 * @y: what stays where it is, in pixels of the view
 */
void waymark_graph_viewport_zoom (WaymarkGraphViewport *self, double scale, double x, double y);

/**
 * waymark_graph_viewport_fit:
 * @area: what to show, in units of the scene
 * @max_scale: no larger than this
 *
 * Shows all of @area in the middle, as large as there is room for.
 */
void waymark_graph_viewport_fit (WaymarkGraphViewport *self, const WaymarkGraphRect *area,
                                 double max_scale);

/**
 * waymark_graph_viewport_reveal:
 * @area: what to show, in units of the scene
 *
 * Moves no farther than it takes to see @area, with some room around it.
 *
 * Returns: whether it moved
 */
gboolean waymark_graph_viewport_reveal (WaymarkGraphViewport *self, const WaymarkGraphRect *area);

/**
 * waymark_graph_viewport_center:
 * @x: a place in the scene
 * @y: a place in the scene
 */
void waymark_graph_viewport_center (WaymarkGraphViewport *self, double x, double y);

/**
 * waymark_graph_viewport_to_scene:
 * @x: (inout): pixels of the view, then units of the scene
 * @y: (inout): likewise
 */
void waymark_graph_viewport_to_scene (const WaymarkGraphViewport *self, double *x, double *y);

WaymarkGraphRect waymark_graph_viewport_to_view (const WaymarkGraphViewport *self,
                                                 const WaymarkGraphRect *area);

/**
 * waymark_graph_viewport_get_visible:
 *
 * Returns: the part of the scene that is seen, in its units; it may reach beyond the scene
 */
WaymarkGraphRect waymark_graph_viewport_get_visible (const WaymarkGraphViewport *self);

/**
 * waymark_graph_viewport_blend:
 * @from: where it comes from
 * @to: where it goes
 * @t: 0 for @from, 1 for @to
 *
 * Returns: a place on the way, with scales that grow evenly to the eye
 */
WaymarkGraphViewport waymark_graph_viewport_blend (const WaymarkGraphViewport *from,
                                                   const WaymarkGraphViewport *to, double t);

gboolean waymark_graph_viewport_equal (const WaymarkGraphViewport *a,
                                       const WaymarkGraphViewport *b);

G_END_DECLS
