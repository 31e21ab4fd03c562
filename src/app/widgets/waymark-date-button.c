/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-date-button.h"

#include <glib/gi18n.h>

#include "okr-entry.h"
#include "okr-format.h"

struct _WaymarkDateButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkEditable *entry;
  GtkLabel *problem;
  GtkCalendar *calendar;

  OkrDay date;
  char *name;
  gboolean filling; /* the popover is being filled in: nobody picks anything */
  gboolean cancelled;
};

enum
{
  PROP_0,
  PROP_DATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint picked_signal;

G_DEFINE_FINAL_TYPE (WaymarkDateButton, waymark_date_button, GTK_TYPE_WIDGET)

static void
update_button (WaymarkDateButton *self)
{
  g_autofree char *text = okr_format_day (self->date);
  /* Translators: accessible name of a button: what a date means, and the date */
  g_autofree char *name =
      self->name != NULL ? g_strdup_printf (_ ("%s: %s"), self->name, text) : g_strdup (text);

  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
show_in_calendar (WaymarkDateButton *self, OkrDay day)
{
  g_autoptr (GDateTime) time = NULL;
  int year;
  int month;
  int mday;

  if (day == OKR_DAY_NONE)
    return;

  okr_day_to_ymd (day, &year, &month, &mday);
  time = g_date_time_new_local (year, month, mday, 12, 0, 0);
  gtk_calendar_select_day (self->calendar, time);
}

static void
show_problem (WaymarkDateButton *self, const char *problem)
{
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
pick (WaymarkDateButton *self, OkrDay day)
{
  if (day == self->date)
    return;

  waymark_date_button_set_date (self, day);
  g_signal_emit (self, picked_signal, 0);
}

static void
on_show_cb (WaymarkDateButton *self)
{
  g_autofree char *text = okr_format_day (self->date);

  self->cancelled = FALSE;
  self->filling = TRUE;
  gtk_editable_set_text (self->entry, text);
  show_in_calendar (self, self->date);
  show_problem (self, NULL);
  self->filling = FALSE;
}

static void
on_entry_changed_cb (WaymarkDateButton *self)
{
  g_autoptr (GError) error = NULL;
  OkrDay day;

  if (self->filling)
    return;

  if (!okr_parse_day (gtk_editable_get_text (self->entry), &day, &error))
    {
      show_problem (self, error->message);
      return;
    }
  show_problem (self, NULL);
  self->filling = TRUE;
  show_in_calendar (self, day);
  self->filling = FALSE;
}

static void
on_entry_activate_cb (WaymarkDateButton *self)
{
  if (okr_parse_day (gtk_editable_get_text (self->entry), NULL, NULL))
    gtk_popover_popdown (self->popover);
}

/* Going through the months selects a day in each: only the last one is meant. */
static void
on_day_selected_cb (WaymarkDateButton *self)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;
  OkrDay day;

  if (self->filling)
    return;

  time = gtk_calendar_get_date (self->calendar);
  day = okr_day_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time),
                          g_date_time_get_day_of_month (time));
  text = okr_format_day (day);
  self->filling = TRUE;
  gtk_editable_set_text (self->entry, text);
  show_problem (self, NULL);
  self->filling = FALSE;
}

static gboolean
on_key_pressed_cb (WaymarkDateButton *self, guint key)
{
  self->cancelled = key == GDK_KEY_Escape;

  return GDK_EVENT_PROPAGATE;
}

static void
on_closed_cb (WaymarkDateButton *self)
{
  OkrDay day;

  if (!self->cancelled && okr_parse_day (gtk_editable_get_text (self->entry), &day, NULL))
    pick (self, day);
}

static void
waymark_date_button_get_property (GObject *object, guint property_id, GValue *value,
                                  GParamSpec *pspec)
{
  if (property_id == PROP_DATE)
    g_value_set_uint (value, WAYMARK_DATE_BUTTON (object)->date);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_date_button_set_property (GObject *object, guint property_id, const GValue *value,
                                  GParamSpec *pspec)
{
  if (property_id == PROP_DATE)
    waymark_date_button_set_date (WAYMARK_DATE_BUTTON (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static gboolean
waymark_date_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WAYMARK_DATE_BUTTON (widget)->button));
}

static void
waymark_date_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WAYMARK_TYPE_DATE_BUTTON);

  G_OBJECT_CLASS (waymark_date_button_parent_class)->dispose (object);
}

static void
waymark_date_button_finalize (GObject *object)
{
  g_free (WAYMARK_DATE_BUTTON (object)->name);

  G_OBJECT_CLASS (waymark_date_button_parent_class)->finalize (object);
}

static void
waymark_date_button_class_init (WaymarkDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waymark_date_button_get_property;
  object_class->set_property = waymark_date_button_set_property;
  object_class->dispose = waymark_date_button_dispose;
  object_class->finalize = waymark_date_button_finalize;
  widget_class->grab_focus = waymark_date_button_grab_focus;

  properties[PROP_DATE] =
      g_param_spec_uint ("date", NULL, NULL, 0, OKR_DAY_MAX, OKR_DAY_NONE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  picked_signal = g_signal_new ("picked", WAYMARK_TYPE_DATE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkDateButton, label);
  gtk_widget_class_bind_template_child (widget_class, WaymarkDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, WaymarkDateButton, entry);
  gtk_widget_class_bind_template_child (widget_class, WaymarkDateButton, problem);
  gtk_widget_class_bind_template_child (widget_class, WaymarkDateButton, calendar);
  gtk_widget_class_bind_template_callback (widget_class, on_show_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_closed_cb);
}

static void
waymark_date_button_init (WaymarkDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_button (self);
}

OkrDay
waymark_date_button_get_date (WaymarkDateButton *self)
{
  g_return_val_if_fail (WAYMARK_IS_DATE_BUTTON (self), OKR_DAY_NONE);

  return self->date;
}

void
waymark_date_button_set_date (WaymarkDateButton *self, OkrDay date)
{
  g_return_if_fail (WAYMARK_IS_DATE_BUTTON (self));

  if (self->date == date)
    return;

  self->date = date;
  update_button (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DATE]);
}

void
waymark_date_button_set_name (WaymarkDateButton *self, const char *name)
{
  g_return_if_fail (WAYMARK_IS_DATE_BUTTON (self));

  g_free (self->name);
  self->name = g_strdup (name);
  update_button (self);
}
