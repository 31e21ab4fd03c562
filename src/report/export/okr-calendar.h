/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-scope.h"

G_BEGIN_DECLS

/**
 * okr_calendar_from_plan:
 * @plan: a plan
 * @scope: (nullable): which part of it
 *
 * Writes a calendar (RFC 5545): the check-ins, monthly reviews and the retrospective of each cycle,
 * as [func@rhythm_of_cycle] tells, and the due dates of key results and initiatives. Everything is
 * an event of a whole day that leaves the day free. What was discarded or dropped is cancelled.
 *
 * An event's UID is made from ids of the plan, so that a calendar that imports a newer file changes
 * its events instead of having them twice. Its time stamp is the plan's today: the same plan gives
 * the same bytes all day.
 *
 * Returns: (transfer full) (nullable): the file, UTF-8; %NULL where there is no event, because a
 *   calendar must not be empty
 */
GBytes *okr_calendar_from_plan (OkrPlan *plan, const OkrScope *scope);

G_END_DECLS
