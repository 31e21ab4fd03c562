/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is computed of a plan: kept right after every edit, each item announced once. */
#include "config.h"

#include <math.h>

#include "okr-alignment.h"
#include "okr-item-private.h"
#include "okr-lists-private.h"
#include "okr-plan-private.h"

typedef struct
{
  OkrDay start;
  OkrDay end;
  gboolean closed;  /* its cycle is */
  gboolean watched; /* somebody should see to what is wrong with it */
  gboolean runs;    /* active, in an active cycle: check-ins are due */
  OkrAmbition ambition;
} Context;

/* Returns the latest check-in that states a value: a mere note does not move it. */
static OkrCheckIn *
find_latest (OkrPlan *self, OkrKeyResult *kr, OkrKeyResultFigures *figures)
{
  OkrList *check_ins = okr_key_result_peek_check_ins (kr);
  OkrCheckIn *valued = NULL;
  OkrCheckIn *confident = NULL;

  for (guint i = 0; i < okr_list_get_size (check_ins); i++)
    {
      OkrCheckIn *check_in = OKR_CHECK_IN (okr_list_peek (check_ins, i));

      if (okr_check_in_get_retracted (check_in) || okr_check_in_get_date (check_in) > self->today)
        continue;
      if (figures->latest == NULL || okr_check_in_compare (check_in, figures->latest) > 0)
        figures->latest = check_in;
      if (!isnan (okr_check_in_get_value (check_in)) &&
          (valued == NULL || okr_check_in_compare (check_in, valued) > 0))
        valued = check_in;
      if (okr_check_in_get_confidence (check_in) >= 0 &&
          (confident == NULL || okr_check_in_compare (check_in, confident) > 0))
        confident = check_in;
    }

  figures->value = valued != NULL ? okr_check_in_get_value (valued) : NAN;
  figures->confidence = confident != NULL ? okr_check_in_get_confidence (confident) : -1;

  return valued;
}

static void
fill_measure (OkrPlan *self, OkrKeyResult *kr, OkrKeyResultFigures *figures)
{
  OkrMeasure *measure = &figures->measure;
  OkrList *milestones = okr_key_result_peek_milestones (kr);

  measure->kind = okr_key_result_get_kind (kr);
  measure->start = okr_key_result_get_start (kr);
  measure->target = okr_key_result_get_target (kr);
  measure->low = okr_key_result_get_low (kr);
  measure->high = okr_key_result_get_high (kr);
  measure->value = figures->value;
  measure->has_check_in = figures->latest != NULL;

  for (guint i = 0; i < okr_list_get_size (milestones); i++)
    {
      OkrMilestone *milestone = OKR_MILESTONE (okr_list_peek (milestones, i));
      const OkrDay done = okr_milestone_get_done (milestone);

      measure->milestone_total += okr_milestone_get_weight (milestone);
      if (done != OKR_DAY_NONE && done <= self->today)
        {
          measure->milestone_done += okr_milestone_get_weight (milestone);
          measure->n_milestones_done++;
        }
    }
}

static OkrAttention
find_key_result_attention (OkrPlan *self, const OkrKeyResultFigures *figures,
                           const Context *context)
{
  OkrAttention attention = OKR_ATTENTION_NONE;
  const OkrDay checked =
      figures->latest != NULL ? okr_check_in_get_date (figures->latest) : OKR_DAY_NONE;

  if (!context->watched)
    return attention;

  if (context->runs && okr_needs_check_in (checked, context->start, self->today,
                                           (guint) self->settings_check_in_days))
    attention |= OKR_ATTENTION_NEEDS_CHECK_IN;
  if (figures->status == OKR_STATUS_AT_RISK)
    attention |= OKR_ATTENTION_AT_RISK;
  if (figures->latest != NULL && *okr_check_in_get_obstacle (figures->latest) != '\0')
    attention |= OKR_ATTENTION_BLOCKED;
  if (figures->confidence >= 0 && figures->confidence <= OKR_LOW_CONFIDENCE)
    attention |= OKR_ATTENTION_LOW_CONFIDENCE;

  return attention;
}

static gboolean
compute_key_result (OkrPlan *self, OkrKeyResult *kr, const Context *context)
{
  const OkrDay due = okr_key_result_get_due (kr);
  OkrKeyResultFigures figures = { .confidence = -1, .days_since_check_in = -1 };
  OkrCheckIn *valued = find_latest (self, kr, &figures);
  const OkrDay moved = valued != NULL ? okr_check_in_get_date (valued) : OKR_DAY_NONE;

  fill_measure (self, kr, &figures);
  if (figures.latest != NULL)
    figures.days_since_check_in = (int) (self->today - okr_check_in_get_date (figures.latest));
  figures.projection =
      okr_project (&figures.measure, context->start, context->end, due, moved, self->today);
  figures.projection.ended |= context->closed;
  figures.progress = okr_progress_raw (&figures.measure);
  figures.expected = okr_expected (context->start, context->end, due, self->today);
  figures.status =
      okr_status_key_result (&figures.measure, figures.progress, figures.expected,
                             context->ambition, okr_days_since (context->start, self->today),
                             (guint) self->settings_grace_days);
  figures.attention = find_key_result_attention (self, &figures, context);
  figures.share = okr_key_result_get_figures (kr)->share;

  return okr_key_result_take_figures (kr, &figures);
}

static Context
find_context (OkrPlan *self, OkrObjective *objective, OkrObjectiveFigures *figures)
{
  const OkrObjectiveState state = okr_objective_get_state (objective);
  Context context = { .ambition = okr_objective_get_ambition (objective) };
  OkrCycleState cycle_state = OKR_CYCLE_STATE_DRAFT;

  figures->cycle =
      okr_plan_find_typed (self, okr_objective_get_cycle_id (objective), OKR_TYPE_CYCLE);
  figures->team = okr_plan_find_typed (self, okr_objective_get_team_id (objective), OKR_TYPE_TEAM);
  figures->counted = state != OKR_OBJECTIVE_STATE_DRAFT && state != OKR_OBJECTIVE_STATE_DROPPED;

  if (figures->cycle != NULL)
    {
      context.start = okr_cycle_get_start (figures->cycle);
      context.end = okr_cycle_get_end (figures->cycle);
      cycle_state = okr_cycle_get_state (figures->cycle);
    }
  context.closed = cycle_state == OKR_CYCLE_STATE_CLOSED;
  context.runs = state == OKR_OBJECTIVE_STATE_ACTIVE && cycle_state == OKR_CYCLE_STATE_ACTIVE;
  context.watched =
      !context.closed && state != OKR_OBJECTIVE_STATE_DROPPED && state != OKR_OBJECTIVE_STATE_DONE;

  return context;
}

static gboolean
needs_alignment (OkrPlan *self, const OkrObjectiveFigures *figures)
{
  if (figures->team == NULL)
    return okr_list_get_size (self->teams) > 0;

  return okr_plan_find_typed (self, okr_team_get_parent_team (figures->team), OKR_TYPE_TEAM) !=
         NULL;
}

static OkrAttention
find_objective_attention (OkrPlan *self, OkrObjective *objective,
                          const OkrObjectiveFigures *figures, const Context *context)
{
  OkrAttention attention = OKR_ATTENTION_NONE;

  if (!context->watched)
    return attention;

  if (figures->status == OKR_STATUS_AT_RISK)
    attention |= OKR_ATTENTION_AT_RISK;
  if (needs_alignment (self, figures) && !okr_alignment_is_aligned (self, objective))
    attention |= OKR_ATTENTION_NOT_ALIGNED;
  if (*okr_objective_get_owner (objective) == '\0')
    attention |= OKR_ATTENTION_NO_OWNER;
  if (okr_list_get_size (okr_objective_peek_key_results (objective)) == 0)
    attention |= OKR_ATTENTION_NO_KEY_RESULT;

  return attention;
}

static void
announce (OkrPlan *self, gpointer item)
{
  if (!g_hash_table_contains (self->dirty, item))
    g_hash_table_add (self->dirty, g_object_ref (item));
}

/* Shares depend on all the weights: an edit of one key result may change its siblings'. */
static void
compute_shares (OkrPlan *self, OkrList *key_results, const OkrMean *mean)
{
  for (guint i = 0; i < okr_list_get_size (key_results); i++)
    {
      OkrKeyResult *kr = OKR_KEY_RESULT (okr_list_peek (key_results, i));
      OkrKeyResultFigures figures = *okr_key_result_get_figures (kr);

      figures.share =
          isnan (figures.progress) ? 0 : okr_mean_share (mean, okr_key_result_get_weight (kr));
      if (okr_key_result_take_figures (kr, &figures))
        announce (self, kr);
    }
}

/* @changed: the key results to compute again, or NULL for all */
static void
compute_objective (OkrPlan *self, OkrObjective *objective, GHashTable *changed)
{
  OkrList *key_results = okr_objective_peek_key_results (objective);
  OkrObjectiveFigures figures = { .days_since_check_in = -1, .confidence = NAN };
  const Context context = find_context (self, objective, &figures);
  OkrMean mean = { 0 };
  double confidence = 0;
  guint n_confidences = 0;

  for (guint i = 0; i < okr_list_get_size (key_results); i++)
    {
      OkrKeyResult *kr = OKR_KEY_RESULT (okr_list_peek (key_results, i));
      const OkrKeyResultFigures *own = okr_key_result_get_figures (kr);

      if ((changed == NULL || g_hash_table_contains (changed, kr)) &&
          compute_key_result (self, kr, &context))
        announce (self, kr);
      okr_mean_add (&mean, okr_key_result_get_weight (kr), own->progress);
      if (own->confidence >= 0)
        {
          confidence += own->confidence;
          n_confidences++;
        }
      if (own->days_since_check_in >= 0 && (figures.days_since_check_in < 0 ||
                                            own->days_since_check_in < figures.days_since_check_in))
        figures.days_since_check_in = own->days_since_check_in;
    }

  compute_shares (self, key_results, &mean);
  if (n_confidences > 0)
    figures.confidence = confidence / n_confidences;
  figures.progress = okr_mean_get (&mean);
  figures.expected = okr_expected (context.start, context.end, OKR_DAY_NONE, self->today);
  figures.pace = okr_status_objective (figures.progress, figures.expected, context.ambition,
                                       okr_objective_has_data (objective),
                                       okr_days_since (context.start, self->today),
                                       (guint) self->settings_grace_days);
  /* What nobody works on is judged by no pace. */
  figures.status = figures.counted ? figures.pace : OKR_STATUS_NOT_COUNTED;
  figures.attention = find_objective_attention (self, objective, &figures, &context);

  if (okr_objective_take_figures (objective, &figures))
    announce (self, objective);
}

static void
announce_line (OkrPlan *self, OkrObjective *objective)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);
  guint left = okr_list_get_size (self->teams) + 1;

  for (OkrTeam *step = figures->team; step != NULL && left > 0; left--)
    {
      announce (self, step);
      step = okr_plan_find_typed (self, okr_team_get_parent_team (step), OKR_TYPE_TEAM);
    }
  if (figures->cycle != NULL)
    announce (self, figures->cycle);
  announce (self, self);
}

static void
compute_line (OkrPlan *self, OkrObjective *objective, GHashTable *changed)
{
  announce_line (self, objective); /* where it counted until now */
  compute_objective (self, objective, changed);
  announce_line (self, objective);
}

static void
compute_all (OkrPlan *self)
{
  for (guint i = 0; i < okr_list_get_size (self->objectives); i++)
    compute_objective (self, OKR_OBJECTIVE (okr_list_peek (self->objectives, i)), NULL);
}

/* Nobody waits to hear of a plan that was just read: the first edit shall not tell of all of it. */
void
okr_plan_compute_read (OkrPlan *self)
{
  compute_all (self);
  g_hash_table_remove_all (self->dirty);
}

static void
announce_all (OkrPlan *self)
{
  OkrList *const lists[] = { self->objectives, self->teams, self->cycles };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      for (guint i = 0; i < okr_list_get_size (lists[l]); i++)
        {
          OkrItem *item = okr_list_peek (lists[l], i);

          announce (self, item);
          if (OKR_IS_OBJECTIVE (item))
            {
              OkrList *krs = okr_objective_peek_key_results (OKR_OBJECTIVE (item));

              for (guint k = 0; k < okr_list_get_size (krs); k++)
                announce (self, okr_list_peek (krs, k));
            }
        }
    }
  announce (self, self);
}

static void
compute_dirty (OkrPlan *self)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) whole = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      if (OKR_IS_OBJECTIVE (item))
        {
          g_hash_table_add (whole, item);
          g_hash_table_add (lines, item);
        }
      else if (OKR_IS_KEY_RESULT (item) && okr_item_get_parent (item) != NULL)
        {
          g_hash_table_add (changed, item);
          g_hash_table_add (lines, okr_item_get_parent (item));
        }
    }

  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    compute_line (self, item, g_hash_table_contains (whole, item) ? NULL : changed);
}

static void
emit_announced (OkrPlan *self)
{
  g_autoptr (GHashTable) announced = g_steal_pointer (&self->dirty);
  GHashTableIter iter;
  gpointer item;

  self->dirty = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  g_hash_table_iter_init (&iter, announced);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    okr_item_emit_changed (item);
}

static gboolean
contributes_to_any (OkrObjective *objective, GHashTable *targets)
{
  const char *const *ids = okr_objective_get_contributes_to (objective);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (g_hash_table_contains (targets, ids[i]))
        return TRUE;
    }

  return FALSE;
}

static void
announce_contributors (OkrPlan *self)
{
  g_autoptr (GHashTable) targets = g_steal_pointer (&self->targets);

  for (guint i = 0; targets != NULL && i < okr_list_get_size (self->objectives); i++)
    {
      OkrObjective *objective = OKR_OBJECTIVE (okr_list_peek (self->objectives, i));

      if (contributes_to_any (objective, targets))
        announce (self, objective);
    }
}

/* After an edit or a group of edits: computes what it touched, then tells everyone once. */
void
okr_plan_flush (OkrPlan *self)
{
  const guint edited = self->edited;

  if (edited == 0)
    return;

  self->edited = 0;
  announce_contributors (self);
  if (self->all_dirty)
    {
      self->all_dirty = FALSE;
      compute_all (self);
      announce_all (self);
      okr_plan_forget_scopes (self);
    }
  else
    {
      compute_dirty (self);
      if ((edited & OKR_EDIT_STRUCTURE) != 0)
        okr_plan_forget_scopes (self);
      else
        okr_plan_forget_dirty_scopes (self);
    }

  emit_announced (self);
  okr_plan_emit_edited (self, edited);
}

/* Those that contribute to @item, or to a key result of it, show its title and count as aligned.
 * They are looked for once, when all is done: an import touches thousands. */
static void
touch_contributors (OkrPlan *self, OkrItem *item)
{
  OkrList *krs =
      OKR_IS_OBJECTIVE (item) ? okr_objective_peek_key_results (OKR_OBJECTIVE (item)) : NULL;

  if (self->targets == NULL)
    self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (self->targets, g_strdup (okr_item_get_id (item)));
  for (guint i = 0; i < okr_list_get_size (krs); i++)
    g_hash_table_add (self->targets, g_strdup (okr_item_get_id (okr_list_peek (krs, i))));
}

static void
touch (OkrPlan *self, OkrItem *item)
{
  if (OKR_IS_CYCLE (item) || OKR_IS_TEAM (item))
    self->all_dirty = TRUE;

  announce (self, item);
  for (OkrItem *above = okr_item_get_parent (item); above != NULL;
       above = okr_item_get_parent (above))
    {
      if (OKR_IS_OBJECTIVE (above))
        break;
      announce (self, above);
    }
}

/* Called after a stored field changed. */
void
okr_plan_touch_field (OkrPlan *self, OkrItem *item, const OkrField *field)
{
  const gboolean is_link =
      field->type == OKR_FIELD_REFERENCE || field->type == OKR_FIELD_REFERENCES;

  self->edited |= OKR_EDIT_VALUES | (is_link ? OKR_EDIT_STRUCTURE : 0);
  if (field->group != NULL && OKR_IS_PLAN (item))
    self->all_dirty = TRUE;
  touch (self, item);
  if ((OKR_IS_OBJECTIVE (item) || OKR_IS_KEY_RESULT (item)) && field->group == NULL &&
      g_str_equal (field->name, "title"))
    touch_contributors (self, item);
}

void
okr_plan_touch_unknown (OkrPlan *self, OkrItem *item)
{
  self->edited |= OKR_EDIT_VALUES;
  touch (self, item);
}

/* What stands below a key result, a check-in for instance, adds no row to any view. */
static gboolean
shapes_the_plan (OkrItem *item)
{
  return OKR_IS_OBJECTIVE (item) || OKR_IS_KEY_RESULT (item) || OKR_IS_TEAM (item) ||
         OKR_IS_CYCLE (item) || OKR_IS_KPI (item) || OKR_IS_REVIEW (item);
}

/* Called after @item came into, left or moved within @parent. */
void
okr_plan_touch_structure (OkrPlan *self, OkrItem *item, OkrItem *parent)
{
  self->edited |= shapes_the_plan (item) ? OKR_EDIT_STRUCTURE : OKR_EDIT_VALUES;
  if (okr_item_get_parent (item) != NULL)
    touch (self, item);
  else if (OKR_IS_CYCLE (item) || OKR_IS_TEAM (item))
    self->all_dirty = TRUE;
  touch (self, parent);
  if (OKR_IS_OBJECTIVE (item) || OKR_IS_KEY_RESULT (item))
    touch_contributors (self, item);
}

/* Once it is no longer in the plan it may outlive its cycle and its team. */
static void
forget_places (OkrObjective *objective)
{
  OkrObjectiveFigures figures = *okr_objective_get_figures (objective);

  figures.cycle = NULL;
  figures.team = NULL;
  okr_objective_take_figures (objective, &figures);
}

/* Called as the plan goes away, which its objectives may not do with it. */
void
okr_plan_forget_all_places (OkrPlan *self)
{
  for (guint i = 0; i < okr_list_get_size (self->objectives); i++)
    forget_places (OKR_OBJECTIVE (okr_list_peek (self->objectives, i)));
}

/* Called before @item leaves the plan. */
void
okr_plan_forget (OkrPlan *self, OkrItem *item)
{
  if (OKR_IS_OBJECTIVE (item))
    {
      announce_line (self, OKR_OBJECTIVE (item));
      forget_places (OKR_OBJECTIVE (item));
    }
  g_hash_table_remove (self->dirty, item);
}

/**
 * okr_plan_get_today:
 *
 * Returns: the day that all figures are computed for
 */
OkrDay
okr_plan_get_today (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), OKR_DAY_NONE);

  return self->today;
}

/**
 * okr_plan_set_today:
 * @today: a day
 *
 * Computes all figures for another day. This is no edit.
 */
void
okr_plan_set_today (OkrPlan *self, OkrDay today)
{
  g_return_if_fail (OKR_IS_PLAN (self) && today != OKR_DAY_NONE);

  if (self->today == today)
    return;

  self->today = today;
  okr_plan_forget_scopes (self);
  compute_all (self);
  announce_all (self);
  emit_announced (self);
  okr_plan_emit_today_changed (self);
}
