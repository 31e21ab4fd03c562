/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-field.h"

#include "waymark-field-text.h"

enum
{
  EDITED,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (WaymarkField, waymark_field, GTK_TYPE_WIDGET)

static void
show_text (WaymarkField *self, const GValue *value)
{
  waymark_field_text_show (WAYMARK_FIELD_GET_IFACE (self)->get_text (self), value);
}

static void
restore_text (WaymarkField *self)
{
  waymark_field_text_restore (WAYMARK_FIELD_GET_IFACE (self)->get_text (self));
}

static void
set_text_error (WaymarkField *self, const char *message)
{
  waymark_field_text_set_error (WAYMARK_FIELD_GET_IFACE (self)->get_text (self), message);
}

static void
waymark_field_default_init (WaymarkFieldInterface *iface)
{
  iface->show = show_text;
  iface->restore = restore_text;
  iface->set_error = set_text_error;

  /**
   * WaymarkField::edited:
   * @value: the new value
   *
   * Somebody entered a valid value.
   */
  signals[EDITED] = g_signal_new ("edited", WAYMARK_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_VALUE | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * WaymarkField::done:
   *
   * Somebody has left the field.
   */
  signals[DONE] = g_signal_new ("done", WAYMARK_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

void
waymark_field_show (WaymarkField *self, const GValue *value)
{
  g_return_if_fail (WAYMARK_IS_FIELD (self) && G_IS_VALUE (value));

  WAYMARK_FIELD_GET_IFACE (self)->show (self, value);
}

void
waymark_field_restore (WaymarkField *self)
{
  g_return_if_fail (WAYMARK_IS_FIELD (self));

  WAYMARK_FIELD_GET_IFACE (self)->restore (self);
}

void
waymark_field_set_error (WaymarkField *self, const char *message)
{
  g_return_if_fail (WAYMARK_IS_FIELD (self));

  WAYMARK_FIELD_GET_IFACE (self)->set_error (self, message);
}

void
waymark_field_emit_edited (WaymarkField *self, const GValue *value)
{
  g_return_if_fail (WAYMARK_IS_FIELD (self) && G_IS_VALUE (value));

  g_signal_emit (self, signals[EDITED], 0, value);
}

void
waymark_field_emit_done (WaymarkField *self)
{
  g_return_if_fail (WAYMARK_IS_FIELD (self));

  g_signal_emit (self, signals[DONE], 0);
}

void
waymark_field_leave (WaymarkField *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *pane;
  GtkRoot *root;

  g_return_if_fail (WAYMARK_IS_FIELD (self));

  root = gtk_widget_get_root (widget);
  if (root == NULL)
    return;

  pane = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  /* An entry row or a text would hand the focus back to its text. */
  if (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget))
    gtk_root_set_focus (root, pane);
  else
    gtk_root_set_focus (root, gtk_widget_get_focusable (widget) ? widget : pane);
}
