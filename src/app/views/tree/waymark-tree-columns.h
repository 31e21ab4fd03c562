/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WaymarkTreeColumns:
 *
 * The columns of the Tree: their cells, headers and order of rows, and which of them a person wants
 * to see (kept in the settings) and the width has room for.
 */
#define WAYMARK_TYPE_TREE_COLUMNS (waymark_tree_columns_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkTreeColumns, waymark_tree_columns, WAYMARK, TREE_COLUMNS, GObject)

/**
 * WaymarkTreeCellFunc:
 * @list_item: the list item of a cell, whose child is a #WaymarkTreeCell, in a #GtkTreeExpander for
 *   the title
 * @bound: whether the cell shall show its row from now on or stops showing it
 * @data: as given to waymark_tree_columns_new()
 */
typedef void (*WaymarkTreeCellFunc) (GtkListItem *list_item, gboolean bound, gpointer data);

/**
 * waymark_tree_columns_new:
 * @view: an empty column view
 * @func: fills the cells
 * @data: for @func, which has to outlive @view
 *
 * Returns: (transfer full): the columns of @view, that must not outlive it
 */
WaymarkTreeColumns *waymark_tree_columns_new (GtkColumnView *view, WaymarkTreeCellFunc func,
                                              gpointer data);

/**
 * waymark_tree_columns_get_actions:
 *
 * Returns: (transfer none): stateful actions "column-range", "column-value" and so on
 */
GActionGroup *waymark_tree_columns_get_actions (WaymarkTreeColumns *self);

/**
 * waymark_tree_columns_get_menu:
 *
 * Returns: (transfer none): a menu of these actions, in a group "tree"
 */
GMenuModel *waymark_tree_columns_get_menu (WaymarkTreeColumns *self);

/**
 * waymark_tree_columns_set_width:
 * @width: the width of the view in pixels, as if the font had its usual size
 *
 * Leaves off columns that do not fit, soon: it may be called while sizes are given out.
 */
void waymark_tree_columns_set_width (WaymarkTreeColumns *self, int width);

G_END_DECLS
