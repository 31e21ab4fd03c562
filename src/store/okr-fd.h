/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sys/types.h>

G_BEGIN_DECLS

/* All but okr_fd_open_at() return 0 or an errno; ECANCELED when the cancellable was triggered. */
int okr_fd_open_at (int folder, const char *name, int flags, mode_t mode);
int okr_fd_read_all (int fd, GCancellable *cancellable, GBytes **out_bytes);
int okr_fd_write_all (int fd, GBytes *bytes, GCancellable *cancellable);
int okr_fd_truncate (int fd, gsize size);
int okr_fd_sync (int fd);
int okr_fd_close (int *fd);
int okr_fd_unlink_at (int folder, const char *name);

G_END_DECLS
