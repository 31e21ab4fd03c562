/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "waymark-recent.h"
#include "window-fixture.h"

/* Of a window that may be gone. Its document keeps the session, too. */
typedef struct
{
  gpointer window;
  gpointer session;
} Parts;

static void
watch (Parts *parts, WaymarkWindow *window)
{
  parts->window = window;
  parts->session = waymark_window_get_session (window);
  g_object_add_weak_pointer (parts->window, &parts->window);
  g_object_add_weak_pointer (parts->session, &parts->session);
}

static GFile *
write_plan (const char *folder, const char *text)
{
  g_autofree char *path = g_build_filename (folder, "plan.okr", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static void
close_while_loading (GFile *file, gboolean is_shown)
{
  GtkRecentManager *recent = gtk_recent_manager_get_default ();
  GListModel *windows = gtk_window_get_toplevels ();
  const guint n_windows = g_list_model_get_n_items (windows);
  g_autofree char *uri = g_file_get_uri (file);
  WaymarkWindow *window = waymark_window_new (application);
  Parts parts;

  watch (&parts, window);
  if (is_shown)
    gtk_window_present (GTK_WINDOW (window));
  waymark_window_open (window, file);
  gtk_window_destroy (GTK_WINDOW (window));
  /* What is read in a thread meanwhile belongs to nobody. */
  g_assert_null (parts.window);
  while (parts.session != NULL)
    g_main_context_iteration (NULL, TRUE);
  iterate ();

  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_windows);
  g_assert_null (gtk_recent_manager_lookup_item (recent, uri, NULL));
}

/* A window that is closed before its plan is there goes at once, and nobody hears of the plan. */
static void
test_closed_meanwhile (void)
{
  g_autofree char *text = test_generate_document (1000, 5);
  g_autofree char *folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  g_autoptr (GFile) file = write_plan (folder, text);

  close_while_loading (file, TRUE);
  close_while_loading (file, FALSE);

  /* Nor of what is wrong with it. */
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "{", -1, NULL));
  close_while_loading (file, TRUE);

  g_assert_cmpint (g_remove (g_file_peek_path (file)), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
add_tests (void)
{
  g_test_add_func ("/window/closed-meanwhile", test_closed_meanwhile);
}

int
main (int argc, char **argv)
{
  return run_window_tests (argc, argv, add_tests);
}
