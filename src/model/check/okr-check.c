/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-alignment.h"
#include "okr-check-private.h"
#include "okr-explain.h"
#include "okr-format.h"
#include "okr-item-text.h"
#include "okr-resolve.h"

static void
free_finding (gpointer data)
{
  OkrFinding *finding = data;

  g_object_unref (finding->item);
  g_free (finding->field);
  g_free (finding->message);
  g_free (finding);
}

void
okr_checker_take (OkrChecker *self, OkrSeverity severity, const char *code, gpointer item,
                  const char *field, char *message)
{
  OkrFinding *finding = g_new0 (OkrFinding, 1);

  finding->severity = severity;
  finding->code = code;
  finding->item = g_object_ref (item);
  finding->field = g_strdup (field);
  finding->message = message;
  g_ptr_array_add (self->findings, finding);
}

/**
 * okr_finding_get_severity_nick:
 *
 * Returns: (transfer none): "error" or "warning", not translated
 */
const char *
okr_finding_get_severity_nick (const OkrFinding *finding)
{
  g_return_val_if_fail (finding != NULL, "");

  return finding->severity == OKR_SEVERITY_ERROR ? "error" : "warning";
}

static void
check_title (OkrChecker *self, OkrItem *item)
{
  const char *name = okr_item_find_field (item, "title") != NULL ? "title" : "name";
  g_autofree char *title = g_strstrip (g_strdup (okr_item_get_title (item)));

  if (*title == '\0' && okr_item_find_field (item, name) != NULL)
    okr_checker_take (self, OKR_SEVERITY_ERROR, "emptyTitle", item, name,
                      g_strdup (_ ("It has no title.")));
}

static gboolean
resolves (OkrChecker *self, const OkrField *field, const char *id)
{
  /* Contributions lead to objectives and to key results. */
  if (field->type == OKR_FIELD_REFERENCES)
    return okr_alignment_get_target (self->plan, id) != NULL;

  return okr_plan_find_typed (self->plan, id, field->get_type ()) != NULL;
}

static void
check_reference (OkrChecker *self, OkrItem *item, const OkrField *field, const char *id)
{
  g_autofree char *path = NULL;

  if (id == NULL || *id == '\0' || field->get_type == NULL || resolves (self, field, id))
    return;

  path = okr_field_dup_path (field);
  okr_checker_take (self, OKR_SEVERITY_ERROR, "brokenReference", item, path,
                    /* Translators: a field's name and an id */
                    g_strdup_printf (_ ("“%s” names “%s”, which this plan does not have as such."),
                                     path, id));
}

static void
check_references (OkrChecker *self, OkrItem *item)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      const char *const *ids;

      if (fields[i].type != OKR_FIELD_REFERENCE && fields[i].type != OKR_FIELD_REFERENCES)
        continue;
      g_value_init (&value, okr_field_get_value_type (&fields[i]));
      okr_field_read (&fields[i], item, &value);
      if (fields[i].type == OKR_FIELD_REFERENCE)
        {
          check_reference (self, item, &fields[i], g_value_get_string (&value));
          continue;
        }
      ids = g_value_get_boxed (&value);
      for (guint j = 0; ids != NULL && ids[j] != NULL; j++)
        check_reference (self, item, &fields[i], ids[j]);
    }
}

static void
check_grade (OkrChecker *self, OkrItem *item, double grade, const char *reason)
{
  if (!isnan (grade) && *reason == '\0')
    okr_checker_take (self, OKR_SEVERITY_WARNING, "gradeWithoutReason", item, "grade.reason",
                      g_strdup (_ ("A self-assessed grade needs a reason.")));
}

static void
check_cycle (OkrChecker *self, OkrCycle *cycle)
{
  OkrItem *item = OKR_ITEM (cycle);
  OkrItem *twin = g_hash_table_lookup (self->twins, cycle);

  check_title (self, item);
  if (okr_cycle_get_end (cycle) < okr_cycle_get_start (cycle))
    okr_checker_take (self, OKR_SEVERITY_ERROR, "cycleDates", item, "end",
                      g_strdup (_ ("The cycle ends before it starts.")));
  if (twin != NULL)
    okr_checker_take (self, OKR_SEVERITY_WARNING, "duplicateCycle", item, NULL,
                      /* Translators: the name of a cycle */
                      g_strdup_printf (_ ("The cycle looks like a second one of “%s”."),
                                       okr_item_get_title (twin)));
}

static void
check_team (OkrChecker *self, OkrTeam *team)
{
  OkrItem *item = OKR_ITEM (team);

  check_title (self, item);
  check_references (self, item);
  if (g_hash_table_contains (self->loop_heads, team))
    okr_checker_take (self, OKR_SEVERITY_ERROR, "teamLoop", item, "parent",
                      g_strdup (_ ("The team is, over some steps, part of itself.")));
  if (okr_checker_has_seen_like (self, team))
    okr_checker_take (self, OKR_SEVERITY_WARNING, "duplicateTeam", item, "name",
                      g_strdup (_ ("Another team at the same place has the same name.")));
}

static gboolean
lies_outside (OkrCycle *cycle, OkrDay day)
{
  return cycle != NULL && day != OKR_DAY_NONE &&
         okr_cycle_get_start (cycle) <= okr_cycle_get_end (cycle) &&
         (day < okr_cycle_get_start (cycle) || day > okr_cycle_get_end (cycle));
}

static void
check_day (OkrChecker *self, gpointer item, const char *field, OkrCycle *cycle, OkrDay day)
{
  g_autofree char *text = NULL;

  if (!lies_outside (cycle, day))
    return;

  text = okr_format_day (day);
  okr_checker_take (self, OKR_SEVERITY_WARNING, "dateOutsideCycle", item, field,
                    /* Translators: a date and the name of a cycle */
                    g_strdup_printf (_ ("%s is outside the cycle “%s”."), text,
                                     okr_item_get_title (OKR_ITEM (cycle))));
}

static void
check_check_ins (OkrChecker *self, OkrKeyResult *kr, OkrCycle *cycle)
{
  OkrList *check_ins = OKR_LIST (okr_key_result_get_check_ins (kr));

  for (guint i = 0; i < okr_list_get_size (check_ins); i++)
    {
      OkrCheckIn *check_in = OKR_CHECK_IN (okr_list_peek (check_ins, i));
      const OkrDay day = okr_check_in_get_date (check_in);

      if (okr_check_in_get_retracted (check_in))
        continue;
      check_day (self, check_in, "date", cycle, day);
      if (day > okr_plan_get_today (self->plan))
        okr_checker_take (
            self, OKR_SEVERITY_WARNING, "checkInInFuture", OKR_ITEM (check_in), "date",
            g_strdup (_ ("The check-in is dated after today and does not count yet.")));
    }
}

static void
check_range (OkrChecker *self, OkrKeyResult *kr)
{
  static const struct
  {
    OkrSeverity severity;
    const char *code;
    const char *field;
  } rules[] = {
    [OKR_UNDEFINED_NONE] = { OKR_SEVERITY_WARNING, NULL, NULL },
    [OKR_UNDEFINED_BASELINE] = { OKR_SEVERITY_WARNING, NULL, NULL },
    [OKR_UNDEFINED_NO_START] = { OKR_SEVERITY_WARNING, "noRange", "start" },
    [OKR_UNDEFINED_NO_TARGET] = { OKR_SEVERITY_WARNING, "noRange", "target" },
    [OKR_UNDEFINED_START_IS_TARGET] = { OKR_SEVERITY_ERROR, "startIsTarget", "target" },
    [OKR_UNDEFINED_NO_BOUNDS] = { OKR_SEVERITY_WARNING, "noRange", "low" },
    [OKR_UNDEFINED_BOUNDS_CROSSED] = { OKR_SEVERITY_ERROR, "boundsCrossed", "low" },
    [OKR_UNDEFINED_NO_MILESTONES] = { OKR_SEVERITY_WARNING, "noMilestones", "milestones" },
  };
  const OkrUndefinedReason reason =
      okr_progress_why_undefined (&okr_key_result_get_figures (kr)->measure);

  if (rules[reason].code != NULL)
    okr_checker_take (self, rules[reason].severity, rules[reason].code, kr, rules[reason].field,
                      g_strdup (okr_undefined_reason_to_text (reason)));
}

static void
check_answer (OkrChecker *self, OkrKeyResult *kr)
{
  const double value = okr_key_result_get_figures (kr)->value;
  g_autofree char *number = NULL;

  if (okr_key_result_get_kind (kr) != OKR_KEY_RESULT_KIND_YES_NO || isnan (value) ||
      okr_progress_read_yes_no (value, NULL))
    return;

  number = okr_item_text_dup_number_with (kr, value, okr_format_count_decimals (value));
  okr_checker_take (self, OKR_SEVERITY_WARNING, "notYesOrNo", kr, "kind",
                    /* Translators: a value such as "30" */
                    g_strdup_printf (_ ("The latest check-in says %s, which is neither yes nor no. "
                                        "Check in yes or no, or choose how it was measured "
                                        "before."),
                                     number));
}

static void
check_titles_below (OkrChecker *self, GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (OkrItem) item = g_list_model_get_item (list, i);

      check_title (self, item);
    }
}

static void
check_key_result (OkrChecker *self, OkrKeyResult *kr, OkrCycle *cycle)
{
  OkrItem *item = OKR_ITEM (kr);

  check_title (self, item);
  check_references (self, item);
  check_range (self, kr);
  check_answer (self, kr);
  check_day (self, item, "due", cycle, okr_key_result_get_due (kr));
  check_grade (self, item, okr_key_result_get_grade_self (kr),
               okr_key_result_get_grade_reason (kr));
  check_titles_below (self, okr_key_result_get_milestones (kr));
  check_titles_below (self, okr_key_result_get_initiatives (kr));
  check_check_ins (self, kr, cycle);
}

static gboolean
has_weight (OkrList *krs)
{
  for (guint i = 0; i < okr_list_get_size (krs); i++)
    {
      if (okr_key_result_get_weight (OKR_KEY_RESULT (okr_list_peek (krs, i))) > 0)
        return TRUE;
    }

  return okr_list_get_size (krs) == 0;
}

static void
check_objective (OkrChecker *self, OkrObjective *objective)
{
  OkrItem *item = OKR_ITEM (objective);
  OkrList *krs = OKR_LIST (okr_objective_get_key_results (objective));
  OkrCycle *cycle = okr_objective_get_figures (objective)->cycle;

  check_title (self, item);
  check_references (self, item);
  okr_checker_check_alignment (self, objective);
  if (*okr_objective_get_cycle_id (objective) == '\0')
    okr_checker_take (self, OKR_SEVERITY_WARNING, "noCycle", item, "cycle",
                      g_strdup (_ ("The objective belongs to no cycle.")));
  if (!has_weight (krs))
    okr_checker_take (self, OKR_SEVERITY_WARNING, "noWeight", item, "keyResults",
                      g_strdup (_ ("All key results have a weight of 0, so none counts.")));
  check_grade (self, item, okr_objective_get_grade_self (objective),
               okr_objective_get_grade_reason (objective));
  for (guint i = 0; i < okr_list_get_size (krs); i++)
    check_key_result (self, OKR_KEY_RESULT (okr_list_peek (krs, i)), cycle);
}

static void
check_kpi (OkrChecker *self, OkrKpi *kpi)
{
  check_title (self, OKR_ITEM (kpi));
  check_references (self, OKR_ITEM (kpi));
  if (okr_kpi_get_low (kpi) > okr_kpi_get_high (kpi))
    okr_checker_take (self, OKR_SEVERITY_ERROR, "boundsCrossed", kpi, "low",
                      g_strdup (okr_undefined_reason_to_text (OKR_UNDEFINED_BOUNDS_CROSSED)));
}

static void
check_conflict (OkrChecker *self, OkrConflict *conflict)
{
  OkrItem *item = okr_plan_find (self->plan, okr_conflict_get_item_id (conflict));

  okr_checker_take (self, OKR_SEVERITY_ERROR, "openConflict",
                    item != NULL ? item : OKR_ITEM (conflict),
                    okr_conflict_get_field_path (conflict),
                    okr_conflict_to_text (self->plan, conflict));
}

static void
check_all (OkrChecker *self)
{
  OkrList *cycles = OKR_LIST (okr_plan_get_cycles (self->plan));
  OkrList *teams = OKR_LIST (okr_plan_get_teams (self->plan));
  OkrList *objectives = OKR_LIST (okr_plan_get_objectives (self->plan));
  OkrList *kpis = OKR_LIST (okr_plan_get_kpis (self->plan));
  OkrList *reviews = OKR_LIST (okr_plan_get_reviews (self->plan));
  OkrList *conflicts = OKR_LIST (okr_plan_get_conflicts (self->plan));

  okr_checker_find_twins (self, cycles);
  okr_checker_find_team_loops (self, teams);
  check_title (self, OKR_ITEM (self->plan));
  for (guint i = 0; i < okr_list_get_size (cycles); i++)
    check_cycle (self, OKR_CYCLE (okr_list_peek (cycles, i)));
  for (guint i = 0; i < okr_list_get_size (teams); i++)
    check_team (self, OKR_TEAM (okr_list_peek (teams, i)));
  for (guint i = 0; i < okr_list_get_size (objectives); i++)
    check_objective (self, OKR_OBJECTIVE (okr_list_peek (objectives, i)));
  for (guint i = 0; i < okr_list_get_size (kpis); i++)
    check_kpi (self, OKR_KPI (okr_list_peek (kpis, i)));
  for (guint i = 0; i < okr_list_get_size (reviews); i++)
    check_references (self, okr_list_peek (reviews, i));
  for (guint i = 0; i < okr_list_get_size (conflicts); i++)
    check_conflict (self, OKR_CONFLICT (okr_list_peek (conflicts, i)));
}

GPtrArray *
okr_plan_check (OkrPlan *plan)
{
  g_autoptr (GHashTable) states = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) twins = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) loop_heads = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) team_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  OkrChecker self = { .plan = plan,
                      .states = states,
                      .twins = twins,
                      .loop_heads = loop_heads,
                      .team_names = team_names };

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  self.findings = g_ptr_array_new_with_free_func (free_finding);
  check_all (&self);

  return self.findings;
}
