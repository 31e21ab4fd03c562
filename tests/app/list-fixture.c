/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-fixture.h"

static void
on_items_changed_cb (ListFixture *self, guint position, guint removed, guint added)
{
  self->n_emissions++;
  self->n_removed += removed;
  self->n_added += added;
}

void
list_set_up (ListFixture *self, gconstpointer data)
{
  self->plan = test_example_plan ();
  self->session = waymark_session_new ();
  waymark_session_set_plan (self->session, self->plan);
  self->rows = waymark_list_rows_new ();
  waymark_list_rows_set_session (self->rows, self->session);
  g_signal_connect_swapped (self->rows, "items-changed", G_CALLBACK (on_items_changed_cb), self);
}

void
list_tear_down (ListFixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->rows);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->plan);
}

guint
list_count (ListFixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

OkrItem *
list_find_titled (ListFixture *self, const char *title)
{
  for (guint i = 0; i < list_count (self); i++)
    {
      OkrItem *item = waymark_list_rows_peek (self->rows, i);

      if (g_str_equal (okr_item_get_title (item), title))
        return item;
    }
  g_assert_not_reached ();
}
