/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_SETTINGS_PAGE (waymark_settings_page_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkSettingsPage, waymark_settings_page, WAYMARK, SETTINGS_PAGE,
                      AdwPreferencesPage)

/**
 * WaymarkSettingsPage:
 *
 * The rules that a plan is kept by: rhythm, size and fiscal year.
 */

/**
 * waymark_settings_page_set_session:
 * @session: the session whose plan to edit; set once
 */
void waymark_settings_page_set_session (WaymarkSettingsPage *self, WaymarkSession *session);

G_END_DECLS
