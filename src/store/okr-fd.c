/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-fd.h"

#include "okr-file-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#define CHUNK ((gsize) 1 << 20)

/* A signal may interrupt a call now and then; a file system that says so for ever is broken, and
 * must not hang the program. */
#define MAX_INTERRUPTIONS 100

#define RETRY(expression)                                                                         \
  ({                                                                                              \
    gssize result_;                                                                               \
    int attempts_ = 0;                                                                            \
    do                                                                                            \
      result_ = (gssize) (expression);                                                            \
    while (result_ < 0 && errno == EINTR && ++attempts_ < MAX_INTERRUPTIONS);                     \
    result_;                                                                                      \
  })

int
okr_fd_open_at (int folder, const char *name, int flags, mode_t mode)
{
  return (int) RETRY (openat (folder, name, flags | O_CLOEXEC, mode));
}

int
okr_fd_read_all (int fd, GCancellable *cancellable, GBytes **out_bytes)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  gsize length = 0;

  while (length <= OKR_FILE_MAX_SIZE)
    {
      gssize n;

      if (g_cancellable_is_cancelled (cancellable))
        return ECANCELED;
      g_byte_array_set_size (array, (guint) (length + CHUNK));
      n = RETRY (pread (fd, array->data + length, CHUNK, (off_t) length));
      if (n < 0)
        return errno;
      length += (gsize) n;
      if (n == 0)
        {
          g_byte_array_set_size (array, (guint) length);
          *out_bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
          return 0;
        }
    }
  return EFBIG;
}

int
okr_fd_write_all (int fd, GBytes *bytes, GCancellable *cancellable)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize done = 0; done < length;)
    {
      gssize n;

      if (g_cancellable_is_cancelled (cancellable))
        return ECANCELED;
      n = RETRY (pwrite (fd, data + done, MIN (length - done, CHUNK), (off_t) done));
      if (n < 0)
        return errno;
      if (n == 0)
        return EIO;
      done += (gsize) n;
    }
  return 0;
}

int
okr_fd_truncate (int fd, gsize size)
{
  return RETRY (ftruncate (fd, (off_t) size)) < 0 ? errno : 0;
}

int
okr_fd_sync (int fd)
{
  return RETRY (fsync (fd)) < 0 ? errno : 0;
}

/* Never repeated: on Linux the descriptor is gone even when close() reports an interruption. */
int
okr_fd_close (int *fd)
{
  int taken = *fd;

  *fd = -1;
  if (taken < 0 || close (taken) == 0 || errno == EINTR)
    return 0;
  return errno;
}

int
okr_fd_unlink_at (int folder, const char *name)
{
  return RETRY (unlinkat (folder, name, 0)) < 0 ? errno : 0;
}

void
okr_fd_hold_size_signal (sigset_t *previous)
{
  sigset_t only;

  sigemptyset (&only);
  sigaddset (&only, SIGXFSZ);
  pthread_sigmask (SIG_BLOCK, &only, previous);
}

void
okr_fd_release_size_signal (const sigset_t *previous)
{
  const struct timespec now = { 0 };
  sigset_t only;

  sigemptyset (&only);
  sigaddset (&only, SIGXFSZ);
  if (!sigismember (previous, SIGXFSZ))
    while (sigtimedwait (&only, NULL, &now) == SIGXFSZ)
      continue;
  pthread_sigmask (SIG_SETMASK, previous, NULL);
}
