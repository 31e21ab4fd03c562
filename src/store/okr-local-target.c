/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-local-target.h"

#include "okr-fd.h"
#include "okr-store-error-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define READ_FLAGS (O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW)

/* The path without links; for a file that does not exist yet that of its folder, plus its name. */
static char *
resolve (const char *path, const char *name, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  char *real = realpath (path, NULL);
  struct stat st;
  char *resolved;

  if (real == NULL && errno == ENOENT)
    {
      if (lstat (path, &st) == 0)
        {
          g_propagate_error (error, okr_store_error_dangling (name));
          return NULL;
        }
      real = realpath (parent, NULL);
      resolved = real != NULL ? g_build_filename (real, base, NULL) : NULL;
    }
  else
    resolved = g_strdup (real);
  if (resolved == NULL)
    g_propagate_error (error, okr_store_error_for_writing (errno, name));
  free (real);
  return resolved;
}

static int
open_folder (const char *path)
{
  int fd = okr_fd_open_at (AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0);

  /* A folder that may be entered but not listed can still be written to. */
  if (fd < 0 && errno == EACCES)
    fd = okr_fd_open_at (AT_FDCWD, path, O_PATH | O_DIRECTORY, 0);
  return fd;
}

/* Returns 0 with *out_bytes NULL if there is no file. */
static int
read_at (int folder, const char *base, GCancellable *cancellable, GBytes **out_bytes,
         struct stat *st)
{
  int errsv = 0;
  int fd;

  *out_bytes = NULL;
  if (fstatat (folder, base, st, AT_SYMLINK_NOFOLLOW) < 0)
    return errno == ENOENT ? 0 : errno;
  if (!S_ISREG (st->st_mode))
    return EISDIR;
  fd = okr_fd_open_at (folder, base, READ_FLAGS, 0);
  if (fd < 0)
    return errno;
  if (fstat (fd, st) < 0)
    errsv = errno;
  else if (!S_ISREG (st->st_mode))
    errsv = EISDIR;
  else
    errsv = okr_fd_read_all (fd, cancellable, out_bytes);
  okr_fd_close (&fd);
  return errsv;
}

static gboolean
look (OkrLocalTarget *target, GCancellable *cancellable, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (target->path);
  int errsv;

  target->folder = open_folder (parent);
  if (target->folder < 0)
    {
      g_propagate_error (error, okr_store_error_for_writing (errno, target->name));
      return FALSE;
    }
  errsv = read_at (target->folder, target->base, cancellable, &target->old, &target->st);
  if (errsv == 0)
    {
      /* A rename would also replace a file that its owner has protected. */
      if (target->old == NULL
          || faccessat (target->folder, target->base, W_OK, AT_EACCESS) == 0)
        return TRUE;
      errsv = errno;
    }
  if (errsv == EISDIR)
    g_propagate_error (error, okr_store_error_for_mode (target->st.st_mode, target->name));
  else if (errsv == EFBIG)
    g_propagate_error (error, okr_store_error_for_reading (errsv, target->name));
  else
    g_propagate_error (error, okr_store_error_for_writing (errsv, target->name));
  return FALSE;
}

OkrLocalTarget *
okr_local_target_open (const char *path,
                       const char *name,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (OkrLocalTarget) target = g_new0 (OkrLocalTarget, 1);

  target->folder = -1;
  target->name = g_strdup (name);
  target->path = resolve (path, name, error);
  if (target->path == NULL)
    return NULL;
  target->base = g_path_get_basename (target->path);
  if (!look (target, cancellable, error))
    return NULL;
  return g_steal_pointer (&target);
}

void
okr_local_target_free (OkrLocalTarget *target)
{
  okr_fd_close (&target->folder);
  g_clear_pointer (&target->old, g_bytes_unref);
  g_free (target->base);
  g_free (target->path);
  g_free (target->name);
  g_free (target);
}

gboolean
okr_local_target_has_other_links (OkrLocalTarget *target)
{
  return target->old != NULL && target->st.st_nlink > 1;
}

int
okr_local_target_check_unchanged (OkrLocalTarget *target)
{
  g_autoptr (GBytes) now = NULL;
  struct stat st;
  int errsv = read_at (target->folder, target->base, NULL, &now, &st);

  if (errsv != 0)
    return errsv == EISDIR ? EEXIST : errsv;
  if ((now == NULL) != (target->old == NULL))
    return EEXIST;
  if (now != NULL && !g_bytes_equal (now, target->old))
    return EEXIST;
  return 0;
}

int
okr_local_target_sync_folder (OkrLocalTarget *target)
{
  int errsv = okr_fd_sync (target->folder);
  int fd;

  if (errsv == EBADF)
    {
      /* Opened with O_PATH, see open_folder(); the whole file system then. */
      fd = okr_fd_open_at (target->folder, target->base, READ_FLAGS, 0);
      errsv = fd < 0 || syncfs (fd) < 0 ? errno : 0;
      okr_fd_close (&fd);
    }
  /* Some file systems cannot sync folders, and need not. */
  return errsv == EINVAL || errsv == ENOTSUP ? 0 : errsv;
}
