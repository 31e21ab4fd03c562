/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-sidebar.h"

#include <glib/gi18n.h>

#include "okr-edit.h"
#include "okr-item-text.h"
#include "okr-team-tree.h"
#include "waymark-cycle-button.h"
#include "waymark-filter-button.h"
#include "waymark-team-row.h"

/* The first reasons are always offered, the others where there is something to see. */
#define N_STEADY_FILTERS 3

struct _WaymarkSidebar
{
  GtkWidget parent_instance;

  WaymarkSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *plan_signals;
  GListStore *rows; /* the plan, then the teams as a tree */
  gboolean syncing;

  GtkWidget *content;
  GtkListBox *team_list;
  GtkWidget *add_teams;
  GtkBox *filter_box;
  GtkLabel *mission;
  GtkWidget *add_mission;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkSidebar, waymark_sidebar, GTK_TYPE_WIDGET)

static OkrPlan *
get_plan (WaymarkSidebar *self)
{
  return self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
}

/* Teams */

static WaymarkTeamRow *
find_row (WaymarkSidebar *self, OkrTeam *team)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->team_list, i)) != NULL; i++)
    {
      if (waymark_team_row_get_team (WAYMARK_TEAM_ROW (row)) == team)
        return WAYMARK_TEAM_ROW (row);
    }

  return NULL;
}

static void
update_selected_team (WaymarkSidebar *self)
{
  WaymarkTeamRow *row =
      get_plan (self) != NULL ? find_row (self, waymark_session_get_team (self->session)) : NULL;

  self->syncing = TRUE;
  gtk_list_box_select_row (self->team_list, row != NULL ? GTK_LIST_BOX_ROW (row) : NULL);
  self->syncing = FALSE;
}

static GPtrArray *
collect_items (OkrPlan *plan, GArray *nodes)
{
  GPtrArray *items = g_ptr_array_new ();

  if (plan == NULL)
    return items;

  g_ptr_array_add (items, plan);
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (items, g_array_index (nodes, OkrTeamNode, i).team);

  return items;
}

static gboolean
is_row (WaymarkSidebar *self, guint position, gpointer item)
{
  g_autoptr (OkrItem) there = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return there == item;
}

/* Rows that stay keep their widgets, and with them the focus. */
static void
replace_rows (WaymarkSidebar *self, GPtrArray *items)
{
  const guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint head = 0;
  guint tail = 0;

  while (head < MIN (n_old, items->len) && is_row (self, head, items->pdata[head]))
    head++;
  while (tail < MIN (n_old, items->len) - head &&
         is_row (self, n_old - 1 - tail, items->pdata[items->len - 1 - tail]))
    tail++;

  if (n_old != items->len || head + tail < n_old)
    g_list_store_splice (self->rows, head, n_old - head - tail, items->pdata + head,
                         items->len - head - tail);
}

static void
update_teams (WaymarkSidebar *self)
{
  OkrPlan *plan = get_plan (self);
  g_autoptr (GArray) nodes = plan != NULL ? okr_plan_list_team_tree (plan) : NULL;
  g_autoptr (GPtrArray) items = collect_items (plan, nodes);

  self->syncing = TRUE;
  replace_rows (self, items);
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const OkrTeamNode *node = &g_array_index (nodes, OkrTeamNode, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->team_list, (int) i + 1);

      waymark_team_row_set_depth (WAYMARK_TEAM_ROW (row), node->depth);
    }
  self->syncing = FALSE;

  gtk_widget_set_visible (self->add_teams, nodes != NULL && nodes->len == 0);
  update_selected_team (self);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  WaymarkSidebar *self = WAYMARK_SIDEBAR (user_data);

  return waymark_team_row_new (self->session, OKR_ITEM (item));
}

static void
on_row_selected_cb (WaymarkSidebar *self, GtkListBoxRow *row)
{
  if (!self->syncing && row != NULL)
    waymark_session_set_team (self->session, waymark_team_row_get_team (WAYMARK_TEAM_ROW (row)));
}

/* What is dragged may come from another window, whose plan may be a copy with the same ids. */
static gboolean
can_take (WaymarkSidebar *self, OkrTeam *team, OkrItem *item)
{
  OkrPlan *plan = get_plan (self);

  return team != NULL && plan != NULL && OKR_IS_OBJECTIVE (item) &&
         okr_plan_find (plan, okr_item_get_id (item)) == item &&
         okr_objective_get_figures (OKR_OBJECTIVE (item))->team != team;
}

static gboolean
on_drop_cb (WaymarkSidebar *self, const GValue *value, double x, double y)
{
  OkrItem *item = g_value_get_object (value);
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->team_list, (int) y);
  OkrTeam *team = row != NULL ? waymark_team_row_get_team (WAYMARK_TEAM_ROW (row)) : NULL;
  g_autoptr (GError) error = NULL;
  const char *title;
  g_autofree char *message = NULL;

  if (!can_take (self, team, item))
    return FALSE;

  if (!okr_edit_set_text (get_plan (self), item, "team", okr_item_get_id (OKR_ITEM (team)), &error))
    {
      waymark_session_report (self->session, error);
      return FALSE;
    }

  title = okr_item_text_get_title (OKR_ITEM (team));
  /* Translators: an objective was given to the team %s */
  message = g_strdup_printf (_ ("Moved to %s"), title);
  waymark_session_announce (self->session, message, TRUE);

  return TRUE;
}

static GdkDragAction
on_drag_motion_cb (WaymarkSidebar *self, double x, double y, GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->team_list, (int) y);

  if (row == NULL || waymark_team_row_get_team (WAYMARK_TEAM_ROW (row)) == NULL ||
      (value != NULL && !can_take (self, waymark_team_row_get_team (WAYMARK_TEAM_ROW (row)),
                                   g_value_get_object (value))))
    {
      gtk_list_box_drag_unhighlight_row (self->team_list);
      return 0;
    }

  gtk_list_box_drag_highlight_row (self->team_list, row);

  return GDK_ACTION_MOVE;
}

static void
on_drag_leave_cb (WaymarkSidebar *self)
{
  gtk_list_box_drag_unhighlight_row (self->team_list);
}

static void
accept_objectives (WaymarkSidebar *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_MOVE);
  GType types[] = { OKR_TYPE_ITEM, OKR_TYPE_OBJECTIVE };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop_cb), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (on_drag_motion_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_drag_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_drag_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->team_list), GTK_EVENT_CONTROLLER (target));
}

/* Attention */

static void
update_counts (WaymarkSidebar *self)
{
  OkrPlan *plan = get_plan (self);
  const OkrScopeFigures *figures;
  GtkWidget *filter = gtk_widget_get_first_child (GTK_WIDGET (self->filter_box));

  if (plan == NULL)
    return;

  figures = okr_plan_get_figures (plan, waymark_session_get_cycle (self->session),
                                  waymark_session_get_team (self->session));
  for (guint i = 0; filter != NULL; i++, filter = gtk_widget_get_next_sibling (filter))
    {
      const OkrAttention attention =
          waymark_filter_button_get_attention (WAYMARK_FILTER_BUTTON (filter));
      const gboolean steady = i < N_STEADY_FILTERS || attention == OKR_ATTENTION_NOT_ALIGNED;

      waymark_filter_button_set_count (WAYMARK_FILTER_BUTTON (filter), figures->n_attention[i]);
      gtk_widget_set_visible (filter, steady || figures->n_attention[i] > 0 ||
                                          waymark_session_get_attention (self->session) ==
                                              (guint) attention);
    }
}

static void
update_filters (WaymarkSidebar *self)
{
  const guint on = self->session != NULL ? waymark_session_get_attention (self->session) : 0;
  GtkWidget *filter = gtk_widget_get_first_child (GTK_WIDGET (self->filter_box));

  self->syncing = TRUE;
  for (; filter != NULL; filter = gtk_widget_get_next_sibling (filter))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (filter),
                                  on == (guint) waymark_filter_button_get_attention (
                                            WAYMARK_FILTER_BUTTON (filter)));
  self->syncing = FALSE;
  update_counts (self);
}

static void
on_filter_toggled_cb (WaymarkSidebar *self, GtkToggleButton *filter)
{
  if (self->syncing || self->session == NULL)
    return;

  waymark_session_set_attention (self->session, gtk_toggle_button_get_active (filter)
                                                    ? waymark_filter_button_get_attention (
                                                          WAYMARK_FILTER_BUTTON (filter))
                                                    : 0);
}

static void
add_filters (WaymarkSidebar *self)
{
  for (guint i = 0; i < OKR_N_ATTENTIONS; i++)
    {
      GtkWidget *filter = waymark_filter_button_new ((OkrAttention) (1 << i));

      g_signal_connect_swapped (filter, "toggled", G_CALLBACK (on_filter_toggled_cb), self);
      gtk_box_append (self->filter_box, filter);
    }
}

/* The whole */

static void
update_mission (WaymarkSidebar *self)
{
  OkrPlan *plan = get_plan (self);
  const char *mission = plan != NULL ? okr_plan_get_mission (plan) : "";
  const gboolean there = *mission != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self->mission), there);
  gtk_widget_set_visible (self->add_mission, !there);
  if (g_str_equal (gtk_label_get_label (self->mission), mission))
    return;

  gtk_label_set_label (self->mission, mission);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mission), there ? mission : NULL);
}

static void
on_edited_cb (WaymarkSidebar *self, guint flags)
{
  if ((flags & OKR_EDIT_STRUCTURE) != 0)
    update_teams (self);
  update_counts (self);
  update_mission (self);
}

static void
on_team_cb (WaymarkSidebar *self)
{
  update_selected_team (self);
  update_counts (self);
}

static void
on_plan_cb (WaymarkSidebar *self)
{
  OkrPlan *plan = get_plan (self);

  g_signal_group_set_target (self->plan_signals, plan);
  gtk_widget_set_visible (self->content, plan != NULL);
  update_teams (self);
  update_filters (self);
  update_mission (self);
}

static void
set_session (WaymarkSidebar *self, WaymarkSession *session)
{
  if (self->session == session)
    return;

  g_list_store_remove_all (self->rows);
  g_set_object (&self->session, session);
  g_signal_group_set_target (self->session_signals, session);
  on_plan_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
waymark_sidebar_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WaymarkSidebar *self = WAYMARK_SIDEBAR (object);

  if (property_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_sidebar_set_property (GObject *object, guint property_id, const GValue *value,
                              GParamSpec *pspec)
{
  WaymarkSidebar *self = WAYMARK_SIDEBAR (object);

  if (property_id == PROP_SESSION)
    set_session (self, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_sidebar_dispose (GObject *object)
{
  WaymarkSidebar *self = WAYMARK_SIDEBAR (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->plan_signals);
  self->syncing = TRUE;
  if (self->team_list != NULL)
    gtk_list_box_bind_model (self->team_list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAYMARK_TYPE_SIDEBAR);
  g_clear_object (&self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_sidebar_parent_class)->dispose (object);
}

static void
waymark_sidebar_class_init (WaymarkSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waymark_sidebar_get_property;
  object_class->set_property = waymark_sidebar_set_property;
  object_class->dispose = waymark_sidebar_dispose;
  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, WAYMARK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WAYMARK_TYPE_CYCLE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/ui/waymark-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkSidebar, content);
  gtk_widget_class_bind_template_child_full (widget_class, "cycle_button", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, WaymarkSidebar, team_list);
  gtk_widget_class_bind_template_child (widget_class, WaymarkSidebar, add_teams);
  gtk_widget_class_bind_template_child (widget_class, WaymarkSidebar, filter_box);
  gtk_widget_class_bind_template_child (widget_class, WaymarkSidebar, mission);
  gtk_widget_class_bind_template_child (widget_class, WaymarkSidebar, add_mission);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
waymark_sidebar_init (WaymarkSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (OKR_TYPE_ITEM);
  gtk_list_box_bind_model (self->team_list, G_LIST_MODEL (self->rows), create_row, self, NULL);
  add_filters (self);
  accept_objectives (self);

  self->session_signals = g_signal_group_new (WAYMARK_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::plan", G_CALLBACK (on_plan_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::team", G_CALLBACK (on_team_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::cycle",
                                  G_CALLBACK (update_counts), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::attention",
                                  G_CALLBACK (update_filters), self);
  self->plan_signals = g_signal_group_new (OKR_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (on_edited_cb), self);
  g_signal_group_connect_swapped (self->plan_signals, "today-changed", G_CALLBACK (update_counts),
                                  self);
  on_plan_cb (self);
}

GtkWidget *
waymark_sidebar_new (void)
{
  return g_object_new (WAYMARK_TYPE_SIDEBAR, NULL);
}
