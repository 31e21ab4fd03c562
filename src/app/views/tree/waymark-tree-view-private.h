/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-tree-columns.h"
#include "waymark-tree-drag.h"
#include "waymark-tree-rows.h"
#include "waymark-tree-view.h"

G_BEGIN_DECLS

struct _WaymarkTreeView
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkScrolledWindow *scroller;
  GtkColumnView *table;
  GtkWidget *list;  /* inside of the table */
  GMenuModel *menu; /* what the context menu has more than the list's */

  WaymarkSession *session;
  WaymarkTreeRows *rows;
  WaymarkTreeColumns *columns;
  WaymarkTreeDrag *drag;
  GHashTable *titles; /* OkrItem → WaymarkTreeCell, of the rows that have widgets */
  guint rename_id;
  guint n_rename_frames;
};

/* The selected item where it has a row. */
OkrItem *waymark_tree_view_get_selected_item (WaymarkTreeView *self);
void waymark_tree_view_select (WaymarkTreeView *self, OkrItem *item);
void waymark_tree_view_reveal (WaymarkTreeView *self, OkrItem *item);
GdkRectangle waymark_tree_view_get_title_area (WaymarkTreeView *self, OkrItem *item);

/* Keys, clicks, menus and the actions behind them. */
void waymark_tree_view_add_input (WaymarkTreeView *self);

G_END_DECLS
