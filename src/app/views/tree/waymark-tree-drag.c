/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-tree-drag.h"

#include "waymark-edge-scroll.h"
#include "waymark-item-drag.h"
#include "waymark-tree-cell.h"
#include "waymark-item-drop.h"

struct _WaymarkTreeDrag
{
  GObject parent_instance;

  GtkWidget *list;
  WaymarkEdgeScroll *scroll;
  WaymarkSession *session;

  WaymarkItemDrag drag;
  GtkWidget *marked;
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

static GdkContentProvider *
on_prepare_cb (GtkDragSource *source, double x, double y, WaymarkTreeDrag *self)
{
  OkrItem *item = waymark_tree_drag_pick (self->list, x, y, NULL);

  return waymark_item_drag_prepare (&self->drag, self->session != NULL ? item : NULL);
}

static void
on_drag_begin_cb (GtkDragSource *source, GdkDrag *drag, WaymarkTreeDrag *self)
{
  waymark_item_drag_begin (&self->drag, drag);
}

static void
on_drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, WaymarkTreeDrag *self)
{
  mark (self, NULL);
  waymark_edge_scroll_stop (self->scroll);
  waymark_item_drag_clear (&self->drag);
}

static gboolean
on_drag_cancel_cb (GtkDragSource *source, GdkDrag *drag, GdkDragCancelReason reason,
                   WaymarkTreeDrag *self)
{
  waymark_item_drag_report (&self->drag, reason, self->session);

  return FALSE;
}

static GdkDragAction
on_motion_cb (GtkDropTarget *target, double x, double y, WaymarkTreeDrag *self)
{
  OkrItem *dragged = waymark_item_drag_get_dragged (target);
  OkrPlan *plan = self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
  GtkWidget *row = NULL;
  OkrItem *item = waymark_tree_drag_pick (self->list, x, y, &row);
  GError *error = NULL;
  gboolean possible;

  waymark_edge_scroll_follow (self->scroll, x, y);
  possible =
      plan != NULL && dragged != NULL && waymark_item_drop_check (plan, dragged, item, &error);
  waymark_item_drag_take_refusal (&self->drag, error);
  mark (self, possible ? row : NULL);

  return possible ? GDK_ACTION_MOVE : 0;
}

static void
on_leave_cb (GtkDropTarget *target, WaymarkTreeDrag *self)
{
  mark (self, NULL);
  waymark_edge_scroll_stop (self->scroll);
  waymark_item_drag_leave (&self->drag);
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

  done = waymark_item_drop (plan, dragged, item, &error);
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
  waymark_item_drag_clear (&self->drag);
  g_clear_weak_pointer (&self->list);
  g_clear_object (&self->scroll);
  g_clear_object (&self->session);

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

WaymarkTreeDrag *
waymark_tree_drag_new (GtkWidget *list, GtkScrolledWindow *scroller)
{
  WaymarkTreeDrag *self;
  GtkDragSource *source;

  g_return_val_if_fail (GTK_IS_WIDGET (list) && GTK_IS_SCROLLED_WINDOW (scroller), NULL);

  self = g_object_new (WAYMARK_TYPE_TREE_DRAG, NULL);
  g_set_weak_pointer (&self->list, list);
  self->scroll = waymark_edge_scroll_new (list, scroller);
  source =
      waymark_item_drag_add_source (list, self, G_CALLBACK (on_prepare_cb),
                                    G_CALLBACK (on_drag_begin_cb), G_CALLBACK (on_drag_end_cb));
  g_signal_connect_object (source, "drag-cancel", G_CALLBACK (on_drag_cancel_cb), self, 0);
  waymark_item_drag_add_target (list, self, G_CALLBACK (on_motion_cb), G_CALLBACK (on_leave_cb),
                                G_CALLBACK (on_drop_cb));

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
