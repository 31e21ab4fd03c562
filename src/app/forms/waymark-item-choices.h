/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"
#include "waymark-choice-row.h"

G_BEGIN_DECLS

/**
 * waymark_item_choices_show_teams:
 * @row: a row
 * @plan: a plan
 * @none: what to call the choice of no team
 *
 * Lets one choose a team of @plan, by its id, or none.
 */
void waymark_item_choices_show_teams (WaymarkChoiceRow *row, OkrPlan *plan, const char *none);

/**
 * waymark_item_choices_show_cycles:
 * @row: a row
 * @plan: a plan
 * @none: what to call the choice of no cycle
 *
 * Lets one choose a cycle of @plan, by its id, or none.
 */
void waymark_item_choices_show_cycles (WaymarkChoiceRow *row, OkrPlan *plan, const char *none);

/**
 * waymark_item_choices_show_people:
 * @row: a row
 * @plan: a plan
 * @has_initiatives: whether those count who only do something for what is another's
 * @none: what to call the choice of nobody
 *
 * Lets one choose a person who answers for something in @plan, by name, or nobody.
 */
void waymark_item_choices_show_people (WaymarkChoiceRow *row, OkrPlan *plan,
                                       gboolean has_initiatives, const char *none);

G_END_DECLS
