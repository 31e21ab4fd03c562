/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-field.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_NUMBER_ROW (waymark_number_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkNumberRow, waymark_number_row, WAYMARK, NUMBER_ROW, AdwActionRow)

/**
 * WaymarkNumberRow:
 *
 * A row with a number and its unit, written and read as the locale has it. Its value is a double,
 * NAN for none. Properties: "required" (whether there has to be a number; default no) and those of
 * #AdwActionRow.
 */

GtkWidget *waymark_number_row_new (void);

/**
 * waymark_number_row_set_unit:
 * @unit: (nullable): the unit that the number is in
 */
void waymark_number_row_set_unit (WaymarkNumberRow *self, const char *unit);

/**
 * waymark_number_row_set_note:
 * @note: (nullable): a few words below the title; an error takes their place
 */
void waymark_number_row_set_note (WaymarkNumberRow *self, const char *note);

G_END_DECLS
