/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "okr-items.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_CHECK_IN_ROW (waymark_check_in_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkCheckInRow, waymark_check_in_row, WAYMARK, CHECK_IN_ROW,
                      AdwPreferencesRow)

/**
 * WaymarkCheckInRow:
 *
 * A check-in of the log, with a menu whose entries activate "win.edit-check-in" and "log.retract"
 * with the check-in’s id.
 */

GtkWidget *waymark_check_in_row_new (void);

/**
 * waymark_check_in_row_bind:
 * @kr: the key result
 * @check_in: a check-in of it
 * @previous: the value of the check-in before, NAN without one
 */
void waymark_check_in_row_bind (WaymarkCheckInRow *self, OkrKeyResult *kr, OkrCheckIn *check_in,
                                double previous);

/**
 * waymark_check_in_row_get_check_in:
 *
 * Returns: (nullable): what it shows
 */
OkrCheckIn *waymark_check_in_row_get_check_in (WaymarkCheckInRow *self);

G_END_DECLS
