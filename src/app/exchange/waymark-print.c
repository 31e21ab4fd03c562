/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-print.h"

#include <glib/gi18n.h>

#include "okr-store-error.h"
#include "waymark-unseen-windows.h"

#define PAGE_SETUP "page-setup"
#define PRINT_SETTINGS "print-settings"
#define PAUSE (5 * 1000) /* µs */

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

/* What an operation knows. */
typedef struct
{
  WaymarkPages *pages;      /* right for its paper, once it has begun, */
  GCancellable *laying_out; /* and this is none again */
  GError *error;
  gboolean is_preview;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *self = data;

  g_clear_object (&self->pages);
  g_clear_object (&self->laying_out);
  g_clear_error (&self->error);
  g_free (self);
}

static Printing *
get_printing (GtkPrintOperation *operation)
{
  return g_object_get_data (G_OBJECT (operation), "waymark-printing");
}

static void
on_laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = user_data;
  Printing *printing = get_printing (operation);
  g_autoptr (GError) error = NULL;
  WaymarkPages *pages = waymark_pages_new_finish (result, &error);

  if (pages != NULL)
    {
      g_object_unref (printing->pages);
      printing->pages = pages;
      g_clear_object (&printing->laying_out);
      return;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    printing->error = g_steal_pointer (&error);
  gtk_print_operation_cancel (operation);
}

static void
on_begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer user_data)
{
  Printing *printing = get_printing (operation);
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);

  if (printing->is_preview || waymark_pages_fits (printing->pages, setup))
    return;

  printing->laying_out = g_cancellable_new ();
  waymark_pages_new_for_async (printing->pages, setup, printing->laying_out, on_laid_out_cb,
                               g_object_ref (operation));
}

/* GTK asks again at once, whenever there is nothing else to do: without a pause, asking would keep
 * a processor as busy as laying out does. */
static gboolean
on_paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer user_data)
{
  Printing *printing = get_printing (operation);

  if (printing->laying_out != NULL)
    {
      g_usleep (PAUSE);
      return FALSE;
    }

  gtk_print_operation_set_n_pages (operation, (int) waymark_pages_get_n_pages (printing->pages));

  return TRUE;
}

static void
on_draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  waymark_pages_draw (get_printing (operation)->pages, (guint) page,
                      gtk_print_context_get_cairo_context (context));
}

/* Nobody waits for the pages any more. */
static void
on_over_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer user_data)
{
  GCancellable *laying_out = get_printing (operation)->laying_out;

  if (laying_out != NULL)
    g_cancellable_cancel (laying_out);
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

  get_printing (operation)->is_preview = TRUE;
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
  Printing *printing;

  g_return_val_if_fail (WAYMARK_IS_PAGES (pages) && GTK_IS_PAGE_SETUP (setup), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  operation = gtk_print_operation_new ();
  printing = g_new0 (Printing, 1);
  printing->pages = g_object_ref (pages);
  g_object_set_data_full (G_OBJECT (operation), "waymark-printing", printing, printing_free);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* A page keeps the margins by itself. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_cb), NULL);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate_cb), NULL);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_cb), NULL);
  g_signal_connect (operation, "preview", G_CALLBACK (on_preview_cb), NULL);
  g_signal_connect (operation, "done", G_CALLBACK (on_over_cb), NULL);

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

/* A file that was printed into is told of like one that was exported. */
static GError *
find_error (GtkPrintOperation *operation)
{
  GtkPrintSettings *chosen = gtk_print_operation_get_print_settings (operation);
  const char *uri =
      chosen != NULL ? gtk_print_settings_get (chosen, GTK_PRINT_SETTINGS_OUTPUT_URI) : NULL;
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  GError *error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (file != NULL && error != NULL && error->domain == G_IO_ERROR)
    return okr_store_error_take_io_export (error, file);

  return error;
}

static void
return_result (GtkPrintOperation *operation, GtkPrintOperationResult result, GTask *task)
{
  Printing *printing = get_printing (operation);
  GError *error = g_steal_pointer (&printing->error);

  if (error == NULL && result == GTK_PRINT_OPERATION_RESULT_ERROR)
    error = find_error (operation);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    remember (g_task_get_task_data (task), operation);
  g_task_return_boolean (task, result == GTK_PRINT_OPERATION_RESULT_APPLY && !printing->is_preview);
}

static void
on_sent_cb (GtkPrintOperation *operation, GTask *task)
{
  if (!gtk_print_operation_is_finished (operation))
    return;

  return_result (operation,
                 gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED
                     ? GTK_PRINT_OPERATION_RESULT_APPLY
                     : GTK_PRINT_OPERATION_RESULT_ERROR,
                 task);
  g_signal_handlers_disconnect_by_func (operation, on_sent_cb, task);
  g_object_unref (operation);
}

/* For GTK all is done once the pages are drawn. They are on their way to the printer or into the
 * file then, which may fail; nobody tells how it ends when a portal has taken them. */
static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GTask *task)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY &&
      gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_SENDING_DATA)
    g_signal_connect_object (g_object_ref (operation), "status-changed", G_CALLBACK (on_sent_cb),
                             task, 0);
  else
    return_result (operation, result, task);
}

static void
for_each_dialog_of (GtkWindow *parent, void (*func) (GtkWindow *dialog))
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (window != NULL && gtk_window_get_transient_for (window) == parent)
        func (window);
    }
}

/* Just before GTK's dialog goes, GTK makes a window that tells of progress, and shows it only when
 * printing takes long. */
static void
watch_end_of_dialog (GtkWindow *dialog)
{
  g_signal_connect (dialog, "unrealize", G_CALLBACK (waymark_realize_unseen_windows), NULL);
}

static void
on_cancelled_cb (GCancellable *cancellable, GtkPrintOperation *operation)
{
  GtkWindow *parent = g_object_get_data (G_OBJECT (operation), "waymark-parent");

  gtk_print_operation_cancel (operation);
  /* GTK closes its dialog only when asked to. */
  for_each_dialog_of (parent, gtk_window_close);
}

void
waymark_print_async (GtkWindow *parent, GSettings *settings, WaymarkPages *pages, guint page,
                     GtkPageSetup *setup, const char *name, GFile *folder,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
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
  gtk_print_operation_set_current_page (operation, (int) page);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);

  task = g_task_new (parent, NULL, callback, user_data);
  if (cancellable != NULL)
    {
      g_object_set_data (G_OBJECT (operation), "waymark-parent", parent); /* kept by the task */
      g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (on_cancelled_cb), operation,
                               0);
    }
  g_task_set_source_tag (task, waymark_print_async);
  g_task_set_task_data (task, g_object_ref (settings), g_object_unref);
  g_signal_connect_data (operation, "done", G_CALLBACK (on_done_cb), task,
                         (GClosureNotify) g_object_unref, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
  waymark_realize_unseen_windows ();
  for_each_dialog_of (parent, watch_end_of_dialog);
}

gboolean
waymark_print_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, waymark_print_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
