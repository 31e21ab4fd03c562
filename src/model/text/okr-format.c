/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-format.h"
#include "okr-locale-private.h"
#include "okr-number.h"

#include <float.h>
#include <limits.h>
#include <math.h>
#include <string.h>

#define MINUS "\u2212"
#define THIN_SPACE "\u202f"
/* From here on doubles lose their units, and digits no longer help anyone. */
#define TOO_LARGE_FOR_DIGITS 1e15
#define MAX_TEXT 48
#define NEAR_DAYS 300

static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };

guint
okr_format_count_decimals (double value)
{
  if (!isfinite (value))
    return 0;
  for (guint decimals = 0; decimals < OKR_FORMAT_MAX_DECIMALS; decimals++)
    {
      double scaled = value * powers[decimals];

      if (!isfinite (scaled) || fabs (scaled - round (scaled)) <= fabs (scaled) * 4 * DBL_EPSILON)
        return decimals;
    }
  return OKR_FORMAT_MAX_DECIMALS;
}

static void
append_grouped (GString *out, const char *digits, gsize n, const OkrLocale *locale)
{
  const char *rule = locale->grouping;
  guint cuts = 0;

  g_assert (out != NULL && digits != NULL && n < 32);

  for (gsize rest = n; *rule > 0 && *rule != CHAR_MAX && rest > (gsize) *rule;)
    {
      rest -= (gsize) *rule;
      cuts |= 1u << rest;
      if (rule[1] != '\0')
        rule++;
    }
  for (gsize i = 0; i < n; i++)
    {
      if ((cuts & (1u << i)) != 0)
        g_string_append (out, locale->group_separator);
      g_string_append_c (out, digits[i]);
    }
}

/* The digits of a number that is not negative; returns whether they are all zero. */
static gboolean
append_magnitude (GString *out, double magnitude, guint decimals)
{
  const OkrLocale *locale = okr_locale_get ();
  gboolean huge = magnitude >= TOO_LARGE_FOR_DIGITS;
  gboolean tiny = magnitude > 0 && decimals >= OKR_FORMAT_MAX_DECIMALS && magnitude < 0.5e-9;
  char format[16], text[MAX_TEXT];
  gsize whole;

  g_assert (out != NULL && magnitude >= 0);

  g_snprintf (format, sizeof format, huge || tiny ? "%%.%ug" : "%%.%uf",
              huge || tiny ? 6 : MIN (decimals, OKR_FORMAT_MAX_DECIMALS));
  g_ascii_formatd (text, sizeof text, format, magnitude);
  whole = strspn (text, "0123456789");
  append_grouped (out, text, whole, locale);
  if (text[whole] == '.')
    {
      g_string_append (out, locale->decimal_point);
      whole++;
    }
  g_string_append (out, text + whole);
  return text[strspn (text, "0.")] == '\0';
}

static const char *
sign_of (double value, gboolean shows_zero, gboolean always)
{
  if (shows_zero)
    return always ? "±" : "";
  if (value < 0)
    return MINUS;
  return always ? "+" : "";
}

static gboolean
is_currency (const char *unit, const OkrLocale *locale)
{
  g_assert (unit != NULL && locale != NULL);

  if (strcmp (unit, locale->currency) == 0)
    return TRUE;
  return g_unichar_type (g_utf8_get_char (unit)) == G_UNICODE_CURRENCY_SYMBOL
         && *g_utf8_next_char (unit) == '\0';
}

static void
find_placing (const char *unit, const OkrLocale *locale, gboolean *before, gboolean *spaced)
{
  g_assert (unit != NULL && locale != NULL && before != NULL && spaced != NULL);

  *before = FALSE;
  *spaced = TRUE;
  if (strcmp (unit, "%") == 0)
    {
      *before = locale->percent == OKR_PERCENT_BEFORE
                || locale->percent == OKR_PERCENT_BEFORE_SPACED;
      *spaced = locale->percent == OKR_PERCENT_SPACED
                || locale->percent == OKR_PERCENT_BEFORE_SPACED;
    }
  else if (strcmp (unit, locale->currency_code) == 0)
    {
      *before = locale->currency_precedes;
    }
  else if (is_currency (unit, locale))
    {
      *before = locale->currency_precedes;
      *spaced = locale->currency_spaced;
    }
}

static char *
format_quantity (double value, guint decimals, const char *unit, gboolean always_sign)
{
  const OkrLocale *locale = okr_locale_get ();
  gboolean has_unit = unit != NULL && *unit != '\0';
  gboolean before = FALSE, spaced = FALSE;
  gboolean shows_zero;
  GString *out;

  if (!isfinite (value))
    return g_strdup (OKR_FORMAT_NOTHING);
  if (has_unit)
    find_placing (unit, locale, &before, &spaced);
  out = g_string_sized_new (MAX_TEXT);
  if (before)
    g_string_append (out, unit);
  if (before && spaced)
    g_string_append (out, THIN_SPACE);
  shows_zero = append_magnitude (out, fabs (value), decimals);
  if (has_unit && !before)
    {
      g_string_append (out, spaced ? THIN_SPACE : "");
      g_string_append (out, unit);
    }
  /* What rounds to nothing has no sign, so it comes last. */
  g_string_prepend (out, sign_of (value, shows_zero, always_sign));
  return g_string_free (out, FALSE);
}

void
okr_format_locale_changed (void)
{
  okr_locale_reset ();
}

char *
okr_format_number (double value, guint decimals)
{
  return format_quantity (value, decimals, NULL, FALSE);
}

char *
okr_format_quantity (double value, guint decimals, const char *unit)
{
  return format_quantity (value, decimals, unit, FALSE);
}

char *
okr_format_signed (double delta, guint decimals, const char *unit)
{
  return format_quantity (delta, decimals, unit, TRUE);
}

char *
okr_format_percent (double fraction, guint decimals)
{
  return format_quantity (fraction * 100, decimals, "%", FALSE);
}

static double
round_progress (double p)
{
  /* The nudge lifts 28.499999999999996, which is 28.5 on paper, over the half. */
  const double percent = round (p * 100 + copysign (OKR_PROGRESS_EPSILON, p));

  if (p < -OKR_PROGRESS_EPSILON)
    return MIN (percent, -1);
  if (p > OKR_PROGRESS_EPSILON && p < 1 - OKR_PROGRESS_EPSILON)
    return CLAMP (percent, 1, 99);
  return percent;
}

char *
okr_format_progress (double p)
{
  if (!isfinite (p))
    return g_strdup (OKR_FORMAT_NOTHING);
  return format_quantity (round_progress (p), 0, "%", FALSE);
}

/* As many as it takes to tell it from a start or an end that rounding would make of it. */
static guint
count_exact_decimals (double p)
{
  guint decimals = 0;

  if (p >= 1 - OKR_PROGRESS_EPSILON || fabs (p) <= OKR_PROGRESS_EPSILON)
    return 0;
  for (; decimals < OKR_FORMAT_MAX_DECIMALS; decimals++)
    {
      const double rounded = round (p * 100 * powers[decimals]);

      if (p < 0 ? rounded < 0 : rounded > 0 && rounded < 100 * powers[decimals])
        break;
    }
  return decimals;
}

char *
okr_format_progress_exact (double p)
{
  const guint decimals = isfinite (p) ? count_exact_decimals (p) : 0;

  return decimals > 0 ? okr_format_percent (p, decimals) : okr_format_progress (p);
}

char *
okr_format_progress_number (double p)
{
  if (!isfinite (p))
    return g_strdup (OKR_FORMAT_NOTHING);
  return okr_format_number (round_progress (p), 0);
}

/* The first of two numbers that share a unit: it stands with both only where it comes before. */
static char *
format_first_of_two (double first, double second, const char *unit, guint decimals)
{
  gboolean before = FALSE, spaced;

  if (unit != NULL && *unit != '\0')
    find_placing (unit, okr_locale_get (), &before, &spaced);
  return okr_format_quantity (first, decimals, before || !isfinite (second) ? unit : NULL);
}

char *
okr_format_range (OkrKeyResultKind kind,
                  double start,
                  double target,
                  double low,
                  double high,
                  const char *unit,
                  guint decimals)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  switch (kind)
    {
    case OKR_KEY_RESULT_KIND_CHANGE:
      first = format_first_of_two (start, target, unit, decimals);
      second = okr_format_quantity (target, decimals, unit);
      /* Translators: the range of a key result, from a start to a target: “1.8 → 2.3 %” */
      return g_strdup_printf (_("%1$s → %2$s"), first, second);
    case OKR_KEY_RESULT_KIND_AT_LEAST:
      first = okr_format_quantity (target, decimals, unit);
      /* Translators: the range of a key result: “at least 95 %” */
      return g_strdup_printf (_("at least %s"), first);
    case OKR_KEY_RESULT_KIND_AT_MOST:
      first = okr_format_quantity (target, decimals, unit);
      /* Translators: the range of a key result: “at most 1.5 s” */
      return g_strdup_printf (_("at most %s"), first);
    case OKR_KEY_RESULT_KIND_BETWEEN:
      first = format_first_of_two (low, high, unit, decimals);
      second = okr_format_quantity (high, decimals, unit);
      /* Translators: the range of a key result: “between 3 and 5 days” */
      return g_strdup_printf (_("between %1$s and %2$s"), first, second);
    case OKR_KEY_RESULT_KIND_MILESTONES:
      return g_strdup (_("milestones"));
    case OKR_KEY_RESULT_KIND_YES_NO:
      return g_strdup (_("yes or no"));
    case OKR_KEY_RESULT_KIND_BASELINE:
    default:
      return g_strdup (_("find a baseline"));
    }
}

char *
okr_format_milestones (guint n_done, guint n)
{
  /* Translators: how many milestones of a key result are done, of how many in all */
  return g_strdup_printf (ngettext ("%1$u of %2$u milestone", "%1$u of %2$u milestones", n), n_done,
                          n);
}

static char *
format_day_by (OkrDay day, const char *pattern)
{
  GDate date;
  char text[128];

  g_assert (pattern != NULL);

  if (day == OKR_DAY_NONE || day > OKR_DAY_MAX)
    return g_strdup (OKR_FORMAT_NOTHING);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (g_date_strftime (text, sizeof text, pattern, &date) == 0)
    return okr_day_to_iso (day);
  return g_strdup (text);
}

static gboolean
month_comes_first (void)
{
  return okr_locale_get ()->date_order[0] == 'm';
}

char *
okr_format_day (OkrDay day)
{
  if (month_comes_first ())
    /* Translators: a strftime() pattern where months come first: “February 24, 2027” */
    return format_day_by (day, C_ ("date", "%B %-d, %Y"));
  /* Translators: a strftime() pattern: day, full name of the month, year: “24 February 2027” */
  return format_day_by (day, C_ ("date", "%-d %B %Y"));
}

char *
okr_format_day_short (OkrDay day)
{
  if (month_comes_first ())
    /* Translators: a strftime() pattern where months come first: “Jan 4” */
    return format_day_by (day, C_ ("date", "%b %-d"));
  /* Translators: a strftime() pattern: day, short name of the month: “4 Jan” */
  return format_day_by (day, C_ ("date", "%-d %b"));
}

char *
okr_format_day_numeric (OkrDay day)
{
  const char *format = okr_locale_get ()->date_format;
  int year, month, mday;
  GString *out;

  if (day == OKR_DAY_NONE || day > OKR_DAY_MAX || *format == '\0')
    return okr_day_to_iso (day);
  okr_day_to_ymd (day, &year, &month, &mday);
  out = g_string_new (NULL);
  for (; *format != '\0'; format++)
    {
      if (*format != '%')
        {
          g_string_append_c (out, *format);
          continue;
        }
      format++;
      if (*format == 'Y')
        g_string_append_printf (out, "%04d", year);
      else if (*format == 'e')
        g_string_append_printf (out, "%d", mday);
      else
        g_string_append_printf (out, "%02d", *format == 'm' ? month : mday);
    }
  return g_string_free (out, FALSE);
}

char *
okr_format_days_ago (guint days)
{
  if (days == 0)
    return g_strdup (C_ ("days ago", "today"));
  /* Translators: a number of days, as short as possible; between them a narrow no-break space */
  return g_strdup_printf (C_ ("days ago", "%u d"), days);
}

/* The year only where it could be another than one thinks. */
static char *
format_near_day (OkrDay day, OkrDay today)
{
  return ABS (okr_day_diff (day, today)) < NEAR_DAYS ? okr_format_day_short (day)
                                                     : okr_format_day (day);
}

char *
okr_format_cycle_stage (OkrDay start, OkrDay end, OkrDay today, OkrCycleState state)
{
  g_autofree char *day = NULL;
  guint week, n_weeks;

  if (!okr_cycle_week (start, end, today, &week, &n_weeks))
    return NULL;

  day = format_near_day (today < start ? start : end, today);
  if (today > end)
    /* Translators: said of a cycle; %s is a day such as "31 Mar" */
    return g_strdup_printf (_("ended %s"), day);
  if (state == OKR_CYCLE_STATE_CLOSED)
    /* Translators: said of a cycle that was closed before its last day */
    return g_strdup (C_ ("cycle", "closed"));
  if (today < start)
    /* Translators: said of a cycle; %s is a day such as "1 Apr" */
    return g_strdup_printf (_("starts %s"), day);
  /* Translators: which week of a cycle it is, of how many */
  return g_strdup_printf (_("week %1$u of %2$u"), week, n_weeks);
}
