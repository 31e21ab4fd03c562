/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-drag-icon.h"

#define MAX_CHARS 36
/* Between the pointer and the icon. */
#define DISTANCE 12

void
waymark_drag_icon_show (GdkDrag *drag, const char *title)
{
  GtkWidget *label;

  g_return_if_fail (GDK_IS_DRAG (drag) && title != NULL);

  label = gtk_label_new (title);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_add_css_class (label, "waymark-drag-icon");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, -DISTANCE, -DISTANCE);
}
