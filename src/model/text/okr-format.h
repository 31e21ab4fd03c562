/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"

G_BEGIN_DECLS

/**
 * OKR_FORMAT_NOTHING:
 *
 * What stands where there is no number and no date.
 */
#define OKR_FORMAT_NOTHING "—"

/**
 * OKR_FORMAT_MAX_DECIMALS:
 *
 * No more decimals than this are ever shown.
 */
#define OKR_FORMAT_MAX_DECIMALS 9

/**
 * okr_format_locale_changed:
 *
 * Forgets what is known about the locale. To be called after `setlocale()` when something was
 * formatted before; no other thread may be formatting.
 */
void okr_format_locale_changed (void);

/**
 * okr_format_count_decimals:
 * @value: a number
 *
 * Counts the decimals with which a person would have typed @value: 2 for 1.25, 0 for 3. Dust from
 * binary arithmetic (0.1 + 0.2) is not counted.
 *
 * Returns: 0 to %OKR_FORMAT_MAX_DECIMALS
 */
guint okr_format_count_decimals (double value);

/**
 * okr_format_number:
 * @value: a number
 * @decimals: how many decimals to show
 *
 * Writes a number in the user's locale, with its decimal point and digit grouping and a real
 * minus sign. Numbers too large or too small to be read that way use an exponent.
 *
 * Returns: (transfer full): the text, "—" for NaN
 */
char *okr_format_number (double value, guint decimals);

/**
 * okr_format_quantity:
 * @value: a number
 * @decimals: how many decimals to show
 * @unit: (nullable): its unit
 *
 * Writes a number with its unit after a narrow no-break space; a percent sign and a currency
 * symbol go where the locale puts them.
 *
 * Returns: (transfer full): the text, "—" for NaN
 */
char *okr_format_quantity (double value, guint decimals, const char *unit);

/**
 * okr_format_signed:
 * @delta: a difference
 * @decimals: how many decimals to show
 * @unit: (nullable): its unit
 *
 * Like [func@format_quantity] with a plus sign for what is above zero and ± for zero.
 *
 * Returns: (transfer full): the text, "—" for NaN
 */
char *okr_format_signed (double delta, guint decimals, const char *unit);

/**
 * okr_format_percent:
 * @fraction: a fraction, 1 is 100 %
 * @decimals: how many decimals to show
 *
 * Returns: (transfer full): @fraction as a percentage, rounded to the nearest; "—" for NaN
 */
char *okr_format_percent (double fraction, guint decimals);

/**
 * okr_format_progress:
 * @p: a raw progress, or NaN
 *
 * Writes a progress in whole per cent, rounded to the nearest. Rounding never tells of a start,
 * an end or a setback that is not there: what lies between 0 and 1 reads 1 % to 99 %, and what is
 * below 0 reads −1 % or less.
 *
 * Returns: (transfer full): for example "58 %", "−25 %", "125 %", "—" for NaN
 */
char *okr_format_progress (double p);

/**
 * okr_format_progress_exact:
 * @p: a raw progress, or NaN
 *
 * Writes a progress for an explanation: with whole per cent where [func@format_progress] tells of
 * what is rounded, else with as many decimals as tell it from a start or an end.
 *
 * Returns: (transfer full): for example "58 %", "0.3 %", "99.96 %", "−0.2 %", "—" for NaN
 */
char *okr_format_progress_exact (double p);

/**
 * okr_format_progress_number:
 * @p: a raw progress, or NaN
 *
 * Returns: (transfer full): the same without the per cent sign, as it stands in a ring
 */
char *okr_format_progress_number (double p);

/**
 * okr_format_range:
 * @kind: how a key result measures
 * @start: its start, or NaN
 * @target: its target, or NaN
 * @low: its lower bound, or NaN
 * @high: its upper bound, or NaN
 * @unit: (nullable): its unit
 * @decimals: how many decimals to show
 *
 * Writes what a key result aims for, such as "1.8 → 2.3 %", "at most 1.5 s" or "between 3 and 5
 * days". Missing numbers appear as "—". For milestones see [func@format_milestones].
 *
 * Returns: (transfer full): the text
 */
char *okr_format_range (OkrKeyResultKind kind,
                        double start,
                        double target,
                        double low,
                        double high,
                        const char *unit,
                        guint decimals);

/**
 * okr_format_milestones:
 * @n_done: how many milestones are done
 * @n: how many there are
 *
 * Returns: (transfer full): for example "2 of 3 milestones"
 */
char *okr_format_milestones (guint n_done, guint n);

/**
 * okr_format_day:
 * @day: a day
 *
 * Returns: (transfer full): for example "24 February 2027" or, where months
 *   come first, "February 24, 2027"; "—" for %OKR_DAY_NONE
 */
char *okr_format_day (OkrDay day);

/**
 * okr_format_day_short:
 * @day: a day
 *
 * Returns: (transfer full): for example "4 Jan" or "Jan 4", "—" for %OKR_DAY_NONE
 */
char *okr_format_day_short (OkrDay day);

/**
 * okr_format_day_numeric:
 * @day: a day
 *
 * Writes a day with numbers only in the locale's order and with the whole year, in the C locale
 * as `YYYY-MM-DD`. [func@parse_day] reads it back.
 *
 * Returns: (transfer full): for example "24.02.2027", empty for %OKR_DAY_NONE
 */
char *okr_format_day_numeric (OkrDay day);

/**
 * okr_format_days_ago:
 * @days: how many days ago something was
 *
 * Returns: (transfer full): a short text for a narrow column: "3 d", or "today"
 */
char *okr_format_days_ago (guint days);

/**
 * okr_format_cycle_stage:
 * @start: first day of a cycle
 * @end: its last day
 * @today: a day
 * @state: the cycle's state
 *
 * Says where a cycle is: which week it is in, when it starts or that it is over.
 *
 * Returns: (transfer full) (nullable): for example "week 8 of 13", "starts 1 Apr", "ended 31 Mar"
 *   or "closed"; %NULL when the cycle has no valid dates
 */
char *okr_format_cycle_stage (OkrDay start, OkrDay end, OkrDay today, OkrCycleState state);

G_END_DECLS
