/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-field-node.h"

#include <glib/gi18n-lib.h>

#include "okr-error.h"
#include "okr-item.h"
#include "okr-json-shelter.h"

static JsonNode *
create_string (const char *text)
{
  return okr_json_node_new_text (text);
}

static JsonNode *
create_array (const char *const *strings)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_array_add_element (array, okr_json_node_new_text (strings[i]));

  return json_node_init_array (json_node_alloc (), array);
}

/**
 * okr_json_node_from_strings:
 * @strings: (element-type utf8): texts
 *
 * Returns: (transfer full): a list of them
 */
JsonNode *
okr_json_node_from_strings (GPtrArray *strings)
{
  g_autoptr (JsonArray) array = json_array_new ();

  g_return_val_if_fail (strings != NULL, NULL);

  for (guint i = 0; i < strings->len; i++)
    json_array_add_element (array, okr_json_node_new_text (strings->pdata[i]));

  return json_node_init_array (json_node_alloc (), array);
}

/**
 * okr_field_dup_node:
 * @item: an instance whose class has this field
 *
 * Returns: (transfer full) (nullable): what the field holds as a document would state it; %NULL
 * when it is absent, and for lists of items
 */
JsonNode *
okr_field_dup_node (const OkrField *field, OkrItem *item)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *text = NULL;

  g_return_val_if_fail (field != NULL && item != NULL, NULL);

  if (field->type == OKR_FIELD_CHILDREN ||
      (okr_field_is_fallback (field, item) && !okr_field_can_be_stated (field)))
    return NULL;

  g_value_init (&value, okr_field_get_value_type (field));
  okr_field_read (field, item, &value);
  switch (field->type)
    {
    case OKR_FIELD_NUMBER:
      return json_node_init_double (json_node_alloc (), g_value_get_double (&value));
    case OKR_FIELD_INTEGER:
      return json_node_init_int (json_node_alloc (), g_value_get_int (&value));
    case OKR_FIELD_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), g_value_get_boolean (&value));
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      return create_array (g_value_get_boxed (&value));
    case OKR_FIELD_JSON:
      return g_value_dup_boxed (&value);
    case OKR_FIELD_ID:
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_ENUM:
    case OKR_FIELD_DAY:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    case OKR_FIELD_CHILDREN:
    default:
      text = okr_field_to_text (field, item);
      return create_string (text);
    }
}

static gboolean
take_strings (JsonNode *node, GValue *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      if (!okr_json_node_is_text (json_array_get_element (array, i)))
        return FALSE;
      g_strv_builder_add (builder, okr_json_node_get_text (json_array_get_element (array, i)));
    }
  g_value_take_boxed (value, g_strv_builder_end (builder));

  return array != NULL;
}

static gboolean
take_number (const OkrField *field, JsonNode *node, GValue *value)
{
  if (!okr_json_node_is_number (node))
    return FALSE;
  if (field->type == OKR_FIELD_NUMBER)
    g_value_set_double (value, okr_json_node_get_number (node));
  else
    g_value_set_int (value, (int) CLAMP (okr_json_node_get_number (node), G_MININT, G_MAXINT));

  return TRUE;
}

static gboolean
take_node (const OkrField *field, JsonNode *node, GValue *value)
{
  switch (field->type)
    {
    case OKR_FIELD_NUMBER:
    case OKR_FIELD_INTEGER:
      return take_number (field, node, value);
    case OKR_FIELD_BOOLEAN:
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        return FALSE;
      g_value_set_boolean (value, json_node_get_boolean (node));
      return TRUE;
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      return take_strings (node, value);
    case OKR_FIELD_JSON:
      g_value_set_boxed (value, node);
      return TRUE;
    case OKR_FIELD_ENUM:
    case OKR_FIELD_DAY:
      return okr_json_node_is_text (node) &&
             okr_field_parse (field, okr_json_node_get_text (node), value, NULL);
    case OKR_FIELD_ID:
    case OKR_FIELD_CHILDREN:
      return FALSE;
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    default:
      if (!okr_json_node_is_text (node))
        return FALSE;
      g_value_set_string (value, okr_json_node_get_text (node));
      return TRUE;
    }
}

/**
 * okr_field_value_from_node:
 * @node: (nullable): what a document states; %NULL for absent
 * @value: an initialised value of okr_field_get_value_type()
 * @error: return location for an error: %OKR_MODEL_ERROR_VALUE
 *
 * Returns: whether the field may hold that, and @value was set
 */
gboolean
okr_field_value_from_node (const OkrField *field, JsonNode *node, GValue *value, GError **error)
{
  g_return_val_if_fail (field != NULL && value != NULL, FALSE);

  if (node == NULL && field->type == OKR_FIELD_JSON)
    return TRUE;
  if (node == NULL)
    return okr_field_parse (field, "", value, error);
  if (take_node (field, node, value))
    return okr_field_validate (field, value, error);

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
               /* Translators: the name of a field */
               _ ("“%s” cannot hold that value."), field->name);
  return FALSE;
}

/**
 * okr_item_find_exact_field:
 * @path: what okr_field_dup_path() says
 *
 * Unlike okr_item_find_field(), does not guess a group.
 *
 * Returns: (nullable): the field
 */
const OkrField *
okr_item_find_exact_field (OkrItem *item, const char *path)
{
  guint n_fields;
  const OkrField *fields;

  g_return_val_if_fail (OKR_IS_ITEM (item) && path != NULL, NULL);

  fields = okr_item_get_fields (item, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *own = okr_field_dup_path (&fields[i]);

      if (g_str_equal (own, path))
        return &fields[i];
    }

  return NULL;
}
