/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a List of many objectives takes: printed, as the machine decides. */
#include "config.h"

#include <adwaita.h>

#include "test-plans.h"
#include "waymark-list-view.h"

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
run_until_laid_out (GtkWidget *view)
{
  GtkWidget *list =
      GTK_WIDGET (gtk_widget_get_template_child (view, WAYMARK_TYPE_LIST_VIEW, "list"));
  const gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (gtk_widget_get_first_child (list) == NULL ||
         gtk_widget_get_height (gtk_widget_get_first_child (list)) == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
check_in (OkrPlan *plan, double value)
{
  g_autoptr (OkrItem) objective = g_list_model_get_item (okr_plan_get_objectives (plan), 0);
  g_autoptr (OkrKeyResult) kr =
      g_list_model_get_item (okr_objective_get_key_results (OKR_OBJECTIVE (objective)), 0);
  const OkrCheckInEntry entry = { .value = value, .confidence = 5 };
  const gint64 start = g_get_monotonic_time ();

  g_assert_nonnull (okr_edit_check_in (plan, kr, &entry, NULL));
  g_test_message ("check-in: %.1f ms", since (start));
}

static void
test_large (gconstpointer data)
{
  const guint n_objectives = GPOINTER_TO_UINT (data);
  g_autofree char *text = test_generate_document (n_objectives, 5);
  OkrPlan *plan = test_plan_from_text (text);
  WaymarkSession *session = waymark_session_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = g_object_ref_sink (waymark_list_view_new ());
  gint64 start;

  g_object_set (view, "session", session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 640);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));

  start = g_get_monotonic_time ();
  waymark_session_set_plan (session, plan);
  g_test_message ("rows after %.1f ms", since (start));
  run_until_laid_out (view);
  g_test_message ("laid out after %.1f ms", since (start));

  check_in (plan, 1);
  check_in (plan, 2);
  start = g_get_monotonic_time ();
  waymark_session_set_search (session, "the");
  g_test_message ("search: %.1f ms", since (start));

  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (view);
  g_assert_finalize_object (session);
  g_assert_finalize_object (plan);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);
  adw_init ();

  g_test_add_data_func ("/list-large/1000", GUINT_TO_POINTER (1000), test_large);
  if (g_test_thorough ())
    g_test_add_data_func ("/list-large/10000", GUINT_TO_POINTER (10000), test_large);

  return g_test_run ();
}
