/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaymarkHeldList:
 *
 * Shows another list, whose changes it can hold back and tell as one. A GtkListView goes through
 * all its rows at each change; after one change, rows that are still there keep their widgets.
 */
#define WAYMARK_TYPE_HELD_LIST (waymark_held_list_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkHeldList, waymark_held_list, WAYMARK, HELD_LIST, GObject)

WaymarkHeldList *waymark_held_list_new (GListModel *model);

/**
 * waymark_held_list_hold:
 *
 * Holds changes back until waymark_held_list_release() was called as often. Meanwhile the list
 * already has its new items: nobody who heard of none of them may ask.
 */
void waymark_held_list_hold (WaymarkHeldList *self);

/**
 * waymark_held_list_release:
 *
 * Tells what changed since waymark_held_list_hold().
 */
void waymark_held_list_release (WaymarkHeldList *self);

G_END_DECLS
