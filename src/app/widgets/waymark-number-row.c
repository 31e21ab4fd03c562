/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-number-row.h"

#include <math.h>

#include "okr-entry.h"
#include "okr-format.h"
#include "waymark-field-text.h"

struct _WaymarkNumberRow
{
  AdwActionRow parent_instance;

  WaymarkFieldText text;
  char *unit;
  char *note;
  gboolean required;
};

enum
{
  PROP_REQUIRED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static WaymarkFieldText *
get_text (WaymarkField *field)
{
  return &WAYMARK_NUMBER_ROW (field)->text;
}

static void
init_field (WaymarkFieldInterface *iface)
{
  iface->get_text = get_text;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkNumberRow, waymark_number_row, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (WAYMARK_TYPE_FIELD, init_field))

static gboolean
parse (WaymarkField *field, const char *text, GValue *value, GError **error)
{
  WaymarkNumberRow *self = WAYMARK_NUMBER_ROW (field);
  g_autoptr (GError) local = NULL;
  double number = NAN;

  if (!okr_parse_number (text, self->unit, &number, &local) &&
      (self->required || !g_error_matches (local, OKR_ENTRY_ERROR, OKR_ENTRY_ERROR_EMPTY)))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  g_value_set_double (value, number);

  return TRUE;
}

static char *
format (WaymarkField *field, const GValue *value)
{
  const double number = g_value_get_double (value);

  if (isnan (number))
    return g_strdup ("");

  return okr_format_quantity (number, okr_format_count_decimals (number),
                              WAYMARK_NUMBER_ROW (field)->unit);
}

static void
tell (WaymarkField *field, const char *message)
{
  WaymarkNumberRow *self = WAYMARK_NUMBER_ROW (field);
  const char *note = self->note != NULL ? self->note : "";

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), message != NULL ? message : note);
}

static const WaymarkFieldTextFuncs funcs = { parse, format, tell };

static void
waymark_number_row_get_property (GObject *object, guint property_id, GValue *value,
                                 GParamSpec *pspec)
{
  if (property_id == PROP_REQUIRED)
    g_value_set_boolean (value, WAYMARK_NUMBER_ROW (object)->required);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
waymark_number_row_set_property (GObject *object, guint property_id, const GValue *value,
                                 GParamSpec *pspec)
{
  WaymarkNumberRow *self = WAYMARK_NUMBER_ROW (object);

  if (property_id != PROP_REQUIRED)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }
  if (self->required == g_value_get_boolean (value))
    return;

  self->required = g_value_get_boolean (value);
  g_object_notify_by_pspec (object, pspec);
}

static void
waymark_number_row_finalize (GObject *object)
{
  WaymarkNumberRow *self = WAYMARK_NUMBER_ROW (object);

  waymark_field_text_clear (&self->text);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->note, g_free);

  G_OBJECT_CLASS (waymark_number_row_parent_class)->finalize (object);
}

static void
waymark_number_row_class_init (WaymarkNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waymark_number_row_get_property;
  object_class->set_property = waymark_number_row_set_property;
  object_class->finalize = waymark_number_row_finalize;

  properties[PROP_REQUIRED] =
      g_param_spec_boolean ("required", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waymark_number_row_init (WaymarkNumberRow *self)
{
  GtkWidget *text = waymark_field_text_new_suffix ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), text);
  /* This names the text after the row, too. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), text);
  waymark_field_text_init (&self->text, WAYMARK_FIELD (self), GTK_EDITABLE (text), G_TYPE_DOUBLE,
                           &funcs);
  g_value_set_double (&self->text.value, NAN);
  gtk_text_set_placeholder_text (GTK_TEXT (text), OKR_FORMAT_NOTHING);
  gtk_text_set_input_purpose (GTK_TEXT (text), GTK_INPUT_PURPOSE_NUMBER);
}

GtkWidget *
waymark_number_row_new (void)
{
  return g_object_new (WAYMARK_TYPE_NUMBER_ROW, NULL);
}

void
waymark_number_row_set_unit (WaymarkNumberRow *self, const char *unit)
{
  g_return_if_fail (WAYMARK_IS_NUMBER_ROW (self));

  if (g_strcmp0 (self->unit, unit) == 0)
    return;

  g_free (self->unit);
  self->unit = g_strdup (unit);
  waymark_field_text_reformat (&self->text);
}

void
waymark_number_row_set_note (WaymarkNumberRow *self, const char *note)
{
  g_return_if_fail (WAYMARK_IS_NUMBER_ROW (self));

  if (g_strcmp0 (self->note, note) == 0)
    return;

  g_free (self->note);
  self->note = g_strdup (note);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    tell (WAYMARK_FIELD (self), NULL);
}
