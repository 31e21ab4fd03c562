/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-conflict-copies.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-conflict-copies.h"
#include "okr-file-name.h"
#include "okr-file-reader.h"
#include "waymark-merge.h"

/* Whoever types that much while a merge is worked out may ask for it again. */
#define MAX_TRIES 5

struct _WaymarkConflictCopies
{
  GObject parent_instance;

  WaymarkSession *session;
  WaymarkDocument *document;
  GCancellable *cancellable; /* of the look that is under way */
  GPtrArray *copies;         /* OkrConflictCopy: those that are mentioned */
  GHashTable *settled;       /* SHA-256 of those that are not mentioned again */
  char *text;
  gboolean is_merging;
};

typedef struct
{
  GFile *file;
  char *plan_id;
  char *sha256;
  GStrv lineage;
} Look;

typedef struct
{
  GFile *file;
  GBytes *bytes;
  char *sha256;
  guint n_tries;
  WaymarkCopyMerge result;
} Merging;

enum
{
  PROP_0,
  PROP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkConflictCopies, waymark_conflict_copies, G_TYPE_OBJECT)

static void prepare (GTask *task);

static void
look_free (Look *self)
{
  g_object_unref (self->file);
  g_free (self->plan_id);
  g_free (self->sha256);
  g_strfreev (self->lineage);
  g_free (self);
}

static void
merging_free (Merging *self)
{
  g_object_unref (self->file);
  g_bytes_unref (self->bytes);
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

static void
update_text (WaymarkConflictCopies *self)
{
  g_autofree char *text = describe (self->copies);

  if (g_strcmp0 (text, self->text) == 0)
    return;

  g_free (self->text);
  self->text = g_steal_pointer (&text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static gboolean
is_settled (WaymarkConflictCopies *self, OkrConflictCopy *copy)
{
  return g_hash_table_contains (self->settled, copy->sha256);
}

/* Drops what is settled; two files that hold the same are two. */
static void
sort_out (WaymarkConflictCopies *self)
{
  for (guint i = self->copies->len; i > 0; i--)
    {
      if (is_settled (self, g_ptr_array_index (self->copies, i - 1)))
        g_ptr_array_remove_index (self->copies, i - 1);
    }
  update_text (self);
}

static void
settle (WaymarkConflictCopies *self, const char *sha256)
{
  g_hash_table_add (self->settled, g_strdup (sha256));
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
      OkrConflictCopy *copy = g_ptr_array_index (copies, i - 1);

      if (is_original (look->file, copy) ||
          g_strv_contains ((const char *const *) look->lineage, copy->sha256))
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
  sort_out (self);
}

static Look *
look_new (OkrPlan *plan, GFile *file, const char *sha256)
{
  const char *const nothing[] = { NULL };
  const char *const *lineage = okr_plan_get_lineage (plan);
  Look *self = g_new0 (Look, 1);

  self->file = g_object_ref (file);
  self->plan_id = g_strdup (okr_item_get_id (OKR_ITEM (plan)));
  self->sha256 = g_strdup (sha256);
  self->lineage = g_strdupv ((char **) (lineage != NULL ? lineage : nothing));

  return self;
}

static void
stop_looking (WaymarkConflictCopies *self)
{
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

  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_looked_cb, g_object_ref (self));
  g_task_set_source_tag (task, waymark_conflict_copies_look);
  g_task_set_task_data (task, look_new (plan, file, sha256), (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

const char *
waymark_conflict_copies_get_text (WaymarkConflictCopies *self)
{
  g_return_val_if_fail (WAYMARK_IS_CONFLICT_COPIES (self), NULL);

  return self->text;
}

void
waymark_conflict_copies_put_off (WaymarkConflictCopies *self)
{
  g_return_if_fail (WAYMARK_IS_CONFLICT_COPIES (self));

  for (guint i = 0; i < self->copies->len; i++)
    settle (self, ((OkrConflictCopy *) g_ptr_array_index (self->copies, i))->sha256);
  forget (self);
}

static WaymarkCopyFate
put_away (Merging *merging)
{
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) bytes = okr_file_read (merging->file, &sha256, NULL, NULL);

  if (bytes == NULL || !g_str_equal (sha256, merging->sha256))
    return WAYMARK_COPY_CHANGED;

  return g_file_trash (merging->file, NULL, NULL) ? WAYMARK_COPY_IN_WASTEBASKET
                                                  : WAYMARK_COPY_STAYS;
}

static void
put_away_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_int (task, put_away (data));
}

static void
on_put_away_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Merging *merging = g_task_get_task_data (task);

  merging->result.fate = (WaymarkCopyFate) g_task_propagate_int (G_TASK (result), NULL);
  g_task_return_boolean (task, TRUE);
}

/* Takes the task: its copy is in the plan. */
static void
end (GTask *task)
{
  WaymarkConflictCopies *self = g_task_get_source_object (task);
  Merging *merging = g_task_get_task_data (task);
  g_autoptr (GTask) last = g_task_new (NULL, NULL, on_put_away_cb, task);

  settle (self, merging->sha256);
  sort_out (self);
  g_task_set_source_tag (last, end);
  g_task_set_task_data (last, merging, NULL); /* the first task's, which waits */
  g_task_run_in_thread (last, put_away_in_thread);
}

static void
on_prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Merging *merging = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (WaymarkMerge) merge = waymark_merge_prepare_finish (result, &error);

  if (merge != NULL && waymark_merge_accept (merge, &error))
    {
      merging->result.n_differences = waymark_merge_get_differences (merge)->len;
      merging->result.n_conflicts = waymark_merge_get_n_conflicts (merge);
      end (g_steal_pointer (&task));
      return;
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PENDING) && merging->n_tries < MAX_TRIES)
    {
      g_clear_error (&error);
      prepare (g_steal_pointer (&task));
      return;
    }
  g_task_return_error (task, error);
}

/* Takes the task. */
static void
prepare (GTask *task)
{
  WaymarkConflictCopies *self = g_task_get_source_object (task);
  Merging *merging = g_task_get_task_data (task);

  if (self->session == NULL || waymark_session_get_plan (self->session) == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The plan was closed.");
      g_object_unref (task);
      return;
    }
  merging->n_tries++;
  waymark_merge_prepare_async (self->session, merging->bytes, NULL, NULL, on_prepared_cb, task);
}

void
waymark_conflict_copies_merge_async (WaymarkConflictCopies *self, GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  OkrConflictCopy *copy;
  Merging *merging;

  g_return_if_fail (WAYMARK_IS_CONFLICT_COPIES (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, waymark_conflict_copies_merge_async);
  if (self->copies->len == 0 || self->is_merging)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "There is no other copy.");
      return;
    }

  self->is_merging = TRUE;
  copy = g_ptr_array_index (self->copies, 0);
  merging = g_new0 (Merging, 1);
  merging->file = g_object_ref (copy->file);
  merging->bytes = g_bytes_ref (copy->bytes);
  merging->sha256 = g_strdup (copy->sha256);
  g_task_set_task_data (task, merging, (GDestroyNotify) merging_free);
  prepare (g_steal_pointer (&task));
}

gboolean
waymark_conflict_copies_merge_finish (WaymarkConflictCopies *self, GAsyncResult *result,
                                      WaymarkCopyMerge *merge, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (merge != NULL, FALSE);

  if (g_task_get_task_data (G_TASK (result)) != NULL)
    self->is_merging = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  *merge = ((Merging *) g_task_get_task_data (G_TASK (result)))->result;

  return TRUE;
}

void
waymark_conflict_copies_stop (WaymarkConflictCopies *self)
{
  g_return_if_fail (WAYMARK_IS_CONFLICT_COPIES (self));

  stop_looking (self);
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
  g_hash_table_unref (self->settled);
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
}

static void
waymark_conflict_copies_init (WaymarkConflictCopies *self)
{
  self->copies = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_conflict_copy_free);
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

WaymarkConflictCopies *
waymark_conflict_copies_new (WaymarkSession *session, WaymarkDocument *document)
{
  WaymarkConflictCopies *self;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session) && WAYMARK_IS_DOCUMENT (document), NULL);

  self = g_object_new (WAYMARK_TYPE_CONFLICT_COPIES, NULL);
  self->session = g_object_ref (session);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::base", G_CALLBACK (waymark_conflict_copies_look),
                           self, G_CONNECT_SWAPPED);

  return self;
}
