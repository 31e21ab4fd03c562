/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrScope:
 * @cycle: (nullable): whose objectives; %NULL for all
 * @team: (nullable): whose objectives, with those of its sub-teams; %NULL for all
 * @owner: (nullable): what this person answers for; %NULL for all
 *
 * A part of a plan. Where one is asked for, %NULL is the whole plan.
 */
typedef struct
{
  OkrCycle *cycle;
  OkrTeam *team;
  const char *owner;
} OkrScope;

/**
 * okr_scope_has_objective:
 * @self: (nullable): a scope
 * @plan: a plan
 * @objective: one of its objectives
 *
 * Returns: whether @objective, or one of its key results, belongs to the scope
 */
gboolean okr_scope_has_objective (const OkrScope *self, OkrPlan *plan, OkrObjective *objective);

/**
 * okr_scope_has_key_result:
 * @self: (nullable): a scope
 * @objective: an objective of the scope
 * @kr: one of its key results
 *
 * A person answers for all of an objective of their own, else for their own key results.
 *
 * Returns: whether @kr belongs to the scope
 */
gboolean okr_scope_has_key_result (const OkrScope *self, OkrObjective *objective, OkrKeyResult *kr);

/**
 * okr_scope_is_answered_for:
 * @objective: an objective
 * @owner: (nullable): a person; empty for nobody, %NULL for whoever it may be
 *
 * Returns: whether @owner answers for @objective, or for one of its key results
 */
gboolean okr_scope_is_answered_for (OkrObjective *objective, const char *owner);

/**
 * okr_scope_has_initiative:
 * @objective: an objective
 * @owner: a person
 *
 * Returns: whether @owner does something for it, whoever answers for it
 */
gboolean okr_scope_has_initiative (OkrObjective *objective, const char *owner);

/**
 * okr_scope_list_people:
 * @plan: a plan
 * @has_initiatives: whether those count who only do something for what is another's
 *
 * Returns: (transfer full): the names of all who answer for something, sorted, each once
 */
char **okr_scope_list_people (OkrPlan *plan, gboolean has_initiatives);

G_END_DECLS
