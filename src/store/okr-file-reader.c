/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-file-reader.h"

#include "okr-fd.h"
#include "okr-file-name.h"
#include "okr-remote-file.h"
#include "okr-store-error-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

static GError *
explain_missing (const char *path, const char *name, int errsv)
{
  struct stat st;

  if (errsv == ENOENT && lstat (path, &st) == 0)
    return okr_store_error_dangling (name);
  return okr_store_error_for_reading (errsv, name);
}

static int
open_regular (const char *path, const char *name, GError **error)
{
  struct stat st;
  int fd;

  /* Opening a device can already have an effect on it, so look before. */
  if (stat (path, &st) < 0)
    {
      g_propagate_error (error, explain_missing (path, name, errno));
      return -1;
    }
  if (!S_ISREG (st.st_mode))
    {
      g_propagate_error (error, okr_store_error_for_mode (st.st_mode, name));
      return -1;
    }
  fd = okr_fd_open_at (AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);
  if (fd < 0)
    {
      g_propagate_error (error, explain_missing (path, name, errno));
      return -1;
    }
  if (fstat (fd, &st) < 0 || !S_ISREG (st.st_mode))
    {
      g_propagate_error (error, okr_store_error_for_mode (st.st_mode, name));
      okr_fd_close (&fd);
      return -1;
    }
  return fd;
}

static GBytes *
read_local (const char *path, const char *name, GCancellable *cancellable, GError **error)
{
  GBytes *bytes = NULL;
  struct stat st;
  int fd = open_regular (path, name, error);
  int errsv;

  if (fd < 0)
    return NULL;
  if (fstat (fd, &st) == 0 && st.st_size > (off_t) OKR_FILE_MAX_SIZE)
    errsv = EFBIG;
  else
    errsv = okr_fd_read_all (fd, cancellable, &bytes);
  okr_fd_close (&fd);
  if (errsv != 0)
    g_propagate_error (error, okr_store_error_for_reading (errsv, name));
  return bytes;
}

GBytes *
okr_file_read (GFile *file, char **out_sha256, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  GBytes *bytes;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = okr_file_describe (file);
  if (g_file_is_native (file))
    bytes = read_local (g_file_peek_path (file), name, cancellable, error);
  else
    bytes = okr_remote_file_read (file, name, NULL, cancellable, error);
  if (bytes != NULL && out_sha256 != NULL)
    *out_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return bytes;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *sha256 = NULL;
  GBytes *bytes = okr_file_read (source, &sha256, cancellable, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, sha256, g_free);
  g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

void
okr_file_read_async (GFile *file,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, okr_file_read_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, read_in_thread);
}

GBytes *
okr_file_read_finish (GFile *file, GAsyncResult *result, char **out_sha256, GError **error)
{
  GBytes *bytes;

  g_return_val_if_fail (g_task_is_valid (result, file), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, okr_file_read_async), NULL);

  bytes = g_task_propagate_pointer (G_TASK (result), error);
  if (bytes != NULL && out_sha256 != NULL)
    *out_sha256 = g_strdup (g_task_get_task_data (G_TASK (result)));
  return bytes;
}
