/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-graph-canvas.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "waymark-graph-children.h"
#include "waymark-graph-draw.h"
#include "waymark-graph-places.h"
#include "waymark-names.h"
#include "waymark-status-style.h"
#include "waymark-text.h"

#define DURATION 260 /* milliseconds */

struct _WaymarkGraphCanvas
{
  GtkWidget parent_instance;

  OkrPicture *picture;
  OkrPicture *earlier; /* where the boxes come from, while they move */
  WaymarkGraphViewport viewport;
  WaymarkGraphViewport from;
  WaymarkGraphViewport to;
  AdwAnimation *motion;
  WaymarkGraphMarks marks;
  WaymarkGraphChildren children;
  WaymarkGraphDraw *draw;
  guint sync_id;
  gboolean tells_all; /* the next time the children are told what they stand for */
  gboolean is_placed; /* the viewport shows what somebody chose: another size keeps it */
};

enum
{
  VIEWPORT_CHANGED,
  ARRIVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkGraphCanvas, waymark_graph_canvas, GTK_TYPE_WIDGET)

static gboolean
on_sync_idle_cb (gpointer data)
{
  WaymarkGraphCanvas *self = data;

  self->sync_id = 0;
  waymark_graph_children_sync (&self->children, self->picture, &self->viewport,
                               self->marks.selected, self->tells_all);
  self->tells_all = FALSE;

  return G_SOURCE_REMOVE;
}

static void
queue_sync (WaymarkGraphCanvas *self, gboolean tells_all)
{
  self->tells_all |= tells_all;
  if (self->sync_id == 0)
    self->sync_id = g_idle_add (on_sync_idle_cb, self);
}

static void
sync_now (WaymarkGraphCanvas *self)
{
  g_clear_handle_id (&self->sync_id, g_source_remove);
  on_sync_idle_cb (self);
}

static void
take_viewport (WaymarkGraphCanvas *self, const WaymarkGraphViewport *viewport)
{
  self->viewport = *viewport;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  queue_sync (self, FALSE);
  g_signal_emit (self, signals[VIEWPORT_CHANGED], 0);
}

static void
end_motion (WaymarkGraphCanvas *self)
{
  if (self->earlier == NULL)
    return;

  if (self->picture != NULL)
    okr_picture_blend (self->picture, self->earlier, 1);
  g_clear_pointer (&self->earlier, okr_picture_unref);
  g_signal_emit (self, signals[ARRIVED], 0);
}

static void
on_motion_cb (double t, WaymarkGraphCanvas *self)
{
  const WaymarkGraphViewport now = waymark_graph_viewport_blend (&self->from, &self->to, t);

  if (self->earlier != NULL && self->picture != NULL)
    okr_picture_blend (self->picture, self->earlier, t);
  if (t >= 1)
    end_motion (self);
  take_viewport (self, &now);
}

static void
stop_motion (WaymarkGraphCanvas *self)
{
  if (adw_animation_get_state (self->motion) == ADW_ANIMATION_PLAYING)
    adw_animation_pause (self->motion);
  end_motion (self);
}

static void
start_motion (WaymarkGraphCanvas *self, const WaymarkGraphViewport *to)
{
  self->from = self->viewport;
  self->to = *to;
  adw_animation_reset (self->motion);
  adw_animation_play (self->motion);
}

static void
update_scene_size (WaymarkGraphCanvas *self, WaymarkGraphViewport *viewport)
{
  viewport->scene_width = self->picture != NULL ? okr_picture_get_width (self->picture) : 0;
  viewport->scene_height = self->picture != NULL ? okr_picture_get_height (self->picture) : 0;
  viewport->top = waymark_graph_draw_get_top (self->draw);
}

static WaymarkGraphViewport
find_start (WaymarkGraphCanvas *self)
{
  WaymarkGraphViewport start = self->viewport;

  update_scene_size (self, &start);
  waymark_graph_show_start (&start, self->picture, waymark_graph_canvas_get_normal_scale (self));

  return start;
}

/* What stays on the screen where it is, while the picture around it changes. */
static WaymarkGraphViewport
find_anchored (WaymarkGraphCanvas *self, const char *anchor, const WaymarkGraphRect *before)
{
  WaymarkGraphViewport result = *waymark_graph_canvas_get_target (self);
  const int box = anchor != NULL ? okr_picture_find (self->picture, anchor, NULL) : -1;

  update_scene_size (self, &result);
  if (box >= 0 && before->width > 0)
    {
      const WaymarkGraphRect after =
          waymark_graph_get_rect (self->picture, (WaymarkGraphSpot){ (guint) box, -1 });

      result.x += after.x - before->x;
      result.y += after.y - before->y;
    }
  waymark_graph_viewport_clamp (&result);

  return result;
}

static void
waymark_graph_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkGraphCanvas *self = WAYMARK_GRAPH_CANVAS (widget);

  if (self->picture != NULL)
    waymark_graph_draw_snapshot (self->draw, widget, snapshot, self->picture, &self->viewport,
                                 &self->marks);
}

static void
waymark_graph_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                              int *minimum, int *natural, int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = 100;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 500;
}

static void
resize (WaymarkGraphCanvas *self, int width, int height)
{
  WaymarkGraphViewport next = *waymark_graph_canvas_get_target (self);

  stop_motion (self);
  /* The middle stays in the middle. */
  next.x += (next.width - width) / 2 / next.scale;
  next.y += (next.height - height) / 2 / next.scale;
  next.width = width;
  next.height = height;
  update_scene_size (self, &next);
  if (!self->is_placed && self->picture != NULL)
    {
      self->viewport = next;
      next = find_start (self);
      if (self->marks.selected.box < okr_picture_get_n_boxes (self->picture))
        {
          const WaymarkGraphRect rect =
              waymark_graph_get_rect (self->picture, self->marks.selected);

          waymark_graph_viewport_reveal (&next, &rect);
        }
    }
  waymark_graph_viewport_clamp (&next);
  self->viewport = next;
  self->to = next;
  queue_sync (self, FALSE);
  g_signal_emit (self, signals[VIEWPORT_CHANGED], 0);
}

static void
waymark_graph_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WaymarkGraphCanvas *self = WAYMARK_GRAPH_CANVAS (widget);

  if ((int) self->viewport.width != width || (int) self->viewport.height != height)
    resize (self, width, height);
  waymark_graph_children_allocate (&self->children, self->picture, &self->viewport);
}

/* Tab goes on to the next part of the window; the arrow keys walk inside of it. */
static gboolean
waymark_graph_canvas_focus_vfunc (GtkWidget *widget, GtkDirectionType direction)
{
  WaymarkGraphCanvas *self = WAYMARK_GRAPH_CANVAS (widget);

  if (waymark_graph_canvas_has_focus (self))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
waymark_graph_canvas_grab_focus (GtkWidget *widget)
{
  WaymarkGraphCanvas *self = WAYMARK_GRAPH_CANVAS (widget);
  GtkWidget *child = waymark_graph_children_get (&self->children, self->picture,
                                                 self->marks.selected);

  if (child != NULL && gtk_widget_grab_focus (child))
    return TRUE;

  return GTK_WIDGET_CLASS (waymark_graph_canvas_parent_class)->grab_focus (widget);
}

static void
waymark_graph_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  WaymarkGraphCanvas *self = WAYMARK_GRAPH_CANVAS (widget);

  GTK_WIDGET_CLASS (waymark_graph_canvas_parent_class)->css_changed (widget, change);

  waymark_graph_draw_style_changed (self->draw, widget);
}

static void
waymark_graph_canvas_dispose (GObject *object)
{
  WaymarkGraphCanvas *self = WAYMARK_GRAPH_CANVAS (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  if (self->motion != NULL)
    adw_animation_pause (self->motion);
  g_clear_object (&self->motion);
  waymark_graph_children_clear (&self->children);
  waymark_graph_marks_clear (&self->marks);
  g_clear_pointer (&self->earlier, okr_picture_unref);
  g_clear_pointer (&self->picture, okr_picture_unref);

  G_OBJECT_CLASS (waymark_graph_canvas_parent_class)->dispose (object);
}

static void
waymark_graph_canvas_finalize (GObject *object)
{
  g_clear_pointer (&WAYMARK_GRAPH_CANVAS (object)->draw, waymark_graph_draw_free);

  G_OBJECT_CLASS (waymark_graph_canvas_parent_class)->finalize (object);
}

static void
waymark_graph_canvas_class_init (WaymarkGraphCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = waymark_graph_canvas_dispose;
  object_class->finalize = waymark_graph_canvas_finalize;
  widget_class->snapshot = waymark_graph_canvas_snapshot;
  widget_class->measure = waymark_graph_canvas_measure;
  widget_class->size_allocate = waymark_graph_canvas_size_allocate;
  widget_class->focus = waymark_graph_canvas_focus_vfunc;
  widget_class->grab_focus = waymark_graph_canvas_grab_focus;
  widget_class->css_changed = waymark_graph_canvas_css_changed;

  signals[VIEWPORT_CHANGED] =
      g_signal_new ("viewport-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  signals[ARRIVED] = g_signal_new ("arrived", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "graphcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
waymark_graph_canvas_init (WaymarkGraphCanvas *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (
      (AdwAnimationTargetFunc) on_motion_cb, self, NULL);

  self->motion = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->motion), ADW_EASE_OUT_CUBIC);
  self->draw = waymark_graph_draw_new ();
  self->viewport.scale = 1;
  waymark_graph_marks_init (&self->marks);
  waymark_graph_children_init (&self->children, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  waymark_names_set (GTK_WIDGET (self), _ ("Alignment graph"));
  waymark_status_style_watch (GTK_WIDGET (self));
}

/* Begins to move from the earlier picture to the present one. */
static void
travel (WaymarkGraphCanvas *self, OkrPicture *earlier, const char *anchor)
{
  WaymarkGraphViewport next;
  WaymarkGraphRect before = { 0 };
  const char *kept = anchor;
  int box;

  if (kept == NULL || okr_picture_find (earlier, kept, NULL) < 0 ||
      okr_picture_find (self->picture, kept, NULL) < 0)
    kept = waymark_graph_find_middle (earlier, &self->viewport);
  box = kept != NULL ? okr_picture_find (earlier, kept, NULL) : -1;
  if (box >= 0)
    before = waymark_graph_get_rect (earlier, (WaymarkGraphSpot){ (guint) box, -1 });

  next = find_anchored (self, kept, &before);
  self->is_placed = TRUE;
  self->earlier = okr_picture_ref (earlier);
  start_motion (self, &next);
}

void
waymark_graph_canvas_set_picture (WaymarkGraphCanvas *self, OkrPicture *picture, gboolean afresh,
                                  const char *anchor)
{
  g_autoptr (OkrPicture) earlier = NULL;
  WaymarkGraphViewport start;

  g_return_if_fail (WAYMARK_IS_GRAPH_CANVAS (self));

  stop_motion (self);
  earlier = g_steal_pointer (&self->picture);
  self->picture = picture != NULL ? okr_picture_ref (picture) : NULL;
  waymark_graph_marks_reset (&self->marks, self->picture);
  queue_sync (self, TRUE);
  if (self->viewport.width >= 1 && !afresh && earlier != NULL && picture != NULL)
    {
      travel (self, earlier, anchor);
      return;
    }

  self->is_placed = self->picture != NULL && self->viewport.width >= 1;
  start = find_start (self);
  take_viewport (self, &start);
}

OkrPicture *
waymark_graph_canvas_get_picture (WaymarkGraphCanvas *self)
{
  g_return_val_if_fail (WAYMARK_IS_GRAPH_CANVAS (self), NULL);

  return self->picture;
}

void
waymark_graph_canvas_values_changed (WaymarkGraphCanvas *self)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_CANVAS (self));

  queue_sync (self, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const WaymarkGraphViewport *
waymark_graph_canvas_get_viewport (WaymarkGraphCanvas *self)
{
  g_return_val_if_fail (WAYMARK_IS_GRAPH_CANVAS (self), NULL);

  return &self->viewport;
}

const WaymarkGraphViewport *
waymark_graph_canvas_get_target (WaymarkGraphCanvas *self)
{
  g_return_val_if_fail (WAYMARK_IS_GRAPH_CANVAS (self), NULL);

  return adw_animation_get_state (self->motion) == ADW_ANIMATION_PLAYING ? &self->to
                                                                         : &self->viewport;
}

void
waymark_graph_canvas_go_to (WaymarkGraphCanvas *self, const WaymarkGraphViewport *viewport,
                            gboolean animate)
{
  WaymarkGraphViewport to;

  g_return_if_fail (WAYMARK_IS_GRAPH_CANVAS (self) && viewport != NULL);

  to = *viewport;
  waymark_graph_viewport_clamp (&to);
  self->is_placed = TRUE;
  stop_motion (self);
  if (animate && !waymark_graph_viewport_equal (&to, &self->viewport))
    start_motion (self, &to);
  else
    take_viewport (self, &to);
}

gboolean
waymark_graph_canvas_is_moving (WaymarkGraphCanvas *self)
{
  g_return_val_if_fail (WAYMARK_IS_GRAPH_CANVAS (self), FALSE);

  return adw_animation_get_state (self->motion) == ADW_ANIMATION_PLAYING;
}

double
waymark_graph_canvas_get_normal_scale (WaymarkGraphCanvas *self)
{
  g_return_val_if_fail (WAYMARK_IS_GRAPH_CANVAS (self), 1);

  return MAX (1, waymark_text_get_scale (GTK_WIDGET (self)));
}

void
waymark_graph_canvas_reveal (WaymarkGraphCanvas *self, WaymarkGraphSpot spot)
{
  WaymarkGraphViewport next;
  WaymarkGraphRect rect;

  g_return_if_fail (WAYMARK_IS_GRAPH_CANVAS (self));

  if (self->picture == NULL || spot.box >= okr_picture_get_n_boxes (self->picture) ||
      self->viewport.width < 1)
    return;

  next = *waymark_graph_canvas_get_target (self);
  rect = waymark_graph_get_rect (self->picture, spot);
  if (waymark_graph_viewport_reveal (&next, &rect))
    waymark_graph_canvas_go_to (self, &next, TRUE);
}

WaymarkGraphSpot
waymark_graph_canvas_pick (WaymarkGraphCanvas *self, double x, double y)
{
  WaymarkGraphSpot spot = WAYMARK_GRAPH_NO_SPOT;
  int box;

  g_return_val_if_fail (WAYMARK_IS_GRAPH_CANVAS (self), spot);

  if (self->picture == NULL)
    return spot;

  waymark_graph_viewport_to_scene (&self->viewport, &x, &y);
  box = okr_picture_pick (self->picture, x, y, &spot.row);
  if (box < 0)
    return WAYMARK_GRAPH_NO_SPOT;
  spot.box = (guint) box;

  return spot;
}

GdkRectangle
waymark_graph_canvas_get_area (WaymarkGraphCanvas *self, WaymarkGraphSpot spot)
{
  GdkRectangle area = { 0, 0, 1, 1 };
  WaymarkGraphRect rect;
  WaymarkGraphRect shown;
  int width;
  int height;

  g_return_val_if_fail (WAYMARK_IS_GRAPH_CANVAS (self), area);

  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  if (self->picture == NULL || spot.box >= okr_picture_get_n_boxes (self->picture))
    return (GdkRectangle){ width / 2, height / 2, 1, 1 };

  rect = waymark_graph_get_rect (self->picture, spot);
  if (spot.row < 0)
    rect.height = MIN (rect.height, OKR_PICTURE_HEAD_HEIGHT);
  shown = waymark_graph_viewport_to_view (&self->viewport, &rect);
  area.x = CLAMP ((int) shown.x, 0, MAX (width - 1, 0));
  area.y = CLAMP ((int) shown.y, 0, MAX (height - 1, 0));
  area.width = CLAMP ((int) (shown.x + shown.width) - area.x, 1, MAX (width - area.x, 1));
  area.height = CLAMP ((int) (shown.y + shown.height) - area.y, 1, MAX (height - area.y, 1));

  return area;
}

WaymarkGraphMarks *
waymark_graph_canvas_get_marks (WaymarkGraphCanvas *self)
{
  g_return_val_if_fail (WAYMARK_IS_GRAPH_CANVAS (self), NULL);

  return &self->marks;
}

void
waymark_graph_canvas_marks_changed (WaymarkGraphCanvas *self)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_CANVAS (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
waymark_graph_canvas_focus (WaymarkGraphCanvas *self, WaymarkGraphSpot spot)
{
  GtkWidget *child;

  g_return_if_fail (WAYMARK_IS_GRAPH_CANVAS (self));

  queue_sync (self, TRUE);
  sync_now (self);
  child = waymark_graph_children_get (&self->children, self->picture, spot);
  gtk_widget_grab_focus (child != NULL ? child : GTK_WIDGET (self));
}

gboolean
waymark_graph_canvas_has_focus (WaymarkGraphCanvas *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (WAYMARK_IS_GRAPH_CANVAS (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self) ||
                           gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

void
waymark_graph_canvas_draw_overview (WaymarkGraphCanvas *self, cairo_t *cr)
{
  g_return_if_fail (WAYMARK_IS_GRAPH_CANVAS (self));

  if (self->picture != NULL)
    waymark_graph_draw_overview (self->draw, cr, self->picture, &self->marks);
}
