/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"

G_BEGIN_DECLS

/**
 * OKR_ENTRY_ERROR:
 *
 * The domain of errors about what a person typed. The messages are translated whole sentences
 * that name the cure.
 */
#define OKR_ENTRY_ERROR (okr_entry_error_quark ())

/**
 * OkrEntryError:
 * @OKR_ENTRY_ERROR_EMPTY: nothing was typed
 * @OKR_ENTRY_ERROR_NOT_A_NUMBER: the text is not a number
 * @OKR_ENTRY_ERROR_AMBIGUOUS: the text can be read as two different numbers
 * @OKR_ENTRY_ERROR_TOO_LARGE: the number is too large
 * @OKR_ENTRY_ERROR_NOT_A_DATE: the text is not a date
 *
 * Codes of %OKR_ENTRY_ERROR.
 */
typedef enum
{
  OKR_ENTRY_ERROR_EMPTY,
  OKR_ENTRY_ERROR_NOT_A_NUMBER,
  OKR_ENTRY_ERROR_AMBIGUOUS,
  OKR_ENTRY_ERROR_TOO_LARGE,
  OKR_ENTRY_ERROR_NOT_A_DATE,
} OkrEntryError;

GQuark okr_entry_error_quark (void);

/**
 * okr_parse_number:
 * @text: what a person typed
 * @unit: (nullable): a unit, percent sign or currency that may stand before or after the number
 * @out: (out) (optional): the number, finite; untouched on failure
 * @error: return location for an %OKR_ENTRY_ERROR
 *
 * Reads a number in the locale's form and in the C locale's form: grouped or not, with a real or
 * an ASCII minus, with any kind of space around it, with an exponent, with the locale's digits.
 *
 * A point or a comma is read thus: the locale's decimal point is a decimal point; the locale's
 * grouping sign before exactly three digits groups; when both occur, the last is the decimal
 * point; one that occurs more than once groups; any other point is a decimal point, and so is any
 * other comma, unless it could as well be grouping ("1,500" in the C locale), which is an error.
 *
 * Returns: whether @text is a number
 */
gboolean okr_parse_number (const char *text, const char *unit, double *out, GError **error);

/**
 * okr_parse_day:
 * @text: what a person typed
 * @out: (out) (optional): the day, untouched on failure
 * @error: return location for an %OKR_ENTRY_ERROR
 *
 * Reads a date as `YYYY-MM-DD`, as day, month and year in numbers in the locale's order, or as
 * okr_format_day() writes it, with the month cut short or not. A year of one or two digits belongs
 * to this century.
 *
 * Returns: whether @text is a date that exists
 */
gboolean okr_parse_day (const char *text, OkrDay *out, GError **error);

G_END_DECLS
