/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From JSON values to the values of fields, with errors that name the place. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-item-private.h"
#include "okr-json-scan.h"
#include "okr-json-shelter.h"
#include "okr-reader-private.h"
#include "okr-timestamp.h"

/* Sets an error that begins with the place: "Line 12, column 5: …". Takes the message. */
gboolean
okr_reader_fail (OkrReader *self, OkrModelError code, char *message, GError **error)
{
  guint line = 1;
  guint column = 1;

  okr_json_locate (self->text, self->length, self->path->str, &line, &column);
  g_set_error (error, OKR_MODEL_ERROR, (int) code,
               /* Translators: a place in a file, then what is wrong there */
               _ ("Line %u, column %u: %s"), line, column, message);
  g_free (message);

  return FALSE;
}

static const char *
describe_node (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return _ ("an object");
    case JSON_NODE_ARRAY:
      return _ ("a list");
    case JSON_NODE_NULL:
      return _ ("null");
    case JSON_NODE_VALUE:
    default:
      if (okr_json_node_is_text (node))
        return _ ("a text");
      if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        return _ ("true or false");
      return _ ("a number");
    }
}

gboolean
okr_reader_fail_type (OkrReader *self, const OkrField *field, JsonNode *node, const char *expected,
                      GError **error)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return okr_reader_fail (
        self, OKR_MODEL_ERROR_TYPE,
        g_strdup_printf (_ ("“%s” is null. Leave the member out where there is no "
                            "value."),
                         field->name),
        error);

  return okr_reader_fail (
      self, OKR_MODEL_ERROR_TYPE,
      /* Translators: a member's name, what it must be ("a number"), what it is */
      g_strdup_printf (_ ("“%s” must be %s, but here it is %s."), field->name, expected,
                       describe_node (node)),
      error);
}

static gboolean
read_text (OkrReader *self, const OkrField *field, JsonNode *node, GValue *value, GError **error)
{
  if (!okr_json_node_is_text (node))
    return okr_reader_fail_type (self, field, node, _ ("a text"), error);

  g_value_set_string (value, okr_json_node_get_text (node));
  if (field->type == OKR_FIELD_TIMESTAMP && *okr_json_node_get_text (node) != '\0' &&
      !okr_timestamp_is_valid (okr_json_node_get_text (node)))
    return okr_reader_fail (
        self, OKR_MODEL_ERROR_VALUE,
        g_strdup_printf (_ ("“%s” needs a time in UTC such as 2027-01-15T09:30:00Z, "
                            "not “%s”."),
                         field->name, okr_json_node_get_text (node)),
        error);

  return TRUE;
}

static gboolean
read_number (OkrReader *self, const OkrField *field, JsonNode *node, GValue *value, GError **error)
{
  g_autoptr (GError) invalid = NULL;
  double number;

  if (!okr_json_node_is_number (node))
    return okr_reader_fail_type (self, field, node, _ ("a number"), error);

  number = okr_json_node_get_number (node);
  if (!okr_field_validate_number (field, number, &invalid))
    return okr_reader_fail (self, OKR_MODEL_ERROR_VALUE, g_strdup (invalid->message), error);
  if (field->type == OKR_FIELD_NUMBER)
    {
      g_value_set_double (value, number);
      return TRUE;
    }
  if (fabs (number) > G_MAXINT || trunc (number) < number || trunc (number) > number)
    return okr_reader_fail_type (self, field, node, _ ("a whole number"), error);

  g_value_set_int (value, (int) number);
  return TRUE;
}

static gboolean
read_enum (OkrReader *self, const OkrField *field, JsonNode *node, GValue *value, GError **error)
{
  g_autoptr (GError) parse_error = NULL;

  if (!okr_json_node_is_text (node))
    return okr_reader_fail_type (self, field, node, _ ("a text"), error);
  if (*okr_json_node_get_text (node) != '\0' &&
      okr_field_parse (field, okr_json_node_get_text (node), value, &parse_error))
    return TRUE;

  return okr_reader_fail (self, OKR_MODEL_ERROR_VALUE,
                          parse_error != NULL
                              ? g_strdup (parse_error->message)
                              : g_strdup_printf (_ ("“%s” must not be empty."), field->name),
                          error);
}

static gboolean
read_day (OkrReader *self, const OkrField *field, JsonNode *node, GValue *value, GError **error)
{
  OkrDay day = OKR_DAY_NONE;

  if (!okr_json_node_is_text (node))
    return okr_reader_fail_type (self, field, node, _ ("a date"), error);
  if (!okr_day_parse (okr_json_node_get_text (node), &day))
    return okr_reader_fail (
        self, OKR_MODEL_ERROR_VALUE,
        g_strdup_printf (_ ("“%s” needs a date that exists, such as 2027-01-15, not "
                            "“%s”."),
                         field->name, okr_json_node_get_text (node)),
        error);

  g_value_set_uint (value, day);
  return TRUE;
}

static gboolean
read_strings (OkrReader *self, const OkrField *field, JsonNode *node, GValue *value, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return okr_reader_fail_type (self, field, node, _ ("a list of texts"), error);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!okr_json_node_is_text (element))
        return okr_reader_fail_type (self, field, element, _ ("a list of texts"), error);
      g_strv_builder_add (builder, okr_json_node_get_text (element));
    }

  g_value_take_boxed (value, g_strv_builder_end (builder));
  return TRUE;
}

static gboolean
read_value (OkrReader *self, const OkrField *field, JsonNode *node, GValue *value, GError **error)
{
  switch (field->type)
    {
    case OKR_FIELD_NUMBER:
    case OKR_FIELD_INTEGER:
      return read_number (self, field, node, value, error);
    case OKR_FIELD_BOOLEAN:
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        return okr_reader_fail_type (self, field, node, _ ("true or false"), error);
      g_value_set_boolean (value, json_node_get_boolean (node));
      return TRUE;
    case OKR_FIELD_ENUM:
      return read_enum (self, field, node, value, error);
    case OKR_FIELD_DAY:
      return read_day (self, field, node, value, error);
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      return read_strings (self, field, node, value, error);
    case OKR_FIELD_JSON:
      g_value_set_boxed (value, node);
      return TRUE;
    case OKR_FIELD_ID:
    case OKR_FIELD_CHILDREN:
      g_return_val_if_reached (FALSE);
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    default:
      return read_text (self, field, node, value, error);
    }
}

gboolean
okr_reader_read_field (OkrReader *self, OkrItem *item, const OkrField *field, JsonNode *node,
                       GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) invalid = NULL;

  g_value_init (&value, okr_field_get_value_type (field));
  if (!read_value (self, field, node, &value, error))
    return FALSE;
  if (!okr_field_validate (field, &value, &invalid))
    return okr_reader_fail (self, OKR_MODEL_ERROR_VALUE, g_strdup (invalid->message), error);

  okr_item_store_silently (item, field, &value);
  /* What is something else need not be stated any more when it becomes the fallback again. */
  if (okr_field_is_fallback (field, item))
    okr_item_mark_stated (item, field);

  return TRUE;
}
