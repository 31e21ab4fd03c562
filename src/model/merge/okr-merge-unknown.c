/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members that this program does not know, in a merge: by name, lists whose elements have ids by
 * id, everything else as one value. */
#include "config.h"

#include <string.h>

#include "okr-item-private.h"
#include "okr-json-number.h"
#include "okr-json-shelter.h"
#include "okr-merge-private.h"
#include "okr-order.h"

static JsonNode *merge_nodes (JsonNode *base, JsonNode *ours, JsonNode *theirs, gboolean *clash);

/* Names and values, in order, of an object or of a list whose elements have ids. */
typedef struct
{
  GPtrArray *names;
  GHashTable *nodes;
} Members;

static void
init_members (Members *self)
{
  self->names = g_ptr_array_new ();
  self->nodes = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
clear_members (Members *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
}

static gboolean
add_member (Members *self, const char *name, JsonNode *node)
{
  g_ptr_array_add (self->names, (gpointer) name);

  return g_hash_table_insert (self->nodes, (gpointer) name, node);
}

static gboolean
add_object (Members *self, JsonNode *node)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    add_member (self, name, member);

  return TRUE;
}

static gboolean
add_array (Members *self, JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonNode *id = JSON_NODE_HOLDS_OBJECT (element)
                         ? json_object_get_member (json_node_get_object (element), "id")
                         : NULL;

      if (id == NULL || !okr_json_node_is_text (id) ||
          !add_member (self, okr_json_node_get_text (id), element))
        return FALSE;
    }

  return array != NULL;
}

static gboolean
keep_member (Members *base, const char *name, JsonNode *node)
{
  JsonNode *before = g_hash_table_lookup (base->nodes, name);

  return before == NULL || !okr_json_node_same (before, node);
}

/* What only one copy has was added there, or changed where the other one deleted it. */
static void
add_kept (GHashTable *kept, Members *base, Members *side, Members *other)
{
  for (guint i = 0; i < side->names->len; i++)
    {
      char *name = side->names->pdata[i];

      if (g_hash_table_contains (other->nodes, name) ||
          keep_member (base, name, g_hash_table_lookup (side->nodes, name)))
        g_hash_table_add (kept, name);
    }
}

static JsonNode *
merge_member (Members sides[3], const char *name, gboolean *clash)
{
  JsonNode *ours = g_hash_table_lookup (sides[1].nodes, name);
  JsonNode *theirs = g_hash_table_lookup (sides[2].nodes, name);

  if (ours == NULL || theirs == NULL)
    return json_node_ref (ours != NULL ? ours : theirs);

  return merge_nodes (g_hash_table_lookup (sides[0].nodes, name), ours, theirs, clash);
}

static GPtrArray *
merge_order (Members sides[3])
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);

  add_kept (kept, &sides[0], &sides[1], &sides[2]);
  add_kept (kept, &sides[0], &sides[2], &sides[1]);

  return okr_order_merge (sides[0].names, sides[1].names, sides[2].names, kept);
}

static JsonNode *
merge_objects (Members sides[3], gboolean *clash)
{
  g_autoptr (GPtrArray) names = merge_order (sides);
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < names->len; i++)
    json_object_set_member (object, names->pdata[i], merge_member (sides, names->pdata[i], clash));

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
merge_arrays (Members sides[3], gboolean *clash)
{
  g_autoptr (GPtrArray) names = merge_order (sides);
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < names->len; i++)
    json_array_add_element (array, merge_member (sides, names->pdata[i], clash));

  return json_node_init_array (json_node_alloc (), array);
}

typedef gboolean (*AddFunc) (Members *self, JsonNode *node);

/* %NULL where the values are not of that form. */
static JsonNode *
merge_as (AddFunc add, JsonNode *(*merge) (Members[3], gboolean *), JsonNode *nodes[3],
          gboolean *clash)
{
  Members sides[3];
  JsonNode *result = NULL;
  gboolean fits = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      init_members (&sides[i]);
      if (nodes[i] != NULL || i > 0)
        fits = fits && add (&sides[i], nodes[i]);
    }
  if (fits)
    result = merge (sides, clash);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    clear_members (&sides[i]);

  return result;
}

/* Where both changed the same thing differently, ours stands and @clash tells. */
static JsonNode *
merge_nodes (JsonNode *base, JsonNode *ours, JsonNode *theirs, gboolean *clash)
{
  JsonNode *nodes[3] = { base, ours, theirs };
  JsonNode *result;

  if (okr_json_node_same (ours, theirs) || (base != NULL && okr_json_node_same (base, theirs)))
    return json_node_ref (ours);
  if (base != NULL && okr_json_node_same (base, ours))
    return json_node_ref (theirs);

  result = merge_as (add_object, merge_objects, nodes, clash);
  if (result == NULL)
    result = merge_as (add_array, merge_arrays, nodes, clash);
  if (result != NULL)
    return result;

  *clash = TRUE;
  return json_node_ref (ours);
}

static char *
dup_path (const OkrUnknownMember *member)
{
  return member->group != NULL ? g_strconcat (member->group, ".", member->name, NULL)
                               : g_strdup (member->name);
}

static JsonNode *
merge_values (OkrMerger *self, OkrItem *item, const OkrUnknownMember *members[3])
{
  JsonNode *base = members[0] != NULL ? members[0]->node : NULL;
  gboolean clash = FALSE;
  g_autoptr (JsonNode) ours = merge_nodes (base, members[1]->node, members[2]->node, &clash);
  g_autoptr (JsonNode) theirs = NULL;
  g_autofree char *path = NULL;

  if (!clash)
    return g_steal_pointer (&ours);

  path = dup_path (members[1]);
  theirs = merge_nodes (base, members[2]->node, members[1]->node, &clash);

  return okr_merger_dispute (self, item, path, base, ours, theirs) ? g_steal_pointer (&theirs)
                                                                   : g_steal_pointer (&ours);
}

static const char *
merge_place (const OkrUnknownMember *members[3])
{
  const char *ours = members[1]->after;
  const char *theirs = members[2]->after;

  if (members[0] != NULL && g_str_equal (members[0]->after, ours))
    return theirs;
  if (members[0] != NULL && g_str_equal (members[0]->after, theirs))
    return ours;

  return strcmp (ours, theirs) <= 0 ? ours : theirs;
}

/* The members of an item, by group and name. */
typedef struct
{
  GPtrArray *keys;
  GHashTable *members;
} Index;

static void
init_index (Index *self, OkrUnknown *unknown)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->members = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < okr_unknown_get_size (unknown); i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (unknown, i);
      char *key =
          g_strconcat (member->group != NULL ? member->group : "", "\n", member->name, NULL);

      g_ptr_array_add (self->keys, key);
      g_hash_table_insert (self->members, key, (gpointer) member);
    }
}

static void
clear_index (Index *self)
{
  g_clear_pointer (&self->members, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
}

static void
keep_keys (GHashTable *kept, const Index *base, const Index *side, const Index *other)
{
  for (guint i = 0; i < side->keys->len; i++)
    {
      const char *key = side->keys->pdata[i];
      const OkrUnknownMember *own = g_hash_table_lookup (side->members, key);
      const OkrUnknownMember *before = g_hash_table_lookup (base->members, key);

      if (g_hash_table_contains (other->members, key) || before == NULL ||
          !okr_json_node_same (before->node, own->node))
        g_hash_table_add (kept, (gpointer) key);
    }
}

static void
add_merged (OkrMerger *self, OkrItem *item, OkrUnknown *result, const Index sides[3],
            const char *key)
{
  const OkrUnknownMember *members[3];
  const OkrUnknownMember *only;
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    members[i] = g_hash_table_lookup (sides[i].members, key);

  only = members[1] == NULL ? members[2] : members[2] == NULL ? members[1] : NULL;
  if (only != NULL)
    {
      okr_unknown_add (result, only->group, only->after, only->name, only->node);
      return;
    }

  node = merge_values (self, item, members);
  okr_unknown_add (result, members[1]->group, merge_place (members), members[1]->name, node);
}

static OkrUnknown *
merge_unknown (OkrMerger *self, OkrItem *item, OkrUnknown *unknown[3])
{
  OkrUnknown *result = okr_unknown_new ();
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) order = NULL;
  Index sides[3];

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    init_index (&sides[i], unknown[i]);
  keep_keys (kept, &sides[0], &sides[1], &sides[2]);
  keep_keys (kept, &sides[0], &sides[2], &sides[1]);
  order = okr_order_merge (sides[0].keys, sides[1].keys, sides[2].keys, kept);
  for (guint i = 0; i < order->len; i++)
    add_merged (self, item, result, sides, order->pdata[i]);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    clear_index (&sides[i]);

  return result;
}

/* Which fallbacks a document states: of yes and no, two sides that both changed it agree. */
static guint64
merge_stated (const OkrTriple *triple)
{
  const guint64 ours = okr_item_get_stated (triple->ours);
  const guint64 theirs = okr_item_get_stated (triple->theirs);
  const guint64 base = triple->base != NULL ? okr_item_get_stated (triple->base) : 0;
  const guint64 changed_here = ours ^ base;

  return (ours & changed_here) | (theirs & ~changed_here);
}

/* @item has the members of ours, or of the only copy that there is. */
void
okr_merger_merge_unknown (OkrMerger *self, OkrItem *item, const OkrTriple *triple)
{
  OkrUnknown *unknown[3];
  OkrUnknown *merged = NULL;

  if (triple->ours == NULL || triple->theirs == NULL)
    return;

  unknown[0] = triple->base != NULL ? okr_item_peek_unknown (triple->base) : NULL;
  unknown[1] = okr_item_peek_unknown (triple->ours);
  unknown[2] = okr_item_peek_unknown (triple->theirs);
  if (okr_unknown_get_size (unknown[1]) > 0 || okr_unknown_get_size (unknown[2]) > 0)
    merged = merge_unknown (self, item, unknown);
  okr_item_take_unknown (item, merged, merge_stated (triple));
}
