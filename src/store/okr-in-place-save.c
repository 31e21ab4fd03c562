/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-in-place-save.h"

#include "okr-fd.h"
#include "okr-rescue.h"
#include "okr-store-error-private.h"

#include <errno.h>
#include <fcntl.h>

#include <glib/gi18n-lib.h>

static int
open_in_place (OkrLocalTarget *target)
{
  struct stat st;
  int fd = okr_fd_open_at (target->folder, target->base,
                           O_RDWR | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW, 0);

  if (fd < 0)
    return -1;
  if (fstat (fd, &st) == 0 && st.st_dev == target->st.st_dev && st.st_ino == target->st.st_ino)
    return fd;
  okr_fd_close (&fd);
  errno = EEXIST;
  return -1;
}

static int
check_holds (int fd, GBytes *wanted, int otherwise)
{
  g_autoptr (GBytes) now = NULL;
  int errsv = okr_fd_read_all (fd, NULL, &now);

  if (errsv != 0)
    return errsv;
  return g_bytes_equal (now, wanted) ? 0 : otherwise;
}

/* So that a full disk is noticed before the first byte is changed. Not every file system can. */
static int
reserve (int fd, GBytes *contents)
{
  const gsize size = g_bytes_get_size (contents);

  if (size == 0 || fallocate (fd, FALLOC_FL_KEEP_SIZE, 0, (off_t) size) == 0)
    return 0;
  return errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? errno : 0;
}

static int
fill (int fd, GBytes *contents)
{
  int errsv = okr_fd_write_all (fd, contents, NULL);

  if (errsv == 0)
    errsv = okr_fd_truncate (fd, g_bytes_get_size (contents));
  if (errsv == 0)
    errsv = okr_fd_sync (fd);
  if (errsv == 0)
    errsv = check_holds (fd, contents, EIO);
  return errsv;
}

static GError *
error_for_rescue (OkrLocalTarget *target, OkrRescue *rescue)
{
  return g_error_new (OKR_STORE_ERROR, OKR_STORE_ERROR_RESCUE,
                      /* Translators: the first %s is a file's name, the second a folder, the
                       * third how names begin. */
                      _("Saving “%s” failed half-way, and what it holds now is uncertain. The old "
                        "and the new contents are safe in the folder %s, in the files that begin "
                        "with %s. Save in another place."),
                      target->name, rescue->folder->path, rescue->id);
}

/* Nothing was changed so far. */
static gboolean
refuse (OkrLocalTarget *target, int errsv, GError **error)
{
  g_propagate_error (error, errsv == EEXIST
                              ? okr_store_error_changed (target->name)
                              : okr_store_error_for_writing (errsv, target->name));
  return FALSE;
}

static int
prepare (int fd, OkrLocalTarget *target, GBytes *contents, GCancellable *cancellable)
{
  int errsv = reserve (fd, contents);

  if (errsv == 0)
    errsv = check_holds (fd, target->old, EEXIST);
  if (errsv == 0 && g_cancellable_is_cancelled (cancellable))
    errsv = ECANCELED;
  return errsv;
}

static gboolean
write_with_rescue (int *fd, OkrLocalTarget *target, GBytes *contents, OkrRescue *rescue,
                   GCancellable *cancellable, GError **error)
{
  int errsv = prepare (*fd, target, contents, cancellable);

  if (errsv != 0)
    {
      okr_rescue_discard (rescue);
      return refuse (target, errsv, error);
    }
  errsv = fill (*fd, contents);
  if (errsv != 0 && fill (*fd, target->old) == 0)
    {
      okr_rescue_discard (rescue);
      return refuse (target, errsv, error);
    }
  if (errsv == 0 && okr_fd_close (fd) == 0)
    {
      okr_rescue_discard (rescue);
      return TRUE;
    }
  g_propagate_error (error, error_for_rescue (target, rescue));
  return FALSE;
}

gboolean
okr_in_place_save (OkrLocalTarget *target,
                   GBytes *contents,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (OkrRescue) rescue = NULL;
  int fd = open_in_place (target);
  gboolean written;

  if (fd < 0)
    return refuse (target, errno, error);
  rescue = okr_rescue_new (target->path, target->old, contents);
  if (rescue == NULL)
    {
      g_set_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_IO,
                   /* Translators: the first %s is a file's name, the second the system's reason. */
                   _("“%s” was not saved: it can only be written in place, and the safety copy "
                     "that this needs could not be made in your home folder (%s). "
                     "Save in another place."),
                   target->name, g_strerror (errno));
      okr_fd_close (&fd);
      return FALSE;
    }
  written = write_with_rescue (&fd, target, contents, rescue, cancellable, error);
  okr_fd_close (&fd);
  return written;
}
