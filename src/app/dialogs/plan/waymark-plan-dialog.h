/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_PLAN_DIALOG (waymark_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkPlanDialog, waymark_plan_dialog, WAYMARK, PLAN_DIALOG, AdwWindow)

/**
 * WaymarkPlanDialog:
 *
 * The properties of a plan on four pages: "plan", "cycles", "teams" and "settings". Every edit
 * applies at once and can be undone here (Ctrl+Z) as in the window.
 */

/**
 * waymark_plan_dialog_present:
 * @parent: (nullable): the window to stand in front of
 * @session: the session that holds the plan
 * @page: (nullable): the page to show first
 *
 * Shows the dialog.
 */
void waymark_plan_dialog_present (GtkWindow *parent, WaymarkSession *session, const char *page);

/**
 * waymark_plan_dialog_new:
 * @session: the session that holds the plan
 * @page: (nullable): the page to show first
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
GtkWidget *waymark_plan_dialog_new (WaymarkSession *session, const char *page);

G_END_DECLS
