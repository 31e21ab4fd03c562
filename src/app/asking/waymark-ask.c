/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that end in one answer. */
#include "config.h"

#include "waymark-ask.h"

#include <glib/gi18n.h>

#define MIN_HEADING_WIDTH 150 /* libadwaita's dialogs are twice as wide at least */

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

char *
waymark_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
waymark_ask_discard_async (GtkWindow *parent, const char *heading, const char *body,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  static const WaymarkAnswer answers[] = {
    { "keep", N_ ("_Keep Editing"), ADW_RESPONSE_DEFAULT },
    { "discard", N_ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };

  waymark_ask_async (parent, heading, body, answers, "keep", callback, user_data);
}

gboolean
waymark_ask_discard_finish (GAsyncResult *result)
{
  g_autofree char *answer = waymark_ask_finish (result);

  return g_strcmp0 (answer, "discard") == 0;
}

gboolean
waymark_ask_is_open (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_return_val_if_fail (GTK_IS_WINDOW (parent), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_window_get_transient_for (window) == parent &&
          gtk_widget_get_visible (GTK_WIDGET (window)))
        return TRUE;
    }

  return FALSE;
}

void
waymark_tell (GtkWindow *parent, const char *heading, const char *body)
{
  static const WaymarkAnswer answers[] = {
    { "close", N_ ("_Close"), ADW_RESPONSE_DEFAULT },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };

  waymark_ask_async (parent, heading, body, answers, "close", NULL, NULL);
}
