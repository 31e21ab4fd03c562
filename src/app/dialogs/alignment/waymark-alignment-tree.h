/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_ALIGNMENT_NODE (waymark_alignment_node_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkAlignmentNode, waymark_alignment_node, WAYMARK, ALIGNMENT_NODE,
                      GObject)

/**
 * WaymarkAlignmentNode:
 *
 * An objective or a key result in the tree of alignment.
 */

OkrItem *waymark_alignment_node_get_item (WaymarkAlignmentNode *self);

/**
 * waymark_alignment_node_get_depth:
 *
 * Returns: how many links lie between it and the top
 */
guint waymark_alignment_node_get_depth (WaymarkAlignmentNode *self);

/**
 * waymark_alignment_tree_new:
 * @plan: a plan
 * @keep: (nullable): ids to list in any case
 *
 * Lists what an objective can contribute to, in the order in which the tree of main parents is read
 * from its top: objectives of cycles that are not closed, unless dropped, and their key results.
 *
 * Returns: (transfer full): a list of #WaymarkAlignmentNode
 */
GListModel *waymark_alignment_tree_new (OkrPlan *plan, const char *const *keep);

G_END_DECLS
