/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns one plan into another by edits, as one step to undo: accepting a merge, restoring a
 * version. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-item-private.h"
#include "okr-merge-private.h"
#include "okr-order.h"

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

      previous = place (self, parent, field, steady, previous, child);
      if (previous == NULL || !edit_item (self, previous, child))
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

  if (!g_str_equal (okr_item_get_id (OKR_ITEM (plan)), okr_item_get_id (OKR_ITEM (target))))
    {
      g_set_error_literal (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_OTHER_PLAN,
                           _ ("This is another plan, not a copy of the one that is open."));
      return FALSE;
    }

  okr_plan_begin (plan, label);
  if (remove_gone (&self, OKR_ITEM (plan)) &&
      edit_item (&self, OKR_ITEM (plan), OKR_ITEM (target)) && remove_gone (&self, OKR_ITEM (plan)))
    {
      okr_plan_end (plan);
      return TRUE;
    }

  okr_plan_cancel (plan);
  return FALSE;
}
