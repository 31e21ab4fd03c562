/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * waymark_version_read_async:
 * @plan_id: the id of the plan
 * @sha256: the version
 *
 * Fetches a version from the version history.
 */
void waymark_version_read_async (const char *plan_id, const char *sha256, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * waymark_version_read_finish:
 * @bytes: (out): the document
 *
 * Returns: (transfer full): the plan as it was
 */
OkrPlan *waymark_version_read_finish (GAsyncResult *result, GBytes **bytes, GError **error);

/**
 * waymark_version_outline:
 *
 * Returns: (transfer full): what a plan says, in short: a line for each objective and key result;
 *   of a long one, the beginning
 */
char *waymark_version_outline (OkrPlan *plan);

/**
 * waymark_version_show_outline:
 * @buffer: a buffer
 * @outline: (nullable): what waymark_version_outline() made
 *
 * Makes @buffer hold @outline, and nothing else, with the lines that belong together indented as a
 * whole.
 */
void waymark_version_show_outline (GtkTextBuffer *buffer, const char *outline);

G_END_DECLS
