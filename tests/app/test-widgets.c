/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "waymark-chart-scale.h"
#include "waymark-history-chart.h"
#include "waymark-key-result-cell.h"
#include "waymark-objective-cell.h"
#include "waymark-progress-bar.h"
#include "waymark-progress-paint.h"
#include "waymark-progress-ring.h"
#include "waymark-status-pill.h"
#include "waymark-status-style.h"

#define N_STATUSES (OKR_STATUS_AT_RISK + 1)

static const double extremes[] = { NAN,  -INFINITY,   -1e300, -3,    -0.0,    0,        1e-300,
                                   0.01, 0.5,         0.9999, 1,     1.00001, 9.99,     1e300,
                                   INFINITY };

static GtkWidget *
new_key_result_cell (double progress)
{
  const WaymarkKeyResultFigures figures = {
    .title = "Raise mobile conversion rate in every market in which we are at home",
    .subtitle = "1.8 → 2.3 %",
    .value = "1.90 %",
    .percent = "20 %",
    .confidence = "3/10",
    .age = "3 d",
    .progress = progress,
    .expected = 0.58,
    .status = OKR_STATUS_AT_RISK,
  };
  GtkWidget *cell = waymark_key_result_cell_new ();

  waymark_key_result_cell_set (WAYMARK_KEY_RESULT_CELL (cell), &figures);

  return cell;
}

static GtkWidget *
new_objective_cell (double progress)
{
  const WaymarkObjectiveFigures figures = {
    .title = "Make mobile the channel customers prefer to buy in",
    .subtitle = "Digital · Ana Reyes",
    .parent = "↑ Grow into the region’s favourite shop",
    .progress = progress,
    .expected = 0.58,
    .status = OKR_STATUS_BEHIND,
  };
  GtkWidget *cell = waymark_objective_cell_new ();

  waymark_objective_cell_set (WAYMARK_OBJECTIVE_CELL (cell), &figures);

  return cell;
}

/* Draws a widget at a size and says whether anything came out. */
static gboolean
draw (GtkWidget *widget,
      int        width,
      int        height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, 0, width, height }, -1);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return FALSE;

  gsk_render_node_unref (node);

  return TRUE;
}

static void
finish (GtkWidget *widget)
{
  g_object_ref_sink (widget);
  g_assert_finalize_object (widget);
}

static double
luminance (const GdkRGBA *color)
{
  const float channels[3] = { color->red, color->green, color->blue };
  static const double weights[3] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (int i = 0; i < 3; i++)
    sum += weights[i] * (channels[i] <= 0.04045f ? channels[i] / 12.92
                                                 : pow ((channels[i] + 0.055) / 1.055, 2.4));

  return sum;
}

static double
contrast (const GdkRGBA *a,
          const GdkRGBA *b)
{
  const double la = luminance (a);
  const double lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static void
test_contrast (void)
{
  static const char *const cards[WAYMARK_N_STATUS_THEMES] = { "#ffffff", "#363636", "#ffffff",
                                                              "#363636" };

  for (int status = 0; status < N_STATUSES; status++)
    for (int theme = 0; theme < WAYMARK_N_STATUS_THEMES; theme++)
      {
        const gboolean is_hc = theme >= WAYMARK_STATUS_THEME_LIGHT_HC;
        const WaymarkStatusStyle *style
          = waymark_status_style_lookup ((OkrStatus) status, (WaymarkStatusTheme) theme);
        GdkRGBA card;

        g_assert_true (gdk_rgba_parse (&card, cards[theme]));
        g_test_message ("status %d, theme %d: %.2f on the tint, %.2f on the card", status, theme,
                        contrast (&style->text, &style->tint), contrast (&style->text, &card));
        g_assert_cmpfloat (contrast (&style->text, &style->tint), >=, is_hc ? 7 : 4.5);
        g_assert_cmpfloat (contrast (&style->text, &card), >=, 4.5);
        if (is_hc)
          g_assert_cmpfloat (contrast (&style->fill, &card), >=, 3);
      }
}

static void
test_geometry (void)
{
  static const struct
  {
    double progress, expected;
    gboolean mirrored;
    gboolean defined, is_over, is_under;
    double start, length, tick;
  } cases[] = {
    { 0.2, 0.58, FALSE, TRUE, FALSE, FALSE, 0, 20, 58 },
    { 0.2, 0.58, TRUE, TRUE, FALSE, FALSE, 80, 20, 42 },
    { 0, 0, FALSE, TRUE, FALSE, FALSE, 0, 0, 0 },
    { 1, 1, FALSE, TRUE, FALSE, FALSE, 0, 100, 100 },
    { 1.25, 2, FALSE, TRUE, TRUE, FALSE, 0, 100, 100 },
    { -0.25, -1, FALSE, TRUE, FALSE, TRUE, 0, 0, 0 },
    { -0.25, -1, TRUE, TRUE, FALSE, TRUE, 100, 0, 100 },
    { NAN, 0.5, FALSE, FALSE, FALSE, FALSE, 0, 0, 50 },
    { 0.5, NAN, FALSE, TRUE, FALSE, FALSE, 0, 50, NAN },
    { INFINITY, INFINITY, FALSE, TRUE, TRUE, FALSE, 0, 100, 100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WaymarkProgressGeometry g;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      waymark_progress_geometry (&g, cases[i].progress, cases[i].expected, 100,
                                 cases[i].mirrored);
      g_assert_cmpint (g.defined, ==, cases[i].defined);
      g_assert_cmpint (g.is_over, ==, cases[i].is_over);
      g_assert_cmpint (g.is_under, ==, cases[i].is_under);
      g_assert_cmpfloat_with_epsilon (g.fill_start, cases[i].start, 1e-9);
      g_assert_cmpfloat_with_epsilon (g.fill_length, cases[i].length, 1e-9);
      if (isnan (cases[i].tick))
        g_assert_true (isnan (g.tick));
      else
        g_assert_cmpfloat_with_epsilon (g.tick, cases[i].tick, 1e-9);
    }
}

static void
test_ring_number (void)
{
  static const struct
  {
    double progress;
    const char *number;
  } cases[] = {
    { NAN, "—" },   { 0, "0" },    { 0.001, "1" }, { 0.37, "37" }, { 0.999, "99" },
    { 1, "100" },   { 1.25, "125" }, { -0.25, "−25" }, { -0.001, "−1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = waymark_progress_dup_number (cases[i].progress);

      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

static void
test_accessible (void)
{
  static const struct
  {
    double progress, expected;
    OkrStatus status;
    const char *text;
    double min, max, now;
  } cases[] = {
    { 0.2, 0.58, OKR_STATUS_AT_RISK, "20 %, expected 58 %, At risk", 0, 100, 20 },
    { 1.25, 0.5, OKR_STATUS_ACHIEVED, "125 %, expected 50 %, Achieved", 0, 125, 125 },
    { -0.25, NAN, OKR_STATUS_AT_RISK, "−25 %, At risk", -25, 100, -25 },
    { NAN, 0.58, OKR_STATUS_NOT_COUNTED, "Not counted", 0, 100, 0 },
  };
  GtkWidget *bar = waymark_progress_bar_new ();
  GtkWidget *ring = waymark_progress_ring_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = waymark_progress_dup_text (cases[i].progress, cases[i].expected,
                                                         cases[i].status);
      g_auto (GStrv) parts = g_strsplit (text, "\u202f", -1);
      g_autofree char *plain = g_strjoinv (" ", parts);

      g_assert_cmpstr (plain, ==, cases[i].text);
      waymark_progress_bar_set (WAYMARK_PROGRESS_BAR (bar), cases[i].progress, cases[i].expected,
                                cases[i].status);
      waymark_progress_ring_set (WAYMARK_PROGRESS_RING (ring), cases[i].progress,
                                 cases[i].expected, cases[i].status);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar),
                                           GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar),
                                           GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, cases[i].now);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring),
                                           GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, cases[i].min);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ring),
                                           GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, cases[i].max);
    }
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_METER);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_ROLE_METER);
  finish (bar);
  finish (ring);
}

static void
on_notify_cb (GObject    *object,
              GParamSpec *pspec,
              guint      *count)
{
  (*count)++;
}

static void
test_notify (void)
{
  GtkWidget *bar = waymark_progress_bar_new ();
  guint count = 0;

  g_signal_connect (bar, "notify", G_CALLBACK (on_notify_cb), &count);
  waymark_progress_bar_set (WAYMARK_PROGRESS_BAR (bar), NAN, NAN, OKR_STATUS_NOT_COUNTED);
  g_assert_cmpuint (count, ==, 0);
  waymark_progress_bar_set (WAYMARK_PROGRESS_BAR (bar), 0.5, 0.5, OKR_STATUS_BEHIND);
  g_assert_cmpuint (count, ==, 3);
  g_object_set (bar, "progress", 0.5, "status", OKR_STATUS_BEHIND, NULL);
  g_assert_cmpuint (count, ==, 3);
  g_object_set (bar, "expected", NAN, NULL);
  g_assert_cmpuint (count, ==, 4);
  g_object_set (bar, "explanation", "Because", NULL);
  g_assert_cmpuint (count, ==, 6);
  g_assert_true (gtk_widget_get_has_tooltip (bar));
  waymark_progress_bar_set_explanation (WAYMARK_PROGRESS_BAR (bar), NULL);
  g_assert_false (gtk_widget_get_has_tooltip (bar));
  finish (bar);
}

static void
test_extremes (gconstpointer data)
{
  gtk_widget_set_default_direction ((GtkTextDirection) GPOINTER_TO_INT (data));
  for (gsize i = 0; i < G_N_ELEMENTS (extremes); i++)
    for (int status = 0; status < N_STATUSES; status++)
      {
        GtkWidget *bar = waymark_progress_bar_new ();
        GtkWidget *ring = waymark_progress_ring_new ();
        GtkWidget *pill = waymark_status_pill_new ((OkrStatus) status);
        GtkWidget *key_result = new_key_result_cell (extremes[i]);
        GtkWidget *objective = new_objective_cell (extremes[i]);

        waymark_progress_bar_set (WAYMARK_PROGRESS_BAR (bar), extremes[i], extremes[i],
                                  (OkrStatus) status);
        waymark_progress_ring_set (WAYMARK_PROGRESS_RING (ring), extremes[i], extremes[i],
                                   (OkrStatus) status);
        g_assert_true (draw (bar, 200, 18));
        g_assert_true (draw (bar, 48, 18));
        g_assert_true (draw (ring, 200, 200));
        g_assert_true (draw (pill, 200, 40));
        g_assert_true (draw (key_result, 800, 90));
        g_assert_true (draw (key_result, 500, 90));
        g_assert_true (draw (key_result, 300, 90));
        g_assert_true (draw (objective, 800, 90));
        g_assert_true (draw (objective, 300, 90));
        finish (bar);
        finish (ring);
        finish (pill);
        finish (key_result);
        finish (objective);
      }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int minimum;
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);

  return natural;
}

/* A virtual list jumps when its rows differ in height. */
static void
test_one_height (void)
{
  GtkWidget *empty = waymark_key_result_cell_new ();
  GtkWidget *full = new_key_result_cell (0.5);
  GtkWidget *head = waymark_objective_cell_new ();
  GtkWidget *full_head = new_objective_cell (0.5);

  g_assert_cmpint (get_height (empty, -1), ==, get_height (full, -1));
  g_assert_cmpint (get_height (full, -1), ==, get_height (full, 300));
  g_assert_cmpint (get_height (full, 500), ==, get_height (full, 2000));
  g_assert_cmpint (get_height (head, -1), ==, get_height (full_head, 300));
  finish (empty);
  finish (full);
  finish (head);
  finish (full_head);
}

static gboolean
on_deadline_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
test_text_scale (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *cell = new_key_result_cell (0.5);
  GtkWidget *ring = waymark_progress_ring_new ();
  gboolean is_late = FALSE;
  const guint deadline = g_timeout_add_seconds (10, on_deadline_cb, &is_late);
  int height;
  int diameter;

  gtk_box_append (GTK_BOX (box), cell);
  gtk_box_append (GTK_BOX (box), ring);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  height = get_height (cell, -1);
  diameter = get_height (ring, -1);
  g_assert_cmpint (height, >, 40);

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  while (get_height (cell, -1) < 2 * height - 4 && !is_late)
    g_main_context_iteration (NULL, TRUE);
  g_test_message ("cell %d → %d, ring %d → %d", height, get_height (cell, -1), diameter,
                  get_height (ring, -1));
  g_assert_false (is_late);
  g_assert_cmpint (get_height (ring, -1), >=, 2 * diameter - 4);

  g_source_remove (deadline);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_parts (void)
{
  GtkWidget *widget = new_key_result_cell (0.5);
  WaymarkKeyResultCell *cell = WAYMARK_KEY_RESULT_CELL (widget);

  g_assert_true (draw (widget, 730, 55));
  g_assert_cmpint (waymark_key_result_cell_get_part_at (cell, 30, 20), ==,
                   WAYMARK_KEY_RESULT_PART_TITLE);
  g_assert_cmpint (waymark_key_result_cell_get_part_at (cell, 480, 27), ==,
                   WAYMARK_KEY_RESULT_PART_BAR);
  g_assert_cmpint (waymark_key_result_cell_get_part_at (cell, 710, 27), ==,
                   WAYMARK_KEY_RESULT_PART_AGE);
  g_assert_true (waymark_key_result_cell_is_title_cut (cell));
  g_assert_true (draw (widget, 1600, 55));
  g_assert_false (waymark_key_result_cell_is_title_cut (cell));

  gtk_widget_set_direction (widget, GTK_TEXT_DIR_RTL);
  g_assert_true (draw (widget, 730, 55));
  g_assert_cmpint (waymark_key_result_cell_get_part_at (cell, 700, 20), ==,
                   WAYMARK_KEY_RESULT_PART_TITLE);
  g_assert_cmpint (waymark_key_result_cell_get_part_at (cell, 20, 27), ==,
                   WAYMARK_KEY_RESULT_PART_AGE);
  finish (widget);
}

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
      WaymarkChartScale scale;

      waymark_chart_scale_init (&scale, cases[i].low, cases[i].high, cases[i].max_ticks);
      g_test_message ("row %" G_GSIZE_FORMAT ": %g…%g by %g", i, scale.low, scale.high,
                      scale.step);
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
      const double base = g_rand_double_range (rand, -1, 1)
                          * pow (10, g_rand_int_range (rand, -9, 12));
      const double span = g_rand_double (rand) * pow (10, g_rand_int_range (rand, -12, 12));
      const guint max_ticks = (guint) g_rand_int_range (rand, 3, 8);
      WaymarkChartScale scale;

      waymark_chart_scale_init (&scale, base, base + span, max_ticks);
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
      first = okr_day_to_iso (waymark_chart_scale_get_months (start, end, cases[i].max_labels,
                                                              &step));
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpint (step, ==, cases[i].step);
    }
}

static void
test_chart_summary (void)
{
  const OkrDay first = okr_day_from_ymd (2027, 1, 4);
  const WaymarkChartPoint points[] = { { first, 90 },
                                       { first + 20, NAN },
                                       { first + 30, 84 },
                                       { first + 49, 78 } };
  WaymarkChartSeries series = WAYMARK_CHART_SERIES_INIT;
  GtkWidget *widget = waymark_history_chart_new ();
  WaymarkHistoryChart *chart = WAYMARK_HISTORY_CHART (widget);

  g_assert_cmpstr (waymark_history_chart_get_summary (chart), ==, "No check-in yet");
  series.points = points;
  series.unit = "s";
  series.n_points = 1;
  waymark_history_chart_set_series (chart, &series);
  g_assert_cmpstr (waymark_history_chart_get_summary (chart), ==,
                   "1 check-in: 90\u202fs on 4 Jan");
  series.n_points = G_N_ELEMENTS (points);
  waymark_history_chart_set_series (chart, &series);
  g_assert_cmpstr (waymark_history_chart_get_summary (chart), ==,
                   "3 check-ins from 90\u202fs on 4 Jan to 78\u202fs on 22 Feb");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       waymark_history_chart_get_summary (chart));
  finish (widget);
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
      WaymarkChartPoint points[100];
      const WaymarkChartMark marks[] = { { first + 3, "Test" }, { first + 9999, "Later" } };
      WaymarkChartSeries series = WAYMARK_CHART_SERIES_INIT;
      const double value = values[i % G_N_ELEMENTS (values)];
      GtkWidget *chart = waymark_history_chart_new ();

      for (guint j = 0; j < G_N_ELEMENTS (points); j++)
        points[j] = (WaymarkChartPoint) { first - 50 + j, j % 2 == 0 ? value : -value };
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
        g_assert_true (draw (chart, widths[w], 160));
      finish (chart);
    }
}

static void
test_cost (void)
{
  GtkWidget *cells[200];
  double first;
  double again;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cells[i] = new_key_result_cell (i / 200.0);
  /* Loading fonts is paid for once by whatever comes first. */
  g_assert_true (draw (cells[0], 730, 55));

  g_test_timer_start ();
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_true (draw (cells[i], 730, 55));
  first = g_test_timer_elapsed ();
  g_test_timer_start ();
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    g_assert_true (draw (cells[i], 730, 55));
  again = g_test_timer_elapsed ();

  g_test_minimized_result (first * 1e6 / 200, "first snapshot of a cell: %.1f µs",
                           first * 1e6 / 200);
  g_test_minimized_result (again * 1e6 / 200, "snapshot of a cell: %.1f µs", again * 1e6 / 200);
  /* Far above what is measured, far below what a person would notice. */
  g_assert_cmpfloat (again, <, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    finish (cells[i]);
}

int
main (int    argc,
      char **argv)
{
  /* Without this GTK keeps no accessible attributes that could be looked at. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/widgets/status/contrast", test_contrast);
  g_test_add_func ("/widgets/progress/geometry", test_geometry);
  g_test_add_func ("/widgets/progress/ring-number", test_ring_number);
  g_test_add_func ("/widgets/progress/accessible", test_accessible);
  g_test_add_func ("/widgets/progress/notify", test_notify);
  g_test_add_data_func ("/widgets/extremes/ltr", GINT_TO_POINTER (GTK_TEXT_DIR_LTR),
                        test_extremes);
  g_test_add_data_func ("/widgets/extremes/rtl", GINT_TO_POINTER (GTK_TEXT_DIR_RTL),
                        test_extremes);
  g_test_add_func ("/widgets/cells/one-height", test_one_height);
  g_test_add_func ("/widgets/cells/text-scale", test_text_scale);
  g_test_add_func ("/widgets/cells/parts", test_parts);
  g_test_add_func ("/widgets/cells/cost", test_cost);
  g_test_add_func ("/widgets/chart/scale", test_scale);
  g_test_add_func ("/widgets/chart/scale-random", test_scale_random);
  g_test_add_func ("/widgets/chart/months", test_months);
  g_test_add_func ("/widgets/chart/summary", test_chart_summary);
  g_test_add_func ("/widgets/chart/extremes", test_chart_extremes);

  return g_test_run ();
}
