/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for the merge of any two copies, tried on random edits. OKR_TRIPLES says on how many,
 * OKR_SEED from which seed on; what fails prints the seed of its triple, and writes its documents
 * to the folder OKR_KEEP where there is one. */
#include <stdlib.h>
#include <string.h>

#include "okr-alignment.h"
#include "okr-diff.h"
#include "okr-item-private.h"
#include "okr-merge-private.h"
#include "okr-resolve.h"
#include "test-kept.h"
#include "test-plans.h"
#include "test-script.h"

#define N_TRIPLES 5000 /* the build runs two of this program */
#define N_STEPS 16

typedef struct
{
  guint32 seed;
  OkrPlan *base;
  OkrPlan *ours;
  OkrPlan *theirs;
} Triple;

static guint n_conflicting;
static guint n_notices;
static gboolean undid_loop; /* in the latest merge */

static guint
below (GRand *random, guint limit)
{
  return (guint) g_rand_int_range (random, 0, (gint32) limit);
}

static const char *const values[] = {
  "1",
  "2.5",
  "\"text\"",
  "null",
  "[1, 2]",
  "[\"a\"]",
  "[]",
  "{}",
  "{\"a\": 1, \"b\": 2}",
  "{\"a\": 1, \"b\": 3}",
  "{\"b\": 2, \"c\": {\"d\": 1}}",
  "{\"c\": {\"d\": 2, \"e\": []}}",
  "[{\"id\": \"e1\", \"x\": 1}, {\"id\": \"e2\"}]",
  "[{\"id\": \"e2\", \"x\": 2}]",
  "[{\"id\": \"e3\"}, {\"id\": \"e1\", \"x\": 2}, {\"id\": \"e2\"}]",
};

/* Members as a newer program may write them, in the plan, in items and in their groups. */
static void
edit_unknown (OkrPlan *plan, GRand *random)
{
  g_autoptr (GPtrArray) items = test_list_items (OKR_ITEM (plan));
  OkrItem *item = items->pdata[below (random, MIN (items->len, 6))];
  OkrUnknown *present = okr_item_peek_unknown (item);
  g_autoptr (OkrUnknown) after = okr_unknown_new ();
  g_autoptr (OkrChange) change = NULL;
  g_autoptr (GError) error = NULL;
  const char *group = OKR_IS_PLAN (item) && below (random, 2) == 0 ? "settings" : NULL;
  g_autofree char *name = g_strdup_printf ("new%u", below (random, 3));

  for (guint i = 0; i < okr_unknown_get_size (present); i++)
    {
      const OkrUnknownMember *member = okr_unknown_get (present, i);

      if (g_strcmp0 (member->group, group) != 0 || !g_str_equal (member->name, name))
        okr_unknown_add (after, member->group, member->after, member->name, member->node);
    }
  if (below (random, 4) > 0)
    {
      g_autoptr (JsonNode) node =
          json_from_string (values[below (random, G_N_ELEMENTS (values))], &error);

      g_assert_no_error (error);
      okr_unknown_add (after, group, group != NULL ? "checkInDays" : "id", name, node);
    }
  change = okr_change_new_unknown (item, after, okr_item_get_stated (item));
  okr_plan_apply (plan, change, &error);
  g_assert_no_error (error);
}

/* Where people meet: few items, few fields. */
static void
edit_busy_field (OkrPlan *plan, GRand *random)
{
  static const struct
  {
    const char *id;
    const char *path;
    const char *texts[4];
  } busy[] = {
    { "k1", "target", { "10", "20", "30", "" } },
    { "o1", "title", { "Grow", "Grow faster", "Grow\nslower", "" } },
    { "o1", "description", { "", "Why", "Why not", "Because" } },
    { "o2", "contributesTo", { "k1", "o1", "k4,o1", "" } },
    { "o3", "contributesTo", { "o2", "o1,o2", "k3", "k2,k3" } },
    { "o1", "contributesTo", { "", "o3", "k3", "k4,k3" } },
    { "o2", "tags", { "speed", "a,b", "b,speed,c", "" } },
    { "n1", "note", { "", "Fine", "Not fine", "So so" } },
    { "t2", "parent", { "t1", "t3", "", "t1" } },
    { "t3", "parent", { "t2", "t1", "", "t2" } },
    { "t1", "parent", { "", "t3", "t2", "" } },
    { "v1", "decisions", { "One", "One,Two", "Three", "" } },
    { "m1", "done", { "2027-01-20", "", "2027-02-03", "2027-02-04" } },
  };
  const guint index = below (random, G_N_ELEMENTS (busy));
  OkrItem *item = okr_plan_find (plan, busy[index].id);

  if (item != NULL)
    okr_edit_set_from_text (plan, item, busy[index].path, busy[index].texts[below (random, 4)],
                            NULL); /* may be refused */
}

/* May be refused: what another copy says may be no longer there. */
static void
answer (OkrPlan *plan, GRand *random)
{
  GListModel *conflicts = okr_plan_get_conflicts (plan);
  g_autoptr (OkrConflict) conflict = NULL;

  if (g_list_model_get_n_items (conflicts) == 0)
    return;

  conflict =
      g_list_model_get_item (conflicts, below (random, g_list_model_get_n_items (conflicts)));
  okr_conflict_resolve (plan, conflict, (OkrResolution) below (random, 3), NULL);
}

/* Links lead to key results, too, so that where those stand decides about loops. */
static void
move_key_result (OkrPlan *plan, GRand *random)
{
  static const char *const key_results[] = { "k1", "k2", "k3", "k4" };
  static const char *const objectives[] = { "o1", "o2", "o3" };
  OkrItem *item = okr_plan_find (plan, key_results[below (random, G_N_ELEMENTS (key_results))]);
  OkrItem *home = okr_plan_find (plan, objectives[below (random, G_N_ELEMENTS (objectives))]);

  if (item != NULL && home != NULL)
    okr_edit_move (plan, item, home, below (random, 3), NULL);
}

static void
reorder (OkrPlan *plan, GRand *random)
{
  g_autoptr (GPtrArray) items = test_list_items (OKR_ITEM (plan));
  OkrItem *item = items->pdata[below (random, items->len)];

  if (okr_item_get_parent (item) != NULL)
    okr_edit_move (plan, item, okr_item_get_parent (item), below (random, 3), NULL);
}

/* On every third triple, people meet at the same few places only. */
static void
edit (OkrPlan *plan, GRand *random, gboolean busy)
{
  for (guint left = below (random, N_STEPS); left > 0; left--)
    {
      const guint what = below (random, busy ? 4 : 8);

      if (what <= 1)
        edit_busy_field (plan, random);
      else if (what == 2)
        move_key_result (plan, random);
      else if (what == 3)
        answer (plan, random);
      else if (what == 4)
        reorder (plan, random);
      else if (what == 5)
        edit_unknown (plan, random);
      else
        test_script_run (plan, random, 1);
    }
}

/* Remembers the bytes: of a plan that nobody edits any more. */
static GBytes *
write_plan (OkrPlan *plan)
{
  GBytes *bytes = g_object_get_data (G_OBJECT (plan), "test-bytes");

  if (bytes == NULL)
    {
      bytes = okr_plan_to_bytes (plan);
      g_object_set_data_full (G_OBJECT (plan), "test-bytes", bytes, (GDestroyNotify) g_bytes_unref);
    }

  return g_bytes_ref (bytes);
}

static OkrPlan *
copy (OkrPlan *plan)
{
  g_autoptr (GBytes) bytes = write_plan (plan);

  return test_plan_from_bytes (bytes);
}

static OkrPlan *
take_plan (OkrMergeResult *result, GError *error)
{
  OkrPlan *plan;

  g_assert_no_error (error);
  g_assert_nonnull (result);
  n_notices += result->notices->len;
  undid_loop = FALSE;
  for (guint i = 0; i < result->notices->len; i++)
    undid_loop |= ((OkrMergeNotice *) result->notices->pdata[i])->type == OKR_MERGE_NOTICE_LOOP;
  plan = g_object_ref (result->plan);
  okr_merge_result_free (result);

  return plan;
}

static OkrPlan *
merge (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs)
{
  g_autoptr (GError) error = NULL;

  return take_plan (okr_merge (base, ours, theirs, &error), error);
}

static OkrPlan *
merge_in_full (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs)
{
  g_autoptr (GError) error = NULL;

  return take_plan (okr_merge_in_full (base, ours, theirs, &error), error);
}

static void
edit_both (Triple *self, OkrPlan *base, GRand *random)
{
  const gboolean busy = self->seed % 3 == 0;

  g_set_object (&self->base, base);
  g_clear_object (&self->ours);
  g_clear_object (&self->theirs);
  self->ours = copy (base);
  self->theirs = copy (base);
  edit (self->ours, random, busy);
  edit (self->theirs, random, busy);
}

static void
init_triple (Triple *self, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (OkrPlan) small = test_small_plan ();
  g_autoptr (OkrPlan) base = NULL;

  g_random_set_seed (seed); /* new ids */
  self->seed = seed;
  edit (small, random, seed % 3 == 0);
  base = copy (small);
  edit_both (self, base, random);
  if (seed % 5 == 0) /* what two people go on from has open questions */
    {
      g_autoptr (OkrPlan) merged = merge (self->base, self->ours, self->theirs);

      edit_both (self, merged, random);
    }
}

static void
clear_triple (Triple *self)
{
  g_clear_object (&self->base);
  g_clear_object (&self->ours);
  g_clear_object (&self->theirs);
}

/* Where somebody wants to look at a triple, it is kept. */
static void
keep (const Triple *self, OkrPlan *actual, OkrPlan *expected)
{
  const char *folder = g_getenv ("OKR_KEEP");
  const struct
  {
    const char *name;
    OkrPlan *plan;
  } files[] = { { "base", self->base },
                { "ours", self->ours },
                { "theirs", self->theirs },
                { "actual", actual },
                { "expected", expected } };

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *text = test_plan_to_text (files[i].plan);
      g_autofree char *path = g_strdup_printf ("%s/%s.okr", folder, files[i].name);

      g_file_set_contents (path, text, -1, NULL);
    }
}

static void
fail (const Triple *self, const char *law, OkrPlan *actual, OkrPlan *expected)
{
  g_autofree char *is = test_plan_to_text (actual);
  g_autofree char *wanted = test_plan_to_text (expected);

  keep (self, actual, expected);
  g_test_message ("seed %u: %s", self->seed, law);
  test_assert_same_text (is, wanted);
}

static void
check_same (const Triple *self, const char *law, OkrPlan *actual, OkrPlan *expected)
{
  g_autoptr (GBytes) is = write_plan (actual);
  g_autoptr (GBytes) wanted = write_plan (expected);

  if (!g_test_failed () && !g_bytes_equal (is, wanted))
    fail (self, law, actual, expected);
}

static guint
count_conflicts (OkrPlan *plan)
{
  return g_list_model_get_n_items (okr_plan_get_conflicts (plan));
}

/* Of a log, a merge drops nothing, so that the laws about a copy that nobody edited do not hold
 * without the shortcut for it. */
static gboolean
dropped_log_entry (OkrPlan *base, OkrPlan *copy_of_it)
{
  g_autoptr (GPtrArray) items = test_list_items (OKR_ITEM (base));

  for (guint i = 0; i < items->len; i++)
    {
      OkrItem *item = items->pdata[i];

      if ((OKR_IS_CHECK_IN (item) || OKR_IS_READING (item)) &&
          okr_plan_find (copy_of_it, okr_item_get_id (item)) == NULL)
        return TRUE;
    }

  return FALSE;
}

static void
check_identities (const Triple *self)
{
  g_autoptr (OkrPlan) nothing = merge (self->base, self->base, self->base);
  g_autoptr (OkrPlan) only_ours = merge (self->base, self->ours, self->base);
  g_autoptr (OkrPlan) only_theirs = merge (self->base, self->base, self->theirs);
  g_autoptr (OkrPlan) both = merge (self->base, self->ours, self->ours);

  check_same (self, "m(b,b,b) = b", nothing, self->base);
  check_same (self, "m(b,o,b) = o", only_ours, self->ours);
  check_same (self, "m(b,b,t) = t", only_theirs, self->theirs);
  check_same (self, "m(b,x,x) = x", both, self->ours);
}

static void
check_identities_in_full (const Triple *self)
{
  g_autoptr (OkrPlan) both = merge_in_full (self->base, self->ours, self->ours);
  g_autoptr (OkrPlan) united = merge_in_full (NULL, self->ours, self->ours);

  check_same (self, "m(b,x,x) = x in full", both, self->ours);
  check_same (self, "m(,x,x) = x in full", united, self->ours);
  if (!dropped_log_entry (self->base, self->ours))
    {
      g_autoptr (OkrPlan) ours = merge_in_full (self->base, self->ours, self->base);
      g_autoptr (OkrPlan) theirs = merge_in_full (self->base, self->base, self->ours);

      check_same (self, "m(b,o,b) = o in full", ours, self->ours);
      check_same (self, "m(b,b,t) = t in full", theirs, self->ours);
    }
}

/* A loop that a copy has brought along. */
static gboolean
has_loop (OkrPlan *plan)
{
  GListModel *objectives = okr_plan_get_objectives (plan);

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);
      const char *const *ids = okr_objective_get_contributes_to (objective);

      for (guint k = 0; ids != NULL && ids[k] != NULL; k++)
        {
          if (okr_alignment_closes_loop (plan, objective, ids[k]))
            return TRUE;
        }
    }

  return FALSE;
}

/* Merging again what was merged changes nothing. Only, of links that make a loop, another one may
 * be undone when they are looked at together with what became of them; and who has answered a
 * question of the base says so again. */
static void
check_idempotent (const Triple *self, OkrPlan *merged, gboolean looped)
{
  g_autoptr (OkrPlan) twice = merge (self->base, merged, merged);
  g_autoptr (OkrPlan) theirs_again = merge (self->base, merged, self->theirs);
  g_autoptr (OkrPlan) into_ours = merge (self->base, self->ours, merged);

  check_same (self, "m(b,M,M) = M", twice, merged);
  if (looped || has_loop (self->ours) || has_loop (self->theirs) ||
      count_conflicts (self->base) > 0)
    return;
  check_same (self, "m(b,M,t) = M", theirs_again, merged);
  if (count_conflicts (merged) == 0)
    check_same (self, "m(b,o,M) = M", into_ours, merged);
}

static void
check_as_many (const Triple *self, const char *law, OkrPlan *actual, OkrPlan *expected)
{
  if (!g_test_failed () && count_conflicts (actual) != count_conflicts (expected))
    fail (self, law, actual, expected);
}

/* Two machines, each with the other's copy. */
static void
check_symmetry (const Triple *self, OkrPlan *here)
{
  g_autoptr (OkrPlan) there = merge (self->base, self->theirs, self->ours);
  g_autoptr (OkrPlan) here_again = NULL;
  g_autoptr (OkrPlan) there_again = NULL;

  check_as_many (self, "both ask the same number of questions", here, there);
  if (count_conflicts (here) == 0)
    check_same (self, "m(b,o,t) = m(b,t,o)", there, here);
  else
    n_conflicting++;

  here_again = merge (self->base, here, there);
  there_again = merge (self->base, there, here);
  check_same (self, "two machines agree after two rounds", there_again, here_again);
  check_as_many (self, "the second round answers nothing", here_again, here);
}

static void
check_kept (const Triple *self, OkrPlan *from, OkrPlan *other, OkrPlan *merged)
{
  g_autofree char *lost = test_find_lost (self->base, from, other, merged);

  if (g_test_failed () || lost == NULL)
    return;

  keep (self, merged, from);
  g_test_message ("seed %u", self->seed);
  g_test_fail_printf ("%s is lost", lost);
}

/* A merge comes in as one edit, and goes as one. */
static void
check_accepted (const Triple *self, OkrPlan *merged)
{
  g_autoptr (OkrPlan) plan = copy (self->ours);
  g_autoptr (GError) error = NULL;

  okr_plan_become (plan, merged, "Merge", &error);
  g_assert_no_error (error);
  check_same (self, "accepting the merge gives the merge", plan, merged);
  g_object_set_data (G_OBJECT (plan), "test-bytes", NULL);
  g_assert_cmpuint (okr_history_get_depth (okr_plan_get_history (plan)), <=, 1);
  if (okr_plan_undo (plan, NULL))
    check_same (self, "undoing it gives ours", plan, self->ours);
}

static void
check_valid (const Triple *self, OkrPlan *merged)
{
  g_autoptr (GBytes) bytes = write_plan (merged);
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrPlan) again = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  okr_plan_verify_bytes (merged, bytes, &error);
  g_assert_no_error (error);
  again = test_plan_from_bytes (bytes);
  check_same (self, "the result reads back as itself", again, merged);
  differences = okr_diff (merged, again);
  g_assert_cmpuint (differences->len, ==, 0);
}

static void
check_triple (const Triple *self)
{
  g_autoptr (OkrPlan) merged = merge (self->base, self->ours, self->theirs);
  const gboolean looped = undid_loop;

  check_identities (self);
  if (self->seed % 4 == 0) /* what the shortcut of the four above stands for */
    check_identities_in_full (self);
  check_valid (self, merged);
  check_idempotent (self, merged, looped);
  check_symmetry (self, merged);
  check_kept (self, self->ours, self->theirs, merged);
  check_kept (self, self->theirs, self->ours, merged);
  if (self->seed % 2 == 0)
    check_accepted (self, merged);
}

static guint32
get_number (const char *name, guint32 fallback)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint32) g_ascii_strtoull (text, NULL, 10) : fallback;
}

static void
test_laws (void)
{
  const guint32 first = get_number ("OKR_SEED", (guint32) g_test_rand_int ());
  const guint n_triples = get_number ("OKR_TRIPLES", N_TRIPLES);

  g_test_message ("OKR_SEED=%u", first);
  for (guint i = 0; i < n_triples && !g_test_failed (); i++)
    {
      Triple triple = { 0 };

      init_triple (&triple, first + i);
      check_triple (&triple);
      clear_triple (&triple);
    }
  if (g_test_failed ()) /* which says more than that too few were tried */
    return;
  g_test_message ("%u triples, %u with conflicts, %u notices", n_triples, n_conflicting, n_notices);
  g_assert_cmpuint (n_conflicting * 100, >=, n_triples >= 100 ? n_triples : 0);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  g_test_add_func ("/merge/laws", test_laws);

  return g_test_run ();
}
