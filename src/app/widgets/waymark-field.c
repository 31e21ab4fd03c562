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
finish_text (WaymarkField *self)
{
  const WaymarkFieldInterface *iface = WAYMARK_FIELD_GET_IFACE (self);

  if (iface->get_text != NULL)
    waymark_field_text_finish (iface->get_text (self));
}

static void
waymark_field_default_init (WaymarkFieldInterface *iface)
{
  iface->show = show_text;
  iface->restore = restore_text;
  iface->set_error = set_text_error;
  iface->finish = finish_text;

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
waymark_field_keep (WaymarkField *self, const GValue *value)
{
  g_return_if_fail (WAYMARK_IS_FIELD (self) && G_IS_VALUE (value));

  g_signal_handlers_disconnect_by_func (self, waymark_field_show, NULL);
  g_signal_connect (self, "edited", G_CALLBACK (waymark_field_show), NULL);
  waymark_field_show (self, value);
}

void
waymark_field_finish (WaymarkField *self)
{
  g_autoptr (WaymarkField) kept = NULL;

  g_return_if_fail (WAYMARK_IS_FIELD (self));

  /* Who listens may drop the field. */
  kept = g_object_ref (self);
  WAYMARK_FIELD_GET_IFACE (self)->finish (self);
  waymark_field_emit_done (self);
}

static gboolean
is_over (GtkWindow *dialog, GtkWindow *window)
{
  while (dialog != NULL && dialog != window)
    dialog = gtk_window_get_transient_for (dialog);

  return dialog == window;
}

void
waymark_field_finish_in (GtkWindow *window)
{
  g_autoptr (GList) windows = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));

  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    {
      GtkWidget *focus = is_over (l->data, window) ? gtk_window_get_focus (l->data) : NULL;
      GtkWidget *field;
      GtkWidget *spin;

      if (focus == NULL)
        continue;
      field = gtk_widget_get_ancestor (focus, WAYMARK_TYPE_FIELD);
      spin = gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON);
      if (field != NULL)
        waymark_field_finish (WAYMARK_FIELD (field));
      else if (spin != NULL)
        gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
    }
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
waymark_field_emit_waits (WaymarkField *self, gboolean waits)
{
  g_return_if_fail (WAYMARK_IS_FIELD (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.field-waits", "b", waits);
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
