/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-enums.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_PROGRESS_BAR (waymark_progress_bar_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkProgressBar, waymark_progress_bar, WAYMARK, PROGRESS_BAR, GtkWidget)

/**
 * WaymarkProgressBar:
 *
 * A track, a fill in the colour of the status and a tick at the expected progress, drawn in one
 * go without children: cheap enough for hundreds of rows.
 *
 * It is a meter for assistive technologies, with a text like "20 %, expected 58 %, At risk".
 */

/**
 * waymark_progress_bar_new:
 *
 * Returns: (transfer floating): a bar with undefined progress
 */
GtkWidget *waymark_progress_bar_new (void);

/**
 * waymark_progress_bar_set:
 * @self: a bar
 * @progress: raw progress (1 is 100 %; below 0 and above 1 are shown as such), NaN when undefined
 * @expected: expected progress 0…1, NaN for no tick
 * @status: what the colour tells
 *
 * Sets the three properties at once.
 */
void waymark_progress_bar_set (WaymarkProgressBar *self, double progress, double expected,
                               OkrStatus status);

/**
 * waymark_progress_bar_set_mean:
 * @self: a bar
 * @progress: as for waymark_progress_bar_set()
 * @expected: likewise
 *
 * For the mean of a whole scope: it has no status, and the bar the accent colour.
 */
void waymark_progress_bar_set_mean (WaymarkProgressBar *self, double progress, double expected);

/**
 * waymark_progress_bar_set_explanation:
 * @self: a bar
 * @explanation: (nullable): how the number comes about, shown as tooltip
 */
void waymark_progress_bar_set_explanation (WaymarkProgressBar *self, const char *explanation);

G_END_DECLS
