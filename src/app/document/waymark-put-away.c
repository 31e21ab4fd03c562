/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-put-away.h"

#include "okr-file-reader.h"
#include "okr-reader.h"

typedef struct
{
  GBytes *saved;
  GHashTable *merged;
} Job;

static void
job_free (Job *self)
{
  g_bytes_unref (self->saved);
  g_hash_table_unref (self->merged);
  g_free (self);
}

static WaymarkCopyFate
put_away (GFile *file, const char *merged)
{
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) bytes = okr_file_read (file, &sha256, NULL, NULL);

  if (bytes == NULL || !g_str_equal (sha256, merged))
    return WAYMARK_COPY_CHANGED;

  return g_file_trash (file, NULL, NULL) ? WAYMARK_COPY_IN_WASTEBASKET : WAYMARK_COPY_STAYS;
}

static void
put_away_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (OkrPlan) saved = okr_plan_new_from_bytes (job->saved, NULL, NULL);
  const char *const *lineage = saved != NULL ? okr_plan_get_lineage (saved) : NULL;
  GHashTable *fates =
      g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, NULL);
  GHashTableIter iter;
  gpointer file;
  gpointer sha256;

  g_hash_table_iter_init (&iter, job->merged);
  while (lineage != NULL && g_hash_table_iter_next (&iter, &file, &sha256))
    {
      if (g_strv_contains (lineage, sha256))
        g_hash_table_insert (fates, g_object_ref (file),
                             GINT_TO_POINTER ((int) put_away (file, sha256)));
    }
  g_task_return_pointer (task, fates, (GDestroyNotify) g_hash_table_unref);
}

void
waymark_put_away_async (GBytes *saved, GHashTable *merged, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GHashTableIter iter;
  gpointer file;
  gpointer sha256;
  Job *job;

  g_return_if_fail (saved != NULL && merged != NULL);

  job = g_new0 (Job, 1);
  job->saved = g_bytes_ref (saved);
  job->merged =
      g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, g_free);
  g_hash_table_iter_init (&iter, merged);
  while (g_hash_table_iter_next (&iter, &file, &sha256))
    g_hash_table_insert (job->merged, g_object_ref (file), g_strdup (sha256));

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, waymark_put_away_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, put_away_in_thread);
}

GHashTable *
waymark_put_away_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_put_away_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
