/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-team-tree.h"

typedef struct
{
  OkrPlan *plan;
  GHashTable *children; /* parent -> GPtrArray of its sub-teams */
  GHashTable *seen;
  GArray *nodes;
} Walk;

static OkrTeam *
find_parent (OkrPlan *plan, OkrTeam *team)
{
  return okr_plan_find_typed (plan, okr_team_get_parent_team (team), OKR_TYPE_TEAM);
}

static GHashTable *
collect_children (OkrPlan *plan)
{
  GListModel *teams = okr_plan_get_teams (plan);
  GHashTable *children =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (OkrTeam) team = g_list_model_get_item (teams, i);
      OkrTeam *parent = find_parent (plan, team);
      GPtrArray *siblings;

      if (parent == NULL)
        continue;
      siblings = g_hash_table_lookup (children, parent);
      if (siblings == NULL)
        {
          siblings = g_ptr_array_new ();
          g_hash_table_insert (children, parent, siblings);
        }
      g_ptr_array_add (siblings, team);
    }

  return children;
}

static void
walk_from (Walk *walk, OkrTeam *top)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (OkrTeamNode));
  OkrTeamNode node = { .team = top };

  g_array_append_val (left, node);
  while (left->len > 0)
    {
      GPtrArray *children;

      node = g_array_index (left, OkrTeamNode, left->len - 1);
      g_array_set_size (left, left->len - 1);
      if (!g_hash_table_add (walk->seen, node.team))
        continue;

      g_array_append_val (walk->nodes, node);
      children = g_hash_table_lookup (walk->children, node.team);
      for (guint i = children != NULL ? children->len : 0; i > 0; i--)
        {
          const OkrTeamNode child = { g_ptr_array_index (children, i - 1), node.depth + 1 };

          g_array_append_val (left, child);
        }
    }
}

static void
walk_all (Walk *walk, gboolean tops_only)
{
  GListModel *teams = okr_plan_get_teams (walk->plan);

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (OkrTeam) team = g_list_model_get_item (teams, i);

      if (!g_hash_table_contains (walk->seen, team) &&
          (!tops_only || find_parent (walk->plan, team) == NULL))
        walk_from (walk, team);
    }
}

GArray *
okr_plan_list_team_tree (OkrPlan *plan)
{
  g_autoptr (GHashTable) children = NULL;
  g_autoptr (GHashTable) seen = NULL;
  Walk walk = { .plan = plan };

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  children = collect_children (plan);
  seen = g_hash_table_new (NULL, NULL);
  walk.children = children;
  walk.seen = seen;
  walk.nodes = g_array_new (FALSE, FALSE, sizeof (OkrTeamNode));

  walk_all (&walk, TRUE);
  walk_all (&walk, FALSE);

  return walk.nodes;
}
