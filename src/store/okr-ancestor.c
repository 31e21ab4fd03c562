/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-ancestor.h"

#include <glib/gi18n-lib.h>

#include "okr-lineage.h"
#include "okr-marked-sides.h"
#include "okr-reader.h"
#include "okr-versions.h"

static GBytes *
fetch (const char *sha256, gpointer plan_id)
{
  return okr_versions_read (plan_id, sha256, NULL);
}

OkrPlan *
okr_ancestor_find (OkrPlan *ours, const char *ours_sha256, OkrPlan *theirs,
                   const char *theirs_sha256)
{
  g_return_val_if_fail (OKR_IS_PLAN (ours) && OKR_IS_PLAN (theirs), NULL);

  return okr_lineage_find_base (ours, ours_sha256, theirs, theirs_sha256, fetch,
                                (gpointer) okr_item_get_id (OKR_ITEM (ours)));
}

static OkrPlan *
read_side (GBytes *bytes, gboolean first, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) inner = NULL;
  OkrPlan *plan = okr_plan_new_from_bytes (bytes, cancellable, &inner);

  if (plan == NULL && g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&inner));
  else if (plan == NULL)
    g_set_error (error, inner->domain, inner->code,
                 /* Translators: a sentence that begins with the number of a line */
                 first ? _ ("The first side of the git conflict is not a readable plan: %s")
                       /* Translators: a sentence that begins with the number of a line */
                       : _ ("The second side of the git conflict is not a readable plan: %s"),
                 inner->message);

  return plan;
}

OkrMergeResult *
okr_ancestor_merge_marked (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (OkrMarkedSides) sides = NULL;
  g_autoptr (OkrPlan) ours = NULL;
  g_autoptr (OkrPlan) theirs = NULL;
  g_autoptr (OkrPlan) base = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  sides = okr_marked_sides_new (bytes, error);
  if (sides == NULL)
    return NULL;
  ours = read_side (sides->ours, TRUE, cancellable, error);
  if (ours != NULL)
    theirs = read_side (sides->theirs, FALSE, cancellable, error);
  if (theirs == NULL)
    return NULL;

  base = okr_marked_sides_read_base (sides, ours, theirs, cancellable);
  if (base == NULL)
    base = okr_ancestor_find (ours, NULL, theirs, NULL);

  return okr_merge (base, ours, theirs, error);
}
