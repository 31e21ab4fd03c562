/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkTreeDrag:
 *
 * Dragging rows of the Tree onto each other, with the reason under the pointer where it cannot be,
 * and scrolling at the edges.
 */
#define WAYMARK_TYPE_TREE_DRAG (waymark_tree_drag_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkTreeDrag, waymark_tree_drag, WAYMARK, TREE_DRAG, GObject)

/**
 * waymark_tree_drag_new:
 * @list: the widget inside of the column view whose rows hold #WaymarkTreeCell
 * @scroller: what scrolls it
 *
 * Emits "dropped" with the item when one was dropped and something changed.
 *
 * Returns: (transfer full): a helper that must not outlive @list
 */
WaymarkTreeDrag *waymark_tree_drag_new (GtkWidget *list, GtkScrolledWindow *scroller);

/**
 * waymark_tree_drag_set_session:
 * @session: (nullable): the session whose plan is edited
 */
void waymark_tree_drag_set_session (WaymarkTreeDrag *self, WaymarkSession *session);

/**
 * waymark_tree_drag_pick:
 * @list: the widget that holds the rows
 * @x: a place in it
 * @y: likewise
 * @row: (out) (optional): the widget of the row there
 *
 * Returns: (transfer none) (nullable): the item of the row
 */
OkrItem *waymark_tree_drag_pick (GtkWidget *list, double x, double y, GtkWidget **row);

G_END_DECLS
