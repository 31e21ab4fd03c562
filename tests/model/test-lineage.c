/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which states two copies descend from, and what becomes of histories that cross: two people who
 * have taken in each other's copies and gone on. */
#include <string.h>

#include "okr-lineage.h"
#include "okr-merge.h"
#include "okr-resolve.h"
#include "test-kept.h"
#include "test-plans.h"
#include "test-script.h"
#include "test-words.h"

#define N_CROSSINGS 300

static char *
compute_sha256 (OkrPlan *plan)
{
  g_autoptr (GBytes) bytes = okr_plan_to_bytes (plan);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static GBytes *
fetch (const char *sha256, gpointer user_data)
{
  GBytes *bytes = g_hash_table_lookup (user_data, sha256);

  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

/* Saves: what came before is in the lineage. */
static char *
save (OkrPlan *plan, GHashTable *store, const char *before)
{
  char *sha256;

  okr_lineage_extend (plan, (const char *const[]){ before, NULL });
  sha256 = compute_sha256 (plan);
  g_hash_table_insert (store, g_strdup (sha256), okr_plan_to_bytes (plan));

  return sha256;
}

static void
test_lineage (void)
{
  g_autoptr (GHashTable) store =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_autoptr (OkrPlan) base = test_edited_plan (NULL);
  g_autofree char *first = save (base, store, NULL);
  g_autoptr (OkrPlan) ours = test_edited_plan (NULL);
  g_autofree char *ours_sha256 = save (ours, store, first);
  g_autoptr (OkrPlan) theirs = test_edited_plan ("set k1 target 30");
  g_autofree char *theirs_sha256 = save (theirs, store, first);
  g_autofree char *later_sha256 = NULL;
  g_autoptr (OkrPlan) found =
      okr_lineage_find_base (ours, ours_sha256, theirs, theirs_sha256, fetch, store);
  g_autoptr (OkrPlan) nothing =
      okr_lineage_find_base (ours, ours_sha256, theirs, theirs_sha256, NULL, NULL);
  g_autoptr (OkrPlan) later = test_edited_plan ("set k1 target 40");
  g_autoptr (OkrPlan) ancestor = NULL;

  g_assert_nonnull (found);
  g_assert_true (okr_item_equal (OKR_ITEM (found), OKR_ITEM (base)));
  g_assert_null (nothing);

  okr_lineage_extend (later, (const char *const[]){ first, NULL });
  later_sha256 = save (later, store, ours_sha256);
  ancestor = okr_lineage_find_base (ours, ours_sha256, later, later_sha256, NULL, NULL);
  g_assert_true (ancestor == ours);

  /* What the store holds is not what it says: as if it were not there. */
  g_hash_table_insert (store, g_strdup (first), okr_plan_to_bytes (theirs));
  g_assert_null (okr_lineage_find_base (ours, ours_sha256, theirs, theirs_sha256, fetch, store));
}

static void
test_lineage_is_short (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *sha256 = g_strdup_printf ("%064u", i);

      okr_lineage_extend (plan, (const char *const[]){ sha256, NULL });
    }
  g_assert_cmpuint (g_strv_length ((char **) okr_plan_get_lineage (plan)), ==, OKR_LINEAGE_MAX);
  g_assert_true (g_str_has_suffix (okr_plan_get_lineage (plan)[0], "39"));
}

/* What each of two people had, what both made of it, and where they are now. */
typedef struct
{
  GHashTable *store;
  OkrPlan *base;
  OkrPlan *before[2];
  OkrPlan *start[2];
  OkrPlan *now[2];
  char *sha256s[2]; /* of before */
} Crossing;

static OkrPlan *
copy (OkrPlan *plan)
{
  g_autoptr (GBytes) bytes = okr_plan_to_bytes (plan);

  return test_plan_from_bytes (bytes);
}

static OkrPlan *
merge (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrMergeResult) result = okr_merge (base, ours, theirs, &error);

  g_assert_no_error (error);

  return g_object_ref (result->plan);
}

static void
begin_crossing (Crossing *self, OkrPlan *base, OkrPlan *first, OkrPlan *second)
{
  g_autofree char *root = NULL;

  self->store =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  self->base = g_object_ref (base);
  root = save (base, self->store, NULL);
  self->before[0] = g_object_ref (first);
  self->before[1] = g_object_ref (second);
  for (guint i = 0; i < 2; i++)
    self->sha256s[i] = save (self->before[i], self->store, root);
  for (guint i = 0; i < 2; i++)
    {
      self->start[i] = merge (base, self->before[i], self->before[1 - i]);
      okr_lineage_extend (self->start[i],
                          (const char *const[]){ self->sha256s[i], self->sha256s[1 - i], NULL });
      self->now[i] = copy (self->start[i]);
    }
}

static void
end_crossing (Crossing *self)
{
  g_clear_object (&self->base);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&self->before[i]);
      g_clear_object (&self->start[i]);
      g_clear_object (&self->now[i]);
      g_clear_pointer (&self->sha256s[i], g_free);
    }
  g_clear_pointer (&self->store, g_hash_table_unref);
}

static OkrPlan *
find_base (Crossing *self, guint whose)
{
  return okr_lineage_find_base (self->now[whose], NULL, self->now[1 - whose], NULL, fetch,
                                self->store);
}

static void
begin_words (Crossing *self, const char *first, const char *second)
{
  g_autoptr (OkrPlan) base = test_edited_plan (NULL);
  g_autoptr (OkrPlan) ours = test_edited_plan (first);
  g_autoptr (OkrPlan) theirs = test_edited_plan (second);

  begin_crossing (self, base, ours, theirs);
}

/* What one changed or deleted after both had it is no question and comes not back. */
static void
test_crossed (void)
{
  Crossing crossing = { 0 };
  g_autoptr (OkrPlan) base = NULL;
  g_autoptr (OkrPlan) same = NULL;
  g_autoptr (OkrPlan) here = NULL;
  g_autoptr (OkrPlan) there = NULL;

  begin_words (&crossing, "set k1 target 20\nadd objective plan 3 oa", "set k2 target 5");
  test_edit_words (crossing.now[0], "set k2 target 6");
  test_edit_words (crossing.now[1], "set k1 target 30\ndelete oa");

  base = find_base (&crossing, 0);
  same = find_base (&crossing, 1);
  test_expect_words (base, "is k1 target 20\nis k2 target 5\nlist plan objectives o1 o2 o3 oa");
  g_assert_true (okr_item_equal (OKR_ITEM (base), OKR_ITEM (same)));
  here = merge (base, crossing.now[0], crossing.now[1]);
  there = merge (same, crossing.now[1], crossing.now[0]);
  for (guint i = 0; i < 2; i++)
    {
      OkrPlan *merged = i == 0 ? here : there;

      test_expect_words (merged, "is k1 target 30\nis k2 target 6\ngone oa");
      g_assert_cmpuint (g_list_model_get_n_items (okr_plan_get_conflicts (merged)), ==, 0);
    }
  end_crossing (&crossing);
}

/* Both have answered the question that their copies asked, each in another way. */
static void
test_crossed_answers (void)
{
  Crossing crossing = { 0 };
  g_autoptr (OkrPlan) base = NULL;
  g_autoptr (OkrPlan) merged = NULL;

  begin_words (&crossing, "set k1 target 20", "set k1 target 30");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (OkrConflict) conflict =
          g_list_model_get_item (okr_plan_get_conflicts (crossing.now[i]), 0);

      g_assert_true (okr_conflict_resolve (crossing.now[i], conflict, OKR_RESOLUTION_OURS, NULL));
    }
  base = find_base (&crossing, 0);
  test_expect_words (base, "conflict k1 target");
  merged = merge (base, crossing.now[0], crossing.now[1]);
  test_expect_words (merged, "is k1 target 20\nconflict k1 target");
  end_crossing (&crossing);
}

/* Of a state that is not there any more, or of which nobody knows what it has in common with the
 * other one, nothing is made up. */
static void
test_crossed_unknown (void)
{
  for (guint i = 0; i < 2; i++)
    {
      Crossing crossing = { 0 };
      g_autoptr (OkrPlan) base = NULL;
      const char *const *lineage;

      begin_words (&crossing, "set k1 target 20", "set k2 target 5");
      lineage = okr_plan_get_lineage (crossing.before[0]);
      g_assert_true (
          g_hash_table_remove (crossing.store, i == 0 ? crossing.sha256s[1] : lineage[0]));
      base = find_base (&crossing, 0);
      if (i == 0)
        g_assert_true (okr_item_equal (OKR_ITEM (base), OKR_ITEM (crossing.before[0])));
      else
        g_assert_true (okr_item_equal (OKR_ITEM (base), OKR_ITEM (crossing.before[0])) ||
                       okr_item_equal (OKR_ITEM (base), OKR_ITEM (crossing.before[1])));
      end_crossing (&crossing);
    }
}

static void
check_nothing_lost (Crossing *self, guint whose, OkrPlan *merged, guint32 seed)
{
  /* What the other one began with after both had met: what is gone from that, they deleted. */
  g_autofree char *lost =
      test_find_lost (self->start[1 - whose], self->now[whose], self->now[1 - whose], merged);

  if (lost != NULL)
    g_test_message ("seed %u: %s is lost", seed, lost);
  g_assert_null (lost);
}

/* No word is lost, whatever both did before and after they met; and both get the same. */
static void
check_crossing (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (OkrPlan) small = test_small_plan ();
  g_autoptr (OkrPlan) base = copy (small);
  g_autoptr (OkrPlan) ours = copy (small);
  g_autoptr (OkrPlan) theirs = copy (small);
  Crossing crossing = { 0 };

  g_random_set_seed (seed); /* new ids */
  test_script_run (ours, random, 6);
  test_script_run (theirs, random, 6);
  begin_crossing (&crossing, base, ours, theirs);
  test_script_run (crossing.now[0], random, 6);
  test_script_run (crossing.now[1], random, 6);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (OkrPlan) ancestor = find_base (&crossing, i);
      g_autoptr (OkrPlan) same = find_base (&crossing, 1 - i);
      g_autoptr (OkrPlan) merged = merge (ancestor, crossing.now[i], crossing.now[1 - i]);
      g_autofree char *text = test_plan_to_text (ancestor);
      g_autofree char *same_text = test_plan_to_text (same);

      test_assert_same_text (text, same_text);
      check_nothing_lost (&crossing, i, merged, seed);
      check_nothing_lost (&crossing, 1 - i, merged, seed);
    }
  end_crossing (&crossing);
}

static void
test_crossed_at_random (void)
{
  const guint32 first = (guint32) g_test_rand_int ();

  g_test_message ("seed %u", first);
  for (guint i = 0; i < N_CROSSINGS && !g_test_failed (); i++)
    check_crossing (first + i);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/lineage/base", test_lineage);
  g_test_add_func ("/lineage/length", test_lineage_is_short);
  g_test_add_func ("/lineage/crossed", test_crossed);
  g_test_add_func ("/lineage/crossed/answers", test_crossed_answers);
  g_test_add_func ("/lineage/crossed/unknown", test_crossed_unknown);
  g_test_add_func ("/lineage/crossed/random", test_crossed_at_random);

  return g_test_run ();
}
