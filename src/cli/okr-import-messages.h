/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-import.h"

G_BEGIN_DECLS

/* What `okr import` says. All but the items goes to standard error. */

/* The options that read the table as it was read, for people to correct. */
void okr_import_tell_reading (const char *name, OkrImport *import, const OkrImportResult *result);
/* Both tell the first ones, unless @is_verbose. */
void okr_import_tell_notes (const char *name, OkrImport *import, GPtrArray *notes,
                            gboolean is_verbose);
void okr_import_tell_problems (const char *name, GPtrArray *problems, gboolean is_verbose);
/* Counts; what was done, or would be. */
void okr_import_tell_result (const OkrImportResult *result, gboolean is_done);
/* What becomes of each item; not more than a screen of them, unless @is_verbose. */
void okr_import_print_items (GPtrArray *items, gboolean is_verbose);

G_END_DECLS
