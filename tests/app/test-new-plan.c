/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "find-window.h"
#include "okr-reader.h"
#include "okr-writer.h"
#include "waymark-date-button.h"
#include "waymark-new-plan-dialog.h"
#include "waymark-plan-draft.h"
#include "waymark-prose-row.h"

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gpointer
get (GtkWidget *dialog, const char *name)
{
  gpointer child = gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), name);

  g_assert_nonnull (child);
  return child;
}

static void
on_plan_cb (OkrPlan *plan, gpointer user_data)
{
  OkrPlan **made = user_data;

  g_assert_null (*made);
  *made = plan;
}

static void
assert_valid (OkrPlan *plan)
{
  g_autoptr (GBytes) bytes = okr_plan_to_bytes (plan);
  g_autoptr (GError) error = NULL;

  okr_plan_verify_bytes (plan, bytes, &error);
  g_assert_no_error (error);
  g_assert_true (okr_history_is_modified (okr_plan_get_history (plan)));
}

/* Pressing Return all the way through has to give a sane plan. */
static void
test_empty (void)
{
  OkrPlan *plan = NULL;
  GtkWidget *dialog = waymark_new_plan_dialog_new (on_plan_cb, &plan);
  g_autoptr (OkrCycle) cycle = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_null (plan);
      g_signal_emit_by_name (get (dialog, "next"), "clicked");
    }
  spin ();
  g_assert_null (dialog);
  g_assert_nonnull (plan);
  assert_valid (plan);
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_cycles (plan)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_objectives (plan)), ==, 0);
  cycle = g_list_model_get_item (okr_plan_get_cycles (plan), 0);
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (cycle)), ==, "Q1 2027");
  g_clear_object (&cycle);
  g_assert_finalize_object (plan);
}

static void
test_full (void)
{
  OkrPlan *plan = NULL;
  GtkWidget *dialog = waymark_new_plan_dialog_new (on_plan_cb, &plan);
  GtkWidget *next = get (dialog, "next");
  GtkWidget *kr = get (dialog, "key_result_1");
  g_autoptr (OkrObjective) objective = NULL;
  g_autoptr (OkrKeyResult) made = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  gtk_editable_set_text (get (dialog, "organisation"), "Example Bakery");
  waymark_prose_row_set_text (get (dialog, "mission"), "Bread for all.");
  g_signal_emit_by_name (next, "clicked");

  /* A cycle that ends before it starts is no cycle. */
  gtk_check_button_set_active (get (get (dialog, "cycle"), "custom"), TRUE);
  waymark_date_button_set_date (get (get (dialog, "cycle"), "end"), okr_day_from_ymd (2026, 1, 1));
  g_assert_false (gtk_widget_get_sensitive (next));
  gtk_check_button_set_active (get (get (dialog, "cycle"), "next"), TRUE);
  g_assert_true (gtk_widget_get_sensitive (next));
  g_signal_emit_by_name (next, "clicked");
  g_signal_emit_by_name (next, "clicked");

  gtk_editable_set_text (get (dialog, "objective"), "People love our bread");
  gtk_editable_set_text (get (dialog, "owner"), "Robin Example");
  gtk_editable_set_text (get (kr, "title"), "Regular customers");
  gtk_editable_set_text (get (kr, "start"), "12o");
  g_assert_false (gtk_widget_get_sensitive (next));
  g_assert_cmpstr (gtk_editable_get_text (get (kr, "start")), ==, "12o");
  gtk_editable_set_text (get (kr, "start"), "120");
  g_assert_false (gtk_widget_get_sensitive (next));
  gtk_editable_set_text (get (kr, "target"), "180.5");
  gtk_editable_set_text (get (kr, "unit"), "people");
  g_assert_true (gtk_widget_get_sensitive (next));
  g_signal_emit_by_name (next, "clicked");
  spin ();

  g_assert_nonnull (plan);
  assert_valid (plan);
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (plan)), ==, "Example Bakery");
  g_assert_cmpstr (okr_plan_get_mission (plan), ==, "Bread for all.");
  objective = g_list_model_get_item (okr_plan_get_objectives (plan), 0);
  g_assert_nonnull (okr_objective_get_figures (objective)->team);
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (okr_objective_get_figures (objective)->cycle)), ==,
                   "Q2 2027");
  made = g_list_model_get_item (okr_objective_get_key_results (objective), 0);
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_start (made), 120, 1e-9);
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_target (made), 180.5, 1e-9);
  g_assert_cmpstr (okr_key_result_get_unit (made), ==, "people");
  g_clear_object (&made);
  g_clear_object (&objective);
  g_assert_finalize_object (plan);
}

static gboolean
has_focus (GtkWidget *dialog, gpointer field)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (dialog));

  return focus != NULL && (focus == field || gtk_widget_is_ancestor (focus, field));
}

/* Return in whatever has the focus, as the field itself takes it. */
static void
press_return (GtkWidget *dialog)
{
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (dialog)), "activate");
  spin ();
}

/* Return walks through the last step, and makes the plan in its last field only. */
static void
test_return (void)
{
  OkrPlan *plan = NULL;
  GtkWidget *dialog = waymark_new_plan_dialog_new (on_plan_cb, &plan);
  static const char *const fields[] = { "title", "start", "target", "unit" };

  gtk_window_present (GTK_WINDOW (dialog));
  for (guint i = 0; i < 3; i++)
    g_signal_emit_by_name (get (dialog, "next"), "clicked");
  g_signal_emit_by_name (get (dialog, "add_key_result"), "clicked");
  spin ();
  gtk_widget_grab_focus (get (dialog, "objective"));
  gtk_editable_set_text (get (dialog, "objective"), "People love our bread");
  press_return (dialog);
  g_assert_true (has_focus (dialog, get (dialog, "owner")));
  for (guint i = 0; i < 2 * G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *kr = get (dialog, i < G_N_ELEMENTS (fields) ? "key_result_1" : "key_result_2");

      press_return (dialog);
      g_assert_null (plan);
      g_assert_true (has_focus (dialog, get (kr, fields[i % G_N_ELEMENTS (fields)])));
    }
  press_return (dialog);
  g_assert_nonnull (plan);
  g_assert_finalize_object (plan);
}

static void
test_teams (void)
{
  static const char *const teams[] = { "Ovens", "Shops", NULL };
  const WaymarkPlanDraft draft = { .organisation = "Example Bakery", .teams = teams };
  g_autoptr (GError) error = NULL;
  OkrPlan *plan = waymark_plan_draft_build (&draft, &error);
  GListModel *list;

  g_assert_no_error (error);
  assert_valid (plan);
  list = okr_plan_get_teams (plan);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  for (guint i = 1; i < 3; i++)
    {
      g_autoptr (OkrTeam) company = g_list_model_get_item (list, 0);
      g_autoptr (OkrTeam) team = g_list_model_get_item (list, i);

      g_assert_cmpstr (okr_item_get_title (OKR_ITEM (team)), ==, teams[i - 1]);
      g_assert_cmpstr (okr_team_get_parent_team (team), ==, okr_item_get_id (OKR_ITEM (company)));
    }
  g_assert_finalize_object (plan);
}

/* Types a name in the row that has the focus, and presses Return. */
static void
type_team (GtkWidget *dialog, const char *name)
{
  GtkWidget *text = gtk_window_get_focus (GTK_WINDOW (dialog));

  gtk_editable_set_text (GTK_EDITABLE (text), name);
  press_return (dialog);
}

/* A name that is there already is refused where it is typed. */
static void
test_team_twice (void)
{
  OkrPlan *plan = NULL;
  GtkWidget *dialog = waymark_new_plan_dialog_new (on_plan_cb, &plan);
  GtkWidget *focus;
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (dialog));
  for (guint i = 0; i < 2; i++)
    g_signal_emit_by_name (get (dialog, "next"), "clicked");
  spin ();
  type_team (dialog, "Ovens");
  focus = gtk_window_get_focus (GTK_WINDOW (dialog));
  row = gtk_widget_get_ancestor (focus, ADW_TYPE_ENTRY_ROW);
  type_team (dialog, " ovens ");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == focus);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (row), ==, "There is a team “ovens” already.");
  g_assert_false (gtk_widget_get_sensitive (get (dialog, "next")));

  type_team (dialog, "Shops");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_true (gtk_widget_get_sensitive (get (dialog, "next")));
  for (guint i = 0; i < 2; i++)
    g_signal_emit_by_name (get (dialog, "next"), "clicked");
  g_assert_nonnull (plan);
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_teams (plan)), ==, 3);
  spin ();
  g_assert_finalize_object (plan);
}

static void
test_cancel (void)
{
  OkrPlan *plan = NULL;
  GtkWidget *dialog = waymark_new_plan_dialog_new (on_plan_cb, &plan);

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_editable_set_text (get (dialog, "organisation"), "Example Bakery");
  g_signal_emit_by_name (get (dialog, "next"), "clicked");
  g_signal_emit_by_name (get (dialog, "back"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (get (dialog, "organisation")), ==, "Example Bakery");
  g_signal_emit_by_name (get (dialog, "back"), "clicked");
  spin ();
  g_assert_nonnull (find_question (dialog));
  gtk_window_close (find_question (dialog));
  spin ();
  g_assert_true (gtk_widget_get_visible (dialog));
  gtk_editable_set_text (get (dialog, "organisation"), "");
  g_signal_emit_by_name (get (dialog, "back"), "clicked");
  spin ();
  g_assert_null (dialog);
  g_assert_null (plan);
}

static void
type_organisation (GtkWidget *dialog)
{
  gtk_editable_set_text (get (dialog, "organisation"), "Example Bakery");
}

static void
type_mission (GtkWidget *dialog)
{
  waymark_prose_row_set_text (get (dialog, "mission"), "Bread for all.");
}

static void
choose_next (GtkWidget *dialog)
{
  gtk_check_button_set_active (get (get (dialog, "cycle"), "next"), TRUE);
}

static void
type_owner (GtkWidget *dialog)
{
  gtk_editable_set_text (get (dialog, "owner"), "Somebody else");
}

static void
type_unit (GtkWidget *dialog)
{
  gtk_editable_set_text (get (get (dialog, "key_result_2"), "unit"), "people");
}

/* Escape must not take what somebody typed, in whichever step. */
static void
test_escape (void)
{
  void (*const typing[]) (GtkWidget *) = { type_organisation, type_mission, choose_next, type_owner,
                                           type_unit };

  for (guint i = 0; i < G_N_ELEMENTS (typing); i++)
    {
      OkrPlan *plan = NULL;
      GtkWidget *dialog = waymark_new_plan_dialog_new (on_plan_cb, &plan);

      gtk_window_present (GTK_WINDOW (dialog));
      typing[i](dialog);
      spin ();
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
      gtk_widget_activate_action (dialog, "window.close", NULL);
      spin ();
      g_assert_nonnull (find_question (dialog));
      adw_message_dialog_response (find_question (dialog), "discard");
      while (dialog != NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_null (plan);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("OKR_TODAY", "2027-02-24", TRUE);
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/new-plan/empty", test_empty);
  g_test_add_func ("/new-plan/full", test_full);
  g_test_add_func ("/new-plan/return", test_return);
  g_test_add_func ("/new-plan/teams", test_teams);
  g_test_add_func ("/new-plan/team-twice", test_team_twice);
  g_test_add_func ("/new-plan/cancel", test_cancel);
  g_test_add_func ("/new-plan/escape", test_escape);

  return g_test_run ();
}
