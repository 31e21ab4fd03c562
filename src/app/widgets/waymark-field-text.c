/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-field-text.h"

#include <math.h>

#include "okr-number.h"

#define MIN_WIDTH_CHARS 7
#define MAX_WIDTH_CHARS 16

static gboolean
values_equal (const GValue *a, const GValue *b)
{
  if (G_VALUE_HOLDS_DOUBLE (a))
    return okr_number_equal (g_value_get_double (a), g_value_get_double (b));
  if (G_VALUE_HOLDS_UINT (a))
    return g_value_get_uint (a) == g_value_get_uint (b);
  if (G_VALUE_HOLDS (a, G_TYPE_STRV))
    {
      static const char *const none[] = { NULL };
      const char *const *one = g_value_get_boxed (a);
      const char *const *other = g_value_get_boxed (b);

      return g_strv_equal (one != NULL ? one : none, other != NULL ? other : none);
    }

  return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
}

static gboolean
parse_string (WaymarkField *field, const char *text, GValue *value, GError **error)
{
  g_value_set_string (value, text);

  return TRUE;
}

static char *
format_string (WaymarkField *field, const GValue *value)
{
  const char *text = g_value_get_string (value);

  return g_strdup (text != NULL ? text : "");
}

const WaymarkFieldTextFuncs waymark_field_text_strings = { parse_string, format_string, NULL };

static GtkWidget *
get_text (WaymarkFieldText *self)
{
  GtkEditable *delegate = gtk_editable_get_delegate (self->editable);

  return GTK_WIDGET (delegate != NULL ? delegate : self->editable);
}

static void
set_text (WaymarkFieldText *self)
{
  g_autofree char *text = self->funcs->format (self->field, &self->value);

  self->showing = TRUE;
  if (!g_str_equal (gtk_editable_get_text (self->editable), text))
    gtk_editable_set_text (self->editable, text);
  self->showing = FALSE;
}

static gboolean
text_means (WaymarkFieldText *self, const GValue *value)
{
  g_auto (GValue) typed = G_VALUE_INIT;

  g_value_init (&typed, G_VALUE_TYPE (&self->value));

  return self->funcs->parse (self->field, gtk_editable_get_text (self->editable), &typed, NULL) &&
         values_equal (&typed, value);
}

static gboolean
is_nothing (const GValue *value)
{
  if (G_VALUE_HOLDS_DOUBLE (value))
    return isnan (g_value_get_double (value));

  return G_VALUE_HOLDS_UINT (value) && g_value_get_uint (value) == 0;
}

static void
set_waits (WaymarkFieldText *self, gboolean waits)
{
  if (self->waits == waits)
    return;

  self->waits = waits;
  waymark_field_emit_waits (self->field, waits);
}

/* To empty a field is the first half of writing something else into it: what is nothing waits
 * until the field is left, so that "abc" in place of a number leaves the number alone. */
static void
read_text (WaymarkFieldText *self, gboolean finished)
{
  g_auto (GValue) typed = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  g_value_init (&typed, G_VALUE_TYPE (&self->value));
  if (!self->funcs->parse (self->field, gtk_editable_get_text (self->editable), &typed, &error))
    {
      set_waits (self, FALSE);
      waymark_field_text_set_error (self, error->message);
      return;
    }

  waymark_field_text_set_error (self, NULL);
  changed = !values_equal (&typed, &self->value);
  set_waits (self,
             changed && !finished && is_nothing (&typed) && waymark_field_text_has_focus (self));
  if (changed && !self->waits)
    waymark_field_emit_edited (self->field, &typed);
}

static void
on_changed_cb (WaymarkFieldText *self)
{
  /* Who listens may drop the field. */
  g_autoptr (GtkWidget) kept = NULL;

  if (self->showing)
    return;

  kept = g_object_ref (GTK_WIDGET (self->field));
  read_text (self, FALSE);
}

static void
on_activate_cb (WaymarkFieldText *self)
{
  g_autoptr (GtkWidget) kept G_GNUC_UNUSED = g_object_ref (GTK_WIDGET (self->field));

  waymark_field_text_finish (self);
}

static void
on_leave_cb (WaymarkFieldText *self)
{
  g_autoptr (GtkWidget) kept G_GNUC_UNUSED = g_object_ref (GTK_WIDGET (self->field));

  waymark_field_text_finish (self);
  waymark_field_text_reformat (self);
  waymark_field_emit_done (self->field);
}

static gboolean
on_key_cb (WaymarkFieldText *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return FALSE;

  waymark_field_text_restore (self);
  waymark_field_leave (self->field);

  return TRUE;
}

/* Connects the editing of one line; the controllers die with the text. */
void
waymark_field_text_init (WaymarkFieldText *self, WaymarkField *field, GtkEditable *editable,
                         GType type, const WaymarkFieldTextFuncs *funcs)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (self != NULL && WAYMARK_IS_FIELD (field) && GTK_IS_EDITABLE (editable));

  self->field = field;
  self->editable = editable;
  self->funcs = funcs;
  g_value_init (&self->value, type);
  if (type == G_TYPE_STRING)
    g_value_set_static_string (&self->value, "");
  /* Ctrl+Z is to take back edits of the plan, of which typing is one. */
  gtk_editable_set_enable_undo (editable, FALSE);
  g_signal_connect_swapped (editable, "changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (get_text (self), "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (get_text (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (get_text (self), keys);
}

void
waymark_field_text_clear (WaymarkFieldText *self)
{
  g_return_if_fail (self != NULL);

  if (G_IS_VALUE (&self->value))
    g_value_unset (&self->value);
}

/* A row's subtitle wraps before what stands in the text is cut, or what stands there meanwhile:
 * newer versions of GTK do not count that. */
static void
on_suffix_changed_cb (GtkEditable *text)
{
  const char *words = gtk_editable_get_text (text);
  const char *meanwhile = gtk_text_get_placeholder_text (GTK_TEXT (text));
  const int length =
      (int) g_utf8_strlen (*words == '\0' && meanwhile != NULL ? meanwhile : words, -1);

  gtk_editable_set_width_chars (text, CLAMP (length, MIN_WIDTH_CHARS,
                                             gtk_editable_get_max_width_chars (text)));
}

/* A text for the end of a row, beside its title. GTK hides a text that is no entry's from
 * assistive technologies unless it has a role. */
GtkWidget *
waymark_field_text_new_suffix (void)
{
  GtkWidget *text =
      g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);

  gtk_editable_set_alignment (GTK_EDITABLE (text), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (text), MIN_WIDTH_CHARS);
  gtk_text_set_propagate_text_width (GTK_TEXT (text), TRUE);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (text), MAX_WIDTH_CHARS);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (text, "waymark-row-text");
  g_signal_connect (text, "changed", G_CALLBACK (on_suffix_changed_cb), NULL);
  g_signal_connect (text, "notify::placeholder-text", G_CALLBACK (on_suffix_changed_cb), NULL);

  return text;
}

void
waymark_field_text_show (WaymarkFieldText *self, const GValue *value)
{
  gboolean same;

  g_return_if_fail (self != NULL && G_VALUE_TYPE (value) == G_VALUE_TYPE (&self->value));

  same = values_equal (value, &self->value);
  g_value_copy (value, &self->value);
  if (same && (self->failed || self->waits))
    return;
  if (waymark_field_text_has_focus (self) && text_means (self, value))
    return;

  waymark_field_text_restore (self);
}

/* Hands over what waits. */
void
waymark_field_text_finish (WaymarkFieldText *self)
{
  g_return_if_fail (self != NULL);

  if (self->waits)
    read_text (self, TRUE);
}

void
waymark_field_text_restore (WaymarkFieldText *self)
{
  g_return_if_fail (self != NULL);

  set_waits (self, FALSE);
  waymark_field_text_set_error (self, NULL);
  set_text (self);
}

/* Writes the value as people see it, unless what was typed is no value. */
void
waymark_field_text_reformat (WaymarkFieldText *self)
{
  g_return_if_fail (self != NULL);

  if (!self->failed)
    set_text (self);
}

void
waymark_field_text_set_error (WaymarkFieldText *self, const char *message)
{
  g_return_if_fail (self != NULL);

  if (message == NULL && !self->failed)
    return;

  self->failed = message != NULL;
  waymark_field_mark_error (GTK_WIDGET (self->field), get_text (self), message);
  if (self->funcs->tell != NULL)
    self->funcs->tell (self->field, message);
}

gboolean
waymark_field_text_has_focus (WaymarkFieldText *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return gtk_widget_has_focus (get_text (self));
}

/* Marks @row as wrong, or as right, for the eye and for assistive technologies. */
void
waymark_field_mark_error (GtkWidget *row, GtkWidget *text, const char *message)
{
  g_return_if_fail (GTK_IS_WIDGET (row) && GTK_IS_WIDGET (text));

  gtk_widget_set_tooltip_text (row, message);
  if (message == NULL)
    {
      gtk_widget_remove_css_class (row, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message, -1);
}
