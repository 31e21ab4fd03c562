/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkTeamRow:
 *
 * A row of the sidebar: a team, or the whole plan, with its progress in the session's cycle. It
 * follows its item and the cycle by itself.
 */
#define WAYMARK_TYPE_TEAM_ROW (waymark_team_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkTeamRow, waymark_team_row, WAYMARK, TEAM_ROW, GtkListBoxRow)

/**
 * waymark_team_row_new:
 * @session: the session
 * @item: a team, or the plan for all teams
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *waymark_team_row_new (WaymarkSession *session, OkrItem *item);

/**
 * waymark_team_row_get_team:
 *
 * Returns: (transfer none) (nullable): its team, %NULL for all teams
 */
OkrTeam *waymark_team_row_get_team (WaymarkTeamRow *self);

/**
 * waymark_team_row_set_depth:
 * @depth: how many teams are above it
 *
 * Indents the row.
 */
void waymark_team_row_set_depth (WaymarkTeamRow *self, guint depth);

G_END_DECLS
