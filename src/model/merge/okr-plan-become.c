/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns one plan into another by edits, as one step to undo: accepting a merge, restoring a
 * version. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-item-private.h"
#include "okr-merge-private.h"
#include "okr-order.h"
#include "okr-plan-private.h"

typedef struct
{
  OkrPlan *plan;
  OkrPlan *target;
  GError **error;
} Become;

static gboolean edit_item (Become *self, OkrItem *item, OkrItem *wanted);

static OkrItem *
find_like (OkrPlan *plan, OkrItem *item)
{
  OkrItem *found = okr_plan_find (plan, okr_item_get_id (item));

  return found != NULL && G_OBJECT_TYPE (found) == G_OBJECT_TYPE (item) ? found : NULL;
}

static gboolean
apply (Become *self, OkrChange *change)
{
  g_autoptr (OkrChange) owned = change;

  return okr_plan_apply (self->plan, owned, self->error);
}

static gboolean
holds_survivor (Become *self, OkrItem *item)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  if (find_like (self->target, item) != NULL)
    return TRUE;

  for (guint i = 0; i < n_fields; i++)
    {
      OkrList *list = OKR_PEEK_LIST (item, &fields[i]);

      for (guint k = 0; k < okr_list_get_size (list); k++)
        {
          if (holds_survivor (self, okr_list_peek (list, k)))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
loses_something (Become *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->plan->index);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      if (find_like (self->target, item) == NULL)
        return TRUE;
    }

  return FALSE;
}

/* What holds something that stays has to wait until that was moved away. */
static gboolean
remove_gone (Become *self, OkrItem *item)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      OkrList *list = OKR_PEEK_LIST (item, &fields[i]);

      for (guint k = okr_list_get_size (list); k > 0; k--)
        {
          OkrItem *child = okr_list_peek (list, k - 1);

          if (holds_survivor (self, child) ? !remove_gone (self, child)
                                           : !apply (self, okr_change_new_remove (child)))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
edit_field (Become *self, OkrItem *item, OkrItem *wanted, const OkrField *field)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (field->type == OKR_FIELD_CHILDREN || field->type == OKR_FIELD_ID ||
      okr_field_is_same (field, item, wanted))
    return TRUE;

  g_value_init (&value, okr_field_get_value_type (field));
  okr_field_read (field, wanted, &value);

  return apply (self, okr_change_new_set (item, field, &value));
}

static gboolean
edit_unknown (Become *self, OkrItem *item, OkrItem *wanted)
{
  OkrUnknown *unknown = okr_item_peek_unknown (wanted);

  if (okr_item_get_stated (item) == okr_item_get_stated (wanted) &&
      okr_unknown_same (okr_item_peek_unknown (item), unknown))
    return TRUE;

  return apply (self, okr_change_new_unknown (item, unknown, okr_item_get_stated (wanted)));
}

static gboolean
stands_in (OkrItem *item, OkrItem *parent, const OkrField *field)
{
  return item != NULL && okr_item_get_parent (item) == parent &&
         okr_item_get_list_field (item) == field;
}

/* Those that need not move for the others to get into the wanted order. */
static GHashTable *
find_steady (Become *self, OkrItem *parent, const OkrField *field, OkrList *wanted)
{
  GHashTable *steady = g_hash_table_new (NULL, NULL);
  OkrList *list = OKR_PEEK_LIST (parent, field);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *moved = NULL;

  for (guint i = 0; i < okr_list_get_size (list); i++)
    g_hash_table_insert (places, okr_list_peek (list, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < okr_list_get_size (wanted); i++)
    {
      OkrItem *item = find_like (self->plan, okr_list_peek (wanted, i));

      if (stands_in (item, parent, field))
        {
          const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, item));

          g_array_append_val (order, place);
          g_ptr_array_add (items, item);
        }
    }
  moved = okr_order_find_moved ((const guint *) (gpointer) order->data, order->len);
  for (guint i = 0; i < items->len; i++)
    {
      if (!moved[i])
        g_hash_table_add (steady, items->pdata[i]);
    }

  return steady;
}

static guint
place_after (OkrItem *previous, OkrItem *item)
{
  const guint place = previous != NULL ? okr_item_get_position (previous) + 1 : 0;
  const gboolean leaves_before =
      item != NULL && previous != NULL &&
      okr_item_get_parent (item) == okr_item_get_parent (previous) &&
      okr_item_get_list_field (item) == okr_item_get_list_field (previous) &&
      okr_item_get_position (item) < place;

  return leaves_before ? place - 1 : place;
}

static OkrItem *
insert_like (Become *self, OkrItem *parent, const OkrField *field, OkrItem *previous,
             OkrItem *wanted)
{
  g_autoptr (OkrItem) item = okr_item_new (G_OBJECT_TYPE (wanted), okr_item_get_id (wanted));

  okr_merger_copy_item (item, wanted);

  return apply (self, okr_change_new_insert (item, parent, field, place_after (previous, NULL)))
             ? item
             : NULL;
}

/* Whether the plan has nothing of what @wanted is or holds. */
static gboolean
is_all_new (Become *self, OkrItem *wanted)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (wanted, &n_fields);

  if (find_like (self->plan, wanted) != NULL)
    return FALSE;

  for (guint i = 0; i < n_fields; i++)
    {
      OkrList *list = OKR_PEEK_LIST (wanted, &fields[i]);

      for (guint k = 0; k < okr_list_get_size (list); k++)
        {
          if (!is_all_new (self, okr_list_peek (list, k)))
            return FALSE;
        }
    }

  return TRUE;
}

/* One change is enough for all that it holds. */
static OkrItem *
insert_whole (Become *self, OkrItem *parent, const OkrField *field, OkrItem *previous,
              OkrItem *wanted)
{
  g_autoptr (OkrItem) item = okr_item_copy (wanted);

  return apply (self, okr_change_new_insert (item, parent, field, place_after (previous, NULL)))
             ? item
             : NULL;
}

/* Puts what is @wanted behind @previous; returns it as it stands in the plan. */
static OkrItem *
place (Become *self, OkrItem *parent, const OkrField *field, GHashTable *steady, OkrItem *previous,
       OkrItem *wanted)
{
  OkrItem *item = find_like (self->plan, wanted);

  if (item == NULL)
    return insert_like (self, parent, field, previous, wanted);
  if (g_hash_table_contains (steady, item) ||
      apply (self, okr_change_new_move (item, parent, field, place_after (previous, item))))
    return item;

  return NULL;
}

static gboolean
edit_list (Become *self, OkrItem *parent, OkrItem *wanted, const OkrField *field)
{
  OkrList *list = OKR_PEEK_LIST (wanted, field);
  g_autoptr (GHashTable) steady = NULL;
  OkrItem *previous = NULL;

  if (okr_list_get_size (list) == 0)
    return TRUE;

  steady = find_steady (self, parent, field, list);
  for (guint i = 0; i < okr_list_get_size (list); i++)
    {
      OkrItem *child = okr_list_peek (list, i);
      const gboolean is_whole = is_all_new (self, child);

      previous = is_whole ? insert_whole (self, parent, field, previous, child)
                          : place (self, parent, field, steady, previous, child);
      if (previous == NULL || (!is_whole && !edit_item (self, previous, child)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
edit_item (Become *self, OkrItem *item, OkrItem *wanted)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == OKR_FIELD_CHILDREN ? !edit_list (self, item, wanted, &fields[i])
                                               : !edit_field (self, item, wanted, &fields[i]))
        return FALSE;
    }

  return edit_unknown (self, item, wanted);
}

static gboolean
become (Become *self)
{
  const gboolean loses = loses_something (self);

  return (!loses || remove_gone (self, OKR_ITEM (self->plan))) &&
         edit_item (self, OKR_ITEM (self->plan), OKR_ITEM (self->target)) &&
         (!loses || remove_gone (self, OKR_ITEM (self->plan)));
}

static gboolean
check_same_plan (OkrPlan *plan, OkrPlan *target, GError **error)
{
  if (g_str_equal (okr_item_get_id (OKR_ITEM (plan)), okr_item_get_id (OKR_ITEM (target))))
    return TRUE;

  g_set_error_literal (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_OTHER_PLAN,
                       _ ("This is another plan, not a copy of the one that is open."));
  return FALSE;
}

static gboolean
end_or_cancel (OkrPlan *plan, gboolean is_done)
{
  if (is_done)
    okr_plan_end (plan);
  else
    okr_plan_cancel (plan);

  return is_done;
}

/**
 * okr_plan_become:
 * @plan: a plan
 * @target: a copy of the same plan
 * @label: (nullable): what people call this edit, translated, such as "Merge"
 * @error: return location for an error: %OKR_MODEL_ERROR_OTHER_PLAN, %OKR_MODEL_ERROR_TOO_NEW
 *
 * Edits @plan until it holds exactly what @target holds, in one step to undo. What is the same
 * stays untouched, items included.
 *
 * Returns: whether it does
 */
gboolean
okr_plan_become (OkrPlan *plan, OkrPlan *target, const char *label, GError **error)
{
  Become self = { plan, target, error };

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_PLAN (target), FALSE);

  if (!check_same_plan (plan, target, error))
    return FALSE;

  okr_plan_begin (plan, label);

  return end_or_cancel (plan, become (&self));
}

static gpointer
ref_change (gconstpointer change, gpointer data)
{
  return okr_change_ref ((OkrChange *) change);
}

/**
 * okr_plan_find_changes:
 * @plan: a plan, between two steps
 * @target: a copy of the same plan
 * @error: as for okr_plan_become()
 *
 * Finds out what okr_plan_become() would do, for okr_plan_apply_all() to do it to another copy of
 * @plan: of the two this is what takes long, and it may happen in a thread. @plan stays as it is.
 *
 * Returns: (transfer full) (nullable) (element-type OkrChange): the changes
 */
GPtrArray *
okr_plan_find_changes (OkrPlan *plan, OkrPlan *target, GError **error)
{
  Become self = { plan, target, error };
  GPtrArray *changes = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_PLAN (target), NULL);
  g_return_val_if_fail (plan->group == NULL, NULL);

  if (!check_same_plan (plan, target, error))
    return NULL;

  okr_plan_begin (plan, NULL);
  if (become (&self))
    {
      changes = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_change_unref);
      g_ptr_array_extend (changes, plan->group->changes, (GCopyFunc) ref_change, NULL);
    }
  okr_plan_cancel (plan);

  return changes;
}

/* What is removed from @plan is what undo puts back there, not the like of it. */
static OkrChange *
adopt (OkrPlan *plan, OkrChange *change)
{
  OkrItem *item = change->type == OKR_CHANGE_REMOVE ? okr_plan_find (plan, change->id) : NULL;

  return item != NULL ? okr_change_new_remove (item) : okr_change_ref (change);
}

/**
 * okr_plan_apply_all:
 * @plan: a plan that holds what the plan of okr_plan_find_changes() held
 * @changes: (element-type OkrChange): what that found, not applied to any other plan
 * @label: (nullable): what people call this edit, translated, such as "Import"
 * @error: return location for an error: %OKR_MODEL_ERROR_TOO_NEW, or that of okr_plan_apply()
 *
 * Carries out all the changes, or none of them, in one step to undo.
 *
 * Returns: whether they were carried out
 */
gboolean
okr_plan_apply_all (OkrPlan *plan, GPtrArray *changes, const char *label, GError **error)
{
  gboolean is_done = TRUE;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && changes != NULL, FALSE);

  okr_plan_begin (plan, label);
  for (guint i = 0; i < changes->len && is_done; i++)
    {
      g_autoptr (OkrChange) change = adopt (plan, changes->pdata[i]);

      is_done = okr_plan_apply (plan, change, error);
    }

  return end_or_cancel (plan, is_done);
}
