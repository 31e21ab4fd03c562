/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * waymark_item_menu_popup:
 * @parent: the widget to point at; it has to allocate its popovers
 * @at: a part of @parent
 * @at_pointer: whether @at is a pointer's place, else a thing that the menu belongs to
 *
 * Shows the context menu of an objective or a key result. Its actions are the window's, on what is
 * selected, and view.explain, which the view provides. The menu goes away by itself.
 *
 * Returns: (transfer none): the menu
 */
GtkWidget *waymark_item_menu_popup (GtkWidget *parent, const GdkRectangle *at,
                                    gboolean at_pointer);

/**
 * waymark_item_menu_popup_with:
 * @parent: as above
 * @at: as above
 * @at_pointer: as above
 * @entries: (nullable): what only this view has
 *
 * Like waymark_item_menu_popup() with more entries.
 *
 * Returns: (transfer none): the menu
 */
GtkWidget *waymark_item_menu_popup_with (GtkWidget *parent, const GdkRectangle *at,
                                         gboolean at_pointer, GMenuModel *entries);

G_END_DECLS
