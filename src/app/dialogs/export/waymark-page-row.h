/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "okr-export.h"

G_BEGIN_DECLS

/**
 * WaymarkPageRow:
 *
 * A row to choose one page of a report, which tells how many there are.
 */
#define WAYMARK_TYPE_PAGE_ROW (waymark_page_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkPageRow, waymark_page_row, WAYMARK, PAGE_ROW, AdwActionRow)

/**
 * waymark_page_row_count:
 * @kind: (nullable): what to make; %NULL if no page is to be chosen now
 * @plan: the plan
 * @options: which part of it, and how
 * @setup: the paper
 *
 * Lets a worker thread count the pages. Until it has, the row tells how many there were before;
 * then no page beyond the last one can be chosen.
 */
void waymark_page_row_count (WaymarkPageRow *self, const OkrExportKind *kind, OkrPlan *plan,
                             const OkrExportOptions *options, GtkPageSetup *setup);

/**
 * waymark_page_row_get_page:
 *
 * Returns: the number of the chosen page, from 0
 */
guint waymark_page_row_get_page (WaymarkPageRow *self);

G_END_DECLS
