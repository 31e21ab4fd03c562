/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who else has a file open: two sessions with the same one, and the header of a window. */
#include "config.h"

#include <glib/gstdio.h>

#include "okr-presence.h"
#include "waymark-presence.h"
#include "window-fixture.h"

#define PATIENCE (60 * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  GFile *file;
  OkrPlan *plan;
} Desk;

static GtkMenuButton *
get_button (WaymarkWindow *window)
{
  GObject *button = gtk_widget_get_template_child (GTK_WIDGET (window), WAYMARK_TYPE_WINDOW,
                                                   "presence_button");

  return GTK_MENU_BUTTON (button);
}

static void
assert_others (WaymarkPresence *presence, const char *expected)
{
  const gint64 began = g_get_monotonic_time ();
  g_autofree char *text = waymark_presence_dup_text (presence);

  while (g_strcmp0 (text, expected) != 0 && g_get_monotonic_time () - began < PATIENCE)
    {
      waymark_presence_look (presence);
      g_main_context_iteration (NULL, TRUE);
      g_free (text);
      text = waymark_presence_dup_text (presence);
    }
  g_assert_cmpstr (text, ==, expected);
}

static guint
count_announcements (Desk *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    n += g_str_has_prefix (name, ".~lock.plan.okr.") ? 1 : 0;

  return n;
}

static void
wait_for_announcements (Desk *self, guint expected)
{
  const gint64 began = g_get_monotonic_time ();

  while (count_announcements (self) != expected)
    {
      g_assert_cmpint (g_get_monotonic_time () - began, <, PATIENCE);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static WaymarkSession *
open_session (Desk *self)
{
  WaymarkSession *session = waymark_session_new ();

  waymark_session_set_file (session, self->file);
  waymark_session_set_plan (session, self->plan);

  return session;
}

static void
close_session (WaymarkPresence *presence, WaymarkSession *session)
{
  waymark_presence_stop (presence);
  g_object_add_weak_pointer (G_OBJECT (presence), (gpointer *) &presence);
  g_object_unref (presence);
  while (presence != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (session);
}

static void
set_up (Desk *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  self->file = g_file_new_build_filename (self->folder, "plan.okr", NULL);
  self->plan = test_small_plan ();
}

static void
tear_down (Desk *self, gconstpointer data)
{
  wait_for_announcements (self, 0);
  test_finalize (self->plan);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_object_unref (self->file);
}

static void
test_two (Desk *self, gconstpointer data)
{
  WaymarkSession *one = open_session (self);
  WaymarkSession *two = open_session (self);
  WaymarkPresence *anna = waymark_presence_new (one);
  WaymarkPresence *bert = waymark_presence_new (two);

  waymark_presence_set_person (anna, "Anna Roth");
  waymark_presence_set_person (bert, "Bert Lind");
  assert_others (anna, "Bert Lind has this plan open, too");
  assert_others (bert, "Anna Roth has this plan open, too");

  close_session (bert, two);
  assert_others (anna, NULL);
  g_assert_cmpuint (count_announcements (self), ==, 1);
  close_session (anna, one);
}

static void
test_several (Desk *self, gconstpointer data)
{
  WaymarkSession *session = open_session (self);
  WaymarkPresence *presence = waymark_presence_new (session);
  g_autoptr (OkrPresence) bert = okr_presence_new (self->file, "Bert Lind");
  g_autoptr (OkrPresence) carla = okr_presence_new (self->file, "Carla Diaz");

  g_assert_true (okr_presence_announce (carla));
  g_assert_true (okr_presence_announce (bert));
  assert_others (presence, "Bert Lind, Carla Diaz have this plan open, too");
  okr_presence_leave (carla);
  okr_presence_leave (bert);
  assert_others (presence, NULL);
  close_session (presence, session);
}

/* Another file, no file, the same again: only what is open is announced. */
static void
test_follow (Desk *self, gconstpointer data)
{
  WaymarkSession *session = open_session (self);
  WaymarkPresence *presence = waymark_presence_new (session);
  g_autoptr (OkrPresence) bert = okr_presence_new (self->file, "Bert Lind");

  g_assert_true (okr_presence_announce (bert));
  assert_others (presence, "Bert Lind has this plan open, too");
  wait_for_announcements (self, 2);
  waymark_session_set_file (session, NULL);
  wait_for_announcements (self, 1);
  assert_others (presence, NULL);
  waymark_session_set_file (session, self->file);
  wait_for_announcements (self, 2);
  assert_others (presence, "Bert Lind has this plan open, too");

  /* As an example is opened: it has a file for a moment. */
  waymark_session_set_file (session, NULL);
  wait_for_announcements (self, 1);
  waymark_session_set_file (session, self->file);
  waymark_session_set_file (session, NULL);
  iterate ();
  g_assert_cmpuint (count_announcements (self), ==, 1);
  okr_presence_leave (bert);
  close_session (presence, session);
}

/* The program ends at once, and even so nothing is left behind. */
static void
test_stop_now (Desk *self, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      WaymarkSession *session = open_session (self);
      WaymarkPresence *presence = waymark_presence_new (session);

      if (i > 0)
        iterate ();
      if (i > 1)
        wait_for_announcements (self, 1);
      waymark_presence_stop_now (presence, PATIENCE);
      g_assert_cmpuint (count_announcements (self), ==, 0);
      close_session (presence, session);
    }
}

/* Where nothing can be written there is nothing to see, and no complaint. */
static void
test_gone_folder (Desk *self, gconstpointer data)
{
  g_autoptr (GFile) away = g_file_new_build_filename (self->folder, "away", "plan.okr", NULL);
  WaymarkSession *session = open_session (self);
  WaymarkPresence *presence = waymark_presence_new (session);

  waymark_session_set_file (session, away);
  iterate ();
  waymark_presence_stop_now (presence, PATIENCE);
  g_assert_cmpuint (count_announcements (self), ==, 0);
  close_session (presence, session);
}

static void
test_window (Desk *self, gconstpointer data)
{
  const gint64 began = g_get_monotonic_time ();
  WaymarkWindow *window = open_window (self->plan);
  GtkWidget *button = GTK_WIDGET (get_button (window));
  g_autoptr (OkrPresence) bert = okr_presence_new (self->file, "Bert <Lind>");

  g_assert_false (gtk_widget_get_visible (button));
  g_assert_true (okr_presence_announce (bert));
  waymark_session_set_file (waymark_window_get_session (window), self->file);
  while (!gtk_widget_get_visible (button) && g_get_monotonic_time () - began < PATIENCE)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==,
                   "Bert <Lind> has this plan open, too");

  /* The last one goes while nobody looks. */
  okr_presence_leave (bert);
  waymark_session_set_file (waymark_window_get_session (window), NULL);
  iterate ();
  g_assert_false (gtk_widget_get_visible (button));
  wait_for_announcements (self, 0);
  close_window (window);
}

static void
add (const char *path, void (*function) (Desk *, gconstpointer))
{
  g_test_add (path, Desk, NULL, set_up, function, tear_down);
}

static void
add_tests (void)
{
  add ("/presence/two", test_two);
  add ("/presence/several", test_several);
  add ("/presence/follow", test_follow);
  add ("/presence/stop-now", test_stop_now);
  add ("/presence/gone-folder", test_gone_folder);
  add ("/presence/window", test_window);
}

int
main (int argc, char **argv)
{
  return run_window_tests (argc, argv, add_tests);
}
