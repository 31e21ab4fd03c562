/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long an import of 10,000 rows keeps the window busy. Prints, asserts nothing. Times are those
 * that the processor works for the main loop; what else the machine does does not count. */
#include "config.h"

#include <time.h>

#include "find-window.h"
#include "waymark-import-dialog.h"
#include "window-fixture.h"

#define N_ROWS 10000

/* In milliseconds. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static void
take_turn (double *longest)
{
  const double start = get_time ();

  g_main_context_iteration (NULL, TRUE);
  *longest = MAX (*longest, get_time () - start);
}

static gboolean
on_over_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Both return the longest turn of the main loop. */

static double
run_until_ready (GtkWidget *button)
{
  double longest = 0;

  while (!gtk_widget_get_sensitive (button))
    take_turn (&longest);

  return longest;
}

static double
run_for_a_while (void)
{
  gboolean is_over = FALSE;
  double longest = 0;

  g_timeout_add_seconds (1, on_over_cb, &is_over);
  while (!is_over)
    take_turn (&longest);

  return longest;
}

static GFile *
write_table (guint offset, gboolean has_problems)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench.csv", NULL);
  g_autoptr (GString) text = g_string_new ("Objective,Key Result,Start,Target,Current,Quarter\n");

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text, "Objective %u,Key result %u,%u,%s%u,%u,Q1 2027\n", i / 4, i, i,
                            has_problems && i > 0 ? "x" : "", i + 100, i + offset);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));

  return g_file_new_for_path (path);
}

static void
import (WaymarkWindow *window, const char *what, guint offset, gboolean has_problems)
{
  g_autoptr (GFile) file = write_table (offset, has_problems);
  const gint64 start = g_get_monotonic_time ();
  double before, elapsed, preparing, shown, columns, accepting, after;
  GtkWidget *dialog;
  GtkWidget *button;

  before = get_time ();
  waymark_window_import (window, file);
  before = get_time () - before;
  dialog = find_window (WAYMARK_TYPE_IMPORT_DIALOG);
  button = GTK_WIDGET (
      gtk_widget_get_template_child (dialog, WAYMARK_TYPE_IMPORT_DIALOG, "import_button"));
  preparing = run_until_ready (button);
  preparing = MAX (before, preparing);
  elapsed = (double) (g_get_monotonic_time () - start) / 1000;
  shown = run_for_a_while ();
  gtk_widget_activate_action (GTK_WIDGET (button), "import.show-page", "s", "columns");
  columns = run_for_a_while ();
  accepting = get_time ();
  g_signal_emit_by_name (button, "clicked");
  accepting = get_time () - accepting;
  after = run_for_a_while ();
  g_print ("%-28s %9.0f %9.0f %9.0f %9.0f %9.0f %9.0f\n", what, elapsed, preparing, shown, columns,
           accepting, after);
}

static void
measure (void)
{
  g_autoptr (OkrPlan) plan = test_small_plan ();
  WaymarkWindow *window = open_window (plan);

  g_print ("%-28s %9s %9s %9s %9s %9s %9s  milliseconds\n", "", "elapsed", "preparing", "shown",
           "columns", "accepting", "after");
  import (window, "new rows", 50, FALSE);
  import (window, "rows that change something", 57, FALSE);
  import (window, "rows with problems", 58, TRUE);
  close_window (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/bench/import", measure);
}

int
main (int argc, char **argv)
{
  return run_window_tests (argc, argv, add_tests);
}
