/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-diff.h"

G_BEGIN_DECLS

/**
 * WaymarkChangeKind:
 * @WAYMARK_CHANGE_HEADING: what the changes below belong to
 * @WAYMARK_CHANGE_ADDED: something came
 * @WAYMARK_CHANGE_REMOVED: something went
 * @WAYMARK_CHANGE_MOVED: something stands elsewhere
 * @WAYMARK_CHANGE_CHANGED: a field says something else
 * @WAYMARK_CHANGE_NOTICE: what people should know
 *
 * What a row of a list of changes is.
 */
typedef enum
{
  WAYMARK_CHANGE_HEADING,
  WAYMARK_CHANGE_ADDED,
  WAYMARK_CHANGE_REMOVED,
  WAYMARK_CHANGE_MOVED,
  WAYMARK_CHANGE_CHANGED,
  WAYMARK_CHANGE_NOTICE,
} WaymarkChangeKind;

/**
 * WaymarkChange:
 *
 * A row of a list of changes.
 */
#define WAYMARK_TYPE_CHANGE (waymark_change_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkChange, waymark_change, WAYMARK, CHANGE, GObject)

/**
 * waymark_change_new:
 * @title: (nullable): what it is about
 * @text: (nullable): what happened
 * @id: (nullable): the item that it leads to
 */
WaymarkChange *waymark_change_new (WaymarkChangeKind kind, const char *title, const char *text,
                                   const char *id);
const char *waymark_change_get_id (WaymarkChange *self);

/**
 * waymark_change_list_append:
 * @store: a list of #WaymarkChange
 * @differences: (element-type OkrDifference): what okr_diff() found
 *
 * Appends the differences, below a heading for each objective, KPI, cycle or team.
 */
void waymark_change_list_append (GListStore *store, GPtrArray *differences);

/**
 * waymark_change_create_label:
 * @text: (nullable): its text
 * @css_class: (nullable): its style
 *
 * Returns: (transfer floating): a label of a row in a long list, whose text may take several lines
 */
GtkWidget *waymark_change_create_label (const char *text, const char *css_class);

/**
 * waymark_change_create_widget:
 *
 * Returns: (transfer floating): a row that shows @self
 */
GtkWidget *waymark_change_create_widget (WaymarkChange *self);

/**
 * waymark_change_dup_name:
 *
 * Returns: (transfer full): what a screen reader says of the row
 */
char *waymark_change_dup_name (WaymarkChange *self);

G_END_DECLS
