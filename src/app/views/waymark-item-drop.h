/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * waymark_item_drop_check:
 * @plan: a plan
 * @dragged: what is dragged, maybe of another plan
 * @target: (nullable): the item under the pointer; %NULL for empty space
 * @error: return location for why it cannot be: %OKR_MODEL_ERROR
 *
 * An objective that is dropped on an objective or key result contributes to it from then on, as its
 * main parent; in empty space it loses its main parent. A key result moves to the objective, or to
 * the place of the key result, that it is dropped on.
 *
 * Returns: whether dropping would change something; without @error being set when it would not,
 *   but nothing is wrong with it
 */
gboolean waymark_item_drop_check (OkrPlan *plan, OkrItem *dragged, OkrItem *target, GError **error);

/**
 * waymark_item_drop:
 * @plan: a plan
 * @dragged: what is dragged
 * @target: (nullable): what it is dropped on; %NULL for empty space
 * @error: return location for an error
 *
 * Does what waymark_item_drop_check() describes, as one step to undo.
 *
 * Returns: whether something changed
 */
gboolean waymark_item_drop (OkrPlan *plan, OkrItem *dragged, OkrItem *target, GError **error);

G_END_DECLS
