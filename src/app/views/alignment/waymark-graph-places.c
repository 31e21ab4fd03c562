/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-graph-places.h"

/* Below this share of the normal size a box is not drawn with all that it says. */
#define READABLE 0.62
/* Between the edge of the view and the first box, in pixels. */
#define MARGIN 24.0

WaymarkGraphRect
waymark_graph_get_rect (const OkrPicture *picture, WaymarkGraphSpot spot)
{
  const OkrPictureBox *box = okr_picture_get_box (picture, spot.box);
  WaymarkGraphRect rect = { box->rect.x, box->rect.y, box->rect.width, box->rect.height };

  if (spot.row >= 0 && spot.row < (int) box->n_rows)
    {
      rect.y += box->rows[spot.row].y;
      rect.height = box->rows[spot.row].height;
    }

  return rect;
}

void
waymark_graph_show_start (WaymarkGraphViewport *viewport, const OkrPicture *picture, double normal)
{
  WaymarkGraphRect first;

  g_return_if_fail (viewport != NULL);

  waymark_graph_viewport_fit (
      viewport, &(WaymarkGraphRect){ 0, 0, viewport->scene_width, viewport->scene_height }, normal);
  if (picture == NULL || viewport->scale >= READABLE * normal ||
      okr_picture_get_n_boxes (picture) == 0)
    return;

  first = waymark_graph_get_rect (picture, (WaymarkGraphSpot){ 0, -1 });
  waymark_graph_viewport_fit (
      viewport, &(WaymarkGraphRect){ 0, 0, viewport->scene_width, 1 }, normal);
  viewport->scale = CLAMP (viewport->scale, READABLE * normal, normal);
  viewport->y = first.y + first.height / 2 - viewport->height / 2 / viewport->scale;
  viewport->x =
      okr_picture_is_mirrored (picture)
          ? first.x + first.width + (MARGIN - viewport->width) / viewport->scale
          : first.x - MARGIN / viewport->scale;
  waymark_graph_viewport_clamp (viewport);
}

const char *
waymark_graph_find_middle (const OkrPicture *picture, const WaymarkGraphViewport *viewport)
{
  const WaymarkGraphRect seen = waymark_graph_viewport_get_visible (viewport);
  const char *found = NULL;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < okr_picture_get_n_boxes (picture); i++)
    {
      const OkrPictureBox *box = okr_picture_get_box (picture, i);
      const double dx = box->rect.x + box->rect.width / 2 - seen.x - seen.width / 2;
      const double dy = box->rect.y + box->rect.height / 2 - seen.y - seen.height / 2;

      if (dx * dx + dy * dy < best)
        {
          best = dx * dx + dy * dy;
          found = box->id;
        }
    }

  return found;
}
