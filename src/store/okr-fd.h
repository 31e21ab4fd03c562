/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <signal.h>
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

/* Beyond `ulimit -f` the kernel sends SIGXFSZ, which kills by default. Between these two calls a
 * write fails with EFBIG instead. For this thread only: a library has no business with the
 * program's signal handlers. */
void okr_fd_hold_size_signal (sigset_t *previous);
void okr_fd_release_size_signal (const sigset_t *previous);

G_END_DECLS
