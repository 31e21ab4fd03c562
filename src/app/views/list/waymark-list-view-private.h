/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-list-drag.h"
#include "waymark-list-heading.h"
#include "waymark-list-row.h"
#include "waymark-list-rows.h"
#include "waymark-list-view.h"

G_BEGIN_DECLS

struct _WaymarkListView
{
  GtkWidget parent_instance;

  WaymarkListHeading *heading;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *list;
  GtkSingleSelection *selection;

  WaymarkSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *plan_signals;
  WaymarkListRows *rows;
  GtkStringList *foot; /* after the rows: one string where one can add to them */
  WaymarkListDrag *drag;
  GSettings *settings;
  GPtrArray *bound; /* the GtkListItems that show something now */
  gboolean syncing;
  gboolean renaming;
  gboolean from_top; /* what changes the rows now asked for others */
  gboolean moved;    /* the rows changed after they were laid out */
  guint tick_id;
  guint n_frames;
};

/* The item of the selected row. */
OkrItem *waymark_list_view_get_selected_item (WaymarkListView *self);

/* Where the row of @item is; FALSE while it has none. */
gboolean waymark_list_view_get_area (WaymarkListView *self, OkrItem *item, GdkRectangle *area);

/* Keys, clicks, menus and the actions behind them. */
void waymark_list_view_popup_row_menu (WaymarkListView *self, WaymarkListRow *row);
void waymark_list_view_add_input (WaymarkListView *self, GActionMap *actions);
void waymark_list_view_add_bindings (GtkWidgetClass *widget_class);

G_END_DECLS
