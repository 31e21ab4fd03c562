/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OKR_STORE_ERROR:
 *
 * Error domain of reading and writing documents. The message of every error is a translated
 * text for people: what happened to which file, and the way out. It never holds a raw control
 * character, also where the file's name does.
 */
#define OKR_STORE_ERROR (okr_store_error_quark ())

/**
 * OkrStoreError:
 * @OKR_STORE_ERROR_NOT_FOUND: there is no such file, or it is a link that leads nowhere
 * @OKR_STORE_ERROR_NOT_REGULAR: a folder, pipe, device or socket, not a file
 * @OKR_STORE_ERROR_TOO_LARGE: the file has more than %OKR_FILE_MAX_SIZE bytes
 * @OKR_STORE_ERROR_CHANGED_ON_DISK: the file does not hold the expected bytes; nothing was written
 * @OKR_STORE_ERROR_EXISTS: a new file was to be written, but there is one already
 * @OKR_STORE_ERROR_NO_SPACE: the disk is full or the quota is used up
 * @OKR_STORE_ERROR_SIZE_LIMIT: a limit on the size of files stopped the save; it may be our own,
 *   %OKR_FILE_MAX_SIZE
 * @OKR_STORE_ERROR_READ_ONLY: the disk or share is read-only
 * @OKR_STORE_ERROR_PERMISSION: the user may not read or write the file
 * @OKR_STORE_ERROR_FOLDER_GONE: the folder of the file does not exist any more
 * @OKR_STORE_ERROR_BAD_NAME: the file system refuses the name
 * @OKR_STORE_ERROR_DISCONNECTED: the share or server cannot be reached
 * @OKR_STORE_ERROR_RESCUE: writing in place was begun and neither finished nor taken back, or not
 *   confirmed; the message names the folder that holds the old and the new contents
 * @OKR_STORE_ERROR_IO: any other failure of the disk
 * @OKR_STORE_ERROR_DAMAGED: what is stored of a version or draft is not what was written
 * @OKR_STORE_ERROR_LOGIN: the server wants to know who asks
 * @OKR_STORE_ERROR_CANCELLED: the caller cancelled; nothing was written
 * @OKR_STORE_ERROR_IS_PLAN: an export was to go where a plan is; nothing was written
 *
 * Codes of %OKR_STORE_ERROR.
 */
typedef enum
{
  OKR_STORE_ERROR_NOT_FOUND,
  OKR_STORE_ERROR_NOT_REGULAR,
  OKR_STORE_ERROR_TOO_LARGE,
  OKR_STORE_ERROR_CHANGED_ON_DISK,
  OKR_STORE_ERROR_EXISTS,
  OKR_STORE_ERROR_NO_SPACE,
  OKR_STORE_ERROR_SIZE_LIMIT,
  OKR_STORE_ERROR_READ_ONLY,
  OKR_STORE_ERROR_PERMISSION,
  OKR_STORE_ERROR_FOLDER_GONE,
  OKR_STORE_ERROR_BAD_NAME,
  OKR_STORE_ERROR_DISCONNECTED,
  OKR_STORE_ERROR_RESCUE,
  OKR_STORE_ERROR_IO,
  OKR_STORE_ERROR_CANCELLED,
  OKR_STORE_ERROR_DAMAGED,
  OKR_STORE_ERROR_LOGIN,
  OKR_STORE_ERROR_IS_PLAN,
} OkrStoreError;

GQuark okr_store_error_quark (void);

/**
 * okr_store_error_take_io_export:
 * @io: (transfer full): an error of %G_IO_ERROR
 * @file: what was to be written
 *
 * Says of a file that GIO could not write what this library says of an export.
 *
 * Returns: (transfer full): an error of %OKR_STORE_ERROR
 */
GError *okr_store_error_take_io_export (GError *io, GFile *file);

G_END_DECLS
