/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-chart-frame-private.h"

#include <math.h>

#include "okr-format.h"
#include "waymark-status-style.h"
#include "waymark-text.h"

#define MARGIN 8.f
#define DOT_RADIUS 3.5
#define SMALL_DOT_RADIUS 2.0
#define LONGEST_UNIT_ON_AXIS 3

static GdkRGBA
with_alpha (const GdkRGBA *color, float alpha)
{
  GdkRGBA result = *color;

  result.alpha *= alpha;

  return result;
}

static int
measure_text (GtkWidget *widget, const char *text)
{
  WaymarkText label = { .role = WAYMARK_TEXT_SMALL };
  int width;

  waymark_text_set (&label, text);
  width = waymark_text_get_width (&label, widget);
  waymark_text_clear (&label);

  return width;
}

static void
snapshot_text (GtkWidget *widget, GtkSnapshot *snapshot, const char *text,
               const graphene_rect_t *area, float align, const GdkRGBA *color)
{
  WaymarkText label = { .role = WAYMARK_TEXT_SMALL };

  waymark_text_set (&label, text);
  waymark_text_snapshot (&label, widget, snapshot, area, align, color);
  waymark_text_clear (&label);
}

static void
include (double *low, double *high, double value)
{
  if (!isfinite (value))
    return;

  if (isnan (*low) || value < *low)
    *low = value;
  if (isnan (*high) || value > *high)
    *high = value;
}

static void
compute_ranges (const OkrChartSeries *series, WaymarkChartFrame *frame, guint max_ticks)
{
  double low = NAN;
  double high = NAN;

  g_assert (frame != NULL);

  frame->first = series->start;
  frame->last = MAX (series->start, series->end);
  for (gsize i = 0; i < series->n_points; i++)
    {
      include (&low, &high, series->points[i].value);
      frame->first = frame->first == OKR_DAY_NONE ? series->points[i].day
                                                  : MIN (frame->first, series->points[i].day);
      frame->last = MAX (frame->last, series->points[i].day);
    }
  include (&low, &high, series->start_value);
  include (&low, &high, series->target);
  include (&low, &high, series->agreed_target);
  include (&low, &high, series->low);
  include (&low, &high, series->high);
  if (isnan (low))
    {
      low = 0;
      high = 1;
    }
  waymark_chart_scale_init (&frame->scale, low, high, max_ticks);
}

/* A long unit would take the room of the plot; the tooltips and the summary have it. */
static char *
dup_tick_label (const OkrChartSeries *series, const WaymarkChartScale *scale, guint index)
{
  const double value = waymark_chart_scale_get_tick (scale, index);

  if (series->unit != NULL && g_utf8_strlen (series->unit, -1) <= LONGEST_UNIT_ON_AXIS)
    return okr_format_quantity (value, scale->decimals, series->unit);

  return okr_format_number (value, scale->decimals);
}

static void
compute_colors (GtkWidget *widget, WaymarkChartFrame *frame)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  const OkrPaletteTheme theme = waymark_status_style_get_theme ();
  const gboolean is_light = theme == OKR_PALETTE_LIGHT;

  g_assert (frame != NULL);

  gtk_style_context_get_color (context, &frame->foreground);
  frame->dim =
      with_alpha (&frame->foreground, theme >= OKR_PALETTE_LIGHT_HC ? 0.95f : 0.65f);
  if (!gtk_style_context_lookup_color (context, is_light ? "accent_bg_color" : "accent_color",
                                       &frame->line))
    gdk_rgba_parse (&frame->line, "#3584e4");
}

static void
snapshot_grid (GtkWidget *widget, GtkSnapshot *snapshot, const WaymarkChartFrame *frame)
{
  const GdkRGBA grid = with_alpha (&frame->foreground, 0.1f);
  const float line = (float) waymark_text_get_line_height (widget, WAYMARK_TEXT_SMALL);

  for (guint i = 0; i < frame->scale.n_ticks && i < G_N_ELEMENTS (frame->labels); i++)
    {
      const double tick = waymark_chart_scale_get_tick (&frame->scale, i);
      const float y = (float) round (waymark_chart_frame_get_y (frame, tick));

      gtk_snapshot_append_color (snapshot, &grid,
                                 &GRAPHENE_RECT_INIT (frame->plot.origin.x, y,
                                                      frame->plot.size.width, 1));
      snapshot_text (widget, snapshot, frame->labels[i],
                     &GRAPHENE_RECT_INIT (0, y - line / 2, frame->plot.origin.x - MARGIN + 2, line),
                     1, &frame->dim);
    }
}

static char *
dup_month_label (OkrDay day, int step)
{
  g_autoptr (GDateTime) time = NULL;
  int year;
  int month;

  okr_day_to_ymd (day, &year, &month, NULL);
  time = g_date_time_new_utc (year, month, 1, 0, 0, 0);

  return g_date_time_format (time, step >= 12 ? "%Y" : "%b");
}

static void
snapshot_months (GtkWidget *widget, GtkSnapshot *snapshot, const WaymarkChartFrame *frame)
{
  const float line = (float) waymark_text_get_line_height (widget, WAYMARK_TEXT_SMALL);
  const float right = frame->plot.origin.x + frame->plot.size.width;
  const float bottom = frame->plot.origin.y + frame->plot.size.height + MARGIN / 2;
  const int room = measure_text (widget, "MMMM");
  int step;
  OkrDay day;

  if (frame->first == OKR_DAY_NONE)
    return;

  day = waymark_chart_scale_get_months (frame->first, frame->last,
                                        (guint) MAX (frame->plot.size.width / (float) room, 1),
                                        &step);
  for (; day != OKR_DAY_NONE && day <= frame->last; day = okr_day_add_months (day, step))
    {
      g_autofree char *text = dup_month_label (day, step);
      const float width = (float) measure_text (widget, text);
      const float x = (float) waymark_chart_frame_get_x (frame, MAX (day, frame->first));
      const OkrDay next = okr_day_add_months (day, step);

      /* What is left of the first month may be too short for its name. */
      if (x + width > right || (next != OKR_DAY_NONE && next <= frame->last &&
                                x + width > waymark_chart_frame_get_x (frame, next)))
        continue;
      snapshot_text (widget, snapshot, text, &GRAPHENE_RECT_INIT (x, bottom, width, line), 0,
                     &frame->dim);
    }
}

static void
snapshot_band (const OkrChartSeries *series, GtkSnapshot *snapshot,
               const WaymarkChartFrame *frame)
{
  const WaymarkStatusStyle *style = waymark_status_style_get (OKR_STATUS_ON_TRACK);
  const GdkRGBA color = with_alpha (&style->fill, 0.16f);
  float top;
  float bottom;

  if (!isfinite (series->low) || !isfinite (series->high))
    return;

  top = (float) waymark_chart_frame_get_y (frame, MAX (series->high, series->low));
  bottom = (float) waymark_chart_frame_get_y (frame, MIN (series->high, series->low));
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (frame->plot.origin.x, top, frame->plot.size.width,
                                                  MAX (bottom - top, 1)));
}

static void
draw_dashes (cairo_t *cr, const GdkRGBA *color, double dash, double x1, double y1, double x2,
             double y2)
{
  cairo_save (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, &dash, 1, 0);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_expected (const OkrChartSeries *series, cairo_t *cr, const WaymarkChartFrame *frame)
{
  const double start = isfinite (series->start_value) ? series->start_value : series->target;
  const GdkRGBA *behind = &waymark_status_style_get (OKR_STATUS_BEHIND)->fill;

  if (isfinite (series->agreed_target))
    {
      const double y = round (waymark_chart_frame_get_y (frame, series->agreed_target)) + 0.5;

      draw_dashes (cr, behind, 2, frame->plot.origin.x, y,
                   frame->plot.origin.x + frame->plot.size.width, y);
    }
  if (isfinite (series->target) && series->start != OKR_DAY_NONE)
    draw_dashes (cr, &frame->dim, 4, waymark_chart_frame_get_x (frame, series->start),
                 waymark_chart_frame_get_y (frame, start),
                 waymark_chart_frame_get_x (frame, MAX (series->end, series->start)),
                 waymark_chart_frame_get_y (frame, series->target));
}

static double
get_dot_radius (const OkrChartSeries *series, const WaymarkChartFrame *frame)
{
  const double spacing = series->n_points > 1 ? frame->plot.size.width / (double) series->n_points
                                              : frame->plot.size.width;

  return spacing >= 3 * DOT_RADIUS ? DOT_RADIUS : SMALL_DOT_RADIUS;
}

static void
draw_points (const OkrChartSeries *series, cairo_t *cr, const WaymarkChartFrame *frame)
{
  const double radius = get_dot_radius (series, frame);

  gdk_cairo_set_source_rgba (cr, &frame->line);
  cairo_set_line_width (cr, 2.2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (gsize i = 0; i < series->n_points; i++)
    cairo_line_to (cr, waymark_chart_frame_get_x (frame, series->points[i].day),
                   waymark_chart_frame_get_y (frame, series->points[i].value));
  cairo_stroke (cr);
  for (gsize i = 0; i < series->n_points; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, waymark_chart_frame_get_x (frame, series->points[i].day),
                 waymark_chart_frame_get_y (frame, series->points[i].value), radius, 0, 2 * G_PI);
    }
  cairo_fill (cr);
}

/* An initiative's end is a small flag standing on the axis. */
static void
draw_marks (const OkrChartSeries *series, cairo_t *cr, const WaymarkChartFrame *frame)
{
  const double bottom = frame->plot.origin.y + frame->plot.size.height;

  gdk_cairo_set_source_rgba (cr, &frame->dim);
  cairo_set_line_width (cr, 1);
  for (gsize i = 0; i < series->n_marks; i++)
    {
      const OkrDay day = series->marks[i].day;
      const double x = round (waymark_chart_frame_get_x (frame, day)) + 0.5;

      if (day < frame->first || day > frame->last)
        continue;
      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x, bottom - WAYMARK_CHART_FLAG_HEIGHT);
      cairo_stroke (cr);
      cairo_move_to (cr, x, bottom - WAYMARK_CHART_FLAG_HEIGHT);
      cairo_line_to (cr, x + 6, bottom - 9);
      cairo_line_to (cr, x, bottom - 6);
      cairo_fill (cr);
    }
}

static void
snapshot_today (const OkrChartSeries *series, GtkSnapshot *snapshot,
                const WaymarkChartFrame *frame)
{
  const GdkRGBA color = with_alpha (&frame->foreground, 0.3f);
  const OkrDay today = series->today;
  float x;

  if (today == OKR_DAY_NONE || today < frame->first || today > frame->last)
    return;

  x = (float) round (waymark_chart_frame_get_x (frame, today));
  gtk_snapshot_append_color (
      snapshot, &color, &GRAPHENE_RECT_INIT (x, frame->plot.origin.y, 1, frame->plot.size.height));
}

/* Where the expected line leaves room: under a falling one, above a rising one. */
static void
snapshot_placeholder (const WaymarkChartFrame *frame, GtkWidget *widget, GtkSnapshot *snapshot,
                      const OkrChartSeries *series, const char *text)
{
  const float band = frame->plot.size.height / (float) (frame->scale.n_ticks - 1);
  graphene_rect_t area = frame->plot;

  g_assert (frame->scale.n_ticks > 1);

  area.size.height = band;
  if (series->start_value > series->target)
    area.origin.y += frame->plot.size.height - band;
  area.origin.x += MARGIN;
  area.size.width -= MARGIN;
  snapshot_text (widget, snapshot, text, &area, 0, &frame->dim);
}

void
waymark_chart_frame_init (WaymarkChartFrame *frame, GtkWidget *widget,
                          const OkrChartSeries *series)
{
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const float line = (float) waymark_text_get_line_height (widget, WAYMARK_TEXT_SMALL);
  const float bottom = height - line - MARGIN / 2;
  const float top = ceilf (line / 2);
  int axis = 0;

  g_return_if_fail (frame != NULL);
  g_return_if_fail (series != NULL);

  memset (frame, 0, sizeof *frame);
  compute_colors (widget, frame);
  compute_ranges (series, frame,
                  (guint) CLAMP ((bottom - top) / (line * 1.6f) + 1, 3, WAYMARK_CHART_MAX_TICKS));
  for (guint i = 0; i < frame->scale.n_ticks && i < G_N_ELEMENTS (frame->labels); i++)
    {
      frame->labels[i] = dup_tick_label (series, &frame->scale, i);
      axis = MAX (axis, measure_text (widget, frame->labels[i]));
    }
  graphene_rect_init (&frame->plot, (float) axis + MARGIN, top,
                      MAX (width - (float) axis - 2 * MARGIN, 1), MAX (bottom - top, 1));
}

void
waymark_chart_frame_clear (WaymarkChartFrame *frame)
{
  g_return_if_fail (frame != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (frame->labels); i++)
    g_clear_pointer (&frame->labels[i], g_free);
}

double
waymark_chart_frame_get_x (const WaymarkChartFrame *frame, OkrDay day)
{
  double span;

  g_return_val_if_fail (frame != NULL, 0);

  span = MAX (okr_day_diff (frame->first, frame->last), 1);

  return frame->plot.origin.x +
         (double) frame->plot.size.width * okr_day_diff (frame->first, day) / span;
}

double
waymark_chart_frame_get_y (const WaymarkChartFrame *frame, double value)
{
  double share;

  g_return_val_if_fail (frame != NULL, 0);

  share = (value - frame->scale.low) / (frame->scale.high - frame->scale.low);

  return frame->plot.origin.y + frame->plot.size.height * (1 - share);
}

void
waymark_chart_frame_snapshot (const WaymarkChartFrame *frame, GtkWidget *widget,
                              GtkSnapshot *snapshot, const OkrChartSeries *series,
                              const char *placeholder)
{
  graphene_rect_t area;
  cairo_t *cr;

  g_return_if_fail (frame != NULL);
  g_return_if_fail (series != NULL);

  snapshot_band (series, snapshot, frame);
  snapshot_grid (widget, snapshot, frame);
  snapshot_months (widget, snapshot, frame);
  snapshot_today (series, snapshot, frame);

  graphene_rect_inset_r (&frame->plot, -MARGIN / 2, -MARGIN / 2, &area);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  draw_expected (series, cr, frame);
  draw_marks (series, cr, frame);
  draw_points (series, cr, frame);
  cairo_destroy (cr);

  if (series->n_points == 0)
    snapshot_placeholder (frame, widget, snapshot, series, placeholder);
}
