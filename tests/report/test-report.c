/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-composer-private.h"
#include "okr-report.h"
#include "test-plans.h"

#define N_ROUNDS 300

typedef struct
{
  guint page;
  guint index;
} Place;

/* A section head, rows below it, some of them kept with the next one, some higher than a page. */
static void
fill (OkrComposer *composer, GRand *chance)
{
  const double width = okr_composer_get_width (composer);
  const int n = g_rand_int_range (chance, 0, 60);

  for (int i = 0; i < n; i++)
    {
      const int words =
          g_rand_int_range (chance, 0, 30) == 0 ? 900 : g_rand_int_range (chance, 1, 20);
      g_autoptr (GString) text = g_string_new (NULL);
      OkrBlock *block;

      if (g_rand_int_range (chance, 0, 6) == 0)
        okr_block_add_text (okr_composer_add_head (composer), OKR_PAGE_HEADING, OKR_PAGE_INK_TEXT,
                            OKR_PAGE_START, 0, width, "Head");
      for (int k = 0; k < words; k++)
        g_string_append (text, "word ");
      block = okr_composer_add (composer);
      okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0,
                          width * g_rand_double_range (chance, 0.1, 1), text->str);
      okr_block_set_space (block, g_rand_double_range (chance, 0, 20), 2);
      if (i + 1 < n && g_rand_int_range (chance, 0, 3) == 0)
        okr_block_keep_with_next (block);
    }
}

static void
assert_inside (OkrComposer *composer)
{
  const OkrPageSetup *setup = &composer->setup;

  for (guint page = 0; page < composer->pages->len; page++)
    {
      const GArray *placed = composer->pages->pdata[page];
      double y = setup->top + (page > 0 ? composer->running_head : 0);

      for (guint i = 0; i < placed->len; i++)
        {
          const OkrPlaced *at = &g_array_index (placed, OkrPlaced, i);

          g_assert_cmpfloat (at->y, >=, y - 0.01);
          y = at->y + at->to - at->from;
          g_assert_cmpfloat (y, <=, setup->height - setup->bottom - OKR_PAGE_FOOTER + 0.02);
        }
    }
}

/* Each block is there as a whole, in its order, line after line. */
static GArray *
assert_complete (OkrComposer *composer)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  double reached = 0;

  for (guint page = 0; page < composer->pages->len; page++)
    {
      const GArray *placed = composer->pages->pdata[page];

      for (guint i = 0; i < placed->len; i++)
        {
          const OkrPlaced *at = &g_array_index (placed, OkrPlaced, i);
          const Place place = { page, i };

          if (g_ptr_array_find (composer->heads, at->block, NULL))
            continue;
          if (at->is_first)
            {
              g_assert_true (at->block == composer->blocks->pdata[places->len]);
              g_array_append_val (places, place);
              reached = 0;
            }
          g_assert_cmpfloat_with_epsilon (at->from, reached, 0.001);
          reached = at->to;
        }
    }
  g_assert_cmpuint (places->len, ==, composer->blocks->len);

  return places;
}

/* Unless a page has no room for both, what is to stay together does. */
static void
assert_not_torn (OkrComposer *composer, const GArray *places)
{
  const OkrPageSetup *setup = &composer->setup;
  const double page =
      setup->height - setup->bottom - OKR_PAGE_FOOTER - setup->top - composer->running_head;
  double group = 0;

  for (guint i = 0; i + 1 < places->len; i++)
    {
      const OkrBlock *block = composer->blocks->pdata[i];
      const OkrBlock *next = composer->blocks->pdata[i + 1];

      group += block->before + block->height + block->after;
      if (!block->keeps_next)
        {
          group = 0;
          continue;
        }
      /* A chain of them may be higher than a page. */
      if (next->keeps_next || group + next->before + next->height + 40 > page)
        continue;
      g_assert_cmpuint (g_array_index (places, Place, i).page, ==,
                        g_array_index (places, Place, i + 1).page);
    }
}

/* Whatever the blocks and the paper are. */
static void
test_pages (void)
{
  for (guint32 seed = 0; seed < N_ROUNDS; seed++)
    {
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      const OkrPageSetup setup = { g_rand_double_range (chance, 200, 900),
                                   g_rand_double_range (chance, 200, 900),
                                   20,
                                   30,
                                   40,
                                   20 };
      g_autoptr (OkrComposer) composer = okr_composer_new (&setup);
      g_autoptr (GArray) places = NULL;

      g_test_message ("seed %u", seed);
      fill (composer, chance);
      g_assert_cmpuint (okr_composer_paginate (composer, 20), >=, 1);
      assert_inside (composer);
      places = assert_complete (composer);
      assert_not_torn (composer, places);
    }
}

/* What is drawn in a thread is what the plan said, though it says something else by now. */
static gpointer
write_in_thread (gpointer data)
{
  g_autoptr (OkrReport) report = NULL;
  OkrPageSetup setup;

  okr_page_setup_init (&setup, OKR_PAPER_A4, FALSE);
  report = okr_report_new (data, okr_report_find_kind ("details"), &setup);

  return okr_report_write_pdf (report, NULL, NULL);
}

static void
test_thread (void)
{
  OkrPlan *plan = test_example_plan ();
  const OkrDigestOptions options = { .cycle = okr_plan_get_current_cycle (plan) };
  g_autoptr (OkrDigest) digest = okr_digest_new (plan, &options);
  g_autoptr (GBytes) here = NULL;
  g_autoptr (GBytes) there = NULL;

  test_finalize (plan);
  there = g_thread_join (g_thread_new ("pages", write_in_thread, digest));
  here = write_in_thread (digest);
  g_assert_true (g_bytes_equal (here, there));
}

/* The digest says the figures of the plan. */
static void
test_figures (void)
{
  g_autoptr (OkrPlan) plan = test_example_plan ();
  const OkrDigestOptions options = { .cycle = okr_plan_get_current_cycle (plan) };
  const OkrScopeFigures *figures = okr_plan_get_figures (plan, options.cycle, NULL);
  g_autoptr (OkrDigest) digest = okr_digest_new (plan, &options);

  g_assert_cmpfloat_with_epsilon (digest->progress, figures->progress, 1e-12);
  g_assert_cmpfloat_with_epsilon (digest->expected, figures->expected, 1e-12);
  g_assert_cmpfloat_with_epsilon (digest->confidence, figures->confidence, 1e-12);
  g_assert_cmpuint (digest->n_key_results, ==, figures->n_key_results);
  g_assert_cmpuint (digest->n_need_check_in, ==, figures->n_attention[0]);
  g_assert_cmpuint (digest->objectives->len, ==, figures->n_objectives);
  for (guint i = 0; i < G_N_ELEMENTS (digest->n_by_status); i++)
    g_assert_cmpuint (digest->n_by_status[i], ==, figures->n_by_status[i]);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_func ("/report/pages", test_pages);
  g_test_add_func ("/report/thread", test_thread);
  g_test_add_func ("/report/figures", test_figures);

  return g_test_run ();
}
