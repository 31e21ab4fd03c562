/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_CYCLES_PAGE (waymark_cycles_page_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkCyclesPage, waymark_cycles_page, WAYMARK, CYCLES_PAGE,
                      AdwPreferencesPage)

/**
 * WaymarkCyclesPage:
 *
 * The cycles of a plan: add, rename, date, activate, close and delete them.
 */

/**
 * waymark_cycles_page_set_session:
 * @session: the session whose plan to edit; set once
 */
void waymark_cycles_page_set_session (WaymarkCyclesPage *self, WaymarkSession *session);

G_END_DECLS
