/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No window waits unseen and unrealized: a screen reader that asks for a window that has just gone
 * would make GTK crash. */
#include "config.h"

#include <adwaita.h>

#include "test-plans.h"
#include "waymark-ask.h"
#include "waymark-window.h"

static GtkApplication *application;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static void
assert_all_realized (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!gtk_widget_get_realized (window))
        g_error ("a %s waits unrealized", G_OBJECT_TYPE_NAME (window));
    }
}

static WaymarkWindow *
open_window (void)
{
  WaymarkWindow *window = waymark_window_new (application);

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

/* GTK shows the keyboard shortcuts only if it may make the window of them early, and keeps it. */
static void
test_shortcuts (void)
{
  WaymarkWindow *window = open_window ();
  GLogLevelFlags fatal;

  assert_all_realized ();
  g_assert_cmpuint (count_windows (), ==, 1);
  /* GTK 4.8 warns of the buttons of its own pages, which are measured before they have a label. */
  fatal = g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  for (guint i = 0; i < 2; i++)
    {
      GtkWindow *shortcuts;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
      iterate ();
      g_assert_cmpuint (count_windows (), ==, 2);
      assert_all_realized ();
      shortcuts =
          GTK_WINDOW (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (shortcuts)));
      gtk_window_close (shortcuts);
      iterate ();
      g_assert_cmpuint (count_windows (), ==, 1);
    }
  g_log_set_always_fatal (fatal);
  close_window (window);
}

static void
on_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = waymark_choose_file_finish (result);

  g_assert_null (file);
  *(gboolean *) user_data = TRUE;
}

/* Where a portal shows its chooser, GTK's own waits behind it. */
static void
test_file_chooser (void)
{
  WaymarkWindow *window = open_window ();
  g_autoptr (GtkWidget) chooser = NULL;
  gboolean chosen = FALSE;

  waymark_choose_file_async (GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, "plan.okr",
                             on_chosen_cb, &chosen);
  g_assert_cmpuint (count_windows (), ==, 2);
  chooser = g_list_model_get_item (gtk_window_get_toplevels (), 1);
  g_assert_false (gtk_widget_get_mapped (chooser));
  assert_all_realized ();

  /* There is no portal on this bus: GTK's own comes forward. */
  while (!gtk_widget_get_mapped (chooser))
    g_main_context_iteration (NULL, TRUE);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  g_clear_object (&chooser);
  while (!chosen)
    g_main_context_iteration (NULL, TRUE);
  close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("GDK_DEBUG", "gl-disable,portals", TRUE);
  test_init (&argc, &argv);
  adw_init ();
  application = GTK_APPLICATION (
      adw_application_new (WAYMARK_APPLICATION_ID ".Test", G_APPLICATION_NON_UNIQUE));
  /* As in the program, for the sake of what GTK makes of files that it finds there. */
  g_application_set_resource_base_path (G_APPLICATION (application), "/io/github/waymark/Waymark");
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/unseen-windows/shortcuts", test_shortcuts);
  g_test_add_func ("/unseen-windows/file-chooser", test_file_chooser);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
