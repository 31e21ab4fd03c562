/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-items.h"

G_BEGIN_DECLS

/* What the window, reports and exports say about an item: the same words for the same figures. */

/**
 * okr_item_text_get_title:
 * @item: any item
 *
 * Returns: (transfer none): its title, or the kind in words ("Untitled key result") without one;
 *   good until @item is edited
 */
const char *okr_item_text_get_title (OkrItem *item);

/**
 * okr_item_text_get_range_decimals:
 * @kr: a key result
 *
 * Returns: the decimals with which its start, target and bounds are written: as many as any of
 *   them was typed with
 */
guint okr_item_text_get_range_decimals (OkrKeyResult *kr);

/**
 * okr_item_text_get_value_decimals:
 * @kr: a key result
 *
 * Returns: the decimals with which its values are written, wherever they stand: as many as any of
 *   its check-ins, its start, its target or its bounds was typed with
 */
guint okr_item_text_get_value_decimals (OkrKeyResult *kr);

/**
 * okr_item_text_dup_range:
 * @kr: a key result
 *
 * Returns: (transfer full): what it aims for: "1.8 → 2.3 %", "at most 1.5 s", "2 of 3 milestones";
 *   a range is read from left to right in every script, for its arrow points that way
 */
char *okr_item_text_dup_range (OkrKeyResult *kr);

/**
 * okr_item_text_dup_aim:
 * @kr: a key result
 *
 * Returns: (transfer full): okr_item_text_dup_range() for a place beside okr_item_text_dup_value():
 *   milestones are counted by one of them, so that this only says "milestones"
 */
char *okr_item_text_dup_aim (OkrKeyResult *kr);

/**
 * okr_item_text_dup_value:
 * @kr: a key result
 *
 * Returns: (transfer full) (nullable): the latest value: "1.90 %", "Yes"; %NULL where there is none
 */
char *okr_item_text_dup_value (OkrKeyResult *kr);

/**
 * okr_item_text_dup_number:
 * @kr: a key result
 * @value: a value of it
 *
 * Returns: (transfer full): @value as the key result's values are written: "78 s", "Yes"
 */
char *okr_item_text_dup_number (OkrKeyResult *kr, double value);

/**
 * okr_item_text_dup_number_with:
 * @kr: a key result
 * @value: a value of it
 * @decimals: with how many, see okr_item_text_get_value_decimals()
 *
 * The same for whoever writes many values of one key result: counting the decimals of all its
 * check-ins for each of them takes long.
 *
 * Returns: (transfer full): @value as the key result's values are written
 */
char *okr_item_text_dup_number_with (OkrKeyResult *kr, double value, guint decimals);

/**
 * okr_item_text_dup_confidence:
 * @confidence: 0 to 10, or -1
 *
 * Returns: (transfer full) (nullable): "6/10"; %NULL without one
 */
char *okr_item_text_dup_confidence (int confidence);

/**
 * okr_item_text_dup_people:
 * @objective: an objective
 *
 * Returns: (transfer full) (nullable): its team, its owner and whether it is committed, in one
 *   line: "Digital · Ana Reyes"; %NULL when there is nothing to say
 */
char *okr_item_text_dup_people (OkrObjective *objective);

/**
 * okr_item_text_dup_subtitle:
 * @objective: an objective
 *
 * Returns: (transfer full) (nullable): team, owner, whether it is committed and, where it is not
 *   active, the state: "Digital · Ana Reyes", "Sales · Committed"
 */
char *okr_item_text_dup_subtitle (OkrObjective *objective);

/**
 * okr_item_text_get_uncounted_state:
 * @item: any item
 *
 * Returns: (transfer none) (nullable): the state of an objective that does not count in it, and has
 *   no status therefore: "Draft", "Dropped"; %NULL for everything else
 */
const char *okr_item_text_get_uncounted_state (OkrItem *item);

/**
 * okr_item_text_get_status:
 * @item: any item
 *
 * Returns: (transfer none): the status of an objective or a key result in words: "On track"; of an
 *   objective without one what okr_item_text_get_uncounted_state() says
 */
const char *okr_item_text_get_status (OkrItem *item);

/**
 * okr_item_text_dup_share:
 * @kr: a key result
 *
 * Returns: (transfer full): "25 % of the objective", that it is only watched, or why its
 *   progress is undefined
 */
char *okr_item_text_dup_share (OkrKeyResult *kr);

G_END_DECLS
