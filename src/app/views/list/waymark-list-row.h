/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * WaymarkListMark:
 * @WAYMARK_LIST_MARK_NONE: no line
 * @WAYMARK_LIST_MARK_ABOVE: a line above the row
 * @WAYMARK_LIST_MARK_BELOW: a line below the row
 *
 * Where a row shows that something would be dropped.
 */
typedef enum
{
  WAYMARK_LIST_MARK_NONE,
  WAYMARK_LIST_MARK_ABOVE,
  WAYMARK_LIST_MARK_BELOW,
} WaymarkListMark;

/**
 * WaymarkListRow:
 *
 * A row of the List: the head of an objective's card, one of its key results, or the foot of the
 * list, which has no item and offers to add an objective. All rows are of one
 * height, which depends on the font alone: a list whose rows differ jumps while it scrolls. The gap
 * between two cards is a part of the head's height.
 *
 * It emits #WaymarkListRow::menu-requested when its menu button is clicked.
 */
#define WAYMARK_TYPE_LIST_ROW (waymark_list_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkListRow, waymark_list_row, WAYMARK, LIST_ROW, GtkWidget)

GtkWidget *waymark_list_row_new (void);

/**
 * waymark_list_row_set_item:
 * @plan: (nullable): the plan of @item
 * @item: (nullable): the objective or key result to show and to follow; %NULL for none
 */
void waymark_list_row_set_item (WaymarkListRow *self, OkrPlan *plan, OkrItem *item);

/**
 * waymark_list_row_show_foot:
 *
 * Shows a button for the action view.add-objective in the place of an item.
 */
void waymark_list_row_show_foot (WaymarkListRow *self);

/**
 * waymark_list_row_get_item:
 *
 * Returns: (transfer none) (nullable): what the row shows; %NULL at the foot
 */
OkrItem *waymark_list_row_get_item (WaymarkListRow *self);

/**
 * waymark_list_row_find:
 * @list: a list whose rows hold #WaymarkListRow
 * @item: (nullable): an item
 *
 * Returns: (transfer none) (nullable): the row that shows @item now; a virtual list has none for
 *   what is far from being seen
 */
WaymarkListRow *waymark_list_row_find (GtkWidget *list, OkrItem *item);

/**
 * waymark_list_row_pick:
 * @list: a list whose rows hold #WaymarkListRow
 * @x: a place in the coordinates of @list
 * @y: likewise
 *
 * Returns: (transfer none) (nullable): the row that is there; the gap above a card is a part of the
 *   card's first row
 */
WaymarkListRow *waymark_list_row_pick (GtkWidget *list, double x, double y);

/**
 * waymark_list_row_get_area:
 * @list: a list whose rows hold #WaymarkListRow
 * @item: (nullable): an item
 * @target: a widget around @list
 * @area: (out): where the row of @item is, in the coordinates of @target
 *
 * Returns: whether there is such a row and it has been laid out
 */
gboolean waymark_list_row_get_area (GtkWidget *list, OkrItem *item, GtkWidget *target,
                                    GdkRectangle *area);

/**
 * waymark_list_row_set_last:
 * @last: whether the card ends with this row
 */
void waymark_list_row_set_last (WaymarkListRow *self, gboolean last);

void waymark_list_row_set_mark (WaymarkListRow *self, WaymarkListMark mark);

/**
 * waymark_list_row_dup_tooltip:
 * @x: a place in the coordinates of the row
 * @y: likewise
 *
 * Returns: (transfer full) (nullable): what is to be said about what is shown there
 */
char *waymark_list_row_dup_tooltip (WaymarkListRow *self, double x, double y);

G_END_DECLS
