/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-digest-item.h"

static const OkrDigestKeyResult *
find_key_result (const OkrDigestObjective *objective, const char *id)
{
  g_assert (objective != NULL && id != NULL);

  for (guint i = 0; i < objective->key_results->len; i++)
    {
      const OkrDigestKeyResult *kr = objective->key_results->pdata[i];

      if (g_str_equal (kr->id, id))
        return kr;
    }

  return NULL;
}

OkrDigestObjective *
okr_digest_objective_new_for_item (OkrPlan *plan, OkrItem *item,
                                   const OkrDigestKeyResult **key_result)
{
  OkrItem *owner;
  OkrDigestObjective *objective;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item), NULL);
  g_return_val_if_fail (key_result != NULL, NULL);

  owner = OKR_IS_KEY_RESULT (item) ? okr_item_get_parent (item) : item;
  if (!OKR_IS_OBJECTIVE (owner))
    return NULL;

  objective = okr_digest_objective_new (plan, OKR_OBJECTIVE (owner), NULL, FALSE);
  *key_result = item != owner ? find_key_result (objective, okr_item_get_id (item)) : NULL;

  return objective;
}
