/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-rename-popover.h"

#include <glib/gi18n.h>

#include "okr-edit.h"
#include "waymark-field.h"
#include "waymark-popover.h"

struct _WaymarkRenamePopover
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  WaymarkSession *session;
  OkrItem *item;
  char *title; /* as it is stored */
};

static void init_field (WaymarkFieldInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WaymarkRenamePopover, waymark_rename_popover, GTK_TYPE_POPOVER,
                               G_IMPLEMENT_INTERFACE (WAYMARK_TYPE_FIELD, init_field))

static gboolean
is_in_plan (WaymarkRenamePopover *self, OkrPlan *plan)
{
  return plan != NULL && okr_plan_find (plan, okr_item_get_id (self->item)) == self->item;
}

static char *
dup_typed (WaymarkRenamePopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
finish (WaymarkField *field)
{
  WaymarkRenamePopover *self = WAYMARK_RENAME_POPOVER (field);
  OkrPlan *plan = self->session != NULL ? waymark_session_get_plan (self->session) : NULL;
  g_autofree char *text = dup_typed (self);
  g_autoptr (GError) error = NULL;

  if (is_in_plan (self, plan) && !okr_edit_set_text (plan, self->item, "title", text, &error))
    waymark_session_report (self->session, error);
  if (plan != NULL)
    okr_history_stop_coalescing (okr_plan_get_history (plan));
}

static void
init_field (WaymarkFieldInterface *iface)
{
  iface->finish = finish;
}

static void
on_activate_cb (WaymarkRenamePopover *self)
{
  finish (WAYMARK_FIELD (self));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_typed_cb (WaymarkRenamePopover *self)
{
  g_autofree char *text = dup_typed (self);

  waymark_field_emit_waits (WAYMARK_FIELD (self), g_strcmp0 (text, self->title) != 0);
}

/* Taken back, for example; what else changes leaves alone what is typed. */
static void
on_item_changed_cb (WaymarkRenamePopover *self)
{
  const char *title = okr_item_get_title (self->item);

  if (g_strcmp0 (title, self->title) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), title);
}

/* To the row that was renamed. GTK 4.8 keeps a closed popover for good when it goes before the
 * focus that was in it. */
static void
give_focus_back (WaymarkRenamePopover *self)
{
  GtkWidget *popover = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, popover) &&
      !gtk_widget_grab_focus (gtk_widget_get_parent (popover)))
    gtk_root_set_focus (root, NULL);
}

static void
waymark_rename_popover_closed (GtkPopover *popover)
{
  waymark_field_emit_waits (WAYMARK_FIELD (popover), FALSE);
  give_focus_back (WAYMARK_RENAME_POPOVER (popover));
}

static void
waymark_rename_popover_dispose (GObject *object)
{
  WaymarkRenamePopover *self = WAYMARK_RENAME_POPOVER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->item);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (waymark_rename_popover_parent_class)->dispose (object);
}

static void
waymark_rename_popover_class_init (WaymarkRenamePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waymark_rename_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = waymark_rename_popover_closed;
}

static void
waymark_rename_popover_init (WaymarkRenamePopover *self)
{
  self->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 24);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 44);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Rename"), -1);
  gtk_popover_set_child (GTK_POPOVER (self), self->entry);
}

WaymarkRenamePopover *
waymark_rename_popover_show (GtkWidget *parent, const GdkRectangle *at, WaymarkSession *session,
                             OkrItem *item)
{
  WaymarkRenamePopover *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);
  g_return_val_if_fail (WAYMARK_IS_SESSION (session) && OKR_IS_ITEM (item), NULL);

  self = g_object_new (WAYMARK_TYPE_RENAME_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  on_item_changed_cb (self);
  g_signal_connect_object (item, "changed", G_CALLBACK (on_item_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_typed_cb), self);
  waymark_popover_show (GTK_POPOVER (self), parent, at);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);

  return self;
}

GtkEditable *
waymark_rename_popover_get_entry (WaymarkRenamePopover *self)
{
  g_return_val_if_fail (WAYMARK_IS_RENAME_POPOVER (self), NULL);

  return GTK_EDITABLE (self->entry);
}
