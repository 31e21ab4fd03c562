/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-progress-geometry.h"

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
