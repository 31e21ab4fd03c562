/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-day.h"

G_BEGIN_DECLS

/**
 * WaymarkDateButton:
 *
 * A button that shows a date and lets one pick another from a calendar or type it. What is typed
 * and is no date stays as typed, with the reason, and changes nothing.
 *
 * Its property "date" (an #OkrDay) notifies whoever sets it; the signal "picked" tells that a
 * person did.
 */
#define WAYMARK_TYPE_DATE_BUTTON (waymark_date_button_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkDateButton, waymark_date_button, WAYMARK, DATE_BUTTON, GtkWidget)

OkrDay waymark_date_button_get_date (WaymarkDateButton *self);
void waymark_date_button_set_date (WaymarkDateButton *self, OkrDay date);

/**
 * waymark_date_button_set_name:
 * @name: what the date means, such as "Start", for assistive technologies
 */
void waymark_date_button_set_name (WaymarkDateButton *self, const char *name);

G_END_DECLS
