/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-progress.h"

G_BEGIN_DECLS

/**
 * okr_undefined_reason_to_text:
 * @reason: a reason
 *
 * Returns: (transfer none) (nullable): the reason as a translated sentence, %NULL for
 *   %OKR_UNDEFINED_NONE
 */
const char *okr_undefined_reason_to_text (OkrUndefinedReason reason);

/**
 * okr_progress_explain:
 * @measure: a key result's numbers
 * @unit: (nullable): its unit
 * @decimals: with which its progress is shown elsewhere; 0 for whole per cent
 *
 * Tells how its progress is computed, with its own numbers in the formula, such as
 * "(1.9 − 1.8) / (2.3 − 1.8) = 20 %".
 *
 * Returns: (transfer full): translated text
 */
char *okr_progress_explain (const OkrMeasure *measure, const char *unit, guint decimals);

/**
 * okr_expected_explain:
 * @start: first day of the cycle
 * @end: its last day
 * @due: the key result's own due date, or %OKR_DAY_NONE
 * @today: the day to judge
 *
 * Tells how expected progress is computed, such as "52 of 89 days = 58 %".
 *
 * Returns: (transfer full): translated text
 */
char *okr_expected_explain (OkrDay start, OkrDay end, OkrDay due, OkrDay today);

/**
 * okr_status_explain_key_result:
 * @measure: the key result's numbers
 * @p: its raw progress
 * @expected: its expected progress
 * @ambition: its objective's ambition
 * @days_since_start: days since the cycle's first day
 * @grace_days: the plan's days of grace
 *
 * Tells why [func@status_key_result] gives what it gives for the same arguments.
 *
 * Returns: (transfer full): a translated sentence
 */
char *okr_status_explain_key_result (const OkrMeasure *measure,
                                     double p,
                                     double expected,
                                     OkrAmbition ambition,
                                     guint days_since_start,
                                     guint grace_days);

/**
 * okr_status_explain_objective:
 * @p: the objective's mean, or NaN
 * @expected: its expected progress
 * @ambition: its ambition
 * @any_check_in: whether any key result below it has a check-in that counts
 * @days_since_start: days since the cycle's first day
 * @grace_days: the plan's days of grace
 *
 * Tells why [func@status_objective] gives what it gives for the same arguments.
 *
 * Returns: (transfer full): a translated sentence
 */
char *okr_status_explain_objective (double p,
                                    double expected,
                                    OkrAmbition ambition,
                                    gboolean any_check_in,
                                    guint days_since_start,
                                    guint grace_days);

/**
 * okr_projection_explain:
 * @projection: a projection
 * @unit: (nullable): the key result's unit
 * @decimals: with which its progress is shown elsewhere; 0 for whole per cent
 *
 * Says where a key result goes, and what counts from which day, in at most two lines: "Did
 * 0.014 %/week until 22 Feb, so it lands at 36 %. Needs 0.07 %/week from 24 Feb on." Where its time
 * is over, it says how it ended: "Ended at 36 % · did 0.014 %/week".
 *
 * Returns: (transfer full) (nullable): translated text, %NULL when it is not defined
 */
char *okr_projection_explain (const OkrProjection *projection, const char *unit, guint decimals);

/**
 * okr_projection_explain_terms:
 * @projection: a projection
 * @measure: what it was made of
 * @unit: (nullable): the key result's unit
 *
 * Tells how each figure of [func@projection_explain] is computed, a line for each: "Pace, 4 Jan to
 * 22 Feb: (1.9 − 1.8) / 49 days × 7 = 0.014 %/week".
 *
 * Returns: (transfer full) (nullable): translated text, %NULL when it is not defined
 */
char *okr_projection_explain_terms (const OkrProjection *projection, const OkrMeasure *measure,
                                    const char *unit);

G_END_DECLS
