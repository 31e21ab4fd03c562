/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cycle that runs by its dates, but that nobody has started. */
#include "config.h"

#include "waymark-banner.h"
#include "waymark-list-heading.h"
#include "window-fixture.h"

#define SAID \
  "Q1 2027 is still a draft: no check-ins are due, and no targets are recorded as agreed."

static WaymarkBanner *
get_banner (WaymarkWindow *window, const char *name)
{
  return WAYMARK_BANNER (
      gtk_widget_get_template_child (GTK_WIDGET (window), WAYMARK_TYPE_WINDOW, name));
}

static const char *
get_said (WaymarkWindow *window)
{
  return waymark_banner_get_text (get_banner (window, "cycle_banner"));
}

/* The small plan, whose first cycle holds today, as nobody has started it. */
static OkrPlan *
open_draft (WaymarkWindow **window)
{
  OkrPlan *plan = test_small_plan ();

  test_set (plan, "c1", "state", "draft");
  *window = open_window (plan);

  return plan;
}

/* Only of a cycle in which check-ins would be due, were it started. */
static void
test_when (void)
{
  OkrPlan *plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);

  g_assert_null (get_said (window)); /* it runs, and the next one is far */
  test_set (plan, "c1", "state", "draft");
  g_assert_cmpstr (get_said (window), ==, SAID);
  okr_plan_set_today (plan, okr_day_from_ymd (2027, 1, 3));
  g_assert_null (get_said (window));
  okr_plan_set_today (plan, okr_day_from_ymd (2027, 1, 4));
  g_assert_cmpstr (get_said (window), ==, SAID);
  for (guint i = 0; i < 2; i++)
    g_assert_true (okr_edit_delete (plan, test_find (plan, i == 0 ? "o1" : "o2"), NULL));
  g_assert_null (get_said (window)); /* nothing is in it */
  close_window (window);
  test_finalize (plan);
}

/* Where nobody may start it, that it could be started helps nobody. */
static void
test_read_only (void)
{
  OkrPlan *draft = test_small_plan ();
  g_autoptr (GString) text = NULL;
  g_autofree char *written = NULL;
  WaymarkWindow *window;
  OkrPlan *plan;

  test_set (draft, "c1", "state", "draft");
  written = test_plan_to_text (draft);
  text = g_string_new (written);
  g_assert_cmpuint (g_string_replace (text, "\"minReader\": 1", "\"minReader\": 99", 0), ==, 1);
  plan = test_plan_from_text (text->str);
  window = open_window (plan);
  g_assert_nonnull (okr_plan_get_read_only_reason (plan));
  g_assert_null (get_said (window));
  close_window (window);
  test_finalize (plan);
  test_finalize (draft);
}

static void
test_gives_way (void)
{
  WaymarkWindow *window;
  OkrPlan *plan = open_draft (&window);
  WaymarkBanner *outside = get_banner (window, "outside_banner");

  g_assert_cmpstr (get_said (window), ==, SAID);
  waymark_banner_set_text (outside, "The file cannot be read now.");
  g_assert_null (get_said (window));
  waymark_banner_set_text (outside, NULL);
  g_assert_cmpstr (get_said (window), ==, SAID);
  close_window (window);
  test_finalize (plan);
}

static void
test_start (void)
{
  WaymarkWindow *window;
  OkrPlan *plan = open_draft (&window);
  const guint depth = okr_history_get_depth (okr_plan_get_history (plan));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.start-cycle", NULL));
  g_assert_null (get_said (window));
  test_assert_field (plan, "c1", "state", "active");
  test_assert_field (plan, "k1", "agreed.target", "10");
  g_assert_cmpuint (okr_history_get_depth (okr_plan_get_history (plan)), ==, depth + 1);
  g_assert_true (okr_plan_undo (plan, NULL));
  g_assert_cmpstr (get_said (window), ==, SAID);
  test_assert_field (plan, "c1", "state", "draft");
  close_window (window);
  test_finalize (plan);
}

static void
test_heading (void)
{
  WaymarkWindow *window;
  OkrPlan *plan = open_draft (&window);
  WaymarkSession *session = waymark_window_get_session (window);
  GtkWidget *heading = g_object_ref_sink (g_object_new (WAYMARK_TYPE_LIST_HEADING, NULL));
  GtkLabel *line =
      GTK_LABEL (gtk_widget_get_template_child (heading, WAYMARK_TYPE_LIST_HEADING, "subtitle"));

  waymark_session_set_cycle (session, OKR_CYCLE (test_find (plan, "c1")));
  waymark_list_heading_update (WAYMARK_LIST_HEADING (heading), session, 0);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (line), "Draft · 2 objectives"));
  test_set (plan, "c1", "state", "active");
  waymark_list_heading_update (WAYMARK_LIST_HEADING (heading), session, 0);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (line), "2 objectives"));
  g_assert_finalize_object (heading);
  close_window (window);
  test_finalize (plan);
}

static void
add_tests (void)
{
  g_test_add_func ("/window/cycle/when", test_when);
  g_test_add_func ("/window/cycle/read-only", test_read_only);
  g_test_add_func ("/window/cycle/gives-way", test_gives_way);
  g_test_add_func ("/window/cycle/heading", test_heading);
  g_test_add_func ("/window/cycle/start", test_start);
}

int
main (int argc, char **argv)
{
  return run_window_tests (argc, argv, add_tests);
}
