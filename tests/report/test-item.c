/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is copied of an item: the same as a page says about it, and nothing about others. */
#include "okr-html.h"
#include "okr-item-text.h"
#include "okr-markdown.h"
#include "test-plans.h"

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;

  return n;
}

static void
assert_objective (OkrPlan *plan, OkrItem *item)
{
  GListModel *krs = okr_objective_get_key_results (OKR_OBJECTIVE (item));
  g_autofree char *plain = okr_plain_from_item (plan, item);
  g_autofree char *html = okr_html_from_item (plan, item);

  g_assert_nonnull (strstr (plain, okr_item_text_get_title (item)));
  g_assert_cmpuint (count (plain, "\n"), ==, 2 + g_list_model_get_n_items (krs));
  g_assert_cmpuint (count (html, "<tr>"), ==, g_list_model_get_n_items (krs));
}

static void
assert_key_result (OkrPlan *plan, OkrItem *item, const char *summary)
{
  g_autofree char *plain = okr_plain_from_item (plan, item);
  g_autofree char *html = okr_html_from_item (plan, item);

  g_assert_nonnull (strstr (plain, okr_item_text_get_title (item)));
  g_assert_nonnull (strstr (summary, plain));
  g_assert_cmpuint (count (plain, "\n"), ==, 1);
  g_assert_cmpuint (count (html, "<tr>"), ==, 1);
}

static void
test_copies (void)
{
  g_autoptr (OkrPlan) plan = test_example_plan ();
  g_autofree char *summary = okr_plain_summary (plan, NULL);
  g_autoptr (GPtrArray) items = test_list_items (OKR_ITEM (plan));
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      OkrItem *item = items->pdata[i];

      if (OKR_IS_OBJECTIVE (item))
        assert_objective (plan, item);
      else if (OKR_IS_KEY_RESULT (item))
        assert_key_result (plan, item, summary);
      else
        g_assert_null (okr_plain_from_item (plan, item));
      n += OKR_IS_KEY_RESULT (item);
    }
  g_assert_cmpuint (n, >, 20);
}

/* With a look at all others for each of them, this would run into the time limit of tests. */
static void
test_many (void)
{
  g_autofree char *text = test_generate_document (3000, 2);
  g_autoptr (OkrPlan) plan = test_plan_from_text (text);
  GListModel *objectives = okr_plan_get_objectives (plan);

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrItem) item = g_list_model_get_item (objectives, i);

      assert_objective (plan, item);
    }
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_func ("/item/copies", test_copies);
  g_test_add_func ("/item/many", test_many);

  return g_test_run ();
}
