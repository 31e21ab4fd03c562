/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-error.h"
#include "okr-figures.h"
#include "okr-history.h"
#include "okr-items.h"

G_BEGIN_DECLS

/**
 * OKR_FORMAT_VERSION:
 *
 * The version of the document format that this program writes and fully understands.
 */
#define OKR_FORMAT_VERSION 1

/**
 * OkrPlan:
 *
 * A document: mission, cycles, teams, objectives, KPIs and reviews. Every edit goes through its
 * four operations, which keep the index of ids, the history and the derived figures right.
 *
 * A plan is not thread-safe. It may be built in one thread and handed to another.
 */
#define OKR_TYPE_PLAN (okr_plan_get_type ())
G_DECLARE_FINAL_TYPE (OkrPlan, okr_plan, OKR, PLAN, OkrItem)

/**
 * OkrEditFlags:
 * @OKR_EDIT_VALUES: stored fields changed, or what stands below a key result or a KPI
 * @OKR_EDIT_STRUCTURE: cycles, teams, objectives, key results, KPIs or reviews came, went or moved,
 *   or a link between items changed
 *
 * What an edit touched.
 */
typedef enum
{
  OKR_EDIT_VALUES = 1 << 0,
  OKR_EDIT_STRUCTURE = 1 << 1,
} OkrEditFlags;

OkrPlan *okr_plan_new (void);
OkrPlan *okr_plan_copy (OkrPlan *self);

/* Operations */
gboolean okr_plan_set (OkrPlan *self, OkrItem *item, const OkrField *field, const GValue *value,
                       GError **error);
gboolean okr_plan_insert (OkrPlan *self, OkrItem *parent, const OkrField *list, guint position,
                          OkrItem *item, GError **error);
gboolean okr_plan_remove (OkrPlan *self, OkrItem *item, GError **error);
gboolean okr_plan_move (OkrPlan *self, OkrItem *item, OkrItem *parent, const OkrField *list,
                        guint position, GError **error);
gboolean okr_plan_apply (OkrPlan *self, OkrChange *change, GError **error);

/* Groups and history */
void okr_plan_begin (OkrPlan *self, const char *label);
void okr_plan_begin_typing (OkrPlan *self, const char *label, const char *key);
void okr_plan_end (OkrPlan *self);
void okr_plan_cancel (OkrPlan *self);
OkrHistory *okr_plan_get_history (OkrPlan *self);
gboolean okr_plan_undo (OkrPlan *self, char **focus);
gboolean okr_plan_redo (OkrPlan *self, char **focus);

/* Finding things */
OkrItem *okr_plan_find (OkrPlan *self, const char *id);
gpointer okr_plan_find_typed (OkrPlan *self, const char *id, GType type);
guint okr_plan_get_n_indexed (OkrPlan *self);
char **okr_plan_list_people (OkrPlan *self);
OkrCycle *okr_plan_get_current_cycle (OkrPlan *self);

/* Figures */
OkrDay okr_plan_get_today (OkrPlan *self);
void okr_plan_set_today (OkrPlan *self, OkrDay today);
const OkrScopeFigures *okr_plan_get_figures (OkrPlan *self, OkrCycle *cycle, OkrTeam *team);
gboolean okr_plan_is_in_scope (OkrPlan *self, OkrObjective *objective, OkrCycle *cycle,
                               OkrTeam *team);
gboolean okr_plan_team_is_within (OkrPlan *self, OkrTeam *team, OkrTeam *scope);

/* State that is not part of the document */
const char *okr_plan_get_read_only_reason (OkrPlan *self);
const char *okr_plan_get_notice (OkrPlan *self);
void okr_plan_set_read_only_reason (OkrPlan *self, const char *reason);

/* Fields */
int okr_plan_get_format_version (OkrPlan *self);
int okr_plan_get_min_reader (OkrPlan *self);
const char *okr_plan_get_generator (OkrPlan *self);
const char *okr_plan_get_mission (OkrPlan *self);
const char *okr_plan_get_vision (OkrPlan *self);
const char *okr_plan_get_ambassador (OkrPlan *self);
const char *const *okr_plan_get_lineage (OkrPlan *self);
int okr_plan_get_settings_check_in_days (OkrPlan *self);
int okr_plan_get_settings_grace_days (OkrPlan *self);
int okr_plan_get_settings_objectives_per_team (OkrPlan *self);
int okr_plan_get_settings_key_results_min (OkrPlan *self);
int okr_plan_get_settings_key_results_max (OkrPlan *self);
int okr_plan_get_settings_fiscal_year_start (OkrPlan *self);
GListModel *okr_plan_get_cycles (OkrPlan *self);
GListModel *okr_plan_get_teams (OkrPlan *self);
GListModel *okr_plan_get_objectives (OkrPlan *self);
GListModel *okr_plan_get_kpis (OkrPlan *self);
GListModel *okr_plan_get_reviews (OkrPlan *self);
GListModel *okr_plan_get_conflicts (OkrPlan *self);

G_END_DECLS
