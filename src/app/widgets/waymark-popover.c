/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-popover.h"

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
on_closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

void
waymark_popover_show (GtkPopover *popover, GtkWidget *parent, const GdkRectangle *at)
{
  g_return_if_fail (GTK_IS_POPOVER (popover) && GTK_IS_WIDGET (parent));

  gtk_widget_set_parent (GTK_WIDGET (popover), parent);
  if (at != NULL)
    gtk_popover_set_pointing_to (popover, at);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed_cb), NULL);
  gtk_popover_popup (popover);
}

GtkWidget *
waymark_popover_show_menu (GMenuModel *menu, GtkWidget *parent, const GdkRectangle *at,
                           gboolean at_pointer)
{
  GtkWidget *popover;

  g_return_val_if_fail (G_IS_MENU_MODEL (menu), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (parent) && at != NULL, NULL);

  popover = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), !at_pointer);
  if (at_pointer)
    gtk_widget_set_halign (popover, GTK_ALIGN_START);
  waymark_popover_show (GTK_POPOVER (popover), parent, at);

  return popover;
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

GtkWidget *
waymark_popover_show_text (GtkWidget *parent, const GdkRectangle *at, const char *title,
                           const char *text)
{
  GtkWidget *popover;
  GtkWidget *box;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (title != NULL && text != NULL, NULL);

  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), new_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), new_label (text, NULL));
  gtk_widget_add_css_class (popover, "waymark-explanation");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  waymark_popover_show (GTK_POPOVER (popover), parent, at);

  return popover;
}
