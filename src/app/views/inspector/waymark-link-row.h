/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "okr-items.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_LINK_ROW (waymark_link_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkLinkRow, waymark_link_row, WAYMARK, LINK_ROW, AdwActionRow)

/**
 * WaymarkLinkRow:
 *
 * A row that leads to an objective or a key result and shows how far it is.
 */

GtkWidget *waymark_link_row_new (void);

/**
 * waymark_link_row_bind:
 * @item: (nullable): an objective or a key result; %NULL hides the row
 * @subtitle: (nullable): a few words about it
 */
void waymark_link_row_bind (WaymarkLinkRow *self, OkrItem *item, const char *subtitle);

/**
 * waymark_link_row_get_item:
 *
 * Returns: (nullable): what it leads to
 */
OkrItem *waymark_link_row_get_item (WaymarkLinkRow *self);

G_END_DECLS
