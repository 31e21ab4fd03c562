/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/* The part of a plan that is shown; NULL is all of it. */
typedef struct
{
  OkrPlan *plan;
  OkrCycle *cycle;
  OkrTeam *team;
} OkrShowScope;

gboolean okr_show_scope_contains (const OkrShowScope *scope, OkrObjective *objective);
void okr_show_text (const OkrShowScope *scope);
void okr_show_json (const OkrShowScope *scope);

G_END_DECLS
