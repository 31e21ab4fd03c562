/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-connect.h"

/* GVfs does not always tell a closed question from a wrong password. */
static void
on_reply_cb (GMountOperation *operation, GMountOperationResult result, gpointer user_data)
{
  g_task_set_task_data (user_data, GINT_TO_POINTER (result == G_MOUNT_OPERATION_ABORTED), NULL);
}

static void
on_mounted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_mount_enclosing_volume_finish (G_FILE (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_ALREADY_MOUNTED))
    g_task_return_boolean (task, TRUE);
  else if (g_task_get_task_data (task) != NULL ||
           g_error_matches (error, G_IO_ERROR, G_IO_ERROR_FAILED_HANDLED))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", error->message);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
waymark_connect_async (GFile *file, GtkWindow *parent, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GMountOperation) operation = NULL;
  g_autoptr (GFile) folder = NULL;
  GTask *task;

  g_return_if_fail (G_IS_FILE (file) && GTK_IS_WINDOW (parent));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, waymark_connect_async);
  /* From the folder GVfs finds its way to the top of a WebDAV share, not from the file. */
  folder = g_file_get_parent (file);
  operation = gtk_mount_operation_new (parent);
  g_signal_connect_object (operation, "reply", G_CALLBACK (on_reply_cb), task, 0);
  g_file_mount_enclosing_volume (folder != NULL ? folder : file, G_MOUNT_MOUNT_NONE, operation,
                                 cancellable, on_mounted_cb, task);
}

gboolean
waymark_connect_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_connect_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
