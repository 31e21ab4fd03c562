/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-names.h"

static void
on_title_cb (AdwPreferencesRow *row)
{
  const char *title = adw_preferences_row_get_title (row);

  waymark_names_set (GTK_WIDGET (row), title);
  waymark_names_set_parts (GTK_WIDGET (row), GTK_TYPE_LIST_BOX, title);
  waymark_names_set_parts (GTK_WIDGET (row), GTK_TYPE_LIST_VIEW, title);
}

void
waymark_names_set (GtkWidget *widget, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
waymark_names_set_parts (GtkWidget *widget, GType type, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && name != NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_type_is_a (G_OBJECT_TYPE (child), type))
        waymark_names_set (child, name);
      waymark_names_set_parts (child, type, name);
    }
}

void
waymark_names_follow_title (AdwPreferencesRow *row)
{
  g_return_if_fail (ADW_IS_PREFERENCES_ROW (row));

  g_signal_connect (row, "notify::title", G_CALLBACK (on_title_cb), NULL);
  on_title_cb (row);
}
