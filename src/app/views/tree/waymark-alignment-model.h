/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkAlignmentModel:
 *
 * What the Tree shows: an objective stands under the key result or objective that is its main
 * parent, its key results stand under it, then the objectives that contribute to itself. An
 * objective without a main parent, or whose main parent is out of scope, stands at the root. With a
 * filter, what leads to a match stays, dimmed.
 *
 * It follows the session by as few insertions and removals as possible, and not at all when only
 * values change, unless it is sorted.
 */
#define WAYMARK_TYPE_ALIGNMENT_MODEL (waymark_alignment_model_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkAlignmentModel, waymark_alignment_model, WAYMARK, ALIGNMENT_MODEL,
                      GObject)

/**
 * waymark_alignment_model_new:
 * @session: what is shown; borrowed for as long as it lives
 *
 * Returns: (transfer full): an inactive, empty model
 */
WaymarkAlignmentModel *waymark_alignment_model_new (WaymarkSession *session);

/**
 * waymark_alignment_model_set_active:
 * @active: whether anybody sees the rows
 *
 * An inactive model does no work; it catches up when it becomes active.
 */
void waymark_alignment_model_set_active (WaymarkAlignmentModel *self, gboolean active);

/**
 * waymark_alignment_model_set_sorter:
 * @sorter: (nullable): the order of siblings, given #OkrItem objects; equal ones stay in plan order
 */
void waymark_alignment_model_set_sorter (WaymarkAlignmentModel *self, GtkSorter *sorter);

/**
 * waymark_alignment_model_get_roots:
 *
 * Returns: (transfer none): the topmost items
 */
GListModel *waymark_alignment_model_get_roots (WaymarkAlignmentModel *self);

/**
 * waymark_alignment_model_dup_children:
 * @item: an item of the model
 *
 * Returns: (transfer full) (nullable): what stands under @item; %NULL for nothing
 */
GListModel *waymark_alignment_model_dup_children (WaymarkAlignmentModel *self, OkrItem *item);

/**
 * waymark_alignment_model_is_leaf:
 * @item: an item of the model
 *
 * Returns: whether nothing stands under it
 */
gboolean waymark_alignment_model_is_leaf (WaymarkAlignmentModel *self, OkrItem *item);

/**
 * waymark_alignment_model_contains:
 * @item: (nullable): an item
 *
 * Returns: whether it has a row, be it in a collapsed branch
 */
gboolean waymark_alignment_model_contains (WaymarkAlignmentModel *self, OkrItem *item);

/**
 * waymark_alignment_model_get_above:
 * @item: an item of the model
 *
 * Returns: (transfer none) (nullable): under what it stands; %NULL for the root
 */
OkrItem *waymark_alignment_model_get_above (WaymarkAlignmentModel *self, OkrItem *item);

/**
 * waymark_alignment_model_get_place:
 * @item: an item of the model
 *
 * Returns: its place among its siblings, counted from 0
 */
guint waymark_alignment_model_get_place (WaymarkAlignmentModel *self, OkrItem *item);

/**
 * waymark_alignment_model_get_hidden_parent:
 * @item: an item of the model
 *
 * Returns: (transfer none) (nullable): the main parent of an objective at the root that is aligned
 *   to something out of scope
 */
OkrItem *waymark_alignment_model_get_hidden_parent (WaymarkAlignmentModel *self, OkrItem *item);

/**
 * waymark_alignment_model_is_dimmed:
 * @item: an item of the model
 *
 * Returns: whether it is there only because it leads to a match
 */
gboolean waymark_alignment_model_is_dimmed (WaymarkAlignmentModel *self, OkrItem *item);

/**
 * waymark_alignment_model_get_n_rows:
 *
 * Returns: how many items there are on all levels
 */
guint waymark_alignment_model_get_n_rows (WaymarkAlignmentModel *self);

G_END_DECLS
