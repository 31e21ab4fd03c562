/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-version-keeper.h"

#include "okr-versions.h"

typedef struct
{
  GTask *task;
  GTaskThreadFunc func;
} Entry;

typedef struct
{
  char *plan_id;
  GBytes *bytes;
  gint64 time;
} Version;

static GQueue waiting = G_QUEUE_INIT;
static gboolean is_running;

/* Shared with the thread. */
static GMutex mutex;
static GCond done;
static gboolean is_busy;

static void
entry_free (Entry *self)
{
  g_object_unref (self->task);
  g_free (self);
}

static void
version_free (Version *self)
{
  g_free (self->plan_id);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static void start_next (void);

static void
carry_out (const Entry *entry)
{
  entry->func (entry->task, g_task_get_source_object (entry->task),
               g_task_get_task_data (entry->task), g_task_get_cancellable (entry->task));
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  carry_out (data);
  g_mutex_lock (&mutex);
  is_busy = FALSE;
  g_cond_signal (&done);
  g_mutex_unlock (&mutex);
  g_task_return_boolean (task, TRUE);
}

static void
on_ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GApplication *application = user_data;

  g_task_set_task_data (G_TASK (result), NULL, NULL); /* here, not with the task in its thread */
  is_running = FALSE;
  start_next ();
  if (application != NULL)
    g_application_release (application);
}

static void
start_next (void)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GTask) task = NULL;

  if (is_running || g_queue_is_empty (&waiting))
    return;

  is_running = TRUE;
  is_busy = TRUE;
  if (application != NULL)
    g_application_hold (application);
  task = g_task_new (NULL, NULL, on_ran_cb, application);
  g_task_set_source_tag (task, start_next);
  g_task_set_task_data (task, g_queue_pop_head (&waiting), (GDestroyNotify) entry_free);
  g_task_run_in_thread (task, run_in_thread);
}

void
waymark_version_keeper_run (GTask *task, GTaskThreadFunc func)
{
  Entry *entry = g_new0 (Entry, 1);

  g_return_if_fail (G_IS_TASK (task) && func != NULL);

  entry->task = g_object_ref (task);
  entry->func = func;
  g_queue_push_tail (&waiting, entry);
  start_next ();
}

static void
add_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Version *version = data;
  GError *error = NULL;

  if (okr_versions_add (version->plan_id, version->bytes, version->time, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
waymark_version_keeper_add_async (const char *plan_id, GBytes *bytes, GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Version *version;

  g_return_if_fail (plan_id != NULL && bytes != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  version = g_new0 (Version, 1);
  version->plan_id = g_strdup (plan_id);
  version->bytes = g_bytes_ref (bytes);
  version->time = g_get_real_time ();
  g_task_set_source_tag (task, waymark_version_keeper_add_async);
  g_task_set_task_data (task, version, (GDestroyNotify) version_free);
  waymark_version_keeper_run (task, add_in_thread);
}

gboolean
waymark_version_keeper_add_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_version_keeper_add_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
waymark_version_keeper_finish (void)
{
  Entry *entry;

  g_mutex_lock (&mutex);
  while (is_busy)
    g_cond_wait (&done, &mutex);
  g_mutex_unlock (&mutex);
  while ((entry = g_queue_pop_head (&waiting)) != NULL)
    {
      if (entry->func == add_in_thread)
        carry_out (entry);
      else
        g_task_return_new_error (entry->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "too late");
      entry_free (entry);
    }
}
