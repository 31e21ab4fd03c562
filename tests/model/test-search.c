/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-search.h"
#include "test-plans.h"

static void
test_matches (void)
{
  static const struct
  {
    const char *words;
    const char *id;
    gboolean matches;
  } cases[] = {
    { NULL, "o1", TRUE },
    { "", "o1", TRUE },
    { " \t ", "k1", TRUE },
    { "grow", "o1", TRUE },
    { "GROW", "o1", TRUE },
    { "ro", "o1", TRUE },
    { "grow ada", "o1", TRUE },
    { "ada grow", "o1", TRUE },
    { "grow bo", "o1", FALSE },
    { "company", "o1", TRUE },
    { "digital", "o2", TRUE },
    { "digital", "o1", FALSE },
    { "speed", "o2", TRUE },
    { "o2", "o2", TRUE },
    { "o2", "o1", FALSE },
    { "revenue", "k1", TRUE },
    { "k1", "k1", TRUE },
    { "ada", "k1", TRUE },
    { "bo", "k1", FALSE },
    { "accéntué", "o3", TRUE },
    { "ACCENTUE", "o3", TRUE },
    { "strasse", "o3", TRUE },
    { "STRAßE", "o3", TRUE },
    { "ﬁnd", "o3", TRUE },
    { "find me", "o3", TRUE },
    { "me\u00a0find", "o3", TRUE },
    { "i̇stanbul", "o3", TRUE },
    { "istanbul", "o3", TRUE },
    { "nothing", "o3", FALSE },
  };
  g_autoptr (OkrPlan) plan = test_small_plan ();

  test_set (plan, "o3", "title", "Accentue\u0301 Straße: find me in İstanbul");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OkrSearch) search = okr_search_new (cases[i].words);

      if (okr_search_matches (search, plan, test_find (plan, cases[i].id)) != cases[i].matches)
        g_test_fail_printf ("“%s” and %s", cases[i].words, cases[i].id);
    }
}

static void
test_empty (void)
{
  g_autoptr (OkrSearch) nothing = okr_search_new (" \n");
  g_autoptr (OkrSearch) something = okr_search_new ("a");

  g_assert_true (okr_search_is_empty (NULL));
  g_assert_true (okr_search_is_empty (nothing));
  g_assert_false (okr_search_is_empty (something));
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_func ("/search/matches", test_matches);
  g_test_add_func ("/search/empty", test_empty);

  return g_test_run ();
}
