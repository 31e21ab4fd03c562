/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointer, wheel and fingers. */
#include "config.h"

#include <math.h>

#include "waymark-alignment-view-private.h"
#include "waymark-explain.h"
#include "waymark-tooltip.h"
#include "waymark-zoom.h"

/* What a notch of the wheel moves, in pixels. */
#define WHEEL 60.0
/* A press that moved less far is a click. */
#define CLICK 4.0

static WaymarkGraphSpot
pick (WaymarkAlignmentView *self, double x, double y)
{
  return waymark_graph_canvas_pick (self->canvas, x, y);
}

static gboolean
is_nowhere (WaymarkGraphSpot spot)
{
  return spot.box == WAYMARK_GRAPH_NOWHERE;
}

static void
on_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y,
               WaymarkAlignmentView *self)
{
  const WaymarkGraphSpot spot = pick (self, x, y);

  if (self->session == NULL || is_nowhere (spot))
    return;

  waymark_alignment_view_select (self, spot);
  waymark_graph_canvas_focus (self->canvas, spot);
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-inspector", NULL);
}

static void
popup_at (WaymarkAlignmentView *self, double x, double y)
{
  const WaymarkGraphSpot spot = pick (self, x, y);
  GdkRectangle area = { 0, 0, 1, 1 };
  double own_x;
  double own_y;

  if (self->session == NULL)
    return;

  waymark_alignment_view_select (self, spot);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), GTK_WIDGET (self), x, y, &own_x,
                                    &own_y);
  area.x = (int) own_x;
  area.y = (int) own_y;
  waymark_alignment_view_popup_menu (self, &area, TRUE);
}

static void
on_secondary_cb (GtkGestureClick *gesture, int n_press, double x, double y,
                 WaymarkAlignmentView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (self, x, y);
}

static void
on_long_press_cb (GtkGestureLongPress *gesture, double x, double y, WaymarkAlignmentView *self)
{
  popup_at (self, x, y);
}

/* The ground is moved with the first button, everything with the middle one. */
static void
on_drag_begin_cb (GtkGestureDrag *gesture, double x, double y, WaymarkAlignmentView *self)
{
  const guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button != GDK_BUTTON_MIDDLE &&
      (button != GDK_BUTTON_PRIMARY || !is_nowhere (pick (self, x, y))))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->panned_x = self->panned_y = 0;
  self->is_panning = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
on_drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, WaymarkAlignmentView *self)
{
  WaymarkGraphViewport next = *waymark_graph_canvas_get_viewport (self->canvas);

  if (!self->is_panning && hypot (dx, dy) < CLICK)
    return;
  if (!self->is_panning)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), "grabbing");
    }

  self->is_panning = TRUE;
  waymark_graph_viewport_pan (&next, self->panned_x - dx, self->panned_y - dy);
  self->panned_x = dx;
  self->panned_y = dy;
  waymark_graph_canvas_go_to (self->canvas, &next, FALSE);
}

/* A click on the ground selects nothing. */
static void
on_drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, WaymarkAlignmentView *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self->canvas), NULL);
  if (!self->is_panning && self->session != NULL &&
      gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_PRIMARY)
    waymark_alignment_view_select (self, WAYMARK_GRAPH_NO_SPOT);
  self->is_panning = FALSE;
}

static gboolean
on_scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, WaymarkAlignmentView *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  const gboolean is_wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  WaymarkGraphViewport next = *waymark_graph_canvas_get_viewport (self->canvas);
  const double factor = is_wheel ? WHEEL : 1;

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      waymark_alignment_view_zoom (self, next.scale * waymark_zoom_find_factor (scroll, dy),
                                   self->press_x, self->press_y, FALSE);
      return TRUE;
    }
  /* A wheel that only turns one way moves sideways with Shift. */
  if ((state & GDK_SHIFT_MASK) != 0 && fabs (dx) <= 0)
    waymark_graph_viewport_pan (&next, dy * factor, 0);
  else
    waymark_graph_viewport_pan (&next, dx * factor, dy * factor);
  waymark_graph_canvas_go_to (self->canvas, &next, FALSE);

  return TRUE;
}

static void
on_decelerate_cb (GtkEventControllerScroll *scroll, double speed_x, double speed_y,
                  WaymarkAlignmentView *self)
{
  WaymarkGraphViewport next = *waymark_graph_canvas_get_viewport (self->canvas);

  /* As far as it would roll on with a steady brake. */
  waymark_graph_viewport_pan (&next, speed_x * 0.12, speed_y * 0.12);
  waymark_graph_canvas_go_to (self->canvas, &next, TRUE);
}

static void
on_pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, WaymarkAlignmentView *self)
{
  self->zoom_before = waymark_graph_canvas_get_viewport (self->canvas)->scale;
}

static void
on_pinch_cb (GtkGestureZoom *gesture, double factor, WaymarkAlignmentView *self)
{
  double x = self->press_x;
  double y = self->press_y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  waymark_alignment_view_zoom (self, self->zoom_before * factor, x, y, FALSE);
}

static void
set_hovered (WaymarkAlignmentView *self, WaymarkGraphSpot spot)
{
  WaymarkGraphMarks *marks = waymark_graph_canvas_get_marks (self->canvas);

  if (waymark_graph_spot_equal (marks->hovered, spot))
    return;

  marks->hovered = spot;
  waymark_graph_canvas_marks_changed (self->canvas);
}

static void
on_motion_cb (GtkEventControllerMotion *motion, double x, double y, WaymarkAlignmentView *self)
{
  self->press_x = x;
  self->press_y = y;
  set_hovered (self, pick (self, x, y));
}

static void
on_leave_cb (GtkEventControllerMotion *motion, WaymarkAlignmentView *self)
{
  set_hovered (self, WAYMARK_GRAPH_NO_SPOT);
}

/* Where a menu is open, the card would cover it. */
static gboolean
has_popover (WaymarkAlignmentView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
        return TRUE;
    }

  return FALSE;
}

/* What the toolkit calls a tooltip is our card: the whole title and the arithmetic. */
static gboolean
on_query_tooltip_cb (GtkWidget *canvas, int x, int y, gboolean keyboard, GtkTooltip *tooltip,
                     WaymarkAlignmentView *self)
{
  const WaymarkGraphSpot spot =
      keyboard ? waymark_alignment_view_get_spot (self) : pick (self, x, y);
  OkrItem *item = waymark_alignment_view_get_item (self, spot);
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  GdkRectangle area;
  const char *title;

  if (is_nowhere (spot) || has_popover (self))
    return FALSE;

  title = item != NULL
              ? okr_item_get_title (item)
              : okr_picture_get_box (waymark_alignment_view_get_picture (self), spot.box)->title;
  if (item != NULL)
    text = waymark_explain_dup_item (waymark_session_get_plan (self->session), item);
  markup = g_markup_printf_escaped (text != NULL ? "<b>%s</b>\n%s" : "<b>%s</b>", title, text);
  area = waymark_graph_canvas_get_area (self->canvas, spot);
  waymark_tooltip_set_markup (tooltip, canvas, markup);
  gtk_tooltip_set_tip_area (tooltip, &area);

  return TRUE;
}

static void
add_clicks (WaymarkAlignmentView *self)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_cb), self);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary_cb), self);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_press_cb), self);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (press));
}

static void
add_moves (WaymarkAlignmentView *self)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end_cb), self);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch_cb), self);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll_cb), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (on_decelerate_cb), self);
  gtk_widget_add_controller (canvas, scroll);
}

void
waymark_alignment_view_add_pointer (WaymarkAlignmentView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), motion);
  add_clicks (self);
  add_moves (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->canvas), TRUE);
  g_signal_connect (self->canvas, "query-tooltip", G_CALLBACK (on_query_tooltip_cb), self);
}
