/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-graph-drag.h"

#include <math.h>

#include "waymark-item-drag.h"
#include "waymark-item-drop.h"

/* How near to an edge the canvas moves on, and how fast at the very edge. */
#define EDGE 48.0
#define PIXELS_PER_SECOND 1100.0
#define LONGEST_FRAME 0.1

struct _WaymarkGraphDrag
{
  GObject parent_instance;

  WaymarkGraphCanvas *canvas;
  WaymarkSession *session;
  WaymarkItemDrag drag;
  double x;
  double y;
  guint tick_id;
  gint64 last_frame;
};

G_DEFINE_FINAL_TYPE (WaymarkGraphDrag, waymark_graph_drag, G_TYPE_OBJECT)

static OkrPlan *
get_plan (WaymarkGraphDrag *self)
{
  return self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
}

static OkrItem *
get_item (WaymarkGraphDrag *self, WaymarkGraphSpot spot)
{
  const char *id = waymark_graph_get_id (waymark_graph_canvas_get_picture (self->canvas), spot);

  return id != NULL && get_plan (self) != NULL ? okr_plan_find (get_plan (self), id) : NULL;
}

/* Whether it is the mission, which needs no parent to contribute to. */
static gboolean
is_mission (WaymarkGraphDrag *self, WaymarkGraphSpot spot)
{
  const OkrPicture *picture = waymark_graph_canvas_get_picture (self->canvas);

  return picture != NULL && spot.box < okr_picture_get_n_boxes (picture) &&
         okr_picture_get_box (picture, spot.box)->is_mission;
}

static gboolean
check (WaymarkGraphDrag *self, OkrItem *dragged, WaymarkGraphSpot spot, GError **error)
{
  OkrItem *target = get_item (self, spot);

  if (get_plan (self) == NULL || !OKR_IS_OBJECTIVE (dragged) ||
      (target == NULL && !is_mission (self, spot)))
    return FALSE;

  return waymark_item_drop_check (get_plan (self), dragged, target, error);
}

gboolean
waymark_graph_drag_drop (WaymarkGraphDrag *self, OkrItem *dragged, WaymarkGraphSpot spot)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrItem) kept = NULL;

  g_return_val_if_fail (WAYMARK_IS_GRAPH_DRAG (self) && OKR_IS_ITEM (dragged), FALSE);

  kept = g_object_ref (dragged);
  if (!check (self, dragged, spot, &error) ||
      !waymark_item_drop (get_plan (self), dragged, get_item (self, spot), &error))
    {
      if (error != NULL && self->session != NULL)
        waymark_session_report (self->session, error);
      return FALSE;
    }
  waymark_session_set_selected (self->session, kept);

  return TRUE;
}

static void
mark (WaymarkGraphDrag *self, WaymarkGraphSpot spot, gboolean refused)
{
  WaymarkGraphMarks *marks = waymark_graph_canvas_get_marks (self->canvas);

  if (waymark_graph_spot_equal (marks->drop, spot) && marks->refused == refused)
    return;

  marks->drop = spot;
  marks->refused = refused;
  waymark_graph_canvas_marks_changed (self->canvas);
}

static void
mark_dragged (WaymarkGraphDrag *self, const char *id)
{
  WaymarkGraphMarks *marks = waymark_graph_canvas_get_marks (self->canvas);

  marks->dragged =
      waymark_graph_find (waymark_graph_canvas_get_picture (self->canvas), get_plan (self), id);
  waymark_graph_canvas_marks_changed (self->canvas);
}

/* −1 at one edge, 1 at the other, 0 between them. */
static double
get_speed (double place, double length)
{
  const double edge = MIN (EDGE, length / 4);

  if (place < edge)
    return -CLAMP ((edge - place) / edge, 0, 1);

  return place > length - edge ? CLAMP ((place - length + edge) / edge, 0, 1) : 0;
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WaymarkGraphDrag *self = data;
  WaymarkGraphViewport next = *waymark_graph_canvas_get_viewport (self->canvas);
  const gint64 now = gdk_frame_clock_get_frame_time (clock);
  const double seconds =
      self->last_frame != 0 ? (double) (now - self->last_frame) / G_USEC_PER_SEC : 0;
  const double way = PIXELS_PER_SECOND * MIN (seconds, LONGEST_FRAME);
  const double dx = get_speed (self->x, gtk_widget_get_width (widget)) * way;
  const double dy = get_speed (self->y, gtk_widget_get_height (widget)) * way;

  self->last_frame = now;
  if (fabs (dx) + fabs (dy) <= 0)
    return G_SOURCE_CONTINUE;

  waymark_graph_viewport_pan (&next, dx, dy);
  waymark_graph_canvas_go_to (self->canvas, &next, FALSE);

  return G_SOURCE_CONTINUE;
}

static void
follow (WaymarkGraphDrag *self, double x, double y)
{
  self->x = x;
  self->y = y;
  if (self->tick_id != 0)
    return;

  self->last_frame = 0;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->canvas), on_tick_cb, self, NULL);
}

static void
stop_following (WaymarkGraphDrag *self)
{
  if (self->tick_id != 0 && self->canvas != NULL)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->canvas), self->tick_id);
  self->tick_id = 0;
}

static GdkContentProvider *
on_prepare_cb (GtkDragSource *source, double x, double y, WaymarkGraphDrag *self)
{
  WaymarkGraphSpot spot = waymark_graph_canvas_pick (self->canvas, x, y);
  OkrItem *item;

  /* A row has no alignment of its own: it takes its objective along. */
  spot.row = -1;
  item = get_item (self, spot);

  return waymark_item_drag_prepare (&self->drag, OKR_IS_OBJECTIVE (item) ? item : NULL);
}

static void
on_drag_begin_cb (GtkDragSource *source, GdkDrag *drag, WaymarkGraphDrag *self)
{
  waymark_item_drag_begin (&self->drag, drag);
  /* Beside the pointer, so that what it is over can be seen. */
  gdk_drag_set_hotspot (drag, -14, -10);
  if (self->drag.item != NULL)
    mark_dragged (self, okr_item_get_id (self->drag.item));
}

static void
on_drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, WaymarkGraphDrag *self)
{
  mark (self, WAYMARK_GRAPH_NO_SPOT, FALSE);
  mark_dragged (self, NULL);
  stop_following (self);
  waymark_item_drag_clear (&self->drag);
}

static gboolean
on_drag_cancel_cb (GtkDragSource *source, GdkDrag *drag, GdkDragCancelReason reason,
                   WaymarkGraphDrag *self)
{
  waymark_item_drag_report (&self->drag, reason, self->session);

  return FALSE;
}

static GdkDragAction
on_motion_cb (GtkDropTarget *target, double x, double y, WaymarkGraphDrag *self)
{
  OkrItem *dragged = waymark_item_drag_get_dragged (target);
  const WaymarkGraphSpot spot = waymark_graph_canvas_pick (self->canvas, x, y);
  GError *error = NULL;
  gboolean possible;

  follow (self, x, y);
  possible = dragged != NULL && check (self, dragged, spot, &error);
  waymark_item_drag_take_refusal (&self->drag, error);
  mark (self, possible || error != NULL ? spot : WAYMARK_GRAPH_NO_SPOT, error != NULL);

  return possible ? GDK_ACTION_MOVE : 0;
}

static void
on_leave_cb (GtkDropTarget *target, WaymarkGraphDrag *self)
{
  mark (self, WAYMARK_GRAPH_NO_SPOT, FALSE);
  stop_following (self);
  waymark_item_drag_leave (&self->drag);
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, WaymarkGraphDrag *self)
{
  OkrItem *dragged = g_value_get_object (value);

  mark (self, WAYMARK_GRAPH_NO_SPOT, FALSE);
  stop_following (self);

  return dragged != NULL &&
         waymark_graph_drag_drop (self, dragged, waymark_graph_canvas_pick (self->canvas, x, y));
}

static void
waymark_graph_drag_dispose (GObject *object)
{
  WaymarkGraphDrag *self = WAYMARK_GRAPH_DRAG (object);

  stop_following (self);
  waymark_item_drag_clear (&self->drag);
  g_clear_weak_pointer (&self->canvas);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_graph_drag_parent_class)->dispose (object);
}

static void
waymark_graph_drag_class_init (WaymarkGraphDragClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_graph_drag_dispose;
}

static void
waymark_graph_drag_init (WaymarkGraphDrag *self)
{
}

WaymarkGraphDrag *
waymark_graph_drag_new (WaymarkGraphCanvas *canvas)
{
  WaymarkGraphDrag *self;
  GtkDragSource *source;

  g_return_val_if_fail (WAYMARK_IS_GRAPH_CANVAS (canvas), NULL);

  self = g_object_new (WAYMARK_TYPE_GRAPH_DRAG, NULL);
  g_set_weak_pointer (&self->canvas, canvas);
  source =
      waymark_item_drag_add_source (GTK_WIDGET (canvas), self, G_CALLBACK (on_prepare_cb),
                                    G_CALLBACK (on_drag_begin_cb), G_CALLBACK (on_drag_end_cb));
  g_signal_connect_object (source, "drag-cancel", G_CALLBACK (on_drag_cancel_cb), self, 0);
  waymark_item_drag_add_target (GTK_WIDGET (canvas), self, G_CALLBACK (on_motion_cb),
                                G_CALLBACK (on_leave_cb), G_CALLBACK (on_drop_cb));

  return self;
}

void
waymark_graph_drag_set_session (WaymarkGraphDrag *self, WaymarkSession *session)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_DRAG (self));

  g_set_object (&self->session, session);
}
