/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * waymark_mail_async:
 * @file: what to attach
 * @subject: the subject
 * @body: the text, which may be cut where it is too long for a command
 * @cancellable: (nullable): to give up
 * @callback: called when the program for mail has been asked
 * @user_data: for @callback
 *
 * Lets the desktop's program for mail begin a message, through `xdg-email`, which knows how each of
 * them takes an attachment. Nothing is sent.
 */
void waymark_mail_async (GFile *file, const char *subject, const char *body,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data);

/**
 * waymark_mail_finish:
 * @result: what the callback was given
 * @error: return location for an error of %G_IO_ERROR, to be shown
 *
 * Returns: whether a program for mail was found and began a message
 */
gboolean waymark_mail_finish (GAsyncResult *result, GError **error);

G_END_DECLS
