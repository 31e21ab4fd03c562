/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-pages.h"

G_BEGIN_DECLS

/**
 * waymark_print_load_page_setup:
 *
 * Returns: (transfer full): the paper that was used last; at first, what is usual in the country,
 *   upright
 */
GtkPageSetup *waymark_print_load_page_setup (GSettings *settings);
void waymark_print_save_page_setup (GSettings *settings, GtkPageSetup *setup);

/**
 * waymark_print_operation_new:
 * @pages: what to print
 * @setup: the paper that @pages were made for
 * @name: what the job is called, and the file that is printed into
 *
 * Makes an operation that prints @pages. For another paper, chosen in the system's dialog, it makes
 * pages of its own; @pages stay as they are.
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *waymark_print_operation_new (WaymarkPages *pages, GtkPageSetup *setup,
                                                const char *name);

/**
 * waymark_print_async:
 * @parent: the window that prints
 * @settings: what knows the choices made last, and learns those that are made now
 * @pages: what to print
 * @page: the one in sight, from 0; the dialog offers to print it alone
 * @setup: the paper that @pages were made for
 * @name: what the job is called, and the file that is printed into
 * @folder: (nullable): where to print into a file, if the user wants a file
 * @cancellable: (nullable): closes the system's dialog, and stops what is being printed; to be
 *   cancelled in the main thread
 * @callback: called when it is printed, or not
 * @user_data: for @callback
 *
 * Shows the system's dialog and prints.
 */
void waymark_print_async (GtkWindow *parent, GSettings *settings, WaymarkPages *pages, guint page,
                          GtkPageSetup *setup, const char *name, GFile *folder,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data);

/**
 * waymark_print_finish:
 * @error: return location for an error of %GTK_PRINT_ERROR
 *
 * Returns: whether it is printed; %FALSE without an error when nobody wanted it
 */
gboolean waymark_print_finish (GAsyncResult *result, GError **error);

G_END_DECLS
