/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-counter.h"

#include <string.h>

#include "test-plans.h"

struct _TestCounter
{
  OkrPlan *plan;
  GPtrArray *items;
  GHashTable *counts; /* "signal id" → how often */
  guint n_edited;
  guint flags;
};

static void
count (TestCounter *self, const char *what, gpointer item)
{
  g_autofree char *key = g_strconcat (what, " ", okr_item_get_id (item), NULL);
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));

  g_hash_table_replace (self->counts, g_steal_pointer (&key), GUINT_TO_POINTER (n + 1));
}

static void
on_changed_cb (OkrItem *item, TestCounter *self)
{
  count (self, "changed", item);
}

static void
on_notify_cb (OkrItem *item, GParamSpec *pspec, TestCounter *self)
{
  g_autofree char *what = g_strconcat ("notify::", pspec->name, NULL);

  count (self, what, item);
}

static void
on_edited_cb (OkrPlan *plan, guint flags, TestCounter *self)
{
  self->n_edited++;
  self->flags |= flags;
}

TestCounter *
test_counter_new (OkrPlan *plan)
{
  TestCounter *self = g_new0 (TestCounter, 1);
  g_autoptr (GPtrArray) items = test_list_items (OKR_ITEM (plan));

  self->plan = g_object_ref (plan);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < items->len; i++)
    {
      g_signal_connect (items->pdata[i], "changed", G_CALLBACK (on_changed_cb), self);
      g_signal_connect (items->pdata[i], "notify", G_CALLBACK (on_notify_cb), self);
      g_ptr_array_add (self->items, g_object_ref (items->pdata[i]));
    }
  g_signal_connect (plan, "edited", G_CALLBACK (on_edited_cb), self);

  return self;
}

void
test_counter_free (TestCounter *self)
{
  for (guint i = 0; i < self->items->len; i++)
    g_signal_handlers_disconnect_by_data (self->items->pdata[i], self);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_object (&self->plan);
  g_free (self);
}

void
test_counter_reset (TestCounter *self)
{
  g_hash_table_remove_all (self->counts);
  self->n_edited = 0;
  self->flags = 0;
}

guint
test_counter_get (TestCounter *self, const char *id)
{
  g_autofree char *key = g_strconcat ("changed ", id, NULL);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
list (TestCounter *self, const char *what)
{
  g_autofree char *prefix = g_strconcat (what, " ", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const char *id = (const char *) key + strlen (prefix);

      if (!g_str_has_prefix (key, prefix))
        continue;
      g_ptr_array_add (words, GPOINTER_TO_UINT (value) == 1
                                ? g_strdup (id)
                                : g_strdup_printf ("%s×%u", id, GPOINTER_TO_UINT (value)));
    }
  g_ptr_array_sort (words, compare);
  g_ptr_array_add (words, NULL);

  return g_strjoinv (" ", (char **) words->pdata);
}

char *
test_counter_list (TestCounter *self)
{
  return list (self, "changed");
}

char *
test_counter_list_property (TestCounter *self, const char *property)
{
  g_autofree char *what = g_strconcat ("notify::", property, NULL);

  return list (self, what);
}

guint
test_counter_get_edited (TestCounter *self, guint *flags)
{
  if (flags != NULL)
    *flags = self->flags;

  return self->n_edited;
}
