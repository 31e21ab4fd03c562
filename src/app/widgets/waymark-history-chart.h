/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-chart-series.h"

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
void waymark_history_chart_set_series (WaymarkHistoryChart *self, const OkrChartSeries *series);

/**
 * waymark_history_chart_get_summary:
 * @self: a chart
 *
 * Returns: (transfer none): a text like "8 check-ins from 90 s on 4 Jan to 78 s on 22 Feb"
 */
const char *waymark_history_chart_get_summary (WaymarkHistoryChart *self);

G_END_DECLS
