/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-graph-viewport.h"

#include <math.h>

/* Room around what is brought into sight, in pixels. */
#define MARGIN 24.0
/* Nearer than this is the same place. */
#define EPSILON 1e-6

/* The place of one edge on one axis so that the scene does not get lost. */
static double
clamp_axis (double place, double seen, double scene)
{
  const double slack = seen / 2;

  if (scene <= 0)
    return -seen / 2;

  return CLAMP (place, MIN (-slack, scene - seen), MAX (scene - slack, 0));
}

void
waymark_graph_viewport_clamp (WaymarkGraphViewport *self)
{
  g_return_if_fail (self != NULL);

  self->scale = isfinite (self->scale)
                    ? CLAMP (self->scale, WAYMARK_GRAPH_MIN_SCALE, WAYMARK_GRAPH_MAX_SCALE)
                    : 1;
  self->x = clamp_axis (self->x, self->width / self->scale, self->scene_width);
  self->y = clamp_axis (self->y, self->height / self->scale, self->scene_height);
}

void
waymark_graph_viewport_pan (WaymarkGraphViewport *self, double dx, double dy)
{
  g_return_if_fail (self != NULL);

  self->x += dx / self->scale;
  self->y += dy / self->scale;
  waymark_graph_viewport_clamp (self);
}

void
waymark_graph_viewport_zoom (WaymarkGraphViewport *self, double scale, double x, double y)
{
  double scene_x = x;
  double scene_y = y;

  g_return_if_fail (self != NULL);

  waymark_graph_viewport_to_scene (self, &scene_x, &scene_y);
  self->scale = CLAMP (scale, WAYMARK_GRAPH_MIN_SCALE, WAYMARK_GRAPH_MAX_SCALE);
  self->x = scene_x - x / self->scale;
  self->y = scene_y - y / self->scale;
  waymark_graph_viewport_clamp (self);
}

void
waymark_graph_viewport_center (WaymarkGraphViewport *self, double x, double y)
{
  g_return_if_fail (self != NULL);

  self->x = x - self->width / 2 / self->scale;
  self->y = y - (self->height + self->top) / 2 / self->scale;
  waymark_graph_viewport_clamp (self);
}

void
waymark_graph_viewport_fit (WaymarkGraphViewport *self, const WaymarkGraphRect *area,
                            double max_scale)
{
  double width;
  double height;

  g_return_if_fail (self != NULL && area != NULL);

  width = MAX (self->width - 2 * MARGIN, 1);
  height = MAX (self->height - self->top - 2 * MARGIN, 1);
  self->scale = CLAMP (MIN (width / MAX (area->width, 1), height / MAX (area->height, 1)),
                       WAYMARK_GRAPH_MIN_SCALE, max_scale);
  waymark_graph_viewport_center (self, area->x + area->width / 2, area->y + area->height / 2);
}

/* How far an axis has to move: what does not fit is shown from its beginning. */
static double
find_shift (double start, double end, double from, double to)
{
  if (end - start > to - from || start < from)
    return start - from;

  return end > to ? end - to : 0;
}

gboolean
waymark_graph_viewport_reveal (WaymarkGraphViewport *self, const WaymarkGraphRect *area)
{
  WaymarkGraphViewport before;
  double margin;

  g_return_val_if_fail (self != NULL && area != NULL, FALSE);

  before = *self;
  margin = MARGIN / self->scale;
  self->x += find_shift (area->x, area->x + area->width, self->x + margin,
                         self->x + self->width / self->scale - margin);
  self->y += find_shift (area->y, area->y + area->height,
                         self->y + self->top / self->scale + margin,
                         self->y + self->height / self->scale - margin);
  waymark_graph_viewport_clamp (self);

  return !waymark_graph_viewport_equal (&before, self);
}

void
waymark_graph_viewport_to_scene (const WaymarkGraphViewport *self, double *x, double *y)
{
  g_return_if_fail (self != NULL && x != NULL && y != NULL);

  *x = self->x + *x / self->scale;
  *y = self->y + *y / self->scale;
}

WaymarkGraphRect
waymark_graph_viewport_to_view (const WaymarkGraphViewport *self, const WaymarkGraphRect *area)
{
  g_return_val_if_fail (self != NULL && area != NULL, (WaymarkGraphRect){ 0 });

  return (WaymarkGraphRect){ (area->x - self->x) * self->scale, (area->y - self->y) * self->scale,
                             area->width * self->scale, area->height * self->scale };
}

WaymarkGraphRect
waymark_graph_viewport_get_visible (const WaymarkGraphViewport *self)
{
  g_return_val_if_fail (self != NULL, (WaymarkGraphRect){ 0 });

  return (WaymarkGraphRect){ self->x, self->y, self->width / self->scale,
                             self->height / self->scale };
}

static double
blend (double from, double to, double t)
{
  return from + (to - from) * t;
}

WaymarkGraphViewport
waymark_graph_viewport_blend (const WaymarkGraphViewport *from, const WaymarkGraphViewport *to,
                              double t)
{
  WaymarkGraphViewport result;
  double way;

  g_return_val_if_fail (from != NULL && to != NULL, (WaymarkGraphViewport){ 0 });

  result = *to;
  if (t >= 1)
    return result;

  result.scale = from->scale * pow (to->scale / from->scale, t);
  /* What is in sight at the end moves straight to its place while the scale changes. */
  way = fabs (to->scale - from->scale) < EPSILON
            ? t
            : (1 / from->scale - 1 / result.scale) / (1 / from->scale - 1 / to->scale);
  result.x = blend (from->x, to->x, way);
  result.y = blend (from->y, to->y, way);

  return result;
}

gboolean
waymark_graph_viewport_equal (const WaymarkGraphViewport *a, const WaymarkGraphViewport *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return fabs (a->x - b->x) < EPSILON && fabs (a->y - b->y) < EPSILON &&
         fabs (a->scale - b->scale) < EPSILON && fabs (a->width - b->width) < EPSILON &&
         fabs (a->height - b->height) < EPSILON && fabs (a->top - b->top) < EPSILON;
}
