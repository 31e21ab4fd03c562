/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "okr-day.h"

G_BEGIN_DECLS

/**
 * WaymarkCycleChoice:
 *
 * Offers the quarter that holds today, the next one, or a name and dates of one's own. The signal
 * "changed" tells that another answer was given.
 */
#define WAYMARK_TYPE_CYCLE_CHOICE (waymark_cycle_choice_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkCycleChoice, waymark_cycle_choice, WAYMARK, CYCLE_CHOICE, GtkBox)

/**
 * waymark_cycle_choice_read:
 * @name: (out) (transfer full): the cycle's name
 * @start: (out): its first day
 * @end: (out): its last day
 *
 * Returns: whether the answer makes a cycle: it has a name and does not end before it starts
 */
gboolean waymark_cycle_choice_read (WaymarkCycleChoice *self, char **name, OkrDay *start,
                                    OkrDay *end);

/**
 * waymark_cycle_choice_is_untouched:
 *
 * Returns: whether it still stands at the quarter that holds today
 */
gboolean waymark_cycle_choice_is_untouched (WaymarkCycleChoice *self);

G_END_DECLS
