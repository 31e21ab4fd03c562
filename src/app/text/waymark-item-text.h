/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-item-text.h"
#include "okr-plan.h"

G_BEGIN_DECLS

/* What okr-item-text.h says about an item, in the views’ own way. */

/**
 * waymark_item_text_dup_range:
 * @kr: a key result
 *
 * Returns: (transfer full): what okr_item_text_dup_range() says, also among text that is read from
 *   right to left
 */
char *waymark_item_text_dup_range (OkrKeyResult *kr);

/**
 * waymark_item_text_dup_aim:
 * @kr: a key result
 *
 * Returns: (transfer full): what okr_item_text_dup_aim() says, also among text that is read from
 *   right to left
 */
char *waymark_item_text_dup_aim (OkrKeyResult *kr);

/**
 * waymark_item_text_dup_age:
 * @days: days since the latest check-in, or -1
 *
 * Returns: (transfer full) (nullable): "3 d"; %NULL without one
 */
char *waymark_item_text_dup_age (int days);

/**
 * waymark_item_text_dup_parent:
 * @plan: the plan of @objective
 * @objective: an objective
 *
 * Returns: (transfer full) (nullable): what it contributes to: "↑ Grow into the region’s
 *   favourite shop"; %NULL when it is not aligned
 */
char *waymark_item_text_dup_parent (OkrPlan *plan, OkrObjective *objective);

/**
 * waymark_item_text_dup_name:
 * @item: an objective or a key result
 *
 * Returns: (transfer full): its name for assistive technologies: title, progress and status
 */
char *waymark_item_text_dup_name (OkrItem *item);

/**
 * waymark_item_text_dup_place:
 * @item: an objective or a key result
 *
 * Returns: (transfer full): where it stands, for assistive technologies: "Key result of …"
 */
char *waymark_item_text_dup_place (OkrItem *item);

G_END_DECLS
