/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields as text: what a person types on the command line, and the rules a value must meet. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-error.h"
#include "okr-field.h"
#include "okr-item.h"
#include "okr-json-number.h"
#include "okr-timestamp.h"

static gboolean
check_range (const OkrField *field, double number, GError **error)
{
  g_assert (field != NULL);

  if (isinf (number))
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
                   _ ("“%s” needs a number that is not infinite."), field->name);
      return FALSE;
    }
  if (!isnan (number) && field->maximum > field->minimum &&
      (number < field->minimum || number > field->maximum))
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
                   /* Translators: a field's name and the least and the greatest number allowed */
                   _ ("“%s” needs a number from %.0f to %.0f."), field->name, field->minimum,
                   field->maximum);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_number (const OkrField *field, double number, GError **error)
{
  g_assert (field != NULL);

  if (!isnan (number) || (isnan (field->fallback) && (field->flags & OKR_FIELD_REQUIRED) == 0))
    return check_range (field, number, error);

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
               _ ("“%s” needs a number and cannot be empty."), field->name);
  return FALSE;
}

static gboolean
check_day (const OkrField *field, OkrDay day, GError **error)
{
  g_assert (field != NULL);

  if (day == OKR_DAY_NONE ? (field->flags & OKR_FIELD_REQUIRED) == 0
                          : day <= okr_day_from_ymd (9999, 12, 31))
    return TRUE;

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
               _ ("“%s” needs a date that exists and cannot be empty."), field->name);
  return FALSE;
}

static gboolean
check_enum (const OkrField *field, int value, GError **error)
{
  g_assert (field != NULL);

  if (okr_enum_to_nick (field->get_type (), value) != NULL)
    return TRUE;

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
               _ ("“%s” cannot be number %d of its words."), field->name, value);
  return FALSE;
}

static gboolean
check_text (const OkrField *field, const char *text, GError **error)
{
  g_assert (field != NULL);

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE, _ ("“%s” needs text in UTF-8."),
               field->name);
  return FALSE;
}

static gboolean
check_texts (const OkrField *field, const char *const *texts, GError **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      if (!check_text (field, texts[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_timestamp (const OkrField *field, const char *text, GError **error)
{
  g_assert (field != NULL);

  if (text == NULL || *text == '\0' || okr_timestamp_is_valid (text))
    return TRUE;

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
               _ ("“%s” needs a time in UTC such as 2027-01-15T09:30:00Z, not “%s”."), field->name,
               text);
  return FALSE;
}

/**
 * okr_field_validate:
 * @value: a value of okr_field_get_value_type()
 * @error: return location for an error: %OKR_MODEL_ERROR_VALUE
 *
 * Returns: whether the field may hold @value
 */
gboolean
okr_field_validate (const OkrField *field, const GValue *value, GError **error)
{
  g_return_val_if_fail (field != NULL && value != NULL, FALSE);

  switch (field->type)
    {
    case OKR_FIELD_NUMBER:
      return check_number (field, g_value_get_double (value), error);
    case OKR_FIELD_INTEGER:
      /* -1 stands for "absent" where 0 is a value of its own. */
      return g_value_get_int (value) == (int) field->fallback ||
             check_range (field, g_value_get_int (value), error);
    case OKR_FIELD_TIMESTAMP:
      return check_timestamp (field, g_value_get_string (value), error);
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_REFERENCE:
      return check_text (field, g_value_get_string (value), error);
    case OKR_FIELD_ENUM:
      return check_enum (field, g_value_get_enum (value), error);
    case OKR_FIELD_DAY:
      return check_day (field, g_value_get_uint (value), error);
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      return check_texts (field, g_value_get_boxed (value), error);
    case OKR_FIELD_ID:
    case OKR_FIELD_BOOLEAN:
    case OKR_FIELD_JSON:
    case OKR_FIELD_CHILDREN:
    default:
      return TRUE;
    }
}

/**
 * okr_field_validate_number:
 * @number: a number that a document states
 * @error: return location for an error: %OKR_MODEL_ERROR_VALUE
 *
 * Stricter than okr_field_validate(): what stands for "absent" in memory has no place in a file.
 *
 * Returns: whether a document may state @number
 */
gboolean
okr_field_validate_number (const OkrField *field, double number, GError **error)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return check_range (field, number, error);
}

static char *
list_nicks (GType type)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", klass->values[i].value_nick);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
parse_enum (const OkrField *field, const char *text, GValue *value, GError **error)
{
  g_autofree char *words = NULL;
  int number;

  g_assert (field != NULL && text != NULL);

  if (okr_enum_from_nick (field->get_type (), text, &number))
    {
      g_value_set_enum (value, number);
      return TRUE;
    }

  words = list_nicks (field->get_type ());
  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
               /* Translators: a field's name, what was typed, and the words that may be typed */
               _ ("“%s” cannot be “%s”. It is one of: %s."), field->name, text, words);
  return FALSE;
}

static gboolean
parse_double (const OkrField *field, const char *text, double *number, GError **error)
{
  char *end = NULL;

  g_assert (field != NULL && text != NULL);

  *number = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && isfinite (*number))
    return TRUE;

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
               _ ("“%s” needs a number such as 12.5, not “%s”."), field->name, text);
  return FALSE;
}

static gboolean
parse_integer (const OkrField *field, const char *text, GValue *value, GError **error)
{
  gint64 number;

  g_assert (field != NULL && text != NULL);

  if (!g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &number, NULL))
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
                   _ ("“%s” needs a whole number, not “%s”."), field->name, text);
      return FALSE;
    }
  if (!check_range (field, (double) number, error))
    return FALSE;

  g_value_set_int (value, (int) number);
  return TRUE;
}

static gboolean
parse_boolean (const OkrField *field, const char *text, GValue *value, GError **error)
{
  static const char *const yes[] = { "true", "yes", "1", NULL };
  static const char *const no[] = { "false", "no", "0", NULL };

  g_assert (field != NULL && text != NULL);

  if (!g_strv_contains (yes, text) && !g_strv_contains (no, text))
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
                   _ ("“%s” is either true or false, not “%s”."), field->name, text);
      return FALSE;
    }

  g_value_set_boolean (value, g_strv_contains (yes, text));
  return TRUE;
}

static gboolean
parse_day (const OkrField *field, const char *text, GValue *value, GError **error)
{
  OkrDay day = OKR_DAY_NONE;

  g_assert (field != NULL && text != NULL);

  if (!okr_day_parse (text, &day))
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
                   _ ("“%s” needs a date that exists, such as 2027-01-15, not “%s”."), field->name,
                   text);
      return FALSE;
    }

  g_value_set_uint (value, day);
  return TRUE;
}

static void
take_part (GPtrArray *parts, GString *part)
{
  g_autofree char *text = g_strdup (part->str);

  g_assert (parts != NULL);

  g_string_truncate (part, 0);
  if (*g_strstrip (text) != '\0' &&
      !g_ptr_array_find_with_equal_func (parts, text, g_str_equal, NULL))
    g_ptr_array_add (parts, g_steal_pointer (&text));
}

static gboolean
is_escape (const char *p)
{
  return p[0] == '\\' && (p[1] == ',' || p[1] == '\\');
}

/* Nothing is twice in a list: tags, names, and what an objective contributes to are sets. */
static void
parse_strings (const char *text, GValue *value)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);

  g_assert (text != NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == ',')
        take_part (parts, part);
      else
        g_string_append_c (part, is_escape (p) ? *++p : *p);
    }
  take_part (parts, part);
  g_ptr_array_add (parts, NULL);

  g_value_take_boxed (value, g_ptr_array_steal (parts, NULL));
}

static char *
join_strings (char **strings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      for (const char *p = strings[i]; *p != '\0'; p++)
        {
          if (*p == ',' || *p == '\\')
            g_string_append_c (text, '\\');
          g_string_append_c (text, *p);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
parse_present (const OkrField *field, const char *text, GValue *value, GError **error)
{
  double number;

  g_assert (field != NULL && text != NULL);

  switch (field->type)
    {
    case OKR_FIELD_NUMBER:
      if (!parse_double (field, text, &number, error))
        return FALSE;
      g_value_set_double (value, number);
      return TRUE;
    case OKR_FIELD_INTEGER:
      return parse_integer (field, text, value, error);
    case OKR_FIELD_BOOLEAN:
      return parse_boolean (field, text, value, error);
    case OKR_FIELD_ENUM:
      return parse_enum (field, text, value, error);
    case OKR_FIELD_DAY:
      return parse_day (field, text, value, error);
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      parse_strings (text, value);
      return TRUE;
    case OKR_FIELD_ID:
    case OKR_FIELD_JSON:
    case OKR_FIELD_CHILDREN:
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_FIELD, _ ("“%s” cannot be set."),
                   field->name);
      return FALSE;
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    default:
      g_value_set_string (value, text);
      return TRUE;
    }
}

static void
set_absent (const OkrField *field, GValue *value)
{
  g_assert (field != NULL);

  if (field->type == OKR_FIELD_NUMBER)
    g_value_set_double (value, field->fallback);
  else if (field->type == OKR_FIELD_INTEGER)
    g_value_set_int (value, (int) field->fallback);
  else if (field->type == OKR_FIELD_ENUM)
    g_value_set_enum (value, (int) field->fallback);
}

/**
 * okr_field_parse:
 * @text: what was typed, in the C locale; empty means absent; a list takes commas, and `\,` is a
 *   comma within one of its words
 * @value: an initialised value of okr_field_get_value_type()
 * @error: return location for an error: %OKR_MODEL_ERROR_VALUE
 *
 * Reads text into a value that the field may hold.
 *
 * Returns: whether @value was set
 */
gboolean
okr_field_parse (const OkrField *field, const char *text, GValue *value, GError **error)
{
  g_return_val_if_fail (field != NULL && text != NULL && value != NULL, FALSE);

  if (*text == '\0' && field->type != OKR_FIELD_ID && field->type != OKR_FIELD_JSON &&
      field->type != OKR_FIELD_CHILDREN)
    set_absent (field, value);
  else if (!parse_present (field, text, value, error))
    return FALSE;

  return okr_field_validate (field, value, error);
}

static char *
value_to_text (const OkrField *field, const GValue *value)
{
  g_autoptr (GString) number = NULL;

  g_assert (field != NULL && value != NULL);

  switch (field->type)
    {
    case OKR_FIELD_NUMBER:
      number = g_string_new (NULL);
      if (!isnan (g_value_get_double (value)))
        okr_json_append_number (number, g_value_get_double (value));
      return g_string_free (g_steal_pointer (&number), FALSE);
    case OKR_FIELD_INTEGER:
      return g_strdup_printf ("%d", g_value_get_int (value));
    case OKR_FIELD_BOOLEAN:
      return g_strdup (g_value_get_boolean (value) ? "true" : "false");
    case OKR_FIELD_ENUM:
      return g_strdup (okr_enum_to_nick (G_VALUE_TYPE (value), g_value_get_enum (value)));
    case OKR_FIELD_DAY:
      return g_value_get_uint (value) == OKR_DAY_NONE ? g_strdup ("")
                                                      : okr_day_to_iso (g_value_get_uint (value));
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      return join_strings (g_value_get_boxed (value));
    case OKR_FIELD_JSON:
      return okr_json_node_to_text (g_value_get_boxed (value));
    case OKR_FIELD_CHILDREN:
      return g_strdup ("");
    case OKR_FIELD_ID:
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    default:
      return g_value_dup_string (value);
    }
}

/**
 * okr_field_to_text:
 * @item: an instance whose class has this field
 *
 * Returns: (transfer full): what the field holds, in the form okr_field_parse() reads
 */
char *
okr_field_to_text (const OkrField *field, OkrItem *item)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_val_if_fail (field != NULL && item != NULL, NULL);

  g_value_init (&value, okr_field_get_value_type (field));
  okr_field_read (field, item, &value);

  return value_to_text (field, &value);
}
