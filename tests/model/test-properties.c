/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds after any edits whatever. Each round prints its seed. */
#include <string.h>

#include "okr-snapshot.h"
#include "test-plans.h"
#include "test-script.h"

#define N_ROUNDS 60
#define N_STEPS 60

static const char future[] =
  "{ \"format\": \"okr\", \"formatVersion\": 1, \"minReader\": 1, \"id\": \"p1\","
  " \"title\": \"Future\", \"era\": [1, {\"a\": null}],\n"
  " \"settings\": {\"x-rhythm\": \"slow\"},"
  " \"cycles\": [{\"id\": \"c1\", \"moon\": \"full\", \"name\": \"Q1\", \"start\": \"2027-01-04\","
  " \"end\": \"2027-04-04\", \"state\": \"active\"}],"
  " \"teams\": [{\"id\": \"t1\", \"name\": \"T\", \"kind\": \"company\", \"mood\": 0.5}],"
  " \"objectives\": [{\"id\": \"o1\", \"title\": \"O\", \"cycle\": \"c1\", \"team\": \"t1\","
  " \"x\": {}, \"grade\": {\"y\": []}, \"keyResults\": [{\"id\": \"k1\", \"title\": \"K\","
  " \"kind\": \"milestones\", \"agreed\": {\"z\": true}, \"milestones\": [{\"id\": \"m1\","
  " \"title\": \"M\", \"q\": 1}], \"checkIns\": [{\"id\": \"n1\", \"date\": \"2027-02-02\","
  " \"r\": \"s\"}]}]}] }";

static guint
n_rounds (void)
{
  return g_test_slow () ? N_ROUNDS * 20 : N_ROUNDS;
}

static OkrPlan *
start_plan (guint round)
{
  g_autoptr (GBytes) example = NULL;

  if (round % 3 == 0)
    return test_small_plan ();
  if (round % 3 == 1)
    return test_plan_from_text (future);

  example = test_load_example ();

  return test_plan_from_bytes (example);
}

static GRand *
start_random (guint round)
{
  const guint32 seed = (guint32) g_test_rand_int ();

  g_test_message ("round %u has the seed %u", round, seed);

  return g_rand_new_with_seed (seed);
}

static void
test_undo_all (void)
{
  for (guint round = 0; round < n_rounds (); round++)
    {
      g_autoptr (OkrPlan) plan = start_plan (round);
      g_autofree char *before = test_plan_to_text (plan);
      g_autofree char *figures_before = test_describe_figures (plan);
      g_autoptr (GRand) random = start_random (round);
      g_autofree char *after = NULL;
      g_autofree char *figures_after = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      g_autofree char *figures_undone = NULL;
      g_autofree char *figures_redone = NULL;

      test_script_run (plan, random, N_STEPS);
      while (okr_plan_redo (plan, NULL))
        continue;
      after = test_plan_to_text (plan);
      figures_after = test_describe_figures (plan);

      while (okr_plan_undo (plan, NULL))
        continue;
      undone = test_plan_to_text (plan);
      figures_undone = test_describe_figures (plan);
      test_assert_same_text (undone, before);
      test_assert_same_text (figures_undone, figures_before);
      g_assert_false (okr_history_is_modified (okr_plan_get_history (plan)));

      while (okr_plan_redo (plan, NULL))
        continue;
      redone = test_plan_to_text (plan);
      figures_redone = test_describe_figures (plan);
      test_assert_same_text (redone, after);
      test_assert_same_text (figures_redone, figures_after);
      test_finalize (plan);
      if (g_test_failed ())
        return;
    }
}

static void
test_save_and_load (void)
{
  for (guint round = 0; round < n_rounds (); round++)
    {
      g_autoptr (OkrPlan) plan = start_plan (round);
      g_autoptr (GRand) random = start_random (round);
      g_autoptr (OkrPlan) loaded = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) again = NULL;
      g_autoptr (GError) error = NULL;

      test_script_run (plan, random, N_STEPS);
      bytes = okr_plan_to_bytes (plan);
      okr_plan_verify_bytes (plan, bytes, &error);
      g_assert_no_error (error);

      loaded = test_plan_from_bytes (bytes);
      g_assert_true (okr_item_equal (OKR_ITEM (plan), OKR_ITEM (loaded)));
      g_assert_cmpuint (okr_plan_get_n_indexed (loaded), ==, okr_plan_get_n_indexed (plan));
      again = okr_plan_to_bytes (loaded);
      g_assert_true (g_bytes_equal (again, bytes));
    }
}

/* Edit by edit, what is kept up to date must be what a fresh start would compute. */
static void
test_figures_are_kept (void)
{
  for (guint round = 0; round < n_rounds (); round++)
    {
      g_autoptr (OkrPlan) plan = start_plan (round);
      g_autoptr (GRand) random = start_random (round);

      for (guint step = 0; step < N_STEPS; step++)
        {
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (OkrPlan) fresh = NULL;
          g_autofree char *kept = NULL;
          g_autofree char *computed = NULL;

          test_script_run (plan, random, 1);
          bytes = okr_plan_to_bytes (plan);
          fresh = test_plan_from_bytes (bytes);
          kept = test_describe_figures (plan);
          computed = test_describe_figures (fresh);
          test_assert_same_text (kept, computed);
          if (g_test_failed ())
            {
              g_test_message ("round %u, step %u", round, step);
              return;
            }
        }
    }
}

/* What is kept of the text must be what would be written anew, also after a snapshot of before. */
static void
test_snapshots (void)
{
  for (guint round = 0; round < n_rounds (); round++)
    {
      g_autoptr (OkrPlan) plan = start_plan (round);
      g_autoptr (GRand) random = start_random (round);
      g_autoptr (OkrSnapshot) first = okr_plan_take_snapshot (plan);
      g_autoptr (GBytes) before = okr_plan_to_bytes (plan);
      g_autoptr (GBytes) still = NULL;

      for (guint step = 0; step < N_STEPS; step++)
        {
          g_autoptr (OkrSnapshot) snapshot = NULL;
          g_autoptr (GBytes) written = NULL;
          g_autoptr (GBytes) wanted = NULL;

          test_script_run (plan, random, 1);
          while (step % 2 == 0 && !okr_plan_prepare_snapshot (plan, 1))
            continue;
          snapshot = okr_plan_take_snapshot (plan);
          written = okr_snapshot_to_bytes (snapshot);
          wanted = okr_plan_to_bytes (plan);
          g_assert_true (g_bytes_equal (written, wanted));
        }
      still = okr_snapshot_to_bytes (first);
      g_assert_true (g_bytes_equal (still, before));
      test_finalize (plan);
    }
}

static void
test_unknown_survive (void)
{
  static const struct
  {
    const char *id;
    const char *member;
  } cases[] = {
    { "p1", "\"era\": [\n    1,\n    {\n      \"a\": null\n    }\n  ]" },
    { "p1", "\"settings\": {\n    \"x-rhythm\": \"slow\"" },
    { "c1", "\"id\": \"c1\",\n  \"moon\": \"full\",\n  \"name\"" },
    { "t1", "\"mood\": 0.5" },
    { "o1", "\"x\": {}" },
    { "o1", "\"y\": []" },
    { "k1", "\"z\": true" },
    { "m1", "\"q\": 1" },
    { "n1", "\"r\": \"s\"" },
  };

  for (guint round = 0; round < n_rounds (); round++)
    {
      g_autoptr (OkrPlan) plan = test_plan_from_text (future);
      g_autoptr (GRand) random = start_random (round);

      test_script_run (plan, random, N_STEPS);
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          OkrItem *item = okr_plan_find (plan, cases[i].id);
          g_autofree char *json = item != NULL ? okr_item_to_json (item) : NULL;

          if (json != NULL && strstr (json, cases[i].member) == NULL)
            g_test_fail_printf ("%s has lost %s", cases[i].id, cases[i].member);
        }
    }
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);

  g_test_add_func ("/properties/undo-all", test_undo_all);
  g_test_add_func ("/properties/save-and-load", test_save_and_load);
  g_test_add_func ("/properties/figures-are-kept", test_figures_are_kept);
  g_test_add_func ("/properties/snapshots", test_snapshots);
  g_test_add_func ("/properties/unknown-survive", test_unknown_survive);

  return g_test_run ();
}
