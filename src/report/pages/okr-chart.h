/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-brush.h"
#include "okr-chart-scale.h"
#include "okr-chart-series.h"

G_BEGIN_DECLS

#define OKR_CHART_MAX_TICKS 6
#define OKR_CHART_FLAG_HEIGHT 12

/**
 * OkrChartParts:
 * @OKR_CHART_VALUES: dots and the line between them: what was measured
 * @OKR_CHART_EXPECTED: a line of dashes from the start to the target
 * @OKR_CHART_TARGET: a level line of long dashes: a target that holds for every day
 * @OKR_CHART_AGREED: a level line of short dashes: the target of the goalposts
 * @OKR_CHART_BAND: a shade over the wanted values
 * @OKR_CHART_TODAY: an upright line
 * @OKR_CHART_FLAGS: initiatives' ends, standing on the axis
 *
 * What a chart shows, beside its axes; in the order in which a legend explains it.
 */
typedef enum
{
  OKR_CHART_VALUES = 1 << 0,
  OKR_CHART_EXPECTED = 1 << 1,
  OKR_CHART_TARGET = 1 << 2,
  OKR_CHART_AGREED = 1 << 3,
  OKR_CHART_BAND = 1 << 4,
  OKR_CHART_TODAY = 1 << 5,
  OKR_CHART_FLAGS = 1 << 6,
} OkrChartParts;

/**
 * OKR_CHART_N_PARTS:
 *
 * How many parts there are: the bits from 0 on.
 */
#define OKR_CHART_N_PARTS 7

/**
 * OkrChartLook:
 * @theme: the colours that tell a status
 * @foreground: the text colour
 * @dim: of what is read second
 * @line: of the values
 *
 * The colours of a chart.
 */
typedef struct
{
  OkrPaletteTheme theme;
  OkrColor foreground;
  OkrColor dim;
  OkrColor line;
} OkrChartLook;

/**
 * OkrChartFrame:
 * @x: the left edge of the plot
 * @y: its upper edge
 * @width: its width
 * @height: its height
 * @scale: the ticks of the values
 * @first: the first day
 * @last: the last day
 * @labels: of the ticks
 *
 * Everything about a chart that depends on its size. Time runs from left to right in every
 * language.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  OkrChartScale scale;
  OkrDay first;
  OkrDay last;
  char *labels[OKR_CHART_MAX_TICKS];
} OkrChartFrame;

/**
 * okr_chart_frame_init:
 * @frame: (out): the frame
 * @fonts: what labels are written with
 * @series: what the chart shows
 * @width: the width of all of it, in pixels
 * @height: its height
 */
void okr_chart_frame_init (OkrChartFrame *frame, OkrFonts *fonts, const OkrChartSeries *series,
                           double width, double height);

/**
 * okr_chart_frame_clear:
 * @frame: a frame
 *
 * Frees what it holds.
 */
void okr_chart_frame_clear (OkrChartFrame *frame);

/**
 * okr_chart_frame_get_x:
 * @frame: a frame
 * @day: a day
 *
 * Returns: where @day is
 */
double okr_chart_frame_get_x (const OkrChartFrame *frame, OkrDay day);

/**
 * okr_chart_frame_get_y:
 * @frame: a frame
 * @value: a value
 *
 * Returns: where @value is
 */
double okr_chart_frame_get_y (const OkrChartFrame *frame, double value);

/**
 * okr_chart_frame_draw:
 * @frame: a frame
 * @brush: what to draw with, with the fonts that @frame was made for
 * @look: the colours
 * @series: what @frame was made for
 * @placeholder: (nullable): what to say where there is no value
 *
 * Draws band, grid, months, today, the expected line, goalposts, initiatives and the values.
 */
void okr_chart_frame_draw (const OkrChartFrame *frame, OkrBrush *brush, const OkrChartLook *look,
                           const OkrChartSeries *series, const char *placeholder);

/**
 * okr_chart_list_parts:
 * @series: what a chart shows
 *
 * Returns: the parts that okr_chart_frame_draw() draws of it
 */
OkrChartParts okr_chart_list_parts (const OkrChartSeries *series);

/**
 * okr_chart_part_get_label:
 * @part: one part
 *
 * Returns: what a legend calls it
 */
const char *okr_chart_part_get_label (OkrChartParts part);

/**
 * okr_chart_draw_sample:
 * @brush: what to draw with
 * @look: the colours
 * @part: one part
 * @width: how wide, in pixels
 *
 * Draws for a legend what that part looks like in a chart: from 0 to @width, around the height 0.
 */
void okr_chart_draw_sample (OkrBrush *brush, const OkrChartLook *look, OkrChartParts part,
                            double width);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OkrChartFrame, okr_chart_frame_clear)

G_END_DECLS
