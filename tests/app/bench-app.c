/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long people wait for the window: a table for each size of plan. Prints, asserts nothing.
 * BENCH_OBJECTIVES=1000 measures one size only, BENCH_GRAPH=1 the graph alone, BENCH_SEARCH=1 the
 * search alone. Times are those that
 * the processor works for the window: what else the machine does at the same time does not count,
 * but for what is waited for in another thread. */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

#include "test-plans.h"
#include "waymark-alignment-view.h"
#include "waymark-graph-canvas.h"
#include "waymark-window.h"

#define N_SCROLL_STEPS 120
#define SCROLL_STEP 120
#define N_REPEATS 8

typedef struct
{
  GtkWidget *window;
  OkrPlan *plan;
  guint n_frames;
} Bench;

static void
on_after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->n_frames++;
}

/* In milliseconds. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static gboolean
on_timeout_cb (gpointer over)
{
  *(gboolean *) over = TRUE;

  return G_SOURCE_REMOVE;
}

/* Runs the main loop until something was painted, at most a tenth of a second; returns the work. */
static double
wait_for_frame (Bench *bench)
{
  const guint before = bench->n_frames;
  const double start = get_time ();
  gboolean over = FALSE;
  const guint timeout = g_timeout_add (100, on_timeout_cb, &over);

  while (bench->n_frames == before && !over)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (timeout);

  return get_time () - start;
}

static void
settle (Bench *bench)
{
  for (guint i = 0; i < 20; i++)
    {
      gtk_widget_queue_draw (bench->window);
      wait_for_frame (bench);
    }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

static void
report (const char *what, double *times, guint n)
{
  qsort (times, n, sizeof *times, compare_times);
  g_print ("  %-34s %8.1f %8.1f\n", what, times[n / 2], times[n - 1]);
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What a step costs is the work of finding the new rows, and the frame that shows them. */
static void
scroll (Bench *bench, const char *what, double step)
{
  GtkWidget *list = find_list (bench->window);
  GtkAdjustment *adjustment;
  double times[N_SCROLL_STEPS];

  g_assert_nonnull (list);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  gtk_adjustment_set_value (adjustment, 0);
  settle (bench);
  for (guint i = 0; i < N_SCROLL_STEPS; i++)
    {
      const double start = get_time ();

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      wait_for_frame (bench);
      times[i] = get_time () - start;
    }
  report (what, times, N_SCROLL_STEPS);
  gtk_adjustment_set_value (adjustment, 0);
  settle (bench);
}

typedef void (*Step) (Bench *bench, guint i);

static void
repeat (Bench *bench, const char *what, Step step)
{
  g_autofree char *frame_what = g_strconcat (what, ", its frame", NULL);
  double times[N_REPEATS];
  double frames[N_REPEATS];

  for (guint i = 0; i < N_REPEATS; i++)
    {
      const double start = get_time ();

      step (bench, i);
      times[i] = get_time () - start;
      frames[i] = wait_for_frame (bench);
      settle (bench);
    }
  report (what, times, N_REPEATS);
  report (frame_what, frames, N_REPEATS);
}

static void
check_in (Bench *bench, guint i)
{
  g_autoptr (OkrObjective) objective =
    g_list_model_get_item (okr_plan_get_objectives (bench->plan), 0);
  g_autoptr (OkrKeyResult) kr =
    g_list_model_get_item (okr_objective_get_key_results (objective), 0);
  const OkrCheckInEntry entry = { .value = 30 + i, .confidence = 7 };

  okr_edit_check_in (bench->plan, kr, &entry, NULL);
}

/* An objective far down turns from a leaf of one branch into one of another, and back. */
static void
align (Bench *bench, guint i)
{
  GListModel *objectives = okr_plan_get_objectives (bench->plan);
  g_autoptr (OkrItem) objective =
    g_list_model_get_item (objectives, g_list_model_get_n_items (objectives) - 1);
  const char *target[] = { i % 2 == 0 ? "o-0000000001" : "o-0000000002", NULL };

  okr_edit_set_strings (bench->plan, objective, "contributesTo", target, NULL);
}

static void
search (Bench *bench, guint i)
{
  static const char *const words[] = { "", "n", "nu", "number 1", "person 3", "key result 2" };

  waymark_session_set_search (waymark_window_get_session (WAYMARK_WINDOW (bench->window)),
                              words[(i + 1) % G_N_ELEMENTS (words)]);
}

static void
clear_search (Bench *bench)
{
  waymark_session_set_search (waymark_window_get_session (WAYMARK_WINDOW (bench->window)), "");
  settle (bench);
}

static void
show_view (Bench *bench, const char *view)
{
  g_autofree char *what = g_strdup_printf ("open the %s", view);
  const double start = get_time ();
  double time;

  gtk_widget_activate_action (bench->window, "win.view", "s", view);
  wait_for_frame (bench);
  time = get_time () - start;
  report (what, &time, 1);
  settle (bench);
}

static void
expand_all (Bench *bench)
{
  const double start = get_time ();
  double time;

  gtk_widget_activate_action (find_list (bench->window), "tree.expand-all", NULL);
  wait_for_frame (bench);
  time = get_time () - start;
  report ("expand the tree", &time, 1);
  settle (bench);
}

/* The first key of a search, when nothing about the plan is known yet. */
static void
search_first (Bench *bench, const char *view)
{
  g_autofree char *what = g_strdup_printf ("first key in the %s", view);
  g_autofree char *frame_what = g_strconcat (what, ", its frame", NULL);
  double times[N_REPEATS];
  double frames[N_REPEATS];

  for (guint i = 0; i < N_REPEATS; i++)
    {
      double start;

      clear_search (bench);
      start = get_time ();
      search (bench, i % 2 == 0 ? 0 : 3);
      times[i] = get_time () - start;
      frames[i] = wait_for_frame (bench);
    }
  report (what, times, N_REPEATS);
  report (frame_what, frames, N_REPEATS);
}

static void
measure_search (Bench *bench, const char *view)
{
  g_autofree char *what = g_strdup_printf ("search in the %s", view);

  search_first (bench, view);
  clear_search (bench);
  repeat (bench, what, search);
  clear_search (bench);
}

static void
measure_views (Bench *bench)
{
  repeat (bench, "check-in in the list", check_in);
  measure_search (bench, "list");
  scroll (bench, "scroll the list", SCROLL_STEP);
  scroll (bench, "scroll the list by pages", 700);

  show_view (bench, "tree");
  repeat (bench, "check-in in the tree", check_in);
  repeat (bench, "align in the tree", align);
  measure_search (bench, "tree");
  scroll (bench, "scroll the tree", SCROLL_STEP);
  expand_all (bench);
  repeat (bench, "check-in in the expanded tree", check_in);
  repeat (bench, "align in the expanded tree", align);
  scroll (bench, "scroll the expanded tree", SCROLL_STEP);
  scroll (bench, "scroll the expanded tree by pages", 700);
  show_view (bench, "list");
}

static GtkWidget *
find_canvas (GtkWidget *widget)
{
  GtkWidget *found = WAYMARK_IS_GRAPH_CANVAS (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_canvas (child);

  return found;
}

/* From a place near the mission, by so many pixels each frame, or growing by a factor. */
static void
travel (Bench *bench, const char *what, double scale, double step, double factor)
{
  WaymarkGraphCanvas *canvas = WAYMARK_GRAPH_CANVAS (find_canvas (bench->window));
  WaymarkGraphViewport viewport = *waymark_graph_canvas_get_viewport (canvas);
  double times[N_SCROLL_STEPS];

  viewport.scale = scale;
  waymark_graph_viewport_center (&viewport, viewport.scene_width / 2, viewport.scene_height / 2);
  waymark_graph_canvas_go_to (canvas, &viewport, FALSE);
  settle (bench);
  for (guint i = 0; i < N_SCROLL_STEPS; i++)
    {
      const double start = get_time ();

      if (factor > 0)
        waymark_graph_viewport_zoom (&viewport, viewport.scale * factor, 500, 400);
      else
        waymark_graph_viewport_pan (&viewport, step / 4, i % 60 < 30 ? step : -step);
      waymark_graph_canvas_go_to (canvas, &viewport, FALSE);
      wait_for_frame (bench);
      times[i] = get_time () - start;
    }
  report (what, times, N_SCROLL_STEPS);
}

static void
open_graph (Bench *bench)
{
  WaymarkGraphCanvas *canvas = WAYMARK_GRAPH_CANVAS (find_canvas (bench->window));
  g_autoptr (GTimer) timer = g_timer_new ();
  double time;

  gtk_widget_activate_action (bench->window, "win.view", "s", "alignment");
  while (waymark_graph_canvas_get_picture (canvas) == NULL)
    wait_for_frame (bench);
  time = g_timer_elapsed (timer, NULL) * 1000;
  report ("open the graph, elapsed", &time, 1);
  settle (bench);
}

static void
measure_graph (Bench *bench)
{
  open_graph (bench);
  travel (bench, "move the graph", 1, 40, 0);
  travel (bench, "move the graph, titles only", 0.3, 40, 0);
  travel (bench, "move the graph, colours only", 0.1, 40, 0);
  travel (bench, "move the whole graph", 0.02, 4, 0);
  travel (bench, "zoom into the graph", 0.02, 0, 1.045);
  repeat (bench, "check-in in the graph", check_in);
  measure_search (bench, "graph");
  show_view (bench, "list");
}

static void
open_plan (Bench *bench)
{
  const double start = get_time ();
  double time;

  waymark_window_take_plan (WAYMARK_WINDOW (bench->window), bench->plan);
  wait_for_frame (bench);
  time = get_time () - start;
  report ("list ready", &time, 1);
  settle (bench);
}

static void
measure (GtkApplication *application, guint n_objectives)
{
  /* A plan of more than 64 MiB is refused. */
  const guint n_check_ins = n_objectives < 5000 ? 12 : 3;
  g_autofree char *text = test_generate_document (n_objectives, n_check_ins);
  g_autoptr (OkrPlan) plan = test_plan_from_text (text);
  Bench bench = { GTK_WIDGET (waymark_window_new (application)), plan, 0 };

  gtk_window_present (GTK_WINDOW (bench.window));
  g_signal_connect (gtk_widget_get_frame_clock (bench.window), "after-paint",
                    G_CALLBACK (on_after_paint_cb), &bench);
  settle (&bench);

  g_print ("%u objectives                %8s %8s   milliseconds\n", n_objectives, "median",
           "longest");
  open_plan (&bench);
  if (g_getenv ("BENCH_SEARCH") != NULL)
    {
      measure_search (&bench, "list");
      show_view (&bench, "tree");
      measure_search (&bench, "tree");
    }
  else
    {
      if (g_getenv ("BENCH_GRAPH") == NULL)
        measure_views (&bench);
      measure_graph (&bench);
    }
  gtk_window_destroy (GTK_WINDOW (bench.window));
}

static void
on_activate_cb (GtkApplication *application)
{
  const char *only = g_getenv ("BENCH_OBJECTIVES");

  if (only != NULL)
    measure (application, (guint) g_ascii_strtoull (only, NULL, 10));
  else
    {
      measure (application, 100);
      measure (application, 1000);
      measure (application, 10000);
    }
  g_application_quit (G_APPLICATION (application));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application =
    adw_application_new (WAYMARK_APPLICATION_ID, G_APPLICATION_NON_UNIQUE);

  test_init (&argc, &argv);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
