/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-draft.h"

#include "okr-fd.h"
#include "okr-rescue.h"
#include "okr-state-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

/* A draft is the files ID.lock, ID.base, ID.okr and ID.ini. The .ini is written last and removed
 * first: where there is one, the others are whole. ID.typed is there while words wait that are not
 * in the document; it stands for itself. */
#define GROUP "Draft"
#define LOCK ".lock"
#define BASE ".base"
#define CONTENTS ".okr"
#define TYPED ".typed"
#define INFO ".ini"

struct _OkrDraft
{
  GObject parent_instance;

  GMutex mutex;
  OkrStateFolder *folder; /* NULL: nothing is written yet */
  int lock;
  char *id;
  GFile *file;
  GBytes *base;
  GBytes *contents;
  GBytes *typed;
  gint64 time;
};

G_DEFINE_FINAL_TYPE (OkrDraft, okr_draft, G_TYPE_OBJECT)

static void
okr_draft_finalize (GObject *object)
{
  OkrDraft *self = OKR_DRAFT (object);

  okr_fd_close (&self->lock);
  g_clear_pointer (&self->folder, okr_state_folder_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->contents, g_bytes_unref);
  g_clear_pointer (&self->typed, g_bytes_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (okr_draft_parent_class)->finalize (object);
}

static void
okr_draft_class_init (OkrDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = okr_draft_finalize;
}

static void
okr_draft_init (OkrDraft *self)
{
  g_mutex_init (&self->mutex);
  self->lock = -1;
}

OkrDraft *
okr_draft_new (GFile *file, GBytes *base)
{
  OkrDraft *self;

  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  self = g_object_new (OKR_TYPE_DRAFT, NULL);
  self->id = g_uuid_string_random ();
  g_set_object (&self->file, file);
  self->base = base != NULL ? g_bytes_ref (base) : NULL;

  return self;
}

static char *
dup_name (OkrDraft *self, const char *suffix)
{
  return g_strconcat (self->id, suffix, NULL);
}

static int
take_lock (OkrDraft *self)
{
  g_autofree char *name = dup_name (self, LOCK);

  self->lock = okr_fd_open_at (self->folder->fd, name, O_RDWR | O_CREAT | O_NOFOLLOW, 0600);
  if (self->lock < 0)
    return errno;
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0)
    return 0;
  okr_fd_close (&self->lock);

  return EWOULDBLOCK;
}

static GBytes *
describe (OkrDraft *self)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  char *text;
  gsize length;

  if (self->file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (self->file);

      g_key_file_set_string (info, GROUP, "Uri", uri);
    }
  g_key_file_set_boolean (info, GROUP, "HasBase", self->base != NULL);
  text = g_key_file_to_data (info, &length, NULL);

  return g_bytes_new_take (text, length);
}

static int
write_first (OkrDraft *self, GBytes *contents)
{
  g_autoptr (GBytes) info = describe (self);
  int errsv = 0;

  if (self->folder == NULL)
    self->folder = okr_state_folder_open ("drafts");
  if (self->folder == NULL)
    return errno;
  if (self->lock < 0)
    errsv = take_lock (self);
  if (errsv == 0 && self->base != NULL)
    errsv = okr_state_folder_write_part (self->folder, self->id, BASE, self->base);
  if (errsv == 0)
    errsv = okr_state_folder_write_part (self->folder, self->id, CONTENTS, contents);
  if (errsv == 0)
    errsv = okr_state_folder_write_part (self->folder, self->id, INFO, info);

  return errsv;
}

static void
remove_all (OkrDraft *self)
{
  if (self->folder == NULL)
    return;
  okr_state_folder_remove_part (self->folder, self->id, INFO);
  okr_state_folder_remove_part (self->folder, self->id, TYPED);
  okr_state_folder_remove_part (self->folder, self->id, CONTENTS);
  okr_state_folder_remove_part (self->folder, self->id, BASE);
  okr_state_folder_remove_part (self->folder, self->id, LOCK);
  okr_fd_close (&self->lock);
  g_clear_pointer (&self->folder, okr_state_folder_free);
}

static gboolean
take_result (int errsv, GError **error)
{
  if (errsv == 0)
    return TRUE;

  g_set_error (error, OKR_STORE_ERROR,
               errsv == ENOSPC || errsv == EDQUOT ? OKR_STORE_ERROR_NO_SPACE : OKR_STORE_ERROR_IO,
               /* Translators: %s is the system's reason. */
               _("Unsaved changes cannot be protected against a crash: the safety copy in your "
                 "home folder could not be written (%s). Save the plan soon."),
               g_strerror (errsv));

  return FALSE;
}

gboolean
okr_draft_write (OkrDraft *self, GBytes *contents, GError **error)
{
  int errsv;

  g_return_val_if_fail (OKR_IS_DRAFT (self) && contents != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_mutex_lock (&self->mutex);
  if (self->lock >= 0)
    errsv = okr_state_folder_write_part (self->folder, self->id, CONTENTS, contents);
  else
    {
      errsv = write_first (self, contents);
      if (errsv != 0)
        remove_all (self);
    }
  g_mutex_unlock (&self->mutex);

  return take_result (errsv, error);
}

gboolean
okr_draft_write_typed (OkrDraft *self, GBytes *typed, GError **error)
{
  int errsv = 0;

  g_return_val_if_fail (OKR_IS_DRAFT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_mutex_lock (&self->mutex);
  if (self->lock < 0)
    errsv = typed != NULL ? ENOENT : 0;
  else if (typed != NULL)
    errsv = okr_state_folder_write_part (self->folder, self->id, TYPED, typed);
  else
    okr_state_folder_remove_part (self->folder, self->id, TYPED);
  g_mutex_unlock (&self->mutex);

  return take_result (errsv, error);
}

void
okr_draft_discard (OkrDraft *self)
{
  g_return_if_fail (OKR_IS_DRAFT (self));

  g_mutex_lock (&self->mutex);
  remove_all (self);
  g_mutex_unlock (&self->mutex);
}

static gint64
look_up_time (OkrDraft *self)
{
  g_autofree char *name = dup_name (self, CONTENTS);
  struct stat st;

  return fstatat (self->folder->fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0 ? st.st_mtime : 0;
}

static gboolean
load (OkrDraft *self)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autoptr (GBytes) text = okr_state_folder_read_part (self->folder, self->id, INFO);
  g_autofree char *uri = NULL;

  if (text == NULL || !g_key_file_load_from_bytes (info, text, G_KEY_FILE_NONE, NULL))
    return FALSE;
  self->contents = okr_state_folder_read_part (self->folder, self->id, CONTENTS);
  if (self->contents == NULL)
    return FALSE;
  uri = g_key_file_get_string (info, GROUP, "Uri", NULL);
  if (uri != NULL)
    self->file = g_file_new_for_uri (uri);
  if (g_key_file_get_boolean (info, GROUP, "HasBase", NULL))
    self->base = okr_state_folder_read_part (self->folder, self->id, BASE);
  self->typed = okr_state_folder_read_part (self->folder, self->id, TYPED);
  self->time = look_up_time (self);

  return TRUE;
}

/* Returns NULL where somebody holds the draft, or there is not enough of it. */
static OkrDraft *
take_over (const char *id)
{
  g_autoptr (OkrDraft) self = g_object_new (OKR_TYPE_DRAFT, NULL);

  self->id = g_strdup (id);
  self->folder = okr_state_folder_open ("drafts");
  if (self->folder == NULL || take_lock (self) != 0 || !load (self))
    return NULL;

  return g_steal_pointer (&self);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  OkrDraft *first = *(OkrDraft *const *) a;
  OkrDraft *second = *(OkrDraft *const *) b;

  return (first->time > second->time) - (first->time < second->time);
}

static gboolean
adopt_rescue (OkrRescueStory *story, gpointer data)
{
  OkrDraft *draft = okr_draft_new (story->file, story->old);

  draft->contents = g_bytes_ref (story->contents);
  draft->time = g_get_real_time () / G_USEC_PER_SEC;
  g_ptr_array_add (data, draft);

  return okr_draft_write (draft, story->contents, NULL);
}

GPtrArray *
okr_draft_take_abandoned (void)
{
  g_autoptr (OkrStateFolder) folder = okr_state_folder_open ("drafts");
  g_autoptr (GPtrArray) names = folder != NULL ? okr_state_folder_list (folder)
                                               : g_ptr_array_new ();
  GPtrArray *drafts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *id = NULL;
      OkrDraft *draft;

      if (!g_str_has_suffix (g_ptr_array_index (names, i), INFO))
        continue;
      id = g_strdup (g_ptr_array_index (names, i));
      id[strlen (id) - strlen (INFO)] = '\0';
      draft = take_over (id);
      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }
  g_ptr_array_sort (drafts, compare_times);
  okr_rescue_foreach_abandoned (adopt_rescue, drafts);

  return drafts;
}

GFile *
okr_draft_get_file (OkrDraft *self)
{
  g_return_val_if_fail (OKR_IS_DRAFT (self), NULL);

  return self->file;
}

GBytes *
okr_draft_get_base (OkrDraft *self)
{
  g_return_val_if_fail (OKR_IS_DRAFT (self), NULL);

  return self->base;
}

GBytes *
okr_draft_get_contents (OkrDraft *self)
{
  g_return_val_if_fail (OKR_IS_DRAFT (self), NULL);

  return self->contents;
}

GBytes *
okr_draft_get_typed (OkrDraft *self)
{
  g_return_val_if_fail (OKR_IS_DRAFT (self), NULL);

  return self->typed;
}

gint64
okr_draft_get_time (OkrDraft *self)
{
  g_return_val_if_fail (OKR_IS_DRAFT (self), 0);

  return self->time;
}
