/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long people wait for the window: one line per size of plan. Prints, asserts nothing. */
#include "config.h"

#include <adwaita.h>

#include "test-plans.h"
#include "waymark-window.h"

#define N_SCROLL_STEPS 60
#define N_CHECK_INS 20

typedef struct
{
  gint64 frame_began;
  gint64 longest;
  guint n_frames;
} Frames;

static void
on_before_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->frame_began = g_get_monotonic_time ();
}

static void
on_after_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->longest = MAX (frames->longest, g_get_monotonic_time () - frames->frame_began);
  frames->n_frames++;
}

/* Runs the main loop until something was painted, at most a tenth of a second. */
static void
wait_for_frame (Frames *frames)
{
  const guint before = frames->n_frames;
  const gint64 deadline = g_get_monotonic_time () + G_USEC_PER_SEC / 10;

  while (frames->n_frames == before && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
}

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
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

static double
scroll (GtkWidget *window, const char *view, Frames *frames)
{
  GtkWidget *list;
  GtkAdjustment *adjustment;

  gtk_widget_activate_action (window, "win.view", "s", view);
  for (guint i = 0; i < 30; i++)
    {
      gtk_widget_queue_draw (window);
      wait_for_frame (frames);
    }
  list = find_list (window);
  if (list == NULL)
    g_printerr ("The view “%s” shows no list.\n", view);
  else if (g_str_equal (view, "tree"))
    gtk_widget_activate_action (list, "tree.expand-all", NULL);
  if (list == NULL)
    return 0;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  frames->longest = 0;
  for (guint i = 0; i < N_SCROLL_STEPS; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 120);
      wait_for_frame (frames);
    }

  return (double) frames->longest / 1000;
}

static double
time_check_in (OkrPlan *plan, Frames *frames, double *until_frame)
{
  g_autoptr (OkrObjective) objective = g_list_model_get_item (okr_plan_get_objectives (plan), 0);
  g_autoptr (OkrKeyResult) kr =
    g_list_model_get_item (okr_objective_get_key_results (objective), 0);
  const OkrCheckInEntry entry = { .value = 33, .confidence = 7 };
  const gint64 start = g_get_monotonic_time ();
  double edited;

  for (guint i = 0; i < N_CHECK_INS; i++)
    okr_edit_check_in (plan, kr, &entry, NULL);
  edited = since (start) / N_CHECK_INS;
  frames->longest = 0;
  wait_for_frame (frames);
  *until_frame = (double) frames->longest / 1000;

  return edited;
}

static void
measure (GtkApplication *application, guint n_objectives, guint n_check_ins)
{
  g_autofree char *text = test_generate_document (n_objectives, n_check_ins);
  g_autoptr (OkrPlan) plan = test_plan_from_text (text);
  WaymarkWindow *window = waymark_window_new (application);
  Frames frames = { 0 };
  gint64 start;
  double ready;
  double edit;
  double frame;
  double list;
  double tree;

  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "before-paint",
                    G_CALLBACK (on_before_paint_cb), &frames);
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (on_after_paint_cb), &frames);
  for (guint i = 0; i < 5; i++)
    wait_for_frame (&frames);

  start = g_get_monotonic_time ();
  waymark_window_take_plan (window, plan);
  wait_for_frame (&frames);
  ready = since (start);
  list = scroll (GTK_WIDGET (window), "list", &frames);
  edit = time_check_in (plan, &frames, &frame);
  tree = scroll (GTK_WIDGET (window), "tree", &frames);

  g_print ("%10u %12.1f %12.1f %12.1f %12.1f %12.1f\n", n_objectives, ready, edit, frame, list,
           tree);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_activate_cb (GtkApplication *application)
{
  g_print ("%10s %12s %12s %12s %12s %12s   milliseconds\n", "objectives", "list ready", "check-in",
           "its frame", "list scroll", "tree scroll");
  measure (application, 100, 12);
  measure (application, 1000, 12);
  if (g_getenv ("BENCH_SMALL") == NULL)
    measure (application, 10000, 3);
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
