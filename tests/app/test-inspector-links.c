/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "test-plans.h"
#include "waymark-figures-strip.h"
#include "waymark-inspector.h"
#include "waymark-link-row.h"

static void
flush (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
find_link (GtkWidget *widget)
{
  GtkWidget *found = WAYMARK_IS_LINK_ROW (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_link (child);

  return found;
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

  row = find_link (inspector);
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
  test_init (&argc, &argv);
  adw_init ();

  g_test_add_func ("/inspector-links/follow", test_follow);
  g_test_add_func ("/inspector-links/left", test_left);

  return g_test_run ();
}
