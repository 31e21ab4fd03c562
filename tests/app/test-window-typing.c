/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is being typed when something is done to the plan as a whole. */
#include "config.h"

#include <math.h>

#include "find-window.h"
#include "waymark-check-in-dialog.h"
#include "waymark-new-plan-dialog.h"
#include "waymark-number-row.h"
#include "waymark-rename-popover.h"
#include "window-fixture.h"

static GtkWidget *
find_titled (GtkWidget *widget, GType type, const char *title)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget) &&
      (title == NULL ||
       g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_titled (child, type, title);

  return found;
}

/* The text of a row in the inspector, with the focus in it. */
static GtkEditable *
enter_field (WaymarkWindow *window, const char *title)
{
  GtkWidget *row = find_titled (GTK_WIDGET (window), WAYMARK_TYPE_NUMBER_ROW, title);
  GtkWidget *text;

  g_assert_nonnull (row);
  text = find_titled (row, GTK_TYPE_TEXT, NULL);
  g_assert_true (gtk_widget_grab_focus (text));

  return GTK_EDITABLE (text);
}

static gboolean
has_error (GtkEditable *text)
{
  return gtk_widget_has_css_class (
      gtk_widget_get_ancestor (GTK_WIDGET (text), WAYMARK_TYPE_NUMBER_ROW), "error");
}

static OkrPlan *
read_plan (GFile *file)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &text, NULL, NULL));

  return test_plan_from_text (text);
}

static void
save_window (WaymarkWindow *window)
{
  WaymarkSession *session = waymark_window_get_session (window);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  g_assert_true (waymark_session_get_modified (session));
  while (waymark_session_get_modified (session))
    g_main_context_iteration (NULL, TRUE);
  iterate ();
}

typedef struct
{
  OkrPlan *plan;
  GFile *file;
  WaymarkWindow *window;
  OkrKeyResult *kr;
} Desk;

/* A window with a plan that is saved, and a key result in the inspector. */
static void
desk_set_up (Desk *self, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);

  self->plan = test_small_plan ();
  self->file = g_file_new_build_filename (folder, "plan.okr", NULL);
  self->window = open_window (self->plan);
  self->kr = first_key_result (self->plan);
  {
    g_autoptr (WaymarkDocument) document =
        waymark_document_new (waymark_window_get_session (self->window));

    g_assert_true (save (document, self->file, NULL));
  }
  waymark_session_set_selected (waymark_window_get_session (self->window), OKR_ITEM (self->kr));
  iterate ();
}

static void
desk_tear_down (Desk *self, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);

  close_window (self->window);
  g_file_delete (self->file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
  g_clear_object (&self->file);
  test_finalize (self->plan);
}

static void
test_save_emptied (Desk *self, gconstpointer data)
{
  GtkEditable *text = enter_field (self->window, "Start");
  g_autoptr (OkrPlan) saved = NULL;

  g_assert_false (isnan (okr_key_result_get_start (self->kr)));
  gtk_editable_set_text (text, "");
  g_assert_false (isnan (okr_key_result_get_start (self->kr)));
  save_window (self->window);

  saved = read_plan (self->file);
  g_assert_true (isnan (okr_key_result_get_start (first_key_result (saved))));
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (text)));
}

static void
test_save_beside_error (Desk *self, gconstpointer data)
{
  GtkEditable *text = enter_field (self->window, "Start");
  const double start = okr_key_result_get_start (self->kr);
  g_autoptr (OkrPlan) saved = NULL;

  gtk_editable_set_text (text, "12abc");
  gtk_editable_set_position (text, 2);
  g_assert_true (has_error (text));
  test_set (self->plan, okr_item_get_id (OKR_ITEM (self->kr)), "title", "Another");
  save_window (self->window);

  saved = read_plan (self->file);
  g_assert_cmpstr (okr_item_get_title (first_key_result (saved)), ==, "Another");
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_start (first_key_result (saved)), start,
                                  1e-12);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "12abc");
  g_assert_cmpint (gtk_editable_get_position (text), ==, 2);
  g_assert_true (has_error (text));
}

static void
test_undo_emptied (Desk *self, gconstpointer data)
{
  GtkEditable *text = enter_field (self->window, "Start");
  g_autofree char *shown = g_strdup (gtk_editable_get_text (text));
  const double start = okr_key_result_get_start (self->kr);

  gtk_editable_set_text (text, "");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL));
  g_assert_cmpfloat_with_epsilon (okr_key_result_get_start (self->kr), start, 1e-12);
  g_assert_cmpstr (gtk_editable_get_text (text), ==, shown);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.redo", NULL));
  g_assert_true (isnan (okr_key_result_get_start (self->kr)));
  g_assert_cmpstr (gtk_editable_get_text (text), ==, "");
}

/* What is typed and taken out again is nothing to save or to take back. */
static void
test_retyped (Desk *self, gconstpointer data)
{
  GtkEditable *text = enter_field (self->window, "Start");
  g_autofree char *shown = g_strdup (gtk_editable_get_text (text));

  gtk_editable_set_text (text, "");
  gtk_editable_set_text (text, shown);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  g_assert_false (okr_history_can_undo (okr_plan_get_history (self->plan)));
  g_assert_false (okr_history_can_redo (okr_plan_get_history (self->plan)));
  g_assert_cmpstr (gtk_editable_get_text (text), ==, shown);
}

static void
test_close_emptied (Desk *self, gconstpointer data)
{
  GLogLevelFlags fatal;
  GtkWindow *question;

  gtk_editable_set_text (enter_field (self->window, "Start"), "");
  /* GTK 4.18 warns of what AdwMessageDialog does itself: it measures a large
   * heading for the width that a small one needs. */
  fatal = g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  gtk_window_close (GTK_WINDOW (self->window));
  iterate ();
  g_assert_true (isnan (okr_key_result_get_start (self->kr)));
  question = find_question (self->window);
  g_assert_nonnull (question);
  gtk_window_close (question);
  iterate ();
  g_log_set_always_fatal (fatal);
}

static GtkWidget *
find_check_in (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (WAYMARK_IS_CHECK_IN_DIALOG (window))
        return window;
    }

  return NULL;
}

/* What is typed in a check-in is no edit, but nobody loses it by closing the window. */
static void
test_close_with_check_in (Desk *self, gconstpointer data)
{
  WaymarkSession *session = waymark_window_get_session (self->window);
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  GtkWidget *dialog;
  GtkEditable *value;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.check-in", NULL));
  iterate ();
  dialog = find_check_in ();
  value = GTK_EDITABLE (
      gtk_widget_get_template_child (dialog, WAYMARK_TYPE_CHECK_IN_DIALOG, "value_row"));
  gtk_editable_set_text (value, "7");
  gtk_window_close (GTK_WINDOW (self->window));
  iterate ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window)));
  gtk_window_close (find_question (dialog));
  iterate ();
  g_assert_true (find_check_in () == dialog);
  g_assert_nonnull (waymark_session_get_typed (session));

  g_object_ref (self->window);
  gtk_window_close (GTK_WINDOW (self->window));
  iterate ();
  adw_message_dialog_response (find_question (dialog), "discard");
  iterate ();
  g_assert_null (find_check_in ());
  g_assert_null (waymark_session_get_typed (session));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->window)));
  g_object_unref (self->window);
  self->window = open_window (self->plan);
  g_log_set_always_fatal (fatal);
}

static void
on_plan_made_cb (OkrPlan *plan, gpointer user_data)
{
  g_assert_not_reached ();
}

/* A new plan in the making goes with its window, but not without a word. */
static void
test_close_with_new_plan (Desk *self, gconstpointer data)
{
  const GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  GtkWidget *dialog;

  waymark_new_plan_dialog_present (GTK_WINDOW (self->window), on_plan_made_cb, NULL);
  iterate ();
  dialog = find_window (WAYMARK_TYPE_NEW_PLAN_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (
                             dialog, WAYMARK_TYPE_NEW_PLAN_DIALOG, "organisation")),
                         "Example Bakery");
  for (guint i = 0; i < 2; i++)
    {
      gtk_window_close (GTK_WINDOW (self->window));
      iterate ();
    }
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window)));
  gtk_window_close (find_question (dialog));
  iterate ();
  g_assert_true (find_window (WAYMARK_TYPE_NEW_PLAN_DIALOG) == dialog);
  g_assert_null (find_question (dialog)); /* it was asked once */

  gtk_window_close (GTK_WINDOW (dialog));
  iterate ();
  adw_message_dialog_response (find_question (dialog), "discard");
  iterate ();
  g_assert_null (find_window (WAYMARK_TYPE_NEW_PLAN_DIALOG));
  g_log_set_always_fatal (fatal);
}

/* The log knows no dialogs: the window opens the one for the check-in that it names. */
static void
test_edit_check_in (Desk *self, gconstpointer data)
{
  g_autoptr (OkrItem) check_in = g_list_model_get_item (okr_key_result_get_check_ins (self->kr), 0);
  GtkWidget *dialog;
  GtkEditable *value;

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.edit-check-in", "s", "gone"));
  g_assert_null (find_check_in ());
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.edit-check-in", "s",
                                             okr_item_get_id (check_in)));
  iterate ();
  dialog = find_check_in ();
  g_assert_nonnull (dialog);
  value = GTK_EDITABLE (
      gtk_widget_get_template_child (dialog, WAYMARK_TYPE_CHECK_IN_DIALOG, "value_row"));
  g_assert_cmpstr (gtk_editable_get_text (value), ==, "5");
  gtk_window_close (GTK_WINDOW (dialog));
  iterate ();
}

static void
test_save_renamed (Desk *self, gconstpointer data)
{
  GtkWidget *popover;
  g_autoptr (OkrPlan) saved = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.rename", NULL));
  while ((popover = find_titled (GTK_WIDGET (self->window), WAYMARK_TYPE_RENAME_POPOVER, NULL)) ==
         NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (waymark_rename_popover_get_entry (WAYMARK_RENAME_POPOVER (popover)),
                         "Renamed");
  save_window (self->window);

  saved = read_plan (self->file);
  g_assert_cmpstr (okr_item_get_title (first_key_result (saved)), ==, "Renamed");
  gtk_popover_popdown (GTK_POPOVER (popover));
  iterate ();
}

/* Who goes on working while the plan is written and saves again means what was done since. */
static void
test_save_twice (Desk *self, gconstpointer data)
{
  WaymarkSession *session = waymark_window_get_session (self->window);
  g_autoptr (OkrPlan) saved = NULL;
  g_autoptr (GError) error = NULL;

  okr_edit_set_text (self->plan, OKR_ITEM (self->kr), "title", "First", &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL));
  okr_edit_set_text (self->plan, OKR_ITEM (self->kr), "title", "Second", &error);
  g_assert_no_error (error);
  save_window (self->window);
  g_assert_false (waymark_session_get_modified (session));

  saved = read_plan (self->file);
  g_assert_cmpstr (okr_item_get_title (first_key_result (saved)), ==, "Second");
}

static void
add_desk_test (const char *path, void (*test) (Desk *, gconstpointer))
{
  g_test_add (path, Desk, NULL, desk_set_up, test, desk_tear_down);
}

static void
add_tests (void)
{
  add_desk_test ("/typing/save-emptied", test_save_emptied);
  add_desk_test ("/typing/save-beside-error", test_save_beside_error);
  add_desk_test ("/typing/save-renamed", test_save_renamed);
  add_desk_test ("/typing/save-twice", test_save_twice);
  add_desk_test ("/typing/undo-emptied", test_undo_emptied);
  add_desk_test ("/typing/retyped", test_retyped);
  add_desk_test ("/typing/close-emptied", test_close_emptied);
  add_desk_test ("/typing/close-with-check-in", test_close_with_check_in);
  add_desk_test ("/typing/close-with-new-plan", test_close_with_new_plan);
  add_desk_test ("/typing/edit-check-in", test_edit_check_in);
}

int
main (int argc, char **argv)
{
  return run_window_tests (argc, argv, add_tests);
}
