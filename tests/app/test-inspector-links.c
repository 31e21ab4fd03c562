/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "test-plans.h"
#include "waymark-figures-strip.h"
#include "waymark-inspector.h"
#include "waymark-link-row.h"
#include "waymark-progress-bar.h"
#include "waymark-status-style.h"
#include "widget-drawing.h"

static void
flush (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
find_mapped (GtkWidget *widget, GType type)
{
  const gboolean fits = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget);
  GtkWidget *found = fits ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_mapped (child, type);

  return found;
}

/* An inspector of the example in a window, with nothing selected. */
static GtkWidget *
present_example (WaymarkSession *session, GtkWidget **window)
{
  g_autoptr (OkrPlan) plan = test_example_plan ();
  GtkWidget *inspector = waymark_inspector_new ();

  waymark_session_set_plan (session, plan);
  waymark_inspector_set_session (WAYMARK_INSPECTOR (inspector), session);
  *window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (*window), inspector);
  gtk_window_present (GTK_WINDOW (*window));
  flush ();

  return inspector;
}

static gboolean
bar_has_color (GtkWidget *bar, const GdkRGBA *color)
{
  GdkRectangle box;

  return widget_drawing_find_color (bar, 200, 18, color, &box);
}

/* Only objectives and key results have a status: the mean of a scope tells none. */
static void
test_mean (void)
{
  const char *percent = "61\u202f%";
  g_autoptr (WaymarkSession) session = waymark_session_new ();
  GtkWidget *window;
  GtkWidget *inspector = present_example (session, &window);
  GtkWidget *bar = find_mapped (inspector, WAYMARK_TYPE_PROGRESS_BAR);
  OkrItem *objective =
      g_list_model_get_item (okr_plan_get_objectives (waymark_session_get_plan (session)), 0);
  GdkRGBA accent;

  waymark_status_style_get_accent (inspector, &accent);
  g_assert_true (bar_has_color (bar, &accent));
  for (int i = 0; i <= OKR_STATUS_AT_RISK; i++)
    g_assert_false (bar_has_color (bar, &waymark_status_style_get ((OkrStatus) i)->fill));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       percent);

  waymark_session_set_selected (session, objective);
  flush ();
  bar = find_mapped (inspector, WAYMARK_TYPE_PROGRESS_BAR);
  g_assert_true (bar_has_color (bar, &waymark_status_style_get (OKR_STATUS_ON_TRACK)->fill));
  g_object_unref (objective);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Who follows a link and types on must not change the title of what it leads to. */
static void
test_follow (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (WaymarkSession) session = waymark_session_new ();
  GtkWidget *inspector = waymark_inspector_new ();
  GtkWidget *window = adw_window_new ();
  OkrItem *kr = okr_plan_find (plan, "k1");
  GtkWidget *row;
  GtkWidget *focus;

  waymark_session_set_plan (session, plan);
  waymark_inspector_set_session (WAYMARK_INSPECTOR (inspector), session);
  adw_window_set_content (ADW_WINDOW (window), inspector);
  gtk_window_present (GTK_WINDOW (window));
  waymark_session_set_selected (session, okr_item_get_parent (kr));
  flush ();

  row = find_mapped (inspector, WAYMARK_TYPE_LINK_ROW);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_activate (row);
  flush ();

  g_assert_true (waymark_session_get_selected (session) == kr);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, WAYMARK_TYPE_FIGURES_STRIP));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_presented (GtkWidget *widget, GtkWidget *top)
{
  for (; widget != top; widget = gtk_widget_get_parent (widget))
    {
      if (!gtk_widget_get_visible (widget))
        return FALSE;
    }

  return TRUE;
}

static guint
count_presented (GtkWidget *widget, GtkWidget *top)
{
  guint n = WAYMARK_IS_LINK_ROW (widget) && is_presented (widget, top);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_presented (child, top);

  return n;
}

/* What a page showed last is gone for screen readers, which look into all that is not hidden. */
static void
test_left (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (WaymarkSession) session = waymark_session_new ();
  GtkWidget *inspector = g_object_ref_sink (waymark_inspector_new ());
  OkrItem *objective = okr_item_get_parent (okr_plan_find (plan, "k1"));

  waymark_session_set_plan (session, plan);
  waymark_inspector_set_session (WAYMARK_INSPECTOR (inspector), session);
  for (guint i = 0; i < 2; i++)
    {
      waymark_session_set_selected (session, objective);
      flush ();
      g_assert_cmpuint (count_presented (inspector, inspector), >, 0);
      waymark_session_set_selected (session, NULL);
      flush ();
      g_assert_cmpuint (count_presented (inspector, inspector), ==, 0);
    }
  g_assert_finalize_object (inspector);
}

int
main (int argc, char **argv)
{
  /* Without this GTK keeps no accessible attributes that could be looked at. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/inspector-links/follow", test_follow);
  g_test_add_func ("/inspector-links/mean", test_mean);
  g_test_add_func ("/inspector-links/left", test_left);

  return g_test_run ();
}
