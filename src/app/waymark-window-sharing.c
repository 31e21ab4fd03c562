/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Others who work with the same file. */
#include "config.h"

#include "waymark-names.h"
#include "waymark-window-private.h"

#define PATIENCE G_USEC_PER_SEC /* a share that does not answer must not keep the program */

static void
on_others_cb (WaymarkWindow *self)
{
  g_autofree char *text = waymark_presence_dup_text (self->presence);

  gtk_widget_set_visible (GTK_WIDGET (self->presence_button), text != NULL);
  if (text == NULL)
    return;

  gtk_label_set_label (self->presence_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->presence_button), text);
  waymark_names_set_parts (GTK_WIDGET (self->presence_button), GTK_TYPE_TOGGLE_BUTTON, text);
}

static void
on_active_cb (WaymarkWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    waymark_presence_look (self->presence);
}

void
waymark_window_bind_sharing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, presence_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, presence_label);
}

void
waymark_window_init_sharing (WaymarkWindow *self)
{
  self->presence = waymark_presence_new (self->session);
  g_signal_connect_object (self->presence, "notify::others", G_CALLBACK (on_others_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_cb), NULL);
}

void
waymark_window_dispose_sharing (WaymarkWindow *self)
{
  if (self->presence != NULL)
    waymark_presence_stop (self->presence);
  g_clear_object (&self->presence);
}

void
waymark_window_leave_now (WaymarkWindow *self)
{
  g_return_if_fail (WAYMARK_IS_WINDOW (self));

  waymark_presence_stop_now (self->presence, PATIENCE);
}
