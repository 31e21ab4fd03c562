/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FIELD=VALUE, and the ids and names that stand beside it on the command line. */
#include "config.h"

#include "okr-assignment.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "okr-edit.h"
#include "okr-entry.h"
#include "okr-number.h"

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_utf8_collate (folded_a, folded_b) == 0;
}

static void
add_word (GString *words, const char *word)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", word);
}

/* Cycles, teams or KPIs of that name, in which case does not matter. */
static void
find_named (OkrPlan *plan, GType type, const char *name, OkrItem *except, GPtrArray *found)
{
  GListModel *list =
      okr_item_get_children (OKR_ITEM (plan), okr_edit_find_list (OKR_ITEM (plan), type));

  if (okr_assignment_is_blank (name))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (OkrItem) candidate = g_list_model_get_item (list, i);

      if (candidate != except && same_name (okr_item_get_title (candidate), name))
        g_ptr_array_add (found, candidate); /* the plan holds it */
    }
}

static void
refuse_rivals (const char *name, GPtrArray *rivals, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < rivals->len; i++)
    add_word (ids, okr_item_get_id (rivals->pdata[i]));
  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_ITEM,
               /* Translators: a name, and a list of ids */
               _ ("More than one is called “%s”. Write the id of the one you mean: %s."), name,
               ids->str);
}

static void
refuse_name (OkrPlan *plan, GType type, const char *text, OkrItem *except, GError **error)
{
  GListModel *list =
      okr_item_get_children (OKR_ITEM (plan), okr_edit_find_list (OKR_ITEM (plan), type));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (OkrItem) candidate = g_list_model_get_item (list, i);

      if (candidate != except)
        add_word (names, okr_item_get_title (candidate));
    }
  if (names->len > 0)
    g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_ITEM,
                 /* Translators: what was typed, and a list of names */
                 _ ("Nothing is called “%s” here. There is: %s."), text, names->str);
  else
    g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_ITEM,
                 _ ("Nothing is called “%s” here: this plan has none of that kind yet."), text);
}

/**
 * okr_assignment_find_item:
 * @text: "plan" for the plan itself, an id, or the name of a cycle, a team or a KPI, in which case
 *   does not matter; that is also the order in which they are looked for
 * @error: return location for an error that names the cure, or the ids that share this name
 *
 * Returns: (transfer none) (nullable): the item
 */
OkrItem *
okr_assignment_find_item (OkrPlan *plan, const char *text, GError **error)
{
  OkrItem *item = g_str_equal (text, "plan") ? OKR_ITEM (plan) : okr_plan_find (plan, text);
  const GType types[] = { OKR_TYPE_CYCLE, OKR_TYPE_TEAM, OKR_TYPE_KPI };
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (item != NULL)
    return item;

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    find_named (plan, types[i], text, NULL, found);
  if (found->len == 1)
    return found->pdata[0];

  if (found->len > 1)
    refuse_rivals (text, found, error);
  else
    g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_ITEM,
                 /* Translators: what was typed */
                 _ ("Nothing in this plan has the id “%s”, and no cycle, team or KPI is called so. "
                    "“okr show --plain FILE” lists all ids."),
                 text);

  return NULL;
}

/**
 * okr_assignment_find_by_name:
 * @type: the type of the cycles, the teams or the KPIs
 * @text: an id, or a name, in which case does not matter
 * @except: (nullable): an item that is not meant
 * @error: return location for an error that lists the names, or the ids that share this one
 *
 * Returns: (transfer none) (nullable): the only item that has that id or name
 */
OkrItem *
okr_assignment_find_by_name (OkrPlan *plan, GType type, const char *text, OkrItem *except,
                             GError **error)
{
  OkrItem *item = okr_plan_find_typed (plan, text, type);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (item != NULL)
    return item;

  find_named (plan, type, text, except, found);
  if (found->len == 1)
    return found->pdata[0];

  if (found->len > 1)
    refuse_rivals (text, found, error);
  else
    refuse_name (plan, type, text, except, error);

  return NULL;
}

/**
 * okr_assignment_parse_number:
 * @text: a number in the C locale's or in the user's form
 * @unit: (nullable): a unit that may stand beside it
 *
 * A text that the two read differently, such as "1.500" where a point groups digits, is refused:
 * a script must not mean another number on another machine.
 */
gboolean
okr_assignment_parse_number (const char *text, const char *unit, double *number, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *end = NULL;
  const double plain = g_ascii_strtod (text, &end);
  const gboolean is_plain =
      end != text && *end == '\0' && isfinite (plain) && strpbrk (text, "xX") == NULL;
  double typed = NAN;
  const gboolean is_typed = okr_parse_number (text, unit, &typed, &local);

  if (!is_plain && !is_typed)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (is_plain && is_typed && !okr_number_equal (plain, typed))
    {
      g_set_error (error, OKR_ENTRY_ERROR, OKR_ENTRY_ERROR_AMBIGUOUS,
                   _ ("“%s” can be read as two different numbers. Leave out what groups digits, or "
                      "add a decimal."),
                   text);
      return FALSE;
    }
  *number = is_plain ? plain : typed;

  return TRUE;
}

gboolean
okr_assignment_parse_day (const char *text, OkrDay *day, GError **error)
{
  return okr_day_parse (text, day) || okr_parse_day (text, day, error);
}

/**
 * okr_assignment_parse_position:
 * @text: a place counted from 1
 * @position: (out): the same counted from 0
 */
gboolean
okr_assignment_parse_position (const char *text, guint *position, GError **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL))
    {
      g_set_error (error, OKR_ENTRY_ERROR, OKR_ENTRY_ERROR_NOT_A_NUMBER,
                   _ ("A position is a whole number from 1, not “%s”."), text);
      return FALSE;
    }
  *position = (guint) number - 1;

  return TRUE;
}

static gboolean
can_be_set (OkrItem *item, const OkrField *field)
{
  static const char *const fixed[] = { "format",    "formatVersion", "minReader",
                                       "generator", "lineage",       NULL };

  return field->type != OKR_FIELD_ID && field->type != OKR_FIELD_JSON &&
         field->type != OKR_FIELD_CHILDREN &&
         !(OKR_IS_PLAN (item) && g_strv_contains (fixed, field->name));
}

static char *
list_fields (OkrItem *item)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *path = okr_field_dup_path (&fields[i]);

      if (can_be_set (item, &fields[i]))
        add_word (names, path);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
set_number (OkrPlan *plan, OkrItem *item, const OkrField *field, const char *path, const char *text,
            GError **error)
{
  const OkrField *unit_field = okr_item_find_field (item, "unit");
  OkrItem *holder = unit_field != NULL ? item : okr_item_get_parent (item);
  g_autofree char *unit = NULL;
  double number;

  if (holder != NULL && (unit_field = okr_item_find_field (holder, "unit")) != NULL)
    unit = okr_field_to_text (unit_field, holder);
  if (!okr_assignment_parse_number (text, unit, &number, error))
    {
      /* Translators: the name of a field; a sentence follows */
      g_prefix_error (error, _ ("“%s”: "), field->name);
      return FALSE;
    }

  return okr_edit_set_number (plan, item, path, number, error);
}

static gboolean
set_day (OkrPlan *plan, OkrItem *item, const OkrField *field, const char *path, const char *text,
         GError **error)
{
  OkrDay day;

  if (!okr_assignment_parse_day (text, &day, error))
    {
      /* Translators: the name of a field; a sentence follows */
      g_prefix_error (error, _ ("“%s”: "), field->name);
      return FALSE;
    }

  return okr_edit_set_day (plan, item, path, day, error);
}

static gboolean
has_names (GType type)
{
  return type == OKR_TYPE_CYCLE || type == OKR_TYPE_TEAM || type == OKR_TYPE_KPI;
}

static gboolean
set_reference (OkrPlan *plan, OkrItem *item, const OkrField *field, const char *path,
               const char *text, GError **error)
{
  OkrItem *target;

  if (field->get_type == NULL || !has_names (field->get_type ()))
    return okr_edit_set_from_text (plan, item, path, text, error);

  target = okr_assignment_find_by_name (plan, field->get_type (), text, item, error);
  if (target == NULL)
    {
      /* Translators: the name of a field; a sentence follows */
      g_prefix_error (error, _ ("“%s”: "), field->name);
      return FALSE;
    }

  return okr_edit_set_text (plan, item, path, okr_item_get_id (target), error);
}

/**
 * okr_assignment_is_blank:
 *
 * Returns: whether @text is nothing, or nothing but space
 */
gboolean
okr_assignment_is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

static gboolean
assign (OkrPlan *plan, OkrItem *item, const OkrField *field, const char *path, const char *text,
        GError **error)
{
  if (*text != '\0' && field->type == OKR_FIELD_NUMBER)
    return set_number (plan, item, field, path, text, error);
  if (*text != '\0' && field->type == OKR_FIELD_DAY)
    return set_day (plan, item, field, path, text, error);
  if (*text != '\0' && field->type == OKR_FIELD_REFERENCE)
    return set_reference (plan, item, field, path, text, error);
  if (okr_assignment_is_blank (text) && (field->flags & OKR_FIELD_REQUIRED) != 0 &&
      field->type != OKR_FIELD_ENUM)
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE, _ ("“%s” cannot be empty."),
                   field->name);
      return FALSE;
    }

  if (field->type == OKR_FIELD_TEXT || field->type == OKR_FIELD_PROSE)
    {
      g_autofree char *trimmed = g_strstrip (g_strdup (text));

      return okr_edit_set_from_text (plan, item, path, trimmed, error);
    }

  return okr_edit_set_from_text (plan, item, path, text, error);
}

static gboolean
apply (OkrPlan *plan, OkrItem *item, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *path = NULL;
  g_autofree char *fields = NULL;
  const OkrField *field;

  if (equals == NULL || equals == text)
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_FIELD,
                   _ ("“%s” is not of the form FIELD=VALUE."), text);
      return FALSE;
    }

  path = g_strndup (text, (gsize) (equals - text));
  field = okr_item_find_field (item, path);
  if (field != NULL && can_be_set (item, field))
    return assign (plan, item, field, path, equals + 1, error);

  fields = list_fields (item);
  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_FIELD,
               /* Translators: a kind of item, such as "Key result", what was typed, and names */
               _ ("%s: there is no field “%s” that can be set. There is: %s."),
               okr_item_get_kind_label (item), path, fields);
  return FALSE;
}

/* Of two values for one field, one would be lost without a word. */
static gboolean
check_once (char **texts, guint i, GError **error)
{
  const char *equals = strchr (texts[i], '=');
  g_autofree char *path = equals != NULL ? g_strndup (texts[i], (gsize) (equals - texts[i])) : NULL;

  for (guint k = 0; path != NULL && k < i; k++)
    {
      if (!okr_assignment_names (texts[k], path))
        continue;
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
                   _ ("“%s” is given twice. A list takes commas: tags=one,two."), path);
      return FALSE;
    }

  return TRUE;
}

/**
 * okr_assignment_apply:
 * @item: an item of @plan
 * @texts: any number of FIELD=VALUE; an empty VALUE clears
 * @error: return location for an error that names the cure
 *
 * Returns: whether the fields hold these values now; if not, some may
 */
gboolean
okr_assignment_apply (OkrPlan *plan, OkrItem *item, char **texts, GError **error)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (!check_once (texts, i, error) || !apply (plan, item, texts[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * okr_assignment_names:
 *
 * Returns: whether @text, FIELD=VALUE, is about the field @path
 */
gboolean
okr_assignment_names (const char *text, const char *path)
{
  return g_str_has_prefix (text, path) && text[strlen (path)] == '=';
}
