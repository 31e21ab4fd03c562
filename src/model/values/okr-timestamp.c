/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-timestamp.h"

#include <string.h>

#include "okr-day.h"

#define SECONDS_LENGTH 19 /* "2027-01-15T09:30:00" */

static gboolean
two_digits_below (const char *text, int limit)
{
  g_assert (text != NULL);

  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) &&
         (text[0] - '0') * 10 + (text[1] - '0') < limit;
}

/**
 * okr_timestamp_is_valid:
 * @text: a text
 *
 * Returns: whether @text is an instant in UTC after RFC 3339, such as "2027-01-15T09:30:00Z"; a
 *   fraction of a second is allowed
 */
gboolean
okr_timestamp_is_valid (const char *text)
{
  char date[11];
  OkrDay day;
  const char *rest;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strlen (text) < SECONDS_LENGTH + 1)
    return FALSE;

  memcpy (date, text, 10);
  date[10] = '\0';
  /* 60 is a leap second. */
  if (!okr_day_parse (date, &day) || text[10] != 'T' || !two_digits_below (text + 11, 24) ||
      text[13] != ':' || !two_digits_below (text + 14, 60) || text[16] != ':' ||
      !two_digits_below (text + 17, 61))
    return FALSE;

  rest = text + SECONDS_LENGTH;
  if (*rest == '.' && g_ascii_isdigit (rest[1]))
    {
      for (rest++; g_ascii_isdigit (*rest); rest++)
        continue;
    }

  return rest[0] == 'Z' && rest[1] == '\0';
}

/**
 * okr_timestamp_now:
 *
 * Returns: (transfer full): this instant. Where `OKR_NOW` is set, its value, so that demonstrations
 *   and tests write the same bytes each time.
 */
char *
okr_timestamp_now (void)
{
  const char *pinned = g_getenv ("OKR_NOW");
  g_autoptr (GDateTime) now = NULL;

  if (pinned != NULL && okr_timestamp_is_valid (pinned))
    return g_strdup (pinned);

  now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * okr_timestamp_compare:
 * @a: (nullable): a valid instant; absent ones come first
 * @b: (nullable): another
 *
 * Returns: a number below, equal to or above 0, as for strcmp()
 */
int
okr_timestamp_compare (const char *a, const char *b)
{
  const int seconds = strncmp (a != NULL ? a : "", b != NULL ? b : "", SECONDS_LENGTH);
  const char *a_fraction;
  const char *b_fraction;

  if (seconds != 0 || a == NULL || b == NULL || strlen (a) <= SECONDS_LENGTH ||
      strlen (b) <= SECONDS_LENGTH)
    return seconds;

  /* "Z" sorts after "." although it means a fraction of nothing. */
  a_fraction = a[SECONDS_LENGTH] == '.' ? a + SECONDS_LENGTH : "";
  b_fraction = b[SECONDS_LENGTH] == '.' ? b + SECONDS_LENGTH : "";

  return strcmp (a_fraction, b_fraction);
}

/**
 * okr_timestamp_now_after:
 * @earlier: (nullable): an instant
 *
 * Returns: (transfer full): this instant; where that is not after @earlier, because both fall into
 *   one second or because somebody's clock is ahead, the second after @earlier
 */
char *
okr_timestamp_now_after (const char *earlier)
{
  g_autofree char *now = okr_timestamp_now ();
  g_autoptr (GDateTime) before = NULL;
  g_autoptr (GDateTime) after = NULL;

  if (earlier == NULL || okr_timestamp_compare (now, earlier) > 0)
    return g_steal_pointer (&now);

  before = g_date_time_new_from_iso8601 (earlier, NULL);
  after = before != NULL ? g_date_time_add_seconds (before, 1) : NULL;

  return after != NULL ? g_date_time_format (after, "%Y-%m-%dT%H:%M:%SZ")
                       : g_steal_pointer (&now);
}
