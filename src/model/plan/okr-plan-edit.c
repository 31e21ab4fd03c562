/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four operations of a plan, the groups they form, and the index of ids that they keep. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-alignment.h"
#include "okr-item-private.h"
#include "okr-plan-private.h"

typedef void (*ItemFunc) (OkrPlan *self, OkrItem *item);

static void
foreach_inside (OkrPlan *self, OkrItem *item, ItemFunc func)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  func (self, item);
  for (guint i = 0; i < n_fields; i++)
    {
      OkrList *list;

      if (fields[i].type != OKR_FIELD_CHILDREN)
        continue;
      list = G_STRUCT_MEMBER (OkrList *, item, fields[i].offset);
      for (guint j = 0; j < okr_list_get_size (list); j++)
        foreach_inside (self, okr_list_peek (list, j), func);
    }
}

void
okr_plan_index (OkrPlan *self, OkrItem *item)
{
  g_hash_table_insert (self->index, (gpointer) okr_item_get_id (item), item);
}

void
okr_plan_index_inside (OkrPlan *self, OkrItem *item)
{
  foreach_inside (self, item, okr_plan_index);
}

void
okr_plan_unindex (OkrPlan *self, OkrItem *item)
{
  g_hash_table_remove (self->index, okr_item_get_id (item));
}

static void
fill_required (OkrPlan *self, OkrItem *item)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    okr_field_fill (&fields[i], item, self->today);
}

static OkrItem *
require (OkrPlan *self, const char *id, GError **error)
{
  OkrItem *item = okr_plan_find (self, id);

  if (item == NULL)
    g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_ITEM,
                 _ ("Nothing in this plan has the id “%s”."), id);

  return item;
}

static OkrList *
list_at (OkrItem *parent, const OkrField *field)
{
  return OKR_LIST (okr_item_get_children (parent, field));
}

/* The text of the child of the plan that holds @item, or is @item, is not right any more. */
static void
forget_piece (OkrPlan *self, OkrItem *item)
{
  OkrItem *parent;

  if (self->pieces == NULL)
    return;
  while ((parent = okr_item_get_parent (item)) != NULL && !OKR_IS_PLAN (parent))
    item = parent;
  g_hash_table_remove (self->pieces, item);
}

static void
carry_out_insert (OkrPlan *self, OkrItem *item, OkrItem *parent, const OkrPlace *to)
{
  okr_plan_index_inside (self, item);
  okr_list_insert (list_at (parent, to->list), to->position, item);
  forget_piece (self, item);
  okr_plan_touch_structure (self, item, parent);
}

static void
carry_out_remove (OkrPlan *self, OkrItem *item)
{
  g_autoptr (OkrItem) kept G_GNUC_UNUSED = g_object_ref (item);
  OkrItem *parent = okr_item_get_parent (item);
  const guint position = okr_item_get_position (item);

  forget_piece (self, item);
  foreach_inside (self, item, okr_plan_forget);
  foreach_inside (self, item, okr_plan_unindex);
  okr_list_remove (list_at (parent, okr_item_get_list_field (item)), position);
  okr_plan_touch_structure (self, item, parent);
}

static void
carry_out_move (OkrPlan *self, OkrItem *item, OkrItem *parent, const OkrPlace *to)
{
  g_autoptr (OkrItem) kept G_GNUC_UNUSED = g_object_ref (item);
  OkrItem *old_parent = okr_item_get_parent (item);
  const guint position = okr_item_get_position (item);

  forget_piece (self, item);
  okr_list_remove (list_at (old_parent, okr_item_get_list_field (item)), position);
  okr_list_insert (list_at (parent, to->list), to->position, item);
  forget_piece (self, item);
  okr_plan_touch_structure (self, item, old_parent);
  if (parent != old_parent)
    okr_plan_touch_structure (self, item, parent);
}

static void
carry_out_unknown (OkrPlan *self, OkrItem *item, OkrChange *change)
{
  OkrUnknown *after =
      change->unknown_after != NULL ? okr_unknown_copy (change->unknown_after) : NULL;

  okr_item_take_unknown (item, after, change->stated_after);
  okr_plan_touch_unknown (self, item);
}

static void
find_taken_id (OkrItem *item, OkrPlan *self, const char **taken)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  if (okr_plan_find (self, okr_item_get_id (item)) != NULL)
    *taken = okr_item_get_id (item);
  for (guint i = 0; i < n_fields && *taken == NULL; i++)
    {
      if (fields[i].type == OKR_FIELD_CHILDREN)
        {
          OkrList *list = G_STRUCT_MEMBER (OkrList *, item, fields[i].offset);

          for (guint j = 0; j < okr_list_get_size (list); j++)
            find_taken_id (okr_list_peek (list, j), self, taken);
        }
    }
}

static gboolean
check_ids (OkrPlan *self, OkrItem *item, GError **error)
{
  const char *taken = NULL;

  find_taken_id (item, self, &taken);
  if (taken != NULL)
    g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_ID,
                 _ ("The id “%s” is in use in this plan."), taken);

  return taken == NULL;
}

static gboolean
carry_out (OkrPlan *self, OkrChange *change, GError **error)
{
  OkrItem *item = NULL;
  OkrItem *parent = NULL;

  if (change->type == OKR_CHANGE_INSERT)
    {
      item = change->item;
      if (!check_ids (self, item, error))
        return FALSE;
    }
  else if ((item = require (self, change->id, error)) == NULL)
    return FALSE;
  if (change->to.parent != NULL && (parent = require (self, change->to.parent, error)) == NULL)
    return FALSE;

  /* Both before anybody is told of the change and after: who is told may have asked. */
  okr_alignment_forget (self, item, change->field);
  switch (change->type)
    {
    case OKR_CHANGE_SET:
      okr_item_store (item, change->field, &change->after);
      forget_piece (self, item);
      okr_plan_touch_field (self, item, change->field);
      break;
    case OKR_CHANGE_INSERT:
      carry_out_insert (self, item, parent, &change->to);
      break;
    case OKR_CHANGE_REMOVE:
      carry_out_remove (self, item);
      break;
    case OKR_CHANGE_MOVE:
      carry_out_move (self, item, parent, &change->to);
      break;
    case OKR_CHANGE_UNKNOWN:
      carry_out_unknown (self, item, change);
      forget_piece (self, item);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  okr_alignment_forget (self, item, change->field);

  return TRUE;
}

static gboolean
refuse_read_only (OkrPlan *self, GError **error)
{
  if (self->read_only_reason == NULL)
    return FALSE;

  g_set_error_literal (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_TOO_NEW, self->read_only_reason);
  return TRUE;
}

/**
 * okr_plan_apply:
 * @change: a change made for this plan, or for a plan with the same items
 * @error: return location for an error: %OKR_MODEL_ERROR_UNKNOWN_ITEM
 *
 * Carries out a change and records it for undo. Only the ids are checked: what is allowed to happen
 * is for those to check who make changes.
 *
 * Returns: whether it was carried out
 */
gboolean
okr_plan_apply (OkrPlan *self, OkrChange *change, GError **error)
{
  g_return_val_if_fail (OKR_IS_PLAN (self) && change != NULL, FALSE);

  if (refuse_read_only (self, error))
    return FALSE;

  okr_plan_begin (self, NULL);
  if (!carry_out (self, change, error))
    {
      okr_plan_end (self);
      return FALSE;
    }
  g_ptr_array_add (self->group->changes, okr_change_ref (change));
  okr_plan_end (self);

  return TRUE;
}

/**
 * okr_plan_set:
 * @item: an item of this plan
 * @field: one of its fields that is neither its id nor a list
 * @value: a value of okr_field_get_value_type()
 * @error: return location for an error: %OKR_MODEL_ERROR_VALUE, %OKR_MODEL_ERROR_LOOP,
 *   %OKR_MODEL_ERROR_UNKNOWN_ITEM
 *
 * Gives a field a value. Nothing happens where it holds that value already.
 *
 * Returns: whether the field now holds @value
 */
gboolean
okr_plan_set (OkrPlan *self, OkrItem *item, const OkrField *field, const GValue *value,
              GError **error)
{
  g_autoptr (OkrChange) change = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (self) && OKR_IS_ITEM (item), FALSE);
  g_return_val_if_fail (field != NULL && G_IS_VALUE (value), FALSE);

  if (!okr_field_validate (field, value, error))
    return FALSE;

  change = okr_change_new_set (item, field, value);
  if (okr_field_values_equal (field, &change->before, &change->after))
    return TRUE;
  if (!okr_alignment_check (self, item, field, value, error))
    return FALSE;

  return okr_plan_apply (self, change, error);
}

static gboolean
check_place (OkrItem *item, OkrItem *parent, const OkrField *list, GError **error)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (parent, &n_fields);

  if (list != NULL && list >= fields && list < fields + n_fields &&
      list->type == OKR_FIELD_CHILDREN && G_TYPE_CHECK_INSTANCE_TYPE (item, list->get_type ()) &&
      !okr_item_is_inside (parent, item))
    return TRUE;

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_PLACE,
               /* Translators: two kinds of item, such as "Key result" and "Team" */
               _ ("An item of the kind “%s” cannot stand in one of the kind “%s”."),
               okr_item_get_kind_label (item), okr_item_get_kind_label (parent));
  return FALSE;
}

/**
 * okr_plan_insert:
 * @parent: an item of this plan
 * @list: one of its lists
 * @position: where; anything beyond the end appends
 * @item: an item that is in no plan
 * @error: return location for an error: %OKR_MODEL_ERROR_PLACE, %OKR_MODEL_ERROR_ID
 *
 * Puts an item, with all it holds, into the plan. Where a document requires a date or a number and
 * there is none, it becomes today or 0, so that any plan can be saved at any time.
 *
 * Returns: whether it is in the plan now
 */
gboolean
okr_plan_insert (OkrPlan *self, OkrItem *parent, const OkrField *list, guint position,
                 OkrItem *item, GError **error)
{
  g_autoptr (OkrChange) change = NULL;
  guint end;

  g_return_val_if_fail (OKR_IS_PLAN (self) && OKR_IS_ITEM (parent), FALSE);
  g_return_val_if_fail (OKR_IS_ITEM (item) && okr_item_get_parent (item) == NULL, FALSE);

  if (!check_place (item, parent, list, error) || !check_ids (self, item, error))
    return FALSE;

  foreach_inside (self, item, fill_required);
  end = okr_list_get_size (list_at (parent, list));
  change = okr_change_new_insert (item, parent, list, MIN (position, end));

  return okr_plan_apply (self, change, error);
}

/**
 * okr_plan_remove:
 * @item: an item of this plan, not the plan itself
 * @error: return location for an error: %OKR_MODEL_ERROR_PLACE
 *
 * Takes an item, with all it holds, out of the plan. References to it stay as they are: see
 * okr_edit_delete() for what a person means by "delete".
 *
 * Returns: whether it is gone
 */
gboolean
okr_plan_remove (OkrPlan *self, OkrItem *item, GError **error)
{
  g_autoptr (OkrChange) change = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (self) && OKR_IS_ITEM (item), FALSE);

  if (okr_item_get_parent (item) == NULL)
    {
      g_set_error_literal (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_PLACE,
                           _ ("The plan itself cannot be removed from the plan."));
      return FALSE;
    }

  change = okr_change_new_remove (item);

  return okr_plan_apply (self, change, error);
}

/**
 * okr_plan_move:
 * @item: an item of this plan
 * @parent: where it shall stand
 * @list: one of the lists of @parent
 * @position: its place there once it has left its old one; anything beyond the end appends
 * @error: return location for an error: %OKR_MODEL_ERROR_PLACE
 *
 * Moves an item within its list or to another parent. Nothing happens where it stands there
 * already.
 *
 * Returns: whether it stands there now
 */
gboolean
okr_plan_move (OkrPlan *self, OkrItem *item, OkrItem *parent, const OkrField *list, guint position,
               GError **error)
{
  g_autoptr (OkrChange) change = NULL;
  gboolean same_list;
  guint end;

  g_return_val_if_fail (OKR_IS_PLAN (self) && OKR_IS_ITEM (item) && OKR_IS_ITEM (parent), FALSE);

  if (!check_place (item, parent, list, error))
    return FALSE;

  same_list = okr_item_get_parent (item) == parent && okr_item_get_list_field (item) == list;
  end = okr_list_get_size (list_at (parent, list)) - (same_list ? 1 : 0);
  position = MIN (position, end);
  if (same_list && position == okr_item_get_position (item))
    return TRUE;

  change = okr_change_new_move (item, parent, list, position);

  return okr_plan_apply (self, change, error);
}

static void
begin (OkrPlan *self, const char *label, const char *key)
{
  OkrPlanBeginning begun;

  if (self->group == NULL)
    self->group = okr_change_group_new (NULL, key);
  begun = (OkrPlanBeginning){ self->group->changes->len, self->group->label != NULL };
  g_array_append_val (self->begun, begun);
  if (!begun.is_named)
    self->group->label = g_strdup (label);
}

/**
 * okr_plan_begin:
 * @label: (nullable): what people call this edit, translated, such as "Delete key result"
 *
 * Begins a group: what follows until okr_plan_end() is one step to undo, and figures are computed
 * and announced once. Groups nest: the outermost is the step, and okr_plan_cancel() takes back only
 * what happened since the beginning that it ends. So an edit that fails leaves everything as it was
 * before, whatever it is part of, and whoever called it may give up as well or go on.
 */
void
okr_plan_begin (OkrPlan *self, const char *label)
{
  g_return_if_fail (OKR_IS_PLAN (self));

  begin (self, label, NULL);
}

/**
 * okr_plan_begin_typing:
 * @label: what people call this edit
 * @key: what is being typed into, such as an id and a field
 *
 * Begins a group that joins the step before it when that has the same @key and nothing came
 * between.
 */
void
okr_plan_begin_typing (OkrPlan *self, const char *label, const char *key)
{
  g_return_if_fail (OKR_IS_PLAN (self));

  begin (self, label, key);
}

/**
 * okr_plan_end:
 *
 * Ends the group that okr_plan_begin() began.
 */
void
okr_plan_end (OkrPlan *self)
{
  g_autoptr (OkrChangeGroup) group = NULL;

  g_return_if_fail (OKR_IS_PLAN (self) && self->group != NULL);

  g_array_set_size (self->begun, self->begun->len - 1);
  if (self->begun->len > 0)
    return;

  group = g_steal_pointer (&self->group);
  if (group->changes->len > 0)
    okr_history_push (self->history, g_steal_pointer (&group));
  okr_plan_flush (self);
}

/* Takes back what follows the first @n_kept changes. */
static void
carry_out_inverse (OkrPlan *self, GPtrArray *changes, guint n_kept)
{
  for (guint i = changes->len; i > n_kept; i--)
    {
      g_autoptr (OkrChange) inverse = okr_change_invert (changes->pdata[i - 1]);
      g_autoptr (GError) error = NULL;

      if (!carry_out (self, inverse, &error))
        g_critical ("Cannot take back a change: %s", error->message);
    }
}

/**
 * okr_plan_cancel:
 *
 * Ends the group that okr_plan_begin() began last and takes back what happened in it. Of a group
 * around it, what happened before stays.
 */
void
okr_plan_cancel (OkrPlan *self)
{
  OkrPlanBeginning begun;

  g_return_if_fail (OKR_IS_PLAN (self) && self->group != NULL);

  begun = g_array_index (self->begun, OkrPlanBeginning, self->begun->len - 1);
  carry_out_inverse (self, self->group->changes, begun.n_changes);
  g_ptr_array_set_size (self->group->changes, (int) begun.n_changes);
  if (!begun.is_named)
    g_clear_pointer (&self->group->label, g_free);
  okr_plan_end (self);
}

static const char *
find_focus (OkrChangeGroup *group)
{
  OkrChange *change = group->changes->pdata[0];

  return change->id;
}

/**
 * okr_plan_undo:
 * @focus: (out) (optional) (transfer full): the id of the item that the step was about
 *
 * Takes back the latest step.
 *
 * Returns: whether there was one
 */
gboolean
okr_plan_undo (OkrPlan *self, char **focus)
{
  OkrChangeGroup *group;

  g_return_val_if_fail (OKR_IS_PLAN (self) && self->group == NULL, FALSE);

  group = okr_history_step_back (self->history);
  if (group == NULL)
    return FALSE;

  carry_out_inverse (self, group->changes, 0);
  if (focus != NULL)
    *focus = g_strdup (find_focus (group));
  okr_plan_flush (self);

  return TRUE;
}

/**
 * okr_plan_redo:
 * @focus: (out) (optional) (transfer full): the id of the item that the step was about
 *
 * Does again what was taken back last.
 *
 * Returns: whether there was anything
 */
gboolean
okr_plan_redo (OkrPlan *self, char **focus)
{
  OkrChangeGroup *group;

  g_return_val_if_fail (OKR_IS_PLAN (self) && self->group == NULL, FALSE);

  group = okr_history_step_forward (self->history);
  if (group == NULL)
    return FALSE;

  for (guint i = 0; i < group->changes->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!carry_out (self, group->changes->pdata[i], &error))
        g_critical ("Cannot do a change again: %s", error->message);
    }
  if (focus != NULL)
    *focus = g_strdup (find_focus (group));
  okr_plan_flush (self);

  return TRUE;
}
