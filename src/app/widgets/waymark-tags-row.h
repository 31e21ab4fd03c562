/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-field.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_TAGS_ROW (waymark_tags_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkTagsRow, waymark_tags_row, WAYMARK, TAGS_ROW, AdwEntryRow)

/**
 * WaymarkTagsRow:
 *
 * A row with words between commas. Its value is a %G_TYPE_STRV without empty words and without any
 * word twice.
 */

G_END_DECLS
