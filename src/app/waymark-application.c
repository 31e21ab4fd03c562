/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-application.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "waymark-choose-file.h"
#include "waymark-new-plan-dialog.h"
#include "waymark-recent.h"
#include "waymark-recovery.h"
#include "waymark-version-keeper.h"
#include "waymark-window.h"

struct _WaymarkApplication
{
  AdwApplication parent_instance;

  guint n_recovering; /* what has to be done before anything else is opened */
  guint patience_timer;
  GPtrArray *waiting_files;
  gboolean waits_to_activate;
};

#define PATIENCE 3 /* s: a share that does not answer must not keep the program from starting */

G_DEFINE_FINAL_TYPE (WaymarkApplication, waymark_application, ADW_TYPE_APPLICATION)

static WaymarkWindow *
get_active (WaymarkApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !WAYMARK_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);

  return (WaymarkWindow *) window;
}

static WaymarkWindow *
find_window (WaymarkApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (WAYMARK_IS_WINDOW (l->data) && waymark_window_has_file (l->data, file))
        return l->data;
    }

  return NULL;
}

static WaymarkWindow *
get_empty_window (WaymarkApplication *self)
{
  WaymarkWindow *active = get_active (self);

  if (active != NULL && waymark_window_is_empty (active))
    return active;

  return waymark_window_new (GTK_APPLICATION (self));
}

static void
open_file (WaymarkApplication *self, GFile *file)
{
  WaymarkWindow *window = find_window (self, file);

  if (window == NULL && waymark_window_is_table (file))
    {
      window = get_empty_window (self);
      gtk_window_present (GTK_WINDOW (window));
      waymark_window_import (window, file);
      return;
    }
  if (window == NULL)
    {
      window = get_empty_window (self);
      waymark_window_open (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WaymarkApplication *self = user_data;
  g_autoptr (GFile) file = waymark_choose_file_finish (result);

  if (file != NULL)
    open_file (self, file);
}

static void
on_open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  WaymarkApplication *self = user_data;
  WaymarkWindow *window = get_active (self);
  GFile *beside =
      window != NULL ? waymark_session_get_file (waymark_window_get_session (window)) : NULL;

  waymark_choose_file_async ((GtkWindow *) window, GTK_FILE_CHOOSER_ACTION_OPEN, beside, NULL, NULL,
                             on_file_chosen_cb, self);
}

static void
on_plan_made_cb (OkrPlan *made, gpointer user_data)
{
  g_autoptr (OkrPlan) plan = made;
  WaymarkWindow *window = get_empty_window (user_data);

  waymark_window_take_plan (window, plan);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_new_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  WaymarkApplication *self = user_data;

  waymark_new_plan_dialog_present ((GtkWindow *) get_active (self), on_plan_made_cb, self);
}

static void
on_new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (waymark_window_new (user_data)));
}

static void
on_open_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_file (user_data, file);
}

static void
on_clear_recent_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  waymark_recent_clear ();
}

static GFile *
find_example (void)
{
  const char *const *folders = g_get_system_data_dirs ();

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *installed =
          g_build_filename (folders[i], "waymark", "examples", "northwind-q1.okr", NULL);
      g_autofree char *in_tree =
          g_build_filename (folders[i], "examples", "northwind-q1.okr", NULL);

      if (g_file_test (installed, G_FILE_TEST_IS_REGULAR))
        return g_file_new_for_path (installed);
      if (g_file_test (in_tree, G_FILE_TEST_IS_REGULAR))
        return g_file_new_for_path (in_tree);
    }

  return g_file_new_build_filename (WAYMARK_DATA_DIR, "examples", "northwind-q1.okr", NULL);
}

static void
on_open_example_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  WaymarkWindow *window = get_empty_window (user_data);
  g_autoptr (GFile) file = find_example ();

  waymark_window_open_example (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const developers[] = { "The Waymark contributors", NULL };

  adw_show_about_window (
      (GtkWindow *) get_active (user_data), "application-name", "Waymark", "application-icon",
      WAYMARK_APPLICATION_ID, "version", WAYMARK_VERSION, "developers", developers, "license-type",
      GTK_LICENSE_GPL_3_0, "comments",
      _ ("Plan a quarter with objectives and key results, in a file of your own."),
      /* Translators: put your names here, one per line */
      "translator-credits", _ ("translator-credits"), NULL);
}

static void
on_quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autolist (GtkWindow) windows =
      g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (user_data)),
                        (GCopyFunc) (void (*) (void)) g_object_ref, NULL);

  /* Each window asks about its own unsaved work; the program ends with the last. Dialogs go with
   * the windows that they belong to. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = on_new_cb },
  { .name = "new-window", .activate = on_new_window_cb },
  { .name = "open", .activate = on_open_cb },
  { .name = "open-recent", .activate = on_open_recent_cb, .parameter_type = "s" },
  { .name = "clear-recent", .activate = on_clear_recent_cb },
  { .name = "open-example", .activate = on_open_example_cb },
  { .name = "about", .activate = on_about_cb },
  { .name = "quit", .activate = on_quit_cb },
};

static gboolean
is_starting (WaymarkApplication *self)
{
  return self->waiting_files != NULL;
}

static void
waymark_application_activate (GApplication *application)
{
  WaymarkApplication *self = WAYMARK_APPLICATION (application);
  WaymarkWindow *window = get_active (self);

  if (is_starting (self))
    {
      self->waits_to_activate = TRUE;
      return;
    }
  if (window == NULL)
    window = waymark_window_new (GTK_APPLICATION (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
waymark_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  WaymarkApplication *self = WAYMARK_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      if (is_starting (self))
        g_ptr_array_add (self->waiting_files, g_object_ref (files[i]));
      else
        open_file (self, files[i]);
    }
}

/* What was asked for while the work of the last time was brought back. A file that has come back
 * with it is only shown. */
static void
end_start (WaymarkApplication *self)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->waiting_files);

  if (files == NULL)
    return;

  g_clear_handle_id (&self->patience_timer, g_source_remove);
  for (guint i = 0; i < files->len; i++)
    open_file (self, g_ptr_array_index (files, i));
  if (self->waits_to_activate && get_active (self) == NULL)
    g_application_activate (G_APPLICATION (self));
  g_application_release (G_APPLICATION (self));
}

static gboolean
on_patience_cb (gpointer user_data)
{
  WaymarkApplication *self = user_data;

  self->patience_timer = 0;
  end_start (self);

  return G_SOURCE_REMOVE;
}

static void
end_one_recovery (WaymarkApplication *self)
{
  self->n_recovering--;
  if (self->n_recovering == 0)
    end_start (self);
}

static void
on_draft_judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkApplication) self = user_data;
  g_autoptr (WaymarkRecovery) recovery = waymark_recovery_judge_finish (result);

  if (recovery->state != WAYMARK_RECOVERY_NEEDLESS)
    {
      WaymarkWindow *window = get_empty_window (self);

      gtk_window_present (GTK_WINDOW (window));
      waymark_window_recover (window, recovery);
    }
  end_one_recovery (self);
}

static void
on_drafts_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaymarkApplication) self = user_data;
  g_autoptr (GPtrArray) drafts = waymark_recovery_find_finish (result);

  for (guint i = 0; i < drafts->len; i++)
    {
      self->n_recovering++;
      waymark_recovery_judge_async (g_ptr_array_index (drafts, i), on_draft_judged_cb,
                                    g_object_ref (self));
    }
  end_one_recovery (self);
}

static void
start_recovery (WaymarkApplication *self)
{
  self->waiting_files = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_recovering = 1;
  self->patience_timer = g_timeout_add_seconds (PATIENCE, on_patience_cb, self);
  g_application_hold (G_APPLICATION (self));
  waymark_recovery_find_async (on_drafts_found_cb, g_object_ref (self));
}

static void
for_each_window (WaymarkApplication *self, void (*function) (WaymarkWindow *window))
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (WAYMARK_IS_WINDOW (l->data))
        function (l->data);
    }
}

static void
write_drafts (WaymarkApplication *self)
{
  for_each_window (self, waymark_window_write_draft);
}

static gboolean
on_end_signal_cb (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));

  return G_SOURCE_CONTINUE;
}

/* A signal or the end of the session has left windows, and nobody is there to be asked: the drafts
 * bring everything back at the next start. */
static void
waymark_application_shutdown (GApplication *application)
{
  WaymarkApplication *self = WAYMARK_APPLICATION (application);

  write_drafts (self);
  for_each_window (self, waymark_window_leave_now);
  waymark_version_keeper_finish ();

  G_APPLICATION_CLASS (waymark_application_parent_class)->shutdown (application);
}

static void
waymark_application_startup (GApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } shortcuts[] = {
    { "app.new", { "<Control>n" } },
    { "app.open", { "<Control>o" } },
    { "app.quit", { "<Control>q" } },
  };
  static const int end_signals[] = { SIGTERM, SIGINT, SIGHUP };

  G_APPLICATION_CLASS (waymark_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (WAYMARK_APPLICATION_ID);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           shortcuts[i].accels);
  waymark_window_set_accels (GTK_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (end_signals); i++)
    g_unix_signal_add (end_signals[i], on_end_signal_cb, application);
  g_signal_connect (application, "query-end", G_CALLBACK (write_drafts), NULL);
  start_recovery (WAYMARK_APPLICATION (application));
}

static int
waymark_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Waymark %s\n", WAYMARK_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "new-window"))
    {
      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
      return g_application_get_is_remote (application) ? 0 : -1;
    }

  return -1;
}

static void
waymark_application_class_init (WaymarkApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = waymark_application_activate;
  application_class->open = waymark_application_open;
  application_class->startup = waymark_application_startup;
  application_class->shutdown = waymark_application_shutdown;
  application_class->handle_local_options = waymark_application_handle_local_options;
}

static void
waymark_application_init (WaymarkApplication *self)
{
  static const GOptionEntry options[] = {
    { "new-window", 'w', 0, G_OPTION_ARG_NONE, NULL, N_ ("Open another window"), NULL },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

WaymarkApplication *
waymark_application_new (void)
{
  return g_object_new (WAYMARK_TYPE_APPLICATION, "application-id", WAYMARK_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/waymark/Waymark", "register-session", TRUE, NULL);
}
