/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WaymarkProseRow:
 *
 * A row of a list for a text of several lines, which grows with the text. Tab leaves it. Its
 * caption is the property "title" of #AdwPreferencesRow.
 *
 * The signal "edited" tells that a person typed, "left" that the focus went elsewhere.
 */
#define WAYMARK_TYPE_PROSE_ROW (waymark_prose_row_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkProseRow, waymark_prose_row, WAYMARK, PROSE_ROW, AdwPreferencesRow)

char *waymark_prose_row_dup_text (WaymarkProseRow *self);

/**
 * waymark_prose_row_set_text:
 * @text: (nullable): the text
 *
 * Shows a text without emitting "edited"; where it is shown already, the cursor stays.
 */
void waymark_prose_row_set_text (WaymarkProseRow *self, const char *text);

/**
 * waymark_prose_row_set_enable_undo:
 * @enable: whether the row keeps a history of its own to undo in
 */
void waymark_prose_row_set_enable_undo (WaymarkProseRow *self, gboolean enable);

G_END_DECLS
