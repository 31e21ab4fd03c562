/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-enums.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_PROGRESS_RING (waymark_progress_ring_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkProgressRing, waymark_progress_ring, WAYMARK, PROGRESS_RING, GtkWidget)

/**
 * WaymarkProgressRing:
 *
 * A ring that is filled as far as the progress goes, with the number of percent inside. It grows
 * with the font.
 *
 * It is a meter for assistive technologies, with a text like "20 %, expected 58 %, At risk".
 */

/**
 * waymark_progress_ring_new:
 *
 * Returns: (transfer floating): a ring with undefined progress
 */
GtkWidget  *waymark_progress_ring_new             (void);

/**
 * waymark_progress_ring_set:
 * @self: a ring
 * @progress: raw progress (1 is 100 %; below 0 and above 1 are shown as such), NaN when undefined
 * @expected: expected progress 0…1, NaN for no tick
 * @status: what the colour tells
 *
 * Sets the three properties at once.
 */
void        waymark_progress_ring_set             (WaymarkProgressRing *self,
                                               double              progress,
                                               double              expected,
                                               OkrStatus           status);

/**
 * waymark_progress_ring_set_explanation:
 * @self: a ring
 * @explanation: (nullable): how the number comes about, shown as tooltip
 */
void        waymark_progress_ring_set_explanation (WaymarkProgressRing *self,
                                               const char         *explanation);

/**
 * waymark_progress_ring_get_explanation:
 * @self: a ring
 *
 * Returns: (transfer none) (nullable): how the number comes about
 */
const char *waymark_progress_ring_get_explanation (WaymarkProgressRing *self);

G_END_DECLS
