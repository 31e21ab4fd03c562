/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking over what tables of spreadsheets hold. */
#include "config.h"

#include <string.h>

#include "waymark-ask.h"
#include "waymark-field.h"
#include "waymark-import-dialog.h"
#include "waymark-window-private.h"

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

static void
on_imported_cb (WaymarkWindow *self, OkrPlan *plan, const char *message)
{
  WaymarkWindow *window = self;

  if (plan == waymark_session_get_plan (self->session))
    {
      waymark_session_announce (self->session, message, TRUE);
      return;
    }

  if (!waymark_window_is_empty (self))
    window = waymark_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  waymark_window_take_plan (window, plan);
  gtk_window_present (GTK_WINDOW (window));
  waymark_session_announce (window->session, message, FALSE);
}

void
waymark_window_import (WaymarkWindow *self, GFile *file)
{
  GtkWidget *dialog;

  g_return_if_fail (WAYMARK_IS_WINDOW (self) && G_IS_FILE (file));

  waymark_field_finish_in (GTK_WINDOW (self)); /* a drop leaves no field by itself */
  dialog = waymark_import_dialog_new (self->session, file);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_imported_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_table_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkWindow) self = user_data;
  g_autoptr (GFile) file = waymark_choose_file_finish (result);

  if (file != NULL)
    waymark_window_import (self, file);
}

void
waymark_window_choose_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  waymark_choose_table_async (GTK_WINDOW (self), waymark_session_get_file (self->session),
                              on_table_chosen_cb, g_object_ref (self));
}

/* One table is what somebody drags here to have it in this plan. */
gboolean
waymark_window_import_dropped (WaymarkWindow *self, GSList *files)
{
  if (files == NULL || files->next != NULL || !waymark_window_is_table (files->data) ||
      self->loading != NULL)
    return FALSE;

  waymark_window_import (self, files->data);

  return TRUE;
}
