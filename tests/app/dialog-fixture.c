/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-fixture.h"

#include "test-plans.h"

static void
take_plan (DialogFixture *fixture, OkrPlan *plan)
{
  fixture->plan = plan;
  fixture->session = waymark_session_new ();
  waymark_session_set_plan (fixture->session, plan);
}

void
dialog_fixture_set_up (DialogFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = test_load_example ();

  take_plan (fixture, test_plan_from_bytes (bytes));
}

void
dialog_fixture_set_up_small (DialogFixture *fixture, gconstpointer data)
{
  take_plan (fixture, test_small_plan ());
}

void
dialog_fixture_tear_down (DialogFixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  while (fixture->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->plan);
}

void
show_dialog (DialogFixture *fixture, GtkWidget *dialog)
{
  g_set_weak_pointer (&fixture->dialog, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
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
  /* A thread that works for it may hold it until it sees that nobody wants that any more. */
  while (dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
}

guint
get_depth (DialogFixture *fixture)
{
  return okr_history_get_depth (okr_plan_get_history (fixture->plan));
}
