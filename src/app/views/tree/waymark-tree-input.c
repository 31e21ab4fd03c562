/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-item-text.h"
#include "waymark-explain.h"
#include "waymark-item-menu.h"
#include "waymark-popover.h"
#include "waymark-tree-view-private.h"

static gboolean
expand_or_go_down (WaymarkTreeView *self, GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) child = NULL;
  g_autoptr (OkrItem) item = NULL;

  if (!gtk_tree_list_row_is_expandable (row))
    return FALSE;
  if (!gtk_tree_list_row_get_expanded (row))
    {
      gtk_tree_list_row_set_expanded (row, TRUE);
      return TRUE;
    }

  child = gtk_tree_list_row_get_child_row (row, 0);
  item = child != NULL ? gtk_tree_list_row_get_item (child) : NULL;
  if (item != NULL)
    waymark_tree_view_select (self, item);

  return TRUE;
}

static gboolean
collapse_or_go_up (WaymarkTreeView *self, GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) parent = NULL;
  g_autoptr (OkrItem) item = NULL;

  if (gtk_tree_list_row_get_expanded (row))
    {
      gtk_tree_list_row_set_expanded (row, FALSE);
      return TRUE;
    }

  parent = gtk_tree_list_row_get_parent (row);
  item = parent != NULL ? gtk_tree_list_row_get_item (parent) : NULL;
  if (item != NULL)
    waymark_tree_view_select (self, item);

  return item != NULL;
}

static gboolean
on_arrow_cb (GtkWidget *widget, GVariant *rightwards, gpointer data)
{
  WaymarkTreeView *self = data;
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  OkrItem *item = waymark_tree_view_get_selected_item (self);
  g_autoptr (GtkTreeListRow) row =
      item != NULL ? waymark_tree_rows_dup_row (self->rows, item) : NULL;

  if (row == NULL)
    return FALSE;
  if (g_variant_get_boolean (rightwards) != mirrored)
    return expand_or_go_down (self, row);

  return collapse_or_go_up (self, row);
}

static gboolean
on_menu_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  WaymarkTreeView *self = data;
  OkrItem *item = waymark_tree_view_get_selected_item (self);
  GdkRectangle area;

  if (item == NULL)
    return FALSE;

  area = waymark_tree_view_get_title_area (self, item);
  waymark_item_menu_popup_with (GTK_WIDGET (self), &area, FALSE, self->menu);

  return TRUE;
}

static void
popup_at (WaymarkTreeView *self, double x, double y)
{
  OkrItem *item = waymark_tree_drag_pick (self->list, x, y, NULL);
  GdkRectangle area = { 0, 0, 1, 1 };
  double own_x;
  double own_y;

  if (item == NULL)
    return;

  waymark_session_set_selected (self->session, item);
  gtk_widget_translate_coordinates (self->list, GTK_WIDGET (self), x, y, &own_x, &own_y);
  area.x = (int) own_x;
  area.y = (int) own_y;
  waymark_item_menu_popup_with (GTK_WIDGET (self), &area, TRUE, self->menu);
}

static void
on_secondary_click_cb (GtkGestureClick *gesture, int n_press, double x, double y,
                       WaymarkTreeView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_at (self, x, y);
}

static void
on_long_press_cb (GtkGestureLongPress *gesture, double x, double y, WaymarkTreeView *self)
{
  popup_at (self, x, y);
}

static void
on_expand_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WaymarkTreeView *self = data;
  OkrItem *item = waymark_tree_view_get_selected_item (self);

  waymark_tree_rows_set_all_expanded (self->rows, TRUE);
  if (item != NULL)
    waymark_tree_view_reveal (self, item);
}

static void
on_collapse_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  waymark_tree_rows_set_all_expanded (WAYMARK_TREE_VIEW (data)->rows, FALSE);
}

static void
add_shortcut (GtkEventController *controller, const char *trigger, GtkShortcutFunc func,
              GVariant *args, gpointer data)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_callback_action_new (func, data, NULL));

  if (args != NULL)
    gtk_shortcut_set_arguments (shortcut, args);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_shortcuts (WaymarkTreeView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_shortcut (controller, "Right|KP_Right", on_arrow_cb, g_variant_new_boolean (TRUE), self);
  add_shortcut (controller, "Left|KP_Left", on_arrow_cb, g_variant_new_boolean (FALSE), self);
  add_shortcut (controller, "Menu|<Shift>F10", on_menu_key_cb, NULL, self);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->list, controller);
}

static void
add_gestures (WaymarkTreeView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_click_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_press_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (press));
}

static void
on_explain_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WaymarkTreeView *self = data;
  OkrItem *item = waymark_tree_view_get_selected_item (self);
  const char *title = item != NULL ? okr_item_text_get_title (item) : NULL;
  g_autofree char *text = NULL;
  GdkRectangle area;

  if (item == NULL)
    return;

  text = waymark_explain_dup_item (waymark_session_get_plan (self->session), item);
  area = waymark_tree_view_get_title_area (self, item);
  if (text != NULL)
    waymark_popover_show_text (GTK_WIDGET (self), &area, title, text);
}

static void
add_actions (WaymarkTreeView *self)
{
  static const GActionEntry common_entries[] = {
    { .name = "explain", .activate = on_explain_cb },
  };
  static const GActionEntry entries[] = {
    { .name = "expand-all", .activate = on_expand_all_cb },
    { .name = "collapse-all", .activate = on_collapse_all_cb },
  };
  GActionGroup *group = waymark_tree_columns_get_actions (self->columns);
  g_autoptr (GSimpleActionGroup) common = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "tree", group);
  g_action_map_add_action_entries (G_ACTION_MAP (common), common_entries,
                                   G_N_ELEMENTS (common_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (common));
}

static GMenuModel *
new_menu (GMenuModel *columns)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Expand All"), "tree.expand-all");
  g_menu_append (menu, _ ("Collap_se All"), "tree.collapse-all");
  g_menu_append_submenu (menu, _ ("Co_lumns"), columns);

  return G_MENU_MODEL (menu);
}

void
waymark_tree_view_add_input (WaymarkTreeView *self)
{
  g_return_if_fail (WAYMARK_IS_TREE_VIEW (self));

  add_actions (self);
  self->menu = new_menu (waymark_tree_columns_get_menu (self->columns));
  add_shortcuts (self);
  add_gestures (self);
}
