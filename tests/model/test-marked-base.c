/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What git leaves of two edited copies in its styles of conflict, with git itself. A base that is
 * told in part must serve a merge like one that is told in full: where the result is another, that
 * is a field that one of them asks about. OKR_TRIPLES says how many are tried, OKR_SEED from which
 * seed on. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "okr-conflict.h"
#include "okr-diff.h"
#include "okr-marked-sides.h"
#include "okr-merge.h"
#include "test-plans.h"
#include "test-script.h"

#define N_TRIPLES 150

typedef struct
{
  char *folder;
  char *names[3]; /* ours, base, theirs: as git wants them */
} Place;

static guint
get_number (const char *variable, guint otherwise)
{
  const char *text = g_getenv (variable);

  return text != NULL ? (guint) strtoul (text, NULL, 10) : otherwise;
}

static void
init_place (Place *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("okr-marked-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    self->names[i] = g_strdup_printf ("%s/%u.okr", self->folder, i);
}

static void
clear_place (Place *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    {
      g_unlink (self->names[i]);
      g_free (self->names[i]);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

static GBytes *
merge_file (const Place *self, const char *style)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) git =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "git", "merge-file", "-p", style,
                        self->names[0], self->names[1], self->names[2], NULL);
  GBytes *out = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (git, NULL, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (git));
  g_assert_cmpint (g_subprocess_get_exit_status (git), <, 128);

  return out;
}

static void
write_copy (const Place *self, guint index, OkrPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = test_plan_to_text (plan);

  g_file_set_contents (self->names[index], text, -1, &error);
  g_assert_no_error (error);
}

/* Both copies get some edits in common, which is what "zdiff3" takes out of a conflict. */
static void
write_triple (const Place *self, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  const guint n_common = (guint) g_rand_int_range (random, 0, 8);
  const guint32 common = g_rand_int (random);
  g_autoptr (OkrPlan) base = test_small_plan ();

  g_random_set_seed (seed); /* new ids */
  test_script_run (base, random, 4);
  write_copy (self, 1, base);
  for (guint i = 0; i <= 2; i += 2)
    {
      g_autofree char *text = test_plan_to_text (base);
      g_autoptr (OkrPlan) copy = test_plan_from_text (text);
      g_autoptr (GRand) same = g_rand_new_with_seed (common);

      g_random_set_seed (common);
      test_script_run (copy, same, n_common);
      g_random_set_seed (seed + i + 1);
      test_script_run (copy, random, 12);
      write_copy (self, i, copy);
    }
}

static OkrPlan *
read_side (GBytes *bytes)
{
  return okr_plan_new_from_bytes (bytes, NULL, NULL);
}

typedef struct
{
  guint n_full; /* the base is told in full in one style and in part in the other */
  guint n_part; /* and is found nevertheless */
  guint n_good; /* and serves as well */
} Count;

static OkrPlan *
merge (const OkrMarkedSides *sides, OkrPlan *base)
{
  g_autoptr (OkrPlan) ours = read_side (sides->ours);
  g_autoptr (OkrPlan) theirs = read_side (sides->theirs);
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrMergeResult) result = okr_merge (base, ours, theirs, &error);

  g_assert_no_error (error);

  return g_object_ref (result->plan);
}

static gboolean
asks_about (OkrPlan *plan, const OkrDifference *difference)
{
  GListModel *conflicts = okr_plan_get_conflicts (plan);
  const char *id = okr_item_get_id (okr_difference_get_item (difference));
  const char *path = difference->type == OKR_DIFFERENCE_CHANGED ? difference->path : "parent";

  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    {
      g_autoptr (OkrConflict) conflict = g_list_model_get_item (conflicts, i);

      if (g_str_equal (okr_conflict_get_item_id (conflict), id) &&
          g_str_equal (okr_conflict_get_field_path (conflict), path))
        return TRUE;
    }

  return FALSE;
}

static gboolean
serves_as_well (OkrPlan *full, OkrPlan *part, guint32 seed)
{
  g_autoptr (GPtrArray) differences = okr_diff (full, part);

  for (guint i = 0; i < differences->len; i++)
    {
      const OkrDifference *difference = differences->pdata[i];

      if (difference->type == OKR_DIFFERENCE_REORDERED ||
          OKR_IS_CONFLICT (okr_difference_get_item (difference)) ||
          asks_about (full, difference) || asks_about (part, difference))
        continue;
      g_test_message ("Seed %u: %s of %s is another", seed,
                      okr_difference_get_type_nick (difference),
                      okr_item_get_id (okr_difference_get_item (difference)));
      return FALSE;
    }

  return TRUE;
}

static OkrPlan *
find_base (const OkrMarkedSides *sides)
{
  g_autoptr (OkrPlan) ours = read_side (sides->ours);
  g_autoptr (OkrPlan) theirs = read_side (sides->theirs);

  if (ours == NULL || theirs == NULL)
    return NULL;

  return okr_marked_sides_read_base (sides, ours, theirs, NULL);
}

static void
try_triple (const Place *self, guint32 seed, Count *count)
{
  g_autoptr (GBytes) full = merge_file (self, "--diff3");
  g_autoptr (GBytes) part = merge_file (self, "--zdiff3");
  g_autoptr (OkrMarkedSides) full_sides = okr_marked_sides_new (full, NULL);
  g_autoptr (OkrMarkedSides) part_sides = okr_marked_sides_new (part, NULL);
  g_autoptr (OkrPlan) full_base = find_base (full_sides);
  g_autoptr (OkrPlan) part_base = find_base (part_sides);
  g_autoptr (OkrPlan) expected = NULL;
  g_autoptr (OkrPlan) actual = NULL;

  g_assert_true (g_bytes_equal (full_sides->ours, part_sides->ours));
  g_assert_true (g_bytes_equal (full_sides->theirs, part_sides->theirs));
  if (g_bytes_equal (full, part) || full_base == NULL)
    return;
  count->n_full++;
  if (part_base == NULL)
    {
      g_test_message ("Seed %u: no base", seed);
      return;
    }
  count->n_part++;
  expected = merge (full_sides, full_base);
  actual = merge (part_sides, part_base);
  if (serves_as_well (expected, actual, seed))
    count->n_good++;
}

static gboolean
has_git (void)
{
  g_autoptr (GSubprocess) git = NULL;
  g_autofree char *program = g_find_program_in_path ("git");
  g_autofree char *out = NULL;

  if (program == NULL)
    return FALSE;

  git = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, NULL,
                          "git", "merge-file", "-h", NULL);
  g_subprocess_communicate_utf8 (git, NULL, NULL, &out, NULL, NULL);

  return out != NULL && strstr (out, "--zdiff3") != NULL;
}

static void
test_styles (void)
{
  const guint32 seed = get_number ("OKR_SEED", 1);
  const guint n = get_number ("OKR_TRIPLES", N_TRIPLES);
  Place place = { NULL };
  Count count = { 0 };

  if (!has_git ())
    {
      g_test_skip ("git is not installed, or does not know the style zdiff3");
      return;
    }

  init_place (&place);
  for (guint i = 0; i < n; i++)
    {
      write_triple (&place, seed + i);
      try_triple (&place, seed + i, &count);
    }
  clear_place (&place);

  g_test_message ("%u triples from seed %u on: in %u a base is told in part, in %u it is found, "
                  "in %u it serves as well",
                  n, seed, count.n_full, count.n_part, count.n_good);
  g_assert_cmpuint (count.n_full, >, n / 20);
  g_assert_cmpuint (count.n_part, >, count.n_full * 8 / 10);
  g_assert_cmpuint (count.n_good, ==, count.n_part);
}

/* What git has left of one conflict in one field and another in a list, in two of its styles. */
static void
test_golden (gconstpointer style)
{
  g_autoptr (GBytes) bytes = test_load_file ("fuzz", "marked-corpus", style, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrMarkedSides) sides = okr_marked_sides_new (bytes, &error);
  g_autoptr (OkrPlan) base = NULL;

  g_assert_no_error (error);
  base = find_base (sides);
  g_assert_nonnull (base);
  test_assert_field (base, "k1", "title", "First");
  test_assert_field (base, "k1", "owner", "");
  test_assert_field (base, "k1", "target", "10");
  test_assert_list (base, "k1", "checkIns", "n1");
}

/* Nothing serves as a base by force: here it has never been a plan. */
static void
test_hopeless (void)
{
  const char text[] = "{ \"format\": \"okr\", \"formatVersion\": 1, \"minReader\": 1,\n"
                      "  \"id\": \"p-1\",\n"
                      "<<<<<<< ours\n  \"title\": \"A\"\n||||||| base\n  \"title\": [{\n"
                      "=======\n  \"title\": \"B\"\n>>>>>>> theirs\n}\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (OkrMarkedSides) sides = okr_marked_sides_new (bytes, NULL);
  g_autoptr (OkrPlan) ours = read_side (sides->ours);

  g_assert_nonnull (ours);
  g_assert_null (find_base (sides));
}

int
main (int argc, char **argv)
{
  test_init (&argc, &argv);

  g_test_add_data_func ("/marked-base/diff3", "plan-diff3", test_golden);
  g_test_add_data_func ("/marked-base/zdiff3", "plan-zdiff3", test_golden);
  g_test_add_func ("/marked-base/hopeless", test_hopeless);
  g_test_add_func ("/marked-base/styles", test_styles);

  return g_test_run ();
}
