/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_OBJECTIVE_PAGE (waymark_objective_page_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkObjectivePage, waymark_objective_page, WAYMARK, OBJECTIVE_PAGE, GtkBox)

/**
 * WaymarkObjectivePage:
 *
 * The page of the inspector that shows an objective. It is used again for the next one.
 */

/**
 * waymark_objective_page_set_item:
 * @session: a session
 * @objective: (nullable): an objective of its plan; %NULL lets go of the last one
 *
 * Shows another objective. What is long follows when there is time.
 */
void waymark_objective_page_set_item (WaymarkObjectivePage *self, WaymarkSession *session,
                                      OkrObjective *objective);

/**
 * waymark_objective_page_refresh:
 *
 * Shows the objective as it is now.
 */
void waymark_objective_page_refresh (WaymarkObjectivePage *self);

G_END_DECLS
