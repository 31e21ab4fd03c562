/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-explain.h"

#include <locale.h>
#include <math.h>

#include "test-values.h"

#define PC "\u202f%"
#define S "\u202fs"

static void
test_progress (void)
{
  static const struct
  {
    OkrMeasure measure;
    const char *unit;
    const char *text;
  } rows[] = {
    { { OKR_KEY_RESULT_KIND_CHANGE, 1.8, 2.3, NAN, NAN, 1.9, TRUE }, "%",
      "(1.9 − 1.8) / (2.3 − 1.8) = 20" PC },
    { { OKR_KEY_RESULT_KIND_CHANGE, -5, 5, NAN, NAN, -6, TRUE }, NULL,
      "(−6 − (−5)) / (5 − (−5)) = −10" PC },
    { { OKR_KEY_RESULT_KIND_CHANGE, 0, 100, NAN, NAN, 0.3, TRUE }, NULL,
      "(0.3 − 0.0) / (100.0 − 0.0) = 0.3" PC " (shown as 1" PC ")" },
    { { OKR_KEY_RESULT_KIND_CHANGE, 0, 5000, NAN, NAN, 4998, TRUE }, NULL,
      "(4998 − 0) / (5000 − 0) = 99.96" PC " (shown as 99" PC ")" },
    { { OKR_KEY_RESULT_KIND_CHANGE, 60, 80, NAN, NAN, 74.5, TRUE }, NULL,
      "(74.5 − 60.0) / (80.0 − 60.0) = 73" PC },
    { { OKR_KEY_RESULT_KIND_CHANGE, 5, 5, NAN, NAN, 5, TRUE }, NULL,
      "Start and target are the same, so there is no way to go. It is not counted." },
    { { OKR_KEY_RESULT_KIND_CHANGE, 5, 6, NAN, NAN, NAN, FALSE }, NULL,
      "There is no check-in yet, so progress is 0" PC "." },
    { { OKR_KEY_RESULT_KIND_AT_LEAST, NAN, 95, NAN, NAN, 96, TRUE }, "%",
      "96" PC " is at least 95" PC ": 100" PC },
    { { OKR_KEY_RESULT_KIND_AT_LEAST, NAN, 95, NAN, NAN, 94, TRUE }, "%",
      "94" PC " is below 95" PC ": 0" PC },
    { { OKR_KEY_RESULT_KIND_AT_MOST, 2.5, 1.5, NAN, NAN, 1.9, TRUE }, "s",
      "1.9" S " is above 1.5" S ": (1.9 − 2.5) / (1.5 − 2.5) = 60" PC },
    { { OKR_KEY_RESULT_KIND_AT_MOST, NAN, 1.5, NAN, NAN, 1.5, TRUE }, "s",
      "1.5" S " is at most 1.5" S ": 100" PC },
    { { OKR_KEY_RESULT_KIND_BETWEEN, NAN, NAN, 3, 5, 4, TRUE }, "s",
      "4" S " is between 3" S " and 5" S ": 100" PC },
    { { OKR_KEY_RESULT_KIND_BETWEEN, NAN, NAN, 3, 5, 6, TRUE }, NULL,
      "6 is not between 3 and 5: 0" PC },
    { { OKR_KEY_RESULT_KIND_MILESTONES, NAN, NAN, NAN, NAN, NAN, FALSE, 1.5, 6, 1 }, NULL,
      "weight done / weight of all milestones: 1.5 / 6.0 = 25" PC },
    { { OKR_KEY_RESULT_KIND_YES_NO, NAN, NAN, NAN, NAN, 1, TRUE }, NULL, "Done: 100" PC },
    { { OKR_KEY_RESULT_KIND_YES_NO, NAN, NAN, NAN, NAN, 0, TRUE }, NULL, "Not done: 0" PC },
    { { OKR_KEY_RESULT_KIND_YES_NO, 10, 40, NAN, NAN, 30, TRUE }, "%",
      "The latest check-in says 30" PC ", which is neither yes nor no, so progress is 0" PC "." },
    { { OKR_KEY_RESULT_KIND_YES_NO, NAN, NAN, NAN, NAN, 0.5, TRUE }, NULL,
      "The latest check-in says 0.5, which is neither yes nor no, so progress is 0" PC "." },
    { { OKR_KEY_RESULT_KIND_BASELINE, NAN, NAN, NAN, NAN, 3, TRUE }, NULL,
      "There is no target yet: a baseline is still being found. It is not counted." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    test_assert_text (okr_progress_explain (&rows[i].measure, rows[i].unit, 0), rows[i].text);
}

static void
test_reasons (void)
{
  g_assert_null (okr_undefined_reason_to_text (OKR_UNDEFINED_NONE));
  for (int reason = 1; reason <= OKR_UNDEFINED_NO_MILESTONES; reason++)
    g_assert_cmpstr (okr_undefined_reason_to_text ((OkrUndefinedReason) reason), !=, NULL);
}

static void
test_expected (void)
{
  OkrDay start = okr_day_from_ymd (2027, 1, 1), end = okr_day_from_ymd (2027, 3, 31);

  test_assert_text (okr_expected_explain (start, end, 0, start + 52), "52 of 89 days = 58" PC);
  test_assert_text (okr_expected_explain (start, end, 0, end + 5), "89 of 89 days = 100" PC);
  test_assert_text (okr_expected_explain (start, end, 0, start - 5), "0 of 89 days = 0" PC);
  test_assert_text (okr_expected_explain (start, end, start + 1, start), "0 of 1 day = 0" PC);
}

static void
test_status_pace (void)
{
  OkrMeasure change = { .kind = OKR_KEY_RESULT_KIND_CHANGE, .has_check_in = TRUE };
  const OkrAmbition ambition = OKR_AMBITION_ASPIRATIONAL;

  test_assert_text (okr_status_explain_key_result (&change, 0.2, 0.58, ambition, 52, 7),
                    "Progress 20" PC " is below 40" PC " of the expected 58" PC " (23" PC
                    "), so the status is At risk.");
  test_assert_text (okr_status_explain_key_result (&change, 0.34, 0.58, ambition, 52, 7),
                    "Progress 34" PC " is below 70" PC " of the expected 58" PC " (41" PC
                    "), so the status is Behind.");
  test_assert_text (okr_status_explain_key_result (&change, 0.68, 0.58, ambition, 52, 7),
                    "Progress 68" PC " is at least 70" PC " of the expected 58" PC " (41" PC
                    "), so the status is On track.");
  test_assert_text (okr_status_explain_key_result (&change, 0.35, 0.5, ambition, 52, 7),
                    "Progress 35" PC " is at least 70" PC " of the expected 50" PC " (35" PC
                    "), so the status is On track.");
  /* Two figures that round alike are told apart. */
  test_assert_text (okr_status_explain_key_result (&change, 0.231, 0.58, ambition, 52, 7),
                    "Progress 23.1" PC " is below 40" PC " of the expected 58" PC " (23.2" PC
                    "), so the status is At risk.");
  test_assert_text (okr_status_explain_key_result (&change, 0, 0.01, ambition, 3, 7),
                    "The first 7 days are days of grace, so the status is On track.");
  test_assert_text (okr_status_explain_key_result (&change, 1, 0.5, ambition, 52, 7),
                    "Progress is 100" PC ", so the status is Achieved.");
  change.has_check_in = FALSE;
  test_assert_text (okr_status_explain_key_result (&change, 0, 0.5, ambition, 52, 7),
                    "There is no check-in yet.");
  change.start = change.target = 3;
  test_assert_text (okr_status_explain_key_result (&change, NAN, 0.5, ambition, 52, 7),
                    "Start and target are the same, so there is no way to go. It is not counted.");
}

static void
test_status_promise (void)
{
  OkrMeasure promise = { .kind = OKR_KEY_RESULT_KIND_AT_MOST, .has_check_in = TRUE };

  test_assert_text (okr_status_explain_key_result (&promise, 1, 0.5, OKR_AMBITION_COMMITTED, 52, 7),
                    "What was promised for every day holds, so the status is On track.");
  test_assert_text (okr_status_explain_key_result (&promise, 0.6, 0.5, OKR_AMBITION_COMMITTED, 52,
                                                   7),
                    "What was promised for every day does not hold. Progress 60" PC
                    " is at least 50" PC ", so the status is Behind.");
  test_assert_text (okr_status_explain_key_result (&promise, 0.1, 0, OKR_AMBITION_COMMITTED, 0, 7),
                    "What was promised for every day does not hold. Progress 10" PC
                    " is below 50" PC ", so the status is At risk.");
}

static void
test_status_objective (void)
{
  const OkrAmbition ambition = OKR_AMBITION_COMMITTED;

  test_assert_text (okr_status_explain_objective (NAN, 0.5, ambition, TRUE, 52, 7),
                    "No key result with a weight above zero has a progress, so there is nothing to "
                    "count.");
  test_assert_text (okr_status_explain_objective (0.4, 0.5, ambition, FALSE, 52, 7),
                    "There is no check-in yet.");
  test_assert_text (okr_status_explain_objective (0.4, 0.5, ambition, TRUE, 52, 7),
                    "Progress 40" PC " is below 90" PC " of the expected 50" PC " (45" PC
                    "), so the status is Behind.");
}

static void
test_projection (void)
{
  OkrProjection projection = {
    0.1 / 7.1,
    0.4 / 5.5,
    0.36,
    0.2,
    FALSE,
    TRUE,
    .checked = okr_day_from_ymd (2027, 2, 22),
    .today = okr_day_from_ymd (2027, 2, 24),
  };

  test_assert_text (okr_projection_explain (&projection, "%", 0),
                    "Did 0.014" PC "/week until 22 Feb, so it lands at 36" PC ".\nNeeds 0.073" PC
                    "/week from 24 Feb on.");
  projection.need = NAN;
  projection.doing = -2.5;
  test_assert_text (okr_projection_explain (&projection, "s", 0),
                    "Did −2.5" S "/week until 22 Feb, so it lands at 36" PC ".");
  projection.need = 0;
  projection.doing = 120;
  test_assert_text (okr_projection_explain (&projection, NULL, 0),
                    "Did 120/week until 22 Feb, so it lands at 36" PC ".");
  projection.ended = TRUE;
  test_assert_text (okr_projection_explain (&projection, NULL, 0),
                    "Ended at 20" PC " · did 120/week");
  test_assert_text (okr_projection_explain (&projection, NULL, 1),
                    "Ended at 20.0" PC " · did 120/week");
  projection.defined = FALSE;
  test_assert_text (okr_projection_explain (&projection, "s", 0), NULL);
}

/* What is needed can be more than what is done where all of it is reached at that pace: the days
 * since the check-in count for one and not for the other. */
static void
test_projection_terms (void)
{
  const OkrMeasure measure = {
    OKR_KEY_RESULT_KIND_CHANGE, 90, 145, NAN, NAN, 120, TRUE,
  };
  const OkrDay start = okr_day_from_ymd (2027, 1, 4);
  const OkrDay end = okr_day_from_ymd (2027, 4, 4);
  const OkrDay checked = okr_day_from_ymd (2027, 2, 22);
  OkrProjection projection = okr_project (&measure, start, end, OKR_DAY_NONE, checked, checked + 5);

  test_assert_text (okr_projection_explain (&projection, NULL, 0),
                    "Did 4.3/week until 22 Feb, so it lands at 100" PC
                    ".\nNeeds 4.9/week from 27 Feb on.");
  test_assert_text (okr_projection_explain_terms (&projection, &measure, NULL),
                    "Pace, 4 Jan to 22 Feb: (120 − 90) / 49 days × 7 = 4.3/week\n"
                    "Lands: 54.5" PC " / 54.4" PC " expected on 22 Feb = 100" PC "\n"
                    "Needed, 27 Feb to 4 Apr: (145 − 120) / 36 days × 7 = 4.9/week. "
                    "Nothing is known of the days since 22 Feb.");
  projection = okr_project (&measure, start, end, start + 50, checked, checked);
  test_assert_text (okr_projection_explain_terms (&projection, &measure, "%"),
                    "Pace, 4 Jan to 22 Feb: (120 − 90) / 49 days × 7 = 4.3" PC "/week\n"
                    "Lands: 54.5" PC " / 98.0" PC " expected on 22 Feb = 56" PC "\n"
                    "Needed, 22 Feb to 23 Feb: (145 − 120) / 1 day × 7 = 175" PC "/week");
  projection = okr_project (&measure, start, end, OKR_DAY_NONE, checked, end + 1);
  test_assert_text (okr_projection_explain_terms (&projection, &measure, NULL),
                    "Pace, 4 Jan to 22 Feb: (120 − 90) / 49 days × 7 = 4.3/week");
  g_assert_null (okr_projection_explain_terms (&(OkrProjection){ 0 }, &measure, NULL));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explain/progress", test_progress);
  g_test_add_func ("/explain/reasons", test_reasons);
  g_test_add_func ("/explain/expected", test_expected);
  g_test_add_func ("/explain/status-pace", test_status_pace);
  g_test_add_func ("/explain/status-promise", test_status_promise);
  g_test_add_func ("/explain/status-objective", test_status_objective);
  g_test_add_func ("/explain/projection", test_projection);
  g_test_add_func ("/explain/projection-terms", test_projection_terms);
  return g_test_run ();
}
