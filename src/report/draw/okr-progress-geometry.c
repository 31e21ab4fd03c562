/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-progress-geometry.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
okr_progress_geometry (OkrProgressGeometry *geometry, double progress, double expected,
                       double width, gboolean mirrored)
{
  const double shown = CLAMP (progress, 0, 1);

  g_return_if_fail (geometry != NULL);

  *geometry = (OkrProgressGeometry){ .tick = NAN };
  if (isnan (progress))
    return;

  if (!isnan (expected))
    {
      geometry->tick = CLAMP (expected, 0, 1) * width;
      if (mirrored)
        geometry->tick = width - geometry->tick;
    }

  geometry->defined = TRUE;
  geometry->is_over = progress > 1;
  geometry->is_under = progress < 0;
  geometry->fill_length = shown * width;
  geometry->fill_start = mirrored ? width - geometry->fill_length : 0;
}

guint
okr_progress_geometry_list_signs (const OkrProgressGeometry *geometry)
{
  guint signs = 0;

  g_return_val_if_fail (geometry != NULL, 0);

  signs |= !isnan (geometry->tick) ? 1u << OKR_PROGRESS_SIGN_TICK : 0;
  signs |= geometry->is_over ? 1u << OKR_PROGRESS_SIGN_OVER : 0;
  signs |= geometry->is_under ? 1u << OKR_PROGRESS_SIGN_UNDER : 0;

  return signs;
}

const char *
okr_progress_sign_get_label (OkrProgressSign sign)
{
  switch (sign)
    {
    case OKR_PROGRESS_SIGN_OVER:
      /* Translators: after an arrow at the end of a progress bar */
      return _ ("More than 100 %");
    case OKR_PROGRESS_SIGN_UNDER:
      /* Translators: after an arrow at the beginning of a progress bar */
      return _ ("Below the start");
    case OKR_PROGRESS_SIGN_TICK:
    default:
      /* Translators: after the sign | */
      return _ ("marks the progress expected today");
    }
}
