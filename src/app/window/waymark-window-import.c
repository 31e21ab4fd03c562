/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over what tables of spreadsheets hold. */
#include "config.h"

#include <string.h>

#include "waymark-choose-file.h"
#include "waymark-field.h"
#include "waymark-import-dialog.h"
#include "waymark-reveal.h"
#include "waymark-show-dialog.h"
#include "waymark-window-private.h"

#define FILE_KEY "waymark-table"

gboolean
waymark_window_is_table (GFile *file)
{
  g_autofree char *name = NULL;
  const char *dot;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  dot = name != NULL ? strrchr (name, '.') : NULL;

  return dot != NULL &&
         (g_ascii_strcasecmp (dot, ".csv") == 0 || g_ascii_strcasecmp (dot, ".tsv") == 0);
}

/* Leads to what came. */
static void
show_first (WaymarkWindow *self, const char *id)
{
  OkrItem *first = id != NULL ? okr_plan_find (waymark_session_get_plan (self->session), id) : NULL;

  if (first != NULL)
    waymark_reveal (self->session, first);
}

static void
on_imported_cb (WaymarkWindow *self, OkrPlan *plan, const char *message, const char *id,
                GtkWidget *dialog)
{
  WaymarkWindow *window = self;

  if (plan != waymark_session_get_plan (self->session))
    {
      if (!waymark_window_is_empty (self))
        window = waymark_window_new (gtk_window_get_application (GTK_WINDOW (self)));
      waymark_window_take_plan (window, plan);
      waymark_session_set_origin (window->session, g_object_get_data (G_OBJECT (dialog), FILE_KEY));
      gtk_window_present (GTK_WINDOW (window));
    }
  show_first (window, id);
  waymark_session_announce (window->session, message, TRUE);
}

static gboolean
on_next_table_cb (gpointer user_data)
{
  WaymarkWindow *self = user_data;
  g_autoptr (GFile) file = g_queue_pop_head (&self->tables);

  self->tables_idle = 0;
  if (file != NULL)
    waymark_window_import (self, file);

  return G_SOURCE_REMOVE;
}

/* Whether the last one was imported or not, the next one has its turn. */
static void
continue_with_next (WaymarkWindow *self)
{
  if (self->tables_idle == 0 && !g_queue_is_empty (&self->tables))
    self->tables_idle = g_idle_add (on_next_table_cb, self);
}

void
waymark_window_import (WaymarkWindow *self, GFile *file)
{
  GtkWidget *dialog;

  g_return_if_fail (WAYMARK_IS_WINDOW (self) && G_IS_FILE (file));

  waymark_field_finish_in (GTK_WINDOW (self)); /* a drop leaves no field by itself */
  dialog = waymark_import_dialog_new (self->session, file);
  g_object_set_data_full (G_OBJECT (dialog), FILE_KEY, g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_imported_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "unmap", G_CALLBACK (continue_with_next), self,
                           G_CONNECT_SWAPPED);
  waymark_show_dialog (GTK_WINDOW (dialog), GTK_WINDOW (self));
}

static void
on_table_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkWindow) self = user_data;
  g_autoptr (GFile) file = waymark_choose_file_finish (result);

  if (file != NULL)
    waymark_window_import (self, file);
  else
    continue_with_next (self);
}

void
waymark_window_choose_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  /* Somebody chooses another table instead of one that was dropped; those behind it wait. */
  g_clear_handle_id (&self->tables_idle, g_source_remove);
  waymark_choose_table_async (GTK_WINDOW (self), waymark_session_get_file (self->session),
                              on_table_chosen_cb, g_object_ref (self));
}

void
waymark_window_forget_tables (WaymarkWindow *self)
{
  g_clear_handle_id (&self->tables_idle, g_source_remove);
  g_queue_clear_full (&self->tables, g_object_unref);
}

/* Tables are what somebody drags here to have them in this plan, one after another. */
gboolean
waymark_window_import_dropped (WaymarkWindow *self, GSList *files)
{
  if (files == NULL || self->loading != NULL)
    return FALSE;
  for (GSList *l = files; l != NULL; l = l->next)
    {
      if (!waymark_window_is_table (l->data))
        return FALSE;
    }

  for (GSList *l = files->next; l != NULL; l = l->next)
    g_queue_push_tail (&self->tables, g_object_ref (l->data));
  waymark_window_import (self, files->data);

  return TRUE;
}
