/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-rescue.h"

#include "okr-fd.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static const char *const suffixes[] = { "old.okr", "new.okr", "ini" };

static char *
dup_name (OkrRescue *rescue, const char *suffix)
{
  return g_strconcat (rescue->id, ".", suffix, NULL);
}

static int
store (OkrRescue *rescue, const char *suffix, GBytes *bytes)
{
  g_autofree char *name = dup_name (rescue, suffix);
  int fd = okr_fd_open_at (rescue->folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
  int errsv;
  int close_errsv;

  if (fd < 0)
    return errno;
  errsv = okr_fd_write_all (fd, bytes, NULL);
  if (errsv == 0)
    errsv = okr_fd_sync (fd);
  close_errsv = okr_fd_close (&fd);
  return errsv != 0 ? errsv : close_errsv;
}

static GBytes *
describe (const char *path, GBytes *old, GBytes *contents)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *old_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, old);
  g_autofree char *new_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, contents);
  char *text;
  gsize length;

  g_key_file_set_string (info, "Rescue", "Uri", uri != NULL ? uri : "");
  g_key_file_set_string (info, "Rescue", "Old", old_sha256);
  g_key_file_set_string (info, "Rescue", "New", new_sha256);
  text = g_key_file_to_data (info, &length, NULL);
  return g_bytes_new_take (text, length);
}

static int
fill (OkrRescue *rescue, const char *path, GBytes *old, GBytes *contents)
{
  g_autoptr (GBytes) info = describe (path, old, contents);
  int errsv = store (rescue, "old.okr", old);

  if (errsv == 0)
    errsv = store (rescue, "new.okr", contents);
  if (errsv == 0)
    errsv = store (rescue, "ini", info);
  if (errsv == 0)
    errsv = okr_fd_sync (rescue->folder);
  return errsv;
}

OkrRescue *
okr_rescue_new (const char *path, GBytes *old, GBytes *contents)
{
  g_autoptr (OkrRescue) rescue = g_new0 (OkrRescue, 1);
  int errsv;

  rescue->folder = -1;
  rescue->path = g_build_filename (g_get_user_state_dir (), "waymark", "rescue", NULL);
  rescue->id = g_uuid_string_random ();
  if (g_mkdir_with_parents (rescue->path, 0700) < 0)
    return NULL;
  rescue->folder = okr_fd_open_at (AT_FDCWD, rescue->path, O_RDONLY | O_DIRECTORY, 0);
  if (rescue->folder < 0)
    return NULL;
  errsv = fill (rescue, path, old, contents);
  if (errsv != 0)
    {
      okr_rescue_discard (rescue);
      errno = errsv;
      return NULL;
    }
  return g_steal_pointer (&rescue);
}

void
okr_rescue_discard (OkrRescue *rescue)
{
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = dup_name (rescue, suffixes[i]);
      int errsv = okr_fd_unlink_at (rescue->folder, name);

      if (errsv != 0 && errsv != ENOENT)
        okr_fd_unlink_at (rescue->folder, name);
    }
}

void
okr_rescue_free (OkrRescue *rescue)
{
  int errsv = errno;

  okr_fd_close (&rescue->folder);
  g_free (rescue->path);
  g_free (rescue->id);
  g_free (rescue);
  errno = errsv;
}
