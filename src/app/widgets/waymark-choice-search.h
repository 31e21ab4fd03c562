/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAYMARK_TYPE_CHOICE_SEARCH (waymark_choice_search_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkChoiceSearch, waymark_choice_search, WAYMARK, CHOICE_SEARCH,
                      GtkPopover)

/**
 * WaymarkChoiceSearch:
 *
 * A long list to choose from, with a field that narrows it to what contains the words typed. Its
 * signal "chosen" has the item that was chosen.
 */

/**
 * waymark_choice_search_new:
 * @items: (transfer none): what can be chosen
 * @label: (transfer none): gives the text to search in for each of them
 * @factory: (transfer none): makes the rows
 */
GtkWidget *waymark_choice_search_new (GListModel *items, GtkExpression *label,
                                      GtkListItemFactory *factory);

/**
 * waymark_choice_search_begin:
 * @item: (nullable): what is chosen now
 *
 * Pops up with all of the list.
 */
void waymark_choice_search_begin (WaymarkChoiceSearch *self, gpointer item);

G_END_DECLS
