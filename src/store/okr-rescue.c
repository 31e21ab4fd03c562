/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-rescue.h"

#include "okr-fd.h"
#include "okr-file-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>

#define GROUP "Rescue"
#define OLD ".old.okr"
#define NEW ".new.okr"
#define INFO ".ini"

static GBytes *
describe (const char *path, GBytes *old, GBytes *contents)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *old_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, old);
  g_autofree char *new_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, contents);
  char *text;
  gsize length;

  g_key_file_set_string (info, GROUP, "Uri", uri != NULL ? uri : "");
  g_key_file_set_string (info, GROUP, "Old", old_sha256);
  g_key_file_set_string (info, GROUP, "New", new_sha256);
  text = g_key_file_to_data (info, &length, NULL);
  return g_bytes_new_take (text, length);
}

/* Fails with EAGAIN where somebody else took the copies for abandoned just now. */
static int
take_lock (OkrRescue *rescue)
{
  g_autofree char *name = g_strconcat (rescue->id, INFO, NULL);
  struct stat st;

  rescue->lock = okr_fd_open_at (rescue->folder->fd, name, O_RDONLY | O_NOFOLLOW, 0);
  if (rescue->lock < 0)
    return errno;
  if (flock (rescue->lock, LOCK_EX | LOCK_NB) < 0 || fstat (rescue->lock, &st) < 0)
    return errno;
  return st.st_nlink > 0 ? 0 : EAGAIN;
}

static int
fill (OkrRescue *rescue, const char *path, GBytes *old, GBytes *contents)
{
  g_autoptr (GBytes) info = describe (path, old, contents);
  int errsv = okr_state_folder_write_part (rescue->folder, rescue->id, OLD, old);

  if (errsv == 0)
    errsv = okr_state_folder_write_part (rescue->folder, rescue->id, NEW, contents);
  if (errsv == 0)
    errsv = okr_state_folder_write_part (rescue->folder, rescue->id, INFO, info);
  if (errsv == 0)
    errsv = take_lock (rescue);
  return errsv;
}

static OkrRescue *
open_rescue (char *id)
{
  g_autoptr (OkrRescue) rescue = g_new0 (OkrRescue, 1);

  rescue->lock = -1;
  rescue->id = id;
  rescue->folder = okr_state_folder_open ("rescue");
  return rescue->folder != NULL ? g_steal_pointer (&rescue) : NULL;
}

OkrRescue *
okr_rescue_new (const char *path, GBytes *old, GBytes *contents)
{
  g_autoptr (OkrRescue) rescue = open_rescue (g_uuid_string_random ());
  int errsv;

  if (rescue == NULL)
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
  static const char *const suffixes[] = { OLD, NEW, INFO };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    okr_state_folder_remove_part (rescue->folder, rescue->id, suffixes[i]);
}

void
okr_rescue_free (OkrRescue *rescue)
{
  int errsv = errno;

  okr_fd_close (&rescue->lock);
  g_clear_pointer (&rescue->folder, okr_state_folder_free);
  g_free (rescue->id);
  g_free (rescue);
  errno = errsv;
}

static char *
dup_hash_of (GFile *file)
{
  g_autoptr (GBytes) bytes = NULL;
  char *sha256 = NULL;

  bytes = okr_file_read (file, &sha256, NULL, NULL);
  return sha256;
}

/* Is the file whole? One that cannot be read now may well be. */
static gboolean
is_settled (GKeyFile *info, GFile *file)
{
  g_autofree char *old = g_key_file_get_string (info, GROUP, "Old", NULL);
  g_autofree char *new = g_key_file_get_string (info, GROUP, "New", NULL);
  g_autofree char *now = dup_hash_of (file);

  return now != NULL && (g_strcmp0 (now, old) == 0 || g_strcmp0 (now, new) == 0);
}

static void
tell (OkrRescue *rescue, OkrRescueFunc func, gpointer data)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autoptr (GBytes) text = okr_state_folder_read_part (rescue->folder, rescue->id, INFO);
  g_autoptr (GBytes) old = okr_state_folder_read_part (rescue->folder, rescue->id, OLD);
  g_autoptr (GBytes) contents = okr_state_folder_read_part (rescue->folder, rescue->id, NEW);
  g_autofree char *uri = NULL;
  g_autoptr (GFile) file = NULL;
  OkrRescueStory story;
  gboolean is_safe;

  if (text == NULL || old == NULL || contents == NULL
      || !g_key_file_load_from_bytes (info, text, G_KEY_FILE_NONE, NULL))
    return;
  uri = g_key_file_get_string (info, GROUP, "Uri", NULL);
  file = g_file_new_for_uri (uri != NULL ? uri : "");
  story = (OkrRescueStory) { .file = file, .old = old, .contents = contents };
  is_safe = is_settled (info, file) || func (&story, data);
  if (is_safe)
    okr_rescue_discard (rescue);
}

void
okr_rescue_foreach_abandoned (OkrRescueFunc func, gpointer data)
{
  g_autoptr (OkrStateFolder) folder = okr_state_folder_open ("rescue");
  g_autoptr (GPtrArray) names = folder != NULL ? okr_state_folder_list (folder)
                                               : g_ptr_array_new ();

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (OkrRescue) rescue = NULL;

      if (!g_str_has_suffix (name, INFO))
        continue;
      rescue = open_rescue (g_strndup (name, strlen (name) - strlen (INFO)));
      if (rescue != NULL && take_lock (rescue) == 0)
        tell (rescue, func, data);
    }
}
