/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrChartPoint:
 * @day: when
 * @value: what was measured, in the unit of the series
 */
typedef struct
{
  OkrDay day;
  double value;
} OkrChartPoint;

/**
 * OkrChartMark:
 * @day: when an initiative ended
 * @label: its title
 */
typedef struct
{
  OkrDay day;
  const char *label;
} OkrChartMark;

/**
 * OkrChartSeries:
 * @points: (array length=n_points): the measurements in the order of their days
 * @n_points: how many there are
 * @marks: (array length=n_marks): initiatives' ends
 * @n_marks: how many there are
 * @start: first day of the cycle
 * @end: its last day, or the day on which the result is due
 * @today: today, or %OKR_DAY_NONE
 * @start_value: where the expected line starts, NaN when unknown
 * @target: where it ends, NaN for none; without @start_value it holds for every day
 * @agreed_target: the target of the goalposts where it differs, else NaN
 * @low: lower bound of the wanted band, NaN for none
 * @high: upper bound of the wanted band, NaN for none
 * @decimals: how many decimals values are shown with
 * @unit: (nullable): their unit
 * @summary: (nullable): what the chart tells in words, where the points are no check-ins
 *
 * How a value went over time, against the line that was expected; all values are in one unit.
 */
typedef struct
{
  const OkrChartPoint *points;
  gsize n_points;
  const OkrChartMark *marks;
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
} OkrChartSeries;

/**
 * OKR_CHART_SERIES_INIT:
 *
 * A series without any value.
 */
#define OKR_CHART_SERIES_INIT                                                        \
  {                                                                                  \
    .start_value = NAN, .target = NAN, .agreed_target = NAN, .low = NAN, .high = NAN \
  }

/**
 * okr_chart_series_new:
 * @plan: the plan of @kr
 * @kr: a key result
 *
 * Returns: (transfer full) (nullable): its history until today; %NULL where there is nothing to
 *   draw: yes or no, or milestones that are not there
 */
OkrChartSeries *okr_chart_series_new (OkrPlan *plan, OkrKeyResult *kr);

/**
 * okr_chart_series_copy:
 * @self: a series
 *
 * Returns: (transfer full): a copy with its own points, marks and texts, without values that are
 *   not finite
 */
OkrChartSeries *okr_chart_series_copy (const OkrChartSeries *self);

/**
 * okr_chart_series_free:
 * @self: (transfer full): a series that owns what it points to
 */
void okr_chart_series_free (OkrChartSeries *self);

/**
 * okr_chart_series_dup_summary:
 * @self: a series
 *
 * Returns: (transfer full): what it tells in words: "8 check-ins from 90 s on 4 Jan to 78 s on
 *   22 Feb"
 */
char *okr_chart_series_dup_summary (const OkrChartSeries *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrChartSeries, okr_chart_series_free)

G_END_DECLS
