/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-format.h"

#include <locale.h>
#include <math.h>

#include "test-values.h"

#define THIN "\u202f"

static void
test_count_decimals (void)
{
  static const struct
  {
    double value;
    guint decimals;
  } rows[] = {
    { 0, 0 },         { 3, 0 },       { -1200, 0 },        { 1.5, 1 },   { -1.25, 2 },
    { 0.1 + 0.2, 1 }, { 2.675, 3 },   { 1.0 / 3, 9 },      { 1e-9, 9 },  { 1e-12, 9 },
    { 1e300, 0 },     { 1234567.891, 3 }, { 99.99, 2 },    { NAN, 0 },   { INFINITY, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (okr_format_count_decimals (rows[i].value), ==, rows[i].decimals);
}

static void
test_number (void)
{
  static const struct
  {
    double value;
    guint decimals;
    const char *text;
  } rows[] = {
    { 0, 0, "0" },           { 1.9, 2, "1.90" },        { 1.9, 1, "1.9" },
    { -25, 0, "−25" },       { 1234567, 0, "1234567" }, { -0.0, 0, "0" },
    { -0.4, 0, "0" },        { -0.04, 1, "0.0" },       { -0.5, 0, "0" },
    { -0.05, 1, "−0.1" },    { NAN, 0, "—" },           { INFINITY, 0, "—" },
    { 1e15, 0, "1e+15" },    { -1e300, 2, "−1e+300" },  { 1e-12, 9, "1e-12" },
    { 0.125, 99, "0.125000000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    test_assert_text (okr_format_number (rows[i].value, rows[i].decimals), rows[i].text);
}

static void
test_quantity (void)
{
  test_assert_text (okr_format_quantity (1.9, 2, "%"), "1.90" THIN "%");
  test_assert_text (okr_format_quantity (78, 0, "s"), "78" THIN "s");
  test_assert_text (okr_format_quantity (78, 0, ""), "78");
  test_assert_text (okr_format_quantity (78, 0, NULL), "78");
  test_assert_text (okr_format_quantity (NAN, 0, "s"), "—");
  test_assert_text (okr_format_quantity (-5, 0, "$"), "−$5");
  test_assert_text (okr_format_quantity (5, 2, "€"), "€5.00");
  test_assert_text (okr_format_quantity (5, 0, "€/month"), "5" THIN "€/month");
  test_assert_text (okr_format_quantity (5, 0, "EUR"), "5" THIN "EUR");
  test_assert_text (okr_format_signed (0.1, 1, "%"), "+0.1" THIN "%");
  test_assert_text (okr_format_signed (-3, 0, "s"), "−3" THIN "s");
  test_assert_text (okr_format_signed (0, 0, NULL), "±0");
  test_assert_text (okr_format_signed (NAN, 0, NULL), "—");
  test_assert_text (okr_format_percent (0.5841, 1), "58.4" THIN "%");
}

static void
test_progress (void)
{
  static const struct
  {
    double p;
    const char *text;
  } rows[] = {
    { 0, "0" THIN "%" },
    { 0.58, "58" THIN "%" },
    { (1.9 - 1.8) / (2.3 - 1.8), "20" THIN "%" },
    { (481.0 - 400) / 120, "68" THIN "%" },
    { (74.5 - 60) / 20, "73" THIN "%" },
    { (78.0 - 90) / (55 - 90), "34" THIN "%" },
    { 0.285, "29" THIN "%" },
    { 0.996, "99" THIN "%" },
    { 0.99999, "99" THIN "%" },
    { 1, "100" THIN "%" },
    { 1 - 1e-12, "100" THIN "%" },
    { 1.004, "100" THIN "%" },
    { 1.25, "125" THIN "%" },
    { 0.001, "1" THIN "%" },
    { -0.001, "−1" THIN "%" },
    { -1e-15, "0" THIN "%" },
    { -0.25, "−25" THIN "%" },
    { -0.285, "−29" THIN "%" },
    { NAN, "—" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    test_assert_text (okr_format_progress (rows[i].p), rows[i].text);
}

static void
test_range (void)
{
  const OkrKeyResultKind change = OKR_KEY_RESULT_KIND_CHANGE;
  const OkrKeyResultKind at_least = OKR_KEY_RESULT_KIND_AT_LEAST;
  const OkrKeyResultKind at_most = OKR_KEY_RESULT_KIND_AT_MOST;
  const OkrKeyResultKind between = OKR_KEY_RESULT_KIND_BETWEEN;

  test_assert_text (okr_format_range (change, 1.8, 2.3, NAN, NAN, "%", 1), "1.8 → 2.3" THIN "%");
  test_assert_text (okr_format_range (change, 90, 55, NAN, NAN, "s", 0), "90 → 55" THIN "s");
  test_assert_text (okr_format_range (change, -5, 5, NAN, NAN, NULL, 0), "−5 → 5");
  test_assert_text (okr_format_range (change, 5, 10, NAN, NAN, "$", 0), "$5 → $10");
  test_assert_text (okr_format_range (change, NAN, 10, NAN, NAN, "s", 0), "— → 10" THIN "s");
  test_assert_text (okr_format_range (change, 5, NAN, NAN, NAN, "s", 0), "5" THIN "s → —");
  test_assert_text (okr_format_range (at_least, NAN, 95, NAN, NAN, "%", 0), "at least 95" THIN "%");
  test_assert_text (okr_format_range (at_most, NAN, 1.5, NAN, NAN, "s", 1), "at most 1.5" THIN "s");
  test_assert_text (okr_format_range (at_most, NAN, NAN, NAN, NAN, "s", 1), "at most —");
  test_assert_text (okr_format_range (between, NAN, NAN, 3, 5, "days", 0),
                    "between 3 and 5" THIN "days");
  test_assert_text (okr_format_range (between, NAN, NAN, 3, 5, "€", 0), "between €3 and €5");
  test_assert_text (okr_format_range (OKR_KEY_RESULT_KIND_YES_NO, NAN, NAN, NAN, NAN, NULL, 0),
                    "yes or no");
  test_assert_text (okr_format_range (OKR_KEY_RESULT_KIND_BASELINE, NAN, NAN, NAN, NAN, "s", 0),
                    "find a baseline");
  test_assert_text (okr_format_milestones (2, 3), "2 of 3 milestones");
  test_assert_text (okr_format_milestones (0, 1), "0 of 1 milestone");
}

static void
test_dates (void)
{
  OkrDay day = okr_day_from_ymd (2027, 2, 4);

  test_assert_text (okr_format_day (day), "4 February 2027");
  test_assert_text (okr_format_day_short (day), "4 Feb");
  test_assert_text (okr_format_day_numeric (day), "2027-02-04");
  test_assert_text (okr_format_day (OKR_DAY_NONE), "—");
  test_assert_text (okr_format_day_short (OKR_DAY_NONE), "—");
  test_assert_text (okr_format_day_numeric (OKR_DAY_NONE), "");
  test_assert_text (okr_format_day (OKR_DAY_MAX), "31 December 9999");
  test_assert_text (okr_format_days_ago (0), "today");
  test_assert_text (okr_format_days_ago (3), "3" THIN "d");
}

static void
test_cycle_stage (void)
{
  const OkrDay start = okr_day_from_ymd (2027, 1, 1);
  const OkrDay end = okr_day_from_ymd (2027, 3, 31);
  const OkrCycleState active = OKR_CYCLE_STATE_ACTIVE;
  const OkrCycleState closed = OKR_CYCLE_STATE_CLOSED;

  test_assert_text (okr_format_cycle_stage (start, end, okr_day_from_ymd (2027, 2, 22), active),
                    "week 8 of 13");
  test_assert_text (okr_format_cycle_stage (start, end, start, active), "week 1 of 13");
  test_assert_text (okr_format_cycle_stage (start, end, end, active), "week 13 of 13");
  test_assert_text (okr_format_cycle_stage (start, end, end + 1, active), "ended 31 Mar");
  test_assert_text (okr_format_cycle_stage (start, end, end + 1, closed), "ended 31 Mar");
  test_assert_text (okr_format_cycle_stage (start, end, end, closed), "closed");
  test_assert_text (okr_format_cycle_stage (start, end, start - 1, active), "starts 1 Jan");
  test_assert_text (okr_format_cycle_stage (start, end, end + 400, closed), "ended 31 March 2027");
  test_assert_text (okr_format_cycle_stage (start, end, start - 400, active),
                    "starts 1 January 2027");
  test_assert_text (okr_format_cycle_stage (OKR_DAY_NONE, end, end, active), NULL);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/count-decimals", test_count_decimals);
  g_test_add_func ("/format/number", test_number);
  g_test_add_func ("/format/quantity", test_quantity);
  g_test_add_func ("/format/progress", test_progress);
  g_test_add_func ("/format/range", test_range);
  g_test_add_func ("/format/dates", test_dates);
  g_test_add_func ("/format/cycle-stage", test_cycle_stage);
  return g_test_run ();
}
