/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OkrProgressGeometry:
 * @defined: whether there is a progress; else the track is dashed
 * @is_over: above 100 %: the fill ends in an arrow at the far end
 * @is_under: below 0 %: a nub points out of the near end
 * @fill_start: where the fill begins, from the left
 * @fill_length: how long it is
 * @tick: the middle of the tick from the left, NaN when nothing is expected or there is no progress
 *   to compare
 *
 * Where the parts of a progress bar are, in the unit of the width it was computed for.
 */
typedef struct
{
  gboolean defined;
  gboolean is_over;
  gboolean is_under;
  double fill_start;
  double fill_length;
  double tick;
} OkrProgressGeometry;

/**
 * OkrProgressSign:
 * @OKR_PROGRESS_SIGN_TICK: the tick at what is expected
 * @OKR_PROGRESS_SIGN_OVER: the arrow at the far end
 * @OKR_PROGRESS_SIGN_UNDER: the arrow at the near end
 *
 * What a progress bar may have that a legend explains.
 */
typedef enum
{
  OKR_PROGRESS_SIGN_TICK,
  OKR_PROGRESS_SIGN_OVER,
  OKR_PROGRESS_SIGN_UNDER,
} OkrProgressSign;

#define OKR_N_PROGRESS_SIGNS (OKR_PROGRESS_SIGN_UNDER + 1)

/** Of the height of a bar, what its track takes; the tick takes all of it. */
#define OKR_PROGRESS_TRACK 0.56
/** The length of an arrow, of the height of the track. */
#define OKR_PROGRESS_ARROW 0.6
/** Between the track and an arrow. */
#define OKR_PROGRESS_ARROW_GAP 1.0
#define OKR_PROGRESS_TICK_WIDTH 2.0
/** What stands in for the track where there is no progress. */
#define OKR_PROGRESS_DASH 6.0
#define OKR_PROGRESS_DASH_GAP 4.0
/** The width of a ring, of its diameter. */
#define OKR_PROGRESS_RING (1.0 / 7)

/**
 * okr_progress_geometry:
 * @geometry: (out): the parts
 * @progress: raw progress (1 is 100 %), NaN when undefined
 * @expected: expected progress 0…1, NaN for none
 * @width: width of the track, > 0
 * @mirrored: whether the bar grows from right to left
 */
void okr_progress_geometry (OkrProgressGeometry *geometry, double progress, double expected,
                            double width, gboolean mirrored);

/**
 * okr_progress_geometry_list_signs:
 * @geometry: the parts of a bar
 *
 * Returns: those of its parts that a legend explains: a bit (1 << sign) for each #OkrProgressSign
 */
guint okr_progress_geometry_list_signs (const OkrProgressGeometry *geometry);

/**
 * okr_progress_sign_get_label:
 * @sign: a sign
 *
 * Returns: (transfer none): what stands after it in a legend, translated
 */
const char *okr_progress_sign_get_label (OkrProgressSign sign);

G_END_DECLS
