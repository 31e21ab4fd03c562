/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads back what is about to be saved, member by member, beside the plan it was made of. Shares
 * nothing with the writer, and makes no tree: a save costs little more than the writing. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-item-private.h"
#include "okr-json-pull-private.h"
#include "okr-json-scan.h"
#include "okr-list.h"
#include "okr-number.h"
#include "okr-reader.h"
#include "okr-unknown.h"

typedef struct
{
  OkrJsonPull pull;
  const char *culprit; /* the id of the innermost item that reads differently */
} Verifier;

/* What was seen of one item, its groups included. */
typedef struct
{
  OkrItem *item;
  const OkrField *fields;
  guint n_fields;
  guint next_field;
  guint64 seen;
  guint next_unknown;
  guint n_unknown;
} Seen;

static gboolean same_item (Verifier *self, OkrItem *item);

static gboolean
same_text (Verifier *self, const char *expected)
{
  OkrJsonText text;

  return okr_json_pull_text (&self->pull, &text) &&
         okr_json_text_equal (&text, expected != NULL ? expected : "");
}

static gboolean
same_number (Verifier *self, double expected)
{
  double number;

  return okr_json_pull_number (&self->pull, &number) && okr_number_equal (number, expected);
}

static gboolean
same_enum (Verifier *self, const OkrField *field, int expected)
{
  OkrJsonText text;
  char nick[32];
  int value;

  if (!okr_json_pull_text (&self->pull, &text) || text.length >= sizeof nick)
    return FALSE;

  memcpy (nick, text.start, text.length);
  nick[text.length] = '\0';

  return okr_enum_from_nick (field->get_type (), nick, &value) && value == expected;
}

static gboolean
same_day (Verifier *self, OkrDay expected)
{
  OkrJsonText text;
  char iso[11];
  OkrDay day;

  if (!okr_json_pull_text (&self->pull, &text) || text.length != sizeof iso - 1)
    return FALSE;

  memcpy (iso, text.start, sizeof iso - 1);
  iso[sizeof iso - 1] = '\0';

  return okr_day_parse (iso, &day) && day == expected;
}

static gboolean
same_texts (Verifier *self, char **expected)
{
  guint i = 0;

  if (!okr_json_pull_open (&self->pull, '['))
    return FALSE;
  while (okr_json_pull_element (&self->pull, ']'))
    {
      if (expected == NULL || expected[i] == NULL || !same_text (self, expected[i++]))
        return FALSE;
    }

  return (expected == NULL || expected[i] == NULL) && okr_json_pull_close (&self->pull, ']');
}

static gboolean
same_children (Verifier *self, OkrList *list)
{
  guint i = 0;

  if (!okr_json_pull_open (&self->pull, '['))
    return FALSE;
  while (okr_json_pull_element (&self->pull, ']'))
    {
      if (i >= okr_list_get_size (list) || !same_item (self, okr_list_peek (list, i++)))
        return FALSE;
    }

  return i == okr_list_get_size (list) && okr_json_pull_close (&self->pull, ']');
}

static gboolean
same_value (Verifier *self, OkrItem *item, const OkrField *field)
{
  switch (field->type)
    {
    case OKR_FIELD_ID:
      return same_text (self, okr_item_get_id (item));
    case OKR_FIELD_NUMBER:
      return same_number (self, G_STRUCT_MEMBER (double, item, field->offset));
    case OKR_FIELD_INTEGER:
      return same_number (self, G_STRUCT_MEMBER (int, item, field->offset));
    case OKR_FIELD_BOOLEAN:
      return okr_json_pull_word (&self->pull, G_STRUCT_MEMBER (gboolean, item, field->offset)
                                                ? "true"
                                                : "false");
    case OKR_FIELD_ENUM:
      return same_enum (self, field, G_STRUCT_MEMBER (int, item, field->offset));
    case OKR_FIELD_DAY:
      return same_day (self, G_STRUCT_MEMBER (OkrDay, item, field->offset));
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      return same_texts (self, G_STRUCT_MEMBER (char **, item, field->offset));
    case OKR_FIELD_JSON:
      return okr_json_pull_same_node (&self->pull,
                                      G_STRUCT_MEMBER (JsonNode *, item, field->offset));
    case OKR_FIELD_CHILDREN:
      return same_children (self, G_STRUCT_MEMBER (OkrList *, item, field->offset));
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    default:
      return same_text (self, G_STRUCT_MEMBER (const char *, item, field->offset));
    }
}

/* Usually the next row is the one: the document has the order of the table. */
static const OkrField *
find_field (Seen *seen, const char *group, const OkrJsonText *name, const char **entered)
{
  for (guint i = 0; i < seen->n_fields; i++)
    {
      const guint index = (seen->next_field + i) % seen->n_fields;
      const OkrField *field = &seen->fields[index];

      if (g_strcmp0 (field->group, group) == 0 && okr_json_text_equal (name, field->name))
        {
          seen->next_field = index + 1;
          seen->seen |= G_GUINT64_CONSTANT (1) << index;
          return field;
        }
      if (group == NULL && field->group != NULL && okr_json_text_equal (name, field->group))
        {
          seen->next_field = index;
          *entered = field->group;
          return NULL;
        }
    }

  return NULL;
}

static gboolean
same_unknown (Verifier *self, Seen *seen, const char *group, const OkrJsonText *name)
{
  OkrUnknown *unknown = okr_item_peek_unknown (seen->item);
  const guint size = okr_unknown_get_size (unknown);

  for (guint i = 0; i < size; i++)
    {
      const guint index = (seen->next_unknown + i) % size;
      const OkrUnknownMember *member = okr_unknown_get (unknown, index);

      if (g_strcmp0 (member->group, group) != 0 || !okr_json_text_equal (name, member->name))
        continue;
      seen->next_unknown = index + 1;
      seen->n_unknown++;
      return okr_json_pull_same_node (&self->pull, member->node);
    }

  return FALSE;
}

static gboolean
same_members (Verifier *self, Seen *seen, const char *group)
{
  OkrJsonText name;

  if (!okr_json_pull_open (&self->pull, '{'))
    return FALSE;
  while (okr_json_pull_element (&self->pull, '}'))
    {
      const char *entered = NULL;
      const OkrField *field;
      gboolean same;

      if (!okr_json_pull_name (&self->pull, &name))
        return FALSE;
      field = find_field (seen, group, &name, &entered);
      if (entered != NULL)
        same = same_members (self, seen, entered);
      else if (field != NULL)
        same = same_value (self, seen->item, field);
      else
        same = same_unknown (self, seen, group, &name);
      if (!same)
        return FALSE;
    }

  return okr_json_pull_close (&self->pull, '}');
}

static gboolean
nothing_is_missing (const Seen *seen)
{
  for (guint i = 0; i < seen->n_fields; i++)
    {
      const OkrField *field = &seen->fields[i];

      if (((seen->seen >> i) & 1) == 0 && ((field->flags & OKR_FIELD_REQUIRED) != 0 ||
                                           !okr_field_is_fallback (field, seen->item)))
        return FALSE;
    }

  return seen->n_unknown == okr_unknown_get_size (okr_item_peek_unknown (seen->item));
}

static gboolean
same_item (Verifier *self, OkrItem *item)
{
  Seen seen = { .item = item };

  seen.fields = okr_item_get_fields (item, &seen.n_fields);
  if (same_members (self, &seen, NULL) && nothing_is_missing (&seen))
    return TRUE;

  if (self->culprit == NULL)
    self->culprit = okr_item_get_id (item);
  return FALSE;
}

static gboolean
fail (const char *why, GError **error)
{
  g_set_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_VERIFY,
               /* Translators: what follows is the reason, a sentence of its own */
               _ ("Saving was stopped before the file was touched: what would have been written "
                  "does not read back as this plan. %s"),
               why);

  return FALSE;
}

/**
 * okr_plan_verify_bytes:
 * @plan: a plan
 * @bytes: what okr_plan_to_bytes() made of it
 * @error: return location for an error: %OKR_MODEL_ERROR_VERIFY
 *
 * Reads back what is about to be saved, so that a fault in this program can never reach a file: the
 * bytes are scanned as those of a file are, and every member is compared with what the plan holds.
 *
 * Returns: whether the bytes say exactly what the plan holds
 */
gboolean
okr_plan_verify_bytes (OkrPlan *plan, GBytes *bytes, GError **error)
{
  Verifier self = { 0 };
  g_autoptr (GError) scan_error = NULL;
  g_autofree char *why = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && bytes != NULL, FALSE);

  text = g_bytes_get_data (bytes, &length);
  if (length > OKR_MAX_BYTES)
    return fail (_ ("It has more than 64 MiB, the most that a plan may have."), error);
  if (!okr_json_scan (text != NULL ? text : "", length, NULL, NULL, &scan_error))
    return fail (scan_error->message, error);

  okr_json_pull_init (&self.pull, text, length);
  if (!same_item (&self, OKR_ITEM (plan)) || !okr_json_pull_is_at_end (&self.pull))
    /* Translators: an id such as o-4k2m9x7qd3 */
    why = g_strdup_printf (_ ("The difference is in “%s”."),
                           self.culprit != NULL ? self.culprit : okr_item_get_id (OKR_ITEM (plan)));
  okr_json_pull_clear (&self.pull);

  return why == NULL || fail (why, error);
}
