/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan seems to hold twice. */
#include "okr-check-private.h"

/* The same for texts that differ in case only. */
static char *
dup_text_key (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_collate_key (folded, -1);
}

static char *
dup_dates_key (OkrCycle *cycle)
{
  return g_strdup_printf ("\n%u %u", okr_cycle_get_start (cycle), okr_cycle_get_end (cycle));
}

static void
add_to_group (GHashTable *groups, char *key, OkrCycle *cycle)
{
  GPtrArray *group = g_hash_table_lookup (groups, key);

  if (group == NULL)
    {
      group = g_ptr_array_new ();
      g_hash_table_insert (groups, g_strdup (key), group);
    }
  g_ptr_array_add (group, cycle);
  g_free (key);
}

static int
compare_by_start (gconstpointer a, gconstpointer b)
{
  OkrCycle *left = *(gpointer *) a;
  OkrCycle *right = *(gpointer *) b;

  return (okr_cycle_get_start (left) > okr_cycle_get_start (right)) -
         (okr_cycle_get_start (left) < okr_cycle_get_start (right));
}

static void
mark_twins (OkrChecker *self, OkrCycle *a, OkrCycle *b, GHashTable *positions)
{
  const gboolean in_order = GPOINTER_TO_UINT (g_hash_table_lookup (positions, a)) <
                            GPOINTER_TO_UINT (g_hash_table_lookup (positions, b));

  g_hash_table_insert (self->twins, in_order ? b : a, in_order ? a : b);
}

/* Those of one group that overlap: each with the one before it that lasts longest. */
static void
find_overlaps (OkrChecker *self, GPtrArray *group, GHashTable *positions)
{
  OkrCycle *longest;

  g_ptr_array_sort (group, compare_by_start);
  longest = group->pdata[0];
  for (guint i = 1; i < group->len; i++)
    {
      OkrCycle *cycle = group->pdata[i];

      if (okr_cycle_get_start (cycle) <= okr_cycle_get_end (longest))
        mark_twins (self, longest, cycle, positions);
      if (okr_cycle_get_end (cycle) > okr_cycle_get_end (longest))
        longest = cycle;
    }
}

/* Cycles that overlap and have one name, or that have the same dates. */
void
okr_checker_find_twins (OkrChecker *self, OkrList *cycles)
{
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer group;

  for (guint i = 0; i < okr_list_get_size (cycles); i++)
    {
      OkrCycle *cycle = OKR_CYCLE (okr_list_peek (cycles, i));

      if (okr_cycle_get_end (cycle) < okr_cycle_get_start (cycle))
        continue;
      g_hash_table_insert (positions, cycle, GUINT_TO_POINTER (i));
      add_to_group (groups, dup_text_key (okr_item_get_title (OKR_ITEM (cycle))), cycle);
      add_to_group (groups, dup_dates_key (cycle), cycle);
    }

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    find_overlaps (self, group, positions);
}

/* Whether a team that was asked about before stands at the same place and has the same name. */
gboolean
okr_checker_has_seen_like (OkrChecker *self, OkrTeam *team)
{
  g_autofree char *name = dup_text_key (okr_item_get_title (OKR_ITEM (team)));

  return !g_hash_table_add (self->team_names,
                            g_strconcat (okr_team_get_parent_team (team), "\n", name, NULL));
}
