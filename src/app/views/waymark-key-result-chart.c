/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-key-result-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-format.h"
#include "waymark-item-text.h"

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const WaymarkChartPoint *one = a;
  const WaymarkChartPoint *other = b;

  return one->day < other->day ? -1 : one->day > other->day;
}

static int
compare_check_ins (gconstpointer a, gconstpointer b)
{
  return okr_check_in_compare (*(OkrCheckIn *const *) a, *(OkrCheckIn *const *) b);
}

static GPtrArray *
sort_check_ins (OkrKeyResult *kr)
{
  GListModel *check_ins = okr_key_result_get_check_ins (kr);
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (check_ins); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (check_ins, i));
  g_ptr_array_sort (sorted, compare_check_ins);

  return sorted;
}

static GArray *
list_check_ins (OkrPlan *plan, OkrKeyResult *kr)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (WaymarkChartPoint));
  g_autoptr (GPtrArray) check_ins = sort_check_ins (kr);

  for (guint i = 0; i < check_ins->len; i++)
    {
      OkrCheckIn *check_in = g_ptr_array_index (check_ins, i);
      const WaymarkChartPoint point = { okr_check_in_get_date (check_in),
                                        okr_check_in_get_value (check_in) };

      if (!okr_check_in_get_retracted (check_in) && point.day <= okr_plan_get_today (plan) &&
          isfinite (point.value))
        g_array_append_val (points, point);
    }

  return points;
}

static char *
dup_milestones_summary (GArray *points)
{
  g_autofree char *day = NULL;

  if (points->len == 0)
    return g_strdup (_ ("No milestone reached yet"));

  day = okr_format_day_short (g_array_index (points, WaymarkChartPoint, points->len - 1).day);

  /* Translators: how many were reached, the day of the latest */
  return g_strdup_printf (ngettext ("%1$u milestone reached on %2$s",
                                    "%1$u milestones reached, the latest on %2$s", points->len),
                          points->len, day);
}

/* The weight that was done by each day on which a milestone was. */
static GArray *
list_milestones (OkrKeyResult *kr, OkrDay start, double *total, char **summary)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (WaymarkChartPoint));
  GListModel *milestones = okr_key_result_get_milestones (kr);
  double sum = 0;

  *total = 0;
  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (OkrMilestone) milestone = g_list_model_get_item (milestones, i);
      const WaymarkChartPoint point = { okr_milestone_get_done (milestone),
                                        okr_milestone_get_weight (milestone) };

      *total += point.value;
      if (point.day != OKR_DAY_NONE)
        g_array_append_val (points, point);
    }
  g_array_sort (points, compare_points);
  *summary = dup_milestones_summary (points);
  for (guint i = 0; i < points->len; i++)
    {
      WaymarkChartPoint *point = &g_array_index (points, WaymarkChartPoint, i);

      sum += point->value;
      point->value = sum;
    }
  if (points->len > 0 && start != OKR_DAY_NONE &&
      g_array_index (points, WaymarkChartPoint, 0).day > start)
    {
      const WaymarkChartPoint first = { start, 0 };

      g_array_prepend_val (points, first);
    }

  return points;
}

static GArray *
list_marks (OkrPlan *plan, OkrKeyResult *kr)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (WaymarkChartMark));
  GListModel *initiatives = okr_key_result_get_initiatives (kr);

  for (guint i = 0; i < g_list_model_get_n_items (initiatives); i++)
    {
      g_autoptr (OkrInitiative) initiative = g_list_model_get_item (initiatives, i);
      const OkrInitiativeState state = okr_initiative_get_state (initiative);
      const WaymarkChartMark mark = { okr_initiative_get_due (initiative),
                                      okr_item_get_title (OKR_ITEM (initiative)) };

      if (mark.day != OKR_DAY_NONE &&
          (state == OKR_INITIATIVE_STATE_DONE || state == OKR_INITIATIVE_STATE_ACTIVE))
        g_array_append_val (marks, mark);
    }

  return marks;
}

static void
fill_span (WaymarkChartSeries *series, OkrPlan *plan, OkrKeyResult *kr)
{
  OkrItem *objective = okr_item_get_parent (OKR_ITEM (kr));
  OkrCycle *cycle = OKR_IS_OBJECTIVE (objective)
                        ? okr_objective_get_figures (OKR_OBJECTIVE (objective))->cycle
                        : NULL;

  series->today = okr_plan_get_today (plan);
  if (cycle != NULL)
    {
      series->start = okr_cycle_get_start (cycle);
      series->end = okr_cycle_get_end (cycle);
    }
  if (okr_key_result_get_due (kr) != OKR_DAY_NONE)
    series->end = okr_key_result_get_due (kr);
}

static void
fill_values (WaymarkChartSeries *series, OkrKeyResult *kr)
{
  const OkrKeyResultKind kind = okr_key_result_get_kind (kr);
  const OkrGoalposts agreed = okr_key_result_get_goalposts (kr);

  series->unit = okr_key_result_get_unit (kr);
  series->decimals =
      MAX (waymark_item_text_get_range_decimals (kr), waymark_item_text_get_value_decimals (kr));
  if (kind == OKR_KEY_RESULT_KIND_CHANGE)
    series->start_value = okr_key_result_get_start (kr);
  if (kind == OKR_KEY_RESULT_KIND_CHANGE || kind == OKR_KEY_RESULT_KIND_AT_LEAST ||
      kind == OKR_KEY_RESULT_KIND_AT_MOST)
    {
      series->target = okr_key_result_get_target (kr);
      if (agreed.on != OKR_DAY_NONE && agreed.kind == kind &&
          !okr_number_equal (agreed.target, series->target))
        series->agreed_target = agreed.target;
    }
  if (kind == OKR_KEY_RESULT_KIND_BETWEEN)
    {
      series->low = okr_key_result_get_low (kr);
      series->high = okr_key_result_get_high (kr);
    }
}

gboolean
waymark_key_result_chart_show (WaymarkHistoryChart *chart, OkrPlan *plan, OkrKeyResult *kr)
{
  WaymarkChartSeries series = WAYMARK_CHART_SERIES_INIT;
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) marks = NULL;
  g_autofree char *summary = NULL;
  OkrKeyResultKind kind;

  g_return_val_if_fail (WAYMARK_IS_HISTORY_CHART (chart), FALSE);
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_KEY_RESULT (kr), FALSE);

  kind = okr_key_result_get_kind (kr);
  if (kind == OKR_KEY_RESULT_KIND_YES_NO)
    return FALSE;

  fill_span (&series, plan, kr);
  if (kind == OKR_KEY_RESULT_KIND_MILESTONES)
    {
      points = list_milestones (kr, series.start, &series.target, &summary);
      series.start_value = 0;
    }
  else
    {
      points = list_check_ins (plan, kr);
      fill_values (&series, kr);
    }
  marks = list_marks (plan, kr);
  series.points = (const WaymarkChartPoint *) (gpointer) points->data;
  series.n_points = points->len;
  series.marks = (const WaymarkChartMark *) (gpointer) marks->data;
  series.n_marks = marks->len;
  series.summary = summary;
  waymark_history_chart_set_series (chart, &series);

  return kind != OKR_KEY_RESULT_KIND_MILESTONES || series.target > 0;
}
