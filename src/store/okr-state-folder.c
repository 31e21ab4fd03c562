/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-state-folder.h"

#include "okr-fd.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

OkrStateFolder *
okr_state_folder_open (const char *name)
{
  g_autoptr (OkrStateFolder) self = g_new0 (OkrStateFolder, 1);

  self->path = g_build_filename (g_get_user_state_dir (), "waymark", name, NULL);
  self->fd = -1;
  if (g_mkdir_with_parents (self->path, 0700) < 0)
    return NULL;
  self->fd = okr_fd_open_at (AT_FDCWD, self->path, O_RDONLY | O_DIRECTORY, 0);
  if (self->fd < 0)
    return NULL;

  return g_steal_pointer (&self);
}

OkrStateFolder *
okr_state_folder_open_for (const char *kind, const char *plan_id)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, plan_id, -1);
  g_autofree char *name = g_build_filename (kind, hash, NULL);

  return okr_state_folder_open (name);
}

void
okr_state_folder_free (OkrStateFolder *self)
{
  int errsv = errno;

  okr_fd_close (&self->fd);
  g_free (self->path);
  g_free (self);
  errno = errsv;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
okr_state_folder_list (OkrStateFolder *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  int fd = okr_fd_open_at (self->fd, ".", O_RDONLY | O_DIRECTORY, 0);
  DIR *folder = fd >= 0 ? fdopendir (fd) : NULL;
  struct dirent *entry;

  if (folder == NULL)
    {
      okr_fd_close (&fd);
      return names;
    }
  while ((entry = readdir (folder)) != NULL)
    if (entry->d_name[0] != '.')
      g_ptr_array_add (names, g_strdup (entry->d_name));
  closedir (folder);
  g_ptr_array_sort (names, compare_names);

  return names;
}

int
okr_state_folder_read (OkrStateFolder *self, const char *name, GBytes **out_bytes)
{
  int fd = okr_fd_open_at (self->fd, name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW, 0);
  int errsv;

  if (fd < 0)
    return errno;
  errsv = okr_fd_read_all (fd, NULL, out_bytes);
  okr_fd_close (&fd);

  return errsv;
}

static int
write_new (OkrStateFolder *self, const char *name, GBytes *bytes)
{
  int fd = okr_fd_open_at (self->fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
  sigset_t previous;
  int errsv;
  int close_errsv;

  if (fd < 0)
    return errno;
  okr_fd_hold_size_signal (&previous);
  errsv = okr_fd_write_all (fd, bytes, NULL);
  okr_fd_release_size_signal (&previous);
  if (errsv == 0)
    errsv = okr_fd_sync (fd);
  close_errsv = okr_fd_close (&fd);

  return errsv != 0 ? errsv : close_errsv;
}

int
okr_state_folder_write (OkrStateFolder *self, const char *name, GBytes *bytes)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *temporary = g_strconcat (".", id, NULL);
  int errsv = write_new (self, temporary, bytes);

  if (errsv == 0)
    errsv = okr_state_folder_rename (self, temporary, name);
  if (errsv != 0)
    okr_state_folder_remove (self, temporary);

  return errsv != 0 ? errsv : okr_fd_sync (self->fd);
}

int
okr_state_folder_rename (OkrStateFolder *self, const char *from, const char *to)
{
  return renameat (self->fd, from, self->fd, to) < 0 ? errno : 0;
}

int
okr_state_folder_remove (OkrStateFolder *self, const char *name)
{
  int errsv = okr_fd_unlink_at (self->fd, name);

  if (errsv != 0 && errsv != ENOENT)
    errsv = okr_fd_unlink_at (self->fd, name);

  return errsv == ENOENT ? 0 : errsv;
}

int
okr_state_folder_write_part (OkrStateFolder *self, const char *id, const char *suffix,
                             GBytes *bytes)
{
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  return okr_state_folder_write (self, name, bytes);
}

GBytes *
okr_state_folder_read_part (OkrStateFolder *self, const char *id, const char *suffix)
{
  g_autofree char *name = g_strconcat (id, suffix, NULL);
  GBytes *bytes = NULL;

  return okr_state_folder_read (self, name, &bytes) == 0 ? bytes : NULL;
}

void
okr_state_folder_remove_part (OkrStateFolder *self, const char *id, const char *suffix)
{
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  okr_state_folder_remove (self, name);
}
