/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/* "How is this computed?": every figure can be traced, with its own numbers in the formula. */

/**
 * waymark_explain_dup_item:
 * @plan: the plan of @item
 * @item: an objective, a key result, a team or a cycle
 *
 * Explains a progress and a status. A team and a cycle are explained as a whole, see
 * waymark_explain_dup_scope().
 *
 * Returns: (transfer full) (nullable): a few lines of translated plain text; %NULL for other kinds
 */
char *waymark_explain_dup_item (OkrPlan *plan, OkrItem *item);

/**
 * waymark_explain_dup_scope:
 * @plan: a plan
 * @cycle: (nullable): a cycle; %NULL for all of them
 * @team: (nullable): a team, with its sub-teams; %NULL for all of them
 *
 * Explains the figures of okr_plan_get_figures() for the same arguments.
 *
 * Returns: (transfer full): a few lines of translated plain text
 */
char *waymark_explain_dup_scope (OkrPlan *plan, OkrCycle *cycle, OkrTeam *team);

/**
 * waymark_explain_dup_check_in:
 * @plan: the plan of @kr
 * @kr: a key result
 *
 * Returns: (transfer full): when the latest check-in was, by whom, and whether one is due
 */
char *waymark_explain_dup_check_in (OkrPlan *plan, OkrKeyResult *kr);

/**
 * waymark_explain_dup_confidence:
 * @confidence: 0 to 10
 *
 * Returns: (transfer full) (nullable): what the number means; %NULL for none
 */
char *waymark_explain_dup_confidence (int confidence);

G_END_DECLS
