/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Others who work with the same file: that they are there, and what they change. */
#include "config.h"

#include <glib/gi18n.h>

#include "waymark-connect.h"
#include "waymark-names.h"
#include "waymark-window-private.h"

#define LOOK_AFTER 30           /* seconds, because not every share tells what changes */
#define PATIENCE G_USEC_PER_SEC /* a share that does not answer must not keep the program */

static void
on_others_cb (WaymarkWindow *self)
{
  g_autofree char *text = waymark_presence_dup_text (self->presence);

  gtk_widget_set_visible (GTK_WIDGET (self->presence_button), text != NULL);
  if (text == NULL)
    return;

  gtk_label_set_label (self->presence_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->presence_button), text);
  waymark_names_set_parts (GTK_WIDGET (self->presence_button), GTK_TYPE_TOGGLE_BUTTON, text);
}

static void
on_active_cb (WaymarkWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    return;

  waymark_presence_look (self->presence);
  waymark_outside_check (self->outside);
  waymark_conflict_copies_look (self->copies);
}

static void
on_copies_cb (WaymarkWindow *self)
{
  waymark_banner_set_text (self->copies_banner, waymark_conflict_copies_get_text (self->copies));
}

static const char *
describe_fate (WaymarkCopyFate fate)
{
  switch (fate)
    {
    case WAYMARK_COPY_STAYS:
      return _ ("The file of the merged version stays: there is no wastebasket for it");
    case WAYMARK_COPY_CHANGED:
      return _ ("The file of the merged version stays: it was changed meanwhile");
    case WAYMARK_COPY_IN_WASTEBASKET:
    default:
      return _ ("The file of the merged version is in the wastebasket");
    }
}

static void
on_put_away_cb (WaymarkWindow *self, int fate)
{
  waymark_window_show_toast (self, describe_fate ((WaymarkCopyFate) fate), FALSE);
}

void
waymark_window_put_off_copies (WaymarkWindow *self)
{
  waymark_conflict_copies_put_off (self->copies);
}

static gboolean
on_look_timer_cb (gpointer user_data)
{
  WaymarkWindow *self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      waymark_outside_check (self->outside);
      waymark_conflict_copies_look (self->copies);
    }

  return G_SOURCE_CONTINUE;
}

static void
on_outside_problem_cb (WaymarkWindow *self)
{
  gtk_widget_set_visible (self->connect_button, waymark_outside_needs_login (self->outside));
  waymark_banner_set_text (self->outside_banner, waymark_outside_get_problem (self->outside));
}

static void
on_connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkWindow) self = user_data;

  waymark_connect_finish (result, NULL);
  if (self->outside != NULL)
    waymark_outside_check (self->outside);
}

void
waymark_window_connect (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  GFile *file = waymark_session_get_file (self->session);

  if (file != NULL)
    waymark_connect_async (file, GTK_WINDOW (self), NULL, on_connected_cb, g_object_ref (self));
}

static void
on_questions_cb (WaymarkWindow *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  const guint n = plan != NULL ? g_list_model_get_n_items (okr_plan_get_conflicts (plan)) : 0;
  g_autofree char *text = NULL;

  if (n > 0)
    /* Translators: what a merge could not decide */
    text = g_strdup_printf (
        ngettext ("%u question of a merge is open.", "%u questions of a merge are open.", n), n);
  waymark_banner_set_text (self->questions_banner, text);
}

static void
on_plan_cb (WaymarkWindow *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  GListModel *questions = plan != NULL ? okr_plan_get_conflicts (plan) : NULL;

  if (self->questions != NULL)
    g_signal_handlers_disconnect_by_func (self->questions, on_questions_cb, self);
  g_set_object (&self->questions, questions);
  if (self->questions != NULL)
    g_signal_connect_object (self->questions, "items-changed", G_CALLBACK (on_questions_cb), self,
                             G_CONNECT_SWAPPED);
  on_questions_cb (self);
}

void
waymark_window_bind_sharing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, presence_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, presence_label);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, copies_banner);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, outside_banner);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, questions_banner);
}

void
waymark_window_init_sharing (WaymarkWindow *self)
{
  self->presence = waymark_presence_new (self->session);
  g_signal_connect_object (self->presence, "notify::others", G_CALLBACK (on_others_cb), self,
                           G_CONNECT_SWAPPED);
  self->copies = waymark_conflict_copies_new (self->session, self->document);
  g_signal_connect_object (self->copies, "notify::text", G_CALLBACK (on_copies_cb), self,
                           G_CONNECT_SWAPPED);
  waymark_banner_add_button (self->copies_banner, _ ("_Not Now"), "win.put-off-copies");
  g_signal_connect_object (self->copies, "put-away", G_CALLBACK (on_put_away_cb), self,
                           G_CONNECT_SWAPPED);
  waymark_banner_add_button (self->copies_banner, _ ("_Merge…"), "win.merge-copy");
  waymark_banner_add_button (self->questions_banner, _ ("_Review…"), "win.review-merge");
  self->connect_button =
      waymark_banner_add_button (self->outside_banner, _ ("_Connect…"), "win.connect");
  self->outside = waymark_outside_new (self->session, self->document);
  g_signal_connect_object (self->outside, "notify::problem", G_CALLBACK (on_outside_problem_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::plan", G_CALLBACK (on_plan_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_cb), NULL);
  self->look_timer = g_timeout_add_seconds (LOOK_AFTER, on_look_timer_cb, self);
}

void
waymark_window_dispose_sharing (WaymarkWindow *self)
{
  g_clear_handle_id (&self->look_timer, g_source_remove);
  g_clear_object (&self->questions);
  if (self->outside != NULL)
    waymark_outside_stop (self->outside);
  g_clear_object (&self->outside);
  if (self->presence != NULL)
    waymark_presence_stop (self->presence);
  g_clear_object (&self->presence);
  if (self->copies != NULL)
    waymark_conflict_copies_stop (self->copies);
  g_clear_object (&self->copies);
}

void
waymark_window_leave_now (WaymarkWindow *self)
{
  g_return_if_fail (WAYMARK_IS_WINDOW (self));

  waymark_presence_stop_now (self->presence, PATIENCE);
}
