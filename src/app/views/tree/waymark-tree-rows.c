/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-tree-rows.h"

#include "waymark-held-list.h"

/* A plan with more rows opens with its topmost objectives expanded only. */
#define MAX_EXPANDED 200
/* A filter that leaves more rows does not expand the branches with matches by itself. */
#define MAX_MATCHES 2000

typedef enum
{
  FALLBACK_ALL,
  FALLBACK_TOP,
  FALLBACK_NONE,
} Fallback;

typedef enum
{
  STATE_UNKNOWN,
  STATE_EXPANDED,
  STATE_COLLAPSED,
} State;

/* Rows that came in during an update of the model. */
typedef struct
{
  OkrItem *above;
  guint position;
  guint n;
} Run;

struct _WaymarkTreeRows
{
  GObject parent_instance;

  WaymarkSession *session;
  WaymarkAlignmentModel *model;
  GtkTreeListModel *tree;
  WaymarkHeldList *shown; /* the same rows, of which the list hears once for each update */
  GtkSingleSelection *selection;

  OkrPlan *plan;      /* weak: whose rows are remembered */
  GHashTable *states; /* id → State */
  Fallback fallback;
  gboolean filtered;
  gboolean matches_collapsed;
  gboolean anew; /* in an update that may change everything */
  GArray *runs;

  gboolean active;
  guint busy;         /* rows come and go: neither expansion nor selection is a person's will */
  gboolean selecting; /* the session hears from here */
};

enum
{
  REVEAL,
  UPDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkTreeRows, waymark_tree_rows, G_TYPE_OBJECT)

static void
run_clear (gpointer data)
{
  g_clear_object (&((Run *) data)->above);
}

static GListModel *
create_children (gpointer item, gpointer data)
{
  return waymark_alignment_model_dup_children (WAYMARK_TREE_ROWS (data)->model, item);
}

static void
set_state (WaymarkTreeRows *self, OkrItem *item, gboolean expanded)
{
  g_hash_table_replace (self->states, g_strdup (okr_item_get_id (item)),
                        GINT_TO_POINTER (expanded ? STATE_EXPANDED : STATE_COLLAPSED));
}

/* What a filter expands or collapses is for its time only. */
static gboolean
shows_matches (WaymarkTreeRows *self)
{
  return self->filtered && waymark_alignment_model_get_n_rows (self->model) <= MAX_MATCHES;
}

static gboolean
should_expand (WaymarkTreeRows *self, OkrItem *item)
{
  const State state =
      (State) GPOINTER_TO_INT (g_hash_table_lookup (self->states, okr_item_get_id (item)));

  if (shows_matches (self))
    return !self->matches_collapsed;
  if (state != STATE_UNKNOWN)
    return state == STATE_EXPANDED;

  return self->fallback == FALLBACK_ALL ||
         (self->fallback == FALLBACK_TOP &&
          waymark_alignment_model_get_above (self->model, item) == NULL);
}

static void
restore_row (WaymarkTreeRows *self, GtkTreeListRow *row)
{
  g_autoptr (OkrItem) item = gtk_tree_list_row_get_item (row);
  GtkTreeListRow *child;

  if (waymark_alignment_model_is_leaf (self->model, item))
    return;

  gtk_tree_list_row_set_expanded (row, should_expand (self, item));
  if (!gtk_tree_list_row_get_expanded (row))
    return;

  for (guint i = 0; (child = gtk_tree_list_row_get_child_row (row, i)) != NULL; i++)
    {
      restore_row (self, child);
      g_object_unref (child);
    }
}

static void
restore_all (WaymarkTreeRows *self)
{
  GtkTreeListRow *row;

  for (guint i = 0; (row = gtk_tree_list_model_get_child_row (self->tree, i)) != NULL; i++)
    {
      restore_row (self, row);
      g_object_unref (row);
    }
}

static void
restore_run (WaymarkTreeRows *self, const Run *run)
{
  g_autoptr (GtkTreeListRow) above = NULL;

  if (run->above != NULL)
    {
      above = waymark_tree_rows_dup_row (self, run->above);
      if (above == NULL || !gtk_tree_list_row_get_expanded (above))
        return;
    }

  for (guint i = run->position; i < run->position + run->n; i++)
    {
      g_autoptr (GtkTreeListRow) row = above != NULL
                                           ? gtk_tree_list_row_get_child_row (above, i)
                                           : gtk_tree_list_model_get_child_row (self->tree, i);

      if (row != NULL)
        restore_row (self, row);
    }
}

static void
restore_runs (WaymarkTreeRows *self)
{
  for (guint i = 0; i < self->runs->len; i++)
    restore_run (self, &g_array_index (self->runs, Run, i));
}

/* The selected item, or what it belongs to, that can have a row. */
static OkrItem *
get_wanted (WaymarkTreeRows *self)
{
  OkrItem *item = waymark_session_get_selected (self->session);

  while (item != NULL && !waymark_alignment_model_contains (self->model, item))
    item = okr_item_get_parent (item);

  return item;
}

static void
select_row (WaymarkTreeRows *self, GtkTreeListRow *row)
{
  self->busy++;
  gtk_single_selection_set_selected (self->selection, row != NULL
                                                          ? gtk_tree_list_row_get_position (row)
                                                          : GTK_INVALID_LIST_POSITION);
  self->busy--;
}

/* What is in a collapsed branch stays selected in the session, and is again when it comes out. */
static void
select_wanted (WaymarkTreeRows *self)
{
  OkrItem *item = get_wanted (self);
  g_autoptr (GtkTreeListRow) row = item != NULL ? waymark_tree_rows_dup_row (self, item) : NULL;

  select_row (self, row);
}

static void
reveal_wanted (WaymarkTreeRows *self)
{
  OkrItem *item = get_wanted (self);
  g_autoptr (GtkTreeListRow) row = NULL;

  if (item != NULL)
    row = waymark_tree_rows_dup_revealed_row (self, item);
  select_row (self, row);
  if (row != NULL)
    g_signal_emit (self, signals[REVEAL], 0, gtk_tree_list_row_get_position (row));
}

static gboolean
take_plan (WaymarkTreeRows *self)
{
  OkrPlan *plan = self->active ? waymark_session_get_plan (self->session) : NULL;

  if (self->plan == plan)
    return FALSE;

  g_set_weak_pointer (&self->plan, plan);
  g_hash_table_remove_all (self->states);
  self->fallback = waymark_alignment_model_get_n_rows (self->model) <= MAX_EXPANDED ? FALLBACK_ALL
                                                                                    : FALLBACK_TOP;

  return TRUE;
}

/* An edit changes few rows, which the list should hear of one by one: so it keeps its place. */
static void
on_will_update_cb (WaymarkTreeRows *self, gboolean anew)
{
  self->busy++;
  self->anew = anew;
  if (anew)
    waymark_held_list_hold (self->shown);
  g_array_set_size (self->runs, 0);
}

static void
on_inserted_cb (WaymarkTreeRows *self, OkrItem *above, guint position, guint n)
{
  const Run run = { above != NULL ? g_object_ref (above) : NULL, position, n };

  g_array_append_val (self->runs, run);
}

static void
on_updated_cb (WaymarkTreeRows *self)
{
  const gboolean filtered = waymark_session_is_filtered (self->session);
  const gboolean everything = take_plan (self) || filtered != self->filtered;

  if (filtered != self->filtered)
    self->matches_collapsed = FALSE;
  self->filtered = filtered;
  waymark_held_list_hold (self->shown);
  if (everything)
    restore_all (self);
  else
    restore_runs (self);
  waymark_held_list_release (self->shown);
  if (self->anew)
    waymark_held_list_release (self->shown);
  select_wanted (self);
  self->busy--;
  g_signal_emit (self, signals[UPDATED], 0);
}

static void
on_session_selected_cb (WaymarkTreeRows *self)
{
  if (self->selecting || !self->active)
    return;

  reveal_wanted (self);
}

static void
on_selected_item_cb (WaymarkTreeRows *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (OkrItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  g_autoptr (GtkTreeListRow) left = NULL;

  if (self->busy > 0)
    return;

  /* A row that went into a collapsed branch was not unselected by anybody. */
  if (item == NULL && get_wanted (self) != NULL)
    left = waymark_tree_rows_dup_row (self, get_wanted (self));
  if (item == NULL && left == NULL)
    return;

  self->selecting = TRUE;
  waymark_session_set_selected (self->session, item);
  self->selecting = FALSE;
}

static void
waymark_tree_rows_dispose (GObject *object)
{
  WaymarkTreeRows *self = WAYMARK_TREE_ROWS (object);

  self->busy++;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->selection != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      gtk_single_selection_set_model (self->selection, NULL);
    }
  g_clear_weak_pointer (&self->plan);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->tree);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (waymark_tree_rows_parent_class)->dispose (object);
}

static void
waymark_tree_rows_finalize (GObject *object)
{
  WaymarkTreeRows *self = WAYMARK_TREE_ROWS (object);

  g_clear_pointer (&self->states, g_hash_table_unref);
  g_clear_pointer (&self->runs, g_array_unref);

  G_OBJECT_CLASS (waymark_tree_rows_parent_class)->finalize (object);
}

static void
waymark_tree_rows_class_init (WaymarkTreeRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = waymark_tree_rows_dispose;
  object_class->finalize = waymark_tree_rows_finalize;

  signals[REVEAL] = g_signal_new ("reveal", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[UPDATED] =
      g_signal_new ("updated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
waymark_tree_rows_init (WaymarkTreeRows *self)
{
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (self->runs, run_clear);
}

WaymarkTreeRows *
waymark_tree_rows_new (WaymarkSession *session)
{
  WaymarkTreeRows *self;
  GListModel *roots;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);

  self = g_object_new (WAYMARK_TYPE_TREE_ROWS, NULL);
  self->session = g_object_ref (session);
  self->model = waymark_alignment_model_new (session);
  roots = waymark_alignment_model_get_roots (self->model);
  self->tree =
      gtk_tree_list_model_new (g_object_ref (roots), FALSE, FALSE, create_children, self, NULL);
  self->shown = waymark_held_list_new (G_LIST_MODEL (self->tree));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  g_signal_connect_swapped (self->model, "will-update", G_CALLBACK (on_will_update_cb), self);
  g_signal_connect_swapped (self->model, "inserted", G_CALLBACK (on_inserted_cb), self);
  g_signal_connect_swapped (self->model, "updated", G_CALLBACK (on_updated_cb), self);
  g_signal_connect_swapped (self->selection, "notify::selected-item",
                            G_CALLBACK (on_selected_item_cb), self);
  g_signal_connect_swapped (session, "notify::selected", G_CALLBACK (on_session_selected_cb), self);

  return self;
}

void
waymark_tree_rows_set_active (WaymarkTreeRows *self, gboolean active)
{
  const gboolean newly = active && !self->active;

  g_return_if_fail (WAYMARK_IS_TREE_ROWS (self));

  self->active = active;
  waymark_alignment_model_set_active (self->model, active);
  if (newly)
    reveal_wanted (self);
}

WaymarkAlignmentModel *
waymark_tree_rows_get_model (WaymarkTreeRows *self)
{
  g_return_val_if_fail (WAYMARK_IS_TREE_ROWS (self), NULL);

  return self->model;
}

GtkSelectionModel *
waymark_tree_rows_get_selection (WaymarkTreeRows *self)
{
  g_return_val_if_fail (WAYMARK_IS_TREE_ROWS (self), NULL);

  return GTK_SELECTION_MODEL (self->selection);
}

GtkTreeListRow *
waymark_tree_rows_dup_row (WaymarkTreeRows *self, OkrItem *item)
{
  g_autoptr (GtkTreeListRow) above_row = NULL;
  OkrItem *above;
  guint place;

  g_return_val_if_fail (WAYMARK_IS_TREE_ROWS (self), NULL);

  if (!waymark_alignment_model_contains (self->model, item))
    return NULL;

  above = waymark_alignment_model_get_above (self->model, item);
  place = waymark_alignment_model_get_place (self->model, item);
  if (above == NULL)
    return gtk_tree_list_model_get_child_row (self->tree, place);

  above_row = waymark_tree_rows_dup_row (self, above);
  if (above_row == NULL || !gtk_tree_list_row_get_expanded (above_row))
    return NULL;

  return gtk_tree_list_row_get_child_row (above_row, place);
}

GtkTreeListRow *
waymark_tree_rows_dup_revealed_row (WaymarkTreeRows *self, OkrItem *item)
{
  g_autoptr (GtkTreeListRow) above_row = NULL;
  OkrItem *above;

  g_return_val_if_fail (WAYMARK_IS_TREE_ROWS (self), NULL);

  if (!waymark_alignment_model_contains (self->model, item))
    return NULL;

  above = waymark_alignment_model_get_above (self->model, item);
  if (above == NULL)
    return waymark_tree_rows_dup_row (self, item);

  above_row = waymark_tree_rows_dup_revealed_row (self, above);
  if (!gtk_tree_list_row_get_expanded (above_row))
    {
      set_state (self, above, TRUE);
      self->busy++;
      gtk_tree_list_row_set_expanded (above_row, TRUE);
      self->busy--;
    }

  return gtk_tree_list_row_get_child_row (above_row,
                                          waymark_alignment_model_get_place (self->model, item));
}

void
waymark_tree_rows_remember (WaymarkTreeRows *self, GtkTreeListRow *row)
{
  g_autoptr (OkrItem) item = NULL;

  g_return_if_fail (WAYMARK_IS_TREE_ROWS (self) && GTK_IS_TREE_LIST_ROW (row));

  /* A row that is being removed has lost its item. */
  item = gtk_tree_list_row_get_item (row);
  if (self->busy > 0 || item == NULL)
    return;

  /* What a filter expands is for its time only. */
  if (!self->filtered)
    set_state (self, item, gtk_tree_list_row_get_expanded (row));
  select_wanted (self);
}

void
waymark_tree_rows_set_all_expanded (WaymarkTreeRows *self, gboolean expanded)
{
  g_return_if_fail (WAYMARK_IS_TREE_ROWS (self));

  if (shows_matches (self))
    {
      self->matches_collapsed = !expanded;
    }
  else
    {
      g_hash_table_remove_all (self->states);
      self->fallback = expanded ? FALLBACK_ALL : FALLBACK_NONE;
    }
  self->busy++;
  waymark_held_list_hold (self->shown);
  restore_all (self);
  waymark_held_list_release (self->shown);
  self->busy--;
  select_wanted (self);
}
