/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tree-fixture.h"

OkrItem *
tree_find (OkrPlan *plan, const char *name)
{
  g_autofree char *objective = g_strconcat ("o-", name, NULL);
  g_autofree char *kr = g_strconcat ("k-", name, NULL);
  OkrItem *item = okr_plan_find (plan, objective);

  return item != NULL ? item : okr_plan_find (plan, kr);
}

OkrItem *
tree_add (OkrPlan *plan, OkrItem *parent, GType type, const char *name)
{
  g_autofree char *id = g_strconcat (type == OKR_TYPE_OBJECTIVE ? "o-" : "k-", name, NULL);
  g_autoptr (OkrItem) item = okr_item_new (type, id);
  g_autoptr (GError) error = NULL;

  okr_edit_insert (plan, parent, G_MAXUINT, item, &error);
  g_assert_no_error (error);
  okr_edit_set_text (plan, item, "title", name, &error);
  g_assert_no_error (error);

  return item;
}

void
tree_align (OkrPlan *plan, const char *name, const char *const *parents)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; parents[i] != NULL; i++)
    g_strv_builder_add (builder, okr_item_get_id (tree_find (plan, parents[i])));
  ids = g_strv_builder_end (builder);
  okr_edit_set_strings (plan, tree_find (plan, name), "contributesTo", (const char *const *) ids,
                        &error);
  g_assert_no_error (error);
}

OkrPlan *
tree_new_plan (void)
{
  OkrPlan *plan = okr_plan_new ();
  static const char *const objectives[] = { "A", "B", "C", "D" };
  static const char *const krs[] = { "A1", "A2", "B1", "D1" };

  okr_plan_set_today (plan, okr_day_from_ymd (2027, 2, 24));
  for (guint i = 0; i < G_N_ELEMENTS (objectives); i++)
    tree_add (plan, OKR_ITEM (plan), OKR_TYPE_OBJECTIVE, objectives[i]);
  for (guint i = 0; i < G_N_ELEMENTS (krs); i++)
    {
      const char objective[] = { krs[i][0], '\0' };

      tree_add (plan, tree_find (plan, objective), OKR_TYPE_KEY_RESULT, krs[i]);
    }
  tree_align (plan, "B", (const char *const[]){ "A1", NULL });
  tree_align (plan, "C", (const char *const[]){ "B", "A2", NULL });

  return plan;
}

void
tree_set_up (TreeFixture *self, gconstpointer data)
{
  self->plan = tree_new_plan ();
  self->session = waymark_session_new ();
  waymark_session_set_plan (self->session, self->plan);
  self->rows = waymark_tree_rows_new (self->session);
  waymark_tree_rows_set_active (self->rows, TRUE);
}

void
tree_tear_down (TreeFixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->rows);
  g_object_unref (self->session);
  g_object_unref (self->plan);
}
