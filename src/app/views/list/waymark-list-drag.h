/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-list-rows.h"

G_BEGIN_DECLS

/**
 * WaymarkListDrag:
 *
 * Drag and drop in the List: where one drags from, the line that shows where it goes, the scrolling
 * at the edges, and the edit. The toolkit's list view has none of it.
 */
#define WAYMARK_TYPE_LIST_DRAG (waymark_list_drag_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkListDrag, waymark_list_drag, WAYMARK, LIST_DRAG, GObject)

/**
 * waymark_list_drag_new:
 * @list: the list, inside of @scroller, whose rows hold #WaymarkListRow
 * @scroller: what scrolls at the edges
 * @rows: the rows of @list
 *
 * Returns: (transfer full): a helper that must not outlive @list
 */
WaymarkListDrag *waymark_list_drag_new (GtkWidget *list, GtkScrolledWindow *scroller,
                                        WaymarkListRows *rows);

/**
 * waymark_list_drag_set_session:
 * @session: (nullable): the session whose plan is edited
 */
void waymark_list_drag_set_session (WaymarkListDrag *self, WaymarkSession *session);

G_END_DECLS
