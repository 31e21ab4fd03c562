/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-check-in-draft.h"

#include <glib/gi18n.h>
#include <math.h>

#include "okr-format.h"
#include "okr-item-text.h"

typedef gboolean (*CheckInFunc) (const WaymarkCheckInDraft *self, OkrCheckIn *check_in);

/* The latest of those with a value that @func lets through. */
static OkrCheckIn *
find_latest (const WaymarkCheckInDraft *self, CheckInFunc func)
{
  GListModel *check_ins = okr_key_result_get_check_ins (self->kr);
  OkrCheckIn *latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (check_ins); i++)
    {
      g_autoptr (OkrCheckIn) check_in = g_list_model_get_item (check_ins, i);

      if (check_in == self->edit || okr_check_in_get_retracted (check_in) ||
          isnan (okr_check_in_get_value (check_in)) || !func (self, check_in))
        continue;
      if (latest == NULL || okr_check_in_get_date (check_in) >= okr_check_in_get_date (latest))
        latest = check_in;
    }

  return latest;
}

static gboolean
supersedes (const WaymarkCheckInDraft *self, OkrCheckIn *check_in)
{
  const OkrDay date = okr_check_in_get_date (check_in);

  return date > self->entry.date && date <= okr_plan_get_today (self->plan);
}

static gboolean
precedes (const WaymarkCheckInDraft *self, OkrCheckIn *check_in)
{
  return okr_check_in_get_date (check_in) <= self->entry.date;
}

WaymarkCheckInTiming
waymark_check_in_draft_get_timing (const WaymarkCheckInDraft *self)
{
  g_return_val_if_fail (self != NULL, WAYMARK_CHECK_IN_COUNTS);

  if (self->entry.date > okr_plan_get_today (self->plan))
    return WAYMARK_CHECK_IN_FUTURE;
  if (find_latest (self, supersedes) != NULL)
    return WAYMARK_CHECK_IN_SUPERSEDED;

  return WAYMARK_CHECK_IN_COUNTS;
}

static void
measure_milestones (const WaymarkCheckInDraft *self, OkrMeasure *measure)
{
  GListModel *milestones = okr_key_result_get_milestones (self->kr);

  measure->milestone_done = 0;
  measure->n_milestones_done = 0;
  for (guint i = 0; i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (OkrMilestone) milestone = g_list_model_get_item (milestones, i);

      if (!g_strv_contains (self->entry.milestones_done, okr_item_get_id (OKR_ITEM (milestone))))
        continue;
      measure->milestone_done += okr_milestone_get_weight (milestone);
      measure->n_milestones_done++;
    }
}

/**
 * waymark_check_in_draft_measure:
 *
 * Returns: the key result's numbers as they would be with this check-in
 */
OkrMeasure
waymark_check_in_draft_measure (const WaymarkCheckInDraft *self)
{
  const OkrMeasure none = { 0 };
  OkrMeasure measure;

  g_return_val_if_fail (self != NULL, none);

  measure = okr_key_result_get_figures (self->kr)->measure;
  if (self->entry.date > okr_plan_get_today (self->plan))
    return measure;

  measure.has_check_in = TRUE;
  if (!isnan (self->entry.value) &&
      waymark_check_in_draft_get_timing (self) == WAYMARK_CHECK_IN_COUNTS)
    measure.value = self->entry.value;
  if (self->entry.milestones_done != NULL)
    measure_milestones (self, &measure);

  return measure;
}

/**
 * waymark_check_in_draft_judge:
 * @measure: what waymark_check_in_draft_measure() gave
 *
 * Returns: the status that the key result would have
 */
OkrStatus
waymark_check_in_draft_judge (const WaymarkCheckInDraft *self, const OkrMeasure *measure)
{
  OkrObjective *objective;
  OkrCycle *cycle;

  g_return_val_if_fail (self != NULL && measure != NULL, OKR_STATUS_NOT_COUNTED);

  objective = OKR_OBJECTIVE (okr_item_get_parent (OKR_ITEM (self->kr)));
  cycle = okr_objective_get_figures (objective)->cycle;

  return okr_status_key_result (
      measure, okr_progress_raw (measure), okr_key_result_get_figures (self->kr)->expected,
      okr_objective_get_ambition (objective),
      okr_days_since (cycle != NULL ? okr_cycle_get_start (cycle) : OKR_DAY_NONE,
                      okr_plan_get_today (self->plan)),
      (guint) okr_plan_get_settings_grace_days (self->plan));
}

/* As many decimals as were typed at any check-in. */
static guint
count_decimals (const WaymarkCheckInDraft *self)
{
  const guint decimals = okr_item_text_get_value_decimals (self->kr);

  if (isnan (self->entry.value))
    return decimals;

  return MAX (decimals, okr_format_count_decimals (self->entry.value));
}

/**
 * waymark_check_in_draft_describe_previous:
 *
 * Returns: what the value was before, and how far this one is from it
 */
char *
waymark_check_in_draft_describe_previous (const WaymarkCheckInDraft *self)
{
  OkrCheckIn *previous = find_latest (self, precedes);
  const guint decimals = count_decimals (self);
  const char *unit = okr_key_result_get_unit (self->kr);
  g_autofree char *value = NULL;
  g_autofree char *day = NULL;
  g_autofree char *delta = NULL;

  if (previous == NULL)
    return g_strdup (_ ("There is no value yet."));

  value = okr_format_quantity (okr_check_in_get_value (previous), decimals, unit);
  day = okr_format_day_short (okr_check_in_get_date (previous));
  if (isnan (self->entry.value))
    /* Translators: a value and a date: “Previously 78 s on 21 Feb” */
    return g_strdup_printf (_ ("Previously %s on %s"), value, day);

  delta = okr_format_signed (self->entry.value - okr_check_in_get_value (previous), decimals, unit);
  /* Translators: a value, a date and a difference: “Previously 78 s on 21 Feb, now −3 s” */
  return g_strdup_printf (_ ("Previously %s on %s, now %s"), value, day, delta);
}

static gboolean
changes_milestones (const WaymarkCheckInDraft *self)
{
  GListModel *milestones = okr_key_result_get_milestones (self->kr);

  for (guint i = 0;
       self->entry.milestones_done != NULL && i < g_list_model_get_n_items (milestones); i++)
    {
      g_autoptr (OkrMilestone) milestone = g_list_model_get_item (milestones, i);
      const gboolean done =
          g_strv_contains (self->entry.milestones_done, okr_item_get_id (OKR_ITEM (milestone)));

      if (done != (okr_milestone_get_done (milestone) != OKR_DAY_NONE))
        return TRUE;
    }

  return FALSE;
}

/**
 * waymark_check_in_draft_says_something:
 *
 * Returns: whether anything was entered beside date and author
 */
gboolean
waymark_check_in_draft_says_something (const WaymarkCheckInDraft *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !isnan (self->entry.value) || self->entry.confidence >= 0 ||
         (self->entry.note != NULL && *self->entry.note != '\0') ||
         (self->entry.obstacle != NULL && *self->entry.obstacle != '\0') ||
         changes_milestones (self);
}

static gboolean
change (const WaymarkCheckInDraft *self, GError **error)
{
  OkrItem *item = OKR_ITEM (self->edit);
  const OkrCheckInEntry *entry = &self->entry;

  return okr_edit_set_day (self->plan, item, "date", entry->date, error) &&
         okr_edit_set_number (self->plan, item, "value", entry->value, error) &&
         okr_edit_set_integer (self->plan, item, "confidence", entry->confidence, error) &&
         okr_edit_set_text (self->plan, item, "note", entry->note, error) &&
         okr_edit_set_text (self->plan, item, "obstacle", entry->obstacle, error) &&
         okr_edit_set_text (self->plan, item, "author", entry->author, error);
}

/**
 * waymark_check_in_draft_apply:
 * @error: return location for an error, as for okr_edit_check_in()
 *
 * Checks in, or changes the check-in: one step to undo.
 *
 * Returns: whether that was done
 */
gboolean
waymark_check_in_draft_apply (const WaymarkCheckInDraft *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->edit == NULL)
    return okr_edit_check_in (self->plan, self->kr, &self->entry, error) != NULL;

  okr_plan_begin (self->plan, _ ("Edit Check-in"));
  if (!change (self, error))
    {
      okr_plan_cancel (self->plan);
      return FALSE;
    }
  okr_plan_end (self->plan);

  return TRUE;
}
