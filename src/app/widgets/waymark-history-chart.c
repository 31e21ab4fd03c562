/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-history-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-chart.h"
#include "okr-format.h"
#include "waymark-status-style.h"
#include "waymark-text.h"
#include "waymark-tooltip.h"

#define MINIMUM_WIDTH 120
#define NATURAL_WIDTH 300
#define HEIGHT_IN_EM 11.5
#define TOOLTIP_REACH 12.0

struct _WaymarkHistoryChart
{
  GtkWidget parent_instance;

  OkrChartSeries *series;
  OkrFonts *fonts; /* NULL until they are needed */
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

/* The frame is made in pixels of usual text; it is drawn as large as the desktop wants text. */
static void
init_frame (WaymarkHistoryChart *self, OkrChartFrame *frame)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const double scale = waymark_text_get_scale (widget);

  if (self->fonts == NULL)
    self->fonts =
        okr_fonts_new (pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
  okr_chart_frame_init (frame, self->fonts, self->series, gtk_widget_get_width (widget) / scale,
                        gtk_widget_get_height (widget) / scale);
}

static OkrColor
to_color (const GdkRGBA *color, float alpha)
{
  return (OkrColor){ color->red, color->green, color->blue, color->alpha * alpha };
}

static OkrChartLook
get_look (GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  const OkrPaletteTheme theme = waymark_status_style_get_theme ();
  OkrChartLook look = { .theme = theme };
  GdkRGBA foreground;
  GdkRGBA line;

  gtk_style_context_get_color (context, &foreground);
  waymark_status_style_get_accent (widget, &line);
  look.foreground = to_color (&foreground, 1);
  look.dim = to_color (&foreground, theme >= OKR_PALETTE_LIGHT_HC ? 0.95f : 0.65f);
  look.line = to_color (&line, 1);

  return look;
}

static void
waymark_history_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WaymarkHistoryChart *self = WAYMARK_HISTORY_CHART (widget);
  const OkrChartLook look = get_look (widget);
  const double scale = waymark_text_get_scale (widget);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                   (float) gtk_widget_get_height (widget));
  g_auto (OkrChartFrame) frame = { 0 };
  g_autoptr (OkrBrush) brush = NULL;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  cairo_scale (cr, scale, scale);
  init_frame (self, &frame);
  brush = okr_brush_new_for_cairo (cr, self->fonts);
  okr_chart_frame_draw (&frame, brush, &look, self->series, self->summary);
  cairo_destroy (cr);
}

/* The font may be another one. */
static void
waymark_history_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  g_clear_pointer (&WAYMARK_HISTORY_CHART (widget)->fonts, okr_fonts_free);

  GTK_WIDGET_CLASS (waymark_history_chart_parent_class)->css_changed (widget, change);
}

/* An initiative's flag, where the pointer is at the foot of the chart. */
static char *
dup_mark_tooltip (WaymarkHistoryChart *self, const OkrChartFrame *frame, double x, double y)
{
  const double bottom = frame->y + frame->height;

  if (y < bottom - OKR_CHART_FLAG_HEIGHT - 2)
    return NULL;

  for (gsize i = 0; i < self->series->n_marks; i++)
    {
      const OkrChartMark *mark = &self->series->marks[i];
      g_autofree char *day = NULL;

      if (fabs (okr_chart_frame_get_x (frame, mark->day) + 3 - x) > TOOLTIP_REACH / 2)
        continue;
      day = okr_format_day_short (mark->day);
      /* Translators: an initiative and the day on which it ended */
      return g_strdup_printf (_ ("%1$s (until %2$s)"), mark->label, day);
    }

  return NULL;
}

static char *
dup_point_tooltip (WaymarkHistoryChart *self, const OkrChartFrame *frame, double x)
{
  const OkrChartSeries *s = self->series;
  const OkrChartPoint *best = NULL;
  double reach = TOOLTIP_REACH;
  g_autofree char *value = NULL;
  g_autofree char *day = NULL;

  for (gsize i = 0; i < s->n_points; i++)
    {
      const double distance = fabs (okr_chart_frame_get_x (frame, s->points[i].day) - x);

      if (distance > reach)
        continue;
      reach = distance;
      best = &s->points[i];
    }
  if (best == NULL)
    return NULL;

  value = okr_format_quantity (best->value, s->decimals, self->series->unit);
  day = okr_format_day (best->day);
  /* Translators: a value and its day, as "78 s on 22 February 2027" */
  return g_strdup_printf (_ ("%1$s on %2$s"), value, day);
}

static gboolean
is_at_level (const OkrChartFrame *frame, double value, double y)
{
  return isfinite (value) && fabs (okr_chart_frame_get_y (frame, value) - y) <= TOOLTIP_REACH / 2;
}

/* That of the level line under the pointer. */
static char *
dup_target_tooltip (WaymarkHistoryChart *self, const OkrChartFrame *frame, double y)
{
  const OkrChartSeries *s = self->series;
  const OkrChartParts parts = okr_chart_list_parts (s);
  const gboolean is_agreed =
      (parts & OKR_CHART_AGREED) != 0 && is_at_level (frame, s->agreed_target, y);
  g_autofree char *value = NULL;

  if (!is_agreed && ((parts & OKR_CHART_TARGET) == 0 || !is_at_level (frame, s->target, y)))
    return NULL;

  value = okr_format_quantity (is_agreed ? s->agreed_target : s->target, s->decimals, s->unit);
  if (is_agreed)
    /* Translators: the target as it was when the cycle began */
    return g_strdup_printf (_ ("Agreed target: %s"), value);

  /* Translators: what a value has to be at least, or at most */
  return g_strdup_printf (_ ("Target: %s"), value);
}

static gboolean
waymark_history_chart_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard_tooltip,
                                     GtkTooltip *tooltip)
{
  WaymarkHistoryChart *self = WAYMARK_HISTORY_CHART (widget);
  const double scale = waymark_text_get_scale (widget);
  g_auto (OkrChartFrame) frame = { 0 };
  g_autofree char *text = NULL;

  if (keyboard_tooltip)
    {
      waymark_tooltip_set_text (tooltip, widget, self->summary);
      return TRUE;
    }

  init_frame (self, &frame);
  text = dup_mark_tooltip (self, &frame, x / scale, y / scale);
  if (text == NULL)
    text = dup_point_tooltip (self, &frame, x / scale);
  if (text == NULL)
    text = dup_target_tooltip (self, &frame, y / scale);
  if (text == NULL)
    return FALSE;

  waymark_tooltip_set_text (tooltip, widget, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 4, y - 4, 8, 8 });

  return TRUE;
}

static void
update_summary (WaymarkHistoryChart *self)
{
  g_free (self->summary);
  self->summary = okr_chart_series_dup_summary (self->series);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->summary,
                                  -1);
}

static void
waymark_history_chart_finalize (GObject *object)
{
  WaymarkHistoryChart *self = WAYMARK_HISTORY_CHART (object);

  g_clear_pointer (&self->series, okr_chart_series_free);
  g_clear_pointer (&self->fonts, okr_fonts_free);
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
  widget_class->css_changed = waymark_history_chart_css_changed;
  widget_class->query_tooltip = waymark_history_chart_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "historychart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
waymark_history_chart_init (WaymarkHistoryChart *self)
{
  const OkrChartSeries nothing = OKR_CHART_SERIES_INIT;

  self->series = okr_chart_series_copy (&nothing);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  waymark_status_style_watch (GTK_WIDGET (self));
  update_summary (self);
}

GtkWidget *
waymark_history_chart_new (void)
{
  return g_object_new (WAYMARK_TYPE_HISTORY_CHART, NULL);
}

void
waymark_history_chart_set_series (WaymarkHistoryChart *self, const OkrChartSeries *series)
{
  g_return_if_fail (WAYMARK_IS_HISTORY_CHART (self));
  g_return_if_fail (series != NULL);

  okr_chart_series_free (self->series);
  self->series = okr_chart_series_copy (series);
  update_summary (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
waymark_history_chart_get_summary (WaymarkHistoryChart *self)
{
  g_return_val_if_fail (WAYMARK_IS_HISTORY_CHART (self), NULL);

  return self->summary;
}
