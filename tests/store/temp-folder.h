/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

/* A folder of its own for every test, removed with all it holds. */
static inline void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && (dir = g_dir_open (path, 0, NULL)) != NULL)
    for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
      {
        g_autofree char *child = g_build_filename (path, name, NULL);

        remove_tree (child);
      }
  g_remove (path);
}

static inline char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("waymark-store-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

/* Gives the program a state folder of its own, before anything asks for it. GLib's own way to do
 * this leaks a little for each test. */
static inline void
use_state_folder (void)
{
  g_autofree char *path = make_folder ();

  g_setenv ("XDG_STATE_HOME", path, TRUE);
}

static inline void
clear_state_folder (void)
{
  remove_tree (g_get_user_state_dir ());
}

static inline void
clear_before (gpointer *fixture, gconstpointer data)
{
  clear_state_folder ();
}

static inline void
run_state_test (gpointer *fixture, gconstpointer data)
{
  ((GTestFunc) data) ();
}

/* A test that begins with an empty state folder. */
static inline void
add_state_test (const char *path, GTestFunc test)
{
  g_test_add (path, gpointer, test, clear_before, run_state_test, NULL);
}

static inline guint
count_entries (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static inline GFile *
file_in (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static inline void
put (GFile *file, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (g_file_peek_path (file), text, -1, &error);
  g_assert_no_error (error);
}

static inline void
assert_holds (GFile *file, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;

  g_file_get_contents (g_file_peek_path (file), &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, text);
}

static inline char *
sha256_of (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
