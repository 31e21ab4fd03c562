/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-day.h"

#include <time.h>

#include "test-values.h"

static void
assert_day (OkrDay actual, const char *iso)
{
  g_autofree char *text = okr_day_to_iso (actual);

  g_assert_cmpstr (text, ==, iso != NULL ? iso : "");
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } rows[] = {
    { "2027-02-24", TRUE },   { "2028-02-29", TRUE },   { "2000-02-29", TRUE },
    { "0001-01-01", TRUE },   { "9999-12-31", TRUE },   { "2027-02-29", FALSE },
    { "1900-02-29", FALSE },  { "2027-13-01", FALSE },  { "2027-00-10", FALSE },
    { "2027-01-00", FALSE },  { "2027-04-31", FALSE },  { "0000-01-01", FALSE },
    { "2027-1-01", FALSE },   { "2027-01-1", FALSE },   { "27-01-01", FALSE },
    { " 2027-01-01", FALSE }, { "2027-01-01 ", FALSE }, { "2027/01/01", FALSE },
    { "20270101", FALSE },    { "", FALSE },            { "2027-01-01T00:00", FALSE },
    { "-027-01-01", FALSE },  { "2027-0a-01", FALSE },  { "12027-01-01", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      OkrDay result = 12345;

      g_test_message ("“%s”", rows[i].text);
      g_assert_cmpint (okr_day_parse (rows[i].text, &result), ==, rows[i].valid);
      if (rows[i].valid)
        assert_day (result, rows[i].text);
      else
        g_assert_cmpuint (result, ==, 12345);
    }
  g_assert_cmpuint (test_day ("9999-12-31"), ==, OKR_DAY_MAX);
  g_assert_cmpuint (test_day ("0001-01-01"), ==, 1);
  assert_day (OKR_DAY_NONE, NULL);
}

static void
test_ymd (void)
{
  int year = -1, month = -1, mday = -1;
  g_autoptr (GString) string = g_string_new ("on ");

  okr_day_to_ymd (test_day ("2028-02-29"), &year, &month, &mday);
  g_assert_cmpint (year, ==, 2028);
  g_assert_cmpint (month, ==, 2);
  g_assert_cmpint (mday, ==, 29);
  okr_day_to_ymd (OKR_DAY_NONE, &year, &month, &mday);
  g_assert_cmpint (year + month + mday, ==, 0);
  g_assert_cmpint (okr_day_diff (test_day ("2028-02-28"), test_day ("2028-03-01")), ==, 2);
  g_assert_cmpint (okr_day_diff (test_day ("2027-03-01"), test_day ("2027-02-28")), ==, -1);
  okr_day_append_iso (string, test_day ("2027-02-24"));
  okr_day_append_iso (string, OKR_DAY_NONE);
  g_assert_cmpstr (string->str, ==, "on 2027-02-24");
}

static void
test_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } rows[] = {
    { "2027-01-15", 1, "2027-02-15" },  { "2027-01-31", 1, "2027-02-28" },
    { "2028-01-31", 1, "2028-02-29" },  { "2028-02-29", 12, "2029-02-28" },
    { "2027-01-15", -1, "2026-12-15" }, { "2027-03-31", -1, "2027-02-28" },
    { "2027-05-31", 0, "2027-05-31" },  { "9999-12-01", 1, NULL },
    { "0001-01-01", -1, NULL },         { "2027-01-01", G_MAXINT, NULL },
    { "2027-01-01", G_MININT, NULL },   { NULL, 1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_day (okr_day_add_months (test_day (rows[i].from), rows[i].months), rows[i].to);
}

static void
test_quarters (void)
{
  static const struct
  {
    const char *day;
    guint fiscal_start;
    const char *name;
    const char *start;
    const char *end;
  } rows[] = {
    { "2027-02-24", 1, "Q1 2027", "2027-01-01", "2027-03-31" },
    { "2027-12-31", 1, "Q4 2027", "2027-10-01", "2027-12-31" },
    { "2028-02-29", 1, "Q1 2028", "2028-01-01", "2028-03-31" },
    { "2027-03-31", 4, "Q4 2027", "2027-01-01", "2027-03-31" },
    { "2027-04-01", 4, "Q1 2028", "2027-04-01", "2027-06-30" },
    { "2027-01-15", 2, "Q4 2027", "2026-11-01", "2027-01-31" },
    { "2027-02-01", 2, "Q1 2028", "2027-02-01", "2027-04-30" },
    { "2027-11-30", 12, "Q4 2027", "2027-09-01", "2027-11-30" },
    { "2027-12-01", 12, "Q1 2028", "2027-12-01", "2028-02-29" },
    { "9999-12-31", 1, "Q4 9999", "9999-10-01", "9999-12-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      OkrDay start, end;
      g_autofree char *name = okr_cycle_name_for_day (test_day (rows[i].day), rows[i].fiscal_start);

      g_assert_cmpstr (name, ==, rows[i].name);
      g_assert_true (
          okr_day_quarter (test_day (rows[i].day), rows[i].fiscal_start, &start, &end, NULL, NULL));
      assert_day (start, rows[i].start);
      assert_day (end, rows[i].end);
      start = end = OKR_DAY_NONE;
      g_assert_true (okr_cycle_name_parse (rows[i].name, rows[i].fiscal_start, &start, &end));
      assert_day (start, rows[i].start);
      assert_day (end, rows[i].end);
    }
  g_assert_null (okr_cycle_name_for_day (OKR_DAY_NONE, 1));
  g_assert_null (okr_cycle_name_for_day (test_day ("0001-01-15"), 3));
}

static void
test_cycle_names (void)
{
  static const char *const bad[] = { "Q0 2027", "Q5 2027", "Q1", "Q1 27",   "Q12027", "Q1 2027x",
                                     "",        "X1 2027", "Q1 0000", "Q1 -027", "Spring 2027" };
  OkrDay start = 7, end = 7;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (okr_cycle_name_parse (bad[i], 1, &start, &end));
  g_assert_cmpuint (start + end, ==, 14);
  g_assert_true (okr_cycle_name_parse ("  q2  2027 ", 1, &start, &end));
  assert_day (start, "2027-04-01");
  assert_day (end, "2027-06-30");
}

static void
test_weeks (void)
{
  static const struct
  {
    const char *start, *end, *today;
    gboolean valid;
    guint week, n;
  } rows[] = {
    { "2027-01-01", "2027-03-31", "2027-02-22", TRUE, 8, 13 },
    { "2027-01-01", "2027-03-31", "2027-01-01", TRUE, 1, 13 },
    { "2027-01-01", "2027-03-31", "2027-01-07", TRUE, 1, 13 },
    { "2027-01-01", "2027-03-31", "2027-01-08", TRUE, 2, 13 },
    { "2027-01-01", "2027-03-31", "2026-12-01", TRUE, 1, 13 },
    { "2027-01-01", "2027-03-31", "2027-03-31", TRUE, 13, 13 },
    { "2027-01-01", "2027-03-31", "2027-08-01", TRUE, 13, 13 },
    { "2027-01-01", "2027-01-07", "2027-01-07", TRUE, 1, 1 },
    { "2027-01-01", "2027-01-08", "2027-01-08", TRUE, 2, 2 },
    { "2027-01-01", "2027-01-01", "2027-01-01", TRUE, 1, 1 },
    { "2027-01-02", "2027-01-01", "2027-01-01", FALSE, 0, 0 },
    { NULL, "2027-01-01", "2027-01-01", FALSE, 0, 0 },
    { "2027-01-01", NULL, "2027-01-01", FALSE, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint week = 99, n = 99;

      g_assert_cmpint (okr_cycle_week (test_day (rows[i].start), test_day (rows[i].end),
                                       test_day (rows[i].today), &week, &n),
                       ==, rows[i].valid);
      g_assert_cmpuint (week, ==, rows[i].week);
      g_assert_cmpuint (n, ==, rows[i].n);
    }
}

static void
test_today (void)
{
  GDate date;

  g_setenv ("OKR_TODAY", "2028-02-29", TRUE);
  assert_day (okr_day_today (), "2028-02-29");
  g_setenv ("OKR_TODAY", "tomorrow", TRUE);
  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "OKR_TODAY=tomorrow is not a date*");
  g_assert_cmpuint (okr_day_today (), !=, OKR_DAY_NONE);
  g_test_assert_expected_messages ();
  g_unsetenv ("OKR_TODAY");
  g_date_clear (&date, 1);
  /* Once more if midnight passed between the two looks at the clock. */
  for (int i = 0; i < 2 && g_date_valid (&date) == FALSE; i++)
    {
      OkrDay today = okr_day_today ();

      g_date_set_time_t (&date, time (NULL));
      if (g_date_get_julian (&date) != today && i == 0)
        g_date_clear (&date, 1);
      else
        g_assert_cmpuint (g_date_get_julian (&date), ==, today);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/ymd", test_ymd);
  g_test_add_func ("/day/months", test_months);
  g_test_add_func ("/day/quarters", test_quarters);
  g_test_add_func ("/day/cycle-names", test_cycle_names);
  g_test_add_func ("/day/weeks", test_weeks);
  g_test_add_func ("/day/today", test_today);
  return g_test_run ();
}
