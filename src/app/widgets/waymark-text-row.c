/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-text-row.h"

#include "waymark-field-text.h"

struct _WaymarkTextRow
{
  AdwEntryRow parent_instance;

  WaymarkFieldText text;
};

static WaymarkFieldText *
get_text (WaymarkField *field)
{
  return &WAYMARK_TEXT_ROW (field)->text;
}

static void
init_field (WaymarkFieldInterface *iface)
{
  iface->get_text = get_text;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkTextRow, waymark_text_row, ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (WAYMARK_TYPE_FIELD, init_field))

static void
waymark_text_row_finalize (GObject *object)
{
  waymark_field_text_clear (&WAYMARK_TEXT_ROW (object)->text);

  G_OBJECT_CLASS (waymark_text_row_parent_class)->finalize (object);
}

static void
waymark_text_row_class_init (WaymarkTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waymark_text_row_finalize;
}

static void
waymark_text_row_init (WaymarkTextRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  waymark_field_text_init (&self->text, WAYMARK_FIELD (self), GTK_EDITABLE (self), G_TYPE_STRING,
                           &waymark_field_text_strings);
}

GtkWidget *
waymark_text_row_new (void)
{
  return g_object_new (WAYMARK_TYPE_TEXT_ROW, NULL);
}
