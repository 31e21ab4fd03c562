/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-alignment-tree.h"

#include "okr-alignment.h"

struct _WaymarkAlignmentNode
{
  GObject parent_instance;

  OkrItem *item;
  guint depth;
};

G_DEFINE_FINAL_TYPE (WaymarkAlignmentNode, waymark_alignment_node, G_TYPE_OBJECT)

typedef struct
{
  GHashTable *children;
  GPtrArray *nodes;
} Walk;

static void
waymark_alignment_node_finalize (GObject *object)
{
  g_clear_object (&WAYMARK_ALIGNMENT_NODE (object)->item);

  G_OBJECT_CLASS (waymark_alignment_node_parent_class)->finalize (object);
}

static void
waymark_alignment_node_class_init (WaymarkAlignmentNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waymark_alignment_node_finalize;
}

static void
waymark_alignment_node_init (WaymarkAlignmentNode *self)
{
}

OkrItem *
waymark_alignment_node_get_item (WaymarkAlignmentNode *self)
{
  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_NODE (self), NULL);

  return self->item;
}

guint
waymark_alignment_node_get_depth (WaymarkAlignmentNode *self)
{
  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_NODE (self), 0);

  return self->depth;
}

static gboolean
is_kept (OkrObjective *objective, const char *const *keep)
{
  GListModel *krs = okr_objective_get_key_results (objective);

  if (keep == NULL)
    return FALSE;
  if (g_strv_contains (keep, okr_item_get_id (OKR_ITEM (objective))))
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      g_autoptr (OkrItem) kr = g_list_model_get_item (krs, i);

      if (g_strv_contains (keep, okr_item_get_id (kr)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_listed (OkrObjective *objective, const char *const *keep)
{
  OkrCycle *cycle = okr_objective_get_figures (objective)->cycle;
  const gboolean over = okr_objective_get_state (objective) == OKR_OBJECTIVE_STATE_DROPPED ||
                        (cycle != NULL && okr_cycle_get_state (cycle) == OKR_CYCLE_STATE_CLOSED);

  return !over || is_kept (objective, keep);
}

static void
add_child (GHashTable *children, gpointer parent, OkrObjective *objective)
{
  GPtrArray *list = g_hash_table_lookup (children, parent);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (children, parent, list);
    }
  g_ptr_array_add (list, g_object_ref (objective));
}

static gpointer
get_listed_parent (OkrPlan *plan, OkrObjective *objective, const char *const *keep)
{
  OkrItem *parent = okr_alignment_get_main_parent (plan, objective);
  OkrItem *above = OKR_IS_KEY_RESULT (parent) ? okr_item_get_parent (parent) : parent;

  return above != NULL && is_listed (OKR_OBJECTIVE (above), keep) ? parent : NULL;
}

static void walk_children (Walk *walk, gpointer parent, guint depth);

static void
add_node (Walk *walk, OkrItem *item, guint depth)
{
  WaymarkAlignmentNode *node = g_object_new (WAYMARK_TYPE_ALIGNMENT_NODE, NULL);

  node->item = g_object_ref (item);
  node->depth = depth;
  g_ptr_array_add (walk->nodes, node);
}

static void
walk_objective (Walk *walk, OkrObjective *objective, guint depth)
{
  GListModel *krs = okr_objective_get_key_results (objective);

  add_node (walk, OKR_ITEM (objective), depth);
  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      g_autoptr (OkrItem) kr = g_list_model_get_item (krs, i);

      add_node (walk, kr, depth + 1);
      walk_children (walk, kr, depth + 2);
    }
  walk_children (walk, objective, depth + 1);
}

static void
walk_children (Walk *walk, gpointer parent, guint depth)
{
  GPtrArray *list = g_hash_table_lookup (walk->children, parent);

  for (guint i = 0; list != NULL && i < list->len; i++)
    walk_objective (walk, g_ptr_array_index (list, i), depth);
}

GListModel *
waymark_alignment_tree_new (OkrPlan *plan, const char *const *keep)
{
  g_autoptr (GHashTable) children = NULL;
  g_autoptr (GPtrArray) nodes = NULL;
  GListStore *store;
  GListModel *objectives;
  Walk walk;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  children = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  nodes = g_ptr_array_new_with_free_func (g_object_unref);
  objectives = okr_plan_get_objectives (plan);
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);

      if (is_listed (objective, keep))
        add_child (children, get_listed_parent (plan, objective, keep), objective);
    }

  walk = (Walk){ children, nodes };
  walk_children (&walk, NULL, 0);
  store = g_list_store_new (WAYMARK_TYPE_ALIGNMENT_NODE);
  g_list_store_splice (store, 0, 0, nodes->pdata, nodes->len);

  return G_LIST_MODEL (store);
}
