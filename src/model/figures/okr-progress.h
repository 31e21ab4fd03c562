/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"

G_BEGIN_DECLS

/**
 * OKR_LOW_CONFIDENCE:
 *
 * A latest confidence of this (of 10) or less asks for attention.
 */
#define OKR_LOW_CONFIDENCE 3

/**
 * OkrMeasure:
 * @kind: how the key result measures
 * @start: where it starts (`change`; optional for `atLeast` and `atMost`), else NaN
 * @target: where it is to arrive (`change`, `atLeast`, `atMost`), else NaN
 * @low: lower bound (`between`), else NaN
 * @high: upper bound (`between`), else NaN
 * @value: value of the latest check-in that counts, NaN without one; for `yesNo` 1 or 0, or any
 *   number from before it was one, which answers nothing
 * @has_check_in: whether any check-in counts
 * @milestone_done: sum of the weights of the milestones that are done
 * @milestone_total: sum of the weights of all milestones
 * @n_milestones_done: how many milestones are done, whatever their weight
 *
 * All that the progress of a key result depends on. Numbers carry the key result's unit.
 * Check-ins that are retracted or dated after today do not count; the latest is the one with the
 * greatest date, then creation time, then id.
 */
typedef struct
{
  OkrKeyResultKind kind;
  double start;
  double target;
  double low;
  double high;
  double value;
  gboolean has_check_in;
  double milestone_done;
  double milestone_total;
  guint n_milestones_done;
} OkrMeasure;

/**
 * OkrUndefinedReason:
 * @OKR_UNDEFINED_NONE: progress is defined
 * @OKR_UNDEFINED_BASELINE: a baseline has no target yet
 * @OKR_UNDEFINED_NO_START: `change` without a start
 * @OKR_UNDEFINED_NO_TARGET: `change`, `atLeast` or `atMost` without a target
 * @OKR_UNDEFINED_START_IS_TARGET: `change` from a number to the same number
 * @OKR_UNDEFINED_NO_BOUNDS: `between` with a bound missing
 * @OKR_UNDEFINED_BOUNDS_CROSSED: `between` with the lower bound above the upper one
 * @OKR_UNDEFINED_NO_MILESTONES: no milestone with a weight above 0
 *
 * Why a key result has no progress.
 */
typedef enum
{
  OKR_UNDEFINED_NONE,
  OKR_UNDEFINED_BASELINE,
  OKR_UNDEFINED_NO_START,
  OKR_UNDEFINED_NO_TARGET,
  OKR_UNDEFINED_START_IS_TARGET,
  OKR_UNDEFINED_NO_BOUNDS,
  OKR_UNDEFINED_BOUNDS_CROSSED,
  OKR_UNDEFINED_NO_MILESTONES,
} OkrUndefinedReason;

/**
 * OkrSpan:
 * @start: first day
 * @end: last day, included
 *
 * A stretch of days.
 */
typedef struct
{
  OkrDay start;
  OkrDay end;
} OkrSpan;

/**
 * OkrMean:
 * @sum_weight: sum of the weights so far
 * @sum: sum of weight times progress so far
 *
 * A weighted mean in the making; all zero is an empty one.
 */
typedef struct
{
  double sum_weight;
  double sum;
} OkrMean;

/**
 * OkrProjection:
 * @doing: units a week from the cycle's first day to the latest check-in
 * @need: units a week that are needed from today on; 0 when the target is reached, NaN when no
 *   time is left
 * @lands: progress at the end at the present pace, 0 to 9.99
 * @reached: the raw progress at the latest check-in
 * @ended: whether the time is over, so that @reached is how it ended
 * @defined: whether there is a projection at all; if not, the figures are NaN
 * @start: the day from which @doing counts
 * @checked: the day of the latest check-in, up to which @doing, @lands and @reached count
 * @today: the day from which @need counts
 * @end: the day up to which @need and @lands count
 *
 * Where a key result goes if nothing changes.
 */
typedef struct
{
  double doing;
  double need;
  double lands;
  double reached;
  gboolean ended;
  gboolean defined;
  OkrDay start;
  OkrDay checked;
  OkrDay today;
  OkrDay end;
} OkrProjection;

/**
 * okr_progress_why_undefined:
 * @measure: a key result's numbers
 *
 * Returns: why [func@progress_raw] is NaN, or %OKR_UNDEFINED_NONE
 */
OkrUndefinedReason okr_progress_why_undefined (const OkrMeasure *measure);

/**
 * okr_progress_raw:
 * @measure: a key result's numbers
 *
 * Computes progress as in "Progress of a key result" of the design's semantics:
 *
 * - `change`: (value − start) / (target − start);
 * - `atLeast`, `atMost`: 1 when the promise holds; else, with a start on the other side of the
 *   target, the same quotient, kept below 1; else 0;
 * - `between`: 1 or 0;
 * - `milestones`: weight done / weight of all;
 * - `yesNo`: 1 for a value of 1, else 0.
 *
 * Without a check-in it is 0 (milestones need none). The result is finite; it may be negative or
 * above 1.
 *
 * Returns: the progress, or NaN when it is undefined
 */
double okr_progress_raw (const OkrMeasure *measure);

/**
 * okr_progress_read_yes_no:
 * @value: what a check-in of a `yesNo` key result states
 * @yes: (out) (optional): whether it is a yes
 *
 * A key result that counted something before keeps its check-ins, whose values answer nothing.
 *
 * Returns: whether it is an answer: 1 for yes or 0 for no
 */
gboolean okr_progress_read_yes_no (double value, gboolean *yes);

/**
 * okr_progress_clamp:
 * @p: a progress, or NaN
 *
 * Returns: @p kept within 0 and 1; NaN stays NaN
 */
double okr_progress_clamp (double p);

/**
 * okr_progress_is_promise:
 * @kind: a kind of key result
 *
 * Tells the kinds that promise something for every day (`atLeast`, `atMost`, `between`): they
 * have no pace and are never achieved.
 *
 * Returns: whether @kind is one of them
 */
gboolean okr_progress_is_promise (OkrKeyResultKind kind);

/**
 * okr_expected:
 * @start: first day of the cycle
 * @end: its last day
 * @due: the key result's own due date, which replaces @end, or %OKR_DAY_NONE
 * @today: the day to judge
 *
 * Computes expected progress = days elapsed / days in the cycle: 0 on the first day and before
 * it, 1 on the last day and after it. A span without length is over on its only day; one without
 * an end expects nothing, and one without a first day nothing before its last.
 *
 * Returns: 0 to 1
 */
double okr_expected (OkrDay start, OkrDay end, OkrDay due, OkrDay today);

/**
 * okr_days_since:
 * @start: a day, or %OKR_DAY_NONE
 * @today: a later day
 *
 * Returns: how many days lie between them, 0 when @today comes before @start; %G_MAXUINT without a
 *   start: it is no beginning that grace could be given for
 */
guint okr_days_since (OkrDay start, OkrDay today);

/**
 * okr_pace_good:
 * @ambition: the objective's ambition
 *
 * Returns: the share of expected progress that is on track: 0.7, for committed ones 0.9
 */
double okr_pace_good (OkrAmbition ambition);

/**
 * okr_pace_poor:
 * @ambition: the objective's ambition
 *
 * Returns: the share of expected progress below which it is at risk: 0.4, for committed ones 0.7
 */
double okr_pace_poor (OkrAmbition ambition);

/**
 * okr_status_key_result:
 * @measure: the key result's numbers
 * @p: its progress from [func@progress_raw]
 * @expected: its expected progress
 * @ambition: its objective's ambition
 * @days_since_start: days since the cycle's first day, see [func@days_since]
 * @grace_days: the plan's days of grace: this many days from the first one count as on track
 *
 * Judges a key result by the table "Expected progress and pace" of the design's semantics.
 * Promises have neither pace nor grace.
 *
 * Returns: the status
 */
OkrStatus okr_status_key_result (const OkrMeasure *measure,
                                 double p,
                                 double expected,
                                 OkrAmbition ambition,
                                 guint days_since_start,
                                 guint grace_days);

/**
 * okr_status_objective:
 * @p: the objective's mean, or NaN
 * @expected: its expected progress
 * @ambition: its ambition
 * @any_check_in: whether any key result below it has a check-in that counts
 * @days_since_start: days since the cycle's first day
 * @grace_days: the plan's days of grace
 *
 * Judges an objective by the same table.
 *
 * Returns: the status
 */
OkrStatus okr_status_objective (double p,
                                double expected,
                                OkrAmbition ambition,
                                gboolean any_check_in,
                                guint days_since_start,
                                guint grace_days);

/**
 * okr_mean_add:
 * @mean: a mean
 * @weight: how much @p counts; 0 and less do not count at all
 * @p: a progress; it is clamped to 0…1, NaN does not count
 */
void okr_mean_add (OkrMean *mean, double weight, double p);

/**
 * okr_mean_get:
 * @mean: a mean
 *
 * Returns: the mean, 0 to 1, or NaN when nothing counted
 */
double okr_mean_get (const OkrMean *mean);

/**
 * okr_mean_share:
 * @mean: a mean that all members were added to
 * @weight: the weight of one member that counted
 *
 * Returns: the part of the whole, 0 to 1, that this member contributes
 */
double okr_mean_share (const OkrMean *mean, double weight);

/**
 * okr_project:
 * @measure: the key result's numbers
 * @start: first day of the cycle
 * @end: its last day
 * @due: the key result's own due date, or %OKR_DAY_NONE
 * @checked: date of the latest check-in that counts and states a value, or %OKR_DAY_NONE
 * @today: the day from which weeks left are counted
 *
 * Projects a `change` key result with a check-in after the cycle's first day: doing =
 * (value − start) / weeks so far, need = (target − value) / weeks left, lands = progress /
 * expected progress on the day of the check-in. A week is 7 days.
 *
 * Returns: the projection
 */
OkrProjection okr_project (const OkrMeasure *measure,
                           OkrDay start,
                           OkrDay end,
                           OkrDay due,
                           OkrDay checked,
                           OkrDay today);

/**
 * okr_needs_check_in:
 * @checked: date of the latest check-in that counts, or %OKR_DAY_NONE
 * @start: first day of the cycle, which stands in for a check-in
 * @today: the day to judge
 * @interval: the plan's check-in interval in days
 *
 * Returns: whether the latest check-in is more than @interval days old
 */
gboolean okr_needs_check_in (OkrDay checked, OkrDay start, OkrDay today, guint interval);

G_END_DECLS
