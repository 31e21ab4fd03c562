/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-paper.h"

G_BEGIN_DECLS

/**
 * waymark_choose_file_async:
 * @parent: the window that asks
 * @action: to open or to save
 * @current: (nullable): the file to begin at
 * @folder: (nullable): without one, where to begin
 * @proposed_name: (nullable): a name for a new file
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks for a file.
 */
void waymark_choose_file_async (GtkWindow *parent, GtkFileChooserAction action, GFile *current,
                                GFile *folder, const char *proposed_name,
                                GAsyncReadyCallback callback, gpointer user_data);

/**
 * waymark_choose_file_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): the file, or %NULL when nobody chose one
 */
GFile *waymark_choose_file_finish (GAsyncResult *result);

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
void waymark_choose_files_async (GtkWindow *parent, const char *title, const char *accept,
                                 GFile *current, GAsyncReadyCallback callback, gpointer user_data);

/**
 * waymark_choose_files_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): a list of #GFile, or %NULL when nobody chose any
 */
GListModel *waymark_choose_files_finish (GAsyncResult *result);

/**
 * waymark_choose_table_async:
 * @parent: the window that asks
 * @current: (nullable): a file in the folder to begin at
 * @callback: called with the answer, for waymark_choose_file_finish()
 * @user_data: for @callback
 *
 * Asks for a table of a spreadsheet.
 */
void waymark_choose_table_async (GtkWindow *parent, GFile *current, GAsyncReadyCallback callback,
                                 gpointer user_data);

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
void waymark_choose_export_async (GtkWindow *parent, const char *title, const char *accept,
                                  const char *files, const char *pattern, GFile *folder,
                                  const char *proposed_name, GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * waymark_choose_picture_async:
 * @parent: the window that asks
 * @folder: (nullable): where to begin
 * @proposed_name: a name for a new file
 * @callback: called with the answer, for waymark_choose_picture_finish()
 * @user_data: for @callback
 *
 * Asks for a file to draw a picture into, and for the paper that a PDF is made for.
 */
void waymark_choose_picture_async (GtkWindow *parent, GFile *folder, const char *proposed_name,
                                   GAsyncReadyCallback callback, gpointer user_data);

/**
 * waymark_choose_picture_finish:
 * @result: what the callback got
 * @paper: (out): the paper for a PDF
 *
 * Returns: (transfer full) (nullable): the file, or %NULL when nobody chose one
 */
GFile *waymark_choose_picture_finish (GAsyncResult *result, OkrPaper *paper);

G_END_DECLS
