/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a layout keeps of an earlier one. */
#include "test-graphs.h"

#define N_ROUNDS 500

static TestGraph *
copy_but (TestGraph *self, guint missing)
{
  TestGraph *copy = test_graph_new ();

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TestBox *box = &g_array_index (self->boxes, TestBox, i);

      if (i != missing)
        test_graph_add_box (copy, box->key, box->n_rows, box->least_layer);
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      const TestLink *link = &g_array_index (self->links, TestLink, i);

      if (link->from != missing && link->to != missing)
        test_graph_add_link (copy, link->from - (link->from > missing),
                             link->to - (link->to > missing), link->port, link->weight);
    }

  return copy;
}

static TestGraph *
random_graph (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  return seed % 2 == 0 ? test_graph_random (random, 24, FALSE)
                       : test_graph_plan (random, 4 + seed % 40, seed % 31);
}

static void
check_from (TestGraph *before, const OkrGraphLayout *earlier, TestGraph *after, guint32 seed)
{
  g_autoptr (OkrGraphLayout) later = test_graph_lay_out (after, earlier);
  const guint n_flips = test_graph_count_flips (before, earlier, after, later);

  test_graph_check (after, later);
  if (n_flips > 0)
    g_error ("seed %u: %u flips", seed, n_flips);
}

/* Without one box; and with it again, which is as adding it. */
static void
test_add_and_remove (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (TestGraph) graph = random_graph (seed);
      g_autoptr (TestGraph) less = NULL;
      g_autoptr (OkrGraphLayout) whole = NULL, part = NULL;

      if (graph->boxes->len == 0)
        continue;
      less = copy_but (graph, seed % graph->boxes->len);
      whole = test_graph_lay_out (graph, NULL);
      part = test_graph_lay_out (less, NULL);
      check_from (graph, whole, less, seed);
      check_from (less, part, graph, seed);
    }
}

static TestGraph *
align_other (TestGraph *self, guint link, guint to)
{
  TestGraph *copy = test_graph_new ();

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TestBox *box = &g_array_index (self->boxes, TestBox, i);

      test_graph_add_box (copy, box->key, box->n_rows, box->least_layer);
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      const TestLink *it = &g_array_index (self->links, TestLink, i);

      test_graph_add_link (copy, it->from, i == link ? to : it->to, i == link ? -1 : it->port,
                           it->weight);
    }

  return copy;
}

static gboolean
has_loop (TestGraph *self, const OkrGraphLayout *layout)
{
  for (guint i = 0; i < self->links->len; i++)
    if (okr_graph_layout_is_ignored (layout, i))
      return TRUE;

  return FALSE;
}

/* Only the box that is aligned with another one may leave its place. */
static void
test_align (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (TestGraph) graph = random_graph (seed);
      g_autoptr (TestGraph) other = NULL;
      g_autoptr (OkrGraphLayout) earlier = NULL, later = NULL;
      guint link, moved;

      if (graph->links->len == 0)
        continue;
      link = seed % graph->links->len;
      moved = g_array_index (graph->links, TestLink, link).from;
      other = align_other (graph, link, (seed / 7) % graph->boxes->len);
      earlier = test_graph_lay_out (graph, NULL);
      later = test_graph_lay_out (other, earlier);
      test_graph_check (other, later);
      if (has_loop (other, later))
        continue;
      g_hash_table_remove (graph->names, g_array_index (graph->boxes, TestBox, moved).key);
      if (test_graph_count_flips (graph, earlier, other, later) > 0)
        g_error ("seed %u: %u flips", seed, test_graph_count_flips (graph, earlier, other, later));
    }
}

/* What a box is called is not for the layout; and what is as before looks as before. */
static void
test_again (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (TestGraph) graph = random_graph (seed);
      g_autoptr (OkrGraphLayout) cold = test_graph_lay_out (graph, NULL);
      g_autoptr (OkrGraphLayout) warm = test_graph_lay_out (graph, cold);
      g_autofree char *cold_text = test_graph_describe (graph, cold);
      g_autofree char *warm_text = test_graph_describe (graph, warm);

      if (!g_str_equal (cold_text, warm_text))
        g_test_message ("seed %u", seed);
      g_assert_cmpstr (warm_text, ==, cold_text);
    }
}

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *expected;
} Case;

static const Case cases[] = {
  { "add-last-child", "m a b c d a>m b>m c>a d>b", "m a b c d e a>m b>m c>a d>b e>a",
    "m | a b | c e d" },
  { "add-first-child", "m a b c d a>m b>m c>a d>b", "m a b x c d a>m b>m c>a d>b x>a",
    "m | a b | x c d" },
  { "add-to-row", "m:2 a b c a>m.0 b>m.1 c>m.1", "m:2 a b c d a>m.0 b>m.1 c>m.1 d>m.0",
    "m | a d b c" },
  { "align-with-other", "m a b c d e a>m b>m c>a d>a e>b", "m a b c d e a>m b>m c>b d>a e>b",
    "m | a b | d c e" },
  { "align-with-row", "m:2 a b c a>m.0 b>m.0 c>m.1", "m:2 a b c a>m.1 b>m.0 c>m.1", "m | b a c" },
  { "keep-a-crossing", "m a b c d a>m b>m c>b d>a", "m a b c d a>m b>m c>b d>a", "m | a b | d c" },
  { "remove-parent", "m a b c d a>m b>m c>a d>b", "m b c@2 d b>m d>b", "m | b | c d" },
  { "add-alone", "m a b a>m b>m", "m x a b a>m b>m", "m x | a b" },
};

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (TestGraph) before = test_graph_from_words (it->before);
  g_autoptr (TestGraph) after = test_graph_from_words (it->after);
  g_autoptr (OkrGraphLayout) earlier = test_graph_lay_out (before, NULL);
  g_autoptr (OkrGraphLayout) later = test_graph_lay_out (after, earlier);
  g_autofree char *layers = test_graph_list_layers (after, later);

  test_graph_check (after, later);
  g_assert_cmpstr (layers, ==, it->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph/warm-start/add-and-remove", test_add_and_remove);
  g_test_add_func ("/graph/warm-start/align", test_align);
  g_test_add_func ("/graph/warm-start/again", test_again);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/graph/warm-start/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
