/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-enums.h"

G_BEGIN_DECLS

/**
 * OkrGradeBand:
 * @OKR_GRADE_BAND_NONE: there is no grade
 * @OKR_GRADE_BAND_RED: [0, 0.4); committed: below 0.7
 * @OKR_GRADE_BAND_AMBER: [0.4, 0.7); committed: [0.7, 1)
 * @OKR_GRADE_BAND_GREEN: [0.7, 1]; committed: 1
 *
 * How a grade is to be read.
 */
typedef enum
{
  OKR_GRADE_BAND_NONE,
  OKR_GRADE_BAND_RED,
  OKR_GRADE_BAND_AMBER,
  OKR_GRADE_BAND_GREEN,
} OkrGradeBand;

/**
 * OkrCycleHint:
 * @OKR_CYCLE_HINT_NONE: neither
 * @OKR_CYCLE_HINT_TOO_EASY: the mean is above 0.85
 * @OKR_CYCLE_HINT_TOO_FAR: the mean is below 0.4
 *
 * What a closed cycle's grades say about its ambition.
 */
typedef enum
{
  OKR_CYCLE_HINT_NONE,
  OKR_CYCLE_HINT_TOO_EASY,
  OKR_CYCLE_HINT_TOO_FAR,
} OkrCycleHint;

/**
 * okr_grade_computed:
 * @p: a raw progress, or NaN
 *
 * Returns: the grade, 0 to 1: @p clamped; NaN without a progress
 */
double okr_grade_computed (double p);

/**
 * okr_grade_truncate:
 * @grade: a grade, or NaN
 *
 * Cuts a grade to one decimal, never rounding up: 0.699 becomes 0.6. A grade that is 0.7 but for
 * the dust of binary fractions stays 0.7.
 *
 * Returns: the grade cut to one decimal, NaN stays NaN
 */
double okr_grade_truncate (double grade);

/**
 * okr_grade_format:
 * @grade: a grade, or NaN
 *
 * Returns: (transfer full): the truncated grade in the user's locale, "—" for NaN
 */
char *okr_grade_format (double grade);

/**
 * okr_grade_band:
 * @grade: a grade, or NaN
 * @ambition: the objective's ambition
 *
 * Returns: the band that @grade falls into
 */
OkrGradeBand okr_grade_band (double grade, OkrAmbition ambition);

/**
 * okr_grade_band_to_label:
 * @band: a band
 *
 * Returns: (transfer none): its translated name, "—" for %OKR_GRADE_BAND_NONE
 */
const char *okr_grade_band_to_label (OkrGradeBand band);

/**
 * okr_cycle_hint:
 * @mean: mean grade of a cycle's aspirational objectives, or NaN
 *
 * Returns: whether the cycle may have been too easy or too far
 */
OkrCycleHint okr_cycle_hint (double mean);

/**
 * okr_cycle_hint_to_text:
 * @hint: a hint
 *
 * Returns: (transfer none) (nullable): the question to ask, translated; %NULL for none
 */
const char *okr_cycle_hint_to_text (OkrCycleHint hint);

G_END_DECLS
