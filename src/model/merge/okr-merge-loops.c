/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two moves that are fine each may make a loop together. Of the links that only one copy has, those
 * that close a loop are undone, in an order that does not depend on which copy is called ours. */
#include "config.h"

#include <string.h>

#include "okr-alignment.h"
#include "okr-item-private.h"
#include "okr-json-shelter.h"
#include "okr-merge-private.h"

/* Something that only one copy has: that a team is part of another, or that an objective
 * contributes to something. */
typedef struct
{
  const char *id;
  const char *target;
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
add_link (Loops *self, const char *id, const char *target)
{
  const Link link = { id, g_string_chunk_insert (self->targets, target) };

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
look_at_link (Loops *self, const char *id, const char *target, const char *end)
{
  const char *ours = find_end (self->merger->ours, id, target);
  const char *theirs = find_end (self->merger->theirs, id, target);

  if (end != NULL && (g_strcmp0 (ours, end) != 0 || g_strcmp0 (theirs, end) != 0))
    add_link (self, id, target);
}

static const OkrDispute *
find_dispute (Loops *self, const char *id, const char *path)
{
  g_autofree char *key = create_key (id, path);

  return g_hash_table_lookup (self->merger->disputes, key);
}

static const char *
get_text (JsonNode *node)
{
  return node != NULL ? okr_json_node_get_text (node) : "";
}

/* What a team is part of, "" where nothing. Where the copies disagree it counts as part of both:
 * every machine has to undo the same links, whichever of the two it sees. */
static void
list_parents (Loops *self, OkrItem *team, const char *parents[2])
{
  const OkrDispute *dispute = find_dispute (self, okr_item_get_id (team), "parent");

  parents[0] =
      dispute != NULL ? get_text (dispute->ours) : okr_team_get_parent_team (OKR_TEAM (team));
  parents[1] = dispute != NULL ? get_text (dispute->theirs) : "";
}

static void
find_team_links (Loops *self)
{
  OkrList *teams = OKR_LIST (okr_plan_get_teams (self->merger->plan));

  for (guint i = 0; i < okr_list_get_size (teams); i++)
    {
      OkrItem *team = okr_list_peek (teams, i);
      const char *parents[2];

      list_parents (self, team, parents);
      for (guint k = 0; k < G_N_ELEMENTS (parents); k++)
        {
          if (*parents[k] != '\0')
            look_at_link (self, okr_item_get_id (team), parents[k], parents[k]);
        }
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
        {
          const char *id = okr_item_get_id (OKR_ITEM (objective));

          look_at_link (self, id, ids[k], find_end (self->merger->plan, id, ids[k]));
        }
    }
}

/* Where a link leads to. A key result of which the copies disagree where it stands counts as
 * standing in both places: every machine has to undo the same links, whichever place it sees. */
static void
add_ends (Loops *self, GPtrArray *open, OkrItem *item, const char *target)
{
  OkrPlan *plan = self->merger->plan;
  OkrPlan *const copies[] = { self->merger->ours, self->merger->theirs };
  gboolean disputed;

  if (OKR_IS_TEAM (item))
    {
      g_ptr_array_add (open, okr_plan_find_typed (plan, target, OKR_TYPE_TEAM));
      return;
    }

  g_ptr_array_add (open, okr_alignment_get_target_objective (plan, target));
  disputed = find_dispute (self, target, "parent") != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (copies) && disputed; i++)
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
      const char *parents[2];

      list_parents (self, item, parents);
      for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
        {
          if (!is_pending (self, id, parents[i]))
            add_ends (self, open, item, parents[i]);
        }
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

static gboolean
closes_loop_in (OkrPlan *copy, const Link *link)
{
  OkrItem *item = okr_plan_find (copy, link->id);

  if (find_end (copy, link->id, link->target) == NULL)
    return FALSE;

  return OKR_IS_TEAM (item) ? okr_alignment_team_closes_loop (copy, OKR_TEAM (item), link->target)
                            : okr_alignment_closes_loop (copy, OKR_OBJECTIVE (item), link->target);
}

/* A loop that either copy brought along is no work of the merge; okr_plan_check() reports it. */
static gboolean
is_old_loop (Loops *self, const Link *link)
{
  return closes_loop_in (self->merger->ours, link) || closes_loop_in (self->merger->theirs, link);
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

/* A link that is undone is no answer any more. Of the two between which the copies disagree, the
 * other one is left, on every machine, and there is nothing to ask. */
static char *
settle (OkrMerger *self, OkrItem *item, const char *path, const char *undone)
{
  g_autofree char *key = create_key (okr_item_get_id (item), path);
  const OkrDispute *dispute = g_hash_table_lookup (self->disputes, key);
  const char *ours = dispute != NULL ? get_text (dispute->ours) : NULL;
  const char *theirs = dispute != NULL ? get_text (dispute->theirs) : NULL;
  char *left = NULL;

  if (g_strcmp0 (undone, ours) != 0 && g_strcmp0 (undone, theirs) != 0)
    return NULL;

  left = g_strdup (g_str_equal (undone, ours) ? theirs : ours);
  g_hash_table_remove (self->disputes, key);

  return left;
}

static void
replace_contribution (OkrItem *objective, const char *undone, const char *old, const char *first)
{
  const char *const *ids = okr_objective_get_contributes_to (OKR_OBJECTIVE (objective));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GValue) value = G_VALUE_INIT;

  if (first != NULL)
    g_strv_builder_add (builder, first);
  else if (old != NULL && ids[1] == NULL) /* else what is left is enough */
    g_strv_builder_add (builder, old);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!g_str_equal (ids[i], undone) && g_strcmp0 (ids[i], first) != 0)
        g_strv_builder_add (builder, ids[i]);
    }
  g_value_init (&value, G_TYPE_STRV);
  g_value_take_boxed (&value, g_strv_builder_end (builder));
  okr_item_store_silently (objective, okr_item_find_field (objective, "contributesTo"), &value);
}

/* A copy may state a link twice, and undoing it has undone both. */
static gboolean
is_stated (Loops *self, OkrItem *item, const Link *link)
{
  const char *parents[2];

  if (!OKR_IS_TEAM (item))
    return find_end (self->merger->plan, link->id, link->target) != NULL;

  list_parents (self, item, parents);

  return g_str_equal (parents[0], link->target) || g_str_equal (parents[1], link->target);
}

/* Once for an item: its links come one after the other. */
static void
tell_undone (OkrMerger *self, OkrItem *item)
{
  const guint n = self->notices->len;
  const OkrMergeNotice *last = n > 0 ? self->notices->pdata[n - 1] : NULL;

  if (last == NULL || last->type != OKR_MERGE_NOTICE_LOOP ||
      !g_str_equal (last->id, okr_item_get_id (item)))
    okr_merger_notify (self, OKR_MERGE_NOTICE_LOOP, item);
}

static void
undo (Loops *self, OkrItem *item, const char *target)
{
  const char *old = choose_old_target (self, item, target);
  g_autofree char *left =
      settle (self->merger, item, OKR_IS_TEAM (item) ? "parent" : "contributesTo", target);

  if (OKR_IS_TEAM (item))
    set_parent (item, left != NULL ? left : old);
  else
    replace_contribution (item, target, old, left);
  tell_undone (self->merger, item);
}

static void
let_in (Loops *self, const Link *link)
{
  g_autofree char *key = create_key (link->id, link->target);
  OkrItem *item = okr_plan_find (self->merger->plan, link->id);

  if (is_stated (self, item, link) && comes_back (self, item, link->target) &&
      !is_old_loop (self, link))
    undo (self, item, link->target);
  g_hash_table_remove (self->pending, key);
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
