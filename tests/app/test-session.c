/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "test-plans.h"
#include "waymark-session.h"

typedef struct
{
  OkrPlan *plan;
  WaymarkSession *session;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->plan = test_small_plan ();
  self->session = waymark_session_new ();
  waymark_session_set_plan (self->session, self->plan);
  waymark_session_set_cycle (self->session, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&self->session));
  test_finalize (self->plan);
}

static gboolean
shows (Fixture *self, const char *id)
{
  return waymark_session_shows (self->session, test_find (self->plan, id));
}

static gboolean
meets (Fixture *self, const char *id)
{
  return waymark_session_meets_filter (self->session, test_find (self->plan, id));
}

static void
test_search (Fixture *self, gconstpointer data)
{
  waymark_session_set_search (self->session, "revenue");
  g_assert_true (shows (self, "k1"));
  g_assert_true (meets (self, "k1"));
  /* For the sake of its key result. */
  g_assert_true (shows (self, "o1"));
  g_assert_false (meets (self, "o1"));
  g_assert_false (shows (self, "o2"));

  /* All key results of what is found. */
  waymark_session_set_search (self->session, "grow");
  g_assert_true (meets (self, "o1"));
  g_assert_true (shows (self, "k1"));
  g_assert_false (meets (self, "k1"));
}

static void
test_search_follows_edits (Fixture *self, gconstpointer data)
{
  waymark_session_set_search (self->session, "revenue");
  g_assert_true (shows (self, "k1"));
  test_set (self->plan, "k1", "title", "Income");
  g_assert_false (shows (self, "k1"));
  g_assert_false (shows (self, "o1"));
  g_assert_true (okr_plan_undo (self->plan, NULL));
  g_assert_true (shows (self, "k1"));

  /* The team's name is found in its objectives. */
  waymark_session_set_search (self->session, "digital");
  g_assert_true (shows (self, "o2"));
  test_set (self->plan, "t2", "name", "Online");
  g_assert_false (shows (self, "o2"));
}

static void
test_search_of_another_plan (Fixture *self, gconstpointer data)
{
  OkrPlan *other = test_small_plan ();

  waymark_session_set_search (self->session, "revenue");
  g_assert_true (shows (self, "k1"));
  waymark_session_set_plan (self->session, other);
  g_assert_true (waymark_session_shows (self->session, test_find (other, "k1")));

  /* What was asked for keeps no plan alive. */
  test_finalize (self->plan);
  waymark_session_set_plan (self->session, NULL);
  self->plan = other;
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add ("/session/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/session/search/follows-edits", Fixture, NULL, set_up, test_search_follows_edits,
              tear_down);
  g_test_add ("/session/search/of-another-plan", Fixture, NULL, set_up,
              test_search_of_another_plan, tear_down);

  return g_test_run ();
}
