/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkChangesDialog:
 *
 * Tells what changed in a plan since one of its saved states.
 */
#define WAYMARK_TYPE_CHANGES_DIALOG (waymark_changes_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkChangesDialog, waymark_changes_dialog, WAYMARK, CHANGES_DIALOG,
                      AdwWindow)

/**
 * waymark_changes_dialog_new:
 * @session: a session with a plan
 *
 * Returns: (transfer floating): the dialog, which looks for the saved states by itself
 */
GtkWidget *waymark_changes_dialog_new (WaymarkSession *session);

void waymark_changes_dialog_present (GtkWindow *parent, WaymarkSession *session);

G_END_DECLS
