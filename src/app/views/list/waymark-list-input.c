/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-item-text.h"
#include "waymark-explain.h"
#include "waymark-item-menu.h"
#include "waymark-list-view-private.h"
#include "waymark-popover.h"

static void
popup_menu_at (WaymarkListView *self, double x, double y)
{
  WaymarkListRow *row = waymark_list_row_pick (GTK_WIDGET (self->list), x, y);

  if (row == NULL || waymark_list_row_get_item (row) == NULL)
    return;

  waymark_session_set_selected (self->session, waymark_list_row_get_item (row));
  gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (self), x, y, &x, &y);
  waymark_item_menu_popup (GTK_WIDGET (self), &(GdkRectangle){ (int) x, (int) y, 1, 1 }, TRUE);
}

static void
on_secondary_pressed_cb (WaymarkListView *self, int n_press, double x, double y,
                         GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu_at (self, x, y);
}

static void
on_long_pressed_cb (WaymarkListView *self, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu_at (self, x, y);
}

void
waymark_list_view_popup_row_menu (WaymarkListView *self, WaymarkListRow *row)
{
  GdkRectangle area;

  g_return_if_fail (WAYMARK_IS_LIST_VIEW (self));

  waymark_session_set_selected (self->session, waymark_list_row_get_item (row));
  if (!waymark_list_view_get_area (self, waymark_list_row_get_item (row), &area))
    return;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    area.x += MAX (area.width - 42, 0);
  area.width = 34;
  waymark_item_menu_popup (GTK_WIDGET (self), &area, FALSE);
}

static gboolean
on_delete_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return gtk_widget_activate_action (widget, "win.delete", NULL);
}

static gboolean
on_menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  WaymarkListView *self = WAYMARK_LIST_VIEW (widget);
  GdkRectangle area;

  if (!waymark_list_view_get_area (self, waymark_list_view_get_selected_item (self), &area))
    return GDK_EVENT_PROPAGATE;

  waymark_item_menu_popup (GTK_WIDGET (self), &area, FALSE);

  return GDK_EVENT_STOP;
}

static void
on_explain_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  WaymarkListView *self = WAYMARK_LIST_VIEW (user_data);
  OkrItem *item = waymark_list_view_get_selected_item (self);
  const char *title;
  g_autofree char *text = NULL;
  GdkRectangle area;

  if (item == NULL || !waymark_list_view_get_area (self, item, &area))
    return;

  title = okr_item_text_get_title (item);
  text = waymark_explain_dup_item (waymark_session_get_plan (self->session), item);
  if (text != NULL)
    waymark_popover_show_text (GTK_WIDGET (self), &area, title, text);
}

/* Where the button is: after the last objective. */
static void
on_add_objective_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  WaymarkListView *self = WAYMARK_LIST_VIEW (user_data);
  const guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  OkrItem *last = n_rows > 0 ? waymark_list_rows_peek (self->rows, n_rows - 1) : NULL;

  if (last != NULL)
    waymark_session_set_selected (self->session, last);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-objective", NULL);
}

static void
add_gestures (WaymarkListView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (on_long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (press));
}

void
waymark_list_view_add_input (WaymarkListView *self, GActionMap *actions)
{
  static const GActionEntry entries[] = {
    { .name = "add-objective", .activate = on_add_objective_cb },
    { .name = "explain", .activate = on_explain_cb },
  };

  g_return_if_fail (WAYMARK_IS_LIST_VIEW (self) && G_IS_ACTION_MAP (actions));

  add_gestures (self);
  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), self);
}

void
waymark_list_view_add_bindings (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "win.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.delete", NULL);
  /* No action: the menu would call the key by that name. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, on_delete_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "win.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "win.move-down",
                                       NULL);
}
