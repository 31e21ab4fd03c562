/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-explain-private.h"
#include "okr-explain.h"
#include "okr-format.h"
#include "okr-number.h"

#include <math.h>
#include <string.h>

#define MAX_DECIMALS_TO_TELL_APART 3

const char *
okr_undefined_reason_to_text (OkrUndefinedReason reason)
{
  switch (reason)
    {
    case OKR_UNDEFINED_BASELINE:
      return _("There is no target yet: a baseline is still being found. It is not counted.");
    case OKR_UNDEFINED_NO_START:
      return _("The start is missing, so there is no progress to compute. It is not counted.");
    case OKR_UNDEFINED_NO_TARGET:
      return _("The target is missing, so there is no progress to compute. It is not counted.");
    case OKR_UNDEFINED_START_IS_TARGET:
      return _("Start and target are the same, so there is no way to go. It is not counted.");
    case OKR_UNDEFINED_NO_BOUNDS:
      return _("A bound is missing, so there is no progress to compute. It is not counted.");
    case OKR_UNDEFINED_BOUNDS_CROSSED:
      return _("The lower bound is above the upper one. It is not counted.");
    case OKR_UNDEFINED_NO_MILESTONES:
      return _("There is no milestone with a weight above zero. It is not counted.");
    case OKR_UNDEFINED_NONE:
    default:
      return NULL;
    }
}

guint
okr_explain_count_decimals (const OkrMeasure *measure)
{
  const double numbers[] = { measure->start, measure->target, measure->low, measure->high,
                             measure->value };
  guint decimals = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    decimals = MAX (decimals, okr_format_count_decimals (numbers[i]));
  return decimals;
}

/* A formula ends in what it gives: 0.3 % reads 1 % elsewhere, which nobody could compute. */
static char *
format_shown (double p, guint decimals)
{
  g_autofree char *exact = okr_format_progress_exact (p);
  g_autofree char *shown = okr_format_progress (p);

  if (decimals > 0)
    return okr_format_percent (p, decimals);
  if (strcmp (exact, shown) == 0)
    return g_steal_pointer (&exact);
  /* Translators: an exact progress such as "0.3 %", and what is shown for it, such as "1 %" */
  return g_strdup_printf (_("%1$s (shown as %2$s)"), exact, shown);
}

/* A number after a minus sign needs brackets when it has one of its own. */
char *
okr_explain_dup_term (double value, guint decimals)
{
  g_autofree char *text = okr_format_number (value, decimals);

  return value < 0 ? g_strdup_printf ("(%s)", text) : g_steal_pointer (&text);
}

static char *
explain_way (const OkrMeasure *measure, const char *result)
{
  guint decimals = okr_explain_count_decimals (measure);
  g_autofree char *value = okr_format_number (measure->value, decimals);
  g_autofree char *target = okr_format_number (measure->target, decimals);
  g_autofree char *start = okr_explain_dup_term (measure->start, decimals);

  /* Translators: a formula: (value − start) / (target − start) = progress */
  return g_strdup_printf (_("(%1$s − %2$s) / (%3$s − %2$s) = %4$s"), value, start, target, result);
}

static char *
explain_promise (const OkrMeasure *measure, const char *unit, const char *result)
{
  gboolean at_least = measure->kind == OKR_KEY_RESULT_KIND_AT_LEAST;
  double p = okr_progress_raw (measure);
  guint decimals = okr_explain_count_decimals (measure);
  g_autofree char *value = okr_format_quantity (measure->value, decimals, unit);
  g_autofree char *target = okr_format_quantity (measure->target, decimals, unit);
  g_autofree char *way = NULL;

  if (p >= 1)
    /* Translators: value, target, progress */
    return g_strdup_printf (at_least ? _("%1$s is at least %2$s: %3$s")
                                     : _("%1$s is at most %2$s: %3$s"),
                            value, target, result);
  if (fabs (p) > 0)
    {
      way = explain_way (measure, result);
      /* Translators: value, target, formula of the progress */
      return g_strdup_printf (at_least ? _("%1$s is below %2$s: %3$s")
                                       : _("%1$s is above %2$s: %3$s"),
                              value, target, way);
    }
  return g_strdup_printf (at_least ? _("%1$s is below %2$s: %3$s") : _("%1$s is above %2$s: %3$s"),
                          value, target, result);
}

static char *
explain_between (const OkrMeasure *measure, const char *unit, const char *result)
{
  double p = okr_progress_raw (measure);
  guint decimals = okr_explain_count_decimals (measure);
  g_autofree char *value = okr_format_quantity (measure->value, decimals, unit);
  g_autofree char *low = okr_format_quantity (measure->low, decimals, unit);
  g_autofree char *high = okr_format_quantity (measure->high, decimals, unit);

  /* Translators: value, lower bound, upper bound, progress */
  return g_strdup_printf (p >= 1 ? _("%1$s is between %2$s and %3$s: %4$s")
                                 : _("%1$s is not between %2$s and %3$s: %4$s"),
                          value, low, high, result);
}

static char *
explain_milestones (const OkrMeasure *measure, const char *result)
{
  guint decimals = MAX (okr_format_count_decimals (measure->milestone_done),
                        okr_format_count_decimals (measure->milestone_total));
  g_autofree char *done = okr_format_number (measure->milestone_done, decimals);
  g_autofree char *total = okr_format_number (measure->milestone_total, decimals);

  /* Translators: a formula: weights of the milestones done, weights of all, progress */
  return g_strdup_printf (_("weight done / weight of all milestones: %1$s / %2$s = %3$s"), done,
                          total, result);
}

static char *
explain_yes_no (const OkrMeasure *measure, const char *unit, const char *result)
{
  gboolean yes;
  g_autofree char *value = NULL;

  g_assert (measure->kind == OKR_KEY_RESULT_KIND_YES_NO && result != NULL);

  if (okr_progress_read_yes_no (measure->value, &yes))
    /* Translators: %s is "100 %" or "0 %" */
    return g_strdup_printf (yes ? _("Done: %s") : _("Not done: %s"), result);

  value = okr_format_quantity (measure->value, okr_format_count_decimals (measure->value), unit);
  /* Translators: a value such as "30", then "0 %" */
  return g_strdup_printf (_("The latest check-in says %1$s, which is neither yes nor no, so "
                            "progress is %2$s."),
                          value, result);
}

char *
okr_progress_explain (const OkrMeasure *measure, const char *unit, guint decimals)
{
  g_autofree char *result = NULL;
  OkrUndefinedReason reason;

  g_return_val_if_fail (measure != NULL, NULL);

  reason = okr_progress_why_undefined (measure);
  if (reason != OKR_UNDEFINED_NONE)
    return g_strdup (okr_undefined_reason_to_text (reason));
  result = format_shown (okr_progress_raw (measure), decimals);
  if (measure->kind == OKR_KEY_RESULT_KIND_MILESTONES)
    return explain_milestones (measure, result);
  if (!measure->has_check_in || !isfinite (measure->value))
    {
      g_autofree char *zero = okr_format_progress (0);

      /* Translators: %s is "0 %" */
      return g_strdup_printf (_("There is no check-in yet, so progress is %s."), zero);
    }
  switch (measure->kind)
    {
    case OKR_KEY_RESULT_KIND_CHANGE:
      return explain_way (measure, result);
    case OKR_KEY_RESULT_KIND_AT_LEAST:
    case OKR_KEY_RESULT_KIND_AT_MOST:
      return explain_promise (measure, unit, result);
    case OKR_KEY_RESULT_KIND_BETWEEN:
      return explain_between (measure, unit, result);
    case OKR_KEY_RESULT_KIND_YES_NO:
      return explain_yes_no (measure, unit, result);
    case OKR_KEY_RESULT_KIND_MILESTONES:
    case OKR_KEY_RESULT_KIND_BASELINE:
    default:
      return g_steal_pointer (&result);
    }
}

char *
okr_expected_explain (OkrDay start, OkrDay end, OkrDay due, OkrDay today)
{
  OkrDay last = due != OKR_DAY_NONE ? due : end;
  guint total = okr_days_since (start, last);
  guint elapsed = MIN (okr_days_since (start, today), total);
  g_autofree char *result = okr_format_percent (okr_expected (start, end, due, today), 0);

  /* Translators: days elapsed, days in all, expected progress */
  return g_strdup_printf (ngettext ("%1$u of %2$u day = %3$s", "%1$u of %2$u days = %3$s", total),
                          elapsed, total, result);
}

/* Both figures with as few decimals as tell them apart: "is below" must not stand between two
 * equal numbers. */
static void
format_apart (double p, double bound, char **p_text, char **bound_text)
{
  gboolean equal = fabs (p - bound) <= OKR_PROGRESS_EPSILON;

  g_assert (p_text != NULL && bound_text != NULL);

  *p_text = okr_format_progress_exact (p);
  *bound_text = okr_format_percent (bound, 0);
  for (guint decimals = 1; !equal && decimals <= MAX_DECIMALS_TO_TELL_APART
                           && strcmp (*p_text, *bound_text) == 0;
       decimals++)
    {
      g_free (*p_text);
      g_free (*bound_text);
      *p_text = okr_format_percent (p, decimals);
      *bound_text = okr_format_percent (bound, decimals);
    }
}

static char *
explain_pace (OkrStatus status, double p, double expected, OkrAmbition ambition)
{
  double share = status == OKR_STATUS_AT_RISK ? okr_pace_poor (ambition) : okr_pace_good (ambition);
  g_autofree char *part = okr_format_percent (share, 0);
  g_autofree char *whole = okr_format_percent (expected, 0);
  g_autofree char *progress = NULL;
  g_autofree char *bound = NULL;

  format_apart (p, share * expected, &progress, &bound);
  if (status == OKR_STATUS_ON_TRACK)
    /* Translators: progress, a share such as 70 %, expected progress, that share of it */
    return g_strdup_printf (_("Progress %1$s is at least %2$s of the expected %3$s (%4$s), so the "
                              "status is On track."),
                            progress, part, whole, bound);
  if (status == OKR_STATUS_BEHIND)
    /* Translators: progress, a share such as 70 %, expected progress, that share of it */
    return g_strdup_printf (_("Progress %1$s is below %2$s of the expected %3$s (%4$s), so the "
                              "status is Behind."),
                            progress, part, whole, bound);
  /* Translators: progress, a share such as 40 %, expected progress, that share of it */
  return g_strdup_printf (_("Progress %1$s is below %2$s of the expected %3$s (%4$s), so the "
                            "status is At risk."),
                          progress, part, whole, bound);
}

static char *
explain_paced (OkrStatus status,
               double p,
               double expected,
               OkrAmbition ambition,
               guint days_since_start,
               guint grace_days)
{
  g_autofree char *progress = okr_format_progress (p);

  if (status == OKR_STATUS_NO_DATA)
    return g_strdup (_("There is no check-in yet."));
  if (status == OKR_STATUS_ACHIEVED)
    /* Translators: %s is the progress */
    return g_strdup_printf (_("Progress is %s, so the status is Achieved."), progress);
  if (status == OKR_STATUS_ON_TRACK && days_since_start < grace_days)
    return g_strdup_printf (ngettext ("The first %u day is a day of grace, so the status is On "
                                      "track.",
                                      "The first %u days are days of grace, so the status is On "
                                      "track.",
                                      grace_days),
                            grace_days);
  return explain_pace (status, p, expected, ambition);
}

static char *
explain_promise_status (OkrStatus status, double p)
{
  g_autofree char *progress = okr_format_progress_exact (p);
  g_autofree char *half = okr_format_percent (0.5, 0);

  if (status == OKR_STATUS_ON_TRACK)
    return g_strdup (_("What was promised for every day holds, so the status is On track."));
  if (status == OKR_STATUS_BEHIND)
    /* Translators: progress, then "50 %" */
    return g_strdup_printf (_("What was promised for every day does not hold. Progress %1$s is at "
                              "least %2$s, so the status is Behind."),
                            progress, half);
  /* Translators: progress, then "50 %" */
  return g_strdup_printf (_("What was promised for every day does not hold. Progress %1$s is below "
                            "%2$s, so the status is At risk."),
                          progress, half);
}

char *
okr_status_explain_key_result (const OkrMeasure *measure,
                               double p,
                               double expected,
                               OkrAmbition ambition,
                               guint days_since_start,
                               guint grace_days)
{
  OkrStatus status;

  g_return_val_if_fail (measure != NULL, NULL);

  status = okr_status_key_result (measure, p, expected, ambition, days_since_start, grace_days);
  if (status == OKR_STATUS_NOT_COUNTED)
    return g_strdup (okr_undefined_reason_to_text (okr_progress_why_undefined (measure)));
  if (status != OKR_STATUS_NO_DATA && okr_progress_is_promise (measure->kind))
    return explain_promise_status (status, p);
  return explain_paced (status, p, expected, ambition, days_since_start, grace_days);
}

char *
okr_status_explain_objective (double p,
                              double expected,
                              OkrAmbition ambition,
                              gboolean any_check_in,
                              guint days_since_start,
                              guint grace_days)
{
  OkrStatus status = okr_status_objective (p, expected, ambition, any_check_in, days_since_start,
                                           grace_days);

  if (status == OKR_STATUS_NOT_COUNTED)
    return g_strdup (_("No key result with a weight above zero has a progress, so there is nothing "
                       "to count."));
  return explain_paced (status, p, expected, ambition, days_since_start, grace_days);
}
