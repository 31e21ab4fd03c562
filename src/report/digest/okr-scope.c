/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-scope.h"

#include "okr-list.h"

gboolean
okr_scope_has_objective (const OkrScope *self, OkrPlan *plan, OkrObjective *objective)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_OBJECTIVE (objective), FALSE);

  return self == NULL || (okr_plan_is_in_scope (plan, objective, self->cycle, self->team) &&
                          okr_scope_is_answered_for (objective, self->owner));
}

gboolean
okr_scope_has_key_result (const OkrScope *self, OkrObjective *objective, OkrKeyResult *kr)
{
  g_return_val_if_fail (OKR_IS_OBJECTIVE (objective) && OKR_IS_KEY_RESULT (kr), FALSE);

  return self == NULL || self->owner == NULL ||
         g_str_equal (okr_objective_get_owner (objective), self->owner) ||
         g_str_equal (okr_key_result_get_owner (kr), self->owner);
}

gboolean
okr_scope_is_answered_for (OkrObjective *objective, const char *owner)
{
  GListModel *krs;

  g_return_val_if_fail (OKR_IS_OBJECTIVE (objective), FALSE);

  if (owner == NULL || g_str_equal (okr_objective_get_owner (objective), owner))
    return TRUE;
  /* A key result without an owner is the objective's owner's. */
  if (*owner == '\0')
    return FALSE;
  krs = okr_objective_get_key_results (objective);
  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      g_autoptr (OkrKeyResult) kr = g_list_model_get_item (krs, i);

      if (g_str_equal (okr_key_result_get_owner (kr), owner))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_initiative (OkrKeyResult *kr, const char *owner)
{
  GListModel *initiatives = okr_key_result_get_initiatives (kr);

  for (guint i = 0; i < g_list_model_get_n_items (initiatives); i++)
    {
      OkrInitiative *initiative = OKR_INITIATIVE (okr_list_peek (OKR_LIST (initiatives), i));

      if (g_str_equal (okr_initiative_get_owner (initiative), owner))
        return TRUE;
    }

  return FALSE;
}

gboolean
okr_scope_has_initiative (OkrObjective *objective, const char *owner)
{
  GListModel *krs;

  g_return_val_if_fail (OKR_IS_OBJECTIVE (objective) && owner != NULL, FALSE);

  krs = okr_objective_get_key_results (objective);
  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      if (has_initiative (OKR_KEY_RESULT (okr_list_peek (OKR_LIST (krs), i)), owner))
        return TRUE;
    }

  return FALSE;
}

static void
note_doers (GHashTable *owners, OkrKeyResult *kr)
{
  GListModel *initiatives = okr_key_result_get_initiatives (kr);

  for (guint i = 0; i < g_list_model_get_n_items (initiatives); i++)
    {
      OkrInitiative *initiative = OKR_INITIATIVE (okr_list_peek (OKR_LIST (initiatives), i));

      g_hash_table_add (owners, g_strdup (okr_initiative_get_owner (initiative)));
    }
}

static void
note_owners (GHashTable *owners, OkrObjective *objective, gboolean has_initiatives)
{
  GListModel *krs = okr_objective_get_key_results (objective);

  g_hash_table_add (owners, g_strdup (okr_objective_get_owner (objective)));
  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      g_autoptr (OkrKeyResult) kr = g_list_model_get_item (krs, i);

      g_hash_table_add (owners, g_strdup (okr_key_result_get_owner (kr)));
      if (has_initiatives)
        note_doers (owners, kr);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Who only leads a team need not answer for anything. */
char **
okr_scope_list_people (OkrPlan *plan, gboolean has_initiatives)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char **names = NULL;
  GListModel *objectives;
  guint n_names;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  objectives = okr_plan_get_objectives (plan);
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);

      note_owners (owners, objective, has_initiatives);
    }
  g_hash_table_remove (owners, "");
  names = (char **) g_hash_table_get_keys_as_array (owners, &n_names);
  qsort (names, n_names, sizeof *names, compare_names);

  return g_strdupv (names);
}
