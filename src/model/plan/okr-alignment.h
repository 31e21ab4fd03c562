/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

OkrItem *okr_alignment_get_target (OkrPlan *plan, const char *id);
OkrObjective *okr_alignment_get_target_objective (OkrPlan *plan, const char *id);
gboolean okr_alignment_ignores_main_link (OkrPlan *plan, OkrObjective *objective);
OkrItem *okr_alignment_get_main_parent (OkrPlan *plan, OkrObjective *objective);
gboolean okr_alignment_is_aligned (OkrPlan *plan, OkrObjective *objective);
gboolean okr_alignment_closes_loop (OkrPlan *plan, OkrObjective *objective, const char *target);
gboolean okr_alignment_team_closes_loop (OkrPlan *plan, OkrTeam *team, const char *parent);
gboolean okr_alignment_check (
  OkrPlan *plan, OkrItem *item, const OkrField *field, const GValue *value, GError **error);

G_END_DECLS
