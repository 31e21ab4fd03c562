/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeping the work of people safe costs: a draft after each edit on the main thread, and a
 * version of each save in the version store. */
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include "okr-snapshot.h"
#include "okr-versions.h"
#include "temp-folder.h"
#include "test-plans.h"

#define N_EDITS 50
#define SLICE 1000 /* microseconds, as for the window */

/* In milliseconds that the processor works for this thread. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

/* What a person does in a minute, somewhere in the plan. */
static void
edit (OkrPlan *plan, guint n_objectives, guint i)
{
  const OkrCheckInEntry entry = { .value = 40 + i % 9, .confidence = 5, .note = "A few words" };
  g_autofree char *kr = g_strdup_printf ("k-%010u", i * 7919 % n_objectives * 4 + i % 4);
  g_autofree char *title = g_strdup_printf ("A title of edit %u", i);
  g_autoptr (GError) error = NULL;

  okr_edit_check_in (plan, OKR_KEY_RESULT (test_find (plan, kr)), &entry, &error);
  g_assert_no_error (error);
  test_set (plan, kr, "title", title);
}

static goffset
measure_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  goffset size = 0;

  if (folder == NULL)
    {
      GStatBuf status;

      return g_stat (path, &status) == 0 ? status.st_size : 0;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      size += measure_folder (child);
    }

  return size;
}

static void
measure_drafts (OkrPlan *plan, guint n_objectives)
{
  double times[N_EDITS];

  while (!okr_plan_prepare_snapshot (plan, SLICE))
    ;
  for (guint i = 0; i < N_EDITS; i++)
    {
      double start;

      edit (plan, n_objectives, i);
      start = get_time ();
      okr_snapshot_unref (okr_plan_take_snapshot (plan));
      times[i] = get_time () - start;
    }
  qsort (times, N_EDITS, sizeof *times, compare_times);
  g_print (" %8.2f %8.2f", times[N_EDITS / 2], times[N_EDITS - 1]);
}

static void
measure_versions (OkrPlan *plan, guint n_objectives)
{
  const char *id = okr_item_get_id (OKR_ITEM (plan));
  const char *folder = g_getenv ("XDG_STATE_HOME");
  goffset first = 0;
  gsize size = 0;

  for (guint i = 0; i <= N_EDITS; i++)
    {
      g_autoptr (GBytes) bytes = okr_plan_to_bytes (plan);
      g_autoptr (GError) error = NULL;

      okr_versions_add (id, bytes, g_get_real_time (), &error);
      g_assert_no_error (error);
      size = g_bytes_get_size (bytes);
      if (i == 0)
        first = measure_folder (folder);
      edit (plan, n_objectives, N_EDITS + i);
    }
  g_print (" %9.1f %9.1f %8.2f%%\n", (double) size / 1024, (double) first / 1024,
           100.0 * (double) (measure_folder (folder) - first) / N_EDITS / (double) size);
}

static void
run (guint n_objectives, guint n_check_ins)
{
  g_autofree char *text = test_generate_document (n_objectives, n_check_ins);
  g_autoptr (OkrPlan) plan = test_plan_from_text (text);

  g_print ("%6u", n_objectives);
  measure_drafts (plan, n_objectives);
  measure_versions (plan, n_objectives);
  remove_tree (g_getenv ("XDG_STATE_HOME"));
}

int
main (void)
{
  setlocale (LC_ALL, "");
  test_pin_time ();
  use_state_folder ();

  g_print ("A draft: milliseconds on the main thread. Versions: KiB of the document and of its "
           "first\nversion; how much the store grows by each further one, in parts of the "
           "document.\n%6s %8s %8s %9s %9s %9s\n",
           "n", "median", "longest", "document", "first", "growth");
  run (10, 12);
  run (100, 12);
  run (1000, 12);

  return 0;
}
