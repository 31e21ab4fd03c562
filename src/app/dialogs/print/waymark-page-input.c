/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-page-input.h"

#include <math.h>

#include "waymark-zoom.h"

/* A press that moved less far is a click. */
#define CLICK 4.0

typedef struct
{
  double pointer_x;
  double pointer_y;
  double zoom_before; /* when two fingers went down */
  double start_x;     /* what both adjustments were when the pointer went down */
  double start_y;
  gboolean is_panning;
} Input;

static Input *
get_input (WaymarkPageView *view)
{
  return g_object_get_data (G_OBJECT (view), "waymark-page-input");
}

static GtkAdjustment *
get_adjustment (WaymarkPageView *view, GtkOrientation orientation)
{
  GtkScrollable *scrollable = GTK_SCROLLABLE (view);

  return orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_scrollable_get_hadjustment (scrollable)
                                                   : gtk_scrollable_get_vadjustment (scrollable);
}

/* The value that is farthest on. */
static double
find_end (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static gboolean
can_scroll (WaymarkPageView *view, GtkOrientation orientation, double by)
{
  GtkAdjustment *adjustment = get_adjustment (view, orientation);
  const double value = gtk_adjustment_get_value (adjustment);

  return by > 0 ? value < find_end (adjustment) - 0.5 : value > 0.5;
}

static gboolean
scroll (WaymarkPageView *view, GtkOrientation orientation, double by)
{
  GtkAdjustment *adjustment = get_adjustment (view, orientation);

  if (!can_scroll (view, orientation, by))
    return FALSE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);

  return TRUE;
}

/* Who goes back comes from below. */
static void
turn_over (WaymarkPageView *view, double direction)
{
  GtkAdjustment *adjustment = get_adjustment (view, GTK_ORIENTATION_VERTICAL);
  const guint page = waymark_page_view_get_page (view);

  if (direction > 0)
    {
      waymark_page_view_set_page (view, page + 1);
    }
  else if (page > 0)
    {
      waymark_page_view_set_page (view, page - 1);
      gtk_adjustment_set_value (adjustment, find_end (adjustment));
    }
}

static gboolean
turn (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  WaymarkPageView *view = WAYMARK_PAGE_VIEW (widget);
  const guint page = waymark_page_view_get_page (view);
  int step;

  g_variant_get (parameter, "(ib)", &step, NULL);
  if (step == G_MININT)
    waymark_page_view_set_page (view, 0);
  else if (step > 0)
    waymark_page_view_set_page (view, step == G_MAXINT ? G_MAXUINT : page + (guint) step);
  else if (page > 0)
    waymark_page_view_set_page (view, page - 1);

  return GDK_EVENT_STOP;
}

/* How far a key moves: a step, or all but a little of what is seen. */
static double
read_distance (GtkAdjustment *adjustment, GVariant *parameter)
{
  gboolean is_screen;
  int direction;

  g_variant_get (parameter, "(ib)", &direction, &is_screen);

  return direction * (is_screen ? gtk_adjustment_get_page_increment (adjustment)
                                : gtk_adjustment_get_step_increment (adjustment));
}

static gboolean
read_on (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  WaymarkPageView *view = WAYMARK_PAGE_VIEW (widget);
  const double by = read_distance (get_adjustment (view, GTK_ORIENTATION_VERTICAL), parameter);

  if (!scroll (view, GTK_ORIENTATION_VERTICAL, by))
    turn_over (view, by);

  return GDK_EVENT_STOP;
}

static gboolean
step_aside (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  WaymarkPageView *view = WAYMARK_PAGE_VIEW (widget);

  return scroll (view, GTK_ORIENTATION_HORIZONTAL,
                 read_distance (get_adjustment (view, GTK_ORIENTATION_HORIZONTAL), parameter));
}

static GdkModifierType
get_modifiers (GtkEventControllerScroll *controller)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
}

static gboolean
on_zoom_scroll_cb (GtkEventControllerScroll *controller, double dx, double dy,
                   WaymarkPageView *view)
{
  const Input *input = get_input (view);

  if ((get_modifiers (controller) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  waymark_page_view_zoom_at (view,
                             waymark_page_view_get_zoom (view) *
                                 waymark_zoom_find_factor (controller, dy),
                             input->pointer_x, input->pointer_y);

  return GDK_EVENT_STOP;
}

/* Where the page goes on, the scrolled window moves it. */
static gboolean
on_turn_scroll_cb (GtkEventControllerScroll *controller, double dx, double dy,
                   WaymarkPageView *view)
{
  if ((get_modifiers (controller) & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0 ||
      can_scroll (view, GTK_ORIENTATION_VERTICAL, dy))
    return GDK_EVENT_PROPAGATE;

  turn_over (view, dy);

  return GDK_EVENT_STOP;
}

static void
on_motion_cb (GtkEventControllerMotion *motion, double x, double y, WaymarkPageView *view)
{
  Input *input = get_input (view);

  input->pointer_x = x;
  input->pointer_y = y;
}

static void
on_pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, WaymarkPageView *view)
{
  get_input (view)->zoom_before = waymark_page_view_get_zoom (view);
}

static void
on_pinch_cb (GtkGestureZoom *gesture, double factor, WaymarkPageView *view)
{
  const Input *input = get_input (view);
  double x = input->pointer_x;
  double y = input->pointer_y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  waymark_page_view_zoom_at (view, input->zoom_before * factor, x, y);
}

static gboolean
can_pan (WaymarkPageView *view)
{
  return find_end (get_adjustment (view, GTK_ORIENTATION_HORIZONTAL)) > 0.5 ||
         find_end (get_adjustment (view, GTK_ORIENTATION_VERTICAL)) > 0.5;
}

/* A finger moves what is in a scrolled window anyway. */
static void
on_drag_begin_cb (GtkGesture *gesture, double x, double y, WaymarkPageView *view)
{
  Input *input = get_input (view);
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (view));
  input->is_panning = FALSE;
  input->start_x = gtk_adjustment_get_value (get_adjustment (view, GTK_ORIENTATION_HORIZONTAL));
  input->start_y = gtk_adjustment_get_value (get_adjustment (view, GTK_ORIENTATION_VERTICAL));
  if (!can_pan (view) || (event != NULL && gdk_event_get_event_type (event) == GDK_TOUCH_BEGIN))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update_cb (GtkGesture *gesture, double dx, double dy, WaymarkPageView *view)
{
  Input *input = get_input (view);

  if (!input->is_panning && hypot (dx, dy) < CLICK)
    return;
  if (!input->is_panning)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (view), "grabbing");
    }

  input->is_panning = TRUE;
  gtk_adjustment_set_value (get_adjustment (view, GTK_ORIENTATION_HORIZONTAL), input->start_x - dx);
  gtk_adjustment_set_value (get_adjustment (view, GTK_ORIENTATION_VERTICAL), input->start_y - dy);
}

static void
on_drag_end_cb (GtkGesture *gesture, double dx, double dy, WaymarkPageView *view)
{
  get_input (view)->is_panning = FALSE;
  gtk_widget_set_cursor (GTK_WIDGET (view), NULL);
}

static void
add_scrolling (WaymarkPageView *view)
{
  GtkEventController *zoom = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *turning = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  g_signal_connect (zoom, "scroll", G_CALLBACK (on_zoom_scroll_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), zoom);
  g_signal_connect (turning, "scroll", G_CALLBACK (on_turn_scroll_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), turning);
}

static void
add_gestures (WaymarkPageView *view)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  /* The scrolled window follows one finger, and would not give it back. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin_cb), view);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (pinch));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin_cb), view);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update_cb), view);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (drag));
}

void
waymark_page_input_add (WaymarkPageView *view)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_return_if_fail (WAYMARK_IS_PAGE_VIEW (view));

  g_object_set_data_full (G_OBJECT (view), "waymark-page-input", g_new0 (Input, 1), g_free);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion_cb), view);
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), motion);
  add_scrolling (view);
  add_gestures (view);
}

void
waymark_page_input_add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    GtkShortcutFunc func;
    int step;
    gboolean is_screen;
  } keys[] = {
    { GDK_KEY_Page_Down, turn, 1 },      { GDK_KEY_Page_Up, turn, -1 },
    { GDK_KEY_End, turn, G_MAXINT },     { GDK_KEY_Home, turn, G_MININT },
    { GDK_KEY_Down, read_on, 1 },        { GDK_KEY_Up, read_on, -1 },
    { GDK_KEY_space, read_on, 1, TRUE }, { GDK_KEY_BackSpace, read_on, -1, TRUE },
    { GDK_KEY_Right, step_aside, 1 },    { GDK_KEY_Left, step_aside, -1 },
  };

  g_return_if_fail (GTK_IS_WIDGET_CLASS (klass));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (klass, keys[i].key, 0, keys[i].func, "(ib)", keys[i].step,
                                  keys[i].is_screen);
}
