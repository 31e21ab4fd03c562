/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-item-drag.h"

#include "okr-item-text.h"

/* A pointer that left so short a time ago left because the button was released. */
#define RECENT (300 * G_TIME_SPAN_MILLISECOND)
/* The icon does not grow while it is dragged: there has to be room for a reason from the start. */
#define WIDTH_CHARS 44
#define HEIGHT 72

static void
show_reason (WaymarkItemDrag *self)
{
  if (self->icon == NULL || self->item == NULL)
    return;

  gtk_label_set_text (self->icon, self->refusal != NULL ? self->refusal->message
                                                        : okr_item_text_get_title (self->item));
  if (self->refusal != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "error");
}

GdkContentProvider *
waymark_item_drag_prepare (WaymarkItemDrag *self, OkrItem *item)
{
  g_return_val_if_fail (self != NULL && (item == NULL || OKR_IS_ITEM (item)), NULL);

  g_set_object (&self->item, item);

  return item != NULL ? gdk_content_provider_new_typed (OKR_TYPE_ITEM, item) : NULL;
}

void
waymark_item_drag_begin (WaymarkItemDrag *self, GdkDrag *drag)
{
  GtkWidget *label;

  g_return_if_fail (self != NULL && GDK_IS_DRAG (drag));

  label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_set_size_request (label, -1, HEIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "waymark-drag-icon");
  g_set_weak_pointer (&self->icon, GTK_LABEL (label));
  show_reason (self);
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

void
waymark_item_drag_take_refusal (WaymarkItemDrag *self, GError *refusal)
{
  g_return_if_fail (self != NULL);

  g_clear_error (&self->refusal);
  self->refusal = refusal;
  self->left_at = 0;
  show_reason (self);
}

void
waymark_item_drag_leave (WaymarkItemDrag *self)
{
  g_return_if_fail (self != NULL);

  self->left_at = g_get_monotonic_time ();
}

void
waymark_item_drag_report (WaymarkItemDrag *self, GdkDragCancelReason reason,
                          WaymarkSession *session)
{
  gboolean here;

  g_return_if_fail (self != NULL && (session == NULL || WAYMARK_IS_SESSION (session)));

  here = self->left_at == 0 || g_get_monotonic_time () - self->left_at < RECENT;
  if (reason != GDK_DRAG_CANCEL_USER_CANCELLED && here && self->refusal != NULL && session != NULL)
    waymark_session_report (session, self->refusal);
}

void
waymark_item_drag_clear (WaymarkItemDrag *self)
{
  g_return_if_fail (self != NULL);

  g_clear_error (&self->refusal);
  g_clear_weak_pointer (&self->icon);
  g_clear_object (&self->item);
}

OkrItem *
waymark_item_drag_get_dragged (GtkDropTarget *target)
{
  const GValue *value;

  g_return_val_if_fail (GTK_IS_DROP_TARGET (target), NULL);

  value = gtk_drop_target_get_value (target);

  return value != NULL && G_VALUE_HOLDS (value, OKR_TYPE_ITEM) ? g_value_get_object (value) : NULL;
}

GtkDragSource *
waymark_item_drag_add_source (GtkWidget *widget, gpointer owner, GCallback prepare, GCallback begin,
                              GCallback end)
{
  GtkDragSource *source;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && G_IS_OBJECT (owner), NULL);

  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", prepare, owner, 0);
  g_signal_connect_object (source, "drag-begin", begin, owner, 0);
  g_signal_connect_object (source, "drag-end", end, owner, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));

  return source;
}

void
waymark_item_drag_add_target (GtkWidget *widget, gpointer owner, GCallback motion, GCallback leave,
                              GCallback drop)
{
  GtkDropTarget *target;

  g_return_if_fail (GTK_IS_WIDGET (widget) && G_IS_OBJECT (owner));

  target = gtk_drop_target_new (OKR_TYPE_ITEM, GDK_ACTION_MOVE);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "enter", motion, owner, 0);
  g_signal_connect_object (target, "motion", motion, owner, 0);
  g_signal_connect_object (target, "leave", leave, owner, 0);
  g_signal_connect_object (target, "drop", drop, owner, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
