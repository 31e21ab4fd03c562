/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of the merge, row by row, from both ends; what it refuses; answers to conflicts. */
#include <string.h>

#include "okr-json-number.h"
#include "okr-merge.h"
#include "okr-resolve.h"
#include "test-plans.h"
#include "test-words.h"

/* Edits and expectations are written as test-words.h says. */
typedef struct
{
  const char *name;
  const char *ours;   /* edits, one a line */
  const char *theirs; /* edits, one a line */
  const char *both;   /* what is so from both ends, one a line */
  const char *here;   /* what is so when ours is ours */
  const char *there;  /* what is so when theirs is ours */
  const char *notice; /* the type and the id of each notice, with commas between */
} Case;

static const Case cases[] = {
  { "field changed on one side", "set k1 target 20", "set k1 weight 2",
    "is k1 target 20\nis k1 weight 2" },
  { "field changed equally", "set k1 target 20", "set k1 target 20", "is k1 target 20" },
  { "field changed differently", "set k1 target 20", "set k1 target 30", "conflict k1 target",
    "is k1 target 20", "is k1 target 30" },
  { "field cleared and changed", "set o1 owner", "set o1 owner Cy", "conflict o1 owner",
    "is o1 owner", "is o1 owner Cy" },
  { "field of a group", "set plan settings.graceDays 3", "set plan settings.checkInDays 14",
    "is plan settings.graceDays 3\nis plan settings.checkInDays 14" },
  { "plan's own field", "set plan mission Ours", "set plan mission Theirs", "conflict plan mission",
    "is plan mission Ours", "is plan mission Theirs" },

  { "unknown members by name", "unknown o1 a 1", "unknown o1 b 2", "has o1 a 1\nhas o1 b 2" },
  { "unknown member changed differently", "unknown o1 a 1", "unknown o1 a 2", "conflict o1 a",
    "has o1 a 1", "has o1 a 2" },
  { "unknown object by member", "unknown o1 base {\"x\":1,\"y\":1,\"z\":3}",
    "unknown o1 base {\"x\":1,\"y\":2,\"w\":4}", "has o1 base {\"x\":1,\"y\":2,\"z\":3,\"w\":4}" },
  { "unknown list by id", "unknown o1 list [{\"id\":\"a\",\"n\":2},{\"id\":\"b\"}]",
    "unknown o1 list [{\"id\":\"a\",\"n\":1},{\"id\":\"b\"},{\"id\":\"c\"}]",
    "has o1 list [{\"id\":\"a\",\"n\":2},{\"id\":\"b\"},{\"id\":\"c\"}]" },
  { "unknown list of values is one value", "unknown o1 values [1,2,3]", "unknown o1 values [1,4]",
    "conflict o1 values", "has o1 values [1,2,3]", "has o1 values [1,4]" },

  { "set: both add", "set o2 tags speed,a", "set o2 tags speed,b", "is o2 tags speed,a,b" },
  { "set: one adds, one removes", "set o2 tags a,speed", "set o2 tags", "is o2 tags a" },
  { "set: people", "set v1 attendees Ada,Bo", "set v1 attendees Ada,Cy",
    "is v1 attendees Ada,Bo,Cy" },
  { "decisions are one value", "set v1 decisions One", "set v1 decisions Two",
    "conflict v1 decisions", "is v1 decisions One", "is v1 decisions Two" },
  { "contributions: further ones", "set o2 contributesTo k1,k2", "set o2 contributesTo k1,o1",
    "is o2 contributesTo k1,k2,o1" },
  { "contributions: one changes the main one", "set o2 contributesTo k2,k1",
    "set o2 contributesTo k1,o1", "is o2 contributesTo k2,k1,o1" },
  { "contributions: both change the main one", "set o2 contributesTo k2", "set o2 contributesTo o1",
    "conflict o2 contributesTo", "is o2 contributesTo k2,o1", "is o2 contributesTo o1,k2" },

  { "log: both check in", "add check-in k1 1 na\nset na date 2027-02-09\nset na value 1",
    "add check-in k1 1 nb\nset nb date 2027-02-08\nset nb value 2", "list k1 checkIns n1 nb na" },
  { "log: same day, by time of entry",
    "add check-in k1 1 na\nset na date 2027-02-09\nset na created 2027-02-09T11:00:00Z",
    "add check-in k1 1 nb\nset nb date 2027-02-09\nset nb created 2027-02-09T10:00:00Z",
    "list k1 checkIns n1 nb na" },
  { "log: same moment, by id", "add check-in k1 1 nb\nset nb date 2027-02-09",
    "add check-in k1 1 na\nset na date 2027-02-09", "list k1 checkIns n1 na nb" },
  { "log: a correction is an edit", "set n1 value 6", "set n1 note Fine",
    "is n1 value 6\nis n1 note Fine" },
  { "log: a removal retracts", "delete n1", "set o3 title Elsewhere", "is n1 retracted true",
    .notice = "1 n1" },
  { "log: a removal loses to a correction", "delete n1", "set n1 note Fine",
    "is n1 note Fine\nis n1 retracted false", .notice = "0 n1" },
  { "log: readings stay", "delete r1",
    "add reading h1 1 ra\nset ra value 3\nset ra date 2027-02-09", "list h1 readings r1 ra",
    .notice = "2 r1" },

  { "order: changed on one side", "move o3 plan 0", "set o1 title Elsewhere",
    "list plan objectives o3 o1 o2" },
  { "order: new ones behind what they followed", "move o3 plan 0", "add objective plan 1 oa",
    "list plan objectives o3 o1 oa o2" },
  { "order: new ones at the same place", "add objective plan 1 oa", "add objective plan 1 ob",
    "list plan objectives o1 oa ob o2 o3" },
  { "order: what they followed is gone", "delete o2", "add objective plan 2 oa",
    "list plan objectives o1 oa o3" },
  { "order: both put them into another one", "move o3 plan 0", "move o1 plan 2",
    "list plan objectives o2 o3 o1" },

  { "deleted, untouched there", "delete o3", "set o1 title Elsewhere", "gone o3\ngone k4" },
  { "deleted on both sides", "delete o3", "delete o3", "gone o3" },
  { "deleted, edited there", "delete o3", "set o3 title Still here",
    "is o3 title Still here\nlist o3 keyResults k4", .notice = "0 o3" },
  { "deleted, edited below", "delete o2", "set m2 title Changed",
    "is m2 title Changed\nlist o2 keyResults k3\nlist k3 milestones m1 m2", .notice = "0 o2" },
  { "deleted, given a child there", "delete o3", "add key-result o3 1 ka",
    "list o3 keyResults k4 ka", .notice = "0 o3" },
  { "deleted, something moved into it", "delete o3", "move k2 o3 0", "list o3 keyResults k2 k4",
    .notice = "0 o3" },
  { "deleted, what was edited had left", "delete o3", "move k4 o1 0\nset k4 title Saved",
    "gone o3\nlist o1 keyResults k4 k1 k2", .notice = "0 k4" },

  { "moved on one side, edited on the other", "move k2 o2 0", "set k2 title Changed",
    "list o1 keyResults k1\nlist o2 keyResults k2 k3\nis k2 title Changed" },
  { "moved to two places", "move k2 o2 0", "move k2 o3 0", "conflict k2 parent",
    "list o2 keyResults k2 k3\nlist o3 keyResults k4", "list o3 keyResults k2 k4" },
  { "moved, deleted there", "move k2 o2 0", "delete k2", "list o2 keyResults k2 k3",
    .notice = "0 k2" },
  { "loop of teams", "set t2 parent t4", "set t4 parent t3",
    "is t2 parent t4\nis t3 parent t2\nis t4 parent t1", .notice = "3 t4" },
  { "loop of teams, of which one is disputed", "set t2 parent\nset t1 parent t2",
    "set t3 parent t1\nset t2 parent t3", "is t1 parent t2\nis t3 parent\nconflict t2 parent",
    "is t2 parent", "is t2 parent t3", .notice = "3 t3" },
  { "one of two disputed parents is undone", "set t2 parent\nset t1 parent t2", "set t2 parent t4",
    "is t1 parent t2\nis t2 parent\nis t4 parent t1", .notice = "3 t2" },
  { "loop of alignments", "set o3 contributesTo o2", "set o2 contributesTo k4",
    "is o2 contributesTo k4\nis o3 contributesTo o1", .notice = "3 o3" },
  { "loop by moving a key result", "set o3 contributesTo k2", "move k2 o3 0",
    "is o3 contributesTo o1\nlist o3 keyResults k2 k4", .notice = "3 o3" },
  { "further links stay when one is undone", "set o3 contributesTo o2,k1",
    "set o2 contributesTo k4", "is o2 contributesTo k4\nis o3 contributesTo k1", .notice = "3 o3" },
  { "one of two main links is undone", "set o3 contributesTo o2\nmove k2 o3 0",
    "set o3 contributesTo k2,k3", "is o3 contributesTo o2,k3\nlist o3 keyResults k2 k4",
    .notice = "3 o3" },
  { "both main links are undone", "set o3 contributesTo o2\nmove k2 o3 0",
    "set o3 contributesTo k2,k1\nset o2 contributesTo k4",
    "is o3 contributesTo k1\nis o2 contributesTo k4", .notice = "3 o3" },
  { "an old loop stays where its key result is disputed", "add objective plan 3 oa\nmove k4 oa 0",
    "set o3 contributesTo\nset o1 contributesTo k4\nmove k4 o1 0",
    "is o1 contributesTo k4\nconflict k4 parent", "list oa keyResults k4",
    "list o1 keyResults k4 k1 k2" },
  { "loop by a link that is stated twice", "set o3 contributesTo o2,o2", "set o2 contributesTo k4",
    "is o2 contributesTo k4\nis o3 contributesTo o1", .notice = "3 o3" },
};

static void
check_notices (const OkrMergeResult *result, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < result->notices->len; i++)
    {
      const OkrMergeNotice *notice = result->notices->pdata[i];

      g_string_append_printf (found, "%s%d %s", i > 0 ? "," : "", (int) notice->type, notice->id);
      g_assert_cmpstr (notice->message, !=, "");
    }
  g_assert_cmpstr (found->str, ==, expected != NULL ? expected : "");
}

static OkrMergeResult *
merge (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs)
{
  g_autoptr (GError) error = NULL;
  OkrMergeResult *result = okr_merge (base, ours, theirs, &error);

  g_assert_no_error (error);

  return result;
}

static void
check_same (OkrPlan *a, OkrPlan *b)
{
  g_autofree char *left = test_plan_to_text (a);
  g_autofree char *right = test_plan_to_text (b);

  test_assert_same_text (left, right);
}

/* Who merges what is merged already gets nothing new; two machines agree after another round. */
static void
check_again (OkrPlan *base, OkrPlan *here, OkrPlan *there, OkrPlan *theirs)
{
  g_autoptr (OkrMergeResult) once_more = merge (base, here, theirs);
  g_autoptr (OkrMergeResult) here_again = merge (base, here, there);
  g_autoptr (OkrMergeResult) there_again = merge (base, there, here);

  check_same (once_more->plan, here);
  check_same (here_again->plan, there_again->plan);
}

static void
test_rule (gconstpointer data)
{
  const Case *rule = data;
  g_autoptr (OkrPlan) base = test_edited_plan (NULL);
  g_autoptr (OkrPlan) ours = test_edited_plan (rule->ours);
  g_autoptr (OkrPlan) theirs = test_edited_plan (rule->theirs);
  g_autoptr (OkrMergeResult) here = merge (base, ours, theirs);
  g_autoptr (OkrMergeResult) there = merge (base, theirs, ours);
  const gboolean asks = strstr (rule->both, "conflict") != NULL;

  test_expect_words (here->plan, rule->both);
  test_expect_words (here->plan, rule->here);
  test_expect_words (there->plan, rule->both);
  test_expect_words (there->plan, rule->there);
  check_notices (here, rule->notice);
  check_notices (there, rule->notice);
  check_again (base, here->plan, there->plan, theirs);
  g_assert_cmpint (g_list_model_get_n_items (okr_plan_get_conflicts (here->plan)) > 0, ==, asks);
  test_finalize (ours);
}

static void
check_refused (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (okr_merge (base, ours, theirs, &error));
  g_assert_error (error, OKR_MODEL_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_refused (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (OkrPlan) other = test_replaced_plan ("\"p1\"", "\"p2\"");
  g_autoptr (OkrPlan) newer = test_replaced_plan ("\"minReader\": 1", "\"minReader\": 2");
  g_autoptr (OkrPlan) odd = test_replaced_plan ("\"r1\"", "\"i2\"");
  g_autoptr (OkrPlan) odder = test_replaced_plan ("\"m2\"", "\"i2\"");

  check_refused (NULL, plan, other, OKR_MODEL_ERROR_OTHER_PLAN);
  check_refused (plan, other, plan, OKR_MODEL_ERROR_OTHER_PLAN);
  check_refused (other, plan, plan, OKR_MODEL_ERROR_OTHER_PLAN);
  check_refused (NULL, plan, newer, OKR_MODEL_ERROR_TOO_NEW);
  check_refused (NULL, newer, plan, OKR_MODEL_ERROR_TOO_NEW);
  check_refused (newer, plan, plan, OKR_MODEL_ERROR_TOO_NEW);
  check_refused (plan, odd, odder, OKR_MODEL_ERROR_ID);
}

/* Without a base, what either has is there, and what differs is asked. */
static void
test_no_base (void)
{
  g_autoptr (OkrPlan) ours = test_edited_plan ("set k1 target 20\ndelete k2\nset o2 tags a");
  g_autoptr (OkrPlan) theirs = test_edited_plan ("set k1 target 30\ndelete o3\nset o2 tags b");
  g_autoptr (OkrMergeResult) result = merge (NULL, ours, theirs);

  test_expect_words (result->plan, "is k1 target 20\nconflict k1 target\nlist o1 keyResults k1 k2\n"
                                   "list plan objectives o1 o2 o3\nis o2 tags a,b");
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (result->plan)), ==, 1);
}

/* A third copy with a third value: all values stay listed. */
static void
test_third_copy (void)
{
  g_autoptr (OkrPlan) base = test_edited_plan (NULL);
  g_autoptr (OkrPlan) first = test_edited_plan ("set k1 target 20");
  g_autoptr (OkrPlan) second = test_edited_plan ("set k1 target 30");
  g_autoptr (OkrPlan) third = test_edited_plan ("set k1 target 40");
  g_autoptr (OkrMergeResult) two = merge (base, first, second);
  g_autoptr (OkrMergeResult) three = merge (base, two->plan, third);
  g_autoptr (OkrConflict) conflict =
      g_list_model_get_item (okr_plan_get_conflicts (three->plan), 0);
  g_autofree char *others = okr_json_node_to_text (okr_conflict_get_others (conflict));

  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (three->plan)), ==, 1);
  g_assert_cmpint (json_node_get_int (okr_conflict_get_base (conflict)), ==, 10);
  g_assert_cmpint (json_node_get_int (okr_conflict_get_ours (conflict)), ==, 20);
  g_assert_cmpint (json_node_get_int (okr_conflict_get_theirs (conflict)), ==, 30);
  g_assert_cmpstr (others, ==, "[40]");
}

/* What one machine answered is answered for the other one, too. */
static void
test_answer_travels (void)
{
  g_autoptr (OkrPlan) base = test_edited_plan (NULL);
  g_autoptr (OkrPlan) ours = test_edited_plan ("set k1 target 20");
  g_autoptr (OkrPlan) theirs = test_edited_plan ("set k1 target 30");
  g_autoptr (OkrMergeResult) open = merge (base, ours, theirs);
  g_autoptr (OkrPlan) answered = OKR_PLAN (okr_item_new (OKR_TYPE_PLAN, "p1"));
  g_autoptr (OkrConflict) conflict = NULL;
  g_autoptr (OkrMergeResult) result = NULL;
  g_autoptr (GError) error = NULL;

  okr_plan_become (answered, open->plan, NULL, &error);
  g_assert_no_error (error);
  conflict = g_list_model_get_item (okr_plan_get_conflicts (answered), 0);
  okr_conflict_resolve (answered, conflict, OKR_RESOLUTION_THEIRS, &error);
  g_assert_no_error (error);
  test_edit_words (open->plan, "set o1 title Elsewhere");

  result = merge (open->plan, open->plan, answered);
  test_expect_words (result->plan, "is k1 target 30");
  g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (result->plan)), ==, 0);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/merge/rule/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_rule);
    }
  g_test_add_func ("/merge/refused", test_refused);
  g_test_add_func ("/merge/no-base", test_no_base);
  g_test_add_func ("/merge/third-copy", test_third_copy);
  g_test_add_func ("/merge/answer-travels", test_answer_travels);

  return g_test_run ();
}
