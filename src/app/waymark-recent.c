/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans that were open lately, as the desktop remembers them. */
#include "config.h"

#include "waymark-window-private.h"

#define MIME_TYPE "application/vnd.waymark.okr+json"
#define MOST_SHOWN 5

void
waymark_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "Waymark",
    .app_exec = (char *) "waymark %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

/* The folder of the file, as people call it: "~/Plans". */
static char *
dup_place (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *relative = folder != NULL ? g_file_get_relative_path (home, folder) : NULL;

  if (relative != NULL)
    return g_build_filename ("~", relative, NULL);
  if (folder != NULL && g_file_equal (home, folder))
    return g_strdup ("~");

  return folder != NULL ? g_file_get_parse_name (folder) : NULL;
}

static GtkWidget *
create_row (GtkRecentInfo *info)
{
  g_autofree char *place = dup_place (info);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 gtk_recent_info_get_display_name (info));
  if (place != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (place, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-recent");

  return row;
}

/* Fills the list on the first page with the latest plans that still exist; hides it when empty. */
void
waymark_recent_fill (GtkListBox *list)
{
  g_autolist (GtkRecentInfo) infos =
      g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()),
                   compare_visits);
  GtkWidget *row;
  guint n_shown = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);

  for (GList *l = infos; l != NULL && n_shown < MOST_SHOWN; l = l->next)
    {
      if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), MIME_TYPE) != 0 ||
          !gtk_recent_info_exists (l->data))
        continue;
      gtk_list_box_append (list, create_row (l->data));
      n_shown++;
    }

  gtk_widget_set_visible (GTK_WIDGET (list), n_shown > 0);
}
