/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAYMARK_TYPE_FIELD (waymark_field_get_type ())
G_DECLARE_INTERFACE (WaymarkField, waymark_field, WAYMARK, FIELD, GtkWidget)

typedef struct _WaymarkFieldText WaymarkFieldText;

/**
 * WaymarkField:
 *
 * A widget in which a person edits one value. It emits "edited" with every valid value as it is
 * typed and "done" when the focus leaves it; who uses it stores the value.
 *
 * A text that cannot be read stays as typed, with the reason shown; nothing is emitted then.
 */

/**
 * WaymarkFieldInterface:
 * @get_text: (nullable): the text editing that the three others are done by
 * @show: see waymark_field_show()
 * @restore: see waymark_field_restore()
 * @set_error: see waymark_field_set_error()
 */
struct _WaymarkFieldInterface
{
  GTypeInterface parent_iface;

  WaymarkFieldText *(*get_text) (WaymarkField *self);
  void (*show) (WaymarkField *self, const GValue *value);
  void (*restore) (WaymarkField *self);
  void (*set_error) (WaymarkField *self, const char *message);
};

/**
 * waymark_field_show:
 * @value: the value that is stored, of the type that the field edits
 *
 * Shows a value. A text that means that value already stays as it is, so that the cursor does not
 * jump while one types.
 */
void waymark_field_show (WaymarkField *self, const GValue *value);

/**
 * waymark_field_restore:
 *
 * Forgets what was typed and shows the stored value again.
 */
void waymark_field_restore (WaymarkField *self);

/**
 * waymark_field_set_error:
 * @message: (nullable): why the value cannot be taken, or %NULL when it can
 *
 * Marks the field, for the eye and for assistive technologies.
 */
void waymark_field_set_error (WaymarkField *self, const char *message);

/**
 * waymark_field_emit_edited:
 * @value: what was entered
 *
 * For implementations: somebody entered @value.
 */
void waymark_field_emit_edited (WaymarkField *self, const GValue *value);

/**
 * waymark_field_emit_done:
 *
 * For implementations: the focus has left the field.
 */
void waymark_field_emit_done (WaymarkField *self);

/**
 * waymark_field_leave:
 *
 * For implementations: moves the focus from inside the field to the row or the pane around it.
 */
void waymark_field_leave (WaymarkField *self);

G_END_DECLS
