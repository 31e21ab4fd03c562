/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-field.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-item-private.h"
#include "okr-json-number.h"
#include "okr-list.h"
#include "okr-number.h"

#define MEMBER(item, field, ctype) G_STRUCT_MEMBER (ctype, item, (field)->offset)

static gboolean
same_strings (const char *const *a, const char *const *b)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (a != NULL ? a : none, b != NULL ? b : none);
}

/**
 * okr_field_get_value_type:
 *
 * Returns: the type of the #GValues that this field is read into and stored from
 */
GType
okr_field_get_value_type (const OkrField *field)
{
  g_return_val_if_fail (field != NULL, G_TYPE_INVALID);

  switch (field->type)
    {
    case OKR_FIELD_NUMBER:
      return G_TYPE_DOUBLE;
    case OKR_FIELD_INTEGER:
      return G_TYPE_INT;
    case OKR_FIELD_BOOLEAN:
      return G_TYPE_BOOLEAN;
    case OKR_FIELD_ENUM:
      return field->get_type ();
    case OKR_FIELD_DAY:
      return G_TYPE_UINT;
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      return G_TYPE_STRV;
    case OKR_FIELD_JSON:
      return JSON_TYPE_NODE;
    case OKR_FIELD_CHILDREN:
      return G_TYPE_LIST_MODEL;
    case OKR_FIELD_ID:
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    default:
      return G_TYPE_STRING;
    }
}

/**
 * okr_field_dup_path:
 *
 * Returns: (transfer full): the name with its group: "title", "settings.graceDays"
 */
char *
okr_field_dup_path (const OkrField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  if (field->group == NULL)
    return g_strdup (field->name);

  return g_strconcat (field->group, ".", field->name, NULL);
}

/* "settings-grace-days" */
static char *
dup_property_name (const OkrField *field)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *path = okr_field_dup_path (field);

  for (const char *c = path; *c != '\0'; c++)
    {
      if (g_ascii_isupper (*c))
        g_string_append_c (name, '-');
      g_string_append_c (name, *c == '.' ? '-' : g_ascii_tolower (*c));
    }

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * okr_field_get_label:
 *
 * Returns: the translated name as the window shows it
 */
const char *
okr_field_get_label (const OkrField *field)
{
  g_return_val_if_fail (field != NULL, "");

  return field->label != NULL ? g_dgettext (GETTEXT_PACKAGE, field->label) : field->name;
}

/**
 * okr_field_create_param_spec:
 *
 * Returns: (transfer floating): a read-only property for the field, marked %OKR_PARAM_STORED
 */
GParamSpec *
okr_field_create_param_spec (const OkrField *field)
{
  const GParamFlags flags = (GParamFlags) (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                           G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB |
                                           OKR_PARAM_STORED);
  g_autofree char *name = dup_property_name (field);
  const GType type = okr_field_get_value_type (field);

  switch (field->type)
    {
    case OKR_FIELD_NUMBER:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case OKR_FIELD_INTEGER:
      return g_param_spec_int (name, NULL, NULL, G_MININT, G_MAXINT, (int) field->fallback, flags);
    case OKR_FIELD_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    case OKR_FIELD_ENUM:
      return g_param_spec_enum (name, NULL, NULL, type, (int) field->fallback, flags);
    case OKR_FIELD_DAY:
      return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
    case OKR_FIELD_JSON:
      return g_param_spec_boxed (name, NULL, NULL, type, flags);
    case OKR_FIELD_CHILDREN:
      return g_param_spec_object (name, NULL, NULL, type, flags);
    case OKR_FIELD_ID:
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    default:
      return g_param_spec_string (name, NULL, NULL, "", flags);
    }
}

/**
 * okr_field_init:
 * @item: an instance whose class has this field
 *
 * Gives the field its fallback.
 */
void
okr_field_init (const OkrField *field, OkrItem *item)
{
  g_return_if_fail (field != NULL && item != NULL);

  if (field->type == OKR_FIELD_NUMBER)
    MEMBER (item, field, double) = field->fallback;
  else if (field->type == OKR_FIELD_INTEGER || field->type == OKR_FIELD_ENUM)
    MEMBER (item, field, int) = (int) field->fallback;
}

/**
 * okr_field_clear:
 * @item: an instance whose class has this field
 *
 * Frees what the field holds.
 */
void
okr_field_clear (const OkrField *field, OkrItem *item)
{
  g_return_if_fail (field != NULL && item != NULL);

  switch (field->type)
    {
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
      g_clear_pointer (&MEMBER (item, field, char *), g_free);
      break;
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      g_clear_pointer (&MEMBER (item, field, char **), g_strfreev);
      break;
    case OKR_FIELD_JSON:
      g_clear_pointer (&MEMBER (item, field, JsonNode *), json_node_unref);
      break;
    case OKR_FIELD_CHILDREN:
      if (MEMBER (item, field, OkrList *) != NULL)
        okr_list_disown (MEMBER (item, field, OkrList *));
      g_clear_object (&MEMBER (item, field, OkrList *));
      break;
    case OKR_FIELD_ID:
    case OKR_FIELD_NUMBER:
    case OKR_FIELD_INTEGER:
    case OKR_FIELD_BOOLEAN:
    case OKR_FIELD_ENUM:
    case OKR_FIELD_DAY:
    default:
      break;
    }
}

/**
 * okr_field_read:
 * @item: an instance whose class has this field
 * @value: an initialised value of okr_field_get_value_type()
 *
 * Reads the field. Absent texts read as "".
 */
void
okr_field_read (const OkrField *field, OkrItem *item, GValue *value)
{
  const char *text;

  g_return_if_fail (field != NULL && item != NULL && value != NULL);

  switch (field->type)
    {
    case OKR_FIELD_ID:
      g_value_set_string (value, okr_item_get_id (item));
      break;
    case OKR_FIELD_NUMBER:
      g_value_set_double (value, MEMBER (item, field, double));
      break;
    case OKR_FIELD_INTEGER:
      g_value_set_int (value, MEMBER (item, field, int));
      break;
    case OKR_FIELD_BOOLEAN:
      g_value_set_boolean (value, MEMBER (item, field, gboolean));
      break;
    case OKR_FIELD_ENUM:
      g_value_set_enum (value, MEMBER (item, field, int));
      break;
    case OKR_FIELD_DAY:
      g_value_set_uint (value, MEMBER (item, field, OkrDay));
      break;
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
    case OKR_FIELD_JSON:
      g_value_set_boxed (value, MEMBER (item, field, gpointer));
      break;
    case OKR_FIELD_CHILDREN:
      g_value_set_object (value, okr_item_get_children (item, field));
      break;
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    default:
      text = MEMBER (item, field, char *);
      g_value_set_string (value, text != NULL ? text : "");
      break;
    }
}

static char *
dup_unless_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static char **
dup_strings_unless_empty (const char *const *strings)
{
  return strings != NULL && strings[0] != NULL ? g_strdupv ((char **) strings) : NULL;
}

/**
 * okr_field_store:
 * @item: an instance whose class has this field
 * @value: a value of okr_field_get_value_type()
 *
 * Stores without checks and without telling anyone.
 */
void
okr_field_store (const OkrField *field, OkrItem *item, const GValue *value)
{
  g_return_if_fail (field != NULL && item != NULL && value != NULL);

  switch (field->type)
    {
    case OKR_FIELD_NUMBER:
      /* A negative zero becomes the zero that the document knows. */
      MEMBER (item, field, double) = g_value_get_double (value) + 0.0;
      break;
    case OKR_FIELD_INTEGER:
      MEMBER (item, field, int) = g_value_get_int (value);
      break;
    case OKR_FIELD_BOOLEAN:
      MEMBER (item, field, gboolean) = g_value_get_boolean (value);
      break;
    case OKR_FIELD_ENUM:
      MEMBER (item, field, int) = g_value_get_enum (value);
      break;
    case OKR_FIELD_DAY:
      MEMBER (item, field, OkrDay) = g_value_get_uint (value);
      break;
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      g_strfreev (MEMBER (item, field, char **));
      MEMBER (item, field, char **) = dup_strings_unless_empty (g_value_get_boxed (value));
      break;
    case OKR_FIELD_JSON:
      g_clear_pointer (&MEMBER (item, field, JsonNode *), json_node_unref);
      MEMBER (item, field, JsonNode *) = g_value_dup_boxed (value);
      break;
    case OKR_FIELD_ID:
    case OKR_FIELD_CHILDREN:
      g_return_if_reached ();
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    default:
      g_free (MEMBER (item, field, char *));
      MEMBER (item, field, char *) = dup_unless_empty (g_value_get_string (value));
      break;
    }
}

/**
 * okr_field_is_fallback:
 * @item: an instance whose class has this field
 *
 * Returns: whether the field holds what an absent member means
 */
gboolean
okr_field_is_fallback (const OkrField *field, OkrItem *item)
{
  g_return_val_if_fail (field != NULL && item != NULL, TRUE);

  switch (field->type)
    {
    case OKR_FIELD_ID:
      return FALSE;
    case OKR_FIELD_NUMBER:
      return okr_number_equal (MEMBER (item, field, double), field->fallback);
    case OKR_FIELD_INTEGER:
    case OKR_FIELD_ENUM:
      return MEMBER (item, field, int) == (int) field->fallback;
    case OKR_FIELD_BOOLEAN:
      return !MEMBER (item, field, gboolean);
    case OKR_FIELD_DAY:
      return MEMBER (item, field, OkrDay) == OKR_DAY_NONE;
    case OKR_FIELD_CHILDREN:
      return MEMBER (item, field, OkrList *) == NULL ||
             g_list_model_get_n_items (G_LIST_MODEL (MEMBER (item, field, OkrList *))) == 0;
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
    case OKR_FIELD_JSON:
    default:
      return MEMBER (item, field, gpointer) == NULL;
    }
}

/**
 * okr_field_fill:
 * @item: an instance whose class has this field
 * @today: the day for dates
 *
 * Gives a required field that holds nothing something that a document may state.
 */
void
okr_field_fill (const OkrField *field, OkrItem *item, OkrDay today)
{
  g_return_if_fail (field != NULL && item != NULL && today != OKR_DAY_NONE);

  if ((field->flags & OKR_FIELD_REQUIRED) == 0 || !okr_field_is_fallback (field, item))
    return;

  if (field->type == OKR_FIELD_DAY)
    MEMBER (item, field, OkrDay) = today;
  else if (field->type == OKR_FIELD_NUMBER && isnan (field->fallback))
    MEMBER (item, field, double) = 0;
}

/**
 * okr_field_can_be_stated:
 *
 * Returns: whether a document may state the fallback: a weight of 1, say, but neither an empty text
 *   nor the number that stands for no confidence
 */
gboolean
okr_field_can_be_stated (const OkrField *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  return (field->type == OKR_FIELD_INTEGER && field->fallback >= field->minimum) ||
         field->type == OKR_FIELD_BOOLEAN || field->type == OKR_FIELD_ENUM ||
         (field->type == OKR_FIELD_NUMBER && !isnan (field->fallback));
}

/**
 * okr_field_values_equal:
 * @a: a value of okr_field_get_value_type()
 * @b: another
 *
 * Returns: whether both say the same
 */
gboolean
okr_field_values_equal (const OkrField *field, const GValue *a, const GValue *b)
{
  g_return_val_if_fail (field != NULL && a != NULL && b != NULL, FALSE);

  switch (field->type)
    {
    case OKR_FIELD_NUMBER:
      return okr_number_equal (g_value_get_double (a), g_value_get_double (b));
    case OKR_FIELD_INTEGER:
      return g_value_get_int (a) == g_value_get_int (b);
    case OKR_FIELD_BOOLEAN:
      return g_value_get_boolean (a) == g_value_get_boolean (b);
    case OKR_FIELD_ENUM:
      return g_value_get_enum (a) == g_value_get_enum (b);
    case OKR_FIELD_DAY:
      return g_value_get_uint (a) == g_value_get_uint (b);
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      return same_strings (g_value_get_boxed (a), g_value_get_boxed (b));
    case OKR_FIELD_JSON:
      return okr_json_node_same (g_value_get_boxed (a), g_value_get_boxed (b));
    case OKR_FIELD_CHILDREN:
      return g_value_get_object (a) == g_value_get_object (b);
    case OKR_FIELD_ID:
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    default:
      return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
    }
}

/**
 * okr_field_is_same:
 * @a: an instance whose class has this field
 * @b: another
 *
 * Does for two items what okr_field_values_equal() does for values, without copying any.
 *
 * Returns: whether the field says the same in both; of lists, whether they are one and the same
 */
gboolean
okr_field_is_same (const OkrField *field, OkrItem *a, OkrItem *b)
{
  g_return_val_if_fail (field != NULL && a != NULL && b != NULL, FALSE);

  switch (field->type)
    {
    case OKR_FIELD_ID:
      return g_str_equal (okr_item_get_id (a), okr_item_get_id (b));
    case OKR_FIELD_NUMBER:
      return okr_number_equal (MEMBER (a, field, double), MEMBER (b, field, double));
    case OKR_FIELD_INTEGER:
    case OKR_FIELD_BOOLEAN:
    case OKR_FIELD_ENUM:
      return MEMBER (a, field, int) == MEMBER (b, field, int);
    case OKR_FIELD_DAY:
      return MEMBER (a, field, OkrDay) == MEMBER (b, field, OkrDay);
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      return same_strings (MEMBER (a, field, const char *const *),
                           MEMBER (b, field, const char *const *));
    case OKR_FIELD_JSON:
      return okr_json_node_same (MEMBER (a, field, JsonNode *), MEMBER (b, field, JsonNode *));
    case OKR_FIELD_CHILDREN:
      return MEMBER (a, field, OkrList *) == MEMBER (b, field, OkrList *);
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    default:
      return g_strcmp0 (MEMBER (a, field, char *), MEMBER (b, field, char *)) == 0;
    }
}

/**
 * okr_field_copy:
 * @from: an instance whose class has this field
 * @to: another
 *
 * Stores in @to what @from holds, without telling anyone. Lists are left alone.
 */
void
okr_field_copy (const OkrField *field, OkrItem *from, OkrItem *to)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_return_if_fail (field != NULL && from != NULL && to != NULL);

  if (field->type == OKR_FIELD_ID || field->type == OKR_FIELD_CHILDREN ||
      okr_field_is_same (field, from, to))
    return;

  g_value_init (&value, okr_field_get_value_type (field));
  okr_field_read (field, from, &value);
  okr_field_store (field, to, &value);
}
