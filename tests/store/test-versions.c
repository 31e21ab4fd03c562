/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-turn.h"
#include "okr-versions.h"
#include "temp-folder.h"
#include "test-plans.h"

#define DAY (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)
#define START (20000 * DAY)

static GBytes *
text (const char *what, guint number)
{
  char *contents = g_strdup_printf ("version %u of a plan, %s\n", number, what);

  return g_bytes_new_take (contents, strlen (contents));
}

static void
add (GBytes *contents, gint64 time)
{
  g_autoptr (GError) error = NULL;

  okr_versions_add ("p-1", contents, time, &error);
  g_assert_no_error (error);
}

static void
assert_reads (GBytes *contents)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, contents);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) read = okr_versions_read ("p-1", sha256, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, contents));
}

static guint
count (void)
{
  g_autoptr (GPtrArray) versions = okr_versions_list ("p-1");

  return versions->len;
}

static char *
dup_folder (void)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "p-1", -1);

  return g_build_filename (g_get_user_state_dir (), "waymark", "versions", hash, NULL);
}

static goffset
folder_size (void)
{
  g_autofree char *path = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  goffset size = 0;

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      GStatBuf st;

      g_assert_cmpint (g_stat (file, &st), ==, 0);
      size += st.st_size;
    }
  return size;
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count (), ==, 0);
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GBytes) contents = text ("round", i);

      add (contents, START + i);
    }
  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GBytes) contents = text ("round", i);

      assert_reads (contents);
    }
  versions = okr_versions_list ("p-1");
  g_assert_cmpuint (versions->len, ==, 40);
  for (guint i = 0; i < 40; i++)
    g_assert_cmpint (((OkrVersion *) g_ptr_array_index (versions, i))->time, ==, START + 39 - i);
  g_assert_null (okr_versions_read ("p-2", "00", &error));
  g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_NOT_FOUND);
}

static void
test_same_again (void)
{
  g_autoptr (GBytes) a = text ("a", 1);
  g_autoptr (GBytes) b = text ("b", 2);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);

  add (a, START);
  add (a, START + 1);
  g_assert_cmpuint (count (), ==, 1);
  add (b, START + 2);
  add (a, START + 3);
  g_assert_cmpuint (count (), ==, 3);
  add (empty, START + 4);
  assert_reads (a);
  assert_reads (b);
  assert_reads (empty);
}

/* A clock that is set back does not change what is newest. */
static void
test_clock (void)
{
  g_autoptr (GBytes) a = text ("a", 1);
  g_autoptr (GBytes) b = text ("b", 2);
  g_autoptr (GPtrArray) versions = NULL;

  add (a, START);
  add (b, START - DAY);
  versions = okr_versions_list ("p-1");
  g_assert_cmpint (((OkrVersion *) g_ptr_array_index (versions, 0))->time, ==, START + 1);
}

/* Two saves a day for more than a year. */
static void
test_retention (void)
{
  g_autoptr (GPtrArray) versions = NULL;
  const guint n = 2 * 400;
  gint64 newest;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) contents = text ("retention", i);

      add (contents, START + i * (DAY / 2));
    }
  versions = okr_versions_list ("p-1");
  newest = ((OkrVersion *) g_ptr_array_index (versions, 0))->time;
  for (guint i = 0; i < versions->len; i++)
    {
      OkrVersion *version = g_ptr_array_index (versions, i);
      const guint number = (guint) ((version->time - START) / (DAY / 2));
      g_autoptr (GBytes) contents = text ("retention", number);

      g_assert_cmpint (newest - version->time, <=, OKR_VERSIONS_DAYS * DAY);
      /* Of older days the last save is left. */
      if (i >= OKR_VERSIONS_ALL + 2)
        g_assert_cmpint (version->time % DAY, ==, DAY / 2);
      assert_reads (contents);
    }
  g_assert_cmpuint (versions->len, >, OKR_VERSIONS_ALL / 2 + 360);
  g_assert_cmpuint (versions->len, <, OKR_VERSIONS_ALL / 2 + 368);
}

static char *
dup_first_file (const char *suffix)
{
  g_autofree char *path = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, suffix))
      return g_build_filename (path, name, NULL);
  g_assert_not_reached ();
}

static void
assert_damaged (GBytes *contents)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, contents);
  g_autoptr (GError) error = NULL;

  g_assert_null (okr_versions_read ("p-1", sha256, &error));
  g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_DAMAGED);
}

static void
test_damaged (void)
{
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autoptr (GBytes) whole = text (long_text, 1);
  g_autoptr (GBytes) difference = text (long_text, 2);
  g_autoptr (GBytes) next = text (long_text, 3);
  g_autofree char *file = NULL;

  add (whole, START);
  add (difference, START + 1);
  file = dup_first_file ("-full");
  g_assert_true (g_file_set_contents (file, "rubbish", -1, NULL));
  assert_damaged (whole);
  assert_damaged (difference);
  /* What comes later does not suffer. */
  add (next, START + 2);
  assert_reads (next);
}

static void
test_full_state_folder (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "waymark", NULL);
  g_autoptr (GBytes) contents = text ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_state_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  g_assert_false (okr_versions_add ("p-1", contents, START, &error));
  g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_IO);
  g_assert_null (okr_turn_take ("p-1", 0));
  g_assert_cmpuint (count (), ==, 0);
}

static gpointer
take_turn_in_thread (gpointer data)
{
  return okr_turn_take ("p-1", 60 * G_USEC_PER_SEC);
}

static void
test_turns (void)
{
  OkrTurn *turn = okr_turn_take ("p-1", 0);
  OkrTurn *other = okr_turn_take ("p-2", 0);
  OkrTurn *next;
  GThread *thread;

  g_assert_nonnull (turn);
  g_assert_nonnull (other);
  okr_turn_end (other);
  g_assert_null (okr_turn_take ("p-1", 0));
  g_assert_null (okr_turn_take ("p-1", G_USEC_PER_SEC / 20));

  /* Those who were late let go of what they get, too. */
  thread = g_thread_new ("next", take_turn_in_thread, NULL);
  okr_turn_end (turn);
  next = g_thread_join (thread);
  g_assert_nonnull (next);
  okr_turn_end (next);
  g_assert_cmpuint (count (), ==, 0);
}

/* Each of many saves of a large plan takes less than a tenth of it, and most next to nothing. */
static void
test_growth (void)
{
  g_autofree char *document = test_generate_document (200, 12);
  const gsize size = strlen (document);
  g_autoptr (GString) edited = g_string_new (document);

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GBytes) contents = NULL;
      g_autofree char *stamp = g_strdup_printf ("%08x", g_test_rand_int ());

      memcpy (edited->str + (size / 31) * (i + 1), stamp, 8);
      contents = g_bytes_new (edited->str, size);
      add (contents, START + i);
      assert_reads (contents);
    }
  g_test_message ("%" G_GSIZE_FORMAT " bytes, 30 versions: %" G_GOFFSET_FORMAT, size,
                  folder_size ());
  g_assert_cmpint (folder_size (), <, 30 * (goffset) size / 10 / 3);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  use_state_folder ();

  add_state_test ("/versions/round-trip", test_round_trip);
  add_state_test ("/versions/same-again", test_same_again);
  add_state_test ("/versions/clock", test_clock);
  add_state_test ("/versions/retention", test_retention);
  add_state_test ("/versions/damaged", test_damaged);
  add_state_test ("/versions/full-state-folder", test_full_state_folder);
  add_state_test ("/versions/turns", test_turns);
  add_state_test ("/versions/growth", test_growth);

  status = g_test_run ();
  clear_state_folder ();

  return status;
}
