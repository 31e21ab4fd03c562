/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-remote-file.h"

#include "okr-file-reader.h"
#include "okr-store-error-private.h"

#include <errno.h>
#include <sys/stat.h>

typedef struct
{
  gboolean is_done;
  GError *error;
} Mounting;

static void
on_mounted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Mounting *mounting = user_data;

  g_file_mount_enclosing_volume_finish (G_FILE (source), result, &mounting->error);
  if (g_error_matches (mounting->error, G_IO_ERROR, G_IO_ERROR_ALREADY_MOUNTED))
    g_clear_error (&mounting->error);
  mounting->is_done = TRUE;
}

/* From the folder GVfs finds its way to the top of a WebDAV share, not from the file. */
gboolean
okr_file_connect (GFile *file,
                  GMountOperation *operation,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GMainContext) context = g_main_context_new ();
  Mounting mounting = { FALSE, NULL };

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  g_main_context_push_thread_default (context);
  g_file_mount_enclosing_volume (folder != NULL ? folder : file, G_MOUNT_MOUNT_NONE,
                                 operation, cancellable, on_mounted_cb, &mounting);
  while (!mounting.is_done)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);

  if (mounting.error == NULL)
    return TRUE;
  g_propagate_error (error, mounting.error);
  return FALSE;
}

/* With the password that the keyring knows, if it needs one; nobody is asked from here. */
static gboolean
mount_silently (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GError) local = NULL;
  g_autofree char *uri = g_file_get_uri (folder != NULL ? folder : file);

  if (okr_file_connect (file, NULL, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (local, G_IO_ERROR, G_IO_ERROR_FAILED_HANDLED))
    g_propagate_error (error, okr_store_error_login (name, uri));
  return FALSE;
}

/* A place is not mounted before it is used for the first time, and no more when the connection
 * broke: GVfs ends then, and for a while the bus is asked for what is not there any more. */
static gboolean
is_not_mounted (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED)
         || error->domain == G_DBUS_ERROR;
}

static GFileInfo *
query_kind (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  static const char attributes[] =
    G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE;
  g_autoptr (GError) local = NULL;
  g_autoptr (GError) refused = NULL;
  GFileInfo *info
    = g_file_query_info (file, attributes, G_FILE_QUERY_INFO_NONE, cancellable, &local);

  if (info != NULL)
    return info;
  if (is_not_mounted (local)
      && mount_silently (file, name, cancellable, &refused))
    return g_file_query_info (file, attributes, G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (refused != NULL)
    g_propagate_error (error, g_steal_pointer (&refused));
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
check_kind (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) io = NULL;
  g_autoptr (GFileInfo) info = query_kind (file, name, cancellable, &io);
  GFileType type;

  if (info == NULL)
    {
      g_propagate_error (error, okr_store_error_take_io_reading (g_steal_pointer (&io), name));
      return FALSE;
    }
  type = g_file_info_get_file_type (info);
  if (type == G_FILE_TYPE_SYMBOLIC_LINK)
    g_propagate_error (error, okr_store_error_dangling (name));
  else if (type == G_FILE_TYPE_DIRECTORY)
    g_propagate_error (error, okr_store_error_for_mode (S_IFDIR, name));
  else if (type == G_FILE_TYPE_SPECIAL || type == G_FILE_TYPE_MOUNTABLE)
    g_propagate_error (error, okr_store_error_for_reading (EISDIR, name));
  else if (g_file_info_get_size (info) > (goffset) OKR_FILE_MAX_SIZE)
    g_propagate_error (error, okr_store_error_for_reading (EFBIG, name));
  else
    return TRUE;
  return FALSE;
}

static GBytes *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autofree guint8 *chunk = g_malloc (1 << 16);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, 1 << 16, cancellable, error)) > 0)
    {
      if (!g_output_stream_write_all (memory, chunk, (gsize) n, NULL, cancellable, error))
        return NULL;
      if (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory))
          > OKR_FILE_MAX_SIZE)
        break;
    }
  if (n < 0 || !g_output_stream_close (memory, cancellable, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static char *
dup_etag (GFileInputStream *stream, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info
    = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_ETAG_VALUE, cancellable, NULL);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

GBytes *
okr_remote_file_read (GFile *file,
                      const char *name,
                      char **out_etag,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GError) io = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *etag = NULL;

  if (!check_kind (file, name, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &io);
  if (stream != NULL)
    {
      etag = dup_etag (stream, cancellable);
      bytes = read_stream (G_INPUT_STREAM (stream), cancellable, &io);
    }
  if (bytes == NULL)
    {
      g_propagate_error (error, okr_store_error_take_io_reading (g_steal_pointer (&io), name));
      return NULL;
    }
  if (g_bytes_get_size (bytes) > OKR_FILE_MAX_SIZE)
    {
      g_propagate_error (error, okr_store_error_for_reading (EFBIG, name));
      return NULL;
    }
  if (out_etag != NULL)
    *out_etag = g_steal_pointer (&etag);
  return g_steal_pointer (&bytes);
}

static GFileOutputStream *
open_for_replacing (GFile *file, gboolean exists, const char *etag, GCancellable *cancellable,
                    GError **error)
{
  if (!exists)
    return g_file_create (file, G_FILE_CREATE_NONE, cancellable, error);
  return g_file_replace (file, etag, FALSE, G_FILE_CREATE_NONE, cancellable, error);
}

/* Closing with a cancelled cancellable is how GIO is told to keep the old file. */
static void
abandon (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

/* Takes away what is left of a new file that could not be written; but not what somebody else has
 * put there meanwhile, which may be why it could not. */
static void
take_back (GFile *file, GBytes *contents)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GBytes) found
    = stream != NULL ? read_stream (G_INPUT_STREAM (stream), NULL, NULL) : NULL;
  g_autoptr (GBytes) part = NULL;

  if (found == NULL || g_bytes_get_size (found) > g_bytes_get_size (contents))
    return;
  part = g_bytes_new_from_bytes (contents, 0, g_bytes_get_size (found));
  if (g_bytes_equal (found, part))
    g_file_delete (file, NULL, NULL);
}

static gboolean
send (GFile *file, gboolean exists, const char *etag, GBytes *contents, GCancellable *cancellable,
      GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (contents, &length);
  g_autoptr (GFileOutputStream) stream
    = open_for_replacing (file, exists, etag, cancellable, error);

  if (stream == NULL)
    return FALSE;
  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, cancellable, error))
    {
      abandon (G_OUTPUT_STREAM (stream));
      if (!exists)
        take_back (file, contents);
      return FALSE;
    }
  if (g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return TRUE;
  if (!exists)
    take_back (file, contents);
  return FALSE;
}

static gboolean
verify (GFile *file, const char *name, GBytes *contents, GError **error)
{
  g_autoptr (GBytes) back = okr_remote_file_read (file, name, NULL, NULL, error);

  if (back == NULL)
    return FALSE;
  if (g_bytes_equal (back, contents))
    return TRUE;
  /* Not every server looks at the etag: somebody who saved at the same moment came after us. */
  g_propagate_error (error, okr_store_error_changed (name));
  return FALSE;
}

gboolean
okr_remote_file_write (GFile *file,
                       const char *name,
                       GBytes *contents,
                       const char *expected_sha256,
                       OkrFileWriteFlags flags,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *etag = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) old = okr_remote_file_read (file, name, &etag, cancellable, &local);

  if (old == NULL && !g_error_matches (local, OKR_STORE_ERROR, OKR_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (old != NULL
      && !okr_file_writer_check_expected (old, contents, expected_sha256, flags, name, error))
    return FALSE;
  g_clear_error (&local);
  if (!send (file, old != NULL, etag, contents, cancellable, &local))
    {
      g_propagate_error (error, okr_store_error_take_io_writing (g_steal_pointer (&local), name));
      return FALSE;
    }
  return verify (file, name, contents, error);
}
