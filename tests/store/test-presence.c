/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-presence.h"
#include "temp-folder.h"

static void
assert_others (OkrPresence *presence, const char *expected)
{
  g_auto (GStrv) others = okr_presence_list_others (presence);
  g_autofree char *names = g_strjoinv (", ", others);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_two (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "Q1 ä.okr");
  g_autoptr (GFile) another_file = file_in (folder, "Q1 ä.okr.okr");
  g_autoptr (OkrPresence) anna = okr_presence_new (file, "Anna");
  g_autoptr (OkrPresence) bert = okr_presence_new (file, "Bert");
  g_autoptr (OkrPresence) another = okr_presence_new (another_file, "Carla");

  assert_others (anna, "");
  g_assert_true (okr_presence_announce (bert));
  g_assert_true (okr_presence_announce (another));
  g_assert_true (okr_presence_announce (anna));
  g_assert_true (okr_presence_announce (anna));
  g_assert_cmpuint (count_entries (folder), ==, 3);
  assert_others (anna, "Bert");
  assert_others (bert, "Anna");
  okr_presence_leave (bert);
  okr_presence_leave (bert);
  assert_others (anna, "");
  okr_presence_leave (anna);
  okr_presence_leave (another);
  g_assert_cmpuint (count_entries (folder), ==, 0);
  remove_tree (folder);
}

typedef struct
{
  const char *name;
  const char *host; /* NULL: this one */
  int process;
  gint64 age;
  gboolean counts;
} Row;

static const Row rows[] = {
  { "crashed-here", NULL, 0x3ffffff, 0, FALSE },
  { "elsewhere", "another-host", 1, 60, TRUE },
  { "elsewhere-long-ago", "another-host", 1, 3 * OKR_PRESENCE_REFRESH + 1, FALSE },
  { "elsewhere-clock-ahead", "another-host", 1, -600, TRUE },
};

static void
test_stale (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "Q1.okr");
  g_autoptr (GFile) other = file_in (folder, ".~lock.Q1.okr.00000000#");
  g_autoptr (OkrPresence) anna = okr_presence_new (file, "Anna");
  g_autofree char *text = g_strdup_printf (
    "[Open]\nPerson=Bert\nHost=%s\nProcess=%d\nTime=%" G_GINT64_FORMAT "\n",
    row->host != NULL ? row->host : g_get_host_name (), row->process,
    g_get_real_time () / G_USEC_PER_SEC - row->age);

  put (other, text);
  assert_others (anna, row->counts ? "Bert" : "");
  g_assert_true (g_file_query_exists (other, NULL) == (row->counts || row->host != NULL));
  remove_tree (folder);
}

static void
test_odd (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *long_name = g_strnfill (251, 'x');
  g_autofree char *name = g_strconcat (long_name, ".okr", NULL);
  g_autofree char *large = g_strnfill (100000, '[');
  g_autoptr (GFile) file = file_in (folder, name);
  g_autoptr (GFile) short_file = file_in (folder, "Q1.okr");
  g_autoptr (GFile) rubbish = file_in (folder, ".~lock.Q1.okr.11111111#");
  g_autoptr (GFile) empty = file_in (folder, ".~lock.Q1.okr.22222222#");
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/at/all.okr");
  g_autoptr (OkrPresence) anna = okr_presence_new (file, "Anna");
  g_autoptr (OkrPresence) bert = okr_presence_new (short_file, "Bert");
  g_autoptr (OkrPresence) lost = okr_presence_new (nowhere, "Lost");

  put (rubbish, large);
  put (empty, "");
  g_assert_true (okr_presence_announce (anna));
  okr_presence_leave (anna);
  assert_others (bert, "");
  g_assert_false (okr_presence_announce (lost));
  assert_others (lost, "");
  okr_presence_leave (lost);
  remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/presence/two", test_two);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/presence/stale/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_stale);
    }
  g_test_add_func ("/presence/odd", test_odd);

  return g_test_run ();
}
