/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-graph-private.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  guint layer;
} OkrGraphPlace;

typedef struct
{
  double x;
  double width;
} OkrGraphColumn;

/* What a later layout has to know of a box. */
typedef struct
{
  char *key;
  guint place;   /* among the nodes of its layer */
  guint target;  /* the box that it mainly contributes to, or NONE */
  int port;      /* the row there */
  guint n_ports; /* its own rows */
} OkrGraphKept;

typedef struct
{
  guint from;
  guint to;
} OkrGraphEnds;

struct _OkrGraphLayout
{
  gatomicrefcount ref_count;
  guint n_boxes;
  guint n_links;
  guint n_layers;
  double width;
  double height;
  double detour_y; /* where links go around all boxes */
  guint64 n_crossings;
  gboolean *ignored;       /* by link */
  OkrGraphPlace *places;   /* by box */
  OkrGraphColumn *columns; /* by layer */
  OkrGraphPoint *points;
  guint *first_point; /* by link, and one more */
  OkrGraphKept *kept; /* by box */
  OkrGraphEnds *ends; /* by link */
  guint *link_places; /* where links pass layers: among the nodes there, from right to left */
  guint *first_place; /* by link, and one more */
};

/* okr-graph-resume.c */
gboolean okr_graph_resume_order (OkrGraphNet *net, const OkrGraphLayout *earlier);

/* okr-graph-route.c */
void okr_graph_layout_find_columns (OkrGraphLayout *self, const OkrGraphNet *net);
void okr_graph_layout_route (OkrGraphLayout *self, const OkrGraphNet *net);

G_END_DECLS
