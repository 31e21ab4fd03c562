/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that a person can do in a window: one table, and one function that says what can be
 * done now. */
#include "config.h"

#include <glib/gi18n.h>

#include "okr-edit.h"
#include "waymark-alignment-dialog.h"
#include "waymark-check-in-dialog.h"
#include "waymark-field.h"
#include "waymark-plan-dialog.h"
#include "waymark-versions-dialog.h"
#include "waymark-window-private.h"

typedef enum
{
  NEEDS_NOTHING = 0,
  NEEDS_PLAN = 1 << 0,
  NEEDS_EDITABLE = 1 << 1, /* includes a plan */
  NEEDS_SELECTED = 1 << 2, /* an objective or a key result */
  NEEDS_KEY_RESULT = 1 << 3,
  NEEDS_OBJECTIVE = 1 << 4, /* itself or the one that its key result is selected of */
  NEEDS_UNDO = 1 << 5,
  NEEDS_REDO = 1 << 6,
  NEEDS_FILTER = 1 << 7,
  NEEDS_MODIFIED = 1 << 8,
  NEEDS_CONFLICTS = 1 << 9,
  NEEDS_ROOM = 1 << 10,  /* for a table: a plan to edit, or none yet */
  NEEDS_ABOVE = 1 << 11, /* something shown that the selected item can be moved past */
  NEEDS_BELOW = 1 << 12,
} Needs;

typedef struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
  Needs needs;
  const char *accels[4];
} Action;

static OkrPlan *
get_plan (WaymarkWindow *self)
{
  return waymark_session_get_plan (self->session);
}

static void
go_to (WaymarkWindow *self, const char *id)
{
  OkrItem *item = okr_plan_find (get_plan (self), id);

  while (item != NULL && !OKR_IS_OBJECTIVE (item) && !OKR_IS_KEY_RESULT (item))
    item = okr_item_get_parent (item);
  if (item != NULL)
    waymark_session_set_selected (self->session, item);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  g_autofree char *focus = NULL;

  if (okr_plan_undo (get_plan (self), &focus))
    go_to (self, focus);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  g_autofree char *focus = NULL;

  if (okr_plan_redo (get_plan (self), &focus))
    go_to (self, focus);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waymark_window_save (WAYMARK_WINDOW (widget), WAYMARK_AFTER_SAVE_NOTHING);
}

static void
save_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waymark_window_save_as (WAYMARK_WINDOW (widget), WAYMARK_AFTER_SAVE_NOTHING);
}

static void
close_window (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
check_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  OkrItem *item = waymark_session_get_selected (self->session);

  waymark_check_in_dialog_present (GTK_WINDOW (self), self->session, OKR_KEY_RESULT (item), NULL);
}

static void
edit_check_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);
  OkrItem *check_in = okr_plan_find_typed (get_plan (self), g_variant_get_string (parameter, NULL),
                                           OKR_TYPE_CHECK_IN);

  if (check_in != NULL)
    waymark_check_in_dialog_present (GTK_WINDOW (self), self->session,
                                     OKR_KEY_RESULT (okr_item_get_parent (check_in)),
                                     OKR_CHECK_IN (check_in));
}

static void
align (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  waymark_alignment_dialog_present (GTK_WINDOW (self), self->session,
                                    waymark_window_get_objective (self));
}

static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
clear_filters (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  waymark_session_set_attention (self->session, 0);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  waymark_session_set_search (self->session, "");
}

static void
toggle (GtkWidget *button)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

static void
toggle_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle (WAYMARK_WINDOW (widget)->sidebar_button);
}

static void
toggle_inspector (GtkWidget *widget, const char *name, GVariant *parameter)
{
  toggle (WAYMARK_WINDOW (widget)->inspector_button);
}

static void
show_inspector (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (WAYMARK_WINDOW (widget)->inspector_button),
                                TRUE);
}

static void
show_view (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (WAYMARK_WINDOW (widget)->views,
                                         g_variant_get_string (parameter, NULL));
}

static void
plan_properties (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  waymark_plan_dialog_present (GTK_WINDOW (self), self->session,
                               g_variant_get_string (parameter, NULL));
}

static void
version_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  waymark_versions_dialog_present (GTK_WINDOW (self), self->session,
                                   waymark_document_get_sha256 (self->document));
}

static void
cancel_loading (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
}

static void
keep_recovered (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waymark_window_keep_recovered (WAYMARK_WINDOW (widget));
}

static void
discard_recovered (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waymark_window_discard_recovered (WAYMARK_WINDOW (widget));
}

static void
settle_copies (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (g_str_equal (name, "win.merge-copy"))
    waymark_window_merge_copies (WAYMARK_WINDOW (widget));
  else
    waymark_window_put_off_copies (WAYMARK_WINDOW (widget));
}

/* Made when it is asked for, not at "gtk/help-overlay.ui", where GTK would make one for each window
 * and keep it unseen: see waymark_realize_unseen_windows(). */
static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/waymark/Waymark/ui/shortcuts.ui");
  GtkShortcutsWindow *shortcuts =
      GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  /* Only so it learns the keys of the actions. */
  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (widget), shortcuts);
  gtk_window_set_hide_on_close (GTK_WINDOW (shortcuts), FALSE);
  gtk_window_present (GTK_WINDOW (shortcuts));
}

#define EDITS (NEEDS_PLAN | NEEDS_EDITABLE)

static const Action actions[] = {
  { "win.undo", NULL, undo, NEEDS_UNDO, { "<Control>z" } },
  { "win.redo", NULL, redo, NEEDS_REDO, { "<Control><Shift>z", "<Control>y" } },
  { "win.save", NULL, save, NEEDS_MODIFIED, { "<Control>s" } },
  { "win.save-as", NULL, save_as, NEEDS_PLAN, { "<Control><Shift>s" } },
  { "win.close", NULL, close_window, NEEDS_NOTHING, { "<Control>w" } },
  { "win.check-in", NULL, check_in, EDITS | NEEDS_KEY_RESULT, { "<Control>Return" } },
  { "win.edit-check-in", "s", edit_check_in, EDITS, { NULL } },
  { "win.add-objective", NULL, waymark_window_add_objective, EDITS, { "<Control><Shift>o" } },
  { "win.add-key-result",
    NULL,
    waymark_window_add_key_result,
    EDITS | NEEDS_OBJECTIVE,
    { "<Control><Shift>k" } },
  { "win.add-initiative", NULL, waymark_window_add_initiative, EDITS | NEEDS_KEY_RESULT, { NULL } },
  { "win.add-milestone", NULL, waymark_window_add_milestone, EDITS | NEEDS_KEY_RESULT, { NULL } },
  { "win.delete", NULL, waymark_window_delete, EDITS | NEEDS_SELECTED, { NULL } },
  /* Its key is no accelerator, which would take it from the texts. */
  { "win.copy", NULL, waymark_window_copy, NEEDS_PLAN | NEEDS_SELECTED, { NULL } },
  { "win.duplicate", NULL, waymark_window_duplicate, EDITS | NEEDS_SELECTED, { "<Control>d" } },
  { "win.rename", NULL, waymark_window_rename_selected, EDITS | NEEDS_SELECTED, { "F2" } },
  { "win.move-up", NULL, waymark_window_move, EDITS | NEEDS_ABOVE, { "<Alt>Up" } },
  { "win.move-down", NULL, waymark_window_move, EDITS | NEEDS_BELOW, { "<Alt>Down" } },
  { "win.align", NULL, align, EDITS | NEEDS_OBJECTIVE, { "<Control>l" } },
  { "win.search", NULL, search, NEEDS_PLAN, { "<Control>f" } },
  { "win.next-hit", NULL, waymark_window_find_again, NEEDS_FILTER, { "<Control>g" } },
  { "win.previous-hit", NULL, waymark_window_find_again, NEEDS_FILTER, { "<Control><Shift>g" } },
  { "win.clear-filters", NULL, clear_filters, NEEDS_FILTER, { NULL } },
  { "win.toggle-sidebar", NULL, toggle_sidebar, NEEDS_PLAN, { "F9" } },
  { "win.toggle-inspector", NULL, toggle_inspector, NEEDS_PLAN, { "<Control>i" } },
  { "win.show-inspector", NULL, show_inspector, NEEDS_PLAN, { NULL } },
  { "win.view", "s", show_view, NEEDS_PLAN, { NULL } },
  { "win.export", NULL, waymark_window_export, NEEDS_PLAN, { NULL } },
  { "win.mail", NULL, waymark_window_mail, NEEDS_PLAN, { NULL } },
  { "win.print", NULL, waymark_window_print, NEEDS_PLAN, { "<Control>p" } },
  { "win.exported", "s", waymark_window_tell_exported, NEEDS_PLAN, { NULL } },
  { "win.open-exported", "s", waymark_window_open_exported, NEEDS_NOTHING, { NULL } },
  { "win.plan-properties", "s", plan_properties, NEEDS_PLAN, { NULL } },
  { "win.version-history", NULL, version_history, NEEDS_PLAN, { NULL } },
  { "win.changes", NULL, waymark_window_show_changes, NEEDS_PLAN, { NULL } },
  { "win.import", NULL, waymark_window_choose_table, NEEDS_ROOM, { NULL } },
  { "win.merge-with", NULL, waymark_window_merge_with, EDITS, { NULL } },
  { "win.review-merge", NULL, waymark_window_review_conflicts, EDITS | NEEDS_CONFLICTS, { NULL } },
  { "win.start-cycle", NULL, waymark_window_start_cycle, EDITS, { NULL } },
  { "win.cancel-loading", NULL, cancel_loading, NEEDS_NOTHING, { NULL } },
  { "win.keep-recovered", NULL, keep_recovered, NEEDS_PLAN, { NULL } },
  { "win.discard-recovered", NULL, discard_recovered, NEEDS_PLAN, { NULL } },
  { "win.merge-copy", NULL, settle_copies, EDITS, { NULL } },
  { "win.put-off-copies", NULL, settle_copies, NEEDS_PLAN, { NULL } },
  { "win.connect", NULL, waymark_window_connect, NEEDS_PLAN, { NULL } },
  { "win.show-help-overlay", NULL, show_shortcuts, NEEDS_NOTHING, { "<Control>question" } },
};

static Needs
find_offered_for_selected (WaymarkWindow *self)
{
  OkrItem *selected = waymark_session_get_selected (self->session);
  Needs offered = NEEDS_NOTHING;

  if (OKR_IS_OBJECTIVE (selected) || OKR_IS_KEY_RESULT (selected))
    offered |= NEEDS_SELECTED | NEEDS_OBJECTIVE;
  if (OKR_IS_KEY_RESULT (selected))
    offered |= NEEDS_KEY_RESULT;
  if (waymark_window_can_move (self, -1))
    offered |= NEEDS_ABOVE;
  if (waymark_window_can_move (self, 1))
    offered |= NEEDS_BELOW;

  return offered;
}

/* What the window has now, in the words of the table. */
static Needs
find_offered (WaymarkWindow *self)
{
  OkrPlan *plan = get_plan (self);
  Needs offered = NEEDS_NOTHING;

  if (plan == NULL)
    return self->loading == NULL ? NEEDS_ROOM : NEEDS_NOTHING;

  offered |= NEEDS_PLAN | find_offered_for_selected (self);
  if (okr_plan_get_read_only_reason (plan) == NULL)
    offered |= NEEDS_EDITABLE | NEEDS_ROOM;
  if (g_list_model_get_n_items (okr_plan_get_conflicts (plan)) > 0)
    offered |= NEEDS_CONFLICTS;
  if (okr_history_can_undo (okr_plan_get_history (plan)))
    offered |= NEEDS_UNDO;
  if (okr_history_can_redo (okr_plan_get_history (plan)))
    offered |= NEEDS_REDO;
  if (self->field_waits)
    offered |= NEEDS_UNDO | NEEDS_MODIFIED;
  if (waymark_session_is_filtered (self->session))
    offered |= NEEDS_FILTER;
  if (waymark_session_get_modified (self->session) ||
      waymark_session_get_file (self->session) == NULL)
    offered |= NEEDS_MODIFIED;

  return offered;
}

void
waymark_window_update_actions (WaymarkWindow *self)
{
  const Needs offered = find_offered (self);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                   (actions[i].needs & ~offered) == 0);
}

static void
field_waits (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WaymarkWindow *self = WAYMARK_WINDOW (widget);

  self->field_waits = g_variant_get_boolean (parameter);
  waymark_window_update_actions (self);
}

/* Whatever is done is done to the plan as the person sees it: with what is being typed. */
static void
activate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  waymark_field_finish_in (GTK_WINDOW (widget));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (g_str_equal (actions[i].name, name))
        actions[i].activate (widget, name, parameter);
    }
}

void
waymark_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, activate);
  gtk_widget_class_install_action (widget_class, "win.field-waits", "b", field_waits);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy", NULL);
}

void
waymark_window_set_accels (GtkApplication *application)
{
  static const char *const views[] = { "list", "tree", "alignment" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (actions[i].accels[0] != NULL)
        gtk_application_set_accels_for_action (application, actions[i].name, actions[i].accels);
    }
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.view::%s", views[i]);
      g_autofree char *accel = g_strdup_printf ("<Alt>%u", i + 1);
      const char *const accels[] = { accel, NULL };

      gtk_application_set_accels_for_action (application, action, accels);
    }
}
