/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OkrFileState:
 * @OKR_FILE_STATE_SAME: the file holds what we know
 * @OKR_FILE_STATE_CHANGED: the file holds other bytes
 * @OKR_FILE_STATE_GONE: there is no such file any more
 * @OKR_FILE_STATE_UNREADABLE: it cannot be read now
 *
 * What has become of a file that we know.
 */
typedef enum
{
  OKR_FILE_STATE_SAME,
  OKR_FILE_STATE_CHANGED,
  OKR_FILE_STATE_GONE,
  OKR_FILE_STATE_UNREADABLE,
} OkrFileState;

/**
 * OkrFileWatch:
 *
 * Watches whether somebody else changes a file. The SHA-256 of its bytes tells, not times: the
 * file is read again when its folder reports something, and when okr_file_watch_check() is called,
 * because not every file system reports.
 */
#define OKR_TYPE_FILE_WATCH (okr_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (OkrFileWatch, okr_file_watch, OKR, FILE_WATCH, GObject)

/**
 * okr_file_watch_new:
 * @file: the file
 * @sha256: the SHA-256 in lower-case hex of the bytes that it is known to hold
 *
 * Watches from now on.
 *
 * Returns: (transfer full): the watch
 */
OkrFileWatch *okr_file_watch_new (GFile *file, const char *sha256);

/**
 * okr_file_watch_set_known:
 * @sha256: as for okr_file_watch_new()
 *
 * Says what the file is known to hold from now on, because we saved or loaded it. A look that is
 * under way is forgotten.
 */
void okr_file_watch_set_known (OkrFileWatch *self, const char *sha256);

/**
 * okr_file_watch_check:
 *
 * Looks at the file soon.
 */
void okr_file_watch_check (OkrFileWatch *self);

/**
 * okr_file_watch_stop:
 *
 * No signal is emitted any more.
 */
void okr_file_watch_stop (OkrFileWatch *self);

G_END_DECLS
