/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "okr-export.h"
#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * waymark_export_async:
 * @parent: the window that asks for a file
 * @session: a session with a plan
 * @kind: what to make
 * @options: which part of the plan, and how
 * @cancellable: (nullable): stops it before anything is replaced
 * @callback: called when the file is there, or not
 * @user_data: for @callback
 *
 * Asks for a file and writes the plan there as it is then, in a worker thread. A name that does not
 * end as files of that kind do gets the right end.
 */
void waymark_export_async (GtkWindow *parent, WaymarkSession *session, const OkrExportKind *kind,
                           const OkrExportOptions *options, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);

/**
 * waymark_export_save_async:
 *
 * The same as waymark_export_async() in the words of people who look at what they save.
 */
void waymark_export_save_async (GtkWindow *parent, WaymarkSession *session,
                                const OkrExportKind *kind, const OkrExportOptions *options,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * waymark_export_to_async:
 * @parent: the window for which it is done
 * @file: where to; what is there is replaced
 *
 * The same without asking.
 */
void waymark_export_to_async (GtkWindow *parent, WaymarkSession *session, const OkrExportKind *kind,
                              const OkrExportOptions *options, GFile *file,
                              GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);

/**
 * waymark_export_finish:
 * @result: what the callback got
 * @error: return location for an error of %OKR_STORE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): what was written; %NULL without an error when nobody chose a
 *   file
 */
GFile *waymark_export_finish (GAsyncResult *result, GError **error);

/**
 * waymark_export_announce:
 * @dialog: the dialog that has exported
 * @file: what it has written
 *
 * Tells the window that the dialog belongs to.
 */
void waymark_export_announce (GtkWindow *dialog, GFile *file);

/**
 * waymark_export_toast_new:
 * @message: plain text that tells of @file
 * @file: what was written
 * @action: an action that opens the file whose URI it gets
 *
 * Returns: (transfer full): a toast for waymark_step_toast_show(), with a button "Open"
 */
AdwToast *waymark_export_toast_new (const char *message, GFile *file, const char *action);

/**
 * waymark_export_open:
 * @window: the window that tells when it cannot be opened
 * @uri: a file
 *
 * Opens a file in the program for files of its kind.
 */
void waymark_export_open (GtkWindow *window, const char *uri);

/**
 * waymark_export_dup_file_name:
 *
 * Returns: (transfer full) (nullable): the name of the session's file, to be shown on pages
 */
char *waymark_export_dup_file_name (WaymarkSession *session);

/**
 * waymark_export_dup_plan_name:
 *
 * Returns: (transfer full): what to call files that are made of the session's plan
 */
char *waymark_export_dup_plan_name (WaymarkSession *session);

G_END_DECLS
