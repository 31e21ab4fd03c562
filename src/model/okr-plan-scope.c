/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is computed of a cycle or of a team, when somebody asks. */
#include "config.h"

#include <math.h>

#include "okr-lists-private.h"
#include "okr-plan-private.h"

typedef struct
{
  OkrCycle *cycle;
  OkrTeam *team;
} ScopeKey;

static guint
hash_scope (gconstpointer key)
{
  const ScopeKey *scope = key;

  return g_direct_hash (scope->cycle) * 31 + g_direct_hash (scope->team);
}

static gboolean
equal_scopes (gconstpointer a, gconstpointer b)
{
  const ScopeKey *left = a;
  const ScopeKey *right = b;

  return left->cycle == right->cycle && left->team == right->team;
}

static gboolean
is_in_scope (OkrObjective *objective, OkrCycle *cycle, GHashTable *teams)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);

  return (cycle == NULL || figures->cycle == cycle) &&
         (teams == NULL ||
          (figures->team != NULL && g_hash_table_contains (teams, figures->team)));
}

static void
count_attention (OkrScopeFigures *figures, OkrAttention attention)
{
  for (guint i = 0; i < OKR_N_ATTENTIONS; i++)
    figures->n_attention[i] += (attention >> i) & 1;
}

static guint
count_key_results (OkrScopeFigures *figures, OkrObjective *objective, double *confidence)
{
  OkrList *krs = okr_objective_peek_key_results (objective);
  guint n_confidences = 0;

  for (guint i = 0; i < okr_list_get_size (krs); i++)
    {
      const OkrKeyResultFigures *own =
        okr_key_result_get_figures (OKR_KEY_RESULT (okr_list_peek (krs, i)));

      figures->n_key_results++;
      figures->n_by_status[own->status]++;
      count_attention (figures, own->attention);
      if (own->confidence >= 0)
        {
          *confidence += own->confidence;
          n_confidences++;
        }
    }

  return n_confidences;
}

static GHashTable *
collect_teams (OkrPlan *self, OkrTeam *scope)
{
  GHashTable *teams = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < okr_list_get_size (self->teams); i++)
    {
      OkrTeam *team = OKR_TEAM (okr_list_peek (self->teams, i));

      if (okr_plan_team_is_within (self, team, scope))
        g_hash_table_add (teams, team);
    }

  return teams;
}

static OkrScopeFigures *
compute_scope (OkrPlan *self, OkrCycle *cycle, OkrTeam *team)
{
  g_autoptr (GHashTable) teams = team != NULL ? collect_teams (self, team) : NULL;
  OkrScopeFigures *figures = g_new0 (OkrScopeFigures, 1);
  OkrMean mean = { 0 };
  double confidence = 0;
  guint n_confidences = 0;

  for (guint i = 0; i < okr_list_get_size (self->objectives); i++)
    {
      OkrObjective *objective = OKR_OBJECTIVE (okr_list_peek (self->objectives, i));
      const OkrObjectiveFigures *own = okr_objective_get_figures (objective);

      if (!is_in_scope (objective, cycle, teams))
        continue;
      figures->n_objectives++;
      count_attention (figures, own->attention);
      n_confidences += count_key_results (figures, objective, &confidence);
      if (own->counted)
        okr_mean_add (&mean, okr_objective_get_weight (objective), own->progress);
    }

  figures->progress = okr_mean_get (&mean);
  figures->expected = cycle != NULL
                        ? okr_expected (okr_cycle_get_start (cycle), okr_cycle_get_end (cycle),
                                        OKR_DAY_NONE, self->today)
                        : NAN;
  figures->confidence = n_confidences > 0 ? confidence / n_confidences : NAN;

  return figures;
}

/**
 * okr_plan_get_figures:
 * @cycle: (nullable): the cycle; %NULL for all of them
 * @team: (nullable): the team, whose sub-teams count with it; %NULL for all of them
 *
 * Returns: (transfer none): what is computed of that part of the plan; valid until the next edit
 */
const OkrScopeFigures *
okr_plan_get_figures (OkrPlan *self, OkrCycle *cycle, OkrTeam *team)
{
  const ScopeKey key = { cycle, team };
  OkrScopeFigures *figures;

  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  if (self->scopes == NULL)
    self->scopes = g_hash_table_new_full (hash_scope, equal_scopes, g_free, g_free);

  figures = g_hash_table_lookup (self->scopes, &key);
  if (figures == NULL)
    {
      figures = compute_scope (self, cycle, team);
      g_hash_table_insert (self->scopes, g_memdup2 (&key, sizeof key), figures);
    }

  return figures;
}
