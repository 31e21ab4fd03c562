/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layers, order and heights of small graphs, and what every layout has to offer. */
#include "test-graphs.h"

#include <math.h>

#define N_ROUNDS 400

typedef struct
{
  const char *name;
  const char *words;
  const char *layers;
  const char *ignored; /* links, as their numbers */
  guint n_crossings;
} Case;

static const Case cases[] = {
  { "empty", "", "", "", 0 },
  { "single", "a", "a", "", 0 },
  { "single-with-rows", "a:3", "a", "", 0 },
  { "single-hinted", "a@2", " | | a", "", 0 },
  { "pair", "a b b>a", "a | b", "", 0 },
  { "pair-other-way", "b a b>a", "a | b", "", 0 },
  { "chain", "a b c b>a c>b", "a | b | c", "", 0 },
  { "plan-order", "m a b c c>m a>m b>m", "m | a b c", "", 0 },
  { "row-order", "m:3 a b c a>m.2 b>m.1 c>m.0", "m | c b a", "", 0 },
  { "head-before-rows", "m:2 a b a>m.1 b>m", "m | b a", "", 0 },
  { "grandchildren-follow", "m a b c d a>m b>m c>b d>a", "m | a b | d c", "", 0 },
  { "long-link", "m a b a>m b>a b>m", "m | a | b", "", 0 },
  { "longest-path", "m a b c a>m b>a c>b c>m", "m | a | b | c", "", 0 },
  { "least-layer", "m@0 a@2 b a>m b>a", "m | | a | b", "", 0 },
  { "root-without-hint-follows", "m a@2 b a>m b>a", " | m | a | b", "", 0 },
  { "least-layer-behind-parent", "m a b@1 a>m b>a", "m | a | b", "", 0 },
  { "late-root-follows-its-child", "m a b r c a>m b>a c>b c>r", "m | a | b r | c", "", 0 },
  { "hinted-root-stays", "m a b r@1 c a>m b>a c>b c>r", "m | a r | b | c", "", 0 },
  { "to-parents-when-balanced", "m a b c d a>m*8 c>m b>c d>b d>a", "m | a c | b | d", "", 0 },
  { "crossing-is-left-when-needed", "m n a b a>m a>n b>m b>n", "m n | a b", "", 1 },
  { "extra-link-reorders", "m a b c d a>m*8 b>m*8 c>m*8 d>a*8 d>c", "m | b a c | d", "", 0 },
  { "branches-move-as-a-whole", "m a b c d e f a>m*8 b>m*8 c>m*8 d>a*8 e>b*8 f>c*8 d>c",
    "m | b a c | e d f", "", 0 },
  { "no-link-at-all", "a b c", "a b c", "", 0 },
  { "two-parts", "a b c d c>a d>b", "a b | c d", "", 0 },
  { "loop-to-itself", "a a>a", "a", "0", 0 },
  { "loop-of-two", "a b b>a a>b", "a | b", "1", 0 },
  { "loop-of-two-other-way", "a b a>b b>a", "b | a", "1", 0 },
  { "loop-of-three", "a b c b>a c>b a>c", "a | b | c", "2", 0 },
  { "loop-the-later-gives-way", "a b c a>c b>a c>b", "c | a | b", "2", 0 },
  { "two-loops", "a b c d b>a a>b d>c c>d", "a c | b d", "1 3", 0 },
  { "loop-beside-a-tree", "m a b c a>m b>a a>b c>b", "m | a | b | c", "2", 0 },
  { "same-link-twice", "a b b>a b>a", "a | b", "", 0 },
};

static char *
list_ignored (TestGraph *graph, const OkrGraphLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < graph->links->len; i++)
    if (okr_graph_layout_is_ignored (layout, i))
      g_string_append_printf (text, "%s%u", text->len > 0 ? " " : "", i);

  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (TestGraph) graph = test_graph_from_words (it->words);
  g_autoptr (OkrGraphLayout) layout = test_graph_lay_out (graph, NULL);
  g_autofree char *layers = test_graph_list_layers (graph, layout);
  g_autofree char *ignored = list_ignored (graph, layout);

  test_graph_check (graph, layout);
  g_assert_cmpstr (layers, ==, it->layers);
  g_assert_cmpstr (ignored, ==, it->ignored);
  g_assert_cmpuint (okr_graph_layout_get_n_crossings (layout), ==, it->n_crossings);
}

static void
test_empty (void)
{
  g_autoptr (OkrGraph) graph = okr_graph_new ();
  g_autoptr (OkrGraphLayout) layout = okr_graph_layout_new (graph, NULL, NULL);
  g_autoptr (OkrGraphLayout) again = okr_graph_layout_new (graph, layout, NULL);

  g_assert_cmpuint (okr_graph_layout_get_n_layers (layout), ==, 0);
  g_assert_cmpfloat_with_epsilon (okr_graph_layout_get_width (layout), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (okr_graph_layout_get_height (again), 0, 1e-9);
  g_assert_cmpuint (okr_graph_get_n_boxes (graph) + okr_graph_get_n_links (graph), ==, 0);
}

static void
test_single (void)
{
  g_autoptr (TestGraph) graph = test_graph_from_words ("a:2");
  g_autoptr (OkrGraphLayout) layout = test_graph_lay_out (graph, NULL);
  double x, y;
  guint layer;

  okr_graph_layout_get_place (layout, 0, &x, &y, &layer);
  g_assert_cmpfloat_with_epsilon (x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 0, 1e-9);
  g_assert_cmpuint (layer, ==, 0);
  g_assert_cmpfloat_with_epsilon (okr_graph_layout_get_width (layout), TEST_WIDTH, 1e-9);
  g_assert_cmpfloat_with_epsilon (okr_graph_layout_get_height (layout), TEST_HEAD + 2 * TEST_ROW,
                                  1e-9);
}

static void
test_cancelled (void)
{
  g_autoptr (TestGraph) graph = test_graph_from_words ("a b c b>a c>b");
  g_autoptr (OkrGraphLayout) layout = test_graph_lay_out (graph, NULL);
  volatile gint cancelled = 1;

  g_assert_null (okr_graph_layout_new (graph->graph, NULL, &cancelled));
  g_assert_null (okr_graph_layout_new (graph->graph, layout, &cancelled));
  g_atomic_int_set (&cancelled, 0);
  okr_graph_layout_unref (okr_graph_layout_new (graph->graph, NULL, &cancelled));
}

/* Every box contributes to a number of others before it: many layers, and links over most of them.
 * One that is led from layer to layer has two points for each that it passes. */
static void
test_dense (void)
{
  const guint n_boxes = 600, n_links = 10 * n_boxes;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (TestGraph) graph = test_graph_new ();
  g_autoptr (OkrGraphLayout) layout = NULL;
  g_autoptr (OkrGraphLayout) again = NULL;
  guint n_all_points = 0, n_around = 0;

  for (guint i = 0; i < n_boxes; i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", i);

      test_graph_add_box (graph, key, 0, -1);
    }
  for (guint i = 0; i < n_links; i++)
    {
      const guint from = (guint) g_rand_int_range (random, 1, (int) n_boxes);

      test_graph_add_link (graph, from, (guint) g_rand_int_range (random, 0, (int) from), -1,
                           i % 10 == 0 ? 8 : 1);
    }

  layout = test_graph_lay_out (graph, NULL);
  again = test_graph_lay_out (graph, layout);
  test_graph_check (graph, layout);
  test_graph_check (graph, again);
  g_assert_cmpuint (test_graph_count_flips (graph, layout, graph, again), ==, 0);
  for (guint i = 0; i < n_links; i++)
    {
      guint n_points;
      const OkrGraphPoint *points = okr_graph_layout_get_points (layout, i, &n_points);

      n_all_points += n_points;
      for (guint j = 0; j < n_points; j++)
        n_around += points[j].y >= okr_graph_layout_get_height (layout);
    }
  g_assert_cmpuint (n_around, >, 0);
  g_assert_cmpuint (n_all_points, <, 5 * n_links + 2 * (4096 + 16 * n_boxes));
}

/* How far the middle between the first and the last child is from where its links end. */
static void
check_middle (TestGraph *graph, const OkrGraphLayout *layout, guint box)
{
  double least = G_MAXDOUBLE, most = -G_MAXDOUBLE, climbs[2] = { 0, 0 };

  for (guint i = 0; i < graph->links->len; i++)
    {
      guint n_points;
      const OkrGraphPoint *points = okr_graph_layout_get_points (layout, i, &n_points);
      double climb;

      if (g_array_index (graph->links, TestLink, i).to != box)
        continue;
      climb = points[0].y - points[n_points - 1].y;
      if (points[0].y < least)
        climbs[0] = climb;
      if (points[0].y > most)
        climbs[1] = climb;
      least = MIN (least, points[0].y);
      most = MAX (most, points[0].y);
    }
  g_assert_cmpfloat_with_epsilon (climbs[0] + climbs[1], 0, 2.5); /* as heights are rounded */
}

static TestGraph *
random_forest (GRand *random)
{
  TestGraph *graph = test_graph_new ();
  const guint n_boxes = (guint) g_rand_int_range (random, 1, 60);
  const guint spread = (guint) g_rand_int_range (random, 1, 20);

  for (guint i = 0; i < n_boxes; i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", i);

      test_graph_add_box (graph, key, (guint) g_rand_int_range (random, 0, 5), -1);
    }
  for (guint i = 1; i < n_boxes; i++)
    if (g_rand_int_range (random, 0, 12) > 0)
      {
        const guint to =
            (guint) g_rand_int_range (random, (int) (i > spread ? i - spread : 0), (int) i);
        const int n_rows = (int) g_array_index (graph->boxes, TestBox, to).n_rows;

        test_graph_add_link (graph, i, to, g_rand_int_range (random, -1, n_rows), 8);
      }

  return graph;
}

/* No crossing, and every parent in the middle of its children. */
static void
test_forests (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (TestGraph) graph = random_forest (random);
      g_autoptr (OkrGraphLayout) layout = test_graph_lay_out (graph, NULL);

      g_test_message ("round %u has the seed %u", i, seed);
      test_graph_check (graph, layout);
      g_assert_cmpuint (okr_graph_layout_get_n_crossings (layout), ==, 0);
      for (guint box = 0; box < graph->boxes->len; box++)
        check_middle (graph, layout, box);
    }
}

/* The same again, also when something else was laid out in between, and in another thread. */
static gpointer
describe_plan (gpointer seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  g_autoptr (TestGraph) graph = test_graph_plan (random, 120, 10);
  g_autoptr (OkrGraphLayout) layout = test_graph_lay_out (graph, NULL);

  return test_graph_describe (graph, layout);
}

static void
test_determinism (void)
{
  for (guint seed = 1; seed < 6; seed++)
    {
      g_autofree char *first = describe_plan (GUINT_TO_POINTER (seed));
      g_autofree char *other = describe_plan (GUINT_TO_POINTER (seed + 100));
      GThread *one = g_thread_new ("one", describe_plan, GUINT_TO_POINTER (seed));
      GThread *two = g_thread_new ("two", describe_plan, GUINT_TO_POINTER (seed + 100));
      g_autofree char *again = g_thread_join (one);
      g_autofree char *other_again = g_thread_join (two);

      g_assert_cmpstr (again, ==, first);
      g_assert_cmpstr (other_again, ==, other);
      g_assert_cmpstr (first, !=, other);
    }
}

/* Columns grow apart where links have far to climb, but not without end. */
static void
test_gaps (void)
{
  g_autoptr (TestGraph) few = test_graph_from_words ("m a b a>m b>m");
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (TestGraph) many = test_graph_plan (random, 200, 0);
  g_autoptr (OkrGraphLayout) small = test_graph_lay_out (few, NULL);
  g_autoptr (OkrGraphLayout) large = test_graph_lay_out (many, NULL);
  const double small_gap = okr_graph_layout_get_layer_x (small, 1) - TEST_WIDTH;
  const double large_gap = okr_graph_layout_get_layer_x (large, 1) - TEST_WIDTH;

  g_assert_cmpfloat_with_epsilon (small_gap, few->spacing.layer_gap, 1e-6);
  g_assert_cmpfloat_with_epsilon (large_gap, many->spacing.layer_gap_most, 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/graph/layout/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/graph/layout/nothing", test_empty);
  g_test_add_func ("/graph/layout/one", test_single);
  g_test_add_func ("/graph/layout/cancelled", test_cancelled);
  g_test_add_func ("/graph/layout/dense", test_dense);
  g_test_add_func ("/graph/layout/forests", test_forests);
  g_test_add_func ("/graph/layout/determinism", test_determinism);
  g_test_add_func ("/graph/layout/gaps", test_gaps);

  return g_test_run ();
}
