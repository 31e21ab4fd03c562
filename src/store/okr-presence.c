/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-presence.h"

#include "okr-fd.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define GROUP "Open"
#define PREFIX ".~lock."
#define SUFFIX "#"
#define RANDOM_DIGITS 8

/* A name may have 255 bytes. */
#define MAX_NAME 200

/* Nobody's announcement is longer; what is, is not one. */
#define MAX_SIZE 4096

struct _OkrPresence
{
  GObject parent_instance;

  GFile *folder;
  GFile *own; /* NULL: not announced */
  char *prefix;
  char *person;
};

G_DEFINE_FINAL_TYPE (OkrPresence, okr_presence, G_TYPE_OBJECT)

static void
okr_presence_finalize (GObject *object)
{
  OkrPresence *self = OKR_PRESENCE (object);

  g_clear_object (&self->folder);
  g_clear_object (&self->own);
  g_clear_pointer (&self->prefix, g_free);
  g_clear_pointer (&self->person, g_free);

  G_OBJECT_CLASS (okr_presence_parent_class)->finalize (object);
}

static void
okr_presence_class_init (OkrPresenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = okr_presence_finalize;
}

static void
okr_presence_init (OkrPresence *self)
{
}

OkrPresence *
okr_presence_new (GFile *file, const char *person)
{
  OkrPresence *self;
  g_autofree char *name = NULL;
  g_autofree char *short_name = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && person != NULL, NULL);

  self = g_object_new (OKR_TYPE_PRESENCE, NULL);
  name = g_file_get_basename (file);
  short_name = strlen (name) <= MAX_NAME
                 ? g_strdup (name)
                 : g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);
  self->folder = g_file_get_parent (file);
  self->prefix = g_strconcat (PREFIX, short_name, ".", NULL);
  self->person = g_strdup (person);

  return self;
}

static char *
describe (OkrPresence *self, gsize *length)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();

  g_key_file_set_string (info, GROUP, "Person", self->person);
  g_key_file_set_string (info, GROUP, "Host", g_get_host_name ());
  g_key_file_set_integer (info, GROUP, "Process", getpid ());
  g_key_file_set_int64 (info, GROUP, "Time", g_get_real_time () / G_USEC_PER_SEC);

  return g_key_file_to_data (info, length, NULL);
}

gboolean
okr_presence_announce (OkrPresence *self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  sigset_t previous;
  gboolean announced;
  gsize length;

  g_return_val_if_fail (OKR_IS_PRESENCE (self), FALSE);

  if (self->folder == NULL)
    return FALSE;
  if (self->own == NULL)
    {
      name = g_strdup_printf ("%s%0*x" SUFFIX, self->prefix, RANDOM_DIGITS, g_random_int ());
      self->own = g_file_get_child (self->folder, name);
    }
  text = describe (self, &length);

  okr_fd_hold_size_signal (&previous);
  announced = g_file_replace_contents (self->own, text, length, NULL, FALSE, G_FILE_CREATE_NONE,
                                       NULL, NULL, NULL);
  okr_fd_release_size_signal (&previous);

  return announced;
}

void
okr_presence_leave (OkrPresence *self)
{
  g_return_if_fail (OKR_IS_PRESENCE (self));

  if (self->own != NULL)
    g_file_delete (self->own, NULL, NULL);
  g_clear_object (&self->own);
}

static gboolean
is_alive (GKeyFile *info, GFile *file)
{
  g_autofree char *host = g_key_file_get_string (info, GROUP, "Host", NULL);
  const int process = g_key_file_get_integer (info, GROUP, "Process", NULL);
  const gint64 age = g_get_real_time () / G_USEC_PER_SEC
                     - g_key_file_get_int64 (info, GROUP, "Time", NULL);

  if (g_strcmp0 (host, g_get_host_name ()) != 0 || process <= 0)
    return age < 3 * OKR_PRESENCE_REFRESH;
  if (kill (process, 0) == 0 || errno == EPERM)
    return TRUE;

  /* A crash left it, and nobody else would take it away. */
  g_file_delete (file, NULL, NULL);

  return FALSE;
}

/* Returns NULL for one that does not count. */
static char *
read_person (GFile *file)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char text[MAX_SIZE];
  gsize length = 0;
  g_autofree char *person = NULL;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, sizeof text, &length, NULL, NULL)
      || length == sizeof text
      || !g_key_file_load_from_data (info, text, length, G_KEY_FILE_NONE, NULL)
      || !is_alive (info, file))
    return NULL;
  person = g_key_file_get_string (info, GROUP, "Person", NULL);

  return person != NULL && person[0] != '\0' ? g_steal_pointer (&person) : NULL;
}

/* Another document's name may begin with ours. */
static gboolean
is_announcement (OkrPresence *self, GFileInfo *info, GFile *file)
{
  const char *name = g_file_info_get_name (info);

  return g_str_has_prefix (name, self->prefix)
         && strlen (name) == strlen (self->prefix) + RANDOM_DIGITS + strlen (SUFFIX)
         && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR
         && (self->own == NULL || !g_file_equal (file, self->own));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GStrv
okr_presence_list_others (OkrPresence *self)
{
  g_autoptr (GPtrArray) persons = NULL;
  g_autoptr (GFileEnumerator) children = NULL;
  GFileInfo *info;
  GFile *child;

  g_return_val_if_fail (OKR_IS_PRESENCE (self), NULL);

  persons = g_ptr_array_new_with_free_func (g_free);
  if (self->folder != NULL)
    children = g_file_enumerate_children (self->folder,
                                          G_FILE_ATTRIBUTE_STANDARD_NAME
                                          "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                          G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL)
         && info != NULL)
    {
      char *person = is_announcement (self, info, child) ? read_person (child) : NULL;

      if (person != NULL && !g_ptr_array_find_with_equal_func (persons, person, g_str_equal, NULL))
        g_ptr_array_add (persons, person);
      else
        g_free (person);
    }
  g_ptr_array_sort (persons, compare);
  g_ptr_array_add (persons, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&persons), FALSE);
}
