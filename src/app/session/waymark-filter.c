/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-filter.h"

#include "okr-list.h"
#include "okr-search.h"

struct _WaymarkFilter
{
  guint attention;
  char *search;
  OkrSearch *compiled_search;
  /* OkrItem → whether the search finds it, for those that were asked for. Borrowed: an item only
   * leaves by an edit, which makes us forget. */
  GHashTable *found;
};

WaymarkFilter *
waymark_filter_new (void)
{
  WaymarkFilter *self = g_new0 (WaymarkFilter, 1);

  self->search = g_strdup ("");
  self->found = g_hash_table_new (NULL, NULL);

  return self;
}

void
waymark_filter_free (WaymarkFilter *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->search);
  g_clear_pointer (&self->compiled_search, okr_search_free);
  g_hash_table_unref (self->found);
  g_free (self);
}

guint
waymark_filter_get_attention (WaymarkFilter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->attention;
}

gboolean
waymark_filter_set_attention (WaymarkFilter *self, guint attention)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->attention == attention)
    return FALSE;

  self->attention = attention;

  return TRUE;
}

const char *
waymark_filter_get_search (WaymarkFilter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->search;
}

gboolean
waymark_filter_set_search (WaymarkFilter *self, const char *search)
{
  g_return_val_if_fail (self != NULL, FALSE);

  search = search != NULL ? search : "";
  if (g_str_equal (self->search, search))
    return FALSE;

  g_free (self->search);
  self->search = g_strdup (search);
  g_clear_pointer (&self->compiled_search, okr_search_free);
  self->compiled_search = okr_search_new (search);
  waymark_filter_forget (self);

  return TRUE;
}

gboolean
waymark_filter_is_empty (WaymarkFilter *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->attention == 0 && okr_search_is_empty (self->compiled_search);
}

void
waymark_filter_forget (WaymarkFilter *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->found);
}

static gboolean
meets_attention (WaymarkFilter *self, OkrItem *item)
{
  guint attention = 0;

  if (self->attention == 0)
    return TRUE;

  if (OKR_IS_OBJECTIVE (item))
    attention = okr_objective_get_figures (OKR_OBJECTIVE (item))->attention;
  else if (OKR_IS_KEY_RESULT (item))
    attention = okr_key_result_get_figures (OKR_KEY_RESULT (item))->attention;

  return (attention & self->attention) != 0;
}

static gboolean
is_found (WaymarkFilter *self, OkrPlan *plan, OkrItem *item)
{
  gpointer found;

  if (okr_search_is_empty (self->compiled_search))
    return TRUE;

  /* For an objective the views ask again with each of its key results. */
  if (!g_hash_table_lookup_extended (self->found, item, NULL, &found))
    {
      found = GINT_TO_POINTER (okr_search_matches (self->compiled_search, plan, item));
      g_hash_table_insert (self->found, item, found);
    }

  return GPOINTER_TO_INT (found);
}

/* All key results of an objective that is found are. */
static gboolean
shows_key_result (WaymarkFilter *self, OkrPlan *plan, OkrItem *kr, OkrItem *objective)
{
  return meets_attention (self, kr) &&
         (is_found (self, plan, objective) || is_found (self, plan, kr));
}

gboolean
waymark_filter_shows_whole (WaymarkFilter *self, OkrPlan *plan, OkrObjective *objective)
{
  g_return_val_if_fail (self != NULL && OKR_IS_OBJECTIVE (objective), FALSE);

  return self->attention == 0 && is_found (self, plan, OKR_ITEM (objective));
}

static gboolean
shows_any_key_result (WaymarkFilter *self, OkrPlan *plan, OkrObjective *objective)
{
  OkrList *krs = OKR_LIST (okr_objective_get_key_results (objective));
  const guint n = okr_list_get_size (krs);

  for (guint i = 0; i < n; i++)
    {
      if (shows_key_result (self, plan, okr_list_peek (krs, i), OKR_ITEM (objective)))
        return TRUE;
    }

  return FALSE;
}

gboolean
waymark_filter_meets (WaymarkFilter *self, OkrPlan *plan, OkrItem *item)
{
  g_return_val_if_fail (self != NULL && OKR_IS_ITEM (item), FALSE);

  return meets_attention (self, item) && is_found (self, plan, item);
}

gboolean
waymark_filter_shows (WaymarkFilter *self, OkrPlan *plan, OkrItem *item)
{
  g_return_val_if_fail (self != NULL && OKR_IS_ITEM (item), FALSE);

  if (waymark_filter_is_empty (self))
    return TRUE;
  if (OKR_IS_KEY_RESULT (item))
    return shows_key_result (self, plan, item, okr_item_get_parent (item));

  return waymark_filter_meets (self, plan, item) ||
         shows_any_key_result (self, plan, OKR_OBJECTIVE (item));
}
