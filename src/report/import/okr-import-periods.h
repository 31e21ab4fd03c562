/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrImportUnit:
 * @OKR_IMPORT_UNIT_NONE: none
 * @OKR_IMPORT_UNIT_WEEK: a week
 * @OKR_IMPORT_UNIT_MONTH: a month
 * @OKR_IMPORT_UNIT_QUARTER: a quarter
 * @OKR_IMPORT_UNIT_HALF: half of a year
 * @OKR_IMPORT_UNIT_YEAR: a year
 * @OKR_IMPORT_UNIT_CYCLE: a cycle
 *
 * What people count time in.
 */
typedef enum
{
  OKR_IMPORT_UNIT_NONE,
  OKR_IMPORT_UNIT_WEEK,
  OKR_IMPORT_UNIT_MONTH,
  OKR_IMPORT_UNIT_QUARTER,
  OKR_IMPORT_UNIT_HALF,
  OKR_IMPORT_UNIT_YEAR,
  OKR_IMPORT_UNIT_CYCLE,
} OkrImportUnit;

/**
 * OkrImportPeriod:
 * @unit: what it is
 * @number: which one of its year, from 1; 0 where that is not said, as in "end of the month"
 * @year: 0 where that is not said
 * @is_middle: the middle of a month is meant
 * @is_calendar: of a week, whether it is certainly one of the year and none of the cycle
 * @is_of_cycle: of a week, whether it is certainly one of the cycle
 * @may_be_half: of a week, whether it may as well be a half of the year: "S1"
 *
 * A part of a year as people name it, such as "end of March", "mid-March", "KW 7" or "EOQ".
 */
typedef struct
{
  OkrImportUnit unit;
  guint number;
  guint year;
  gboolean is_middle;
  gboolean is_calendar;
  gboolean is_of_cycle;
  gboolean may_be_half;
} OkrImportPeriod;

/**
 * okr_import_find_month:
 * @word: a folded word, see okr_import_fold()
 *
 * Returns: the month from 1 that @word is the name of in English, German, French or Spanish, or the
 *   beginning of it; 0 for none, or when it is short for several
 */
guint okr_import_find_month (const char *word);

/**
 * okr_import_parse_period:
 * @text: a cell or a heading
 * @period: (out): what it says
 *
 * Reads a period in English, German, French or Spanish.
 *
 * Returns: whether it is one
 */
gboolean okr_import_parse_period (const char *text, OkrImportPeriod *period);

/**
 * okr_import_period_place:
 * @cycle: (nullable): the cycle that it is in
 * @first: (out): its first day
 * @last: (out): its last day, or the middle one
 *
 * Finds the year that is meant by a period, and so its days. A week without a word for the calendar
 * is the one of the year if that is in the cycle, else the one of the cycle; where both are in it
 * and far apart, there are two. Weeks are those of ISO 8601. The end of the cycle is the end of a
 * period that goes on for no more than a week. Where the period says its year, it need not be in
 * the cycle.
 *
 * Returns: how many periods of the cycle may be meant, 2 also for more
 */
guint okr_import_period_place (const OkrImportPeriod *self, OkrCycle *cycle, OkrDay *first,
                               OkrDay *last);

G_END_DECLS
