/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-file-name.h"
#include "okr-file-reader.h"
#include "okr-remote-file.h"
#include "temp-folder.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

typedef struct
{
  const char *name;
  void (*make) (const char *path);
  OkrStoreError code;
  const char *says;
} Refusal;

static void
make_nothing (const char *path)
{
}

static void
make_folder_at (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_socket (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  close (fd);
}

static void
make_dangling (const char *path)
{
  g_assert_cmpint (symlink ("nowhere", path), ==, 0);
}

static void
make_circle (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);

  g_assert_cmpint (symlink (base, path), ==, 0);
}

static void
make_link_to_device (const char *path)
{
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
}

static void
make_link_to_pipe (const char *path)
{
  g_autofree char *target = g_strconcat (path, ".pipe", NULL);

  make_pipe (target);
  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
make_large (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (truncate (path, (off_t) OKR_FILE_MAX_SIZE + 1), ==, 0);
}

static const Refusal refusals[] = {
  { "missing", make_nothing, OKR_STORE_ERROR_NOT_FOUND, "There is no file" },
  { "folder", make_folder_at, OKR_STORE_ERROR_NOT_REGULAR, "is a folder" },
  { "pipe", make_pipe, OKR_STORE_ERROR_NOT_REGULAR, "is a pipe" },
  { "socket", make_socket, OKR_STORE_ERROR_NOT_REGULAR, "is a socket" },
  { "device", make_link_to_device, OKR_STORE_ERROR_NOT_REGULAR, "is a device" },
  { "link-to-pipe", make_link_to_pipe, OKR_STORE_ERROR_NOT_REGULAR, "is a pipe" },
  { "dangling", make_dangling, OKR_STORE_ERROR_NOT_FOUND, "link to a file that does not exist" },
  { "circle", make_circle, OKR_STORE_ERROR_NOT_FOUND, "leads back to itself" },
  { "large", make_large, OKR_STORE_ERROR_TOO_LARGE, "larger than 64 MiB" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *row = data;
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, row->name);
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;

  row->make (g_file_peek_path (file));
  g_assert_null (okr_file_read (file, &sha256, NULL, &error));
  g_assert_error (error, OKR_STORE_ERROR, (int) row->code);
  g_assert_nonnull (strstr (error->message, row->says));
  g_assert_nonnull (strstr (error->message, row->name));
  g_assert_null (sha256);
  remove_tree (folder);
}

static void
test_long_name (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *name = g_strnfill (256, 'n');
  g_autoptr (GFile) file = file_in (folder, name);
  g_autoptr (GError) error = NULL;

  g_assert_null (okr_file_read (file, NULL, NULL, &error));
  g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_BAD_NAME);
  remove_tree (folder);
}

static void
assert_equal (GBytes *bytes, const char *text)
{
  g_autoptr (GBytes) expected = g_bytes_new_static (text, strlen (text));

  g_assert_true (g_bytes_equal (bytes, expected));
}

static const gsize sizes[] = { 0, 1, 4096, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20 };

static void
test_sizes (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = g_strnfill (sizes[i], 'x');
      g_autofree char *expected = sha256_of (text);
      g_autofree char *sha256 = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) remote = NULL;

      put (file, text);
      bytes = okr_file_read (file, &sha256, NULL, &error);
      g_assert_no_error (error);
      assert_equal (bytes, text);
      g_assert_cmpstr (sha256, ==, expected);
      remote = okr_remote_file_read (file, "plan.okr", NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, remote));
    }
  remove_tree (folder);
}

static void
test_link (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GFile) link = file_in (folder, "link.okr");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  put (file, "linked");
  g_assert_cmpint (symlink ("plan.okr", g_file_peek_path (link)), ==, 0);
  bytes = okr_file_read (link, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_equal (bytes, "linked");
  remove_tree (folder);
}

static void
test_cancelled (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  put (file, "text");
  g_cancellable_cancel (cancellable);
  g_assert_null (okr_file_read (file, NULL, cancellable, &error));
  g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_CANCELLED);
  remove_tree (folder);
}

static const struct
{
  const char *base;
  const char *shown;
} names[] = {
  { "Q1.okr", "Q1.okr" },
  { "-x.okr", "-x.okr" },
  { "two\nlines\t.okr", "two␊lines␉.okr" },
  { "\033[31mred\177", "␛[31mred␡" },
  { "a\u202eb\u2066c\u200fd", "a⟨U+202E⟩b⟨U+2066⟩c⟨U+200F⟩d" },
  { "a\u2028b\xc2\x85" "c", "a⟨U+2028⟩b⟨U+0085⟩c" },
  { "Größe 目標 🎯", "Größe 目標 🎯" },
  { "bad\xff", "bad\ufffd" },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = file_in ("/tmp", names[i].base);
      g_autofree char *shown = okr_file_describe (file);

      g_assert_cmpstr (shown, ==, names[i].shown);
    }
}

static void
test_odd_name_in_message (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/two\nlines");
  g_autoptr (GError) error = NULL;

  g_assert_null (okr_file_read (file, NULL, NULL, &error));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_nonnull (strstr (error->message, "two␊lines"));
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *expected = sha256_of ("async");
  g_autoptr (GBytes) bytes = okr_file_read_finish (G_FILE (source), result, &sha256, &error);

  if (bytes != NULL)
    g_assert_cmpstr (sha256, ==, expected);
  else
    g_assert_error (error, OKR_STORE_ERROR, OKR_STORE_ERROR_NOT_FOUND);
  g_main_loop_quit (data);
}

static void
test_async (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GFile) file = file_in (folder, "plan.okr");
  g_autoptr (GFile) missing = file_in (folder, "missing.okr");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  put (file, "async");
  okr_file_read_async (file, NULL, on_read_cb, loop);
  g_main_loop_run (loop);
  okr_file_read_async (missing, NULL, on_read_cb, loop);
  g_main_loop_run (loop);
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/file-reader/refusal/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/file-reader/long-name", test_long_name);
  g_test_add_func ("/file-reader/sizes", test_sizes);
  g_test_add_func ("/file-reader/link", test_link);
  g_test_add_func ("/file-reader/cancelled", test_cancelled);
  g_test_add_func ("/file-reader/names", test_names);
  g_test_add_func ("/file-reader/odd-name-in-message", test_odd_name_in_message);
  g_test_add_func ("/file-reader/async", test_async);
  return g_test_run ();
}
