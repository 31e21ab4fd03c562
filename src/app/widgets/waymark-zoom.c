/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-zoom.h"

#include <math.h>

/* How much a notch of the wheel zooms, and how many pixels of a touchpad are as much. */
#define NOTCH 1.18
#define PIXELS_PER_NOTCH 120.0

static const double steps[] = { 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05,
                                0.075,  0.1,   0.15,  0.2,   0.3,  0.4,  0.5,  0.6,
                                0.75,   0.9,   1,     1.25,  1.5,  2,    3,    4 };

double
waymark_zoom_step (double scale, int direction, double min, double max)
{
  if (direction > 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          if (steps[i] > scale * 1.01)
            return CLAMP (steps[i], min, max);
        }
      return max;
    }
  for (guint i = G_N_ELEMENTS (steps); i > 0; i--)
    {
      if (steps[i - 1] < scale * 0.99)
        return CLAMP (steps[i - 1], min, max);
    }

  return min;
}

double
waymark_zoom_find_factor (GtkEventControllerScroll *scroll, double dy)
{
  g_return_val_if_fail (GTK_IS_EVENT_CONTROLLER_SCROLL (scroll), 1);

  if (gtk_event_controller_scroll_get_unit (scroll) != GDK_SCROLL_UNIT_WHEEL)
    dy /= PIXELS_PER_NOTCH;

  return pow (NOTCH, -dy);
}
