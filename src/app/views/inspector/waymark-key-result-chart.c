/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-key-result-chart.h"

gboolean
waymark_key_result_chart_show (WaymarkHistoryChart *chart, OkrPlan *plan, OkrKeyResult *kr)
{
  const OkrChartSeries nothing = OKR_CHART_SERIES_INIT;
  g_autoptr (OkrChartSeries) series = NULL;

  g_return_val_if_fail (WAYMARK_IS_HISTORY_CHART (chart), FALSE);
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_KEY_RESULT (kr), FALSE);

  series = okr_chart_series_new (plan, kr);
  waymark_history_chart_set_series (chart, series != NULL ? series : &nothing);

  return series != NULL;
}
