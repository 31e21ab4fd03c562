/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-graph-private.h"

G_BEGIN_DECLS

typedef struct
{
  OkrGraphNet *net;
  guint *parent;        /* by node: in the layer to the left; NONE only where that is empty */
  guint *n_children;    /* by node */
  guint *first_child;   /* by node: the place where its children begin, also where it has none */
  guint *n_strangers;   /* by node: ends of segments outside of the tree, in it and all below it */
  gboolean *is_real;    /* by node: whether its main segment leads to its parent */
  double *span;         /* by node: about the height that all below it needs */
  double *centre;       /* by node: about where it will be */
  gint64 crossing_cost; /* in lengths of links */
  guint *chain;
  guint *scratch;
} OkrGraphTree;

/* The segments to the first and the last child that a node really has, NONE where it has none. */
typedef struct
{
  guint first;
  guint last;
} OkrGraphOuter;

OkrGraphTree *okr_graph_tree_new (OkrGraphNet *net);
void okr_graph_tree_free (OkrGraphTree *self);
void okr_graph_tree_update (OkrGraphTree *self);
gboolean okr_graph_tree_has_segment (const OkrGraphTree *self, guint segment);
OkrGraphOuter okr_graph_tree_find_outer (const OkrGraphTree *self, guint node);
void okr_graph_tree_number (OkrGraphTree *self, guint layer, guint first, guint end);

/* okr-graph-tidy.c */
void okr_graph_tree_tidy (const OkrGraphTree *tree);
gboolean okr_graph_tree_is_forest (const OkrGraphTree *self);

/* okr-graph-thread.c */
gboolean okr_graph_tree_thread_links (OkrGraphTree *self, const gboolean *only, gint64 *budget);

/* okr-graph-siblings.c */
gboolean okr_graph_tree_sift_siblings (OkrGraphTree *self, gint64 *budget);

void okr_graph_tree_restore_plan_order (OkrGraphTree *self, gint64 *budget);
void okr_graph_tree_shake (OkrGraphTree *self, guint32 *random);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrGraphTree, okr_graph_tree_free)

G_END_DECLS
