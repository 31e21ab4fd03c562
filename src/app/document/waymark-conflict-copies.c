/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-conflict-copies.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-conflict-copies.h"
#include "okr-file-name.h"

/* Services that keep folders the same write in several steps, each of which is reported. */
#define SETTLE_MS 400

struct _WaymarkConflictCopies
{
  GObject parent_instance;

  WaymarkSession *session;
  WaymarkDocument *document;
  OkrPlan *plan;
  GFileMonitor *monitor; /* of the folder */
  GFile *folder;
  guint look_timer;
  GCancellable *cancellable; /* of the look that is under way */
  GPtrArray *copies;         /* OkrConflictCopy: all that were found */
  GHashTable *put_off;       /* SHA-256 of those that are not mentioned again */
  GHashTable *merged;        /* GFile → SHA-256: what goes when a save holds that */
  char *text;
};

typedef struct
{
  GFile *file;
  char *plan_id;
  char *sha256;
} Look;

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

enum
{
  PUT_AWAY,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkConflictCopies, waymark_conflict_copies, G_TYPE_OBJECT)

static void
look_free (Look *self)
{
  g_object_unref (self->file);
  g_free (self->plan_id);
  g_free (self->sha256);
  g_free (self);
}

static char *
quote_name (OkrConflictCopy *copy)
{
  g_autofree char *name = okr_file_describe (copy->file);

  /* Translators: a file's name */
  return g_strdup_printf (_ ("“%s”"), name);
}

static char *
describe (GPtrArray *copies)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < copies->len; i++)
    {
      g_autofree char *name = quote_name (g_ptr_array_index (copies, i));

      /* Translators: between the parts of an enumeration */
      g_string_append_printf (names, "%s%s", i > 0 ? _ (", ") : "", name);
    }
  if (copies->len == 0)
    return NULL;
  if (copies->len == 1)
    /* Translators: a file's name in quotes */
    return g_strdup_printf (_ ("There is another version of this plan beside the file: %s."),
                            names->str);

  /* Translators: a number of two or more, and the files' names in quotes */
  return g_strdup_printf (
      ngettext ("There is %1$u other version of this plan beside the file: %2$s.",
                "There are %1$u other versions of this plan beside the file: %2$s.", copies->len),
      copies->len, names->str);
}

static gboolean
descends_from (OkrPlan *plan, const char *sha256)
{
  const char *const *lineage = okr_plan_get_lineage (plan);

  return lineage != NULL && g_strv_contains (lineage, sha256);
}

/* What the plan holds is not mentioned; when the merge is taken back it is again. */
static GPtrArray *
list_mentioned (WaymarkConflictCopies *self)
{
  GPtrArray *mentioned = g_ptr_array_new ();

  for (guint i = 0; self->plan != NULL && i < self->copies->len; i++)
    {
      OkrConflictCopy *copy = g_ptr_array_index (self->copies, i);

      if (!g_hash_table_contains (self->put_off, copy->sha256) &&
          !descends_from (self->plan, copy->sha256))
        g_ptr_array_add (mentioned, copy);
    }

  return mentioned;
}

static void
update_text (WaymarkConflictCopies *self)
{
  g_autoptr (GPtrArray) mentioned = list_mentioned (self);
  g_autofree char *text = describe (mentioned);

  if (g_strcmp0 (text, self->text) == 0)
    return;

  g_free (self->text);
  self->text = g_steal_pointer (&text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/* Where the open file is the copy, what it is a copy of is no copy: that stays where it is. */
static gboolean
is_original (GFile *file, OkrConflictCopy *copy)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *other = g_file_get_basename (copy->file);

  return strlen (other) < strlen (name);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  GPtrArray *copies =
      okr_conflict_copies_find (look->file, look->plan_id, look->sha256, cancellable);

  for (guint i = copies->len; i > 0; i--)
    {
      if (is_original (look->file, g_ptr_array_index (copies, i - 1)))
        g_ptr_array_remove_index (copies, i - 1);
    }
  g_task_return_pointer (task, copies, (GDestroyNotify) g_ptr_array_unref);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkConflictCopies) self = user_data;
  g_autoptr (GPtrArray) copies = g_task_propagate_pointer (G_TASK (result), NULL);

  if (copies == NULL || self->session == NULL)
    return; /* another look or the end came after it */

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->copies);
  self->copies = g_steal_pointer (&copies);
  update_text (self);
}

static void
stop_looking (WaymarkConflictCopies *self)
{
  g_clear_handle_id (&self->look_timer, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
forget (WaymarkConflictCopies *self)
{
  g_ptr_array_set_size (self->copies, 0);
  update_text (self);
}

void
waymark_conflict_copies_look (WaymarkConflictCopies *self)
{
  g_autoptr (GTask) task = NULL;
  OkrPlan *plan;
  GFile *file;
  const char *sha256;
  Look *look;

  g_return_if_fail (WAYMARK_IS_CONFLICT_COPIES (self));

  if (self->session == NULL)
    return;

  stop_looking (self);
  plan = waymark_session_get_plan (self->session);
  file = waymark_session_get_file (self->session);
  sha256 = waymark_document_get_sha256 (self->document);
  if (plan == NULL || file == NULL || sha256 == NULL ||
      okr_plan_get_read_only_reason (plan) != NULL)
    {
      forget (self);
      return;
    }

  look = g_new0 (Look, 1);
  look->file = g_object_ref (file);
  look->plan_id = g_strdup (okr_item_get_id (OKR_ITEM (plan)));
  look->sha256 = g_strdup (sha256);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_looked_cb, g_object_ref (self));
  g_task_set_source_tag (task, waymark_conflict_copies_look);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

const char *
waymark_conflict_copies_get_text (WaymarkConflictCopies *self)
{
  g_return_val_if_fail (WAYMARK_IS_CONFLICT_COPIES (self), NULL);

  return self->text;
}

static gboolean
is_first (GPtrArray *copies, guint index)
{
  const OkrConflictCopy *copy = g_ptr_array_index (copies, index);

  for (guint i = 0; i < index; i++)
    {
      if (g_str_equal (((OkrConflictCopy *) g_ptr_array_index (copies, i))->sha256, copy->sha256))
        return FALSE;
    }

  return TRUE;
}

GListModel *
waymark_conflict_copies_list_files (WaymarkConflictCopies *self)
{
  g_autoptr (GPtrArray) mentioned = NULL;
  GListStore *files;

  g_return_val_if_fail (WAYMARK_IS_CONFLICT_COPIES (self), NULL);

  mentioned = list_mentioned (self);
  files = g_list_store_new (G_TYPE_FILE);
  for (guint i = 0; i < mentioned->len; i++)
    {
      if (is_first (mentioned, i))
        g_list_store_append (files, ((OkrConflictCopy *) g_ptr_array_index (mentioned, i))->file);
    }

  return G_LIST_MODEL (files);
}

void
waymark_conflict_copies_put_off (WaymarkConflictCopies *self)
{
  g_autoptr (GPtrArray) mentioned = NULL;

  g_return_if_fail (WAYMARK_IS_CONFLICT_COPIES (self));

  mentioned = list_mentioned (self);
  for (guint i = 0; i < mentioned->len; i++)
    g_hash_table_add (self->put_off,
                      g_strdup (((OkrConflictCopy *) g_ptr_array_index (mentioned, i))->sha256));
  update_text (self);
}

static void
on_put_away_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkConflictCopies) self = user_data;
  g_autoptr (GHashTable) fates = waymark_put_away_finish (result);
  GApplication *application = g_application_get_default ();
  GHashTableIter iter;
  gpointer file;
  gpointer fate;

  g_hash_table_iter_init (&iter, fates);
  while (g_hash_table_iter_next (&iter, &file, &fate))
    {
      g_hash_table_remove (self->merged, file);
      g_signal_emit (self, signals[PUT_AWAY], 0, GPOINTER_TO_INT (fate));
    }
  if (application != NULL)
    g_application_release (application);
}

/* The program does not end in the middle of it. */
static void
put_away_merged (WaymarkConflictCopies *self)
{
  GApplication *application = g_application_get_default ();
  GBytes *saved = waymark_document_get_base (self->document);

  if (g_hash_table_size (self->merged) == 0 || saved == NULL)
    return;

  if (application != NULL)
    g_application_hold (application);
  waymark_put_away_async (saved, self->merged, on_put_away_cb, g_object_ref (self));
}

void
waymark_conflict_copies_put_away_once_saved (WaymarkConflictCopies *self, GFile *file,
                                             const char *sha256)
{
  g_return_if_fail (WAYMARK_IS_CONFLICT_COPIES (self) && G_IS_FILE (file) && sha256 != NULL);

  g_hash_table_insert (self->merged, g_object_ref (file), g_strdup (sha256));
  for (guint i = 0; i < self->copies->len; i++)
    {
      const OkrConflictCopy *copy = g_ptr_array_index (self->copies, i);

      if (g_str_equal (copy->sha256, sha256))
        g_hash_table_insert (self->merged, g_object_ref (copy->file), g_strdup (sha256));
    }
}

static gboolean
on_look_timer_cb (gpointer user_data)
{
  WaymarkConflictCopies *self = user_data;

  self->look_timer = 0;
  waymark_conflict_copies_look (self);

  return G_SOURCE_REMOVE;
}

static gboolean
may_be_copy (WaymarkConflictCopies *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (waymark_session_get_file (self->session));
  g_autofree char *other = file != NULL ? g_file_get_basename (file) : NULL;

  return other != NULL && okr_conflict_name_fits (name, other);
}

static void
on_folder_cb (WaymarkConflictCopies *self, GFile *file, GFile *other)
{
  if (waymark_session_get_file (self->session) == NULL ||
      (!may_be_copy (self, file) && !may_be_copy (self, other)))
    return;

  g_clear_handle_id (&self->look_timer, g_source_remove);
  self->look_timer = g_timeout_add (SETTLE_MS, on_look_timer_cb, self);
}

static void
stop_watching (WaymarkConflictCopies *self)
{
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_clear_object (&self->folder);
}

static void
watch_folder (WaymarkConflictCopies *self)
{
  GFile *file = waymark_session_get_file (self->session);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (folder != NULL && self->folder != NULL && g_file_equal (folder, self->folder))
    return;

  stop_watching (self);
  g_set_object (&self->folder, folder);
  if (folder != NULL)
    self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_folder_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
set_plan (WaymarkConflictCopies *self, OkrPlan *plan)
{
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_data (self->plan, self);
  g_set_object (&self->plan, plan);
  if (plan != NULL)
    g_signal_connect_object (plan, "edited", G_CALLBACK (update_text), self, G_CONNECT_SWAPPED);
}

static void
on_base_cb (WaymarkConflictCopies *self)
{
  set_plan (self, waymark_session_get_plan (self->session));
  watch_folder (self);
  put_away_merged (self);
  waymark_conflict_copies_look (self);
}

void
waymark_conflict_copies_stop (WaymarkConflictCopies *self)
{
  g_return_if_fail (WAYMARK_IS_CONFLICT_COPIES (self));

  stop_looking (self);
  stop_watching (self);
  set_plan (self, NULL);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
}

static void
waymark_conflict_copies_get_property (GObject *object, guint property_id, GValue *value,
                                      GParamSpec *pspec)
{
  if (property_id == PROP_TEXT)
    g_value_set_string (value, WAYMARK_CONFLICT_COPIES (object)->text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_conflict_copies_dispose (GObject *object)
{
  waymark_conflict_copies_stop (WAYMARK_CONFLICT_COPIES (object));

  G_OBJECT_CLASS (waymark_conflict_copies_parent_class)->dispose (object);
}

static void
waymark_conflict_copies_finalize (GObject *object)
{
  WaymarkConflictCopies *self = WAYMARK_CONFLICT_COPIES (object);

  g_ptr_array_unref (self->copies);
  g_hash_table_unref (self->put_off);
  g_hash_table_unref (self->merged);
  g_free (self->text);

  G_OBJECT_CLASS (waymark_conflict_copies_parent_class)->finalize (object);
}

static void
waymark_conflict_copies_class_init (WaymarkConflictCopiesClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waymark_conflict_copies_get_property;
  object_class->dispose = waymark_conflict_copies_dispose;
  object_class->finalize = waymark_conflict_copies_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * WaymarkConflictCopies::put-away:
   * @fate: (type int): a #WaymarkCopyFate
   *
   * What was merged from a copy is saved, and this became of its file.
   */
  signals[PUT_AWAY] = g_signal_new ("put-away", WAYMARK_TYPE_CONFLICT_COPIES, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
waymark_conflict_copies_init (WaymarkConflictCopies *self)
{
  self->copies = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_conflict_copy_free);
  self->put_off = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->merged =
      g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal, g_object_unref, g_free);
}

WaymarkConflictCopies *
waymark_conflict_copies_new (WaymarkSession *session, WaymarkDocument *document)
{
  WaymarkConflictCopies *self;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session) && WAYMARK_IS_DOCUMENT (document), NULL);

  self = g_object_new (WAYMARK_TYPE_CONFLICT_COPIES, NULL);
  self->session = g_object_ref (session);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::base", G_CALLBACK (on_base_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}
