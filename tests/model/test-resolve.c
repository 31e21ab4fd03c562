/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to conflicts, the state that two copies come from, and a plan that becomes another. */
#include <string.h>

#include "okr-check.h"
#include "okr-merge.h"
#include "okr-resolve.h"
#include "test-plans.h"
#include "test-words.h"

static OkrMergeResult *
merge (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs)
{
  g_autoptr (GError) error = NULL;
  OkrMergeResult *result = okr_merge (base, ours, theirs, &error);

  g_assert_no_error (error);

  return result;
}

static const struct
{
  const char *ours;
  const char *theirs;
  OkrResolution resolution;
  const char *expected;
} answers[] = {
  { "set k1 target 20", "set k1 target 30", OKR_RESOLUTION_OURS, "is k1 target 20" },
  { "set k1 target 20", "set k1 target 30", OKR_RESOLUTION_THEIRS, "is k1 target 30" },
  { "set k1 target 20", "set k1 target", OKR_RESOLUTION_THEIRS, "is k1 target" },
  { "set o1 title A", "set o1 title B", OKR_RESOLUTION_BOTH, "is o1 title A / B" },
  { "set n1 note A", "set n1 note B", OKR_RESOLUTION_BOTH, "is n1 note A\n\nB" },
  { "set v1 decisions A", "set v1 decisions B", OKR_RESOLUTION_BOTH, "is v1 decisions A,B" },
  { "set m1 done 2027-02-02", "set m1 done 2027-02-03", OKR_RESOLUTION_THEIRS,
    "is m1 done 2027-02-03" },
  { "set i1 state active", "set i1 state done", OKR_RESOLUTION_THEIRS, "is i1 state done" },
  { "set o2 team t1", "set o2 team t3", OKR_RESOLUTION_THEIRS, "is o2 team t3" },
  { "set o2 contributesTo k2", "set o2 contributesTo o1", OKR_RESOLUTION_THEIRS,
    "is o2 contributesTo o1,k2" },
  { "move k2 o2 0", "move k2 o3 0", OKR_RESOLUTION_THEIRS, "list o3 keyResults k4 k2" },
  { "unknown o1 a 1", "unknown o1 a [2]", OKR_RESOLUTION_THEIRS, "has o1 a [2]" },
};

static void
test_answers (void)
{
  g_autoptr (OkrPlan) base = test_edited_plan (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (OkrPlan) ours = test_edited_plan (answers[i].ours);
      g_autoptr (OkrPlan) theirs = test_edited_plan (answers[i].theirs);
      g_autoptr (OkrMergeResult) result = merge (base, ours, theirs);
      g_autofree char *open = test_plan_to_text (result->plan);
      g_autofree char *again = NULL;
      g_autoptr (OkrConflict) conflict =
          g_list_model_get_item (okr_plan_get_conflicts (result->plan), 0);
      g_autofree char *text = okr_conflict_to_text (result->plan, conflict);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", text);
      okr_conflict_resolve (result->plan, conflict, answers[i].resolution, &error);
      g_assert_no_error (error);
      if (strchr (answers[i].expected, '\n') == NULL)
        test_expect_words (result->plan, answers[i].expected);
      else
        test_assert_field (result->plan, "n1", "note", "A\n\nB");
      g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (result->plan)), ==, 0);
      test_assert_labels (result->plan, "Resolve Conflict", NULL);
      okr_plan_undo (result->plan, NULL);
      again = test_plan_to_text (result->plan);
      test_assert_same_text (again, open);
    }
}

static const struct
{
  const char *edits[3];
  const char *expected;
} joins[] = {
  { { "set o1 title A", "set o1 title B", "set o1 title C" }, "is o1 title A / B / C" },
  { { "set v1 decisions A", "set v1 decisions B", "set v1 decisions C" }, "is v1 decisions A,B,C" },
};

/* With a third copy, "both" drops nothing of what anybody wrote. */
static void
test_answer_of_three (void)
{
  g_autoptr (OkrPlan) base = test_edited_plan (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (joins); i++)
    {
      g_autoptr (OkrPlan) first = test_edited_plan (joins[i].edits[0]);
      g_autoptr (OkrPlan) second = test_edited_plan (joins[i].edits[1]);
      g_autoptr (OkrPlan) third = test_edited_plan (joins[i].edits[2]);
      g_autoptr (OkrMergeResult) two = merge (base, first, second);
      g_autoptr (OkrMergeResult) three = merge (base, two->plan, third);
      g_autoptr (OkrConflict) conflict =
          g_list_model_get_item (okr_plan_get_conflicts (three->plan), 0);
      g_autoptr (GError) error = NULL;

      okr_conflict_resolve (three->plan, conflict, OKR_RESOLUTION_BOTH, &error);
      g_assert_no_error (error);
      test_expect_words (three->plan, joins[i].expected);
    }
}

static void
test_refused_answer (void)
{
  g_autoptr (OkrPlan) base = test_edited_plan (NULL);
  g_autoptr (OkrPlan) ours = test_edited_plan ("set k1 target 20");
  g_autoptr (OkrPlan) theirs = test_edited_plan ("set k1 target 30");
  g_autoptr (OkrMergeResult) result = merge (base, ours, theirs);
  g_autoptr (OkrConflict) conflict =
      g_list_model_get_item (okr_plan_get_conflicts (result->plan), 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (okr_conflict_can_keep_both (result->plan, conflict));
  g_assert_false (okr_conflict_resolve (result->plan, conflict, OKR_RESOLUTION_BOTH, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE);
  test_expect_words (result->plan, "is k1 target 20\nconflict k1 target");
}

static void
test_check (void)
{
  g_autoptr (OkrPlan) base = test_edited_plan (NULL);
  g_autoptr (OkrPlan) ours = test_edited_plan ("set k1 target 20");
  g_autoptr (OkrPlan) theirs = test_edited_plan ("set k1 target 30");
  g_autoptr (OkrMergeResult) result = merge (base, ours, theirs);
  g_autoptr (GPtrArray) findings = okr_plan_check (result->plan);
  guint n_open = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const OkrFinding *finding = findings->pdata[i];

      if (!g_str_equal (finding->code, "openConflict"))
        continue;
      n_open++;
      g_assert_cmpstr (okr_item_get_id (finding->item), ==, "k1");
      g_assert_cmpstr (finding->field, ==, "target");
      g_assert_cmpstr (finding->message, ==,
                       "Target is 20 here and 30 in another copy. Somebody has to decide.");
    }
  g_assert_cmpuint (n_open, ==, 1);
}

static OkrPlan *
make_target (void)
{
  return test_edited_plan (
      "move k1 o3 0\ndelete o2\nset plan title Other\nmove o3 plan 0\nadd objective plan 0 oa\n"
      "add key-result oa 0 ka\nmove k2 oa 0\nunknown k4 a 1\ndelete t2");
}

/* Restoring what a plan was, as one step to undo. */
static void
test_become (void)
{
  g_autoptr (OkrPlan) plan = test_edited_plan (NULL);
  g_autoptr (OkrPlan) target = make_target ();
  g_autoptr (OkrPlan) other = test_replaced_plan ("\"p1\"", "\"p2\"");
  g_autofree char *before = test_plan_to_text (plan);
  g_autofree char *wanted = test_plan_to_text (target);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  OkrItem *k1 = test_find (plan, "k1");
  const guint depth = okr_history_get_depth (okr_plan_get_history (plan));
  g_autoptr (GError) error = NULL;

  okr_plan_become (plan, target, "Restore", &error);
  g_assert_no_error (error);
  after = test_plan_to_text (plan);
  test_assert_same_text (after, wanted);
  g_assert_true (test_find (plan, "k1") == k1);
  g_assert_cmpuint (okr_history_get_depth (okr_plan_get_history (plan)), ==, depth + 1);
  g_assert_true (okr_plan_undo (plan, NULL));
  undone = test_plan_to_text (plan);
  test_assert_same_text (undone, before);

  g_assert_false (okr_plan_become (plan, other, NULL, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_OTHER_PLAN);
}

static void
assert_says (OkrPlan *plan, const char *wanted)
{
  g_autofree char *text = test_plan_to_text (plan);

  test_assert_same_text (text, wanted);
}

/* The same, found out with a copy that may go before it is done. */
static void
test_changes (void)
{
  g_autoptr (OkrPlan) plan = test_edited_plan (NULL);
  g_autoptr (OkrPlan) copy = okr_plan_copy (plan);
  g_autoptr (OkrPlan) target = make_target ();
  g_autoptr (OkrPlan) other = test_replaced_plan ("\"p1\"", "\"p2\"");
  g_autofree char *before = test_plan_to_text (plan);
  g_autofree char *wanted = test_plan_to_text (target);
  const guint depth = okr_history_get_depth (okr_plan_get_history (plan));
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  changes = okr_plan_find_changes (copy, target, &error);
  g_assert_no_error (error);
  assert_says (copy, before);
  g_assert_cmpuint (okr_history_get_depth (okr_plan_get_history (copy)), ==, 0);
  g_clear_object (&copy);
  g_clear_object (&target);
  assert_says (plan, before);

  g_assert_true (okr_plan_apply_all (plan, changes, "Restore", &error));
  assert_says (plan, wanted);
  g_assert_cmpuint (okr_history_get_depth (okr_plan_get_history (plan)), ==, depth + 1);
  g_assert_true (okr_plan_undo (plan, NULL));
  assert_says (plan, before);
  g_assert_true (okr_plan_redo (plan, NULL));
  assert_says (plan, wanted);

  g_assert_null (okr_plan_find_changes (plan, other, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_OTHER_PLAN);
}

/* What comes with all that it holds is one change, and nothing of it comes when one of them fails.
 */
static void
test_whole (void)
{
  g_autoptr (OkrPlan) plan = test_edited_plan (NULL);
  g_autoptr (OkrPlan) copy = okr_plan_copy (plan);
  g_autoptr (OkrPlan) target =
      test_edited_plan ("add objective plan 0 oa\nadd key-result oa 0 ka\nadd key-result oa 1 kb");
  g_autoptr (GPtrArray) changes = okr_plan_find_changes (copy, target, NULL);
  g_autofree char *before = test_plan_to_text (plan);
  g_autofree char *wanted = test_plan_to_text (target);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (changes->len, ==, 1);
  g_ptr_array_add (changes, okr_change_ref (changes->pdata[0]));
  g_assert_false (okr_plan_apply_all (plan, changes, NULL, &error));
  g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_ID);
  assert_says (plan, before);

  g_ptr_array_set_size (changes, 1);
  g_assert_true (okr_plan_apply_all (plan, changes, NULL, NULL));
  assert_says (plan, wanted);
}

static void
test_copy (void)
{
  g_autoptr (OkrPlan) plan = test_edited_plan (NULL);
  g_autoptr (OkrPlan) copy = NULL;
  g_autofree char *text = test_plan_to_text (plan);

  okr_plan_set_today (plan, okr_plan_get_today (plan) + 40);
  okr_plan_set_read_only_reason (plan, "It is only shown.");
  copy = okr_plan_copy (plan);

  assert_says (copy, text);
  g_assert_true (test_find (copy, "k1") != test_find (plan, "k1"));
  g_assert_cmpuint (okr_plan_get_n_indexed (copy), ==, okr_plan_get_n_indexed (plan));
  g_assert_cmpint (okr_plan_get_today (copy), ==, okr_plan_get_today (plan));
  g_assert_cmpstr (okr_plan_get_read_only_reason (copy), ==, "It is only shown.");
  g_assert_cmpint (
      okr_key_result_get_figures (OKR_KEY_RESULT (test_find (copy, "k1")))->days_since_check_in, ==,
      okr_key_result_get_figures (OKR_KEY_RESULT (test_find (plan, "k1")))->days_since_check_in);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/resolve/answers", test_answers);
  g_test_add_func ("/resolve/refused", test_refused_answer);
  g_test_add_func ("/resolve/three", test_answer_of_three);
  g_test_add_func ("/resolve/check", test_check);
  g_test_add_func ("/become", test_become);
  g_test_add_func ("/become/changes", test_changes);
  g_test_add_func ("/become/whole", test_whole);
  g_test_add_func ("/become/copy", test_copy);

  return g_test_run ();
}
