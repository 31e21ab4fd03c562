/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-rhythm.h"

#include "okr-list.h"

#define WEEK 7
#define SATURDAY 5
#define SETTLING_DAYS 14 /* before the first monthly review */
#define CLOSING_DAYS 7   /* after the last one */

/* Day 1 of the calendar was a Monday. */
static guint
get_weekday (OkrDay day)
{
  g_assert (day != OKR_DAY_NONE);

  return (day - 1) % WEEK;
}

static OkrDay
find_weekday (OkrDay from, guint weekday)
{
  return from + (weekday + WEEK - get_weekday (from)) % WEEK;
}

static OkrDay
find_latest_weekly (OkrPlan *plan)
{
  GListModel *reviews = okr_plan_get_reviews (plan);
  OkrDay latest = OKR_DAY_NONE;

  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      OkrReview *review = OKR_REVIEW (okr_list_peek (OKR_LIST (reviews), i));

      if (okr_review_get_kind (review) == OKR_REVIEW_KIND_WEEKLY)
        latest = MAX (latest, okr_review_get_date (review));
    }

  return latest;
}

static guint
choose_weekday (OkrPlan *plan, OkrDay start)
{
  const OkrDay latest = find_latest_weekly (plan);
  const guint weekday = get_weekday (latest != OKR_DAY_NONE ? latest : start);

  return latest == OKR_DAY_NONE && weekday >= SATURDAY ? 0 : weekday;
}

static OkrDay
find_first_check_in (const OkrRhythm *rhythm, OkrDay start)
{
  const OkrDay earliest = start + rhythm->interval;
  const OkrDay day =
      rhythm->interval % WEEK == 0 ? find_weekday (earliest, rhythm->weekday) : earliest;

  return day <= rhythm->retrospective ? day : OKR_DAY_NONE;
}

static OkrDay
find_first_review (const OkrRhythm *rhythm, OkrDay start)
{
  int year, month;

  okr_day_to_ymd (start, &year, &month, NULL);
  for (OkrDay first = okr_day_from_ymd (year, month, 1); first != OKR_DAY_NONE;
       first = okr_day_add_months (first, 1))
    {
      const OkrDay day = find_weekday (first, rhythm->weekday);

      if (day > rhythm->last_review)
        break;
      if (day >= start + SETTLING_DAYS)
        return day;
    }

  return OKR_DAY_NONE;
}

gboolean
okr_rhythm_of_cycle (OkrPlan *plan, OkrCycle *cycle, OkrRhythm *rhythm)
{
  OkrDay start, end;
  guint beyond;

  g_return_val_if_fail (OKR_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (OKR_IS_CYCLE (cycle), FALSE);
  g_return_val_if_fail (rhythm != NULL, FALSE);

  start = okr_cycle_get_start (cycle);
  end = okr_cycle_get_end (cycle);
  if (start == OKR_DAY_NONE || end == OKR_DAY_NONE || start > end)
    return FALSE;

  rhythm->weekday = choose_weekday (plan, start);
  rhythm->interval = (guint) CLAMP (okr_plan_get_settings_check_in_days (plan), 1, 9999);
  beyond = get_weekday (end) >= SATURDAY ? get_weekday (end) - SATURDAY + 1 : 0;
  /* A cycle of a weekend ends when it ends. */
  rhythm->retrospective = end - start >= beyond ? end - beyond : end;
  rhythm->last_review =
      rhythm->retrospective > CLOSING_DAYS ? rhythm->retrospective - CLOSING_DAYS : OKR_DAY_NONE;
  rhythm->check_in = find_first_check_in (rhythm, start);
  rhythm->review = find_first_review (rhythm, start);

  return TRUE;
}
