/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-alignment-model.h"

G_BEGIN_DECLS

/**
 * WaymarkTreeColumn:
 *
 * The columns of the Tree, in their usual order.
 */
typedef enum
{
  WAYMARK_TREE_COLUMN_TITLE,
  WAYMARK_TREE_COLUMN_RANGE,
  WAYMARK_TREE_COLUMN_VALUE,
  WAYMARK_TREE_COLUMN_PROGRESS,
  WAYMARK_TREE_COLUMN_STATUS,
  WAYMARK_TREE_COLUMN_CONFIDENCE,
  WAYMARK_TREE_COLUMN_CHECKED,
} WaymarkTreeColumn;

#define WAYMARK_N_TREE_COLUMNS (WAYMARK_TREE_COLUMN_CHECKED + 1)

/**
 * WaymarkTreeCell:
 *
 * One column of one row of the Tree, drawn without children; it follows its item by itself. The
 * cell of the title also names its row for assistive technologies.
 */
#define WAYMARK_TYPE_TREE_CELL (waymark_tree_cell_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkTreeCell, waymark_tree_cell, WAYMARK, TREE_CELL, GtkWidget)

/**
 * waymark_tree_cell_new:
 * @column: what it shows of its item
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *waymark_tree_cell_new (WaymarkTreeColumn column);

/**
 * waymark_tree_cell_bind:
 * @plan: the plan of the item
 * @model: tells whether the item is dimmed
 * @row: the row to show, whose item is an #OkrItem
 */
void waymark_tree_cell_bind (WaymarkTreeCell *self, OkrPlan *plan, WaymarkAlignmentModel *model,
                             GtkTreeListRow *row);

/**
 * waymark_tree_cell_unbind:
 *
 * Shows nothing and follows nothing from now on.
 */
void waymark_tree_cell_unbind (WaymarkTreeCell *self);

/**
 * waymark_tree_cell_set_marked:
 * @self: a cell of the progress
 * @marked: whether the shape of the status stands by the percentage
 */
void waymark_tree_cell_set_marked (WaymarkTreeCell *self, gboolean marked);

/**
 * waymark_tree_cell_get_row:
 *
 * Returns: (transfer none) (nullable): the row that it shows
 */
GtkTreeListRow *waymark_tree_cell_get_row (WaymarkTreeCell *self);

/**
 * waymark_tree_cell_get_item:
 *
 * Returns: (transfer none) (nullable): the item that it shows
 */
OkrItem *waymark_tree_cell_get_item (WaymarkTreeCell *self);

/**
 * waymark_tree_cell_get_text:
 *
 * Returns: (transfer none): what it says; empty for nothing
 */
const char *waymark_tree_cell_get_text (WaymarkTreeCell *self);

/**
 * waymark_tree_cell_get_row_widget:
 *
 * Returns: (transfer none) (nullable): the widget of the whole row that the cell is in
 */
GtkWidget *waymark_tree_cell_get_row_widget (WaymarkTreeCell *self);

G_END_DECLS
