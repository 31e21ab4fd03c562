/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences in people's words. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "okr-diff.h"
#include "okr-enums.h"
#include "okr-field-node.h"
#include "okr-format.h"
#include "okr-item-name.h"
#include "okr-json-number.h"
#include "okr-json-shelter.h"

#define LONGEST_TEXT 72
#define WORDS_BEFORE 4

static OkrPlan *
find_plan (OkrItem *item)
{
  while (item != NULL && !OKR_IS_PLAN (item))
    item = okr_item_get_parent (item);

  return item != NULL ? OKR_PLAN (item) : NULL;
}

/* What people call it; its kind where its title is empty. */
static char *
name_item (OkrItem *item)
{
  g_autofree char *name = okr_item_dup_name (item);

  return g_strdup (*name != '\0' ? name : okr_item_get_kind_label (item));
}

/* On one line, and not all of it where it is long. */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdup (text);
  char *cut;

  g_strdelimit (line, "\n\r\t", ' ');
  if (g_utf8_strlen (line, -1) <= LONGEST_TEXT)
    return g_steal_pointer (&line);

  cut = g_utf8_substring (line, 0, LONGEST_TEXT - 1);
  g_strchomp (cut);
  g_free (line);
  line = g_strconcat (cut, "…", NULL);
  g_free (cut);

  return g_steal_pointer (&line);
}

static char *
quote (const char *text)
{
  g_autofree char *line = shorten (text);

  /* Translators: a text in quotation marks */
  return g_strdup_printf (_ ("“%s”"), line);
}

/* Of two long texts that begin alike, from a few words before they differ. */
static char *
quote_difference (const char *text, const char *other)
{
  const char *start = text;
  const char *words;
  g_autofree char *rest = NULL;

  for (; *start != '\0' && g_utf8_get_char (start) == g_utf8_get_char (other);
       other = g_utf8_next_char (other))
    start = g_utf8_next_char (start);
  for (guint i = 0; i < WORDS_BEFORE && start > text; i++)
    {
      words = g_utf8_strrchr (text, start - text, ' ');
      start = words != NULL ? words : text;
    }
  if (start == text)
    return quote (text);

  rest = g_strconcat ("…", *start == ' ' ? start + 1 : start, NULL);

  return quote (rest);
}

static const char *
get_unit (OkrItem *item)
{
  if (OKR_IS_CHECK_IN (item) || OKR_IS_READING (item))
    item = okr_item_get_parent (item);
  if (OKR_IS_KEY_RESULT (item))
    return okr_key_result_get_unit (OKR_KEY_RESULT (item));

  return OKR_IS_KPI (item) ? okr_kpi_get_unit (OKR_KPI (item)) : NULL;
}

static char *
name_reference (OkrItem *item, const char *id)
{
  OkrPlan *plan = find_plan (item);
  OkrItem *target = plan != NULL ? okr_plan_find (plan, id) : NULL;
  g_autofree char *name = target != NULL ? name_item (target) : g_strdup (id);

  return quote (name);
}

static char *
join (OkrItem *item, const OkrField *field, GPtrArray *strings)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < strings->len; i++)
    {
      g_autofree char *name = field->type == OKR_FIELD_REFERENCES
                                  ? name_reference (item, strings->pdata[i])
                                  : quote (strings->pdata[i]);

      /* Translators: between the parts of an enumeration */
      g_string_append_printf (joined, "%s%s", i > 0 ? _ (", ") : "", name);
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static GPtrArray *
list_strings (JsonNode *node)
{
  GPtrArray *strings = g_ptr_array_new ();
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (strings,
                     (gpointer) okr_json_node_get_text (json_array_get_element (array, i)));

  return strings;
}

static char *
describe_number (const OkrField *field, OkrItem *item, double number)
{
  const guint decimals = okr_format_count_decimals (number);

  if ((field->flags & OKR_FIELD_IN_UNIT) != 0)
    return okr_format_quantity (number, decimals, get_unit (item));

  return okr_format_number (number, decimals);
}

static char *
describe_day (const OkrField *field, const char *iso)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_UINT);
  if (!okr_field_parse (field, iso, &value, NULL))
    return g_strdup (iso);

  return okr_format_day (g_value_get_uint (&value));
}

static char *
describe_enum (const OkrField *field, const char *nick)
{
  int number;
  const char *label = NULL;

  if (okr_enum_from_nick (field->get_type (), nick, &number))
    label = okr_enum_to_label (field->get_type (), number);

  return g_strdup (label != NULL ? label : nick);
}

/* Values of conflicts come from a file as they are. */
static gboolean
fits (const OkrField *field, JsonNode *node)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, okr_field_get_value_type (field));

  return okr_field_value_from_node (field, node, &value, NULL);
}

static char *
describe_value (const OkrField *field, OkrItem *item, JsonNode *node)
{
  g_autoptr (GPtrArray) strings = NULL;
  g_autofree char *json = NULL;

  switch (field->type)
    {
    case OKR_FIELD_NUMBER:
    case OKR_FIELD_INTEGER:
      return describe_number (field, item, okr_json_node_get_number (node));
    case OKR_FIELD_DAY:
      return describe_day (field, okr_json_node_get_text (node));
    case OKR_FIELD_ENUM:
      return describe_enum (field, okr_json_node_get_text (node));
    case OKR_FIELD_REFERENCE:
      return name_reference (item, okr_json_node_get_text (node));
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      strings = list_strings (node);
      return join (item, field, strings);
    case OKR_FIELD_ID:
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
      return quote (okr_json_node_get_text (node));
    case OKR_FIELD_BOOLEAN:
    case OKR_FIELD_JSON:
    case OKR_FIELD_CHILDREN:
    default:
      json = okr_json_node_to_text (node);
      return shorten (json);
    }
}

/**
 * okr_value_to_text:
 * @field: (nullable): the field that may hold @value; %NULL for a member that this program does not
 *   know, or for the place of an item
 * @item: (nullable): the item that it belongs to
 * @value: a value as a document states it
 *
 * Returns: (transfer full): @value in people's words, such as "25 %"
 */
char *
okr_value_to_text (const OkrField *field, OkrItem *item, JsonNode *value)
{
  g_autofree char *json = NULL;
  const gboolean is_text = value != NULL && okr_json_node_is_text (value);

  g_return_val_if_fail (value != NULL, NULL);

  if (field != NULL && is_text && field->type == OKR_FIELD_REFERENCES)
    return name_reference (item, okr_json_node_get_text (value));
  if (field != NULL && fits (field, value))
    return describe_value (field, item, value);
  if (field == NULL && is_text)
    return name_reference (item, okr_json_node_get_text (value));

  json = okr_json_node_to_text (value);

  return shorten (json);
}

static char *
describe_flag (const OkrDifference *self)
{
  const gboolean is_on = self->new_value != NULL && json_node_get_boolean (self->new_value);

  if (g_str_equal (self->path, "retracted"))
    return g_strdup (is_on ? _ ("Retracted") : _ ("No longer retracted"));

  return g_strdup_printf (is_on ? /* Translators: the name of something that is either so or not */
                              _ ("%s: now yes")
                                : /* Translators: the name of something that is either so or not */
                              _ ("%s: now no"),
                          okr_field_get_label (self->field));
}

static GPtrArray *
subtract (GPtrArray *from, GPtrArray *what)
{
  GPtrArray *rest = g_ptr_array_new ();

  for (guint i = 0; i < from->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (what, from->pdata[i], g_str_equal, NULL))
        g_ptr_array_add (rest, from->pdata[i]);
    }

  return rest;
}

static char *
describe_set (const OkrDifference *self)
{
  const char *label = okr_field_get_label (self->field);
  g_autoptr (GPtrArray) old = list_strings (self->old_value);
  g_autoptr (GPtrArray) new = list_strings (self->new_value);
  g_autoptr (GPtrArray) added = subtract (new, old);
  g_autoptr (GPtrArray) removed = subtract (old, new);
  g_autofree char *came = join (self->after, self->field, added);
  g_autofree char *went = join (self->before, self->field, removed);

  if (added->len > 0 && removed->len > 0)
    /* Translators: the name of a list such as "Tags", what was added to it, what was removed */
    return g_strdup_printf (_ ("%s: added %s, removed %s"), label, came, went);
  if (added->len > 0)
    /* Translators: the name of a list such as "Tags" and what was added to it */
    return g_strdup_printf (_ ("%s: added %s"), label, came);
  if (removed->len > 0)
    /* Translators: the name of a list such as "Tags" and what was removed from it */
    return g_strdup_printf (_ ("%s: removed %s"), label, went);

  /* Translators: the name of a list such as "Tags" */
  return g_strdup_printf (_ ("%s: put into another order"), label);
}

static gboolean
is_title (const OkrField *field)
{
  return field->group == NULL &&
         (g_str_equal (field->name, "title") || g_str_equal (field->name, "name"));
}

static char *
describe_both (const OkrDifference *self, const char *old, const char *new)
{
  const char *label = okr_field_get_label (self->field);
  const OkrFieldType type = self->field->type;

  if (is_title (self->field))
    /* Translators: the title of an item before and now */
    return g_strdup_printf (_ ("Renamed from %s to %s"), old, new);
  if (type != OKR_FIELD_NUMBER && type != OKR_FIELD_INTEGER)
    /* Translators: the name of a field, its value before, its value now */
    return g_strdup_printf (_ ("%s changed from %s to %s"), label, old, new);
  if (okr_json_node_get_number (self->new_value) > okr_json_node_get_number (self->old_value))
    /* Translators: the name of a field such as "Target", a number, a larger number */
    return g_strdup_printf (_ ("%s raised from %s to %s"), label, old, new);

  /* Translators: the name of a field such as "Target", a number, a smaller number */
  return g_strdup_printf (_ ("%s lowered from %s to %s"), label, old, new);
}

static gboolean
is_absent (JsonNode *node)
{
  return node == NULL || (okr_json_node_is_text (node) && *okr_json_node_get_text (node) == '\0');
}

static char *
describe_change (const OkrDifference *self)
{
  const char *label = okr_field_get_label (self->field);
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (self->field->type == OKR_FIELD_BOOLEAN)
    return describe_flag (self);
  if ((self->field->flags & OKR_FIELD_SET) != 0)
    return describe_set (self);

  if (!is_absent (self->old_value))
    old = describe_value (self->field, self->before, self->old_value);
  if (!is_absent (self->new_value))
    new = describe_value (self->field, self->after, self->new_value);
  if (old != NULL && new != NULL && g_str_equal (old, new) &&
      okr_json_node_is_text (self->old_value) && okr_json_node_is_text (self->new_value))
    {
      const char *before = okr_json_node_get_text (self->old_value);
      const char *after = okr_json_node_get_text (self->new_value);
      g_autofree char *old_part = quote_difference (before, after);
      g_autofree char *new_part = quote_difference (after, before);

      return describe_both (self, old_part, new_part);
    }
  if (old != NULL && new != NULL)
    return describe_both (self, old, new);
  if (new != NULL)
    /* Translators: the name of a field that was empty, and its value now */
    return g_strdup_printf (_ ("%s set to %s"), label, new);

  /* Translators: the name of a field that is empty now, and its value before */
  return g_strdup_printf (_ ("%s cleared, was %s"), label, old != NULL ? old : "");
}

static char *
describe_unknown (const OkrDifference *self)
{
  if (self->old_value == NULL)
    /* Translators: the name of a member of the document */
    return g_strdup_printf (_ ("“%s” added, which this program does not know"), self->path);
  if (self->new_value == NULL)
    /* Translators: the name of a member of the document */
    return g_strdup_printf (_ ("“%s” removed, which this program does not know"), self->path);

  /* Translators: the name of a member of the document */
  return g_strdup_printf (_ ("“%s” changed, which this program does not know"), self->path);
}

static char *
describe_added (const OkrDifference *self)
{
  if (OKR_IS_CHECK_IN (self->after) && !isnan (okr_check_in_get_value (OKR_CHECK_IN (self->after))))
    {
      const OkrField *field = okr_item_find_field (self->after, "value");
      g_autofree char *value =
          describe_number (field, self->after, okr_check_in_get_value (OKR_CHECK_IN (self->after)));

      /* Translators: a number with its unit */
      return g_strdup_printf (_ ("Added, with the value %s"), value);
    }
  if (self->n_inside > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Added, with %u item in it",
                                         "Added, with %u items in it", self->n_inside),
                            self->n_inside);

  return g_strdup (_ ("Added"));
}

static char *
describe_removed (const OkrDifference *self)
{
  if (self->n_inside > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Removed, with %u item in it",
                                         "Removed, with %u items in it", self->n_inside),
                            self->n_inside);

  return g_strdup (_ ("Removed"));
}

/**
 * okr_difference_to_text:
 *
 * Returns: (transfer full): the difference in people's words, such as "Target raised from 20 % to
 *   25 %"; what it is about is for the caller to say, see okr_item_dup_name()
 */
char *
okr_difference_to_text (const OkrDifference *self)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->type)
    {
    case OKR_DIFFERENCE_ADDED:
      return describe_added (self);
    case OKR_DIFFERENCE_REMOVED:
      return describe_removed (self);
    case OKR_DIFFERENCE_MOVED:
      old = name_reference (self->before, okr_json_node_get_text (self->old_value));
      new = name_reference (self->after, okr_json_node_get_text (self->new_value));
      /* Translators: the titles of two items, such as objectives */
      return g_strdup_printf (_ ("Moved from %s to %s"), old, new);
    case OKR_DIFFERENCE_REORDERED:
      return g_strdup_printf (/* Translators: two places in a list, counted from 1 */
                              _ ("Moved from place %d to place %d"),
                              (int) json_node_get_int (self->old_value),
                              (int) json_node_get_int (self->new_value));
    case OKR_DIFFERENCE_CHANGED:
    default:
      return self->field != NULL ? describe_change (self) : describe_unknown (self);
    }
}
