/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-team-names.h"

#include <glib/gi18n.h>

#include "waymark-field-text.h"

struct _WaymarkTeamNames
{
  GtkBox parent_instance;

  GtkListBox *list;
  GtkLabel *problem;
};

enum
{
  CHANGED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkTeamNames, waymark_team_names, GTK_TYPE_BOX)

static void on_activated_cb (WaymarkTeamNames *self, GtkWidget *row);

static char *
dup_name (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
is_twice (GtkWidget *row)
{
  g_autofree char *name = dup_name (row);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  gboolean found = FALSE;

  for (GtkWidget *other = gtk_widget_get_prev_sibling (row); other != NULL && !found;
       other = gtk_widget_get_prev_sibling (other))
    {
      g_autofree char *other_name = dup_name (other);
      g_autofree char *other_folded = g_utf8_casefold (other_name, -1);

      found = *name != '\0' && g_str_equal (folded, other_folded);
    }

  return found;
}

static void
on_changed_cb (WaymarkTeamNames *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
append_row (WaymarkTeamNames *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Team"));
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);

  return row;
}

static void
on_activated_cb (WaymarkTeamNames *self, GtkWidget *row)
{
  g_autofree char *name = dup_name (row);
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (is_twice (row))
    gtk_widget_error_bell (row);
  else if (next == NULL && *name == '\0')
    g_signal_emit (self, signals[FINISHED], 0);
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

  signals[CHANGED] = g_signal_new ("changed", WAYMARK_TYPE_TEAM_NAMES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", WAYMARK_TYPE_TEAM_NAMES, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
append_problem (WaymarkTeamNames *self)
{
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_wrap_mode (self->problem, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_set_margin_start (GTK_WIDGET (self->problem), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->problem), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->problem));
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
  append_problem (self);

  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_add_css_class (add, "flat");
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), add);
}

gboolean
waymark_team_names_read (WaymarkTeamNames *self, char ***names)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *problem = NULL;

  g_return_val_if_fail (WAYMARK_IS_TEAM_NAMES (self) && names != NULL, FALSE);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *name = dup_name (row);
      g_autofree char *message = NULL;

      if (*name != '\0')
        g_strv_builder_add (builder, name);
      if (is_twice (row))
        /* Translators: a team's name */
        message = g_strdup_printf (_ ("There is a team “%s” already."), name);
      waymark_field_mark_error (row, row, message);
      if (message != NULL && problem == NULL)
        problem = g_steal_pointer (&message);
    }

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  *names = g_strv_builder_end (builder);

  return problem == NULL;
}
