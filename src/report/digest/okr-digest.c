/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-digest.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-digest-private.h"
#include "okr-format.h"
#include "okr-item-text.h"

char **
okr_digest_dup_reasons (OkrAttention attention)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < OKR_N_ATTENTIONS; i++)
    if (((guint) attention & (1u << i)) != 0)
      g_strv_builder_add (builder, okr_attention_get_label ((OkrAttention) (1 << i)));

  return g_strv_builder_end (builder);
}

OkrDigestReview *
okr_digest_review_new (OkrPlan *plan, OkrReview *review)
{
  OkrDigestReview *self = g_new0 (OkrDigestReview, 1);
  OkrItem *team = okr_plan_find_typed (plan, okr_review_get_team_id (review), OKR_TYPE_TEAM);

  self->kind = okr_review_get_kind (review);
  self->kind_label = g_strdup (okr_enum_to_label (OKR_TYPE_REVIEW_KIND, (int) self->kind));
  self->day = okr_review_get_date (review);
  self->day_text = okr_format_day (self->day);
  self->team = g_strdup (team != NULL ? okr_item_text_get_title (team) : "");
  self->attendees = g_strdupv ((char **) okr_review_get_attendees (review));
  self->results = g_strdup (okr_review_get_results (review));
  self->process = g_strdup (okr_review_get_process (review));
  self->learned = g_strdup (okr_review_get_learned (review));
  self->decisions = g_strdupv ((char **) okr_review_get_decisions (review));
  if (self->attendees == NULL)
    self->attendees = g_new0 (char *, 1);
  if (self->decisions == NULL)
    self->decisions = g_new0 (char *, 1);

  return self;
}

void
okr_digest_review_free (OkrDigestReview *self)
{
  g_free (self->kind_label);
  g_free (self->day_text);
  g_free (self->team);
  g_strfreev (self->attendees);
  g_free (self->results);
  g_free (self->process);
  g_free (self->learned);
  g_strfreev (self->decisions);
  g_free (self);
}

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const OkrDigestReview *one = *(OkrDigestReview *const *) a;
  const OkrDigestReview *other = *(OkrDigestReview *const *) b;

  return one->day < other->day ? -1 : one->day > other->day;
}

/* Those of the whole organisation are everybody's. */
static gboolean
is_review_wanted (OkrPlan *plan, OkrReview *review, const OkrDigestOptions *options)
{
  OkrTeam *team = okr_plan_find_typed (plan, okr_review_get_team_id (review), OKR_TYPE_TEAM);

  if (options->cycle != NULL && g_strcmp0 (okr_review_get_cycle_id (review),
                                           okr_item_get_id (OKR_ITEM (options->cycle))) != 0)
    return FALSE;
  if (options->is_without_cycle &&
      okr_plan_find_typed (plan, okr_review_get_cycle_id (review), OKR_TYPE_CYCLE) != NULL)
    return FALSE;

  return options->team == NULL || team == NULL ||
         okr_plan_team_is_within (plan, team, options->team) ||
         okr_plan_team_is_within (plan, options->team, team);
}

void
okr_digest_add_reviews (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options)
{
  GListModel *reviews = okr_plan_get_reviews (plan);

  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr (OkrReview) review = g_list_model_get_item (reviews, i);

      if (is_review_wanted (plan, review, options))
        g_ptr_array_add (self->reviews, okr_digest_review_new (plan, review));
    }
  g_ptr_array_sort (self->reviews, compare_reviews);
}

static gboolean
is_in_scope (OkrPlan *plan, OkrObjective *objective, const OkrDigestOptions *options)
{
  if (options->is_without_team && okr_objective_get_figures (objective)->team != NULL)
    return FALSE;
  if (options->is_without_cycle && okr_objective_get_figures (objective)->cycle != NULL)
    return FALSE;

  return okr_plan_is_in_scope (plan, objective, options->cycle, options->team);
}

typedef struct
{
  OkrMean progress;
  OkrMean aspirational; /* grades */
} Means;

/* In an objective of somebody else's, people answer for the key results that are theirs. */
static double
get_progress_of (const OkrDigestObjective *told, const char *owner)
{
  OkrMean own = { 0 };

  if (okr_digest_is_whole (told->owner, owner))
    return told->progress;
  for (guint i = 0; i < told->key_results->len; i++)
    {
      const OkrDigestKeyResult *kr = told->key_results->pdata[i];

      okr_mean_add (&own, kr->weight, kr->progress);
    }

  return okr_mean_get (&own);
}

/* What one person answers for is no scope of the plan: the same mean, of what is theirs. */
static void
take_objective (OkrDigest *self, OkrObjective *objective, OkrDigestObjective *told,
                const char *owner, Means *means)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);
  const double weight = okr_objective_get_weight (objective);

  if (self->objectives->len > 0)
    {
      const OkrDigestObjective *first = self->objectives->pdata[0];

      self->has_cycles |= !g_str_equal (first->cycle_id, told->cycle_id);
    }
  g_ptr_array_add (self->objectives, told);
  if (!figures->counted)
    return;
  okr_mean_add (&means->progress, weight, get_progress_of (told, owner));
  if (okr_digest_is_whole (told->owner, owner) && told->ambition == OKR_AMBITION_ASPIRATIONAL &&
      (told->grade.is_given || !told->grade.is_closed))
    okr_mean_add (&means->aspirational, weight, told->grade.computed);
}

static gboolean
owns_key_result (const OkrDigestObjective *told, const char *owner)
{
  for (guint i = 0; i < told->key_results->len; i++)
    if (g_str_equal (((OkrDigestKeyResult *) told->key_results->pdata[i])->owner, owner))
      return TRUE;

  return FALSE;
}

/* All of it is told of its owner; of who owns a key result of it, only that. */
static void
add_told (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options, OkrDigestObjective *told,
          Means *means)
{
  const char *owner = options->owner;
  const gboolean is_whole = okr_digest_is_whole (told->owner, owner);
  OkrObjective *objective;

  /* A key result without an owner is the objective's owner's. */
  if (!is_whole && (*owner == '\0' || !owns_key_result (told, owner)))
    return;
  objective = okr_plan_find_typed (plan, told->id, OKR_TYPE_OBJECTIVE);
  if (is_in_scope (plan, objective, options))
    take_objective (self, objective,
                    is_whole ? okr_digest_objective_ref (told)
                             : okr_digest_objective_new (plan, objective, owner, options->is_brief),
                    owner, means);
}

static void
add_objectives (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options, Means *means)
{
  GListModel *objectives = okr_plan_get_objectives (plan);

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);

      if (is_in_scope (plan, objective, options) &&
          okr_scope_is_answered_for (objective, options->owner))
        take_objective (self, objective,
                        okr_digest_objective_new (plan, objective, options->owner,
                                                  options->is_brief),
                        options->owner, means);
    }
}

typedef struct
{
  guint now;
  guint n;
  guint before;
  gboolean has_before;
} Confidence;

static void
count_key_result (OkrDigest *self, const OkrDigestKeyResult *kr, Confidence *confidence)
{
  self->n_by_status[kr->status]++;
  if (kr->status != OKR_STATUS_NOT_COUNTED)
    self->n_key_results++;
  if (kr->status == OKR_STATUS_ON_TRACK || kr->status == OKR_STATUS_ACHIEVED)
    self->n_on_track++;
  if ((kr->attention & OKR_ATTENTION_NEEDS_CHECK_IN) != 0)
    self->n_need_check_in++;
  if (kr->confidence >= 0)
    {
      const gboolean has_before = kr->confidence_before >= 0;

      confidence->now += (guint) kr->confidence;
      confidence->before += (guint) (has_before ? kr->confidence_before : kr->confidence);
      confidence->has_before |= has_before;
      confidence->n++;
    }
}

static void
count_key_results (OkrDigest *self)
{
  Confidence confidence = { 0 };

  for (guint i = 0; i < self->objectives->len; i++)
    {
      const OkrDigestObjective *objective = self->objectives->pdata[i];

      for (guint k = 0; objective->is_counted && k < objective->key_results->len; k++)
        count_key_result (self, objective->key_results->pdata[k], &confidence);
    }
  self->confidence = confidence.n > 0 ? (double) confidence.now / confidence.n : NAN;
  self->confidence_before = confidence.has_before ? (double) confidence.before / confidence.n : NAN;
}

static void
fill_figures (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options, const Means *means)
{
  const OkrScopeFigures *figures = okr_plan_get_figures (plan, options->cycle, options->team);

  count_key_results (self);
  self->progress = options->owner != NULL || options->is_without_team || options->is_without_cycle
                       ? okr_mean_get (&means->progress)
                       : figures->progress;
  self->expected = self->cycle_state == OKR_CYCLE_STATE_CLOSED ? NAN : figures->expected;
  self->aspirational_grade = okr_mean_get (&means->aspirational);
  okr_digest_fill_figures (self);
}

static char *
dup_scope (const OkrDigestOptions *options)
{
  const char *team =
      options->team != NULL ? okr_item_text_get_title (OKR_ITEM (options->team)) : NULL;
  const char *owner = options->owner;

  if (options->is_without_team)
    team = _ ("No team");
  if (owner != NULL && *owner == '\0')
    owner = _ ("No owner");
  if (team != NULL && owner != NULL)
    /* Translators: a team and a person */
    return g_strdup_printf (_ ("%1$s · %2$s"), team, owner);

  return g_strdup (owner != NULL ? owner : team);
}

static char *
dup_dates (OkrCycle *cycle)
{
  const OkrDay start = okr_cycle_get_start (cycle);
  const OkrDay end = okr_cycle_get_end (cycle);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (start == OKR_DAY_NONE || end == OKR_DAY_NONE)
    return NULL;
  first = okr_format_day (start);
  last = okr_format_day (end);

  /* Translators: the first and the last day of a cycle */
  return g_strdup_printf (_ ("%1$s – %2$s"), first, last);
}

static void
fill_head (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options)
{
  const char *title = okr_item_get_title (OKR_ITEM (plan));
  OkrCycle *cycle = options->cycle;

  self->title = g_strdup (*title != '\0' ? title : _ ("Objectives and key results"));
  self->mission = g_strdup (okr_plan_get_mission (plan));
  self->vision = g_strdup (okr_plan_get_vision (plan));
  self->file_name = g_strdup (options->file_name != NULL ? options->file_name : "");
  self->today = okr_plan_get_today (plan);
  self->today_text = okr_format_day (self->today);
  self->scope = dup_scope (options);
  self->cycle_state = OKR_CYCLE_STATE_ACTIVE;
  if (options->is_without_cycle)
    self->cycle = g_strdup (_ ("No cycle"));
  if (cycle == NULL)
    return;

  self->cycle = g_strdup (okr_item_text_get_title (OKR_ITEM (cycle)));
  self->cycle_state = okr_cycle_get_state (cycle);
  self->stage = okr_format_cycle_stage (okr_cycle_get_start (cycle), okr_cycle_get_end (cycle),
                                        self->today, self->cycle_state);
  self->dates = dup_dates (cycle);
}

static void
clear (gpointer data)
{
  OkrDigest *self = data;
  char *const texts[] = {
    self->title,      self->cycle,   self->dates,  self->stage,     self->scope,
    self->scope_note, self->mission, self->vision, self->file_name, self->today_text,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  for (guint i = 0; i < OKR_DIGEST_N_FIGURES; i++)
    {
      g_free (self->figures[i].value);
      g_free (self->figures[i].label);
    }
  g_ptr_array_unref (self->objectives);
  g_ptr_array_unref (self->cycles);
  g_ptr_array_unref (self->reviews);
  g_ptr_array_unref (self->sections);
}

OkrDigest *
okr_digest_new_part (OkrPlan *plan, const OkrDigestOptions *options, GPtrArray *known)
{
  Means means = { { 0 } };
  OkrDigest *self = g_atomic_rc_box_new0 (OkrDigest);

  self->objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_digest_objective_free);
  self->cycles = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_digest_unref);
  self->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_digest_review_free);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_digest_unref);
  fill_head (self, plan, options);
  for (guint i = 0; known != NULL && i < known->len; i++)
    add_told (self, plan, options, known->pdata[i], &means);
  if (known == NULL)
    add_objectives (self, plan, options, &means);
  fill_figures (self, plan, options, &means);

  return self;
}

/**
 * okr_digest_new:
 * @plan: a plan
 * @options: (nullable): what to tell of it; %NULL for all
 *
 * Returns: (transfer full): what reports say about @plan now
 */
OkrDigest *
okr_digest_new (OkrPlan *plan, const OkrDigestOptions *options)
{
  const OkrDigestOptions all = { NULL };
  OkrDigest *self;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  if (options == NULL)
    options = &all;
  self = okr_digest_new_part (plan, options, NULL);
  okr_digest_add_reviews (self, plan, options);
  okr_digest_fill_cycles (self, plan, options);
  okr_digest_fill_sections (self, plan, options);

  return self;
}

/**
 * okr_digest_new_of:
 * @plan: a plan
 * @scope: (nullable): the part of it to tell of
 *
 * Returns: (transfer full): what reports say about that part of @plan now
 */
OkrDigest *
okr_digest_new_of (OkrPlan *plan, const OkrScope *scope)
{
  OkrDigestOptions options = { NULL };

  if (scope != NULL)
    {
      options.cycle = scope->cycle;
      options.team = scope->team;
      options.owner = scope->owner;
    }

  return okr_digest_new (plan, &options);
}

/**
 * okr_digest_ref:
 * @self: a digest
 *
 * Any thread may hold it: it never changes.
 *
 * Returns: (transfer full): @self
 */
OkrDigest *
okr_digest_ref (OkrDigest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * okr_digest_unref:
 * @self: (transfer full): a digest
 */
void
okr_digest_unref (OkrDigest *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}
