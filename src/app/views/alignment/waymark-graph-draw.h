/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-graph-marks.h"
#include "waymark-graph-viewport.h"

G_BEGIN_DECLS

/**
 * WaymarkGraphDraw:
 *
 * What a canvas draws with: fonts and colours of its widget, and the flags that marks turn into.
 */
typedef struct _WaymarkGraphDraw WaymarkGraphDraw;

WaymarkGraphDraw *waymark_graph_draw_new (void);
void waymark_graph_draw_free (WaymarkGraphDraw *self);

/* The widget has another font or other colours. */
void waymark_graph_draw_style_changed (WaymarkGraphDraw *self, GtkWidget *widget);

/* How many pixels the headings of the columns take, which stay at the upper edge. */
double waymark_graph_draw_get_top (WaymarkGraphDraw *self);

/**
 * waymark_graph_draw_snapshot:
 * @widget: what is drawn on
 * @snapshot: where to draw
 * @picture: a picture that is laid out
 * @viewport: what of it is seen
 * @marks: what is marked in it
 *
 * Draws what is seen, in one node of the size of @widget.
 */
void waymark_graph_draw_snapshot (WaymarkGraphDraw *self, GtkWidget *widget, GtkSnapshot *snapshot,
                                  const OkrPicture *picture, const WaymarkGraphViewport *viewport,
                                  const WaymarkGraphMarks *marks);

/* All boxes as plain areas. */
void waymark_graph_draw_overview (WaymarkGraphDraw *self, cairo_t *cr, const OkrPicture *picture,
                                  const WaymarkGraphMarks *marks);

G_END_DECLS
