/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-alignment.h"
#include "okr-explain.h"
#include "okr-format.h"
#include "okr-list.h"
#include "okr-resolve.h"
#include "okr-loops-private.h"

typedef struct
{
  OkrPlan *plan;
  GPtrArray *findings;
  GHashTable *states;     /* objective → where the walk over alignment stands */
  GHashTable *twins;      /* cycle → the earlier cycle that it seems to repeat */
  GHashTable *loop_heads; /* of the teams of each loop, the first in the plan's order */
  GHashTable *team_names; /* the places and names of the teams so far */
} Checker;

enum
{
  WALK_INSIDE = 1,
  WALK_DONE,
};

static void
free_finding (gpointer data)
{
  OkrFinding *finding = data;

  g_object_unref (finding->item);
  g_free (finding->field);
  g_free (finding->message);
  g_free (finding);
}

static void
take_finding (Checker *self, OkrSeverity severity, const char *code, gpointer item,
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
check_title (Checker *self, OkrItem *item)
{
  const char *name = okr_item_find_field (item, "title") != NULL ? "title" : "name";
  g_autofree char *title = g_strstrip (g_strdup (okr_item_get_title (item)));

  if (*title == '\0' && okr_item_find_field (item, name) != NULL)
    take_finding (self, OKR_SEVERITY_ERROR, "emptyTitle", item, name,
                  g_strdup (_ ("It has no title.")));
}

static gboolean
resolves (Checker *self, const OkrField *field, const char *id)
{
  /* Contributions lead to objectives and to key results. */
  if (field->type == OKR_FIELD_REFERENCES)
    return okr_alignment_get_target (self->plan, id) != NULL;

  return okr_plan_find_typed (self->plan, id, field->get_type ()) != NULL;
}

static void
check_reference (Checker *self, OkrItem *item, const OkrField *field, const char *id)
{
  g_autofree char *path = NULL;

  if (id == NULL || *id == '\0' || field->get_type == NULL || resolves (self, field, id))
    return;

  path = okr_field_dup_path (field);
  take_finding (self, OKR_SEVERITY_ERROR, "brokenReference", item, path,
                /* Translators: a field's name and an id */
                g_strdup_printf (_ ("“%s” names “%s”, which this plan does not have as such."),
                                 path, id));
}

static void
check_references (Checker *self, OkrItem *item)
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
check_grade (Checker *self, OkrItem *item, double grade, const char *reason)
{
  if (!isnan (grade) && *reason == '\0')
    take_finding (self, OKR_SEVERITY_WARNING, "gradeWithoutReason", item, "grade.reason",
                  g_strdup (_ ("A self-assessed grade needs a reason.")));
}

/* The same for texts that differ in case only. */
static char *
dup_text_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_collate_key (folded, -1);
}

static char *
dup_dates_key (OkrCycle *cycle)
{
  return g_strdup_printf ("\n%u %u", okr_cycle_get_start (cycle), okr_cycle_get_end (cycle));
}

static void
add_to_group (GHashTable *groups, char *key, OkrCycle *cycle)
{
  GPtrArray *group = g_hash_table_lookup (groups, key);

  if (group == NULL)
    {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, g_strdup (key), group);
    }
  g_ptr_array_add (group, cycle);
  g_free (key);
}

static int
compare_by_start (gconstpointer a, gconstpointer b)
{
  OkrCycle *left = *(gpointer *) a;
  OkrCycle *right = *(gpointer *) b;

  return (okr_cycle_get_start (left) > okr_cycle_get_start (right)) -
         (okr_cycle_get_start (left) < okr_cycle_get_start (right));
}

static void
mark_twins (Checker *self, OkrCycle *a, OkrCycle *b, GHashTable *positions)
{
  const gboolean in_order =
      GPOINTER_TO_UINT (g_hash_table_lookup (positions, a)) <
      GPOINTER_TO_UINT (g_hash_table_lookup (positions, b));

  g_hash_table_insert (self->twins, in_order ? b : a, in_order ? a : b);
}

/* Those of one group that overlap: each with the one before it that lasts longest. */
static void
find_overlaps (Checker *self, GPtrArray *group, GHashTable *positions)
{
  OkrCycle *longest;

  g_ptr_array_sort (group, compare_by_start);
  longest = group->pdata[0];
  for (guint i = 1; i < group->len; i++)
    {
      OkrCycle *cycle = group->pdata[i];

      if (okr_cycle_get_start (cycle) <= okr_cycle_get_end (longest))
        mark_twins (self, longest, cycle, positions);
      if (okr_cycle_get_end (cycle) > okr_cycle_get_end (longest))
        longest = cycle;
    }
}

/* Cycles that overlap and have one name, or that have the same dates. */
static void
find_twins (Checker *self, OkrList *cycles)
{
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer group;

  for (guint i = 0; i < okr_list_get_size (cycles); i++)
    {
      OkrCycle *cycle = OKR_CYCLE (okr_list_peek (cycles, i));

      if (okr_cycle_get_end (cycle) < okr_cycle_get_start (cycle))
        continue;
      g_hash_table_insert (positions, cycle, GUINT_TO_POINTER (i));
      add_to_group (groups, dup_text_key (okr_item_get_title (OKR_ITEM (cycle))), cycle);
      add_to_group (groups, dup_dates_key (cycle), cycle);
    }

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    find_overlaps (self, group, positions);
}

static void
check_cycle (Checker *self, OkrCycle *cycle)
{
  OkrItem *item = OKR_ITEM (cycle);
  OkrItem *twin = g_hash_table_lookup (self->twins, cycle);

  check_title (self, item);
  if (okr_cycle_get_end (cycle) < okr_cycle_get_start (cycle))
    take_finding (self, OKR_SEVERITY_ERROR, "cycleDates", item, "end",
                  g_strdup (_ ("The cycle ends before it starts.")));
  if (twin != NULL)
    take_finding (self, OKR_SEVERITY_WARNING, "duplicateCycle", item, NULL,
                  /* Translators: the name of a cycle */
                  g_strdup_printf (_ ("The cycle looks like a second one of “%s”."),
                                   okr_item_get_title (twin)));
}

static void
add_loop_head (guint first, guint last, gpointer user_data)
{
  Checker *self = user_data;

  g_hash_table_add (self->loop_heads,
                    okr_list_peek (OKR_LIST (okr_plan_get_teams (self->plan)), first));
}

static void
find_team_loops (Checker *self, OkrList *teams)
{
  const guint n = okr_list_get_size (teams);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);
  g_autofree guint *next = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (positions, okr_list_peek (teams, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < n; i++)
    {
      const char *parent_id = okr_team_get_parent_team (OKR_TEAM (okr_list_peek (teams, i)));
      OkrTeam *parent = okr_plan_find_typed (self->plan, parent_id, OKR_TYPE_TEAM);

      next[i] = parent != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (positions, parent))
                               : OKR_LOOPS_END;
    }

  okr_loops_find (next, n, add_loop_head, self);
}

static void
check_team (Checker *self, OkrTeam *team)
{
  OkrItem *item = OKR_ITEM (team);
  g_autofree char *name = dup_text_key (okr_item_get_title (item));

  check_title (self, item);
  check_references (self, item);
  if (g_hash_table_contains (self->loop_heads, team))
    take_finding (self, OKR_SEVERITY_ERROR, "teamLoop", item, "parent",
                  g_strdup (_ ("The team is, over some steps, part of itself.")));
  if (!g_hash_table_add (self->team_names,
                         g_strconcat (okr_team_get_parent_team (team), "\n", name, NULL)))
    take_finding (self, OKR_SEVERITY_WARNING, "duplicateTeam", item, "name",
                  g_strdup (_ ("Another team at the same place has the same name.")));
}

typedef struct
{
  OkrObjective *objective;
  guint next; /* which of its contributions comes next */
} Step;

static OkrObjective *
get_next_target (Checker *self, Step *step)
{
  const char *const *ids = okr_objective_get_contributes_to (step->objective);

  /* The links that close loops of main parents have findings of their own. */
  if (step->next == 0 && ids != NULL &&
      okr_alignment_ignores_main_link (self->plan, step->objective))
    step->next++;
  while (ids != NULL && ids[step->next] != NULL)
    {
      OkrObjective *target = okr_alignment_get_target_objective (self->plan, ids[step->next++]);

      if (target != NULL)
        return target;
    }

  return NULL;
}

static void
enter (Checker *self, GArray *way, OkrObjective *objective)
{
  const Step step = { objective, 0 };

  g_hash_table_insert (self->states, objective, GINT_TO_POINTER (WALK_INSIDE));
  g_array_append_val (way, step);
}

/* Depth first in the plan's order; the link that leads back to where the walk came from closes a
 * loop. Not recursive: chains in a file may be as long as the file. */
static void
walk_alignment (Checker *self, OkrObjective *objective)
{
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (Step));

  enter (self, way, objective);
  while (way->len > 0)
    {
      Step *step = &g_array_index (way, Step, way->len - 1);
      OkrObjective *target = get_next_target (self, step);
      const int state =
          target != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->states, target)) : WALK_DONE;

      if (target == NULL)
        {
          g_hash_table_insert (self->states, step->objective, GINT_TO_POINTER (WALK_DONE));
          g_array_set_size (way, way->len - 1);
        }
      else if (state == WALK_INSIDE)
        {
          take_finding (self, OKR_SEVERITY_ERROR, "alignmentLoop", step->objective, "contributesTo",
                        /* Translators: the title of an objective */
                        g_strdup_printf (_ ("It contributes to “%s”, which contributes to it."),
                                         okr_item_get_title (OKR_ITEM (target))));
        }
      else if (state == 0)
        {
          enter (self, way, target);
        }
    }
}

static void
check_main_link (Checker *self, OkrObjective *objective)
{
  OkrItem *target;

  if (!okr_alignment_ignores_main_link (self->plan, objective))
    return;

  target = okr_alignment_get_target (self->plan, okr_objective_get_contributes_to (objective)[0]);
  take_finding (self, OKR_SEVERITY_ERROR, "alignmentLoop", objective, "contributesTo",
                /* Translators: the title of an objective or of a key result */
                g_strdup_printf (_ ("It contributes to “%s”, which contributes to it. The link is "
                                    "ignored."),
                                 okr_item_get_title (target)));
}

static gboolean
lies_outside (OkrCycle *cycle, OkrDay day)
{
  return cycle != NULL && day != OKR_DAY_NONE &&
         okr_cycle_get_start (cycle) <= okr_cycle_get_end (cycle) &&
         (day < okr_cycle_get_start (cycle) || day > okr_cycle_get_end (cycle));
}

static void
check_day (Checker *self, gpointer item, const char *field, OkrCycle *cycle, OkrDay day)
{
  g_autofree char *text = NULL;

  if (!lies_outside (cycle, day))
    return;

  text = okr_format_day (day);
  take_finding (self, OKR_SEVERITY_WARNING, "dateOutsideCycle", item, field,
                /* Translators: a date and the name of a cycle */
                g_strdup_printf (_ ("%s is outside the cycle “%s”."), text,
                                 okr_item_get_title (OKR_ITEM (cycle))));
}

static void
check_check_ins (Checker *self, OkrKeyResult *kr, OkrCycle *cycle)
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
        take_finding (self, OKR_SEVERITY_WARNING, "checkInInFuture", OKR_ITEM (check_in), "date",
                      g_strdup (_ ("The check-in is dated after today and does not count yet.")));
    }
}

static void
check_range (Checker *self, OkrKeyResult *kr)
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
    take_finding (self, rules[reason].severity, rules[reason].code, kr, rules[reason].field,
                  g_strdup (okr_undefined_reason_to_text (reason)));
}

static void
check_titles_below (Checker *self, GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (OkrItem) item = g_list_model_get_item (list, i);

      check_title (self, item);
    }
}

static void
check_key_result (Checker *self, OkrKeyResult *kr, OkrCycle *cycle)
{
  OkrItem *item = OKR_ITEM (kr);

  check_title (self, item);
  check_references (self, item);
  check_range (self, kr);
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
check_objective (Checker *self, OkrObjective *objective)
{
  OkrItem *item = OKR_ITEM (objective);
  OkrList *krs = OKR_LIST (okr_objective_get_key_results (objective));
  OkrCycle *cycle = okr_objective_get_figures (objective)->cycle;

  check_title (self, item);
  check_references (self, item);
  check_main_link (self, objective);
  if (g_hash_table_lookup (self->states, objective) == NULL)
    walk_alignment (self, objective);
  if (*okr_objective_get_cycle_id (objective) == '\0')
    take_finding (self, OKR_SEVERITY_WARNING, "noCycle", item, "cycle",
                  g_strdup (_ ("The objective belongs to no cycle.")));
  if (!has_weight (krs))
    take_finding (self, OKR_SEVERITY_WARNING, "noWeight", item, "keyResults",
                  g_strdup (_ ("All key results have a weight of 0, so none counts.")));
  check_grade (self, item, okr_objective_get_grade_self (objective),
               okr_objective_get_grade_reason (objective));
  for (guint i = 0; i < okr_list_get_size (krs); i++)
    check_key_result (self, OKR_KEY_RESULT (okr_list_peek (krs, i)), cycle);
}

static void
check_kpi (Checker *self, OkrKpi *kpi)
{
  check_title (self, OKR_ITEM (kpi));
  check_references (self, OKR_ITEM (kpi));
  if (okr_kpi_get_low (kpi) > okr_kpi_get_high (kpi))
    take_finding (self, OKR_SEVERITY_ERROR, "boundsCrossed", kpi, "low",
                  g_strdup (okr_undefined_reason_to_text (OKR_UNDEFINED_BOUNDS_CROSSED)));
}

static void
check_conflict (Checker *self, OkrConflict *conflict)
{
  OkrItem *item = okr_plan_find (self->plan, okr_conflict_get_item_id (conflict));

  take_finding (self, OKR_SEVERITY_ERROR, "openConflict",
                item != NULL ? item : OKR_ITEM (conflict),
                okr_conflict_get_field_path (conflict),
                okr_conflict_to_text (self->plan, conflict));
}

static void
check_all (Checker *self)
{
  OkrList *cycles = OKR_LIST (okr_plan_get_cycles (self->plan));
  OkrList *teams = OKR_LIST (okr_plan_get_teams (self->plan));
  OkrList *objectives = OKR_LIST (okr_plan_get_objectives (self->plan));
  OkrList *kpis = OKR_LIST (okr_plan_get_kpis (self->plan));
  OkrList *reviews = OKR_LIST (okr_plan_get_reviews (self->plan));
  OkrList *conflicts = OKR_LIST (okr_plan_get_conflicts (self->plan));

  find_twins (self, cycles);
  find_team_loops (self, teams);
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
  g_autoptr (GHashTable) team_names =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Checker self = { .plan = plan,
                   .states = states,
                   .twins = twins,
                   .loop_heads = loop_heads,
                   .team_names = team_names };

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  self.findings = g_ptr_array_new_with_free_func (free_finding);
  check_all (&self);

  return self.findings;
}
