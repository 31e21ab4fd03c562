/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Connects to the server that has the file, with a question for name and password where it wants
 * them. Where it cannot, reading or writing the file tells why in plain words; but for who closes
 * the question this ends in %G_IO_ERROR_CANCELLED. */
void waymark_connect_async (GFile *file, GtkWindow *parent, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
gboolean waymark_connect_finish (GAsyncResult *result, GError **error);

G_END_DECLS
