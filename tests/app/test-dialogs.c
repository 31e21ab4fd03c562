/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>

#include "okr-reader.h"
#include "okr-writer.h"
#include "waymark-check-in-dialog.h"
#include "waymark-confidence-picker.h"
#include "waymark-cycle-editor.h"
#include "waymark-cycle-maker.h"
#include "waymark-date-button.h"
#include "waymark-item-rows.h"
#include "waymark-plan-dialog.h"
#include "waymark-prose-row.h"
#include "waymark-team-editor.h"
#include "waymark-team-maker.h"

typedef struct
{
  WaymarkSession *session;
  OkrPlan *plan;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "examples", "northwind-q1.okr", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  fixture->plan = okr_plan_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  fixture->session = waymark_session_new ();
  waymark_session_set_plan (fixture->session, fixture->plan);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
}

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gpointer
get (GtkWidget *dialog, const char *name)
{
  gpointer child =
      gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), name);

  g_assert_nonnull (child);
  return child;
}

static OkrKeyResult *
find_key_result (OkrPlan *plan, OkrKeyResultKind kind)
{
  GListModel *objectives = okr_plan_get_objectives (plan);

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);
      GListModel *krs = okr_objective_get_key_results (objective);

      for (guint k = 0; k < g_list_model_get_n_items (krs); k++)
        {
          g_autoptr (OkrKeyResult) kr = g_list_model_get_item (krs, k);

          if (okr_key_result_get_kind (kr) == kind)
            return kr;
        }
    }

  g_assert_not_reached ();
}

static void
finish (GtkWidget *dialog)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  spin ();
  g_assert_null (dialog);
}

static guint
get_depth (Fixture *fixture)
{
  return okr_history_get_depth (okr_plan_get_history (fixture->plan));
}

static void
test_check_in (Fixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  GListModel *check_ins = okr_key_result_get_check_ins (kr);
  const guint n = g_list_model_get_n_items (check_ins);
  const guint depth = get_depth (fixture);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  g_autoptr (OkrCheckIn) made = NULL;
  GtkWidget *confirm = get (dialog, "confirm");

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  g_assert_cmpint (waymark_confidence_picker_get_confidence (get (dialog, "confidence")), ==,
                   WAYMARK_CONFIDENCE_UNSET);
  g_assert_false (gtk_widget_get_sensitive (confirm));

  gtk_editable_set_text (get (dialog, "value_row"), "61.5");
  waymark_confidence_picker_set_confidence (get (dialog, "confidence"), 7);
  waymark_prose_row_set_text (get (dialog, "note"), "Faster.\n");
  gtk_editable_set_text (get (dialog, "author"), "Robin Example");
  g_assert_true (gtk_widget_get_sensitive (confirm));
  g_signal_emit_by_name (confirm, "clicked");
  spin ();

  g_assert_cmpuint (get_depth (fixture), ==, depth + 1);
  g_assert_cmpuint (g_list_model_get_n_items (check_ins), ==, n + 1);
  made = g_list_model_get_item (check_ins, n);
  g_assert_cmpfloat_with_epsilon (okr_check_in_get_value (made), 61.5, 1e-9);
  g_assert_cmpint (okr_check_in_get_confidence (made), ==, 7);
  g_assert_cmpstr (okr_check_in_get_note (made), ==, "Faster.");
  g_assert_cmpstr (okr_check_in_get_author (made), ==, "Robin Example");
  g_assert_cmpuint (okr_check_in_get_date (made), ==, okr_plan_get_today (fixture->plan));
  g_assert_true (okr_plan_undo (fixture->plan, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (check_ins), ==, n);

  /* The author is remembered. */
  dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  g_assert_cmpstr (gtk_editable_get_text (get (dialog, "author")), ==, "Robin Example");
  finish (dialog);
}

static GtkListBox *
find_proposals (GtkWidget *widget)
{
  GtkListBox *found = NULL;

  if (GTK_IS_LIST_BOX (widget) && gtk_widget_has_css_class (widget, "waymark-proposals"))
    return GTK_LIST_BOX (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_proposals (child);

  return found;
}

/* Types a few letters of a name that the plan knows, and takes what is proposed. */
static void
complete (Fixture *fixture, GtkWidget *row)
{
  g_auto (GStrv) people = okr_plan_list_people (fixture->plan);
  g_autofree char *start = g_utf8_substring (people[0], 0, 3);
  GtkListBox *proposals = find_proposals (row);

  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), start);
  g_assert_nonnull (gtk_list_box_get_row_at_index (proposals, 0));
  g_signal_emit_by_name (proposals, "row-activated", gtk_list_box_get_row_at_index (proposals, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, people[0]);
}

static void
test_people (Fixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  g_auto (GStrv) people = okr_plan_list_people (fixture->plan);

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  complete (fixture, get (dialog, "author"));
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  g_assert_cmpstr (gtk_editable_get_text (get (dialog, "author")), ==, people[0]);
  finish (dialog);

  dialog = waymark_plan_dialog_new (fixture->session, "plan");
  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  complete (fixture, get (get (dialog, "plan_page"), "ambassador"));
  g_assert_cmpstr (okr_plan_get_ambassador (fixture->plan), ==, people[0]);
  okr_plan_undo (fixture->plan, NULL);
  g_assert_cmpstr (gtk_editable_get_text (get (get (dialog, "plan_page"), "ambassador")), ==,
                   okr_plan_get_ambassador (fixture->plan));
  finish (dialog);
}

static void
test_bad_number (Fixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  g_autoptr (GBytes) after = NULL;
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  GtkWidget *row = get (dialog, "value_row");

  gtk_editable_set_text (GTK_EDITABLE (row), "about 60?");
  g_assert_false (gtk_widget_get_sensitive (get (dialog, "confirm")));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (gtk_label_get_label (get (dialog, "value_hint")), !=, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "about 60?");

  gtk_editable_set_text (GTK_EDITABLE (row), "60");
  g_assert_true (gtk_widget_get_sensitive (get (dialog, "confirm")));
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  finish (dialog);

  after = okr_plan_to_bytes (fixture->plan);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_every_kind (Fixture *fixture, gconstpointer data)
{
  for (int kind = OKR_KEY_RESULT_KIND_CHANGE; kind <= OKR_KEY_RESULT_KIND_BASELINE; kind++)
    {
      OkrKeyResult *kr = find_key_result (fixture->plan, (OkrKeyResultKind) kind);
      GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);

      gtk_window_present (GTK_WINDOW (dialog));
      spin ();
      g_assert_cmpint (gtk_widget_get_visible (get (dialog, "value_row")), ==,
                       kind != OKR_KEY_RESULT_KIND_YES_NO &&
                           kind != OKR_KEY_RESULT_KIND_MILESTONES);
      g_assert_cmpint (gtk_widget_get_visible (get (dialog, "yes_no_row")), ==,
                       kind == OKR_KEY_RESULT_KIND_YES_NO);
      finish (dialog);
    }
}

/* The keyboard begins with the value, whatever its kind, and not with Cancel. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  static const OkrKeyResultKind kinds[] = { OKR_KEY_RESULT_KIND_CHANGE, OKR_KEY_RESULT_KIND_YES_NO,
                                            OKR_KEY_RESULT_KIND_MILESTONES };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      OkrKeyResult *kr = find_key_result (fixture->plan, kinds[i]);
      GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
      GtkWidget *focus;

      gtk_window_present (GTK_WINDOW (dialog));
      spin ();
      focus = gtk_window_get_focus (GTK_WINDOW (dialog));
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_is_ancestor (focus, get (dialog, "value_list")));
      finish (dialog);
    }
}

/* Where writing runs from right to left, "90 → 55" must not be read as "55 → 90". */
static void
test_range_direction (Fixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  GtkWidget *dialog;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (get (dialog, "range")), "\u2066"));
  g_assert_true (g_str_has_suffix (gtk_label_get_text (get (dialog, "range")), "\u2069"));
  finish (dialog);
}

static void
test_milestones (Fixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_MILESTONES);
  const guint done = okr_key_result_get_figures (kr)->measure.n_milestones_done;
  const guint depth = get_depth (fixture);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  GtkWidget *list = get (dialog, "value_list");
  GtkWidget *check = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *target = ADW_IS_ACTION_ROW (row)
                              ? adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))
                              : NULL;

      if (GTK_IS_CHECK_BUTTON (target) && !gtk_check_button_get_active (GTK_CHECK_BUTTON (target)))
        check = target;
    }
  g_assert_nonnull (check);
  g_assert_false (gtk_widget_get_sensitive (get (dialog, "confirm")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (gtk_widget_get_sensitive (get (dialog, "confirm")));
  g_signal_emit_by_name (get (dialog, "confirm"), "clicked");
  spin ();

  g_assert_cmpuint (okr_key_result_get_figures (kr)->measure.n_milestones_done, ==, done + 1);
  g_assert_cmpuint (get_depth (fixture), ==, depth + 1);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  g_autoptr (OkrCheckIn) first = g_list_model_get_item (okr_key_result_get_check_ins (kr), 0);
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  g_autoptr (GBytes) after = NULL;
  const guint depth = get_depth (fixture);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, first);

  g_assert_cmpint (waymark_confidence_picker_get_confidence (get (dialog, "confidence")), ==,
                   okr_check_in_get_confidence (first));
  gtk_editable_set_text (get (dialog, "value_row"), "88.25");
  waymark_confidence_picker_set_confidence (get (dialog, "confidence"), WAYMARK_CONFIDENCE_UNSET);
  waymark_date_button_set_date (get (dialog, "date"), okr_day_from_ymd (2027, 1, 12));
  g_signal_emit_by_name (get (dialog, "confirm"), "clicked");
  spin ();

  g_assert_cmpfloat_with_epsilon (okr_check_in_get_value (first), 88.25, 1e-9);
  g_assert_cmpint (okr_check_in_get_confidence (first), ==, -1);
  g_assert_cmpuint (get_depth (fixture), ==, depth + 1);
  g_assert_true (okr_plan_undo (fixture->plan, NULL));
  after = okr_plan_to_bytes (fixture->plan);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_future (Fixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  g_autofree char *now = NULL;

  g_assert_false (gtk_widget_get_visible (get (dialog, "date_hint")));
  now = g_strdup (gtk_label_get_label (get (dialog, "outcome")));
  waymark_date_button_set_date (get (dialog, "date"), okr_plan_get_today (fixture->plan) + 1);
  gtk_editable_set_text (get (dialog, "value_row"), "55");
  g_assert_true (gtk_widget_get_visible (get (dialog, "date_hint")));
  g_assert_cmpstr (gtk_label_get_label (get (dialog, "outcome")), ==, now);
  waymark_date_button_set_date (get (dialog, "date"), okr_plan_get_today (fixture->plan));
  g_assert_cmpstr (gtk_label_get_label (get (dialog, "outcome")), !=, now);
  finish (dialog);
}

static void
on_problem_cb (char **problem, const char *text)
{
  g_free (*problem);
  *problem = g_strdup (text);
}

static void
assert_same (Fixture *fixture, GBytes *before)
{
  g_autoptr (GBytes) after = okr_plan_to_bytes (fixture->plan);

  g_assert_true (g_bytes_equal (before, after));
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "plan", "cycles", "teams", "settings" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, pages[i]);

      gtk_window_present (GTK_WINDOW (dialog));
      spin ();
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (get (dialog, "stack")), ==, pages[i]);
      finish (dialog);
    }
}

static void
test_typing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  const guint depth = get_depth (fixture);
  GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, "plan");
  GtkWidget *page = get (dialog, "plan_page");
  GtkEditable *title = get (page, "title_row");

  gtk_editable_set_text (title, "North");
  gtk_editable_set_text (title, "Northw");
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (fixture->plan)), ==, "Northw");
  g_assert_cmpuint (get_depth (fixture), ==, depth + 1);
  g_assert_true (okr_plan_undo (fixture->plan, NULL));
  g_assert_cmpstr (gtk_editable_get_text (title), ==,
                   okr_item_get_title (OKR_ITEM (fixture->plan)));
  assert_same (fixture, before);
  finish (dialog);
}

/* A number that was typed and not left yet is entered when the dialog is closed. */
static void
test_close_typing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, "settings");
  GtkWidget *entry = get (get (dialog, "settings_page"), "check_in_days");

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
test_fiscal_year (Fixture *fixture, gconstpointer data)
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

static void
test_cycle_dates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OkrCycle) cycle = g_list_model_get_item (okr_plan_get_cycles (fixture->plan), 0);
  const OkrDay end = okr_cycle_get_end (cycle);
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  g_autofree char *problem = NULL;
  const gulong handler =
      g_signal_connect_swapped (fixture->session, "problem", G_CALLBACK (on_problem_cb), &problem);
  GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, "cycles");
  GtkWidget *row =
      waymark_item_rows_find (get (get (dialog, "cycles_page"), "list"), OKR_ITEM (cycle));

  waymark_date_button_set_date (get (row, "start"), end + 1);
  g_signal_emit_by_name (get (row, "start"), "picked");
  g_assert_nonnull (problem);
  g_assert_cmpuint (waymark_date_button_get_date (get (row, "start")), ==,
                    okr_cycle_get_start (cycle));
  assert_same (fixture, before);

  waymark_date_button_set_date (get (row, "start"), end);
  g_signal_emit_by_name (get (row, "start"), "picked");
  g_assert_cmpuint (okr_cycle_get_start (cycle), ==, end);
  g_signal_handler_disconnect (fixture->session, handler);
  finish (dialog);
}

static void
test_delete_cycle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OkrCycle) cycle = g_object_ref (okr_plan_get_current_cycle (fixture->plan));
  GListModel *cycles = okr_plan_get_cycles (fixture->plan);
  const guint n = g_list_model_get_n_items (cycles);
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, "cycles");
  GtkListBox *list = get (get (dialog, "cycles_page"), "list");

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  g_signal_emit_by_name (get (waymark_item_rows_find (list, OKR_ITEM (cycle)), "delete"),
                         "clicked");
  spin ();
  g_assert_cmpuint (g_list_model_get_n_items (cycles), ==, n - 1);
  g_assert_null (waymark_item_rows_find (list, OKR_ITEM (cycle)));
  g_assert_true (okr_plan_undo (fixture->plan, NULL));
  g_assert_nonnull (waymark_item_rows_find (list, OKR_ITEM (cycle)));
  assert_same (fixture, before);
  finish (dialog);
}

static OkrTeam *
get_team (Fixture *fixture, guint position)
{
  g_autoptr (OkrTeam) team = g_list_model_get_item (okr_plan_get_teams (fixture->plan), position);

  return team;
}

static void
test_team_loop (Fixture *fixture, gconstpointer data)
{
  OkrTeam *company = get_team (fixture, 0);
  const guint n = g_list_model_get_n_items (okr_plan_get_teams (fixture->plan));
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrTeam) inner =
      g_object_ref (waymark_team_maker_add (fixture->plan, "Inner", OKR_TEAM_KIND_TEAM,
                                            get_team (fixture, 1), NULL));
  GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, "teams");
  GtkListBox *list = get (get (dialog, "teams_page"), "list");
  AdwComboRow *combo = get (waymark_item_rows_find (list, OKR_ITEM (company)), "parent_row");

  /* All but the company are inside of it: none can be chosen. */
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (combo)), ==, 1);
  combo = get (waymark_item_rows_find (list, OKR_ITEM (inner)), "parent_row");
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (combo)), ==, n + 1);

  g_assert_true (okr_plan_undo (fixture->plan, NULL));
  assert_same (fixture, before);
  g_assert_true (okr_plan_redo (fixture->plan, NULL));
  g_assert_false (
      waymark_team_maker_move_before (fixture->plan, get_team (fixture, 1), inner, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_LOOP);
  g_assert_true (okr_plan_undo (fixture->plan, NULL));
  assert_same (fixture, before);
  finish (dialog);
}

static void
test_teams (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  const guint depth = get_depth (fixture);
  GtkWidget *dialog = waymark_plan_dialog_new (fixture->session, "teams");
  GtkWidget *page = get (dialog, "teams_page");
  GtkListBox *list = get (page, "list");
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  g_signal_emit_by_name (get (page, "add"), "clicked");
  row = waymark_item_rows_find (
      list,
      OKR_ITEM (
          get_team (fixture, g_list_model_get_n_items (okr_plan_get_teams (fixture->plan)) - 1)));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_signal_emit_by_name (
      get (waymark_item_rows_find (list, OKR_ITEM (get_team (fixture, 1))), "down"), "clicked");
  g_signal_emit_by_name (
      get (waymark_item_rows_find (list, OKR_ITEM (get_team (fixture, 0))), "delete"), "clicked");
  spin ();
  g_assert_cmpuint (get_depth (fixture), ==, depth + 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (okr_plan_undo (fixture->plan, NULL));
  assert_same (fixture, before);
  finish (dialog);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_setenv ("OKR_TODAY", "2027-02-24", TRUE);
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/dialogs/check-in/one-step", test_check_in);
  add ("/dialogs/people", test_people);
  add ("/dialogs/check-in/bad-number", test_bad_number);
  add ("/dialogs/check-in/every-kind", test_every_kind);
  add ("/dialogs/check-in/focus", test_focus);
  add ("/dialogs/check-in/range-direction", test_range_direction);
  add ("/dialogs/check-in/milestones", test_milestones);
  add ("/dialogs/check-in/edit", test_edit);
  add ("/dialogs/check-in/future", test_future);
  add ("/dialogs/plan/pages", test_pages);
  add ("/dialogs/plan/typing", test_typing);
  add ("/dialogs/plan/close-typing", test_close_typing);
  add ("/dialogs/plan/fiscal-year", test_fiscal_year);
  add ("/dialogs/plan/cycle-dates", test_cycle_dates);
  add ("/dialogs/plan/delete-cycle", test_delete_cycle);
  add ("/dialogs/plan/team-loop", test_team_loop);
  add ("/dialogs/plan/teams", test_teams);

  return g_test_run ();
}
