/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-item.h"

G_BEGIN_DECLS

typedef GtkWidget *(*WaymarkItemRowFunc) (OkrItem *item, gpointer user_data);

/**
 * waymark_item_rows_sync:
 * @list: a list
 * @items: (element-type OkrItem): the items to show, in order
 * @create: makes the row of an item
 *
 * Makes the rows those of @items. A row stays the same for as long as its item does, so that it
 * keeps the focus and stays expanded.
 */
void waymark_item_rows_sync (GtkListBox *list, GPtrArray *items, WaymarkItemRowFunc create,
                             gpointer user_data);

/**
 * waymark_item_rows_find:
 *
 * Returns: (transfer none) (nullable): the row of @item
 */
GtkWidget *waymark_item_rows_find (GtkListBox *list, OkrItem *item);

G_END_DECLS
