/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-alignment-build.h"

#include "okr-alignment.h"
#include "okr-list.h"

typedef WaymarkAlignmentNode Node;

typedef struct
{
  WaymarkSession *session;
  OkrPlan *plan;
  GtkSorter *sorter;
  GHashTable *nodes;
  GPtrArray *roots;
  gboolean filtered;
} Build;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_clear_object (&node->hidden_parent);
  g_object_unref (node->item);
  g_free (node);
}

static Node *
add_node (Build *build, gpointer item, gboolean dimmed)
{
  Node *node = g_new0 (Node, 1);

  node->item = g_object_ref (item);
  node->dimmed = dimmed;
  g_hash_table_insert (build->nodes, item, node);

  return node;
}

static void
add_child (Node *above, Node *node)
{
  if (above->children == NULL)
    above->children = g_ptr_array_new ();

  g_ptr_array_add (above->children, node->item);
  node->above = above->item;
}

static gboolean
is_in_scope (Build *build, OkrObjective *objective)
{
  return okr_plan_is_in_scope (build->plan, objective, waymark_session_get_cycle (build->session),
                               waymark_session_get_team (build->session));
}

/* What leads to a match stays in sight. */
static void
add_ancestors (Build *build, OkrObjective *objective)
{
  OkrItem *parent = okr_alignment_get_main_parent (build->plan, objective);

  while (parent != NULL)
    {
      OkrItem *above = OKR_IS_KEY_RESULT (parent) ? okr_item_get_parent (parent) : parent;

      if (!is_in_scope (build, OKR_OBJECTIVE (above)))
        return;
      if (above != parent && !g_hash_table_contains (build->nodes, parent))
        add_node (build, parent, TRUE);
      if (g_hash_table_contains (build->nodes, above))
        return;
      add_node (build, above, TRUE);
      parent = okr_alignment_get_main_parent (build->plan, OKR_OBJECTIVE (above));
    }
}

static void
add_objective (Build *build, OkrObjective *objective)
{
  OkrItem *item = OKR_ITEM (objective);
  Node *node;

  if (!build->filtered)
    {
      if (is_in_scope (build, objective))
        add_node (build, item, FALSE);
      return;
    }

  if (!waymark_session_shows (build->session, item))
    return;

  node = g_hash_table_lookup (build->nodes, item);
  if (node == NULL)
    {
      node = add_node (build, item, TRUE);
      add_ancestors (build, objective);
    }
  /* It may be shown for the sake of its key results only. */
  node->dimmed = !waymark_session_meets_filter (build->session, item);
}

/* One that leads to a match has a node before it is found itself. */
static Node *
find_or_add_key_result (Build *build, OkrItem *kr)
{
  Node *node;

  if (!build->filtered)
    return add_node (build, kr, FALSE);

  node = g_hash_table_lookup (build->nodes, kr);
  if (!waymark_session_shows (build->session, kr))
    return node;
  if (node == NULL)
    return add_node (build, kr, FALSE);

  node->dimmed = FALSE;

  return node;
}

static void
add_key_results (Build *build, OkrObjective *objective)
{
  OkrList *krs = OKR_LIST (okr_objective_get_key_results (objective));
  Node *above = g_hash_table_lookup (build->nodes, objective);

  for (guint i = 0; above != NULL && i < okr_list_get_size (krs); i++)
    {
      Node *node = find_or_add_key_result (build, okr_list_peek (krs, i));

      if (node != NULL)
        add_child (above, node);
    }
}

static void
link_objective (Build *build, OkrObjective *objective)
{
  Node *node = g_hash_table_lookup (build->nodes, objective);
  Node *above = NULL;
  OkrItem *parent;

  if (node == NULL)
    return;

  parent = okr_alignment_get_main_parent (build->plan, objective);
  if (parent != NULL)
    above = g_hash_table_lookup (build->nodes, parent);
  if (above != NULL)
    {
      add_child (above, node);
      return;
    }

  g_set_object (&node->hidden_parent, parent);
  g_ptr_array_add (build->roots, node->item);
}

static void
for_each_objective (Build *build, void (*visit) (Build *build, OkrObjective *objective))
{
  OkrList *objectives = OKR_LIST (okr_plan_get_objectives (build->plan));

  for (guint i = 0; i < okr_list_get_size (objectives); i++)
    visit (build, OKR_OBJECTIVE (okr_list_peek (objectives, i)));
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer sorter)
{
  return (int) gtk_sorter_compare (sorter, *(gpointer *) a, *(gpointer *) b);
}

static void
sort_siblings (Build *build)
{
  GtkSorter *sorter = build->sorter;
  GHashTableIter iter;
  gpointer value;

  if (sorter == NULL || gtk_sorter_get_order (sorter) == GTK_SORTER_ORDER_NONE)
    return;

  g_ptr_array_sort_with_data (build->roots, compare_items, sorter);
  g_hash_table_iter_init (&iter, build->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GPtrArray *children = ((Node *) value)->children;

      if (children != NULL)
        g_ptr_array_sort_with_data (children, compare_items, sorter);
    }
}

GHashTable *
waymark_alignment_build (WaymarkSession *session, OkrPlan *plan, GtkSorter *sorter,
                         GPtrArray *roots)
{
  Build build = { .session = session, .plan = plan, .sorter = sorter, .roots = roots };

  g_return_val_if_fail (WAYMARK_IS_SESSION (session) && roots != NULL, NULL);

  build.nodes = g_hash_table_new_full (NULL, NULL, NULL, node_free);
  if (plan == NULL)
    return build.nodes;

  build.filtered = waymark_session_is_filtered (session);
  for_each_objective (&build, add_objective);
  /* Key results stand before the objectives that contribute to their objective. */
  for_each_objective (&build, add_key_results);
  for_each_objective (&build, link_objective);
  sort_siblings (&build);

  return build.nodes;
}
