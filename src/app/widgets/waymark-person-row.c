/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-person-row.h"

#include "waymark-field-text.h"

#define MAX_PROPOSALS 6

struct _WaymarkPersonRow
{
  AdwEntryRow parent_instance;

  GtkWidget *popover;
  GtkListBox *proposals;

  WaymarkFieldText text;
  GStrv names;
};

static WaymarkFieldText *
get_text (WaymarkField *field)
{
  return &WAYMARK_PERSON_ROW (field)->text;
}

static void
init_field (WaymarkFieldInterface *iface)
{
  iface->get_text = get_text;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkPersonRow, waymark_person_row, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (WAYMARK_TYPE_FIELD, init_field))

static void
clear_proposals (WaymarkPersonRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->proposals))) != NULL)
    gtk_list_box_remove (self->proposals, child);
}

static void
add_proposal (WaymarkPersonRow *self, const char *name)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  gtk_list_box_append (self->proposals, row);
}

static guint
propose (WaymarkPersonRow *self, const char *typed)
{
  guint n = 0;

  clear_proposals (self);
  for (guint i = 0; self->names != NULL && self->names[i] != NULL && n < MAX_PROPOSALS; i++)
    {
      if (g_str_equal (self->names[i], typed))
        continue;
      if (*typed != '\0' && !g_str_match_string (typed, self->names[i], TRUE))
        continue;
      add_proposal (self, self->names[i]);
      n++;
    }

  return n;
}

static void
update_proposals (WaymarkPersonRow *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self));

  if (!waymark_field_text_has_focus (&self->text) || *typed == '\0' || propose (self, typed) == 0)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (!gtk_widget_get_visible (self->popover))
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
accept (WaymarkPersonRow *self, GtkListBoxRow *row)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, g_object_get_data (G_OBJECT (row), "name"));
  waymark_field_emit_edited (WAYMARK_FIELD (self), &value);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
select_step (WaymarkPersonRow *self, int step)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->proposals);
  const int at = selected != NULL ? gtk_list_box_row_get_index (selected) + step : 0;
  GtkListBoxRow *next = at >= 0 ? gtk_list_box_get_row_at_index (self->proposals, at) : NULL;
  const char *name;

  if (next == NULL)
    return;

  gtk_list_box_select_row (self->proposals, next);
  name = g_object_get_data (G_OBJECT (next), "name");
  /* The focus stays in the text: tell what is selected there. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self))),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
}

static gboolean
on_key_cb (WaymarkPersonRow *self, guint key)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->proposals);

  if (key == GDK_KEY_Down && !gtk_widget_get_visible (self->popover))
    {
      if (propose (self, gtk_editable_get_text (GTK_EDITABLE (self))) > 0 || propose (self, "") > 0)
        gtk_popover_popup (GTK_POPOVER (self->popover));
      return TRUE;
    }
  if (!gtk_widget_get_visible (self->popover))
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Down:
      select_step (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      select_step (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (selected != NULL)
        accept (self, selected);
      return selected != NULL;
    default:
      return FALSE;
    }
}

static void
on_leave_cb (WaymarkPersonRow *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
waymark_person_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (waymark_person_row_parent_class)
      ->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (WAYMARK_PERSON_ROW (widget)->popover));
}

static void
waymark_person_row_dispose (GObject *object)
{
  WaymarkPersonRow *self = WAYMARK_PERSON_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (waymark_person_row_parent_class)->dispose (object);
}

static void
waymark_person_row_finalize (GObject *object)
{
  WaymarkPersonRow *self = WAYMARK_PERSON_ROW (object);

  waymark_field_text_clear (&self->text);
  g_clear_pointer (&self->names, g_strfreev);

  G_OBJECT_CLASS (waymark_person_row_parent_class)->finalize (object);
}

static void
waymark_person_row_class_init (WaymarkPersonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_person_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = waymark_person_row_finalize;
  GTK_WIDGET_CLASS (klass)->size_allocate = waymark_person_row_size_allocate;
}

static void
init_popover (WaymarkPersonRow *self)
{
  self->proposals = GTK_LIST_BOX (gtk_list_box_new ());
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->proposals));
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_add_css_class (GTK_WIDGET (self->proposals), "waymark-proposals");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->proposals, "row-activated", G_CALLBACK (accept), self);
}

static void
waymark_person_row_init (WaymarkPersonRow *self)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self)));
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  init_popover (self);
  waymark_field_text_init (&self->text, WAYMARK_FIELD (self), GTK_EDITABLE (self), G_TYPE_STRING,
                           &waymark_field_text_strings);
  g_signal_connect (self, "changed", G_CALLBACK (update_proposals), NULL);
  /* Controllers that come later run first: the proposals see Escape before the field does. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (text, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (text, focus);
}

GtkWidget *
waymark_person_row_new (void)
{
  return g_object_new (WAYMARK_TYPE_PERSON_ROW, NULL);
}

void
waymark_person_row_set_names (WaymarkPersonRow *self, const char *const *names)
{
  g_return_if_fail (WAYMARK_IS_PERSON_ROW (self));

  g_strfreev (self->names);
  self->names = g_strdupv ((GStrv) names);
}
