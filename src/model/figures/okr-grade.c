/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-format.h"
#include "okr-grade.h"
#include "okr-number.h"
#include "okr-progress.h"

#include <math.h>

#define MEAN_TOO_EASY 0.85
#define MEAN_TOO_FAR 0.4

double
okr_grade_computed (double p)
{
  return okr_progress_clamp (p);
}

double
okr_grade_truncate (double grade)
{
  return floor (grade * 10 + 10 * OKR_PROGRESS_EPSILON) / 10;
}

char *
okr_grade_format (double grade)
{
  return okr_format_number (okr_grade_truncate (grade), 1);
}

OkrGradeBand
okr_grade_band (double grade, OkrAmbition ambition)
{
  gboolean committed = ambition == OKR_AMBITION_COMMITTED;

  if (isnan (grade))
    return OKR_GRADE_BAND_NONE;
  grade += OKR_PROGRESS_EPSILON;
  if (grade >= (committed ? 1.0 : 0.7))
    return OKR_GRADE_BAND_GREEN;
  return grade >= (committed ? 0.7 : 0.4) ? OKR_GRADE_BAND_AMBER : OKR_GRADE_BAND_RED;
}

const char *
okr_grade_band_to_label (OkrGradeBand band)
{
  switch (band)
    {
    case OKR_GRADE_BAND_RED:
      return C_ ("grade", "Red");
    case OKR_GRADE_BAND_AMBER:
      return C_ ("grade", "Amber");
    case OKR_GRADE_BAND_GREEN:
      return C_ ("grade", "Green");
    case OKR_GRADE_BAND_NONE:
    default:
      return OKR_FORMAT_NOTHING;
    }
}

OkrCycleHint
okr_cycle_hint (double mean)
{
  if (mean > MEAN_TOO_EASY + OKR_PROGRESS_EPSILON)
    return OKR_CYCLE_HINT_TOO_EASY;
  if (mean < MEAN_TOO_FAR - OKR_PROGRESS_EPSILON)
    return OKR_CYCLE_HINT_TOO_FAR;
  return OKR_CYCLE_HINT_NONE;
}

const char *
okr_cycle_hint_to_text (OkrCycleHint hint)
{
  switch (hint)
    {
    case OKR_CYCLE_HINT_TOO_EASY:
      return _("Too easy?");
    case OKR_CYCLE_HINT_TOO_FAR:
      return _("Too far?");
    case OKR_CYCLE_HINT_NONE:
    default:
      return NULL;
    }
}
