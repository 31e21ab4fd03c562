/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "dialog-fixture.h"
#include "okr-writer.h"
#include "waymark-cycle-maker.h"
#include "waymark-date-button.h"
#include "waymark-item-rows.h"
#include "waymark-plan-dialog.h"
#include "waymark-team-maker.h"

static void
on_problem_cb (char **problem, const char *text)
{
  g_free (*problem);
  *problem = g_strdup (text);
}

static void
assert_same (DialogFixture *fixture, GBytes *before)
{
  g_autoptr (GBytes) after = okr_plan_to_bytes (fixture->plan);

  g_assert_true (g_bytes_equal (before, after));
}

static void
test_pages (DialogFixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "plan", "cycles", "teams", "settings" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, pages[i]);

      gtk_window_present (GTK_WINDOW (dialog));
      spin ();
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (child_of (dialog, "stack")), ==,
                       pages[i]);
      finish_dialog (dialog);
    }
}

static void
test_typing (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  const guint depth = get_depth (fixture);
  GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, "plan");
  GtkWidget *page = child_of (dialog, "plan_page");
  GtkEditable *title = child_of (page, "title_row");

  gtk_editable_set_text (title, "North");
  gtk_editable_set_text (title, "Northw");
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (fixture->plan)), ==, "Northw");
  g_assert_cmpuint (get_depth (fixture), ==, depth + 1);
  g_assert_true (okr_plan_undo (fixture->plan, NULL));
  g_assert_cmpstr (gtk_editable_get_text (title), ==,
                   okr_item_get_title (OKR_ITEM (fixture->plan)));
  assert_same (fixture, before);
  finish_dialog (dialog);
}

/* A number that was typed and not left yet is entered when the dialog is closed. */
static void
test_close_typing (DialogFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, "settings");
  GtkWidget *entry = child_of (child_of (dialog, "settings_page"), "check_in_days");

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "21");
  g_assert_cmpint (okr_plan_get_settings_check_in_days (fixture->plan), !=, 21);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  spin ();
  g_assert_null (dialog);
  g_assert_cmpint (okr_plan_get_settings_check_in_days (fixture->plan), ==, 21);
}

static void
test_fiscal_year (DialogFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Q1 2030", "Q2 2030", "Q3 2030", "Q4 2030" };
  GListModel *cycles = okr_plan_get_cycles (fixture->plan);
  const guint n = g_list_model_get_n_items (cycles);
  guint depth;

  g_assert_true (okr_edit_set_integer (fixture->plan, OKR_ITEM (fixture->plan),
                                       "settings.fiscalYearStart", 4, NULL));
  depth = get_depth (fixture);
  g_assert_cmpint (waymark_cycle_maker_add_year (fixture->plan, 2030, NULL), ==, 4);
  g_assert_cmpuint (get_depth (fixture), ==, depth + 1);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (OkrCycle) cycle = g_list_model_get_item (cycles, n + i);

      g_assert_cmpstr (okr_item_get_title (OKR_ITEM (cycle)), ==, names[i]);
      g_assert_cmpint (okr_cycle_get_state (cycle), ==, OKR_CYCLE_STATE_DRAFT);
      g_assert_cmpuint (okr_cycle_get_start (cycle), ==,
                        okr_day_add_months (okr_day_from_ymd (2029, 4, 1), (int) i * 3));
      g_assert_cmpuint (okr_cycle_get_end (cycle), ==,
                        okr_day_add_months (okr_day_from_ymd (2029, 4, 1), (int) i * 3 + 3) - 1);
    }
  g_assert_cmpint (waymark_cycle_maker_add_year (fixture->plan, 2030, NULL), ==, 0);
  g_assert_cmpuint (get_depth (fixture), ==, depth + 1);

  /* Years that come before go before. */
  g_assert_cmpint (waymark_cycle_maker_add_year (fixture->plan, 2020, NULL), ==, 4);
  for (guint i = 1; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OkrCycle) a = g_list_model_get_item (cycles, i - 1);
      g_autoptr (OkrCycle) b = g_list_model_get_item (cycles, i);

      g_assert_cmpuint (okr_cycle_get_start (a), <, okr_cycle_get_start (b));
    }
}

/* The cycles of the example begin on Mondays: none of them is proposed again. */
static void
test_next_cycle (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  OkrCycle *cycle = waymark_cycle_maker_add_next (fixture->plan, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (cycle)), ==, "Q3 2027");
  g_assert_cmpuint (okr_cycle_get_start (cycle), ==, okr_day_from_ymd (2027, 7, 5));
  g_assert_cmpuint (okr_cycle_get_end (cycle), ==, okr_day_from_ymd (2027, 10, 3));
  g_assert_true (okr_plan_undo (fixture->plan, NULL));

  g_assert_cmpint (waymark_cycle_maker_add_year (fixture->plan, 2027, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpint (waymark_cycle_maker_add_year (fixture->plan, 2027, &error), ==, 0);
  g_assert_no_error (error);
}

static void
test_cycle_dates (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (OkrCycle) cycle = g_list_model_get_item (okr_plan_get_cycles (fixture->plan), 0);
  const OkrDay end = okr_cycle_get_end (cycle);
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  g_autofree char *problem = NULL;
  const gulong handler =
      g_signal_connect_swapped (fixture->session, "problem", G_CALLBACK (on_problem_cb), &problem);
  GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, "cycles");
  GtkWidget *row = waymark_item_rows_find (child_of (child_of (dialog, "cycles_page"), "list"),
                                           OKR_ITEM (cycle));

  waymark_date_button_set_date (child_of (row, "start"), end + 1);
  g_signal_emit_by_name (child_of (row, "start"), "picked");
  g_assert_nonnull (problem);
  g_assert_cmpuint (waymark_date_button_get_date (child_of (row, "start")), ==,
                    okr_cycle_get_start (cycle));
  assert_same (fixture, before);

  waymark_date_button_set_date (child_of (row, "start"), end);
  g_signal_emit_by_name (child_of (row, "start"), "picked");
  g_assert_cmpuint (okr_cycle_get_start (cycle), ==, end);
  g_signal_handler_disconnect (fixture->session, handler);
  finish_dialog (dialog);
}

static void
test_delete_cycle (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (OkrCycle) cycle = g_object_ref (okr_plan_get_current_cycle (fixture->plan));
  GListModel *cycles = okr_plan_get_cycles (fixture->plan);
  const guint n = g_list_model_get_n_items (cycles);
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, "cycles");
  GtkListBox *list = child_of (child_of (dialog, "cycles_page"), "list");

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  g_signal_emit_by_name (child_of (waymark_item_rows_find (list, OKR_ITEM (cycle)), "delete"),
                         "clicked");
  spin ();
  g_assert_cmpuint (g_list_model_get_n_items (cycles), ==, n - 1);
  g_assert_null (waymark_item_rows_find (list, OKR_ITEM (cycle)));
  g_assert_true (okr_plan_undo (fixture->plan, NULL));
  g_assert_nonnull (waymark_item_rows_find (list, OKR_ITEM (cycle)));
  assert_same (fixture, before);
  finish_dialog (dialog);
}

static OkrTeam *
get_team (DialogFixture *fixture, guint position)
{
  g_autoptr (OkrTeam) team = g_list_model_get_item (okr_plan_get_teams (fixture->plan), position);

  return team;
}

static void
test_team_loop (DialogFixture *fixture, gconstpointer data)
{
  OkrTeam *company = get_team (fixture, 0);
  const guint n = g_list_model_get_n_items (okr_plan_get_teams (fixture->plan));
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrTeam) inner =
      g_object_ref (waymark_team_maker_add (fixture->plan, "Inner", OKR_TEAM_KIND_TEAM,
                                            get_team (fixture, 1), NULL));
  GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, "teams");
  GtkListBox *list = child_of (child_of (dialog, "teams_page"), "list");
  AdwComboRow *combo = child_of (waymark_item_rows_find (list, OKR_ITEM (company)), "parent_row");

  /* All but the company are inside of it: none can be chosen. */
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (combo)), ==, 1);
  combo = child_of (waymark_item_rows_find (list, OKR_ITEM (inner)), "parent_row");
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (combo)), ==, n + 1);

  g_assert_true (okr_plan_undo (fixture->plan, NULL));
  assert_same (fixture, before);
  g_assert_true (okr_plan_redo (fixture->plan, NULL));
  g_assert_false (
      waymark_team_maker_move_beside (fixture->plan, get_team (fixture, 1), inner, FALSE, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_LOOP);
  g_assert_true (okr_plan_undo (fixture->plan, NULL));
  assert_same (fixture, before);
  finish_dialog (dialog);
}

static void
test_move_team (DialogFixture *fixture, gconstpointer data)
{
  const guint n = g_list_model_get_n_items (okr_plan_get_teams (fixture->plan));
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  OkrTeam *first = get_team (fixture, 1);
  OkrTeam *last = get_team (fixture, n - 1);

  g_assert_cmpuint (n, >, 3);
  g_assert_true (waymark_team_maker_move_beside (fixture->plan, first, last, TRUE, NULL));
  g_assert_true (get_team (fixture, n - 1) == first);
  g_assert_true (get_team (fixture, n - 2) == last);
  g_assert_true (waymark_team_maker_move_beside (fixture->plan, first, last, FALSE, NULL));
  g_assert_true (get_team (fixture, n - 2) == first);
  g_assert_true (
      waymark_team_maker_move_beside (fixture->plan, last, get_team (fixture, 1), TRUE, NULL));
  g_assert_true (get_team (fixture, 2) == last);
  for (guint i = 0; i < 3; i++)
    g_assert_true (okr_plan_undo (fixture->plan, NULL));
  assert_same (fixture, before);
}

static void
test_teams (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  const guint depth = get_depth (fixture);
  GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, "teams");
  GtkWidget *page = child_of (dialog, "teams_page");
  GtkListBox *list = child_of (page, "list");
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  g_signal_emit_by_name (child_of (page, "add"), "clicked");
  row = waymark_item_rows_find (
      list,
      OKR_ITEM (
          get_team (fixture, g_list_model_get_n_items (okr_plan_get_teams (fixture->plan)) - 1)));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_signal_emit_by_name (child_of (waymark_item_rows_find (list, OKR_ITEM (get_team (fixture, 1))),
                                   "down"),
                         "clicked");
  g_signal_emit_by_name (child_of (waymark_item_rows_find (list, OKR_ITEM (get_team (fixture, 0))),
                                   "delete"),
                         "clicked");
  spin ();
  g_assert_cmpuint (get_depth (fixture), ==, depth + 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (okr_plan_undo (fixture->plan, NULL));
  assert_same (fixture, before);
  finish_dialog (dialog);
}

static void
add (const char *path, void (*test) (DialogFixture *, gconstpointer))
{
  g_test_add (path, DialogFixture, NULL, dialog_fixture_set_up, test, dialog_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_setenv ("OKR_TODAY", "2027-02-24", TRUE);
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/plan-dialog/pages", test_pages);
  add ("/plan-dialog/typing", test_typing);
  add ("/plan-dialog/close-typing", test_close_typing);
  add ("/plan-dialog/fiscal-year", test_fiscal_year);
  add ("/plan-dialog/next-cycle", test_next_cycle);
  add ("/plan-dialog/cycle-dates", test_cycle_dates);
  add ("/plan-dialog/delete-cycle", test_delete_cycle);
  add ("/plan-dialog/team-loop", test_team_loop);
  add ("/plan-dialog/move-team", test_move_team);
  add ("/plan-dialog/teams", test_teams);

  return g_test_run ();
}
