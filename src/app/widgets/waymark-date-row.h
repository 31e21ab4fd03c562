/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "okr-day.h"
#include "waymark-field.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_DATE_ROW (waymark_date_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkDateRow, waymark_date_row, WAYMARK, DATE_ROW, AdwActionRow)

/**
 * WaymarkDateRow:
 *
 * A row with a date that is typed or picked from a calendar. Its value is a guint that holds an
 * #OkrDay, %OKR_DAY_NONE for none.
 */

GtkWidget *waymark_date_row_new (void);

/**
 * waymark_date_row_get_day:
 *
 * Returns: the stored day, or %OKR_DAY_NONE
 */
OkrDay waymark_date_row_get_day (WaymarkDateRow *self);

/**
 * waymark_date_row_set_fallback:
 * @day: the day that counts while there is none, shown dimmed; %OKR_DAY_NONE for nothing
 */
void waymark_date_row_set_fallback (WaymarkDateRow *self, OkrDay day);

/**
 * waymark_date_row_set_note:
 * @note: (nullable): a few words below the title; an error takes their place
 */
void waymark_date_row_set_note (WaymarkDateRow *self, const char *note);

G_END_DECLS
