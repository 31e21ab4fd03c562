/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "okr-graph-layout.h"

G_BEGIN_DECLS

#define OKR_GRAPH_NONE G_MAXUINT

typedef struct
{
  double y;
  double height;
} OkrGraphPort;

typedef struct
{
  char *key;
  double width;
  double height;
  int least_layer;
  GArray *ports; /* of OkrGraphPort, NULL where there are none */
} OkrGraphBox;

typedef struct
{
  guint from;
  guint to;
  int port;
  double weight;
} OkrGraphLink;

struct _OkrGraph
{
  OkrGraphSpacing spacing;
  GArray *boxes; /* of OkrGraphBox */
  GArray *links; /* of OkrGraphLink */
};

/* A box, or the place where a long link passes through a layer. */
typedef struct
{
  guint box;  /* OKR_GRAPH_NONE for a place of a link */
  guint link; /* the link of such a place */
  guint layer;
  guint part;  /* nodes that links join, through whatever others, have the same number */
  guint place; /* among the nodes of the layer, from the top */
  guint first_left, n_left;   /* its segments in OkrGraphNet.left_ends */
  guint first_right, n_right; /* its segments in OkrGraphNet.right_ends */
  guint n_doors;              /* places at its right side where links end */
  guint first_door;           /* counted from the top of the layer, in the present order */
  double height;
  double y;
} OkrGraphNode;

/* The piece of a link between two neighbouring layers. */
typedef struct
{
  guint left;
  guint right;
  guint link;
  guint door;          /* of the left node, counted from its top */
  double left_offset;  /* below the top of the left node */
  double right_offset; /* below the top of the right node */
  double weight;
} OkrGraphSegment;

/* Nodes in layers and the segments between them. */
typedef struct
{
  const OkrGraph *graph;
  const volatile gint *cancelled;
  guint n_layers;
  guint n_boxes;
  guint n_nodes; /* the boxes first, by their numbers, then places of links */
  guint n_segments;
  OkrGraphNode *nodes;
  OkrGraphSegment *segments;
  guint *left_ends;     /* segments, by the node at their right end: what lies to the left of it */
  guint *right_ends;    /* segments, by the node at their left end */
  guint *layer_start;   /* n_layers + 1 indices into order */
  guint *order;         /* nodes, layer by layer, from the top */
  guint *first_place;   /* by link: its first node that is no box, next to `from`, or NONE */
  guint *first_segment; /* by link: its segment at `from`; the others follow */
  gboolean *ignored;    /* by link; borrowed */
  gboolean *detours;    /* by link: it goes around all boxes, and has neither places nor segments */
} OkrGraphNet;

static inline OkrGraphBox *
okr_graph_box (const OkrGraph *self, guint box)
{
  return &g_array_index (self->boxes, OkrGraphBox, box);
}

static inline OkrGraphLink *
okr_graph_link (const OkrGraph *self, guint link)
{
  return &g_array_index (self->links, OkrGraphLink, link);
}

/* Whether a link takes part in the order of the layers. */
static inline gboolean
okr_graph_net_has_link (const OkrGraphNet *net, guint link)
{
  return !net->ignored[link] && !net->detours[link];
}

static inline gboolean
okr_graph_net_is_cancelled (const OkrGraphNet *net)
{
  return net->cancelled != NULL && g_atomic_int_get (net->cancelled) != 0;
}

static inline guint
okr_graph_net_layer_size (const OkrGraphNet *net, guint layer)
{
  return net->layer_start[layer + 1] - net->layer_start[layer];
}

static inline guint *
okr_graph_net_layer (const OkrGraphNet *net, guint layer)
{
  return net->order + net->layer_start[layer];
}

/* The piece of a link that begins in a layer at the left. */
static inline guint
okr_graph_net_get_segment (const OkrGraphNet *net, guint link, guint left_layer)
{
  const guint from = okr_graph_link (net->graph, link)->from;

  return net->first_segment[link] + net->nodes[from].layer - 1 - left_layer;
}

/* okr-graph.c */
double okr_graph_get_head_middle (const OkrGraph *self, guint box);
guint okr_graph_get_n_ports (const OkrGraph *self, guint box);
double okr_graph_get_arrival (const OkrGraph *self, guint box, int port);

/* okr-graph-layers.c */
void okr_graph_find_layers (const OkrGraph *graph, guint *layers, gboolean *ignored);

/* okr-graph-loops.c */
void okr_graph_find_loops (const OkrGraph *graph, gboolean *ignored);
guint *okr_graph_sort (const OkrGraph *graph, const gboolean *ignored, guint *n_sorted);

/* okr-graph-detours.c */
gboolean *okr_graph_find_detours (const OkrGraph *graph, const guint *layers,
                                  const gboolean *ignored);

/* okr-graph-net.c */
OkrGraphNet *okr_graph_net_new (const OkrGraph *graph, const guint *layers, gboolean *ignored);
void okr_graph_net_free (OkrGraphNet *self);
guint okr_graph_net_get_main_segment (const OkrGraphNet *self, guint node);
guint okr_graph_net_get_main_link (const OkrGraphNet *self, guint box);
double okr_graph_net_get_gap (const OkrGraphNet *self, const OkrGraphNode *upper,
                              const OkrGraphNode *lower);
void okr_graph_net_number (OkrGraphNet *self, guint layer);
void okr_graph_net_set_order (OkrGraphNet *self, const guint *order);

/* okr-graph-crossings.c */
guint64 okr_graph_count_crossings (const OkrGraphNet *net);
gint64 okr_graph_count_crossings_of (const OkrGraphNet *net, guint segment);
gint64 okr_graph_compare_left (const OkrGraphNet *net, guint upper, guint lower);
gint64 okr_graph_compare_swap (const OkrGraphNet *net, guint upper, guint lower);

/* okr-graph-order.c */
void okr_graph_find_order (OkrGraphNet *net);

/* okr-graph-coordinates.c */
void okr_graph_find_heights (OkrGraphNet *net);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrGraphNet, okr_graph_net_free)

G_END_DECLS
