/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"
#include "waymark-key-result-cell.h"
#include "waymark-objective-cell.h"

G_BEGIN_DECLS

/* What the views say about an item: the same words for the same figures everywhere. */

/**
 * waymark_item_text_get_title:
 * @item: any item
 *
 * Returns: (transfer none): its title, or the kind in words ("Untitled key result") without one;
 *   good until @item is edited
 */
const char *waymark_item_text_get_title (OkrItem *item);

/**
 * waymark_item_text_dup_title:
 * @item: any item
 *
 * Returns: (transfer full): what waymark_item_text_get_title() says
 */
char *waymark_item_text_dup_title (OkrItem *item);

/**
 * waymark_item_text_get_range_decimals:
 * @kr: a key result
 *
 * Returns: the decimals with which its start, target and bounds were typed
 */
guint waymark_item_text_get_range_decimals (OkrKeyResult *kr);

/**
 * waymark_item_text_get_value_decimals:
 * @kr: a key result
 *
 * Returns: the decimals with which the values of its check-ins were typed, the most of them all
 */
guint waymark_item_text_get_value_decimals (OkrKeyResult *kr);

/**
 * waymark_item_text_dup_range:
 * @kr: a key result
 *
 * Returns: (transfer full): what it aims for: "1.8 → 2.3 %", "at most 1.5 s", "2 of 3 milestones"
 */
char *waymark_item_text_dup_range (OkrKeyResult *kr);

/**
 * waymark_item_text_dup_value:
 * @kr: a key result
 *
 * Returns: (transfer full) (nullable): the latest value: "1.90 %", "Yes"; %NULL where there is none
 */
char *waymark_item_text_dup_value (OkrKeyResult *kr);

/**
 * waymark_item_text_dup_number:
 * @kr: a key result
 * @value: a value of it
 *
 * Returns: (transfer full): @value as the key result's values are written: "78 s", "Yes"
 */
char *waymark_item_text_dup_number (OkrKeyResult *kr, double value);

/**
 * waymark_item_text_dup_confidence:
 * @confidence: 0 to 10, or -1
 *
 * Returns: (transfer full) (nullable): "6/10"; %NULL without one
 */
char *waymark_item_text_dup_confidence (int confidence);

/**
 * waymark_item_text_dup_age:
 * @days: days since the latest check-in, or -1
 *
 * Returns: (transfer full) (nullable): "3 d"; %NULL without one
 */
char *waymark_item_text_dup_age (int days);

/**
 * waymark_item_text_dup_subtitle:
 * @objective: an objective
 *
 * Returns: (transfer full) (nullable): team, owner and, where it is not active, the state:
 *   "Digital · Ana Reyes"
 */
char *waymark_item_text_dup_subtitle (OkrObjective *objective);

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

/**
 * waymark_item_text_show_key_result:
 * @cell: a cell
 * @kr: the key result that it shows from now on
 */
void waymark_item_text_show_key_result (WaymarkKeyResultCell *cell, OkrKeyResult *kr);

/**
 * waymark_item_text_show_objective:
 * @cell: a cell
 * @plan: the plan of @objective
 * @objective: the objective that it shows from now on
 */
void waymark_item_text_show_objective (WaymarkObjectiveCell *cell, OkrPlan *plan,
                                       OkrObjective *objective);

G_END_DECLS
