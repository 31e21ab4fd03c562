/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkAlignmentNode:
 * @item: (transfer full): an objective or a key result that has a row
 * @above: (nullable): under what it stands; alive as long as its own node
 * @hidden_parent: (transfer full) (nullable): what an objective at the root contributes to
 * @children: (nullable): the items that stand under it, borrowed; %NULL for a leaf
 * @dimmed: whether it is there only because it leads to a match
 */
typedef struct
{
  OkrItem *item;
  OkrItem *above;
  OkrItem *hidden_parent;
  GPtrArray *children;
  gboolean dimmed;
} WaymarkAlignmentNode;

/**
 * waymark_alignment_build:
 * @session: scope and filters
 * @plan: (nullable): whose objectives to arrange
 * @sorter: (nullable): the order of siblings
 * @roots: takes the topmost items, borrowed
 *
 * Arranges what the session shows along the alignment.
 *
 * Returns: (transfer full): #OkrItem → #WaymarkAlignmentNode
 */
GHashTable *waymark_alignment_build (WaymarkSession *session, OkrPlan *plan, GtkSorter *sorter,
                                     GPtrArray *roots);

G_END_DECLS
