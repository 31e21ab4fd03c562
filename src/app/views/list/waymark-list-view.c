/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-list-view.h"

#include <adwaita.h>

#include "waymark-list-view-private.h"
#include "waymark-rename-popover.h"
#include "waymark-tooltip.h"

/* A tick comes before the layout of its frame: only the second one knows what changed. */
#define FRAMES_TO_LAYOUT 2

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkListView, waymark_list_view, GTK_TYPE_WIDGET)

static OkrPlan *
get_plan (WaymarkListView *self)
{
  return self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
}

static gboolean
is_in_view (WaymarkListView *self, const GdkRectangle *area)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (self->scroller), GTK_WIDGET (self), &bounds) &&
         (float) area->y >= bounds.origin.y &&
         (float) (area->y + area->height) <= bounds.origin.y + bounds.size.height + 1;
}

static void
show_rename (WaymarkListView *self)
{
  OkrItem *item = waymark_list_view_get_selected_item (self);
  GdkRectangle area;

  self->renaming = FALSE;
  if (item == NULL || !waymark_list_view_get_area (self, item, &area))
    return;

  /* Below the title, which begins the row. */
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area.x += area.width / 2;
  area.width /= 2;
  waymark_rename_popover_show (GTK_WIDGET (self), &area, self->session, item);
}

static void
scroll_to (WaymarkListView *self, guint position)
{
  /* Without a size the list would divide by it. */
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)) &&
      gtk_widget_get_height (GTK_WIDGET (self->list)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* Keyboard users stand where the selection is, also when the row that they stood on has gone. */
static void
focus_selected (WaymarkListView *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  WaymarkListRow *row = waymark_list_row_find (list, waymark_list_view_get_selected_item (self));
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (row != NULL && gtk_widget_get_mapped (list) &&
      (focus == NULL || focus == list || gtk_widget_get_parent (focus) == list))
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  WaymarkListView *self = WAYMARK_LIST_VIEW (user_data);

  if (++self->n_frames == FRAMES_TO_LAYOUT)
    {
      self->moved = FALSE;
      scroll_to (self, gtk_single_selection_get_selected (self->selection));
      focus_selected (self);
    }
  if (self->n_frames < (self->renaming ? 2 : 1) * FRAMES_TO_LAYOUT)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  if (self->renaming)
    show_rename (self);

  return G_SOURCE_REMOVE;
}

/* Rows that have just come have no size before they are laid out. */
static void
reveal_selected (WaymarkListView *self)
{
  self->n_frames = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, self, NULL);
}

static void
select_row (WaymarkListView *self, guint position)
{
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
}

static void
sync_selection (WaymarkListView *self)
{
  OkrItem *item = self->session != NULL ? waymark_session_get_selected (self->session) : NULL;
  const guint position = waymark_list_rows_find (self->rows, item);

  if (position == gtk_single_selection_get_selected (self->selection))
    return;

  select_row (self, position);
  reveal_selected (self);
}

static const char *
choose_page (WaymarkListView *self)
{
  const OkrScopeFigures *figures;

  if (get_plan (self) == NULL)
    return "nothing";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    return "list";

  figures = okr_plan_get_figures (get_plan (self), waymark_session_get_cycle (self->session),
                                  waymark_session_get_team (self->session));

  return figures->n_objectives > 0 ? "no-match" : "empty";
}

/* What is added does not meet the filters, and would be seen nowhere. */
static void
update_foot (WaymarkListView *self)
{
  static const char *const strings[] = { "", NULL };
  const gboolean had = g_list_model_get_n_items (G_LIST_MODEL (self->foot)) > 0;
  const gboolean has = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0 &&
                       !waymark_session_is_filtered (self->session);

  if (has != had)
    gtk_string_list_splice (self->foot, 0, had ? 1 : 0, has ? strings : NULL);
}

/* Begun anew when somebody sees it. */
static void
update_frame (WaymarkListView *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  update_foot (self);
  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
  waymark_list_heading_update (self->heading, self->session,
                               waymark_list_rows_get_n_key_results (self->rows));
}

/* The list keeps the row in its place that had the focus last, even when it is that row which
 * moves. Revealing a row that is seen already makes it the one that stays. Only a row that stands
 * where it was laid out can be: what is added and removed before the next layout is held by the
 * same row. */
static void
hold_above (WaymarkListView *self, guint changed)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      const guint position = gtk_list_item_get_position (g_ptr_array_index (self->bound, i));
      GdkRectangle area;

      if (position < changed &&
          waymark_list_view_get_area (self, waymark_list_rows_peek (self->rows, position), &area) &&
          is_in_view (self, &area))
        {
          scroll_to (self, position);
          return;
        }
    }
}

static void
on_rows_changed_cb (WaymarkListView *self, guint position)
{
  /* What was found, and what shows again, is read from its beginning. */
  if (self->from_top)
    scroll_to (self, 0);
  else if (!self->moved)
    hold_above (self, position);
  self->moved = TRUE;
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      waymark_list_row_set_last (WAYMARK_LIST_ROW (gtk_list_item_get_child (item)),
                                 waymark_list_rows_is_last (self->rows,
                                                            gtk_list_item_get_position (item)));
    }
  sync_selection (self);
  reveal_selected (self);
}

static void
on_selected_cb (WaymarkListView *self)
{
  OkrItem *item = waymark_list_view_get_selected_item (self);

  if (self->syncing || self->session == NULL)
    return;

  /* What the filter hides stays selected for the other parts of the window. */
  if (item != NULL)
    waymark_session_set_selected (self->session, item);
  else if (gtk_single_selection_get_selected_item (self->selection) != NULL)
    select_row (self,
                waymark_list_rows_find (self->rows, waymark_session_get_selected (self->session)));
}

static void
on_activate_cb (WaymarkListView *self, guint position)
{
  const gboolean foot = waymark_list_rows_peek (self->rows, position) == NULL;

  gtk_widget_activate_action (GTK_WIDGET (self), foot ? "view.add-objective" : "win.show-inspector",
                              NULL);
}

/* Rows */

static void
on_setup_cb (WaymarkListView *self, GtkListItem *list_item)
{
  GtkWidget *row = waymark_list_row_new ();

  g_signal_connect_object (row, "menu-requested", G_CALLBACK (waymark_list_view_popup_row_menu),
                           self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind_cb (WaymarkListView *self, GtkListItem *list_item)
{
  WaymarkListRow *row = WAYMARK_LIST_ROW (gtk_list_item_get_child (list_item));
  gpointer item = gtk_list_item_get_item (list_item);

  if (OKR_IS_ITEM (item))
    waymark_list_row_set_item (row, get_plan (self), item);
  else
    waymark_list_row_show_foot (row);
  waymark_list_row_set_last (
      row, waymark_list_rows_is_last (self->rows, gtk_list_item_get_position (list_item)));
  g_ptr_array_add (self->bound, list_item);
}

static void
on_unbind_cb (WaymarkListView *self, GtkListItem *list_item)
{
  waymark_list_row_set_item (WAYMARK_LIST_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
  g_ptr_array_remove_fast (self->bound, list_item);
}

static gboolean
on_query_tooltip_cb (WaymarkListView *self, int x, int y, gboolean keyboard_mode,
                     GtkTooltip *tooltip)
{
  WaymarkListRow *row =
      keyboard_mode ? NULL : waymark_list_row_pick (GTK_WIDGET (self->list), x, y);
  g_autofree char *text = NULL;
  double row_x;
  double row_y;

  if (row == NULL)
    return FALSE;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (row), x, y, &row_x,
                                    &row_y);
  text = waymark_list_row_dup_tooltip (row, row_x, row_y);
  if (text == NULL)
    return FALSE;

  waymark_tooltip_set_text (tooltip, GTK_WIDGET (self), text);

  return TRUE;
}

/* Session and settings */

static void
on_plan_cb (WaymarkListView *self)
{
  g_signal_group_set_target (self->plan_signals, get_plan (self));
  update_frame (self);
  scroll_to (self, 0);
}

/* Said before the rows change: these are others than before, not an edit of them. */
static void
on_other_rows_cb (WaymarkListView *self)
{
  self->from_top = TRUE;
}

static void
on_filter_changed_cb (WaymarkListView *self)
{
  update_frame (self);
  /* Rows that nobody sees will only ask when they are shown. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->from_top = FALSE;
}

static void
on_sort_changed_cb (WaymarkListView *self)
{
  g_autofree char *sort = g_settings_get_string (self->settings, "sort");

  self->from_top = TRUE;
  waymark_list_rows_set_sort (self->rows, waymark_list_sort_from_nick (sort));
  self->from_top = FALSE;
  waymark_list_heading_set_sort (self->heading, sort);
}

static void
set_session (WaymarkListView *self, WaymarkSession *session)
{
  if (self->session == session)
    return;

  g_set_object (&self->session, session);
  waymark_list_drag_set_session (self->drag, session);
  /* The rows first: what follows describes them. */
  waymark_list_rows_set_session (self->rows, session);
  g_signal_group_set_target (self->session_signals, session);
  on_plan_cb (self);
  sync_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
connect_signals (WaymarkListView *self)
{
  static const char *const others[] = { "notify::search", "notify::attention", "notify::team",
                                        "notify::cycle" };

  self->session_signals = g_signal_group_new (WAYMARK_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::plan", G_CALLBACK (on_plan_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "filter-changed",
                                  G_CALLBACK (on_filter_changed_cb), self);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_signal_group_connect_swapped (self->session_signals, others[i], G_CALLBACK (on_other_rows_cb),
                                    self);
  g_signal_group_connect_swapped (self->session_signals, "notify::selected",
                                  G_CALLBACK (sync_selection), self);

  self->plan_signals = g_signal_group_new (OKR_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (update_frame), self);

  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_actions (WaymarkListView *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) sort = NULL;

  self->settings = g_settings_new (WAYMARK_APPLICATION_ID);
  sort = g_settings_create_action (self->settings, "sort");
  g_signal_connect_object (self->settings, "changed::sort", G_CALLBACK (on_sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
  waymark_list_view_add_input (self, G_ACTION_MAP (group));
  g_action_map_add_action (G_ACTION_MAP (group), sort);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", G_ACTION_GROUP (group));
}

static void
waymark_list_view_get_property (GObject *object, guint property_id, GValue *value,
                                GParamSpec *pspec)
{
  if (property_id == PROP_SESSION)
    g_value_set_object (value, WAYMARK_LIST_VIEW (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_list_view_set_property (GObject *object, guint property_id, const GValue *value,
                                GParamSpec *pspec)
{
  if (property_id == PROP_SESSION)
    set_session (WAYMARK_LIST_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_list_view_map (GtkWidget *widget)
{
  WaymarkListView *self = WAYMARK_LIST_VIEW (widget);

  waymark_list_rows_set_active (self->rows, TRUE);
  self->from_top = FALSE;

  GTK_WIDGET_CLASS (waymark_list_view_parent_class)->map (widget);
  update_frame (self);
}

static void
waymark_list_view_unmap (GtkWidget *widget)
{
  waymark_list_rows_set_active (WAYMARK_LIST_VIEW (widget)->rows, FALSE);

  GTK_WIDGET_CLASS (waymark_list_view_parent_class)->unmap (widget);
}

static gboolean
waymark_list_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WAYMARK_LIST_VIEW (widget)->list));
}

static void
waymark_list_view_dispose (GObject *object)
{
  WaymarkListView *self = WAYMARK_LIST_VIEW (object);
  GtkWidget *child;

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_object (&self->session_signals);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->drag);
  /* Popovers as well as the parts of the template. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAYMARK_TYPE_LIST_VIEW);
  g_clear_object (&self->rows);
  g_clear_object (&self->foot);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_list_view_parent_class)->dispose (object);
}

static void
waymark_list_view_finalize (GObject *object)
{
  g_clear_pointer (&WAYMARK_LIST_VIEW (object)->bound, g_ptr_array_unref);

  G_OBJECT_CLASS (waymark_list_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-list-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkListView, heading);
  gtk_widget_class_bind_template_child (widget_class, WaymarkListView, stack);
  gtk_widget_class_bind_template_child (widget_class, WaymarkListView, scroller);
  gtk_widget_class_bind_template_child (widget_class, WaymarkListView, list);
  gtk_widget_class_bind_template_child (widget_class, WaymarkListView, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_cb);
}

static void
waymark_list_view_class_init (WaymarkListViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waymark_list_view_get_property;
  object_class->set_property = waymark_list_view_set_property;
  object_class->dispose = waymark_list_view_dispose;
  object_class->finalize = waymark_list_view_finalize;
  widget_class->map = waymark_list_view_map;
  widget_class->unmap = waymark_list_view_unmap;
  widget_class->grab_focus = waymark_list_view_grab_focus;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, WAYMARK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WAYMARK_TYPE_LIST_HEADING);
  bind_template (widget_class);
  waymark_list_view_add_bindings (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
set_model (WaymarkListView *self)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkFlattenListModel) model = gtk_flatten_list_model_new (G_LIST_MODEL (parts));

  g_list_store_append (parts, self->rows);
  g_list_store_append (parts, self->foot);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
}

static void
waymark_list_view_init (WaymarkListView *self)
{
  self->bound = g_ptr_array_new ();
  self->rows = waymark_list_rows_new ();
  waymark_list_rows_set_active (self->rows, FALSE);
  self->foot = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  set_model (self);
  self->drag = waymark_list_drag_new (GTK_WIDGET (self->list), self->scroller, self->rows);
  connect_signals (self);
  add_actions (self);
  on_sort_changed_cb (self);
  update_frame (self);
}

GtkWidget *
waymark_list_view_new (void)
{
  return g_object_new (WAYMARK_TYPE_LIST_VIEW, NULL);
}

OkrItem *
waymark_list_view_get_selected_item (WaymarkListView *self)
{
  gpointer item;

  g_return_val_if_fail (WAYMARK_IS_LIST_VIEW (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);

  return OKR_IS_ITEM (item) ? item : NULL;
}

gboolean
waymark_list_view_get_area (WaymarkListView *self, OkrItem *item, GdkRectangle *area)
{
  g_return_val_if_fail (WAYMARK_IS_LIST_VIEW (self), FALSE);

  return waymark_list_row_get_area (GTK_WIDGET (self->list), item, GTK_WIDGET (self), area);
}

void
waymark_list_view_rename (WaymarkListView *self)
{
  OkrItem *item;
  GdkRectangle area;

  g_return_if_fail (WAYMARK_IS_LIST_VIEW (self));

  item = waymark_list_view_get_selected_item (self);
  if (item == NULL || self->renaming)
    return;

  self->renaming = TRUE;
  if (waymark_list_view_get_area (self, item, &area) && is_in_view (self, &area))
    show_rename (self);
  else
    /* The popover points at the row, which has to come into view first. */
    reveal_selected (self);
}
