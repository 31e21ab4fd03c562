/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_CHILD_LIST (waymark_child_list_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkChildList, waymark_child_list, WAYMARK, CHILD_LIST,
                      AdwPreferencesGroup)

/**
 * WaymarkChildList:
 *
 * The milestones or the initiatives of a key result: to look at, add, edit, move and delete. The
 * property "list" (construct) says which: "milestones" or "initiatives".
 */

/**
 * waymark_child_list_show:
 * @session: a session
 * @kr: a key result of its plan
 *
 * Shows @kr as it is now.
 */
void waymark_child_list_show (WaymarkChildList *self, WaymarkSession *session, OkrKeyResult *kr);

/**
 * waymark_child_list_add:
 *
 * Adds a milestone or an initiative and puts the cursor into its title.
 */
void waymark_child_list_add (WaymarkChildList *self);

G_END_DECLS
