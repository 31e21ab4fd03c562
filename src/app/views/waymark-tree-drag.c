/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-tree-drag.h"

#include "waymark-edge-scroll.h"
#include "waymark-item-text.h"
#include "waymark-tree-cell.h"
#include "waymark-tree-drop.h"

/* A pointer that left so short a time ago left because the button was released. */
#define RECENT (300 * G_TIME_SPAN_MILLISECOND)

struct _WaymarkTreeDrag
{
  GObject parent_instance;

  GtkWidget *list;
  WaymarkEdgeScroll *scroll;
  WaymarkSession *session;

  OkrItem *dragged; /* what began to be dragged here */
  GtkWidget *marked;
  GtkLabel *icon;
  GError *refusal;
  gint64 left_at; /* 0 while the pointer is here */
};

enum
{
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkTreeDrag, waymark_tree_drag, G_TYPE_OBJECT)

static WaymarkTreeCell *
find_cell (GtkWidget *widget)
{
  if (WAYMARK_IS_TREE_CELL (widget))
    return WAYMARK_TREE_CELL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      WaymarkTreeCell *cell = find_cell (child);

      if (cell != NULL)
        return cell;
    }

  return NULL;
}

static void
mark (WaymarkTreeDrag *self, GtkWidget *row)
{
  if (self->marked == row)
    return;

  if (self->marked != NULL)
    gtk_widget_remove_css_class (self->marked, "waymark-drop-onto");
  if (row != NULL)
    gtk_widget_add_css_class (row, "waymark-drop-onto");
  g_set_weak_pointer (&self->marked, row);
}

static void
show_reason (WaymarkTreeDrag *self)
{
  g_autofree char *title = NULL;

  if (self->icon == NULL || self->dragged == NULL)
    return;

  title = waymark_item_text_dup_title (self->dragged);
  gtk_label_set_text (self->icon, self->refusal != NULL ? self->refusal->message : title);
  if (self->refusal != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "error");
}

static void
take_refusal (WaymarkTreeDrag *self, GError *error)
{
  g_clear_error (&self->refusal);
  self->refusal = error;
  self->left_at = 0;
  show_reason (self);
}

static GdkContentProvider *
on_prepare_cb (GtkDragSource *source, double x, double y, WaymarkTreeDrag *self)
{
  OkrItem *item = waymark_tree_drag_pick (self->list, x, y, NULL);

  g_set_object (&self->dragged, item);

  return item != NULL && self->session != NULL
             ? gdk_content_provider_new_typed (OKR_TYPE_ITEM, item)
             : NULL;
}

static void
on_drag_begin_cb (GtkDragSource *source, GdkDrag *drag, WaymarkTreeDrag *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* It does not grow while it is dragged: there has to be room for a reason from the start. */
  gtk_label_set_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_size_request (label, -1, 72);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "waymark-drag-icon");
  g_set_weak_pointer (&self->icon, GTK_LABEL (label));
  show_reason (self);
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
on_drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, WaymarkTreeDrag *self)
{
  mark (self, NULL);
  waymark_edge_scroll_stop (self->scroll);
  g_clear_error (&self->refusal);
  g_clear_weak_pointer (&self->icon);
  g_clear_object (&self->dragged);
}

/* What cannot be dropped is not even offered to a target: the source has to say why. */
static gboolean
on_drag_cancel_cb (GtkDragSource *source, GdkDrag *drag, GdkDragCancelReason reason,
                   WaymarkTreeDrag *self)
{
  const gboolean here = self->left_at == 0 || g_get_monotonic_time () - self->left_at < RECENT;

  if (reason != GDK_DRAG_CANCEL_USER_CANCELLED && here && self->refusal != NULL &&
      self->session != NULL)
    waymark_session_report (self->session, self->refusal);

  return FALSE;
}

static OkrItem *
get_dragged (GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  return value != NULL && G_VALUE_HOLDS (value, OKR_TYPE_ITEM) ? g_value_get_object (value) : NULL;
}

static GdkDragAction
on_motion_cb (GtkDropTarget *target, double x, double y, WaymarkTreeDrag *self)
{
  OkrItem *dragged = get_dragged (target);
  OkrPlan *plan = self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
  GtkWidget *row = NULL;
  OkrItem *item = waymark_tree_drag_pick (self->list, x, y, &row);
  GError *error = NULL;
  gboolean possible;

  waymark_edge_scroll_follow (self->scroll, x, y);
  possible =
      plan != NULL && dragged != NULL && waymark_tree_drop_check (plan, dragged, item, &error);
  take_refusal (self, error);
  mark (self, possible ? row : NULL);

  return possible ? GDK_ACTION_MOVE : 0;
}

static void
on_leave_cb (GtkDropTarget *target, WaymarkTreeDrag *self)
{
  mark (self, NULL);
  waymark_edge_scroll_stop (self->scroll);
  self->left_at = g_get_monotonic_time ();
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, WaymarkTreeDrag *self)
{
  OkrPlan *plan = self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
  g_autoptr (OkrItem) dragged = g_value_dup_object (value);
  OkrItem *item = waymark_tree_drag_pick (self->list, x, y, NULL);
  g_autoptr (GError) error = NULL;
  gboolean done;

  mark (self, NULL);
  waymark_edge_scroll_stop (self->scroll);
  if (plan == NULL || dragged == NULL)
    return FALSE;

  done = waymark_tree_drop (plan, dragged, item, &error);
  if (done)
    g_signal_emit (self, signals[DROPPED], 0, dragged);
  else
    waymark_session_report (self->session, error);

  return done;
}

static void
waymark_tree_drag_dispose (GObject *object)
{
  WaymarkTreeDrag *self = WAYMARK_TREE_DRAG (object);

  mark (self, NULL);
  g_clear_weak_pointer (&self->icon);
  g_clear_weak_pointer (&self->list);
  g_clear_object (&self->scroll);
  g_clear_object (&self->dragged);
  g_clear_object (&self->session);
  g_clear_error (&self->refusal);

  G_OBJECT_CLASS (waymark_tree_drag_parent_class)->dispose (object);
}

static void
waymark_tree_drag_class_init (WaymarkTreeDragClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_tree_drag_dispose;

  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, OKR_TYPE_ITEM);
}

static void
waymark_tree_drag_init (WaymarkTreeDrag *self)
{
}

static void
add_source (WaymarkTreeDrag *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (on_drag_end_cb), self, 0);
  g_signal_connect_object (source, "drag-cancel", G_CALLBACK (on_drag_cancel_cb), self, 0);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (source));
}

static void
add_target (WaymarkTreeDrag *self)
{
  GtkDropTarget *target = gtk_drop_target_new (OKR_TYPE_ITEM, GDK_ACTION_MOVE);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "enter", G_CALLBACK (on_motion_cb), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (on_motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, 0);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (target));
}

WaymarkTreeDrag *
waymark_tree_drag_new (GtkWidget *list, GtkScrolledWindow *scroller)
{
  WaymarkTreeDrag *self;

  g_return_val_if_fail (GTK_IS_WIDGET (list) && GTK_IS_SCROLLED_WINDOW (scroller), NULL);

  self = g_object_new (WAYMARK_TYPE_TREE_DRAG, NULL);
  g_set_weak_pointer (&self->list, list);
  self->scroll = waymark_edge_scroll_new (list, scroller);
  add_source (self);
  add_target (self);

  return self;
}

void
waymark_tree_drag_set_session (WaymarkTreeDrag *self, WaymarkSession *session)
{
  g_return_if_fail (WAYMARK_IS_TREE_DRAG (self));

  g_set_object (&self->session, session);
}

OkrItem *
waymark_tree_drag_pick (GtkWidget *list, double x, double y, GtkWidget **row)
{
  GtkWidget *widget;
  WaymarkTreeCell *cell;

  g_return_val_if_fail (GTK_IS_WIDGET (list), NULL);

  widget = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  while (widget != NULL && widget != list && !g_str_equal (gtk_widget_get_css_name (widget), "row"))
    widget = gtk_widget_get_parent (widget);
  if (widget == NULL || widget == list)
    return NULL;

  if (row != NULL)
    *row = widget;
  cell = find_cell (widget);

  return cell != NULL ? waymark_tree_cell_get_item (cell) : NULL;
}
