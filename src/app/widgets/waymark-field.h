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
 * What is half of something else, such as a number that was removed, waits until the field is left
 * or finished. While something waits, the window's action "win.field-waits" is told.
 *
 * A text that cannot be read stays as typed, with the reason shown; nothing is emitted then.
 */

/**
 * WaymarkFieldInterface:
 * @get_text: (nullable): the text editing that the others are done by; what stores its value itself
 *   only needs @finish
 * @show: see waymark_field_show()
 * @restore: see waymark_field_restore()
 * @set_error: see waymark_field_set_error()
 * @finish: see waymark_field_finish()
 */
struct _WaymarkFieldInterface
{
  GTypeInterface parent_iface;

  WaymarkFieldText *(*get_text) (WaymarkField *self);
  void (*show) (WaymarkField *self, const GValue *value);
  void (*restore) (WaymarkField *self);
  void (*set_error) (WaymarkField *self, const char *message);
  void (*finish) (WaymarkField *self);
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
 * waymark_field_keep:
 * @value: what it holds at first
 *
 * Lets the field store its value itself, for a dialog that reads it when it is done.
 */
void waymark_field_keep (WaymarkField *self, const GValue *value);

/**
 * waymark_field_finish:
 *
 * Enters what waits, as if the field were left, and ends the step to undo. The focus and the cursor
 * stay where they are, and so does a text that cannot be read.
 */
void waymark_field_finish (WaymarkField *self);

/**
 * waymark_field_finish_in:
 * @window: a window
 *
 * Finishes what a person is editing in @window and in the dialogs over it: whatever acts on the
 * plan as a whole, such as saving it, begins with this.
 */
void waymark_field_finish_in (GtkWindow *window);

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
 * waymark_field_emit_waits:
 * @waits: whether something was entered that is not handed over yet
 *
 * For implementations: tells the window, so that it can be saved and taken back.
 */
void waymark_field_emit_waits (WaymarkField *self, gboolean waits);

/**
 * waymark_field_leave:
 *
 * For implementations: moves the focus from inside the field to the row or the pane around it.
 */
void waymark_field_leave (WaymarkField *self);

G_END_DECLS
