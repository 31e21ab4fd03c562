/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_TEAM_EDITOR (waymark_team_editor_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkTeamEditor, waymark_team_editor, WAYMARK, TEAM_EDITOR, AdwExpanderRow)

/**
 * WaymarkTeamEditor:
 *
 * A row that stands for a team and unfolds into its fields. It can be dragged onto another one to
 * stand before that, and moved with Alt+Up and Alt+Down.
 *
 * The signal "add-subteam" (with the #OkrTeam) asks for a new team inside.
 */
GtkWidget *waymark_team_editor_new (WaymarkSession *session, OkrTeam *team);

/**
 * waymark_team_editor_set_place:
 * @nodes: (element-type OkrTeamNode): all teams as a tree
 * @depth: how deep this one stands
 *
 * Indents the row and offers the teams that this one can be part of: those that are not inside it.
 */
void waymark_team_editor_set_place (WaymarkTeamEditor *self, GArray *nodes, guint depth);

/**
 * waymark_team_editor_open:
 *
 * Unfolds the row and puts the cursor into the name.
 */
void waymark_team_editor_open (WaymarkTeamEditor *self);

G_END_DECLS
