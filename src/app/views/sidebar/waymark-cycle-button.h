/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkCycleButton:
 *
 * Shows the session's cycle with the week that it is in, and lets one choose another.
 *
 * Its property "session" (#WaymarkSession, nullable) is all that it needs. "Edit Cycles…" activates
 * the action `win.plan-properties` with "cycles".
 */
#define WAYMARK_TYPE_CYCLE_BUTTON (waymark_cycle_button_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkCycleButton, waymark_cycle_button, WAYMARK, CYCLE_BUTTON, GtkWidget)

G_END_DECLS
