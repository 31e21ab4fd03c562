/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-alignment-model.h"

#include "waymark-alignment-build.h"
#include "waymark-item-list.h"

typedef WaymarkAlignmentNode Node;

struct _WaymarkAlignmentModel
{
  GObject parent_instance;

  WaymarkSession *session;
  OkrPlan *plan;       /* whose edits are followed */
  OkrPlan *shown_plan; /* borrowed, for comparison: whose rows these are */
  GtkSorter *sorter;
  gboolean active;
  gboolean dirty;

  /* What was asked for last; cycle and team are borrowed, for comparison. */
  char *search;
  guint attention;
  OkrCycle *cycle;
  OkrTeam *team;

  GHashTable *nodes; /* OkrItem → Node */
  GHashTable *lists; /* OkrItem → weak WaymarkItemList, only those that somebody uses */
  WaymarkItemList *roots;
};

enum
{
  WILL_UPDATE,
  INSERTED,
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkAlignmentModel, waymark_alignment_model, G_TYPE_OBJECT)

/* One turn of the lists into what shall be shown. */
typedef struct
{
  WaymarkAlignmentModel *model;
  GHashTable *nodes;
  GHashTable *old_nodes;
  GPtrArray *roots;
} Turn;

/* A run of rows that came in. */
typedef struct
{
  OkrItem *above; /* NULL for the root */
  guint position;
  guint n;
} Run;

static void
run_clear (gpointer data)
{
  g_clear_object (&((Run *) data)->above);
}

/* A list keeps its item alive, so that no other one can take its address in the table of lists. */
static GQuark
item_quark (void)
{
  return g_quark_from_static_string ("waymark-alignment-item");
}

static gboolean
is_sorted (WaymarkAlignmentModel *self)
{
  return self->sorter != NULL && gtk_sorter_get_order (self->sorter) != GTK_SORTER_ORDER_NONE;
}

static gboolean
is_leaf (GHashTable *nodes, gpointer item)
{
  Node *node = g_hash_table_lookup (nodes, item);

  return node == NULL || node->children == NULL;
}

/* A row knows only once whether it can be expanded: one that becomes a leaf, or stops being one,
 * has to come anew. */
static gboolean
may_stay (gpointer item, gpointer data)
{
  Turn *turn = data;

  return is_leaf (turn->nodes, item) == is_leaf (turn->old_nodes, item);
}

typedef struct
{
  Turn *turn;
  OkrItem *above;
  GArray *runs;
} ListUpdate;

static gboolean
may_row_stay (gpointer item, gpointer data)
{
  return may_stay (item, ((ListUpdate *) data)->turn);
}

static void
on_inserted (WaymarkItemList *list, guint position, guint n, gpointer data)
{
  ListUpdate *update = data;
  Run run = { update->above != NULL ? g_object_ref (update->above) : NULL, position, n };

  g_array_append_val (update->runs, run);
}

static void
update_list (Turn *turn, GArray *runs, WaymarkItemList *list, OkrItem *above, GPtrArray *children)
{
  ListUpdate update = { turn, above, runs };

  waymark_item_list_update (list, children, may_row_stay, on_inserted, &update);
}

/* Lists may vanish on the way, with the rows that used them. */
static void
update_lists (Turn *turn, GArray *runs)
{
  WaymarkAlignmentModel *self = turn->model;
  g_autofree gpointer *items = NULL;
  guint n = 0;

  update_list (turn, runs, self->roots, NULL, turn->roots);
  items = g_hash_table_get_keys_as_array (self->lists, &n);
  for (guint i = 0; i < n; i++)
    {
      WaymarkItemList *list = g_hash_table_lookup (self->lists, items[i]);
      Node *node = g_hash_table_lookup (turn->nodes, items[i]);

      if (list == NULL)
        continue;

      g_object_ref (list);
      if (node != NULL)
        update_list (turn, runs, list, node->item, node->children);
      g_object_unref (list);
    }
}

static void
emit_inserted (WaymarkAlignmentModel *self, GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);

      g_signal_emit (self, signals[INSERTED], 0, run->above, run->position, run->n);
    }
}

/* Otherwise it is the plan that changed. */
static gboolean
take_filter (WaymarkAlignmentModel *self)
{
  const char *search = waymark_session_get_search (self->session);
  const guint attention = waymark_session_get_attention (self->session);
  OkrCycle *cycle = waymark_session_get_cycle (self->session);
  OkrTeam *team = waymark_session_get_team (self->session);

  if (g_strcmp0 (self->search, search) == 0 && self->attention == attention &&
      self->cycle == cycle && self->team == team)
    return FALSE;

  g_free (self->search);
  self->search = g_strdup (search);
  self->attention = attention;
  self->cycle = cycle;
  self->team = team;

  return TRUE;
}

static gboolean
free_nodes_cb (gpointer nodes)
{
  return G_SOURCE_REMOVE;
}

/* Thousands of them take as long as a frame, and nobody waits for it. */
static void
free_nodes_later (GHashTable *nodes)
{
  g_idle_add_full (G_PRIORITY_LOW, free_nodes_cb, nodes, (GDestroyNotify) g_hash_table_unref);
}

static void
update_rows (WaymarkAlignmentModel *self, gboolean anew)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();
  OkrPlan *plan = waymark_session_get_plan (self->session);
  Turn turn = { .model = self, .roots = roots };

  self->dirty = !self->active;
  if (self->dirty && self->shown_plan == plan)
    return;

  anew |= self->shown_plan != plan;
  /* Rows of a plan that was closed would keep it in memory until somebody looks here again. */
  self->shown_plan = self->active ? plan : NULL;
  g_array_set_clear_func (runs, run_clear);
  turn.nodes = waymark_alignment_build (self->session, self->shown_plan, self->sorter, roots);

  g_signal_emit (self, signals[WILL_UPDATE], 0, anew);
  turn.old_nodes = self->nodes;
  self->nodes = turn.nodes;
  update_lists (&turn, runs);
  emit_inserted (self, runs);
  g_signal_emit (self, signals[UPDATED], 0);
  free_nodes_later (turn.old_nodes);
}

static void
on_edited_cb (WaymarkAlignmentModel *self, guint flags)
{
  /* Structure comes by the session. */
  if ((flags & OKR_EDIT_STRUCTURE) == 0 && is_sorted (self))
    update_rows (self, FALSE);
}

static void
on_sorter_changed_cb (WaymarkAlignmentModel *self)
{
  update_rows (self, TRUE);
}

static void
watch_plan (WaymarkAlignmentModel *self, OkrPlan *plan)
{
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_func (self->plan, on_edited_cb, self);
  g_set_object (&self->plan, plan);
  if (plan != NULL)
    g_signal_connect_object (plan, "edited", G_CALLBACK (on_edited_cb), self, G_CONNECT_SWAPPED);
}

static void
on_filter_changed_cb (WaymarkAlignmentModel *self)
{
  watch_plan (self, waymark_session_get_plan (self->session));
  update_rows (self, take_filter (self));
}

static void
on_list_gone_cb (gpointer data, GObject *list)
{
  WaymarkAlignmentModel *self = data;

  g_hash_table_remove (self->lists, g_object_get_qdata (list, item_quark ()));
}

static void
forget_lists (WaymarkAlignmentModel *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_object_weak_unref (value, on_list_gone_cb, self);
  g_hash_table_remove_all (self->lists);
}

static void
waymark_alignment_model_dispose (GObject *object)
{
  WaymarkAlignmentModel *self = WAYMARK_ALIGNMENT_MODEL (object);

  watch_plan (self, NULL);
  waymark_alignment_model_set_sorter (self, NULL);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  forget_lists (self);

  G_OBJECT_CLASS (waymark_alignment_model_parent_class)->dispose (object);
}

static void
waymark_alignment_model_finalize (GObject *object)
{
  WaymarkAlignmentModel *self = WAYMARK_ALIGNMENT_MODEL (object);

  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_object (&self->roots);

  G_OBJECT_CLASS (waymark_alignment_model_parent_class)->finalize (object);
}

static void
waymark_alignment_model_class_init (WaymarkAlignmentModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = waymark_alignment_model_dispose;
  object_class->finalize = waymark_alignment_model_finalize;

  /**
   * WaymarkAlignmentModel::will-update:
   * @anew: whether other rows are asked for, or another order, rather than the plan edited
   *
   * Rows are about to come and go.
   */
  signals[WILL_UPDATE] = g_signal_new ("will-update", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * WaymarkAlignmentModel::inserted:
   * @above: (nullable): under what; %NULL for the root
   * @position: the first of the new ones among its siblings
   * @n: how many
   *
   * Items came in; emitted for each run when all lists are up to date. What was inserted into a
   * collapsed branch is not told.
   */
  signals[INSERTED] = g_signal_new ("inserted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, OKR_TYPE_ITEM, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * WaymarkAlignmentModel::updated:
   *
   * All rows are up to date; other ones may be dimmed than before.
   */
  signals[UPDATED] =
      g_signal_new ("updated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waymark_alignment_model_init (WaymarkAlignmentModel *self)
{
  self->nodes = g_hash_table_new (NULL, NULL);
  self->lists = g_hash_table_new (NULL, NULL);
  self->roots = waymark_item_list_new (NULL);
  self->dirty = TRUE;
}

WaymarkAlignmentModel *
waymark_alignment_model_new (WaymarkSession *session)
{
  WaymarkAlignmentModel *self;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);

  self = g_object_new (WAYMARK_TYPE_ALIGNMENT_MODEL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "filter-changed", G_CALLBACK (on_filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  watch_plan (self, waymark_session_get_plan (session));

  return self;
}

void
waymark_alignment_model_set_active (WaymarkAlignmentModel *self, gboolean active)
{
  g_return_if_fail (WAYMARK_IS_ALIGNMENT_MODEL (self));

  self->active = active;
  if (active && self->dirty)
    update_rows (self, TRUE);
}

void
waymark_alignment_model_set_sorter (WaymarkAlignmentModel *self, GtkSorter *sorter)
{
  g_return_if_fail (WAYMARK_IS_ALIGNMENT_MODEL (self));

  if (self->sorter == sorter)
    return;

  if (self->sorter != NULL)
    g_signal_handlers_disconnect_by_func (self->sorter, on_sorter_changed_cb, self);
  g_set_object (&self->sorter, sorter);
  if (sorter != NULL)
    g_signal_connect_object (sorter, "changed", G_CALLBACK (on_sorter_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

GListModel *
waymark_alignment_model_get_roots (WaymarkAlignmentModel *self)
{
  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_MODEL (self), NULL);

  return G_LIST_MODEL (self->roots);
}

GListModel *
waymark_alignment_model_dup_children (WaymarkAlignmentModel *self, OkrItem *item)
{
  WaymarkItemList *list;

  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_MODEL (self) && OKR_IS_ITEM (item), NULL);

  if (is_leaf (self->nodes, item))
    return NULL;

  list = g_hash_table_lookup (self->lists, item);
  if (list != NULL)
    return g_object_ref (G_LIST_MODEL (list));

  list = waymark_item_list_new (((Node *) g_hash_table_lookup (self->nodes, item))->children);
  g_hash_table_insert (self->lists, item, list);
  g_object_set_qdata_full (G_OBJECT (list), item_quark (), g_object_ref (item), g_object_unref);
  g_object_weak_ref (G_OBJECT (list), on_list_gone_cb, self);

  return G_LIST_MODEL (list);
}

gboolean
waymark_alignment_model_is_leaf (WaymarkAlignmentModel *self, OkrItem *item)
{
  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_MODEL (self), TRUE);

  return is_leaf (self->nodes, item);
}

gboolean
waymark_alignment_model_contains (WaymarkAlignmentModel *self, OkrItem *item)
{
  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_MODEL (self), FALSE);

  return item != NULL && g_hash_table_contains (self->nodes, item);
}

OkrItem *
waymark_alignment_model_get_above (WaymarkAlignmentModel *self, OkrItem *item)
{
  Node *node;

  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_MODEL (self), NULL);

  node = g_hash_table_lookup (self->nodes, item);

  return node != NULL ? node->above : NULL;
}

guint
waymark_alignment_model_get_place (WaymarkAlignmentModel *self, OkrItem *item)
{
  OkrItem *above;
  GPtrArray *siblings;
  guint place = 0;

  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_MODEL (self), 0);

  above = waymark_alignment_model_get_above (self, item);
  if (above == NULL)
    {
      waymark_item_list_find (self->roots, item, &place);
      return place;
    }

  siblings = ((Node *) g_hash_table_lookup (self->nodes, above))->children;
  g_ptr_array_find (siblings, item, &place);

  return place;
}

OkrItem *
waymark_alignment_model_get_hidden_parent (WaymarkAlignmentModel *self, OkrItem *item)
{
  Node *node;

  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_MODEL (self), NULL);

  node = g_hash_table_lookup (self->nodes, item);

  return node != NULL ? node->hidden_parent : NULL;
}

gboolean
waymark_alignment_model_is_dimmed (WaymarkAlignmentModel *self, OkrItem *item)
{
  Node *node;

  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_MODEL (self), FALSE);

  node = g_hash_table_lookup (self->nodes, item);

  return node != NULL && node->dimmed;
}

guint
waymark_alignment_model_get_n_rows (WaymarkAlignmentModel *self)
{
  g_return_val_if_fail (WAYMARK_IS_ALIGNMENT_MODEL (self), 0);

  return g_hash_table_size (self->nodes);
}
