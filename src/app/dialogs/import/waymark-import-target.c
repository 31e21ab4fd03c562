/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-import-target.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waymark-choice-row.h"

struct _WaymarkImportTarget
{
  GtkBox parent_instance;

  WaymarkChoiceRow *target;
  AdwEntryRow *title;

  gboolean is_new;
  char *proposed;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaymarkImportTarget, waymark_import_target, GTK_TYPE_BOX)

static const char *
get_text (WaymarkImportTarget *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->title));
}

static void
show_target (WaymarkImportTarget *self, gboolean is_new)
{
  g_auto (GValue) value = G_VALUE_INIT;

  self->is_new = is_new;
  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, is_new ? "new" : "plan");
  waymark_field_show (WAYMARK_FIELD (self->target), &value);
  gtk_widget_set_visible (GTK_WIDGET (self->title), is_new);
}

static void
on_target_edited_cb (WaymarkImportTarget *self, const GValue *value)
{
  show_target (self, g_str_equal (g_value_get_string (value), "new"));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
waymark_import_target_finalize (GObject *object)
{
  g_clear_pointer (&WAYMARK_IMPORT_TARGET (object)->proposed, g_free);

  G_OBJECT_CLASS (waymark_import_target_parent_class)->finalize (object);
}

static void
waymark_import_target_class_init (WaymarkImportTargetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = waymark_import_target_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (WAYMARK_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-import-target.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportTarget, target);
  gtk_widget_class_bind_template_child (widget_class, WaymarkImportTarget, title);
  gtk_widget_class_bind_template_callback (widget_class, on_target_edited_cb);
}

static void
waymark_import_target_init (WaymarkImportTarget *self)
{
  self->is_new = TRUE;
  self->proposed = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
waymark_import_target_offer_plan (WaymarkImportTarget *self, const char *title)
{
  const WaymarkChoice targets[] = { { "plan", title, 0 }, { "new", _ ("A new plan"), 0 } };

  g_return_if_fail (WAYMARK_IS_IMPORT_TARGET (self) && title != NULL);

  waymark_choice_row_set_choices (self->target, targets, G_N_ELEMENTS (targets));
  gtk_widget_set_visible (GTK_WIDGET (self->target), TRUE);
  show_target (self, FALSE);
}

gboolean
waymark_import_target_is_new (WaymarkImportTarget *self)
{
  g_return_val_if_fail (WAYMARK_IS_IMPORT_TARGET (self), TRUE);

  return self->is_new;
}

void
waymark_import_target_propose_title (WaymarkImportTarget *self, const char *title)
{
  g_autofree char *old = NULL;

  g_return_if_fail (WAYMARK_IS_IMPORT_TARGET (self) && title != NULL);

  old = g_steal_pointer (&self->proposed);
  self->proposed = g_strdup (title);
  if (g_str_equal (get_text (self), old))
    gtk_editable_set_text (GTK_EDITABLE (self->title), title);
}

char *
waymark_import_target_dup_title (WaymarkImportTarget *self)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (WAYMARK_IS_IMPORT_TARGET (self), NULL);

  title = g_strstrip (g_strdup (get_text (self)));

  return *title != '\0' && !g_str_equal (title, self->proposed) ? g_steal_pointer (&title) : NULL;
}
