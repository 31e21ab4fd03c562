/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With text twice as large, a window of the usual width counts as a narrow one. Else the panes
 * would keep it wider than many a screen, and it could not be made narrow enough to fold them. */
#include "config.h"

#include <adwaita.h>

#include "test-plans.h"
#include "waymark-list-heading.h"
#include "waymark-window.h"

static GtkApplication *application;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static AdwFlapFoldPolicy
get_fold_policy (int scale)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  AdwFlapFoldPolicy policy;
  WaymarkWindow *window;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", scale * 96 * 1024, NULL);
  window = waymark_window_new (application);
  waymark_window_take_plan (window, plan);
  gtk_window_present (GTK_WINDOW (window));
  iterate ();
  policy = adw_flap_get_fold_policy (ADW_FLAP (
      gtk_widget_get_template_child (GTK_WIDGET (window), WAYMARK_TYPE_WINDOW, "sidebar_flap")));
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();

  return policy;
}

static void
test_folding (void)
{
  g_assert_cmpint (get_fold_policy (2), ==, ADW_FLAP_FOLD_POLICY_ALWAYS);
  g_assert_cmpint (get_fold_policy (1), ==, ADW_FLAP_FOLD_POLICY_NEVER);
}

static void
spin_until_mapped (GtkWidget *widget)
{
  while (!gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* How much of a narrow heading's width its texts get. */
static double
get_heading_share (int scale)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (WaymarkSession) session = waymark_session_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *heading = g_object_new (WAYMARK_TYPE_LIST_HEADING, NULL);
  GtkWidget *texts;
  double share;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", scale * 96 * 1024, NULL);
  waymark_session_set_plan (session, plan);
  waymark_list_heading_set_sort (WAYMARK_LIST_HEADING (heading), "plan");
  waymark_list_heading_update (WAYMARK_LIST_HEADING (heading), session, 0);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 300);
  gtk_window_set_child (GTK_WINDOW (window), heading);
  gtk_window_present (GTK_WINDOW (window));
  texts = GTK_WIDGET (gtk_widget_get_template_child (heading, WAYMARK_TYPE_LIST_HEADING, "texts"));
  spin_until_mapped (texts);
  share = (double) gtk_widget_get_width (texts) / gtk_widget_get_width (heading);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();

  return share;
}

/* The button for sorting goes below the title rather than squeezing it. */
static void
test_heading (void)
{
  g_assert_cmpfloat (get_heading_share (2), >, 0.99);
  g_assert_cmpfloat (get_heading_share (1), <, 0.8);
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

  g_test_add_func ("/large-text/folding", test_folding);
  g_test_add_func ("/large-text/heading", test_heading);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
