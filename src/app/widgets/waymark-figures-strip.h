/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-enums.h"

G_BEGIN_DECLS

/**
 * WaymarkFiguresStrip:
 *
 * A progress bar with its number, what was expected, and a button "How is this computed?".
 */
#define WAYMARK_TYPE_FIGURES_STRIP (waymark_figures_strip_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkFiguresStrip, waymark_figures_strip, WAYMARK, FIGURES_STRIP, GtkWidget)

/**
 * WaymarkFiguresStrip::explain:
 *
 * Emitted when somebody asks how the figures are computed.
 *
 * Returns: (transfer full) (nullable): plain text
 */

/**
 * waymark_figures_strip_set:
 * @progress: raw progress, NAN when undefined
 * @expected: expected progress, 0 to 1
 * @status: the status
 */
void waymark_figures_strip_set (WaymarkFiguresStrip *self, double progress, double expected,
                                OkrStatus status);

/**
 * waymark_figures_strip_set_mean:
 * @progress: the mean progress of a scope, NAN when undefined
 * @expected: expected progress, 0 to 1
 *
 * A scope has no status, so the bar is in the accent colour.
 */
void waymark_figures_strip_set_mean (WaymarkFiguresStrip *self, double progress, double expected);

G_END_DECLS
