/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-scope.h"

G_BEGIN_DECLS

/**
 * okr_csv_from_plan:
 * @plan: a plan
 * @scope: (nullable): which part of it
 *
 * Writes a table for spreadsheets (RFC 4180, UTF-8 with a byte order mark): one row per key result,
 * and one for an objective without any. Numbers have a decimal point, dates are `YYYY-MM-DD`,
 * progress is a fraction. A text that a spreadsheet would take for a formula has an apostrophe
 * before it. The headings are in English whatever the language, as #OkrImport knows them.
 *
 * Returns: (transfer full): the file
 */
GBytes *okr_csv_from_plan (OkrPlan *plan, const OkrScope *scope);

/**
 * okr_csv_dup_left_out:
 * @plan: a plan
 * @scope: (nullable): which part of it
 *
 * Returns: (transfer full) (nullable): what okr_csv_from_plan() has no place for, as a sentence;
 *   %NULL where nothing is left out
 */
char *okr_csv_dup_left_out (OkrPlan *plan, const OkrScope *scope);

/**
 * okr_csv_from_check_ins:
 * @plan: a plan
 * @scope: (nullable): which part of it
 *
 * The same for all check-ins that count, oldest first.
 *
 * Returns: (transfer full): the file
 */
GBytes *okr_csv_from_check_ins (OkrPlan *plan, const OkrScope *scope);

G_END_DECLS
