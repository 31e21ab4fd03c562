/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-plain-text.h"

#include <string.h>

#include "okr-item-private.h"
#include "okr-json-number.h"
#include "okr-list.h"
#include "okr-visible-text.h"

static void write_item (GString *out, OkrItem *item, guint depth);

static void
indent (GString *out, guint depth)
{
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

/* Text of several lines stands below its name, marked so that no line of it can pass for a field.
 */
static void
write_value (GString *out, const char *path, const char *text, guint depth)
{
  g_autofree char *visible = okr_visible_text (text, OKR_VISIBLE_KEEP_LINES);
  g_auto (GStrv) lines = g_strsplit (visible, "\n", -1);

  indent (out, depth);
  if (lines[0] == NULL || lines[1] == NULL)
    {
      g_string_append_printf (out, "%s: %s\n", path, visible);
      return;
    }
  g_string_append_printf (out, "%s:\n", path);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      indent (out, depth + 1);
      g_string_append_printf (out, "| %s\n", lines[i]);
    }
}

/* Every save extends the lineage: it would be the noise in every comparison. */
static gboolean
is_lineage (const OkrField *field)
{
  return (field->flags & OKR_FIELD_PROVENANCE) != 0 && field->type == OKR_FIELD_STRINGS;
}

static void
write_field (GString *out, OkrItem *item, const OkrField *field, guint depth)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  if (field->type == OKR_FIELD_ID || field->type == OKR_FIELD_CHILDREN || is_lineage (field) ||
      (okr_field_is_fallback (field, item) && !okr_item_is_stated (item, field) &&
       (field->flags & OKR_FIELD_REQUIRED) == 0))
    return;

  path = okr_field_dup_path (field);
  text = okr_field_to_text (field, item);
  write_value (out, path, text, depth);
}

static void
write_unknown (GString *out, OkrItem *item, guint depth)
{
  OkrUnknown *unknown = okr_item_peek_unknown (item);

  for (guint i = 0; unknown != NULL && i < okr_unknown_get_size (unknown); i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (unknown, i);
      g_autoptr (GString) value = g_string_new (NULL);
      g_autofree char *path = member->group != NULL
                                  ? g_strconcat (member->group, ".", member->name, NULL)
                                  : g_strdup (member->name);
      g_autofree char *visible = okr_visible_text (path, OKR_VISIBLE_ONE_LINE);

      okr_json_append_node (value, member->node, 0);
      write_value (out, visible, value->str, depth);
    }
}

static void
write_children (GString *out, OkrItem *item, const OkrField *field, guint depth)
{
  OkrList *list = G_STRUCT_MEMBER (OkrList *, item, field->offset);

  for (guint i = 0; list != NULL && i < okr_list_get_size (list); i++)
    {
      if (OKR_IS_PLAN (item))
        g_string_append_c (out, '\n');
      write_item (out, okr_list_peek (list, i), depth);
    }
}

static void
write_item (GString *out, OkrItem *item, guint depth)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  indent (out, depth);
  g_string_append_printf (out, "%s %s\n", okr_item_get_kind (item), okr_item_get_id (item));
  for (guint i = 0; i < n_fields; i++)
    write_field (out, item, &fields[i], depth + 1);
  write_unknown (out, item, depth + 1);
  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == OKR_FIELD_CHILDREN)
        write_children (out, item, &fields[i], OKR_IS_PLAN (item) ? 0 : depth + 1);
    }
}

char *
okr_plan_to_plain_text (OkrPlan *plan)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  write_item (out, OKR_ITEM (plan), 0);

  return g_string_free (g_steal_pointer (&out), FALSE);
}
