/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"

#include "okr-reader.h"

void
dialog_fixture_set_up (DialogFixture *fixture, gconstpointer data)
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

void
dialog_fixture_tear_down (DialogFixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
}

void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

gpointer
child_of (GtkWidget *dialog, const char *name)
{
  gpointer child =
      gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), name);

  g_assert_nonnull (child);
  return child;
}

void
finish_dialog (GtkWidget *dialog)
{
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  spin ();
  g_assert_null (dialog);
}

guint
get_depth (DialogFixture *fixture)
{
  return okr_history_get_depth (okr_plan_get_history (fixture->plan));
}
