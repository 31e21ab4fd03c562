/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-store-error.h"

G_BEGIN_DECLS

/**
 * OKR_FILE_MAX_SIZE:
 *
 * The largest document that is read, in bytes (64 MiB).
 */
#define OKR_FILE_MAX_SIZE ((gsize) 64 << 20)

/**
 * okr_file_read:
 * @file: the file to read; links are followed
 * @out_sha256: (out) (optional) (transfer full): SHA-256 of the bytes as 64 lower-case hex digits
 * @cancellable: (nullable): to give up
 * @error: return location for an error of %OKR_STORE_ERROR
 *
 * Reads a whole regular file, local or through GVfs. Anything that is not a regular file is
 * refused without waiting for it, and so is a file above %OKR_FILE_MAX_SIZE.
 *
 * Returns: (transfer full): the bytes, or %NULL with @error set
 */
GBytes *okr_file_read (GFile *file, char **out_sha256, GCancellable *cancellable, GError **error);

/**
 * okr_file_read_async:
 * @file: the file to read
 * @cancellable: (nullable): to give up
 * @callback: called in the thread-default main context of the caller
 * @user_data: for @callback
 *
 * The same as okr_file_read(), in a thread.
 */
void okr_file_read_async (GFile *file,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/**
 * okr_file_read_finish:
 * @file: the file
 * @result: what the callback got
 * @out_sha256: (out) (optional) (transfer full): as for okr_file_read()
 * @error: return location for an error of %OKR_STORE_ERROR
 *
 * Returns: (transfer full): the bytes, or %NULL with @error set
 */
GBytes *okr_file_read_finish (GFile *file,
                              GAsyncResult *result,
                              char **out_sha256,
                              GError **error);

/**
 * okr_file_connect:
 * @file: a file of a server
 * @operation: (nullable): asks for what the server wants to know; its signals come from within this
 *   call. Without it, only what the keyring knows is tried
 * @cancellable: (nullable): gives up
 * @error: return location for a %G_IO_ERROR
 *
 * Connects to the server. Reading and writing do so by themselves where no password is needed, and
 * give %OKR_STORE_ERROR_LOGIN where one is. Blocks.
 *
 * Returns: whether it is connected
 */
gboolean okr_file_connect (GFile *file, GMountOperation *operation, GCancellable *cancellable,
                           GError **error);

G_END_DECLS
