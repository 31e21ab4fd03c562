/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-field.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_TEXT_ROW (waymark_text_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkTextRow, waymark_text_row, WAYMARK, TEXT_ROW, AdwEntryRow)

/**
 * WaymarkTextRow:
 *
 * A row with one line of text. Its value is a string.
 */

GtkWidget *waymark_text_row_new (void);

G_END_DECLS
