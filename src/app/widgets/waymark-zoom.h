/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * waymark_zoom_step:
 * @scale: the present scale
 * @direction: 1 for larger, −1 for smaller
 * @min: the smallest scale there is
 * @max: the largest scale there is
 *
 * Returns: the next scale of a series of round ones, from @min to @max
 */
double waymark_zoom_step (double scale, int direction, double min, double max);

/**
 * waymark_zoom_find_factor:
 * @scroll: where a wheel was turned, or two fingers were moved
 * @dy: how far, in the unit of @scroll
 *
 * Returns: how much larger that makes a picture
 */
double waymark_zoom_find_factor (GtkEventControllerScroll *scroll, double dy);

G_END_DECLS
