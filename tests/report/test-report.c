/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "okr-composer-private.h"
#include "okr-report.h"
#include "test-plans.h"

#define N_ROUNDS 300
#define BOX 40

typedef struct
{
  guint page;
  guint index;
} Place;

/* Alone, or as a part of one that is there. */
static void
begin_section (OkrComposer *composer, GRand *chance)
{
  while (composer->head != NULL && (composer->head->head != NULL || g_rand_boolean (chance)))
    okr_composer_end_head (composer);
  okr_block_add_text (okr_composer_add_head (composer), OKR_PAGE_HEADING, OKR_PAGE_INK_TEXT,
                      OKR_PAGE_START, 0, okr_composer_get_width (composer), "Head");
}

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
        begin_section (composer, chance);
      for (int k = 0; k < words; k++)
        g_string_append (text, "word ");
      block = okr_composer_add (composer);
      okr_block_add_text (block, OKR_PAGE_BODY, OKR_PAGE_INK_TEXT, OKR_PAGE_START, 0,
                          width * g_rand_double_range (chance, 0.1, 1), text->str);
      if (g_rand_int_range (chance, 0, 5) == 0)
        okr_block_add_box (block, width * 0.8, width * 0.2, g_rand_double_range (chance, 5, BOX));
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

/* Boxes are drawn with the first lines beside them. */
static void
assert_boxes_whole (const OkrPlaced *at)
{
  for (guint i = 0; i < at->block->cells->len; i++)
    {
      const OkrCell *cell = &g_array_index (at->block->cells, OkrCell, i);

      if (cell->kind == OKR_CELL_BOX)
        g_assert_cmpfloat (at->to, >=, cell->height - 0.01);
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
              assert_boxes_whole (at);
              reached = 0;
            }
          g_assert_cmpfloat_with_epsilon (at->from, reached, 0.001);
          reached = at->to;
        }
    }
  g_assert_cmpuint (places->len, ==, composer->blocks->len);

  return places;
}

/* Unless a page has no room for both, what is to stay together does; a long text parts. */
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
      if (!block->keeps_next || (block->cells->len == 1 && block->height > OKR_PAGE_LONG_TEXT))
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
      g_assert_cmpuint (okr_composer_paginate (composer, 20, "plan.okr"), >=, 1);
      assert_inside (composer);
      places = assert_complete (composer);
      assert_not_torn (composer, places);
    }
}

/* The same figures, without what they come from. */
static void
test_brief (void)
{
  OkrPlan *plan = test_example_plan ();
  const OkrDigestOptions options = { .is_brief = TRUE };
  g_autoptr (OkrDigest) whole = okr_digest_new (plan, NULL);
  g_autoptr (OkrDigest) brief = okr_digest_new (plan, &options);
  guint n_check_ins = 0;

  g_assert_cmpuint (brief->objectives->len, ==, whole->objectives->len);
  g_assert_cmpuint (brief->n_on_track, ==, whole->n_on_track);
  for (guint i = 0; i < whole->objectives->len; i++)
    {
      const OkrDigestObjective *of_whole = whole->objectives->pdata[i];
      const OkrDigestObjective *of_brief = brief->objectives->pdata[i];

      for (guint k = 0; k < of_whole->key_results->len; k++)
        {
          const OkrDigestKeyResult *one = of_whole->key_results->pdata[k];
          const OkrDigestKeyResult *other = of_brief->key_results->pdata[k];

          n_check_ins += one->check_ins->len;
          g_assert_cmpstr (other->value_text, ==, one->value_text);
          g_assert_cmpstr (other->progress_text, ==, one->progress_text);
          g_assert_cmpstr (other->value_day_text, ==, one->value_day_text);
          g_assert_cmpint (other->confidence_before, ==, one->confidence_before);
          g_assert_cmpuint (other->check_ins->len + other->milestones->len, ==, 0);
          g_assert_null (other->chart);
        }
    }
  g_assert_cmpuint (n_check_ins, >, 0);
  test_finalize (plan);
}

/* However fonts are laid out, and whether they were prepared or not: letters have their size. */
static void
test_sizes (void)
{
  const OkrPageSetup setup = { 600, 800, 20, 20, 20, 20 };

  for (int is_prepared = 0; is_prepared < 2; is_prepared++)
    {
      g_autoptr (OkrComposer) composer = NULL;
      double title;
      double body;

      if (is_prepared)
        okr_page_fonts_prepare ();
      composer = okr_composer_new (&setup);
      title = okr_composer_measure (composer, OKR_PAGE_TITLE, "Plan 2026");
      body = okr_composer_measure (composer, OKR_PAGE_BODY_BOLD, "Plan 2026");
      g_assert_cmpfloat_with_epsilon (title / body, 18.5 / 8.8, 0.01);
      g_assert_cmpfloat (body, >, 30);
      g_assert_cmpfloat (body, <, 60);
    }
  okr_page_fonts_prepare ();
  okr_page_fonts_drop ();
  okr_page_fonts_drop ();
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
  g_assert_cmpuint (digest->n_key_results, ==,
                    figures->n_key_results - figures->n_by_status[OKR_STATUS_NOT_COUNTED]);
  g_assert_cmpuint (digest->n_need_check_in, ==, figures->n_attention[0]);
  g_assert_cmpuint (digest->objectives->len, ==, figures->n_objectives);
  for (guint i = 0; i < G_N_ELEMENTS (digest->n_by_status); i++)
    g_assert_cmpuint (digest->n_by_status[i], ==, figures->n_by_status[i]);
}

static OkrPlan *
make_plan (const char *key_results)
{
  g_autofree char *text = g_strdup_printf (
      "{'format':'okr','formatVersion':1,'minReader':1,'id':'p','title':'Plan',"
      "'cycles':[{'id':'q1','name':'Q1','start':'2027-01-04','end':'2027-04-04',"
      "'state':'active'}],'teams':[{'id':'t','name':'All','kind':'company'}],"
      "'objectives':[{'id':'o','title':'Aim','cycle':'q1','team':'t','owner':'Ana',"
      "'keyResults':[%s]}]}",
      key_results);

  return test_plan_from_text (g_strdelimit (text, "'", '"'));
}

static const OkrDigestKeyResult *
get_key_result (const OkrDigest *digest, guint i)
{
  const OkrDigestObjective *objective = digest->objectives->pdata[0];

  g_assert_cmpuint (i, <, objective->key_results->len);

  return objective->key_results->pdata[i];
}

/* Whether the sheet for check-ins has that on paper of that width. */
static gboolean
is_on_sheet (const OkrDigest *digest, double width, const char *text)
{
  const OkrPageSetup setup = { width, 800, 20, 20, 20, 20 };
  g_autoptr (OkrComposer) composer = okr_composer_new (&setup);

  okr_report_find_kind ("checkin")->compose (composer, digest);
  for (guint i = 0; i < composer->blocks->len; i++)
    {
      const OkrBlock *block = composer->blocks->pdata[i];

      for (guint k = 0; k < block->cells->len; k++)
        {
          const OkrCell *cell = &g_array_index (block->cells, OkrCell, k);

          if (cell->text != NULL && strstr (cell->text, text) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/* Value, confidence and day are those of three check-ins. */
static void
test_value_day (void)
{
  g_autoptr (OkrPlan) plan = make_plan (
      "{'id':'k','title':'Sell','kind':'change','start':0,'target':9,'checkIns':["
      "{'id':'a','date':'2027-01-10','created':'2027-01-10T09:00:00Z','value':3,'confidence':7},"
      "{'id':'b','date':'2027-01-20','created':'2027-01-20T09:00:00Z','confidence':5},"
      "{'id':'c','date':'2027-01-30','created':'2027-01-30T09:00:00Z','note':'Busy'},"
      "{'id':'d','date':'2027-03-30','created':'2027-01-30T09:00:00Z','value':8}]}");
  g_autoptr (OkrDigest) digest = okr_digest_new (plan, NULL);
  const OkrDigestKeyResult *kr = get_key_result (digest, 0);

  g_assert_cmpstr (kr->value_text, ==, "3");
  g_assert_cmpstr (kr->value_day_text, ==, "10 January 2027");
  g_assert_true (is_on_sheet (digest, 600, "10 January 2027"));
  g_assert_false (is_on_sheet (digest, 400, "10 January 2027"));
  g_assert_true (is_on_sheet (digest, 400, "2027-01-10"));
  g_assert_cmpint (kr->confidence, ==, 5);
  g_assert_cmpint (kr->confidence_before, ==, 7);
  g_assert_cmpuint (kr->check_ins->len, ==, 3);
}

/* What is planned to be done on a day to come is not done. */
static void
test_milestones (void)
{
  g_autoptr (OkrPlan) plan =
      make_plan ("{'id':'k','title':'Steps','kind':'milestones','milestones':["
                 "{'id':'a','title':'Past','done':'" TEST_TODAY "'},"
                 "{'id':'b','title':'To come','done':'2027-02-16'}]}");
  g_autoptr (OkrDigest) digest = okr_digest_new (plan, NULL);
  const OkrDigestKeyResult *kr = get_key_result (digest, 0);
  const OkrDigestMilestone *past = kr->milestones->pdata[0];
  const OkrDigestMilestone *coming = kr->milestones->pdata[1];

  g_assert_cmpstr (kr->value_text, ==, "1 of 2");
  g_assert_cmpstr (past->done_text, ==, "15 February 2027");
  g_assert_cmpint (coming->done, ==, OKR_DAY_NONE);
  g_assert_null (coming->done_text);
  g_assert_null (kr->value_day_text);
}

#define CHECK_IN(id, day, confidence)                                             \
  "{'id':'" id "','date':'2027-01-" day "','created':'2027-01-" day "T09:00:00Z'" \
  ",'confidence':" confidence "}"
#define KEY_RESULT(id, check_ins) \
  "{'id':'" id "','title':'Row','kind':'change','start':0,'target':9,'checkIns':[" check_ins "]}"

/* Both means are of the same key results: a second one that is confident is no progress. */
static void
test_confidence (void)
{
  const char *once = KEY_RESULT ("k", CHECK_IN ("a", "10", "8"));
  const char *both = KEY_RESULT ("k", CHECK_IN ("a", "10", "8")) "," KEY_RESULT (
      "l", CHECK_IN ("b", "10", "2") "," CHECK_IN ("c", "20", "4"));
  g_autoptr (OkrPlan) first = make_plan (once);
  g_autoptr (OkrPlan) second = make_plan (both);
  g_autoptr (OkrDigest) stated_once = okr_digest_new (first, NULL);
  g_autoptr (OkrDigest) stated_twice = okr_digest_new (second, NULL);

  g_assert_cmpfloat_with_epsilon (stated_once->confidence, 8, 1e-9);
  g_assert_true (isnan (stated_once->confidence_before));
  g_assert_cmpfloat_with_epsilon (stated_twice->confidence, 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (stated_twice->confidence_before, 5, 1e-9);
}

#define GRADED(id, grade, value)                                                                   \
  "{'id':'" id "','title':'Row','kind':'change','start':0,'target':100,'grade':{'computed':" grade \
  "},'checkIns':[{'id':'" id                                                                       \
  "c','date':'2027-01-10','created':'2027-01-10T09:00:00Z','value':" value "}]}"

/* An objective that was graded, and one that was not. */
static OkrDigest *
digest_closed (const char *key_results)
{
  g_autofree char *text = g_strdup_printf (
      "{'format':'okr','formatVersion':1,'minReader':1,'id':'p','title':'Plan',"
      "'cycles':[{'id':'q4','name':'Q4','start':'2026-10-05','end':'2027-01-03',"
      "'state':'closed'}],'objectives':["
      "{'id':'o','title':'Graded','cycle':'q4','grade':{'computed':0.9},'keyResults':[%s]},"
      "{'id':'n','title':'Not graded','cycle':'q4','keyResults':["
      "{'id':'l','title':'Row','kind':'change','start':0,'target':9}]}]}",
      key_results);
  g_autoptr (OkrPlan) plan = test_plan_from_text (g_strdelimit (text, "'", '"'));

  return okr_digest_new (plan, NULL);
}

/* A closed cycle ended with the grades that were given, and only with them. */
static void
test_mean_grade (void)
{
  g_autoptr (OkrDigest) digest = digest_closed (GRADED ("k", "0.9", "90"));

  g_assert_cmpuint (digest->objectives->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (digest->aspirational_grade, 0.9, 1e-9);
}

/* Where check-ins went on, it is said that the grade is older than the progress beside it. */
static void
test_late_check_in (void)
{
  g_autoptr (OkrDigest) digest =
      digest_closed (GRADED ("k", "0.5", "80") "," GRADED ("m", "0.51", "58"));

  g_assert_cmpstr (get_key_result (digest, 0)->grade.closing_note, ==,
                   "Graded 0.5 when the cycle closed; the progress of today would give 0.8");
  g_assert_null (get_key_result (digest, 1)->grade.closing_note);
}

/* Sections tell what the whole tells, and hold it: it is not made again for each team above. */
static void
test_sections (void)
{
  g_autoptr (OkrPlan) plan = test_example_plan ();
  const OkrDigestOptions options = { .sections = OKR_DIGEST_SECTIONS_TEAMS };
  OkrDigest *digest = okr_digest_new (plan, &options);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_digest_unref);
  guint n = 0;

  g_assert_cmpuint (digest->reviews->len, >, 0);
  for (guint i = 0; i < digest->sections->len; i++)
    {
      OkrDigest *section = digest->sections->pdata[i];

      g_ptr_array_add (kept, okr_digest_ref (section));
      g_assert_cmpuint (section->reviews->len, ==, 0);
      for (guint k = 0; k < section->objectives->len; k++, n++)
        g_assert_true (g_ptr_array_find (digest->objectives, section->objectives->pdata[k], NULL));
    }
  g_assert_cmpuint (n, ==, digest->objectives->len);

  okr_digest_unref (digest);
  for (guint i = 0; i < kept->len; i++)
    {
      const OkrDigest *section = kept->pdata[i];

      for (guint k = 0; k < section->objectives->len; k++)
        g_assert_cmpstr (((OkrDigestObjective *) section->objectives->pdata[k])->title, !=, "");
    }
}

/* A department of which all objectives are its sub-teams' has figures, too. */
static void
test_sub_teams (void)
{
  g_autofree char *text = g_strdup (
      "{'format':'okr','formatVersion':1,'minReader':1,'id':'p','title':'Plan','teams':["
      "{'id':'d','name':'Department','kind':'department'},{'id':'e','name':'Empty','kind':'team'},"
      "{'id':'t','name':'Team','kind':'team','parent':'d'}],"
      "'objectives':[{'id':'o','title':'Aim','team':'t','keyResults':["
      "{'id':'k','title':'Row','kind':'change','start':0,'target':10}]}]}");
  g_autoptr (OkrPlan) plan = test_plan_from_text (g_strdelimit (text, "'", '"'));
  const OkrDigestOptions options = { .sections = OKR_DIGEST_SECTIONS_TEAMS };
  g_autoptr (OkrDigest) digest = okr_digest_new (plan, &options);
  const OkrDigest *department;

  g_assert_cmpuint (digest->sections->len, ==, 2);
  department = digest->sections->pdata[0];
  g_assert_cmpstr (department->scope, ==, "Department");
  g_assert_cmpuint (department->objectives->len, ==, 0);
  g_assert_cmpuint (department->n_key_results, ==, 1);
  g_assert_nonnull (department->scope_note);
}

/* Time is that of one look at each check-in, not of one at all of them for each. */
static void
test_many_check_ins (void)
{
  g_autofree char *text = test_generate_document (1, 10000);
  g_autoptr (OkrPlan) plan = test_plan_from_text (text);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (OkrDigest) digest = okr_digest_new (plan, NULL);
  const double seconds = g_timer_elapsed (timer, NULL);

  g_test_message ("%.3f s", seconds);
  g_assert_cmpuint (get_key_result (digest, 0)->check_ins->len, ==, OKR_DIGEST_LAST_CHECK_INS);
  g_assert_cmpfloat (seconds, <, 1);
}

static void
assert_own_part (const OkrDigest *digest)
{
  const OkrDigestObjective *objective = digest->objectives->pdata[0];

  g_assert_cmpuint (digest->objectives->len, ==, 1);
  g_assert_cmpuint (objective->key_results->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (digest->progress, 0.3, 1e-9);
  g_assert_true (isnan (digest->aspirational_grade));
  g_assert_cmpfloat_with_epsilon (objective->progress, 28.0 / 60, 1e-9);
  g_assert_cmpstr (objective->subtitle, ==, "All · Ana · counts 1 key result of others, too");
}

#define MEASURED(id, owner, weight, value)                                            \
  "{'id':'" id "','title':'Row','owner':'" owner "','kind':'change','weight':" weight \
  ",'start':0,'target':10,'checkIns':[{'id':'" id "c','date':'2027-01-10',"           \
  "'created':'2027-01-10T09:00:00Z','value':" value "}]}"

/* Nobody is told the figures of other people's key results as theirs. */
static void
test_people (void)
{
  g_autoptr (OkrPlan) plan = make_plan (MEASURED ("k", "Zoe", "1", "6") "," MEASURED (
      "l", "Zoe", "3", "2") "," MEASURED ("m", "", "2", "8"));
  const OkrDigestOptions people = { .sections = OKR_DIGEST_SECTIONS_PEOPLE };
  const OkrDigestOptions zoe = { .owner = "Zoe" };
  g_autoptr (OkrDigest) by_person = okr_digest_new (plan, &people);
  g_autoptr (OkrDigest) of_zoe = okr_digest_new (plan, &zoe);
  const OkrDigest *ana;

  g_assert_cmpuint (by_person->sections->len, ==, 2);
  ana = by_person->sections->pdata[0];
  g_assert_cmpstr (ana->scope, ==, "Ana");
  g_assert_cmpfloat_with_epsilon (ana->progress, 28.0 / 60, 1e-9);
  assert_own_part (by_person->sections->pdata[1]);
  assert_own_part (of_zoe);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_func ("/report/pages", test_pages);
  g_test_add_func ("/report/brief", test_brief);
  g_test_add_func ("/report/sizes", test_sizes);
  g_test_add_func ("/report/thread", test_thread);
  g_test_add_func ("/report/figures", test_figures);
  g_test_add_func ("/report/value-day", test_value_day);
  g_test_add_func ("/report/milestones", test_milestones);
  g_test_add_func ("/report/confidence", test_confidence);
  g_test_add_func ("/report/mean-grade", test_mean_grade);
  g_test_add_func ("/report/late-check-in", test_late_check_in);
  g_test_add_func ("/report/sections", test_sections);
  g_test_add_func ("/report/sub-teams", test_sub_teams);
  g_test_add_func ("/report/people", test_people);
  g_test_add_func ("/report/many-check-ins", test_many_check_ins);

  return g_test_run ();
}
