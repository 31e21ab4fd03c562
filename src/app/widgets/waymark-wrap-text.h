/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waymark-field.h"

G_BEGIN_DECLS

#define WAYMARK_TYPE_WRAP_TEXT (waymark_wrap_text_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkWrapText, waymark_wrap_text, WAYMARK, WRAP_TEXT, GtkTextView)

/**
 * WaymarkWrapText:
 *
 * A text without a frame that wraps: a title of one line however long, or prose. Its value is a
 * string. Properties: "placeholder" (shown while it is empty; also its accessible name) and
 * "single-line" (whether Enter leaves it instead of breaking the line).
 */

/**
 * waymark_wrap_text_dup_text:
 *
 * Returns: (transfer full): what is typed
 */
char *waymark_wrap_text_dup_text (WaymarkWrapText *self);

G_END_DECLS
