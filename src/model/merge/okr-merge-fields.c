/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of one item in a merge. */
#include "config.h"

#include <string.h>

#include "okr-field-node.h"
#include "okr-item-private.h"
#include "okr-json-shelter.h"
#include "okr-lineage.h"
#include "okr-merge-private.h"
#include "okr-order.h"

#define STRINGS(item, field) \
  ((item) != NULL ? G_STRUCT_MEMBER (char **, (item), (field)->offset) : NULL)

/* Texts that say the same are one. */
static GPtrArray *
list_names (char **strings)
{
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    {
      if (g_hash_table_add (seen, strings[i]))
        g_ptr_array_add (names, strings[i]);
    }

  return names;
}

static void
add_kept (GHashTable *kept, GPtrArray *side, GPtrArray *other, GPtrArray *base)
{
  for (guint i = 0; i < side->len; i++)
    {
      char *name = side->pdata[i];

      if (g_ptr_array_find_with_equal_func (other, name, g_str_equal, NULL) || base == NULL ||
          !g_ptr_array_find_with_equal_func (base, name, g_str_equal, NULL))
        g_hash_table_add (kept, name);
    }
}

/* The base with what either copy added and without what either removed. */
static GPtrArray *
merge_names (GPtrArray *base, GPtrArray *ours, GPtrArray *theirs)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);

  add_kept (kept, ours, theirs, base);
  add_kept (kept, theirs, ours, base);

  return okr_order_merge (base, ours, theirs, kept);
}

static void
store_names (OkrItem *item, const OkrField *field, GPtrArray *names, guint max)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GValue) value = G_VALUE_INIT;

  for (guint i = 0; i < MIN (names->len, max); i++)
    g_strv_builder_add (builder, names->pdata[i]);
  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, g_strv_builder_end (builder));
  okr_field_store (field, item, &value);
}

static void
put_first (GPtrArray *names, const char *first)
{
  guint index;

  if (first == NULL || !g_ptr_array_find_with_equal_func (names, first, g_str_equal, &index))
    return;

  g_ptr_array_insert (names, 0, g_ptr_array_steal_index (names, index));
}

static const char *
first_of (GPtrArray *names)
{
  return names != NULL && names->len > 0 ? names->pdata[0] : NULL;
}

static gboolean
has (GPtrArray *names, const char *name)
{
  return name != NULL && g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

static JsonNode *
create_id_node (const char *id)
{
  return id != NULL ? okr_json_node_new_text (id) : NULL;
}

/* Both copies chose another main one: the question is about that alone. */
static gboolean
dispute_main (OkrMerger *self, const OkrField *field, const OkrTriple *triple, const char *base,
              const char *ours, const char *theirs)
{
  g_autofree char *path = okr_field_dup_path (field);
  g_autoptr (JsonNode) base_node = create_id_node (base);
  g_autoptr (JsonNode) our_node = create_id_node (ours);
  g_autoptr (JsonNode) their_node = create_id_node (theirs);

  return okr_merger_dispute (self, triple->ours, path, base_node, our_node, their_node);
}

/* Of a list of links, the first is a field of its own: what the item mainly contributes to. */
static void
merge_main (OkrMerger *self, const OkrField *field, const OkrTriple *triple, GPtrArray *sides[3],
            GPtrArray *names)
{
  const char *base = first_of (sides[0]);
  const char *ours = first_of (sides[1]);
  const char *theirs = first_of (sides[2]);
  const char *chosen;

  if (g_strcmp0 (ours, theirs) == 0 || (triple->base != NULL && g_strcmp0 (theirs, base) == 0))
    chosen = ours;
  else if (triple->base != NULL && g_strcmp0 (ours, base) == 0)
    chosen = theirs;
  else if (has (names, ours) && has (names, theirs))
    chosen = dispute_main (self, field, triple, base, ours, theirs) ? theirs : ours;
  else
    chosen = ours;

  if (!has (names, chosen))
    chosen = has (names, ours) ? ours : theirs;
  put_first (names, chosen);
}

static void
merge_set (OkrMerger *self, const OkrField *field, OkrItem *item, const OkrTriple *triple)
{
  g_autoptr (GPtrArray) base = list_names (STRINGS (triple->base, field));
  g_autoptr (GPtrArray) ours = list_names (STRINGS (triple->ours, field));
  g_autoptr (GPtrArray) theirs = list_names (STRINGS (triple->theirs, field));
  g_autoptr (GPtrArray) names = merge_names (base, ours, theirs);
  GPtrArray *sides[3] = { base, ours, theirs };

  if (field->type == OKR_FIELD_REFERENCES)
    merge_main (self, field, triple, sides, names);
  store_names (item, field, names, G_MAXUINT);
}

/* How the document came to be is nothing to ask people about. */
static void
merge_provenance (const OkrField *field, OkrItem *item, const OkrTriple *triple)
{
  if (field->type == OKR_FIELD_STRINGS)
    {
      g_autoptr (GPtrArray) base = list_names (STRINGS (triple->base, field));
      g_autoptr (GPtrArray) ours = list_names (STRINGS (triple->ours, field));
      g_autoptr (GPtrArray) theirs = list_names (STRINGS (triple->theirs, field));
      g_autoptr (GPtrArray) names = merge_names (base, ours, theirs);

      store_names (item, field, names, OKR_LINEAGE_MAX);
    }
  else if (field->type == OKR_FIELD_INTEGER
               ? G_STRUCT_MEMBER (int, triple->theirs, field->offset) >
                     G_STRUCT_MEMBER (int, triple->ours, field->offset)
               : g_strcmp0 (G_STRUCT_MEMBER (char *, triple->theirs, field->offset),
                            G_STRUCT_MEMBER (char *, triple->ours, field->offset)) > 0)
    {
      okr_field_copy (field, triple->theirs, item);
    }
}

static void
dispute_field (OkrMerger *self, const OkrField *field, OkrItem *item, const OkrTriple *triple)
{
  g_autofree char *path = okr_field_dup_path (field);
  g_autoptr (JsonNode) base =
      triple->base != NULL ? okr_field_dup_node (field, triple->base) : NULL;
  g_autoptr (JsonNode) ours = okr_field_dup_node (field, triple->ours);
  g_autoptr (JsonNode) theirs = okr_field_dup_node (field, triple->theirs);

  if (okr_merger_dispute (self, triple->ours, path, base, ours, theirs))
    okr_field_copy (field, triple->theirs, item);
}

/* @item holds what ours holds. */
static void
merge_field (OkrMerger *self, const OkrField *field, OkrItem *item, const OkrTriple *whole)
{
  OkrTriple without_base = { NULL, whole->ours, whole->theirs };
  const OkrTriple *triple = whole->base != NULL && okr_merger_was_answered_twice (self, item, field)
                                ? &without_base
                                : whole;

  if (field->type == OKR_FIELD_ID || field->type == OKR_FIELD_CHILDREN ||
      okr_field_is_same (field, triple->ours, triple->theirs) ||
      (triple->base != NULL && okr_field_is_same (field, triple->base, triple->theirs)))
    return;

  if (triple->base != NULL && okr_field_is_same (field, triple->base, triple->ours))
    okr_field_copy (field, triple->theirs, item);
  else if ((field->flags & OKR_FIELD_PROVENANCE) != 0)
    merge_provenance (field, item, triple);
  else if ((field->flags & OKR_FIELD_SET) != 0)
    merge_set (self, field, item, triple);
  else
    dispute_field (self, field, item, triple);
}

/* A check-in that the other copy removed is taken out of account, not out of the log. */
static void
retract_if_removed (OkrMerger *self, OkrItem *item, const OkrTriple *triple)
{
  OkrItem *left = triple->ours != NULL ? triple->ours : triple->theirs;
  const char *parent = okr_item_get_id (okr_item_get_parent (left));
  const OkrTriple parents = okr_merger_find (self, parent);
  g_auto (GValue) value = G_VALUE_INIT;

  if (!OKR_IS_CHECK_IN (item) || triple->base == NULL || parents.ours == NULL ||
      parents.theirs == NULL || okr_item_differs (left, triple->base))
    return;

  g_value_init (&value, G_TYPE_BOOLEAN);
  g_value_set_boolean (&value, TRUE);
  okr_field_store (okr_item_find_field (item, "retracted"), item, &value);
}

/* All that @from holds but its children. */
void
okr_merger_copy_item (OkrItem *item, OkrItem *from)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (from, &n_fields);
  OkrUnknown *unknown = okr_item_peek_unknown (from);

  for (guint i = 0; i < n_fields; i++)
    okr_field_copy (&fields[i], from, item);
  okr_item_take_unknown (item, unknown != NULL ? okr_unknown_copy (unknown) : NULL,
                         okr_item_get_stated (from));
}

void
okr_merger_merge_fields (OkrMerger *self, OkrItem *item, const OkrTriple *triple)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  okr_merger_copy_item (item, triple->ours != NULL ? triple->ours : triple->theirs);
  if (triple->ours == NULL || triple->theirs == NULL)
    {
      retract_if_removed (self, item, triple);
      return;
    }

  for (guint i = 0; i < n_fields; i++)
    merge_field (self, &fields[i], item, triple);
}
