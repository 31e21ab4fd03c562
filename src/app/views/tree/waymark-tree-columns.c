/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-tree-columns.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "waymark-names.h"
#include "waymark-tree-cell.h"
#include "waymark-tree-text.h"

#define EDGE_MARGIN 8
#define SCHEMA_ID "io.github.waymark.Waymark"
#define SETTINGS_KEY "tree-columns"
#define WIDTHS_KEY "tree-widths"
#define SORT_KEY "tree-sort"
#define LEAST_WIDTH 24
#define MOST_WIDTH 4000
#define SAVE_DELAY 300 /* milliseconds: a border that is dragged tells of every pixel */

/* A column that is not as important as the others gives way below its width, in pixels: about 260
 * are left to the title. */
static const struct
{
  const char *name;
  const char *title;
  int min_width;
  gboolean at_end;
  const char *menu_title; /* where the title is shortened */
} columns[WAYMARK_N_TREE_COLUMNS] = {
  [WAYMARK_TREE_COLUMN_TITLE] = { "title", N_ ("Objective / key result"), 0, FALSE },
  /* Translators: a column: the range of a key result, the team of an objective */
  [WAYMARK_TREE_COLUMN_RANGE] = { "range", N_ ("Range / team"), 830, FALSE },
  /* Translators: a column: the latest value of a key result */
  [WAYMARK_TREE_COLUMN_VALUE] = { "value", N_ ("Now"), 660, TRUE },
  [WAYMARK_TREE_COLUMN_PROGRESS] = { "progress", N_ ("Progress"), 0, FALSE },
  [WAYMARK_TREE_COLUMN_STATUS] = { "status", N_ ("Status"), 560, FALSE },
  /* Translators: a narrow column: confidence */
  [WAYMARK_TREE_COLUMN_CONFIDENCE] = { "confidence", N_ ("Conf."), 960, TRUE, N_ ("Confidence") },
  /* Translators: a narrow column: time since the latest check-in */
  [WAYMARK_TREE_COLUMN_CHECKED] = { "checked", N_ ("Checked"), 900, TRUE },
};

struct _WaymarkTreeColumns
{
  GObject parent_instance;

  GtkColumnView *view;
  WaymarkTreeCellFunc func;
  gpointer data;

  GSettings *settings; /* NULL where the schema is not installed */
  GtkColumnViewColumn *columns[WAYMARK_N_TREE_COLUMNS];
  gboolean wanted[WAYMARK_N_TREE_COLUMNS];
  GSimpleActionGroup *actions;
  GMenu *menu;
  int width;
  guint update_id;
  guint save_id;
  int probed; /* the column that was asked first how two things compare, or -1 */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (WaymarkTreeColumns, waymark_tree_columns, G_TYPE_OBJECT)

static WaymarkTreeColumn
get_index (gpointer object)
{
  return (WaymarkTreeColumn) GPOINTER_TO_INT (g_object_get_data (object, "waymark-tree-column"));
}

static void
set_index (gpointer object, WaymarkTreeColumn column)
{
  g_object_set_data (object, "waymark-tree-column", GINT_TO_POINTER ((int) column));
}

static GtkOrdering
compare_numbers (double a, double b)
{
  /* What has no number comes first, as the least of all. */
  if (isnan (a) || isnan (b))
    return isnan (a) == isnan (b) ? GTK_ORDERING_EQUAL
                                  : (isnan (a) ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER);
  if (a < b)
    return GTK_ORDERING_SMALLER;

  return a > b ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
}

static double
get_key_result_number (OkrKeyResult *kr, WaymarkTreeColumn column)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (kr);

  switch (column)
    {
    case WAYMARK_TREE_COLUMN_VALUE:
      return figures->value;
    case WAYMARK_TREE_COLUMN_PROGRESS:
      return figures->progress;
    case WAYMARK_TREE_COLUMN_STATUS:
      return (double) figures->status;
    case WAYMARK_TREE_COLUMN_CONFIDENCE:
      return figures->confidence;
    case WAYMARK_TREE_COLUMN_CHECKED:
      return figures->days_since_check_in;
    case WAYMARK_TREE_COLUMN_TITLE:
    case WAYMARK_TREE_COLUMN_RANGE:
    default:
      return NAN;
    }
}

static double
get_objective_number (OkrObjective *objective, WaymarkTreeColumn column)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);

  switch (column)
    {
    case WAYMARK_TREE_COLUMN_PROGRESS:
      return figures->progress;
    case WAYMARK_TREE_COLUMN_STATUS:
      return (double) figures->status;
    case WAYMARK_TREE_COLUMN_CONFIDENCE:
      return isnan (figures->confidence) ? -1 : figures->confidence;
    case WAYMARK_TREE_COLUMN_CHECKED:
      return figures->days_since_check_in;
    case WAYMARK_TREE_COLUMN_TITLE:
    case WAYMARK_TREE_COLUMN_RANGE:
    case WAYMARK_TREE_COLUMN_VALUE:
    default:
      return NAN;
    }
}

static double
get_number (gpointer item, WaymarkTreeColumn column)
{
  return OKR_IS_KEY_RESULT (item) ? get_key_result_number (item, column)
                                  : get_objective_number (item, column);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const WaymarkTreeColumn column = (WaymarkTreeColumn) GPOINTER_TO_INT (data);
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  if (WAYMARK_IS_TREE_COLUMNS ((gpointer) a))
    {
      WAYMARK_TREE_COLUMNS ((gpointer) a)->probed = (int) column;
      return (int) GTK_ORDERING_SMALLER;
    }
  if (column != WAYMARK_TREE_COLUMN_TITLE && column != WAYMARK_TREE_COLUMN_RANGE)
    return (int) compare_numbers (get_number ((gpointer) a, column),
                                  get_number ((gpointer) b, column));

  text_a = waymark_tree_text_dup ((gpointer) a, column);
  text_b = waymark_tree_text_dup ((gpointer) b, column);

  return (int) gtk_ordering_from_cmpfunc (
      g_utf8_collate (text_a != NULL ? text_a : "", text_b != NULL ? text_b : ""));
}

/* Without the column of the statuses, colour alone would tell them. */
static void
on_status_visible_cb (GtkColumnViewColumn *status, GParamSpec *pspec, WaymarkTreeCell *cell)
{
  waymark_tree_cell_set_marked (cell, !gtk_column_view_column_get_visible (status));
}

static void
mark_with_status (WaymarkTreeColumns *self, GtkWidget *cell)
{
  GtkColumnViewColumn *status = self->columns[WAYMARK_TREE_COLUMN_STATUS];

  g_signal_connect_object (status, "notify::visible", G_CALLBACK (on_status_visible_cb), cell, 0);
  on_status_visible_cb (status, NULL, WAYMARK_TREE_CELL (cell));
}

static void
on_setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, WaymarkTreeColumns *self)
{
  const WaymarkTreeColumn column = get_index (factory);
  GtkWidget *cell = waymark_tree_cell_new (column);

  /* Not left to the style sheet: a row orders its cells by when their columns were shown. */
  if (column == WAYMARK_TREE_COLUMN_CHECKED)
    gtk_widget_set_margin_end (cell, EDGE_MARGIN);
  if (column == WAYMARK_TREE_COLUMN_PROGRESS)
    mark_with_status (self, cell);
  if (column == WAYMARK_TREE_COLUMN_TITLE)
    {
      GtkWidget *expander = gtk_tree_expander_new ();

      gtk_widget_set_hexpand (cell, TRUE);
      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), cell);
      cell = expander;
    }
  gtk_list_item_set_child (list_item, cell);
}

static void
on_bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, WaymarkTreeColumns *self)
{
  self->func (list_item, TRUE, self->data);
}

static void
on_unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, WaymarkTreeColumns *self)
{
  self->func (list_item, FALSE, self->data);
}

static gboolean
fits (WaymarkTreeColumns *self, int column)
{
  return self->width <= 0 || self->width >= columns[column].min_width;
}

static void
update_visible (WaymarkTreeColumns *self)
{
  for (int i = 0; i < WAYMARK_N_TREE_COLUMNS; i++)
    {
      const gboolean visible = self->wanted[i] && fits (self, i);

      if (gtk_column_view_column_get_visible (self->columns[i]) != visible)
        gtk_column_view_column_set_visible (self->columns[i], visible);
    }
}

static gboolean
update_visible_cb (gpointer data)
{
  WaymarkTreeColumns *self = data;

  self->update_id = 0;
  update_visible (self);

  return G_SOURCE_REMOVE;
}

/* In the order that they stand in, which a person may have changed by dragging a header. */
static void
save (WaymarkTreeColumns *self)
{
  GListModel *list = gtk_column_view_get_columns (self->view);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  if (self->settings == NULL || self->loading)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (list, i);
      const WaymarkTreeColumn index = get_index (column);

      if (self->wanted[index])
        g_strv_builder_add (builder, columns[index].name);
    }
  names = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, SETTINGS_KEY, (const char *const *) names);
}

static void
save_widths (WaymarkTreeColumns *self)
{
  GVariantBuilder widths;

  g_variant_builder_init (&widths, G_VARIANT_TYPE ("a{si}"));
  for (int i = 0; i < WAYMARK_N_TREE_COLUMNS; i++)
    {
      const int width = gtk_column_view_column_get_fixed_width (self->columns[i]);

      if (width >= 0)
        g_variant_builder_add (&widths, "{si}", columns[i].name, width);
    }
  g_settings_set_value (self->settings, WIDTHS_KEY, g_variant_builder_end (&widths));
}

/* GTK 4.8 does not tell by what a view is sorted: the column that is asked first says so. */
static void
save_sort (WaymarkTreeColumns *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GtkOrdering ordering;

  self->probed = -1;
  ordering = gtk_sorter_compare (sorter, self, self->view);
  g_settings_set (self->settings, SORT_KEY, "(sb)",
                  self->probed >= 0 ? columns[self->probed].name : "",
                  ordering == GTK_ORDERING_LARGER);
}

static gboolean
save_layout_cb (gpointer data)
{
  WaymarkTreeColumns *self = data;

  self->save_id = 0;
  save_widths (self);
  save_sort (self);

  return G_SOURCE_REMOVE;
}

static void
on_layout_changed_cb (WaymarkTreeColumns *self)
{
  if (self->settings != NULL && !self->loading && self->save_id == 0)
    self->save_id = g_timeout_add (SAVE_DELAY, save_layout_cb, self);
}

static void
on_column_state_cb (GSimpleAction *action, GVariant *value, WaymarkTreeColumns *self)
{
  const WaymarkTreeColumn column = get_index (action);

  self->wanted[column] = g_variant_get_boolean (value);
  g_simple_action_set_state (action, value);
  update_visible (self);
  save (self);
}

static int
find_column (const char *name)
{
  for (int i = 0; i < WAYMARK_N_TREE_COLUMNS; i++)
    {
      if (g_str_equal (columns[i].name, name))
        return i;
    }

  return -1;
}

static void
load_widths (WaymarkTreeColumns *self)
{
  g_autoptr (GVariant) widths = g_settings_get_value (self->settings, WIDTHS_KEY);

  for (int i = 0; i < WAYMARK_N_TREE_COLUMNS; i++)
    {
      int width;

      if (g_variant_lookup (widths, columns[i].name, "i", &width) && width > 0)
        gtk_column_view_column_set_fixed_width (self->columns[i],
                                                CLAMP (width, LEAST_WIDTH, MOST_WIDTH));
    }
}

static void
load_sort (WaymarkTreeColumns *self)
{
  g_autofree char *name = NULL;
  gboolean descending;
  int index;

  g_settings_get (self->settings, SORT_KEY, "(sb)", &name, &descending);
  index = find_column (name);
  if (index >= 0)
    gtk_column_view_sort_by_column (self->view, self->columns[index],
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
load (WaymarkTreeColumns *self)
{
  g_auto (GStrv) names = NULL;
  guint place = 0;

  if (self->settings == NULL)
    return;

  self->loading = TRUE;
  memset (self->wanted, 0, sizeof self->wanted);
  self->wanted[WAYMARK_TREE_COLUMN_TITLE] = TRUE;
  names = g_settings_get_strv (self->settings, SETTINGS_KEY);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const int index = find_column (names[i]);

      if (index < 0)
        continue;
      self->wanted[index] = TRUE;
      gtk_column_view_insert_column (self->view, place++, self->columns[index]);
    }
  load_widths (self);
  load_sort (self);
  self->loading = FALSE;
}

static void
add_column (WaymarkTreeColumns *self, WaymarkTreeColumn index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_ (columns[index].title), factory);
  g_autoptr (GtkSorter) sorter =
      GTK_SORTER (gtk_custom_sorter_new (compare_items, GINT_TO_POINTER ((int) index), NULL));

  set_index (factory, index);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind_cb), self);

  set_index (column, index);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, index == WAYMARK_TREE_COLUMN_TITLE);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (self->menu));
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (on_layout_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_column_view_append_column (self->view, column);
  self->columns[index] = column;
  self->wanted[index] = TRUE;
}

static void
add_action (WaymarkTreeColumns *self, WaymarkTreeColumn index)
{
  g_autofree char *name = g_strconcat ("column-", columns[index].name, NULL);
  g_autofree char *detailed = g_strconcat ("tree.", name, NULL);
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (self->wanted[index]));

  set_index (action, index);
  g_signal_connect (action, "change-state", G_CALLBACK (on_column_state_cb), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
  g_menu_append (self->menu,
                 _ (columns[index].menu_title != NULL ? columns[index].menu_title
                                                      : columns[index].title),
                 detailed);
}

/* Numbers stand at the end of their column, and their titles with them. */
static void
set_up_header (WaymarkTreeColumns *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  if (header != NULL)
    /* Translators: name of the line with the titles of a table's columns, for screen readers */
    waymark_names_set (header, _ ("Columns"));
  for (int i = 0; i < WAYMARK_N_TREE_COLUMNS && title != NULL; i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (columns[i].at_end && box != NULL)
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      if (i == WAYMARK_TREE_COLUMN_TITLE && box != NULL)
        gtk_widget_set_margin_start (box, EDGE_MARGIN);
      if (i == WAYMARK_TREE_COLUMN_CHECKED && box != NULL)
        gtk_widget_set_margin_end (box, EDGE_MARGIN);
      title = gtk_widget_get_next_sibling (title);
    }
}

static GSettings *
new_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE) : NULL;

  return schema != NULL ? g_settings_new (SCHEMA_ID) : NULL;
}

static void
waymark_tree_columns_dispose (GObject *object)
{
  WaymarkTreeColumns *self = WAYMARK_TREE_COLUMNS (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->save_id != 0)
    {
      g_clear_handle_id (&self->save_id, g_source_remove);
      save_layout_cb (self);
    }
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (self->view), self);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
    }
  for (int i = 0; i < WAYMARK_N_TREE_COLUMNS; i++)
    {
      if (self->columns[i] != NULL)
        gtk_column_view_remove_column (self->view, self->columns[i]);
      g_clear_object (&self->columns[i]);
    }
  self->view = NULL;
  g_clear_object (&self->actions);
  g_clear_object (&self->menu);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (waymark_tree_columns_parent_class)->dispose (object);
}

static void
waymark_tree_columns_class_init (WaymarkTreeColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_tree_columns_dispose;
}

static void
waymark_tree_columns_init (WaymarkTreeColumns *self)
{
  self->actions = g_simple_action_group_new ();
  self->menu = g_menu_new ();
  self->settings = new_settings ();
}

WaymarkTreeColumns *
waymark_tree_columns_new (GtkColumnView *view, WaymarkTreeCellFunc func, gpointer data)
{
  WaymarkTreeColumns *self;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view) && func != NULL, NULL);

  self = g_object_new (WAYMARK_TYPE_TREE_COLUMNS, NULL);
  self->view = view;
  self->func = func;
  self->data = data;
  for (int i = 0; i < WAYMARK_N_TREE_COLUMNS; i++)
    add_column (self, (WaymarkTreeColumn) i);
  set_up_header (self);
  load (self);
  for (int i = 0; i < WAYMARK_N_TREE_COLUMNS; i++)
    {
      if (i != WAYMARK_TREE_COLUMN_TITLE)
        add_action (self, (WaymarkTreeColumn) i);
    }
  update_visible (self);
  g_signal_connect_swapped (gtk_column_view_get_columns (view), "items-changed", G_CALLBACK (save),
                            self);
  g_signal_connect_swapped (gtk_column_view_get_sorter (view), "changed",
                            G_CALLBACK (on_layout_changed_cb), self);

  return self;
}

GActionGroup *
waymark_tree_columns_get_actions (WaymarkTreeColumns *self)
{
  g_return_val_if_fail (WAYMARK_IS_TREE_COLUMNS (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

GMenuModel *
waymark_tree_columns_get_menu (WaymarkTreeColumns *self)
{
  g_return_val_if_fail (WAYMARK_IS_TREE_COLUMNS (self), NULL);

  return G_MENU_MODEL (self->menu);
}

void
waymark_tree_columns_set_width (WaymarkTreeColumns *self, int width)
{
  g_return_if_fail (WAYMARK_IS_TREE_COLUMNS (self));

  if (self->width == width)
    return;

  self->width = width;
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, update_visible_cb, self, NULL);
}
