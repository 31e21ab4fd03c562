/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkRenamePopover:
 *
 * Asks for a title where the item stands. Return accepts, Escape and a click elsewhere leave the
 * title as it is. It goes away by itself.
 */
#define WAYMARK_TYPE_RENAME_POPOVER (waymark_rename_popover_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkRenamePopover, waymark_rename_popover, WAYMARK, RENAME_POPOVER,
                      GtkPopover)

/**
 * waymark_rename_popover_show:
 * @parent: the widget to point at; it has to allocate its popovers
 * @at: (nullable): a part of @parent
 * @session: the session with the plan of @item
 * @item: an item with a title
 *
 * Returns: (transfer none): the popover
 */
WaymarkRenamePopover *waymark_rename_popover_show (GtkWidget *parent, const GdkRectangle *at,
                                                   WaymarkSession *session, OkrItem *item);

GtkEditable *waymark_rename_popover_get_entry (WaymarkRenamePopover *self);

G_END_DECLS
