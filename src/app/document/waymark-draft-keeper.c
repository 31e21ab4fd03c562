/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-draft-keeper.h"

#include "okr-snapshot.h"

#define PREPARE_AFTER 1000 /* ms: what is typed in one go needs no draft for each letter */
#define SLICE 1000         /* µs of the main thread at a time */
#define RETRY_AFTER 10     /* s */

struct _WaymarkDraftKeeper
{
  GObject parent_instance;

  WaymarkSession *session;
  WaymarkDocument *document;
  OkrPlan *plan;
  OkrDraft *draft;       /* NULL: the next edit begins one */
  GPtrArray *superseded; /* those that go once this one is written */
  char *problem;

  guint prepare_timer;
  guint prepare_idle;
  guint deadline_timer; /* runs exactly while there are edits that no snapshot holds */
  guint retry_timer;

  GQueue jobs;
  gboolean is_busy; /* a job is in the thread */

  GMutex mutex; /* held while a draft is written or discarded */
  guint last_serial;
};

typedef struct
{
  WaymarkDraftKeeper *keeper;
  OkrDraft *draft;
  OkrSnapshot *snapshot;
  GBytes *contents; /* where there is no snapshot; neither: discard the draft */
  GBytes *typed;
  guint serial;
} Job;

enum
{
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkDraftKeeper, waymark_draft_keeper, G_TYPE_OBJECT)

static void start_next_job (WaymarkDraftKeeper *self);

static Job *
job_new (WaymarkDraftKeeper *self, OkrDraft *draft)
{
  Job *job = g_new0 (Job, 1);

  job->keeper = self;
  job->draft = g_object_ref (draft);
  job->serial = ++self->last_serial;

  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->draft);
  g_clear_pointer (&job->snapshot, okr_snapshot_unref);
  g_clear_pointer (&job->contents, g_bytes_unref);
  g_clear_pointer (&job->typed, g_bytes_unref);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static gboolean
is_modified (WaymarkDraftKeeper *self)
{
  return self->plan != NULL && okr_history_is_modified (okr_plan_get_history (self->plan));
}

static gboolean
writes (const Job *job)
{
  return job->snapshot != NULL || job->contents != NULL;
}

/* What is typed in a dialog is no edit, but would be lost like one. */
static gboolean
has_unsaved (WaymarkDraftKeeper *self)
{
  return is_modified (self) ||
         (self->plan != NULL && waymark_session_get_typed (self->session) != NULL);
}

static void
set_problem (WaymarkDraftKeeper *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
stop_timers (WaymarkDraftKeeper *self)
{
  g_clear_handle_id (&self->prepare_timer, g_source_remove);
  g_clear_handle_id (&self->prepare_idle, g_source_remove);
  g_clear_handle_id (&self->deadline_timer, g_source_remove);
  g_clear_handle_id (&self->retry_timer, g_source_remove);
}

/* The words go after the document: whoever has confirmed them has them in one or the other. */
static gboolean
write_both (Job *job, GError **error)
{
  g_autoptr (GBytes) contents = job->snapshot != NULL ? okr_snapshot_to_bytes (job->snapshot)
                                                      : g_bytes_ref (job->contents);

  return okr_draft_write (job->draft, contents, error) &&
         okr_draft_write_typed (job->draft, job->typed, error);
}

static gboolean
carry_out (WaymarkDraftKeeper *self, Job *job, GError **error)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);
  const GQuark done = g_quark_from_static_string ("waymark-serial");

  /* A late job must not undo what was done to its draft without waiting. */
  if (job->serial < GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (job->draft), done)))
    return TRUE;

  g_object_set_qdata (G_OBJECT (job->draft), done, GUINT_TO_POINTER (job->serial));
  if (writes (job))
    return write_both (job, error);
  okr_draft_discard (job->draft);

  return TRUE;
}

static void
carry_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (carry_out (job->keeper, job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static OkrDraft *
get_draft (WaymarkDraftKeeper *self)
{
  GFile *file = waymark_session_get_file (self->session);

  if (self->draft == NULL)
    self->draft =
        okr_draft_new (file, file != NULL ? waymark_document_get_base (self->document) : NULL);

  return self->draft;
}

/* Of a plan without unsaved edits the file's own bytes, by which it is known again. */
static GBytes *
get_untouched (WaymarkDraftKeeper *self)
{
  GBytes *base = waymark_document_get_base (self->document);
  const gboolean is_saved = !is_modified (self) && waymark_session_get_file (self->session) != NULL;

  return is_saved && base != NULL && g_bytes_get_size (base) > 0 ? base : NULL;
}

static Job *
create_write_job (WaymarkDraftKeeper *self)
{
  Job *job = job_new (self, get_draft (self));
  GBytes *untouched = get_untouched (self);
  const char *typed = waymark_session_get_typed (self->session);

  if (untouched != NULL)
    job->contents = g_bytes_ref (untouched);
  else
    job->snapshot = okr_plan_take_snapshot (self->plan);
  if (typed != NULL)
    job->typed = g_bytes_new (typed, strlen (typed));

  return job;
}

/* Takes the job. What it makes pointless is not begun. */
static void
queue_job (WaymarkDraftKeeper *self, Job *job)
{
  Job *last = g_queue_peek_tail (&self->jobs);

  if (last != NULL && last->draft == job->draft)
    job_free (g_queue_pop_tail (&self->jobs));
  g_queue_push_tail (&self->jobs, job);
  start_next_job (self);
}

static void
write_draft (WaymarkDraftKeeper *self)
{
  stop_timers (self);
  if (has_unsaved (self))
    queue_job (self, create_write_job (self));
}

static gboolean
on_retry_cb (gpointer user_data)
{
  WaymarkDraftKeeper *self = user_data;

  self->retry_timer = 0;
  write_draft (self);

  return G_SOURCE_REMOVE;
}

static void
discard_superseded (WaymarkDraftKeeper *self)
{
  for (guint i = 0; i < self->superseded->len; i++)
    queue_job (self, job_new (self, g_ptr_array_index (self->superseded, i)));
  g_ptr_array_set_size (self->superseded, 0);
}

static void
on_job_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkDraftKeeper) self = user_data;
  GApplication *application = g_application_get_default ();
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->is_busy = FALSE;
  if (error == NULL && writes (job) && job->draft == self->draft)
    discard_superseded (self);
  set_problem (self, error != NULL ? error->message : NULL);
  if (error != NULL && self->retry_timer == 0 && self->plan != NULL)
    self->retry_timer = g_timeout_add_seconds (RETRY_AFTER, on_retry_cb, self);
  start_next_job (self);

  if (application != NULL)
    g_application_release (application);
}

/* The program may not end before, even when its last window has gone: a draft that was discarded
 * must not come back at the next start. */
static void
start_next_job (WaymarkDraftKeeper *self)
{
  g_autoptr (GTask) task = NULL;
  GApplication *application = g_application_get_default ();

  if (self->is_busy || g_queue_is_empty (&self->jobs))
    return;

  self->is_busy = TRUE;
  if (application != NULL)
    g_application_hold (application);
  /* Not the task's source: its last reference may go in the thread. */
  task = g_task_new (NULL, NULL, on_job_done_cb, g_object_ref (self));
  g_task_set_source_tag (task, start_next_job);
  g_task_set_task_data (task, g_queue_pop_head (&self->jobs), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, carry_out_in_thread);
}

static gboolean
on_prepare_cb (gpointer user_data)
{
  WaymarkDraftKeeper *self = user_data;

  if (!okr_plan_prepare_snapshot (self->plan, SLICE))
    return G_SOURCE_CONTINUE;

  self->prepare_idle = 0;
  write_draft (self);

  return G_SOURCE_REMOVE;
}

static gboolean
on_prepare_timer_cb (gpointer user_data)
{
  WaymarkDraftKeeper *self = user_data;

  self->prepare_timer = 0;
  self->prepare_idle = g_idle_add_full (G_PRIORITY_LOW, on_prepare_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

/* The main thread had no idle moment for so long. */
static gboolean
on_deadline_cb (gpointer user_data)
{
  WaymarkDraftKeeper *self = user_data;

  self->deadline_timer = 0;
  write_draft (self);

  return G_SOURCE_REMOVE;
}

static void
schedule (WaymarkDraftKeeper *self)
{
  if (self->deadline_timer != 0)
    return;

  self->prepare_timer = g_timeout_add (PREPARE_AFTER, on_prepare_timer_cb, self);
  self->deadline_timer = g_timeout_add (WAYMARK_DRAFT_DELAY, on_deadline_cb, self);
}

/* Drops the draft; it can be written again unless it is forgotten. */
static void
drop (WaymarkDraftKeeper *self)
{
  stop_timers (self);
  discard_superseded (self);
  if (self->draft != NULL)
    queue_job (self, job_new (self, self->draft));
  set_problem (self, NULL);
}

static void
on_edited_cb (WaymarkDraftKeeper *self)
{
  if (has_unsaved (self))
    schedule (self);
}

static void
on_unsaved_cb (WaymarkDraftKeeper *self)
{
  if (has_unsaved (self))
    schedule (self);
  else
    drop (self);
}

static void
on_plan_cb (WaymarkDraftKeeper *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);

  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_func (self->plan, on_edited_cb, self);
  drop (self);
  g_clear_object (&self->draft);
  g_set_object (&self->plan, plan);
  if (plan == NULL)
    return;

  g_signal_connect_object (plan, "edited", G_CALLBACK (on_edited_cb), self, G_CONNECT_SWAPPED);
  on_edited_cb (self);
}

/* The file holds something else now, so what is unsaved needs a new draft. The old one goes when
 * that is there. */
static void
on_base_cb (WaymarkDraftKeeper *self)
{
  g_autoptr (OkrDraft) old = g_steal_pointer (&self->draft);

  if (old == NULL)
    return;

  g_ptr_array_add (self->superseded, g_steal_pointer (&old));
  if (has_unsaved (self))
    write_draft (self);
  else
    drop (self);
}

static void
waymark_draft_keeper_get_property (GObject *object, guint property_id, GValue *value,
                                   GParamSpec *pspec)
{
  if (property_id == PROP_PROBLEM)
    g_value_set_string (value, WAYMARK_DRAFT_KEEPER (object)->problem);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_draft_keeper_dispose (GObject *object)
{
  WaymarkDraftKeeper *self = WAYMARK_DRAFT_KEEPER (object);

  waymark_draft_keeper_stop (self);
  g_queue_clear_full (&self->jobs, (GDestroyNotify) job_free);

  G_OBJECT_CLASS (waymark_draft_keeper_parent_class)->dispose (object);
}

static void
waymark_draft_keeper_finalize (GObject *object)
{
  WaymarkDraftKeeper *self = WAYMARK_DRAFT_KEEPER (object);

  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->superseded, g_ptr_array_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (waymark_draft_keeper_parent_class)->finalize (object);
}

static void
waymark_draft_keeper_class_init (WaymarkDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waymark_draft_keeper_get_property;
  object_class->dispose = waymark_draft_keeper_dispose;
  object_class->finalize = waymark_draft_keeper_finalize;

  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waymark_draft_keeper_init (WaymarkDraftKeeper *self)
{
  self->superseded = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&self->jobs);
  g_mutex_init (&self->mutex);
}

WaymarkDraftKeeper *
waymark_draft_keeper_new (WaymarkSession *session, WaymarkDocument *document)
{
  WaymarkDraftKeeper *self;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session) && WAYMARK_IS_DOCUMENT (document), NULL);

  self = g_object_new (WAYMARK_TYPE_DRAFT_KEEPER, NULL);
  self->session = g_object_ref (session);
  self->document = g_object_ref (document);
  g_signal_connect_object (session, "notify::plan", G_CALLBACK (on_plan_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::modified", G_CALLBACK (on_unsaved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::typed", G_CALLBACK (on_unsaved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::base", G_CALLBACK (on_base_cb), self,
                           G_CONNECT_SWAPPED);
  on_plan_cb (self);

  return self;
}

void
waymark_draft_keeper_adopt (WaymarkDraftKeeper *self, OkrDraft *draft)
{
  g_return_if_fail (WAYMARK_IS_DRAFT_KEEPER (self) && OKR_IS_DRAFT (draft));

  stop_timers (self);
  g_set_object (&self->draft, draft);
}

void
waymark_draft_keeper_hurry (WaymarkDraftKeeper *self)
{
  g_return_if_fail (WAYMARK_IS_DRAFT_KEEPER (self));

  if (self->deadline_timer != 0)
    write_draft (self);
}

/* What waits to be written is written anyway. */
static void
discard_now (WaymarkDraftKeeper *self)
{
  while (!g_queue_is_empty (&self->jobs))
    {
      g_autoptr (Job) waiting = g_queue_pop_head (&self->jobs);

      if (!writes (waiting))
        carry_out (self, waiting, NULL);
    }
}

void
waymark_draft_keeper_write_now (WaymarkDraftKeeper *self)
{
  g_autoptr (Job) job = NULL;

  g_return_if_fail (WAYMARK_IS_DRAFT_KEEPER (self));

  stop_timers (self);
  discard_now (self);
  if (!has_unsaved (self))
    return;

  job = create_write_job (self);
  if (!carry_out (self, job, NULL))
    return;
  while (self->superseded->len > 0)
    {
      g_autoptr (OkrDraft) old = g_ptr_array_steal_index (self->superseded, 0);
      g_autoptr (Job) last = job_new (self, old);

      carry_out (self, last, NULL);
    }
}

void
waymark_draft_keeper_discard (WaymarkDraftKeeper *self)
{
  g_return_if_fail (WAYMARK_IS_DRAFT_KEEPER (self));

  drop (self);
}

static void
disconnect (WaymarkDraftKeeper *self, gpointer source)
{
  if (source != NULL)
    g_signal_handlers_disconnect_by_data (source, self);
}

void
waymark_draft_keeper_stop (WaymarkDraftKeeper *self)
{
  g_return_if_fail (WAYMARK_IS_DRAFT_KEEPER (self));

  stop_timers (self);
  disconnect (self, self->plan);
  disconnect (self, self->document);
  disconnect (self, self->session);
  g_clear_object (&self->draft);
  g_clear_object (&self->plan);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
}

const char *
waymark_draft_keeper_get_problem (WaymarkDraftKeeper *self)
{
  g_return_val_if_fail (WAYMARK_IS_DRAFT_KEEPER (self), NULL);

  return self->problem;
}
