/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-progress.h"

#include <math.h>

#include "okr-number.h"

/* A promise that does not hold stays recognisably below 1, however close the value comes. */
#define MOST_OF_BROKEN_PROMISE (1.0 - 10.0 * OKR_PROGRESS_EPSILON)
#define GREATEST_LANDING 9.99
/* Weights are kept to a size whose sums and products cannot overflow. */
#define GREATEST_WEIGHT 1e100

static gboolean
same (double a, double b)
{
  return a <= b && a >= b;
}

/* (value − start) / (target − start), finite for any finite numbers with start ≠ target. */
static double
way_covered (double start, double target, double value)
{
  double covered = value - start;
  double whole = target - start;

  g_assert (!same (start, target));

  if (!isfinite (covered) || !isfinite (whole))
    {
      covered = value / 4 - start / 4;
      whole = target / 4 - start / 4;
    }
  return CLAMP (covered / whole, -G_MAXDOUBLE, G_MAXDOUBLE);
}

static double
promise_kept (const OkrMeasure *measure)
{
  gboolean at_least = measure->kind == OKR_KEY_RESULT_KIND_AT_LEAST;
  gboolean holds = at_least ? measure->value >= measure->target : measure->value <= measure->target;
  double start = measure->start;
  gboolean start_is_worse;

  g_assert (at_least || measure->kind == OKR_KEY_RESULT_KIND_AT_MOST);

  if (holds)
    return 1.0;
  /* From a start that already kept the promise there is no way towards it to measure. */
  start_is_worse = isfinite (start)
                   && (at_least ? start < measure->target : start > measure->target);
  if (!start_is_worse)
    return 0.0;
  return MIN (way_covered (start, measure->target, measure->value),
              MOST_OF_BROKEN_PROMISE);
}

static OkrUndefinedReason
why_undefined_between (const OkrMeasure *measure)
{
  g_assert (measure->kind == OKR_KEY_RESULT_KIND_BETWEEN);

  if (!isfinite (measure->low) || !isfinite (measure->high))
    return OKR_UNDEFINED_NO_BOUNDS;
  return measure->low > measure->high ? OKR_UNDEFINED_BOUNDS_CROSSED : OKR_UNDEFINED_NONE;
}

OkrUndefinedReason
okr_progress_why_undefined (const OkrMeasure *measure)
{
  g_return_val_if_fail (measure != NULL, OKR_UNDEFINED_NONE);

  switch (measure->kind)
    {
    case OKR_KEY_RESULT_KIND_CHANGE:
      if (!isfinite (measure->start))
        return OKR_UNDEFINED_NO_START;
      if (!isfinite (measure->target))
        return OKR_UNDEFINED_NO_TARGET;
      return same (measure->start, measure->target) ? OKR_UNDEFINED_START_IS_TARGET
                                                    : OKR_UNDEFINED_NONE;
    case OKR_KEY_RESULT_KIND_AT_LEAST:
    case OKR_KEY_RESULT_KIND_AT_MOST:
      return isfinite (measure->target) ? OKR_UNDEFINED_NONE : OKR_UNDEFINED_NO_TARGET;
    case OKR_KEY_RESULT_KIND_BETWEEN:
      return why_undefined_between (measure);
    case OKR_KEY_RESULT_KIND_MILESTONES:
      return isfinite (measure->milestone_total) && measure->milestone_total > 0
               ? OKR_UNDEFINED_NONE
               : OKR_UNDEFINED_NO_MILESTONES;
    case OKR_KEY_RESULT_KIND_YES_NO:
      return OKR_UNDEFINED_NONE;
    case OKR_KEY_RESULT_KIND_BASELINE:
    default:
      return OKR_UNDEFINED_BASELINE;
    }
}

gboolean
okr_progress_read_yes_no (double value, gboolean *yes)
{
  const gboolean is_yes = same (value, 1);

  if (yes != NULL)
    *yes = is_yes;
  return is_yes || same (value, 0);
}

double
okr_progress_raw (const OkrMeasure *measure)
{
  g_return_val_if_fail (measure != NULL, NAN);

  if (okr_progress_why_undefined (measure) != OKR_UNDEFINED_NONE)
    return NAN;
  if (measure->kind == OKR_KEY_RESULT_KIND_MILESTONES)
    return okr_progress_clamp (measure->milestone_done / measure->milestone_total);
  if (!measure->has_check_in || !isfinite (measure->value))
    return 0.0;

  switch (measure->kind)
    {
    case OKR_KEY_RESULT_KIND_CHANGE:
      return way_covered (measure->start, measure->target, measure->value);
    case OKR_KEY_RESULT_KIND_AT_LEAST:
    case OKR_KEY_RESULT_KIND_AT_MOST:
      return promise_kept (measure);
    case OKR_KEY_RESULT_KIND_BETWEEN:
      return measure->value >= measure->low && measure->value <= measure->high ? 1.0 : 0.0;
    case OKR_KEY_RESULT_KIND_YES_NO:
      return same (measure->value, 1) ? 1.0 : 0.0;
    case OKR_KEY_RESULT_KIND_MILESTONES:
    case OKR_KEY_RESULT_KIND_BASELINE:
    default:
      return NAN;
    }
}

double
okr_progress_clamp (double p)
{
  return isnan (p) ? p : CLAMP (p, 0.0, 1.0);
}

gboolean
okr_progress_is_promise (OkrKeyResultKind kind)
{
  return kind == OKR_KEY_RESULT_KIND_AT_LEAST || kind == OKR_KEY_RESULT_KIND_AT_MOST
         || kind == OKR_KEY_RESULT_KIND_BETWEEN;
}

double
okr_expected (OkrDay start, OkrDay end, OkrDay due, OkrDay today)
{
  OkrDay last = due != OKR_DAY_NONE ? due : end;

  if (last == OKR_DAY_NONE)
    return 0.0;
  if (today >= last)
    return 1.0;
  if (start == OKR_DAY_NONE || today <= start)
    return 0.0;
  return (double) (today - start) / (double) (last - start);
}

guint
okr_days_since (OkrDay start, OkrDay today)
{
  if (start == OKR_DAY_NONE)
    return G_MAXUINT;
  return today > start ? today - start : 0;
}

double
okr_pace_good (OkrAmbition ambition)
{
  return ambition == OKR_AMBITION_COMMITTED ? 0.9 : 0.7;
}

double
okr_pace_poor (OkrAmbition ambition)
{
  return ambition == OKR_AMBITION_COMMITTED ? 0.7 : 0.4;
}

static gboolean
reaches (double p, double bound)
{
  return p >= bound - OKR_PROGRESS_EPSILON;
}

static OkrStatus
status_by_pace (double p,
                double expected,
                OkrAmbition ambition,
                guint days_since_start,
                guint grace_days)
{
  g_assert (!isnan (p));

  if (reaches (p, 1.0))
    return OKR_STATUS_ACHIEVED;
  if (days_since_start < grace_days || reaches (p, okr_pace_good (ambition) * expected))
    return OKR_STATUS_ON_TRACK;
  return reaches (p, okr_pace_poor (ambition) * expected) ? OKR_STATUS_BEHIND : OKR_STATUS_AT_RISK;
}

OkrStatus
okr_status_key_result (const OkrMeasure *measure,
                       double p,
                       double expected,
                       OkrAmbition ambition,
                       guint days_since_start,
                       guint grace_days)
{
  double clamped = okr_progress_clamp (p);

  g_return_val_if_fail (measure != NULL, OKR_STATUS_NOT_COUNTED);

  if (isnan (p))
    return OKR_STATUS_NOT_COUNTED;
  if (!measure->has_check_in
      && (measure->kind != OKR_KEY_RESULT_KIND_MILESTONES || measure->n_milestones_done == 0))
    return OKR_STATUS_NO_DATA;
  if (!okr_progress_is_promise (measure->kind))
    return status_by_pace (clamped, expected, ambition, days_since_start, grace_days);
  if (reaches (clamped, 1.0))
    return OKR_STATUS_ON_TRACK;
  return reaches (clamped, 0.5) ? OKR_STATUS_BEHIND : OKR_STATUS_AT_RISK;
}

OkrStatus
okr_status_objective (double p,
                      double expected,
                      OkrAmbition ambition,
                      gboolean any_check_in,
                      guint days_since_start,
                      guint grace_days)
{
  if (isnan (p))
    return OKR_STATUS_NOT_COUNTED;
  if (!any_check_in)
    return OKR_STATUS_NO_DATA;
  return status_by_pace (okr_progress_clamp (p), expected, ambition, days_since_start, grace_days);
}

void
okr_mean_add (OkrMean *mean, double weight, double p)
{
  g_return_if_fail (mean != NULL);

  if (isnan (p) || isnan (weight) || weight <= 0)
    return;
  weight = MIN (weight, GREATEST_WEIGHT);
  mean->sum_weight += weight;
  mean->sum += weight * okr_progress_clamp (p);
}

double
okr_mean_get (const OkrMean *mean)
{
  g_return_val_if_fail (mean != NULL, NAN);

  return mean->sum_weight > 0 ? okr_progress_clamp (mean->sum / mean->sum_weight) : NAN;
}

double
okr_mean_share (const OkrMean *mean, double weight)
{
  g_return_val_if_fail (mean != NULL, 0.0);

  if (isnan (weight) || weight <= 0 || mean->sum_weight <= 0)
    return 0.0;
  return okr_progress_clamp (MIN (weight, GREATEST_WEIGHT) / mean->sum_weight);
}

/* A week, finite for any finite numbers. */
static double
rate (double from, double to, guint days)
{
  g_assert (days > 0);

  return CLAMP ((to - from) * 7.0 / (double) days, -G_MAXDOUBLE, G_MAXDOUBLE);
}

static double
needed_a_week (const OkrMeasure *measure, double p, OkrDay last, OkrDay today)
{
  g_assert (measure != NULL);

  if (reaches (p, 1.0))
    return 0.0;
  if (today >= last)
    return NAN;
  return rate (measure->value, measure->target, last - today);
}

OkrProjection
okr_project (const OkrMeasure *measure,
             OkrDay start,
             OkrDay end,
             OkrDay due,
             OkrDay checked,
             OkrDay today)
{
  OkrProjection projection = { .doing = NAN, .need = NAN, .lands = NAN, .reached = NAN };
  OkrDay last = due != OKR_DAY_NONE ? due : end;
  double p, expected;

  g_return_val_if_fail (measure != NULL, projection);

  if (measure->kind != OKR_KEY_RESULT_KIND_CHANGE || start == OKR_DAY_NONE || checked <= start
      || !measure->has_check_in || !isfinite (measure->value))
    return projection;
  p = okr_progress_raw (measure);
  expected = okr_expected (start, end, due, checked);
  if (isnan (p) || expected <= 0)
    return projection;
  projection.doing = rate (measure->start, measure->value, checked - start);
  projection.need = needed_a_week (measure, p, last, today);
  projection.lands = CLAMP (p / expected, 0.0, GREATEST_LANDING);
  projection.reached = p;
  projection.ended = today > last;
  projection.defined = TRUE;
  projection.start = start;
  projection.checked = checked;
  projection.today = today;
  projection.end = last;
  return projection;
}

gboolean
okr_needs_check_in (OkrDay checked, OkrDay start, OkrDay today, guint interval)
{
  OkrDay since = checked != OKR_DAY_NONE ? checked : start;

  return since != OKR_DAY_NONE && okr_days_since (since, today) > interval;
}
