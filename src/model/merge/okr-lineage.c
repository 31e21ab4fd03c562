/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-lineage.h"

#include <string.h>

#include "okr-item-private.h"
#include "okr-merge.h"
#include "okr-reader.h"

/* Histories that cross often are rare; each state more costs a merge. */
#define MAX_HEADS 4
#define MAX_DEPTH 3

typedef struct
{
  OkrLineageFetch fetch;
  gpointer user_data;
} Search;

/* A state that both copies descend from. */
typedef struct
{
  const char *sha256;
  OkrPlan *plan;
} Head;

static OkrPlan *find_base (const Search *self, OkrPlan *ours, OkrPlan *theirs,
                           const char *theirs_sha256, guint depth);

static void
clear_head (gpointer data)
{
  g_clear_object (&((Head *) data)->plan);
}

static OkrPlan *
load (const Search *self, const char *sha256, OkrPlan *like)
{
  g_autoptr (GBytes) bytes = self->fetch != NULL ? self->fetch (sha256, self->user_data) : NULL;
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

static gboolean
is_behind (GArray *heads, const char *sha256)
{
  for (guint i = 0; i < heads->len; i++)
    {
      if (descends_from (g_array_index (heads, Head, i).plan, NULL, sha256))
        return TRUE;
    }

  return FALSE;
}

/* The newest states that both descend from: none of them comes from another. */
static GArray *
find_heads (const Search *self, OkrPlan *ours, OkrPlan *theirs)
{
  const char *const *lineage = okr_plan_get_lineage (ours);
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (Head));

  g_array_set_clear_func (heads, clear_head);
  for (guint i = 0; lineage != NULL && lineage[i] != NULL && heads->len < MAX_HEADS; i++)
    {
      Head head = { lineage[i], NULL };

      if (!descends_from (theirs, NULL, lineage[i]) || is_behind (heads, lineage[i]))
        continue;
      head.plan = load (self, lineage[i], ours);
      if (head.plan == NULL)
        continue;
      for (guint k = heads->len; k > 0; k--)
        {
          if (descends_from (head.plan, NULL, g_array_index (heads, Head, k - 1).sha256))
            g_array_remove_index (heads, k - 1);
        }
      g_array_append_val (heads, head);
    }

  return heads;
}

static int
compare_heads (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Head *) a)->sha256, ((const Head *) b)->sha256);
}

/* Takes in another head, if it is known what both come from: without, what is older would look like
 * a question. */
static OkrPlan *
merge_head (const Search *self, OkrPlan *plan, const Head *head, guint depth)
{
  g_autoptr (OkrPlan) base = find_base (self, plan, head->plan, head->sha256, depth);
  g_autoptr (OkrMergeResult) result =
      base != NULL ? okr_merge (base, plan, head->plan, NULL) : NULL;

  if (result == NULL)
    return g_object_ref (plan);

  return g_steal_pointer (&result->plan);
}

/* Where histories have crossed, each head alone lacks what the others have: what one copy made of
 * that since would look like something new, or like a question. Both copies have taken in all of
 * them, so they descend from what these make together, with the questions that it asks. */
static OkrPlan *
find_base (const Search *self, OkrPlan *ours, OkrPlan *theirs, const char *theirs_sha256,
           guint depth)
{
  g_autoptr (GArray) heads = NULL;
  OkrPlan *base;

  if (theirs_sha256 != NULL && descends_from (ours, NULL, theirs_sha256))
    return g_object_ref (theirs);

  heads = find_heads (self, ours, theirs);
  if (heads->len == 0)
    return NULL;

  if (heads->len > 1)
    g_array_sort (heads, compare_heads); /* every machine shall get the same */
  base = g_object_ref (g_array_index (heads, Head, 0).plan);
  for (guint i = 1; i < heads->len && depth > 0; i++)
    {
      g_autoptr (OkrPlan) before = base;

      base = merge_head (self, before, &g_array_index (heads, Head, i), depth - 1);
    }

  return base;
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
 * of the copies. Where two people have taken in each other's copies and gone on, there are several
 * such states; they are merged as git's recursive strategy does it, with the questions that this
 * asks left open. A state that cannot be read, or of which nobody knows what it has in common with
 * the others, is left out: then the next merge asks more, and loses nothing.
 *
 * Returns: (transfer full) (nullable): that state
 */
OkrPlan *
okr_lineage_find_base (OkrPlan *ours, const char *ours_sha256, OkrPlan *theirs,
                       const char *theirs_sha256, OkrLineageFetch fetch, gpointer user_data)
{
  const Search search = { fetch, user_data };

  g_return_val_if_fail (OKR_IS_PLAN (ours) && OKR_IS_PLAN (theirs), NULL);

  if (ours_sha256 != NULL && descends_from (theirs, theirs_sha256, ours_sha256))
    return g_object_ref (ours);

  return find_base (&search, ours, theirs, theirs_sha256, MAX_DEPTH);
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
