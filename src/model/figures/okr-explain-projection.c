/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is needed counts from today, and all else up to the latest check-in: each says so. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-explain-private.h"
#include "okr-explain.h"
#include "okr-format.h"

/* Rates are computed: two significant digits say enough, and fewer where they are exact. */
static guint
count_rate_decimals (double rate)
{
  double magnitude = isfinite (rate) ? fabs (rate) : 0;
  guint decimals = 1;

  if (magnitude >= 10)
    return 0;
  while (magnitude > 0 && magnitude < 1 && decimals < OKR_FORMAT_MAX_DECIMALS)
    {
      magnitude *= 10;
      decimals++;
    }

  return MIN (decimals, okr_format_count_decimals (rate));
}

static char *
format_rate (double rate, const char *unit)
{
  return okr_format_quantity (rate, count_rate_decimals (rate), unit);
}

static gboolean
is_needed (const OkrProjection *projection)
{
  return isfinite (projection->need) && fabs (projection->need) > 0;
}

char *
okr_projection_explain (const OkrProjection *projection, const char *unit, guint decimals)
{
  g_autofree char *doing = NULL;
  g_autofree char *need = NULL;
  g_autofree char *lands = NULL;
  g_autofree char *reached = NULL;
  g_autofree char *checked = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (projection != NULL, NULL);

  if (!projection->defined)
    return NULL;

  doing = format_rate (projection->doing, unit);
  if (projection->ended)
    {
      reached = decimals > 0 ? okr_format_percent (projection->reached, decimals)
                             : okr_format_progress (projection->reached);
      /* Translators: of a key result whose time is over: its progress, and its change a week */
      return g_strdup_printf (_ ("Ended at %1$s · did %2$s/week"), reached, doing);
    }
  lands = okr_format_progress (projection->lands);

  checked = okr_format_day_short (projection->checked);
  if (!is_needed (projection))
    /* Translators: change a week until a day, that day, progress at the end if nothing changes */
    return g_strdup_printf (_ ("Did %1$s/week until %2$s, so it lands at %3$s."), doing, checked,
                            lands);

  need = format_rate (projection->need, unit);
  today = okr_format_day_short (projection->today);

  /* Translators: change a week until a day, that day, progress at the end if nothing changes; then
     the change a week that is needed from another day on, and that day */
  return g_strdup_printf (
      _ ("Did %1$s/week until %2$s, so it lands at %3$s.\nNeeds %4$s/week from %5$s on."), doing,
      checked, lands, need, today);
}

/* "4 Jan to 22 Feb: (120 − 90) / 49 days × 7 = 4.3 shops/week" */
static char *
explain_rate (const OkrSpan *span, double from, double to, double rate, const OkrMeasure *measure,
              const char *unit)
{
  const guint decimals = okr_explain_count_decimals (measure);
  const guint days = okr_days_since (span->start, span->end);
  g_autofree char *first = okr_format_day_short (span->start);
  g_autofree char *last = okr_format_day_short (span->end);
  g_autofree char *end = okr_format_number (to, decimals);
  g_autofree char *begin = okr_explain_dup_term (from, decimals);
  g_autofree char *result = format_rate (rate, unit);

  return g_strdup_printf (
      /* Translators: first and last day, then a formula: (value at the end − value at the
         beginning) / days × 7 = change a week */
      ngettext ("%1$s to %2$s: (%3$s − %4$s) / %5$u day × 7 = %6$s/week",
                "%1$s to %2$s: (%3$s − %4$s) / %5$u days × 7 = %6$s/week", days),
      first, last, end, begin, days, result);
}

static char *
explain_landing (const OkrProjection *projection)
{
  const double expected =
      okr_expected (projection->start, projection->end, OKR_DAY_NONE, projection->checked);
  g_autofree char *reached = okr_format_percent (projection->reached, 1);
  g_autofree char *share = okr_format_percent (expected, 1);
  g_autofree char *day = okr_format_day_short (projection->checked);
  g_autofree char *lands = okr_format_progress (projection->lands);

  /* Translators: a formula: progress / the progress that was expected on a day = progress at the
     end */
  return g_strdup_printf (_ ("Lands: %1$s / %2$s expected on %3$s = %4$s"), reached, share, day,
                          lands);
}

static char *
explain_need (const OkrProjection *projection, const OkrMeasure *measure, const char *unit)
{
  const OkrSpan left = { projection->today, projection->end };
  g_autofree char *rate =
      explain_rate (&left, measure->value, measure->target, projection->need, measure, unit);
  g_autofree char *checked = okr_format_day_short (projection->checked);

  if (projection->checked >= projection->today)
    /* Translators: two days, and how the change a week that is needed between them is computed */
    return g_strdup_printf (_ ("Needed, %s"), rate);

  /* Translators: two days, and how the change a week that is needed between them is computed; then
     the day of the latest check-in */
  return g_strdup_printf (_ ("Needed, %1$s. Nothing is known of the days since %2$s."), rate,
                          checked);
}

char *
okr_projection_explain_terms (const OkrProjection *projection, const OkrMeasure *measure,
                              const char *unit)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *rate = NULL;
  g_autofree char *lands = NULL;
  g_autofree char *need = NULL;

  g_return_val_if_fail (projection != NULL && measure != NULL, NULL);

  if (!projection->defined)
    return NULL;

  rate = explain_rate (&(OkrSpan){ projection->start, projection->checked }, measure->start,
                       measure->value, projection->doing, measure, unit);
  text = g_string_new (NULL);
  /* Translators: two days, and how the change a week between them is computed */
  g_string_append_printf (text, _ ("Pace, %s"), rate);
  if (!projection->ended)
    {
      lands = explain_landing (projection);
      g_string_append_printf (text, "\n%s", lands);
    }
  if (!projection->ended && is_needed (projection))
    {
      need = explain_need (projection, measure, unit);
      g_string_append_printf (text, "\n%s", need);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
