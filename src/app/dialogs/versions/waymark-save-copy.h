/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * waymark_save_copy_async:
 * @parent: the window that asks
 * @contents: what the copy will hold
 * @proposed_name: a name for the file
 * @callback: called when it is saved or not
 * @user_data: for @callback
 *
 * Asks for a place and writes there. What goes wrong is told.
 */
void waymark_save_copy_async (GtkWindow *parent, GBytes *contents, const char *proposed_name,
                              GAsyncReadyCallback callback, gpointer user_data);

/**
 * waymark_save_copy_finish:
 *
 * Returns: whether the copy is there
 */
gboolean waymark_save_copy_finish (GAsyncResult *result);

G_END_DECLS
