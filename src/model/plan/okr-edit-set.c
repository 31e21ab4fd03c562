/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-edit-private.h"
#include "okr-list.h"

static gboolean
set_field (OkrPlan *plan, OkrItem *item, const char *path, const GValue *value, GError **error)
{
  const OkrField *field = okr_item_find_field (item, path);

  g_return_val_if_fail (field != NULL, FALSE);

  return okr_plan_set (plan, item, field, value, error);
}

static gboolean
copy_field (OkrPlan *plan, OkrItem *item, const char *from, const char *to, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;
  const OkrField *field = okr_item_find_field (item, from);

  g_value_init (&value, okr_field_get_value_type (field));
  okr_field_read (field, item, &value);

  return set_field (plan, item, to, &value, error);
}

/* Records what was agreed on a key result as its cycle becomes active. */
static gboolean
record_goalposts (OkrPlan *plan, OkrKeyResult *kr, GError **error)
{
  static const char *const names[] = { "title", "kind", "start", "target", "low", "high", "due" };
  OkrItem *item = OKR_ITEM (kr);
  g_auto (GValue) today = G_VALUE_INIT;

  if (okr_key_result_get_goalposts (kr).on != OKR_DAY_NONE)
    return TRUE;

  g_value_init (&today, G_TYPE_UINT);
  g_value_set_uint (&today, okr_plan_get_today (plan));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *agreed = g_strconcat ("agreed.", names[i], NULL);

      if (!copy_field (plan, item, names[i], agreed, error))
        return FALSE;
    }

  return set_field (plan, item, "agreed.on", &today, error);
}

static gboolean
record_all_goalposts (OkrPlan *plan, OkrCycle *cycle, GError **error)
{
  GListModel *objectives = okr_plan_get_objectives (plan);

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);
      OkrList *krs = OKR_LIST (okr_objective_get_key_results (objective));

      if (g_strcmp0 (okr_objective_get_cycle_id (objective), okr_item_get_id (OKR_ITEM (cycle))) !=
          0)
        continue;
      for (guint k = 0; k < okr_list_get_size (krs); k++)
        {
          if (!record_goalposts (plan, OKR_KEY_RESULT (okr_list_peek (krs, k)), error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
becomes_active (OkrItem *item, const OkrField *field, const GValue *value)
{
  return OKR_IS_CYCLE (item) && g_str_equal (field->name, "state") &&
         g_value_get_enum (value) == OKR_CYCLE_STATE_ACTIVE &&
         okr_cycle_get_state (OKR_CYCLE (item)) != OKR_CYCLE_STATE_ACTIVE;
}

static gboolean
is_typed (const OkrField *field)
{
  return field->type == OKR_FIELD_TEXT || field->type == OKR_FIELD_PROSE ||
         field->type == OKR_FIELD_NUMBER || field->type == OKR_FIELD_INTEGER ||
         field->type == OKR_FIELD_STRINGS;
}

static const OkrField *
require_field (OkrItem *item, const char *path, GError **error)
{
  static const char *const fixed[] = { "format",    "formatVersion", "minReader",
                                       "generator", "lineage",       NULL };
  const OkrField *field = okr_item_find_field (item, path);

  if (field != NULL && field->type != OKR_FIELD_ID && field->type != OKR_FIELD_JSON &&
      field->type != OKR_FIELD_CHILDREN &&
      !(OKR_IS_PLAN (item) && g_strv_contains (fixed, field->name)))
    return field;

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_FIELD,
               /* Translators: a kind of item, such as "Key result", and what was typed */
               _ ("%s: there is no field “%s” that can be set."), okr_item_get_kind_label (item),
               path);
  return NULL;
}

/**
 * okr_edit_set:
 * @item: an item of @plan
 * @path: a field, such as "title" or "grade.self"
 * @value: what it shall hold
 * @error: return location for an error, as for okr_plan_set(), and
 *   %OKR_MODEL_ERROR_UNKNOWN_FIELD
 *
 * Sets a field. Typing into one field joins into one step. When a cycle becomes active, what is
 * agreed of its key results is recorded in the same step.
 *
 * Returns: whether the field holds @value now
 */
gboolean
okr_edit_set (OkrPlan *plan, OkrItem *item, const char *path, const GValue *value, GError **error)
{
  const OkrField *field;
  g_autofree char *key = NULL;
  gboolean activates;
  gboolean success;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item), FALSE);
  g_return_val_if_fail (path != NULL && G_IS_VALUE (value), FALSE);

  field = require_field (item, path, error);
  if (field == NULL)
    return FALSE;

  activates = becomes_active (item, field, value);
  if (is_typed (field))
    key = g_strconcat (okr_item_get_id (item), " ", path, NULL);
  okr_plan_begin_typing (plan,
                         activates ? _ ("Activate Cycle")
                                   : okr_edit_get_label (item, OKR_EDIT_VERB_CHANGE),
                         key);
  success = okr_plan_set (plan, item, field, value, error) &&
            (!activates || record_all_goalposts (plan, OKR_CYCLE (item), error));

  return okr_edit_finish (plan, success);
}

/**
 * okr_edit_set_from_text:
 * @item: an item of @plan
 * @path: a field
 * @text: its value as okr_field_parse() reads it; empty for none
 * @error: return location for an error, as for okr_edit_set()
 *
 * Returns: whether the field holds that value now
 */
gboolean
okr_edit_set_from_text (OkrPlan *plan, OkrItem *item, const char *path, const char *text,
                        GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;
  const OkrField *field;

  g_return_val_if_fail (OKR_IS_ITEM (item) && path != NULL && text != NULL, FALSE);

  field = require_field (item, path, error);
  if (field == NULL)
    return FALSE;

  g_value_init (&value, okr_field_get_value_type (field));

  return okr_field_parse (field, text, &value, error) &&
         okr_edit_set (plan, item, path, &value, error);
}

/**
 * okr_edit_set_text:
 * @item: an item of @plan
 * @path: a field that holds text
 * @text: (nullable): what it shall hold; %NULL for ""
 * @error: return location for an error, as for okr_edit_set()
 *
 * Returns: whether the field holds @text now
 */
gboolean
okr_edit_set_text (OkrPlan *plan, OkrItem *item, const char *path, const char *text, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text != NULL ? text : "");

  return okr_edit_set (plan, item, path, &value, error);
}

/**
 * okr_edit_set_number:
 * @item: an item of @plan
 * @path: a field that holds a number
 * @number: what it shall hold; NAN for none
 * @error: return location for an error, as for okr_edit_set()
 *
 * Returns: whether the field holds @number now
 */
gboolean
okr_edit_set_number (OkrPlan *plan, OkrItem *item, const char *path, double number, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_DOUBLE);
  g_value_set_double (&value, number);

  return okr_edit_set (plan, item, path, &value, error);
}

/**
 * okr_edit_set_integer:
 * @item: an item of @plan
 * @path: a field that holds a whole number
 * @number: what it shall hold
 * @error: return location for an error, as for okr_edit_set()
 *
 * Returns: whether the field holds @number now
 */
gboolean
okr_edit_set_integer (OkrPlan *plan, OkrItem *item, const char *path, int number, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_INT);
  g_value_set_int (&value, number);

  return okr_edit_set (plan, item, path, &value, error);
}

/**
 * okr_edit_set_boolean:
 * @item: an item of @plan
 * @path: a field that holds yes or no
 * @flag: what it shall hold
 * @error: return location for an error, as for okr_edit_set()
 *
 * Returns: whether the field holds @flag now
 */
gboolean
okr_edit_set_boolean (OkrPlan *plan, OkrItem *item, const char *path, gboolean flag, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, flag);

  return okr_edit_set (plan, item, path, &value, error);
}

/**
 * okr_edit_set_enum:
 * @item: an item of @plan
 * @path: a field that holds one of several words
 * @number: a value of its enumeration
 * @error: return location for an error, as for okr_edit_set()
 *
 * Returns: whether the field holds @number now
 */
gboolean
okr_edit_set_enum (OkrPlan *plan, OkrItem *item, const char *path, int number, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;
  const OkrField *field = require_field (item, path, error);

  if (field == NULL)
    return FALSE;

  g_value_init (&value, okr_field_get_value_type (field));
  g_value_set_enum (&value, number);

  return okr_edit_set (plan, item, path, &value, error);
}

/**
 * okr_edit_set_day:
 * @item: an item of @plan
 * @path: a field that holds a day
 * @day: what it shall hold; %OKR_DAY_NONE for none
 * @error: return location for an error, as for okr_edit_set()
 *
 * Returns: whether the field holds @day now
 */
gboolean
okr_edit_set_day (OkrPlan *plan, OkrItem *item, const char *path, OkrDay day, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, day);

  return okr_edit_set (plan, item, path, &value, error);
}

/**
 * okr_edit_set_strings:
 * @item: an item of @plan
 * @path: a field that holds several texts or ids
 * @strings: (nullable) (array zero-terminated=1): what it shall hold
 * @error: return location for an error, as for okr_edit_set()
 *
 * Returns: whether the field holds @strings now
 */
gboolean
okr_edit_set_strings (OkrPlan *plan, OkrItem *item, const char *path, const char *const *strings,
                      GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRV);
  g_value_set_boxed (&value, strings);

  return okr_edit_set (plan, item, path, &value, error);
}
