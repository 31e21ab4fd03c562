/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-number.h"
#include "okr-progress.h"

#include <float.h>
#include <math.h>

#include "test-values.h"

#define CHANGE OKR_KEY_RESULT_KIND_CHANGE
#define AT_LEAST OKR_KEY_RESULT_KIND_AT_LEAST
#define AT_MOST OKR_KEY_RESULT_KIND_AT_MOST
#define BETWEEN OKR_KEY_RESULT_KIND_BETWEEN
#define MILESTONES OKR_KEY_RESULT_KIND_MILESTONES
#define YES_NO OKR_KEY_RESULT_KIND_YES_NO
#define BASELINE OKR_KEY_RESULT_KIND_BASELINE

#define NOT_COUNTED OKR_STATUS_NOT_COUNTED
#define NO_DATA OKR_STATUS_NO_DATA
#define ACHIEVED OKR_STATUS_ACHIEVED
#define ON_TRACK OKR_STATUS_ON_TRACK
#define BEHIND OKR_STATUS_BEHIND
#define AT_RISK OKR_STATUS_AT_RISK

#define ASPIRATIONAL OKR_AMBITION_ASPIRATIONAL
#define COMMITTED OKR_AMBITION_COMMITTED

/* NaN equals NaN here, and 1e-9 is near enough. */
#define assert_near(actual, wanted) \
  G_STMT_START \
  { \
    if (isnan (wanted)) \
      g_assert_true (isnan (actual)); \
    else \
      g_assert_cmpfloat_with_epsilon (actual, wanted, 1e-9); \
  } \
  G_STMT_END

typedef struct
{
  const char *what;
  OkrKeyResultKind kind;
  double start, target, value; /* between: low, high, value; milestones: done, total, number */
  double p;
  OkrUndefinedReason reason;
} ProgressRow;

static const ProgressRow progress_rows[] = {
  { "up", CHANGE, 1.8, 2.3, 1.9, 0.2 },
  { "down", CHANGE, 90, 55, 78, 12.0 / 35 },
  { "arrived", CHANGE, 0, 10, 10, 1 },
  { "overshoot", CHANGE, 0, 100, 125, 1.25 },
  { "backwards", CHANGE, 100, 200, 75, -0.25 },
  { "down, backwards", CHANGE, 10, 5, 12, -0.4 },
  { "across zero", CHANGE, -5, 5, 0, 0.5 },
  { "no check-in", CHANGE, 5, 10, NAN, 0 },
  { "start = target", CHANGE, 7, 7, 7, NAN, OKR_UNDEFINED_START_IS_TARGET },
  { "start = target, no check-in", CHANGE, 7, 7, NAN, NAN, OKR_UNDEFINED_START_IS_TARGET },
  { "0 = −0", CHANGE, 0, -0.0, 3, NAN, OKR_UNDEFINED_START_IS_TARGET },
  { "no start", CHANGE, NAN, 7, 7, NAN, OKR_UNDEFINED_NO_START },
  { "no target", CHANGE, 7, NAN, 7, NAN, OKR_UNDEFINED_NO_TARGET },
  { "huge span", CHANGE, -1.7e308, 1.7e308, 0, 0.5 },
  { "holds exactly", AT_LEAST, NAN, 95, 95, 1 },
  { "holds more", AT_LEAST, 90, 95, 99, 1 },
  { "broken, no start", AT_LEAST, NAN, 95, 94.9, 0 },
  { "broken, on the way", AT_LEAST, 90, 95, 94, 0.8 },
  { "broken, backwards", AT_LEAST, 90, 95, 85, -1 },
  { "broken, start kept it", AT_LEAST, 99, 95, 90, 0 },
  { "broken, start at target", AT_LEAST, 95, 95, 90, 0 },
  { "no check-in", AT_LEAST, 90, 95, NAN, 0 },
  { "no target", AT_LEAST, 90, NAN, 95, NAN, OKR_UNDEFINED_NO_TARGET },
  { "holds exactly", AT_MOST, NAN, 1.5, 1.5, 1 },
  { "holds more", AT_MOST, 3, 1.5, 0.2, 1 },
  { "broken, no start", AT_MOST, NAN, 1.5, 1.6, 0 },
  { "broken, on the way", AT_MOST, 2.5, 1.5, 1.9, 0.6 },
  { "broken, backwards", AT_MOST, 2, 1, 3, -1 },
  { "broken, start kept it", AT_MOST, 1, 1.5, 2, 0 },
  { "no check-in", AT_MOST, 2, 1, NAN, 0 },
  { "no target", AT_MOST, 2, NAN, 1, NAN, OKR_UNDEFINED_NO_TARGET },
  { "inside", BETWEEN, 3, 5, 4, 1 },
  { "on the lower bound", BETWEEN, 3, 5, 3, 1 },
  { "on the upper bound", BETWEEN, 3, 5, 5, 1 },
  { "below", BETWEEN, 3, 5, 2.99, 0 },
  { "above", BETWEEN, 3, 5, 5.01, 0 },
  { "a single number", BETWEEN, 3, 3, 3, 1 },
  { "no check-in", BETWEEN, 3, 5, NAN, 0 },
  { "no lower bound", BETWEEN, NAN, 5, 4, NAN, OKR_UNDEFINED_NO_BOUNDS },
  { "no upper bound", BETWEEN, 3, NAN, 4, NAN, OKR_UNDEFINED_NO_BOUNDS },
  { "bounds crossed", BETWEEN, 5, 3, 4, NAN, OKR_UNDEFINED_BOUNDS_CROSSED },
  { "none done", MILESTONES, 0, 4, 0, 0 },
  { "some done", MILESTONES, 3, 4, 2, 0.75 },
  { "all done", MILESTONES, 4, 4, 3, 1 },
  { "no weight", MILESTONES, 0, 0, 1, NAN, OKR_UNDEFINED_NO_MILESTONES },
  { "yes", YES_NO, NAN, NAN, 1, 1 },
  { "no", YES_NO, NAN, NAN, 0, 0 },
  { "no check-in", YES_NO, NAN, NAN, NAN, 0 },
  { "of another kind", YES_NO, NAN, NAN, 30, 0 },
  { "a half", YES_NO, NAN, NAN, 0.5, 0 },
  { "a percentage", YES_NO, NAN, NAN, 100, 0 },
  { "negative", YES_NO, NAN, NAN, -1, 0 },
  { "baseline", BASELINE, NAN, NAN, 12, NAN, OKR_UNDEFINED_BASELINE },
  { "baseline without a check-in", BASELINE, 1, 2, NAN, NAN, OKR_UNDEFINED_BASELINE },
};

static OkrMeasure
measure_of (const ProgressRow *row)
{
  OkrMeasure measure = { row->kind, NAN, NAN, NAN, NAN, NAN, FALSE, 0, 0, 0 };

  if (row->kind == MILESTONES)
    {
      measure.milestone_done = row->start;
      measure.milestone_total = row->target;
      measure.n_milestones_done = (guint) row->value;
      return measure;
    }
  if (row->kind == BETWEEN)
    {
      measure.low = row->start;
      measure.high = row->target;
    }
  else
    {
      measure.start = row->start;
      measure.target = row->target;
    }
  measure.value = row->value;
  measure.has_check_in = !isnan (row->value);
  return measure;
}

static void
test_raw (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (progress_rows); i++)
    {
      OkrMeasure measure = measure_of (&progress_rows[i]);

      g_test_message ("%s: %s", okr_enum_to_nick (OKR_TYPE_KEY_RESULT_KIND, (int) measure.kind),
                      progress_rows[i].what);
      assert_near (okr_progress_raw (&measure), progress_rows[i].p);
      g_assert_cmpint (okr_progress_why_undefined (&measure), ==, progress_rows[i].reason);
    }
}

/* Whatever the numbers, progress is finite or says why it is not, and a broken promise never
 * reads as one that is kept. */
static void
test_raw_property (void)
{
  static const double odd[] = { 0,       -0.0,    1,        -1,       DBL_MIN,  5e-324,
                                DBL_MAX, -DBL_MAX, INFINITY, -INFINITY, NAN,      0.1 };

  for (int i = 0; i < 100000; i++)
    {
      double n[7];
      OkrMeasure measure;
      double p;

      for (gsize k = 0; k < G_N_ELEMENTS (n); k++)
        n[k] = g_test_rand_bit () ? odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))]
                                  : g_test_rand_double_range (-10, 10);
      measure = (OkrMeasure){ (OkrKeyResultKind) g_test_rand_int_range (0, 7),
                              n[0], n[1], n[2], n[3], n[4], g_test_rand_bit (), n[5], n[6], 1 };
      p = okr_progress_raw (&measure);
      if (okr_progress_why_undefined (&measure) == OKR_UNDEFINED_NONE
          && (measure.kind != MILESTONES || isfinite (measure.milestone_done)))
        g_assert_true (isfinite (p));
      if (measure.kind == AT_LEAST && measure.value < measure.target && isfinite (p))
        g_assert_cmpfloat (p, <, 1 - OKR_PROGRESS_EPSILON);
      if (measure.kind == AT_MOST && measure.value > measure.target && isfinite (p))
        g_assert_cmpfloat (p, <, 1 - OKR_PROGRESS_EPSILON);
    }
}

static void
test_clamp (void)
{
  assert_near (okr_progress_clamp (-0.25), 0.0);
  assert_near (okr_progress_clamp (0.3), 0.3);
  assert_near (okr_progress_clamp (1.25), 1.0);
  assert_near (okr_progress_clamp (NAN), NAN);
}

static void
test_expected (void)
{
  static const struct
  {
    const char *what, *start, *end, *due, *today;
    double e;
  } rows[] = {
    { "first day", "2027-01-01", "2027-03-31", NULL, "2027-01-01", 0 },
    { "last day", "2027-01-01", "2027-03-31", NULL, "2027-03-31", 1 },
    { "week 8", "2027-01-01", "2027-03-31", NULL, "2027-02-22", 52.0 / 89 },
    { "before", "2027-01-01", "2027-03-31", NULL, "2026-06-01", 0 },
    { "after", "2027-01-01", "2027-03-31", NULL, "2027-06-01", 1 },
    { "leap day", "2028-02-28", "2028-03-01", NULL, "2028-02-29", 0.5 },
    { "own due date", "2027-01-01", "2027-03-31", "2027-01-31", "2027-01-16", 0.5 },
    { "due date passed", "2027-01-01", "2027-03-31", "2027-01-31", "2027-02-01", 1 },
    { "due after the end", "2027-01-01", "2027-01-31", "2027-03-02", "2027-01-31", 0.5 },
    { "one day, before", "2027-01-01", "2027-01-01", NULL, "2026-12-31", 0 },
    { "one day, on it", "2027-01-01", "2027-01-01", NULL, "2027-01-01", 1 },
    { "due before the start", "2027-02-01", "2027-03-31", "2027-01-01", "2027-02-15", 1 },
    { "due before the start, earlier", "2027-02-01", "2027-03-31", "2027-01-15", "2027-01-01", 0 },
    { "no end", "2027-01-01", NULL, NULL, "2027-02-01", 0 },
    { "no start, before the due date", NULL, NULL, "2027-03-31", "2027-02-01", 0 },
    { "no start, on the due date", NULL, NULL, "2027-03-31", "2027-03-31", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].what);
      assert_near (okr_expected (test_day (rows[i].start), test_day (rows[i].end),
                                 test_day (rows[i].due), test_day (rows[i].today)),
                   rows[i].e);
    }
  g_assert_cmpuint (okr_days_since (test_day ("2028-02-28"), test_day ("2028-03-01")), ==, 2);
  g_assert_cmpuint (okr_days_since (test_day ("2027-02-28"), test_day ("2027-02-01")), ==, 0);
  g_assert_cmpuint (okr_days_since (OKR_DAY_NONE, test_day ("2027-02-01")), ==, G_MAXUINT);
}

static void
test_status_key_result (void)
{
  static const struct
  {
    const char *what;
    OkrKeyResultKind kind;
    gboolean has_check_in;
    guint n_done;
    double p, e;
    OkrAmbition ambition;
    guint since, grace;
    OkrStatus status;
  } rows[] = {
    { "undefined", CHANGE, TRUE, 0, NAN, 0.5, ASPIRATIONAL, 40, 7, NOT_COUNTED },
    { "undefined, no check-in", CHANGE, FALSE, 0, NAN, 0.5, ASPIRATIONAL, 40, 7, NOT_COUNTED },
    { "no check-in", CHANGE, FALSE, 0, 0, 0.5, ASPIRATIONAL, 40, 7, NO_DATA },
    { "no check-in in grace", CHANGE, FALSE, 0, 0, 0, ASPIRATIONAL, 0, 7, NO_DATA },
    { "milestones untouched", MILESTONES, FALSE, 0, 0, 0.5, ASPIRATIONAL, 40, 7, NO_DATA },
    { "milestone without weight", MILESTONES, FALSE, 1, 0, 0.5, ASPIRATIONAL, 40, 7, AT_RISK },
    { "milestones checked in", MILESTONES, TRUE, 0, 0, 0.5, ASPIRATIONAL, 40, 7, AT_RISK },
    { "milestones all done", MILESTONES, FALSE, 3, 1, 0.5, ASPIRATIONAL, 40, 7, ACHIEVED },
    { "arrived", CHANGE, TRUE, 0, 1, 0.5, ASPIRATIONAL, 40, 7, ACHIEVED },
    { "arrived in grace", CHANGE, TRUE, 0, 1, 0, ASPIRATIONAL, 0, 7, ACHIEVED },
    { "overshoot", CHANGE, TRUE, 0, 1.25, 1, COMMITTED, 89, 7, ACHIEVED },
    { "yes", YES_NO, TRUE, 0, 1, 0.5, ASPIRATIONAL, 40, 7, ACHIEVED },
    { "not yet, early", YES_NO, TRUE, 0, 0, 0, ASPIRATIONAL, 7, 7, ON_TRACK },
    { "not yet", YES_NO, TRUE, 0, 0, 0.5, ASPIRATIONAL, 40, 7, AT_RISK },
    { "first day of grace", CHANGE, TRUE, 0, -1, 0, COMMITTED, 0, 7, ON_TRACK },
    { "last day of grace", CHANGE, TRUE, 0, 0, 0.9, COMMITTED, 6, 7, ON_TRACK },
    { "day after grace", CHANGE, TRUE, 0, 0, 0.9, COMMITTED, 7, 7, AT_RISK },
    { "no grace", CHANGE, TRUE, 0, 0, 0.9, COMMITTED, 0, 0, AT_RISK },
    { "nothing expected yet", CHANGE, TRUE, 0, -0.5, 0, COMMITTED, 7, 7, ON_TRACK },
    { "exactly good", CHANGE, TRUE, 0, 0.35, 0.5, ASPIRATIONAL, 40, 7, ON_TRACK },
    { "just below good", CHANGE, TRUE, 0, 0.3499999, 0.5, ASPIRATIONAL, 40, 7, BEHIND },
    { "exactly poor", CHANGE, TRUE, 0, 0.2, 0.5, ASPIRATIONAL, 40, 7, BEHIND },
    { "just below poor", CHANGE, TRUE, 0, 0.1999999, 0.5, ASPIRATIONAL, 40, 7, AT_RISK },
    { "0.9 · 0.05 is above 0.045 in binary", CHANGE, TRUE, 0, 0.045, 0.05, COMMITTED, 40, 7,
      ON_TRACK },
    { "committed, exactly good", CHANGE, TRUE, 0, 0.45, 0.5, COMMITTED, 40, 7, ON_TRACK },
    { "committed, below good", CHANGE, TRUE, 0, 0.44, 0.5, COMMITTED, 40, 7, BEHIND },
    { "committed, exactly poor", CHANGE, TRUE, 0, 0.35, 0.5, COMMITTED, 40, 7, BEHIND },
    { "committed, below poor", CHANGE, TRUE, 0, 0.34, 0.5, COMMITTED, 40, 7, AT_RISK },
    { "at the end, 70 %", CHANGE, TRUE, 0, 0.7, 1, ASPIRATIONAL, 89, 7, ON_TRACK },
    { "promise holds", AT_LEAST, TRUE, 0, 1, 0.5, ASPIRATIONAL, 40, 7, ON_TRACK },
    { "promise half way", AT_LEAST, TRUE, 0, 0.5, 0.9, ASPIRATIONAL, 80, 7, BEHIND },
    { "promise nearly", AT_MOST, TRUE, 0, 0.9999, 0, ASPIRATIONAL, 0, 7, BEHIND },
    { "promise broken", AT_MOST, TRUE, 0, 0.49, 0.1, ASPIRATIONAL, 10, 7, AT_RISK },
    { "promise broken in grace", BETWEEN, TRUE, 0, 0, 0, ASPIRATIONAL, 0, 7, AT_RISK },
    { "promise, no check-in", BETWEEN, FALSE, 0, 0, 0.5, ASPIRATIONAL, 40, 7, NO_DATA },
    { "baseline", BASELINE, TRUE, 0, NAN, 0.5, ASPIRATIONAL, 40, 7, NOT_COUNTED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      OkrMeasure measure = { .kind = rows[i].kind,
                             .has_check_in = rows[i].has_check_in,
                             .n_milestones_done = rows[i].n_done };

      g_test_message ("%s", rows[i].what);
      g_assert_cmpint (okr_status_key_result (&measure, rows[i].p, rows[i].e, rows[i].ambition,
                                              rows[i].since, rows[i].grace),
                       ==, rows[i].status);
    }
}

static void
test_status_objective (void)
{
  g_assert_cmpint (okr_status_objective (NAN, 0.5, ASPIRATIONAL, TRUE, 40, 7), ==, NOT_COUNTED);
  g_assert_cmpint (okr_status_objective (0.9, 0.5, ASPIRATIONAL, FALSE, 40, 7), ==, NO_DATA);
  g_assert_cmpint (okr_status_objective (1.0, 0.5, COMMITTED, TRUE, 40, 7), ==, ACHIEVED);
  g_assert_cmpint (okr_status_objective (0.0, 0.1, COMMITTED, TRUE, 6, 7), ==, ON_TRACK);
  g_assert_cmpint (okr_status_objective (0.37, 0.58, ASPIRATIONAL, TRUE, 52, 7), ==, BEHIND);
  g_assert_cmpint (okr_status_objective (0.63, 0.58, ASPIRATIONAL, TRUE, 52, 7), ==, ON_TRACK);
  g_assert_cmpint (okr_status_objective (0.2, 0.58, ASPIRATIONAL, TRUE, 52, 7), ==, AT_RISK);
}

static void
test_mean (void)
{
  OkrMean mean = { 0 };

  assert_near (okr_mean_get (&mean), NAN);
  g_assert_cmpfloat_with_epsilon (okr_mean_share (&mean, 1), 0, 1e-12);
  okr_mean_add (&mean, 0, 1);
  okr_mean_add (&mean, -2, 1);
  okr_mean_add (&mean, 1, NAN);
  okr_mean_add (&mean, NAN, 1);
  assert_near (okr_mean_get (&mean), NAN);
  okr_mean_add (&mean, 1, 1.25);
  okr_mean_add (&mean, 3, -0.25);
  assert_near (okr_mean_get (&mean), 0.25);
  assert_near (okr_mean_share (&mean, 1), 0.25);
  assert_near (okr_mean_share (&mean, 3), 0.75);
  assert_near (okr_mean_share (&mean, 0), 0.0);

  mean = (OkrMean){ 0 };
  okr_mean_add (&mean, DBL_MAX, 0.5);
  okr_mean_add (&mean, DBL_MAX, 1);
  assert_near (okr_mean_get (&mean), 0.75);
}

static void
test_project (void)
{
  OkrMeasure measure = { CHANGE, 10, 20, NAN, NAN, 12, TRUE, 0, 0, 0 };
  OkrDay start = test_day ("2027-01-01"), end = test_day ("2027-03-12"); /* ten weeks */
  OkrDay checked = test_day ("2027-01-29"), today = test_day ("2027-02-05");
  OkrProjection projection = okr_project (&measure, start, end, OKR_DAY_NONE, checked, today);

  g_assert_true (projection.defined);
  assert_near (projection.doing, 0.5);
  assert_near (projection.need, 1.6);
  assert_near (projection.lands, 0.5);

  projection = okr_project (&measure, start, end, test_day ("2027-02-19"), checked, today);
  assert_near (projection.need, 4.0);
  assert_near (projection.lands, 0.2 / (28.0 / 49.0));

  projection = okr_project (&measure, start, end, OKR_DAY_NONE, checked, end);
  assert_near (projection.need, NAN);
  g_assert_false (projection.ended);
  projection = okr_project (&measure, start, end, OKR_DAY_NONE, checked, end + 1);
  g_assert_true (projection.ended);
  assert_near (projection.reached, 0.2);

  measure.value = 22;
  projection = okr_project (&measure, start, end, OKR_DAY_NONE, checked, end);
  assert_near (projection.need, 0.0);
  assert_near (projection.lands, 3.0);
  projection = okr_project (&measure, start, end, OKR_DAY_NONE, start + 1, today);
  assert_near (projection.lands, 9.99);
  measure.value = 9;
  projection = okr_project (&measure, start, end, OKR_DAY_NONE, checked, today);
  assert_near (projection.doing, -0.25);
  assert_near (projection.lands, 0.0);
}

static void
test_project_undefined (void)
{
  OkrMeasure measure = { CHANGE, 10, 20, NAN, NAN, 12, TRUE, 0, 0, 0 };
  OkrDay start = test_day ("2027-01-01"), end = test_day ("2027-03-31");

  g_assert_false (okr_project (&measure, start, end, OKR_DAY_NONE, start, end).defined);
  g_assert_false (okr_project (&measure, start, end, OKR_DAY_NONE, start - 1, end).defined);
  g_assert_false (okr_project (&measure, start, end, OKR_DAY_NONE, OKR_DAY_NONE, end).defined);
  g_assert_false (okr_project (&measure, OKR_DAY_NONE, end, 0, end, end).defined);
  g_assert_false (okr_project (&measure, start, OKR_DAY_NONE, 0, end, end).defined);
  g_assert_true (okr_project (&measure, start, end, OKR_DAY_NONE, start + 1, end).defined);
  measure.kind = AT_LEAST;
  g_assert_false (okr_project (&measure, start, end, OKR_DAY_NONE, start + 1, end).defined);
  measure.kind = CHANGE;
  measure.target = 10;
  g_assert_false (okr_project (&measure, start, end, OKR_DAY_NONE, start + 1, end).defined);
}

static void
test_project_finite (void)
{
  OkrMeasure measure = { CHANGE, -DBL_MAX, DBL_MAX, NAN, NAN, DBL_MAX / 2, TRUE, 0, 0, 0 };
  OkrDay start = test_day ("2027-01-01");
  OkrProjection projection =
    okr_project (&measure, start, start + 10, OKR_DAY_NONE, start + 1, start + 2);

  g_assert_true (projection.defined);
  g_assert_true (isfinite (projection.doing) && isfinite (projection.need));
}

static void
test_needs_check_in (void)
{
  OkrDay start = test_day ("2027-01-01");

  g_assert_false (okr_needs_check_in (OKR_DAY_NONE, start, start + 7, 7));
  g_assert_true (okr_needs_check_in (OKR_DAY_NONE, start, start + 8, 7));
  g_assert_false (okr_needs_check_in (start + 10, start, start + 17, 7));
  g_assert_true (okr_needs_check_in (start + 10, start, start + 18, 7));
  g_assert_false (okr_needs_check_in (OKR_DAY_NONE, start, start - 30, 7));
  g_assert_false (okr_needs_check_in (OKR_DAY_NONE, OKR_DAY_NONE, start, 7));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/raw", test_raw);
  g_test_add_func ("/progress/raw-property", test_raw_property);
  g_test_add_func ("/progress/clamp", test_clamp);
  g_test_add_func ("/progress/expected", test_expected);
  g_test_add_func ("/progress/status-key-result", test_status_key_result);
  g_test_add_func ("/progress/status-objective", test_status_objective);
  g_test_add_func ("/progress/mean", test_mean);
  g_test_add_func ("/progress/project", test_project);
  g_test_add_func ("/progress/project-undefined", test_project_undefined);
  g_test_add_func ("/progress/project/finite", test_project_finite);
  g_test_add_func ("/progress/needs-check-in", test_needs_check_in);
  return g_test_run ();
}
