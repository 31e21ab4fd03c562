/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-child-row.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_INITIATIVE_ROW (waymark_initiative_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkInitiativeRow, waymark_initiative_row, WAYMARK, INITIATIVE_ROW,
                      WaymarkChildRow)

/**
 * WaymarkInitiativeRow:
 *
 * An initiative: title, state, owner, and what came of it.
 */

GtkWidget *waymark_initiative_row_new (void);

G_END_DECLS
