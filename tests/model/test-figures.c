/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is computed of a plan, and who is told when it changes. */
#include <math.h>
#include <string.h>

#include "okr-item-text.h"
#include "okr-number.h"
#include "test-counter.h"
#include "test-plans.h"

/* "k1.weight=0; c1.state=closed" */
static void
edit (OkrPlan *plan, const char *edits)
{
  g_auto (GStrv) parts = g_strsplit (edits, "; ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *dot = strchr (parts[i], '.');
      char *equals = strchr (parts[i], '=');

      g_assert_true (dot != NULL && equals != NULL && dot < equals);
      *dot = '\0';
      *equals = '\0';
      test_set (plan, parts[i], dot + 1, equals + 1);
    }
}

/* Progress of "o1" or "k1", the share of "k1 share", progress of the scope "c1/t1"; "-" is all. */
static double
evaluate (OkrPlan *plan, const char *what)
{
  g_auto (GStrv) scope = g_strsplit (what, "/", 2);
  g_auto (GStrv) share = g_strsplit (what, " ", 2);
  OkrItem *item = okr_plan_find (plan, share[0]);

  if (scope[1] != NULL)
    return okr_plan_get_figures (plan, okr_plan_find_typed (plan, scope[0], OKR_TYPE_CYCLE),
                                 okr_plan_find_typed (plan, scope[1], OKR_TYPE_TEAM))
        ->progress;
  if (share[1] != NULL)
    return okr_key_result_get_figures (OKR_KEY_RESULT (item))->share;
  if (OKR_IS_OBJECTIVE (item))
    return okr_objective_get_figures (OKR_OBJECTIVE (item))->progress;

  return okr_key_result_get_figures (OKR_KEY_RESULT (item))->progress;
}

static void
test_roll_ups (void)
{
  static const struct
  {
    const char *edits;
    const char *what;
    double expected;
  } cases[] = {
    /* As it stands: k1 0.5 of weight 1, k2 without check-in 0 of weight 3; k3 one of two steps. */
    { "", "k1", 0.5 },
    { "", "k2", 0 },
    { "", "o1", 0.125 },
    { "", "k1 share", 0.25 },
    { "", "k2 share", 0.75 },
    { "", "o2", 0.5 },
    { "", "c1/-", 0.3125 },
    { "", "c1/t1", 0.3125 },
    { "", "c1/t2", 0.5 },
    { "", "c1/t3", NAN },
    { "", "c2/-", 0 },
    { "", "-/-", 0.625 / 3 },
    { "", "-/t2", 0.25 },
    /* Weights */
    { "k2.weight=0", "o1", 0.5 },
    { "k2.weight=0", "k1 share", 1 },
    { "k2.weight=0", "k2 share", 0 },
    { "k1.weight=0; k2.weight=0", "o1", NAN },
    { "o1.weight=0", "c1/-", 0.5 },
    { "o1.weight=3", "c1/-", 0.21875 },
    { "o1.weight=0; o2.weight=0", "c1/-", NAN },
    { "m1.weight=3", "o2", 0.75 },
    { "m1.weight=0", "o2", 0 },
    { "m1.weight=0; m2.weight=0", "o2", NAN },
    /* Undefined ones are left out. */
    { "k2.kind=baseline", "k2", NAN },
    { "k2.kind=baseline", "o1", 0.5 },
    { "k2.kind=baseline", "k2 share", 0 },
    { "k2.kind=baseline", "k1 share", 1 },
    { "k1.target=0", "k1", NAN },
    { "k1.target=0", "o1", 0 },
    { "k1.kind=baseline; k2.kind=baseline", "o1", NAN },
    { "k1.kind=baseline; k2.kind=baseline", "c1/-", 0.5 },
    /* Raw progress is kept, means are clamped. */
    { "n1.value=20", "k1", 2 },
    { "n1.value=20", "o1", 0.25 },
    { "n1.value=-10", "k1", -1 },
    { "n1.value=-10", "o1", 0 },
    /* Drafts and dropped objectives do not count, paused and done ones do. */
    { "o1.state=draft", "c1/-", 0.5 },
    { "o1.state=draft", "o1", 0.125 },
    { "o1.state=dropped", "c1/-", 0.5 },
    { "o1.state=paused", "c1/-", 0.3125 },
    { "o1.state=done", "c1/-", 0.3125 },
    { "o1.state=draft; o2.state=dropped", "c1/-", NAN },
    /* Teams with their sub-teams */
    { "t2.parent=", "c1/t1", 0.125 },
    { "o2.team=t3", "c1/t1", 0.3125 },
    { "o2.team=t3", "c1/t2", 0.5 },
    { "o2.team=t3", "c1/t3", 0.5 },
    { "o2.team=", "c1/t1", 0.125 },
    { "o2.team=", "c1/-", 0.3125 },
    { "o2.cycle=c2", "c1/-", 0.125 },
    { "o2.cycle=c2", "c2/-", 0.25 },
    { "o2.cycle=", "c1/-", 0.125 },
    { "o2.cycle=", "-/-", 0.625 / 3 },
    /* Alignment never changes a number. */
    { "o2.contributesTo=", "c1/-", 0.3125 },
    /* Check-ins that do not count */
    { "n1.retracted=true", "k1", 0 },
    { "n1.date=2027-02-16", "k1", 0 },
    { "n1.date=2027-02-15", "k1", 0.5 },
    { "n1.value=", "k1", 0 },
    { "m1.done=2027-02-16", "o2", 0 },
    { "m1.done=2027-02-15", "o2", 0.5 },
    { "i1.state=done", "o2", 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OkrPlan) plan = test_small_plan ();
      double actual;

      /* Asked before as well, so that an answer that is kept too long shows. */
      evaluate (plan, cases[i].what);
      if (*cases[i].edits != '\0')
        edit (plan, cases[i].edits);
      actual = evaluate (plan, cases[i].what);
      if (isnan (actual) != isnan (cases[i].expected) ||
          (!isnan (actual) && fabs (actual - cases[i].expected) > 1e-12))
        g_test_fail_printf ("after “%s” %s is %g, not %g", cases[i].edits, cases[i].what, actual,
                            cases[i].expected);
    }
}

static void
test_latest (void)
{
  static const struct
  {
    const char *check_ins;
    const char *latest;
    double value;
  } cases[] = {
    { "", NULL, NAN },
    { "a 2027-02-01 2027-02-01T09:00:00Z 1", "a", 1 },
    { "a 2027-02-01 2027-02-09T09:00:00Z 1, b 2027-02-02 2027-02-02T09:00:00Z 2", "b", 2 },
    { "b 2027-02-02 2027-02-02T09:00:00Z 2, a 2027-02-01 2027-02-09T09:00:00Z 1", "b", 2 },
    { "a 2027-02-01 2027-02-01T09:00:01Z 1, b 2027-02-01 2027-02-01T09:00:00Z 2", "a", 1 },
    { "a 2027-02-01 2027-02-01T09:00:00Z 1, b 2027-02-01 2027-02-01T09:00:00.5Z 2", "b", 2 },
    { "a 2027-02-01 2027-02-01T09:00:00.25Z 1, b 2027-02-01 2027-02-01T09:00:00.3Z 2", "b", 2 },
    { "b 2027-02-01 2027-02-01T09:00:00Z 2, a 2027-02-01 2027-02-01T09:00:00Z 1", "b", 2 },
    { "a 2027-02-01 - 1, b 2027-02-01 2027-02-01T09:00:00Z 2", "b", 2 },
    { "a 2027-02-15 2027-02-01T09:00:00Z 1, b 2027-02-16 2027-02-01T09:00:00Z 2", "a", 1 },
    { "a 2027-02-16 2027-02-01T09:00:00Z 1", NULL, NAN },
    /* One without a value counts as a check-in and leaves the value alone. */
    { "a 2027-02-01 2027-02-01T09:00:00Z 1, b 2027-02-02 2027-02-02T09:00:00Z -", "b", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OkrPlan) plan = test_small_plan ();
      g_auto (GStrv) rows = g_strsplit (cases[i].check_ins, ", ", -1);
      const OkrKeyResultFigures *figures;

      g_assert_true (okr_edit_delete (plan, test_find (plan, "n1"), NULL));
      for (guint k = 0; rows[k] != NULL; k++)
        {
          g_auto (GStrv) words = g_strsplit (rows[k], " ", 4);
          g_autoptr (OkrItem) item = okr_item_new (OKR_TYPE_CHECK_IN, words[0]);

          g_assert_true (okr_edit_insert (plan, test_find (plan, "k1"), k, item, NULL));
          test_set (plan, words[0], "date", words[1]);
          test_set (plan, words[0], "created", *words[2] == '-' ? "" : words[2]);
          test_set (plan, words[0], "value", *words[3] == '-' ? "" : words[3]);
        }

      figures = okr_key_result_get_figures (OKR_KEY_RESULT (test_find (plan, "k1")));
      g_assert_cmpstr (figures->latest != NULL ? okr_item_get_id (OKR_ITEM (figures->latest))
                                               : NULL,
                       ==, cases[i].latest);
      g_assert_true (okr_number_equal (figures->value, cases[i].value));
    }
}

static const OkrProjection *
get_projection (OkrPlan *plan, const char *id)
{
  return &okr_key_result_get_figures (OKR_KEY_RESULT (test_find (plan, id)))->projection;
}

/* Four weeks in, half of the way was done; a note two weeks later says nothing about the value. */
static void
test_projection (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  const OkrCheckInEntry note = { .value = NAN, .confidence = -1, .note = "Away" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpfloat_with_epsilon (get_projection (plan, "k1")->doing, 1.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (get_projection (plan, "k1")->lands, 0.5 / (28.0 / 90), 1e-12);
  okr_edit_check_in (plan, OKR_KEY_RESULT (test_find (plan, "k1")), &note, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (get_projection (plan, "k1")->doing, 1.25, 1e-12);
  g_assert_false (get_projection (plan, "k1")->ended);

  test_set (plan, "c1", "state", "closed");
  g_assert_true (get_projection (plan, "k1")->ended);
  test_set (plan, "c1", "state", "active");
  g_assert_false (get_projection (plan, "k1")->ended);
  okr_plan_set_today (plan, okr_day_from_ymd (2027, 4, 5));
  g_assert_true (get_projection (plan, "k1")->ended);
}

/* An objective without a cycle has no beginning, so it has neither a pace nor days of grace. */
static void
test_no_cycle (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  const OkrKeyResultFigures *figures =
      okr_key_result_get_figures (OKR_KEY_RESULT (test_find (plan, "k1")));

  edit (plan, "o1.cycle=; k1.due=2027-03-31");
  g_assert_cmpfloat_with_epsilon (figures->expected, 0, 1e-12);
  g_assert_cmpint (figures->status, ==, OKR_STATUS_ON_TRACK);
  edit (plan, "k1.due=2027-02-01");
  g_assert_cmpfloat_with_epsilon (figures->expected, 1, 1e-12);
  g_assert_cmpint (figures->status, ==, OKR_STATUS_BEHIND);
}

static void
test_outliving_the_plan (void)
{
  OkrPlan *plan = test_small_plan ();
  g_autoptr (OkrObjective) objective = g_object_ref (OKR_OBJECTIVE (test_find (plan, "o1")));

  g_assert_nonnull (okr_objective_get_figures (objective)->cycle);
  g_assert_nonnull (okr_objective_get_figures (objective)->team);
  g_assert_finalize_object (plan);
  g_assert_null (okr_objective_get_figures (objective)->cycle);
  g_assert_null (okr_objective_get_figures (objective)->team);
  g_assert_null (okr_item_get_parent (OKR_ITEM (objective)));
}

static char *
describe_attention (OkrItem *item)
{
  const OkrAttention attention =
      OKR_IS_OBJECTIVE (item) ? okr_objective_get_figures (OKR_OBJECTIVE (item))->attention
                              : okr_key_result_get_figures (OKR_KEY_RESULT (item))->attention;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < OKR_N_ATTENTIONS; i++)
    {
      if ((attention >> i) & 1)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "",
                                okr_attention_get_nick ((OkrAttention) (1 << i)));
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_attention (void)
{
  static const struct
  {
    const char *edits;
    const char *id;
    const char *expected;
  } cases[] = {
    { "", "k1", "needsCheckIn" },
    { "n1.date=2027-02-07", "k1", "needsCheckIn" },
    { "n1.date=2027-02-08", "k1", "" },
    { "p1.checkInDays=14", "k1", "" },
    { "p1.checkInDays=13", "k1", "needsCheckIn" },
    { "", "k2", "needsCheckIn" },
    { "c1.start=2027-02-08", "k2", "" },
    { "o1.state=paused", "k1", "" },
    { "o1.state=draft", "k1", "" },
    { "n1.obstacle=Ice", "k1", "needsCheckIn blocked" },
    { "n1.confidence=3", "k1", "needsCheckIn lowConfidence" },
    { "n1.confidence=4", "k1", "needsCheckIn" },
    { "n1.confidence=0", "k1", "needsCheckIn lowConfidence" },
    { "n1.confidence=", "k1", "needsCheckIn" },
    { "n1.value=1", "k1", "needsCheckIn atRisk" },
    { "n1.value=1; n1.obstacle=Ice; o1.state=done", "k1", "" },
    { "n1.value=1; n1.obstacle=Ice; o1.state=dropped", "k1", "" },
    { "n1.value=1; n1.obstacle=Ice; c1.state=closed", "k1", "" },
    { "n1.value=1; n1.obstacle=Ice; o1.state=paused", "k1", "atRisk blocked" },
    { "", "k4", "" },
    /* As a whole: one of its key results is on track, of the other nothing is known. */
    { "", "o1", "atRisk" },
    { "n1.value=9", "o1", "" },
    { "o1.state=paused", "o1", "atRisk" },
    { "o1.state=draft", "o1", "" },
    { "o1.state=done", "o1", "" },
    { "c1.state=closed", "o1", "" },
    { "o1.owner=", "o1", "atRisk noOwner" },
    { "o1.owner=; o1.state=dropped", "o1", "" },
    { "", "o2", "" },
    { "o2.contributesTo=", "o2", "notAligned" },
    { "o2.contributesTo=; t2.parent=", "o2", "" },
    { "", "o3", "noOwner" },
    { "k4.weight=0", "o3", "noOwner" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OkrPlan) plan = test_small_plan ();
      g_autofree char *actual = NULL;

      if (*cases[i].edits != '\0')
        edit (plan, cases[i].edits);
      actual = describe_attention (test_find (plan, cases[i].id));
      if (!g_str_equal (actual, cases[i].expected))
        g_test_fail_printf ("after “%s” %s has “%s”, not “%s”", cases[i].edits, cases[i].id, actual,
                            cases[i].expected);
    }
}

static void
test_attention_after_deleting (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autofree char *without_key_result = NULL;
  g_autofree char *without_target = NULL;

  g_assert_true (okr_edit_delete (plan, test_find (plan, "k3"), NULL));
  without_key_result = describe_attention (test_find (plan, "o2"));
  g_assert_cmpstr (without_key_result, ==, "noKeyResult");
  g_assert_true (okr_edit_delete (plan, test_find (plan, "k1"), NULL));
  without_target = describe_attention (test_find (plan, "o2"));
  g_assert_cmpstr (without_target, ==, "notAligned noKeyResult");
}

static void
test_scope_counts (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  const OkrScopeFigures *all = okr_plan_get_figures (plan, NULL, NULL);
  const OkrScopeFigures *first =
      okr_plan_get_figures (plan, OKR_CYCLE (test_find (plan, "c1")), NULL);

  g_assert_cmpuint (all->n_objectives, ==, 3);
  g_assert_cmpuint (all->n_key_results, ==, 4);
  g_assert_true (isnan (all->expected));
  g_assert_cmpuint (first->n_objectives, ==, 2);
  g_assert_cmpuint (first->n_key_results, ==, 3);
  g_assert_cmpfloat_with_epsilon (first->expected, 42.0 / 90, 1e-12);
  g_assert_cmpfloat_with_epsilon (first->confidence, 7, 1e-12);
  g_assert_cmpuint (first->n_by_status[OKR_STATUS_ON_TRACK], ==, 2);
  g_assert_cmpuint (first->n_by_status[OKR_STATUS_NO_DATA], ==, 1);
  g_assert_cmpuint (first->n_attention[0], ==, 3); /* all need a check-in */
}

/* What does not count in the progress beside it counts in no figure but those of the list. */
static void
test_scope_counted (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrItem *objective = okr_item_get_parent (test_find (plan, "k1"));
  const OkrScopeFigures *figures;

  g_assert_true (okr_edit_set_enum (plan, objective, "state", OKR_OBJECTIVE_STATE_DROPPED, NULL));
  figures = okr_plan_get_figures (plan, OKR_CYCLE (test_find (plan, "c1")), NULL);
  g_assert_cmpuint (figures->n_key_results, ==, 3);
  g_assert_cmpuint (
      figures->n_by_status[OKR_STATUS_ON_TRACK] + figures->n_by_status[OKR_STATUS_NO_DATA], <, 3);
}

/* What is a draft or dropped has no status, until it counts again. */
static void
test_status_counted (void)
{
  static const struct
  {
    OkrObjectiveState state;
    const char *label;
  } cases[] = {
    { OKR_OBJECTIVE_STATE_DRAFT, "Draft" },
    { OKR_OBJECTIVE_STATE_DROPPED, "Dropped" },
    { OKR_OBJECTIVE_STATE_PAUSED, NULL },
    { OKR_OBJECTIVE_STATE_DONE, NULL },
  };
  g_autoptr (OkrPlan) plan = test_small_plan ();
  OkrItem *objective = test_find (plan, "o1");
  const OkrStatus before = okr_objective_get_figures (OKR_OBJECTIVE (objective))->status;

  g_assert_cmpint (before, !=, OKR_STATUS_NOT_COUNTED);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OkrStatus expected = cases[i].label != NULL ? OKR_STATUS_NOT_COUNTED : before;
      const char *words = cases[i].label != NULL ? cases[i].label : okr_status_get_label (before);

      okr_edit_set_enum (plan, objective, "state", (int) cases[i].state, NULL);
      g_assert_cmpint (okr_objective_get_figures (OKR_OBJECTIVE (objective))->status, ==, expected);
      g_assert_cmpint (okr_objective_get_figures (OKR_OBJECTIVE (objective))->pace, ==, before);
      g_assert_cmpstr (okr_item_text_get_uncounted_state (objective), ==, cases[i].label);
      g_assert_cmpstr (okr_item_text_get_status (objective), ==, words);
    }
}

static void
assert_announced (TestCounter *counter, const char *changed, const char *progress)
{
  g_autofree char *actual = test_counter_list (counter);
  g_autofree char *actual_progress = test_counter_list_property (counter, "progress");

  g_assert_cmpstr (actual, ==, changed);
  g_assert_cmpstr (actual_progress, ==, progress);
  g_assert_cmpuint (test_counter_get_edited (counter, NULL), ==, *changed != '\0');
  test_counter_reset (counter);
}

static void
check_in (OkrPlan *plan, const char *id, double value)
{
  const OkrCheckInEntry entry = { .value = value, .confidence = 5 };
  g_autoptr (GError) error = NULL;

  okr_edit_check_in (plan, OKR_KEY_RESULT (test_find (plan, id)), &entry, &error);
  g_assert_no_error (error);
}

/* Reading computes everything, which is nobody's news. */
static void
test_first_edit (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (TestCounter) counter = test_counter_new (plan);

  check_in (plan, "k1", 7);
  assert_announced (counter, "c1 k1 o1 p1 t1", "k1 o1");
}

/* An item is told once, and only where something that it shows has changed. */
static void
test_announcements (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (TestCounter) counter = NULL;

  edit (plan, "k3.kind=change; k3.start=0; k3.target=10");
  counter = test_counter_new (plan);

  check_in (plan, "k1", 7);
  assert_announced (counter, "c1 k1 o1 p1 t1", "k1 o1");
  check_in (plan, "k3", 7);
  assert_announced (counter, "c1 k3 o2 p1 t1 t2", "k3 o2");
  g_assert_true (okr_plan_undo (plan, NULL));
  assert_announced (counter, "c1 k3 o2 p1 t1 t2", "k3 o2");
  g_assert_true (okr_plan_redo (plan, NULL));
  assert_announced (counter, "c1 k3 o2 p1 t1 t2", "k3 o2");

  /* A weight changes the share of the others. */
  edit (plan, "k2.weight=1");
  assert_announced (counter, "c1 k1 k2 o1 p1 t1", "o1");

  /* Two edits in one group, one announcement */
  okr_plan_begin (plan, "Both");
  check_in (plan, "k1", 8);
  check_in (plan, "k3", 8);
  okr_plan_end (plan);
  assert_announced (counter, "c1 k1 k3 o1 o2 p1 t1 t2", "k1 k3 o1 o2");

  /* The team and the cycle that an objective leaves are told as well. */
  edit (plan, "o2.team=t1");
  assert_announced (counter, "c1 o2 p1 t1 t2", "");
  edit (plan, "o2.cycle=c2");
  assert_announced (counter, "c1 c2 k3 o2 p1 t1", "");

  /* Nothing happened. */
  edit (plan, "o2.cycle=c2");
  assert_announced (counter, "", "");

  edit (plan, "r1.value=30");
  assert_announced (counter, "h1 p1 r1", "");
  edit (plan, "v1.results=Good");
  assert_announced (counter, "p1 v1", "");

  g_assert_true (okr_edit_delete (plan, test_find (plan, "o1"), NULL));
  g_assert_cmpuint (test_counter_get (counter, "t1"), ==, 1);
  g_assert_cmpuint (test_counter_get (counter, "c1"), ==, 1);
  g_assert_cmpuint (test_counter_get (counter, "p1"), ==, 1);
  g_assert_cmpuint (test_counter_get (counter, "o2"), ==, 1); /* contributed to it */
  g_assert_cmpuint (test_counter_get (counter, "h1"), ==, 0);
}

static void
on_today_changed_cb (OkrPlan *plan, guint *n_times)
{
  (*n_times)++;
}

static void
test_another_day (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (TestCounter) counter = test_counter_new (plan);
  g_autofree char *changed = NULL;
  guint n_times = 0;

  g_signal_connect (plan, "today-changed", G_CALLBACK (on_today_changed_cb), &n_times);
  okr_plan_set_today (plan, okr_plan_get_today (plan));
  g_assert_cmpuint (n_times, ==, 0);
  okr_plan_set_today (plan, okr_day_from_ymd (2027, 1, 31));
  g_assert_cmpuint (n_times, ==, 1);
  changed = test_counter_list (counter);
  g_assert_cmpstr (changed, ==, "c1 c2 k1 k2 k3 k4 o1 o2 o3 p1 t1 t2 t3");
  g_assert_cmpuint (test_counter_get_edited (counter, NULL), ==, 0);
  g_assert_cmpfloat_with_epsilon (evaluate (plan, "o1"), 0, 1e-12); /* n1 lies ahead */
  g_assert_false (okr_history_is_modified (okr_plan_get_history (plan)));
}

/* Answers hold on to nothing: the plan goes, whatever was asked and edited before. */
static void
test_finalized (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  g_autoptr (OkrItem) kept = g_object_ref (test_find (plan, "o1"));

  g_assert_true (okr_edit_delete (plan, kept, NULL));
  g_assert_true (okr_edit_delete (plan, test_find (plan, "t1"), NULL));
  okr_plan_get_figures (plan, NULL, NULL);
  g_assert_null (okr_objective_get_figures (OKR_OBJECTIVE (kept))->team);
  g_assert_null (okr_objective_get_figures (OKR_OBJECTIVE (kept))->cycle);
  test_finalize (plan);
  test_finalize (kept);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_func ("/figures/roll-ups", test_roll_ups);
  g_test_add_func ("/figures/latest", test_latest);
  g_test_add_func ("/figures/projection", test_projection);
  g_test_add_func ("/figures/no-cycle", test_no_cycle);
  g_test_add_func ("/figures/outliving-the-plan", test_outliving_the_plan);
  g_test_add_func ("/figures/attention", test_attention);
  g_test_add_func ("/figures/attention-after-deleting", test_attention_after_deleting);
  g_test_add_func ("/figures/scope-counts", test_scope_counts);
  g_test_add_func ("/figures/scope-counted", test_scope_counted);
  g_test_add_func ("/figures/status-counted", test_status_counted);
  g_test_add_func ("/figures/first-edit", test_first_edit);
  g_test_add_func ("/figures/announcements", test_announcements);
  g_test_add_func ("/figures/another-day", test_another_day);
  g_test_add_func ("/figures/finalized", test_finalized);

  return g_test_run ();
}
