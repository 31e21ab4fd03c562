/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-rhythm.h"
#include "test-plans.h"

typedef struct
{
  const char *start;
  const char *end;
  const char *check_in_days;
  const char *weekly; /* the day of a weekly review, if any */
  const char *check_in;
  const char *review;
  const char *last_review;
  const char *retrospective;
} Case;

static const Case cases[] = {
  /* A quarter from a Monday to a Sunday */
  { "2027-01-04", "2027-04-04", "7", NULL, "2027-01-11", "2027-02-01", "2027-03-26", "2027-04-02" },
  /* The weekly review's day goes before the cycle's */
  { "2027-01-04", "2027-04-04", "7", "2027-01-14", "2027-01-14", "2027-02-04", "2027-03-26",
    "2027-04-02" },
  /* From a Friday; from a Saturday: nobody meets then */
  { "2027-01-01", "2027-03-31", "7", NULL, "2027-01-08", "2027-02-05", "2027-03-24", "2027-03-31" },
  { "2028-01-01", "2028-03-31", "7", NULL, "2028-01-10", "2028-02-07", "2028-03-24", "2028-03-31" },
  /* Every other week; every ten days, which knows no day of the week */
  { "2027-01-04", "2027-04-04", "14", NULL, "2027-01-18", "2027-02-01", "2027-03-26",
    "2027-04-02" },
  { "2027-01-04", "2027-04-04", "10", NULL, "2027-01-14", "2027-02-01", "2027-03-26",
    "2027-04-02" },
  /* Two weeks: one check-in and no review; a week: nothing but its end; a weekend, a day */
  { "2027-01-04", "2027-01-17", "7", NULL, "2027-01-11", "", "2027-01-08", "2027-01-15" },
  { "2027-01-04", "2027-01-10", "7", NULL, "", "", "2027-01-01", "2027-01-08" },
  { "2027-01-09", "2027-01-10", "7", NULL, "", "", "2027-01-03", "2027-01-10" },
  { "2027-01-06", "2027-01-06", "1", NULL, "", "", "2026-12-30", "2027-01-06" },
  /* A first Monday that comes too early for a review */
  { "2027-01-25", "2027-04-25", "7", NULL, "2027-02-01", "2027-03-01", "2027-04-16", "2027-04-23" },
  /* The ends of time */
  { "0001-01-01", "0001-01-02", "7", NULL, "", "", "", "0001-01-02" },
  { "9999-12-01", "9999-12-31", "7", NULL, "9999-12-08", "", "9999-12-24", "9999-12-31" },
};

static void
assert_day (OkrDay day, const char *wanted)
{
  g_autofree char *iso = okr_day_to_iso (day);

  g_assert_cmpstr (iso, ==, wanted);
}

/* The small plan's weekly review is on a Monday; other days are its cycle's. */
static OkrPlan *
make_plan (const Case *one)
{
  OkrPlan *plan = test_small_plan ();

  if (one->weekly != NULL)
    test_set (plan, "v1", "date", one->weekly);
  else
    g_assert_true (okr_edit_delete (plan, test_find (plan, "v1"), NULL));
  test_set (plan, "p1", "settings.checkInDays", one->check_in_days);
  test_set (plan, "c1", "start", one->start);
  test_set (plan, "c1", "end", one->end);

  return plan;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OkrPlan *plan = make_plan (&cases[i]);
      OkrRhythm rhythm;

      g_test_message ("%s to %s", cases[i].start, cases[i].end);
      g_assert_true (okr_rhythm_of_cycle (plan, OKR_CYCLE (test_find (plan, "c1")), &rhythm));
      assert_day (rhythm.check_in, cases[i].check_in);
      assert_day (rhythm.review, cases[i].review);
      assert_day (rhythm.last_review, cases[i].last_review);
      assert_day (rhythm.retrospective, cases[i].retrospective);
      test_finalize (plan);
    }
}

static void
test_no_dates (void)
{
  OkrPlan *plan = test_small_plan ();
  OkrItem *cycle = okr_item_new (OKR_TYPE_CYCLE, "c9");
  OkrRhythm rhythm;

  g_assert_false (okr_rhythm_of_cycle (plan, OKR_CYCLE (cycle), &rhythm));
  test_finalize (cycle);
  test_finalize (plan);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/rhythm/cases", test_cases);
  g_test_add_func ("/rhythm/no-dates", test_no_dates);

  return g_test_run ();
}
