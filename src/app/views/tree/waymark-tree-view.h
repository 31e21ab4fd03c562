/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkTreeView:
 *
 * The objectives and key results of the session as a table along their alignment.
 *
 * Its one property is "session" (#WaymarkSession, nullable). It shows nothing new while it is not
 * mapped and catches up when it is.
 */
#define WAYMARK_TYPE_TREE_VIEW (waymark_tree_view_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkTreeView, waymark_tree_view, WAYMARK, TREE_VIEW, GtkWidget)

GtkWidget *waymark_tree_view_new (void);

void waymark_tree_view_set_session (WaymarkTreeView *self, WaymarkSession *session);

/**
 * waymark_tree_view_rename:
 *
 * Lets a person type another title for the selected row, where it stands.
 */
void waymark_tree_view_rename (WaymarkTreeView *self);

G_END_DECLS
