/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-save-copy.h"

#include <glib/gi18n.h>

#include "okr-file-writer.h"
#include "waymark-ask.h"
#include "waymark-choose-file.h"

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean written = okr_file_write_finish (G_FILE (source), result, NULL, &error);

  if (!written)
    waymark_tell (g_task_get_source_object (task), _ ("The Copy Was Not Saved"), error->message);
  g_task_return_boolean (task, written);
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GFile) file = waymark_choose_file_finish (result);

  if (file == NULL)
    g_task_return_boolean (task, FALSE);
  else
    okr_file_write_async (file, g_task_get_task_data (task), NULL, OKR_FILE_WRITE_OVERWRITE, NULL,
                          on_written_cb, g_steal_pointer (&task));
}

void
waymark_save_copy_async (GtkWindow *parent, GBytes *contents, const char *proposed_name,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent) && contents != NULL && proposed_name != NULL);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, waymark_save_copy_async);
  g_task_set_task_data (task, g_bytes_ref (contents), (GDestroyNotify) g_bytes_unref);
  waymark_choose_file_async (parent, GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL, proposed_name,
                             on_place_chosen_cb, task);
}

gboolean
waymark_save_copy_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_save_copy_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}
