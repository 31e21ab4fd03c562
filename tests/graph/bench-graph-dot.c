/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays the same boxes out with Graphviz dot, as the yardstick: crossings, length of the links,
 * time. Without dot this only says so. */
#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "test-graphs.h"

#define POINTS_PER_INCH 72.0
#define SAMPLES 8

typedef struct
{
  guint n_links;
  GArray *columns;   /* of Column, from the left */
  GPtrArray *curves; /* of GArray of OkrGraphPoint, from right to left; NULL where there is none */
} Drawing;

typedef struct
{
  double left;
  double right;
} Column;

typedef struct
{
  double left;
  double right;
} Crossing; /* of a link through the gap: its heights at both sides */

static void
free_curve (gpointer curve)
{
  if (curve != NULL)
    g_array_unref (curve);
}

static void
drawing_init (Drawing *self, guint n_links)
{
  self->n_links = n_links;
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->curves = g_ptr_array_new_with_free_func (free_curve);
  g_ptr_array_set_size (self->curves, (int) n_links);
}

static void
drawing_clear (Drawing *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->curves);
}

static void
write_box (GString *text, guint number, const TestBox *box)
{
  g_string_append_printf (
      text,
      "n%u [label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">"
      "<TR><TD PORT=\"h\" FIXEDSIZE=\"TRUE\" WIDTH=\"%d\" HEIGHT=\"%d\"></TD></TR>",
      number, (int) box->width, (int) TEST_HEAD);
  for (guint i = 0; i < box->n_rows; i++)
    g_string_append_printf (
        text, "<TR><TD PORT=\"p%u\" FIXEDSIZE=\"TRUE\" WIDTH=\"%d\" HEIGHT=\"%d\"></TD></TR>", i,
        (int) box->width, (int) TEST_ROW);
  g_string_append (text, "</TABLE>>];\n");
}

static char *
write_dot (TestGraph *graph)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "digraph { rankdir=LR; nodesep=%.4f; ranksep=%.4f;\n"
                          "node [shape=plaintext, margin=0, width=0, height=0];\n"
                          "edge [dir=none];\n",
                          graph->spacing.box_gap / POINTS_PER_INCH,
                          graph->spacing.layer_gap / POINTS_PER_INCH);
  for (guint i = 0; i < graph->boxes->len; i++)
    write_box (text, i, &g_array_index (graph->boxes, TestBox, i));
  for (guint i = 0; i < graph->links->len; i++)
    {
      const TestLink *link = &g_array_index (graph->links, TestLink, i);
      char port[16] = "h";

      if (link->port >= 0)
        g_snprintf (port, sizeof port, "p%d", link->port);
      g_string_append_printf (text, "n%u:%s:e -> n%u:h:w [weight=%d];\n", link->to, port,
                              link->from, (int) link->weight);
    }
  g_string_append (text, "}\n");

  return g_string_free (text, FALSE);
}

static void
sample_cubic (GArray *curve, const OkrGraphPoint *p)
{
  for (guint i = 0; i <= SAMPLES; i++)
    {
      const double t = (double) i / SAMPLES, s = 1 - t;
      const OkrGraphPoint sample = {
        s * s * s * p[0].x + 3 * s * s * t * p[1].x + 3 * s * t * t * p[2].x + t * t * t * p[3].x,
        s * s * s * p[0].y + 3 * s * s * t * p[1].y + 3 * s * t * t * p[2].y + t * t * t * p[3].y
      };

      g_array_append_val (curve, sample);
    }
}

static double
read_length (char **words, guint i)
{
  return g_ascii_strtod (words[i], NULL) * POINTS_PER_INCH;
}

static void
read_edge (Drawing *self, char **words, GHashTable *waiting)
{
  g_autofree char *ends = g_strdup_printf ("%s>%s", words[2], words[1]);
  GQueue *links = g_hash_table_lookup (waiting, ends);
  const guint link = GPOINTER_TO_UINT (g_queue_pop_head (links));
  const guint n_points = (guint) g_ascii_strtoull (words[3], NULL, 10);
  GArray *curve = g_array_new (FALSE, FALSE, sizeof (OkrGraphPoint));

  for (guint i = 0; i + 3 < n_points; i += 3)
    {
      OkrGraphPoint p[4];

      for (guint j = 0; j < 4; j++)
        p[j] = (OkrGraphPoint){ read_length (words, 4 + 2 * (i + j)),
                                read_length (words, 5 + 2 * (i + j)) };
      sample_cubic (curve, p);
    }
  g_ptr_array_index (self->curves, link) = curve;
}

static int
compare_columns (gconstpointer a, gconstpointer b)
{
  const Column *first = a;
  const Column *second = b;

  return first->left < second->left ? -1 : first->left > second->left;
}

/* Boxes that share some of their width stand in one column. */
static void
merge_columns (GArray *columns)
{
  guint n = 0;

  g_array_sort (columns, compare_columns);
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *it = &g_array_index (columns, Column, i);
      Column *last = n == 0 ? NULL : &g_array_index (columns, Column, n - 1);

      if (last != NULL && it->left < last->right)
        last->right = MAX (last->right, it->right);
      else
        g_array_index (columns, Column, n++) = *it;
    }
  g_array_set_size (columns, n);
}

static void
read_plain (Drawing *self, TestGraph *graph, const char *plain)
{
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);
  g_autoptr (GHashTable) waiting =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);

  for (guint i = 0; i < graph->links->len; i++)
    {
      const TestLink *link = &g_array_index (graph->links, TestLink, i);
      char *ends = g_strdup_printf ("n%u>n%u", link->from, link->to);
      GQueue *links = g_hash_table_lookup (waiting, ends);

      if (links == NULL)
        g_hash_table_insert (waiting, g_strdup (ends), links = g_queue_new ());
      g_queue_push_tail (links, GUINT_TO_POINTER (i));
      g_free (ends);
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);

      if (g_str_equal (words[0] != NULL ? words[0] : "", "node"))
        {
          const double x = read_length (words, 2), width = read_length (words, 4);
          const Column column = { x - width / 2, x + width / 2 };

          g_array_append_val (self->columns, column);
        }
      else if (g_str_has_prefix (lines[i], "edge "))
        read_edge (self, words, waiting);
    }
  merge_columns (self->columns);
}

static gboolean
run_dot (Drawing *self, TestGraph *graph)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) dot =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                        "dot", "-Tplain", "-y", NULL);
  g_autofree char *text = write_dot (graph);
  g_autofree char *plain = NULL;

  if (dot == NULL || !g_subprocess_communicate_utf8 (dot, text, NULL, &plain, NULL, &error))
    {
      g_print ("dot cannot be run (%s): nothing to compare with.\n", error->message);
      return FALSE;
    }
  if (plain == NULL || !g_str_has_prefix (plain, "graph"))
    {
      g_print ("dot gave no layout.\n");
      return FALSE;
    }
  drawing_init (self, graph->links->len);
  read_plain (self, graph, plain);

  return TRUE;
}

static void
take_layout (Drawing *self, TestGraph *graph, const OkrGraphLayout *layout)
{
  drawing_init (self, graph->links->len);
  for (guint i = 0; i < okr_graph_layout_get_n_layers (layout); i++)
    {
      const double x = okr_graph_layout_get_layer_x (layout, i);
      const Column column = { x, x + okr_graph_layout_get_layer_width (layout, i) };

      g_array_append_val (self->columns, column);
    }
  for (guint i = 0; i < graph->links->len; i++)
    g_ptr_array_index (self->curves, i) = test_graph_sample_link (layout, i);
}

/* The height of a curve at @x, if it comes there. */
static gboolean
find_height (GArray *curve, double x, double *y)
{
  for (guint i = 1; i < curve->len; i++)
    {
      const OkrGraphPoint *a = &g_array_index (curve, OkrGraphPoint, i - 1);
      const OkrGraphPoint *b = &g_array_index (curve, OkrGraphPoint, i);
      const double low = MIN (a->x, b->x), high = MAX (a->x, b->x);

      if (x < low - 1 || x > high + 1)
        continue;
      *y = high - low < 0.01 ? a->y
                             : a->y + (b->y - a->y) * CLAMP ((x - a->x) / (b->x - a->x), 0, 1);
      return TRUE;
    }

  return FALSE;
}

static guint64
count_crossings (Drawing *self)
{
  guint64 n_crossings = 0;

  for (guint c = 0; c + 1 < self->columns->len; c++)
    {
      g_autoptr (GArray) passing = g_array_new (FALSE, FALSE, sizeof (Crossing));

      for (guint i = 0; i < self->n_links; i++)
        {
          GArray *curve = g_ptr_array_index (self->curves, i);
          Crossing it;

          if (find_height (curve, g_array_index (self->columns, Column, c).right, &it.left) &&
              find_height (curve, g_array_index (self->columns, Column, c + 1).left, &it.right))
            g_array_append_val (passing, it);
        }
      for (guint i = 0; i < passing->len; i++)
        for (guint j = i + 1; j < passing->len; j++)
          {
            const Crossing *a = &g_array_index (passing, Crossing, i);
            const Crossing *b = &g_array_index (passing, Crossing, j);
            const double left = a->left - b->left, right = a->right - b->right;

            n_crossings += fabs (left) > 0.5 && fabs (right) > 0.5 && (left < 0) != (right < 0);
          }
    }

  return n_crossings;
}

static double
measure_length (Drawing *self)
{
  double length = 0;

  for (guint i = 0; i < self->n_links; i++)
    {
      GArray *curve = g_ptr_array_index (self->curves, i);

      for (guint j = 1; j < curve->len; j++)
        {
          const OkrGraphPoint *a = &g_array_index (curve, OkrGraphPoint, j);

          length += hypot (a->x - a[-1].x, a->y - a[-1].y);
        }
    }

  return length;
}

static void
tell (const char *who, Drawing *drawing, gint64 since)
{
  g_print ("  %-8s %12" G_GUINT64_FORMAT " %14.0f %10.1f\n", who, count_crossings (drawing),
           measure_length (drawing), (double) since / 1000);
}

static gboolean
compare (guint32 seed, guint n_boxes, guint extra)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (TestGraph) graph = test_graph_plan (random, n_boxes, extra);
  g_autoptr (OkrGraphLayout) layout = NULL;
  Drawing ours, theirs;
  gint64 start = g_get_monotonic_time ();
  gint64 our_time;

  graph->spacing.layer_gap_most = graph->spacing.layer_gap;
  layout = test_graph_lay_out (graph, NULL);
  our_time = g_get_monotonic_time () - start;
  start = g_get_monotonic_time ();
  g_print ("%u boxes, %u %% with another parent, seed %u\n", n_boxes, extra, seed);
  take_layout (&ours, graph, layout);
  tell ("okr-graph", &ours, our_time);
  drawing_clear (&ours);
  if (!run_dot (&theirs, graph))
    return FALSE;
  tell ("dot", &theirs, g_get_monotonic_time () - start);
  drawing_clear (&theirs);

  return TRUE;
}

int
main (void)
{
  static const struct
  {
    guint n_boxes, extra;
  } cases[] = { { 40, 8 },   { 100, 8 },  { 100, 30 }, { 300, 7 },
                { 1000, 5 }, { 1000, 8 }, { 2000, 6 } };

  g_print ("  %-8s %12s %14s %10s\n", "", "crossings", "length", "ms");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint32 seed = 1; seed <= (cases[i].n_boxes > 300 ? 2 : 3); seed++)
      if (!compare (seed, cases[i].n_boxes, cases[i].extra))
        return 0;

  return 0;
}
