/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times laying out plans of several sizes. Each size in a process of its own, so that peak memory
 * is that size's. */
#include <locale.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "test-graphs.h"

#define N_TIMES 5

typedef struct
{
  guint n_boxes;
  guint extra; /* of 100 have another parent */
} Size;

static const Size sizes[] = { { 100, 8 },  { 300, 8 },  { 1000, 0 },  { 1000, 5 }, { 1000, 8 },
                              { 2000, 6 }, { 5000, 6 }, { 10000, 0 }, { 10000, 6 } };

static glong
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss;
}

/* Processor time: what other programs do meanwhile does not count. */
static double
time_layout (TestGraph *graph, const OkrGraphLayout *earlier, OkrGraphLayout **layout)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_TIMES; i++)
    {
      const clock_t start = clock ();

      g_clear_pointer (layout, okr_graph_layout_unref);
      *layout = test_graph_lay_out (graph, earlier);
      best = MIN (best, (double) (clock () - start) * 1000 / CLOCKS_PER_SEC);
    }

  return best;
}

static void
run (const Size *size)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (TestGraph) graph = test_graph_plan (random, size->n_boxes, size->extra);
  g_autoptr (OkrGraphLayout) first = NULL, again = NULL;
  const glong before = get_peak ();
  const double cold = time_layout (graph, NULL, &first);
  const double warm = time_layout (graph, first, &again);

  g_print ("%6u %5u %% %8.1f %8.1f %8.1f %12" G_GUINT64_FORMAT " %10.0f\n", size->n_boxes,
           size->extra, cold, warm, (double) (get_peak () - before) / 1024,
           okr_graph_layout_get_n_crossings (first),
           test_graph_measure_links (graph, first) / 1000);
}

int
main (void)
{
  setlocale (LC_ALL, "");
  g_print ("Processor time in ms, the best of %u; peak memory in MiB.\n", N_TIMES);
  g_print ("%6s %7s %8s %8s %8s %12s %10s\n", "boxes", "extra", "cold", "warm", "memory",
           "crossings", "length/k");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const pid_t child = fork ();

      if (child == 0)
        {
          run (&sizes[i]);
          exit (EXIT_SUCCESS);
        }
      waitpid (child, NULL, 0);
    }

  return EXIT_SUCCESS;
}
