/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "dialog-fixture.h"
#include "find-window.h"
#include "okr-edit.h"
#include "okr-writer.h"
#include "test-plans.h"
#include "waymark-check-in-dialog.h"
#include "waymark-confidence-picker.h"
#include "waymark-date-button.h"
#include "waymark-plan-dialog.h"
#include "waymark-prose-row.h"

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
test_check_in (DialogFixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  GListModel *check_ins = okr_key_result_get_check_ins (kr);
  const guint n = g_list_model_get_n_items (check_ins);
  const guint depth = get_depth (fixture);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  g_autoptr (OkrCheckIn) made = NULL;
  GtkWidget *confirm = child_of (dialog, "confirm");

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  g_assert_cmpint (waymark_confidence_picker_get_confidence (child_of (dialog, "confidence")), ==,
                   WAYMARK_CONFIDENCE_UNSET);
  g_assert_false (gtk_widget_get_sensitive (confirm));

  gtk_editable_set_text (child_of (dialog, "value_row"), "61.5");
  waymark_confidence_picker_set_confidence (child_of (dialog, "confidence"), 7);
  waymark_prose_row_set_text (child_of (dialog, "note"), "Faster.\n");
  gtk_editable_set_text (child_of (dialog, "author"), "Robin Example");
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
  g_assert_cmpstr (gtk_editable_get_text (child_of (dialog, "author")), ==, "Robin Example");
  finish_dialog (dialog);
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
complete (DialogFixture *fixture, GtkWidget *row)
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
test_people (DialogFixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  g_auto (GStrv) people = okr_plan_list_people (fixture->plan);

  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  complete (fixture, child_of (dialog, "author"));
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  g_assert_cmpstr (gtk_editable_get_text (child_of (dialog, "author")), ==, people[0]);
  finish_dialog (dialog);

  dialog = waymark_plan_dialog_new (fixture->session, "plan");
  gtk_window_present (GTK_WINDOW (dialog));
  spin ();
  complete (fixture, child_of (child_of (dialog, "plan_page"), "ambassador"));
  g_assert_cmpstr (okr_plan_get_ambassador (fixture->plan), ==, people[0]);
  okr_plan_undo (fixture->plan, NULL);
  g_assert_cmpstr (gtk_editable_get_text (child_of (child_of (dialog, "plan_page"), "ambassador")),
                   ==, okr_plan_get_ambassador (fixture->plan));
  finish_dialog (dialog);
}

static void
test_bad_number (DialogFixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  g_autoptr (GBytes) after = NULL;
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  GtkWidget *row = child_of (dialog, "value_row");

  gtk_editable_set_text (GTK_EDITABLE (row), "about 60?");
  g_assert_false (gtk_widget_get_sensitive (child_of (dialog, "confirm")));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (gtk_label_get_label (child_of (dialog, "value_hint")), !=, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "about 60?");

  gtk_editable_set_text (GTK_EDITABLE (row), "60");
  g_assert_true (gtk_widget_get_sensitive (child_of (dialog, "confirm")));
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  finish_dialog (dialog);

  after = okr_plan_to_bytes (fixture->plan);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_every_kind (DialogFixture *fixture, gconstpointer data)
{
  for (int kind = OKR_KEY_RESULT_KIND_CHANGE; kind <= OKR_KEY_RESULT_KIND_BASELINE; kind++)
    {
      OkrKeyResult *kr = find_key_result (fixture->plan, (OkrKeyResultKind) kind);
      GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);

      gtk_window_present (GTK_WINDOW (dialog));
      spin ();
      g_assert_cmpint (gtk_widget_get_visible (child_of (dialog, "value_row")), ==,
                       kind != OKR_KEY_RESULT_KIND_YES_NO &&
                           kind != OKR_KEY_RESULT_KIND_MILESTONES);
      g_assert_cmpint (gtk_widget_get_visible (child_of (dialog, "yes_no_row")), ==,
                       kind == OKR_KEY_RESULT_KIND_YES_NO);
      finish_dialog (dialog);
    }
}

/* The keyboard begins with the value, whatever its kind, and not with Cancel. */
static void
test_focus (DialogFixture *fixture, gconstpointer data)
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
      g_assert_true (gtk_widget_is_ancestor (focus, child_of (dialog, "value_list")));
      finish_dialog (dialog);
    }
}

static void
test_milestones (DialogFixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_MILESTONES);
  const guint done = okr_key_result_get_figures (kr)->measure.n_milestones_done;
  const guint depth = get_depth (fixture);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  GtkWidget *list = child_of (dialog, "value_list");
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
  g_assert_false (gtk_widget_get_sensitive (child_of (dialog, "confirm")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (gtk_widget_get_sensitive (child_of (dialog, "confirm")));
  g_signal_emit_by_name (child_of (dialog, "confirm"), "clicked");
  spin ();

  g_assert_cmpuint (okr_key_result_get_figures (kr)->measure.n_milestones_done, ==, done + 1);
  g_assert_cmpuint (get_depth (fixture), ==, depth + 1);
}

static void
test_edit (DialogFixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  g_autoptr (OkrCheckIn) first = g_list_model_get_item (okr_key_result_get_check_ins (kr), 0);
  g_autoptr (GBytes) before = okr_plan_to_bytes (fixture->plan);
  g_autoptr (GBytes) after = NULL;
  const guint depth = get_depth (fixture);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, first);

  g_assert_cmpint (waymark_confidence_picker_get_confidence (child_of (dialog, "confidence")), ==,
                   okr_check_in_get_confidence (first));
  gtk_editable_set_text (child_of (dialog, "value_row"), "88.25");
  waymark_confidence_picker_set_confidence (child_of (dialog, "confidence"),
                                            WAYMARK_CONFIDENCE_UNSET);
  waymark_date_button_set_date (child_of (dialog, "date"), okr_day_from_ymd (2027, 1, 12));
  g_signal_emit_by_name (child_of (dialog, "confirm"), "clicked");
  spin ();

  g_assert_cmpfloat_with_epsilon (okr_check_in_get_value (first), 88.25, 1e-9);
  g_assert_cmpint (okr_check_in_get_confidence (first), ==, -1);
  g_assert_cmpuint (get_depth (fixture), ==, depth + 1);
  g_assert_true (okr_plan_undo (fixture->plan, NULL));
  after = okr_plan_to_bytes (fixture->plan);
  g_assert_true (g_bytes_equal (before, after));
}

/* What was checked in before it was a question is neither an answer nor lost by a new note. */
static void
test_edit_neither (DialogFixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  g_autoptr (OkrCheckIn) first = g_list_model_get_item (okr_key_result_get_check_ins (kr), 0);
  const double value = okr_check_in_get_value (first);
  GtkWidget *dialog;

  test_set (fixture->plan, okr_item_get_id (OKR_ITEM (kr)), "kind", "yesNo");
  dialog = waymark_check_in_dialog_new (fixture->session, kr, first);
  g_assert_false (gtk_toggle_button_get_active (child_of (dialog, "yes")));
  g_assert_false (gtk_toggle_button_get_active (child_of (dialog, "no")));
  waymark_prose_row_set_text (child_of (dialog, "note"), "Another note");
  g_signal_emit_by_name (child_of (dialog, "confirm"), "clicked");
  spin ();
  g_assert_cmpstr (okr_check_in_get_note (first), ==, "Another note");
  g_assert_cmpfloat_with_epsilon (okr_check_in_get_value (first), value, 1e-9);

  dialog = waymark_check_in_dialog_new (fixture->session, kr, first);
  gtk_toggle_button_set_active (child_of (dialog, "no"), TRUE);
  g_signal_emit_by_name (child_of (dialog, "confirm"), "clicked");
  spin ();
  g_assert_cmpfloat_with_epsilon (okr_check_in_get_value (first), 0, 1e-9);
}

static void
test_future (DialogFixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  g_autofree char *now = NULL;

  g_assert_false (gtk_widget_get_visible (child_of (dialog, "date_hint")));
  now = g_strdup (gtk_label_get_label (child_of (dialog, "outcome")));
  waymark_date_button_set_date (child_of (dialog, "date"), okr_plan_get_today (fixture->plan) + 1);
  gtk_editable_set_text (child_of (dialog, "value_row"), "55");
  g_assert_true (gtk_widget_get_visible (child_of (dialog, "date_hint")));
  g_assert_cmpstr (gtk_label_get_label (child_of (dialog, "outcome")), ==, now);
  waymark_date_button_set_date (child_of (dialog, "date"), okr_plan_get_today (fixture->plan));
  g_assert_cmpstr (gtk_label_get_label (child_of (dialog, "outcome")), !=, now);
  finish_dialog (dialog);
}

static void
type_note (GtkWidget *dialog, const char *text)
{
  waymark_prose_row_set_text (child_of (dialog, "note"), text);
  g_signal_emit_by_name (child_of (dialog, "note"), "edited");
}

static GtkWidget *
present_typed (DialogFixture *fixture, const char *typed)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWidget) dialog = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 0);
  g_assert_true (waymark_check_in_dialog_present_typed (NULL, fixture->session, typed));
  dialog = g_list_model_get_item (windows, 0);

  return dialog;
}

/* Letter by letter, also what is no number; it stays until somebody confirms or cancels. */
static void
test_typed (DialogFixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  g_autofree char *typed = NULL;
  g_autofree char *note = NULL;

  g_assert_null (waymark_session_get_typed (fixture->session));
  gtk_editable_set_text (child_of (dialog, "value_row"), "about 6");
  type_note (dialog, " Späti;\n\\faster\t");
  waymark_confidence_picker_set_confidence (child_of (dialog, "confidence"), 7);
  gtk_editable_set_text (child_of (dialog, "author"), "Robin");
  typed = g_strdup (waymark_session_get_typed (fixture->session));
  g_assert_nonnull (typed);
  finish_dialog (dialog);
  g_assert_cmpstr (waymark_session_get_typed (fixture->session), ==, typed);

  waymark_session_set_typed (fixture->session, NULL);
  dialog = present_typed (fixture, typed);
  note = waymark_prose_row_dup_text (child_of (dialog, "note"));
  g_assert_cmpstr (note, ==, " Späti;\n\\faster\t");
  g_assert_cmpstr (gtk_editable_get_text (child_of (dialog, "value_row")), ==, "about 6");
  g_assert_cmpstr (gtk_editable_get_text (child_of (dialog, "author")), ==, "Robin");
  g_assert_cmpint (waymark_confidence_picker_get_confidence (child_of (dialog, "confidence")), ==,
                   7);
  g_assert_true (gtk_widget_get_visible (child_of (dialog, "notice")));
  g_assert_cmpstr (waymark_session_get_typed (fixture->session), ==, typed);

  gtk_editable_set_text (child_of (dialog, "value_row"), "61");
  g_signal_emit_by_name (child_of (dialog, "confirm"), "clicked");
  spin ();
  g_assert_null (waymark_session_get_typed (fixture->session));
  g_assert_cmpuint (get_depth (fixture), ==, 1);
  g_assert_true (okr_plan_undo (fixture->plan, NULL));
}

/* Closes the dialog as Escape does, and answers that what is typed may go. */
static void
discard (GtkWidget *dialog)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  spin ();
  adw_message_dialog_response (find_question (dialog), "discard");
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* What somebody typed does not go without a word; a dialog that was only looked at does. */
static void
test_escape (DialogFixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_CHANGE);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  AdwMessageDialog *question;

  show_dialog (fixture, dialog);
  spin ();
  type_note (dialog, "Faster.");
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (dialog, "window.close", NULL);
      spin ();
    }
  question = find_question (dialog);
  g_assert_nonnull (question);
  g_assert_cmpstr (adw_message_dialog_get_default_response (question), ==, "keep");
  g_assert_cmpstr (adw_message_dialog_get_close_response (question), ==, "keep");
  gtk_window_close (GTK_WINDOW (question));
  spin ();
  g_assert_null (find_question (dialog)); /* it was asked once */
  g_assert_true (gtk_widget_get_visible (dialog));
  g_assert_nonnull (waymark_session_get_typed (fixture->session));

  discard (dialog);
  g_assert_null (waymark_session_get_typed (fixture->session));
  g_assert_cmpuint (get_depth (fixture), ==, 0);

  dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  show_dialog (fixture, dialog);
  spin ();
  type_note (dialog, "Faster.");
  type_note (dialog, "");
  gtk_widget_activate_action (dialog, "window.close", NULL);
  spin ();
  g_assert_null (fixture->dialog);
}

static void
test_typed_elsewhere (DialogFixture *fixture, gconstpointer data)
{
  OkrKeyResult *kr = find_key_result (fixture->plan, OKR_KEY_RESULT_KIND_MILESTONES);
  GtkWidget *dialog = waymark_check_in_dialog_new (fixture->session, kr, NULL);
  GtkWidget *list = child_of (dialog, "value_list");
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2);
  GtkCheckButton *check =
      GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
  const gboolean done = gtk_check_button_get_active (check);
  g_autofree char *typed = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_check_button_set_active (check, !done);
  typed = g_strdup (waymark_session_get_typed (fixture->session));
  discard (dialog);
  g_assert_null (waymark_session_get_typed (fixture->session));

  dialog = present_typed (fixture, typed);
  row = gtk_list_box_get_row_at_index (child_of (dialog, "value_list"), 2);
  check = GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
  g_assert_cmpint (gtk_check_button_get_active (check), ==, !done);
  finish_dialog (dialog);

  g_assert_true (okr_edit_delete (fixture->plan, OKR_ITEM (kr), NULL));
  g_assert_false (waymark_check_in_dialog_present_typed (NULL, fixture->session, typed));
  g_assert_false (waymark_check_in_dialog_present_typed (NULL, fixture->session, "\x01 rubbish"));
  g_assert_true (okr_plan_undo (fixture->plan, NULL));
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

  add ("/check-in-dialog/one-step", test_check_in);
  add ("/check-in-dialog/people", test_people);
  add ("/check-in-dialog/bad-number", test_bad_number);
  add ("/check-in-dialog/every-kind", test_every_kind);
  add ("/check-in-dialog/focus", test_focus);
  add ("/check-in-dialog/milestones", test_milestones);
  add ("/check-in-dialog/edit", test_edit);
  add ("/check-in-dialog/edit-neither", test_edit_neither);
  add ("/check-in-dialog/future", test_future);
  add ("/check-in-dialog/typed", test_typed);
  add ("/check-in-dialog/escape", test_escape);
  add ("/check-in-dialog/typed-elsewhere", test_typed_elsewhere);

  return g_test_run ();
}
