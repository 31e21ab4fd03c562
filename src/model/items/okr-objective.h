/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-figures.h"
#include "okr-item.h"

G_BEGIN_DECLS

/**
 * OkrObjective:
 *
 * Objective: where a team wants to be when the cycle ends.
 */
#define OKR_TYPE_OBJECTIVE (okr_objective_get_type ())
G_DECLARE_FINAL_TYPE (OkrObjective, okr_objective, OKR, OBJECTIVE, OkrItem)

const char *okr_objective_get_description (OkrObjective *self);
const char *okr_objective_get_cycle_id (OkrObjective *self);
const char *okr_objective_get_team_id (OkrObjective *self);
const char *okr_objective_get_owner (OkrObjective *self);
OkrAmbition okr_objective_get_ambition (OkrObjective *self);
double okr_objective_get_weight (OkrObjective *self);
OkrObjectiveState okr_objective_get_state (OkrObjective *self);
const char *const *okr_objective_get_contributes_to (OkrObjective *self);
const char *const *okr_objective_get_tags (OkrObjective *self);
const char *okr_objective_get_carried_from (OkrObjective *self);
double okr_objective_get_grade_computed (OkrObjective *self);
double okr_objective_get_grade_self (OkrObjective *self);
const char *okr_objective_get_grade_reason (OkrObjective *self);
const char *okr_objective_get_grade_learned (OkrObjective *self);
GListModel *okr_objective_get_key_results (OkrObjective *self);

const OkrObjectiveFigures *okr_objective_get_figures (OkrObjective *self);
gboolean okr_objective_has_data (OkrObjective *self);
gboolean okr_objective_take_figures (OkrObjective *self, const OkrObjectiveFigures *figures);

G_END_DECLS
