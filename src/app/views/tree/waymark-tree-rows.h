/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-alignment-model.h"

G_BEGIN_DECLS

/**
 * WaymarkTreeRows:
 *
 * The rows of the Tree: which branches are expanded, remembered by id, and which row is selected,
 * in both directions with the session.
 *
 * Emits "reveal" with the position of a row that somebody selected elsewhere, and "updated" when
 * rows came or went.
 */
#define WAYMARK_TYPE_TREE_ROWS (waymark_tree_rows_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkTreeRows, waymark_tree_rows, WAYMARK, TREE_ROWS, GObject)

WaymarkTreeRows *waymark_tree_rows_new (WaymarkSession *session);

/**
 * waymark_tree_rows_set_active:
 * @active: whether anybody sees the rows
 */
void waymark_tree_rows_set_active (WaymarkTreeRows *self, gboolean active);

/**
 * waymark_tree_rows_get_model:
 *
 * Returns: (transfer none): what stands where
 */
WaymarkAlignmentModel *waymark_tree_rows_get_model (WaymarkTreeRows *self);

/**
 * waymark_tree_rows_get_selection:
 *
 * Returns: (transfer none): the rows that are not in collapsed branches, as #GtkTreeListRow
 */
GtkSelectionModel *waymark_tree_rows_get_selection (WaymarkTreeRows *self);

/**
 * waymark_tree_rows_dup_row:
 * @item: an item
 *
 * Returns: (transfer full) (nullable): its row; %NULL when it has none or is in a collapsed branch
 */
GtkTreeListRow *waymark_tree_rows_dup_row (WaymarkTreeRows *self, OkrItem *item);

/**
 * waymark_tree_rows_dup_revealed_row:
 * @item: an item
 *
 * Expands the branches that @item is in.
 *
 * Returns: (transfer full) (nullable): its row
 */
GtkTreeListRow *waymark_tree_rows_dup_revealed_row (WaymarkTreeRows *self, OkrItem *item);

/**
 * waymark_tree_rows_remember:
 * @row: a row that somebody expanded or collapsed
 */
void waymark_tree_rows_remember (WaymarkTreeRows *self, GtkTreeListRow *row);

/**
 * waymark_tree_rows_set_all_expanded:
 * @expanded: whether to expand or to collapse all branches
 */
void waymark_tree_rows_set_all_expanded (WaymarkTreeRows *self, gboolean expanded);

G_END_DECLS
