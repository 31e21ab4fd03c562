/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-grade.h"

#include <math.h>

static void
test_format (void)
{
  static const struct
  {
    double grade;
    const char *text;
  } rows[] = {
    { 0.699, "0.6" }, { 0.7, "0.7" },  { 0.1 + 0.2 + 0.4, "0.7" }, { 0.3, "0.3" },
    { 1, "1.0" },     { 0.999, "0.9" }, { 0, "0.0" },              { 0.05, "0.0" },
    { 0.29, "0.2" },  { NAN, "—" },     { 0.1 * 3, "0.3" },        { 0.6999999, "0.6" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = okr_grade_format (rows[i].grade);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
  /* Every tenth that arithmetic can produce keeps its own name. */
  for (int tenth = 0; tenth <= 10; tenth++)
    {
      double up = tenth * 0.1, down = 1 - (10 - tenth) * 0.1;

      g_assert_cmpint (lrint (okr_grade_truncate (up) * 10), ==, tenth);
      g_assert_cmpint (lrint (okr_grade_truncate (down) * 10), ==, tenth);
    }
}

static void
test_computed (void)
{
  g_assert_cmpfloat_with_epsilon (okr_grade_computed (1.25), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (okr_grade_computed (-0.25), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (okr_grade_computed (0.25), 0.25, 1e-12);
  g_assert_true (isnan (okr_grade_computed (NAN)));
}

static void
test_band (void)
{
  static const struct
  {
    double grade;
    OkrGradeBand aspirational, committed;
  } rows[] = {
    { 0, OKR_GRADE_BAND_RED, OKR_GRADE_BAND_RED },
    { 0.399, OKR_GRADE_BAND_RED, OKR_GRADE_BAND_RED },
    { 0.4, OKR_GRADE_BAND_AMBER, OKR_GRADE_BAND_RED },
    { 0.699, OKR_GRADE_BAND_AMBER, OKR_GRADE_BAND_RED },
    { 0.7, OKR_GRADE_BAND_GREEN, OKR_GRADE_BAND_AMBER },
    { 0.999, OKR_GRADE_BAND_GREEN, OKR_GRADE_BAND_AMBER },
    { 1, OKR_GRADE_BAND_GREEN, OKR_GRADE_BAND_GREEN },
    { NAN, OKR_GRADE_BAND_NONE, OKR_GRADE_BAND_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (okr_grade_band (rows[i].grade, OKR_AMBITION_ASPIRATIONAL), ==,
                       rows[i].aspirational);
      g_assert_cmpint (okr_grade_band (rows[i].grade, OKR_AMBITION_COMMITTED), ==,
                       rows[i].committed);
    }
  g_assert_cmpstr (okr_grade_band_to_label (OKR_GRADE_BAND_AMBER), ==, "Amber");
  g_assert_cmpstr (okr_grade_band_to_label (OKR_GRADE_BAND_NONE), ==, "—");
}

static void
test_hint (void)
{
  g_assert_cmpint (okr_cycle_hint (0.86), ==, OKR_CYCLE_HINT_TOO_EASY);
  g_assert_cmpint (okr_cycle_hint (0.85), ==, OKR_CYCLE_HINT_NONE);
  g_assert_cmpint (okr_cycle_hint (0.4), ==, OKR_CYCLE_HINT_NONE);
  g_assert_cmpint (okr_cycle_hint (0.39), ==, OKR_CYCLE_HINT_TOO_FAR);
  g_assert_cmpint (okr_cycle_hint (NAN), ==, OKR_CYCLE_HINT_NONE);
  g_assert_cmpstr (okr_cycle_hint_to_text (OKR_CYCLE_HINT_TOO_FAR), ==, "Too far?");
  g_assert_null (okr_cycle_hint_to_text (OKR_CYCLE_HINT_NONE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grade/format", test_format);
  g_test_add_func ("/grade/computed", test_computed);
  g_test_add_func ("/grade/band", test_band);
  g_test_add_func ("/grade/hint", test_hint);
  return g_test_run ();
}
