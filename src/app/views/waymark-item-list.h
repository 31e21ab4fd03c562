/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaymarkItemList:
 *
 * A #GListModel of objects that turns into another list by as few insertions and removals as
 * possible, so that rows that stay keep their widgets, selection and expansion.
 */
#define WAYMARK_TYPE_ITEM_LIST (waymark_item_list_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkItemList, waymark_item_list, WAYMARK, ITEM_LIST, GObject)

/**
 * WaymarkItemListInserted:
 * @list: a list
 * @position: where objects came in, after all changes of this turn
 * @n: how many
 * @data: as given to waymark_item_list_update()
 */
typedef void (*WaymarkItemListInserted) (WaymarkItemList *list, guint position, guint n,
                                         gpointer data);

/**
 * WaymarkItemListMatch:
 * @object: an object that is in the list before and after
 * @data: as given to waymark_item_list_update()
 *
 * Returns: whether its row may stay; else it is removed and inserted anew
 */
typedef gboolean (*WaymarkItemListMatch) (gpointer object, gpointer data);

/**
 * waymark_item_list_new:
 * @items: (nullable): what it holds at first
 *
 * Returns: (transfer full): a list
 */
WaymarkItemList *waymark_item_list_new (GPtrArray *items);

/**
 * waymark_item_list_update:
 * @items: (nullable): what it holds from now on; each object once
 * @match: which objects may keep their rows
 * @inserted: (nullable): told about each run of objects that came in, while positions before it
 *   are final
 * @data: for both functions
 */
void waymark_item_list_update (WaymarkItemList *self, GPtrArray *items, WaymarkItemListMatch match,
                               WaymarkItemListInserted inserted, gpointer data);

/**
 * waymark_item_list_find:
 * @object: an object
 * @position: (out): where it is
 *
 * Returns: whether the list holds @object
 */
gboolean waymark_item_list_find (WaymarkItemList *self, gpointer object, guint *position);

G_END_DECLS
