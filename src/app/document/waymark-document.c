/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-document.h"

#include "okr-ancestor.h"
#include "okr-file-reader.h"
#include "okr-file-writer.h"
#include "okr-json-scan.h"
#include "okr-lineage.h"
#include "okr-reader.h"
#include "okr-snapshot.h"
#include "okr-writer.h"
#include "waymark-version-keeper.h"

struct _WaymarkDocument
{
  GObject parent_instance;

  WaymarkSession *session;
  OkrPlan *plan;     /* what the base holds, as long as that is the session's plan */
  GBytes *base;      /* what the file held when it was loaded or saved last */
  char *sha256;      /* of these bytes */
  char *replaceable; /* the hash of what else the next save may replace, or NULL */
  gboolean busy;
  gboolean is_merged; /* what the base holds are the two sides of a git conflict */
  gboolean has_told_of_versions;
};

/* Shared with the thread. */
typedef struct
{
  GFile *file;
  GBytes *bytes;
  OkrPlan *plan; /* what was loaded */
  char *sha256;
  char *expected;
  guint64 revision;
  gboolean is_merged;
} Job;

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_BASE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkDocument, waymark_document, G_TYPE_OBJECT)

static void
job_clear (Job *job)
{
  g_clear_object (&job->file);
  g_clear_object (&job->plan);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->sha256);
  g_free (job->expected);
}

static void
job_unref (Job *job)
{
  g_atomic_rc_box_release_full (job, (GDestroyNotify) job_clear);
}

static void
set_busy (WaymarkDocument *self, gboolean busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
waymark_document_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WaymarkDocument *self = WAYMARK_DOCUMENT (object);

  if (property_id == PROP_BUSY)
    g_value_set_boolean (value, self->busy);
  else if (property_id == PROP_BASE)
    g_value_set_boxed (value, self->base);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_document_finalize (GObject *object)
{
  WaymarkDocument *self = WAYMARK_DOCUMENT (object);

  g_clear_object (&self->session);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->replaceable, g_free);

  G_OBJECT_CLASS (waymark_document_parent_class)->finalize (object);
}

static void
waymark_document_class_init (WaymarkDocumentClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waymark_document_get_property;
  object_class->finalize = waymark_document_finalize;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_BASE] = g_param_spec_boxed ("base", NULL, NULL, G_TYPE_BYTES, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waymark_document_init (WaymarkDocument *self)
{
}

WaymarkDocument *
waymark_document_new (WaymarkSession *session)
{
  WaymarkDocument *self = g_object_new (WAYMARK_TYPE_DOCUMENT, NULL);

  self->session = g_object_ref (session);

  return self;
}

gboolean
waymark_document_is_busy (WaymarkDocument *self)
{
  g_return_val_if_fail (WAYMARK_IS_DOCUMENT (self), FALSE);

  return self->busy;
}

GBytes *
waymark_document_get_base (WaymarkDocument *self)
{
  g_return_val_if_fail (WAYMARK_IS_DOCUMENT (self), NULL);

  return self->base;
}

const char *
waymark_document_get_sha256 (WaymarkDocument *self)
{
  g_return_val_if_fail (WAYMARK_IS_DOCUMENT (self), NULL);

  return self->sha256;
}

/* What comes next descends from the base. That is no edit: while there is none, a save writes the
 * base again, whatever its author made of spaces and the like. */
static void
extend_lineage (WaymarkDocument *self)
{
  if (!self->is_merged && g_bytes_get_size (self->base) > 0 &&
      okr_plan_get_read_only_reason (self->plan) == NULL)
    okr_lineage_extend (self->plan, (const char *const[]){ self->sha256, NULL });
}

gboolean
waymark_document_is_merged (WaymarkDocument *self)
{
  g_return_val_if_fail (WAYMARK_IS_DOCUMENT (self), FALSE);

  return self->is_merged;
}

static void
take_base (WaymarkDocument *self, OkrPlan *plan, GBytes *base, char *sha256)
{
  g_clear_pointer (&self->base, g_bytes_unref);
  g_free (self->sha256);
  g_set_object (&self->plan, plan);
  self->base = g_bytes_ref (base);
  self->sha256 = sha256;
  extend_lineage (self);
}

/* From what is written down of the plan already, which is quick; from the plan itself where that
 * should ever be out of date. Either is compared with the plan before it goes anywhere. */
static GBytes *
write_down (OkrPlan *plan, GError **error)
{
  OkrSnapshot *snapshot = okr_plan_take_snapshot (plan);
  g_autoptr (GBytes) bytes = okr_snapshot_to_bytes (snapshot);

  okr_snapshot_unref (snapshot);
  if (okr_plan_verify_bytes (plan, bytes, NULL))
    return g_steal_pointer (&bytes);
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = okr_plan_to_bytes (plan);

  return okr_plan_verify_bytes (plan, bytes, error) ? g_steal_pointer (&bytes) : NULL;
}

static GBytes *
create_contents (WaymarkDocument *self, OkrPlan *plan, GError **error)
{
  if (plan != self->plan)
    return write_down (plan, error);
  if (!okr_history_is_modified (okr_plan_get_history (plan)) && g_bytes_get_size (self->base) > 0)
    return g_bytes_ref (self->base);

  extend_lineage (self); /* an edit may have taken it back */

  return write_down (plan, error);
}

void
waymark_document_adopt (WaymarkDocument *self, OkrPlan *plan, GFile *file, GBytes *base)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  g_return_if_fail (WAYMARK_IS_DOCUMENT (self) && OKR_IS_PLAN (plan));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  /* With an unknown base, no file is what is expected, so that nothing is overwritten unasked. */
  base = base != NULL ? base : nothing;
  self->is_merged = FALSE;
  take_base (self, plan, base, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, base));
  waymark_session_set_file (self->session, file);
  waymark_session_set_plan (self->session, plan);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASE]);
}

void
waymark_document_catch_up (WaymarkDocument *self, GBytes *contents)
{
  g_return_if_fail (WAYMARK_IS_DOCUMENT (self) && contents != NULL);

  self->is_merged = FALSE;
  take_base (self, waymark_session_get_plan (self->session), contents,
             g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, contents));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASE]);
}

void
waymark_document_allow_replacing (WaymarkDocument *self, GBytes *contents)
{
  g_return_if_fail (WAYMARK_IS_DOCUMENT (self) && contents != NULL);

  g_free (self->replaceable);
  self->replaceable = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, contents);
}

/* The version history is a net below the net: when it tears, that is said once, and quietly. */
static void
on_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr (WaymarkDocument) self = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (ref);
  g_free (ref);
  if (waymark_version_keeper_add_finish (result, &error) || self == NULL ||
      self->has_told_of_versions)
    return;

  self->has_told_of_versions = TRUE;
  waymark_session_report (self->session, error);
}

static void
store_version (WaymarkDocument *self, OkrPlan *plan, GBytes *bytes)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  waymark_version_keeper_add_async (okr_item_get_id (OKR_ITEM (plan)), bytes, on_stored_cb, ref);
}

/* What is opened then is held by no file: no step of the history leads to a saved state. */
static OkrPlan *
merge_sides (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (OkrMergeResult) result = okr_ancestor_merge_marked (job->bytes, cancellable, error);

  if (result == NULL)
    return NULL;

  job->is_merged = TRUE;
  okr_history_mark_revision_saved (okr_plan_get_history (result->plan), G_MAXUINT64);

  return g_object_ref (result->plan);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  job->bytes = okr_file_read (job->file, &job->sha256, cancellable, &error);
  if (job->bytes != NULL)
    job->plan = okr_plan_new_from_bytes (job->bytes, cancellable, &error);
  if (g_error_matches (error, OKR_JSON_ERROR, OKR_JSON_ERROR_CONFLICT_MARKERS))
    {
      g_clear_error (&error);
      job->plan = merge_sides (job, cancellable, &error);
    }

  if (job->plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_return_boolean (task, TRUE);
}

static GTask *
start (WaymarkDocument *self, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
       gpointer user_data, gpointer tag)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_atomic_rc_box_new0 (Job);

  job->file = g_object_ref (file);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) job_unref);
  set_busy (self, TRUE);

  return task;
}

/* A file that can only be written in place must not be left half-way because the window closed. */
static void
hold_program (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_hold (application);
}

static void
release_program (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_release (application);
}

static void
on_ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  if (g_task_get_source_tag (task) == waymark_document_save_async)
    release_program ();
}

/* The document is no source of what runs in the thread: when its window closes meanwhile, its last
 * reference, and the plan's, would go there. */
static void
run (GTask *task, GTaskThreadFunc function)
{
  g_autoptr (GTask) inner =
      g_task_new (NULL, g_task_get_cancellable (task), on_ran_cb, g_object_ref (task));

  g_task_set_source_tag (inner, run);
  g_task_set_task_data (inner, g_atomic_rc_box_acquire (g_task_get_task_data (task)),
                        (GDestroyNotify) job_unref);
  g_task_run_in_thread (inner, function);
}

void
waymark_document_load_async (WaymarkDocument *self, GFile *file, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (WAYMARK_IS_DOCUMENT (self) && G_IS_FILE (file));

  task = start (self, file, cancellable, callback, user_data, waymark_document_load_async);
  run (task, load_in_thread);
}

gboolean
waymark_document_load_finish (WaymarkDocument *self, GAsyncResult *result, GError **error)
{
  g_autoptr (OkrPlan) plan = NULL;
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  job = g_task_get_task_data (G_TASK (result));
  plan = g_steal_pointer (&job->plan);
  self->is_merged = job->is_merged;
  take_base (self, plan, job->bytes, g_steal_pointer (&job->sha256));
  waymark_session_set_file (self->session, job->file);
  waymark_session_set_plan (self->session, plan);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASE]);
  if (!self->is_merged)
    store_version (self, plan, job->bytes);

  return TRUE;
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const OkrFileWriteFlags flags =
      ((Job *) data)->expected != NULL ? OKR_FILE_WRITE_NONE : OKR_FILE_WRITE_OVERWRITE;
  Job *job = data;
  GError *error = NULL;

  if (okr_file_write (job->file, job->bytes, job->expected, flags, &job->sha256, cancellable,
                      &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
waymark_document_save_async (WaymarkDocument *self, GFile *file, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  OkrPlan *plan;
  GFile *own;
  GError *error = NULL;
  Job *job;

  g_return_if_fail (WAYMARK_IS_DOCUMENT (self) && G_IS_FILE (file));

  plan = waymark_session_get_plan (self->session);
  g_return_if_fail (plan != NULL);

  task = start (self, file, cancellable, callback, user_data, waymark_document_save_async);
  job = g_task_get_task_data (task);
  own = waymark_session_get_file (self->session);
  if (own != NULL && g_file_equal (own, file))
    job->expected =
        self->replaceable != NULL ? g_steal_pointer (&self->replaceable) : g_strdup (self->sha256);
  job->bytes = create_contents (self, plan, &error);
  job->revision = okr_history_get_revision (okr_plan_get_history (plan));

  if (job->bytes != NULL)
    {
      hold_program ();
      run (task, save_in_thread);
    }
  else
    g_task_return_error (task, error);
}

gboolean
waymark_document_save_finish (WaymarkDocument *self, GAsyncResult *result, GError **error)
{
  OkrPlan *plan;
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  set_busy (self, FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  job = g_task_get_task_data (G_TASK (result));
  plan = waymark_session_get_plan (self->session);
  self->is_merged = FALSE;
  take_base (self, plan, job->bytes, g_steal_pointer (&job->sha256));
  waymark_session_set_file (self->session, job->file);
  okr_history_mark_revision_saved (okr_plan_get_history (plan), job->revision);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASE]);
  store_version (self, plan, job->bytes);

  return TRUE;
}
