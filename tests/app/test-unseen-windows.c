/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No window waits unseen and without a place on the accessibility bus: a screen reader that asks
 * for a window that has just gone would make GTK crash. */
#include "config.h"

#include <adwaita.h>

#include "test-plans.h"
#include "waymark-choose-file.h"
#include "waymark-unseen-windows.h"
#include "waymark-window.h"

#define ROOT_PATH "/org/a11y/atspi/accessible/root"

static GtkApplication *application;

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static void
on_answered_cb (GObject *bus, GAsyncResult *result, gpointer answer)
{
  g_autoptr (GError) error = NULL;

  *(GVariant **) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &error);
  g_assert_no_error (error);
}

/* The program that is asked may be this one. */
static GVariant *
ask (GDBusConnection *bus, const char *name, const char *path, const char *method,
     GVariant *parameters)
{
  const char *interface = "org.a11y.atspi.Accessible";
  GVariant *answer = NULL;

  g_dbus_connection_call (bus, name, path, interface, method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NONE, G_MAXINT, NULL, on_answered_cb, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);

  return answer;
}

static GDBusConnection *
connect_to_accessibility (void)
{
  const GDBusConnectionFlags flags = G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                     G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) answer = NULL;
  const char *address = NULL;
  GDBusConnection *bus;

  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                        "GetAddress", NULL, G_VARIANT_TYPE ("(s)"),
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(&s)", &address);
  bus = g_dbus_connection_new_for_address_sync (address, flags, NULL, NULL, &error);
  g_assert_no_error (error);

  return bus;
}

/* Asks this program, which is the only one there, as a screen reader does: the answer is the last
 * window that was made. GTK complains when it has no place. */
static void
ask_for_gone_window (void)
{
  g_autoptr (GDBusConnection) bus = connect_to_accessibility ();
  const char *name = NULL;
  const char *path = NULL;

  while (name == NULL)
    {
      g_autoptr (GVariant) programs =
          ask (bus, "org.a11y.atspi.Registry", ROOT_PATH, "GetChildren", NULL);
      g_autoptr (GVariant) list = g_variant_get_child_value (programs, 0);

      if (g_variant_n_children (list) > 0)
        g_variant_get_child (list, 0, "(&s&o)", &name, &path);
      if (name != NULL)
        {
          g_autoptr (GVariant) answer =
              ask (bus, name, path, "GetChildAtIndex", g_variant_new ("(i)", 99));

          g_variant_get (answer, "((&s&o))", NULL, &path);
          g_assert_cmpstr (path, !=, ROOT_PATH);
        }
    }
  g_assert_true (g_dbus_connection_close_sync (bus, NULL, NULL));
}

static void
assert_all_realized (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!gtk_widget_get_realized (window))
        g_error ("a %s waits unrealized", G_OBJECT_TYPE_NAME (window));
    }
  ask_for_gone_window ();
}

static WaymarkWindow *
open_window (void)
{
  WaymarkWindow *window = waymark_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  iterate ();

  return window;
}

static void
close_window (WaymarkWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate ();
  g_assert_null (window);
}

/* As GTK makes one for the progress of printing, which it may never show. */
static void
test_message (void)
{
  WaymarkWindow *window = open_window ();
  GtkWidget *message = gtk_message_dialog_new (GTK_WINDOW (window), 0, GTK_MESSAGE_OTHER,
                                               GTK_BUTTONS_CANCEL, "Preparing");

  waymark_realize_unseen_windows ();
  assert_all_realized ();
  g_assert_false (gtk_widget_get_visible (message));
  g_assert_false (gtk_widget_get_focusable (message));

  gtk_window_present (GTK_WINDOW (message));
  iterate ();
  gtk_widget_set_visible (message, FALSE);
  assert_all_realized ();
  g_assert_false (gtk_widget_get_focusable (message));

  gtk_window_destroy (GTK_WINDOW (message));
  close_window (window);
}

/* GTK shows the keyboard shortcuts only if it may make the window of them early, and keeps it. */
static void
test_shortcuts (void)
{
  WaymarkWindow *window = open_window ();
  GLogLevelFlags fatal;

  assert_all_realized ();
  g_assert_cmpuint (count_windows (), ==, 1);
  /* GTK 4.8 warns of the buttons of its own pages, which are measured before they have a label. */
  fatal = g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  for (guint i = 0; i < 2; i++)
    {
      GtkWindow *shortcuts;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
      iterate ();
      g_assert_cmpuint (count_windows (), ==, 2);
      assert_all_realized ();
      shortcuts =
          GTK_WINDOW (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (shortcuts)));
      gtk_window_close (shortcuts);
      iterate ();
      g_assert_cmpuint (count_windows (), ==, 1);
    }
  g_log_set_always_fatal (fatal);
  close_window (window);
}

/* What stands in for the portal of a desktop, on the bus of this test. */
typedef struct
{
  GDBusConnection *bus;
  guint object_id;
  guint name_id;
  gboolean ready;
  char *request; /* the chooser that it is asked to show */
  char *asker;
} Portal;

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_REQUEST "org.freedesktop.portal.Request"
#define PORTAL_XML                                          \
  "<node>"                                                  \
  "  <interface name='org.freedesktop.portal.FileChooser'>" \
  "    <method name='SaveFile'>"                            \
  "      <arg type='s' direction='in'/>"                    \
  "      <arg type='s' direction='in'/>"                    \
  "      <arg type='a{sv}' direction='in'/>"                \
  "      <arg type='o' direction='out'/>"                   \
  "    </method>"                                           \
  "  </interface>"                                          \
  "</node>"

/* The path of a request is for both sides to know from the start. */
static void
on_portal_called_cb (GDBusConnection *bus, const char *sender, const char *path,
                     const char *interface, const char *method, GVariant *parameters,
                     GDBusMethodInvocation *invocation, gpointer user_data)
{
  Portal *self = user_data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 2);
  g_autofree char *sender_part = g_strdelimit (g_strdup (sender + 1), ".", '_');
  const char *token = NULL;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  self->asker = g_strdup (sender);
  self->request = g_strconcat (PORTAL_PATH "/request/", sender_part, "/", token, NULL);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", self->request));
}

static void
on_name_acquired_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  ((Portal *) user_data)->ready = TRUE;
}

static void
portal_set_up (Portal *self, gconstpointer data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_portal_called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (PORTAL_XML, NULL);

  self->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_assert_nonnull (self->bus);
  self->object_id = g_dbus_connection_register_object (self->bus, PORTAL_PATH, node->interfaces[0],
                                                       &vtable, self, NULL, NULL);
  self->name_id = g_bus_own_name_on_connection (self->bus, PORTAL_NAME, G_BUS_NAME_OWNER_FLAGS_NONE,
                                                on_name_acquired_cb, NULL, self, NULL);
  while (!self->ready)
    g_main_context_iteration (NULL, TRUE);
}

static void
portal_tear_down (Portal *self, gconstpointer data)
{
  g_bus_unown_name (self->name_id);
  g_dbus_connection_unregister_object (self->bus, self->object_id);
  g_clear_pointer (&self->request, g_free);
  g_clear_pointer (&self->asker, g_free);
  g_clear_object (&self->bus);
}

static void
portal_cancel (Portal *self)
{
  const guint cancelled = 1;
  g_autoptr (GVariant) answer =
      g_variant_ref_sink (g_variant_new_parsed ("(%u, {'uris': <@as []>})", cancelled));

  g_assert_true (g_dbus_connection_emit_signal (self->bus, self->asker, self->request,
                                                PORTAL_REQUEST, "Response", answer, NULL));
}

static gboolean
on_late_cb (gpointer user_data)
{
  g_error ("the portal is not asked, or its answer does not come");

  return G_SOURCE_REMOVE;
}

static void
on_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = waymark_choose_file_finish (result);

  g_assert_null (file);
  *(gboolean *) user_data = TRUE;
}

/* Where a portal shows its chooser, GTK's own waits behind it. */
static void
test_file_chooser (Portal *portal, gconstpointer data)
{
  WaymarkWindow *window = open_window ();
  g_autoptr (GtkWidget) chooser = NULL;
  gboolean chosen = FALSE;
  const guint late_id = g_timeout_add_seconds (60, on_late_cb, NULL);

  waymark_choose_file_async (GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL,
                             "plan.okr", on_chosen_cb, &chosen);
  g_assert_cmpuint (count_windows (), ==, 2);
  while (portal->request == NULL)
    g_main_context_iteration (NULL, TRUE);
  chooser = g_list_model_get_item (gtk_window_get_toplevels (), 1);
  g_assert_false (gtk_widget_get_mapped (chooser));
  assert_all_realized ();
  g_clear_object (&chooser);

  portal_cancel (portal);
  while (!chosen)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_windows (), ==, 1);
  g_source_remove (late_id);
  close_window (window);
}

int
main (int argc, char **argv)
{
  int status;

  g_setenv ("GDK_DEBUG", "gl-disable,portals", TRUE);
  test_init (&argc, &argv);
  adw_init ();
  application = GTK_APPLICATION (
      adw_application_new (WAYMARK_APPLICATION_ID ".Test", G_APPLICATION_NON_UNIQUE));
  /* As in the program, for the sake of what GTK makes of files that it finds there. */
  g_application_set_resource_base_path (G_APPLICATION (application), "/io/github/waymark/Waymark");
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/unseen-windows/message", test_message);
  g_test_add_func ("/unseen-windows/shortcuts", test_shortcuts);
  g_test_add ("/unseen-windows/file-chooser", Portal, NULL, portal_set_up, test_file_chooser,
              portal_tear_down);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
