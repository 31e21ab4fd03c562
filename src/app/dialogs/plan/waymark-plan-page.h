/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_PLAN_PAGE (waymark_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkPlanPage, waymark_plan_page, WAYMARK, PLAN_PAGE, AdwPreferencesPage)

/**
 * WaymarkPlanPage:
 *
 * What a plan is called and what it is for: title, mission, vision and ambassador.
 */

/**
 * waymark_plan_page_set_session:
 * @session: the session whose plan to edit; set once
 */
void waymark_plan_page_set_session (WaymarkPlanPage *self, WaymarkSession *session);

G_END_DECLS
