/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-date-row.h"

#include <glib/gi18n.h>

#include "okr-entry.h"
#include "okr-format.h"
#include "waymark-field-text.h"

#define MAX_WIDTH_CHARS 20 /* a long name of a month */

struct _WaymarkDateRow
{
  AdwActionRow parent_instance;

  GtkWidget *button;
  GtkWidget *calendar;
  GtkWidget *clear_button;

  WaymarkFieldText text;
  OkrDay fallback;
  char *note;
  gboolean showing;
};

static WaymarkFieldText *
get_text (WaymarkField *field)
{
  return &WAYMARK_DATE_ROW (field)->text;
}

static void
init_field (WaymarkFieldInterface *iface)
{
  iface->get_text = get_text;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkDateRow, waymark_date_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (WAYMARK_TYPE_FIELD, init_field))

static gboolean
parse (WaymarkField *field, const char *text, GValue *value, GError **error)
{
  g_autoptr (GError) local = NULL;
  OkrDay day = OKR_DAY_NONE;

  if (!okr_parse_day (text, &day, &local) &&
      !g_error_matches (local, OKR_ENTRY_ERROR, OKR_ENTRY_ERROR_EMPTY))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  g_value_set_uint (value, day);

  return TRUE;
}

static char *
format (WaymarkField *field, const GValue *value)
{
  const OkrDay day = g_value_get_uint (value);

  return day != OKR_DAY_NONE ? okr_format_day (day) : g_strdup ("");
}

static void
tell (WaymarkField *field, const char *message)
{
  WaymarkDateRow *self = WAYMARK_DATE_ROW (field);
  const char *note = self->note != NULL ? self->note : "";

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), message != NULL ? message : note);
}

static const WaymarkFieldTextFuncs funcs = { parse, format, tell };

static void
enter (WaymarkDateRow *self, OkrDay day)
{
  g_auto (GValue) value = G_VALUE_INIT;
  /* Who listens may drop the field. */
  g_autoptr (WaymarkDateRow) kept G_GNUC_UNUSED = g_object_ref (self);

  g_value_init (&value, G_TYPE_UINT);
  g_value_set_uint (&value, day);
  waymark_field_set_error (WAYMARK_FIELD (self), NULL);
  waymark_field_emit_edited (WAYMARK_FIELD (self), &value);
  waymark_field_emit_done (WAYMARK_FIELD (self));
}

static void
on_day_selected_cb (WaymarkDateRow *self)
{
  int year;
  int month;
  int day;

  if (self->showing)
    return;

  g_object_get (self->calendar, "year", &year, "month", &month, "day", &day, NULL);
  enter (self, okr_day_from_ymd (year, month + 1, day));
}

static void
on_clear_cb (WaymarkDateRow *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  enter (self, OKR_DAY_NONE);
}

static void
update_calendar (WaymarkDateRow *self)
{
  g_autoptr (GDateTime) shown = NULL;
  OkrDay day = waymark_date_row_get_day (self);
  int year;
  int month;
  int mday;

  gtk_widget_set_sensitive (self->clear_button, day != OKR_DAY_NONE);
  if (day == OKR_DAY_NONE)
    day = self->fallback != OKR_DAY_NONE ? self->fallback : okr_day_today ();
  okr_day_to_ymd (day, &year, &month, &mday);
  shown = g_date_time_new_local (year, month, mday, 12, 0, 0);
  self->showing = TRUE;
  if (shown != NULL)
    gtk_calendar_select_day (GTK_CALENDAR (self->calendar), shown);
  self->showing = FALSE;
}

static void
create_popover (GtkMenuButton *button, gpointer user_data)
{
  WaymarkDateRow *self = WAYMARK_DATE_ROW (user_data);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  GtkWidget *box;

  if (popover == NULL)
    {
      popover = gtk_popover_new ();
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      self->calendar = gtk_calendar_new ();
      self->clear_button = gtk_button_new_with_mnemonic (_ ("_No Date"));
      gtk_widget_add_css_class (self->clear_button, "flat");
      gtk_box_append (GTK_BOX (box), self->calendar);
      gtk_box_append (GTK_BOX (box), self->clear_button);
      gtk_popover_set_child (GTK_POPOVER (popover), box);
      gtk_menu_button_set_popover (button, popover);
      g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected_cb),
                                self);
      g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (on_clear_cb), self);
    }

  update_calendar (self);
}

static void
waymark_date_row_finalize (GObject *object)
{
  WaymarkDateRow *self = WAYMARK_DATE_ROW (object);

  waymark_field_text_clear (&self->text);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (waymark_date_row_parent_class)->finalize (object);
}

static void
waymark_date_row_class_init (WaymarkDateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waymark_date_row_finalize;
}

static void
waymark_date_row_init (WaymarkDateRow *self)
{
  GtkWidget *text = waymark_field_text_new_suffix ();

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (self->button, _ ("Choose a Date"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a Date"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover, self,
                                         NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  /* This names the text after the row, too. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), text);
  waymark_field_text_init (&self->text, WAYMARK_FIELD (self), GTK_EDITABLE (text), G_TYPE_UINT,
                           &funcs);
  gtk_text_set_placeholder_text (GTK_TEXT (text), OKR_FORMAT_NOTHING);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (text), MAX_WIDTH_CHARS);
}

GtkWidget *
waymark_date_row_new (void)
{
  return g_object_new (WAYMARK_TYPE_DATE_ROW, NULL);
}

OkrDay
waymark_date_row_get_day (WaymarkDateRow *self)
{
  g_return_val_if_fail (WAYMARK_IS_DATE_ROW (self), OKR_DAY_NONE);

  return g_value_get_uint (&self->text.value);
}

void
waymark_date_row_set_fallback (WaymarkDateRow *self, OkrDay day)
{
  g_autofree char *text = NULL;

  g_return_if_fail (WAYMARK_IS_DATE_ROW (self));

  if (self->fallback == day)
    return;

  self->fallback = day;
  text = okr_format_day (day);
  gtk_text_set_placeholder_text (GTK_TEXT (self->text.editable), text);
}

void
waymark_date_row_set_note (WaymarkDateRow *self, const char *note)
{
  g_return_if_fail (WAYMARK_IS_DATE_ROW (self));

  if (g_strcmp0 (self->note, note) == 0)
    return;

  g_free (self->note);
  self->note = g_strdup (note);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    tell (WAYMARK_FIELD (self), NULL);
}
