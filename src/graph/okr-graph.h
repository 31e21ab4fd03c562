/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OkrGraph:
 *
 * Boxes with rows, and links between them, to be laid out in layers from left to right: what a box
 * contributes to stands to the left of it. Knows nothing of what the boxes mean.
 *
 * Lengths are in whatever unit the caller draws in; y grows downwards. The order in which boxes
 * are added is the order of the plan: where nothing else decides, it does.
 */
typedef struct _OkrGraph OkrGraph;

/**
 * OkrGraphSpacing:
 * @layer_gap: least width of the gap between two layers
 * @layer_gap_most: to what the gap may grow where links in it have far to go up or down
 * @box_gap: least height between two boxes of a layer
 * @link_gap: least height between a link that passes through a layer and a box there
 * @tight_link_gap: least height between two such links
 * @part_gap: least height between boxes of parts that no link joins
 */
typedef struct
{
  double layer_gap;
  double layer_gap_most;
  double box_gap;
  double link_gap;
  double tight_link_gap;
  double part_gap;
} OkrGraphSpacing;

#define OKR_GRAPH_DEFAULT_SPACING \
  {                               \
    28, 120, 24, 14, 8, 40        \
  }

OkrGraph *okr_graph_new (void);
void okr_graph_free (OkrGraph *self);
void okr_graph_set_spacing (OkrGraph *self, const OkrGraphSpacing *spacing);
guint okr_graph_add_box (OkrGraph *self, const char *key, double width, double height,
                         int least_layer);
guint okr_graph_add_port (OkrGraph *self, guint box, double y, double height);
guint okr_graph_add_link (OkrGraph *self, guint from, guint to, int port, double weight);
guint okr_graph_get_n_boxes (const OkrGraph *self);
guint okr_graph_get_n_links (const OkrGraph *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrGraph, okr_graph_free)

G_END_DECLS
