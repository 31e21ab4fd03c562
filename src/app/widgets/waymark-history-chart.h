/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-day.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_HISTORY_CHART (waymark_history_chart_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkHistoryChart, waymark_history_chart, WAYMARK, HISTORY_CHART, GtkWidget)

/**
 * WaymarkHistoryChart:
 *
 * How a value went over time, against the line that was expected. Time runs from left to right
 * in every language. Assistive technologies get the chart as an image with a summary.
 */

/**
 * WaymarkChartPoint:
 * @day: when
 * @value: what was measured, in the unit of the series
 */
typedef struct
{
  OkrDay day;
  double value;
} WaymarkChartPoint;

/**
 * WaymarkChartMark:
 * @day: when an initiative ended
 * @label: its title, shown as tooltip
 */
typedef struct
{
  OkrDay day;
  const char *label;
} WaymarkChartMark;

/**
 * WaymarkChartSeries:
 * @points: (array length=n_points): the measurements in the order of their days
 * @n_points: how many there are
 * @marks: (array length=n_marks): initiatives' ends
 * @n_marks: how many there are
 * @start: first day of the cycle
 * @end: its last day, or the day on which the result is due
 * @today: today, or %OKR_DAY_NONE
 * @start_value: where the expected line starts, NaN when unknown
 * @target: where it ends, NaN for none; without @start_value a level line
 * @agreed_target: the target of the goalposts where it differs, else NaN
 * @low: lower bound of the wanted band, NaN for none
 * @high: upper bound of the wanted band, NaN for none
 * @decimals: how many decimals values are shown with
 * @unit: (nullable): their unit
 * @summary: (nullable): what the chart tells in words, where the points are no check-ins
 *
 * What a chart shows; all values are in one unit.
 */
typedef struct
{
  const WaymarkChartPoint *points;
  gsize n_points;
  const WaymarkChartMark *marks;
  gsize n_marks;
  OkrDay start;
  OkrDay end;
  OkrDay today;
  double start_value;
  double target;
  double agreed_target;
  double low;
  double high;
  guint decimals;
  const char *unit;
  const char *summary;
} WaymarkChartSeries;

/**
 * WAYMARK_CHART_SERIES_INIT:
 *
 * A series without any value.
 */
#define WAYMARK_CHART_SERIES_INIT \
  { .start_value = NAN, .target = NAN, .agreed_target = NAN, .low = NAN, .high = NAN }

/**
 * waymark_history_chart_new:
 *
 * Returns: (transfer floating): an empty chart
 */
GtkWidget *waymark_history_chart_new (void);

/**
 * waymark_history_chart_set_series:
 * @self: a chart
 * @series: what to show; copied. Values that are not finite are left out
 */
void waymark_history_chart_set_series (WaymarkHistoryChart *self, const WaymarkChartSeries *series);

/**
 * waymark_history_chart_get_summary:
 * @self: a chart
 *
 * Returns: (transfer none): a text like "8 check-ins from 90 s on 4 Jan to 78 s on 22 Feb"
 */
const char *waymark_history_chart_get_summary (WaymarkHistoryChart *self);

G_END_DECLS
