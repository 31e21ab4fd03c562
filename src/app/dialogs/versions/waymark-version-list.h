/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * waymark_version_list_async:
 * @plan_id: the id of a plan
 * @callback: called when they are there
 * @user_data: for @callback
 *
 * Looks for the versions that are kept of the plan, in a worker thread.
 */
void waymark_version_list_async (const char *plan_id, GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * waymark_version_list_finish:
 *
 * Returns: (transfer full) (element-type OkrVersion): them, the newest first
 */
GPtrArray *waymark_version_list_finish (GAsyncResult *result);

G_END_DECLS
