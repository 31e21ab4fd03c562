/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkExportDialog:
 *
 * Asks in which format a plan is to be exported, and which part of it, then for a file, and writes
 * it. The choices are remembered; the part is what the session shows.
 *
 * What was written is told to the window that it belongs to with the action "win.exported".
 */
#define WAYMARK_TYPE_EXPORT_DIALOG (waymark_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkExportDialog, waymark_export_dialog, WAYMARK, EXPORT_DIALOG, AdwWindow)

/**
 * waymark_export_dialog_new:
 * @session: a session with a plan
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *waymark_export_dialog_new (WaymarkSession *session);

/**
 * waymark_export_dialog_export_to:
 * @file: where to; what is there is replaced
 *
 * Exports what is chosen, without asking for a file.
 */
void waymark_export_dialog_export_to (WaymarkExportDialog *self, GFile *file);

void waymark_export_dialog_present (GtkWindow *parent, WaymarkSession *session);

G_END_DECLS
