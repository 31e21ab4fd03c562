/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-empty-row.h"

#include <adwaita.h>

GtkWidget *
waymark_empty_row_new (const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_add_css_class (row, "waymark-empty-row");
  if (text != NULL)
    waymark_empty_row_set_text (row, text);

  return row;
}

void
waymark_empty_row_set_text (GtkWidget *row, const char *text)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row) && text != NULL);

  /* A row without a title has no name. Newer versions of libadwaita name it by its title all the
   * same, unless they are told not to. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
