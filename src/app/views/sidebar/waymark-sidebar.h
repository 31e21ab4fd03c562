/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkSidebar:
 *
 * The left pane of the window: cycle, teams with their progress, what needs attention, mission. It
 * shows and sets the session's "cycle", "team" and "attention".
 *
 * Its property "session" (#WaymarkSession, nullable) is all that it needs. Dropping an objective on
 * a team makes it that team's. It activates `win.plan-properties`.
 */
#define WAYMARK_TYPE_SIDEBAR (waymark_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkSidebar, waymark_sidebar, WAYMARK, SIDEBAR, GtkWidget)

GtkWidget *waymark_sidebar_new (void);

G_END_DECLS
