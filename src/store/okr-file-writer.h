/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-store-error.h"

G_BEGIN_DECLS

/**
 * OkrFileWriteFlags:
 * @OKR_FILE_WRITE_NONE: overwrite nothing but the expected bytes
 * @OKR_FILE_WRITE_OVERWRITE: replace the file whatever it holds; only after the user said so
 * @OKR_FILE_WRITE_EXPORT: what is written is made from a plan, and no plan itself: it goes neither
 *   over a plan, whatever that is called, nor into a file that has other names (hard links), which
 *   keep what they hold; errors name the whole path
 *
 * How okr_file_write() treats what it finds.
 */
typedef enum
{
  OKR_FILE_WRITE_NONE = 0,
  OKR_FILE_WRITE_OVERWRITE = 1 << 0,
  OKR_FILE_WRITE_EXPORT = 1 << 1,
} OkrFileWriteFlags;

/**
 * okr_file_write:
 * @file: where to write; links are followed
 * @contents: the bytes
 * @expected_sha256: (nullable): SHA-256 in lower-case hex of the bytes that were last loaded from
 *   or saved to @file, or %NULL for a new file that must not exist yet
 * @flags: see #OkrFileWriteFlags
 * @out_sha256: (out) (optional) (transfer full): SHA-256 of @contents
 * @cancellable: (nullable): to give up before anything was changed
 * @error: return location for an error of %OKR_STORE_ERROR
 *
 * Writes a file so that at every moment, also after a crash, it holds either the old or the new
 * bytes: a temporary file in the same folder is written, synced and renamed, then the folder is
 * synced. Mode, group, access list and, where allowed, owner are kept. %TRUE means that the new
 * bytes are on the disk.
 *
 * A file that holds other bytes than expected fails with %OKR_STORE_ERROR_CHANGED_ON_DISK (with
 * %NULL expected: %OKR_STORE_ERROR_EXISTS) and is not touched, whatever its times say. Bytes that
 * already equal @contents are as good as the expected ones, so that a save whose last step failed
 * can be repeated. A file that was deleted is created again.
 *
 * Where a rename is not allowed (unwritable folder) or would cost something (other hard links,
 * a group that cannot be kept) the file is written in place, after both versions were synced to
 * `$XDG_STATE_HOME/waymark/rescue/`; they stay there if the write can be neither finished nor
 * taken back (%OKR_STORE_ERROR_RESCUE).
 *
 * With %OKR_FILE_WRITE_EXPORT, a file that holds a plan fails with %OKR_STORE_ERROR_IS_PLAN.
 *
 * Files without a local path are written through GVfs, checked by etag and read back.
 *
 * Returns: whether the new bytes are stored
 */
gboolean okr_file_write (GFile *file,
                         GBytes *contents,
                         const char *expected_sha256,
                         OkrFileWriteFlags flags,
                         char **out_sha256,
                         GCancellable *cancellable,
                         GError **error);

/**
 * okr_file_write_async:
 * @file: where to write
 * @contents: the bytes
 * @expected_sha256: (nullable): as for okr_file_write()
 * @flags: see #OkrFileWriteFlags
 * @cancellable: (nullable): to give up before anything was changed
 * @callback: called in the thread-default main context of the caller
 * @user_data: for @callback
 *
 * The same as okr_file_write(), in a thread. The caller sees to it that only one save per file
 * is under way.
 */
void okr_file_write_async (GFile *file,
                           GBytes *contents,
                           const char *expected_sha256,
                           OkrFileWriteFlags flags,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/**
 * okr_file_write_finish:
 * @file: the file
 * @result: what the callback got
 * @out_sha256: (out) (optional) (transfer full): as for okr_file_write()
 * @error: return location for an error of %OKR_STORE_ERROR
 *
 * A save that was done is reported as done, also when it was cancelled too late.
 *
 * Returns: whether the new bytes are stored
 */
gboolean okr_file_write_finish (GFile *file,
                                GAsyncResult *result,
                                char **out_sha256,
                                GError **error);

G_END_DECLS
