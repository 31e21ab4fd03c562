/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-item-menu.h"

#include <glib/gi18n.h>

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* The action of the entry that was chosen runs only after the menu is closed. */
static void
on_closed_cb (GtkWidget *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (menu), g_object_unref);
}

GtkWidget *
waymark_item_menu_popup (GtkWidget *parent, const GdkRectangle *at, gboolean at_pointer)
{
  return waymark_item_menu_popup_with (parent, at, at_pointer, NULL);
}

GtkWidget *
waymark_item_menu_popup_with (GtkWidget *parent, const GdkRectangle *at, gboolean at_pointer,
                              GMenuModel *entries)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GMenu *section;
  GtkWidget *menu;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && at != NULL, NULL);

  builder = gtk_builder_new_from_resource ("/io/github/waymark/Waymark/ui/waymark-item-menu.ui");
  section = G_MENU (gtk_builder_get_object (builder, "view_section"));
  g_menu_append (section, _ ("Ho_w Is This Computed?"), "view.explain");
  if (entries != NULL)
    g_menu_append_section (section, NULL, entries);
  menu = gtk_popover_menu_new_from_model (
      G_MENU_MODEL (gtk_builder_get_object (builder, "item_menu")));
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), !at_pointer);
  if (at_pointer)
    gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), at);
  gtk_widget_set_parent (menu, parent);
  g_signal_connect (menu, "closed", G_CALLBACK (on_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (menu));

  return menu;
}
