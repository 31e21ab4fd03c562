/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waymark-plan-draft.h"

G_BEGIN_DECLS

/**
 * WaymarkKeyResultEntry:
 *
 * Asks for a key result in two lines: what, and from which number to which. What is no number stays
 * as typed, with the reason.
 *
 * The signal "changed" tells that a person typed, "activated" that Return was pressed.
 */
#define WAYMARK_TYPE_KEY_RESULT_ENTRY (waymark_key_result_entry_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkKeyResultEntry, waymark_key_result_entry, WAYMARK, KEY_RESULT_ENTRY,
                      GtkBox)

/**
 * waymark_key_result_entry_read:
 * @draft: (out caller-allocates): what is entered; its texts belong to the widget
 *
 * Returns: whether it is complete: both numbers or none, and a title where there are numbers
 */
gboolean waymark_key_result_entry_read (WaymarkKeyResultEntry *self, WaymarkKeyResultDraft *draft);

/**
 * waymark_key_result_entry_is_empty:
 *
 * Returns: whether nothing stands in any of its fields
 */
gboolean waymark_key_result_entry_is_empty (WaymarkKeyResultEntry *self);

G_END_DECLS
