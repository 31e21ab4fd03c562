/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items are in the result of a merge, and where. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-item-private.h"
#include "okr-json-shelter.h"
#include "okr-merge-private.h"

typedef struct
{
  OkrMerger *merger;
  OkrPlan *own;
  OkrPlan *other;
  GError **error;
} Walk;

static gboolean are_same (OkrItem *a, OkrItem *b);

static const char *
get_parent_id (OkrItem *item)
{
  return item != NULL ? okr_item_get_id (okr_item_get_parent (item)) : NULL;
}

static gboolean
is_moved (OkrItem *item, OkrItem *base)
{
  return g_strcmp0 (get_parent_id (item), get_parent_id (base)) != 0;
}

/* Whether a field, or an unknown member, says something else. */
gboolean
okr_item_differs (OkrItem *item, OkrItem *base)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type != OKR_FIELD_CHILDREN && !okr_field_is_same (&fields[i], item, base))
        return TRUE;
    }

  return !okr_unknown_equal (okr_item_peek_unknown (item), okr_item_peek_unknown (base));
}

/* Whether this copy did anything to @item or to what it holds, other than delete. What the other
 * copy still has lives on anyway; it only counts when it was moved here. */
static gboolean
was_touched (Walk *walk, OkrItem *item)
{
  OkrItem *base = okr_plan_find (walk->merger->base, okr_item_get_id (item));
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  if (base == NULL || is_moved (item, base))
    return TRUE;
  if (okr_plan_find (walk->other, okr_item_get_id (item)) != NULL)
    return FALSE;
  if (okr_item_differs (item, base))
    return TRUE;

  for (guint i = 0; i < n_fields; i++)
    {
      OkrList *list = OKR_PEEK_LIST (item, &fields[i]);

      for (guint k = 0; k < okr_list_get_size (list); k++)
        {
          if (was_touched (walk, okr_list_peek (list, k)))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
was_deleted (Walk *walk, OkrItem *item)
{
  const char *id = okr_item_get_id (item);

  return walk->merger->base != NULL && okr_plan_find (walk->other, id) == NULL &&
         okr_plan_find (walk->merger->base, id) != NULL;
}

/* The other copy deleted this, or something around it that held it. */
static OkrItem *
find_deleted (Walk *walk, OkrItem *item)
{
  OkrItem *top = item;

  while (was_deleted (walk, okr_item_get_parent (top)))
    top = okr_item_get_parent (top);

  return top;
}

static gboolean
is_log_entry (OkrItem *item)
{
  return (okr_item_get_list_field (item)->flags & OKR_FIELD_LOG) != 0;
}

static void
announce_restored (Walk *walk, OkrItem *top)
{
  OkrItem *base = okr_plan_find (walk->merger->base, okr_item_get_id (top));

  if (!is_log_entry (top) || is_moved (top, base) || okr_item_differs (top, base))
    okr_merger_notify (walk->merger, OKR_MERGE_NOTICE_RESTORED, top);
  else
    okr_merger_notify (walk->merger,
                       OKR_IS_CHECK_IN (top) ? OKR_MERGE_NOTICE_RETRACTED : OKR_MERGE_NOTICE_KEPT,
                       top);
}

/* A deletion stands or falls as a whole: if anything below what was deleted was edited, all that
 * the copy with the edit still holds there comes back. */
static gboolean
survives (Walk *walk, OkrItem *item)
{
  GHashTable *touched = walk->merger->touched;
  OkrItem *top;
  gpointer known;

  if (!was_deleted (walk, item))
    return TRUE;

  top = find_deleted (walk, item);
  if (!g_hash_table_lookup_extended (touched, top, NULL, &known))
    {
      const gboolean comes_back = is_log_entry (top) || was_touched (walk, top);

      known = GINT_TO_POINTER (comes_back);
      g_hash_table_insert (touched, top, known);
      if (comes_back)
        announce_restored (walk, top);
    }

  return GPOINTER_TO_INT (known);
}

static const char *
choose_home (OkrMerger *self, const OkrTriple *triple)
{
  const char *base = get_parent_id (triple->base);
  const char *ours = get_parent_id (triple->ours);
  const char *theirs = get_parent_id (triple->theirs);
  g_autoptr (JsonNode) base_node = NULL;
  g_autoptr (JsonNode) our_node = NULL;
  g_autoptr (JsonNode) their_node = NULL;

  if (ours == NULL || theirs == NULL)
    return ours != NULL ? ours : theirs;
  if (g_str_equal (ours, theirs) || g_strcmp0 (theirs, base) == 0)
    return ours;
  if (g_strcmp0 (ours, base) == 0)
    return theirs;

  base_node = base != NULL ? okr_json_node_new_text (base) : NULL;
  our_node = okr_json_node_new_text (ours);
  their_node = okr_json_node_new_text (theirs);

  return okr_merger_dispute (self, triple->ours, "parent", base_node, our_node, their_node) ? theirs
                                                                                            : ours;
}

static gboolean
same_kind (OkrItem *item, OkrItem *other)
{
  return other == NULL || G_OBJECT_TYPE (item) == G_OBJECT_TYPE (other);
}

static gboolean
check_kinds (const OkrTriple *triple, OkrItem *item, GError **error)
{
  if (same_kind (item, triple->base) && same_kind (item, triple->ours) &&
      same_kind (item, triple->theirs))
    return TRUE;

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_ID,
               _ ("The copies use the id “%s” for different kinds of things and cannot be merged."),
               okr_item_get_id (item));
  return FALSE;
}

static gboolean
lists_are_same (OkrList *a, OkrList *b)
{
  if (okr_list_get_size (a) != okr_list_get_size (b))
    return FALSE;

  for (guint i = 0; i < okr_list_get_size (a); i++)
    {
      if (!are_same (okr_list_peek (a, i), okr_list_peek (b, i)))
        return FALSE;
    }

  return TRUE;
}

/* Whether two items are written alike, with all that they hold. */
static gboolean
are_same (OkrItem *a, OkrItem *b)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (a, &n_fields);

  if (G_OBJECT_TYPE (a) != G_OBJECT_TYPE (b) || okr_item_get_stated (a) != okr_item_get_stated (b))
    return FALSE;

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == OKR_FIELD_CHILDREN
              ? !lists_are_same (OKR_PEEK_LIST (a, &fields[i]), OKR_PEEK_LIST (b, &fields[i]))
              : !okr_field_is_same (&fields[i], a, b))
        return FALSE;
    }

  return okr_unknown_same (okr_item_peek_unknown (a), okr_item_peek_unknown (b));
}

/* Most of a plan is left alone by everybody: such a part is taken over as it is. */
static gboolean
is_untouched (const OkrTriple *triple)
{
  return triple->base != NULL && triple->ours != NULL && triple->theirs != NULL &&
         !is_moved (triple->ours, triple->base) && !is_moved (triple->theirs, triple->base) &&
         are_same (triple->base, triple->ours) && are_same (triple->base, triple->theirs);
}

static gboolean
decide (Walk *walk, OkrItem *item)
{
  OkrMerger *merger = walk->merger;
  const char *id = okr_item_get_id (item);
  const OkrTriple triple = okr_merger_find (merger, id);

  if (!check_kinds (&triple, item, walk->error))
    return FALSE;
  if (okr_item_get_parent (item) == NULL || g_hash_table_contains (merger->homes, id) ||
      !survives (walk, item))
    return TRUE;

  g_hash_table_insert (merger->homes, (gpointer) id, (gpointer) choose_home (merger, &triple));
  if (is_untouched (&triple))
    g_hash_table_add (merger->whole, (gpointer) id);

  return TRUE;
}

static gboolean
decide_inside (Walk *walk, OkrItem *item)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  if (!decide (walk, item))
    return FALSE;
  if (g_hash_table_contains (walk->merger->whole, okr_item_get_id (item)))
    return TRUE;

  for (guint i = 0; i < n_fields; i++)
    {
      OkrList *list = OKR_PEEK_LIST (item, &fields[i]);

      for (guint k = 0; k < okr_list_get_size (list); k++)
        {
          OkrItem *child = okr_list_peek (list, k);

          if (!OKR_IS_CONFLICT (child) && !decide_inside (walk, child))
            return FALSE;
        }
    }

  return TRUE;
}

/* Decides for every item of either copy whether it stays, and below what. */
gboolean
okr_merger_decide (OkrMerger *self, GError **error)
{
  Walk ours = { self, self->ours, self->theirs, error };
  Walk theirs = { self, self->theirs, self->ours, error };

  return decide_inside (&ours, OKR_ITEM (self->ours)) &&
         decide_inside (&theirs, OKR_ITEM (self->theirs));
}
