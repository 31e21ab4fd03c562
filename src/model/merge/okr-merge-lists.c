/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the merged items into their lists. */
#include "config.h"

#include <string.h>

#include "okr-item-private.h"
#include "okr-merge-private.h"
#include "okr-order.h"
#include "okr-timestamp.h"

static GPtrArray *
list_ids (OkrItem *parent, const OkrField *field)
{
  OkrList *list = OKR_PEEK_LIST (parent, field);
  GPtrArray *ids = g_ptr_array_sized_new (okr_list_get_size (list));

  for (guint i = 0; i < okr_list_get_size (list); i++)
    g_ptr_array_add (ids, (gpointer) okr_item_get_id (okr_list_peek (list, i)));

  return ids;
}

static void
keep_those_at_home (OkrMerger *self, GHashTable *kept, OkrItem *parent, GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const char *home = g_hash_table_lookup (self->homes, ids->pdata[i]);

      if (g_strcmp0 (home, okr_item_get_id (parent)) == 0)
        g_hash_table_add (kept, ids->pdata[i]);
    }
}

static gboolean
same_ids (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!g_str_equal (a->pdata[i], b->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

static OkrDay
get_date (OkrItem *item)
{
  return OKR_IS_CHECK_IN (item) ? okr_check_in_get_date (OKR_CHECK_IN (item))
                                : okr_reading_get_date (OKR_READING (item));
}

static const char *
get_created (OkrItem *item)
{
  return OKR_IS_CHECK_IN (item) ? okr_check_in_get_created (OKR_CHECK_IN (item)) : "";
}

static gboolean
same_moment (OkrItem *a, OkrItem *b)
{
  return get_date (a) == get_date (b) && g_str_equal (get_created (a), get_created (b));
}

static int
compare_created (const char *a, const char *b)
{
  if (*a == '\0' || *b == '\0')
    return (*a != '\0') - (*b != '\0');

  return okr_timestamp_compare (a, b);
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer made)
{
  const char *left_id = *(const char *const *) a;
  const char *right_id = *(const char *const *) b;
  OkrItem *left = g_hash_table_lookup (made, left_id);
  OkrItem *right = g_hash_table_lookup (made, right_id);
  int order;

  if (get_date (left) != get_date (right))
    return get_date (left) < get_date (right) ? -1 : 1;
  order = compare_created (get_created (left), get_created (right));

  return order != 0 ? order : strcmp (left_id, right_id);
}

/* Whether the log came out as this copy has it, dates included. */
static gboolean
is_as_written (OkrMerger *self, GPtrArray *order, OkrPlan *copy, GPtrArray *ids)
{
  if (!same_ids (order, ids))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      if (!same_moment (g_hash_table_lookup (self->made, ids->pdata[i]),
                        okr_plan_find (copy, ids->pdata[i])))
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_set (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!g_ptr_array_find_with_equal_func (b, a->pdata[i], g_str_equal, NULL))
        return FALSE;
    }

  return TRUE;
}

/* Whether what is in both stands in another order than in the base. */
static gboolean
is_reordered (GPtrArray *base, GPtrArray *ids)
{
  guint last = 0;

  for (guint i = 0; i < base->len; i++)
    {
      guint position;

      if (!g_ptr_array_find_with_equal_func (ids, base->pdata[i], g_str_equal, &position))
        continue;
      if (position < last)
        return TRUE;
      last = position;
    }

  return FALSE;
}

/* Whether this copy meant the order that came out. Where the other one has the same entries in
 * another order, this one must have moved something: that it only added something at the end says
 * nothing about time. */
static gboolean
is_meant (OkrMerger *self, GPtrArray *order, OkrPlan *copy, GPtrArray *base, GPtrArray *ids,
          GPtrArray *others)
{
  return is_as_written (self, order, copy, ids) &&
         (same_ids (ids, others) || !same_set (ids, others) || is_reordered (base, ids));
}

/* A log is in the order of time, unless a copy that has all of it means another one. */
static void
order_log (OkrMerger *self, GPtrArray *order, GPtrArray *base, GPtrArray *ours, GPtrArray *theirs)
{
  if (!is_meant (self, order, self->ours, base, ours, theirs) &&
      !is_meant (self, order, self->theirs, base, theirs, ours))
    g_ptr_array_sort_with_data (order, compare_entries, self->made);
}

static GPtrArray *
merge_list (OkrMerger *self, OkrItem *parent, const OkrField *field, const OkrTriple *triple)
{
  g_autoptr (GPtrArray) base = list_ids (triple->base, field);
  g_autoptr (GPtrArray) ours = list_ids (triple->ours, field);
  g_autoptr (GPtrArray) theirs = list_ids (triple->theirs, field);
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *order;

  keep_those_at_home (self, kept, parent, ours);
  keep_those_at_home (self, kept, parent, theirs);
  if (same_ids (ours, theirs) && g_hash_table_size (kept) == ours->len)
    order = g_ptr_array_ref (ours);
  else
    order = okr_order_merge (base, ours, theirs, kept);
  if ((field->flags & OKR_FIELD_LOG) != 0)
    order_log (self, order, base, ours, theirs);

  return order;
}

static void
fill_list (OkrMerger *self, OkrItem *parent, const OkrField *field, const OkrTriple *triple)
{
  g_autoptr (GPtrArray) order = NULL;

  if (OKR_PEEK_LIST (triple->ours, field) == NULL && OKR_PEEK_LIST (triple->theirs, field) == NULL)
    return;

  order = merge_list (self, parent, field, triple);
  for (guint i = 0; i < order->len; i++)
    {
      OkrItem *item = g_hash_table_lookup (self->made, order->pdata[i]);

      okr_list_insert (OKR_LIST (okr_item_get_children (parent, field)), i, item);
      okr_merger_fill (self, item);
    }
}

void
okr_merger_fill (OkrMerger *self, OkrItem *item)
{
  const OkrTriple triple = okr_merger_find (self, okr_item_get_id (item));
  guint n_fields;
  const OkrField *fields = okr_item_get_fields (item, &n_fields);

  if (g_hash_table_contains (self->whole, okr_item_get_id (item)))
    return;

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == OKR_FIELD_CHILDREN && fields[i].get_type () != OKR_TYPE_CONFLICT)
        fill_list (self, item, &fields[i], &triple);
    }
}
