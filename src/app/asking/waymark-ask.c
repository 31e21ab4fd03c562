/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that end in one answer, and the one place that opens a file chooser. */
#include "config.h"

#include "waymark-ask.h"

#include <glib/gi18n.h>

#define MIN_HEADING_WIDTH 150 /* libadwaita's dialogs are twice as wide at least */
#define PAPER "paper"

static gboolean
return_answer_cb (gpointer user_data)
{
  GTask *task = G_TASK (user_data);

  g_task_return_pointer (task, g_strdup (g_task_get_task_data (task)), g_free);

  return G_SOURCE_REMOVE;
}

/* The dialog goes before the answer comes: one that outlives the window that it belongs to, because
 * the answer closes that, reaches for it when it goes. */
static void
on_response_cb (GTask *task, const char *response)
{
  g_task_set_task_data (task, g_strdup (response), g_free);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, return_answer_cb, task, g_object_unref);
}

/* In newer releases of libadwaita a heading is either one long line or a smaller text that wraps,
 * and the long line is also measured for widths that only the other one fits into. GTK warns of
 * that unless the line may wrap, too, and no width is narrower than a letter of it. */
static void
let_heading_wrap (GtkWidget *dialog)
{
  GObject *label = gtk_widget_get_template_child (dialog, ADW_TYPE_MESSAGE_DIALOG, "heading_label");

  if (label == NULL)
    return;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (gtk_widget_get_parent (GTK_WIDGET (label)), MIN_HEADING_WIDTH, -1);
}

/**
 * waymark_ask_async:
 * @parent: the window that asks
 * @heading: the question
 * @body: what hangs on it
 * @answers: the answers, the first being what Escape gives
 * @preferred: the id of the answer that Return gives
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks a question. Texts are shown as they are, not as markup.
 */
void
waymark_ask_async (GtkWindow *parent, const char *heading, const char *body,
                   const WaymarkAnswer *answers, const char *preferred,
                   GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  g_task_set_source_tag (task, waymark_ask_async);
  let_heading_wrap (dialog);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  for (guint i = 0; answers[i].id != NULL; i++)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), answers[i].id,
                                       _ (answers[i].label));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), answers[i].id,
                                                  answers[i].appearance);
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), answers[0].id);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), preferred);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * waymark_ask_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full): the id of the answer
 */
char *
waymark_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * waymark_tell:
 * @parent: the window that tells
 * @heading: what happened
 * @body: why, and what can be done
 *
 * Tells of something that needs to be read.
 */
void
waymark_tell (GtkWindow *parent, const char *heading, const char *body)
{
  static const WaymarkAnswer answers[] = {
    { "close", N_ ("_Close"), ADW_RESPONSE_DEFAULT },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };

  waymark_ask_async (parent, heading, body, answers, "close", NULL, NULL);
}

static void
on_compute_size_cb (GdkToplevel *surface, GdkToplevelSize *size)
{
  gdk_toplevel_size_set_size (size, 1, 1);
}

/* GTK 4.8 may ask once more for the size of a window that has gone, and then looks at freed memory:
 * its surface waits until the display has answered. */
static void
on_unrealize_cb (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  const guint id = g_signal_lookup ("compute-size", GDK_TYPE_TOPLEVEL);

  g_signal_handlers_disconnect_matched (surface, G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_DATA, id, 0,
                                        NULL, NULL, window);
  g_signal_connect (surface, "compute-size", G_CALLBACK (on_compute_size_cb), NULL);
}

/**
 * waymark_realize_unseen_windows:
 *
 * Gives each window that was made but never shown its place on the accessibility bus.
 *
 * A screen reader counts the windows of a program and then asks for them one by one. When one went
 * meanwhile, GTK answers with the last of its list, seen or not, and follows a null pointer when
 * that was never realized: the program crashes. GTK 4.8.3 does it, and no release is known yet that
 * does not; the way to try one is to ask it for the child 99 of its root. So no window of ours may
 * wait unseen and unrealized when the main loop runs again.
 */
void
waymark_realize_unseen_windows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!gtk_widget_get_realized (window))
        gtk_widget_realize (window);
      if (g_signal_handler_find (window, G_SIGNAL_MATCH_FUNC, 0, 0, NULL,
                                 (gpointer) on_unrealize_cb, NULL) == 0)
        g_signal_connect (window, "unrealize", G_CALLBACK (on_unrealize_cb), NULL);
    }
}

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

/**
 * waymark_choose_file_async:
 * @parent: the window that asks
 * @action: to open or to save
 * @current: (nullable): the file to begin at
 * @proposed_name: (nullable): a name for a new file
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks for a file.
 */
void
waymark_choose_file_async (GtkWindow *parent, GtkFileChooserAction action, GFile *current,
                           const char *proposed_name, GAsyncReadyCallback callback,
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
  if (current != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (dialog), current, NULL);
  else if (proposed_name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), proposed_name);
  show_chooser (dialog, G_CALLBACK (on_file_response_cb), task);
}

/**
 * waymark_choose_export_async:
 * @parent: the window that asks
 * @title: what is to be written
 * @accept: what the button says that does it
 * @files: what files it can be
 * @pattern: how their names look
 * @folder: (nullable): where to begin
 * @proposed_name: a name for a new file
 * @callback: called with the answer, for waymark_choose_file_finish()
 * @user_data: for @callback
 *
 * Asks for a file to write something into that is no plan.
 */
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

/**
 * waymark_choose_picture_async:
 * @parent: the window that asks
 * @proposed_name: a name for a new file
 * @callback: called with the answer, for waymark_choose_picture_finish()
 * @user_data: for @callback
 *
 * Asks for a file to draw a picture into, and for the paper that a PDF is made for.
 */
void
waymark_choose_picture_async (GtkWindow *parent, const char *proposed_name,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  const Chooser chooser = { _ ("Export Picture"), _ ("_Export"), _ ("SVG, PNG and PDF files"),
                            "*.[SsPp][VvNnDd][GgFf]", GTK_FILE_CHOOSER_ACTION_SAVE };
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *dialog = create_chooser (parent, &chooser);

  g_task_set_source_tag (task, waymark_choose_picture_async);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), proposed_name);
  add_papers (GTK_FILE_CHOOSER (dialog));
  show_chooser (dialog, G_CALLBACK (on_picture_response_cb), task);
}

/**
 * waymark_choose_picture_finish:
 * @result: what the callback got
 * @paper: (out): the paper for a PDF
 *
 * Returns: (transfer full) (nullable): the file, or %NULL when nobody chose one
 */
GFile *
waymark_choose_picture_finish (GAsyncResult *result, OkrPaper *paper)
{
  const char *id = g_task_get_task_data (G_TASK (result));

  *paper = OKR_PAPER_POSTER;
  if (id != NULL)
    okr_paper_find (id, paper);

  return waymark_choose_file_finish (result);
}

/**
 * waymark_choose_table_async:
 * @parent: the window that asks
 * @current: (nullable): a file in the folder to begin at
 * @callback: called with the answer, for waymark_choose_file_finish()
 * @user_data: for @callback
 *
 * Asks for a table of a spreadsheet.
 */
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

/**
 * waymark_choose_file_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): the file, or %NULL when nobody chose one
 */
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

/**
 * waymark_choose_files_async:
 * @parent: the window that asks
 * @title: what for
 * @accept: the button's label, with a mnemonic
 * @current: (nullable): a file in the folder to begin at
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks for one or several plans.
 */
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

/**
 * waymark_choose_files_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): a list of #GFile, or %NULL when nobody chose any
 */
GListModel *
waymark_choose_files_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
