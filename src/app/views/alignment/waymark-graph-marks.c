/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-graph-marks.h"

#include <string.h>

void
waymark_graph_marks_init (WaymarkGraphMarks *self)
{
  g_return_if_fail (self != NULL);

  memset (self, 0, sizeof *self);
  self->selected = self->hovered = self->drop = self->dragged = WAYMARK_GRAPH_NO_SPOT;
}

void
waymark_graph_marks_clear (WaymarkGraphMarks *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->on_path, g_free);
  g_clear_pointer (&self->links, g_free);
  g_clear_pointer (&self->dimmed, g_free);
  self->n_boxes = self->n_links = 0;
}

void
waymark_graph_marks_reset (WaymarkGraphMarks *self, const OkrPicture *picture)
{
  g_return_if_fail (self != NULL);

  waymark_graph_marks_clear (self);
  waymark_graph_marks_init (self);
  if (picture == NULL)
    return;

  self->n_boxes = okr_picture_get_n_boxes (picture);
  self->n_links = okr_picture_get_n_links (picture);
  self->on_path = g_new0 (gboolean, self->n_boxes + 1);
  self->links = g_new0 (gboolean, self->n_links + 1);
  self->dimmed = g_new0 (gboolean, self->n_boxes + 1);
}

void
waymark_graph_marks_trace (WaymarkGraphMarks *self, const OkrPicture *picture)
{
  g_return_if_fail (self != NULL);

  if (self->on_path == NULL)
    return;

  memset (self->on_path, 0, self->n_boxes * sizeof *self->on_path);
  memset (self->links, 0, self->n_links * sizeof *self->links);
  if (self->selected.box < self->n_boxes)
    waymark_graph_trace (picture, self->selected, self->on_path, self->links);
}

void
waymark_graph_marks_filter (WaymarkGraphMarks *self, const OkrPicture *picture,
                            WaymarkSession *session)
{
  OkrPlan *plan;

  g_return_if_fail (self != NULL && WAYMARK_IS_SESSION (session));

  plan = waymark_session_get_plan (session);
  for (guint i = 0; i < self->n_boxes && plan != NULL; i++)
    {
      const OkrPictureBox *box = okr_picture_get_box (picture, i);
      OkrItem *item = box->is_mission ? NULL : okr_plan_find (plan, box->id);

      self->dimmed[i] = item != NULL && !waymark_session_shows (session, item);
    }
}

gboolean
waymark_graph_spot_equal (WaymarkGraphSpot a, WaymarkGraphSpot b)
{
  return a.box == b.box && a.row == b.row;
}

WaymarkGraphSpot
waymark_graph_find (const OkrPicture *picture, OkrPlan *plan, const char *id)
{
  WaymarkGraphSpot spot = WAYMARK_GRAPH_NO_SPOT;
  OkrItem *item;
  int box;

  if (picture == NULL || id == NULL)
    return spot;

  box = okr_picture_find (picture, id, &spot.row);
  item = box < 0 && plan != NULL ? okr_plan_find (plan, id) : NULL;
  if (item != NULL && okr_item_get_parent (item) != NULL)
    box = okr_picture_find (picture, okr_item_get_id (okr_item_get_parent (item)), NULL);
  if (box < 0)
    return WAYMARK_GRAPH_NO_SPOT;
  spot.box = (guint) box;

  return spot;
}

const char *
waymark_graph_get_id (const OkrPicture *picture, WaymarkGraphSpot spot)
{
  const OkrPictureBox *box;

  if (picture == NULL || spot.box >= okr_picture_get_n_boxes (picture))
    return NULL;

  box = okr_picture_get_box (picture, spot.box);

  return spot.row >= 0 && spot.row < (int) box->n_rows ? box->rows[spot.row].id : box->id;
}
