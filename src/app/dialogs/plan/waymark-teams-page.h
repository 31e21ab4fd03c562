/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_TEAMS_PAGE (waymark_teams_page_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkTeamsPage, waymark_teams_page, WAYMARK, TEAMS_PAGE, AdwPreferencesPage)

/**
 * WaymarkTeamsPage:
 *
 * The organisation: teams as a tree that can be added to, changed and reordered.
 */

/**
 * waymark_teams_page_set_session:
 * @session: the session whose plan to edit; set once
 */
void waymark_teams_page_set_session (WaymarkTeamsPage *self, WaymarkSession *session);

G_END_DECLS
