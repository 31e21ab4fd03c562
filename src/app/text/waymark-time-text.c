/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-time-text.h"

#include <glib/gi18n.h>

#include "okr-format.h"

/* The clock's own day, which is not the day that a plan is looked at. */
static OkrDay
find_day (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL
             ? okr_day_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                                 g_date_time_get_day_of_month (local))
             : OKR_DAY_NONE;
}

static OkrDay
count_days_since (OkrDay day)
{
  return find_day (g_get_real_time ()) - day;
}

char *
waymark_time_text_day (gint64 time)
{
  const OkrDay day = find_day (time);
  const OkrDay age = count_days_since (day);

  if (age == 0)
    return g_strdup (_ ("Today"));
  if (age == 1)
    return g_strdup (_ ("Yesterday"));

  return okr_format_day (day);
}

char *
waymark_time_text_clock (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  /* Translators: a time of day in the way of g_date_time_format() */
  return local != NULL ? g_date_time_format (local, _ ("%H:%M")) : g_strdup ("");
}

char *
waymark_time_text_moment (gint64 time)
{
  const OkrDay day = find_day (time);
  const OkrDay age = count_days_since (day);
  g_autofree char *clock = waymark_time_text_clock (time);
  g_autofree char *date = okr_format_day (day);

  if (age == 0)
    /* Translators: a time of day; within a sentence */
    return g_strdup_printf (_ ("today at %s"), clock);
  if (age == 1)
    /* Translators: a time of day; within a sentence */
    return g_strdup_printf (_ ("yesterday at %s"), clock);

  /* Translators: a date and a time of day; within a sentence */
  return g_strdup_printf (_ ("%1$s at %2$s"), date, clock);
}
