/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "okr-import.h"
#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * WaymarkImportSection:
 * @WAYMARK_IMPORT_LEFT_OUT: rows with problems; a heading without items below it
 * @WAYMARK_IMPORT_NEW: what comes
 * @WAYMARK_IMPORT_CHANGED: what the plan has, and something about it changes
 * @WAYMARK_IMPORT_SAME: what the plan has as it is in the table
 *
 * The sections of a preview, in their order.
 */
typedef enum
{
  WAYMARK_IMPORT_LEFT_OUT,
  WAYMARK_IMPORT_NEW,
  WAYMARK_IMPORT_CHANGED,
  WAYMARK_IMPORT_SAME,
} WaymarkImportSection;

#define WAYMARK_IMPORT_N_SECTIONS (WAYMARK_IMPORT_SAME + 1)

/**
 * WaymarkImportRow:
 *
 * A row of a preview: the heading of a section, or an item below it. What a row has is only there
 * to be read. A heading notifies "open".
 */
#define WAYMARK_TYPE_IMPORT_ROW (waymark_import_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkImportRow, waymark_import_row, WAYMARK, IMPORT_ROW, GObject)

struct _WaymarkImportRow
{
  GObject parent_instance;

  WaymarkImportSection section;
  guint n_items;    /* of a heading: how many its section has, */
  gboolean is_open; /* and whether they are shown */

  const OkrImportItem *item; /* NULL for a heading */
  OkrItem *subject;          /* that item in the plan as it will be; NULL where it has none */
  gboolean is_below;         /* whether its objective stands above it in the same section */
};

/**
 * WaymarkImportRows:
 *
 * What a table brings, changes and leaves as it is, in sections that can be closed. There may be
 * ten thousand rows: each is made when a list shows it.
 */
#define WAYMARK_TYPE_IMPORT_ROWS (waymark_import_rows_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkImportRows, waymark_import_rows, WAYMARK, IMPORT_ROWS, GObject)

WaymarkImportRows *waymark_import_rows_new (void);

/**
 * waymark_import_rows_set_result:
 * @result: (nullable): what an import does; has to live as long as it is shown
 * @plan: (nullable): the plan as it will be
 *
 * A section that somebody has closed stays closed. What stays as it is begins closed where there
 * is anything else to see.
 */
void waymark_import_rows_set_result (WaymarkImportRows *self, const OkrImportResult *result,
                                     OkrPlan *plan);

/**
 * waymark_import_rows_toggle:
 * @section: which section to open, or to close if it is open
 */
void waymark_import_rows_toggle (WaymarkImportRows *self, WaymarkImportSection section);

G_END_DECLS
