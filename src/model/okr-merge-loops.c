/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two moves that are fine each may make a loop together. Of the links that only one copy has, those
 * that close a loop are undone, in an order that does not depend on which copy is called ours. */
#include "config.h"

#include <string.h>

#include "okr-alignment.h"
#include "okr-item-private.h"
#include "okr-merge-private.h"

/* Something that only one copy has: that a team is part of another, or that an objective
 * contributes to something. */
typedef struct
{
  const char *id;
  const char *target;
  OkrPlan *copy;
} Link;

typedef struct
{
  OkrMerger *merger;
  GArray *links;
  GHashTable *pending;   /* "id\ntarget" of links that are not let in yet */
  GStringChunk *targets; /* undoing one link of an objective frees the others' texts */
} Loops;

static char *
create_key (const char *id, const char *target)
{
  return g_strconcat (id, "\n", target, NULL);
}

static gboolean
is_pending (Loops *self, const char *id, const char *target)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->pending) == 0)
    return FALSE;

  key = create_key (id, target);

  return g_hash_table_contains (self->pending, key);
}

static void
add_link (Loops *self, const char *id, const char *target, OkrPlan *copy)
{
  const Link link = { id, g_string_chunk_insert (self->targets, target), copy };

  g_array_append_val (self->links, link);
  g_hash_table_add (self->pending, create_key (id, target));
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const Link *left = a;
  const Link *right = b;
  const int order = strcmp (left->id, right->id);

  return order != 0 ? order : strcmp (left->target, right->target);
}

/* Where a link leads to in a copy: its objective, for a key result the one that it stands in. */
static const char *
find_end (OkrPlan *copy, const char *id, const char *target)
{
  OkrItem *item = okr_plan_find (copy, id);
  OkrObjective *end = NULL;

  if (OKR_IS_TEAM (item))
    return g_str_equal (okr_team_get_parent_team (OKR_TEAM (item)), target) ? target : NULL;
  if (OKR_IS_OBJECTIVE (item) && okr_objective_get_contributes_to (OKR_OBJECTIVE (item)) != NULL &&
      g_strv_contains (okr_objective_get_contributes_to (OKR_OBJECTIVE (item)), target))
    end = okr_alignment_get_target_objective (copy, target);

  return end != NULL ? okr_item_get_id (OKR_ITEM (end)) : NULL;
}

/* Takes up a link that not both copies have in the same way. */
static void
look_at_link (Loops *self, const char *id, const char *target)
{
  const char *now = find_end (self->merger->plan, id, target);
  const char *ours = find_end (self->merger->ours, id, target);
  const char *theirs = find_end (self->merger->theirs, id, target);

  if (now == NULL || (g_strcmp0 (ours, now) == 0 && g_strcmp0 (theirs, now) == 0))
    return;

  add_link (self, id, target,
            g_strcmp0 (ours, now) == 0 || theirs == NULL ? self->merger->ours
                                                         : self->merger->theirs);
}

static void
find_team_links (Loops *self)
{
  OkrList *teams = OKR_LIST (okr_plan_get_teams (self->merger->plan));

  for (guint i = 0; i < okr_list_get_size (teams); i++)
    {
      OkrTeam *team = OKR_TEAM (okr_list_peek (teams, i));
      const char *parent = okr_team_get_parent_team (team);

      if (*parent != '\0')
        look_at_link (self, okr_item_get_id (OKR_ITEM (team)), parent);
    }
}

static void
find_contributions (Loops *self)
{
  OkrList *objectives = OKR_LIST (okr_plan_get_objectives (self->merger->plan));

  for (guint i = 0; i < okr_list_get_size (objectives); i++)
    {
      OkrObjective *objective = OKR_OBJECTIVE (okr_list_peek (objectives, i));
      const char *const *ids = okr_objective_get_contributes_to (objective);

      for (guint k = 0; ids != NULL && ids[k] != NULL; k++)
        look_at_link (self, okr_item_get_id (OKR_ITEM (objective)), ids[k]);
    }
}

/* Where a link leads to. A key result of which the copies disagree where it stands counts as
 * standing in both places: every machine has to undo the same links, whichever place it sees. */
static void
add_ends (Loops *self, GPtrArray *open, OkrItem *item, const char *target)
{
  OkrPlan *plan = self->merger->plan;
  OkrPlan *const copies[] = { self->merger->ours, self->merger->theirs };
  g_autofree char *key = NULL;

  if (OKR_IS_TEAM (item))
    {
      g_ptr_array_add (open, okr_plan_find_typed (plan, target, OKR_TYPE_TEAM));
      return;
    }

  g_ptr_array_add (open, okr_alignment_get_target_objective (plan, target));
  key = create_key (target, "parent");
  for (guint i = 0;
       i < G_N_ELEMENTS (copies) && g_hash_table_contains (self->merger->disputes, key); i++)
    {
      OkrObjective *end = okr_alignment_get_target_objective (copies[i], target);

      if (end != NULL)
        g_ptr_array_add (open, okr_plan_find (plan, okr_item_get_id (OKR_ITEM (end))));
    }
}

static void
add_next (Loops *self, GPtrArray *open, OkrItem *item)
{
  const char *id = okr_item_get_id (item);
  const char *const *ids;

  if (OKR_IS_TEAM (item))
    {
      const char *parent = okr_team_get_parent_team (OKR_TEAM (item));

      if (!is_pending (self, id, parent))
        add_ends (self, open, item, parent);
      return;
    }

  ids = okr_objective_get_contributes_to (OKR_OBJECTIVE (item));
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (!is_pending (self, id, ids[i]))
        add_ends (self, open, item, ids[i]);
    }
}

/* Whether a link from @item to @target comes back to @item over the links that are let in. */
static gboolean
comes_back (Loops *self, OkrItem *item, const char *target)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  add_ends (self, open, item, target);
  while (open->len > 0)
    {
      OkrItem *step = g_ptr_array_steal_index_fast (open, open->len - 1);

      if (step == item)
        return TRUE;
      if (step != NULL && g_hash_table_add (seen, step))
        add_next (self, open, step);
    }

  return FALSE;
}

/* A loop that a copy brought along is no work of the merge; okr_plan_check() reports it. */
static gboolean
is_old_loop (const Link *link)
{
  OkrItem *item = okr_plan_find (link->copy, link->id);

  if (OKR_IS_TEAM (item))
    return okr_alignment_team_closes_loop (link->copy, OKR_TEAM (item), link->target);

  return OKR_IS_OBJECTIVE (item) &&
         okr_alignment_closes_loop (link->copy, OKR_OBJECTIVE (item), link->target);
}

static const char *
get_old_target (Loops *self, OkrItem *item)
{
  OkrPlan *base = self->merger->base;
  OkrItem *before = base != NULL ? okr_plan_find (base, okr_item_get_id (item)) : NULL;
  const char *const *ids;

  if (before == NULL)
    return NULL;
  if (OKR_IS_TEAM (before))
    return okr_team_get_parent_team (OKR_TEAM (before));

  ids = okr_objective_get_contributes_to (OKR_OBJECTIVE (before));

  return ids != NULL ? ids[0] : NULL;
}

/* What the item was linked to before, if it can be again. */
static const char *
choose_old_target (Loops *self, OkrItem *item, const char *undone)
{
  const char *target = get_old_target (self, item);

  return target != NULL && !g_str_equal (target, undone) &&
                 okr_plan_find (self->merger->plan, target) != NULL &&
                 !comes_back (self, item, target)
             ? target
             : NULL;
}

static void
set_parent (OkrItem *team, const char *parent)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, parent != NULL ? parent : "");
  okr_item_store_silently (team, okr_item_find_field (team, "parent"), &value);
}

static void
replace_contribution (OkrItem *objective, const char *undone, const char *old)
{
  const char *const *ids = okr_objective_get_contributes_to (OKR_OBJECTIVE (objective));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GValue) value = G_VALUE_INIT;

  if (old != NULL && ids[1] == NULL) /* else what is left is enough */
    g_strv_builder_add (builder, old);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!g_str_equal (ids[i], undone))
        g_strv_builder_add (builder, ids[i]);
    }
  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, g_strv_builder_end (builder));
  okr_item_store_silently (objective, okr_item_find_field (objective, "contributesTo"), &value);
}

/* A copy may state a link twice, and undoing it has undone both. */
static gboolean
is_stated (Loops *self, const Link *link)
{
  return find_end (self->merger->plan, link->id, link->target) != NULL;
}

static void
let_in (Loops *self, const Link *link)
{
  g_autofree char *key = create_key (link->id, link->target);
  OkrItem *item = okr_plan_find (self->merger->plan, link->id);
  const char *old;

  if (!is_stated (self, link) || !comes_back (self, item, link->target) || is_old_loop (link))
    {
      g_hash_table_remove (self->pending, key);
      return;
    }

  old = choose_old_target (self, item, link->target);
  if (OKR_IS_TEAM (item))
    set_parent (item, old);
  else
    replace_contribution (item, link->target, old);
  g_hash_table_remove (self->pending, key);
  okr_merger_notify (self->merger, OKR_MERGE_NOTICE_LOOP, item);
}

void
okr_merger_undo_loops (OkrMerger *self)
{
  Loops loops = { .merger = self };

  loops.links = g_array_new (FALSE, FALSE, sizeof (Link));
  loops.targets = g_string_chunk_new (256);
  loops.pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  find_team_links (&loops);
  find_contributions (&loops);
  g_array_sort (loops.links, compare_links);
  for (guint i = 0; i < loops.links->len; i++)
    let_in (&loops, &g_array_index (loops.links, Link, i));
  g_array_unref (loops.links);
  g_string_chunk_free (loops.targets);
  g_hash_table_unref (loops.pending);
}
