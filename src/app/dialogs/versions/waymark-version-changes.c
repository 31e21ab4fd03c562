/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-version-changes.h"

#include "okr-diff.h"
#include "okr-reader.h"
#include "okr-versions.h"

typedef struct
{
  char *plan_id;
  char *before;
  char *after;
  OkrSnapshot *present;
} Job;

static void
job_free (Job *self)
{
  g_free (self->plan_id);
  g_free (self->before);
  g_free (self->after);
  g_clear_pointer (&self->present, okr_snapshot_unref);
  g_free (self);
}

void
waymark_version_changes_free (WaymarkVersionChanges *self)
{
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_free (self);
}

static OkrPlan *
read_version (Job *self, const char *sha256, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = okr_versions_read (self->plan_id, sha256, error);

  return bytes != NULL ? okr_plan_new_from_bytes (bytes, cancellable, error) : NULL;
}

static OkrPlan *
read_after (Job *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (self->present == NULL)
    return read_version (self, self->after, cancellable, error);

  bytes = okr_snapshot_to_bytes (self->present);

  return okr_plan_new_from_bytes (bytes, cancellable, error);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (WaymarkVersionChanges) self = g_new0 (WaymarkVersionChanges, 1);
  GError *error = NULL;

  self->before = read_version (data, ((Job *) data)->before, cancellable, &error);
  if (self->before != NULL)
    self->after = read_after (data, cancellable, &error);
  if (self->after == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->differences = okr_diff (self->before, self->after);
  g_task_return_pointer (task, g_steal_pointer (&self),
                         (GDestroyNotify) waymark_version_changes_free);
}

void
waymark_version_changes_async (const char *plan_id, const char *before, const char *after,
                               OkrSnapshot *present, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (plan_id != NULL && before != NULL);
  g_return_if_fail ((after != NULL) != (present != NULL));

  job = g_new0 (Job, 1);
  job->plan_id = g_strdup (plan_id);
  job->before = g_strdup (before);
  job->after = g_strdup (after);
  job->present = present != NULL ? okr_snapshot_ref (present) : NULL;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, waymark_version_changes_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, compare_in_thread);
}

WaymarkVersionChanges *
waymark_version_changes_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_version_changes_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
