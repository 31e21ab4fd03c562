/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_SCOPE_PAGE (waymark_scope_page_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkScopePage, waymark_scope_page, WAYMARK, SCOPE_PAGE, GtkBox)

/**
 * WaymarkScopePage:
 *
 * The page of the inspector while nothing is selected: the figures of the scope, and how to begin.
 */

/**
 * waymark_scope_page_show:
 * @session: a session
 *
 * Shows the scope of @session as it is now.
 */
void waymark_scope_page_show (WaymarkScopePage *self, WaymarkSession *session);

G_END_DECLS
