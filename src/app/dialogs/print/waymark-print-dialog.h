/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkPrintDialog:
 *
 * Shows the pages of a report as they will be printed, beside what can be chosen: the report, the
 * part of the plan, the paper. From there it goes on to the system's dialog, or to a PDF file.
 *
 * It comes before the system's dialog rather than as a page of it: there is no room for a page that
 * one can read in there, and where a portal shows the system's dialog, pages of ours do not exist.
 *
 * It stays open when a PDF file was saved, and tells where to; it goes when the pages are printed.
 */
#define WAYMARK_TYPE_PRINT_DIALOG (waymark_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkPrintDialog, waymark_print_dialog, WAYMARK, PRINT_DIALOG, AdwWindow)

/**
 * waymark_print_dialog_new:
 * @session: a session with a plan
 *
 * Returns: (transfer floating): the dialog
 */
GtkWidget *waymark_print_dialog_new (WaymarkSession *session);

void waymark_print_dialog_present (GtkWindow *parent, WaymarkSession *session);

G_END_DECLS
