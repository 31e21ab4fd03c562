/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkImportDialog:
 *
 * Shows what a table of a spreadsheet would bring into a plan, how it is understood, and what is
 * wrong with it, and imports it. Emits "imported" with the plan, what to say in passing and the id
 * of the first item that came or changed, which may be %NULL, and closes itself.
 */
#define WAYMARK_TYPE_IMPORT_DIALOG (waymark_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkImportDialog, waymark_import_dialog, WAYMARK, IMPORT_DIALOG, AdwWindow)

/**
 * waymark_import_dialog_new:
 * @session: has the plan to import into, or none for a new one
 * @file: the table
 *
 * Returns: (transfer none): the dialog, which reads the table by itself
 */
GtkWidget *waymark_import_dialog_new (WaymarkSession *session, GFile *file);

G_END_DECLS
