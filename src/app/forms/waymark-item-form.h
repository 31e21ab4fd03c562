/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-field.h"
#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkItemForm:
 *
 * Keeps fields and the stored fields of one item the same: what is typed becomes an edit of the
 * plan at once, and what changes in the plan shows in the fields.
 */
#define WAYMARK_TYPE_ITEM_FORM (waymark_item_form_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkItemForm, waymark_item_form, WAYMARK, ITEM_FORM, GObject)

WaymarkItemForm *waymark_item_form_new (void);

/**
 * waymark_item_form_add:
 * @field: a widget that lives as long as the form
 * @path: a static string: the item's field, such as "title"
 */
void waymark_item_form_add (WaymarkItemForm *self, WaymarkField *field, const char *path);

/**
 * waymark_item_form_set_item:
 * @session: the session of @item
 * @item: (nullable): an item that has all those fields
 *
 * Shows another item. What was typed and could not be read is forgotten.
 */
void waymark_item_form_set_item (WaymarkItemForm *self, WaymarkSession *session, OkrItem *item);

/**
 * waymark_item_form_refresh:
 *
 * Shows what the item holds now.
 */
void waymark_item_form_refresh (WaymarkItemForm *self);

G_END_DECLS
