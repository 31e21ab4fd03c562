/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkVersionsDialog:
 *
 * Shows what a plan said each time it was saved, and gives it back.
 */
#define WAYMARK_TYPE_VERSIONS_DIALOG (waymark_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkVersionsDialog, waymark_versions_dialog, WAYMARK, VERSIONS_DIALOG,
                      AdwWindow)

/**
 * waymark_versions_dialog_new:
 * @session: a session with a plan
 * @current: (nullable): SHA-256 of what the file is known to hold
 *
 * Returns: (transfer floating): the dialog, which looks for the versions by itself
 */
GtkWidget *waymark_versions_dialog_new (WaymarkSession *session, const char *current);

void waymark_versions_dialog_present (GtkWindow *parent, WaymarkSession *session,
                                      const char *current);

G_END_DECLS
