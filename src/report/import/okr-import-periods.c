/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a year that are named without their days: "EOQ", "KW 7", "mid-March". */
#include "config.h"

#include "okr-import-periods.h"

#include <stdlib.h>
#include <string.h>

#include "okr-import-columns.h"
#include "okr-import-places-private.h"

#define WEEK 7

/* Reading */

typedef enum
{
  EDGE_NONE,
  EDGE_END,
  EDGE_MIDDLE,
} Edge;

typedef struct
{
  OkrImportPeriod period;
  Edge edge;
  guint n_numbers;   /* other than the year */
  gboolean is_named; /* the month is */
  gboolean is_number_first;
  gboolean is_ordinal;
} Reading;

/* Folded, in English, German, French and Spanish. */
static const struct
{
  const char *words; /* with bars around them */
  OkrImportUnit unit;
  Edge edge;
} meanings[] = {
  { "|w|wk|week|woche|kw|cw|kalenderwoche|semana|sem|semaine|s|", OKR_IMPORT_UNIT_WEEK, EDGE_NONE },
  { "|month|monat|monats|mes|mois|", OKR_IMPORT_UNIT_MONTH, EDGE_NONE },
  { "|eom|monatsende|", OKR_IMPORT_UNIT_MONTH, EDGE_END },
  { "|q|qtr|quarter|quartal|quartals|t|trim|trimestre|trimester|", OKR_IMPORT_UNIT_QUARTER,
    EDGE_NONE },
  { "|eoq|quartalsende|", OKR_IMPORT_UNIT_QUARTER, EDGE_END },
  { "|h|half|halbjahr|halbjahres|hj|semestre|", OKR_IMPORT_UNIT_HALF, EDGE_NONE },
  { "|eoh|halbjahresende|", OKR_IMPORT_UNIT_HALF, EDGE_END },
  { "|year|jahr|jahres|annee|ano|", OKR_IMPORT_UNIT_YEAR, EDGE_NONE },
  { "|eoy|jahresende|", OKR_IMPORT_UNIT_YEAR, EDGE_END },
  { "|cycle|zyklus|ciclo|", OKR_IMPORT_UNIT_CYCLE, EDGE_NONE },
  { "|eoc|zyklusende|", OKR_IMPORT_UNIT_CYCLE, EDGE_END },
  { "|end|eo|ende|fin|fins|final|finales|", OKR_IMPORT_UNIT_NONE, EDGE_END },
  { "|mid|middle|mitte|mi|milieu|mediados|", OKR_IMPORT_UNIT_NONE, EDGE_MIDDLE },
  { "|of|the|this|by|until|in|de|del|du|des|d|l|la|le|el|a|au|bis|im|der|hasta|para|",
    OKR_IMPORT_UNIT_NONE, EDGE_NONE },
};

static gboolean
is_among (const char *words, const char *word)
{
  g_autofree char *wanted = g_strdup_printf ("|%s|", word);

  return strstr (words, wanted) != NULL;
}

static gboolean
take_unit (Reading *self, OkrImportUnit unit, Edge edge)
{
  if ((unit != OKR_IMPORT_UNIT_NONE && self->period.unit != OKR_IMPORT_UNIT_NONE) ||
      (edge != EDGE_NONE && self->edge != EDGE_NONE))
    return FALSE;
  if (unit != OKR_IMPORT_UNIT_NONE)
    self->period.unit = unit;
  if (edge != EDGE_NONE)
    self->edge = edge;

  return TRUE;
}

static gboolean
take_word (Reading *self, const char *word, gboolean is_behind_number)
{
  const guint month = okr_import_find_month (word);

  if (is_behind_number && is_among ("|st|nd|rd|th|er|re|ere|e|eme|o|a|", word))
    return self->is_ordinal = TRUE;
  self->period.may_be_half = self->period.may_be_half || is_among ("|s|sem|", word);
  if (is_among ("|calendar|kw|cw|kalenderwoche|", word))
    self->period.is_calendar = TRUE;
  if (g_str_equal (word, "calendar"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      if (is_among (meanings[i].words, word))
        return take_unit (self, meanings[i].unit, meanings[i].edge);
    }
  if (month == 0 || self->n_numbers > 0 || /* "3 March" is a day */
      (self->period.unit != OKR_IMPORT_UNIT_MONTH &&
       !take_unit (self, OKR_IMPORT_UNIT_MONTH, EDGE_NONE)))
    return FALSE;
  self->period.number = month;
  self->n_numbers++;
  self->is_named = TRUE;

  return TRUE;
}

/* "Q1/27" has a short year, "W7" has none. */
static gboolean
take_number (Reading *self, const char *word)
{
  const gsize length = strlen (word);
  const guint number = (guint) strtoul (word, NULL, 10);

  if (length == 4 && number >= 1900 && number < 3000 && self->period.year == 0)
    self->period.year = number;
  else if (length <= 2 && self->n_numbers++ == 0)
    {
      self->period.number = number;
      self->is_number_first = self->period.unit == OKR_IMPORT_UNIT_NONE;
    }
  else if (length == 2 && number >= 20 && self->period.year == 0 &&
           self->period.unit != OKR_IMPORT_UNIT_MONTH)
    self->period.year = 2000 + number;
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_words (Reading *self, const char *folded)
{
  gboolean is_behind_number = FALSE;

  for (const char *at = folded, *end = at; *at != '\0'; at = end)
    {
      const gboolean is_number = g_ascii_isdigit (*at);
      g_autofree char *word = NULL;

      while (g_ascii_isalnum (*end) && g_ascii_isdigit (*end) == is_number)
        end++;
      if (end == at)
        {
          end++; /* a blank */
          is_behind_number = FALSE;
          continue;
        }
      word = g_strndup (at, (gsize) (end - at));
      if (is_number ? !take_number (self, word) : !take_word (self, word, is_behind_number))
        return FALSE;
      is_behind_number = is_number;
    }

  return TRUE;
}

/* "1 week" and "2 months" say how long something takes. */
static gboolean
is_duration (const Reading *self)
{
  const OkrImportPeriod *period = &self->period;

  if (period->unit == OKR_IMPORT_UNIT_MONTH)
    return period->number > 0 && !self->is_named;

  return period->unit == OKR_IMPORT_UNIT_WEEK && self->is_number_first && !self->is_ordinal &&
         !period->is_calendar;
}

static gboolean
is_sound (const Reading *self)
{
  static const guint most[] = {
    [OKR_IMPORT_UNIT_WEEK] = 53, [OKR_IMPORT_UNIT_MONTH] = 12, [OKR_IMPORT_UNIT_QUARTER] = 4,
    [OKR_IMPORT_UNIT_HALF] = 2,  [OKR_IMPORT_UNIT_YEAR] = 0,   [OKR_IMPORT_UNIT_CYCLE] = 0
  };
  const OkrImportPeriod *period = &self->period;

  if (period->unit == OKR_IMPORT_UNIT_NONE || period->number > most[period->unit] ||
      is_duration (self))
    return FALSE;
  if (self->edge == EDGE_MIDDLE)
    return period->unit == OKR_IMPORT_UNIT_MONTH && period->number > 0;

  /* "Quarter" alone says nothing. */
  return period->number > 0 || (self->n_numbers == 0 && self->edge == EDGE_END);
}

gboolean
okr_import_parse_period (const char *text, OkrImportPeriod *period)
{
  g_autofree char *folded = NULL;
  Reading reading = { 0 };

  if (strlen (text) > 40 || text[strspn (text, "0123456789./-: ")] == '\0')
    return FALSE; /* most cells, and there are many */
  folded = okr_import_fold (text);
  if (!read_words (&reading, folded))
    return FALSE;
  if (reading.period.unit == OKR_IMPORT_UNIT_NONE && reading.period.year != 0 &&
      reading.edge == EDGE_END)
    reading.period.unit = OKR_IMPORT_UNIT_YEAR; /* "end of 2027" */
  if (!is_sound (&reading))
    return FALSE;
  reading.period.may_be_half = reading.period.may_be_half && reading.period.number <= 2;
  reading.period.is_middle = reading.edge == EDGE_MIDDLE;
  *period = reading.period;

  return TRUE;
}

/* Finding its days */

typedef struct
{
  OkrDay first;
  OkrDay last;
} Span;

static int
get_year (OkrDay day)
{
  int year, month, mday;

  okr_day_to_ymd (day, &year, &month, &mday);

  return year;
}

/* The fourth of January is in the first week; 0001-01-01, the first day, is a Monday. */
static Span
find_week (int year, guint number)
{
  const OkrDay fourth = okr_day_from_ymd (year, 1, 4);
  const OkrDay monday =
      fourth - (fourth - okr_day_from_ymd (1, 1, 1)) % WEEK + (OkrDay) (number - 1) * WEEK;

  if (get_year (monday + 3) != year) /* not each year has 53 */
    return (Span){ OKR_DAY_NONE, OKR_DAY_NONE };

  return (Span){ monday, monday + WEEK - 1 };
}

static Span
find_months (int year, guint first_month, int n_months)
{
  const OkrDay first = okr_day_from_ymd (year, (int) first_month, 1);

  return (Span){ first, okr_day_add_months (first, n_months) - 1 };
}

static Span
find_span (const OkrImportPeriod *self, int year)
{
  Span span = { OKR_DAY_NONE, OKR_DAY_NONE };

  if (year < 1 || year > 9998)
    return span;
  switch ((int) self->unit)
    {
    case OKR_IMPORT_UNIT_WEEK:
      return find_week (year, self->number);
    case OKR_IMPORT_UNIT_MONTH:
      span = find_months (year, self->number, 1);
      break;
    case OKR_IMPORT_UNIT_QUARTER:
      return find_months (year, self->number * 3 - 2, 3);
    case OKR_IMPORT_UNIT_HALF:
      return find_months (year, self->number * 6 - 5, 6);
    case OKR_IMPORT_UNIT_YEAR:
      return find_months (year, 1, 12);
    default:
      break;
    }
  if (self->is_middle)
    span.first = span.last = span.first + 14;

  return span;
}

/* A quarter is as the cycle has it that is called so, wherever the year begins. */
static gboolean
is_named_by (const OkrImportPeriod *self, OkrCycle *cycle)
{
  g_autofree char *quarter = NULL;

  if (cycle == NULL || self->unit != OKR_IMPORT_UNIT_QUARTER || self->number == 0)
    return FALSE;
  quarter = okr_import_parse_quarter (okr_item_get_title (OKR_ITEM (cycle)));

  return quarter != NULL && (guint) (quarter[1] - '0') == self->number &&
         (self->year == 0 || (guint) atoi (quarter + 3) == self->year);
}

/* "End of the month", where only the cycle tells of which. */
static guint
place_end (const OkrImportPeriod *self, OkrDay start, OkrDay end, OkrDay *first, OkrDay *last)
{
  static const int longest[] = {
    [OKR_IMPORT_UNIT_WEEK] = 7,   [OKR_IMPORT_UNIT_MONTH] = 31, [OKR_IMPORT_UNIT_QUARTER] = 98,
    [OKR_IMPORT_UNIT_HALF] = 190, [OKR_IMPORT_UNIT_YEAR] = 373, [OKR_IMPORT_UNIT_CYCLE] = G_MAXINT
  };
  static const int shortest[] = {
    [OKR_IMPORT_UNIT_WEEK] = 1,   [OKR_IMPORT_UNIT_MONTH] = 21, [OKR_IMPORT_UNIT_QUARTER] = 77,
    [OKR_IMPORT_UNIT_HALF] = 168, [OKR_IMPORT_UNIT_YEAR] = 350, [OKR_IMPORT_UNIT_CYCLE] = 0
  };
  const int n_days = okr_day_diff (start, end) + 1;

  *first = start;
  *last = end;
  if (n_days < shortest[self->unit])
    return 0;

  return n_days <= longest[self->unit] ? 1 : 2;
}

static gboolean
is_in_cycle (const Span *span, OkrDay start, OkrDay end)
{
  if (span->first == OKR_DAY_NONE || span->last < start || span->first > end)
    return FALSE;

  return okr_day_diff (end, span->last) <= WEEK;
}

static guint
place_in_years (const OkrImportPeriod *self, OkrDay start, OkrDay end, OkrDay *first, OkrDay *last)
{
  guint n = 0;

  /* A week may belong to the year before or after that of its days. */
  for (int year = get_year (start) - 1; year <= get_year (end) + 1 && n < 2; year++)
    {
      const Span span = find_span (self, year);

      if (!is_in_cycle (&span, start, end))
        continue;
      *first = span.first;
      *last = MIN (span.last, end);
      n++;
    }

  return n;
}

static guint
place_in_cycle (const OkrImportPeriod *self, OkrDay start, OkrDay end, OkrDay *first, OkrDay *last)
{
  const guint n = self->is_of_cycle ? 0 : place_in_years (self, start, end, first, last);
  const int n_before = (int) (self->number - 1) * WEEK;

  if (self->unit != OKR_IMPORT_UNIT_WEEK || self->is_calendar ||
      okr_day_diff (start, end) < n_before)
    return n;
  if (n > 0) /* the 13th week of the year may be the first of a quarter that has 13 */
    return okr_day_diff (start + (OkrDay) n_before, *first) < -WEEK ? 2 : n;
  *first = start + (OkrDay) n_before;
  *last = MIN (*first + WEEK - 1, end);

  return 1;
}

guint
okr_import_period_place (const OkrImportPeriod *self, OkrCycle *cycle, OkrDay *first, OkrDay *last)
{
  const OkrDay start = cycle != NULL ? okr_cycle_get_start (cycle) : OKR_DAY_NONE;
  const OkrDay end = cycle != NULL ? okr_cycle_get_end (cycle) : OKR_DAY_NONE;
  const gboolean has_days = start != OKR_DAY_NONE && end != OKR_DAY_NONE && start <= end;

  if (has_days && is_named_by (self, cycle))
    {
      *first = start;
      *last = end;
      return 1;
    }
  if (self->may_be_half)
    return 2;
  if (self->year != 0 && (self->number > 0 || self->unit == OKR_IMPORT_UNIT_YEAR))
    {
      const Span span = find_span (self, (int) self->year);

      *first = span.first;
      *last = span.last;
      return *last != OKR_DAY_NONE;
    }
  if (!has_days)
    return 2;

  return self->number == 0 ? place_end (self, start, end, first, last)
                           : place_in_cycle (self, start, end, first, last);
}
