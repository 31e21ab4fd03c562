/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-edit.h"

G_BEGIN_DECLS

/**
 * WAYMARK_PLAN_DRAFT_KEY_RESULTS:
 *
 * How many key results a new plan's first objective may have.
 */
#define WAYMARK_PLAN_DRAFT_KEY_RESULTS 3

/**
 * WaymarkKeyResultDraft:
 * @title: the title; a key result without one is left out
 * @start: where it starts; NAN for none
 * @target: where it is to arrive; NAN for none
 * @unit: (nullable): the unit of both
 *
 * A key result of a plan in the making.
 */
typedef struct
{
  const char *title;
  double start;
  double target;
  const char *unit;
} WaymarkKeyResultDraft;

/**
 * WaymarkPlanDraft:
 * @organisation: (nullable): who plans; also the plan's title
 * @mission: (nullable): what for
 * @cycle_name: (nullable): the first cycle's name; %NULL for no cycle
 * @cycle_start: its first day
 * @cycle_end: its last day
 * @teams: (nullable): names of the teams below the organisation
 * @objective: (nullable): the first objective's title; empty for none
 * @owner: (nullable): who owns the objective
 * @key_results: its key results
 *
 * What somebody said of a plan before there is one. All of it may be missing.
 */
typedef struct
{
  const char *organisation;
  const char *mission;
  const char *cycle_name;
  OkrDay cycle_start;
  OkrDay cycle_end;
  const char *const *teams;
  const char *objective;
  const char *owner;
  WaymarkKeyResultDraft key_results[WAYMARK_PLAN_DRAFT_KEY_RESULTS];
} WaymarkPlanDraft;

/**
 * waymark_plan_draft_build:
 * @self: a draft
 * @error: return location for an error, as for okr_plan_set()
 *
 * Makes the plan. The cycle is a draft until somebody activates it, which records what is agreed.
 *
 * All of it is one step in the plan's history, on purpose: what was just entered is nowhere on
 * disk, so the plan has to count as modified until it is saved.
 *
 * Returns: (transfer full) (nullable): the plan
 */
OkrPlan *waymark_plan_draft_build (const WaymarkPlanDraft *self, GError **error);

G_END_DECLS
