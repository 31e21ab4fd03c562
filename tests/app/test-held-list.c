/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "test-plans.h"
#include "waymark-held-list.h"

/* What somebody knows who only listens. */
typedef struct
{
  GPtrArray *items;
  guint n_signals;
} Mirror;

static void
on_items_changed_cb (GListModel *list, guint position, guint removed, guint added, Mirror *mirror)
{
  mirror->n_signals++;
  g_assert_cmpuint (position + removed, <=, mirror->items->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror->items, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror->items, (int) (position + i),
                        g_list_model_get_item (list, position + i));
}

static void
assert_same (GListModel *list, const Mirror *mirror)
{
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, mirror->items->len);
  for (guint i = 0; i < mirror->items->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      g_assert_true (item == mirror->items->pdata[i]);
    }
}

static void
change (GListStore *store)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  const guint position = (guint) g_test_rand_int_range (0, (int) n + 1);
  const guint removed = (guint) g_test_rand_int_range (0, (int) MIN (n - position, 4) + 1);
  const guint added = (guint) g_test_rand_int_range (0, 5);
  gpointer items[4];

  for (guint i = 0; i < added; i++)
    items[i] = g_object_new (G_TYPE_OBJECT, NULL);
  g_list_store_splice (store, position, removed, items, added);
  for (guint i = 0; i < added; i++)
    g_object_unref (items[i]);
}

static void
test_random (void)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  WaymarkHeldList *list = waymark_held_list_new (G_LIST_MODEL (store));
  Mirror mirror = { g_ptr_array_new_with_free_func (g_object_unref), 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed_cb), &mirror);
  for (guint round = 0; round < 500; round++)
    {
      const guint n_signals = mirror.n_signals;
      const guint n_changes = (guint) g_test_rand_int_range (0, 6);

      waymark_held_list_hold (list);
      for (guint i = 0; i < n_changes; i++)
        change (store);
      g_assert_cmpuint (mirror.n_signals, ==, n_signals);
      waymark_held_list_release (list);
      g_assert_cmpuint (mirror.n_signals, <=, n_signals + 1);
      assert_same (G_LIST_MODEL (list), &mirror);

      change (store);
      assert_same (G_LIST_MODEL (list), &mirror);
    }

  g_ptr_array_unref (mirror.items);
  g_assert_finalize_object (list);
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_func ("/held-list/random", test_random);

  return g_test_run ();
}
