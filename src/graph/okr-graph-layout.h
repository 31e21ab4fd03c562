/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-graph.h"

G_BEGIN_DECLS

/**
 * OkrGraphLayout:
 *
 * Where the boxes and links of an #OkrGraph are. Never changes; may be read, referenced and
 * released by any thread. The same input gives the same layout, byte for byte.
 *
 * Boxes and links are named by the numbers that okr_graph_add_box() and okr_graph_add_link() gave.
 */
typedef struct _OkrGraphLayout OkrGraphLayout;

/**
 * OkrGraphPoint:
 *
 * A point of a link. Between two points that follow each other, the link is drawn as a cubic Bézier
 * curve whose control points have the height of the point that they belong to and lie half the way
 * in x; so it leaves and arrives horizontally.
 */
typedef struct
{
  double x;
  double y;
} OkrGraphPoint;

OkrGraphLayout *okr_graph_layout_new (const OkrGraph *graph, const OkrGraphLayout *earlier,
                                      const volatile gint *cancelled);
void okr_graph_layout_unref (OkrGraphLayout *self);

double okr_graph_layout_get_width (const OkrGraphLayout *self);
double okr_graph_layout_get_height (const OkrGraphLayout *self);
guint okr_graph_layout_get_n_layers (const OkrGraphLayout *self);
double okr_graph_layout_get_layer_x (const OkrGraphLayout *self, guint layer);
double okr_graph_layout_get_layer_width (const OkrGraphLayout *self, guint layer);
void okr_graph_layout_get_place (const OkrGraphLayout *self, guint box, double *x, double *y,
                                 guint *layer);
const OkrGraphPoint *okr_graph_layout_get_points (const OkrGraphLayout *self, guint link,
                                                  guint *n_points);
gboolean okr_graph_layout_is_ignored (const OkrGraphLayout *self, guint link);
guint64 okr_graph_layout_get_n_crossings (const OkrGraphLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrGraphLayout, okr_graph_layout_unref)

G_END_DECLS
