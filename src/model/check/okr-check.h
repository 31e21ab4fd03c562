/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrSeverity:
 * @OKR_SEVERITY_ERROR: the plan contradicts itself; something is ignored because of it
 * @OKR_SEVERITY_WARNING: probably not meant like that
 *
 * How bad a finding is.
 */
typedef enum
{
  OKR_SEVERITY_ERROR,
  OKR_SEVERITY_WARNING,
} OkrSeverity;

/**
 * OkrFinding:
 * @severity: how bad it is
 * @code: a word for programs, such as "brokenReference"; it never changes
 * @item: what it is about
 * @field: (nullable): the path of the field in question
 * @message: a translated sentence
 *
 * Something in a plan that should be looked at.
 */
typedef struct
{
  OkrSeverity severity;
  const char *code;
  OkrItem *item;
  char *field;
  char *message;
} OkrFinding;

/**
 * okr_plan_check:
 * @plan: a plan
 *
 * Looks for structural faults: `brokenReference`, `teamLoop`, `alignmentLoop`, `cycleDates`,
 * `duplicateCycle`, `duplicateTeam`, `noCycle`, `dateOutsideCycle`, `checkInInFuture`,
 * `noWeight`, `noRange`, `startIsTarget`, `boundsCrossed`, `noMilestones`, `notYesOrNo`,
 * `emptyTitle`, `gradeWithoutReason` and `openConflict`. What an objective was carried over from
 * may be in another plan.
 *
 * Returns: (transfer full) (element-type OkrFinding): the findings in the plan's order
 */
GPtrArray *okr_plan_check (OkrPlan *plan);

const char *okr_finding_get_severity_nick (const OkrFinding *finding);

G_END_DECLS
