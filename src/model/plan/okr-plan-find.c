/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about what a plan holds. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-lists-private.h"
#include "okr-plan-private.h"

/**
 * okr_plan_find:
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the item of this plan, or the plan itself, that has the id
 */
OkrItem *
okr_plan_find (OkrPlan *self, const char *id)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  return id != NULL && *id != '\0' ? g_hash_table_lookup (self->index, id) : NULL;
}

/**
 * okr_plan_find_typed:
 * @id: (nullable): an id
 * @type: an item type
 *
 * Returns: (transfer none) (nullable): the item that has the id, when it is of that type
 */
gpointer
okr_plan_find_typed (OkrPlan *self, const char *id, GType type)
{
  OkrItem *item = okr_plan_find (self, id);

  return item != NULL && G_TYPE_CHECK_INSTANCE_TYPE (item, type) ? item : NULL;
}

/**
 * okr_plan_get_n_indexed:
 *
 * Returns: how many items the plan holds, itself included
 */
guint
okr_plan_get_n_indexed (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), 0);

  return g_hash_table_size (self->index);
}

static void
add_person (GHashTable *people, const char *name)
{
  if (name != NULL && *name != '\0')
    g_hash_table_add (people, (gpointer) name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
collect_people (OkrPlan *self, GHashTable *people)
{
  add_person (people, self->ambassador);
  for (guint i = 0; i < okr_list_get_size (self->teams); i++)
    {
      OkrTeam *team = OKR_TEAM (okr_list_peek (self->teams, i));

      add_person (people, okr_team_get_lead (team));
      if (okr_team_get_kind (team) == OKR_TEAM_KIND_PERSON)
        add_person (people, okr_item_get_title (OKR_ITEM (team)));
    }
  for (guint i = 0; i < okr_list_get_size (self->objectives); i++)
    {
      OkrObjective *objective = OKR_OBJECTIVE (okr_list_peek (self->objectives, i));
      OkrList *krs = okr_objective_peek_key_results (objective);

      add_person (people, okr_objective_get_owner (objective));
      for (guint k = 0; k < okr_list_get_size (krs); k++)
        add_person (people, okr_key_result_get_owner (OKR_KEY_RESULT (okr_list_peek (krs, k))));
    }
}

/**
 * okr_plan_list_people:
 *
 * Returns: (transfer full): the names of everyone who owns or leads something, sorted, each once
 */
char **
okr_plan_list_people (OkrPlan *self)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree const char **names = NULL;
  guint n_names;

  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  collect_people (self, people);
  names = (const char **) g_hash_table_get_keys_as_array (people, &n_names);
  qsort (names, n_names, sizeof *names, compare_names);

  return g_strdupv ((char **) names);
}

static gboolean
contains_day (OkrCycle *cycle, OkrDay day)
{
  return okr_cycle_get_start (cycle) <= day && day <= okr_cycle_get_end (cycle);
}

/**
 * okr_plan_get_current_cycle:
 *
 * The cycle to look at first: an active one that holds today, else an active one, else one that
 * holds today, else the last. Of several that fit equally, the shortest: a quarter goes before
 * its year.
 *
 * Returns: (transfer none) (nullable): a cycle, or %NULL when there is none
 */
OkrCycle *
okr_plan_get_current_cycle (OkrPlan *self)
{
  OkrCycle *best = NULL;
  int best_score = -1;

  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  for (guint i = 0; i < okr_list_get_size (self->cycles); i++)
    {
      OkrCycle *cycle = OKR_CYCLE (okr_list_peek (self->cycles, i));
      const int score = (okr_cycle_get_state (cycle) == OKR_CYCLE_STATE_ACTIVE ? 2 : 0) +
                        (contains_day (cycle, self->today) ? 1 : 0);
      const gboolean shorter =
        best != NULL && score > 0 &&
        okr_cycle_get_end (cycle) - okr_cycle_get_start (cycle) <
          okr_cycle_get_end (best) - okr_cycle_get_start (best);

      if (score > best_score || (score == best_score && (score == 0 || shorter)))
        {
          best = cycle;
          best_score = score;
        }
    }

  return best;
}

/**
 * okr_plan_team_is_within:
 * @team: (nullable): a team
 * @scope: (nullable): another
 *
 * Returns: whether @team is @scope or one of its sub-teams at any depth
 */
gboolean
okr_plan_team_is_within (OkrPlan *self, OkrTeam *team, OkrTeam *scope)
{
  guint left;

  g_return_val_if_fail (OKR_IS_PLAN (self), FALSE);

  /* A loop among teams, which a file may hold, ends here too. */
  left = okr_list_get_size (self->teams) + 1;
  for (OkrTeam *step = team; step != NULL && left > 0; left--)
    {
      if (step == scope)
        return TRUE;
      step = okr_plan_find_typed (self, okr_team_get_parent_team (step), OKR_TYPE_TEAM);
    }

  return FALSE;
}

/**
 * okr_plan_get_history:
 *
 * Returns: (transfer none): what can be taken back and done again
 */
OkrHistory *
okr_plan_get_history (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  return self->history;
}

/**
 * okr_plan_get_read_only_reason:
 *
 * Returns: (nullable): why the plan cannot be edited, translated; %NULL when it can
 */
const char *
okr_plan_get_read_only_reason (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  return self->read_only_reason;
}

/**
 * okr_plan_get_notice:
 *
 * Returns: (nullable): what people should know of the document before they work on it, translated:
 *   okr_plan_get_read_only_reason(), or that a newer program wrote it
 */
const char *
okr_plan_get_notice (OkrPlan *self)
{
  g_return_val_if_fail (OKR_IS_PLAN (self), NULL);

  if (self->read_only_reason != NULL)
    return self->read_only_reason;
  if (self->format_version > OKR_FORMAT_VERSION)
    return _ ("This plan was written by a newer program. It can be edited here; what this program "
              "does not know is kept as it is.");

  return NULL;
}

/**
 * okr_plan_set_read_only_reason:
 * @reason: (nullable): why, translated
 *
 * Makes every edit fail with @reason.
 */
void
okr_plan_set_read_only_reason (OkrPlan *self, const char *reason)
{
  g_return_if_fail (OKR_IS_PLAN (self));

  g_free (self->read_only_reason);
  self->read_only_reason = g_strdup (reason);
}
