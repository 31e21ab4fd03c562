/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"
#include "waymark-history-chart.h"

G_BEGIN_DECLS

/**
 * waymark_key_result_chart_show:
 * @chart: a chart
 * @plan: the plan of @kr
 * @kr: a key result
 *
 * Shows how @kr went: its check-ins, or the milestones done, against what was expected and agreed,
 * with the days on which its initiatives ended.
 *
 * Returns: whether its kind has anything to draw
 */
gboolean waymark_key_result_chart_show (WaymarkHistoryChart *chart, OkrPlan *plan,
                                        OkrKeyResult *kr);

G_END_DECLS
