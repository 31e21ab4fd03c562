/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place that opens a file chooser. */
#include "config.h"

#include "waymark-choose-file.h"

#include <glib/gi18n.h>

#include "waymark-unseen-windows.h"

#define PAPER "paper"

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) each = g_strsplit (patterns, " ", -1);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; each[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, each[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
on_file_response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  g_task_return_pointer (task, file, g_object_unref);
  g_object_unref (task);
  /* A native dialog holds no reference to itself and nobody else does. */
  g_object_unref (dialog);
}

typedef struct
{
  const char *title;
  const char *accept;   /* the button, with a mnemonic */
  const char *kind;     /* of the files that are shown first */
  const char *patterns; /* of their names, with spaces between */
  GtkFileChooserAction action;
} Chooser;

static GtkFileChooserNative *
create_chooser (GtkWindow *parent, const Chooser *chooser)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (chooser->title, parent, chooser->action, chooser->accept,
                                   _ ("_Cancel"));

  add_filter (GTK_FILE_CHOOSER (dialog), chooser->kind, chooser->patterns);
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("All files"), "*");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);

  return dialog;
}

/* Takes the task. */
static void
show_chooser (GtkFileChooserNative *dialog, GCallback on_response, GTask *task)
{
  g_signal_connect (dialog, "response", on_response, task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
  /* Where a portal shows its own, GTK's waits unseen until that is closed. */
  waymark_realize_unseen_windows ();
}

static void
begin_in_folder_of (GtkFileChooserNative *dialog, GFile *file)
{
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
}

void
waymark_choose_file_async (GtkWindow *parent, GtkFileChooserAction action, GFile *current,
                           GFile *folder, const char *proposed_name, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  const gboolean saves = action == GTK_FILE_CHOOSER_ACTION_SAVE;
  /* A table that is opened becomes a plan. */
  const Chooser chooser = { saves ? _ ("Save Plan As") : _ ("Open Plan"),
                            saves ? _ ("_Save") : _ ("_Open"),
                            saves ? _ ("OKR plans") : _ ("Plans and tables"),
                            saves ? "*.okr" : "*.okr *.[CcTt][Ss][Vv]", action };
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog = create_chooser (parent, &chooser);

  g_task_set_source_tag (task, waymark_choose_file_async);
  if (current == NULL && folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  if (current != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), current, NULL);
  else if (proposed_name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), proposed_name);
  show_chooser (dialog, G_CALLBACK (on_file_response_cb), task);
}

void
waymark_choose_export_async (GtkWindow *parent, const char *title, const char *accept,
                             const char *files, const char *pattern, GFile *folder,
                             const char *proposed_name, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  const Chooser chooser = { title, accept, files, pattern, GTK_FILE_CHOOSER_ACTION_SAVE };
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog = create_chooser (parent, &chooser);

  g_task_set_source_tag (task, waymark_choose_export_async);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), proposed_name);
  show_chooser (dialog, G_CALLBACK (on_file_response_cb), task);
}

static void
add_papers (GtkFileChooser *chooser)
{
  static const char *const ids[] = { "poster", "a4", "a3", "letter", NULL };
  const char *labels[] = { _ ("One page as large as the picture"), _ ("Sheets of A4"),
                           _ ("Sheets of A3"), _ ("Sheets of US Letter"), NULL };

  /* Translators: before a choice of papers; other pictures than PDF files have none */
  gtk_file_chooser_add_choice (chooser, PAPER, _ ("Paper of a PDF:"), (const char **) ids, labels);
  gtk_file_chooser_set_choice (chooser, PAPER, ids[0]);
}

static void
on_picture_response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  g_task_set_task_data (task,
                        g_strdup (gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), PAPER)),
                        g_free);
  on_file_response_cb (dialog, response, task);
}

void
waymark_choose_picture_async (GtkWindow *parent, GFile *folder, const char *proposed_name,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  const Chooser chooser = { _ ("Export Picture"), _ ("_Export"), _ ("SVG, PNG and PDF files"),
                            "*.[SsPp][VvNnDd][GgFf]", GTK_FILE_CHOOSER_ACTION_SAVE };
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog = create_chooser (parent, &chooser);

  g_task_set_source_tag (task, waymark_choose_picture_async);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), proposed_name);
  add_papers (GTK_FILE_CHOOSER (dialog));
  show_chooser (dialog, G_CALLBACK (on_picture_response_cb), task);
}

GFile *
waymark_choose_picture_finish (GAsyncResult *result, OkrPaper *paper)
{
  const char *id = g_task_get_task_data (G_TASK (result));

  *paper = OKR_PAPER_POSTER;
  if (id != NULL)
    okr_paper_find (id, paper);

  return waymark_choose_file_finish (result);
}

void
waymark_choose_table_async (GtkWindow *parent, GFile *current, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  const Chooser chooser = { _ ("Import"), _ ("_Import…"), _ ("CSV and TSV tables"),
                            "*.[CcTt][Ss][Vv]", GTK_FILE_CHOOSER_ACTION_OPEN };
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog = create_chooser (parent, &chooser);

  g_task_set_source_tag (task, waymark_choose_table_async);
  begin_in_folder_of (dialog, current);
  show_chooser (dialog, G_CALLBACK (on_file_response_cb), task);
}

GFile *
waymark_choose_file_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
on_files_response_cb (GtkNativeDialog *dialog, int response, GTask *task)
{
  GListModel *files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  g_task_return_pointer (task, files, g_object_unref);
  g_object_unref (task);
  g_object_unref (dialog);
}

void
waymark_choose_files_async (GtkWindow *parent, const char *title, const char *accept,
                            GFile *current, GAsyncReadyCallback callback, gpointer user_data)
{
  const Chooser chooser = { title, accept, _ ("OKR plans"), "*.okr", GTK_FILE_CHOOSER_ACTION_OPEN };
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog = create_chooser (parent, &chooser);

  g_task_set_source_tag (task, waymark_choose_files_async);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  begin_in_folder_of (dialog, current);
  show_chooser (dialog, G_CALLBACK (on_files_response_cb), task);
}

GListModel *
waymark_choose_files_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
