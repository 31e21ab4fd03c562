/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-enums.h"
#include "waymark-text.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_STATUS_PILL (waymark_status_pill_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkStatusPill, waymark_status_pill, WAYMARK, STATUS_PILL, GtkWidget)

/**
 * WaymarkStatusPill:
 *
 * The shape and the translated name of a status on a tinted ground. What has no status may show the
 * state instead that it is in.
 */

/**
 * waymark_status_pill_new:
 * @status: a status
 *
 * Returns: (transfer floating): a pill
 */
GtkWidget *waymark_status_pill_new (OkrStatus status);

/**
 * waymark_status_pill_set_status:
 * @self: a pill
 * @status: what it shows from now on
 * @state: (nullable): what it says where there is no status, as "Dropped"
 */
void waymark_status_pill_set_status (WaymarkStatusPill *self, OkrStatus status, const char *state);

/**
 * waymark_status_pill_set_text:
 * @label: the text of a pill
 * @status: a status
 * @state: (nullable): what it says where there is no status, as "Dropped"
 *
 * For drawn widgets that have a pill as a part.
 *
 * Returns: whether that is something else than before
 */
gboolean waymark_status_pill_set_text (WaymarkText *label, OkrStatus status, const char *state);

/**
 * waymark_status_pill_get_size:
 * @label: the text of the pill
 * @widget: the widget that draws it
 * @compact: whether the shape stands alone
 * @width: (out): the width in pixels
 * @height: (out): the height in pixels
 *
 * For drawn widgets that have a pill as a part.
 */
void waymark_status_pill_get_size (WaymarkText *label, GtkWidget *widget, gboolean compact,
                                   int *width, int *height);

/**
 * waymark_status_pill_get_usual_width:
 * @widget: the widget that draws pills
 *
 * For drawn widgets that have a pill as a part.
 *
 * Returns: what the pill with the longest text needs, in pixels
 */
int waymark_status_pill_get_usual_width (GtkWidget *widget);

/**
 * waymark_status_pill_paint:
 * @label: the text of the pill
 * @widget: the widget that draws it
 * @snapshot: where to draw
 * @area: the ground of the pill
 * @status: a status
 * @compact: whether the shape stands alone
 *
 * For drawn widgets that have a pill as a part.
 */
void waymark_status_pill_paint (WaymarkText *label, GtkWidget *widget, GtkSnapshot *snapshot,
                                const graphene_rect_t *area, OkrStatus status, gboolean compact);

G_END_DECLS
