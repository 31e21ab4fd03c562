/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions that a merge leaves open: new ones, and those that the copies bring along. */
#include "config.h"

#include <string.h>

#include "okr-field-node.h"
#include "okr-item-private.h"
#include "okr-json-number.h"
#include "okr-json-shelter.h"
#include "okr-merge-private.h"
#include "okr-plan-private.h"

static char *
create_key (const char *item_id, const char *path)
{
  return g_strconcat (item_id, "\n", path, NULL);
}

static void
index_plan (GHashTable *index, OkrPlan *plan)
{
  OkrList *list = plan != NULL ? OKR_LIST (okr_plan_get_conflicts (plan)) : NULL;

  for (guint i = 0; i < okr_list_get_size (list); i++)
    {
      OkrConflict *conflict = OKR_CONFLICT (okr_list_peek (list, i));

      g_hash_table_insert (index,
                           create_key (okr_conflict_get_item_id (conflict),
                                       okr_conflict_get_field_path (conflict)),
                           conflict);
    }
}

void
okr_merger_index_conflicts (OkrMerger *self)
{
  index_plan (self->open_base, self->base);
  index_plan (self->open_ours, self->ours);
  index_plan (self->open_theirs, self->theirs);
}

/* Values by their text in JSON, "" for the absent one. */
static GHashTable *
create_values (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_node_unref);
}

static void
add_value (GHashTable *self, JsonNode *node)
{
  /* A node that holds null stands for absent only here: its text is "". */
  g_hash_table_insert (self, okr_json_node_to_text (node),
                       node != NULL ? json_node_ref (node)
                                    : json_node_init_null (json_node_alloc ()));
}

static void
add_values (GHashTable *self, OkrConflict *conflict)
{
  JsonNode *others = okr_conflict_get_others (conflict);
  JsonArray *array = others != NULL ? json_node_get_array (others) : NULL;

  add_value (self, okr_conflict_get_ours (conflict));
  add_value (self, okr_conflict_get_theirs (conflict));
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    add_value (self, json_array_get_element (array, i));
}

static gboolean
asks_about (OkrConflict *conflict, const char *one, const char *other)
{
  g_autoptr (GHashTable) values = NULL;

  if (conflict == NULL)
    return FALSE;

  values = create_values ();
  add_values (values, conflict);

  return g_hash_table_contains (values, one) && g_hash_table_contains (values, other);
}

static JsonNode *
ref_node (JsonNode *node)
{
  return node != NULL ? json_node_ref (node) : NULL;
}

/* Notes that the copies disagree about a field. Usually ours stands. Where both have that very
 * question open already, it is the same value that stands on every machine: else they would never
 * agree. Returns whether theirs shall stand. */
gboolean
okr_merger_dispute (OkrMerger *self, OkrItem *item, const char *path, JsonNode *base,
                    JsonNode *ours, JsonNode *theirs)
{
  g_autofree char *key = create_key (okr_item_get_id (item), path);
  g_autofree char *our_text = okr_json_node_to_text (ours);
  g_autofree char *their_text = okr_json_node_to_text (theirs);
  const gboolean known =
      asks_about (g_hash_table_lookup (self->open_ours, key), our_text, their_text) &&
      asks_about (g_hash_table_lookup (self->open_theirs, key), our_text, their_text);
  OkrDispute *dispute = g_new0 (OkrDispute, 1);
  const gboolean swap = known && strcmp (their_text, our_text) < 0;

  dispute->item_id = g_strdup (okr_item_get_id (item));
  dispute->path = g_strdup (path);
  dispute->base = ref_node (base);
  dispute->ours = ref_node (swap ? theirs : ours);
  dispute->theirs = ref_node (swap ? ours : theirs);
  g_hash_table_insert (self->disputes, g_steal_pointer (&key), dispute);

  return swap;
}

/* The base has a question open that both copies have answered: of what stands in the base, neither
 * is what one of them left alone. */
gboolean
okr_merger_was_answered_twice (OkrMerger *self, OkrItem *item, const OkrField *field)
{
  g_autofree char *path = NULL;
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->open_base) == 0)
    return FALSE;

  path = okr_field_dup_path (field);
  key = create_key (okr_item_get_id (item), path);

  return g_hash_table_contains (self->open_base, key) &&
         !g_hash_table_contains (self->open_ours, key) &&
         !g_hash_table_contains (self->open_theirs, key);
}

void
okr_dispute_free (OkrDispute *self)
{
  g_free (self->item_id);
  g_free (self->path);
  g_clear_pointer (&self->base, json_node_unref);
  g_clear_pointer (&self->ours, json_node_unref);
  g_clear_pointer (&self->theirs, json_node_unref);
  g_free (self);
}

static void
store_node (OkrItem *conflict, const char *name, JsonNode *node)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, JSON_TYPE_NODE);
  g_value_set_boxed (&value, node);
  okr_item_store_silently (conflict, okr_item_find_field (conflict, name), &value);
}

static void
store_text (OkrItem *conflict, const char *name, const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  okr_item_store_silently (conflict, okr_item_find_field (conflict, name), &value);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

/* The first of the other values becomes theirs. */
static void
store_values (OkrItem *conflict, GHashTable *values, JsonNode *standing)
{
  g_autofree char *standing_text = okr_json_node_to_text (standing);
  g_autoptr (JsonArray) others = json_array_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GList) texts = NULL;
  gboolean first = TRUE;

  g_hash_table_remove (values, standing_text);
  texts = g_list_sort (g_hash_table_get_keys (values), compare_texts);
  store_node (conflict, "ours", standing);
  for (GList *link = texts; link != NULL; link = link->next)
    {
      JsonNode *value = g_hash_table_lookup (values, link->data);
      const gboolean absent = *(const char *) link->data == '\0';

      if (first)
        store_node (conflict, "theirs", absent ? NULL : value);
      else
        json_array_add_element (others, json_node_ref (value));
      first = FALSE;
    }
  if (json_array_get_length (others) > 0)
    node = json_node_init_array (json_node_alloc (), others);
  store_node (conflict, "others", node);
}

static char *
find_free_id (OkrMerger *self, const char *item_id, const char *path)
{
  char *id = okr_conflict_create_id (item_id, path);

  while (okr_plan_find (self->plan, id) != NULL)
    {
      g_autofree char *taken = id;

      id = okr_conflict_create_id (taken, path);
    }

  return id;
}

/* What both copies ask, or one of them alone; a question that one copy answered is settled. */
static OkrConflict *
choose_conflict (OkrMerger *self, const char *key)
{
  OkrConflict *base = g_hash_table_lookup (self->open_base, key);
  OkrConflict *ours = g_hash_table_lookup (self->open_ours, key);
  OkrConflict *theirs = g_hash_table_lookup (self->open_theirs, key);
  OkrConflict *only = ours != NULL ? ours : theirs;

  if (ours != NULL && theirs != NULL)
    return base != NULL && !okr_item_differs (OKR_ITEM (ours), OKR_ITEM (base)) ? theirs : ours;
  if (only != NULL && base != NULL && !okr_item_differs (OKR_ITEM (only), OKR_ITEM (base)))
    return NULL;

  return only;
}

static gboolean
ask_the_same (OkrMerger *self, const char *key)
{
  OkrConflict *ours = g_hash_table_lookup (self->open_ours, key);
  OkrConflict *theirs = g_hash_table_lookup (self->open_theirs, key);
  OkrConflict *base = g_hash_table_lookup (self->open_base, key);

  if (ours == NULL || theirs == NULL)
    return TRUE;

  return !okr_item_differs (OKR_ITEM (ours), OKR_ITEM (theirs)) ||
         (base != NULL && (!okr_item_differs (OKR_ITEM (ours), OKR_ITEM (base)) ||
                           !okr_item_differs (OKR_ITEM (theirs), OKR_ITEM (base))));
}

/* Of links, a question is about the main one. */
static JsonNode *
dup_main (OkrItem *item, const OkrField *field)
{
  char **ids = G_STRUCT_MEMBER (char **, item, field->offset);

  return ids != NULL ? okr_json_node_new_text (ids[0]) : NULL;
}

static JsonNode *
dup_standing (OkrMerger *self, OkrItem *conflict, OkrDispute *dispute)
{
  OkrItem *item = okr_plan_find (self->plan, okr_conflict_get_item_id (OKR_CONFLICT (conflict)));
  const OkrField *field =
      okr_item_find_exact_field (item, okr_conflict_get_field_path (OKR_CONFLICT (conflict)));

  if (dispute != NULL)
    return ref_node (dispute->ours);
  if (field != NULL && field->type == OKR_FIELD_REFERENCES)
    return dup_main (item, field);
  if (field != NULL)
    return okr_field_dup_node (field, item);

  return ref_node (okr_conflict_get_ours (OKR_CONFLICT (conflict)));
}

/* Lists all values that anybody asks about, and which of them stands. */
static void
combine (OkrMerger *self, OkrItem *conflict, const char *key, OkrDispute *dispute)
{
  g_autoptr (GHashTable) values = create_values ();
  g_autoptr (JsonNode) standing = dup_standing (self, conflict, dispute);
  OkrConflict *ours = g_hash_table_lookup (self->open_ours, key);
  OkrConflict *theirs = g_hash_table_lookup (self->open_theirs, key);

  if (ours != NULL)
    add_values (values, ours);
  if (theirs != NULL)
    add_values (values, theirs);
  if (dispute != NULL)
    {
      add_value (values, dispute->ours);
      add_value (values, dispute->theirs);
      store_node (conflict, "base", dispute->base);
    }
  store_values (conflict, values, standing);
}

static OkrItem *
create_conflict (OkrMerger *self, const char *key)
{
  OkrDispute *dispute = g_hash_table_lookup (self->disputes, key);
  OkrConflict *present = choose_conflict (self, key);
  const char *item_id;
  OkrItem *conflict;

  if (present == NULL && dispute == NULL)
    return NULL;
  item_id = present != NULL ? okr_conflict_get_item_id (present) : dispute->item_id;
  if (okr_plan_find (self->plan, item_id) == NULL)
    return NULL;

  if (present != NULL && okr_plan_find (self->plan, okr_item_get_id (OKR_ITEM (present))) == NULL)
    {
      conflict = okr_item_new (OKR_TYPE_CONFLICT, okr_item_get_id (OKR_ITEM (present)));
      okr_merger_copy_item (conflict, OKR_ITEM (present));
    }
  else
    {
      const char *path = dispute != NULL ? dispute->path : okr_conflict_get_field_path (present);
      g_autofree char *id = find_free_id (self, item_id, path);

      conflict = okr_item_new (OKR_TYPE_CONFLICT, id);
      store_text (conflict, "item", item_id);
      store_text (conflict, "field", path);
    }
  if (dispute != NULL || !ask_the_same (self, key))
    combine (self, conflict, key, dispute);

  return conflict;
}

static void
add_keys (GHashTable *keys, GHashTable *from)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (keys, key);
}

/* All questions, sorted by item and field, so that it does not matter who met them first. */
void
okr_merger_write_conflicts (OkrMerger *self)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) sorted = NULL;
  OkrList *list = OKR_LIST (okr_plan_get_conflicts (self->plan));

  add_keys (keys, self->open_ours);
  add_keys (keys, self->open_theirs);
  add_keys (keys, self->disputes);
  sorted = g_list_sort (g_hash_table_get_keys (keys), compare_texts);
  for (GList *link = sorted; link != NULL; link = link->next)
    {
      g_autoptr (OkrItem) conflict = create_conflict (self, link->data);

      if (conflict == NULL)
        continue;
      okr_list_insert (list, G_MAXUINT, conflict);
      okr_plan_index (self->plan, conflict);
    }
}
