/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is copied of an item: the same as a page says about it, and nothing about others. */
#include <math.h>

#include "okr-figures.h"
#include "okr-grade.h"
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

/* Reasons to look at an item, and the grade that a closed cycle ended with. */
static guint
assert_told (const char *text, OkrAttention attention, OkrStatus status, double grade)
{
  guint n = 0;

  for (guint i = 0; i < OKR_N_ATTENTIONS; i++)
    {
      const char *label = okr_attention_get_label ((OkrAttention) (1u << i));

      if ((attention & (1u << i)) == 0 || g_str_equal (label, okr_status_get_label (status)))
        continue;
      g_assert_nonnull (strstr (text, label));
      n++;
    }
  if (!isnan (grade))
    {
      g_autofree char *closing = okr_grade_format (grade);
      g_autofree char *told = g_strconcat (" · ", closing, " · ", NULL);

      g_assert_nonnull (strstr (text, told));
      n++;
    }

  return n;
}

static guint
assert_objective_told (OkrPlan *plan, OkrObjective *objective)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);
  const double grade = okr_objective_get_grade_computed (objective);
  g_autofree char *html = okr_html_from_item (plan, OKR_ITEM (objective));
  g_autofree char *markdown = okr_markdown_from_item (plan, OKR_ITEM (objective));

  g_assert_cmpuint (count (html, "<h2"), ==, 1);
  assert_told (markdown, figures->attention, figures->status, grade);

  return assert_told (html, figures->attention, figures->status, grade);
}

static guint
assert_key_result_told (OkrPlan *plan, OkrKeyResult *kr)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (kr);
  const double grade = okr_key_result_get_grade_computed (kr);
  g_autofree char *html = okr_html_from_item (plan, OKR_ITEM (kr));
  g_autofree char *plain = okr_plain_from_item (plan, OKR_ITEM (kr));

  g_assert_cmpuint (count (html, "<h3"), ==, 1);
  g_assert_cmpuint (count (html, "<h2"), ==, 0);
  assert_told (plain, figures->attention, figures->status, grade);

  return assert_told (html, figures->attention, figures->status, grade);
}

static void
test_tells_all (void)
{
  g_autoptr (OkrPlan) plan = test_example_plan ();
  g_autoptr (GPtrArray) items = test_list_items (OKR_ITEM (plan));
  guint n_objectives = 0;
  guint n_key_results = 0;

  for (guint i = 0; i < items->len; i++)
    {
      if (OKR_IS_OBJECTIVE (items->pdata[i]))
        n_objectives += assert_objective_told (plan, items->pdata[i]);
      else if (OKR_IS_KEY_RESULT (items->pdata[i]))
        n_key_results += assert_key_result_told (plan, items->pdata[i]);
    }
  g_assert_cmpuint (n_objectives, >, 0);
  g_assert_cmpuint (n_key_results, >, 3);
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
  g_test_add_func ("/item/tells-all", test_tells_all);
  g_test_add_func ("/item/many", test_many);

  return g_test_run ();
}
