/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are dropped onto the window. */
#include "config.h"

#include <glib/gstdio.h>

#include "find-window.h"
#include "waymark-import-dialog.h"
#include "window-fixture.h"

static void
on_open_cb (GApplication *app, GFile **files, int n_files, const char *hint, GPtrArray *opened)
{
  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (opened, g_object_ref (files[i]));
}

static GtkDropTarget *
find_file_target (WaymarkWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller) &&
          gdk_content_formats_contain_gtype (
              gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)), GDK_TYPE_FILE_LIST))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

static void
drop_files (WaymarkWindow *window, GFile **files, gsize n)
{
  GtkDropTarget *target = find_file_target (window);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_nonnull (target);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, n));
  g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
}

static void
drop_file (WaymarkWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  drop_files (window, &file, 1);
}

static AdwMessageDialog *
find_message (void)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG);
}

static void
respond (const char *response)
{
  AdwMessageDialog *dialog = find_message ();

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  iterate ();
}

/* Onto a plan a file may be dropped to be opened, or to be merged. */
static void
test_drop_on_plan (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);
  g_autoptr (GPtrArray) opened = g_ptr_array_new_with_free_func (g_object_unref);
  const gulong handler = g_signal_connect (application, "open", G_CALLBACK (on_open_cb), opened);

  drop_file (window, "/one.okr");
  g_assert_cmpuint (opened->len, ==, 0);
  g_assert_cmpstr (adw_message_dialog_get_heading (find_message ()), ==, "Open or Merge?");
  respond ("open");
  g_assert_cmpuint (opened->len, ==, 1);

  drop_file (window, "/no-such-file.okr");
  respond ("merge");
  while (find_message () == NULL || !g_str_equal (adw_message_dialog_get_heading (find_message ()),
                                                  "“no-such-file.okr” Cannot Be Merged"))
    g_main_context_iteration (NULL, TRUE);
  respond ("close");
  g_assert_cmpuint (opened->len, ==, 1);

  g_signal_handler_disconnect (application, handler);
  close_window (window);
}

static GtkWidget *
find_import_dialog (void)
{
  return find_window (WAYMARK_TYPE_IMPORT_DIALOG);
}

static void
press_import (void)
{
  GtkWidget *dialog = find_import_dialog ();
  GtkWidget *button;

  g_assert_nonnull (dialog);
  button = GTK_WIDGET (
      gtk_widget_get_template_child (dialog, WAYMARK_TYPE_IMPORT_DIALOG, "import_button"));
  while (!gtk_widget_get_sensitive (button))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (button, "clicked");
  iterate ();
}

/* A table is imported into the plan that it is dropped onto; without a plan it becomes one. */
static void
test_drop_table (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "dropped.TSV", NULL);
  g_autoptr (OkrPlan) plan = test_small_plan ();
  const guint n = g_list_model_get_n_items (okr_plan_get_objectives (plan));

  g_assert_true (g_file_set_contents (path, "Objective\tKey Result\nShrink\tWaste\n", -1, NULL));
  for (guint i = 0; i < 2; i++)
    {
      WaymarkWindow *window = i == 0 ? open_window (plan) : waymark_window_new (application);
      WaymarkSession *session = waymark_window_get_session (window);

      drop_file (window, path);
      press_import ();
      g_assert_null (find_import_dialog ());
      g_assert_cmpuint (g_list_model_get_n_items (
                            okr_plan_get_objectives (waymark_session_get_plan (session))),
                        ==, i == 0 ? n + 1 : 1);
      g_assert_true (waymark_session_get_modified (session));
      close_window (window);
    }
}

/* What came is shown in its own cycle, whichever was looked at before. */
static void
test_other_cycle (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "later.csv", NULL);
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);
  WaymarkSession *session = waymark_window_get_session (window);
  OkrCycle *before = waymark_session_get_cycle (session);
  OkrItem *first;

  g_assert_nonnull (before);
  waymark_session_set_search (session, "nothing is called that");
  g_assert_true (g_file_set_contents (path, "Objective,Quarter\nGrow later,Q3 2031\n", -1, NULL));
  drop_file (window, path);
  press_import ();
  first = waymark_session_get_selected (session);
  g_assert_cmpstr (okr_item_get_title (first), ==, "Grow later");
  g_assert_true (waymark_session_shows (session, first));
  g_assert_true (waymark_session_get_cycle (session) != before);
  g_assert_cmpstr (okr_item_get_title (OKR_ITEM (waymark_session_get_cycle (session))), ==,
                   "Q3 2031");
  close_window (window);
}

/* A plan that was made from a table is saved beside it, and keeps its name. */
static void
test_save_beside (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bakery.v2.csv", NULL);
  WaymarkWindow *window = waymark_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (g_file_set_contents (path, "Objective\nGrow\n", -1, NULL));
  drop_file (window, path);
  press_import ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  assert_proposed (folder, "bakery.v2.okr");
  iterate ();
  g_assert_null (find_window (GTK_TYPE_FILE_CHOOSER_DIALOG));
  close_window (window);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

#define N_TABLES 3

static void
drop_tables (WaymarkWindow *window)
{
  GFile *files[N_TABLES];

  for (guint i = 0; i < N_TABLES; i++)
    {
      g_autofree char *name = g_strdup_printf ("dropped-%u.csv", i);
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
      g_autofree char *text = g_strdup_printf ("Objective\nGrow %u\n", i);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      files[i] = g_file_new_for_path (path);
    }
  drop_files (window, files, N_TABLES);
  for (guint i = 0; i < N_TABLES; i++)
    g_object_unref (files[i]);
}

/* Several tables have their turn one after another, whether the one before was imported or not. */
static void
test_drop_tables (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  GListModel *objectives = okr_plan_get_objectives (plan);
  const guint n = g_list_model_get_n_items (objectives);
  WaymarkWindow *window = open_window (plan);

  drop_tables (window);
  press_import ();
  gtk_window_close (GTK_WINDOW (find_import_dialog ()));
  iterate ();
  press_import ();
  g_assert_null (find_import_dialog ());
  g_assert_cmpuint (g_list_model_get_n_items (objectives), ==, n + 2);
  close_window (window);
}

static GtkDialog *
find_file_chooser (void)
{
  return find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
}

/* Who chooses another file is not shown the next table at the same time, but afterwards. */
static void
test_choose_other (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);

  drop_tables (window);
  g_signal_emit_by_name (gtk_widget_get_template_child (find_import_dialog (),
                                                        WAYMARK_TYPE_IMPORT_DIALOG, "other_button"),
                         "clicked");
  iterate ();
  g_assert_null (find_import_dialog ());
  g_assert_nonnull (find_file_chooser ());

  gtk_dialog_response (find_file_chooser (), GTK_RESPONSE_CANCEL);
  iterate ();
  g_assert_null (find_file_chooser ());
  press_import ();
  press_import ();
  g_assert_null (find_import_dialog ());
  close_window (window);
}

/* Files that are dropped onto an empty window are opened as those from the command line are. */
static void
test_drop_files (void)
{
  WaymarkWindow *window = waymark_window_new (application);
  g_autoptr (GPtrArray) opened = g_ptr_array_new_with_free_func (g_object_unref);
  GFile *files[] = { g_file_new_for_path ("/one.okr"), g_file_new_for_path ("/two.okr") };
  const gulong handler = g_signal_connect (application, "open", G_CALLBACK (on_open_cb), opened);

  drop_files (window, files, G_N_ELEMENTS (files));
  g_assert_cmpuint (opened->len, ==, G_N_ELEMENTS (files));
  for (guint i = 0; i < opened->len; i++)
    {
      g_assert_true (g_file_equal (opened->pdata[i], files[i]));
      g_object_unref (files[i]);
    }
  g_signal_handler_disconnect (application, handler);
  close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/window-drop/files", test_drop_files);
  g_test_add_func ("/window-drop/on-plan", test_drop_on_plan);
  g_test_add_func ("/window-drop/table", test_drop_table);
  g_test_add_func ("/window-drop/other-cycle", test_other_cycle);
  g_test_add_func ("/window-drop/save-beside", test_save_beside);
  g_test_add_func ("/window-drop/tables", test_drop_tables);
  g_test_add_func ("/window-drop/choose-other", test_choose_other);
}

int
main (int argc, char **argv)
{
  return run_window_tests (argc, argv, add_tests);
}
