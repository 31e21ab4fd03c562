/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The version history takes its time with large plans, and nobody shall wait for it: what is to be
 * stored is stored one after the other in a thread. The program ends only after that.
 *
 * Main thread only. */

/**
 * waymark_version_keeper_add_async:
 * @plan_id: the plan's id
 * @bytes: a saved state of it
 * @callback: (nullable): called when that is in the history
 * @user_data: for @callback
 *
 * Puts a state into the version history.
 */
void waymark_version_keeper_add_async (const char *plan_id, GBytes *bytes,
                                       GAsyncReadyCallback callback, gpointer user_data);
gboolean waymark_version_keeper_add_finish (GAsyncResult *result, GError **error);

/**
 * waymark_version_keeper_run:
 * @task: a task
 * @func: what it does, as for g_task_run_in_thread()
 *
 * Does something in a thread after all that was to be stored is stored, for who looks into the
 * history.
 */
void waymark_version_keeper_run (GTask *task, GTaskThreadFunc func);

/**
 * waymark_version_keeper_finish:
 *
 * Waits until all is stored, because the program is about to end.
 */
void waymark_version_keeper_finish (void);

G_END_DECLS
