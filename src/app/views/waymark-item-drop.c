/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-item-drop.h"

#include <glib/gi18n.h>

#include "okr-alignment.h"
#include "okr-edit.h"

#define FIELD "contributesTo"

/* @target in place of the main parent; the other parents stay as they are. */
static GStrv
dup_parents (OkrObjective *objective, OkrItem *target)
{
  const char *const *present = okr_objective_get_contributes_to (objective);
  const char *id = target != NULL ? okr_item_get_id (target) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (id != NULL)
    g_strv_builder_add (builder, id);
  for (guint i = 1; present != NULL && present[0] != NULL && present[i] != NULL; i++)
    {
      if (g_strcmp0 (present[i], id) != 0)
        g_strv_builder_add (builder, present[i]);
    }

  return g_strv_builder_end (builder);
}

static gboolean
check_objective (OkrPlan *plan, OkrObjective *objective, OkrItem *target, GError **error)
{
  const char *const *present = okr_objective_get_contributes_to (objective);
  const char *main_parent = present != NULL ? present[0] : NULL;
  g_auto (GStrv) parents = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  if (target == NULL)
    return main_parent != NULL;
  if (g_strcmp0 (main_parent, okr_item_get_id (target)) == 0 || target == OKR_ITEM (objective))
    return FALSE;

  parents = dup_parents (objective, target);
  g_value_init (&value, G_TYPE_STRV);
  g_value_set_boxed (&value, parents);

  return okr_alignment_check (plan, OKR_ITEM (objective),
                              okr_item_find_field (OKR_ITEM (objective), FIELD), &value, error);
}

static gboolean
check_key_result (OkrItem *kr, OkrItem *target)
{
  if (OKR_IS_KEY_RESULT (target))
    return target != kr;

  return OKR_IS_OBJECTIVE (target) && okr_item_get_parent (kr) != target;
}

gboolean
waymark_item_drop_check (OkrPlan *plan, OkrItem *dragged, OkrItem *target, GError **error)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (dragged), FALSE);

  if (okr_plan_find (plan, okr_item_get_id (dragged)) != dragged)
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_ITEM,
                   _ ("“%s” belongs to another plan."), okr_item_get_title (dragged));
      return FALSE;
    }
  if (OKR_IS_OBJECTIVE (dragged))
    return check_objective (plan, OKR_OBJECTIVE (dragged), target, error);

  return OKR_IS_KEY_RESULT (dragged) && target != NULL && check_key_result (dragged, target);
}

static gboolean
move_key_result (OkrPlan *plan, OkrItem *kr, OkrItem *target, GError **error)
{
  OkrItem *objective = OKR_IS_KEY_RESULT (target) ? okr_item_get_parent (target) : target;
  guint position;

  if (target != objective)
    position = okr_item_get_position (target);
  else
    position = g_list_model_get_n_items (okr_objective_get_key_results (OKR_OBJECTIVE (target)));

  return okr_edit_move (plan, kr, objective, position, error);
}

gboolean
waymark_item_drop (OkrPlan *plan, OkrItem *dragged, OkrItem *target, GError **error)
{
  g_auto (GStrv) parents = NULL;

  if (!waymark_item_drop_check (plan, dragged, target, error))
    return FALSE;
  if (OKR_IS_KEY_RESULT (dragged))
    return move_key_result (plan, dragged, target, error);

  parents = dup_parents (OKR_OBJECTIVE (dragged), target);

  return okr_edit_set_strings (plan, dragged, FIELD, (const char *const *) parents, error);
}
