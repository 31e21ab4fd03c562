/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-change.h"

#include "okr-item-private.h"

G_DEFINE_BOXED_TYPE (OkrChange, okr_change, okr_change_ref, okr_change_unref)

static OkrChange *
change_new (OkrChangeType type, const char *id)
{
  OkrChange *self = g_new0 (OkrChange, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->id = g_strdup (id);

  return self;
}

static void
set_place (OkrPlace *place, const char *parent, const OkrField *list, guint position)
{
  g_assert (place->parent == NULL);

  place->parent = g_strdup (parent);
  place->list = list;
  place->position = position;
}

static void
set_present_place (OkrPlace *place, OkrItem *item)
{
  set_place (place, okr_item_get_id (okr_item_get_parent (item)), okr_item_get_list_field (item),
             okr_item_get_position (item));
}

static void
copy_place (OkrPlace *to, const OkrPlace *from)
{
  if (from->parent != NULL)
    set_place (to, from->parent, from->list, from->position);
}

static void
copy_value (GValue *to, const GValue *from)
{
  if (!G_IS_VALUE (from))
    return;

  g_value_init (to, G_VALUE_TYPE (from));
  g_value_copy (from, to);
}

/**
 * okr_change_new_set:
 * @item: an item in a plan
 * @field: one of its fields that is no list
 * @after: what the field shall hold
 *
 * Returns: (transfer full): the change; it is not carried out
 */
OkrChange *
okr_change_new_set (OkrItem *item, const OkrField *field, const GValue *after)
{
  OkrChange *self;

  g_return_val_if_fail (OKR_IS_ITEM (item) && field != NULL && G_IS_VALUE (after), NULL);

  self = change_new (OKR_CHANGE_SET, okr_item_get_id (item));
  self->field = field;
  g_value_init (&self->before, okr_field_get_value_type (field));
  okr_field_read (field, item, &self->before);
  copy_value (&self->after, after);

  return self;
}

/**
 * okr_change_new_insert:
 * @item: an item that is in no plan
 * @parent: the item to put it into
 * @list: the list of @parent
 * @position: where
 *
 * Returns: (transfer full): the change; it is not carried out
 */
OkrChange *
okr_change_new_insert (OkrItem *item, OkrItem *parent, const OkrField *list, guint position)
{
  OkrChange *self;

  g_return_val_if_fail (OKR_IS_ITEM (item) && OKR_IS_ITEM (parent) && list != NULL, NULL);

  self = change_new (OKR_CHANGE_INSERT, okr_item_get_id (item));
  self->item = g_object_ref (item);
  set_place (&self->to, okr_item_get_id (parent), list, position);

  return self;
}

/**
 * okr_change_new_remove:
 * @item: an item in a plan
 *
 * Returns: (transfer full): the change; it is not carried out
 */
OkrChange *
okr_change_new_remove (OkrItem *item)
{
  OkrChange *self;

  g_return_val_if_fail (OKR_IS_ITEM (item) && okr_item_get_parent (item) != NULL, NULL);

  self = change_new (OKR_CHANGE_REMOVE, okr_item_get_id (item));
  self->item = g_object_ref (item);
  set_present_place (&self->from, item);

  return self;
}

/**
 * okr_change_new_move:
 * @item: an item in a plan
 * @parent: the item to move it to
 * @list: the list of @parent
 * @position: its place there once it has left where it is now
 *
 * Returns: (transfer full): the change; it is not carried out
 */
OkrChange *
okr_change_new_move (OkrItem *item, OkrItem *parent, const OkrField *list, guint position)
{
  OkrChange *self;

  g_return_val_if_fail (OKR_IS_ITEM (item) && okr_item_get_parent (item) != NULL, NULL);
  g_return_val_if_fail (OKR_IS_ITEM (parent) && list != NULL, NULL);

  self = change_new (OKR_CHANGE_MOVE, okr_item_get_id (item));
  set_present_place (&self->from, item);
  set_place (&self->to, okr_item_get_id (parent), list, position);

  return self;
}

static OkrUnknown *
copy_unknown (OkrUnknown *unknown)
{
  return okr_unknown_get_size (unknown) > 0 ? okr_unknown_copy (unknown) : NULL;
}

/**
 * okr_change_new_unknown:
 * @item: an item in a plan
 * @after: (nullable): all the unknown members that it shall have
 * @stated: which fields a document states although they hold their fallback
 *
 * Returns: (transfer full): the change; it is not carried out
 */
OkrChange *
okr_change_new_unknown (OkrItem *item, OkrUnknown *after, guint64 stated)
{
  OkrChange *self;

  g_return_val_if_fail (OKR_IS_ITEM (item), NULL);

  self = change_new (OKR_CHANGE_UNKNOWN, okr_item_get_id (item));
  self->unknown_before = copy_unknown (okr_item_peek_unknown (item));
  self->unknown_after = copy_unknown (after);
  self->stated_before = okr_item_get_stated (item);
  self->stated_after = stated;

  return self;
}

/**
 * okr_change_invert:
 *
 * Returns: (transfer full): the change that takes this one back
 */
OkrChange *
okr_change_invert (OkrChange *self)
{
  static const OkrChangeType inverse[] = {
    [OKR_CHANGE_SET] = OKR_CHANGE_SET,
    [OKR_CHANGE_INSERT] = OKR_CHANGE_REMOVE,
    [OKR_CHANGE_REMOVE] = OKR_CHANGE_INSERT,
    [OKR_CHANGE_MOVE] = OKR_CHANGE_MOVE,
    [OKR_CHANGE_UNKNOWN] = OKR_CHANGE_UNKNOWN,
  };
  OkrChange *result;

  g_return_val_if_fail (self != NULL, NULL);

  result = change_new (inverse[self->type], self->id);
  result->field = self->field;
  copy_value (&result->before, &self->after);
  copy_value (&result->after, &self->before);
  g_set_object (&result->item, self->item);
  copy_place (&result->from, &self->to);
  copy_place (&result->to, &self->from);
  result->unknown_before = copy_unknown (self->unknown_after);
  result->unknown_after = copy_unknown (self->unknown_before);
  result->stated_before = self->stated_after;
  result->stated_after = self->stated_before;

  return result;
}

/**
 * okr_change_join:
 * @next: the change that followed
 *
 * Returns: (transfer full) (nullable): one change that does what both do, or %NULL when they do not
 *   set the same field of the same item
 */
OkrChange *
okr_change_join (OkrChange *self, OkrChange *next)
{
  OkrChange *result;

  g_return_val_if_fail (self != NULL && next != NULL, NULL);

  if (self->type != OKR_CHANGE_SET || next->type != OKR_CHANGE_SET ||
      self->field != next->field || !g_str_equal (self->id, next->id))
    return NULL;

  result = change_new (OKR_CHANGE_SET, self->id);
  result->field = self->field;
  copy_value (&result->before, &self->before);
  copy_value (&result->after, &next->after);

  return result;
}

/**
 * okr_change_ref:
 *
 * Returns: (transfer full): the same change
 */
OkrChange *
okr_change_ref (OkrChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * okr_change_unref:
 *
 * Drops a reference.
 */
void
okr_change_unref (OkrChange *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->from.parent, g_free);
  g_clear_pointer (&self->to.parent, g_free);
  g_clear_object (&self->item);
  g_clear_pointer (&self->unknown_before, okr_unknown_free);
  g_clear_pointer (&self->unknown_after, okr_unknown_free);
  if (G_IS_VALUE (&self->before))
    g_value_unset (&self->before);
  if (G_IS_VALUE (&self->after))
    g_value_unset (&self->after);
  g_free (self);
}
