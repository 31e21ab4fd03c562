/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times comparing and merging two edited copies of a plan: what the processor works for it. */
#include <locale.h>
#include <string.h>
#include <time.h>

#include "okr-diff.h"
#include "okr-merge.h"
#include "test-plans.h"

#define N_TIMES 7
#define EDIT_EVERY 10

typedef struct
{
  OkrPlan *base;
  OkrPlan *ours;
  OkrPlan *theirs;
} Bench;

typedef void (*BenchFunc) (Bench *self);

/* In milliseconds; what else the machine does at the same time does not count. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static double
best_of (Bench *self, BenchFunc func)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_TIMES; i++)
    {
      const double start = get_time ();

      func (self);
      best = MIN (best, get_time () - start);
    }

  return best;
}

/* Every tenth objective: a check-in, a field, and a field that the other copy changes, too. */
static void
edit (OkrPlan *plan, guint n_objectives, guint first, double target)
{
  const OkrCheckInEntry entry = { .value = 50, .confidence = 5, .note = "Note" };

  okr_plan_begin (plan, "Edit");
  for (guint i = 0; i < n_objectives; i += EDIT_EVERY)
    {
      g_autofree char *kr = g_strdup_printf ("k-%010u", (i + first) % n_objectives * 4);
      g_autofree char *both = g_strdup_printf ("k-%010u", i * 4 + 1);
      g_autoptr (GError) error = NULL;

      okr_edit_check_in (plan, OKR_KEY_RESULT (test_find (plan, kr)), &entry, &error);
      okr_edit_set_text (plan, test_find (plan, kr), "title", "Changed", &error);
      okr_edit_set_number (plan, test_find (plan, both), "target", target, &error);
      g_assert_no_error (error);
    }
  okr_plan_end (plan);
}

static void
diff (Bench *self)
{
  g_ptr_array_unref (okr_diff (self->base, self->ours));
}

static void
merge (Bench *self)
{
  g_autoptr (GError) error = NULL;

  okr_merge_result_free (okr_merge (self->base, self->ours, self->theirs, &error));
  g_assert_no_error (error);
}

static void
accept (Bench *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OkrMergeResult) result = okr_merge (self->base, self->ours, self->theirs, &error);

  okr_plan_become (self->ours, result->plan, "Merge", &error);
  g_assert_no_error (error);
  okr_plan_undo (self->ours, NULL);
}

static void
run (guint n_objectives, guint n_check_ins)
{
  g_autofree char *text = test_generate_document (n_objectives, n_check_ins);
  Bench self = { test_plan_from_text (text), test_plan_from_text (text),
                 test_plan_from_text (text) };

  edit (self.ours, n_objectives, 2, 70);
  edit (self.theirs, n_objectives, 3, 71);
  g_print ("%6u %8u %8.1f %8.1f", n_objectives, okr_plan_get_n_indexed (self.base),
           best_of (&self, diff), best_of (&self, merge));
  g_print (" %8.1f\n", best_of (&self, accept));

  g_clear_object (&self.base);
  g_clear_object (&self.ours);
  g_clear_object (&self.theirs);
}

int
main (void)
{
  setlocale (LC_ALL, "");
  test_pin_time ();

  g_print ("Times in ms, the best of %u.\n%6s %8s %8s %8s %8s\n", N_TIMES, "n", "items", "diff",
           "merge", "+ accept");
  run (100, 12);
  run (1000, 12);
  run (10000, 3);

  return 0;
}
