/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-import-columns.h"

G_BEGIN_DECLS

/**
 * OkrImportDates:
 * @OKR_IMPORT_DATES_UNKNOWN: no date says it
 * @OKR_IMPORT_DATES_DMY: day, month, year
 * @OKR_IMPORT_DATES_MDY: month, day, year
 *
 * The order in which a table writes dates in numbers; year, month, day is understood in any case.
 */
typedef enum
{
  OKR_IMPORT_DATES_UNKNOWN,
  OKR_IMPORT_DATES_DMY,
  OKR_IMPORT_DATES_MDY,
} OkrImportDates;

/**
 * OkrImportStyle:
 * @decimal: the decimal sign, a point or a comma; 0 when no number says it
 * @dates: the order of dates
 *
 * How a table writes numbers and dates.
 */
typedef struct
{
  char decimal;
  OkrImportDates dates;
} OkrImportStyle;

/**
 * OkrImportEvidence:
 *
 * How many cells speak for each way of writing. A zeroed struct is where to begin.
 */
typedef struct
{
  guint points;
  guint commas;
  guint day_first;
  guint month_first;
} OkrImportEvidence;

/**
 * okr_import_evidence_add_number:
 * @text: a cell
 *
 * Returns: whether it is a number that can be read in two ways: the sign in "1.500" may group the
 *   thousands, or stand before the decimals
 */
gboolean okr_import_evidence_add_number (OkrImportEvidence *self, const char *text);

/**
 * okr_import_evidence_add_day:
 * @text: a cell
 *
 * Returns: whether it is a date that can be read in two ways, as "3/4/2027" can
 */
gboolean okr_import_evidence_add_day (OkrImportEvidence *self, const char *text);
OkrImportStyle okr_import_evidence_judge (const OkrImportEvidence *self);

/**
 * okr_import_parse_number:
 * @text: a cell
 * @decimal: the decimal sign
 * @number: (out): the number
 * @unit: (out) (transfer full) (optional): what stands beside it ("%", "€"), %NULL for nothing
 * @error: return location for an error: %G_CONVERT_ERROR_ILLEGAL_SEQUENCE
 *
 * Reads a number as spreadsheets show it: grouped by blanks, apostrophes or the other sign, with a
 * unit after it or money before it, negative by a minus on either side or by brackets around it.
 * What changes the meaning of the number is no unit: "<5", "~10", "Q4". With "$1.5k" the unit is
 * "k$", see okr_import_split_unit().
 *
 * Returns: whether it is one
 */
gboolean okr_import_parse_number (const char *text, char decimal, double *number, char **unit,
                                  GError **error);

/**
 * okr_import_parse_serial_day:
 * @text: a cell
 * @day: (out): the day
 *
 * Reads the number that a spreadsheet keeps for a day and shows where the cell is not formatted as
 * a date: the days since 1899-12-30, in Excel with its 1900 date system and in LibreOffice. Only
 * numbers from 40000 (2009) to 60000 (2064) are taken for one.
 *
 * Returns: whether it is one
 */
gboolean okr_import_parse_serial_day (const char *text, OkrDay *day);

/**
 * okr_import_parse_day:
 * @text: a cell
 * @dates: the order
 * @day: (out): the day
 * @error: return location for an error: %G_CONVERT_ERROR_ILLEGAL_SEQUENCE
 *
 * Reads a date in numbers or with the name of the month in English, German, French or Spanish, or
 * the number that spreadsheets keep for it; a time behind it does not matter.
 *
 * Returns: whether it is one that exists
 */
gboolean okr_import_parse_day (const char *text, OkrImportDates dates, OkrDay *day, GError **error);

/**
 * okr_import_parse_month:
 * @text: a cell
 * @first: (out): its first day
 * @last: (out): its last day
 *
 * Reads a month of a year, where people do not care about the day: "Jan 2027", "enero de 2027",
 * "01/2027", "2027-01", or "Jan-27" as spreadsheets show it.
 *
 * Returns: whether it is one
 */
gboolean okr_import_parse_month (const char *text, OkrDay *first, OkrDay *last);

/**
 * okr_import_parse_day_of:
 * @field: what the day is
 * @text: a cell
 * @dates: the order
 * @day: (out): the day
 * @error: return location for an error: %G_CONVERT_ERROR_ILLEGAL_SEQUENCE
 *
 * Reads a day, or a month, of which a start is the first day and anything else the last.
 *
 * Returns: whether it is one
 */
gboolean okr_import_parse_day_of (OkrImportField field, const char *text, OkrImportDates dates,
                                  OkrDay *day, GError **error);

G_END_DECLS
