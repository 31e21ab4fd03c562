/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-replace-save.h"

#include "okr-exchange.h"
#include "okr-fd.h"
#include "okr-store-error-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#define NAME_ATTEMPTS 100
#define TURN_ATTEMPTS 500
#define TURN_WAIT 2000 /* µs */
#define ACCESS_LIST "system.posix_acl_access"
#define ACCESS_LIST_MAX 4096

/* Not an errno: the file cannot be replaced without a loss, but perhaps written in place. */
#define CANNOT_REPLACE -1

/* Short, so that it fits also beside a name as long as names may be. */
static int
open_temporary (OkrLocalTarget *target, char **out_name)
{
  /* A new file gets what the umask and the folder's access list say, as any new file does; one
   * that replaces another stays private until it has the other's mode. */
  const mode_t mode = target->old == NULL ? 0666 : 0600;

  for (int i = 0; i < NAME_ATTEMPTS; i++)
    {
      g_autofree char *name = g_strdup_printf (".waymark-%08x", g_random_int ());
      int fd = okr_fd_open_at (target->folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
                               mode);

      if (fd >= 0)
        {
          *out_name = g_steal_pointer (&name);
          return fd;
        }
      if (errno != EEXIST)
        return -1;
    }
  errno = EIO;
  return -1;
}

static int
keep_group_and_mode (int fd, const struct stat *wanted)
{
  struct stat st;

  if (fstat (fd, &st) < 0)
    return errno;
  if (st.st_gid != wanted->st_gid && fchown (fd, (uid_t) -1, wanted->st_gid) < 0)
    return errno == EPERM ? CANNOT_REPLACE : errno;
  /* Only an administrator can give a file away; for all others it becomes theirs. */
  if (st.st_uid != wanted->st_uid && fchown (fd, wanted->st_uid, (gid_t) -1) < 0 && errno != EPERM)
    return errno;
  if ((st.st_mode & 07777) != (wanted->st_mode & 07777)
      && fchmod (fd, wanted->st_mode & 07777) < 0)
    return errno == EPERM ? CANNOT_REPLACE : errno;
  return 0;
}

/* As far as the file system has such lists. */
static void
keep_access_list (int fd, OkrLocalTarget *target)
{
  g_autofree char *list = g_malloc (ACCESS_LIST_MAX);
  int old = okr_fd_open_at (target->folder, target->base,
                            O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW, 0);
  gssize length;

  if (old < 0)
    return;
  length = fgetxattr (old, ACCESS_LIST, list, ACCESS_LIST_MAX);
  if (length > 0)
    fsetxattr (fd, ACCESS_LIST, list, (gsize) length, 0);
  else if (length < 0 && errno == ENODATA)
    fremovexattr (fd, ACCESS_LIST);
  okr_fd_close (&old);
}

static int
fill (int fd, OkrLocalTarget *target, GBytes *contents, GCancellable *cancellable)
{
  int errsv = okr_fd_write_all (fd, contents, cancellable);

  if (errsv == 0 && target->old != NULL)
    {
      errsv = keep_group_and_mode (fd, &target->st);
      if (errsv == 0)
        keep_access_list (fd, target);
    }
  if (errsv == 0)
    errsv = okr_fd_sync (fd);
  return errsv;
}

/* For file systems that cannot rename without replacing. */
static int
link_new (OkrLocalTarget *target, const char *temporary)
{
  if (linkat (target->folder, temporary, target->folder, target->base, 0) == 0)
    {
      if (okr_fd_unlink_at (target->folder, temporary) != 0)
        okr_fd_unlink_at (target->folder, temporary);
      return 0;
    }
  if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
    return errno;
  if (faccessat (target->folder, target->base, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
    return EEXIST;
  return renameat (target->folder, temporary, target->folder, target->base) < 0 ? errno : 0;
}

static int
commit_new (OkrLocalTarget *target, const char *temporary)
{
  if (renameat2 (target->folder, temporary, target->folder, target->base, RENAME_NOREPLACE) == 0)
    return 0;
  return errno == EINVAL || errno == ENOSYS ? link_new (target, temporary) : errno;
}

/* Programs of ours let each other go first, so that none meets another one between its look and its
 * exchange, which is the one moment that leaves two files. It is a courtesy: without it the
 * exchange still loses nothing. */
static gboolean
take_turn (OkrLocalTarget *target)
{
  for (int i = 0; i < TURN_ATTEMPTS; i++)
    {
      if (flock (target->folder, LOCK_EX | LOCK_NB) == 0)
        return TRUE;
      if (errno != EWOULDBLOCK && errno != EINTR)
        return FALSE;
      g_usleep (TURN_WAIT);
    }
  return FALSE;
}

static int
commit (OkrLocalTarget *target, const char *temporary, GBytes *contents)
{
  int errsv;

  if (target->old == NULL)
    return commit_new (target, temporary);
  errsv = okr_local_target_check_unchanged (target);
  if (errsv == 0)
    errsv = okr_exchange (target, temporary, contents);
  /* A file system that cannot exchange. A save by somebody else between the check and the rename
   * would be lost here, so check again, as late as can be. */
  if (errsv == EINVAL || errsv == ENOSYS || errsv == ENOTSUP)
    {
      errsv = okr_local_target_check_unchanged (target);
      if (errsv == 0 && renameat (target->folder, temporary, target->folder, target->base) < 0)
        errsv = errno;
    }
  /* Deleted at the last moment. */
  if (errsv == ENOENT)
    return commit_new (target, temporary);
  /* A sticky folder, or a file that is mounted by itself. */
  return errsv == EPERM || errsv == EACCES || errsv == EBUSY ? CANNOT_REPLACE : errsv;
}

static OkrSaveResult
fail_with_other_version (OkrLocalTarget *target, const char *temporary, GError **error)
{
  g_set_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_RESCUE,
               /* Translators: the first %s is a file's name, the second the name of another file
                * in the same folder. */
               _("“%s” was saved by several people at the same moment. One of the versions is in "
                 "the same folder under the name %s. Save in another place, then compare them."),
               target->name, temporary);
  return OKR_SAVE_FAILED;
}

static OkrSaveResult
fail (OkrLocalTarget *target, const char *temporary, int errsv, GError **error)
{
  if (errsv == CANNOT_REPLACE)
    return OKR_SAVE_IN_PLACE;
  if (errsv == OKR_EXCHANGE_LEFT)
    return fail_with_other_version (target, temporary, error);
  if (errsv != EEXIST)
    g_propagate_error (error, okr_store_error_for_writing (errsv, target->name));
  else if (target->old == NULL)
    g_propagate_error (error, okr_store_error_exists (target->name));
  else
    g_propagate_error (error, okr_store_error_changed (target->name));
  return OKR_SAVE_FAILED;
}

static gboolean
may_write_in_place (OkrLocalTarget *target, int errsv)
{
  return target->old != NULL && (errsv == EACCES || errsv == EPERM);
}

OkrSaveResult
okr_replace_save (OkrLocalTarget *target,
                  GBytes *contents,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *temporary = NULL;
  int fd = open_temporary (target, &temporary);
  int close_errsv;
  int errsv;

  if (fd < 0)
    return fail (target, NULL, may_write_in_place (target, errno) ? CANNOT_REPLACE : errno, error);
  errsv = fill (fd, target, contents, cancellable);
  close_errsv = okr_fd_close (&fd);
  if (errsv == 0)
    errsv = close_errsv;
  if (errsv == 0 && g_cancellable_is_cancelled (cancellable))
    errsv = ECANCELED;
  if (errsv == 0)
    {
      const gboolean has_turn = take_turn (target);

      errsv = commit (target, temporary, contents);
      if (has_turn)
        flock (target->folder, LOCK_UN);
    }
  if (errsv != 0)
    {
      if (errsv != OKR_EXCHANGE_LEFT && okr_fd_unlink_at (target->folder, temporary) != 0)
        okr_fd_unlink_at (target->folder, temporary);
      return fail (target, temporary, errsv, error);
    }
  errsv = okr_local_target_sync_folder (target);
  if (errsv == 0)
    return OKR_SAVE_DONE;
  g_set_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_IO,
               /* Translators: the first %s is a file's name, the second the system's reason. */
               _("“%s” was written, but the disk did not confirm that it is safe (%s). "
                 "Save again, or save in another place."),
               target->name, g_strerror (errsv));
  return OKR_SAVE_FAILED;
}
