/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-tree-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "waymark-names.h"
#include "waymark-rename-popover.h"
#include "waymark-text.h"
#include "waymark-tree-cell.h"
#include "waymark-tree-view-private.h"

/* A tick comes before the layout of its frame: only the second one knows where a row went. */
#define FRAMES_TO_LAYOUT 2

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkTreeView, waymark_tree_view, GTK_TYPE_WIDGET)

static const char *
choose_page (WaymarkTreeView *self)
{
  OkrPlan *plan = self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
  const OkrScopeFigures *figures;

  if (plan == NULL || self->rows == NULL)
    return "empty";
  if (waymark_alignment_model_get_n_rows (waymark_tree_rows_get_model (self->rows)) > 0)
    return "rows";

  figures = okr_plan_get_figures (plan, waymark_session_get_cycle (self->session),
                                  waymark_session_get_team (self->session));

  return figures->n_objectives > 0 ? "no-match" : "empty";
}

static void
update_page (WaymarkTreeView *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), choose_page (self));
}

static void
scroll_to (WaymarkTreeView *self, guint position)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

static GtkWidget *
get_row_widget (WaymarkTreeView *self, OkrItem *item)
{
  WaymarkTreeCell *cell = item != NULL ? g_hash_table_lookup (self->titles, item) : NULL;

  return cell != NULL ? waymark_tree_cell_get_row_widget (cell) : NULL;
}

/* Keyboard users stand where the selection is. */
static void
focus_item (WaymarkTreeView *self, OkrItem *item)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = get_row_widget (self, item);

  if (row != NULL && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table)))
    gtk_widget_grab_focus (row);
}

static void
on_reveal_cb (WaymarkTreeView *self, guint position)
{
  scroll_to (self, position);
  focus_item (self, waymark_session_get_selected (self->session));
}

void
waymark_tree_view_reveal (WaymarkTreeView *self, OkrItem *item)
{
  g_autoptr (GtkTreeListRow) row = waymark_tree_rows_dup_revealed_row (self->rows, item);

  if (row != NULL)
    scroll_to (self, gtk_tree_list_row_get_position (row));
}

void
waymark_tree_view_select (WaymarkTreeView *self, OkrItem *item)
{
  waymark_session_set_selected (self->session, item);
  focus_item (self, item);
}

/* The selected item where it has a row. */
OkrItem *
waymark_tree_view_get_selected_item (WaymarkTreeView *self)
{
  OkrItem *item = self->session != NULL ? waymark_session_get_selected (self->session) : NULL;

  if (item == NULL ||
      !waymark_alignment_model_contains (waymark_tree_rows_get_model (self->rows), item))
    return NULL;

  return item;
}

static void
on_row_expanded_cb (GtkTreeListRow *row, GParamSpec *pspec, WaymarkTreeView *self)
{
  if (self->rows != NULL)
    waymark_tree_rows_remember (self->rows, row);
}

static void
bind_title (WaymarkTreeView *self, GtkTreeExpander *expander, GtkTreeListRow *row)
{
  WaymarkTreeCell *cell = WAYMARK_TREE_CELL (gtk_tree_expander_get_child (expander));

  gtk_tree_expander_set_list_row (expander, row);
  g_hash_table_insert (self->titles, waymark_tree_cell_get_item (cell), cell);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (on_row_expanded_cb), self);
}

static void
unbind_title (WaymarkTreeView *self, GtkTreeExpander *expander)
{
  WaymarkTreeCell *cell = WAYMARK_TREE_CELL (gtk_tree_expander_get_child (expander));
  OkrItem *item = waymark_tree_cell_get_item (cell);
  GtkTreeListRow *row = waymark_tree_cell_get_row (cell);

  /* The expander keeps its row until the next one comes: it would rebuild all its parts. */
  if (item != NULL && g_hash_table_lookup (self->titles, item) == cell)
    g_hash_table_remove (self->titles, item);
  if (row != NULL)
    g_signal_handlers_disconnect_by_func (row, on_row_expanded_cb, self);
}

static void
fill_cell (GtkListItem *list_item, gboolean bound, gpointer data)
{
  WaymarkTreeView *self = data;
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  GtkTreeExpander *expander = GTK_IS_TREE_EXPANDER (child) ? GTK_TREE_EXPANDER (child) : NULL;
  GtkWidget *cell = expander != NULL ? gtk_tree_expander_get_child (expander) : child;
  OkrPlan *plan = self->session != NULL ? waymark_session_get_plan (self->session) : NULL;

  if (!bound)
    {
      if (expander != NULL)
        unbind_title (self, expander);
      waymark_tree_cell_unbind (WAYMARK_TREE_CELL (cell));
      return;
    }
  if (plan == NULL || row == NULL)
    return;

  waymark_tree_cell_bind (WAYMARK_TREE_CELL (cell), plan, waymark_tree_rows_get_model (self->rows),
                          row);
  if (expander != NULL)
    bind_title (self, expander, row);
}

static void
on_row_activate_cb (WaymarkTreeView *self, guint position)
{
  GListModel *model = G_LIST_MODEL (waymark_tree_rows_get_selection (self->rows));
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (model, position);
  g_autoptr (OkrItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (item == NULL)
    return;

  waymark_session_set_selected (self->session, item);
  if (OKR_IS_KEY_RESULT (item))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.check-in", NULL);
  else
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
on_dropped_cb (WaymarkTreeView *self, OkrItem *item)
{
  waymark_session_set_selected (self->session, item);
  waymark_tree_view_reveal (self, item);
}

/* Where a row's title stands; the nearest place in sight when it is out of it. */
GdkRectangle
waymark_tree_view_get_title_area (WaymarkTreeView *self, OkrItem *item)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  GtkWidget *cell = item != NULL ? g_hash_table_lookup (self->titles, item) : NULL;
  graphene_rect_t bounds;
  GdkRectangle area = { width / 2, height / 2, 1, 1 };

  if (cell == NULL || !gtk_widget_compute_bounds (cell, GTK_WIDGET (self), &bounds))
    return area;

  area.x = CLAMP ((int) bounds.origin.x, 0, MAX (width - 1, 0));
  area.y = CLAMP ((int) bounds.origin.y, 0, MAX (height - 1, 0));
  area.width = CLAMP ((int) bounds.size.width, 1, 160);
  area.height = MAX ((int) bounds.size.height, 1);

  return area;
}

static void
show_rename (WaymarkTreeView *self, OkrItem *item)
{
  const GdkRectangle area = waymark_tree_view_get_title_area (self, item);

  waymark_rename_popover_show (GTK_WIDGET (self), &area, self->session, item);
}

static gboolean
on_rename_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WaymarkTreeView *self = WAYMARK_TREE_VIEW (widget);
  OkrItem *item = waymark_tree_view_get_selected_item (self);

  if (++self->n_rename_frames < FRAMES_TO_LAYOUT)
    return G_SOURCE_CONTINUE;

  self->rename_id = 0;
  if (item != NULL)
    show_rename (self, item);

  return G_SOURCE_REMOVE;
}

static gboolean
is_in_sight (WaymarkTreeView *self, OkrItem *item)
{
  GtkWidget *row = get_row_widget (self, item);
  graphene_rect_t bounds;

  return row != NULL && gtk_widget_get_mapped (row) &&
         gtk_widget_compute_bounds (row, GTK_WIDGET (self->scroller), &bounds) &&
         bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <=
             (float) gtk_widget_get_height (GTK_WIDGET (self->scroller));
}

static GtkWidget *
find_list (GtkColumnView *table)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (table));

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
waymark_tree_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (WAYMARK_TREE_VIEW (widget)->stack, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
waymark_tree_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WaymarkTreeView *self = WAYMARK_TREE_VIEW (widget);

  gtk_widget_size_allocate (self->stack, &(GtkAllocation){ 0, 0, width, height }, baseline);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        gtk_popover_present (GTK_POPOVER (child));
    }
  waymark_tree_columns_set_width (self->columns, (int) (width / waymark_text_get_unit (widget)));
}

static void
waymark_tree_view_map (GtkWidget *widget)
{
  WaymarkTreeView *self = WAYMARK_TREE_VIEW (widget);

  if (self->rows != NULL)
    waymark_tree_rows_set_active (self->rows, TRUE);

  GTK_WIDGET_CLASS (waymark_tree_view_parent_class)->map (widget);
}

static void
waymark_tree_view_unmap (GtkWidget *widget)
{
  WaymarkTreeView *self = WAYMARK_TREE_VIEW (widget);

  if (self->rows != NULL)
    waymark_tree_rows_set_active (self->rows, FALSE);

  GTK_WIDGET_CLASS (waymark_tree_view_parent_class)->unmap (widget);
}

static gboolean
waymark_tree_view_grab_focus (GtkWidget *widget)
{
  WaymarkTreeView *self = WAYMARK_TREE_VIEW (widget);
  GtkWidget *row = get_row_widget (self, waymark_tree_view_get_selected_item (self));

  return gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->table));
}

static void
waymark_tree_view_get_property (GObject *object, guint property_id, GValue *value,
                                GParamSpec *pspec)
{
  if (property_id == PROP_SESSION)
    g_value_set_object (value, WAYMARK_TREE_VIEW (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_tree_view_set_property (GObject *object, guint property_id, const GValue *value,
                                GParamSpec *pspec)
{
  if (property_id == PROP_SESSION)
    waymark_tree_view_set_session (WAYMARK_TREE_VIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_tree_view_dispose (GObject *object)
{
  WaymarkTreeView *self = WAYMARK_TREE_VIEW (object);
  GtkWidget *child;

  if (self->rename_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->rename_id);
  self->rename_id = 0;
  waymark_tree_view_set_session (self, NULL);
  g_clear_object (&self->drag);
  if (self->columns != NULL)
    g_object_run_dispose (G_OBJECT (self->columns));
  g_clear_object (&self->columns);
  g_clear_object (&self->menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), WAYMARK_TYPE_TREE_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (waymark_tree_view_parent_class)->dispose (object);
}

static void
waymark_tree_view_finalize (GObject *object)
{
  g_clear_pointer (&WAYMARK_TREE_VIEW (object)->titles, g_hash_table_unref);

  G_OBJECT_CLASS (waymark_tree_view_parent_class)->finalize (object);
}

static void
waymark_tree_view_class_init (WaymarkTreeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waymark_tree_view_get_property;
  object_class->set_property = waymark_tree_view_set_property;
  object_class->dispose = waymark_tree_view_dispose;
  object_class->finalize = waymark_tree_view_finalize;
  widget_class->measure = waymark_tree_view_measure;
  widget_class->size_allocate = waymark_tree_view_size_allocate;
  widget_class->map = waymark_tree_view_map;
  widget_class->unmap = waymark_tree_view_unmap;
  widget_class->grab_focus = waymark_tree_view_grab_focus;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, WAYMARK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-tree-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkTreeView, stack);
  gtk_widget_class_bind_template_child (widget_class, WaymarkTreeView, scroller);
  gtk_widget_class_bind_template_child (widget_class, WaymarkTreeView, table);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activate_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
waymark_tree_view_init (WaymarkTreeView *self)
{
  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  self->titles = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->list = find_list (self->table);
  waymark_names_set (self->list, _ ("Objectives and key results"));
  self->columns = waymark_tree_columns_new (self->table, fill_cell, self);
  self->drag = waymark_tree_drag_new (self->list, self->scroller);
  g_signal_connect_object (self->drag, "dropped", G_CALLBACK (on_dropped_cb), self,
                           G_CONNECT_SWAPPED);
  waymark_tree_view_add_input (self);
  update_page (self);
}

GtkWidget *
waymark_tree_view_new (void)
{
  return g_object_new (WAYMARK_TYPE_TREE_VIEW, NULL);
}

static void
drop_rows (WaymarkTreeView *self)
{
  if (self->rows == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->rows, self);
  if (self->table != NULL)
    gtk_column_view_set_model (self->table, NULL);
  waymark_alignment_model_set_sorter (waymark_tree_rows_get_model (self->rows), NULL);
  g_clear_object (&self->rows);
}

static void
add_rows (WaymarkTreeView *self)
{
  self->rows = waymark_tree_rows_new (self->session);
  g_signal_connect_swapped (self->rows, "reveal", G_CALLBACK (on_reveal_cb), self);
  g_signal_connect_swapped (self->rows, "updated", G_CALLBACK (update_page), self);
  waymark_alignment_model_set_sorter (waymark_tree_rows_get_model (self->rows),
                                      gtk_column_view_get_sorter (self->table));
  gtk_column_view_set_model (self->table, waymark_tree_rows_get_selection (self->rows));
  waymark_tree_rows_set_active (self->rows, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

void
waymark_tree_view_set_session (WaymarkTreeView *self, WaymarkSession *session)
{
  g_return_if_fail (WAYMARK_IS_TREE_VIEW (self));
  g_return_if_fail (session == NULL || WAYMARK_IS_SESSION (session));

  if (self->session == session)
    return;

  drop_rows (self);
  g_set_object (&self->session, session);
  if (self->drag != NULL)
    waymark_tree_drag_set_session (self->drag, session);
  if (session != NULL)
    {
      add_rows (self);
      update_page (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
waymark_tree_view_rename (WaymarkTreeView *self)
{
  OkrItem *item;

  g_return_if_fail (WAYMARK_IS_TREE_VIEW (self));

  item = waymark_tree_view_get_selected_item (self);
  if (item == NULL || self->rename_id != 0)
    return;
  if (is_in_sight (self, item))
    {
      show_rename (self, item);
      return;
    }

  waymark_tree_view_reveal (self, item);
  self->n_rename_frames = 0;
  self->rename_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_rename_tick_cb, NULL, NULL);
}
