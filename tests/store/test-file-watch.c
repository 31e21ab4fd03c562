/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-file-watch.h"
#include "temp-folder.h"

#define DEADLINE_MS 60000

typedef struct
{
  char *folder;
  GFile *file;
  OkrFileWatch *watch;
  int state;
  guint n_found;
  char *text;
} Fixture;

static void
on_found_cb (OkrFileWatch *watch, int state, GBytes *bytes, const char *sha256, Fixture *fixture)
{
  fixture->state = state;
  fixture->n_found++;
  g_clear_pointer (&fixture->text, g_free);
  g_assert_true ((bytes == NULL) == (sha256 == NULL));
  if (bytes != NULL)
    fixture->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sha256 = sha256_of ("known");

  fixture->folder = make_folder ();
  fixture->file = file_in (fixture->folder, "Q1.okr");
  put (fixture->file, "known");
  fixture->watch = okr_file_watch_new (fixture->file, sha256);
  fixture->state = -1;
  g_signal_connect (fixture->watch, "found", G_CALLBACK (on_found_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  okr_file_watch_stop (fixture->watch);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->watch);
  g_object_unref (fixture->file);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->text);
}

static gboolean
on_deadline_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_for (Fixture *fixture, OkrFileState state, const char *text)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add (DEADLINE_MS, on_deadline_cb, &late);

  while (!late && (fixture->state != (int) state || g_strcmp0 (fixture->text, text) != 0))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sha256 = sha256_of ("two");
  g_autoptr (GFile) other = file_in (fixture->folder, "other");

  put (fixture->file, "one");
  wait_for (fixture, OKR_FILE_STATE_CHANGED, "one");
  put (other, "two");
  g_assert_cmpint (g_rename (g_file_peek_path (other), g_file_peek_path (fixture->file)), ==, 0);
  wait_for (fixture, OKR_FILE_STATE_CHANGED, "two");
  okr_file_watch_set_known (fixture->watch, sha256);
  g_assert_cmpint (g_remove (g_file_peek_path (fixture->file)), ==, 0);
  wait_for (fixture, OKR_FILE_STATE_GONE, NULL);
  put (fixture->file, "two");
  wait_for (fixture, OKR_FILE_STATE_SAME, "two");
  g_assert_cmpint (g_remove (g_file_peek_path (fixture->file)), ==, 0);
  g_assert_cmpint (g_mkdir (g_file_peek_path (fixture->file), 0700), ==, 0);
  wait_for (fixture, OKR_FILE_STATE_UNREADABLE, NULL);
}

/* Nothing is reported when the same bytes are written again, nor the same news twice. */
static void
test_quiet (Fixture *fixture, gconstpointer data)
{
  put (fixture->file, "known");
  okr_file_watch_check (fixture->watch);
  put (fixture->file, "one");
  wait_for (fixture, OKR_FILE_STATE_CHANGED, "one");
  g_assert_cmpuint (fixture->n_found, ==, 1);
  put (fixture->file, "one");
  okr_file_watch_check (fixture->watch);
  put (fixture->file, "known");
  wait_for (fixture, OKR_FILE_STATE_SAME, "known");
  g_assert_cmpuint (fixture->n_found, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/file-watch/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/file-watch/quiet", Fixture, NULL, set_up, test_quiet, tear_down);

  return g_test_run ();
}
