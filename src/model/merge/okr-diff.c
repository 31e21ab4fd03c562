/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In what two plans differ. */
#include "config.h"

#include "okr-diff.h"

#include "okr-field-node.h"
#include "okr-item-private.h"
#include "okr-json-number.h"
#include "okr-json-shelter.h"
#include "okr-merge-private.h"
#include "okr-order.h"

typedef struct
{
  OkrPlan *before;
  OkrPlan *after;
  GPtrArray *differences;
} Diff;

static void compare_item (Diff *self, OkrItem *before, OkrItem *after);

static void
free_difference (gpointer data)
{
  OkrDifference *self = data;

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->old_value, json_node_unref);
  g_clear_pointer (&self->new_value, json_node_unref);
  g_free (self);
}

static OkrDifference *
add (Diff *self, OkrDifferenceType type, OkrItem *before, OkrItem *after)
{
  OkrDifference *difference = g_new0 (OkrDifference, 1);

  difference->type = type;
  g_set_object (&difference->before, before);
  g_set_object (&difference->after, after);
  g_ptr_array_add (self->differences, difference);

  return difference;
}

static OkrItem *
find_like (OkrPlan *plan, OkrItem *item)
{
  OkrItem *found = okr_plan_find (plan, okr_item_get_id (item));

  return found != NULL && G_OBJECT_TYPE (found) == G_OBJECT_TYPE (item) ? found : NULL;
}

static void
compare_field (Diff *self, OkrItem *before, OkrItem *after, const OkrField *field)
{
  OkrDifference *difference;

  if (field->type == OKR_FIELD_CHILDREN || field->type == OKR_FIELD_ID ||
      (field->flags & OKR_FIELD_PROVENANCE) != 0 || okr_field_is_same (field, before, after))
    return;

  difference = add (self, OKR_DIFFERENCE_CHANGED, before, after);
  difference->field = field;
  difference->path = okr_field_dup_path (field);
  difference->old_value = okr_field_dup_node (field, before);
  difference->new_value = okr_field_dup_node (field, after);
}

static const OkrUnknownMember *
find_member (OkrUnknown *unknown, const OkrUnknownMember *like)
{
  for (guint i = 0; i < okr_unknown_get_size (unknown); i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (unknown, i);

      if (member->group == like->group && g_str_equal (member->name, like->name))
        return member;
    }

  return NULL;
}

static void
add_member (Diff *self, OkrItem *before, OkrItem *after, const OkrUnknownMember *like,
            JsonNode *old_value, JsonNode *new_value)
{
  OkrDifference *difference = add (self, OKR_DIFFERENCE_CHANGED, before, after);

  difference->path = like->group != NULL ? g_strconcat (like->group, ".", like->name, NULL)
                                         : g_strdup (like->name);
  difference->old_value = old_value != NULL ? json_node_ref (old_value) : NULL;
  difference->new_value = new_value != NULL ? json_node_ref (new_value) : NULL;
}

static void
compare_unknown (Diff *self, OkrItem *before, OkrItem *after)
{
  OkrUnknown *old = okr_item_peek_unknown (before);
  OkrUnknown *new = okr_item_peek_unknown (after);

  for (guint i = 0; i < okr_unknown_get_size (old); i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (old, i);
      const OkrUnknownMember *other = find_member (new, member);

      if (other == NULL || !okr_json_node_same (member->node, other->node))
        add_member (self, before, after, member, member->node, other != NULL ? other->node : NULL);
    }
  for (guint i = 0; i < okr_unknown_get_size (new); i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (new, i);

      if (find_member (old, member) == NULL)
        add_member (self, before, after, member, NULL, member->node);
    }
}

/* Whether it is only there because its parent is, counted there. */
static gboolean
belongs_to (OkrPlan *other, OkrItem *item)
{
  return find_like (other, okr_item_get_parent (item)) == NULL;
}

static void compare_place (Diff *self, OkrItem *before, OkrItem *after, gboolean reordered);

static guint
add_whole (Diff *self, OkrDifferenceType type, OkrItem *item)
{
  const gboolean is_new = type == OKR_DIFFERENCE_ADDED;
  OkrPlan *other = is_new ? self->before : self->after;
  OkrDifference *difference = add (self, type, is_new ? NULL : item, is_new ? item : NULL);
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  difference->inside = belongs_to (other, item);
  for (guint i = 0; i < n_fields; i++)
    {
      OkrList *list = OKR_PEEK_LIST (item, &fields[i]);

      for (guint k = 0; k < okr_list_get_size (list); k++)
        {
          OkrItem *child = okr_list_peek (list, k);
          OkrItem *twin = find_like (other, child);

          if (twin == NULL)
            difference->n_inside += 1 + add_whole (self, type, child);
          else if (is_new)
            {
              compare_place (self, twin, child, FALSE);
              compare_item (self, twin, child);
            }
        }
    }

  return difference->n_inside;
}

static JsonNode *
create_text_node (const char *text)
{
  return okr_json_node_new_text (text);
}

static JsonNode *
create_place_node (OkrItem *item)
{
  return json_node_init_int (json_node_alloc (), okr_item_get_position (item) + 1);
}

static void
compare_place (Diff *self, OkrItem *before, OkrItem *after, gboolean reordered)
{
  OkrItem *old = okr_item_get_parent (before);
  OkrItem *new = okr_item_get_parent (after);
  OkrDifference *difference;

  if (old == NULL || new == NULL)
    return;
  if (!g_str_equal (okr_item_get_id (old), okr_item_get_id (new)))
    {
      difference = add (self, OKR_DIFFERENCE_MOVED, before, after);
      difference->old_value = create_text_node (okr_item_get_id (old));
      difference->new_value = create_text_node (okr_item_get_id (new));
    }
  else if (reordered)
    {
      difference = add (self, OKR_DIFFERENCE_REORDERED, before, after);
      difference->old_value = create_place_node (before);
      difference->new_value = create_place_node (after);
    }
}

/* The order of a log follows from its dates. */
static GHashTable *
find_reordered (Diff *self, OkrList *before, OkrList *after, const OkrField *field)
{
  GHashTable *reordered = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree gboolean *moved = NULL;

  if ((field->flags & OKR_FIELD_LOG) != 0)
    return reordered;

  for (guint i = 0; i < okr_list_get_size (before); i++)
    g_hash_table_insert (places, okr_list_peek (before, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < okr_list_get_size (after); i++)
    {
      OkrItem *item = okr_list_peek (after, i);
      gpointer place;

      if (g_hash_table_lookup_extended (places, find_like (self->before, item), NULL, &place))
        {
          const guint index = GPOINTER_TO_UINT (place);

          g_array_append_val (order, index);
          g_ptr_array_add (items, item);
        }
    }
  moved = okr_order_find_moved ((const guint *) (gpointer) order->data, order->len);
  for (guint i = 0; i < items->len; i++)
    {
      if (moved[i])
        g_hash_table_add (reordered, items->pdata[i]);
    }

  return reordered;
}

static void
compare_lists (Diff *self, OkrItem *before, OkrItem *after, const OkrField *field)
{
  OkrList *old = OKR_PEEK_LIST (before, field);
  OkrList *new = OKR_PEEK_LIST (after, field);
  g_autoptr (GHashTable) reordered = find_reordered (self, old, new, field);

  for (guint i = 0; i < okr_list_get_size (new); i++)
    {
      OkrItem *item = okr_list_peek (new, i);
      OkrItem *twin = find_like (self->before, item);

      if (twin == NULL)
        {
          add_whole (self, OKR_DIFFERENCE_ADDED, item);
          continue;
        }
      compare_place (self, twin, item, g_hash_table_contains (reordered, item));
      compare_item (self, twin, item);
    }
  for (guint i = 0; i < okr_list_get_size (old); i++)
    {
      if (find_like (self->after, okr_list_peek (old, i)) == NULL)
        add_whole (self, OKR_DIFFERENCE_REMOVED, okr_list_peek (old, i));
    }
}

static void
compare_item (Diff *self, OkrItem *before, OkrItem *after)
{
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (after, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    compare_field (self, before, after, &fields[i]);
  compare_unknown (self, before, after);
  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == OKR_FIELD_CHILDREN)
        compare_lists (self, before, after, &fields[i]);
    }
}

/**
 * okr_diff:
 * @before: a plan
 * @after: another, usually a later copy of it
 *
 * Compares two plans item by item, by their ids, and field by field. How a document came to be (its
 * lineage, the program that wrote it) is no difference.
 *
 * Returns: (transfer full) (element-type OkrDifference): the differences, in the order of the plan
 */
GPtrArray *
okr_diff (OkrPlan *before, OkrPlan *after)
{
  Diff self = { before, after, g_ptr_array_new_with_free_func (free_difference) };

  g_return_val_if_fail (OKR_IS_PLAN (before) && OKR_IS_PLAN (after), self.differences);

  compare_item (&self, OKR_ITEM (before), OKR_ITEM (after));

  return self.differences;
}

/**
 * okr_difference_get_item:
 *
 * Returns: (transfer none): the item, as it is in the new plan where that has it
 */
OkrItem *
okr_difference_get_item (const OkrDifference *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->after != NULL ? self->after : self->before;
}

/**
 * okr_difference_get_type_nick:
 *
 * Returns: a word for programs: "added", "removed", "moved", "reordered" or "changed"
 */
const char *
okr_difference_get_type_nick (const OkrDifference *self)
{
  static const char *const nicks[] = {
    [OKR_DIFFERENCE_ADDED] = "added",     [OKR_DIFFERENCE_REMOVED] = "removed",
    [OKR_DIFFERENCE_MOVED] = "moved",     [OKR_DIFFERENCE_REORDERED] = "reordered",
    [OKR_DIFFERENCE_CHANGED] = "changed",
  };

  g_return_val_if_fail (self != NULL, "");

  return nicks[self->type];
}
