/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-draft.h"
#include "okr-rescue.h"
#include "temp-folder.h"

#include <sys/resource.h>

static GBytes *
bytes_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
assert_bytes (GBytes *bytes, const char *text)
{
  g_autoptr (GBytes) wanted = bytes_of (text);

  g_assert_nonnull (bytes);
  g_assert_true (g_bytes_equal (bytes, wanted));
}

static void
write_draft (OkrDraft *draft, const char *text)
{
  g_autoptr (GBytes) contents = bytes_of (text);
  g_autoptr (GError) error = NULL;

  okr_draft_write (draft, contents, &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "waymark", folder, NULL);

  return count_entries (path);
}

static void
test_recover (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/somewhere/Q1 ä.okr");
  g_autoptr (GBytes) base = bytes_of ("base");
  g_autoptr (OkrDraft) draft = okr_draft_new (file, base);
  g_autoptr (GPtrArray) found = NULL;
  OkrDraft *recovered;

  write_draft (draft, "first");
  write_draft (draft, "second");

  /* Nobody takes what somebody works on. */
  found = okr_draft_take_abandoned ();
  g_assert_cmpuint (found->len, ==, 0);
  g_clear_pointer (&found, g_ptr_array_unref);

  /* As in a crash: the lock goes, the files stay. */
  g_assert_finalize_object (g_steal_pointer (&draft));
  found = okr_draft_take_abandoned ();
  g_assert_cmpuint (found->len, ==, 1);
  recovered = g_ptr_array_index (found, 0);
  assert_bytes (okr_draft_get_contents (recovered), "second");
  assert_bytes (okr_draft_get_base (recovered), "base");
  g_assert_true (g_file_equal (okr_draft_get_file (recovered), file));
  g_assert_cmpint (okr_draft_get_time (recovered), >, 0);

  /* It can be continued, and crash again. */
  write_draft (recovered, "third");
  g_clear_pointer (&found, g_ptr_array_unref);
  found = okr_draft_take_abandoned ();
  g_assert_cmpuint (found->len, ==, 1);
  assert_bytes (okr_draft_get_contents (g_ptr_array_index (found, 0)), "third");
  assert_bytes (okr_draft_get_base (g_ptr_array_index (found, 0)), "base");
  okr_draft_discard (g_ptr_array_index (found, 0));
  g_assert_cmpuint (count_files ("drafts"), ==, 0);
}

/* Words that are in no document yet go with the draft, and with it they go. */
static void
test_typed (void)
{
  g_autoptr (OkrDraft) draft = okr_draft_new (NULL, NULL);
  g_autoptr (GBytes) words = bytes_of ("words");
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (okr_draft_write_typed (draft, words, &error));
  g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_IO);
  g_assert_true (okr_draft_write_typed (draft, NULL, NULL));
  write_draft (draft, "plan");
  g_assert_true (okr_draft_write_typed (draft, words, NULL));
  g_clear_object (&draft);

  found = okr_draft_take_abandoned ();
  g_assert_cmpuint (found->len, ==, 1);
  assert_bytes (okr_draft_get_contents (g_ptr_array_index (found, 0)), "plan");
  assert_bytes (okr_draft_get_typed (g_ptr_array_index (found, 0)), "words");
  g_assert_true (okr_draft_write_typed (g_ptr_array_index (found, 0), NULL, NULL));
  g_clear_pointer (&found, g_ptr_array_unref);

  found = okr_draft_take_abandoned ();
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_null (okr_draft_get_typed (g_ptr_array_index (found, 0)));
  g_assert_true (okr_draft_write_typed (g_ptr_array_index (found, 0), words, NULL));
  okr_draft_discard (g_ptr_array_index (found, 0));
  g_assert_cmpuint (count_files ("drafts"), ==, 0);
}

static void
test_never_saved (void)
{
  g_autoptr (OkrDraft) draft = okr_draft_new (NULL, NULL);
  g_autoptr (GPtrArray) found = NULL;

  write_draft (draft, "new plan");
  g_clear_object (&draft);
  found = okr_draft_take_abandoned ();
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_null (okr_draft_get_file (g_ptr_array_index (found, 0)));
  g_assert_null (okr_draft_get_base (g_ptr_array_index (found, 0)));
}

static void
test_two (void)
{
  g_autoptr (OkrDraft) first = okr_draft_new (NULL, NULL);
  g_autoptr (OkrDraft) second = okr_draft_new (NULL, NULL);
  g_autoptr (GPtrArray) found = NULL;

  write_draft (first, "one");
  write_draft (second, "two");
  g_clear_object (&first);
  g_clear_object (&second);
  found = okr_draft_take_abandoned ();
  g_assert_cmpuint (found->len, ==, 2);
}

static void
test_discard (void)
{
  g_autoptr (OkrDraft) draft = okr_draft_new (NULL, NULL);

  okr_draft_discard (draft);
  write_draft (draft, "text");
  okr_draft_discard (draft);
  g_assert_cmpuint (count_files ("drafts"), ==, 0);
  write_draft (draft, "again");
  g_assert_cmpuint (count_files ("drafts"), >, 0);
  okr_draft_discard (draft);
  g_assert_cmpuint (count_files ("drafts"), ==, 0);
}

/* A draft of which the power cut has left only a part. */
static void
test_half (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "waymark", "drafts", NULL);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GFile) info = file_in (path, "half.ini");
  g_autoptr (GFile) rubbish = file_in (path, "rubbish.ini");

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  put (info, "[Draft]\nHasBase=false\n");
  put (rubbish, "\xff\n[");
  found = okr_draft_take_abandoned ();
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_no_room (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "waymark", NULL);
  g_autoptr (OkrDraft) draft = okr_draft_new (NULL, NULL);
  g_autoptr (GBytes) contents = bytes_of ("text");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_state_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "in the way", -1, NULL));
  g_assert_false (okr_draft_write (draft, contents, &error));
  g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_IO);
  /* As soon as there is room, it works. */
  g_assert_cmpint (g_remove (path), ==, 0);
  write_draft (draft, "text");
  okr_draft_discard (draft);
}

static void
limit_files_to (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* `ulimit -f` is no reason to die with what is unsaved: what was there stays, and that is told. */
static void
test_size_limit (void)
{
  g_autoptr (OkrDraft) draft = okr_draft_new (NULL, NULL);
  g_autofree char *text = g_strnfill (64 << 10, 'x');
  g_autoptr (GBytes) large = bytes_of (text);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  write_draft (draft, "text");
  limit_files_to (4 << 10);
  g_assert_false (okr_draft_write (draft, large, &error));
  limit_files_to (RLIM_INFINITY);
  g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_IO);

  g_clear_object (&draft);
  found = okr_draft_take_abandoned ();
  g_assert_cmpuint (found->len, ==, 1);
  assert_bytes (okr_draft_get_contents (g_ptr_array_index (found, 0)), "text");
  okr_draft_discard (g_ptr_array_index (found, 0));
  g_assert_cmpuint (count_files ("drafts"), ==, 0);
}

/* Of a draft that could not be begun nothing is left that could be taken for one. */
static void
test_size_limit_at_first (void)
{
  g_autofree char *text = g_strnfill (64 << 10, 'x');
  g_autoptr (GBytes) large = bytes_of (text);
  g_autoptr (GBytes) small = bytes_of ("base");

  for (rlim_t limit = 0; limit < 16 << 10; limit = limit * 2 + 1)
    {
      g_autoptr (OkrDraft) draft = okr_draft_new (NULL, limit % 3 == 0 ? small : large);
      g_autoptr (GPtrArray) found = NULL;

      limit_files_to (limit);
      g_assert_false (okr_draft_write (draft, large, NULL));
      limit_files_to (RLIM_INFINITY);
      found = okr_draft_take_abandoned ();
      g_assert_cmpuint (found->len, ==, 0);
      g_assert_cmpuint (count_files ("drafts"), ==, 0);
    }
}

typedef struct
{
  const char *name;
  const char *on_disk;
  guint n_drafts;
} Interrupted;

static const Interrupted interrupted[] = {
  { "torn", "new con", 1 },
  { "not-begun", "old contents", 0 },
  { "done", "new contents", 0 },
  { "gone", NULL, 1 },
};

/* A write in place that was killed: what it should have written comes back. */
static void
test_interrupted (gpointer *fixture, gconstpointer data)
{
  const Interrupted *row = data;
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GBytes) old = bytes_of ("old contents");
  g_autoptr (GBytes) new = bytes_of ("new contents");
  g_autoptr (OkrRescue) rescue = okr_rescue_new (g_file_peek_path (file), old, new);
  g_autoptr (GPtrArray) found = NULL;

  if (row->on_disk != NULL)
    put (file, row->on_disk);
  found = okr_draft_take_abandoned ();
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (count_files ("rescue"), ==, 3);
  g_clear_pointer (&found, g_ptr_array_unref);

  g_clear_pointer (&rescue, okr_rescue_free);
  found = okr_draft_take_abandoned ();
  g_assert_cmpuint (found->len, ==, row->n_drafts);
  g_assert_cmpuint (count_files ("rescue"), ==, 0);
  if (found->len > 0)
    {
      assert_bytes (okr_draft_get_contents (g_ptr_array_index (found, 0)), "new contents");
      assert_bytes (okr_draft_get_base (g_ptr_array_index (found, 0)), "old contents");
      g_assert_true (g_file_equal (okr_draft_get_file (g_ptr_array_index (found, 0)), file));
    }
  remove_tree (folder);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  use_state_folder ();

  add_state_test ("/draft/recover", test_recover);
  add_state_test ("/draft/never-saved", test_never_saved);
  add_state_test ("/draft/typed", test_typed);
  add_state_test ("/draft/two", test_two);
  add_state_test ("/draft/discard", test_discard);
  add_state_test ("/draft/half", test_half);
  add_state_test ("/draft/no-room", test_no_room);
  add_state_test ("/draft/size-limit", test_size_limit);
  add_state_test ("/draft/size-limit-at-first", test_size_limit_at_first);
  for (gsize i = 0; i < G_N_ELEMENTS (interrupted); i++)
    {
      g_autofree char *path = g_strconcat ("/draft/interrupted/", interrupted[i].name, NULL);

      g_test_add (path, gpointer, &interrupted[i], clear_before, test_interrupted, NULL);
    }

  status = g_test_run ();
  clear_state_folder ();

  return status;
}
