/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-chart-series.h"

#include <glib/gi18n-lib.h>

#include "okr-format.h"
#include "okr-item-text.h"
#include "okr-number.h"

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const OkrChartPoint *one = a;
  const OkrChartPoint *other = b;

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
  GArray *points = g_array_new (FALSE, FALSE, sizeof (OkrChartPoint));
  g_autoptr (GPtrArray) check_ins = sort_check_ins (kr);

  for (guint i = 0; i < check_ins->len; i++)
    {
      OkrCheckIn *check_in = g_ptr_array_index (check_ins, i);
      const OkrChartPoint point = { okr_check_in_get_date (check_in),
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

  day = okr_format_day_short (g_array_index (points, OkrChartPoint, points->len - 1).day);

  /* Translators: how many were reached, the day of the latest */
  return g_strdup_printf (ngettext ("%1$u milestone reached on %2$s",
                                    "%1$u milestones reached, the latest on %2$s", points->len),
                          points->len, day);
}

/* The weight that was done by each day on which a milestone was. */
static GArray *
list_milestones (OkrKeyResult *kr, OkrDay start, double *total, char **summary)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (OkrChartPoint));
  GListModel *milestones = okr_key_result_get_milestones (kr);
  double sum = 0;

  *total = 0;
  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (OkrMilestone) milestone = g_list_model_get_item (milestones, i);
      const OkrChartPoint point = { okr_milestone_get_done (milestone),
                                    okr_milestone_get_weight (milestone) };

      *total += point.value;
      if (point.day != OKR_DAY_NONE)
        g_array_append_val (points, point);
    }
  g_array_sort (points, compare_points);
  *summary = dup_milestones_summary (points);
  for (guint i = 0; i < points->len; i++)
    {
      OkrChartPoint *point = &g_array_index (points, OkrChartPoint, i);

      sum += point->value;
      point->value = sum;
    }
  if (points->len > 0 && start != OKR_DAY_NONE &&
      g_array_index (points, OkrChartPoint, 0).day > start)
    {
      const OkrChartPoint first = { start, 0 };

      g_array_prepend_val (points, first);
    }

  return points;
}

static GArray *
list_marks (OkrPlan *plan, OkrKeyResult *kr)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (OkrChartMark));
  GListModel *initiatives = okr_key_result_get_initiatives (kr);

  for (guint i = 0; i < g_list_model_get_n_items (initiatives); i++)
    {
      g_autoptr (OkrInitiative) initiative = g_list_model_get_item (initiatives, i);
      const OkrInitiativeState state = okr_initiative_get_state (initiative);
      const OkrChartMark mark = { okr_initiative_get_due (initiative),
                                  okr_item_get_title (OKR_ITEM (initiative)) };

      if (mark.day != OKR_DAY_NONE &&
          (state == OKR_INITIATIVE_STATE_DONE || state == OKR_INITIATIVE_STATE_ACTIVE))
        g_array_append_val (marks, mark);
    }

  return marks;
}

static void
fill_span (OkrChartSeries *series, OkrPlan *plan, OkrKeyResult *kr)
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
fill_values (OkrChartSeries *series, OkrKeyResult *kr)
{
  const OkrKeyResultKind kind = okr_key_result_get_kind (kr);
  const OkrGoalposts agreed = okr_key_result_get_goalposts (kr);

  series->unit = okr_key_result_get_unit (kr);
  series->decimals = okr_item_text_get_value_decimals (kr);
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

OkrChartSeries *
okr_chart_series_new (OkrPlan *plan, OkrKeyResult *kr)
{
  OkrChartSeries series = OKR_CHART_SERIES_INIT;
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) marks = NULL;
  g_autofree char *summary = NULL;
  OkrKeyResultKind kind;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_KEY_RESULT (kr), NULL);

  kind = okr_key_result_get_kind (kr);
  if (kind == OKR_KEY_RESULT_KIND_YES_NO)
    return NULL;

  fill_span (&series, plan, kr);
  if (kind == OKR_KEY_RESULT_KIND_MILESTONES)
    {
      points = list_milestones (kr, series.start, &series.target, &summary);
      if (!(series.target > 0))
        return NULL;
      series.start_value = 0;
    }
  else
    {
      points = list_check_ins (plan, kr);
      fill_values (&series, kr);
    }
  marks = list_marks (plan, kr);
  series.points = (const OkrChartPoint *) (gpointer) points->data;
  series.n_points = points->len;
  series.marks = (const OkrChartMark *) (gpointer) marks->data;
  series.n_marks = marks->len;
  series.summary = summary;

  return okr_chart_series_copy (&series);
}

OkrChartSeries *
okr_chart_series_copy (const OkrChartSeries *self)
{
  OkrChartSeries *copy;
  OkrChartPoint *points;
  OkrChartMark *marks;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  points = g_new0 (OkrChartPoint, self->n_points);
  copy->n_points = 0;
  for (gsize i = 0; i < self->n_points; i++)
    if (isfinite (self->points[i].value) && self->points[i].day != OKR_DAY_NONE)
      points[copy->n_points++] = self->points[i];
  marks = g_new0 (OkrChartMark, self->n_marks);
  for (gsize i = 0; i < self->n_marks; i++)
    marks[i] = (OkrChartMark){ self->marks[i].day, g_strdup (self->marks[i].label) };
  copy->points = points;
  copy->marks = marks;
  copy->unit = g_strdup (self->unit);
  copy->summary = g_strdup (self->summary);

  return copy;
}

void
okr_chart_series_free (OkrChartSeries *self)
{
  g_return_if_fail (self != NULL);

  for (gsize i = 0; i < self->n_marks; i++)
    g_free ((char *) self->marks[i].label);
  g_free ((OkrChartPoint *) self->points);
  g_free ((OkrChartMark *) self->marks);
  g_free ((char *) self->unit);
  g_free ((char *) self->summary);
  g_free (self);
}

char *
okr_chart_series_dup_summary (const OkrChartSeries *self)
{
  const OkrChartPoint *last;
  g_autofree char *first_value = NULL;
  g_autofree char *first_day = NULL;
  g_autofree char *last_value = NULL;
  g_autofree char *last_day = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->summary != NULL)
    return g_strdup (self->summary);
  if (self->n_points == 0)
    return g_strdup (_ ("No check-in yet"));

  last = &self->points[self->n_points - 1];
  first_value = okr_format_quantity (self->points[0].value, self->decimals, self->unit);
  first_day = okr_format_day_short (self->points[0].day);
  last_value = okr_format_quantity (last->value, self->decimals, self->unit);
  last_day = okr_format_day_short (last->day);
  if (self->n_points == 1)
    /* Translators: the only value and its day, as "1 check-in: 78 s on 22 Feb" */
    return g_strdup_printf (_ ("1 check-in: %1$s on %2$s"), first_value, first_day);

  /* Translators: first value, its day, latest value, its day */
  return g_strdup_printf (ngettext ("%1$u check-in from %2$s on %3$s to %4$s on %5$s",
                                    "%1$u check-ins from %2$s on %3$s to %4$s on %5$s",
                                    (gulong) self->n_points),
                          (guint) self->n_points, first_value, first_day, last_value, last_day);
}
