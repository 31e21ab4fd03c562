/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-edit.h"

G_BEGIN_DECLS

/**
 * waymark_team_maker_add:
 * @name: its name
 * @kind: what it stands for
 * @parent: (nullable): the team that it is part of
 * @error: return location for an error, as for okr_edit_insert()
 *
 * Adds a team behind the others: one step to undo.
 *
 * Returns: (transfer none) (nullable): the team
 */
OkrTeam *waymark_team_maker_add (OkrPlan *plan, const char *name, OkrTeamKind kind, OkrTeam *parent,
                                 GError **error);

/**
 * waymark_team_maker_delete:
 * @error: return location for an error, as for okr_edit_delete()
 *
 * Deletes a team. Its sub-teams become part of the team that it was part of: one step to undo.
 *
 * Returns: whether it is gone
 */
gboolean waymark_team_maker_delete (OkrPlan *plan, OkrTeam *team, GError **error);

/**
 * waymark_team_maker_move_by:
 * @steps: -1 to go before the sibling in front of it, 1 to go behind the next one
 * @error: return location for an error, as for okr_edit_move()
 *
 * Moves a team among those that are part of the same team. Nothing happens at the ends.
 *
 * Returns: whether all went well
 */
gboolean waymark_team_maker_move_by (OkrPlan *plan, OkrTeam *team, int steps, GError **error);

/**
 * waymark_team_maker_move_beside:
 * @sibling: another team
 * @after: whether to go behind it, and not in front of it
 * @error: return location for an error: %OKR_MODEL_ERROR_LOOP where @sibling is part of @team
 *
 * Makes a team part of what @sibling is part of and puts it next to that: one step to undo.
 *
 * Returns: whether it stands there now
 */
gboolean waymark_team_maker_move_beside (OkrPlan *plan, OkrTeam *team, OkrTeam *sibling,
                                         gboolean after, GError **error);

G_END_DECLS
