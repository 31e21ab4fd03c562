/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-import.h"

G_BEGIN_DECLS

/**
 * waymark_import_text_column:
 * @column: what a column holds
 *
 * Returns: (transfer full): what people call it
 */
char *waymark_import_text_column (OkrImportColumn column);

/**
 * waymark_import_text_id:
 * @column: what a column holds
 *
 * Returns: (transfer full): the word for it, see okr_import_column_from_name()
 */
char *waymark_import_text_id (OkrImportColumn column);

/**
 * waymark_import_text_heading:
 * @column: a column, counted from 0
 *
 * Returns: (transfer full): what stands above it, or its number when nothing does
 */
char *waymark_import_text_heading (OkrImport *import, guint column);

/**
 * waymark_import_text_samples:
 * @column: a column, counted from 0
 *
 * Returns: (transfer full): the first few different values in it
 */
char *waymark_import_text_samples (OkrImport *import, guint column);

/**
 * waymark_import_text_summary:
 * @result: what an import does
 *
 * Returns: (transfer full): how many items of each kind come, change, and stay
 */
char *waymark_import_text_summary (const OkrImportResult *result);

/**
 * waymark_import_text_button:
 * @result: (nullable): what an import does, where it does something
 *
 * Returns: (transfer full): what the button says that imports it, with a mnemonic
 */
char *waymark_import_text_button (const OkrImportResult *result);

/**
 * waymark_import_text_refusal:
 * @result: what an import does, which is nothing
 *
 * Returns: why it does nothing
 */
const char *waymark_import_text_refusal (const OkrImportResult *result);

/**
 * waymark_import_text_done:
 * @result: what an import did
 *
 * Returns: (transfer full): what to say of it in passing
 */
char *waymark_import_text_done (const OkrImportResult *result);

G_END_DECLS
