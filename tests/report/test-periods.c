/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-import-periods.h"
#include "test-plans.h"

typedef struct
{
  const char *name; /* of a cycle */
  const char *start;
  const char *end;
} Cycle;

static const Cycle first = { "Q1 2027", "2027-01-01", "2027-03-31" };
static const Cycle second = { "Q2 2027", "2027-04-01", "2027-06-30" };
static const Cycle year = { "2027", "2027-01-01", "2027-12-31" };
static const Cycle weeks = { "Winter", "2027-01-04", "2027-03-28" };
static const Cycle fiscal = { "Q1 2027", "2027-02-01", "2027-04-30" };
static const Cycle two_years = { "Long", "2027-01-01", "2028-12-31" };
static const Cycle month = { "May", "2027-05-01", "2027-05-31" };
static const Cycle last = { "End", "9999-10-01", "9999-12-31" };

#define NONE "none"       /* no period */
#define OUTSIDE "outside" /* none of the cycle */
#define SEVERAL "several" /* which one is not said */

static const struct
{
  const char *text;
  const Cycle *cycle;
  const char *last;
} cases[] = {
  { "EOQ", &first, "2027-03-31" },
  { "End of quarter", &second, "2027-06-30" },
  { "Quartalsende", &fiscal, "2027-04-30" },
  { "fin de trimestre", &weeks, "2027-03-28" },
  { "EOQ", &year, SEVERAL },
  { "EOQ", &month, OUTSIDE },
  { "EOY", &year, "2027-12-31" },
  { "fin d’année", &year, "2027-12-31" },
  { "fin de año", &year, "2027-12-31" },
  { "EOY", &first, OUTSIDE },
  { "end of 2027", &first, "2027-12-31" },
  { "end of cycle", &weeks, "2027-03-28" },
  { "EOM", &month, "2027-05-31" },
  { "EOM", &first, SEVERAL },
  { "EOM March", &first, "2027-03-31" },
  { "Q1", &first, "2027-03-31" },
  { "end of Q1", &first, "2027-03-31" },
  { "Ende Q1", &first, "2027-03-31" },
  { "1. Quartal", &first, "2027-03-31" },
  { "1er trimestre", &first, "2027-03-31" },
  { "fin del T1", &first, "2027-03-31" },
  { "EOQ1", &first, "2027-03-31" },
  { "Q1", &fiscal, "2027-04-30" },
  { "Q1", &weeks, "2027-03-28" },
  { "Q3", &year, "2027-09-30" },
  { "Q1", &second, OUTSIDE },
  { "Q1", &two_years, SEVERAL },
  { "Q3 2028", &first, "2028-09-30" },
  { "Q3/28", &first, "2028-09-30" },
  { "H1", &year, "2027-06-30" },
  { "H1", &first, OUTSIDE },
  { "W7", &first, "2027-02-21" },
  { "week 7", &first, "2027-02-21" },
  { "CW 7", &first, "2027-02-21" },
  { "KW 07", &first, "2027-02-21" },
  { "7. KW", &first, "2027-02-21" },
  { "semana 7", &first, "2027-02-21" },
  { "Semaine 7", &first, "2027-02-21" },
  { "S7", &first, "2027-02-21" },
  { "KW 53", &first, "2027-01-03" },
  { "KW 13", &first, "2027-03-31" },
  { "KW 7/28", &first, "2028-02-20" },
  { "W7", &second, "2027-05-19" },
  { "KW 7", &second, OUTSIDE },
  { "W13", &second, SEVERAL },
  { "KW 13", &second, "2027-04-04" },
  { "W13", &first, "2027-03-31" },
  { "W14", &second, "2027-04-11" },
  { "W40", &second, OUTSIDE },
  { "KW 53 2027", &first, OUTSIDE },
  { "March", &first, "2027-03-31" },
  { "end of March", &first, "2027-03-31" },
  { "by the end of march", &first, "2027-03-31" },
  { "Mrz.", &first, "2027-03-31" },
  { "Ende März", &first, "2027-03-31" },
  { "bis Ende Feb.", &first, "2027-02-28" },
  { "fin mars", &first, "2027-03-31" },
  { "finales de marzo", &first, "2027-03-31" },
  { "end of April", &first, OUTSIDE },
  { "end of April 2028", &first, "2028-04-30" },
  { "mid-March", &first, "2027-03-15" },
  { "Mitte März", &first, "2027-03-15" },
  { "mi-février", &first, "2027-02-15" },
  { "mediados de enero", &first, "2027-01-15" },
  { "mid-April", &first, OUTSIDE },
  { "December", &last, OUTSIDE },
  { "November", &last, OUTSIDE },
  { "EOQ", &last, "9999-12-31" },
  { "S1", &first, SEVERAL },
  { "1 week", &first, NONE },
  { "2 weeks", &first, NONE },
  { "1 month", &first, NONE },
  { "1 year", &year, NONE },
  { "quarter", &first, NONE },
  { "March April", &first, NONE },
  { "mid-quarter", &first, NONE },
  { "Q1-Q2", &first, NONE },
  { "Q5", &first, NONE },
  { "KW 54", &first, NONE },
  { "W0", &first, NONE },
  { "7", &first, NONE },
  { "2027", &first, NONE },
  { "soon", &first, NONE },
  { "end", &first, NONE },
  { "", &first, NONE },
};

static char *
find_last (const char *text, OkrCycle *cycle)
{
  OkrImportPeriod period;
  OkrDay start = OKR_DAY_NONE, day = OKR_DAY_NONE;

  if (!okr_import_parse_period (text, &period))
    return g_strdup (NONE);
  switch (okr_import_period_place (&period, cycle, &start, &day))
    {
    case 0:
      return g_strdup (OUTSIDE);
    case 1:
      return okr_day_to_iso (day);
    default:
      return g_strdup (SEVERAL);
    }
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OkrPlan *plan = test_small_plan ();
      g_autofree char *found = NULL;

      test_set (plan, "c1", "name", cases[i].cycle->name);
      test_set (plan, "c1", "start", cases[i].cycle->start);
      test_set (plan, "c1", "end", cases[i].cycle->end);
      g_test_message ("%s in %s from %s", cases[i].text, cases[i].cycle->name,
                      cases[i].cycle->start);
      found = find_last (cases[i].text, OKR_CYCLE (test_find (plan, "c1")));
      g_assert_cmpstr (found, ==, cases[i].last);
      test_finalize (plan);
    }
}

static void
test_no_cycle (void)
{
  g_autofree char *week = find_last ("KW 7 2027", NULL);
  g_autofree char *end = find_last ("EOQ", NULL);

  g_assert_cmpstr (week, ==, "2027-02-21");
  g_assert_cmpstr (end, ==, SEVERAL);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/periods/cases", test_cases);
  g_test_add_func ("/periods/no-cycle", test_no_cycle);

  return g_test_run ();
}
