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

static void
count_attention (OkrScopeFigures *figures, OkrAttention attention)
{
  for (guint i = 0; i < OKR_N_ATTENTIONS; i++)
    figures->n_attention[i] += (attention >> i) & 1;
}

typedef struct
{
  OkrScopeFigures *figures;
  OkrCycle *cycle;
  OkrMean mean;
  double confidence;
  guint n_confidences;
} Sum;

static void
count_key_results (Sum *sum, OkrObjective *objective)
{
  const gboolean is_counted = okr_objective_get_figures (objective)->counted;
  OkrList *krs = okr_objective_peek_key_results (objective);

  for (guint i = 0; i < okr_list_get_size (krs); i++)
    {
      const OkrKeyResultFigures *own =
          okr_key_result_get_figures (OKR_KEY_RESULT (okr_list_peek (krs, i)));

      sum->figures->n_key_results++;
      count_attention (sum->figures, own->attention);
      if (!is_counted)
        continue;
      sum->figures->n_by_status[own->status]++;
      if (own->confidence >= 0)
        {
          sum->confidence += own->confidence;
          sum->n_confidences++;
        }
    }
}

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
add_to_index (GHashTable *index, gpointer key, gpointer member)
{
  GPtrArray *members = g_hash_table_lookup (index, key);

  if (members == NULL)
    {
      members = g_ptr_array_new ();
      g_hash_table_insert (index, key, members);
    }
  g_ptr_array_add (members, member);
}

/* Who belongs where, so that asking for every team costs no more than its own objectives. */
static void
build_index (OkrPlan *self)
{
  self->team_members = new_index ();
  self->sub_teams = new_index ();

  for (guint i = 0; i < okr_list_get_size (self->objectives); i++)
    {
      OkrObjective *objective = OKR_OBJECTIVE (okr_list_peek (self->objectives, i));

      add_to_index (self->team_members, okr_objective_get_figures (objective)->team, objective);
    }
  for (guint i = 0; i < okr_list_get_size (self->teams); i++)
    {
      OkrTeam *team = OKR_TEAM (okr_list_peek (self->teams, i));

      add_to_index (self->sub_teams,
                    okr_plan_find_typed (self, okr_team_get_parent_team (team), OKR_TYPE_TEAM),
                    team);
    }
}

static void
add_objective (Sum *sum, OkrObjective *objective)
{
  const OkrObjectiveFigures *own = okr_objective_get_figures (objective);

  if (sum->cycle != NULL && own->cycle != sum->cycle)
    return;

  sum->figures->n_objectives++;
  count_attention (sum->figures, own->attention);
  count_key_results (sum, objective);
  if (own->counted)
    okr_mean_add (&sum->mean, okr_objective_get_weight (objective), own->progress);
}

/* Not recursive: a file may hold any depth of teams, and loops among them. */
static void
add_team (Sum *sum, OkrPlan *self, OkrTeam *team)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_ptr_array_add (open, team);
  while (open->len > 0)
    {
      OkrTeam *step = g_ptr_array_steal_index_fast (open, open->len - 1);
      GPtrArray *members = g_hash_table_lookup (self->team_members, step);
      GPtrArray *parts = g_hash_table_lookup (self->sub_teams, step);

      if (!g_hash_table_add (seen, step))
        continue;
      for (guint i = 0; members != NULL && i < members->len; i++)
        add_objective (sum, members->pdata[i]);
      if (parts != NULL)
        g_ptr_array_extend (open, parts, NULL, NULL);
    }
}

static void
add_scope (Sum *sum, OkrPlan *self, OkrTeam *team)
{
  if (self->team_members == NULL)
    build_index (self);

  if (team != NULL)
    add_team (sum, self, team);
  for (guint i = 0; team == NULL && i < okr_list_get_size (self->objectives); i++)
    add_objective (sum, OKR_OBJECTIVE (okr_list_peek (self->objectives, i)));
}

static OkrScopeFigures *
compute_scope (OkrPlan *self, OkrCycle *cycle, OkrTeam *team)
{
  OkrScopeFigures *figures = g_new0 (OkrScopeFigures, 1);
  Sum sum = { .figures = figures, .cycle = cycle };

  add_scope (&sum, self, team);
  figures->progress = okr_mean_get (&sum.mean);
  figures->expected = cycle != NULL
                          ? okr_expected (okr_cycle_get_start (cycle), okr_cycle_get_end (cycle),
                                          OKR_DAY_NONE, self->today)
                          : NAN;
  figures->confidence = sum.n_confidences > 0 ? sum.confidence / sum.n_confidences : NAN;

  return figures;
}

/* After anything may have changed. */
void
okr_plan_forget_scopes (OkrPlan *self)
{
  g_clear_pointer (&self->scopes, g_hash_table_unref);
  g_clear_pointer (&self->team_members, g_hash_table_unref);
  g_clear_pointer (&self->sub_teams, g_hash_table_unref);
}

static gboolean
is_dirty_scope (gpointer key, gpointer value, gpointer user_data)
{
  const ScopeKey *scope = key;
  OkrPlan *self = user_data;

  return scope->team == NULL || g_hash_table_contains (self->dirty, scope->team);
}

/* After an edit that left all objectives where they are: their teams are announced, so dirty. */
void
okr_plan_forget_dirty_scopes (OkrPlan *self)
{
  if (self->scopes != NULL)
    g_hash_table_foreach_remove (self->scopes, is_dirty_scope, self);
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

/**
 * okr_plan_is_in_scope:
 * @objective: an objective of the plan
 * @cycle: (nullable): a cycle; %NULL for all of them
 * @team: (nullable): a team, whose sub-teams count with it; %NULL for all of them
 *
 * Returns: whether @objective is in that part of the plan
 */
gboolean
okr_plan_is_in_scope (OkrPlan *self, OkrObjective *objective, OkrCycle *cycle, OkrTeam *team)
{
  const OkrObjectiveFigures *figures;

  g_return_val_if_fail (OKR_IS_PLAN (self), FALSE);
  g_return_val_if_fail (OKR_IS_OBJECTIVE (objective), FALSE);

  figures = okr_objective_get_figures (objective);

  return (cycle == NULL || figures->cycle == cycle) &&
         (team == NULL ||
          (figures->team != NULL && okr_plan_team_is_within (self, figures->team, team)));
}
