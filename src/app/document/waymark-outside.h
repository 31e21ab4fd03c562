/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-document.h"

G_BEGIN_DECLS

/**
 * WaymarkOutside:
 *
 * Looks after a document's file for what others do to it. What they save there comes into the open
 * plan by itself: as it is where nothing is unsaved here, else by a merge. Where the file has gone
 * or holds no copy of the plan, the plan stays and counts as unsaved.
 *
 * The property "problem" says what is the matter with the file, %NULL when all is well.
 */
#define WAYMARK_TYPE_OUTSIDE (waymark_outside_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkOutside, waymark_outside, WAYMARK, OUTSIDE, GObject)

WaymarkOutside *waymark_outside_new (WaymarkSession *session, WaymarkDocument *document);

/**
 * waymark_outside_check:
 *
 * Looks at the file soon, because not every file system reports what happens.
 */
void waymark_outside_check (WaymarkOutside *self);

/**
 * waymark_outside_take_in_async:
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Brings what the file holds now into the plan, so that the plan can be saved there.
 */
void waymark_outside_take_in_async (WaymarkOutside *self, GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * waymark_outside_take_in_finish:
 * @found: (out) (optional) (nullable) (transfer full): what the file holds
 * @error: return location for an error: %OKR_STORE_ERROR where the file cannot be read,
 *   %G_IO_ERROR_PENDING where the plan was edited or saved all the time, any other where it holds
 * no copy of the plan
 *
 * Returns: whether the plan has all that the file holds
 */
gboolean waymark_outside_take_in_finish (WaymarkOutside *self, GAsyncResult *result, GBytes **found,
                                         GError **error);

/**
 * waymark_outside_stop:
 *
 * Looks no more, because the document goes.
 */
void waymark_outside_stop (WaymarkOutside *self);

const char *waymark_outside_get_problem (WaymarkOutside *self);

/**
 * waymark_outside_needs_login:
 *
 * Returns: whether the problem is that the server wants a name and a password; nobody is asked for
 *   them unasked
 */
gboolean waymark_outside_needs_login (WaymarkOutside *self);

G_END_DECLS
