/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window as a whole: what can be done when, and what its frame says. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "test-plans.h"
#include "waymark-document.h"
#include "waymark-window.h"

static GtkApplication *application;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static WaymarkWindow *
open_window (OkrPlan *plan)
{
  WaymarkWindow *window = waymark_window_new (application);

  waymark_window_take_plan (window, plan);
  gtk_window_present (GTK_WINDOW (window));
  iterate ();

  return window;
}

static void
close_window (WaymarkWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
  g_assert_null (window);
}

static gpointer
first_objective (OkrPlan *plan)
{
  g_autoptr (OkrItem) item = g_list_model_get_item (okr_plan_get_objectives (plan), 0);

  return item;
}

static gpointer
first_key_result (OkrPlan *plan)
{
  g_autoptr (OkrItem) item =
      g_list_model_get_item (okr_objective_get_key_results (first_objective (plan)), 0);

  return item;
}

static void
test_empty (void)
{
  WaymarkWindow *window = waymark_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  iterate ();
  g_assert_true (waymark_window_is_empty (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Waymark");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-objective", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save-as", NULL);
  iterate ();
  g_assert_true (waymark_window_is_empty (window));
  close_window (window);
}

static void
test_title (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);
  g_autofree char *expected = NULL;

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==,
                   okr_item_get_title (OKR_ITEM (plan)));
  okr_edit_set_text (plan, OKR_ITEM (plan), "title", "A_B & <C>", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "• A_B & <C>");
  okr_plan_undo (plan, NULL);
  expected = g_strdup (okr_item_get_title (OKR_ITEM (plan)));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, expected);
  close_window (window);
}

static void
test_edit_actions (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);
  WaymarkSession *session = waymark_window_get_session (window);
  const guint n = g_list_model_get_n_items (okr_plan_get_objectives (plan));
  g_autofree char *before = test_plan_to_text (plan);
  g_autofree char *after = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add-objective", NULL));
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_objectives (plan)), ==, n + 1);
  g_assert_true (OKR_IS_OBJECTIVE (waymark_session_get_selected (session)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.add-key-result", NULL));
  g_assert_true (OKR_IS_KEY_RESULT (waymark_session_get_selected (session)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.duplicate", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.move-up", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.delete", NULL));
  iterate ();
  while (okr_history_can_undo (okr_plan_get_history (plan)))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  after = test_plan_to_text (plan);
  g_assert_cmpstr (after, ==, before);
  close_window (window);
}

static void
test_move_skips_hidden (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);
  WaymarkSession *session = waymark_window_get_session (window);
  OkrItem *kr = first_key_result (plan);

  waymark_session_set_selected (session, kr);
  g_assert_cmpuint (okr_item_get_position (kr), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.move-up", NULL);
  g_assert_cmpuint (okr_item_get_position (kr), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.move-down", NULL);
  g_assert_cmpuint (okr_item_get_position (kr), ==, 1);
  close_window (window);
}

static void
test_read_only (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autofree char *before = test_plan_to_text (plan);
  g_autofree char *after = NULL;
  WaymarkWindow *window;

  okr_plan_set_read_only_reason (plan, "Too new");
  window = open_window (plan);
  waymark_session_set_selected (waymark_window_get_session (window), first_objective (plan));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-objective", NULL);
  after = test_plan_to_text (plan);
  g_assert_cmpstr (after, ==, before);
  close_window (window);
}

typedef struct
{
  GAsyncResult *result;
} Waiter;

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Waiter *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for (Waiter *waiter)
{
  while (waiter->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&waiter->result);
}

static gboolean
save (WaymarkDocument *document, GFile *file, GError **error)
{
  Waiter waiter = { NULL };
  g_autoptr (GAsyncResult) result = NULL;

  waymark_document_save_async (document, file, NULL, on_done_cb, &waiter);
  result = wait_for (&waiter);

  return waymark_document_save_finish (document, result, error);
}

static gboolean
load (WaymarkDocument *document, GFile *file, GError **error)
{
  Waiter waiter = { NULL };
  g_autoptr (GAsyncResult) result = NULL;

  waymark_document_load_async (document, file, NULL, on_done_cb, &waiter);
  result = wait_for (&waiter);

  return waymark_document_load_finish (document, result, error);
}

static void
test_document (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "plan.okr", NULL);
  g_autoptr (WaymarkSession) session = waymark_session_new ();
  g_autoptr (WaymarkDocument) document = waymark_document_new (session);
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (GError) error = NULL;
  g_autofree char *theirs = NULL;

  waymark_session_set_plan (session, plan);
  okr_edit_set_text (plan, OKR_ITEM (plan), "mission", "Ours", NULL);
  g_assert_true (waymark_session_get_modified (session));
  g_assert_true (save (document, file, &error));
  g_assert_no_error (error);
  g_assert_false (waymark_session_get_modified (session));

  g_assert_true (load (document, file, &error));
  g_assert_cmpstr (okr_plan_get_mission (waymark_session_get_plan (session)), ==, "Ours");

  /* A colleague saves in between: nothing is overwritten, and the work stays modified. */
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "theirs", -1, NULL));
  okr_edit_set_text (waymark_session_get_plan (session),
                     OKR_ITEM (waymark_session_get_plan (session)), "mission", "Ours again", NULL);
  g_assert_false (save (document, file, &error));
  g_assert_nonnull (error);
  g_assert_true (waymark_session_get_modified (session));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &theirs, NULL, NULL));
  g_assert_cmpstr (theirs, ==, "theirs");

  /* What cannot be read leaves everything as it was. */
  g_clear_error (&error);
  g_assert_false (load (document, file, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (okr_plan_get_mission (waymark_session_get_plan (session)), ==, "Ours again");

  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int status;

  test_init (&argc, &argv);
  adw_init ();
  application = GTK_APPLICATION (
      adw_application_new (WAYMARK_APPLICATION_ID ".Test", G_APPLICATION_NON_UNIQUE));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/window/empty", test_empty);
  g_test_add_func ("/window/title", test_title);
  g_test_add_func ("/window/edit-actions", test_edit_actions);
  g_test_add_func ("/window/move", test_move_skips_hidden);
  g_test_add_func ("/window/read-only", test_read_only);
  g_test_add_func ("/window/document", test_document);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
