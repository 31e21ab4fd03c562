/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving and closing, with the questions that belong to them. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "okr-file-name.h"
#include "okr-file-writer.h"
#include "okr-store-error.h"
#include "waymark-ask.h"
#include "waymark-check-in-typed.h"
#include "waymark-choose-file.h"
#include "waymark-connect.h"
#include "waymark-new-plan-dialog.h"
#include "waymark-recent.h"
#include "waymark-window-private.h"

#define MAX_MERGES 20 /* so often others may save while one save goes on */

typedef struct
{
  WaymarkWindow *window;
  GFile *file;
  WaymarkAfterSave after;
  gboolean has_connected;
  guint n_merges;
  GError *error; /* why it was not saved */
  GBytes *found; /* what the file holds instead of the plan */
  GFile *aside;  /* where that is kept */
} SaveJob;

static SaveJob *
save_job_new (WaymarkWindow *window, GFile *file, WaymarkAfterSave after)
{
  SaveJob *job = g_new0 (SaveJob, 1);

  job->window = g_object_ref (window);
  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->after = after;

  return job;
}

static void
save_job_free (SaveJob *job)
{
  g_object_unref (job->window);
  g_clear_object (&job->file);
  g_clear_error (&job->error);
  g_clear_pointer (&job->found, g_bytes_unref);
  g_clear_object (&job->aside);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveJob, save_job_free)

static gboolean
is_closed (const SaveJob *job)
{
  return job->window->session == NULL;
}

static void
on_failed_save_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaveJob) job = user_data;
  g_autofree char *answer = waymark_ask_finish (result);

  if (!is_closed (job) && g_str_equal (answer, "save-as"))
    waymark_window_save_as (job->window, job->after);
}

static void
ask_after_failed_save (SaveJob *job, GError *error)
{
  static const WaymarkAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "save-as", N_ ("Save _As…"), ADW_RESPONSE_SUGGESTED },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };

  waymark_ask_async (GTK_WINDOW (job->window), _ ("The Plan Was Not Saved"), error->message,
                     answers, "save-as", on_failed_save_answered_cb,
                     save_job_new (job->window, job->file, job->after));
}

static void on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* Takes the job. */
static void
save_again (SaveJob *job)
{
  waymark_document_save_async (job->window->document, job->file, NULL, on_saved_cb, job);
}

static void
on_put_aside_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaveJob) job = user_data;
  g_autoptr (GError) error = NULL;

  const gboolean is_aside = okr_file_write_finish (job->aside, result, NULL, &error);

  if (is_closed (job))
    return;
  if (!is_aside)
    {
      ask_after_failed_save (job, error);
      return;
    }

  waymark_document_allow_replacing (job->window->document, job->found);
  save_again (g_steal_pointer (&job));
}

static void
on_replace_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaveJob) job = user_data;
  g_autofree char *answer = waymark_ask_finish (result);
  GFile *aside = job->aside;
  GBytes *found = job->found;

  if (is_closed (job))
    return;
  if (g_str_equal (answer, "save-as"))
    waymark_window_save_as (job->window, job->after);
  else if (g_str_equal (answer, "replace"))
    okr_file_write_async (aside, found, NULL, OKR_FILE_WRITE_NONE, NULL, on_put_aside_cb,
                          g_steal_pointer (&job));
}

static GFile *
find_place_aside (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *own = g_file_get_basename (file);
  g_autofree char *name = g_strconcat (own, ".replaced-", time, NULL);

  return g_file_get_child (folder, name);
}

/* Takes the job. */
static void
ask_before_replacing (SaveJob *job)
{
  static const WaymarkAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "replace", N_ ("_Replace"), ADW_RESPONSE_DESTRUCTIVE },
    { "save-as", N_ ("Save _As…"), ADW_RESPONSE_SUGGESTED },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  GFile *file = waymark_session_get_file (job->window->session);
  g_autofree char *name = okr_file_describe (file);
  g_autofree char *body = NULL;

  job->aside = find_place_aside (file);
  {
    g_autofree char *aside = okr_file_describe (job->aside);

    /* Translators: the names of two files */
    body = g_strdup_printf (_ ("What “%1$s” holds now is not a copy of this plan. If you replace "
                               "it, what is there now is kept as “%2$s”."),
                            name, aside);
  }
  waymark_ask_async (GTK_WINDOW (job->window), _ ("Replace the File?"), body, answers, "save-as",
                     on_replace_answered_cb, job);
}

static void
on_taken_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaveJob) job = user_data;
  g_autoptr (GError) error = NULL;

  const gboolean is_in =
      waymark_outside_take_in_finish (WAYMARK_OUTSIDE (source), result, &job->found, &error);

  if (is_closed (job))
    return;
  if (is_in)
    save_again (g_steal_pointer (&job));
  else if (job->found != NULL && error->domain != OKR_STORE_ERROR && error->domain != G_IO_ERROR)
    ask_before_replacing (g_steal_pointer (&job));
  else
    ask_after_failed_save (job, error->domain == OKR_STORE_ERROR ? error : job->error);
}

/* Somebody else has saved: both come together first. Takes the job. */
static void
take_in_first (SaveJob *job, GError *error)
{
  g_clear_error (&job->error);
  g_clear_pointer (&job->found, g_bytes_unref);
  job->error = g_error_copy (error);
  job->n_merges++;
  waymark_outside_take_in_async (job->window->outside, on_taken_in_cb, job);
}

static gboolean
can_take_in (const SaveJob *job, const GError *error)
{
  return g_error_matches (error, OKR_STORE_ERROR, OKR_STORE_ERROR_CHANGED_ON_DISK) &&
         job->n_merges < MAX_MERGES && job->window->outside != NULL &&
         waymark_session_get_file (job->window->session) != NULL;
}

static void
on_connected_to_save_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaveJob) job = user_data;
  g_autoptr (GError) error = NULL;

  waymark_connect_finish (result, &error);
  if (is_closed (job))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ask_after_failed_save (job, job->error);
  else
    save_again (g_steal_pointer (&job));
}

/* The server has forgotten who is here. Takes the job. */
static void
connect_first (SaveJob *job, GError *error)
{
  g_clear_error (&job->error);
  job->error = g_error_copy (error);
  job->has_connected = TRUE;
  waymark_connect_async (job->file, GTK_WINDOW (job->window), NULL, on_connected_to_save_cb, job);
}

/* Takes the job. */
static void
go_on_after_failed_save (SaveJob *taken, GError *error)
{
  g_autoptr (SaveJob) job = taken;

  if (can_take_in (job, error))
    take_in_first (g_steal_pointer (&job), error);
  else if (g_error_matches (error, OKR_STORE_ERROR, OKR_STORE_ERROR_LOGIN) && !job->has_connected)
    connect_first (g_steal_pointer (&job), error);
  else
    ask_after_failed_save (job, error);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaveJob) job = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean is_saved =
      waymark_document_save_finish (WAYMARK_DOCUMENT (source), result, &error);
  WaymarkWindow *self = job->window;

  if (is_closed (job))
    return;
  if (!is_saved)
    {
      self->has_next_save = FALSE;
      go_on_after_failed_save (g_steal_pointer (&job), error);
      return;
    }

  waymark_recent_add (waymark_session_get_file (self->session));
  if (job->after == WAYMARK_AFTER_SAVE_CLOSE)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  waymark_window_show_toast (self, _ ("Plan saved"), FALSE);
  if (job->after == WAYMARK_AFTER_SAVE_MAIL)
    waymark_window_mail_saved (self);
}

static void
save_to (WaymarkWindow *self, GFile *file, WaymarkAfterSave after)
{
  waymark_document_save_async (self->document, file, NULL, on_saved_cb,
                               save_job_new (self, file, after));
}

static gboolean
save_next_cb (gpointer user_data)
{
  WaymarkWindow *self = user_data;

  if (self->has_next_save && !waymark_document_is_busy (self->document) &&
      waymark_session_get_plan (self->session) != NULL)
    {
      self->has_next_save = FALSE;
      if (self->next_save != WAYMARK_AFTER_SAVE_NOTHING ||
          waymark_session_get_modified (self->session))
        waymark_window_save (self, self->next_save);
    }

  return G_SOURCE_REMOVE;
}

static void
on_busy_cb (WaymarkDocument *document, GParamSpec *pspec, WaymarkWindow *self)
{
  if (self->has_next_save && !waymark_document_is_busy (document))
    g_idle_add_full (G_PRIORITY_DEFAULT, save_next_cb, g_object_ref (self), g_object_unref);
}

/* What is being written does not have what was done since, and a server may take its time. */
static void
save_later (WaymarkWindow *self, WaymarkAfterSave after)
{
  self->has_next_save = TRUE;
  self->next_save = after;
  g_signal_handlers_disconnect_by_func (self->document, on_busy_cb, self);
  g_signal_connect_object (self->document, "notify::busy", G_CALLBACK (on_busy_cb), self, 0);
}

void
waymark_window_save (WaymarkWindow *self, WaymarkAfterSave after)
{
  GFile *file = waymark_session_get_file (self->session);

  if (waymark_document_is_busy (self->document))
    {
      save_later (self, after);
      return;
    }

  if (file != NULL)
    save_to (self, file, after);
  else
    waymark_window_save_as (self, after);
}

static void
on_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SaveJob) job = user_data;
  g_autoptr (GFile) file = waymark_choose_file_finish (result);

  if (file != NULL && !is_closed (job))
    save_to (job->window, file, job->after);
}

/* What was made from another file is found beside it, under the same name. */
static char *
propose_name (WaymarkWindow *self)
{
  GFile *origin = waymark_session_get_origin (self->session);
  g_autofree char *title =
      origin != NULL ? g_file_get_basename (origin) : waymark_session_dup_title (self->session);
  char *dot = origin != NULL ? strrchr (title, '.') : NULL;

  if (dot != NULL && dot != title)
    *dot = '\0';
  /* The one character that no file name holds. */
  g_strdelimit (title, "/", '-');

  return g_strconcat (title, ".okr", NULL);
}

void
waymark_window_save_as (WaymarkWindow *self, WaymarkAfterSave after)
{
  g_autofree char *name = propose_name (self);
  g_autoptr (GFile) folder = waymark_session_dup_folder (self->session);

  if (waymark_document_is_busy (self->document))
    return;

  waymark_choose_file_async (GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                             waymark_session_get_file (self->session), folder, name,
                             on_place_chosen_cb, save_job_new (self, NULL, after));
}

void
waymark_window_close_unsaved (WaymarkWindow *self)
{
  waymark_draft_keeper_discard (self->draft_keeper);
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_close_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkWindow) self = user_data;
  g_autofree char *answer = waymark_ask_finish (result);

  if (g_str_equal (answer, "save"))
    waymark_window_save (self, WAYMARK_AFTER_SAVE_CLOSE);
  else if (g_str_equal (answer, "discard"))
    waymark_window_close_unsaved (self);
}

static GtkWindow *
find_dialog (WaymarkWindow *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self) &&
          gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static void
on_typed_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkWindow) self = user_data;
  GtkWindow *dialog = find_dialog (self);

  if (!waymark_ask_discard_finish (result))
    return;

  waymark_session_set_typed (self->session, NULL);
  if (dialog != NULL)
    gtk_window_close (dialog);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask_about_typed (WaymarkWindow *self)
{
  GtkWindow *dialog = find_dialog (self);
  GtkWindow *parent = dialog != NULL ? dialog : GTK_WINDOW (self);

  if (!waymark_ask_is_open (parent))
    waymark_check_in_typed_ask_discard_async (parent, on_typed_answered_cb, g_object_ref (self));
}

/* A new plan in the making asks itself, and the window that it belongs to stays meanwhile. */
static gboolean
is_kept_open (WaymarkWindow *self)
{
  GtkWindow *dialog = find_dialog (self);

  if (!WAYMARK_IS_NEW_PLAN_DIALOG (dialog))
    return FALSE;

  gtk_window_close (dialog);

  return find_dialog (self) != NULL;
}

/* Whether the window has to stay open because it asks. */
gboolean
waymark_window_ask_before_close (WaymarkWindow *self)
{
  static const WaymarkAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", N_ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", N_ ("_Save"), ADW_RESPONSE_SUGGESTED },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  if (!self->may_close && waymark_session_get_typed (self->session) != NULL)
    {
      ask_about_typed (self);
      return TRUE;
    }
  if (is_kept_open (self))
    return TRUE;
  if (self->may_close || !waymark_session_get_modified (self->session))
    return FALSE;

  title = waymark_session_dup_title (self->session);
  /* Translators: a plan's title */
  body = g_strdup_printf (_ ("“%s” has changes that are not saved. They are lost for good when you "
                             "discard them."),
                          title);
  waymark_ask_async (GTK_WINDOW (self), _ ("Save Changes?"), body, answers, "save",
                     on_close_answered_cb, g_object_ref (self));

  return TRUE;
}
