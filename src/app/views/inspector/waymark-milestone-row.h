/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-child-row.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_MILESTONE_ROW (waymark_milestone_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkMilestoneRow, waymark_milestone_row, WAYMARK, MILESTONE_ROW,
                      WaymarkChildRow)

/**
 * WaymarkMilestoneRow:
 *
 * A milestone, with a check mark for done.
 */

GtkWidget *waymark_milestone_row_new (void);

G_END_DECLS
