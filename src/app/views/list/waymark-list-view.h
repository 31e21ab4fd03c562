/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkListView:
 *
 * The List: a card for each objective that the session shows, with its key results. Its property
 * "session" (#WaymarkSession, nullable) is all it needs. It activates actions of the window by
 * name, on what the session has selected.
 */
#define WAYMARK_TYPE_LIST_VIEW (waymark_list_view_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkListView, waymark_list_view, WAYMARK, LIST_VIEW, GtkWidget)

GtkWidget *waymark_list_view_new (void);

/**
 * waymark_list_view_rename:
 *
 * Lets the title of the selected item be edited where it stands.
 */
void waymark_list_view_rename (WaymarkListView *self);

G_END_DECLS
