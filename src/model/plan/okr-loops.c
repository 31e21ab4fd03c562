/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-loops-private.h"

static void
report_loop (const guint *next, guint start, OkrLoopFunc func, gpointer user_data)
{
  guint first = start;
  guint last = start;

  for (guint step = next[start]; step != start; step = next[step])
    {
      first = MIN (first, step);
      last = MAX (last, step);
    }
  func (first, last, user_data);
}

void
okr_loops_find (const guint *next, guint n, OkrLoopFunc func, gpointer user_data)
{
  g_autofree guint *walks = g_new0 (guint, n); /* the walk, from 1, that came by first */

  g_assert (func != NULL && (next != NULL || n == 0));

  for (guint i = 0; i < n; i++)
    {
      guint step = i;

      while (step != OKR_LOOPS_END && walks[step] == 0)
        {
          walks[step] = i + 1;
          step = next[step];
        }
      if (step != OKR_LOOPS_END && walks[step] == i + 1)
        report_loop (next, step, func, user_data);
    }
}
