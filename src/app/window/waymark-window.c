/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-window.h"

#include <glib/gi18n.h>

#include "waymark-field.h"
#include "waymark-inspector.h"
#include "waymark-names.h"
#include "waymark-sidebar.h"
#include "waymark-step-toast.h"
#include "waymark-text.h"
#include "waymark-window-private.h"

/* In pixels of text at its usual size, for larger text asks for more room. */
#define NARROW_WIDTH 900 /* at most this wide, sidebar and inspector lie over the view */
#define SLIM_WIDTH 500   /* at most this wide, the header holds only what it must */

G_DEFINE_FINAL_TYPE (WaymarkWindow, waymark_window, ADW_TYPE_APPLICATION_WINDOW)

/* An underscore in a step's name is no mnemonic. */
static char *
escape_mnemonics (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static char *
format_undo (OkrHistory *history)
{
  const char *step = history != NULL ? okr_history_get_undo_label (history) : NULL;
  g_autofree char *escaped = step != NULL ? escape_mnemonics (step) : NULL;

  /* Translators: the name of a step, such as "Delete Key Result" */
  return escaped != NULL ? g_strdup_printf (_ ("_Undo: %s"), escaped) : g_strdup (_ ("_Undo"));
}

static char *
format_redo (OkrHistory *history)
{
  const char *step = history != NULL ? okr_history_get_redo_label (history) : NULL;
  g_autofree char *escaped = step != NULL ? escape_mnemonics (step) : NULL;

  /* Translators: the name of a step, such as "Delete Key Result" */
  return escaped != NULL ? g_strdup_printf (_ ("_Redo: %s"), escaped) : g_strdup (_ ("_Redo"));
}

static void
update_undo_menu (WaymarkWindow *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  OkrHistory *history = plan != NULL ? okr_plan_get_history (plan) : NULL;
  g_autofree char *undo = format_undo (history);
  g_autofree char *redo = format_redo (history);

  g_menu_remove_all (self->undo_section);
  g_menu_append (self->undo_section, undo, "win.undo");
  g_menu_append (self->undo_section, redo, "win.redo");
}

static void
update_title (WaymarkWindow *self)
{
  GFile *file = waymark_session_get_file (self->session);
  g_autofree char *title = waymark_session_dup_title (self->session);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;
  g_autofree char *full = NULL;
  const gboolean modified = waymark_session_get_modified (self->session);

  if (waymark_session_get_plan (self->session) == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), "Waymark");
      adw_view_switcher_title_set_title (self->switcher_title, "Waymark");
      adw_view_switcher_title_set_subtitle (self->switcher_title, "");
      return;
    }

  full = g_strdup_printf ("%s%s%s%s", modified ? "• " : "", title, shown != NULL ? " — " : "",
                          shown != NULL ? shown : "");
  gtk_window_set_title (GTK_WINDOW (self), full);
  adw_view_switcher_title_set_title (self->switcher_title, title);
  adw_view_switcher_title_set_subtitle (self->switcher_title, modified
                                                                  ? _ ("Changes not saved")
                                                                  : (shown != NULL ? shown : ""));
}

/* All that the frame shows of the session and the document. */
static void
update_frame (WaymarkWindow *self)
{
  const gboolean has_plan = waymark_session_get_plan (self->session) != NULL;

  update_title (self);
  update_undo_menu (self);
  waymark_window_update_banners (self);
  waymark_window_update_actions (self);
  gtk_widget_set_visible (self->sidebar_button, has_plan);
  gtk_widget_set_visible (self->inspector_button, has_plan);
  gtk_widget_set_visible (self->search_button, has_plan && !self->is_slim);
  gtk_widget_set_visible (self->add_button, has_plan);
  gtk_widget_set_visible (self->save_button, has_plan && !self->is_slim &&
                                                 waymark_session_get_modified (self->session));
  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, has_plan);
}

static void
update_bottom_bar (WaymarkWindow *self)
{
  adw_view_switcher_bar_set_reveal (
      self->switcher_bar, waymark_session_get_plan (self->session) != NULL &&
                              adw_view_switcher_title_get_title_visible (self->switcher_title));
}

static void
update_folding (WaymarkWindow *self, int width)
{
  const double usual = width / MAX (1, waymark_text_get_scale (GTK_WIDGET (self)));
  const gboolean slim = usual <= SLIM_WIDTH;
  const gboolean narrow = usual <= NARROW_WIDTH;
  const AdwFlapFoldPolicy policy =
      narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER;

  if (self->is_slim != slim)
    {
      self->is_slim = slim;
      if (slim)
        gtk_widget_add_css_class (GTK_WIDGET (self), "waymark-slim");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "waymark-slim");
      update_frame (self);
    }
  if (narrow == self->is_narrow)
    return;

  /* What covers the view must not be there unasked; what stood beside it comes back. */
  if (narrow)
    {
      self->is_narrow = TRUE;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sidebar_button), FALSE);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->inspector_button), FALSE);
    }
  adw_flap_set_fold_policy (self->sidebar_flap, policy);
  adw_flap_set_fold_policy (self->inspector_flap, policy);
  if (!narrow)
    {
      self->is_narrow = FALSE;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sidebar_button),
                                    g_settings_get_boolean (self->settings, "sidebar-visible"));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->inspector_button),
                                    g_settings_get_boolean (self->settings, "inspector-visible"));
    }
}

static void
on_pane_toggled_cb (GtkToggleButton *button, WaymarkWindow *self)
{
  const gboolean is_sidebar = GTK_WIDGET (button) == self->sidebar_button;
  GtkWidget *other = is_sidebar ? self->inspector_button : self->sidebar_button;

  if (!self->is_narrow)
    g_settings_set_boolean (self->settings, is_sidebar ? "sidebar-visible" : "inspector-visible",
                            gtk_toggle_button_get_active (button));
  else if (gtk_toggle_button_get_active (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), FALSE);
}

static void
on_surface_layout_cb (WaymarkWindow *self, int width, int height)
{
  update_folding (self, width);
}

static gboolean
on_update_idle_cb (gpointer user_data)
{
  WaymarkWindow *self = user_data;

  self->update_idle = 0;
  update_frame (self);

  return G_SOURCE_REMOVE;
}

/* The history tells of each of its properties: the frame follows once, before the next drawing. */
static void
on_history_changed_cb (WaymarkWindow *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_update_idle_cb, self, NULL);
}

static void
on_plan_changed_cb (WaymarkWindow *self)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);

  if (plan != NULL)
    {
      g_signal_connect_object (okr_plan_get_history (plan), "notify",
                               G_CALLBACK (on_history_changed_cb), self, G_CONNECT_SWAPPED);
      waymark_window_show_page (self, "plan");
    }
  update_frame (self);
  update_bottom_bar (self);
}

static void
on_search_changed_cb (WaymarkWindow *self)
{
  waymark_session_set_search (self->session,
                              gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
on_session_search_cb (WaymarkWindow *self)
{
  const char *search = waymark_session_get_search (self->session);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), search) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), search);
}

static void
on_filter_changed_cb (WaymarkWindow *self)
{
  waymark_window_update_search_count (self);
  waymark_window_update_actions (self);
}

static gboolean
on_day_timer_cb (gpointer user_data)
{
  WaymarkWindow *self = user_data;
  OkrPlan *plan = waymark_session_get_plan (self->session);

  if (plan != NULL)
    okr_plan_set_today (plan, okr_day_today ());

  return G_SOURCE_CONTINUE;
}

static gboolean
on_drop_cb (WaymarkWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  waymark_window_take_files (self, files);

  return files != NULL;
}

static gboolean
on_delete_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return gtk_widget_activate_action (widget, "win.delete", NULL);
}

/* The keyboard begins where the work begins, not at the first button of the header. */
static void
focus_page (WaymarkWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);

  if (g_str_equal (page, "welcome"))
    gtk_widget_grab_focus (self->new_button);
  else if (g_str_equal (page, "plan"))
    gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->views));
}

void
waymark_window_show_page (WaymarkWindow *self, const char *page)
{
  const gboolean is_loading =
      g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "loading") == 0;

  /* What was waited for is shown at once. */
  gtk_stack_set_visible_child_full (self->pages, page,
                                    is_loading ? GTK_STACK_TRANSITION_TYPE_NONE
                                               : gtk_stack_get_transition_type (self->pages));
  focus_page (self);
  waymark_window_update_recent (self);
}

void
waymark_window_show_toast (WaymarkWindow *self, const char *message, gboolean can_undo)
{
  OkrPlan *plan = waymark_session_get_plan (self->session);
  OkrHistory *history = can_undo && plan != NULL ? okr_plan_get_history (plan) : NULL;
  AdwToast *toast = waymark_step_toast_new (message, history);

  if (history != NULL)
    adw_toast_set_action_name (toast, "win.undo");
  waymark_step_toast_show (toast, self->toasts);
}

/* Files go without a word. */
static void
on_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  waymark_window_update_recent (user_data);
}

static void
on_problem_cb (WaymarkWindow *self, const char *message)
{
  waymark_window_show_toast (self, message, FALSE);
}

static gboolean
waymark_window_close_request (GtkWindow *window)
{
  WaymarkWindow *self = WAYMARK_WINDOW (window);
  gboolean maximized = gtk_window_is_maximized (window);
  int width;
  int height;

  waymark_field_finish_in (window);
  if (waymark_window_ask_before_close (self))
    return GDK_EVENT_STOP;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (!maximized)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }

  return GTK_WINDOW_CLASS (waymark_window_parent_class)->close_request (window);
}

static void
waymark_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (waymark_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                           G_CALLBACK (on_surface_layout_cb), widget, G_CONNECT_SWAPPED);
}

static void
waymark_window_dispose (GObject *object)
{
  WaymarkWindow *self = WAYMARK_WINDOW (object);

  g_clear_handle_id (&self->day_timer, g_source_remove);
  g_clear_handle_id (&self->update_idle, g_source_remove);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->loading_file);
  waymark_window_forget_tables (self);
  waymark_window_dispose_sharing (self);
  g_clear_object (&self->cycle_signals);
  if (self->draft_keeper != NULL)
    waymark_draft_keeper_stop (self->draft_keeper);
  g_clear_object (&self->draft_keeper);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (waymark_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, views);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, sidebar_flap);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, search_count);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, notice_banner);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, recovery_banner);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, draft_banner);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, cycle_banner);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, loading_spinner);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, recent_list);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, open_section);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, list_view);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, tree_view);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, alignment_view);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WaymarkWindow, inspector);
  waymark_window_bind_sharing (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  waymark_window_bind_search (widget_class);
}

static void
waymark_window_class_init (WaymarkWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = waymark_window_dispose;
  widget_class->realize = waymark_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = waymark_window_close_request;

  g_type_ensure (WAYMARK_TYPE_BANNER);
  g_type_ensure (WAYMARK_TYPE_LIST_VIEW);
  g_type_ensure (WAYMARK_TYPE_TREE_VIEW);
  g_type_ensure (WAYMARK_TYPE_ALIGNMENT_VIEW);
  g_type_ensure (WAYMARK_TYPE_SIDEBAR);
  g_type_ensure (WAYMARK_TYPE_INSPECTOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/ui/waymark-window.ui");
  bind_children (widget_class);
  waymark_window_install_actions (widget_class);
}

static void
connect_session (WaymarkWindow *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } signals[] = {
    { "notify::plan", G_CALLBACK (on_plan_changed_cb) },
    { "notify::title", G_CALLBACK (update_title) },
    { "notify::file", G_CALLBACK (update_frame) },
    { "notify::modified", G_CALLBACK (update_frame) },
    { "notify::selected", G_CALLBACK (waymark_window_update_actions) },
    { "notify::search", G_CALLBACK (on_session_search_cb) },
    { "filter-changed", G_CALLBACK (on_filter_changed_cb) },
  };
  /* Dialogs come first. */
  const GConnectFlags last = G_CONNECT_SWAPPED | G_CONNECT_AFTER;

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->session, signals[i].signal, signals[i].callback, self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "problem", G_CALLBACK (on_problem_cb), self, last);
  g_signal_connect_object (self->session, "message",
                           G_CALLBACK (waymark_window_show_toast), self, last);
}

static void
add_controllers (WaymarkWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect_swapped (drop, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  /* On the way up, so that Delete in an entry deletes a character. */
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                        gtk_callback_action_new (on_delete_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->views), keys);
}

static void
restore_state (WaymarkWindow *self)
{
  g_autofree char *view = g_settings_get_string (self->settings, "view");
  const int width = g_settings_get_int (self->settings, "window-width");

  gtk_window_set_default_size (GTK_WINDOW (self), width,
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  if (adw_view_stack_get_child_by_name (self->views, view) != NULL)
    adw_view_stack_set_visible_child_name (self->views, view);
  g_settings_bind (self->settings, "view", self->views, "visible-child-name", G_SETTINGS_BIND_SET);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->sidebar_button),
                                g_settings_get_boolean (self->settings, "sidebar-visible"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->inspector_button),
                                g_settings_get_boolean (self->settings, "inspector-visible"));
  g_signal_connect (self->sidebar_button, "toggled", G_CALLBACK (on_pane_toggled_cb), self);
  g_signal_connect (self->inspector_button, "toggled", G_CALLBACK (on_pane_toggled_cb), self);
  update_folding (self, width);
}

static void
waymark_window_init (WaymarkWindow *self)
{
  self->session = waymark_session_new ();
  self->document = waymark_document_new (self->session);
  self->settings = g_settings_new (WAYMARK_APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));

  waymark_names_set_parts (GTK_WIDGET (self), ADW_TYPE_VIEW_SWITCHER, _ ("Views"));
  waymark_names_set_parts (self->add_button, GTK_TYPE_MENU_BUTTON, _ ("Add Something Else"));
  waymark_names_set (gtk_widget_get_first_child (self->add_button), _ ("Add Objective"));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_object_set (self->list_view, "session", self->session, NULL);
  g_object_set (self->tree_view, "session", self->session, NULL);
  g_object_set (self->alignment_view, "session", self->session, NULL);
  g_object_set (self->sidebar, "session", self->session, NULL);
  g_object_set (self->inspector, "session", self->session, NULL);
  connect_session (self);
  waymark_window_init_drafts (self);
  waymark_window_init_sharing (self);
  waymark_window_init_cycle (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (waymark_window_update_recent), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->menu_button, on_menu_cb, self, NULL);
  add_controllers (self);
  restore_state (self);
  g_signal_connect_object (self->switcher_title, "notify::title-visible",
                           G_CALLBACK (update_bottom_bar), self, G_CONNECT_SWAPPED);
  self->day_timer = g_timeout_add_seconds (60, on_day_timer_cb, self);
  waymark_window_show_page (self, "welcome");
  update_frame (self);
  update_bottom_bar (self);
}

WaymarkWindow *
waymark_window_new (GtkApplication *application)
{
  WaymarkWindow *self = g_object_new (WAYMARK_TYPE_WINDOW, "application", application, NULL);

  focus_page (self); /* now that the buttons have the actions which the application brings */
  return self;
}

WaymarkSession *
waymark_window_get_session (WaymarkWindow *self)
{
  g_return_val_if_fail (WAYMARK_IS_WINDOW (self), NULL);

  return self->session;
}
