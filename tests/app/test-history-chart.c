/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "okr-edit.h"
#include "okr-chart-scale.h"
#include "waymark-history-chart.h"
#include "waymark-key-result-chart.h"
#include "waymark-tooltip.h"
#include "widget-drawing.h"

static void
test_scale (void)
{
  static const struct
  {
    double low, high;
    guint max_ticks;
    double first, last, step;
    guint decimals;
  } cases[] = {
    { 1.8, 2.3, 6, 1.8, 2.3, 0.1, 1 },
    { 55, 90, 5, 50, 90, 10, 0 },
    { 0, 1, 6, 0, 1, 0.2, 1 },
    { -3, 3, 5, -4, 4, 2, 0 },
    { 5, 5, 3, 4.5, 5.5, 0.5, 1 },
    { 0, 0, 3, -1, 1, 1, 0 },
    { 400000, 520000, 5, 400000, 550000, 50000, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OkrChartScale scale;

      okr_chart_scale_init (&scale, cases[i].low, cases[i].high, cases[i].max_ticks);
      g_test_message ("row %" G_GSIZE_FORMAT ": %g…%g by %g", i, scale.low, scale.high, scale.step);
      g_assert_cmpfloat_with_epsilon (scale.low, cases[i].first, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.high, cases[i].last, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.step, cases[i].step, 1e-9);
      g_assert_cmpuint (scale.decimals, ==, cases[i].decimals);
    }
}

/* Whatever the range, the ticks hold it and are neither too many nor fewer than two. */
static void
test_scale_random (void)
{
  const guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 20000; i++)
    {
      const double base =
          g_rand_double_range (rand, -1, 1) * pow (10, g_rand_int_range (rand, -9, 12));
      const double span = g_rand_double (rand) * pow (10, g_rand_int_range (rand, -12, 12));
      const guint max_ticks = (guint) g_rand_int_range (rand, 3, 8);
      OkrChartScale scale;

      okr_chart_scale_init (&scale, base, base + span, max_ticks);
      g_assert_cmpfloat (scale.low, <=, base + scale.step * 1e-6);
      g_assert_cmpfloat (scale.high, >=, base + span - scale.step * 1e-6);
      g_assert_cmpuint (scale.n_ticks, >=, 2);
      g_assert_cmpuint (scale.n_ticks, <=, max_ticks);
    }
}

static void
test_months (void)
{
  static const struct
  {
    const char *start, *end;
    guint max_labels;
    const char *first;
    int step;
  } cases[] = {
    { "2027-01-04", "2027-04-04", 6, "2027-01-01", 1 },
    { "2027-02-28", "2027-12-31", 6, "2027-01-01", 2 },
    { "2027-05-01", "2028-04-30", 4, "2027-04-01", 3 },
    { "2020-05-01", "2029-04-30", 4, "2020-01-01", 36 },
    { "2027-01-04", "2027-01-04", 1, "2027-01-01", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = NULL;
      OkrDay start;
      OkrDay end;
      int step;

      g_assert_true (okr_day_parse (cases[i].start, &start));
      g_assert_true (okr_day_parse (cases[i].end, &end));
      first = okr_day_to_iso (okr_chart_scale_get_months (start, end, cases[i].max_labels, &step));
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpint (step, ==, cases[i].step);
    }
}

static void
test_chart_summary (void)
{
  const OkrDay first = okr_day_from_ymd (2027, 1, 4);
  const OkrChartPoint points[] = {
    { first, 90 }, { first + 20, NAN }, { first + 30, 84 }, { first + 49, 78 }
  };
  OkrChartSeries series = OKR_CHART_SERIES_INIT;
  GtkWidget *widget = waymark_history_chart_new ();
  WaymarkHistoryChart *chart = WAYMARK_HISTORY_CHART (widget);

  g_assert_cmpstr (waymark_history_chart_get_summary (chart), ==, "No check-in yet");
  series.points = points;
  series.unit = "s";
  series.n_points = 1;
  waymark_history_chart_set_series (chart, &series);
  g_assert_cmpstr (waymark_history_chart_get_summary (chart), ==, "1 check-in: 90\u202fs on 4 Jan");
  series.n_points = G_N_ELEMENTS (points);
  waymark_history_chart_set_series (chart, &series);
  g_assert_cmpstr (waymark_history_chart_get_summary (chart), ==,
                   "3 check-ins from 90\u202fs on 4 Jan to 78\u202fs on 22 Feb");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       waymark_history_chart_get_summary (chart));
  widget_drawing_finish (widget);
}

static OkrKeyResult *
add_key_result (OkrPlan *plan)
{
  g_autoptr (OkrItem) objective = okr_item_new (OKR_TYPE_OBJECTIVE, NULL);
  g_autoptr (OkrItem) kr = okr_item_new (OKR_TYPE_KEY_RESULT, NULL);

  g_assert_true (okr_edit_insert (plan, OKR_ITEM (plan), 0, objective, NULL));
  g_assert_true (okr_edit_insert (plan, objective, 0, kr, NULL));

  return OKR_KEY_RESULT (kr);
}

/* Of two check-ins of a day the one that was made later counts, wherever the document has it. */
static void
test_chart_same_day (void)
{
  static const struct
  {
    double value;
    const char *created;
  } check_ins[] = { { 84, "2027-02-22T15:00:00Z" }, { 80, "2027-02-22T12:00:00Z" } };
  g_autoptr (OkrPlan) plan = okr_plan_new ();
  const OkrDay day = okr_day_from_ymd (2027, 2, 22);
  OkrKeyResult *kr = add_key_result (plan);
  GtkWidget *chart = waymark_history_chart_new ();

  okr_plan_set_today (plan, day + 2);
  for (gsize i = 0; i < G_N_ELEMENTS (check_ins); i++)
    {
      g_autoptr (OkrItem) check_in = okr_item_new (OKR_TYPE_CHECK_IN, NULL);

      g_assert_true (okr_edit_insert (plan, OKR_ITEM (kr), G_MAXUINT, check_in, NULL));
      g_assert_true (okr_edit_set_day (plan, check_in, "date", day, NULL));
      g_assert_true (okr_edit_set_text (plan, check_in, "created", check_ins[i].created, NULL));
      g_assert_true (okr_edit_set_number (plan, check_in, "value", check_ins[i].value, NULL));
    }

  g_assert_true (waymark_key_result_chart_show (WAYMARK_HISTORY_CHART (chart), plan, kr));
  g_assert_cmpstr (waymark_history_chart_get_summary (WAYMARK_HISTORY_CHART (chart)), ==,
                   "2 check-ins from 80 on 22 Feb to 84 on 22 Feb");
  g_assert_cmpfloat (okr_key_result_get_figures (kr)->value, >, 83);
  widget_drawing_finish (chart);
}

static void
test_chart_milestones (void)
{
  const OkrDay days[] = { OKR_DAY_NONE, okr_day_from_ymd (2027, 2, 8),
                          okr_day_from_ymd (2027, 1, 20) };
  static const char *const summaries[] = {
    "No milestone reached yet",
    "1 milestone reached on 8 Feb",
    "2 milestones reached, the latest on 8 Feb",
  };
  g_autoptr (OkrPlan) plan = okr_plan_new ();
  OkrKeyResult *kr = add_key_result (plan);
  GtkWidget *chart = waymark_history_chart_new ();

  okr_plan_set_today (plan, okr_day_from_ymd (2027, 2, 24));
  g_assert_true (
      okr_edit_set_enum (plan, OKR_ITEM (kr), "kind", OKR_KEY_RESULT_KIND_MILESTONES, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (OkrItem) milestone = okr_item_new (OKR_TYPE_MILESTONE, NULL);

      g_assert_true (okr_edit_insert (plan, OKR_ITEM (kr), G_MAXUINT, milestone, NULL));
      if (days[i] != OKR_DAY_NONE)
        g_assert_true (okr_edit_set_day (plan, milestone, "done", days[i], NULL));
      g_assert_true (waymark_key_result_chart_show (WAYMARK_HISTORY_CHART (chart), plan, kr));
      g_assert_cmpstr (waymark_history_chart_get_summary (WAYMARK_HISTORY_CHART (chart)), ==,
                       summaries[i]);
    }
  widget_drawing_finish (chart);
}

/* What a chart says somewhere, %NULL where it says nothing. */
static const char *
ask_tooltip (GtkWidget *chart, int x, int y)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean is_shown = FALSE;

  g_signal_emit_by_name (chart, "query-tooltip", x, y, FALSE, tooltip, &is_shown);

  return is_shown ? g_intern_string (gtk_label_get_text (waymark_tooltip_get_label (tooltip)))
                  : NULL;
}

/* How many pixels of a line from top to bottom tell @text. */
static guint
count_telling (GtkWidget *chart, int x, const char *text)
{
  guint n = 0;

  for (int y = 0; y < gtk_widget_get_height (chart); y++)
    n += g_strcmp0 (ask_tooltip (chart, x, y), text) == 0;

  return n;
}

/* The lines of the target, and of the target as it was agreed, tell what they are. */
static void
test_chart_tooltips (void)
{
  const OkrDay first = okr_day_from_ymd (2027, 1, 4);
  const OkrChartPoint points[] = { { first, 90 }, { first + 20, 84 } };
  OkrChartSeries series = OKR_CHART_SERIES_INIT;
  GtkWidget *chart = waymark_history_chart_new ();

  series.points = points;
  series.n_points = G_N_ELEMENTS (points);
  series.start = first;
  series.end = first + 90;
  series.today = first + 30;
  series.target = 55;
  series.agreed_target = 70;
  series.unit = "s";
  waymark_history_chart_set_series (WAYMARK_HISTORY_CHART (chart), &series);
  g_assert_true (widget_drawing_draw (chart, 400, 200));

  g_assert_cmpuint (count_telling (chart, 300, "Target: 55\u202fs"), >, 3);
  g_assert_cmpuint (count_telling (chart, 300, "Agreed target: 70\u202fs"), >, 3);
  g_assert_cmpuint (count_telling (chart, 300, "Target: 70\u202fs"), ==, 0);
  g_assert_cmpuint (count_telling (chart, 300, NULL), >, 100);
  widget_drawing_finish (chart);
}

static void
test_chart_extremes (void)
{
  const OkrDay first = okr_day_from_ymd (2027, 1, 4);
  static const gsize counts[] = { 0, 1, 2, 100 };
  static const double values[] = { 0, 5, -1e12, 1e300, NAN, INFINITY };
  static const int widths[] = { 30, 120, 300, 1200 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts) * G_N_ELEMENTS (values); i++)
    {
      OkrChartPoint points[100];
      const OkrChartMark marks[] = { { first + 3, "Test" }, { first + 9999, "Later" } };
      OkrChartSeries series = OKR_CHART_SERIES_INIT;
      const double value = values[i % G_N_ELEMENTS (values)];
      GtkWidget *chart = waymark_history_chart_new ();

      for (guint j = 0; j < G_N_ELEMENTS (points); j++)
        points[j] = (OkrChartPoint){ first - 50 + j, j % 2 == 0 ? value : -value };
      series.points = points;
      series.n_points = counts[i / G_N_ELEMENTS (values)];
      series.marks = marks;
      series.n_marks = G_N_ELEMENTS (marks);
      series.start = i % 2 == 0 ? first : OKR_DAY_NONE;
      series.end = i % 3 == 0 ? first - 10 : first + 90;
      series.today = first + 20;
      series.start_value = value;
      series.target = i % 2 == 0 ? value : 3;
      series.low = 1;
      series.high = value;
      waymark_history_chart_set_series (WAYMARK_HISTORY_CHART (chart), &series);
      for (gsize w = 0; w < G_N_ELEMENTS (widths); w++)
        g_assert_true (widget_drawing_draw (chart, widths[w], 160));
      widget_drawing_finish (chart);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/chart/scale", test_scale);
  g_test_add_func ("/chart/scale-random", test_scale_random);
  g_test_add_func ("/chart/months", test_months);
  g_test_add_func ("/chart/summary", test_chart_summary);
  g_test_add_func ("/chart/same-day", test_chart_same_day);
  g_test_add_func ("/chart/milestones", test_chart_milestones);
  g_test_add_func ("/chart/tooltips", test_chart_tooltips);
  g_test_add_func ("/chart/extremes", test_chart_extremes);

  return g_test_run ();
}
