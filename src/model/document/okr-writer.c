/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-writer.h"

#include <math.h>
#include <string.h>

#include "okr-item-private.h"
#include "okr-json-number.h"
#include "okr-list.h"
#include "okr-writer-private.h"

typedef struct
{
  GString *out;
  guint indent;
  gboolean first; /* nothing stands in the present object or array yet */

  /* To write in parts: each of the plan's children is one, and so is what stands between. */
  GPtrArray *parts;
  OkrPieceFunc get_piece;
  gpointer data;
} Writer;

/* A child of the plan stands in an array in the plan's object. */
#define PIECE_INDENT 2

static void write_item (Writer *self, OkrItem *item);

static void
start_line (Writer *self)
{
  static const char spaces[] = "                                ";
  guint left = self->indent * 2;

  if (!self->first)
    g_string_append_c (self->out, ',');
  g_string_append_c (self->out, '\n');
  self->first = FALSE;
  for (; left > 0; left -= MIN (left, (guint) sizeof spaces - 1))
    g_string_append_len (self->out, spaces, MIN (left, sizeof spaces - 1));
}

static void
start_member (Writer *self, const char *name)
{
  start_line (self);
  okr_json_append_string (self->out, name);
  g_string_append (self->out, ": ");
}

static void
open_bracket (Writer *self, char bracket)
{
  g_string_append_c (self->out, bracket);
  self->indent++;
  self->first = TRUE;
}

static void
close_bracket (Writer *self, char bracket)
{
  self->indent--;
  if (!self->first)
    {
      self->first = TRUE;
      start_line (self);
    }
  g_string_append_c (self->out, bracket);
  self->first = FALSE;
}

static void
write_strings (Writer *self, char **strings)
{
  g_string_append_c (self->out, '[');
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (self->out, ", ");
      okr_json_append_string (self->out, strings[i]);
    }
  g_string_append_c (self->out, ']');
}

static void
end_part (Writer *self)
{
  g_ptr_array_add (self->parts, g_string_free_to_bytes (self->out));
  self->out = g_string_sized_new (256);
}

static void
write_child (Writer *self, OkrItem *child)
{
  if (self->parts == NULL || self->indent != PIECE_INDENT)
    {
      write_item (self, child);
      return;
    }
  end_part (self);
  g_ptr_array_add (self->parts, g_bytes_ref (self->get_piece (child, self->data)));
}

static void
write_children (Writer *self, OkrList *list)
{
  open_bracket (self, '[');
  for (guint i = 0; i < okr_list_get_size (list); i++)
    {
      start_line (self);
      write_child (self, okr_list_peek (list, i));
    }
  close_bracket (self, ']');
}

static void
write_value (Writer *self, OkrItem *item, const OkrField *field)
{
  const char *text;

  switch (field->type)
    {
    case OKR_FIELD_ID:
      okr_json_append_string (self->out, okr_item_get_id (item));
      break;
    case OKR_FIELD_NUMBER:
      okr_json_append_number (self->out, G_STRUCT_MEMBER (double, item, field->offset));
      break;
    case OKR_FIELD_INTEGER:
      g_string_append_printf (self->out, "%d", G_STRUCT_MEMBER (int, item, field->offset));
      break;
    case OKR_FIELD_BOOLEAN:
      g_string_append (self->out,
                       G_STRUCT_MEMBER (gboolean, item, field->offset) ? "true" : "false");
      break;
    case OKR_FIELD_ENUM:
      okr_json_append_string (self->out,
                              okr_enum_to_nick (field->get_type (),
                                                G_STRUCT_MEMBER (int, item, field->offset)));
      break;
    case OKR_FIELD_DAY:
      g_string_append_c (self->out, '"');
      if (G_STRUCT_MEMBER (OkrDay, item, field->offset) != OKR_DAY_NONE)
        okr_day_append_iso (self->out, G_STRUCT_MEMBER (OkrDay, item, field->offset));
      g_string_append_c (self->out, '"');
      break;
    case OKR_FIELD_REFERENCES:
    case OKR_FIELD_STRINGS:
      write_strings (self, G_STRUCT_MEMBER (char **, item, field->offset));
      break;
    case OKR_FIELD_JSON:
      okr_json_append_node (self->out, G_STRUCT_MEMBER (JsonNode *, item, field->offset),
                            self->indent);
      break;
    case OKR_FIELD_CHILDREN:
      write_children (self, G_STRUCT_MEMBER (OkrList *, item, field->offset));
      break;
    case OKR_FIELD_TEXT:
    case OKR_FIELD_PROSE:
    case OKR_FIELD_TIMESTAMP:
    case OKR_FIELD_REFERENCE:
    default:
      text = G_STRUCT_MEMBER (const char *, item, field->offset);
      okr_json_append_string (self->out, text != NULL ? text : "");
      break;
    }
}

static void
write_unknown (Writer *self, OkrItem *item, const char *group, const char *after)
{
  OkrUnknown *unknown = okr_item_peek_unknown (item);

  for (guint i = 0; i < okr_unknown_get_size (unknown); i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (unknown, i);

      if (g_strcmp0 (member->group, group) != 0 || !g_str_equal (member->after, after))
        continue;
      start_member (self, member->name);
      okr_json_append_node (self->out, member->node, self->indent);
    }
}

static gboolean
is_written (OkrItem *item, const OkrField *field)
{
  return (field->flags & OKR_FIELD_REQUIRED) != 0 || !okr_field_is_fallback (field, item) ||
         (okr_item_is_stated (item, field) && okr_field_can_be_stated (field));
}

static gboolean
group_is_present (OkrItem *item, const OkrField *fields, guint n_fields, guint first)
{
  OkrUnknown *unknown = okr_item_peek_unknown (item);

  for (guint i = first; i < n_fields && g_strcmp0 (fields[i].group, fields[first].group) == 0;
       i++)
    {
      if (is_written (item, &fields[i]))
        return TRUE;
    }
  for (guint i = 0; i < okr_unknown_get_size (unknown); i++)
    {
      if (g_strcmp0 (okr_unknown_get (unknown, i)->group, fields[first].group) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Writes the object that holds fields[first] and those after it in the same group; returns the
 * index of the first field after the group. */
static guint
write_group (Writer *self, OkrItem *item, const OkrField *fields, guint n_fields, guint first)
{
  const char *group = fields[first].group;
  const gboolean present = group_is_present (item, fields, n_fields, first);
  guint i = first;

  if (present)
    {
      start_member (self, group);
      open_bracket (self, '{');
      write_unknown (self, item, group, "");
    }
  for (; i < n_fields && fields[i].group != NULL && g_str_equal (fields[i].group, group); i++)
    {
      if (!present)
        continue;
      if (is_written (item, &fields[i]) || (fields[i].flags & OKR_FIELD_WITH_GROUP) != 0)
        {
          start_member (self, fields[i].name);
          write_value (self, item, &fields[i]);
        }
      write_unknown (self, item, group, fields[i].name);
    }
  if (present)
    close_bracket (self, '}');
  write_unknown (self, item, NULL, group);

  return i;
}

static void
write_item (Writer *self, OkrItem *item)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);
  guint i = 0;

  open_bracket (self, '{');
  write_unknown (self, item, NULL, "");
  while (i < n_fields)
    {
      if (fields[i].group != NULL)
        {
          i = write_group (self, item, fields, n_fields, i);
          continue;
        }
      if (is_written (item, &fields[i]))
        {
          start_member (self, fields[i].name);
          write_value (self, item, &fields[i]);
        }
      write_unknown (self, item, NULL, fields[i].name);
      i++;
    }
  close_bracket (self, '}');
}

GBytes *
okr_item_to_piece (OkrItem *item)
{
  Writer self = { .out = g_string_sized_new (4096), .indent = PIECE_INDENT, .first = TRUE };

  write_item (&self, item);

  return g_string_free_to_bytes (self.out);
}

GPtrArray *
okr_plan_to_parts (OkrPlan *plan, OkrPieceFunc get_piece, gpointer data)
{
  Writer self = { .out = g_string_sized_new (4096),
                  .first = TRUE,
                  .parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref),
                  .get_piece = get_piece,
                  .data = data };

  write_item (&self, OKR_ITEM (plan));
  g_string_append_c (self.out, '\n');
  g_ptr_array_add (self.parts, g_string_free_to_bytes (self.out));

  return self.parts;
}

/**
 * okr_item_to_json:
 * @item: an item
 *
 * Returns: (transfer full): the item as it stands in a document, with a final newline
 */
char *
okr_item_to_json (OkrItem *item)
{
  Writer self = { .out = g_string_sized_new (4096), .first = TRUE };

  g_return_val_if_fail (OKR_IS_ITEM (item), NULL);

  write_item (&self, item);
  g_string_append_c (self.out, '\n');

  return g_string_free (self.out, FALSE);
}

/**
 * okr_plan_to_bytes:
 * @plan: a plan
 *
 * Writes a plan in the canonical form: the same plan always gives the same bytes.
 *
 * Returns: (transfer full): the document
 */
GBytes *
okr_plan_to_bytes (OkrPlan *plan)
{
  char *json;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  json = okr_item_to_json (OKR_ITEM (plan));

  return g_bytes_new_take (json, strlen (json));
}
