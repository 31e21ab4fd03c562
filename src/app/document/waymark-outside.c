/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-outside.h"

#include <glib/gi18n.h>

#include "okr-error.h"
#include "okr-file-watch.h"
#include "okr-store-error.h"
#include "waymark-arrival.h"
#include "waymark-changes-text.h"
#include "waymark-merge.h"

/* A file that is just being written or synced is no document yet. */
#define PATIENCE 3
#define RETRY_MS 1000

/* So often a merge begins anew because the plan was edited meanwhile. */
#define MAX_MERGES 5

struct _WaymarkOutside
{
  GObject parent_instance;

  WaymarkSession *session;
  WaymarkDocument *document;
  OkrFileWatch *watch;
  GFile *watched;
  char *problem;
  guint retry_timer;
  guint n_retries;
  gboolean is_taking_in;
  gboolean needs_login;
  gboolean is_lost;       /* the file does not hold the plan */
  guint64 saved_revision; /* what was saved before, G_MAXUINT64 where nobody knows */
};

typedef struct
{
  WaymarkArrival *arrival;
  guint n_merges;
} TakeIn;

enum
{
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WaymarkOutside, waymark_outside, G_TYPE_OBJECT)

static void merge (GTask *task);

static void
take_in_free (TakeIn *self)
{
  g_clear_pointer (&self->arrival, waymark_arrival_unref);
  g_free (self);
}

static OkrHistory *
get_history (WaymarkOutside *self)
{
  return okr_plan_get_history (waymark_session_get_plan (self->session));
}

static gboolean
has_unsaved (WaymarkOutside *self)
{
  OkrHistory *history = get_history (self);

  return self->is_lost ? okr_history_get_revision (history) != self->saved_revision
                       : okr_history_is_modified (history);
}

static void
set_problem (WaymarkOutside *self, const char *problem)
{
  self->needs_login = self->needs_login && problem != NULL;
  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* What is on the screen is nowhere else now: it is kept in a draft, and can be saved. */
static void
lose (WaymarkOutside *self, const char *problem)
{
  OkrHistory *history = get_history (self);

  set_problem (self, problem);
  if (self->is_lost || okr_plan_get_read_only_reason (waymark_session_get_plan (self->session)))
    return;

  self->is_lost = TRUE;
  self->saved_revision =
      okr_history_is_modified (history) ? G_MAXUINT64 : okr_history_get_revision (history);
  okr_history_mark_revision_saved (history, G_MAXUINT64);
}

static void
calm_down (WaymarkOutside *self)
{
  g_clear_handle_id (&self->retry_timer, g_source_remove);
  self->n_retries = 0;
  self->is_lost = FALSE;
  set_problem (self, NULL);
}

/* The file holds again what was saved last. */
static void
find_again (WaymarkOutside *self)
{
  if (self->is_lost)
    okr_history_mark_revision_saved (get_history (self), self->saved_revision);
  calm_down (self);
}

/* Also what was seen already is told again. */
static void
look_again (WaymarkOutside *self)
{
  const char *known = waymark_document_get_sha256 (self->document);

  if (self->watch == NULL || known == NULL)
    return;

  okr_file_watch_set_known (self->watch, known);
  okr_file_watch_check (self->watch);
}

static gboolean
on_retry_cb (gpointer user_data)
{
  WaymarkOutside *self = user_data;

  self->retry_timer = 0;
  look_again (self);

  return G_SOURCE_REMOVE;
}

static char *
describe_problem (const GError *error)
{
  if (g_error_matches (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_OTHER_PLAN))
    return g_strdup (_ ("The file holds another plan now. Yours is safe here."));
  if (g_error_matches (error, OKR_STORE_ERROR, OKR_STORE_ERROR_LOGIN))
    return g_strdup (_ ("The server asks again for your name and password. Until you connect, what "
                        "others change does not come in."));
  if (error->domain != OKR_STORE_ERROR &&
      !g_error_matches (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_TOO_NEW))
    return g_strdup (_ ("What the file holds now is not a plan. Yours is safe here."));

  return g_strdup (error->message);
}

static void
tell_gone (WaymarkOutside *self)
{
  lose (self, _ ("The file was deleted or moved. Saving the plan makes it again."));
}

static void
on_taken_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WaymarkOutside *self = WAYMARK_OUTSIDE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;

  self->is_taking_in = FALSE;
  if (waymark_outside_take_in_finish (self, result, NULL, &error))
    {
      waymark_outside_check (self); /* what came meanwhile was not looked at */
      return;
    }
  if (self->session == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PENDING) || self->n_retries < PATIENCE)
    {
      self->n_retries += g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PENDING) ? 0 : 1;
      if (self->retry_timer == 0)
        self->retry_timer = g_timeout_add (RETRY_MS, on_retry_cb, self);
      return;
    }
  if (g_error_matches (error, OKR_STORE_ERROR, OKR_STORE_ERROR_NOT_FOUND))
    {
      tell_gone (self);
      return;
    }

  problem = describe_problem (error);
  self->needs_login = g_error_matches (error, OKR_STORE_ERROR, OKR_STORE_ERROR_LOGIN);
  lose (self, problem);
}

static void
on_found_cb (WaymarkOutside *self, OkrFileState state)
{
  /* Our own save may be what is seen; and there may be nothing to compare it with yet. */
  if (waymark_document_is_busy (self->document) ||
      waymark_session_get_plan (self->session) == NULL || self->is_taking_in)
    return;

  if (state == OKR_FILE_STATE_SAME)
    find_again (self);
  else if (state == OKR_FILE_STATE_GONE)
    tell_gone (self);
  else
    {
      self->is_taking_in = TRUE;
      waymark_outside_take_in_async (self, on_taken_in_cb, NULL);
    }
}

static void
stop_watching (WaymarkOutside *self)
{
  if (self->watch != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->watch, self);
      okr_file_watch_stop (self->watch);
    }
  g_clear_object (&self->watch);
  g_clear_object (&self->watched);
}

static void
on_place_cb (WaymarkOutside *self)
{
  GFile *file = waymark_session_get_file (self->session);
  const char *known = waymark_document_get_sha256 (self->document);

  calm_down (self);
  if (self->watch != NULL && file != NULL && g_file_equal (file, self->watched))
    {
      okr_file_watch_set_known (self->watch, known);
      return;
    }

  stop_watching (self);
  if (file == NULL || known == NULL)
    return;

  self->watched = g_object_ref (file);
  self->watch = okr_file_watch_new (file, known);
  g_signal_connect_object (self->watch, "found", G_CALLBACK (on_found_cb), self, G_CONNECT_SWAPPED);
}

/* What happened while we saved or loaded was not looked at. */
static void
on_busy_cb (WaymarkOutside *self)
{
  if (!waymark_document_is_busy (self->document))
    look_again (self);
}

static gboolean
is_over (GTask *task)
{
  WaymarkOutside *self = g_task_get_source_object (task);

  if (self->session != NULL && waymark_session_get_plan (self->session) != NULL &&
      !waymark_document_is_busy (self->document))
    return FALSE;

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "%s",
                           _ ("The plan is being saved."));

  return TRUE;
}

static void
announce (WaymarkOutside *self, TakeIn *job, WaymarkMerge *accepted, gboolean was_modified)
{
  GPtrArray *differences = waymark_merge_get_differences (accepted);
  const gboolean is_earlier = job->arrival->is_earlier;
  g_autofree char *text = waymark_changes_text (differences, is_earlier && !was_modified);

  if (text != NULL)
    waymark_session_announce (self->session, text, was_modified || is_earlier);
}

static gboolean
accept (WaymarkOutside *self, TakeIn *job, WaymarkMerge *prepared, GError **error)
{
  OkrHistory *history = get_history (self);
  const gboolean was_modified = has_unsaved (self);

  if (!waymark_merge_accept_news (prepared, error))
    return FALSE;

  if (waymark_merge_is_theirs (prepared))
    okr_history_mark_saved (history);
  else if (!waymark_merge_is_theirs_old (prepared))
    /* What was saved before is not what the file holds: taking back leads nowhere saved. */
    okr_history_mark_revision_saved (history, G_MAXUINT64);
  else if (self->is_lost)
    okr_history_mark_revision_saved (history, self->saved_revision);
  waymark_document_catch_up (self->document, job->arrival->bytes);
  announce (self, job, prepared, was_modified);

  return TRUE;
}

static void
on_prepared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaymarkOutside *self = g_task_get_source_object (task);
  TakeIn *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (WaymarkMerge) prepared = waymark_merge_prepare_finish (result, &error);

  if (prepared == NULL)
    g_task_return_error (task, error);
  else if (is_over (task))
    return;
  else if (accept (self, job, prepared, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PENDING) && job->n_merges < MAX_MERGES)
    {
      g_error_free (error);
      merge (g_steal_pointer (&task));
    }
  else
    g_task_return_error (task, error);
}

/* A plan that a newer program has written can only be looked at: there is nothing of ours in it. */
static void
replace (WaymarkOutside *self, OkrPlan *plan, GBytes *bytes)
{
  g_autoptr (GFile) file = g_object_ref (waymark_session_get_file (self->session));
  OkrItem *selected = waymark_session_get_selected (self->session);
  g_autofree char *id = selected != NULL ? g_strdup (okr_item_get_id (selected)) : NULL;

  waymark_document_adopt (self->document, plan, file, bytes);
  if (id != NULL)
    waymark_session_set_selected (self->session, okr_plan_find (plan, id));
  waymark_session_announce (self->session, _ ("The file was changed elsewhere"), FALSE);
}

static gboolean
has_base (WaymarkOutside *self)
{
  GBytes *base = waymark_document_get_base (self->document);

  return base != NULL && g_bytes_get_size (base) > 0 &&
         !waymark_document_is_merged (self->document);
}

/* Where nothing is unsaved, an earlier state was put there on purpose. Else both come together from
 * the state that both know. What is said of the base is said of the one of that time. */
static gboolean
starts_from_base (WaymarkOutside *self, WaymarkArrival *arrival)
{
  return has_base (self) &&
         g_strcmp0 (arrival->known, waymark_document_get_sha256 (self->document)) == 0 &&
         (arrival->descends || (arrival->is_earlier && !has_unsaved (self)));
}

static void
merge (GTask *task)
{
  WaymarkOutside *self = g_task_get_source_object (task);
  TakeIn *job = g_task_get_task_data (task);
  const gboolean from_base = starts_from_base (self, job->arrival);

  job->n_merges++;
  waymark_merge_prepare_async (self->session, job->arrival->bytes,
                               from_base ? waymark_document_get_base (self->document) : NULL, NULL,
                               on_prepared_cb, task);
}

static void
on_arrived_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (OkrPlan) plan = NULL;
  WaymarkOutside *self = g_task_get_source_object (task);
  TakeIn *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (!waymark_arrival_read_finish (result, &job->arrival, &plan, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (is_over (task))
    return;

  if (g_strcmp0 (job->arrival->sha256, waymark_document_get_sha256 (self->document)) == 0)
    find_again (self);
  else if (job->arrival->is_known)
    look_again (self); /* what was known then is no more */
  else if (plan != NULL)
    replace (self, plan, job->arrival->bytes);
  else
    {
      merge (g_steal_pointer (&task));
      return;
    }
  g_task_return_boolean (task, TRUE);
}

void
waymark_outside_take_in_async (WaymarkOutside *self, GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (WAYMARK_IS_OUTSIDE (self) && self->session != NULL);
  g_return_if_fail (waymark_session_get_file (self->session) != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, waymark_outside_take_in_async);
  g_task_set_task_data (task, g_new0 (TakeIn, 1), (GDestroyNotify) take_in_free);
  waymark_arrival_read_async (self->session, self->document, on_arrived_cb, task);
}

gboolean
waymark_outside_take_in_finish (WaymarkOutside *self, GAsyncResult *result, GBytes **found,
                                GError **error)
{
  TakeIn *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (found != NULL)
    *found = job->arrival != NULL && job->arrival->bytes != NULL ? g_bytes_ref (job->arrival->bytes)
                                                                 : NULL;

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
waymark_outside_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_PROBLEM)
    g_value_set_string (value, WAYMARK_OUTSIDE (object)->problem);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_outside_dispose (GObject *object)
{
  waymark_outside_stop (WAYMARK_OUTSIDE (object));

  G_OBJECT_CLASS (waymark_outside_parent_class)->dispose (object);
}

static void
waymark_outside_finalize (GObject *object)
{
  g_clear_pointer (&WAYMARK_OUTSIDE (object)->problem, g_free);

  G_OBJECT_CLASS (waymark_outside_parent_class)->finalize (object);
}

static void
waymark_outside_class_init (WaymarkOutsideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waymark_outside_get_property;
  object_class->dispose = waymark_outside_dispose;
  object_class->finalize = waymark_outside_finalize;

  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waymark_outside_init (WaymarkOutside *self)
{
}

WaymarkOutside *
waymark_outside_new (WaymarkSession *session, WaymarkDocument *document)
{
  WaymarkOutside *self;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session) && WAYMARK_IS_DOCUMENT (document), NULL);

  self = g_object_new (WAYMARK_TYPE_OUTSIDE, NULL);
  self->session = g_object_ref (session);
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::base", G_CALLBACK (on_place_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::busy", G_CALLBACK (on_busy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::file", G_CALLBACK (on_place_cb), self,
                           G_CONNECT_SWAPPED);
  on_place_cb (self);

  return self;
}

void
waymark_outside_check (WaymarkOutside *self)
{
  g_return_if_fail (WAYMARK_IS_OUTSIDE (self));

  if (self->watch != NULL)
    okr_file_watch_check (self->watch);
}

void
waymark_outside_stop (WaymarkOutside *self)
{
  g_return_if_fail (WAYMARK_IS_OUTSIDE (self));

  g_clear_handle_id (&self->retry_timer, g_source_remove);
  stop_watching (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
}

const char *
waymark_outside_get_problem (WaymarkOutside *self)
{
  g_return_val_if_fail (WAYMARK_IS_OUTSIDE (self), NULL);

  return self->problem;
}

gboolean
waymark_outside_needs_login (WaymarkOutside *self)
{
  g_return_val_if_fail (WAYMARK_IS_OUTSIDE (self), FALSE);

  return self->needs_login;
}
