/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-lineage.h"

#include "okr-item-private.h"
#include "okr-reader.h"

static OkrPlan *
load (const char *sha256, OkrPlan *like, OkrLineageFetch fetch, gpointer user_data)
{
  g_autoptr (GBytes) bytes = fetch != NULL ? fetch (sha256, user_data) : NULL;
  g_autofree char *actual = NULL;
  g_autoptr (OkrPlan) plan = NULL;

  if (bytes == NULL)
    return NULL;
  actual = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (!g_str_equal (actual, sha256))
    return NULL; /* a damaged store */

  plan = okr_plan_new_from_bytes (bytes, NULL, NULL);
  if (plan == NULL ||
      !g_str_equal (okr_item_get_id (OKR_ITEM (plan)), okr_item_get_id (OKR_ITEM (like))))
    return NULL;

  return g_steal_pointer (&plan);
}

static gboolean
descends_from (OkrPlan *plan, const char *own, const char *sha256)
{
  const char *const *lineage = okr_plan_get_lineage (plan);

  return g_strcmp0 (own, sha256) == 0 || (lineage != NULL && g_strv_contains (lineage, sha256));
}

/**
 * okr_lineage_find_base:
 * @ours: one copy of a plan
 * @ours_sha256: (nullable): the SHA-256 of the bytes that it was loaded from, where it is unchanged
 *   since
 * @theirs: the other copy
 * @theirs_sha256: (nullable): the SHA-256 of the bytes that it was loaded from
 * @fetch: (nullable): looks up a saved state
 * @user_data: for @fetch
 *
 * Finds the newest state that both copies descend from and that can still be read, which may be one
 * of the copies.
 *
 * Returns: (transfer full) (nullable): that state
 */
OkrPlan *
okr_lineage_find_base (OkrPlan *ours, const char *ours_sha256, OkrPlan *theirs,
                       const char *theirs_sha256, OkrLineageFetch fetch, gpointer user_data)
{
  const char *const *lineage;

  g_return_val_if_fail (OKR_IS_PLAN (ours) && OKR_IS_PLAN (theirs), NULL);

  if (ours_sha256 != NULL && descends_from (theirs, theirs_sha256, ours_sha256))
    return g_object_ref (ours);
  if (theirs_sha256 != NULL && descends_from (ours, ours_sha256, theirs_sha256))
    return g_object_ref (theirs);

  lineage = okr_plan_get_lineage (ours);
  for (guint i = 0; lineage != NULL && lineage[i] != NULL; i++)
    {
      OkrPlan *base = descends_from (theirs, NULL, lineage[i])
                          ? load (lineage[i], ours, fetch, user_data)
                          : NULL;

      if (base != NULL)
        return base;
    }

  return NULL;
}

/**
 * okr_lineage_is_newer:
 * @theirs: a copy of a plan
 * @ours: (nullable): the lineage of our copy
 * @base_sha256: the SHA-256 of the bytes that ours was loaded from or saved as last
 *
 * Finds out whether @theirs, which stands where that base stood, comes from it, so that the base is
 * what both copies have in common. Somebody who knew only an older state may have overwritten it:
 * taken for the base, it would make all that was new in it look deleted.
 *
 * Returns: whether it does
 */
gboolean
okr_lineage_is_newer (OkrPlan *theirs, const char *const *ours, const char *base_sha256)
{
  const char *const *lineage;

  g_return_val_if_fail (OKR_IS_PLAN (theirs) && base_sha256 != NULL, FALSE);

  lineage = okr_plan_get_lineage (theirs);
  /* Where no program has ever left a trace, there is only one state that it can come from. */
  if (lineage == NULL || lineage[0] == NULL)
    return ours == NULL || g_strv_length ((char **) ours) <= 1;

  return g_strv_contains (lineage, base_sha256);
}

/**
 * okr_lineage_extend:
 * @plan: a plan about to be saved
 * @sha256s: the states that it comes from directly, newest first: what was loaded or saved last,
 * and what was merged into it
 *
 * Remembers those states in the document. This is no edit: nothing is announced or recorded.
 */
void
okr_lineage_extend (OkrPlan *plan, const char *const *sha256s)
{
  const char *const *present;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_if_fail (OKR_IS_PLAN (plan) && sha256s != NULL);

  present = okr_plan_get_lineage (plan);
  for (guint i = 0; sha256s[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer) sha256s[i]);
  for (guint i = 0; present != NULL && present[i] != NULL; i++)
    {
      if (!g_strv_contains (sha256s, present[i]))
        g_ptr_array_add (all, (gpointer) present[i]);
    }
  g_ptr_array_set_size (all, (int) MIN (all->len, OKR_LINEAGE_MAX));
  g_ptr_array_add (all, NULL);

  g_value_init (&value, G_TYPE_STRV);
  g_value_set_boxed (&value, all->pdata);
  okr_item_store_silently (OKR_ITEM (plan), okr_item_find_field (OKR_ITEM (plan), "lineage"),
                           &value);
}
