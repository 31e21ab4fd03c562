/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that git could not merge. */
#include <string.h>

#include "okr-marked-sides.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *ours; /* NULL: refused */
  const char *theirs;
  const char *base;
  guint line; /* where it is refused */
} Case;

static const Case cases[] = {
  { "no-conflict", "a\nb\n", "a\nb\n", "a\nb\n", "a\nb\n" },
  { "empty", "", "", "", "" },
  { "merge", "a\n<<<<<<< x\no\n=======\nt\n>>>>>>> y\nb\n", "a\no\nb\n", "a\nt\nb\n", NULL },
  { "diff3", "a\n<<<<<<< x\no\n||||||| z\nc\n=======\nt\n>>>>>>> y\nb\n", "a\no\nb\n", "a\nt\nb\n",
    "a\nc\nb\n" },
  { "whole-file", "<<<<<<< x\no\n=======\nt\n>>>>>>> y\n", "o\n", "t\n", NULL },
  { "no-line-break-at-the-end", "<<<<<<< x\no\n=======\nt\n>>>>>>> y", "o\n", "t\n", NULL },
  { "no-labels", "<<<<<<<\no\n|||||||\n=======\nt\n>>>>>>>", "o\n", "t\n", "" },
  { "carriage-returns", "a\r\n<<<<<<< x\r\no\r\n=======\r\nt\r\n>>>>>>> y\r\n", "a\r\no\r\n",
    "a\r\nt\r\n", NULL },
  { "empty-sides", "a\n<<<<<<< x\n||||||| z\n=======\n>>>>>>> y\n", "a\n", "a\n", "a\n" },
  { "two", "<<<<<<< x\n1\n=======\n2\n>>>>>>> y\n-\n<<<<<<< x\n3\n=======\n4\n>>>>>>> y\n",
    "1\n-\n3\n", "2\n-\n4\n", NULL },
  { "one-of-two-has-a-base",
    "<<<<<<< x\n1\n||||||| z\n0\n=======\n2\n>>>>>>> y\n<<<<<<< x\n3\n=======\n4\n>>>>>>> y\n",
    "1\n3\n", "2\n4\n", NULL },
  { "crossing-histories",
    "<<<<<<< x\no\n||||||| z\n<<<<<<<<< p\n1\n||||||||| q\n0\n=========\n2\n>>>>>>>>> r\n"
    "=======\nt\n>>>>>>> y\n",
    "o\n", "t\n", "0\n" },
  { "crossing-twice",
    "<<<<<<< x\no\n||||||| z\n<<<<<<<<< p\n1\n||||||||| q\n"
    "<<<<<<<<<<< p\n3\n||||||||||| q\n5\n===========\n4\n>>>>>>>>>>> r\n"
    "=========\n2\n>>>>>>>>> r\n=======\nt\n>>>>>>> y\n",
    "o\n", "t\n", "5\n" },
  { "crossing-histories-without-base",
    "<<<<<<< x\no\n||||||| z\n<<<<<<<<< p\n1\n=========\n2\n>>>>>>>>> r\n=======\nt\n>>>>>>> y\n",
    "o\n", "t\n", NULL },
  { "broken-in-the-base", "<<<<<<< x\no\n||||||| z\n<<<<<<<<< p\n1\n=======\nt\n>>>>>>> y\n", "o\n",
    "t\n", NULL },
  { "no-markers-at-all", " <<<<<<< x\n<<<<<< x\n<<<<<<<x\n<<<<<<<< x\n",
    " <<<<<<< x\n<<<<<< x\n<<<<<<<x\n<<<<<<<< x\n", " <<<<<<< x\n<<<<<< x\n<<<<<<<x\n<<<<<<<< x\n",
    " <<<<<<< x\n<<<<<< x\n<<<<<<<x\n<<<<<<<< x\n" },
  { "unfinished-ours", "<<<<<<< x\no\n", .line = 2 },
  { "unfinished-base", "<<<<<<< x\no\n||||||| z\n", .line = 3 },
  { "unfinished-theirs", "<<<<<<< x\no\n=======\nt\n", .line = 4 },
  { "no-beginning", "a\n=======\nt\n>>>>>>> y\n", .line = 2 },
  { "no-middle", "<<<<<<< x\no\n>>>>>>> y\n", .line = 3 },
  { "only-an-end", "a\n>>>>>>> y\n", .line = 2 },
  { "only-a-base", "||||||| z\n", .line = 1 },
  { "in-ours", "<<<<<<< x\n<<<<<<< x\n", .line = 2 },
  { "in-theirs", "<<<<<<< x\n=======\n<<<<<<< x\n", .line = 3 },
  { "two-middles", "<<<<<<< x\n=======\n=======\n>>>>>>> y\n", .line = 3 },
  { "two-bases", "<<<<<<< x\n||||||| z\n||||||| z\n=======\n>>>>>>> y\n", .line = 3 },
  { "base-below", "<<<<<<< x\n=======\n||||||| z\n>>>>>>> y\n", .line = 3 },
};

static void
assert_side (GBytes *side, const char *expected)
{
  g_autofree char *text = NULL;
  gsize size;
  const char *data;

  if (expected == NULL)
    {
      g_assert_null (side);
      return;
    }

  g_assert_nonnull (side);
  data = g_bytes_get_data (side, &size);
  text = g_strndup (data != NULL ? data : "", size);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (one->text, strlen (one->text));
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrMarkedSides) sides = okr_marked_sides_new (bytes, &error);
  g_autofree char *place = g_strdup_printf ("Line %u:", one->line);

  if (one->ours == NULL)
    {
      g_assert_null (sides);
      g_assert_error (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_MARKERS);
      g_assert_true (g_str_has_prefix (error->message, place));
      return;
    }

  g_assert_no_error (error);
  assert_side (sides->ours, one->ours);
  assert_side (sides->theirs, one->theirs);
  assert_side (sides->base, one->base);
}

/* A NUL is a character as any other. */
static void
test_nul (void)
{
  const char text[] = "\0\n<<<<<<< x\n\0\n=======\nt\n>>>>>>> y\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (OkrMarkedSides) sides = okr_marked_sides_new (bytes, NULL);
  g_autoptr (GBytes) expected = g_bytes_new_static ("\0\n\0\n", 4);

  g_assert_true (g_bytes_equal (sides->ours, expected));
}

/* Markers inside of markers without an end: an answer, not a stack overflow. */
static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OkrMarkedSides) sides = NULL;

  for (guint length = 7; length < 2000; length += 2)
    {
      for (guint i = 0; i < length; i++)
        g_string_append_c (text, '<');
      g_string_append_c (text, '\n');
      for (guint i = 0; i < length; i++)
        g_string_append_c (text, '|');
      g_string_append_c (text, '\n');
    }
  g_string_append (text, "=======\n>>>>>>>\n");
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  sides = okr_marked_sides_new (bytes, NULL);
  g_assert_nonnull (sides);
  g_assert_null (sides->base);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/marked-sides/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/marked-sides/nul", test_nul);
  g_test_add_func ("/marked-sides/deep", test_deep);

  return g_test_run ();
}
