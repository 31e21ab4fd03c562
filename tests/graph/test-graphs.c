/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-graphs.h"

#include <math.h>
#include <string.h>

static void
clear_box (gpointer data)
{
  g_free (((TestBox *) data)->key);
}

TestGraph *
test_graph_new (void)
{
  TestGraph *self = g_new0 (TestGraph, 1);

  self->graph = okr_graph_new ();
  self->boxes = g_array_new (FALSE, FALSE, sizeof (TestBox));
  g_array_set_clear_func (self->boxes, clear_box);
  self->links = g_array_new (FALSE, FALSE, sizeof (TestLink));
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spacing = (OkrGraphSpacing) OKR_GRAPH_DEFAULT_SPACING;

  return self;
}

void
test_graph_free (TestGraph *self)
{
  okr_graph_free (self->graph);
  g_array_unref (self->boxes);
  g_array_unref (self->links);
  g_hash_table_unref (self->names);
  g_free (self);
}

static guint
add_box (TestGraph *self, const TestBox *box)
{
  const guint number =
      okr_graph_add_box (self->graph, box->key, box->width, box->height, box->least_layer);

  for (guint i = 0; i < box->n_rows; i++)
    okr_graph_add_port (self->graph, number, TEST_HEAD + i * TEST_ROW, TEST_ROW);
  g_array_append_val (self->boxes, *box);
  g_hash_table_insert (self->names, g_strdup (box->key), GUINT_TO_POINTER (number + 1));

  return number;
}

guint
test_graph_add_box (TestGraph *self, const char *key, guint n_rows, int least_layer)
{
  const TestBox box = { g_strdup (key), TEST_WIDTH, TEST_HEAD + n_rows * TEST_ROW, n_rows,
                        least_layer };

  return add_box (self, &box);
}

void
test_graph_add_link (TestGraph *self, guint from, guint to, int port, double weight)
{
  const TestLink link = { from, to, port, weight };

  okr_graph_add_link (self->graph, from, to, port, weight);
  g_array_append_val (self->links, link);
}

guint
test_graph_find (TestGraph *self, const char *key)
{
  const guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, key));

  g_assert_cmpuint (number, >, 0);

  return number - 1;
}

/* Cuts a word at @mark and gives the number behind it. */
static int
cut (char *word, char mark, int otherwise)
{
  char *end = strchr (word, mark);

  if (end == NULL)
    return otherwise;
  *end = '\0';

  return (int) g_ascii_strtoll (end + 1, NULL, 10);
}

static void
add_word (TestGraph *self, char *word)
{
  char *to = strchr (word, '>');

  if (to == NULL)
    {
      const int layer = cut (word, '@', -1);
      const int n_rows = cut (word, ':', 0);

      test_graph_add_box (self, word, (guint) n_rows, layer);
    }
  else
    {
      const int weight = cut (to, '*', 1);
      const int port = cut (to, '.', -1);

      *to = '\0';
      test_graph_add_link (self, test_graph_find (self, word), test_graph_find (self, to + 1), port,
                           weight);
    }
}

TestGraph *
test_graph_from_words (const char *words)
{
  TestGraph *self = test_graph_new ();
  g_auto (GStrv) list = g_strsplit_set (words, " \n", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0')
      add_word (self, list[i]);

  return self;
}

static int
choose_port (TestGraph *self, GRand *random, guint box)
{
  const guint n_rows = g_array_index (self->boxes, TestBox, box).n_rows;

  return n_rows == 0 ? -1 : g_rand_int_range (random, -1, (int) n_rows);
}

TestGraph *
test_graph_random (GRand *random, guint most_boxes, gboolean loops)
{
  TestGraph *self = test_graph_new ();
  const guint n_boxes = (guint) g_rand_int_range (random, 0, (int) most_boxes + 1);
  const guint n_links = n_boxes < 2 ? 0 : (guint) g_rand_int_range (random, 0, (int) n_boxes * 2);
  const gboolean hints = g_rand_int_range (random, 0, 3) == 0;

  for (guint i = 0; i < n_boxes; i++)
    {
      const guint n_rows = (guint) g_rand_int_range (random, 0, 5);
      const TestBox box = { g_strdup_printf ("b%u", i), g_rand_double_range (random, 20, 300),
                            TEST_HEAD + n_rows * TEST_ROW + g_rand_int_range (random, 0, 2) * 11,
                            n_rows, hints ? g_rand_int_range (random, -1, 5) : -1 };

      add_box (self, &box);
    }
  for (guint i = 0; i < n_links; i++)
    {
      guint from = (guint) g_rand_int_range (random, 0, (int) n_boxes);
      guint to = (guint) g_rand_int_range (random, 0, (int) n_boxes);

      if (!loops && from == to)
        continue;
      if (!loops && from < to)
        {
          const guint other = from;

          from = to;
          to = other;
        }
      test_graph_add_link (self, from, to, choose_port (self, random, to),
                           g_rand_boolean (random) ? 8 : 1);
    }

  return self;
}

/* Four to six children each, so that a level has about five times the boxes of the one before. */
TestGraph *
test_graph_plan (GRand *random, guint n_boxes, guint extra)
{
  TestGraph *self = test_graph_new ();

  for (guint i = 0; i < n_boxes; i++)
    {
      g_autofree char *key = g_strdup_printf ("o%u", i);
      const guint n_rows = i == 0 ? 0 : (guint) g_rand_int_range (random, 2, 5);

      test_graph_add_box (self, key, n_rows, -1);
    }
  for (guint i = 1; i < n_boxes; i++)
    {
      const guint main = (i - 1) / 5;

      test_graph_add_link (self, i, main, choose_port (self, random, main), 8);
      if ((guint) g_rand_int_range (random, 0, 100) < extra)
        {
          const guint other = (guint) g_rand_int_range (random, 0, (int) (i + 4) / 5);

          test_graph_add_link (self, i, other, choose_port (self, random, other), 1);
        }
    }

  return self;
}

OkrGraphLayout *
test_graph_lay_out (TestGraph *self, const OkrGraphLayout *earlier)
{
  OkrGraphLayout *layout;

  okr_graph_set_spacing (self->graph, &self->spacing);
  layout = okr_graph_layout_new (self->graph, earlier, NULL);
  g_assert_nonnull (layout);

  return layout;
}

static guint
get_layer (const OkrGraphLayout *layout, guint box)
{
  guint layer;

  okr_graph_layout_get_place (layout, box, NULL, NULL, &layer);

  return layer;
}

static double
get_y (const OkrGraphLayout *layout, guint box)
{
  double y;

  okr_graph_layout_get_place (layout, box, NULL, &y, NULL);

  return y;
}

typedef struct
{
  guint box;
  guint layer;
  double y;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  if (first->layer != second->layer)
    return first->layer < second->layer ? -1 : 1;

  return first->y < second->y ? -1 : first->y > second->y;
}

/* The boxes by layers, each from the top. */
static GArray *
sort_boxes (TestGraph *self, const OkrGraphLayout *layout)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const Place place = { i, get_layer (layout, i), get_y (layout, i) };

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);

  return places;
}

static void
check_boxes (TestGraph *self, const OkrGraphLayout *layout, GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *it = &g_array_index (places, Place, i);
      const TestBox *box = &g_array_index (self->boxes, TestBox, it->box);
      double x;

      okr_graph_layout_get_place (layout, it->box, &x, NULL, NULL);
      g_assert_true (isfinite (x) && isfinite (it->y));
      g_assert_cmpfloat_with_epsilon (x, okr_graph_layout_get_layer_x (layout, it->layer), 1e-6);
      g_assert_cmpfloat (x + box->width, <=, okr_graph_layout_get_width (layout) + 1e-6);
      g_assert_cmpfloat (it->y, >=, -1e-6);
      g_assert_cmpfloat (it->y + box->height, <=, okr_graph_layout_get_height (layout) + 1e-6);
      g_assert_cmpfloat (box->width, <=, okr_graph_layout_get_layer_width (layout, it->layer));
      g_assert_cmpint ((int) it->layer, >=, box->least_layer);
      if (i > 0 && it[-1].layer == it->layer)
        g_assert_cmpfloat (it[-1].y + g_array_index (self->boxes, TestBox, it[-1].box).height +
                               self->spacing.box_gap,
                           <=, it->y + 1e-6);
    }
  for (guint i = 1; i < okr_graph_layout_get_n_layers (layout); i++)
    g_assert_cmpfloat (okr_graph_layout_get_layer_x (layout, i - 1) +
                           okr_graph_layout_get_layer_width (layout, i - 1),
                       <=, okr_graph_layout_get_layer_x (layout, i));
}

GArray *
test_graph_sample_link (const OkrGraphLayout *layout, guint link)
{
  GArray *samples = g_array_new (FALSE, FALSE, sizeof (OkrGraphPoint));
  guint n_points;
  const OkrGraphPoint *points = okr_graph_layout_get_points (layout, link, &n_points);

  for (guint i = 0; i < n_points; i++)
    {
      g_array_append_val (samples, points[i]);
      for (guint j = 1; j < 8 && i + 1 < n_points; j++)
        {
          const double t = j / 8.0, s = 1 - t;
          const double middle = (points[i].x + points[i + 1].x) / 2;
          const OkrGraphPoint sample = {
            s * s * s * points[i].x + 3 * s * t * middle + t * t * t * points[i + 1].x,
            s * s * (s + 3 * t) * points[i].y + t * t * (t + 3 * s) * points[i + 1].y
          };

          g_array_append_val (samples, sample);
        }
    }

  return samples;
}

static gboolean
is_inside (TestGraph *self, const OkrGraphLayout *layout, guint box, const OkrGraphPoint *point)
{
  const TestBox *it = &g_array_index (self->boxes, TestBox, box);
  double x, y;

  okr_graph_layout_get_place (layout, box, &x, &y, NULL);

  return point->x > x + 1e-6 && point->x < x + it->width - 1e-6 && point->y > y + 1e-6 &&
         point->y < y + it->height - 1e-6;
}

/* The first of the sorted boxes in or below @layer that ends below @y: the only one of its layer
 * that the height can lie in. */
static const Place *
find_box (TestGraph *self, GArray *places, guint layer, double y)
{
  guint low = 0, high = places->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;
      const Place *it = &g_array_index (places, Place, middle);

      if (it->layer < layer ||
          (it->layer == layer && it->y + g_array_index (self->boxes, TestBox, it->box).height < y))
        low = middle + 1;
      else
        high = middle;
    }

  return low < places->len ? &g_array_index (places, Place, low) : NULL;
}

static void
check_ends (TestGraph *self, const OkrGraphLayout *layout, const TestLink *link, GArray *curve)
{
  const TestBox *from = &g_array_index (self->boxes, TestBox, link->from);
  const TestBox *to = &g_array_index (self->boxes, TestBox, link->to);
  const OkrGraphPoint *first = &g_array_index (curve, OkrGraphPoint, 0);
  const OkrGraphPoint *last = &g_array_index (curve, OkrGraphPoint, curve->len - 1);
  double x, y;

  okr_graph_layout_get_place (layout, link->from, &x, &y, NULL);
  g_assert_cmpfloat_with_epsilon (first->x, x, 1e-6);
  g_assert_cmpfloat_with_epsilon (first->y, y + (from->n_rows > 0 ? TEST_HEAD : from->height) / 2,
                                  1e-6);
  okr_graph_layout_get_place (layout, link->to, &x, &y, NULL);
  g_assert_cmpfloat_with_epsilon (last->x, x + to->width, 1e-6);
  if (link->port >= 0)
    y += TEST_HEAD + (link->port + 0.5) * TEST_ROW;
  else
    y += (to->n_rows > 0 ? TEST_HEAD : to->height) / 2;
  g_assert_cmpfloat_with_epsilon (last->y, y, 1e-6);
}

static void
check_curve (TestGraph *self, const OkrGraphLayout *layout, guint link, GArray *places)
{
  g_autoptr (GArray) curve = test_graph_sample_link (layout, link);
  const TestLink *it = &g_array_index (self->links, TestLink, link);

  if (okr_graph_layout_is_ignored (layout, link))
    {
      g_assert_cmpuint (curve->len, ==, 0);
      return;
    }

  g_assert_cmpuint (get_layer (layout, it->from), >, get_layer (layout, it->to));
  check_ends (self, layout, it, curve);
  for (guint i = 0; i < curve->len; i++)
    {
      const OkrGraphPoint *point = &g_array_index (curve, OkrGraphPoint, i);

      g_assert_true (isfinite (point->x) && isfinite (point->y));
      if (i > 0)
        g_assert_cmpfloat (point->x, <=, g_array_index (curve, OkrGraphPoint, i - 1).x + 1e-6);
      for (guint layer = get_layer (layout, it->to); layer <= get_layer (layout, it->from); layer++)
        {
          const Place *box = find_box (self, places, layer, point->y);

          if (box != NULL && is_inside (self, layout, box->box, point))
            g_error ("link %u runs under %s", link,
                     g_array_index (self->boxes, TestBox, box->box).key);
        }
    }
}

void
test_graph_check (TestGraph *self, const OkrGraphLayout *layout)
{
  g_autoptr (GArray) places = sort_boxes (self, layout);

  check_boxes (self, layout, places);
  for (guint i = 0; i < self->links->len; i++)
    check_curve (self, layout, i, places);
}

char *
test_graph_list_layers (TestGraph *self, const OkrGraphLayout *layout)
{
  g_autoptr (GArray) places = sort_boxes (self, layout);
  GString *text = g_string_new (NULL);
  guint next = 0;

  for (guint layer = 0; layer < okr_graph_layout_get_n_layers (layout); layer++)
    {
      if (layer > 0)
        g_string_append (text, " |");
      for (; next < places->len && g_array_index (places, Place, next).layer == layer; next++)
        g_string_append_printf (
            text, "%s%s", text->len > 0 ? " " : "",
            g_array_index (self->boxes, TestBox, g_array_index (places, Place, next).box).key);
    }

  return g_string_free (text, FALSE);
}

static void
describe_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, " %s",
                          g_ascii_formatd (buffer, sizeof buffer, "%.2f", number + 1e-9));
}

char *
test_graph_describe (TestGraph *self, const OkrGraphLayout *layout)
{
  GString *text = g_string_new ("size");

  describe_number (text, okr_graph_layout_get_width (layout));
  describe_number (text, okr_graph_layout_get_height (layout));
  g_string_append_printf (text, "\ncrossings %" G_GUINT64_FORMAT "\n",
                          okr_graph_layout_get_n_crossings (layout));
  for (guint i = 0; i < self->boxes->len; i++)
    {
      double x, y;
      guint layer;

      okr_graph_layout_get_place (layout, i, &x, &y, &layer);
      g_string_append_printf (text, "%s layer %u at", g_array_index (self->boxes, TestBox, i).key,
                              layer);
      describe_number (text, x);
      describe_number (text, y);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      const TestLink *link = &g_array_index (self->links, TestLink, i);
      guint n_points;
      const OkrGraphPoint *points = okr_graph_layout_get_points (layout, i, &n_points);

      g_string_append_printf (text, "%s>%s", g_array_index (self->boxes, TestBox, link->from).key,
                              g_array_index (self->boxes, TestBox, link->to).key);
      if (okr_graph_layout_is_ignored (layout, i))
        g_string_append (text, " ignored");
      for (guint j = 0; j < n_points; j++)
        {
          describe_number (text, points[j].x);
          describe_number (text, points[j].y);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

double
test_graph_measure_links (TestGraph *self, const OkrGraphLayout *layout)
{
  double length = 0;

  for (guint i = 0; i < self->links->len; i++)
    {
      g_autoptr (GArray) curve = test_graph_sample_link (layout, i);

      for (guint j = 1; j < curve->len; j++)
        {
          const OkrGraphPoint *a = &g_array_index (curve, OkrGraphPoint, j);

          length += hypot (a->x - a[-1].x, a->y - a[-1].y);
        }
    }

  return length;
}

guint
test_graph_count_flips (TestGraph *before, const OkrGraphLayout *earlier, TestGraph *after,
                        const OkrGraphLayout *later)
{
  g_autoptr (GArray) places = sort_boxes (after, later);
  guint n_flips = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const guint box = g_array_index (places, Place, i).box;
      const guint was = GPOINTER_TO_UINT (
          g_hash_table_lookup (before->names, g_array_index (after->boxes, TestBox, box).key));

      for (guint j = i + 1; j < places->len && was > 0; j++)
        {
          const guint other = g_array_index (places, Place, j).box;
          const guint other_was = GPOINTER_TO_UINT (g_hash_table_lookup (
              before->names, g_array_index (after->boxes, TestBox, other).key));

          if (g_array_index (places, Place, j).layer != g_array_index (places, Place, i).layer)
            break;
          n_flips += other_was > 0 &&
                     get_layer (earlier, was - 1) == get_layer (earlier, other_was - 1) &&
                     get_y (earlier, was - 1) > get_y (earlier, other_was - 1);
        }
    }

  return n_flips;
}
