/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A digest for each cycle: progress of one that ended and of one that is to come make no mean. */
#include "config.h"

#include "okr-digest-private.h"

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const OkrDay one = okr_cycle_get_start (*(OkrCycle *const *) a);
  const OkrDay other = okr_cycle_get_start (*(OkrCycle *const *) b);

  if ((one == OKR_DAY_NONE) != (other == OKR_DAY_NONE))
    return one == OKR_DAY_NONE ? 1 : -1;

  return one < other ? -1 : one > other;
}

static GPtrArray *
list_cycles (OkrPlan *plan)
{
  GListModel *cycles = okr_plan_get_cycles (plan);
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    g_ptr_array_add (sorted, g_list_model_get_item (cycles, i));
  g_ptr_array_sort (sorted, compare_starts);

  return sorted;
}

static void
add_part (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options)
{
  OkrDigest *part = okr_digest_new_part (plan, options, self->objectives);

  okr_digest_add_reviews (part, plan, options);
  if (part->objectives->len > 0 || part->reviews->len > 0)
    g_ptr_array_add (self->cycles, part);
  else
    okr_digest_unref (part);
}

void
okr_digest_fill_cycles (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options)
{
  g_autoptr (GPtrArray) cycles = NULL;
  OkrDigestOptions part = *options;

  if (!self->has_cycles || options->sections != OKR_DIGEST_SECTIONS_NONE)
    return;

  cycles = list_cycles (plan);
  for (guint i = 0; i < cycles->len; i++)
    {
      part.cycle = cycles->pdata[i];
      add_part (self, plan, &part);
    }
  part.cycle = NULL;
  part.is_without_cycle = TRUE;
  add_part (self, plan, &part);
}
