/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_CHECK_IN_LOG (waymark_check_in_log_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkCheckInLog, waymark_check_in_log, WAYMARK, CHECK_IN_LOG,
                      AdwPreferencesGroup)

/**
 * WaymarkCheckInLog:
 *
 * The check-ins of a key result, the newest first, to be edited and retracted. Long logs show their
 * newest part until asked for the rest.
 */

/**
 * waymark_check_in_log_show:
 * @session: a session
 * @kr: a key result of its plan
 *
 * Shows @kr as it is now.
 */
void waymark_check_in_log_show (WaymarkCheckInLog *self, WaymarkSession *session, OkrKeyResult *kr);

G_END_DECLS
