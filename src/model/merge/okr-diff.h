/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrDifferenceType:
 * @OKR_DIFFERENCE_ADDED: only the new plan has this item
 * @OKR_DIFFERENCE_REMOVED: only the old plan has this item
 * @OKR_DIFFERENCE_MOVED: the item stands in another item's list
 * @OKR_DIFFERENCE_REORDERED: the item stands at another place among its siblings
 * @OKR_DIFFERENCE_CHANGED: a field, or a member that this program does not know, says something
 * else
 *
 * How two plans differ in one point.
 */
typedef enum
{
  OKR_DIFFERENCE_ADDED,
  OKR_DIFFERENCE_REMOVED,
  OKR_DIFFERENCE_MOVED,
  OKR_DIFFERENCE_REORDERED,
  OKR_DIFFERENCE_CHANGED,
} OkrDifferenceType;

/**
 * OkrDifference:
 * @type: how they differ
 * @before: (nullable): the item in the old plan
 * @after: (nullable): the item in the new plan
 * @inside: whether it came or went with an item that holds it and is reported itself
 * @n_inside: of what came or went: how many items came or went with it
 * @field: (nullable): of a change: the field; %NULL for a member that this program does not know
 * @path: (nullable): of a change: the path of the field, or the member's name with its group
 * @old_value: (nullable): of a change: the value in the old plan, %NULL for absent; of a move: the
 *   id of the old parent; of another order: the old place, counted from 1
 * @new_value: (nullable): the same in the new plan
 *
 * One point in which two plans differ.
 */
typedef struct
{
  OkrDifferenceType type;
  OkrItem *before;
  OkrItem *after;
  gboolean inside;
  guint n_inside;
  const OkrField *field;
  char *path;
  JsonNode *old_value;
  JsonNode *new_value;
} OkrDifference;

GPtrArray *okr_diff (OkrPlan *before, OkrPlan *after);

OkrItem *okr_difference_get_item (const OkrDifference *self);
const char *okr_difference_get_type_nick (const OkrDifference *self);
char *okr_difference_to_text (const OkrDifference *self);
char *okr_value_to_text (const OkrField *field, OkrItem *item, JsonNode *value);

G_END_DECLS
