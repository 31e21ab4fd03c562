/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-print.h"

#include <glib/gi18n.h>

#include "waymark-ask.h"

#define PAGE_SETUP "page-setup"
#define PRINT_SETTINGS "print-settings"

GtkPageSetup *
waymark_print_load_page_setup (GSettings *settings)
{
  g_autoptr (GVariant) saved = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  saved = g_settings_get_value (settings, PAGE_SETUP);
  if (g_variant_n_children (saved) == 0)
    return gtk_page_setup_new ();

  return gtk_page_setup_new_from_gvariant (saved);
}

void
waymark_print_save_page_setup (GSettings *settings, GtkPageSetup *setup)
{
  g_return_if_fail (G_IS_SETTINGS (settings) && GTK_IS_PAGE_SETUP (setup));

  g_settings_set_value (settings, PAGE_SETUP, gtk_page_setup_to_gvariant (setup));
}

static void
on_begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer user_data)
{
  WaymarkPages *pages = g_object_get_data (G_OBJECT (operation), "waymark-pages");
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);

  GError *error = NULL;

  if (!waymark_pages_fit (pages, setup, &error))
    {
      g_object_set_data_full (G_OBJECT (operation), "waymark-error", error,
                              (GDestroyNotify) g_error_free);
      gtk_print_operation_cancel (operation);
    }
  else
    gtk_print_operation_set_n_pages (operation, (int) waymark_pages_get_n_pages (pages));
}

static void
on_draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  waymark_pages_draw (g_object_get_data (G_OBJECT (operation), "waymark-pages"), (guint) page,
                      gtk_print_context_get_cairo_context (context));
}

static void
on_preview_ready_cb (GtkPrintOperationPreview *preview, GtkPrintContext *context,
                     gpointer user_data)
{
  gtk_print_operation_preview_end_preview (preview);
}

/* GTK would need another program to show a preview in. Ours is behind the system's dialog, which
 * has closed: that is the preview. */
static gboolean
on_preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview,
               GtkPrintContext *context, GtkWindow *parent, gpointer user_data)
{
  const cairo_rectangle_t nothing = { 0, 0, 1, 1 };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &nothing);
  cairo_t *cr = cairo_create (surface);

  g_object_set_data (G_OBJECT (operation), "waymark-previewed", GINT_TO_POINTER (TRUE));
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  g_signal_connect (preview, "ready", G_CALLBACK (on_preview_ready_cb), NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return TRUE;
}

GtkPrintOperation *
waymark_print_operation_new (WaymarkPages *pages, GtkPageSetup *setup, const char *name)
{
  GtkPrintOperation *operation;

  g_return_val_if_fail (WAYMARK_IS_PAGES (pages) && GTK_IS_PAGE_SETUP (setup), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  operation = gtk_print_operation_new ();
  g_object_set_data_full (G_OBJECT (operation), "waymark-pages", g_object_ref (pages),
                          g_object_unref);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* A page keeps the margins by itself. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_cb), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_cb), NULL);
  g_signal_connect (operation, "preview", G_CALLBACK (on_preview_cb), NULL);

  return operation;
}

/* The file that was printed into is one of another plan. */
static void
remember (GSettings *settings, GtkPrintOperation *operation)
{
  g_autoptr (GtkPrintSettings) chosen =
      gtk_print_settings_copy (gtk_print_operation_get_print_settings (operation));

  gtk_print_settings_unset (chosen, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_unset (chosen, GTK_PRINT_SETTINGS_OUTPUT_BASENAME);
  gtk_print_settings_unset (chosen, GTK_PRINT_SETTINGS_OUTPUT_DIR);
  gtk_print_settings_unset (chosen, GTK_PRINT_SETTINGS_PAGE_RANGES);
  gtk_print_settings_unset (chosen, GTK_PRINT_SETTINGS_PRINT_PAGES);
  gtk_print_settings_unset (chosen, GTK_PRINT_SETTINGS_N_COPIES);
  g_settings_set_value (settings, PRINT_SETTINGS, gtk_print_settings_to_gvariant (chosen));
  if (gtk_print_operation_get_default_page_setup (operation) != NULL)
    waymark_print_save_page_setup (settings,
                                   gtk_print_operation_get_default_page_setup (operation));
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GTask *task)
{
  GError *error = g_object_steal_data (G_OBJECT (operation), "waymark-error");

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      g_task_return_error (task, error);
      return;
    }

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    remember (g_task_get_task_data (task), operation);
  g_task_return_boolean (task, result == GTK_PRINT_OPERATION_RESULT_APPLY &&
                                   !g_object_get_data (G_OBJECT (operation), "waymark-previewed"));
}

void
waymark_print_async (GtkWindow *parent, GSettings *settings, WaymarkPages *pages,
                     GtkPageSetup *setup, const char *name, GFile *folder,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPrintSettings) chosen = NULL;
  g_autoptr (GVariant) saved = NULL;
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent) && G_IS_SETTINGS (settings));

  saved = g_settings_get_value (settings, PRINT_SETTINGS);
  chosen = gtk_print_settings_new_from_gvariant (saved);
  gtk_print_settings_set (chosen, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  if (path != NULL)
    gtk_print_settings_set (chosen, GTK_PRINT_SETTINGS_OUTPUT_DIR, path);
  operation = waymark_print_operation_new (pages, setup, name);
  gtk_print_operation_set_print_settings (operation, chosen);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, waymark_print_async);
  g_task_set_task_data (task, g_object_ref (settings), g_object_unref);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done_cb), task,
                         (GClosureNotify) g_object_unref, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
  waymark_realize_unseen_windows ();
}

gboolean
waymark_print_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_print_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
