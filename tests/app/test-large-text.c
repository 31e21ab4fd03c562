/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With text twice as large, a window of the usual width counts as a narrow one. Else the panes
 * would keep it wider than many a screen, and it could not be made narrow enough to fold them. */
#include "config.h"

#include <adwaita.h>

#include "test-plans.h"
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
  policy = adw_flap_get_fold_policy (ADW_FLAP (gtk_widget_get_template_child (
      GTK_WIDGET (window), WAYMARK_TYPE_WINDOW, "sidebar_flap")));
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
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
