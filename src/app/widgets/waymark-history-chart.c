/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-history-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-format.h"
#include "waymark-chart-frame-private.h"
#include "waymark-status-style.h"
#include "waymark-text.h"

#define MINIMUM_WIDTH 120
#define NATURAL_WIDTH 300
#define HEIGHT_IN_EM 11.5
#define TOOLTIP_REACH 12.0

struct _WaymarkHistoryChart
{
  GtkWidget parent_instance;

  WaymarkChartSeries series;
  WaymarkChartPoint *points;
  WaymarkChartMark *marks;
  char *unit;
  char *summary;
};

G_DEFINE_FINAL_TYPE (WaymarkHistoryChart, waymark_history_chart, GTK_TYPE_WIDGET)

static void
waymark_history_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                               int *minimum, int *natural, int *minimum_baseline,
                               int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *minimum = (int) round (waymark_text_get_em (widget) * HEIGHT_IN_EM);
      *natural = *minimum;
    }
}

static void
waymark_history_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkHistoryChart *self = WAYMARK_HISTORY_CHART (widget);
  g_auto (WaymarkChartFrame) frame = { 0 };

  waymark_chart_frame_init (&frame, widget, &self->series);
  waymark_chart_frame_snapshot (&frame, widget, snapshot, &self->series, self->summary);
}

/* An initiative's flag, where the pointer is at the foot of the chart. */
static char *
dup_mark_tooltip (WaymarkHistoryChart *self, const WaymarkChartFrame *frame, double x, double y)
{
  const double bottom = frame->plot.origin.y + frame->plot.size.height;

  if (y < bottom - WAYMARK_CHART_FLAG_HEIGHT - 2)
    return NULL;

  for (gsize i = 0; i < self->series.n_marks; i++)
    {
      const WaymarkChartMark *mark = &self->series.marks[i];
      g_autofree char *day = NULL;

      if (fabs (waymark_chart_frame_get_x (frame, mark->day) + 3 - x) > TOOLTIP_REACH / 2)
        continue;
      day = okr_format_day_short (mark->day);
      /* Translators: an initiative and the day on which it ended */
      return g_strdup_printf (_ ("%1$s (until %2$s)"), mark->label, day);
    }

  return NULL;
}

static char *
dup_point_tooltip (WaymarkHistoryChart *self, const WaymarkChartFrame *frame, double x)
{
  const WaymarkChartSeries *s = &self->series;
  const WaymarkChartPoint *best = NULL;
  double reach = TOOLTIP_REACH;
  g_autofree char *value = NULL;
  g_autofree char *day = NULL;

  for (gsize i = 0; i < s->n_points; i++)
    {
      const double distance = fabs (waymark_chart_frame_get_x (frame, s->points[i].day) - x);

      if (distance > reach)
        continue;
      reach = distance;
      best = &s->points[i];
    }
  if (best == NULL)
    return NULL;

  value = okr_format_quantity (best->value, s->decimals, self->unit);
  day = okr_format_day (best->day);
  /* Translators: a value and its day, as "78 s on 22 February 2027" */
  return g_strdup_printf (_ ("%1$s on %2$s"), value, day);
}

static char *
dup_goalposts_tooltip (WaymarkHistoryChart *self, const WaymarkChartFrame *frame, double y)
{
  const double agreed = self->series.agreed_target;
  g_autofree char *value = NULL;

  if (!isfinite (agreed) ||
      fabs (waymark_chart_frame_get_y (frame, agreed) - y) > TOOLTIP_REACH / 2)
    return NULL;

  value = okr_format_quantity (agreed, self->series.decimals, self->unit);
  /* Translators: the target as it was when the cycle began */
  return g_strdup_printf (_ ("Agreed target: %s"), value);
}

static gboolean
waymark_history_chart_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_tooltip,
                                     GtkTooltip *tooltip)
{
  WaymarkHistoryChart *self = WAYMARK_HISTORY_CHART (widget);
  g_auto (WaymarkChartFrame) frame = { 0 };
  g_autofree char *text = NULL;

  if (keyboard_tooltip)
    {
      gtk_tooltip_set_text (tooltip, self->summary);
      return TRUE;
    }

  waymark_chart_frame_init (&frame, widget, &self->series);
  text = dup_mark_tooltip (self, &frame, x, y);
  if (text == NULL)
    text = dup_point_tooltip (self, &frame, x);
  if (text == NULL)
    text = dup_goalposts_tooltip (self, &frame, y);
  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 4, y - 4, 8, 8 });

  return TRUE;
}

static void
free_series (WaymarkHistoryChart *self)
{
  for (gsize i = 0; i < self->series.n_marks; i++)
    g_free ((char *) self->marks[i].label);
  self->series = (WaymarkChartSeries) WAYMARK_CHART_SERIES_INIT;
  g_clear_pointer (&self->points, g_free);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->unit, g_free);
}

static char *
dup_summary (WaymarkHistoryChart *self)
{
  const WaymarkChartSeries *s = &self->series;
  const WaymarkChartPoint *last;
  g_autofree char *first_value = NULL;
  g_autofree char *first_day = NULL;
  g_autofree char *last_value = NULL;
  g_autofree char *last_day = NULL;

  if (s->n_points == 0)
    return g_strdup (_ ("No check-in yet"));

  last = &s->points[s->n_points - 1];
  first_value = okr_format_quantity (s->points[0].value, s->decimals, self->unit);
  first_day = okr_format_day_short (s->points[0].day);
  last_value = okr_format_quantity (last->value, s->decimals, self->unit);
  last_day = okr_format_day_short (last->day);
  if (s->n_points == 1)
    /* Translators: the only value and its day, as "1 check-in: 78 s on 22 Feb" */
    return g_strdup_printf (_ ("1 check-in: %1$s on %2$s"), first_value, first_day);

  /* Translators: first value, its day, latest value, its day */
  return g_strdup_printf (ngettext ("%1$u check-in from %2$s on %3$s to %4$s on %5$s",
                                    "%1$u check-ins from %2$s on %3$s to %4$s on %5$s",
                                    (gulong) s->n_points),
                          (guint) s->n_points, first_value, first_day, last_value, last_day);
}

static void
update_summary (WaymarkHistoryChart *self, const char *given)
{
  g_free (self->summary);
  self->summary = given != NULL ? g_strdup (given) : dup_summary (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->summary,
                                  -1);
}

static void
waymark_history_chart_finalize (GObject *object)
{
  WaymarkHistoryChart *self = WAYMARK_HISTORY_CHART (object);

  free_series (self);
  g_clear_pointer (&self->summary, g_free);

  G_OBJECT_CLASS (waymark_history_chart_parent_class)->finalize (object);
}

static void
waymark_history_chart_class_init (WaymarkHistoryChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = waymark_history_chart_finalize;
  widget_class->measure = waymark_history_chart_measure;
  widget_class->snapshot = waymark_history_chart_snapshot;
  widget_class->query_tooltip = waymark_history_chart_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "historychart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
waymark_history_chart_init (WaymarkHistoryChart *self)
{
  self->series = (WaymarkChartSeries) WAYMARK_CHART_SERIES_INIT;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  waymark_status_style_watch (GTK_WIDGET (self));
  update_summary (self, NULL);
}

GtkWidget *
waymark_history_chart_new (void)
{
  return g_object_new (WAYMARK_TYPE_HISTORY_CHART, NULL);
}

void
waymark_history_chart_set_series (WaymarkHistoryChart *self, const WaymarkChartSeries *series)
{
  gsize n_points = 0;

  g_return_if_fail (WAYMARK_IS_HISTORY_CHART (self));
  g_return_if_fail (series != NULL);

  free_series (self);
  self->points = g_new0 (WaymarkChartPoint, series->n_points);
  for (gsize i = 0; i < series->n_points; i++)
    if (isfinite (series->points[i].value) && series->points[i].day != OKR_DAY_NONE)
      self->points[n_points++] = series->points[i];
  self->marks = g_new0 (WaymarkChartMark, series->n_marks);
  for (gsize i = 0; i < series->n_marks; i++)
    self->marks[i] = (WaymarkChartMark){ series->marks[i].day, g_strdup (series->marks[i].label) };
  self->unit = g_strdup (series->unit);

  self->series = *series;
  self->series.points = self->points;
  self->series.n_points = n_points;
  self->series.marks = self->marks;
  self->series.unit = self->unit;
  self->series.summary = NULL;
  update_summary (self, series->summary);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
waymark_history_chart_get_summary (WaymarkHistoryChart *self)
{
  g_return_val_if_fail (WAYMARK_IS_HISTORY_CHART (self), NULL);

  return self->summary;
}
