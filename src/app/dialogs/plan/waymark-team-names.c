/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-team-names.h"

#include <glib/gi18n.h>

struct _WaymarkTeamNames
{
  GtkBox parent_instance;

  GtkListBox *list;
};

static guint finished_signal;

G_DEFINE_FINAL_TYPE (WaymarkTeamNames, waymark_team_names, GTK_TYPE_BOX)

static void on_activated_cb (WaymarkTeamNames *self, GtkWidget *row);

static char *
dup_name (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static GtkWidget *
append_row (WaymarkTeamNames *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Team"));
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);

  return row;
}

static void
on_activated_cb (WaymarkTeamNames *self, GtkWidget *row)
{
  g_autofree char *name = dup_name (row);
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (next == NULL && *name == '\0')
    g_signal_emit (self, finished_signal, 0);
  else
    gtk_widget_grab_focus (next != NULL ? next : append_row (self));
}

static void
on_add_cb (WaymarkTeamNames *self)
{
  gtk_widget_grab_focus (append_row (self));
}

static gboolean
waymark_team_names_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
      gtk_widget_get_last_child (GTK_WIDGET (WAYMARK_TEAM_NAMES (widget)->list)));
}

static void
waymark_team_names_class_init (WaymarkTeamNamesClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = waymark_team_names_grab_focus;

  finished_signal = g_signal_new ("finished", WAYMARK_TYPE_TEAM_NAMES, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
waymark_team_names_init (WaymarkTeamNames *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("Add _Another Team"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Teams"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  append_row (self);

  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_add_css_class (add, "flat");
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), add);
}

char **
waymark_team_names_dup (WaymarkTeamNames *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (WAYMARK_IS_TEAM_NAMES (self), NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *name = dup_name (row);

      if (*name != '\0')
        g_strv_builder_add (names, name);
    }

  return g_strv_builder_end (names);
}
