/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-field.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_PERSON_ROW (waymark_person_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkPersonRow, waymark_person_row, WAYMARK, PERSON_ROW, AdwEntryRow)

/**
 * WaymarkPersonRow:
 *
 * A row with a person's name, which proposes the names that are known. Its value is a string.
 */

GtkWidget *waymark_person_row_new (void);

/**
 * waymark_person_row_set_names:
 * @names: (nullable): the names that are known
 */
void waymark_person_row_set_names (WaymarkPersonRow *self, const char *const *names);

G_END_DECLS
