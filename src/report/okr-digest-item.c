/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-digest-item.h"

static const OkrDigestObjective *
find_objective (const OkrDigest *digest, const char *id)
{
  for (guint i = 0; i < digest->objectives->len; i++)
    {
      const OkrDigestObjective *objective = digest->objectives->pdata[i];

      if (g_str_equal (objective->id, id))
        return objective;
    }

  return NULL;
}

static const OkrDigestKeyResult *
find_key_result (const OkrDigestObjective *objective, const char *id)
{
  for (guint i = 0; i < objective->key_results->len; i++)
    {
      const OkrDigestKeyResult *kr = objective->key_results->pdata[i];

      if (g_str_equal (kr->id, id))
        return kr;
    }

  return NULL;
}

OkrDigest *
okr_digest_new_for_item (OkrPlan *plan, OkrItem *item, const OkrDigestObjective **objective,
                         const OkrDigestKeyResult **key_result)
{
  OkrItem *owner;
  const OkrObjectiveFigures *figures;
  OkrDigestOptions options = { NULL };
  g_autoptr (OkrDigest) digest = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item), NULL);
  g_return_val_if_fail (objective != NULL && key_result != NULL, NULL);

  owner = OKR_IS_KEY_RESULT (item) ? okr_item_get_parent (item) : item;
  if (!OKR_IS_OBJECTIVE (owner))
    return NULL;

  /* No more than it takes. */
  figures = okr_objective_get_figures (OKR_OBJECTIVE (owner));
  options.cycle = figures->cycle;
  options.team = figures->team;
  digest = okr_digest_new (plan, &options);
  *objective = find_objective (digest, okr_item_get_id (owner));
  if (*objective == NULL)
    return NULL;
  *key_result = item != owner ? find_key_result (*objective, okr_item_get_id (item)) : NULL;

  return g_steal_pointer (&digest);
}
