/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "okr-plan.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_NEW_PLAN_DIALOG (waymark_new_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkNewPlanDialog, waymark_new_plan_dialog, WAYMARK, NEW_PLAN_DIALOG,
                      AdwWindow)

/**
 * WaymarkNewPlanDialog:
 *
 * Leads to a new plan in four steps: organisation and mission, cycle, teams, first objective. Each
 * step can be passed with what it proposes.
 */

/**
 * WaymarkNewPlanCallback:
 * @plan: (transfer full): the plan, which counts as modified
 * @user_data: what waymark_new_plan_dialog_present() was given
 *
 * Called once when somebody finishes the dialog; not at all when it is cancelled.
 */
typedef void (*WaymarkNewPlanCallback) (OkrPlan *plan, gpointer user_data);

/**
 * waymark_new_plan_dialog_present:
 * @parent: (nullable): the window to stand in front of, and to go with
 * @callback: gets the plan
 * @user_data: for @callback; has to live as long as @parent
 *
 * Shows the dialog.
 */
void waymark_new_plan_dialog_present (GtkWindow *parent, WaymarkNewPlanCallback callback,
                                      gpointer user_data);

/**
 * waymark_new_plan_dialog_new:
 * @callback: gets the plan
 * @user_data: for @callback
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
GtkWidget *waymark_new_plan_dialog_new (WaymarkNewPlanCallback callback, gpointer user_data);

G_END_DECLS
