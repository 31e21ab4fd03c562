/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, with what a window shows meanwhile. */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-file-name.h"
#include "okr-store-error.h"
#include "waymark-ask.h"
#include "waymark-connect.h"
#include "waymark-recent.h"
#include "waymark-window-private.h"

#define RECENT_POSITION 2 /* after New and Open */

/* Shows the plans that were open lately, in the menu and on the first page. */
void
waymark_window_update_recent (WaymarkWindow *self)
{
  g_autoptr (GMenu) recent = g_menu_new ();

  if (self->offers_recent)
    g_menu_remove (self->open_section, RECENT_POSITION);
  self->offers_recent = waymark_recent_fill_menu (recent);
  if (self->offers_recent)
    g_menu_insert_submenu (self->open_section, RECENT_POSITION, _ ("Open Re_cent"),
                           G_MENU_MODEL (recent));

  waymark_recent_fill_list (self->recent_list);
}

gboolean
waymark_window_is_empty (WaymarkWindow *self)
{
  g_return_val_if_fail (WAYMARK_IS_WINDOW (self), FALSE);

  return waymark_session_get_plan (self->session) == NULL && self->loading == NULL;
}

gboolean
waymark_window_has_file (WaymarkWindow *self, GFile *file)
{
  GFile *own;

  g_return_val_if_fail (WAYMARK_IS_WINDOW (self) && G_IS_FILE (file), FALSE);

  own = self->loading_file != NULL ? self->loading_file : waymark_session_get_file (self->session);

  return own != NULL && g_file_equal (own, file);
}

static void
tell_open_failed (WaymarkWindow *self, GFile *file, GError *error)
{
  g_autofree char *name = okr_file_describe (file);
  /* Translators: a file's name */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Cannot Be Opened"), name);

  waymark_tell (GTK_WINDOW (self), heading, error->message);
}

static void
finish_loading (WaymarkWindow *self, GError *error)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->loading_file);

  g_clear_object (&self->loading);
  gtk_spinner_stop (GTK_SPINNER (self->loading_spinner));
  waymark_window_show_page (self,
                            waymark_session_get_plan (self->session) != NULL ? "plan" : "welcome");

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_open_failed (self, file, error);
  else if (error == NULL && !self->loads_copy)
    waymark_recent_add (file);
  else if (error == NULL)
    waymark_session_set_file (self->session, NULL);
}

/* What is loaded is nobody's once the window is closed: it must not keep that alive. */
static gpointer
hold_weakly (WaymarkWindow *self)
{
  GWeakRef *held = g_new (GWeakRef, 1);

  g_weak_ref_init (held, self);

  return held;
}

static WaymarkWindow *
take_held (gpointer held)
{
  WaymarkWindow *self = g_weak_ref_get (held);

  g_weak_ref_clear (held);
  g_free (held);

  return self;
}

static void on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
on_connected_to_load_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkWindow) self = take_held (user_data);
  g_autoptr (GError) error = NULL;

  waymark_connect_finish (result, &error);
  if (self == NULL)
    return;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    finish_loading (self, error);
  else
    waymark_document_load_async (self->document, self->loading_file, self->loading, on_loaded_cb,
                                 hold_weakly (self));
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkWindow) self = take_held (user_data);
  g_autoptr (GError) error = NULL;

  waymark_document_load_finish (WAYMARK_DOCUMENT (source), result, &error);
  if (self == NULL)
    return;

  if (g_error_matches (error, OKR_STORE_ERROR, OKR_STORE_ERROR_LOGIN) && !self->has_connected)
    {
      self->has_connected = TRUE;
      waymark_connect_async (self->loading_file, GTK_WINDOW (self), self->loading,
                             on_connected_to_load_cb, hold_weakly (self));
      return;
    }
  finish_loading (self, error);
}

static void
load (WaymarkWindow *self, GFile *file, gboolean as_copy)
{
  g_set_object (&self->loading_file, file);
  self->loading = g_cancellable_new ();
  self->loads_copy = as_copy;
  self->has_connected = FALSE;
  gtk_spinner_start (GTK_SPINNER (self->loading_spinner));
  waymark_window_show_page (self, "loading");
  waymark_document_load_async (self->document, file, self->loading, on_loaded_cb,
                               hold_weakly (self));
}

void
waymark_window_open (WaymarkWindow *self, GFile *file)
{
  g_return_if_fail (waymark_window_is_empty (self) && G_IS_FILE (file));

  load (self, file, FALSE);
}

/* Back to what the file holds; when that cannot be read, all stays as it is. */
void
waymark_window_reload (WaymarkWindow *self)
{
  if (waymark_document_is_busy (self->document))
    return; /* what is being saved is wanted */

  load (self, waymark_session_get_file (self->session), FALSE);
}

void
waymark_window_open_example (WaymarkWindow *self, GFile *file)
{
  g_return_if_fail (waymark_window_is_empty (self) && G_IS_FILE (file));

  load (self, file, TRUE);
}

void
waymark_window_take_plan (WaymarkWindow *self, OkrPlan *plan)
{
  g_return_if_fail (WAYMARK_IS_WINDOW (self) && OKR_IS_PLAN (plan));

  waymark_session_set_plan (self->session, plan);
  waymark_window_show_page (self, "plan");
}
