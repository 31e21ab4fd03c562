/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-check.h"
#include "okr-list.h"

G_BEGIN_DECLS

/* A check under way. */
typedef struct
{
  OkrPlan *plan;
  GPtrArray *findings;
  GHashTable *states;     /* objective → where the walk over alignment stands */
  GHashTable *twins;      /* cycle → the earlier cycle that it seems to repeat */
  GHashTable *loop_heads; /* of the teams of each loop, the first in the plan's order */
  GHashTable *team_names; /* the places and names of the teams so far */
} OkrChecker;

void okr_checker_take (OkrChecker *self, OkrSeverity severity, const char *code, gpointer item,
                       const char *field, char *message);

/* okr-check-twins.c */
void okr_checker_find_twins (OkrChecker *self, OkrList *cycles);
gboolean okr_checker_has_seen_like (OkrChecker *self, OkrTeam *team);

/* okr-check-loops.c */
void okr_checker_find_team_loops (OkrChecker *self, OkrList *teams);
void okr_checker_check_alignment (OkrChecker *self, OkrObjective *objective);

G_END_DECLS
