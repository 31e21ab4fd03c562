/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-plans.h"

OkrItem *
test_find (OkrPlan *plan, const char *id)
{
  OkrItem *item = okr_plan_find (plan, id);

  g_assert_nonnull (item);

  return item;
}

void
test_set (OkrPlan *plan, const char *id, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  okr_edit_set_from_text (plan, test_find (plan, id), path, text, &error);
  g_assert_no_error (error);
}

void
test_assert_field (OkrPlan *plan, const char *id, const char *path, const char *expected)
{
  OkrItem *item = test_find (plan, id);
  g_autofree char *text = okr_field_to_text (okr_item_find_field (item, path), item);

  g_assert_cmpstr (text, ==, expected);
}

void
test_assert_labels (OkrPlan *plan, const char *undo, const char *redo)
{
  OkrHistory *history = okr_plan_get_history (plan);

  g_assert_cmpstr (okr_history_get_undo_label (history), ==, undo);
  g_assert_cmpstr (okr_history_get_redo_label (history), ==, redo);
  g_assert_cmpint (okr_history_can_undo (history), ==, undo != NULL);
  g_assert_cmpint (okr_history_can_redo (history), ==, redo != NULL);
}

static char *
list_ids (GListModel *list)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (OkrItem) item = g_list_model_get_item (list, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", okr_item_get_id (item));
      g_assert_cmpuint (okr_item_get_position (item), ==, i);
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

void
test_assert_list (OkrPlan *plan, const char *id, const char *list, const char *expected)
{
  g_autofree char *ids = list_ids (okr_item_get_list (test_find (plan, id), list));

  g_assert_cmpstr (ids, ==, expected);
}
