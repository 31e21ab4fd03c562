/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-history-private.h"
#include "okr-list.h"
#include "okr-plan.h"

G_BEGIN_DECLS

/* What okr_plan_cancel() goes back to. */
typedef struct
{
  guint n_changes;
  gboolean is_named;
} OkrPlanBeginning;

struct _OkrPlan
{
  OkrItem parent_instance;

  char *format;
  int format_version;
  int min_reader;
  char *generator;
  char *title;
  char *mission;
  char *vision;
  char *ambassador;
  char **lineage;
  int settings_check_in_days;
  int settings_grace_days;
  int settings_objectives_per_team;
  int settings_key_results_min;
  int settings_key_results_max;
  int settings_fiscal_year_start;
  OkrList *cycles;
  OkrList *teams;
  OkrList *objectives;
  OkrList *kpis;
  OkrList *reviews;
  OkrList *conflicts;

  /* Not stored */
  GHashTable *index; /* id → item, for all items and the plan itself; borrowed */
  OkrHistory *history;
  OkrChangeGroup *group; /* the group that is open, NULL between edits */
  GArray *begun;         /* an OkrPlanBeginning for each okr_plan_begin() that is open */
  char *read_only_reason;

  /* Derived figures, see okr-plan-figures.c */
  OkrDay today;
  GHashTable *scopes;
  GHashTable *team_members; /* team → its objectives; see okr-plan-scope.c */
  GHashTable *sub_teams;    /* team → the teams that are part of it */
  GHashTable *ignored_links; /* objectives, see okr-alignment.c; NULL until somebody asks */
  GHashTable *dirty; /* items to compute again and to announce; borrowed */
  gboolean all_dirty;
  GHashTable *targets; /* ids whose contributors are to be announced; NULL for none */
  guint edited;

  GHashTable *pieces; /* child → its text, see okr-snapshot.c; NULL until one was taken */
};

void okr_plan_index (OkrPlan *self, OkrItem *item);
void okr_plan_index_inside (OkrPlan *self, OkrItem *item);
void okr_plan_unindex (OkrPlan *self, OkrItem *item);
void okr_plan_emit_edited (OkrPlan *self, guint flags);
void okr_plan_emit_today_changed (OkrPlan *self);

void okr_plan_touch_field (OkrPlan *self, OkrItem *item, const OkrField *field);
void okr_plan_touch_unknown (OkrPlan *self, OkrItem *item);
void okr_plan_touch_structure (OkrPlan *self, OkrItem *item, OkrItem *parent);
void okr_plan_forget (OkrPlan *self, OkrItem *item);
void okr_plan_forget_all_places (OkrPlan *self);
void okr_plan_flush (OkrPlan *self);
void okr_plan_compute_read (OkrPlan *self);
void okr_plan_forget_scopes (OkrPlan *self);
void okr_plan_forget_dirty_scopes (OkrPlan *self);

void okr_alignment_forget (OkrPlan *plan, OkrItem *item, const OkrField *field);

G_END_DECLS
