/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WAYMARK_CONFIDENCE_UNSET:
 *
 * Nobody said how sure they are.
 */
#define WAYMARK_CONFIDENCE_UNSET (-1)

/**
 * WaymarkConfidencePicker:
 *
 * The numbers 0 to 10 as buttons of which one may be pressed; in two rows where one is too long.
 * It starts without an answer, and pressing the answer again takes it back. With the keyboard it
 * is one stop: arrows move, digits choose (0 after 1 makes 10), Backspace takes the answer back.
 *
 * Its property "confidence" (0 to 10, or %WAYMARK_CONFIDENCE_UNSET) notifies.
 */
#define WAYMARK_TYPE_CONFIDENCE_PICKER (waymark_confidence_picker_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkConfidencePicker, waymark_confidence_picker, WAYMARK,
                      CONFIDENCE_PICKER, GtkWidget)

int waymark_confidence_picker_get_confidence (WaymarkConfidencePicker *self);
void waymark_confidence_picker_set_confidence (WaymarkConfidencePicker *self, int confidence);

G_END_DECLS
