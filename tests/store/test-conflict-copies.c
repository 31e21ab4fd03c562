/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-conflict-copies.h"
#include "temp-folder.h"

typedef struct
{
  const char *name;
  const char *other;
  gboolean fits;
} Row;

static const Row rows[] = {
  { "Q1.okr", "Q1 (conflicted copy anna 2026-01-05 093011).okr", TRUE },
  { "Q1.okr", "Q1.sync-conflict-20260105-093011-D4LGQYW.okr", TRUE },
  { "Q1.okr", "Q1 (Anna's conflicted copy 2026-01-05).okr", TRUE },
  { "Q1.okr", "Q1 (In Konflikt stehende Kopie von Anna 2026-01-05).okr", TRUE },
  { "Q1.okr", "Q1 (SFConflict anna@x.org 2026-01-05-09-30-11).okr", TRUE },
  { "Q1.okr", "Q1_Andy-PC_Jan-03-0901-2013_CaseConflict_1.okr", TRUE },
  { "Q1.okr", "Q1.Conflict.okr", TRUE },
  { "Q1.okr", "Q1 (1).okr", TRUE },
  { "Q1 (1).okr", "Q1.okr", TRUE },
  { "a.b (c).okr", "a.b (c) (2).okr", TRUE },
  { "Q\xff.okr", "Q\xff (1).okr", TRUE },
  { "Q1\n.okr", "Q1\n (a\nb).okr", TRUE },
  { "Q1.okr", "Q1.okr", FALSE },
  { "Q1.okr", "Q10.okr", FALSE },
  { "Q1.okr", "Q1-backup.okr", FALSE },
  { "Q1.okr", "Q1_final.okr", FALSE },
  { "Q1.okr", "Q2 (1).okr", FALSE },
  { "Q1.okr", "Q1 (1).txt", FALSE },
  { "Q1.okr", "Q1 ().okr", FALSE },
  { "Q1", "Q1 (1)", FALSE },
  { ".okr", " (1).okr", FALSE },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (okr_conflict_name_fits (rows[i].name, rows[i].other) != rows[i].fits)
      g_test_fail_printf ("%s, %s", rows[i].name, rows[i].other);
}

static void
put_plan (const char *folder, const char *name, const char *id, const char *title)
{
  g_autoptr (GFile) file = file_in (folder, name);
  g_autofree char *text
    = g_strdup_printf ("{\"format\": \"okr\", \"formatVersion\": 1, \"minReader\": 1, "
                       "\"id\": \"%s\", \"title\": \"%s\"}",
                       id, title);

  put (file, text);
}

static void
put_newer (const char *folder, const char *name, const char *format)
{
  g_autoptr (GFile) file = file_in (folder, name);
  g_autofree char *text = g_strdup_printf ("{%s, \"id\": \"p-1\", \"title\": \"newer\"}", format);

  put (file, text);
}

static void
test_find (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "Q1.okr");
  g_autoptr (GFile) rubbish = file_in (folder, "Q1 (3).okr");
  g_autoptr (GFile) directory = file_in (folder, "Q1 (5).okr");
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *name = NULL;

  put_plan (folder, "Q1.okr", "p-1", "mine");
  put_plan (folder, "Q1 (1).okr", "p-1", "mine");
  put_plan (folder, "Q1 (2).okr", "p-1", "theirs");
  put_plan (folder, "Q1 (4).okr", "p-2", "another plan");
  put_plan (folder, "Q1-backup.okr", "p-1", "on purpose");
  put (rubbish, "no JSON");
  put_newer (folder, "Q1 (6).okr", "\"format\": \"okr\", \"formatVersion\": 99, \"minReader\": 99");
  put_newer (folder, "Q1 (7).okr", "\"format\": \"okr\", \"formatVersion\": 2, \"minReader\": 2");
  g_assert_true (g_file_make_directory (directory, NULL, NULL));
  g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL);
  sha256 = sha256_of (contents);
  copies = okr_conflict_copies_find (file, "p-1", sha256, NULL);
  g_assert_cmpuint (copies->len, ==, 1);
  name = g_file_get_basename (((OkrConflictCopy *) g_ptr_array_index (copies, 0))->file);
  g_assert_cmpstr (name, ==, "Q1 (2).okr");
  remove_tree (folder);
}

/* A folder that may be entered but not listed, or that has gone. */
static void
test_no_folder (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all.okr");
  g_autoptr (GPtrArray) copies = okr_conflict_copies_find (file, "p-1", "00", NULL);

  g_assert_cmpuint (copies->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conflict-copies/names", test_names);
  g_test_add_func ("/conflict-copies/find", test_find);
  g_test_add_func ("/conflict-copies/no-folder", test_no_folder);

  return g_test_run ();
}
