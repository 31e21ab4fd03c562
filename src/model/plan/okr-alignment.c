/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-alignment.h"

#include <glib/gi18n-lib.h>

#include "okr-loops-private.h"
#include "okr-plan-private.h"

/**
 * okr_alignment_get_target:
 * @id: an id from a "contributes to" list
 *
 * Returns: (transfer none) (nullable): the objective or key result, or %NULL when there is none
 */
OkrItem *
okr_alignment_get_target (OkrPlan *plan, const char *id)
{
  OkrItem *item;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && id != NULL, NULL);

  item = okr_plan_find (plan, id);

  return OKR_IS_OBJECTIVE (item) || OKR_IS_KEY_RESULT (item) ? item : NULL;
}

/**
 * okr_alignment_get_target_objective:
 * @id: an id from a "contributes to" list
 *
 * Returns: (transfer none) (nullable): the objective that is meant, or whose key result is
 */
OkrObjective *
okr_alignment_get_target_objective (OkrPlan *plan, const char *id)
{
  OkrItem *item = okr_alignment_get_target (plan, id);

  if (OKR_IS_KEY_RESULT (item))
    item = okr_item_get_parent (item);

  return OKR_IS_OBJECTIVE (item) ? OKR_OBJECTIVE (item) : NULL;
}

/* Not recursive: chains in a file may be as long as the file. */
static gboolean
reaches (OkrPlan *plan, OkrObjective *from, OkrObjective *goal)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  g_ptr_array_add (open, from);
  while (open->len > 0)
    {
      OkrObjective *step = g_ptr_array_steal_index_fast (open, open->len - 1);
      const char *const *ids = okr_objective_get_contributes_to (step);

      if (step == goal)
        return TRUE;
      if (!g_hash_table_add (seen, step))
        continue;
      for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
        {
          OkrObjective *next = okr_alignment_get_target_objective (plan, ids[i]);

          if (next != NULL)
            g_ptr_array_add (open, next);
        }
    }

  return FALSE;
}

/**
 * okr_alignment_closes_loop:
 * @objective: the contributing objective
 * @target: the id of what it would contribute to
 *
 * Returns: whether @target contributes, over any number of steps, to @objective
 */
gboolean
okr_alignment_closes_loop (OkrPlan *plan, OkrObjective *objective, const char *target)
{
  OkrObjective *above;

  g_return_val_if_fail (OKR_IS_OBJECTIVE (objective), FALSE);

  above = okr_alignment_get_target_objective (plan, target);

  return above != NULL && reaches (plan, above, objective);
}

static OkrObjective *
get_main_target (OkrPlan *plan, OkrObjective *objective)
{
  const char *const *ids = okr_objective_get_contributes_to (objective);

  return ids != NULL ? okr_alignment_get_target_objective (plan, ids[0]) : NULL;
}

static void
ignore_last_link (guint first, guint last, gpointer user_data)
{
  OkrPlan *plan = user_data;

  g_hash_table_add (plan->ignored_links, okr_list_peek (plan->objectives, last));
}

static void
find_ignored_links (OkrPlan *plan)
{
  const guint n = okr_list_get_size (plan->objectives);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);
  g_autofree guint *next = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (positions, okr_list_peek (plan->objectives, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < n; i++)
    {
      OkrObjective *target =
          get_main_target (plan, OKR_OBJECTIVE (okr_list_peek (plan->objectives, i)));

      next[i] = target != NULL
                    ? GPOINTER_TO_UINT (g_hash_table_lookup (positions, target))
                    : OKR_LOOPS_END;
    }

  plan->ignored_links = g_hash_table_new (NULL, NULL);
  okr_loops_find (next, n, ignore_last_link, plan);
}

/* Around a change of @field of @item, or, where that is NULL, of where @item stands. */
void
okr_alignment_forget (OkrPlan *plan, OkrItem *item, const OkrField *field)
{
  const gboolean is_end = OKR_IS_OBJECTIVE (item) || OKR_IS_KEY_RESULT (item);

  if (is_end && (field == NULL || field->type == OKR_FIELD_REFERENCES))
    g_clear_pointer (&plan->ignored_links, g_hash_table_unref);
}

/**
 * okr_alignment_ignores_main_link:
 * @objective: an objective of @plan
 *
 * In a document with a loop of main parents, the link of the loop's last objective in plan order is
 * the one that closes it, and is ignored, so that following main parents always ends.
 *
 * Returns: whether the first of the things that @objective contributes to is ignored
 */
gboolean
okr_alignment_ignores_main_link (OkrPlan *plan, OkrObjective *objective)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_OBJECTIVE (objective), FALSE);

  if (plan->ignored_links == NULL)
    find_ignored_links (plan);

  return g_hash_table_contains (plan->ignored_links, objective);
}

/**
 * okr_alignment_get_main_parent:
 * @objective: an objective of @plan
 *
 * The first of the things it contributes to, unless okr_alignment_ignores_main_link().
 *
 * Returns: (transfer none) (nullable): an objective or a key result
 */
OkrItem *
okr_alignment_get_main_parent (OkrPlan *plan, OkrObjective *objective)
{
  const char *const *ids;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_OBJECTIVE (objective), NULL);

  ids = okr_objective_get_contributes_to (objective);
  if (ids == NULL || okr_alignment_ignores_main_link (plan, objective))
    return NULL;

  return okr_alignment_get_target (plan, ids[0]);
}

/**
 * okr_alignment_is_aligned:
 * @objective: an objective of @plan
 *
 * Returns: whether it contributes to something that exists
 */
gboolean
okr_alignment_is_aligned (OkrPlan *plan, OkrObjective *objective)
{
  const char *const *ids;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_OBJECTIVE (objective), FALSE);

  ids = okr_objective_get_contributes_to (objective);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (okr_alignment_get_target (plan, ids[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * okr_alignment_team_closes_loop:
 * @team: a team
 * @parent: the id of the team that it would be part of
 *
 * Returns: whether @parent is @team or one of its sub-teams
 */
gboolean
okr_alignment_team_closes_loop (OkrPlan *plan, OkrTeam *team, const char *parent)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_TEAM (team), FALSE);

  for (OkrTeam *step = okr_plan_find_typed (plan, parent, OKR_TYPE_TEAM); step != NULL;
       step = okr_plan_find_typed (plan, okr_team_get_parent_team (step), OKR_TYPE_TEAM))
    {
      if (step == team)
        return TRUE;
      if (!g_hash_table_add (seen, step))
        return FALSE;
    }

  return FALSE;
}

static gboolean
check_contribution (OkrPlan *plan, OkrObjective *objective, const char *id, GError **error)
{
  if (okr_alignment_get_target (plan, id) == NULL)
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_ITEM,
                   _ ("No objective or key result has the id “%s”."), id);
      return FALSE;
    }
  if (okr_alignment_closes_loop (plan, objective, id))
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_LOOP,
                   /* Translators: the titles of two objectives */
                   _ ("“%s” cannot contribute to “%s”, because that already contributes to it."),
                   okr_item_get_title (OKR_ITEM (objective)),
                   okr_item_get_title (okr_alignment_get_target (plan, id)));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_contributions (OkrPlan *plan, OkrObjective *objective, const char *const *ids, GError **error)
{
  const char *const *present = okr_objective_get_contributes_to (objective);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (present != NULL && g_strv_contains (present, ids[i]))
        continue; /* Links that are there already, broken ones too, may stay. */
      if (!check_contribution (plan, objective, ids[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_reference (OkrPlan *plan, OkrItem *item, const OkrField *field, const char *id,
                 GError **error)
{
  g_autoptr (GTypeClass) klass = NULL;

  if (id == NULL || *id == '\0' || field->get_type == NULL)
    return TRUE;

  if (okr_plan_find_typed (plan, id, field->get_type ()) == NULL)
    {
      klass = g_type_class_ref (field->get_type ());
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_ITEM,
                   /* Translators: a kind of item, such as "Team", and an id */
                   _ ("%s: nothing of this kind has the id “%s”."),
                   g_dgettext (GETTEXT_PACKAGE, OKR_ITEM_CLASS (klass)->label), id);
      return FALSE;
    }
  if (OKR_IS_TEAM (item) && okr_alignment_team_closes_loop (plan, OKR_TEAM (item), id))
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_LOOP,
                   /* Translators: the names of two teams */
                   _ ("“%s” cannot be part of “%s”, because that is part of it."),
                   okr_item_get_title (item), okr_item_get_title (okr_plan_find (plan, id)));
      return FALSE;
    }

  return TRUE;
}

/**
 * okr_alignment_check:
 * @item: an item of @plan
 * @field: the field that shall be set
 * @value: what it shall hold
 * @error: return location for an error: %OKR_MODEL_ERROR_LOOP, %OKR_MODEL_ERROR_UNKNOWN_ITEM
 *
 * Returns: whether the links that @value makes lead somewhere and close no loop; %TRUE for fields
 *   that hold no links
 */
gboolean
okr_alignment_check (OkrPlan *plan, OkrItem *item, const OkrField *field, const GValue *value,
                     GError **error)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item) && field != NULL, FALSE);

  if (field->type == OKR_FIELD_REFERENCES && OKR_IS_OBJECTIVE (item))
    return check_contributions (plan, OKR_OBJECTIVE (item), g_value_get_boxed (value), error);
  if (field->type == OKR_FIELD_REFERENCE)
    return check_reference (plan, item, field, g_value_get_string (value), error);

  return TRUE;
}
