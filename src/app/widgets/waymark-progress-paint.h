/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-enums.h"

G_BEGIN_DECLS

/**
 * waymark_progress_snapshot_bar:
 * @snapshot: where to draw
 * @area: the place; the tick takes its height, the track a good half of it
 * @progress: raw progress, NaN when undefined
 * @expected: expected progress, NaN for none
 * @fill: the colour of the fill
 * @foreground: the text colour, of which track and tick are shades
 * @mirrored: whether the bar grows from right to left
 */
void waymark_progress_snapshot_bar (GtkSnapshot *snapshot, const graphene_rect_t *area,
                                    double progress, double expected, const GdkRGBA *fill,
                                    const GdkRGBA *foreground, gboolean mirrored);

/**
 * waymark_progress_snapshot_ring:
 * @snapshot: where to draw
 * @area: a square
 * @progress: raw progress, NaN when undefined
 * @expected: expected progress, NaN for none
 * @status: gives the colour of the fill
 * @foreground: the text colour, of which track and tick are shades
 * @mirrored: whether the ring grows counterclockwise
 */
void waymark_progress_snapshot_ring (GtkSnapshot *snapshot, const graphene_rect_t *area,
                                     double progress, double expected, OkrStatus status,
                                     const GdkRGBA *foreground, gboolean mirrored);

/**
 * waymark_progress_update_accessible:
 * @widget: a widget with the role of a meter
 * @progress: raw progress, NaN when undefined
 * @expected: expected progress, NaN for none
 * @status: (nullable): the name of a status, NULL where there is none
 *
 * Tells assistive technologies the value in percent, and as a text like
 * "20 %, expected 58 %, At risk". Without a status it is the percentage alone.
 */
void waymark_progress_update_accessible (GtkWidget *widget, double progress, double expected,
                                         const char *status);

/**
 * waymark_progress_dup_text:
 * @progress: raw progress, NaN when undefined
 * @expected: expected progress, NaN for none
 * @status: (nullable): the name of a status, NULL where there is none
 *
 * Returns: (transfer full): a text like "20 %, expected 58 %, At risk"
 */
char *waymark_progress_dup_text (double progress, double expected, const char *status);

/**
 * waymark_progress_equal:
 * @a: a progress, NaN when undefined
 * @b: another one
 *
 * Returns: whether both are the same number, or both undefined
 */
gboolean waymark_progress_equal (double a, double b);

G_END_DECLS
