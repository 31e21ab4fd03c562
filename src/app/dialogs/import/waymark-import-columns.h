/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "okr-import.h"

G_BEGIN_DECLS

/**
 * WaymarkImportColumns:
 *
 * The columns of a table with some of their values, and a choice of what each holds. Emits
 * "chosen" with the column, counted from 0, and the word for what it was said to hold.
 */
#define WAYMARK_TYPE_IMPORT_COLUMNS (waymark_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkImportColumns, waymark_import_columns, WAYMARK, IMPORT_COLUMNS,
                      AdwPreferencesGroup)

/**
 * waymark_import_columns_show:
 * @import: (transfer none): the table; needed only during the call
 *
 * Shows the columns. Rows stay as long as the columns are the same, and with them the focus.
 */
void waymark_import_columns_show (WaymarkImportColumns *self, OkrImport *import);

G_END_DECLS
