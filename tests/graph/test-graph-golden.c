/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layouts of small graphs, number by number, as in layouts/. The first line of a file is the graph.
 * With UPDATE_LAYOUTS set in the environment, the files are written anew instead. */
#include "test-graphs.h"

#include <string.h>

static const char *const names[] = {
  "chain", "extra-link", "folded", "forest", "hints", "long-links", "loop", "rows", "star", "team",
};

static void
print_difference (const char *expected, const char *actual)
{
  g_auto (GStrv) old = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) new = g_strsplit (actual, "\n", -1);
  const guint n_old = g_strv_length (old), n_new = g_strv_length (new);

  for (guint i = 0; i < MAX (n_old, n_new); i++)
    {
      const char *before = i < n_old ? old[i] : "";
      const char *after = i < n_new ? new[i] : "";

      if (g_str_equal (before, after))
        continue;
      g_test_message ("-%s", before);
      g_test_message ("+%s", after);
    }
}

static void
test_layout (gconstpointer data)
{
  g_autofree char *base = g_strconcat ((const char *) data, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "graph", "layouts", base, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *words = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *actual = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TestGraph) graph = NULL;
  g_autoptr (OkrGraphLayout) layout = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  words = g_strndup (expected, strcspn (expected, "\n"));
  graph = test_graph_from_words (words);
  layout = test_graph_lay_out (graph, NULL);
  test_graph_check (graph, layout);
  numbers = test_graph_describe (graph, layout);
  actual = g_strconcat (words, "\n", numbers, NULL);

  if (g_getenv ("UPDATE_LAYOUTS") != NULL)
    {
      g_file_set_contents (path, actual, -1, &error);
      g_assert_no_error (error);
      return;
    }
  if (!g_str_equal (actual, expected))
    {
      print_difference (expected, actual);
      g_test_fail ();
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/graph/golden/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_layout);
    }

  return g_test_run ();
}
