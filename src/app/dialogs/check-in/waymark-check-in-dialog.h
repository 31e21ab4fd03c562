/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_CHECK_IN_DIALOG (waymark_check_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkCheckInDialog, waymark_check_in_dialog, WAYMARK, CHECK_IN_DIALOG,
                      AdwWindow)

/**
 * WaymarkCheckInDialog:
 *
 * Asks for a check-in: the value with what it makes of the progress, the confidence, what happened
 * and what stands in the way. Confirming is one step to undo.
 */

/**
 * waymark_check_in_dialog_present:
 * @parent: (nullable): the window to stand in front of
 * @session: the session that holds the plan
 * @kr: a key result of the plan
 * @edit: (nullable): a check-in of @kr to change instead of making a new one
 *
 * Shows the dialog.
 */
void waymark_check_in_dialog_present (GtkWindow *parent, WaymarkSession *session, OkrKeyResult *kr,
                                      OkrCheckIn *edit);

/**
 * waymark_check_in_dialog_present_typed:
 * @parent: (nullable): the window to stand in front of
 * @session: the session that holds the plan
 * @text: what waymark_session_get_typed() gave before the program ended
 *
 * Shows the dialog again as it stood when the program ended.
 *
 * Returns: whether it is shown; not when the key result or the check-in is not in the plan
 */
gboolean waymark_check_in_dialog_present_typed (GtkWindow *parent, WaymarkSession *session,
                                                const char *text);

/**
 * waymark_check_in_dialog_new:
 * @session: the session that holds the plan
 * @kr: a key result of the plan
 * @edit: (nullable): a check-in of @kr
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
GtkWidget *waymark_check_in_dialog_new (WaymarkSession *session, OkrKeyResult *kr,
                                        OkrCheckIn *edit);

G_END_DECLS
