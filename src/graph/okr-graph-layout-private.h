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

struct _OkrGraphLayout
{
  gatomicrefcount ref_count;
  guint n_boxes;
  guint n_links;
  guint n_layers;
  double width;
  double height;
  guint64 n_crossings;
  gboolean *ignored;       /* by link */
  OkrGraphPlace *places;   /* by box */
  OkrGraphColumn *columns; /* by layer */
  OkrGraphPoint *points;
  guint *first_point; /* by link, and one more */
};

/* okr-graph-route.c */
void okr_graph_layout_find_columns (OkrGraphLayout *self, const OkrGraphNet *net);
void okr_graph_layout_route (OkrGraphLayout *self, const OkrGraphNet *net);

G_END_DECLS
