/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-field.h"
#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_CHILD_ROW (waymark_child_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (WaymarkChildRow, waymark_child_row, WAYMARK, CHILD_ROW, AdwExpanderRow)

/**
 * WaymarkChildRow:
 *
 * A part of a key result, such as a milestone: a line that opens into its fields, with buttons to
 * move and delete it. The fields are made when it opens for the first time.
 */

/**
 * WaymarkChildRowClass:
 * @build: adds the fields with waymark_child_row_add_field()
 * @update: updates title, subtitle and what else depends on the item
 */
struct _WaymarkChildRowClass
{
  AdwExpanderRowClass parent_class;

  void (*build) (WaymarkChildRow *self);
  void (*update) (WaymarkChildRow *self);
};

OkrItem *waymark_child_row_get_item (WaymarkChildRow *self);
WaymarkSession *waymark_child_row_get_session (WaymarkChildRow *self);

/**
 * waymark_child_row_bind:
 * @session: a session
 * @item: (nullable): the item to show; %NULL hides the row
 *
 * Shows an item as it is now.
 */
void waymark_child_row_bind (WaymarkChildRow *self, WaymarkSession *session, OkrItem *item);

/**
 * waymark_child_row_add_field:
 * @field: (transfer floating): a row that is a #WaymarkField
 * @title: its title
 * @path: a static string: the item's field
 */
void waymark_child_row_add_field (WaymarkChildRow *self, GtkWidget *field, const char *title,
                                  const char *path);

/**
 * waymark_child_row_edit:
 *
 * Opens the row with the cursor in its first field.
 */
void waymark_child_row_edit (WaymarkChildRow *self);

/**
 * waymark_child_row_get_focused:
 *
 * Returns: which of its buttons has the focus: -1 for "Move Up", 1 for "Move Down", else 0
 */
int waymark_child_row_get_focused (WaymarkChildRow *self);

/**
 * waymark_child_row_focus:
 * @part: what waymark_child_row_get_focused() gave for the row that showed the item before
 *
 * Takes the focus along to where the item is shown now.
 */
void waymark_child_row_focus (WaymarkChildRow *self, int part);

G_END_DECLS
