/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to the questions that merges leave open. */
#include "config.h"

#include "okr-resolve.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-diff.h"
#include "okr-edit-private.h"
#include "okr-edit.h"
#include "okr-field-node.h"
#include "okr-item-private.h"
#include "okr-json-shelter.h"

/* What a conflict is about. */
typedef struct
{
  OkrPlan *plan;
  OkrItem *item; /* NULL where it is gone */
  const char *path;
  const OkrField *field; /* NULL for the place of the item, and for an unknown member */
  gboolean is_place;
} Subject;

static Subject
get_subject (OkrPlan *plan, OkrConflict *conflict)
{
  Subject subject = { .plan = plan, .path = okr_conflict_get_field_path (conflict) };

  subject.item = okr_plan_find (plan, okr_conflict_get_item_id (conflict));
  if (subject.item != NULL)
    subject.field = okr_item_find_exact_field (subject.item, subject.path);
  subject.is_place = subject.item != NULL && subject.field == NULL &&
                     g_str_equal (subject.path, "parent") &&
                     okr_item_get_parent (subject.item) != NULL;

  return subject;
}

/* Of the group where the item's kind has such a group, else of the item. */
static const char *
split_path (const Subject *subject, const char **group)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (subject->item, &n_fields);
  const char *dot = strchr (subject->path, '.');

  *group = NULL;
  for (guint i = 0; dot != NULL && i < n_fields; i++)
    {
      const char *own = fields[i].group;

      if (own != NULL && strlen (own) == (gsize) (dot - subject->path) &&
          strncmp (own, subject->path, strlen (own)) == 0)
        {
          *group = g_intern_string (own);
          return dot + 1;
        }
    }

  return subject->path;
}

static const OkrUnknownMember *
find_member (const Subject *subject)
{
  const char *group;
  const char *name = split_path (subject, &group);
  OkrUnknown *unknown = okr_item_peek_unknown (subject->item);

  for (guint i = 0; i < okr_unknown_get_size (unknown); i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (unknown, i);

      if (member->group == group && g_str_equal (member->name, name))
        return member;
    }

  return NULL;
}

static gboolean
set_member (const Subject *subject, JsonNode *value, GError **error)
{
  const char *group;
  const char *name = split_path (subject, &group);
  const OkrUnknownMember *present = find_member (subject);
  OkrUnknown *unknown = okr_item_peek_unknown (subject->item);
  g_autoptr (OkrUnknown) after = okr_unknown_new ();
  g_autoptr (OkrChange) change = NULL;

  for (guint i = 0; i < okr_unknown_get_size (unknown); i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (unknown, i);
      JsonNode *node = member == present ? value : member->node;

      if (node != NULL)
        okr_unknown_add (after, member->group, member->after, member->name, node);
    }
  if (present == NULL && value != NULL)
    okr_unknown_add (after, group, "", name, value);
  change = okr_change_new_unknown (subject->item, after, okr_item_get_stated (subject->item));

  return okr_plan_apply (subject->plan, change, error);
}

static gboolean
set_place (const Subject *subject, JsonNode *value, GError **error)
{
  const char *id =
      value != NULL && okr_json_node_is_text (value) ? okr_json_node_get_text (value) : "";
  OkrItem *parent = okr_plan_find (subject->plan, id);

  if (parent != NULL)
    return okr_edit_move (subject->plan, subject->item, parent, G_MAXUINT, error);

  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_UNKNOWN_ITEM,
               _ ("Nothing in this plan has the id “%s”."), id);
  return FALSE;
}

/* Makes an id the first of a list of links. */
static void
put_first (GValue *value, const char *id)
{
  const char *const *present = g_value_get_boxed (value);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, id);
  for (guint i = 0; present != NULL && present[i] != NULL; i++)
    {
      if (!g_str_equal (present[i], id))
        g_strv_builder_add (builder, present[i]);
    }
  g_value_take_boxed (value, g_strv_builder_end (builder));
}

static gboolean
set_field (const Subject *subject, JsonNode *node, GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, okr_field_get_value_type (subject->field));
  if (subject->field->type == OKR_FIELD_REFERENCES && node != NULL && okr_json_node_is_text (node))
    {
      okr_field_read (subject->field, subject->item, &value);
      put_first (&value, okr_json_node_get_text (node));
    }
  else if (!okr_field_value_from_node (subject->field, node, &value, error))
    return FALSE;

  return okr_plan_set (subject->plan, subject->item, subject->field, &value, error);
}

static gboolean
set_value (const Subject *subject, JsonNode *value, GError **error)
{
  if (subject->item == NULL)
    return TRUE;
  if (subject->field != NULL)
    return set_field (subject, value, error);
  if (subject->is_place)
    return set_place (subject, value, error);

  return set_member (subject, value, error);
}

/**
 * okr_conflict_dup_standing:
 * @plan: the plan that holds @conflict
 *
 * Returns: (transfer full) (nullable): the value that stands in the document now
 */
JsonNode *
okr_conflict_dup_standing (OkrPlan *plan, OkrConflict *conflict)
{
  Subject subject;
  const OkrUnknownMember *member;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_CONFLICT (conflict), NULL);

  subject = get_subject (plan, conflict);
  if (subject.item == NULL)
    return NULL;
  if (subject.field != NULL)
    return okr_field_dup_node (subject.field, subject.item);
  if (subject.is_place)
    return okr_json_node_new_text (okr_item_get_id (okr_item_get_parent (subject.item)));

  member = find_member (&subject);

  return member != NULL ? json_node_ref (member->node) : NULL;
}

static gboolean
can_join (const Subject *subject, JsonNode *value)
{
  if (subject->field->type == OKR_FIELD_STRINGS)
    return JSON_NODE_HOLDS_ARRAY (value);

  return okr_json_node_is_text (value);
}

/**
 * okr_conflict_can_keep_both:
 * @plan: the plan that holds @conflict
 *
 * Returns: whether %OKR_RESOLUTION_BOTH is an answer: two texts, or two lists of texts
 */
gboolean
okr_conflict_can_keep_both (OkrPlan *plan, OkrConflict *conflict)
{
  JsonNode *theirs;
  Subject subject;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_CONFLICT (conflict), FALSE);

  subject = get_subject (plan, conflict);
  theirs = okr_conflict_get_theirs (conflict);
  if (subject.field == NULL || theirs == NULL ||
      okr_field_is_fallback (subject.field, subject.item))
    return FALSE;
  if (subject.field->type != OKR_FIELD_TEXT && subject.field->type != OKR_FIELD_PROSE &&
      subject.field->type != OKR_FIELD_STRINGS)
    return FALSE;

  return can_join (&subject, theirs);
}

static JsonNode *
join_lists (JsonArray *ours, JsonArray *theirs)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  JsonArray *const arrays[] = { ours, theirs };

  for (guint a = 0; a < G_N_ELEMENTS (arrays); a++)
    {
      for (guint i = 0; i < json_array_get_length (arrays[a]); i++)
        {
          const char *text = okr_json_node_get_text (json_array_get_element (arrays[a], i));

          if (text != NULL && !g_ptr_array_find_with_equal_func (strings, text, g_str_equal, NULL))
            g_ptr_array_add (strings, (gpointer) text);
        }
    }

  return okr_json_node_from_strings (strings);
}

static JsonNode *
join (const Subject *subject, JsonNode *ours, JsonNode *theirs)
{
  g_autofree char *text = NULL;

  if (subject->field->type == OKR_FIELD_STRINGS)
    return join_lists (json_node_get_array (ours), json_node_get_array (theirs));

  text = g_strconcat (okr_json_node_get_text (ours),
                      subject->field->type == OKR_FIELD_PROSE ? "\n\n" : " / ",
                      okr_json_node_get_text (theirs), NULL);

  return okr_json_node_new_text (text);
}

/* What a third copy says belongs to it as well. */
static JsonNode *
join_all (const Subject *subject, OkrConflict *conflict)
{
  g_autoptr (JsonNode) ours = okr_conflict_dup_standing (subject->plan, conflict);
  JsonNode *joined = join (subject, ours, okr_conflict_get_theirs (conflict));
  JsonNode *others = okr_conflict_get_others (conflict);
  JsonArray *array = others != NULL ? json_node_get_array (others) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr (JsonNode) before = joined;
      JsonNode *other = json_array_get_element (array, i);

      joined = can_join (subject, other) ? join (subject, before, other) : json_node_ref (before);
    }

  return joined;
}

static gboolean
answer (const Subject *subject, OkrConflict *conflict, OkrResolution resolution, GError **error)
{
  g_autoptr (JsonNode) both = NULL;

  if (resolution == OKR_RESOLUTION_OURS)
    return TRUE;
  if (resolution == OKR_RESOLUTION_THEIRS)
    return set_value (subject, okr_conflict_get_theirs (conflict), error);
  if (!okr_conflict_can_keep_both (subject->plan, conflict))
    {
      g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VALUE,
                   /* Translators: the name of a field */
                   _ ("“%s” can hold only one of the values."), subject->path);
      return FALSE;
    }

  both = join_all (subject, conflict);

  return set_value (subject, both, error);
}

/**
 * okr_conflict_resolve:
 * @plan: the plan that holds @conflict
 * @conflict: an open question
 * @resolution: the answer
 * @error: return location for an error: as for okr_plan_set() and okr_plan_move()
 *
 * Answers a question and takes it out of the document, in one step to undo.
 *
 * Returns: whether it is answered; if not, nothing has changed
 */
gboolean
okr_conflict_resolve (OkrPlan *plan, OkrConflict *conflict, OkrResolution resolution,
                      GError **error)
{
  Subject subject;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_CONFLICT (conflict), FALSE);

  subject = get_subject (plan, conflict);
  okr_plan_begin (plan, _ ("Resolve Conflict"));

  return okr_edit_finish (plan, answer (&subject, conflict, resolution, error) &&
                                    okr_plan_remove (plan, OKR_ITEM (conflict), error));
}

/**
 * okr_conflict_get_field_label:
 * @plan: the plan that holds @conflict
 *
 * Returns: what the field in question is called in the window
 */
const char *
okr_conflict_get_field_label (OkrPlan *plan, OkrConflict *conflict)
{
  Subject subject;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_CONFLICT (conflict), "");

  subject = get_subject (plan, conflict);
  if (subject.is_place)
    return _ ("Place");

  return subject.field != NULL ? okr_field_get_label (subject.field) : subject.path;
}

/**
 * okr_conflict_value_to_text:
 * @plan: the plan that holds @conflict
 * @value: (nullable): one of the values of @conflict
 *
 * Returns: (transfer full): @value in people's words
 */
char *
okr_conflict_value_to_text (OkrPlan *plan, OkrConflict *conflict, JsonNode *value)
{
  Subject subject;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_CONFLICT (conflict), NULL);

  subject = get_subject (plan, conflict);
  if (value == NULL)
    /* Translators: the value of a field that holds nothing */
    return g_strdup (_ ("nothing"));

  return okr_value_to_text (subject.field, subject.item, value);
}

/**
 * okr_conflict_to_text:
 * @plan: the plan that holds @conflict
 *
 * Returns: (transfer full): the question as a sentence
 */
char *
okr_conflict_to_text (OkrPlan *plan, OkrConflict *conflict)
{
  g_autoptr (JsonNode) standing = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_CONFLICT (conflict), NULL);

  standing = okr_conflict_dup_standing (plan, conflict);
  ours = okr_conflict_value_to_text (plan, conflict, standing);
  theirs = okr_conflict_value_to_text (plan, conflict, okr_conflict_get_theirs (conflict));

  /* Translators: the name of a field, its value here, its value in another copy of the plan */
  return g_strdup_printf (_ ("%s is %s here and %s in another copy. Somebody has to decide."),
                          okr_conflict_get_field_label (plan, conflict), ours, theirs);
}
