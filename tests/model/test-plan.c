/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of a plan: steps, groups and typing; and its teams. */
#include "okr-team-tree.h"
#include "test-counter.h"
#include "test-plans.h"

static void
test_one_field (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrItem *item = test_find (plan, "o1");
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "New");
  g_assert_true (okr_plan_set (plan, item, okr_item_find_field (item, "title"), &value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (okr_item_get_title (item), ==, "New");
  g_assert_cmpuint (okr_history_get_depth (okr_plan_get_history (plan)), ==, 1);

  /* The same again is no edit. */
  g_assert_true (okr_plan_set (plan, item, okr_item_find_field (item, "title"), &value, &error));
  g_assert_cmpuint (okr_history_get_depth (okr_plan_get_history (plan)), ==, 1);

  g_assert_true (okr_plan_undo (plan, NULL));
  g_assert_cmpstr (okr_item_get_title (item), ==, "Grow");
  g_assert_false (okr_plan_undo (plan, NULL));
  test_finalize (plan);
}

static void
test_groups (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (TestCounter) counter = test_counter_new (plan);
  OkrHistory *history = okr_plan_get_history (plan);

  okr_plan_begin (plan, "Outer");
  test_set (plan, "o1", "title", "A");
  okr_plan_begin (plan, "Inner");
  test_set (plan, "o2", "title", "B");
  okr_plan_end (plan);
  g_assert_cmpuint (test_counter_get_edited (counter, NULL), ==, 0);
  g_assert_cmpuint (okr_history_get_depth (history), ==, 0);
  test_set (plan, "o1", "owner", "C");
  okr_plan_end (plan);
  g_assert_cmpuint (test_counter_get_edited (counter, NULL), ==, 1);
  g_assert_cmpuint (okr_history_get_depth (history), ==, 1);
  test_assert_labels (plan, "Outer", NULL);

  g_assert_true (okr_plan_undo (plan, NULL));
  test_assert_field (plan, "o1", "title", "Grow");
  test_assert_field (plan, "o2", "title", "Ship");
  test_assert_field (plan, "o1", "owner", "Ada Byron");

  /* A group in which nothing happens is no step. */
  okr_plan_begin (plan, "Nothing");
  okr_plan_end (plan);
  test_assert_labels (plan, NULL, "Outer");
}

static void
test_cancel (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autofree char *before = test_plan_to_text (plan);
  g_autofree char *figures_before = test_describe_figures (plan);
  g_autofree char *after = NULL;
  g_autofree char *figures_after = NULL;

  okr_plan_begin (plan, "Given up");
  test_set (plan, "k1", "target", "3");
  g_assert_true (okr_edit_delete (plan, test_find (plan, "o2"), NULL));
  okr_plan_begin (plan, "Nested");
  g_assert_nonnull (okr_edit_duplicate (plan, test_find (plan, "o1"), NULL));
  okr_plan_end (plan);
  g_assert_true (okr_edit_move (plan, test_find (plan, "k2"), test_find (plan, "o3"), 0, NULL));
  okr_plan_cancel (plan);

  after = test_plan_to_text (plan);
  figures_after = test_describe_figures (plan);
  test_assert_same_text (after, before);
  test_assert_same_text (figures_after, figures_before);
  test_assert_labels (plan, NULL, NULL);
  g_assert_false (okr_history_is_modified (okr_plan_get_history (plan)));
}

/* An edit that fails leaves what it is part of as it was. */
static void
test_cancel_nested (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = test_plan_to_text (plan);
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  okr_plan_begin (plan, NULL);
  test_set (plan, "k1", "target", "3");
  between = test_plan_to_text (plan);
  okr_plan_begin (plan, "Given up");
  g_assert_true (okr_edit_delete (plan, test_find (plan, "o2"), NULL));
  okr_plan_begin (plan, "Inside");
  g_assert_nonnull (okr_edit_duplicate (plan, test_find (plan, "o1"), NULL));
  okr_plan_end (plan);
  okr_plan_cancel (plan);
  g_assert_false (okr_edit_set_from_text (plan, test_find (plan, "k1"), "due", "never", &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE);
  after = test_plan_to_text (plan);
  test_assert_same_text (after, between);
  okr_plan_end (plan);

  g_assert_cmpuint (okr_history_get_depth (okr_plan_get_history (plan)), ==, 1);
  g_assert_cmpstr (okr_history_get_undo_label (okr_plan_get_history (plan)), !=, "Given up");
  g_assert_true (okr_plan_undo (plan, NULL));
  undone = test_plan_to_text (plan);
  test_assert_same_text (undone, before);

  /* A name that came with what was given up goes with it. */
  okr_plan_begin (plan, NULL);
  okr_plan_begin (plan, "Given up");
  okr_plan_cancel (plan);
  test_set (plan, "k1", "target", "4");
  okr_plan_end (plan);
  g_assert_cmpstr (okr_history_get_undo_label (okr_plan_get_history (plan)), !=, "Given up");
}

static void
test_typing (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrHistory *history = okr_plan_get_history (plan);

  test_set (plan, "o1", "title", "N");
  test_set (plan, "o1", "title", "Ne");
  test_set (plan, "o1", "title", "New");
  g_assert_cmpuint (okr_history_get_depth (history), ==, 1);
  test_set (plan, "o1", "owner", "B");
  test_set (plan, "o1", "owner", "Bo");
  g_assert_cmpuint (okr_history_get_depth (history), ==, 2);
  test_set (plan, "o2", "owner", "B");
  g_assert_cmpuint (okr_history_get_depth (history), ==, 3);
  okr_history_stop_coalescing (history);
  test_set (plan, "o2", "owner", "Be");
  g_assert_cmpuint (okr_history_get_depth (history), ==, 4);
  okr_history_mark_saved (history);
  test_set (plan, "o2", "owner", "Ben");
  g_assert_cmpuint (okr_history_get_depth (history), ==, 5);

  /* Choosing is not typing. */
  test_set (plan, "o2", "state", "paused");
  test_set (plan, "o2", "state", "done");
  g_assert_cmpuint (okr_history_get_depth (history), ==, 7);

  for (guint i = 0; i < 6; i++)
    g_assert_true (okr_plan_undo (plan, NULL));
  test_assert_field (plan, "o1", "title", "New");
  g_assert_true (okr_plan_undo (plan, NULL));
  test_assert_field (plan, "o1", "title", "Grow");

  /* What follows an undo is a step of its own. */
  g_assert_true (okr_plan_redo (plan, NULL));
  test_set (plan, "o1", "title", "Newer");
  g_assert_cmpuint (okr_history_get_depth (history), ==, 2);
  test_assert_labels (plan, "Edit Objective", NULL);
}

/* What is typed and taken out again leaves no step behind. */
static void
test_typed_back (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrHistory *history = okr_plan_get_history (plan);
  guint64 revision;

  test_set (plan, "o1", "title", "Grow!");
  g_assert_true (okr_history_is_modified (history));
  test_set (plan, "o1", "title", "Grow");
  test_assert_labels (plan, NULL, NULL);
  g_assert_false (okr_history_is_modified (history));

  /* Neither of a step before it, nor of the one that comes next. */
  test_set (plan, "o1", "title", "Other");
  okr_history_stop_coalescing (history);
  test_set (plan, "o1", "title", "Others");
  test_set (plan, "o1", "title", "Other");
  g_assert_cmpuint (okr_history_get_depth (history), ==, 1);
  test_set (plan, "o1", "title", "Othe");
  g_assert_cmpuint (okr_history_get_depth (history), ==, 2);
  okr_plan_undo (plan, NULL);
  test_assert_field (plan, "o1", "title", "Other");

  /* A file that got what was typed in between holds something else. */
  test_set (plan, "o1", "owner", "B");
  revision = okr_history_get_revision (history);
  test_set (plan, "o1", "owner", "Bo");
  okr_history_mark_revision_saved (history, revision);
  okr_plan_undo (plan, NULL);
  g_assert_true (okr_history_is_modified (history));
}

static void
test_saved (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrHistory *history = okr_plan_get_history (plan);
  guint64 revision;

  g_assert_false (okr_history_is_modified (history));
  test_set (plan, "o1", "state", "paused");
  g_assert_true (okr_history_is_modified (history));
  okr_history_mark_saved (history);
  g_assert_false (okr_history_is_modified (history));
  okr_plan_undo (plan, NULL);
  g_assert_true (okr_history_is_modified (history));
  okr_plan_redo (plan, NULL);
  g_assert_false (okr_history_is_modified (history));

  /* The saved state is out of reach once another edit took its place. */
  okr_plan_undo (plan, NULL);
  test_set (plan, "o1", "state", "done");
  g_assert_true (okr_history_is_modified (history));
  okr_plan_undo (plan, NULL);
  g_assert_true (okr_history_is_modified (history));

  /* Editing goes on while a save is under way. */
  revision = okr_history_get_revision (history);
  test_set (plan, "o1", "state", "dropped");
  okr_history_mark_revision_saved (history, revision);
  g_assert_true (okr_history_is_modified (history));
  okr_plan_undo (plan, NULL);
  g_assert_false (okr_history_is_modified (history));
}

static void
test_unlimited_depth (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrHistory *history = okr_plan_get_history (plan);

  for (guint i = 0; i < 5000; i++)
    test_set (plan, "o1", "state", i % 2 == 0 ? "paused" : "active");
  g_assert_cmpuint (okr_history_get_depth (history), ==, 5000);
  while (okr_plan_undo (plan, NULL))
    continue;
  g_assert_cmpuint (okr_history_get_depth (history), ==, 0);
  test_assert_field (plan, "o1", "state", "active");
  while (okr_plan_redo (plan, NULL))
    continue;
  g_assert_cmpuint (okr_history_get_depth (history), ==, 5000);
}

/* Teams that are part of each other, as a merge by hand can make them, are all listed once. */
static void
test_team_circle (void)
{
  static const char text[] =
      "{\"format\":\"okr\",\"formatVersion\":1,\"minReader\":1,\"id\":\"p-1\",\"title\":\"T\","
      "\"cycles\":[],\"teams\":["
      "{\"id\":\"t-a\",\"name\":\"A\",\"kind\":\"team\",\"parent\":\"t-b\"},"
      "{\"id\":\"t-b\",\"name\":\"B\",\"kind\":\"team\",\"parent\":\"t-a\"},"
      "{\"id\":\"t-c\",\"name\":\"C\",\"kind\":\"team\",\"parent\":\"t-b\"},"
      "{\"id\":\"t-d\",\"name\":\"D\",\"kind\":\"team\"}],\"objectives\":[]}";
  g_autoptr (OkrPlan) plan = test_plan_from_text (text);
  g_autoptr (GArray) nodes = okr_plan_list_team_tree (plan);
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      const OkrTeamNode *node = &g_array_index (nodes, OkrTeamNode, i);

      g_string_append_printf (seen, "%s%u ", okr_item_get_title (OKR_ITEM (node->team)),
                              node->depth);
    }
  g_assert_cmpstr (seen->str, ==, "D0 A0 B1 C2 ");
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_func ("/plan/one-field", test_one_field);
  g_test_add_func ("/plan/groups", test_groups);
  g_test_add_func ("/plan/cancel", test_cancel);
  g_test_add_func ("/plan/cancel-nested", test_cancel_nested);
  g_test_add_func ("/plan/typing", test_typing);
  g_test_add_func ("/plan/typed-back", test_typed_back);
  g_test_add_func ("/plan/saved", test_saved);
  g_test_add_func ("/plan/unlimited-depth", test_unlimited_depth);
  g_test_add_func ("/plan/team-circle", test_team_circle);

  return g_test_run ();
}
