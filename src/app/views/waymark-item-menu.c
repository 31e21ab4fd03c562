/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-item-menu.h"

#include <glib/gi18n.h>

#include "waymark-popover.h"

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

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && at != NULL, NULL);

  builder = gtk_builder_new_from_resource ("/io/github/waymark/Waymark/ui/waymark-item-menu.ui");
  section = G_MENU (gtk_builder_get_object (builder, "view_section"));
  g_menu_append (section, _ ("Ho_w Is This Computed?"), "view.explain");
  if (entries != NULL)
    g_menu_append_section (section, NULL, entries);

  return waymark_popover_show_menu (G_MENU_MODEL (gtk_builder_get_object (builder, "item_menu")),
                                    parent, at, at_pointer);
}
