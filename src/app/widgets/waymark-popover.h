/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Popovers that are made to be shown once. They go away by themselves, and not while the toolkit
 * closes them: the action of a menu's entry runs only after that. */

/**
 * waymark_popover_show:
 * @popover: a popover that has no parent yet
 * @parent: the widget to point at; it has to allocate its popovers
 * @at: (nullable): a part of @parent
 *
 * Shows a popover until it is closed.
 */
void waymark_popover_show (GtkPopover *popover, GtkWidget *parent, const GdkRectangle *at);

/**
 * waymark_popover_show_menu:
 * @menu: the entries
 * @parent: as above
 * @at: a part of @parent
 * @at_pointer: whether @at is a pointer's place, else a thing that the menu belongs to
 *
 * Shows a context menu.
 *
 * Returns: (transfer none): the menu
 */
GtkWidget *waymark_popover_show_menu (GMenuModel *menu, GtkWidget *parent, const GdkRectangle *at,
                                      gboolean at_pointer);

/**
 * waymark_popover_show_text:
 * @parent: as above
 * @at: (nullable): a part of @parent
 * @title: plain text: what is explained
 * @text: plain text: the explanation
 *
 * Shows a few lines to read.
 *
 * Returns: (transfer none): the popover
 */
GtkWidget *waymark_popover_show_text (GtkWidget *parent, const GdkRectangle *at, const char *title,
                                      const char *text);

G_END_DECLS
