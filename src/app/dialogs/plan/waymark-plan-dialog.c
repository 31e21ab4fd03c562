/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-plan-dialog.h"

#include <glib/gi18n.h>

#include "waymark-cycles-page.h"
#include "waymark-field.h"
#include "waymark-names.h"
#include "waymark-plan-page.h"
#include "waymark-settings-page.h"
#include "waymark-show-dialog.h"
#include "waymark-step-toast.h"
#include "waymark-teams-page.h"

struct _WaymarkPlanDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwViewStack *stack;
  WaymarkPlanPage *plan_page;
  WaymarkCyclesPage *cycles_page;
  WaymarkTeamsPage *teams_page;
  WaymarkSettingsPage *settings_page;

  OkrPlan *plan;
};

G_DEFINE_FINAL_TYPE (WaymarkPlanDialog, waymark_plan_dialog, ADW_TYPE_WINDOW)

static void
on_undo_cb (WaymarkPlanDialog *self)
{
  okr_plan_undo (self->plan, NULL);
}

static gboolean
on_undo_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  WaymarkPlanDialog *self = WAYMARK_PLAN_DIALOG (widget);

  waymark_field_finish_in (GTK_WINDOW (self));
  if (g_variant_get_boolean (args))
    okr_plan_undo (self->plan, NULL);
  else
    okr_plan_redo (self->plan, NULL);

  return GDK_EVENT_STOP;
}

static void
show_toast (WaymarkPlanDialog *self, const char *text, gboolean can_undo)
{
  OkrHistory *history = can_undo ? okr_plan_get_history (self->plan) : NULL;
  AdwToast *toast = waymark_step_toast_new (text, history);

  if (can_undo)
    g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_cb), self,
                             G_CONNECT_SWAPPED);
  waymark_step_toast_show (toast, self->toasts);
}

/* The dialog is in front: what it shows is not said once more behind it. */
static void
on_problem_cb (WaymarkPlanDialog *self, const char *text, WaymarkSession *session)
{
  g_signal_stop_emission_by_name (session, "problem");
  show_toast (self, text, FALSE);
}

static void
on_message_cb (WaymarkPlanDialog *self, const char *text, gboolean can_undo,
               WaymarkSession *session)
{
  g_signal_stop_emission_by_name (session, "message");
  show_toast (self, text, can_undo);
}

static gboolean
waymark_plan_dialog_close_request (GtkWindow *window)
{
  waymark_field_finish_in (window);

  return GTK_WINDOW_CLASS (waymark_plan_dialog_parent_class)->close_request (window);
}

static void
waymark_plan_dialog_dispose (GObject *object)
{
  WaymarkPlanDialog *self = WAYMARK_PLAN_DIALOG (object);

  if (self->plan != NULL)
    okr_history_stop_coalescing (okr_plan_get_history (self->plan));
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (waymark_plan_dialog_parent_class)->dispose (object);
}

static void
waymark_plan_dialog_class_init (WaymarkPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waymark_plan_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = waymark_plan_dialog_close_request;

  g_type_ensure (WAYMARK_TYPE_PLAN_PAGE);
  g_type_ensure (WAYMARK_TYPE_CYCLES_PAGE);
  g_type_ensure (WAYMARK_TYPE_TEAMS_PAGE);
  g_type_ensure (WAYMARK_TYPE_SETTINGS_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/ui/waymark-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaymarkPlanDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPlanDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPlanDialog, plan_page);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPlanDialog, cycles_page);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPlanDialog, teams_page);
  gtk_widget_class_bind_template_child (widget_class, WaymarkPlanDialog, settings_page);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, on_undo_key_cb, "b",
                                TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                on_undo_key_cb, "b", FALSE);
}

static void
waymark_plan_dialog_init (WaymarkPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  waymark_names_set_parts (GTK_WIDGET (self), ADW_TYPE_VIEW_SWITCHER, _ ("Pages"));
}

GtkWidget *
waymark_plan_dialog_new (WaymarkSession *session, const char *page)
{
  WaymarkPlanDialog *self;

  g_return_val_if_fail (WAYMARK_IS_SESSION (session), NULL);

  self = g_object_new (WAYMARK_TYPE_PLAN_DIALOG, NULL);
  self->plan = g_object_ref (waymark_session_get_plan (session));
  waymark_plan_page_set_session (self->plan_page, session);
  waymark_cycles_page_set_session (self->cycles_page, session);
  waymark_teams_page_set_session (self->teams_page, session);
  waymark_settings_page_set_session (self->settings_page, session);
  g_signal_connect_object (session, "problem", G_CALLBACK (on_problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "message", G_CALLBACK (on_message_cb), self, G_CONNECT_SWAPPED);
  if (page != NULL)
    adw_view_stack_set_visible_child_name (self->stack, page);

  return GTK_WIDGET (self);
}

void
waymark_plan_dialog_present (GtkWindow *parent, WaymarkSession *session, const char *page)
{
  GtkWidget *dialog = waymark_plan_dialog_new (session, page);

  g_return_if_fail (dialog != NULL);

  waymark_show_dialog (GTK_WINDOW (dialog), parent);
}
