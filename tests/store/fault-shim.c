/* SPDX-License-Identifier: GPL-3.0-or-later */

/* LD_PRELOAD library that makes one call on files fail, to see what is left behind.
 *
 * FAULT_FOLDERS  colon-separated folders; only calls on files below them count
 * FAULT_AT       the number of the call that fails, from 1
 * FAULT_KIND     the name of an errno (EIO, ENOSPC, ...), SHORT (half of a write is done), FULL
 *                (half of a write is done, then ENOSPC for all that follows), KILL (SIGKILL before
 *                the call), KILLED (SIGKILL after half of a write or all of another call) or RUN
 *                (somebody else does something just before the call)
 * FAULT_RUN      for RUN: the shell command that is run
 * FAULT_STICKY   if set, all later calls fail, too; but files can still be removed
 * FAULT_ONLY     if set, only calls of this name count (write, rename, ...)
 * FAULT_MARK     a file that is created when the call is reached, and gets the call's name
 */

/* Both names of every function with an offset are defined here by hand. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define EXPORT __attribute__ ((visibility ("default")))
#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

typedef enum
{
  PASS,
  FAIL,
  HALF,
  HALF_THEN_DIE,
} Verdict;

static long count;

static const struct
{
  const char *name;
  int value;
} kinds[] = {
  { "EIO", EIO },       { "ENOSPC", ENOSPC }, { "EDQUOT", EDQUOT },   { "EROFS", EROFS },
  { "EINTR", EINTR },   { "EACCES", EACCES }, { "EPERM", EPERM },     { "EINVAL", EINVAL },
  { "ENOSYS", ENOSYS }, { "ESTALE", ESTALE }, { "ENOENT", ENOENT },   { "EFBIG", EFBIG },
  { "EBUSY", EBUSY },
};

static int
errno_of_kind (const char *kind)
{
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (strcmp (kinds[i].name, kind) == 0)
      return kinds[i].value;
  abort ();
}

static bool
is_below (const char *path)
{
  const char *folders = getenv ("FAULT_FOLDERS");

  while (folders != NULL && *folders != '\0')
    {
      size_t length = strcspn (folders, ":");

      if (strncmp (path, folders, length) == 0 && (path[length] == '/' || path[length] == '\0'))
        return true;
      folders += length + (folders[length] == ':');
    }
  return false;
}

static bool
fd_is_below (int fd)
{
  char link[64];
  char path[PATH_MAX];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = syscall (SYS_readlink, link, path, sizeof path - 1);
  if (length <= 0)
    return false;
  path[length] = '\0';
  return is_below (path);
}

static bool
path_is_below (int folder, const char *path)
{
  if (path[0] == '/' || folder == AT_FDCWD)
    return is_below (path);
  return fd_is_below (folder);
}

static void
mark (const char *call)
{
  const char *path = getenv ("FAULT_MARK");
  long fd;

  if (path == NULL)
    return;
  fd = syscall (SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY, 0666);
  syscall (SYS_write, fd, call, strlen (call));
  syscall (SYS_close, fd);
}

static void
die (void)
{
  syscall (SYS_kill, syscall (SYS_getpid), SIGKILL);
}

static void
run_other (void)
{
  unsetenv ("LD_PRELOAD");
  if (system (getenv ("FAULT_RUN")) != 0)
    abort ();
}

static Verdict
judge_reached (const char *kind, const char *call, bool first)
{
  bool writes = strcmp (call, "write") == 0;

  if (strcmp (kind, "KILL") == 0)
    die ();
  if (strcmp (kind, "RUN") == 0)
    {
      run_other ();
      return PASS;
    }
  if (strcmp (kind, "KILLED") == 0)
    return HALF_THEN_DIE;
  if (strcmp (kind, "SHORT") == 0)
    return writes ? HALF : PASS;
  if (strcmp (kind, "FULL") == 0)
    {
      if (first && writes)
        return HALF;
      errno = ENOSPC;
      return first || strcmp (call, "close") == 0 ? PASS : FAIL;
    }
  errno = errno_of_kind (kind);
  return FAIL;
}

/* Sets errno if it returns FAIL. */
static Verdict
judge (const char *call, bool counts)
{
  const char *at = getenv ("FAULT_AT");
  const char *kind = getenv ("FAULT_KIND");
  const char *only = getenv ("FAULT_ONLY");
  long number;
  bool sticky;

  if (!counts || at == NULL || kind == NULL || (only != NULL && strcmp (only, call) != 0))
    return PASS;
  number = __atomic_add_fetch (&count, 1, __ATOMIC_SEQ_CST) - atol (at);
  sticky = getenv ("FAULT_STICKY") != NULL || strcmp (kind, "FULL") == 0;
  if (number == 0)
    mark (call);
  if (number == 0 || (number > 0 && sticky && strcmp (call, "unlink") != 0))
    return judge_reached (kind, call, number == 0);
  return PASS;
}

/* What every call does that either happens or does not. */
#define AROUND(call, counts, expression)                                                          \
  do                                                                                              \
    {                                                                                             \
      Verdict verdict_ = judge (call, counts);                                                    \
      long result_ = verdict_ == FAIL ? -1 : (long) (expression);                                 \
                                                                                                  \
      if (verdict_ == HALF_THEN_DIE)                                                              \
        die ();                                                                                   \
      return (int) result_;                                                                       \
    }                                                                                             \
  while (0)

#define DEFINE_OPEN(name)                                                                         \
  EXPORT int name (const char *path, int flags, ...)                                              \
  {                                                                                               \
    va_list list;                                                                                 \
    mode_t mode;                                                                                  \
                                                                                                  \
    va_start (list, flags);                                                                       \
    mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (list, mode_t) : 0;                      \
    va_end (list);                                                                                \
    AROUND ("open", (flags & O_ACCMODE) != O_RDONLY && path_is_below (AT_FDCWD, path),            \
            REAL (name) (path, flags, mode));                                                     \
  }

#define DEFINE_OPENAT(name)                                                                       \
  EXPORT int name (int folder, const char *path, int flags, ...)                                  \
  {                                                                                               \
    va_list list;                                                                                 \
    mode_t mode;                                                                                  \
                                                                                                  \
    va_start (list, flags);                                                                       \
    mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (list, mode_t) : 0;                      \
    va_end (list);                                                                                \
    AROUND ("open", (flags & O_ACCMODE) != O_RDONLY && path_is_below (folder, path),              \
            REAL (name) (folder, path, flags, mode));                                             \
  }

#define DEFINE_PWRITE(name, type)                                                                 \
  EXPORT ssize_t name (int fd, const void *data, size_t size, type offset)                        \
  {                                                                                               \
    Verdict verdict = judge ("write", fd_is_below (fd));                                          \
    ssize_t result = -1;                                                                          \
                                                                                                  \
    if (verdict != FAIL)                                                                          \
      result = REAL (name) (fd, data, verdict == PASS ? size : (size + 1) / 2, offset);           \
    if (verdict == HALF_THEN_DIE)                                                                 \
      die ();                                                                                     \
    return result;                                                                                \
  }

#define DEFINE_FTRUNCATE(name, type)                                                              \
  EXPORT int name (int fd, type size)                                                             \
  {                                                                                               \
    AROUND ("ftruncate", fd_is_below (fd), REAL (name) (fd, size));                               \
  }

#define DEFINE_FALLOCATE(name, type)                                                              \
  EXPORT int name (int fd, int mode, type offset, type size)                                      \
  {                                                                                               \
    AROUND ("fallocate", fd_is_below (fd), REAL (name) (fd, mode, offset, size));                 \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)
DEFINE_OPENAT (openat)
DEFINE_OPENAT (openat64)
DEFINE_PWRITE (pwrite, off_t)
DEFINE_PWRITE (pwrite64, off64_t)
DEFINE_FTRUNCATE (ftruncate, off_t)
DEFINE_FTRUNCATE (ftruncate64, off64_t)
DEFINE_FALLOCATE (fallocate, off_t)
DEFINE_FALLOCATE (fallocate64, off64_t)

EXPORT ssize_t
write (int fd, const void *data, size_t size)
{
  Verdict verdict = judge ("write", fd_is_below (fd));
  ssize_t result = -1;

  if (verdict != FAIL)
    result = REAL (write) (fd, data, verdict == PASS ? size : (size + 1) / 2);
  if (verdict == HALF_THEN_DIE)
    die ();
  return result;
}

EXPORT int
fsync (int fd)
{
  AROUND ("fsync", fd_is_below (fd), REAL (fsync) (fd));
}

EXPORT int
fdatasync (int fd)
{
  AROUND ("fsync", fd_is_below (fd), REAL (fdatasync) (fd));
}

EXPORT int
fchmod (int fd, mode_t mode)
{
  AROUND ("fchmod", fd_is_below (fd), REAL (fchmod) (fd, mode));
}

EXPORT int
fchown (int fd, uid_t owner, gid_t group)
{
  AROUND ("fchown", fd_is_below (fd), REAL (fchown) (fd, owner, group));
}

EXPORT int
rename (const char *from, const char *to)
{
  AROUND ("rename", is_below (to), REAL (rename) (from, to));
}

EXPORT int
renameat (int from_folder, const char *from, int to_folder, const char *to)
{
  AROUND ("rename", path_is_below (to_folder, to),
          REAL (renameat) (from_folder, from, to_folder, to));
}

EXPORT int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned int flags)
{
  AROUND ("rename", path_is_below (to_folder, to),
          REAL (renameat2) (from_folder, from, to_folder, to, flags));
}

EXPORT int
link (const char *from, const char *to)
{
  AROUND ("link", is_below (to), REAL (link) (from, to));
}

EXPORT int
linkat (int from_folder, const char *from, int to_folder, const char *to, int flags)
{
  AROUND ("link", path_is_below (to_folder, to),
          REAL (linkat) (from_folder, from, to_folder, to, flags));
}

EXPORT int
unlink (const char *path)
{
  AROUND ("unlink", is_below (path), REAL (unlink) (path));
}

EXPORT int
unlinkat (int folder, const char *path, int flags)
{
  AROUND ("unlink", path_is_below (folder, path), REAL (unlinkat) (folder, path, flags));
}

static bool
is_for_writing (int fd)
{
  const int flags = fcntl (fd, F_GETFL);

  return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY;
}

/* A failed close has closed all the same, as on Linux. Only those of files that were written can
 * tell something. */
EXPORT int
close (int fd)
{
  Verdict verdict = judge ("close", is_for_writing (fd) && fd_is_below (fd));
  int errsv = errno;
  int result = REAL (close) (fd);

  if (verdict == HALF_THEN_DIE)
    die ();
  if (verdict != FAIL)
    return result;
  errno = errsv;
  return -1;
}
