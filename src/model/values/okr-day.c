/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-day.h"

#include <string.h>
#include <time.h>

static int
read_digits (const char *text, gsize length)
{
  int number = 0;

  g_assert (text != NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }
  return number;
}

OkrDay
okr_day_from_ymd (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return OKR_DAY_NONE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return OKR_DAY_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

void
okr_day_to_ymd (OkrDay day, int *year, int *month, int *mday)
{
  GDate date;
  gboolean valid = day != OKR_DAY_NONE && day <= OKR_DAY_MAX;

  g_date_clear (&date, 1);
  if (valid)
    g_date_set_julian (&date, day);
  if (year != NULL)
    *year = valid ? g_date_get_year (&date) : 0;
  if (month != NULL)
    *month = valid ? (int) g_date_get_month (&date) : 0;
  if (mday != NULL)
    *mday = valid ? g_date_get_day (&date) : 0;
}

gboolean
okr_day_parse (const char *iso, OkrDay *out)
{
  OkrDay day;

  g_return_val_if_fail (iso != NULL, FALSE);

  if (strlen (iso) != 10 || iso[4] != '-' || iso[7] != '-')
    return FALSE;
  day = okr_day_from_ymd (read_digits (iso, 4), read_digits (iso + 5, 2), read_digits (iso + 8, 2));
  if (day == OKR_DAY_NONE)
    return FALSE;
  if (out != NULL)
    *out = day;
  return TRUE;
}

char *
okr_day_to_iso (OkrDay day)
{
  int year, month, mday;

  if (day == OKR_DAY_NONE)
    return g_strdup ("");
  okr_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, mday);
}

void
okr_day_append_iso (GString *string, OkrDay day)
{
  int year, month, mday;

  g_return_if_fail (string != NULL);

  if (day == OKR_DAY_NONE)
    return;
  okr_day_to_ymd (day, &year, &month, &mday);
  g_string_append_printf (string, "%04d-%02d-%02d", year, month, mday);
}

OkrDay
okr_day_today (void)
{
  const char *pinned = g_getenv ("OKR_TODAY");
  time_t now = time (NULL);
  struct tm local;
  OkrDay day;

  if (pinned != NULL && *pinned != '\0')
    {
      if (okr_day_parse (pinned, &day))
        return day;
      g_warning_once ("OKR_TODAY=%s is not a date such as 2027-02-24; using the clock", pinned);
    }
  if (localtime_r (&now, &local) == NULL)
    return OKR_DAY_NONE;
  return okr_day_from_ymd (local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

int
okr_day_diff (OkrDay from, OkrDay to)
{
  return (int) ((gint64) to - (gint64) from);
}

OkrDay
okr_day_add_months (OkrDay day, int months)
{
  int year, month, mday;
  gint64 total;

  if (day == OKR_DAY_NONE)
    return OKR_DAY_NONE;
  okr_day_to_ymd (day, &year, &month, &mday);
  total = (gint64) year * 12 + (month - 1) + months;
  if (total < 12 || total >= (gint64) 10000 * 12)
    return OKR_DAY_NONE;
  year = (int) (total / 12);
  month = (int) (total % 12) + 1;
  mday = MIN (mday, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
  return okr_day_from_ymd (year, month, mday);
}

/* The last day of the quarter that starts on @start; the last one of all ends the calendar. */
static OkrDay
quarter_end (OkrDay start)
{
  OkrDay next = okr_day_add_months (start, 3);

  g_assert (start != OKR_DAY_NONE);

  return next != OKR_DAY_NONE ? next - 1 : OKR_DAY_MAX;
}

gboolean
okr_day_quarter (OkrDay day,
                 guint fiscal_start,
                 OkrDay *start,
                 OkrDay *end,
                 guint *quarter,
                 int *year)
{
  int y, month, since_start;
  OkrDay first;

  g_return_val_if_fail (fiscal_start >= 1 && fiscal_start <= 12, FALSE);

  if (day == OKR_DAY_NONE || day > OKR_DAY_MAX)
    return FALSE;
  okr_day_to_ymd (day, &y, &month, NULL);
  since_start = (month - (int) fiscal_start + 12) % 12;
  first = okr_day_add_months (okr_day_from_ymd (y, month, 1), -(since_start % 3));
  if (first == OKR_DAY_NONE)
    return FALSE;
  if (start != NULL)
    *start = first;
  if (end != NULL)
    *end = quarter_end (first);
  if (quarter != NULL)
    *quarter = (guint) since_start / 3 + 1;
  if (year != NULL)
    *year = fiscal_start > 1 && month >= (int) fiscal_start ? y + 1 : y;
  return TRUE;
}

char *
okr_cycle_name_for_day (OkrDay day, guint fiscal_start)
{
  guint quarter;
  int year;

  if (!okr_day_quarter (day, fiscal_start, NULL, NULL, &quarter, &year))
    return NULL;
  return g_strdup_printf ("Q%u %d", quarter, year);
}

gboolean
okr_cycle_name_parse (const char *name, guint fiscal_start, OkrDay *start, OkrDay *end)
{
  g_autofree char *text = NULL;
  const char *digits;
  int quarter, year;
  OkrDay first;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (fiscal_start >= 1 && fiscal_start <= 12, FALSE);

  text = g_strstrip (g_strdup (name));
  if ((text[0] != 'Q' && text[0] != 'q') || text[1] < '1' || text[1] > '4' || text[2] != ' ')
    return FALSE;
  quarter = text[1] - '0';
  for (digits = text + 2; *digits == ' '; digits++)
    ;
  year = strlen (digits) == 4 ? read_digits (digits, 4) : -1;
  first = okr_day_from_ymd (fiscal_start > 1 ? year - 1 : year, (int) fiscal_start, 1);
  first = okr_day_add_months (first, (quarter - 1) * 3);
  if (year < 1 || first == OKR_DAY_NONE)
    return FALSE;
  if (start != NULL)
    *start = first;
  if (end != NULL)
    *end = quarter_end (first);
  return TRUE;
}

gboolean
okr_cycle_week (OkrDay start, OkrDay end, OkrDay today, guint *week, guint *n_weeks)
{
  gboolean valid = start != OKR_DAY_NONE && end != OKR_DAY_NONE && end >= start;
  guint total = valid ? (end - start) / 7 + 1 : 0;
  guint current = valid && today > start ? (today - start) / 7 + 1 : MIN (total, 1);

  if (week != NULL)
    *week = MIN (current, total);
  if (n_weeks != NULL)
    *n_weeks = total;
  return valid;
}
