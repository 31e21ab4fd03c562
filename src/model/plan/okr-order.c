/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of things of which two copies were edited. */
#include "okr-order.h"

#include <string.h>

/* Stands for the place before the first name; no name is that, being valid UTF-8. */
static const char head[] = "\xff";

typedef struct
{
  GPtrArray *names;
  GHashTable *set;
} Side;

static void
init_side (Side *self, GPtrArray *names)
{
  self->names = names;
  self->set = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; names != NULL && i < names->len; i++)
    g_hash_table_add (self->set, names->pdata[i]);
}

static void
clear_side (Side *self)
{
  g_clear_pointer (&self->set, g_hash_table_unref);
}

/* What of @side stands in both other sets as well, in its order. */
static GPtrArray *
restrict_to (const Side *side, GHashTable *one, GHashTable *other)
{
  GPtrArray *result = g_ptr_array_new ();

  for (guint i = 0; side->names != NULL && i < side->names->len; i++)
    {
      if (g_hash_table_contains (one, side->names->pdata[i]) &&
          g_hash_table_contains (other, side->names->pdata[i]))
        g_ptr_array_add (result, side->names->pdata[i]);
    }

  return result;
}

/* A total order, so that it does not matter which copy is called ours. */
static int
compare (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; i < MIN (a->len, b->len); i++)
    {
      const int order = strcmp (a->pdata[i], b->pdata[i]);

      if (order != 0)
        return order;
    }

  return a->len < b->len ? -1 : a->len > b->len;
}

/* Whether what this copy has from the base stands in another order there. */
static gboolean
is_reordered (const Side *side, const Side *base, GHashTable *kept)
{
  g_autoptr (GPtrArray) now = restrict_to (side, base->set, kept);
  g_autoptr (GPtrArray) before = restrict_to (base, side->set, kept);

  return compare (now, before) != 0;
}

/* The order of what both copies have: of the copy that changed it. Where both did, either would do,
 * as long as it is the same one from both ends. */
static GPtrArray *
choose_order (const Side *base, const Side *ours, const Side *theirs, GHashTable *kept)
{
  g_autoptr (GPtrArray) here = restrict_to (ours, theirs->set, kept);
  g_autoptr (GPtrArray) there = restrict_to (theirs, ours->set, kept);
  const gboolean here_changed = is_reordered (ours, base, kept);
  const gboolean there_changed = is_reordered (theirs, base, kept);

  if (compare (here, there) == 0)
    return g_steal_pointer (&here);
  if (here_changed != there_changed)
    return here_changed ? g_steal_pointer (&here) : g_steal_pointer (&there);

  return compare (here, there) < 0 ? g_steal_pointer (&here) : g_steal_pointer (&there);
}

/* What only this copy has, by the nearest predecessor that the other one has, too. */
static GHashTable *
collect_runs (const Side *side, const Side *other, GHashTable *kept)
{
  GHashTable *runs =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  const char *anchor = head;

  for (guint i = 0; side->names != NULL && i < side->names->len; i++)
    {
      char *name = side->names->pdata[i];
      GPtrArray *run;

      if (!g_hash_table_contains (kept, name))
        continue;
      if (g_hash_table_contains (other->set, name))
        {
          anchor = name;
          continue;
        }
      run = g_hash_table_lookup (runs, anchor);
      if (run == NULL)
        {
          run = g_ptr_array_new ();
          g_hash_table_insert (runs, (gpointer) anchor, run);
        }
      g_ptr_array_add (run, name);
    }

  return runs;
}

static void
append_run (GPtrArray *result, GPtrArray *run)
{
  if (run != NULL)
    g_ptr_array_extend (result, run, NULL, NULL);
}

static void
append_runs (GPtrArray *result, GPtrArray *one, GPtrArray *other)
{
  const gboolean swap = one != NULL && other != NULL && compare (one, other) > 0;

  append_run (result, swap ? other : one);
  append_run (result, swap ? one : other);
}

/**
 * okr_order_merge:
 * @base: (nullable) (element-type utf8): the names that both copies started from, in order
 * @ours: (element-type utf8): the names of one copy
 * @theirs: (element-type utf8): the names of the other one
 * @kept: (element-type utf8): a set of the names that shall be in the result, each of which is in
 *   @ours or in @theirs
 *
 * Brings the orders of two copies together. What both have stands as in the copy that changed the
 * order; what only one has follows its nearest predecessor there. The result does not depend on
 * which copy is called ours. No name may occur twice in a list.
 *
 * Returns: (transfer full) (element-type utf8): the names, borrowed from the arguments
 */
GPtrArray *
okr_order_merge (GPtrArray *base, GPtrArray *ours, GPtrArray *theirs, GHashTable *kept)
{
  GPtrArray *result = g_ptr_array_new ();
  g_autoptr (GPtrArray) skeleton = NULL;
  g_autoptr (GHashTable) our_runs = NULL;
  g_autoptr (GHashTable) their_runs = NULL;
  Side sides[3];

  g_return_val_if_fail (ours != NULL && theirs != NULL && kept != NULL, result);

  init_side (&sides[0], base);
  init_side (&sides[1], ours);
  init_side (&sides[2], theirs);
  skeleton = choose_order (&sides[0], &sides[1], &sides[2], kept);
  our_runs = collect_runs (&sides[1], &sides[2], kept);
  their_runs = collect_runs (&sides[2], &sides[1], kept);

  append_runs (result, g_hash_table_lookup (our_runs, head),
               g_hash_table_lookup (their_runs, head));
  for (guint i = 0; i < skeleton->len; i++)
    {
      const char *name = skeleton->pdata[i];

      g_ptr_array_add (result, skeleton->pdata[i]);
      append_runs (result, g_hash_table_lookup (our_runs, name),
                   g_hash_table_lookup (their_runs, name));
    }
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    clear_side (&sides[i]);

  return result;
}

/**
 * okr_order_find_moved:
 * @places: where each thing stood before, in the order in which they stand now; all different
 * @n_places: how many there are
 *
 * Finds the fewest things that have to move to get from one order to the other: those outside of a
 * longest increasing subsequence.
 *
 * Returns: (transfer full): for each whether it moves
 */
gboolean *
okr_order_find_moved (const guint *places, guint n_places)
{
  gboolean *moved = g_new (gboolean, n_places + 1);
  g_autofree guint *tails = g_new (guint, n_places + 1); /* index that ends a run of each length */
  g_autofree guint *before = g_new (guint, n_places + 1);
  guint longest = 0;

  g_return_val_if_fail (places != NULL || n_places == 0, moved);

  for (guint i = 0; i < n_places; i++)
    {
      guint low = 0;
      guint high = longest;

      while (low < high)
        {
          const guint middle = (low + high) / 2;

          if (places[tails[middle]] < places[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? tails[low - 1] : G_MAXUINT;
      tails[low] = i;
      longest = MAX (longest, low + 1);
      moved[i] = TRUE;
    }
  for (guint i = longest > 0 ? tails[longest - 1] : G_MAXUINT; i != G_MAXUINT; i = before[i])
    moved[i] = FALSE;

  return moved;
}
