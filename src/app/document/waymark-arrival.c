/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-arrival.h"

#include <glib/gi18n.h>

#include "okr-error.h"
#include "okr-file-reader.h"
#include "okr-lineage.h"
#include "okr-reader.h"
#include "okr-versions.h"

static void
clear (WaymarkArrival *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->sha256);
  g_free (self->known);
  g_free (self->plan_id);
  g_strfreev (self->lineage);
}

WaymarkArrival *
waymark_arrival_ref (WaymarkArrival *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
waymark_arrival_unref (WaymarkArrival *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

static void
compare (WaymarkArrival *self, OkrPlan *theirs)
{
  const char *const *lineage = (const char *const *) self->lineage;

  self->is_earlier = lineage != NULL && g_strv_contains (lineage, self->sha256);
  self->descends =
      self->known != NULL && okr_lineage_is_newer (theirs, lineage, self->known);
}

/* Returns %NULL without an error where nothing has changed. */
static OkrPlan *
read_plan (WaymarkArrival *self, GFile *file, GError **error)
{
  g_autoptr (OkrPlan) theirs = NULL;

  self->bytes = okr_file_read (file, &self->sha256, NULL, error);
  if (self->bytes == NULL)
    return NULL;
  self->is_known = g_strcmp0 (self->sha256, self->known) == 0;
  if (self->is_known)
    return NULL;

  theirs = okr_plan_new_from_bytes (self->bytes, NULL, error);
  if (theirs == NULL)
    return NULL;
  if (!g_str_equal (okr_item_get_id (OKR_ITEM (theirs)), self->plan_id))
    {
      g_set_error_literal (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_OTHER_PLAN,
                           _ ("The file holds another plan now."));
      return NULL;
    }

  return g_steal_pointer (&theirs);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WaymarkArrival *self = data;
  GFile *file = g_object_get_data (G_OBJECT (task), "file");
  GError *error = NULL;
  g_autoptr (OkrPlan) theirs = read_plan (self, file, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (theirs != NULL)
    {
      okr_versions_add (self->plan_id, self->bytes, g_get_real_time (), NULL);
      compare (self, theirs);
    }
  g_task_return_pointer (task, self->is_read_only ? g_steal_pointer (&theirs) : NULL,
                         g_object_unref);
}

void
waymark_arrival_read_async (WaymarkSession *session, WaymarkDocument *document,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  /* Not with a source: its last reference may go in the thread. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  WaymarkArrival *self = g_atomic_rc_box_new0 (WaymarkArrival);
  OkrPlan *plan = waymark_session_get_plan (session);

  self->known = g_strdup (waymark_document_get_sha256 (document));
  self->plan_id = g_strdup (okr_item_get_id (OKR_ITEM (plan)));
  self->lineage = g_strdupv ((char **) okr_plan_get_lineage (plan));
  self->is_read_only = okr_plan_get_read_only_reason (plan) != NULL;
  g_task_set_source_tag (task, waymark_arrival_read_async);
  g_task_set_task_data (task, self, (GDestroyNotify) waymark_arrival_unref);
  g_object_set_data_full (G_OBJECT (task), "file",
                          g_object_ref (waymark_session_get_file (session)), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

gboolean
waymark_arrival_read_finish (GAsyncResult *result, WaymarkArrival **arrival, OkrPlan **plan,
                             GError **error)
{
  GTask *task = G_TASK (result);
  const gboolean failed = g_task_had_error (task);

  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_arrival_read_async), FALSE);

  *arrival = waymark_arrival_ref (g_task_get_task_data (task));
  *plan = g_task_propagate_pointer (task, error);

  return !failed;
}
