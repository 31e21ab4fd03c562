/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-format.h"

#define MARGIN 8.0
#define LINE 16.0 /* the height of a label */
#define DOT_RADIUS 3.5
#define SMALL_DOT_RADIUS 2.0
#define LONGEST_UNIT_ON_AXIS 3
/* Lengths of a dash and of the gap after it. */
#define DASH_EXPECTED 4, 4
#define DASH_TARGET 10, 3
#define DASH_AGREED 2, 2

typedef struct
{
  const OkrChartFrame *frame;
  OkrBrush *brush;
  const OkrChartLook *look;
  const OkrChartSeries *series;
  OkrChartParts parts;
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

static OkrColor
get_band_color (const OkrChartLook *look)
{
  return okr_color_with_alpha (&okr_palette_get_status (look->theme, OKR_STATUS_ON_TRACK)->fill,
                               0.16f);
}

static void
draw_band (const Chart *chart)
{
  const OkrChartFrame *frame = chart->frame;
  const OkrChartSeries *series = chart->series;
  const OkrColor color = get_band_color (chart->look);
  double top;
  double bottom;

  if ((chart->parts & OKR_CHART_BAND) == 0)
    return;

  top = okr_chart_frame_get_y (frame, MAX (series->high, series->low));
  bottom = okr_chart_frame_get_y (frame, MIN (series->high, series->low));
  okr_brush_rect (chart->brush, frame->x, top, frame->width, MAX (bottom - top, 1), 0);
  okr_brush_fill (chart->brush, &color);
}

static void
stroke_dashes (OkrBrush *brush, const OkrColor *color, double dash, double gap)
{
  const OkrStroke stroke = { .width = 1, .dash = dash, .gap = gap };

  okr_brush_stroke (brush, color, &stroke);
}

static void
draw_level (const Chart *chart, double value)
{
  const OkrChartFrame *frame = chart->frame;
  const double y = round (okr_chart_frame_get_y (frame, value)) + 0.5;

  okr_brush_move (chart->brush, frame->x, y);
  okr_brush_line (chart->brush, frame->x + frame->width, y);
}

static const OkrColor *
get_agreed_color (const OkrChartLook *look)
{
  return &okr_palette_get_status (look->theme, OKR_STATUS_BEHIND)->fill;
}

static void
draw_aims (const Chart *chart)
{
  const OkrChartFrame *frame = chart->frame;
  const OkrChartSeries *series = chart->series;

  if ((chart->parts & OKR_CHART_AGREED) != 0)
    {
      draw_level (chart, series->agreed_target);
      stroke_dashes (chart->brush, get_agreed_color (chart->look), DASH_AGREED);
    }
  if ((chart->parts & OKR_CHART_TARGET) != 0)
    {
      draw_level (chart, series->target);
      stroke_dashes (chart->brush, &chart->look->foreground, DASH_TARGET);
    }
  if ((chart->parts & OKR_CHART_EXPECTED) != 0)
    {
      okr_brush_move (chart->brush, okr_chart_frame_get_x (frame, series->start),
                      okr_chart_frame_get_y (frame, series->start_value));
      okr_brush_line (chart->brush, okr_chart_frame_get_x (frame, MAX (series->end, series->start)),
                      okr_chart_frame_get_y (frame, series->target));
      stroke_dashes (chart->brush, &chart->look->dim, DASH_EXPECTED);
    }
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

static void
draw_flag (OkrBrush *brush, const OkrChartLook *look, double x, double bottom)
{
  const OkrStroke stroke = { .width = 1 };

  okr_brush_move (brush, x, bottom);
  okr_brush_line (brush, x, bottom - OKR_CHART_FLAG_HEIGHT);
  okr_brush_stroke (brush, &look->dim, &stroke);
  okr_brush_move (brush, x, bottom - OKR_CHART_FLAG_HEIGHT);
  okr_brush_line (brush, x + 6, bottom - 9);
  okr_brush_line (brush, x, bottom - 6);
  okr_brush_close (brush);
  okr_brush_fill (brush, &look->dim);
}

static gboolean
is_on_axis (const OkrChartFrame *frame, OkrDay day)
{
  return day != OKR_DAY_NONE && day >= frame->first && day <= frame->last;
}

/* An initiative's end is a small flag standing on the axis. */
static void
draw_marks (const Chart *chart)
{
  const OkrChartFrame *frame = chart->frame;

  for (gsize i = 0; i < chart->series->n_marks; i++)
    {
      const OkrDay day = chart->series->marks[i].day;

      if (is_on_axis (frame, day))
        draw_flag (chart->brush, chart->look, round (okr_chart_frame_get_x (frame, day)) + 0.5,
                   frame->y + frame->height);
    }
}

static void
draw_upright (OkrBrush *brush, const OkrChartLook *look, double x, double y, double height)
{
  const OkrColor color = okr_color_with_alpha (&look->foreground, 0.3f);

  okr_brush_rect (brush, x, y, 1, height, 0);
  okr_brush_fill (brush, &color);
}

static void
draw_today (const Chart *chart)
{
  const OkrChartFrame *frame = chart->frame;

  if ((chart->parts & OKR_CHART_TODAY) != 0)
    draw_upright (chart->brush, chart->look,
                  round (okr_chart_frame_get_x (frame, chart->series->today)), frame->y,
                  frame->height);
}

static OkrChartParts
list_parts (const OkrChartSeries *series, const OkrChartFrame *frame)
{
  OkrChartParts parts = 0;

  if (series->n_points > 0)
    parts |= OKR_CHART_VALUES;
  if (isfinite (series->target) && !isfinite (series->start_value))
    parts |= OKR_CHART_TARGET;
  else if (isfinite (series->target) && series->start != OKR_DAY_NONE)
    parts |= OKR_CHART_EXPECTED;
  if (isfinite (series->agreed_target))
    parts |= OKR_CHART_AGREED;
  if (isfinite (series->low) && isfinite (series->high))
    parts |= OKR_CHART_BAND;
  if (is_on_axis (frame, series->today))
    parts |= OKR_CHART_TODAY;
  for (gsize i = 0; i < series->n_marks; i++)
    if (is_on_axis (frame, series->marks[i].day))
      parts |= OKR_CHART_FLAGS;

  return parts;
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
  const Chart chart = { frame, brush, look, series,
                        series != NULL ? list_parts (series, frame) : 0 };

  g_return_if_fail (frame != NULL && brush != NULL);
  g_return_if_fail (look != NULL && series != NULL);

  draw_band (&chart);
  draw_grid (&chart);
  draw_months (&chart);
  draw_today (&chart);
  draw_aims (&chart);
  draw_marks (&chart);
  draw_points (&chart);
  if (series->n_points == 0 && placeholder != NULL)
    draw_placeholder (&chart, placeholder);
}

OkrChartParts
okr_chart_list_parts (const OkrChartSeries *series)
{
  OkrChartFrame frame = { 0 };

  g_return_val_if_fail (series != NULL, 0);

  compute_ranges (series, &frame, OKR_CHART_MAX_TICKS);

  return list_parts (series, &frame);
}

const char *
okr_chart_part_get_label (OkrChartParts part)
{
  switch (part)
    {
    case OKR_CHART_VALUES:
      return _ ("Check-ins");
    case OKR_CHART_EXPECTED:
      /* Translators: after a line of dashes in a chart */
      return _ ("Expected course");
    case OKR_CHART_TARGET:
      /* Translators: after a level line of long dashes in a chart */
      return _ ("Target");
    case OKR_CHART_AGREED:
      /* Translators: after a line of short dashes in a chart */
      return _ ("Target as agreed");
    case OKR_CHART_BAND:
      /* Translators: after a shade in a chart */
      return _ ("Wanted range");
    case OKR_CHART_TODAY:
      return _ ("Today");
    case OKR_CHART_FLAGS:
    default:
      /* Translators: after a small flag in a chart */
      return _ ("An initiative is due");
    }
}

static void
draw_sample_dashes (OkrBrush *brush, const OkrColor *color, double dash, double gap, double width)
{
  okr_brush_move (brush, 0, 0);
  okr_brush_line (brush, width, 0);
  stroke_dashes (brush, color, dash, gap);
}

void
okr_chart_draw_sample (OkrBrush *brush, const OkrChartLook *look, OkrChartParts part, double width)
{
  const OkrStroke line = { .width = 2.2, .is_round = TRUE };
  const OkrColor band = get_band_color (look);

  g_return_if_fail (brush != NULL && look != NULL);

  switch (part)
    {
    case OKR_CHART_VALUES:
      okr_brush_move (brush, 0, 0);
      okr_brush_line (brush, width, 0);
      okr_brush_stroke (brush, &look->line, &line);
      okr_brush_circle (brush, width / 2, 0, DOT_RADIUS);
      okr_brush_fill (brush, &look->line);
      break;
    case OKR_CHART_EXPECTED:
      draw_sample_dashes (brush, &look->dim, DASH_EXPECTED, width);
      break;
    case OKR_CHART_TARGET:
      draw_sample_dashes (brush, &look->foreground, DASH_TARGET, width);
      break;
    case OKR_CHART_AGREED:
      draw_sample_dashes (brush, get_agreed_color (look), DASH_AGREED, width);
      break;
    case OKR_CHART_BAND:
      okr_brush_rect (brush, 0, -OKR_CHART_FLAG_HEIGHT / 2, width, OKR_CHART_FLAG_HEIGHT, 0);
      okr_brush_fill (brush, &band);
      break;
    case OKR_CHART_TODAY:
      draw_upright (brush, look, width / 2, -OKR_CHART_FLAG_HEIGHT / 2, OKR_CHART_FLAG_HEIGHT);
      break;
    case OKR_CHART_FLAGS:
    default:
      draw_flag (brush, look, width / 2 - 3, OKR_CHART_FLAG_HEIGHT / 2);
      break;
    }
}
