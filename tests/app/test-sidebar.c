/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "okr-edit.h"
#include "test-plans.h"
#include "waymark-cycle-button.h"
#include "waymark-filter-button.h"
#include "waymark-sidebar.h"
#include "waymark-team-row.h"

typedef struct
{
  OkrPlan *plan;
  WaymarkSession *session;
  GtkWidget *sidebar;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->plan = test_example_plan ();
  self->session = waymark_session_new ();
  waymark_session_set_plan (self->session, self->plan);
  self->sidebar = g_object_ref_sink (waymark_sidebar_new ());
  g_object_set (self->sidebar, "session", self->session, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->sidebar);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->plan);
}

static gpointer
get_part (Fixture *self, const char *name)
{
  GObject *part = gtk_widget_get_template_child (self->sidebar, WAYMARK_TYPE_SIDEBAR, name);

  g_assert_nonnull (part);

  return part;
}

/* The nth label below a widget: what it says. */
static const char *
get_text (GtkWidget *widget, guint n)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_widget_get_first_child (widget));

  for (guint i = 0; i < n; i++)
    label = gtk_widget_get_next_sibling (label);

  return gtk_label_get_label (GTK_LABEL (label));
}

static GtkListBoxRow *
get_row (Fixture *self, int index)
{
  return gtk_list_box_get_row_at_index (get_part (self, "team_list"), index);
}

static WaymarkFilterButton *
get_filter (Fixture *self, OkrAttention attention)
{
  GtkWidget *filter = gtk_widget_get_first_child (get_part (self, "filter_box"));

  while (waymark_filter_button_get_attention (WAYMARK_FILTER_BUTTON (filter)) != attention)
    filter = gtk_widget_get_next_sibling (filter);

  return WAYMARK_FILTER_BUTTON (filter);
}

static const char *
get_cycle_text (Fixture *self)
{
  GtkWidget *button = get_part (self, "cycle_button");

  return gtk_label_get_label (
      GTK_LABEL (gtk_widget_get_template_child (button, WAYMARK_TYPE_CYCLE_BUTTON, "label")));
}

static OkrTeam *
find_team (Fixture *self, const char *name)
{
  GListModel *teams = okr_plan_get_teams (self->plan);

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (OkrTeam) team = g_list_model_get_item (teams, i);

      if (g_str_equal (okr_item_get_title (OKR_ITEM (team)), name))
        return team;
    }

  g_assert_not_reached ();
}

static OkrKeyResult *
get_first_key_result (Fixture *self)
{
  GListModel *objectives = okr_plan_get_objectives (self->plan);

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);
      g_autoptr (OkrKeyResult) kr =
          g_list_model_get_item (okr_objective_get_key_results (objective), 0);

      if (okr_objective_get_figures (objective)->team == find_team (self, "Digital") &&
          kr != NULL && okr_key_result_get_kind (kr) == OKR_KEY_RESULT_KIND_CHANGE)
        return kr;
    }

  g_assert_not_reached ();
}

static void
test_teams (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "All teams", "Company", "Digital", "Ines Roth",
                                       "Marketing", "Product", "Mei Lin", "Omar Haddad" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (get_text (GTK_WIDGET (get_row (self, (int) i)), 0), ==, names[i]);
  g_assert_null (get_row (self, G_N_ELEMENTS (names)));

  g_assert_true (gtk_list_box_row_is_selected (get_row (self, 0)));
  gtk_list_box_select_row (get_part (self, "team_list"), get_row (self, 2));
  g_assert_true (waymark_session_get_team (self->session) == find_team (self, "Digital"));
  waymark_session_set_team (self->session, find_team (self, "Product"));
  g_assert_true (gtk_list_box_row_is_selected (get_row (self, 5)));
  waymark_session_set_team (self->session, NULL);
  g_assert_true (gtk_list_box_row_is_selected (get_row (self, 0)));
}

static void
test_progress (Fixture *self, gconstpointer data)
{
  GtkWidget *digital = GTK_WIDGET (get_row (self, 2));
  GtkWidget *marketing = GTK_WIDGET (get_row (self, 4));
  g_autofree char *before = g_strdup (get_text (digital, 1));
  g_autofree char *other = g_strdup (get_text (marketing, 1));
  OkrKeyResult *kr = get_first_key_result (self);
  OkrCheckInEntry entry = { .value = okr_key_result_get_target (kr), .confidence = 9 };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_suffix (before, "%"));
  okr_edit_check_in (self->plan, kr, &entry, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (digital, 1), !=, before);
  g_assert_cmpstr (get_text (marketing, 1), ==, other);
  g_assert_true (okr_plan_undo (self->plan, NULL));
  g_assert_cmpstr (get_text (digital, 1), ==, before);
}

static void
test_structure (Fixture *self, gconstpointer data)
{
  OkrItem *digital = OKR_ITEM (find_team (self, "Digital"));
  GtkListBoxRow *product = get_row (self, 5);
  g_autoptr (GError) error = NULL;

  waymark_session_set_team (self->session, OKR_TEAM (digital));
  okr_edit_set_text (self->plan, digital, "name", "Online", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (GTK_WIDGET (get_row (self, 2)), 0), ==, "Online");
  g_assert_true (get_row (self, 5) == product);

  okr_edit_delete (self->plan, digital, &error);
  g_assert_no_error (error);
  g_assert_null (waymark_session_get_team (self->session));
  g_assert_true (gtk_list_box_row_is_selected (get_row (self, 0)));
  g_assert_cmpstr (get_text (GTK_WIDGET (get_row (self, 2)), 0), !=, "Online");
  g_assert_true (okr_plan_undo (self->plan, NULL));
  g_assert_cmpstr (get_text (GTK_WIDGET (get_row (self, 2)), 0), ==, "Online");
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  GtkToggleButton *risk = GTK_TOGGLE_BUTTON (get_filter (self, OKR_ATTENTION_AT_RISK));
  GtkToggleButton *blocked = GTK_TOGGLE_BUTTON (get_filter (self, OKR_ATTENTION_BLOCKED));
  GtkWidget *no_owner = GTK_WIDGET (get_filter (self, OKR_ATTENTION_NO_OWNER));
  const OkrScopeFigures *figures =
      okr_plan_get_figures (self->plan, waymark_session_get_cycle (self->session), NULL);
  g_autofree char *count = g_strdup_printf ("%u", figures->n_attention[1]);

  g_assert_cmpuint (figures->n_attention[1], >, 0);
  g_assert_cmpstr (get_text (GTK_WIDGET (risk), 1), ==, count);
  g_assert_cmpint (gtk_widget_get_visible (no_owner), ==, figures->n_attention[5] > 0);

  gtk_toggle_button_set_active (risk, TRUE);
  g_assert_cmpuint (waymark_session_get_attention (self->session), ==, OKR_ATTENTION_AT_RISK);
  gtk_toggle_button_set_active (blocked, TRUE);
  g_assert_cmpuint (waymark_session_get_attention (self->session), ==, OKR_ATTENTION_BLOCKED);
  g_assert_false (gtk_toggle_button_get_active (risk));
  gtk_toggle_button_set_active (blocked, FALSE);
  g_assert_cmpuint (waymark_session_get_attention (self->session), ==, OKR_ATTENTION_NONE);

  /* A filter that is on stays in sight, so that it can be turned off. */
  waymark_session_set_attention (self->session, OKR_ATTENTION_NO_OWNER);
  g_assert_true (gtk_widget_get_visible (no_owner));
}

static void
test_cycle (Fixture *self, gconstpointer data)
{
  OkrCycle *cycle = waymark_session_get_cycle (self->session);
  GtkWidget *company = GTK_WIDGET (get_row (self, 1));
  g_autofree char *progress = g_strdup (get_text (company, 1));
  g_autoptr (OkrCycle) draft = g_list_model_get_item (okr_plan_get_cycles (self->plan), 2);

  g_assert_cmpstr (get_cycle_text (self), ==, "Q1 2027 · week 8 of 13");
  waymark_session_set_cycle (self->session, draft);
  g_assert_cmpstr (get_cycle_text (self), ==, "Q2 2027 · draft");
  g_assert_cmpstr (get_text (company, 1), !=, progress);
  waymark_session_set_cycle (self->session, NULL);
  g_assert_cmpstr (get_cycle_text (self), ==, "All cycles");
  waymark_session_set_cycle (self->session, cycle);
  g_assert_cmpstr (get_text (company, 1), ==, progress);
}

static void
test_mission (Fixture *self, gconstpointer data)
{
  GtkLabel *mission = get_part (self, "mission");
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (mission)));
  g_assert_false (gtk_widget_get_visible (get_part (self, "add_mission")));
  okr_edit_set_text (self->plan, OKR_ITEM (self->plan), "mission", "Less & <more>", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gtk_label_get_text (mission), ==, "Less & <more>");
  okr_edit_set_text (self->plan, OKR_ITEM (self->plan), "mission", "", &error);
  g_assert_no_error (error);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (mission)));
  g_assert_true (gtk_widget_get_visible (get_part (self, "add_mission")));
}

static void
test_no_plan (Fixture *self, gconstpointer data)
{
  waymark_session_set_plan (self->session, NULL);
  g_assert_false (gtk_widget_get_visible (get_part (self, "content")));
  g_assert_null (get_row (self, 0));
  waymark_session_set_plan (self->session, self->plan);
  g_assert_true (gtk_widget_get_visible (get_part (self, "content")));
  g_assert_nonnull (get_row (self, 0));
  g_object_set (self->sidebar, "session", NULL, NULL);
  g_assert_null (get_row (self, 0));
}

static GtkDropTarget *
get_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static gboolean
drop (Fixture *self, gpointer item, GtkListBoxRow *row)
{
  GtkWidget *list = get_part (self, "team_list");
  g_auto (GValue) value = G_VALUE_INIT;
  graphene_rect_t bounds;
  gboolean accepted = FALSE;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), list, &bounds));
  g_assert_cmpfloat (bounds.size.height, >, 0);
  g_value_init (&value, OKR_TYPE_ITEM);
  g_value_set_object (&value, item);
  g_signal_emit_by_name (get_drop_target (list), "drop", &value,
                         (double) (bounds.origin.x + bounds.size.width / 2),
                         (double) (bounds.origin.y + bounds.size.height / 2), &accepted);

  return accepted;
}

static void
test_drop (Fixture *self, gconstpointer data)
{
  OkrKeyResult *kr = get_first_key_result (self);
  OkrObjective *objective = OKR_OBJECTIVE (okr_item_get_parent (OKR_ITEM (kr)));
  GtkWidget *sidebar = self->sidebar;

  gtk_widget_measure (sidebar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (sidebar, GTK_ORIENTATION_VERTICAL, 240, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (sidebar, &(GtkAllocation){ 0, 0, 240, 800 }, -1);

  g_assert_false (drop (self, objective, get_row (self, 0)));
  g_assert_false (drop (self, kr, get_row (self, 4)));
  g_assert_true (drop (self, objective, get_row (self, 4)));
  g_assert_true (okr_objective_get_figures (objective)->team == find_team (self, "Marketing"));
  /* What changes nothing is no step to undo. */
  g_assert_false (drop (self, objective, get_row (self, 4)));
  g_assert_true (okr_plan_undo (self->plan, NULL));
  g_assert_true (okr_objective_get_figures (objective)->team == find_team (self, "Digital"));
}

/* Another window may show a copy of the plan, with the same ids. */
static void
test_drop_of_another_plan (Fixture *self, gconstpointer data)
{
  g_autoptr (OkrPlan) copy = test_example_plan ();
  OkrItem *own = okr_item_get_parent (OKR_ITEM (get_first_key_result (self)));
  OkrItem *other = okr_plan_find (copy, okr_item_get_id (own));

  gtk_widget_measure (self->sidebar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->sidebar, GTK_ORIENTATION_VERTICAL, 240, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->sidebar, &(GtkAllocation){ 0, 0, 240, 800 }, -1);

  g_assert_true (OKR_IS_OBJECTIVE (other));
  g_assert_false (drop (self, other, get_row (self, 4)));
  g_assert_true (okr_objective_get_figures (OKR_OBJECTIVE (own))->team ==
                 find_team (self, "Digital"));
  g_assert_false (okr_history_can_undo (okr_plan_get_history (self->plan)));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/sidebar/teams", test_teams },
    { "/sidebar/progress", test_progress },
    { "/sidebar/structure", test_structure },
    { "/sidebar/filters", test_filters },
    { "/sidebar/cycle", test_cycle },
    { "/sidebar/mission", test_mission },
    { "/sidebar/drop-of-another-plan", test_drop_of_another_plan },
    { "/sidebar/no-plan", test_no_plan },
    { "/sidebar/drop", test_drop },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
