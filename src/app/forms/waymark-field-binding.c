/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-field-binding.h"

typedef struct _Binding Binding;

struct _Binding
{
  GtkWidget *widget;
  WaymarkSession *session;
  OkrPlan *plan;
  OkrItem *item;
  const OkrField *field;
  char *path;
  int base;
  gboolean filling;
  void (*show) (Binding *self);
};

static void
binding_free (Binding *self)
{
  g_object_unref (self->session);
  g_object_unref (self->plan);
  g_object_unref (self->item);
  g_free (self->path);
  g_free (self);
}

static void
read_field (Binding *self, GValue *value)
{
  g_value_init (value, okr_field_get_value_type (self->field));
  okr_field_read (self->field, self->item, value);
}

static void
show (Binding *self)
{
  self->filling = TRUE;
  self->show (self);
  self->filling = FALSE;
}

static void
show_result (Binding *self, const GError *error)
{
  gtk_widget_set_tooltip_text (self->widget, error != NULL ? error->message : NULL);
  if (error != NULL)
    gtk_widget_add_css_class (self->widget, "error");
  else
    gtk_widget_remove_css_class (self->widget, "error");
  if (error != NULL)
    waymark_session_report (self->session, error);
}

static void
on_item_changed_cb (GtkWidget *widget, OkrItem *item)
{
  show (g_object_get_data (G_OBJECT (widget), "waymark-binding"));
}

static void
on_left_cb (Binding *self)
{
  okr_history_stop_coalescing (okr_plan_get_history (self->plan));
}

static Binding *
bind (GtkWidget *widget, WaymarkSession *session, OkrItem *item, const char *path)
{
  Binding *self = g_new0 (Binding, 1);

  self->widget = widget;
  self->session = g_object_ref (session);
  self->plan = g_object_ref (waymark_session_get_plan (session));
  self->item = g_object_ref (item);
  self->field = okr_item_find_field (item, path);
  self->path = g_strdup (path);
  g_assert (self->field != NULL);

  g_object_set_data_full (G_OBJECT (widget), "waymark-binding", self,
                          (GDestroyNotify) binding_free);
  g_signal_connect_object (item, "changed", G_CALLBACK (on_item_changed_cb), widget,
                           G_CONNECT_SWAPPED);

  return self;
}

static void
stop_coalescing_on_leave (Binding *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left_cb), self);
  gtk_widget_add_controller (self->widget, focus);
}

static void
show_entry (Binding *self)
{
  g_auto (GValue) value = G_VALUE_INIT;
  const char *text;

  read_field (self, &value);
  text = g_value_get_string (&value);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->widget)), text != NULL ? text : "") !=
      0)
    gtk_editable_set_text (GTK_EDITABLE (self->widget), text != NULL ? text : "");
}

static void
on_entry_changed_cb (Binding *self)
{
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;

  okr_edit_set_text (self->plan, self->item, self->path,
                     gtk_editable_get_text (GTK_EDITABLE (self->widget)), &error);
  show_result (self, error);
}

void
waymark_field_bind_entry (AdwEntryRow *row, WaymarkSession *session, OkrItem *item,
                          const char *path)
{
  Binding *self;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row) && WAYMARK_IS_SESSION (session) && OKR_IS_ITEM (item));

  self = bind (GTK_WIDGET (row), session, item, path);
  self->show = show_entry;
  show (self);
  /* There is one history to undo in: the plan's. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_entry_changed_cb), self);
  stop_coalescing_on_leave (self);
}

static void
show_prose (Binding *self)
{
  g_auto (GValue) value = G_VALUE_INIT;

  read_field (self, &value);
  waymark_prose_row_set_text (WAYMARK_PROSE_ROW (self->widget), g_value_get_string (&value));
}

static void
on_prose_edited_cb (Binding *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = waymark_prose_row_dup_text (WAYMARK_PROSE_ROW (self->widget));

  okr_edit_set_text (self->plan, self->item, self->path, text, &error);
  show_result (self, error);
}

void
waymark_field_bind_prose (WaymarkProseRow *row, WaymarkSession *session, OkrItem *item,
                          const char *path)
{
  Binding *self;

  g_return_if_fail (WAYMARK_IS_PROSE_ROW (row) && WAYMARK_IS_SESSION (session));
  g_return_if_fail (OKR_IS_ITEM (item));

  self = bind (GTK_WIDGET (row), session, item, path);
  self->show = show_prose;
  show (self);
  waymark_prose_row_set_enable_undo (row, FALSE);
  g_signal_connect_swapped (row, "edited", G_CALLBACK (on_prose_edited_cb), self);
  g_signal_connect_swapped (row, "left", G_CALLBACK (on_left_cb), self);
}

static int
read_integer (Binding *self)
{
  g_auto (GValue) value = G_VALUE_INIT;

  read_field (self, &value);

  return G_VALUE_HOLDS_ENUM (&value) ? g_value_get_enum (&value) : g_value_get_int (&value);
}

static void
show_spin (Binding *self)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->widget), read_integer (self));
}

static void
on_spin_changed_cb (Binding *self)
{
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;

  okr_edit_set_integer (self->plan, self->item, self->path,
                        gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->widget)), &error);
  show_result (self, error);
}

void
waymark_field_bind_spin (GtkSpinButton *spin, WaymarkSession *session, OkrItem *item,
                         const char *path)
{
  Binding *self;

  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin) && WAYMARK_IS_SESSION (session));
  g_return_if_fail (OKR_IS_ITEM (item));

  self = bind (GTK_WIDGET (spin), session, item, path);
  self->show = show_spin;
  gtk_spin_button_set_range (spin, self->field->minimum, self->field->maximum);
  gtk_spin_button_set_increments (spin, 1, 7);
  gtk_spin_button_set_numeric (spin, TRUE);
  show (self);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (on_spin_changed_cb), self);
  stop_coalescing_on_leave (self);
}

static void
show_combo (Binding *self)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->widget),
                              (guint) (read_integer (self) - self->base));
}

static void
on_combo_selected_cb (Binding *self)
{
  g_autoptr (GError) error = NULL;
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->widget));
  int number;

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;

  number = (int) selected + self->base;
  okr_history_stop_coalescing (okr_plan_get_history (self->plan));
  if (self->field->type == OKR_FIELD_ENUM)
    okr_edit_set_enum (self->plan, self->item, self->path, number, &error);
  else
    okr_edit_set_integer (self->plan, self->item, self->path, number, &error);
  show_result (self, error);
}

void
waymark_field_bind_combo (AdwComboRow *row, WaymarkSession *session, OkrItem *item,
                          const char *path, int base)
{
  Binding *self;

  g_return_if_fail (ADW_IS_COMBO_ROW (row) && WAYMARK_IS_SESSION (session) && OKR_IS_ITEM (item));

  self = bind (GTK_WIDGET (row), session, item, path);
  self->base = base;
  self->show = show_combo;
  show (self);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_combo_selected_cb), self);
}
