/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-cycle-maker.h"

#include <glib/gi18n.h>

#define NEAR_DAYS 14

static guint
find_position (OkrPlan *plan, OkrDay start)
{
  GListModel *cycles = okr_plan_get_cycles (plan);
  guint position = g_list_model_get_n_items (cycles);

  for (guint i = position; i > 0; i--)
    {
      g_autoptr (OkrCycle) cycle = g_list_model_get_item (cycles, i - 1);

      if (okr_cycle_get_start (cycle) > start)
        position = i - 1;
    }

  return position;
}

/* Many companies let their quarters begin on a Monday: a cycle that is mostly the same days counts
 * as the quarter. */
static gboolean
is_about (OkrCycle *cycle, OkrDay start, OkrDay end)
{
  const OkrDay first = MAX (okr_cycle_get_start (cycle), start);
  const OkrDay last = MIN (okr_cycle_get_end (cycle), end);
  const OkrDay common = last >= first ? last - first + 1 : 0;

  return 2 * common > end - start &&
         2 * common > okr_cycle_get_end (cycle) - okr_cycle_get_start (cycle);
}

static gboolean
exists (OkrPlan *plan, OkrDay start, OkrDay end)
{
  GListModel *cycles = okr_plan_get_cycles (plan);

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OkrCycle) cycle = g_list_model_get_item (cycles, i);

      if (is_about (cycle, start, end))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_near (OkrDay a, OkrDay b)
{
  return (a > b ? a - b : b - a) <= NEAR_DAYS;
}

/* Goes on the day after a cycle that ends about where the quarter begins, and is as long as that
 * one where this is about as long. */
static void
continue_cycles (OkrPlan *plan, OkrDay *start, OkrDay *end)
{
  GListModel *cycles = okr_plan_get_cycles (plan);

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OkrCycle) cycle = g_list_model_get_item (cycles, i);
      const OkrDay next = okr_cycle_get_end (cycle) + 1;
      const OkrDay last = next + (okr_cycle_get_end (cycle) - okr_cycle_get_start (cycle));

      if (!is_near (next, *start))
        continue;
      *start = next;
      if (is_near (last, *end))
        *end = last;
      return;
    }
}

OkrCycle *
waymark_cycle_maker_add (OkrPlan *plan, const char *name, OkrDay start, OkrDay end, GError **error)
{
  g_autoptr (OkrItem) cycle = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && name != NULL, NULL);
  g_return_val_if_fail (start != OKR_DAY_NONE && end >= start, NULL);

  cycle = okr_item_new (OKR_TYPE_CYCLE, NULL);
  okr_plan_begin (plan, _ ("Add Cycle"));
  if (!okr_edit_insert (plan, OKR_ITEM (plan), find_position (plan, start), cycle, error) ||
      !okr_edit_set_text (plan, cycle, "name", name, error) ||
      !okr_edit_set_day (plan, cycle, "start", start, error) ||
      !okr_edit_set_day (plan, cycle, "end", end, error))
    {
      okr_plan_cancel (plan);
      return NULL;
    }
  okr_plan_end (plan);

  return OKR_CYCLE (cycle);
}

OkrCycle *
waymark_cycle_maker_add_next (OkrPlan *plan, GError **error)
{
  g_autofree char *name = NULL;
  guint first_month;
  OkrDay day;
  OkrDay start;
  OkrDay end;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  first_month = (guint) okr_plan_get_settings_fiscal_year_start (plan);
  day = okr_plan_get_today (plan);
  while (okr_day_quarter (day, first_month, &start, &end, NULL, NULL) && exists (plan, start, end))
    day = end + 1;
  name = okr_cycle_name_for_day (day, first_month);
  if (name == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("There is no quarter left to add."));
      return NULL;
    }

  continue_cycles (plan, &start, &end);

  return waymark_cycle_maker_add (plan, name, start, end, error);
}

int
waymark_cycle_maker_add_year (OkrPlan *plan, int year, GError **error)
{
  guint first_month;
  int n_added = 0;

  g_return_val_if_fail (OKR_IS_PLAN (plan), -1);

  first_month = (guint) okr_plan_get_settings_fiscal_year_start (plan);
  okr_plan_begin (plan, _ ("Add Quarters"));
  for (int quarter = 1; quarter <= 4; quarter++)
    {
      /* As okr_cycle_name_for_day() writes it: not for translation. */
      g_autofree char *name = g_strdup_printf ("Q%d %d", quarter, year);
      OkrDay start;
      OkrDay end;

      if (!okr_cycle_name_parse (name, first_month, &start, &end) || exists (plan, start, end))
        continue;
      if (waymark_cycle_maker_add (plan, name, start, end, error) == NULL)
        {
          okr_plan_cancel (plan);
          return -1;
        }
      n_added++;
    }
  okr_plan_end (plan);

  return n_added;
}
