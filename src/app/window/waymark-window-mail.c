/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends the plan's file to somebody: what is not saved yet is saved first, or stays behind. */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-markdown.h"
#include "waymark-ask.h"
#include "waymark-mail.h"
#include "waymark-window-private.h"

static void
on_begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!waymark_mail_finish (result, &error) && self->session != NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    waymark_tell (GTK_WINDOW (self), _ ("The Plan Was Not Sent"), error->message);
}

/* What was saved last. */
void
waymark_window_mail_saved (WaymarkWindow *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  g_autofree char *subject = waymark_session_dup_title (self->session);
  const OkrScope scope = { .cycle = waymark_session_get_cycle (self->session),
                           .team = waymark_session_get_team (self->session) };
  g_autofree char *body = okr_plain_summary (plan, &scope);

  waymark_mail_async (waymark_session_get_file (self->session), subject, body, NULL, on_begun_cb,
                      g_object_ref (self));
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkWindow) self = user_data;
  g_autofree char *answer = waymark_ask_finish (result);

  if (self->session == NULL || waymark_session_get_plan (self->session) == NULL)
    return;

  if (g_str_equal (answer, "send"))
    waymark_window_mail_saved (self);
  else if (g_str_equal (answer, "save"))
    waymark_window_save (self, WAYMARK_AFTER_SAVE_MAIL);
}

static void
ask_to_save (WaymarkWindow *self)
{
  static const WaymarkAnswer unsaved[] = {
    { "cancel", N_ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "save", N_ ("_Save…"), ADW_RESPONSE_SUGGESTED },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  static const WaymarkAnswer changed[] = {
    { "cancel", N_ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "send", N_ ("Send _Without Changes"), ADW_RESPONSE_DEFAULT },
    { "save", N_ ("_Save and Send"), ADW_RESPONSE_SUGGESTED },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  const gboolean has_file = waymark_session_get_file (self->session) != NULL;

  waymark_ask_async (GTK_WINDOW (self), _ ("Save the Plan Before It Is Sent?"),
                     has_file
                         ? _ ("The saved file is what goes out. Changes since then are not in it.")
                         : _ ("The saved file is what goes out, and this plan has none yet."),
                     has_file ? changed : unsaved, "save", on_answered_cb, g_object_ref (self));
}

void
waymark_window_mail (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  if (waymark_session_get_modified (self->session) ||
      waymark_session_get_file (self->session) == NULL)
    ask_to_save (self);
  else
    waymark_window_mail_saved (self);
}
