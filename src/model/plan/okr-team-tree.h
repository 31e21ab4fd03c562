/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrTeamNode:
 * @team: the team
 * @depth: how many teams are above it, 0 for a top team
 *
 * A team's place in the organisation.
 */
typedef struct
{
  OkrTeam *team;
  guint depth;
} OkrTeamNode;

/**
 * okr_plan_list_team_tree:
 * @plan: a plan
 *
 * Lists every team of the plan once: each one followed by its sub-teams, siblings in the order of
 * the document. Teams that are part of each other in a circle begin at the first of them.
 *
 * Returns: (transfer full) (element-type OkrTeamNode): the teams, which the plan owns
 */
GArray *okr_plan_list_team_tree (OkrPlan *plan);

G_END_DECLS
