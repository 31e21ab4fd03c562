/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-chart.h"

#include <math.h>

#include "okr-format.h"

#define MARGIN 8.0
#define LINE 16.0 /* the height of a label */
#define DOT_RADIUS 3.5
#define SMALL_DOT_RADIUS 2.0
#define LONGEST_UNIT_ON_AXIS 3

typedef struct
{
  const OkrChartFrame *frame;
  OkrBrush *brush;
  const OkrChartLook *look;
  const OkrChartSeries *series;
} Chart;

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
compute_ranges (const OkrChartSeries *series, OkrChartFrame *frame, guint max_ticks)
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
  okr_chart_scale_init (&frame->scale, low, high, max_ticks);
}

/* A long unit would take the room of the plot; the tooltips and the summary have it. */
static char *
dup_tick_label (const OkrChartSeries *series, const OkrChartScale *scale, guint index)
{
  const double value = okr_chart_scale_get_tick (scale, index);

  if (series->unit != NULL && g_utf8_strlen (series->unit, -1) <= LONGEST_UNIT_ON_AXIS)
    return okr_format_quantity (value, scale->decimals, series->unit);

  return okr_format_number (value, scale->decimals);
}

static void
draw_label (const Chart *chart, const char *text, double x, double middle, double width,
            OkrTextAlign align)
{
  okr_brush_text (chart->brush, OKR_TEXT_SUBTITLE, text, x, middle, width, align,
                  &chart->look->dim);
}

static void
draw_grid (const Chart *chart)
{
  const OkrChartFrame *frame = chart->frame;
  const OkrColor grid = okr_color_with_alpha (&chart->look->foreground, 0.1f);

  for (guint i = 0; i < frame->scale.n_ticks && i < G_N_ELEMENTS (frame->labels); i++)
    {
      const double tick = okr_chart_scale_get_tick (&frame->scale, i);
      const double y = round (okr_chart_frame_get_y (frame, tick));

      okr_brush_rect (chart->brush, frame->x, y, frame->width, 1, 0);
      okr_brush_fill (chart->brush, &grid);
      draw_label (chart, frame->labels[i], 0, y, frame->x - MARGIN + 2, OKR_TEXT_RIGHT);
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
draw_months (const Chart *chart)
{
  const OkrChartFrame *frame = chart->frame;
  OkrFonts *fonts = okr_brush_get_fonts (chart->brush);
  const double room = okr_fonts_get_width (fonts, OKR_TEXT_SUBTITLE, "MMMM");
  const double middle = frame->y + frame->height + MARGIN / 2 + LINE / 2;
  int step;
  OkrDay day;

  if (frame->first == OKR_DAY_NONE)
    return;

  day = okr_chart_scale_get_months (frame->first, frame->last, (guint) MAX (frame->width / room, 1),
                                    &step);
  for (; day != OKR_DAY_NONE && day <= frame->last; day = okr_day_add_months (day, step))
    {
      g_autofree char *text = dup_month_label (day, step);
      const double width = okr_fonts_get_width (fonts, OKR_TEXT_SUBTITLE, text) + 1;
      const double x = okr_chart_frame_get_x (frame, MAX (day, frame->first));
      const OkrDay next = okr_day_add_months (day, step);

      /* What is left of the first month may be too short for its name. */
      if (x + width > frame->x + frame->width || (next != OKR_DAY_NONE && next <= frame->last &&
                                                  x + width > okr_chart_frame_get_x (frame, next)))
        continue;
      draw_label (chart, text, x, middle, width, OKR_TEXT_LEFT);
    }
}

static void
draw_band (const Chart *chart)
{
  const OkrChartFrame *frame = chart->frame;
  const OkrChartSeries *series = chart->series;
  const OkrColor color =
      okr_color_with_alpha (&okr_palette_get_status (chart->look->theme, OKR_STATUS_ON_TRACK)->fill,
                            0.16f);
  double top;
  double bottom;

  if (!isfinite (series->low) || !isfinite (series->high))
    return;

  top = okr_chart_frame_get_y (frame, MAX (series->high, series->low));
  bottom = okr_chart_frame_get_y (frame, MIN (series->high, series->low));
  okr_brush_rect (chart->brush, frame->x, top, frame->width, MAX (bottom - top, 1), 0);
  okr_brush_fill (chart->brush, &color);
}

static void
draw_dashes (const Chart *chart, const OkrColor *color, double dash, double x1, double y1,
             double x2, double y2)
{
  const OkrStroke stroke = { .width = 1, .dash = dash, .gap = dash };

  okr_brush_move (chart->brush, x1, y1);
  okr_brush_line (chart->brush, x2, y2);
  okr_brush_stroke (chart->brush, color, &stroke);
}

static void
draw_expected (const Chart *chart)
{
  const OkrChartFrame *frame = chart->frame;
  const OkrChartSeries *series = chart->series;
  const double start = isfinite (series->start_value) ? series->start_value : series->target;

  if (isfinite (series->agreed_target))
    {
      const double y = round (okr_chart_frame_get_y (frame, series->agreed_target)) + 0.5;

      draw_dashes (chart, &okr_palette_get_status (chart->look->theme, OKR_STATUS_BEHIND)->fill, 2,
                   frame->x, y, frame->x + frame->width, y);
    }
  if (isfinite (series->target) && series->start != OKR_DAY_NONE)
    draw_dashes (chart, &chart->look->dim, 4, okr_chart_frame_get_x (frame, series->start),
                 okr_chart_frame_get_y (frame, start),
                 okr_chart_frame_get_x (frame, MAX (series->end, series->start)),
                 okr_chart_frame_get_y (frame, series->target));
}

static double
get_dot_radius (const Chart *chart)
{
  const gsize n = MAX (chart->series->n_points, 1);

  return chart->frame->width / (double) n >= 3 * DOT_RADIUS ? DOT_RADIUS : SMALL_DOT_RADIUS;
}

static void
draw_points (const Chart *chart)
{
  const OkrChartSeries *series = chart->series;
  const OkrStroke stroke = { .width = 2.2, .is_round = TRUE };
  const double radius = get_dot_radius (chart);

  if (series->n_points == 0)
    return;

  for (gsize i = 0; i < series->n_points; i++)
    {
      const double x = okr_chart_frame_get_x (chart->frame, series->points[i].day);
      const double y = okr_chart_frame_get_y (chart->frame, series->points[i].value);

      if (i == 0)
        okr_brush_move (chart->brush, x, y);
      else
        okr_brush_line (chart->brush, x, y);
    }
  okr_brush_stroke (chart->brush, &chart->look->line, &stroke);
  for (gsize i = 0; i < series->n_points; i++)
    okr_brush_circle (chart->brush, okr_chart_frame_get_x (chart->frame, series->points[i].day),
                      okr_chart_frame_get_y (chart->frame, series->points[i].value), radius);
  okr_brush_fill (chart->brush, &chart->look->line);
}

/* An initiative's end is a small flag standing on the axis. */
static void
draw_marks (const Chart *chart)
{
  const OkrChartFrame *frame = chart->frame;
  const OkrStroke stroke = { .width = 1 };
  const double bottom = frame->y + frame->height;

  for (gsize i = 0; i < chart->series->n_marks; i++)
    {
      const OkrDay day = chart->series->marks[i].day;
      const double x = round (okr_chart_frame_get_x (frame, day)) + 0.5;

      if (day < frame->first || day > frame->last)
        continue;
      okr_brush_move (chart->brush, x, bottom);
      okr_brush_line (chart->brush, x, bottom - OKR_CHART_FLAG_HEIGHT);
      okr_brush_stroke (chart->brush, &chart->look->dim, &stroke);
      okr_brush_move (chart->brush, x, bottom - OKR_CHART_FLAG_HEIGHT);
      okr_brush_line (chart->brush, x + 6, bottom - 9);
      okr_brush_line (chart->brush, x, bottom - 6);
      okr_brush_close (chart->brush);
      okr_brush_fill (chart->brush, &chart->look->dim);
    }
}

static void
draw_today (const Chart *chart)
{
  const OkrColor color = okr_color_with_alpha (&chart->look->foreground, 0.3f);
  const OkrDay today = chart->series->today;

  if (today == OKR_DAY_NONE || today < chart->frame->first || today > chart->frame->last)
    return;

  okr_brush_rect (chart->brush, round (okr_chart_frame_get_x (chart->frame, today)),
                  chart->frame->y, 1, chart->frame->height, 0);
  okr_brush_fill (chart->brush, &color);
}

/* Where the expected line leaves room: under a falling one, above a rising one. */
static void
draw_placeholder (const Chart *chart, const char *text)
{
  const OkrChartFrame *frame = chart->frame;
  const double band = frame->height / (frame->scale.n_ticks - 1);
  const gboolean falls = chart->series->start_value > chart->series->target;

  draw_label (chart, text, frame->x + MARGIN,
              falls ? frame->y + frame->height - band / 2 : frame->y + band / 2,
              frame->width - MARGIN, OKR_TEXT_START);
}

void
okr_chart_frame_init (OkrChartFrame *frame, OkrFonts *fonts, const OkrChartSeries *series,
                      double width, double height)
{
  const double bottom = height - LINE - MARGIN / 2;
  const double top = LINE / 2;
  double axis = 0;

  g_return_if_fail (frame != NULL);
  g_return_if_fail (fonts != NULL && series != NULL);

  *frame = (OkrChartFrame){ 0 };
  compute_ranges (series, frame,
                  (guint) CLAMP ((bottom - top) / (LINE * 1.6) + 1, 3, OKR_CHART_MAX_TICKS));
  for (guint i = 0; i < frame->scale.n_ticks && i < G_N_ELEMENTS (frame->labels); i++)
    {
      frame->labels[i] = dup_tick_label (series, &frame->scale, i);
      axis = MAX (axis, okr_fonts_get_width (fonts, OKR_TEXT_SUBTITLE, frame->labels[i]) + 1);
    }
  frame->x = axis + MARGIN;
  frame->y = top;
  frame->width = MAX (width - axis - 2 * MARGIN, 1);
  frame->height = MAX (bottom - top, 1);
}

void
okr_chart_frame_clear (OkrChartFrame *frame)
{
  g_return_if_fail (frame != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (frame->labels); i++)
    g_clear_pointer (&frame->labels[i], g_free);
}

double
okr_chart_frame_get_x (const OkrChartFrame *frame, OkrDay day)
{
  double span;

  g_return_val_if_fail (frame != NULL, 0);

  span = MAX (okr_day_diff (frame->first, frame->last), 1);

  return frame->x + frame->width * okr_day_diff (frame->first, day) / span;
}

double
okr_chart_frame_get_y (const OkrChartFrame *frame, double value)
{
  double share;

  g_return_val_if_fail (frame != NULL, 0);

  share = (value - frame->scale.low) / (frame->scale.high - frame->scale.low);

  return frame->y + frame->height * (1 - share);
}

void
okr_chart_frame_draw (const OkrChartFrame *frame, OkrBrush *brush, const OkrChartLook *look,
                      const OkrChartSeries *series, const char *placeholder)
{
  const Chart chart = { frame, brush, look, series };

  g_return_if_fail (frame != NULL && brush != NULL);
  g_return_if_fail (look != NULL && series != NULL);

  draw_band (&chart);
  draw_grid (&chart);
  draw_months (&chart);
  draw_today (&chart);
  draw_expected (&chart);
  draw_marks (&chart);
  draw_points (&chart);
  if (series->n_points == 0 && placeholder != NULL)
    draw_placeholder (&chart, placeholder);
}
