/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With text twice as large, a window of the usual width counts as a narrow one. Else the panes
 * would keep it wider than many a screen, and it could not be made narrow enough to fold them. */
#include "config.h"

#include <adwaita.h>

#include "okr-reader.h"
#include "test-plans.h"
#include "waymark-changes-dialog.h"
#include "waymark-check-in-dialog.h"
#include "waymark-list-heading.h"
#include "waymark-export-dialog.h"
#include "waymark-print-dialog.h"
#include "waymark-review-dialog.h"
#include "waymark-versions-dialog.h"
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

/* The widest of the widgets that ask for more than the window may be wide, for whoever mends it. */
static void
tell_who_is_wide (GtkWidget *widget, int depth)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  if (width < 360)
    return;

  g_test_message ("%*s%s (%s) %d", depth, "", G_OBJECT_TYPE_NAME (widget),
                  gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_who_is_wide (child, depth + 1);
}

static GtkWidget *
create_check_in (WaymarkSession *session)
{
  OkrPlan *plan = waymark_session_get_plan (session);
  g_autoptr (OkrObjective) objective = g_list_model_get_item (okr_plan_get_objectives (plan), 0);
  g_autoptr (OkrKeyResult) kr =
      g_list_model_get_item (okr_objective_get_key_results (objective), 0);

  return waymark_check_in_dialog_new (session, kr, NULL);
}

static GtkWidget *
create_versions (WaymarkSession *session)
{
  return waymark_versions_dialog_new (session, NULL);
}

static GtkWidget *
create_review (WaymarkSession *session)
{
  return waymark_review_dialog_new (session, NULL, "A name that is quite long for a file.okr");
}

static OkrPlan *
create_plan_with_questions (void)
{
  static const char contents[] =
      "{\"format\":\"okr\",\"formatVersion\":1,\"minReader\":1,\"id\":\"p-1\","
      "\"title\":\"A title that is rather long for a plan\",\"conflicts\":[{\"id\":\"x-1\","
      "\"item\":\"o-1\",\"field\":\"title\",\"ours\":\"Kundenzufriedenheitsbefragungen\","
      "\"theirs\":\"Etwas anderes\"}],\"objectives\":[{\"id\":\"o-1\","
      "\"title\":\"Die Kundenzufriedenheitsbefragung\",\"keyResults\":[{\"id\":\"k-1\","
      "\"kind\":\"change\",\"title\":\"Bearbeitungsgeschwindigkeiten\",\"start\":0,"
      "\"target\":100000000,\"unit\":\"Wiederverkaufsstellen\"}]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (contents, strlen (contents));
  g_autoptr (GError) error = NULL;
  OkrPlan *plan = okr_plan_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);

  return plan;
}

/* They fit into a window that is 400 pixels wide inside of its frame of five, in a font that is
 * wider than most. */
static void
test_dialogs (void)
{
  static const struct
  {
    const char *name;
    GtkWidget *(*create) (WaymarkSession *session);
  } dialogs[] = {
    { "check-in", create_check_in },
    { "versions", create_versions },
    { "changes", waymark_changes_dialog_new },
    { "export", waymark_export_dialog_new },
    { "print", waymark_print_dialog_new },
    { "review", create_review },
  };
  g_autoptr (OkrPlan) plan = create_plan_with_questions ();
  g_autoptr (WaymarkSession) session = waymark_session_new ();

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * 96 * 1024, "gtk-font-name",
                "DejaVu Sans 10", NULL);
  waymark_session_set_plan (session, plan);
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      GtkWidget *dialog = dialogs[i].create (session);
      int width;

      gtk_window_present (GTK_WINDOW (dialog));
      spin_until_mapped (dialog);
      iterate ();
      gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      g_test_message ("%s: %d", dialogs[i].name, width);
      tell_who_is_wide (dialog, 1);
      g_assert_cmpint (width, <=, 410);
      gtk_window_destroy (GTK_WINDOW (dialog));
      iterate ();
    }
}

/* A title that the header has no room for stands below it, instead of being cut. */
static void
test_review_title (void)
{
  g_autoptr (OkrPlan) plan = create_plan_with_questions ();
  g_autoptr (WaymarkSession) session = waymark_session_new ();

  waymark_session_set_plan (session, plan);
  for (int scale = 1; scale <= 2; scale++)
    {
      GtkWidget *dialog;
      GtkWidget *strip;

      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", scale * 96 * 1024, NULL);
      dialog = create_review (session);
      gtk_window_set_default_size (GTK_WINDOW (dialog), 400, 700);
      gtk_window_present (GTK_WINDOW (dialog));
      spin_until_mapped (dialog);
      iterate ();
      strip = GTK_WIDGET (
          gtk_widget_get_template_child (dialog, WAYMARK_TYPE_REVIEW_DIALOG, "title_strip"));
      g_assert_cmpint (gtk_widget_get_mapped (strip), ==, scale == 2);
      gtk_window_destroy (GTK_WINDOW (dialog));
      iterate ();
    }
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
  g_test_add_func ("/large-text/dialogs", test_dialogs);
  g_test_add_func ("/large-text/review-title", test_review_title);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
