/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-edit.h"

#include <glib/gi18n-lib.h>

#include "okr-edit-private.h"
#include "okr-list.h"
#include "okr-timestamp.h"

/**
 * okr_edit_find_list:
 * @parent: an item
 * @type: a type of item
 *
 * Returns: (nullable): the field of @parent that lists items of @type
 */
const OkrField *
okr_edit_find_list (OkrItem *parent, GType type)
{
  guint n_fields;
  const OkrField *fields;

  g_return_val_if_fail (OKR_IS_ITEM (parent), NULL);

  fields = okr_item_get_fields (parent, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == OKR_FIELD_CHILDREN && fields[i].get_type () == type)
        return &fields[i];
    }

  return NULL;
}

static gboolean
runs_already (OkrPlan *plan, OkrItem *objective)
{
  OkrCycle *cycle;

  if (!OKR_IS_OBJECTIVE (objective))
    return FALSE;

  cycle = okr_plan_find_typed (plan, okr_objective_get_cycle_id (OKR_OBJECTIVE (objective)),
                               OKR_TYPE_CYCLE);

  return cycle != NULL && okr_cycle_get_state (cycle) == OKR_CYCLE_STATE_ACTIVE;
}

static gboolean
mark_added_later (OkrPlan *plan, OkrItem *item, GError **error)
{
  OkrList *krs;

  if (OKR_IS_KEY_RESULT (item))
    return !runs_already (plan, okr_item_get_parent (item)) ||
           okr_edit_set_boolean (plan, item, "addedLater", TRUE, error);
  if (!runs_already (plan, item))
    return TRUE;

  krs = OKR_LIST (okr_objective_get_key_results (OKR_OBJECTIVE (item)));
  for (guint i = 0; i < okr_list_get_size (krs); i++)
    {
      if (!okr_edit_set_boolean (plan, okr_list_peek (krs, i), "addedLater", TRUE, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert (OkrPlan *plan, OkrItem *parent, guint position, OkrItem *item, GError **error)
{
  if (!okr_plan_insert (plan, parent, okr_edit_find_list (parent, G_OBJECT_TYPE (item)), position,
                        item, error))
    return FALSE;

  return mark_added_later (plan, item, error);
}

/**
 * okr_edit_insert:
 * @parent: an item of @plan
 * @position: where among its siblings; anything beyond the end appends
 * @item: an item that is in no plan
 * @error: return location for an error, as for okr_plan_insert()
 *
 * Adds an item. A key result that comes when its cycle is active already is marked so.
 *
 * Returns: whether it is in the plan now
 */
gboolean
okr_edit_insert (OkrPlan *plan, OkrItem *parent, guint position, OkrItem *item, GError **error)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (parent) && OKR_IS_ITEM (item), FALSE);

  okr_plan_begin (plan, okr_edit_get_label (item, OKR_EDIT_VERB_ADD));

  return okr_edit_finish (plan, insert (plan, parent, position, item, error));
}

/**
 * okr_edit_move:
 * @item: an item of @plan
 * @parent: where it shall stand
 * @position: its place there once it has left its old one
 * @error: return location for an error, as for okr_plan_move()
 *
 * Returns: whether it stands there now
 */
gboolean
okr_edit_move (OkrPlan *plan, OkrItem *item, OkrItem *parent, guint position, GError **error)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (parent) && OKR_IS_ITEM (item), FALSE);

  okr_plan_begin (plan, okr_edit_get_label (item, OKR_EDIT_VERB_MOVE));

  return okr_edit_finish (plan, okr_plan_move (plan, item, parent,
                                               okr_edit_find_list (parent, G_OBJECT_TYPE (item)),
                                               position, error));
}

static gboolean
refers_inside (OkrPlan *plan, const char *id, OkrItem *doomed)
{
  OkrItem *target = okr_plan_find (plan, id);

  return target != NULL && okr_item_is_inside (target, doomed);
}

static gboolean
drop_references (OkrPlan *plan, OkrItem *item, const OkrField *field, OkrItem *doomed,
                 GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GStrvBuilder) kept = NULL;
  const char *const *ids;

  g_value_init (&value, okr_field_get_value_type (field));
  okr_field_read (field, item, &value);
  if (field->type == OKR_FIELD_REFERENCE)
    {
      if (!refers_inside (plan, g_value_get_string (&value), doomed))
        return TRUE;
      g_value_set_static_string (&value, "");
      return okr_plan_set (plan, item, field, &value, error);
    }

  kept = g_strv_builder_new ();
  ids = g_value_get_boxed (&value);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (!refers_inside (plan, ids[i], doomed))
        g_strv_builder_add (kept, ids[i]);
    }
  g_value_take_boxed (&value, g_strv_builder_end (kept));

  return okr_plan_set (plan, item, field, &value, error);
}

static gboolean
drop_references_below (OkrPlan *plan, OkrItem *item, OkrItem *doomed, GError **error)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  if (item == doomed)
    return TRUE;

  for (guint i = 0; i < n_fields; i++)
    {
      const gboolean links =
          fields[i].type == OKR_FIELD_REFERENCE || fields[i].type == OKR_FIELD_REFERENCES;
      OkrList *list = fields[i].type == OKR_FIELD_CHILDREN
                          ? G_STRUCT_MEMBER (OkrList *, item, fields[i].offset)
                          : NULL;

      if (links && !okr_field_is_fallback (&fields[i], item) &&
          !drop_references (plan, item, &fields[i], doomed, error))
        return FALSE;
      for (guint j = 0; j < okr_list_get_size (list); j++)
        {
          if (!drop_references_below (plan, okr_list_peek (list, j), doomed, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * okr_edit_delete:
 * @item: an item of @plan
 * @error: return location for an error, as for okr_plan_remove()
 *
 * Deletes an item with all it holds, and the links that lead to it.
 *
 * Returns: whether it is gone
 */
gboolean
okr_edit_delete (OkrPlan *plan, OkrItem *item, GError **error)
{
  gboolean success;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item), FALSE);

  okr_plan_begin (plan, okr_edit_get_label (item, OKR_EDIT_VERB_DELETE));
  success = (OKR_IS_PLAN (item) || drop_references_below (plan, OKR_ITEM (plan), item, error)) &&
            okr_plan_remove (plan, item, error);

  return okr_edit_finish (plan, success);
}

/**
 * okr_edit_duplicate:
 * @item: an item of @plan
 * @error: return location for an error, as for okr_plan_insert()
 *
 * Puts a copy with new ids behind the item. What happened to the original, such as its check-ins,
 * is not copied.
 *
 * Returns: (transfer none) (nullable): the copy
 */
OkrItem *
okr_edit_duplicate (OkrPlan *plan, OkrItem *item, GError **error)
{
  g_autoptr (OkrItem) copy = NULL;
  OkrItem *parent;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item), NULL);

  parent = okr_item_get_parent (item);
  g_return_val_if_fail (parent != NULL, NULL);

  copy = okr_item_copy_afresh (item);
  okr_plan_begin (plan, okr_edit_get_label (item, OKR_EDIT_VERB_DUPLICATE));
  if (!okr_edit_finish (plan, insert (plan, parent, okr_item_get_position (item) + 1, copy, error)))
    return NULL;

  return copy;
}

static gboolean
set_milestones (OkrPlan *plan, OkrKeyResult *kr, const OkrCheckInEntry *entry, OkrDay day,
                GError **error)
{
  OkrList *milestones = OKR_LIST (okr_key_result_get_milestones (kr));

  for (guint i = 0; entry->milestones_done != NULL && i < okr_list_get_size (milestones); i++)
    {
      OkrMilestone *milestone = OKR_MILESTONE (okr_list_peek (milestones, i));
      const gboolean was = okr_milestone_get_done (milestone) != OKR_DAY_NONE;
      const gboolean is =
          g_strv_contains (entry->milestones_done, okr_item_get_id (OKR_ITEM (milestone)));

      if (was != is &&
          !okr_edit_set_day (plan, OKR_ITEM (milestone), "done", is ? day : OKR_DAY_NONE, error))
        return FALSE;
    }

  return TRUE;
}

/* What is entered last shall count, also when two check-ins fall into one second. */
static char *
choose_created (OkrItem *check_in, OkrDay day)
{
  OkrKeyResult *kr = OKR_KEY_RESULT (okr_item_get_parent (check_in));
  OkrList *check_ins = OKR_LIST (okr_key_result_get_check_ins (kr));
  const char *latest = NULL;

  for (guint i = 0; i < okr_list_get_size (check_ins); i++)
    {
      OkrCheckIn *other = OKR_CHECK_IN (okr_list_peek (check_ins, i));
      const char *created = okr_check_in_get_created (other);

      if (okr_check_in_get_date (other) == day && *created != '\0' &&
          (latest == NULL || okr_timestamp_compare (created, latest) > 0))
        latest = created;
    }

  return okr_timestamp_now_after (latest);
}

static gboolean
set_trimmed (OkrPlan *plan, OkrItem *item, const char *path, const char *text, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));

  return okr_edit_set_text (plan, item, path, trimmed, error);
}

static gboolean
fill_check_in (OkrPlan *plan, OkrItem *check_in, const OkrCheckInEntry *entry, OkrDay day,
               GError **error)
{
  g_autofree char *created =
      entry->created != NULL ? g_strdup (entry->created) : choose_created (check_in, day);

  return okr_edit_set_day (plan, check_in, "date", day, error) &&
         okr_edit_set_text (plan, check_in, "created", created, error) &&
         set_trimmed (plan, check_in, "note", entry->note, error) &&
         set_trimmed (plan, check_in, "obstacle", entry->obstacle, error) &&
         set_trimmed (plan, check_in, "author", entry->author, error) &&
         okr_edit_set_number (plan, check_in, "value", entry->value, error) &&
         okr_edit_set_integer (plan, check_in, "confidence", entry->confidence, error);
}

/**
 * okr_edit_check_in:
 * @kr: a key result of @plan
 * @entry: what was entered
 * @error: return location for an error: %OKR_MODEL_ERROR_VALUE
 *
 * Checks in: one step, whatever it touches. Blanks around what was written are not kept.
 *
 * Returns: (transfer none) (nullable): the new check-in
 */
OkrCheckIn *
okr_edit_check_in (OkrPlan *plan, OkrKeyResult *kr, const OkrCheckInEntry *entry, GError **error)
{
  g_autoptr (OkrItem) check_in = NULL;
  OkrDay day;
  gboolean success;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_KEY_RESULT (kr) && entry != NULL, NULL);

  day = entry->date != OKR_DAY_NONE ? entry->date : okr_plan_get_today (plan);
  check_in = okr_item_new (OKR_TYPE_CHECK_IN, NULL);
  okr_plan_begin (plan, okr_edit_get_label (check_in, OKR_EDIT_VERB_ADD));
  success = insert (plan, OKR_ITEM (kr), G_MAXUINT, check_in, error) &&
            fill_check_in (plan, check_in, entry, day, error) &&
            set_milestones (plan, kr, entry, day, error);
  if (!okr_edit_finish (plan, success))
    return NULL;

  return OKR_CHECK_IN (check_in);
}

/**
 * okr_edit_retract:
 * @check_in: a check-in of @plan
 * @retracted: whether it no longer counts
 * @error: return location for an error, as for okr_plan_set()
 *
 * Takes a check-in out of account, or back into it. It stays in the log.
 *
 * Returns: whether that is so now
 */
gboolean
okr_edit_retract (OkrPlan *plan, OkrCheckIn *check_in, gboolean retracted, GError **error)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_CHECK_IN (check_in), FALSE);

  okr_plan_begin (plan, retracted ? _ ("Retract Check-in") : _ ("Restore Check-in"));

  return okr_edit_finish (plan, okr_edit_set_boolean (plan, OKR_ITEM (check_in), "retracted",
                                                      retracted, error));
}
