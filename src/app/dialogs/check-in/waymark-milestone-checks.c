/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-milestone-checks.h"

#include <adwaita.h>

#include "okr-milestone.h"

static const char *
get_id (gpointer check)
{
  return g_object_get_data (check, "waymark-id");
}

static GtkWidget *
append (GtkListBox *list, OkrMilestone *milestone)
{
  const char *title = okr_item_get_title (OKR_ITEM (milestone));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               okr_milestone_get_done (milestone) != OKR_DAY_NONE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (check), "waymark-id",
                          g_strdup (okr_item_get_id (OKR_ITEM (milestone))), g_free);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (list, row);

  return check;
}

GPtrArray *
waymark_milestone_checks_append (GtkListBox *list, OkrKeyResult *kr)
{
  GListModel *milestones = okr_key_result_get_milestones (kr);
  GPtrArray *checks = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (OkrMilestone) milestone = g_list_model_get_item (milestones, i);

      g_ptr_array_add (checks, append (list, milestone));
    }

  return checks;
}

char **
waymark_milestone_checks_read (GPtrArray *checks)
{
  g_autoptr (GStrvBuilder) done = g_strv_builder_new ();

  if (checks->len == 0)
    return NULL;

  for (guint i = 0; i < checks->len; i++)
    {
      if (gtk_check_button_get_active (checks->pdata[i]))
        g_strv_builder_add (done, get_id (checks->pdata[i]));
    }

  return g_strv_builder_end (done);
}

void
waymark_milestone_checks_show (GPtrArray *checks, const char *const *ids)
{
  for (guint i = 0; i < checks->len; i++)
    gtk_check_button_set_active (checks->pdata[i],
                                 g_strv_contains (ids, get_id (checks->pdata[i])));
}
