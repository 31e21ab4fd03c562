/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-list-drag.h"

#include <glib/gi18n.h>

#include "okr-edit.h"
#include "okr-item-text.h"
#include "waymark-drag-icon.h"
#include "waymark-edge-scroll.h"
#include "waymark-item-drag.h"
#include "waymark-list-drop.h"
#include "waymark-list-row.h"

struct _WaymarkListDrag
{
  GObject parent_instance;

  GtkWidget *list;
  WaymarkListRows *rows;
  WaymarkEdgeScroll *scroll;
  WaymarkSession *session;

  OkrItem *dragged; /* from here, while it is on its way */
  WaymarkListRow *marked;
};

G_DEFINE_FINAL_TYPE (WaymarkListDrag, waymark_list_drag, G_TYPE_OBJECT)

static void
mark_row (WaymarkListDrag *self, WaymarkListRow *row, WaymarkListMark mark)
{
  if (self->marked != NULL && self->marked != row)
    waymark_list_row_set_mark (self->marked, WAYMARK_LIST_MARK_NONE);
  if (row != NULL)
    waymark_list_row_set_mark (row, mark);
  g_set_weak_pointer (&self->marked, row);
}

static gboolean
is_sorted_otherwise (WaymarkListDrag *self, OkrItem *item)
{
  return OKR_IS_OBJECTIVE (item) &&
         waymark_list_rows_get_sort (self->rows) != WAYMARK_LIST_SORT_PLAN;
}

static gboolean
find_drop (WaymarkListDrag *self, OkrItem *item, double x, double y, WaymarkListDrop *drop)
{
  WaymarkListRow *row = waymark_list_row_pick (self->list, x, y);
  GtkWidget *widget = GTK_WIDGET (row);
  double row_y;
  double height;

  if (row == NULL || waymark_list_row_get_item (row) == NULL)
    return FALSE;

  gtk_widget_translate_coordinates (self->list, widget, x, y, NULL, &row_y);
  height = gtk_widget_get_height (widget);

  return waymark_list_drop_find (
      self->rows, item, waymark_list_rows_find (self->rows, waymark_list_row_get_item (row)),
      CLAMP (row_y / MAX (height, 1), 0, 1), drop);
}

static GdkContentProvider *
on_drag_prepare_cb (GtkDragSource *source, double x, double y, WaymarkListDrag *self)
{
  WaymarkListRow *row = waymark_list_row_pick (self->list, x, y);
  OkrItem *item = row != NULL ? waymark_list_row_get_item (row) : NULL;

  if (item == NULL || self->session == NULL)
    return NULL;
  if (is_sorted_otherwise (self, item))
    {
      waymark_session_announce (self->session,
                                _ ("Sort by plan order to reorder the objectives by dragging"),
                                FALSE);
      return NULL;
    }

  g_set_object (&self->dragged, item);

  return gdk_content_provider_new_typed (OKR_TYPE_ITEM, item);
}

static void
on_drag_begin_cb (GtkDragSource *source, GdkDrag *drag, WaymarkListDrag *self)
{
  const char *title;

  g_assert (self->dragged != NULL);

  title = okr_item_text_get_title (self->dragged);
  waymark_drag_icon_show (drag, title);
}

static void
on_drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, WaymarkListDrag *self)
{
  g_clear_object (&self->dragged);
}

static GdkDragAction
on_drop_motion_cb (GtkDropTarget *target, double x, double y, WaymarkListDrag *self)
{
  OkrItem *item = waymark_item_drag_get_dragged (target);
  WaymarkListDrop drop;

  waymark_edge_scroll_follow (self->scroll, x, y);
  if (item == NULL || !find_drop (self, item, x, y, &drop))
    {
      mark_row (self, NULL, WAYMARK_LIST_MARK_NONE);
      return 0;
    }

  mark_row (self, waymark_list_row_find (self->list, waymark_list_rows_peek (self->rows, drop.row)),
            drop.after ? WAYMARK_LIST_MARK_BELOW : WAYMARK_LIST_MARK_ABOVE);

  return GDK_ACTION_MOVE;
}

static void
on_drop_leave_cb (GtkDropTarget *target, WaymarkListDrag *self)
{
  waymark_edge_scroll_stop (self->scroll);
  mark_row (self, NULL, WAYMARK_LIST_MARK_NONE);
}

static gboolean
move (WaymarkListDrag *self, OkrItem *item, const WaymarkListDrop *drop)
{
  OkrPlan *plan = self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
  g_autoptr (GError) error = NULL;

  /* What is dragged may come from another window, or be gone by now. */
  if (plan == NULL || okr_plan_find (plan, okr_item_get_id (item)) != item)
    return FALSE;

  if (!okr_edit_move (plan, item, drop->parent, drop->position, &error))
    {
      waymark_session_report (self->session, error);
      return FALSE;
    }
  waymark_session_set_selected (self->session, item);

  return TRUE;
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, WaymarkListDrag *self)
{
  g_autoptr (OkrItem) item = g_value_dup_object (value);
  WaymarkListDrop drop;

  on_drop_leave_cb (target, self);

  return item != NULL && find_drop (self, item, x, y, &drop) && move (self, item, &drop);
}

static void
waymark_list_drag_dispose (GObject *object)
{
  WaymarkListDrag *self = WAYMARK_LIST_DRAG (object);

  g_clear_object (&self->dragged);
  g_clear_weak_pointer (&self->marked);
  g_clear_weak_pointer (&self->list);
  g_clear_object (&self->rows);
  g_clear_object (&self->scroll);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_list_drag_parent_class)->dispose (object);
}

static void
waymark_list_drag_class_init (WaymarkListDragClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_list_drag_dispose;
}

static void
waymark_list_drag_init (WaymarkListDrag *self)
{
}

WaymarkListDrag *
waymark_list_drag_new (GtkWidget *list, GtkScrolledWindow *scroller, WaymarkListRows *rows)
{
  WaymarkListDrag *self;

  g_return_val_if_fail (GTK_IS_WIDGET (list) && GTK_IS_SCROLLED_WINDOW (scroller), NULL);
  g_return_val_if_fail (WAYMARK_IS_LIST_ROWS (rows), NULL);

  self = g_object_new (WAYMARK_TYPE_LIST_DRAG, NULL);
  g_set_weak_pointer (&self->list, list);
  self->scroll = waymark_edge_scroll_new (list, scroller);
  self->rows = g_object_ref (rows);
  waymark_item_drag_add_source (list, self, G_CALLBACK (on_drag_prepare_cb),
                                G_CALLBACK (on_drag_begin_cb), G_CALLBACK (on_drag_end_cb));
  waymark_item_drag_add_target (list, self, G_CALLBACK (on_drop_motion_cb),
                                G_CALLBACK (on_drop_leave_cb), G_CALLBACK (on_drop_cb));

  return self;
}

void
waymark_list_drag_set_session (WaymarkListDrag *self, WaymarkSession *session)
{
  g_return_if_fail (WAYMARK_IS_LIST_DRAG (self));

  g_set_object (&self->session, session);
}
