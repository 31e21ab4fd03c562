/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_KEY_RESULT_PAGE (waymark_key_result_page_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkKeyResultPage, waymark_key_result_page, WAYMARK, KEY_RESULT_PAGE,
                      GtkBox)

/**
 * WaymarkKeyResultPage:
 *
 * The page of the inspector that shows a key result. It is used again for the next one.
 */

/**
 * waymark_key_result_page_set_item:
 * @session: a session
 * @kr: (nullable): a key result of its plan; %NULL lets go of the last one
 *
 * Shows another key result. What is long follows when there is time.
 */
void waymark_key_result_page_set_item (WaymarkKeyResultPage *self, WaymarkSession *session,
                                       OkrKeyResult *kr);

/**
 * waymark_key_result_page_refresh:
 *
 * Shows the key result as it is now.
 */
void waymark_key_result_page_refresh (WaymarkKeyResultPage *self);

G_END_DECLS
