/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The window of that type that is open; NULL without one. */
static inline gpointer
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

/* The question that @window asks; NULL without one. */
static inline gpointer
find_question (gpointer window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) question = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (question) && gtk_window_get_transient_for (question) == window &&
          gtk_widget_get_visible (GTK_WIDGET (question)))
        return question;
    }

  return NULL;
}

/* What the file chooser that is open proposes: its folder comes a moment later. */
static inline void
assert_proposed (const char *folder, const char *name)
{
  GtkFileChooser *chooser = find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_autoptr (GFile) wanted = g_file_new_for_path (folder);
  g_autoptr (GFile) file = NULL;
  g_autofree char *proposed = NULL;

  g_assert_nonnull (chooser);
  while (file == NULL)
    {
      file = gtk_file_chooser_get_current_folder (chooser);
      if (file == NULL)
        g_main_context_iteration (NULL, TRUE);
    }
  proposed = gtk_file_chooser_get_current_name (chooser);
  g_assert_cmpstr (proposed, ==, name);
  g_assert_true (g_file_equal (file, wanted));
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
}

G_END_DECLS
