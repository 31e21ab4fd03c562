/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-check-in-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-format.h"
#include "okr-item-text.h"

struct _WaymarkCheckInRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *value;
  GtkLabel *delta;
  GtkLabel *note;
  GtkWidget *obstacle_box;
  GtkLabel *obstacle;
  GtkLabel *details;
  GtkMenuButton *menu;

  OkrCheckIn *check_in;
};

G_DEFINE_FINAL_TYPE (WaymarkCheckInRow, waymark_check_in_row, ADW_TYPE_PREFERENCES_ROW)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
dup_delta (OkrKeyResult *kr, double value, double previous)
{
  const OkrKeyResultKind kind = okr_key_result_get_kind (kr);

  if (isnan (value) || isnan (previous) || kind == OKR_KEY_RESULT_KIND_YES_NO)
    return NULL;

  return okr_format_signed (value - previous, okr_item_text_get_value_decimals (kr),
                            okr_key_result_get_unit (kr));
}

/* "22 February 2027 · confidence 3/10 · Ana Reyes" */
static char *
dup_details (OkrCheckIn *check_in)
{
  g_autofree char *day = okr_format_day (okr_check_in_get_date (check_in));
  g_autofree char *confidence =
      okr_item_text_dup_confidence (okr_check_in_get_confidence (check_in));
  const char *author = okr_check_in_get_author (check_in);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  g_strv_builder_add (parts, day);
  if (confidence != NULL)
    {
      /* Translators: as "confidence 3/10" */
      g_autofree char *part = g_strdup_printf (_ ("confidence %s"), confidence);

      g_strv_builder_add (parts, part);
    }
  if (author != NULL && *author != '\0')
    g_strv_builder_add (parts, author);
  if (okr_check_in_get_retracted (check_in))
    /* Translators: of a check-in that no longer counts */
    g_strv_builder_add (parts, _ ("retracted"));
  strv = g_strv_builder_end (parts);

  return g_strjoinv (" · ", strv);
}

static GMenuItem *
new_entry (const char *label, const char *action, const char *id)
{
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);

  return item;
}

static void
create_menu (GtkMenuButton *button, gpointer user_data)
{
  WaymarkCheckInRow *self = WAYMARK_CHECK_IN_ROW (user_data);
  const char *id = okr_item_get_id (OKR_ITEM (self->check_in));
  const gboolean retracted = okr_check_in_get_retracted (self->check_in);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) edit = new_entry (_ ("_Edit…"), "win.edit-check-in", id);
  g_autoptr (GMenuItem) retract =
      new_entry (retracted ? _ ("_Restore") : _ ("_Retract"), "log.retract", id);

  g_menu_append_item (menu, edit);
  g_menu_append_item (menu, retract);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
set_struck (GtkLabel *label, gboolean struck)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (struck == (gtk_label_get_attributes (label) != NULL))
    return;
  if (struck)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
    }
  gtk_label_set_attributes (label, attributes);
}

static void
waymark_check_in_row_dispose (GObject *object)
{
  g_clear_object (&WAYMARK_CHECK_IN_ROW (object)->check_in);
  gtk_widget_dispose_template (GTK_WIDGET (object), WAYMARK_TYPE_CHECK_IN_ROW);

  G_OBJECT_CLASS (waymark_check_in_row_parent_class)->dispose (object);
}

static void
waymark_check_in_row_class_init (WaymarkCheckInRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_check_in_row_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-check-in-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInRow, value);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInRow, delta);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInRow, note);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInRow, obstacle_box);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInRow, obstacle);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInRow, details);
  gtk_widget_class_bind_template_child (widget_class, WaymarkCheckInRow, menu);
}

static void
waymark_check_in_row_init (WaymarkCheckInRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu, create_menu, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Check-in Menu"), -1);
}

GtkWidget *
waymark_check_in_row_new (void)
{
  return g_object_new (WAYMARK_TYPE_CHECK_IN_ROW, NULL);
}

void
waymark_check_in_row_bind (WaymarkCheckInRow *self, OkrKeyResult *kr, OkrCheckIn *check_in,
                           double previous)
{
  double value;
  const char *obstacle;
  g_autofree char *number = NULL;
  g_autofree char *delta = NULL;
  g_autofree char *details = NULL;

  g_return_if_fail (WAYMARK_IS_CHECK_IN_ROW (self));
  g_return_if_fail (OKR_IS_KEY_RESULT (kr) && OKR_IS_CHECK_IN (check_in));

  g_set_object (&self->check_in, check_in);
  value = okr_check_in_get_value (check_in);
  obstacle = okr_check_in_get_obstacle (check_in);
  number = isnan (value) ? NULL : okr_item_text_dup_number (kr, value);
  delta = dup_delta (kr, value, previous);
  details = dup_details (check_in);
  show_text (self->value, number);
  show_text (self->delta, delta);
  show_text (self->note, okr_check_in_get_note (check_in));
  gtk_widget_set_visible (self->obstacle_box, obstacle != NULL && *obstacle != '\0');
  show_text (self->obstacle, obstacle);
  show_text (self->details, details);
  set_struck (self->value, okr_check_in_get_retracted (check_in));
  set_struck (self->note, okr_check_in_get_retracted (check_in));
  set_struck (self->obstacle, okr_check_in_get_retracted (check_in));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  number != NULL ? number : details,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);
}

OkrCheckIn *
waymark_check_in_row_get_check_in (WaymarkCheckInRow *self)
{
  g_return_val_if_fail (WAYMARK_IS_CHECK_IN_ROW (self), NULL);

  return self->check_in;
}
