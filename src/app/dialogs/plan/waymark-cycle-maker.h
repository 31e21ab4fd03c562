/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-edit.h"

G_BEGIN_DECLS

/**
 * waymark_cycle_maker_add:
 * @name: its name
 * @start: its first day
 * @end: its last day, not before @start
 * @error: return location for an error, as for okr_edit_insert()
 *
 * Adds a draft of a cycle, before those that start later: one step to undo.
 *
 * Returns: (transfer none) (nullable): the cycle
 */
OkrCycle *waymark_cycle_maker_add (OkrPlan *plan, const char *name, OkrDay start, OkrDay end,
                                   GError **error);

/**
 * waymark_cycle_maker_add_next:
 * @error: return location for an error, as for okr_edit_insert()
 *
 * Adds the first quarter, from the one that holds today on, that has no cycle yet. Where the cycles
 * of the plan are a few days off the calendar, the new one goes on where the one before it ends.
 *
 * Returns: (transfer none) (nullable): the cycle
 */
OkrCycle *waymark_cycle_maker_add_next (OkrPlan *plan, GError **error);

/**
 * waymark_cycle_maker_add_year:
 * @year: a fiscal year: the calendar year in which it ends
 * @error: return location for an error, as for okr_edit_insert()
 *
 * Adds the quarters of a year that have no cycle with about the same dates yet: one step to
 * undo.
 *
 * Returns: how many were added, 0 when there are all; -1 on error
 */
int waymark_cycle_maker_add_year (OkrPlan *plan, int year, GError **error);

G_END_DECLS
