/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_INSPECTOR (waymark_inspector_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkInspector, waymark_inspector, WAYMARK, INSPECTOR, GtkWidget)

/**
 * WaymarkInspector:
 *
 * The pane that shows what is selected: an objective, a key result, or else the scope. Its one
 * property is "session".
 */

GtkWidget *waymark_inspector_new (void);

void waymark_inspector_set_session (WaymarkInspector *self, WaymarkSession *session);

G_END_DECLS
