/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-file-writer-private.h"

#include "okr-fd.h"
#include "okr-file-name.h"
#include "okr-file-reader.h"
#include "okr-in-place-save.h"
#include "okr-local-target.h"
#include "okr-remote-file.h"
#include "okr-replace-save.h"
#include "okr-store-error-private.h"

#include <errno.h>
#include <string.h>

typedef struct
{
  GBytes *contents;
  char *expected_sha256;
  OkrFileWriteFlags flags;
  char *sha256;
} WriteData;

static void
write_data_free (gpointer data)
{
  WriteData *write = data;

  g_bytes_unref (write->contents);
  g_free (write->expected_sha256);
  g_free (write->sha256);
  g_free (write);
}

/* Also one that this version cannot read: to replace it would cost somebody their work. */
static gboolean
looks_like_plan (GBytes *bytes)
{
  static const char mark[] = "\"format\"";
  const char byte_order_mark[] = "\xef\xbb\xbf";
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const char *end = text + size;
  const char *at = text;

  if (size >= 3 && memcmp (at, byte_order_mark, 3) == 0)
    at += 3;
  while (at < end && g_ascii_isspace (*at))
    at++;
  /* Also one in which git has left both sides of a conflict. */
  if (at == end || (*at != '{' && (end - at < 7 || memcmp (at, "<<<<<<<", 7) != 0)))
    return FALSE;

  while ((at = memmem (at, (gsize) (end - at), mark, strlen (mark))) != NULL)
    {
      at += strlen (mark);
      while (at < end && (g_ascii_isspace (*at) || *at == ':'))
        at++;
      if (end - at >= 5 && memcmp (at, "\"okr\"", 5) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
okr_file_writer_check_expected (GBytes *old,
                                GBytes *contents,
                                const char *expected_sha256,
                                OkrFileWriteFlags flags,
                                const char *name,
                                GError **error)
{
  g_autofree char *sha256 = NULL;

  if ((flags & OKR_FILE_WRITE_EXPORT) != 0 && looks_like_plan (old))
    {
      /* okr_store_error_take_for_export() finds the words. */
      g_set_error_literal (error, OKR_STORE_ERROR, OKR_STORE_ERROR_IS_PLAN, name);
      return FALSE;
    }
  if ((flags & OKR_FILE_WRITE_OVERWRITE) != 0 || g_bytes_equal (old, contents))
    return TRUE;
  if (expected_sha256 == NULL)
    {
      g_propagate_error (error, okr_store_error_exists (name));
      return FALSE;
    }
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, old);
  if (g_str_equal (sha256, expected_sha256))
    return TRUE;
  g_propagate_error (error, okr_store_error_changed (name));
  return FALSE;
}

static gboolean
write_target (OkrLocalTarget *target,
              GBytes *contents,
              OkrFileWriteFlags flags,
              GCancellable *cancellable,
              GError **error)
{
  const gboolean is_export = (flags & OKR_FILE_WRITE_EXPORT) != 0;
  const gboolean has_links = okr_local_target_has_other_links (target);
  OkrSaveResult result = OKR_SAVE_IN_PLACE;

  if (!has_links || is_export)
    result = okr_replace_save (target, contents, cancellable, error);
  if (result == OKR_SAVE_IN_PLACE && has_links && is_export)
    {
      g_propagate_error (error, okr_store_error_for_writing (EACCES, target->name));
      return FALSE;
    }
  if (result == OKR_SAVE_IN_PLACE)
    return okr_in_place_save (target, contents, cancellable, error);
  return result == OKR_SAVE_DONE;
}

static gboolean
write_local (GFile *file,
             const char *name,
             GBytes *contents,
             const char *expected_sha256,
             OkrFileWriteFlags flags,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (OkrLocalTarget) target
    = okr_local_target_open (g_file_peek_path (file), name, cancellable, error);
  sigset_t previous;
  gboolean written;

  if (target == NULL)
    return FALSE;
  if (target->old != NULL
      && !okr_file_writer_check_expected (target->old, contents, expected_sha256, flags, name,
                                          error))
    return FALSE;
  okr_fd_hold_size_signal (&previous);
  written = write_target (target, contents, flags, cancellable, error);
  okr_fd_release_size_signal (&previous);
  return written;
}

gboolean
okr_file_write (GFile *file,
                GBytes *contents,
                const char *expected_sha256,
                OkrFileWriteFlags flags,
                char **out_sha256,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *name = NULL;
  GError *local = NULL;
  gboolean written = FALSE;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (contents != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  name = okr_file_describe (file);
  /* What could not be opened again is not saved. */
  if (g_bytes_get_size (contents) > OKR_FILE_MAX_SIZE)
    local = okr_store_error_for_writing (EFBIG, name);
  else if (g_file_is_native (file))
    written = write_local (file, name, contents, expected_sha256, flags, cancellable, &local);
  else
    written
      = okr_remote_file_write (file, name, contents, expected_sha256, flags, cancellable, &local);
  if (local != NULL && (flags & OKR_FILE_WRITE_EXPORT) != 0)
    local = okr_store_error_take_for_export (local, file);
  if (local != NULL)
    g_propagate_error (error, local);
  if (written && out_sha256 != NULL)
    *out_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, contents);
  return written;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WriteData *write = data;
  GError *error = NULL;

  if (okr_file_write (source, write->contents, write->expected_sha256, write->flags,
                      &write->sha256, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
okr_file_write_async (GFile *file,
                      GBytes *contents,
                      const char *expected_sha256,
                      OkrFileWriteFlags flags,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  WriteData *write;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (contents != NULL);

  write = g_new0 (WriteData, 1);
  write->contents = g_bytes_ref (contents);
  write->expected_sha256 = g_strdup (expected_sha256);
  write->flags = flags;
  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, okr_file_write_async);
  /* Else a cancel that comes after the rename would turn a save that was done into a failure. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, write, write_data_free);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
okr_file_write_finish (GFile *file, GAsyncResult *result, char **out_sha256, GError **error)
{
  WriteData *write;

  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, okr_file_write_async), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  write = g_task_get_task_data (G_TASK (result));
  if (out_sha256 != NULL)
    *out_sha256 = g_strdup (write->sha256);
  return TRUE;
}
