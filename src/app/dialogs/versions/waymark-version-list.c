/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-version-list.h"

#include "okr-versions.h"
#include "waymark-version-keeper.h"

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, okr_versions_list (data), (GDestroyNotify) g_ptr_array_unref);
}

void
waymark_version_list_async (const char *plan_id, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (plan_id != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, waymark_version_list_async);
  g_task_set_task_data (task, g_strdup (plan_id), g_free);
  waymark_version_keeper_run (task, list_in_thread);
}

GPtrArray *
waymark_version_list_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_version_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
