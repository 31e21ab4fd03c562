/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-file-writer.h"
#include "waymark-alignment-view-private.h"
#include "waymark-choose-file.h"

typedef struct
{
  OkrPoster *poster;
  OkrPosterFormat format;
  OkrPaper paper;
  GFile *file;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_pointer (&self->poster, okr_poster_free);
  g_clear_object (&self->file);
  g_free (self);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static void
render_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *self = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes =
      okr_poster_render (self->poster, self->format, self->paper, cancellable, &error);

  /* The file chooser asked whether to replace what is there. */
  if (bytes == NULL ||
      !okr_file_write (self->file, bytes, NULL, OKR_FILE_WRITE_OVERWRITE | OKR_FILE_WRITE_EXPORT,
                       NULL, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_exported_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (WaymarkAlignmentView) self = data;
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = dup_name (export->file);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      waymark_session_report (self->session, error);
      return;
    }

  /* Translators: the name of a file */
  message = g_strdup_printf (_ ("Picture exported to “%s”"), name);
  waymark_session_announce (self->session, message, FALSE);
}

void
waymark_alignment_view_export_to (WaymarkAlignmentView *self, GFile *file, OkrPaper paper)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *name = NULL;
  const char *extension;
  OkrPosterFormat format;
  Export *export;

  g_return_if_fail (WAYMARK_IS_ALIGNMENT_VIEW (self) && G_IS_FILE (file));

  name = dup_name (file);
  extension = strrchr (name, '.');
  if (self->keeper == NULL)
    return;
  if (extension == NULL || !okr_poster_format_find (extension + 1, &format))
    {
      waymark_session_announce (self->session,
                                _ ("The name of a picture ends in .svg, .png or .pdf"), FALSE);
      return;
    }

  export = g_new0 (Export, 1);
  export->poster = waymark_graph_keeper_new_poster (self->keeper);
  export->format = format;
  export->paper = paper;
  export->file = g_object_ref (file);
  /* The thread may be the last to let go of the task, but never of the view. */
  task = g_task_new (NULL, NULL, on_exported_cb, g_object_ref (self));
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, render_in_thread);
}

static void
on_chosen_cb (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (WaymarkAlignmentView) self = data;
  OkrPaper paper;
  g_autoptr (GFile) file = waymark_choose_picture_finish (result, &paper);

  if (file != NULL && self->session != NULL)
    waymark_alignment_view_export_to (self, file, paper);
}

void
waymark_alignment_view_export (WaymarkAlignmentView *self)
{
  GtkRoot *root;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_if_fail (WAYMARK_IS_ALIGNMENT_VIEW (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (self->keeper == NULL || !GTK_IS_WINDOW (root))
    return;

  title = waymark_session_dup_title (self->session);
  g_strdelimit (title, "/\\", '-');
  name = g_strconcat (title, ".svg", NULL);
  folder = waymark_session_dup_folder (self->session);
  waymark_choose_picture_async (GTK_WINDOW (root), folder, name, on_chosen_cb,
                                g_object_ref (self));
}
