/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-chart-scale.h"
#include "waymark-history-chart.h"

G_BEGIN_DECLS

#define WAYMARK_CHART_MAX_TICKS 6
#define WAYMARK_CHART_FLAG_HEIGHT 12

/* Everything that depends on the size, in the widget's coordinates. */
typedef struct
{
  graphene_rect_t plot;
  WaymarkChartScale scale;
  OkrDay first;
  OkrDay last;
  char *labels[WAYMARK_CHART_MAX_TICKS];
  GdkRGBA foreground;
  GdkRGBA dim;
  GdkRGBA line;
} WaymarkChartFrame;

void waymark_chart_frame_init (WaymarkChartFrame *frame, GtkWidget *widget,
                               const OkrChartSeries *series);
void waymark_chart_frame_clear (WaymarkChartFrame *frame);
double waymark_chart_frame_get_x (const WaymarkChartFrame *frame, OkrDay day);
double waymark_chart_frame_get_y (const WaymarkChartFrame *frame, double value);
void waymark_chart_frame_snapshot (const WaymarkChartFrame *frame, GtkWidget *widget,
                                   GtkSnapshot *snapshot, const OkrChartSeries *series,
                                   const char *placeholder);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WaymarkChartFrame, waymark_chart_frame_clear)

G_END_DECLS
