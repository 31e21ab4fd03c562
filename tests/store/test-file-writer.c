/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-file-reader.h"
#include "okr-file-writer.h"
#include "okr-remote-file.h"
#include "temp-folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD "the old contents\n"
#define NEW "the new contents, which are longer\n"
#define OTHER "someone's contents\n"

/* What the file holds, what we believe it holds, and what comes of it. */
typedef struct
{
  const char *name;
  const char *on_disk;
  const char *expected;
  OkrFileWriteFlags flags;
  int code; /* -1: saved */
} Row;

static const Row rows[] = {
  { "new", NULL, NULL, OKR_FILE_WRITE_NONE, -1 },
  { "new-but-exists", OTHER, NULL, OKR_FILE_WRITE_NONE, OKR_STORE_ERROR_EXISTS },
  { "new-overwrite", OTHER, NULL, OKR_FILE_WRITE_OVERWRITE, -1 },
  { "as-expected", OLD, OLD, OKR_FILE_WRITE_NONE, -1 },
  { "empty-as-expected", "", "", OKR_FILE_WRITE_NONE, -1 },
  { "changed", OTHER, OLD, OKR_FILE_WRITE_NONE, OKR_STORE_ERROR_CHANGED_ON_DISK },
  { "changed-to-empty", "", OLD, OKR_FILE_WRITE_NONE, OKR_STORE_ERROR_CHANGED_ON_DISK },
  { "changed-overwrite", OTHER, OLD, OKR_FILE_WRITE_OVERWRITE, -1 },
  { "already-ours", NEW, OLD, OKR_FILE_WRITE_NONE, -1 },
  { "deleted", NULL, OLD, OKR_FILE_WRITE_NONE, -1 },
};

static gboolean
save (GFile *file, const char *expected, OkrFileWriteFlags flags, GError **error)
{
  g_autoptr (GBytes) contents = g_bytes_new_static (NEW, strlen (NEW));
  g_autofree char *expected_sha256 = expected != NULL ? sha256_of (expected) : NULL;
  g_autofree char *new_sha256 = sha256_of (NEW);
  g_autofree char *sha256 = NULL;
  gboolean saved = okr_file_write (file, contents, expected_sha256, flags, &sha256, NULL, error);

  g_assert_cmpstr (sha256, ==, saved ? new_sha256 : NULL);
  return saved;
}

static void
check_row (const Row *row, GFile *file, gboolean saved, const GError *error)
{
  if (row->code < 0)
    {
      g_assert_no_error (error);
      g_assert_true (saved);
      assert_holds (file, NEW);
      return;
    }
  g_assert_false (saved);
  g_assert_error (error, OKR_STORE_ERROR, row->code);
  assert_holds (file, row->on_disk);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GError) error = NULL;
  gboolean saved;

  if (row->on_disk != NULL)
    put (file, row->on_disk);
  saved = save (file, row->expected, row->flags, &error);
  check_row (row, file, saved, error);
  g_assert_cmpuint (count_entries (folder), ==, 1);
  remove_tree (folder);
}

static void
test_row_remote (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GBytes) contents = g_bytes_new_static (NEW, strlen (NEW));
  g_autofree char *expected = row->expected != NULL ? sha256_of (row->expected) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved;

  if (row->on_disk != NULL)
    put (file, row->on_disk);
  saved = okr_remote_file_write (file, "plan.okr", contents, expected, row->flags, NULL, &error);
  check_row (row, file, saved, error);
  g_assert_cmpuint (count_entries (folder), ==, 1);
  remove_tree (folder);
}

/* Same size, same times: only the bytes tell. */
static void
test_same_mtime (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GError) error = NULL;
  struct stat before;

  put (file, "aaaa");
  g_assert_cmpint (stat (g_file_peek_path (file), &before), ==, 0);
  put (file, "bbbb");
  g_assert_cmpint (utimensat (AT_FDCWD, g_file_peek_path (file),
                              (struct timespec[]) { before.st_atim, before.st_mtim }, 0),
                   ==, 0);
  g_assert_false (save (file, "aaaa", OKR_FILE_WRITE_NONE, &error));
  g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_CHANGED_ON_DISK);
  assert_holds (file, "bbbb");
  remove_tree (folder);
}

static void
test_symlink (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *elsewhere = make_folder ();
  g_autoptr (GFile) file = file_in (elsewhere, "plan.okr");
  g_autoptr (GFile) link = file_in (folder, "link.okr");
  g_autoptr (GError) error = NULL;

  put (file, OLD);
  g_assert_cmpint (symlink (g_file_peek_path (file), g_file_peek_path (link)), ==, 0);
  g_assert_true (save (link, OLD, OKR_FILE_WRITE_NONE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (g_file_peek_path (link), G_FILE_TEST_IS_SYMLINK));
  assert_holds (file, NEW);
  g_assert_cmpuint (count_entries (elsewhere), ==, 1);
  remove_tree (folder);
  remove_tree (elsewhere);
}

static void
test_hard_link (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GFile) other = file_in (folder, "other.okr");
  g_autofree char *rescue = g_build_filename (g_get_user_state_dir (), "waymark/rescue", NULL);
  g_autoptr (GError) error = NULL;

  put (file, OLD);
  g_assert_cmpint (link (g_file_peek_path (file), g_file_peek_path (other)), ==, 0);
  g_assert_true (save (file, OLD, OKR_FILE_WRITE_NONE, &error));
  g_assert_no_error (error);
  assert_holds (other, NEW);
  g_assert_cmpuint (count_entries (folder), ==, 2);
  g_assert_true (g_file_test (rescue, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (count_entries (rescue), ==, 0);
  remove_tree (folder);
}

static void
test_shorter_in_place (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GFile) other = file_in (folder, "other.okr");
  g_autofree char *large = g_strnfill (3 << 20, 'x');
  g_autoptr (GError) error = NULL;

  put (file, large);
  g_assert_cmpint (link (g_file_peek_path (file), g_file_peek_path (other)), ==, 0);
  g_assert_true (save (file, large, OKR_FILE_WRITE_NONE, &error));
  g_assert_no_error (error);
  assert_holds (other, NEW);
  remove_tree (folder);
}

static const mode_t modes[] = { 0600, 0640, 0644, 0660, 0664, 0666, 0755 };

static void
test_mode (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autoptr (GFile) file = file_in (folder, "plan.okr");
      g_autoptr (GError) error = NULL;
      struct stat st;

      put (file, OLD);
      g_assert_cmpint (g_chmod (g_file_peek_path (file), (int) modes[i]), ==, 0);
      g_assert_true (save (file, OLD, OKR_FILE_WRITE_NONE, &error));
      g_assert_no_error (error);
      g_assert_cmpint (stat (g_file_peek_path (file), &st), ==, 0);
      g_assert_cmphex (st.st_mode & 07777, ==, modes[i]);
      remove_tree (folder);
    }
}

static void
test_new_mode (void)
{
  static const mode_t masks[] = { 022, 027, 077, 002 };

  for (gsize i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autoptr (GFile) file = file_in (folder, "plan.okr");
      g_autoptr (GError) error = NULL;
      mode_t before = umask (masks[i]);
      gboolean saved = save (file, NULL, OKR_FILE_WRITE_NONE, &error);
      struct stat st;

      umask (before);
      g_assert_no_error (error);
      g_assert_true (saved);
      g_assert_cmpint (stat (g_file_peek_path (file), &st), ==, 0);
      g_assert_cmphex (st.st_mode & 07777, ==, 0666 & ~masks[i]);
      remove_tree (folder);
    }
}

static void
test_owner_and_group (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GError) error = NULL;
  struct stat st;

  if (geteuid () != 0)
    {
      g_test_skip ("only an administrator can give files away");
      remove_tree (folder);
      return;
    }
  put (file, OLD);
  g_assert_cmpint (chown (g_file_peek_path (file), 65534, 1234), ==, 0);
  g_assert_true (save (file, OLD, OKR_FILE_WRITE_NONE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (g_file_peek_path (file), &st), ==, 0);
  g_assert_cmpint ((int) st.st_uid, ==, 65534);
  g_assert_cmpint ((int) st.st_gid, ==, 1234);
  remove_tree (folder);
}

static void
test_long_name (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *longest = g_strnfill (255, 'n');
  g_autofree char *too_long = g_strnfill (256, 'n');
  g_autoptr (GFile) file = file_in (folder, longest);
  g_autoptr (GFile) refused = file_in (folder, too_long);
  g_autoptr (GError) error = NULL;

  g_assert_true (save (file, NULL, OKR_FILE_WRITE_NONE, &error));
  g_assert_no_error (error);
  g_assert_true (save (file, NEW, OKR_FILE_WRITE_NONE, &error));
  g_assert_no_error (error);
  g_assert_false (save (refused, NULL, OKR_FILE_WRITE_NONE, &error));
  g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_BAD_NAME);
  g_assert_cmpuint (count_entries (folder), ==, 1);
  remove_tree (folder);
}

static void
refuse (GFile *file, OkrStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (file, NULL, OKR_FILE_WRITE_OVERWRITE, &error));
  g_assert_error (error, OKR_STORE_ERROR, (int) code);
}

static void
test_odd_targets (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) self = g_file_new_for_path (folder);
  g_autoptr (GFile) pipe = file_in (folder, "pipe");
  g_autoptr (GFile) dangling = file_in (folder, "dangling");
  g_autoptr (GFile) gone = file_in (folder, "gone/plan.okr");
  g_autoptr (GFile) below = file_in (folder, "pipe/plan.okr");
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/null");
  g_autoptr (GFile) root = g_file_new_for_path ("/");

  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  g_assert_cmpint (symlink ("nowhere", g_file_peek_path (dangling)), ==, 0);
  refuse (self, OKR_STORE_ERROR_NOT_REGULAR);
  refuse (pipe, OKR_STORE_ERROR_NOT_REGULAR);
  refuse (device, OKR_STORE_ERROR_NOT_REGULAR);
  refuse (root, OKR_STORE_ERROR_NOT_REGULAR);
  refuse (dangling, OKR_STORE_ERROR_NOT_FOUND);
  refuse (gone, OKR_STORE_ERROR_FOLDER_GONE);
  refuse (below, OKR_STORE_ERROR_FOLDER_GONE);
  g_assert_cmpuint (count_entries (folder), ==, 2);
  remove_tree (folder);
}

static void
test_cancelled (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GBytes) contents = g_bytes_new_static (NEW, strlen (NEW));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  put (file, OLD);
  g_cancellable_cancel (cancellable);
  g_assert_false (okr_file_write (file, contents, NULL, OKR_FILE_WRITE_OVERWRITE, NULL,
                                  cancellable, &error));
  g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_CANCELLED);
  assert_holds (file, OLD);
  g_assert_cmpuint (count_entries (folder), ==, 1);
  remove_tree (folder);
}

static void
test_too_large (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GBytes) contents
    = g_bytes_new_take (g_malloc0 (OKR_FILE_MAX_SIZE + 1), OKR_FILE_MAX_SIZE + 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (okr_file_write (file, contents, NULL, OKR_FILE_WRITE_NONE, NULL, NULL, &error));
  g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_SIZE_LIMIT);
  g_assert_cmpuint (count_entries (folder), ==, 0);
  remove_tree (folder);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *expected = sha256_of (NEW);
  gboolean written = okr_file_write_finish (G_FILE (source), result, &sha256, &error);

  if (written)
    g_assert_cmpstr (sha256, ==, expected);
  else
    g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_EXISTS);
  g_main_loop_quit (data);
}

static void
test_async (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GFile) taken = file_in (folder, "taken.okr");
  g_autoptr (GBytes) contents = g_bytes_new_static (NEW, strlen (NEW));
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  put (taken, OTHER);
  okr_file_write_async (file, contents, NULL, OKR_FILE_WRITE_NONE, NULL, on_written_cb, loop);
  g_main_loop_run (loop);
  assert_holds (file, NEW);
  okr_file_write_async (taken, contents, NULL, OKR_FILE_WRITE_NONE, NULL, on_written_cb, loop);
  g_main_loop_run (loop);
  assert_holds (taken, OTHER);
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *state = make_folder ();
  int status;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *local = g_strconcat ("/file-writer/local/", rows[i].name, NULL);
      g_autofree char *remote = g_strconcat ("/file-writer/remote/", rows[i].name, NULL);

      g_test_add_data_func (local, &rows[i], test_row);
      g_test_add_data_func (remote, &rows[i], test_row_remote);
    }
  g_test_add_func ("/file-writer/same-mtime", test_same_mtime);
  g_test_add_func ("/file-writer/symlink", test_symlink);
  g_test_add_func ("/file-writer/hard-link", test_hard_link);
  g_test_add_func ("/file-writer/shorter-in-place", test_shorter_in_place);
  g_test_add_func ("/file-writer/mode", test_mode);
  g_test_add_func ("/file-writer/new-mode", test_new_mode);
  g_test_add_func ("/file-writer/owner-and-group", test_owner_and_group);
  g_test_add_func ("/file-writer/long-name", test_long_name);
  g_test_add_func ("/file-writer/odd-targets", test_odd_targets);
  g_test_add_func ("/file-writer/cancelled", test_cancelled);
  g_test_add_func ("/file-writer/too-large", test_too_large);
  g_test_add_func ("/file-writer/async", test_async);
  status = g_test_run ();
  remove_tree (state);
  return status;
}
