/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OkrDay:
 *
 * A civil date (no time, no time zone) as the number of days since 1 January of year 1, which
 * is 1: the Julian day of `GDate`. Days are compared and subtracted as the numbers they are.
 * Years run from 1 to 9999; %OKR_DAY_NONE stands for "no date".
 */
typedef guint32 OkrDay;

#define OKR_DAY_NONE ((OkrDay) 0)

/**
 * OKR_DAY_MAX:
 *
 * 31 December 9999, the last day that the document format can write.
 */
#define OKR_DAY_MAX ((OkrDay) 3652059)

/**
 * okr_day_from_ymd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day, or %OKR_DAY_NONE when there is no such date
 */
OkrDay okr_day_from_ymd (int year, int month, int day);

/**
 * okr_day_to_ymd:
 * @day: a day
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @mday: (out) (optional): its day of the month, 1 to 31
 *
 * Sets everything to 0 for %OKR_DAY_NONE.
 */
void okr_day_to_ymd (OkrDay day, int *year, int *month, int *mday);

/**
 * okr_day_parse:
 * @iso: a text
 * @out: (out) (optional): the day, untouched on failure
 *
 * Reads exactly `YYYY-MM-DD`, nothing around it, and only dates that exist.
 *
 * Returns: whether @iso is such a date
 */
gboolean okr_day_parse (const char *iso, OkrDay *out);

/**
 * okr_day_to_iso:
 * @day: a day
 *
 * Returns: (transfer full): `YYYY-MM-DD`, or an empty text for %OKR_DAY_NONE
 */
char *okr_day_to_iso (OkrDay day);

/**
 * okr_day_append_iso:
 * @string: where to append
 * @day: a day
 *
 * Appends what [func@day_to_iso] gives.
 */
void okr_day_append_iso (GString *string, OkrDay day);

/**
 * okr_day_today:
 *
 * Gives the local civil date. The environment variable `OKR_TODAY=YYYY-MM-DD` pins it, for tests
 * and demonstrations.
 *
 * Returns: today
 */
OkrDay okr_day_today (void);

/**
 * okr_day_diff:
 * @from: a day
 * @to: a day
 *
 * Returns: the number of days from @from to @to, negative when @to comes first
 */
int okr_day_diff (OkrDay from, OkrDay to);

/**
 * okr_day_add_months:
 * @day: a day
 * @months: how many months later, or earlier when negative
 *
 * Keeps the day of the month where that exists, else takes the month's last: one month after
 * 31 January is 28 or 29 February.
 *
 * Returns: the day, or %OKR_DAY_NONE when it lies outside of the years 1 to 9999
 */
OkrDay okr_day_add_months (OkrDay day, int months);

/**
 * okr_day_quarter:
 * @day: a day
 * @fiscal_start: month in which the fiscal year starts, 1 to 12
 * @start: (out) (optional): first day of the quarter that holds @day
 * @end: (out) (optional): its last day
 * @quarter: (out) (optional): its number, 1 to 4
 * @year: (out) (optional): its fiscal year
 *
 * Finds the fiscal quarter of a day. A fiscal year has the name of the calendar year in which it
 * ends, so with @fiscal_start 1 it is the calendar year.
 *
 * Returns: whether @day is a date whose quarter lies within the years 1 to 9999
 */
gboolean okr_day_quarter (OkrDay day,
                          guint fiscal_start,
                          OkrDay *start,
                          OkrDay *end,
                          guint *quarter,
                          int *year);

/**
 * okr_cycle_name_for_day:
 * @day: a day
 * @fiscal_start: month in which the fiscal year starts, 1 to 12
 *
 * Gives the name of the quarter that holds @day, such as "Q1 2027". It goes into the document,
 * which people of several languages share, so it is not translated.
 *
 * Returns: (transfer full) (nullable): the name, or %NULL when @day has no quarter
 */
char *okr_cycle_name_for_day (OkrDay day, guint fiscal_start);

/**
 * okr_cycle_name_parse:
 * @name: a cycle's name such as "Q1 2027"; case and surrounding blanks do not matter
 * @fiscal_start: month in which the fiscal year starts, 1 to 12
 * @start: (out) (optional): first day of that quarter, untouched on failure
 * @end: (out) (optional): its last day
 *
 * The reverse of [func@cycle_name_for_day].
 *
 * Returns: whether @name is the name of a quarter
 */
gboolean okr_cycle_name_parse (const char *name, guint fiscal_start, OkrDay *start, OkrDay *end);

/**
 * okr_cycle_week:
 * @start: first day of a cycle
 * @end: its last day
 * @today: a day
 * @week: (out) (optional): which week of the cycle @today is in, from 1
 * @n_weeks: (out) (optional): how many weeks the cycle has, the last one may be short
 *
 * Counts weeks from the cycle's first day. Before the cycle it is the first week, after it the
 * last.
 *
 * Returns: whether the cycle has both dates, in order; else the numbers are set to 0
 */
gboolean okr_cycle_week (OkrDay start, OkrDay end, OkrDay today, guint *week, guint *n_weeks);

G_END_DECLS
