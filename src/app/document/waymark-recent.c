/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans that were open lately, as the desktop remembers them. */
#include "config.h"

#include "waymark-recent.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MIME_TYPE "application/vnd.waymark.okr+json"
#define MOST_IN_LIST 5
#define MOST_IN_MENU 8

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

static gboolean
is_plan (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0;
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

/* The latest plans that still exist. */
static GPtrArray *
list_plans (guint n_wanted)
{
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  g_autolist (GtkRecentInfo) infos =
      g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()),
                   compare_visits);

  for (GList *l = infos; l != NULL && plans->len < n_wanted; l = l->next)
    {
      if (is_plan (l->data) && gtk_recent_info_exists (l->data))
        g_ptr_array_add (plans, gtk_recent_info_ref (l->data));
    }

  return plans;
}

/* Fills the list on the first page; hides it when empty. */
void
waymark_recent_fill_list (GtkListBox *list)
{
  g_autoptr (GPtrArray) plans = list_plans (MOST_IN_LIST);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; i < plans->len; i++)
    gtk_list_box_append (list, create_row (plans->pdata[i]));

  gtk_widget_set_visible (GTK_WIDGET (list), plans->len > 0);
}

static gboolean
has_namesake (GPtrArray *plans, GtkRecentInfo *info)
{
  guint n = 0;

  for (guint i = 0; i < plans->len; i++)
    n += g_strcmp0 (gtk_recent_info_get_display_name (plans->pdata[i]),
                    gtk_recent_info_get_display_name (info)) == 0
             ? 1
             : 0;

  return n > 1;
}

/* The file's name, with its folder where another plan has the same; an underscore is no mnemonic.
 */
static char *
create_label (GPtrArray *plans, GtkRecentInfo *info)
{
  const char *name = gtk_recent_info_get_display_name (info);
  g_autofree char *place = gtk_recent_info_get_uri_display (info);
  g_autofree char *path = place != NULL ? g_path_get_dirname (place) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_basename (path) : NULL;
  g_autoptr (GString) label = g_string_new (NULL);

  if (folder != NULL && has_namesake (plans, info))
    /* Translators: a file's name and its folder's */
    g_string_printf (label, _ ("%s — %s"), name, folder);
  else
    g_string_assign (label, name);
  g_string_replace (label, "_", "__", 0);

  return g_string_free (g_steal_pointer (&label), FALSE);
}

/* Fills a menu, and says whether there is anything in it. */
gboolean
waymark_recent_fill_menu (GMenu *menu)
{
  g_autoptr (GPtrArray) plans = list_plans (MOST_IN_MENU);
  g_autoptr (GMenu) files = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  g_menu_remove_all (menu);
  for (guint i = 0; i < plans->len; i++)
    {
      g_autofree char *label = create_label (plans, plans->pdata[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "app.open-recent", "s",
                                         gtk_recent_info_get_uri (plans->pdata[i]));
      g_menu_append_item (files, item);
    }
  g_menu_append (rest, _ ("_Clear List"), "app.clear-recent");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));

  return plans->len > 0;
}

/* Forgets that the plans were open; the files stay. */
void
waymark_recent_clear (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  g_autolist (GtkRecentInfo) infos = gtk_recent_manager_get_items (manager);

  for (GList *l = infos; l != NULL; l = l->next)
    {
      if (is_plan (l->data))
        gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (l->data), NULL);
    }
}
