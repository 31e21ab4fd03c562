/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "okr-day.h"

G_BEGIN_DECLS

/**
 * OkrChartScale:
 * @low: the lowest tick, at most the lowest value
 * @high: the highest tick, at least the highest value
 * @step: from tick to tick: 1, 2 or 5 times a power of ten
 * @n_ticks: how many ticks there are, at least 2
 * @decimals: how many decimals tell the ticks apart
 *
 * Ticks that people can read for a range of values.
 */
typedef struct
{
  double low;
  double high;
  double step;
  guint n_ticks;
  guint decimals;
} OkrChartScale;

/**
 * okr_chart_scale_init:
 * @scale: (out): the scale
 * @low: the lowest value
 * @high: the highest value; the same as @low is fine
 * @max_ticks: how many ticks there may be at most, 3 or more
 *
 * Finds the smallest step that needs no more than @max_ticks ticks around @low and @high.
 */
void okr_chart_scale_init (OkrChartScale *scale, double low, double high, guint max_ticks);

/**
 * okr_chart_scale_get_tick:
 * @scale: a scale
 * @index: which tick, 0 is the lowest
 *
 * Returns: the value of a tick; exactly 0 where it is zero
 */
double okr_chart_scale_get_tick (const OkrChartScale *scale, guint index);

/**
 * okr_chart_scale_get_months:
 * @start: first day of a span of time
 * @end: its last day
 * @max_labels: how many labels have room, 1 or more
 * @step: (out): how many months are between two labels: 1, 2, 3, 6 or whole years
 *
 * Returns: the first day of the first label's month, not after @start
 */
OkrDay okr_chart_scale_get_months (OkrDay start, OkrDay end, guint max_labels, int *step);

G_END_DECLS
