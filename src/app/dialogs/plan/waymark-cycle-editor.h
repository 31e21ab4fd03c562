/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-session.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_CYCLE_EDITOR (waymark_cycle_editor_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkCycleEditor, waymark_cycle_editor, WAYMARK, CYCLE_EDITOR,
                      AdwExpanderRow)

/**
 * WaymarkCycleEditor:
 *
 * A row that stands for a cycle and unfolds into its fields. Dates that would end a cycle before it
 * starts are refused.
 */
GtkWidget *waymark_cycle_editor_new (WaymarkSession *session, OkrCycle *cycle);

/**
 * waymark_cycle_editor_open:
 *
 * Unfolds the row and puts the cursor into the name.
 */
void waymark_cycle_editor_open (WaymarkCycleEditor *self);

G_END_DECLS
