/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-explain.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-explain.h"
#include "okr-format.h"
#include "okr-number.h"

/* A formula with more terms than this is cut: nobody adds them up by hand. */
#define MAX_TERMS 8

typedef struct
{
  double weight;
  double progress;
} Term;

typedef struct
{
  GArray *terms;
  OkrMean mean;
  gboolean weighted;
} Formula;

static void
formula_clear (Formula *self)
{
  g_clear_pointer (&self->terms, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Formula, formula_clear)

static void
formula_add (Formula *self, double weight, double progress)
{
  const Term term = { weight, okr_progress_clamp (progress) };

  g_assert (self != NULL);

  if (isnan (progress) || !(weight > 0))
    return;

  if (self->terms == NULL)
    self->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_append_val (self->terms, term);
  okr_mean_add (&self->mean, weight, progress);
  self->weighted |= !okr_number_equal (weight, 1);
}

static char *
format_weight (double weight)
{
  return okr_format_number (weight, okr_format_count_decimals (weight));
}

static void
append_term (GString *sum, const Term *term, gboolean weighted)
{
  g_autofree char *progress = okr_format_progress_exact (term->progress);
  g_autofree char *weight = format_weight (term->weight);

  g_assert (sum != NULL);

  if (sum->len > 0)
    g_string_append (sum, " + ");
  if (weighted)
    g_string_append_printf (sum, "%s × %s", weight, progress);
  else
    g_string_append (sum, progress);
}

/* Such as "(34 % + 20 % + 56 %) / 3 = 37 %". */
static char *
formula_write (const Formula *self)
{
  g_autoptr (GString) sum = g_string_new (NULL);
  g_autofree char *total = format_weight (self->mean.sum_weight);
  g_autofree char *mean = okr_format_progress_exact (okr_mean_get (&self->mean));
  const guint n_terms = self->terms != NULL ? self->terms->len : 0;

  for (guint i = 0; i < MIN (n_terms, MAX_TERMS); i++)
    append_term (sum, &g_array_index (self->terms, Term, i), self->weighted);
  if (n_terms > MAX_TERMS)
    g_string_append (sum, " + …");

  /* Translators: a formula: the sum of weighted progresses / the sum of the weights = the mean */
  return g_strdup_printf (_ ("(%1$s) / %2$s = %3$s"), sum->str, total, mean);
}

static void
append_line (GString *text, const char *line)
{
  g_assert (text != NULL);

  if (line == NULL || *line == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_labelled (GString *text, const char *format, const char *value)
{
  g_autofree char *line = NULL;

  if (value == NULL)
    return;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  line = g_strdup_printf (format, value);
#pragma GCC diagnostic pop
  append_line (text, line);
}

static void
append_expected (GString *text, OkrPlan *plan, OkrCycle *cycle, OkrDay due)
{
  g_autofree char *expected = NULL;

  if (cycle == NULL)
    return;

  expected = okr_expected_explain (okr_cycle_get_start (cycle), okr_cycle_get_end (cycle), due,
                                   okr_plan_get_today (plan));
  /* Translators: how expected progress is computed, such as "52 of 89 days = 58 %" */
  append_labelled (text, _ ("Expected today: %s"), expected);
}

static guint
get_days_since_start (OkrPlan *plan, OkrCycle *cycle)
{
  return okr_days_since (cycle != NULL ? okr_cycle_get_start (cycle) : OKR_DAY_NONE,
                         okr_plan_get_today (plan));
}

static char *
explain_key_result (OkrPlan *plan, OkrKeyResult *kr)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (kr);
  OkrItem *parent = okr_item_get_parent (OKR_ITEM (kr));
  OkrObjective *objective = OKR_IS_OBJECTIVE (parent) ? OKR_OBJECTIVE (parent) : NULL;
  OkrCycle *cycle = objective != NULL ? okr_objective_get_figures (objective)->cycle : NULL;
  const char *unit = okr_key_result_get_unit (kr);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *progress = okr_progress_explain (&figures->measure, unit, 0);
  g_autofree char *status = okr_status_explain_key_result (
      &figures->measure, figures->progress, figures->expected,
      objective != NULL ? okr_objective_get_ambition (objective) : OKR_AMBITION_ASPIRATIONAL,
      get_days_since_start (plan, cycle), (guint) okr_plan_get_settings_grace_days (plan));
  g_autofree char *projection =
      okr_projection_explain_terms (&figures->projection, &figures->measure, unit);
  g_autofree char *share = NULL;

  if (isnan (figures->progress))
    return g_steal_pointer (&progress);

  /* Translators: how progress is computed, such as "(1.9 − 1.8) / (2.3 − 1.8) = 20 %" */
  append_labelled (text, _ ("Progress: %s"), progress);
  append_expected (text, plan, cycle, okr_key_result_get_due (kr));
  append_line (text, status);
  append_line (text, projection);
  if (figures->share > 0)
    {
      share = okr_format_percent (figures->share, 0);
      /* Translators: the share that a key result has in its objective, as "33 %" */
      append_labelled (text, _ ("It makes up %s of its objective."), share);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_uncounted (GString *text, guint n)
{
  g_autofree char *line = NULL;

  if (n == 0)
    return;

  line = g_strdup_printf (
      ngettext ("%u key result is not counted.", "%u key results are not counted.", n), n);
  append_line (text, line);
}

static const char *
explain_uncounted (OkrObjective *objective)
{
  return okr_objective_get_state (objective) == OKR_OBJECTIVE_STATE_DRAFT
             ? _ ("It is a draft: it counts in no team and no cycle, and has no status.")
             : _ ("It is dropped: it counts in no team and no cycle, and has no status.");
}

static char *
explain_objective (OkrPlan *plan, OkrObjective *objective)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);
  GListModel *krs = okr_objective_get_key_results (objective);
  const guint n_krs = g_list_model_get_n_items (krs);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (Formula) formula = { 0 };
  g_autofree char *mean = NULL;
  g_autofree char *status = okr_status_explain_objective (
      figures->progress, figures->expected, okr_objective_get_ambition (objective),
      okr_objective_has_data (objective), get_days_since_start (plan, figures->cycle),
      (guint) okr_plan_get_settings_grace_days (plan));

  for (guint i = 0; i < n_krs; i++)
    {
      g_autoptr (OkrKeyResult) kr = g_list_model_get_item (krs, i);

      formula_add (&formula, okr_key_result_get_weight (kr),
                   okr_key_result_get_figures (kr)->progress);
    }

  if (n_krs == 0)
    return g_strdup (_ ("There is no key result yet, so there is nothing to compute."));

  if (formula.terms != NULL)
    {
      mean = formula_write (&formula);
      /* Translators: a formula such as "(34 % + 20 % + 56 %) / 3 = 37 %" */
      append_labelled (text,
                       formula.weighted ? _ ("Weighted mean of its key results: %s")
                                        : _ ("Mean of its key results: %s"),
                       mean);
      append_uncounted (text, n_krs - formula.terms->len);
      append_expected (text, plan, figures->cycle, OKR_DAY_NONE);
    }
  append_line (text, figures->counted ? status : explain_uncounted (objective));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
waymark_explain_dup_item (OkrPlan *plan, OkrItem *item)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item), NULL);

  if (OKR_IS_KEY_RESULT (item))
    return explain_key_result (plan, OKR_KEY_RESULT (item));
  if (OKR_IS_OBJECTIVE (item))
    return explain_objective (plan, OKR_OBJECTIVE (item));
  if (OKR_IS_TEAM (item))
    return waymark_explain_dup_scope (plan, NULL, OKR_TEAM (item));
  if (OKR_IS_CYCLE (item))
    return waymark_explain_dup_scope (plan, OKR_CYCLE (item), NULL);

  return NULL;
}

char *
waymark_explain_dup_scope (OkrPlan *plan, OkrCycle *cycle, OkrTeam *team)
{
  GListModel *objectives;
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (Formula) formula = { 0 };
  g_autofree char *mean = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  objectives = okr_plan_get_objectives (plan);
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);

      if (okr_objective_get_figures (objective)->counted &&
          okr_plan_is_in_scope (plan, objective, cycle, team))
        formula_add (&formula, okr_objective_get_weight (objective),
                     okr_objective_get_figures (objective)->progress);
    }

  if (formula.terms == NULL)
    return g_strdup (_ ("No objective here has a progress, so there is nothing to compute."));

  mean = formula_write (&formula);
  /* Translators: a formula such as "(37 % + 63 % + 71 %) / 3 = 57 %" */
  append_labelled (text,
                   formula.weighted ? _ ("Weighted mean of the objectives: %s")
                                    : _ ("Mean of the objectives: %s"),
                   mean);
  append_expected (text, plan, cycle, OKR_DAY_NONE);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
tell_check_in (OkrCheckIn *check_in)
{
  g_autofree char *day = okr_format_day (okr_check_in_get_date (check_in));
  const char *author = okr_check_in_get_author (check_in);

  if (*author == '\0')
    /* Translators: a day, such as "21 February 2027" */
    return g_strdup_printf (_ ("Latest check-in: %s"), day);

  /* Translators: a day, such as "21 February 2027", and a person */
  return g_strdup_printf (_ ("Latest check-in: %1$s by %2$s"), day, author);
}

char *
waymark_explain_dup_check_in (OkrPlan *plan, OkrKeyResult *kr)
{
  const OkrKeyResultFigures *figures;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *latest = NULL;
  guint days;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_KEY_RESULT (kr), NULL);

  figures = okr_key_result_get_figures (kr);
  days = (guint) okr_plan_get_settings_check_in_days (plan);
  latest = figures->latest != NULL ? tell_check_in (figures->latest)
                                   : g_strdup (_ ("There is no check-in yet."));
  append_line (text, latest);
  if ((figures->attention & OKR_ATTENTION_NEEDS_CHECK_IN) != 0)
    {
      g_autofree char *due =
          g_strdup_printf (ngettext ("A check-in is due: this plan asks for one every day.",
                                     "A check-in is due: this plan asks for one every %u days.",
                                     days),
                           days);

      append_line (text, due);
    }
  if (figures->latest != NULL)
    append_line (text, okr_check_in_get_note (figures->latest));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
waymark_explain_dup_confidence (int confidence)
{
  if (confidence < 0)
    return NULL;

  return g_strdup_printf (
      confidence <= OKR_LOW_CONFIDENCE
          ? _ ("Confidence at the latest check-in: %d of 10. That is low: it asks for attention.")
          : _ ("Confidence at the latest check-in: %d of 10"),
      confidence);
}
