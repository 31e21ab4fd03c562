/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-export.h"

#include <glib/gi18n.h>

#include "okr-file-name.h"
#include "okr-file-writer.h"
#include "okr-store-error.h"
#include "waymark-ask.h"
#include "waymark-choose-file.h"
#include "waymark-step-toast.h"

typedef struct
{
  WaymarkSession *session;
  const OkrExportKind *kind;
  OkrExportOptions options;
  OkrPageSetup setup;
  char *owner;
  GFile *file;
  OkrFileWriteFlags flags;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_object (&self->session);
  g_clear_object (&self->options.cycle);
  g_clear_object (&self->options.team);
  g_free (self->owner);
  g_clear_object (&self->file);
  g_free (self);
}

static GTask *
new_task (GtkWindow *parent, WaymarkSession *session, const OkrExportKind *kind,
          const OkrExportOptions *options, GCancellable *cancellable, GAsyncReadyCallback callback,
          gpointer user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->session = g_object_ref (session);
  job->kind = kind;
  job->options = *options;
  if (options->cycle != NULL)
    g_object_ref (options->cycle);
  if (options->team != NULL)
    g_object_ref (options->team);
  job->owner = g_strdup (options->owner);
  job->options.owner = job->owner;
  if (options->setup != NULL)
    {
      job->setup = *options->setup;
      job->options.setup = &job->setup;
    }
  g_task_set_source_tag (task, waymark_export_async);
  g_task_set_task_data (task, job, job_free);

  return task;
}

/* What a thread may free: nothing of the window. */
typedef struct
{
  OkrExport *export;
  GFile *file;
  OkrFileWriteFlags flags;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  g_clear_pointer (&self->export, okr_export_free);
  g_object_unref (self->file);
  g_free (self);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = okr_export_render (writing->export, cancellable, &error);

  /* What is large is gone when somebody is told that it is done. */
  g_clear_pointer (&writing->export, okr_export_free);
  if (bytes == NULL ||
      !okr_file_write (writing->file, bytes, NULL, writing->flags | OKR_FILE_WRITE_EXPORT, NULL,
                       cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_pointer (task, g_object_ref (job->file), g_object_unref);
  else
    g_task_return_error (task, error);
}

/* The thread may well be the last to let go of its task, which therefore is one of its own. */
static void
write_aside (GTask *task, OkrExport *export)
{
  Job *job = g_task_get_task_data (task);
  Writing *writing = g_new0 (Writing, 1);
  g_autoptr (GTask) inner =
      g_task_new (NULL, g_task_get_cancellable (task), on_written_cb, g_object_ref (task));

  writing->export = export;
  writing->file = g_object_ref (job->file);
  writing->flags = job->flags;
  g_task_set_task_data (inner, writing, writing_free);
  g_task_run_in_thread (inner, write_in_thread);
}

/* Takes over the task. */
static void
begin (GTask *task)
{
  g_autoptr (GTask) owned G_GNUC_UNUSED = task;
  Job *job = g_task_get_task_data (task);
  OkrPlan *plan = waymark_session_get_plan (job->session);
  GFile *file = waymark_session_get_file (job->session);
  OkrExportOptions options = job->options;
  g_autofree char *file_name = NULL;

  if (plan == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  if (!okr_export_may_write (job->file, file))
    {
      g_task_return_new_error (task, OKR_STORE_ERROR, OKR_STORE_ERROR_EXISTS, "%s",
                               _ ("That is the name of a plan, which an export never replaces."));
      return;
    }

  file_name = waymark_export_dup_file_name (job->session);
  options.file_name = file_name;
  write_aside (task, okr_export_new (job->kind, plan, &options));
}

/* The chooser has asked whether to replace what it was told, and nothing else. */
static void
take_file (Job *job, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *end = g_strconcat (".", job->kind->extension, NULL);
  g_autofree char *folded = g_ascii_strdown (name, -1);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *whole = NULL;

  if (g_str_has_suffix (folded, end) || folder == NULL)
    {
      job->flags = OKR_FILE_WRITE_OVERWRITE;
      job->file = g_object_ref (file);
      return;
    }

  whole = g_strconcat (name, end, NULL);
  job->flags = OKR_FILE_WRITE_NONE;
  job->file = g_file_get_child (folder, whole);
}

static void
on_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GFile) file = waymark_choose_file_finish (result);

  if (file == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  take_file (g_task_get_task_data (task), file);
  begin (g_steal_pointer (&task));
}

/* Takes over the task. */
static void
choose_file (GtkWindow *parent, const char *title, const char *accept, GTask *task)
{
  const Job *job = g_task_get_task_data (task);
  const OkrExportFormat *format = okr_export_find_format (job->kind->extension);
  g_autoptr (GFile) folder = waymark_session_dup_folder (job->session);
  g_autofree char *plan = waymark_export_dup_plan_name (job->session);
  g_autofree char *name = okr_export_dup_name (job->kind, plan);
  g_autofree char *pattern = g_strconcat ("*.", job->kind->extension, NULL);

  waymark_choose_export_async (parent, title, accept, _ (format->title), pattern, folder, name,
                               on_chosen_cb, task);
}

void
waymark_export_async (GtkWindow *parent, WaymarkSession *session, const OkrExportKind *kind,
                      const OkrExportOptions *options, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *title = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent) && WAYMARK_IS_SESSION (session));
  g_return_if_fail (kind != NULL && options != NULL);

  /* Translators: a format such as "PDF" or "Web Page" */
  title = g_strdup_printf (_ ("Export as %s"), _ (okr_export_find_format (kind->extension)->title));
  choose_file (parent, title, _ ("_Export"),
               new_task (parent, session, kind, options, cancellable, callback, user_data));
}

void
waymark_export_save_async (GtkWindow *parent, WaymarkSession *session, const OkrExportKind *kind,
                           const OkrExportOptions *options, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *title = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent) && WAYMARK_IS_SESSION (session));
  g_return_if_fail (kind != NULL && options != NULL);

  /* Translators: a format such as "PDF" */
  title = g_strdup_printf (_ ("Save as %s"), _ (okr_export_find_format (kind->extension)->title));
  choose_file (parent, title, _ ("_Save"),
               new_task (parent, session, kind, options, cancellable, callback, user_data));
}

void
waymark_export_to_async (GtkWindow *parent, WaymarkSession *session, const OkrExportKind *kind,
                         const OkrExportOptions *options, GFile *file, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (parent) && WAYMARK_IS_SESSION (session));
  g_return_if_fail (kind != NULL && options != NULL && G_IS_FILE (file));

  task = new_task (parent, session, kind, options, cancellable, callback, user_data);
  job = g_task_get_task_data (task);
  job->file = g_object_ref (file);
  job->flags = OKR_FILE_WRITE_OVERWRITE;
  begin (task);
}

GFile *
waymark_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_export_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
waymark_export_announce (GtkWindow *dialog, GFile *file)
{
  GtkWindow *window;
  g_autofree char *uri = NULL;

  g_return_if_fail (GTK_IS_WINDOW (dialog) && G_IS_FILE (file));

  window = gtk_window_get_transient_for (dialog);
  uri = g_file_get_uri (file);
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.exported", "s", uri);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (window, result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      gtk_widget_get_realized (GTK_WIDGET (window)))
    waymark_tell (window, _ ("The File Cannot Be Opened"), error->message);
}

void
waymark_export_open (GtkWindow *window, const char *uri)
{
  g_return_if_fail (GTK_IS_WINDOW (window) && uri != NULL);

  gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, on_opened_cb, NULL);
}

AdwToast *
waymark_export_toast_new (const char *message, GFile *file, const char *action)
{
  AdwToast *toast;
  g_autofree char *uri = NULL;

  g_return_val_if_fail (message != NULL && G_IS_FILE (file) && action != NULL, NULL);

  uri = g_file_get_uri (file);
  toast = waymark_step_toast_new (message, NULL);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));

  return toast;
}

char *
waymark_export_dup_file_name (WaymarkSession *session)
{
  GFile *file;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);

  file = waymark_session_get_file (session);

  return file != NULL ? okr_file_describe (file) : NULL;
}

char *
waymark_export_dup_plan_name (WaymarkSession *session)
{
  GFile *file;
  g_autofree char *base = NULL;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);

  file = waymark_session_get_file (session);
  if (file == NULL)
    return waymark_session_dup_title (session);

  /* Without what tells that it is a plan. */
  base = g_file_get_basename (file);
  if (g_str_has_suffix (base, ".okr"))
    base[strlen (base) - strlen (".okr")] = '\0';

  return g_filename_display_name (base);
}
