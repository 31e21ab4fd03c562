/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-plan.h"

#include <glib/gi18n-lib.h>

#include "okr-item-private.h"
#include "okr-plan-private.h"

static const OkrField fields[] = {
  { .name = "format", .type = OKR_FIELD_TEXT, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrPlan, format), .label = N_ ("Format") },
  { .name = "formatVersion", .type = OKR_FIELD_INTEGER,
    .flags = OKR_FIELD_REQUIRED | OKR_FIELD_PROVENANCE,
    .offset = G_STRUCT_OFFSET (OkrPlan, format_version), .minimum = 1, .maximum = 1e6,
    .label = N_ ("Format version") },
  { .name = "minReader", .type = OKR_FIELD_INTEGER,
    .flags = OKR_FIELD_REQUIRED | OKR_FIELD_PROVENANCE,
    .offset = G_STRUCT_OFFSET (OkrPlan, min_reader), .minimum = 1, .maximum = 1e6,
    .label = N_ ("Oldest reader") },
  { .name = "generator", .type = OKR_FIELD_TEXT, .flags = OKR_FIELD_PROVENANCE,
    .offset = G_STRUCT_OFFSET (OkrPlan, generator), .label = N_ ("Written by") },
  { .name = "id", .type = OKR_FIELD_ID, .flags = OKR_FIELD_REQUIRED, .label = N_ ("Id") },
  { .name = "title", .type = OKR_FIELD_TEXT, .flags = OKR_FIELD_REQUIRED,
    .offset = G_STRUCT_OFFSET (OkrPlan, title), .label = N_ ("Title") },
  { .name = "mission", .type = OKR_FIELD_PROSE, .offset = G_STRUCT_OFFSET (OkrPlan, mission),
    .label = N_ ("Mission") },
  { .name = "vision", .type = OKR_FIELD_PROSE, .offset = G_STRUCT_OFFSET (OkrPlan, vision),
    .label = N_ ("Vision") },
  { .name = "ambassador", .type = OKR_FIELD_TEXT, .offset = G_STRUCT_OFFSET (OkrPlan, ambassador),
    .label = N_ ("Ambassador") },
  { .name = "lineage", .type = OKR_FIELD_STRINGS, .flags = OKR_FIELD_PROVENANCE,
    .offset = G_STRUCT_OFFSET (OkrPlan, lineage), .label = N_ ("Lineage") },
  { .name = "checkInDays", .group = "settings", .type = OKR_FIELD_INTEGER,
    .offset = G_STRUCT_OFFSET (OkrPlan, settings_check_in_days), .fallback = 7, .minimum = 1,
    .maximum = 366, .label = N_ ("Days between check-ins") },
  { .name = "graceDays", .group = "settings", .type = OKR_FIELD_INTEGER,
    .offset = G_STRUCT_OFFSET (OkrPlan, settings_grace_days), .fallback = 7, .minimum = 0,
    .maximum = 366, .label = N_ ("Days of grace") },
  { .name = "objectivesPerTeam", .group = "settings", .type = OKR_FIELD_INTEGER,
    .offset = G_STRUCT_OFFSET (OkrPlan, settings_objectives_per_team), .fallback = 3,
    .minimum = 1, .maximum = 100, .label = N_ ("Objectives per team") },
  { .name = "keyResultsMin", .group = "settings", .type = OKR_FIELD_INTEGER,
    .offset = G_STRUCT_OFFSET (OkrPlan, settings_key_results_min), .fallback = 2, .minimum = 0,
    .maximum = 100, .label = N_ ("Fewest key results") },
  { .name = "keyResultsMax", .group = "settings", .type = OKR_FIELD_INTEGER,
    .offset = G_STRUCT_OFFSET (OkrPlan, settings_key_results_max), .fallback = 5, .minimum = 1,
    .maximum = 100, .label = N_ ("Most key results") },
  { .name = "fiscalYearStart", .group = "settings", .type = OKR_FIELD_INTEGER,
    .offset = G_STRUCT_OFFSET (OkrPlan, settings_fiscal_year_start), .fallback = 1, .minimum = 1,
    .maximum = 12, .label = N_ ("First month of the fiscal year") },
  { .name = "cycles", .type = OKR_FIELD_CHILDREN, .offset = G_STRUCT_OFFSET (OkrPlan, cycles),
    .get_type = okr_cycle_get_type, .label = N_ ("Cycles") },
  { .name = "teams", .type = OKR_FIELD_CHILDREN, .offset = G_STRUCT_OFFSET (OkrPlan, teams),
    .get_type = okr_team_get_type, .label = N_ ("Teams") },
  { .name = "objectives", .type = OKR_FIELD_CHILDREN,
    .offset = G_STRUCT_OFFSET (OkrPlan, objectives), .get_type = okr_objective_get_type,
    .label = N_ ("Objectives") },
  { .name = "kpis", .type = OKR_FIELD_CHILDREN, .offset = G_STRUCT_OFFSET (OkrPlan, kpis),
    .get_type = okr_kpi_get_type, .label = N_ ("KPIs") },
  { .name = "reviews", .type = OKR_FIELD_CHILDREN, .offset = G_STRUCT_OFFSET (OkrPlan, reviews),
    .get_type = okr_review_get_type, .label = N_ ("Reviews") },
  { .name = "conflicts", .type = OKR_FIELD_CHILDREN,
    .offset = G_STRUCT_OFFSET (OkrPlan, conflicts), .get_type = okr_conflict_get_type,
    .label = N_ ("Conflicts") },
};

enum
{
  EDITED,
  TODAY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OkrPlan, okr_plan, OKR_TYPE_ITEM)

static void
okr_plan_constructed (GObject *object)
{
  OkrPlan *self = OKR_PLAN (object);

  G_OBJECT_CLASS (okr_plan_parent_class)->constructed (object);

  okr_plan_index (self, OKR_ITEM (self));
}

static void
okr_plan_finalize (GObject *object)
{
  OkrPlan *self = OKR_PLAN (object);

  okr_plan_forget_all_places (self);
  g_clear_pointer (&self->group, okr_change_group_free);
  g_clear_pointer (&self->begun, g_array_unref);
  g_clear_object (&self->history);
  g_clear_pointer (&self->index, g_hash_table_unref);
  okr_plan_forget_scopes (self);
  g_clear_pointer (&self->ignored_links, g_hash_table_unref);
  g_clear_pointer (&self->dirty, g_hash_table_unref);
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->pieces, g_hash_table_unref);
  g_clear_pointer (&self->read_only_reason, g_free);

  G_OBJECT_CLASS (okr_plan_parent_class)->finalize (object);
}

static void
okr_plan_class_init (OkrPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  okr_item_class_install_fields (OKR_ITEM_CLASS (klass), "plan", N_ ("Plan"), 'p', fields,
                                 G_N_ELEMENTS (fields));
  object_class->constructed = okr_plan_constructed;
  object_class->finalize = okr_plan_finalize;

  /**
   * OkrPlan::edited:
   * @flags: #OkrEditFlags: what was touched
   *
   * Emitted once after an edit or a group of edits, when every figure is right again.
   */
  signals[EDITED] = g_signal_new ("edited", OKR_TYPE_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * OkrPlan::today-changed:
   *
   * Emitted when another day has begun and every figure was computed again.
   */
  signals[TODAY_CHANGED] = g_signal_new ("today-changed", OKR_TYPE_PLAN, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
okr_plan_init (OkrPlan *self)
{
  okr_item_init_fields (OKR_ITEM (self), fields, G_N_ELEMENTS (fields));

  self->format = g_strdup ("okr");
  self->format_version = OKR_FORMAT_VERSION;
  self->min_reader = OKR_FORMAT_VERSION;
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  self->history = okr_history_new ();
  self->begun = g_array_new (FALSE, FALSE, sizeof (OkrPlanBeginning));
  self->dirty = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->today = okr_day_today ();
}

void
okr_plan_emit_edited (OkrPlan *self, guint flags)
{
  g_signal_emit (self, signals[EDITED], 0, flags);
}

void
okr_plan_emit_today_changed (OkrPlan *self)
{
  g_signal_emit (self, signals[TODAY_CHANGED], 0);
}

/**
 * okr_plan_new:
 *
 * Returns: (transfer full): an empty plan with a new id
 */
OkrPlan *
okr_plan_new (void)
{
  OkrPlan *self = OKR_PLAN (okr_item_new (OKR_TYPE_PLAN, NULL));

  self->generator = g_strdup ("Waymark " WAYMARK_VERSION);

  return self;
}

/**
 * okr_plan_copy:
 *
 * Quicker than to write and to read a document. The history stays behind.
 *
 * Returns: (transfer full): a plan that says the same, and has figures for the same day
 */
OkrPlan *
okr_plan_copy (OkrPlan *self)
{
  OkrPlan *copy;

  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  copy = OKR_PLAN (okr_item_copy (OKR_ITEM (self)));
  copy->today = self->today;
  okr_plan_set_read_only_reason (copy, self->read_only_reason);
  okr_plan_index_inside (copy, OKR_ITEM (copy));
  okr_plan_compute_read (copy);

  return copy;
}

/**
 * okr_plan_get_format_version:
 *
 * Returns: the number
 */
int
okr_plan_get_format_version (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), 0);

  return self->format_version;
}

/**
 * okr_plan_get_min_reader:
 *
 * Returns: the number
 */
int
okr_plan_get_min_reader (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), 0);

  return self->min_reader;
}

/**
 * okr_plan_get_generator:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_plan_get_generator (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), "");

  return self->generator != NULL ? self->generator : "";
}

/**
 * okr_plan_get_mission:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_plan_get_mission (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), "");

  return self->mission != NULL ? self->mission : "";
}

/**
 * okr_plan_get_vision:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_plan_get_vision (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), "");

  return self->vision != NULL ? self->vision : "";
}

/**
 * okr_plan_get_ambassador:
 *
 * Returns: the text, "" when absent
 */
const char *
okr_plan_get_ambassador (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), "");

  return self->ambassador != NULL ? self->ambassador : "";
}

/**
 * okr_plan_get_lineage:
 *
 * Returns: (transfer none) (nullable): the texts
 */
const char *const *
okr_plan_get_lineage (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  return (const char *const *) self->lineage;
}

/**
 * okr_plan_get_settings_check_in_days:
 *
 * Returns: the number
 */
int
okr_plan_get_settings_check_in_days (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), 0);

  return self->settings_check_in_days;
}

/**
 * okr_plan_get_settings_grace_days:
 *
 * Returns: the number
 */
int
okr_plan_get_settings_grace_days (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), 0);

  return self->settings_grace_days;
}

/**
 * okr_plan_get_settings_objectives_per_team:
 *
 * Returns: the number
 */
int
okr_plan_get_settings_objectives_per_team (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), 0);

  return self->settings_objectives_per_team;
}

/**
 * okr_plan_get_settings_key_results_min:
 *
 * Returns: the number
 */
int
okr_plan_get_settings_key_results_min (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), 0);

  return self->settings_key_results_min;
}

/**
 * okr_plan_get_settings_key_results_max:
 *
 * Returns: the number
 */
int
okr_plan_get_settings_key_results_max (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), 0);

  return self->settings_key_results_max;
}

/**
 * okr_plan_get_settings_fiscal_year_start:
 *
 * Returns: the number
 */
int
okr_plan_get_settings_fiscal_year_start (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), 0);

  return self->settings_fiscal_year_start;
}

/**
 * okr_plan_get_cycles:
 *
 * Returns: (transfer none): the list
 */
GListModel *
okr_plan_get_cycles (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  return okr_item_get_list (OKR_ITEM (self), "cycles");
}

/**
 * okr_plan_get_teams:
 *
 * Returns: (transfer none): the list
 */
GListModel *
okr_plan_get_teams (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  return okr_item_get_list (OKR_ITEM (self), "teams");
}

/**
 * okr_plan_get_objectives:
 *
 * Returns: (transfer none): the list
 */
GListModel *
okr_plan_get_objectives (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  return okr_item_get_list (OKR_ITEM (self), "objectives");
}

/**
 * okr_plan_get_kpis:
 *
 * Returns: (transfer none): the list
 */
GListModel *
okr_plan_get_kpis (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  return okr_item_get_list (OKR_ITEM (self), "kpis");
}

/**
 * okr_plan_get_reviews:
 *
 * Returns: (transfer none): the list
 */
GListModel *
okr_plan_get_reviews (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  return okr_item_get_list (OKR_ITEM (self), "reviews");
}

/**
 * okr_plan_get_conflicts:
 *
 * Returns: (transfer none): the list of #OkrConflict that merges left open
 */
GListModel *
okr_plan_get_conflicts (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  return okr_item_get_list (OKR_ITEM (self), "conflicts");
}
