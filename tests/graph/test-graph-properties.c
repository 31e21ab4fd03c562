/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for any graph whatever. Each round prints its seed. */
#include "test-graphs.h"

#define N_ROUNDS 10000
#define MOST_BOXES 18

static void
test_random (gconstpointer data)
{
  const gboolean loops = GPOINTER_TO_INT (data);

  for (guint i = 0; i < N_ROUNDS / 2; i++)
    {
      const guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TestGraph) graph = test_graph_random (random, MOST_BOXES, loops);
      g_autoptr (OkrGraphLayout) layout = NULL;

      if (i % 1000 == 0)
        g_test_message ("round %u has the seed %u", i, seed);
      layout = test_graph_lay_out (graph, NULL);
      test_graph_check (graph, layout);
      for (guint j = 0; j < graph->links->len && !loops; j++)
        g_assert_false (okr_graph_layout_is_ignored (layout, j));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/graph/random/without-loops", GINT_TO_POINTER (FALSE), test_random);
  g_test_add_data_func ("/graph/random/with-loops", GINT_TO_POINTER (TRUE), test_random);

  return g_test_run ();
}
