/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of values over time, each with a month, a week or a day above it. */
#include "config.h"

#include "okr-import-times.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-import-cells-private.h"

#define SAMPLE 50 /* cells that tell what is in a column */

/* Headings */

static gboolean
parse_time (const char *text, OkrImportDates dates, OkrImportTime *time)
{
  OkrImportPeriod *period = &time->period;

  *time = (OkrImportTime){ 0 };
  if (okr_import_parse_month (text, &time->first, &time->last))
    return TRUE;
  if (okr_import_parse_period (text, period))
    return period->number > 0 && !period->is_middle &&
           (period->unit == OKR_IMPORT_UNIT_WEEK || period->unit == OKR_IMPORT_UNIT_MONTH);
  if (strpbrk (text, "0123456789") == NULL ||
      (!okr_import_parse_day (text, dates, &time->first, NULL) &&
       (dates != OKR_IMPORT_DATES_UNKNOWN ||
        !okr_import_parse_day (text, OKR_IMPORT_DATES_MDY, &time->first, NULL))))
    return FALSE;
  time->last = time->first;

  return TRUE;
}

static gboolean
is_value (const char *word)
{
  return okr_import_column_from_heading (word).field == OKR_IMPORT_FIELD_VALUE;
}

/* "Jan Actual", "Ist Januar" */
static char *
dup_without_value (const char *heading)
{
  g_autofree char *text = g_strdup (heading);
  char *first = strchr (text, ' ');
  char *last = strrchr (text, ' ');

  if (first == NULL)
    return NULL;
  if (is_value (last + 1))
    {
      *last = '\0';
      return g_steal_pointer (&text);
    }
  *first = '\0';

  return is_value (text) ? g_strdup (first + 1) : NULL;
}

gboolean
okr_import_parse_time (const char *heading, OkrImportDates dates, OkrImportTime *time)
{
  g_autofree char *rest = NULL;

  if (*heading == '\0' || strlen (heading) > 40)
    return FALSE;
  if (parse_time (heading, dates, time))
    return TRUE;
  rest = dup_without_value (heading);

  return rest != NULL && parse_time (rest, dates, time);
}

static gboolean
is_same_time (const OkrImportTime *a, const OkrImportTime *b)
{
  return a->first == b->first && a->last == b->last && a->period.unit == b->period.unit &&
         a->period.number == b->period.number && a->period.year == b->period.year;
}

/**
 * okr_import_has_time:
 * @column: a column, counted from 0
 *
 * Returns: whether its heading names a month, a week or a day
 */
gboolean
okr_import_has_time (OkrImport *import, guint column)
{
  OkrImportTime time;

  return okr_import_parse_time (okr_import_get_heading (import, column),
                                okr_import_get_style (import).dates, &time);
}

/* What is in them */

static gboolean
is_figure (const char *cell)
{
  gboolean yes;
  double number;

  return okr_import_parse_number (cell, '.', &number, NULL, NULL) ||
         okr_import_parse_number (cell, ',', &number, NULL, NULL) ||
         (strlen (cell) > 1 && okr_import_is_yes (cell, &yes));
}

/* Most of it, as one cell may be a mistake. */
static gboolean
holds_figures (OkrImport *import, guint column)
{
  OkrTable *table = okr_import_get_table (import);
  guint n = 0, n_figures = 0;

  for (guint i = okr_import_get_header_row (import) + 1;
       i < okr_table_get_n_rows (table) && n < SAMPLE; i++)
    {
      const char *cell = okr_table_get_cell (table, i, column);

      if (*cell == '\0' || okr_import_says_nothing (import, OKR_IMPORT_FIELD_VALUE_THEN, cell))
        continue;
      n++;
      n_figures += is_figure (cell);
    }

  return n_figures * 2 >= n;
}

/* Returns the column of that time before it, or itself. */
static guint
find_first_of_time (OkrImport *import, guint column)
{
  const OkrImportDates dates = okr_import_get_style (import).dates;
  OkrImportTime time, other;

  if (!okr_import_parse_time (okr_import_get_heading (import, column), dates, &time))
    return column;
  for (guint i = 0; i < column; i++)
    {
      if (okr_import_get_column (import, i)->field == OKR_IMPORT_FIELD_VALUE_THEN &&
          okr_import_parse_time (okr_import_get_heading (import, i), dates, &other) &&
          is_same_time (&time, &other))
        return i;
    }

  return column;
}

gboolean
okr_import_holds_values_then (OkrImport *import, guint column)
{
  return okr_import_has_time (import, column) && holds_figures (import, column) &&
         find_first_of_time (import, column) == column;
}

char *
okr_import_explain_time (OkrImport *import, guint column)
{
  const guint first = find_first_of_time (import, column);
  g_autofree char *name = NULL;

  if (!okr_import_has_time (import, column))
    return NULL;
  if (first == column)
    return g_strdup (_ ("Nothing in this column is imported: most of it are no values that its key "
                        "results could have had then."));

  name = okr_import_name_column (import, first);

  /* Translators: the letter and the heading of a column, such as B “Owner” */
  return g_strdup_printf (_ ("Nothing in this column is imported: column %s holds the same."),
                          name);
}

/* All of them */

/* "S1" beside "S7" is a week. */
static void
judge_halves (GArray *times)
{
  guint most = 0;

  for (guint i = 0; i < times->len; i++)
    {
      const OkrImportPeriod *period = &g_array_index (times, OkrImportTime, i).period;

      if (period->unit == OKR_IMPORT_UNIT_WEEK)
        most = MAX (most, period->number);
    }
  for (guint i = 0; i < times->len; i++)
    {
      OkrImportPeriod *period = &g_array_index (times, OkrImportTime, i).period;

      period->may_be_half = period->may_be_half && most <= 2;
    }
}

static gboolean
is_open (const OkrImportTime *time)
{
  return time->period.unit == OKR_IMPORT_UNIT_WEEK && time->period.year == 0 &&
         !time->is_calendar_said;
}

/* Whether each is, in one way or the other. */
static gboolean
are_in_cycle (GArray *times, OkrCycle *cycle, gboolean is_of_cycle)
{
  for (guint i = 0; i < times->len; i++)
    {
      const OkrImportTime *time = &g_array_index (times, OkrImportTime, i);
      OkrImportPeriod period = time->period;
      OkrDay first, last;

      period.is_of_cycle = is_of_cycle;
      period.is_calendar = !is_of_cycle;
      if (is_open (time) && okr_import_period_place (&period, cycle, &first, &last) != 1)
        return FALSE;
    }

  return TRUE;
}

/* All weeks of a table are counted in one way: the year's, unless only the cycle has them all. */
void
okr_import_judge_weeks (GArray *times, OkrCycle *cycle)
{
  const gboolean may_be_of_year = are_in_cycle (times, cycle, FALSE);
  const gboolean may_be_of_cycle = are_in_cycle (times, cycle, TRUE);

  for (guint i = 0; i < times->len; i++)
    {
      OkrImportTime *time = &g_array_index (times, OkrImportTime, i);

      if (!is_open (time))
        continue;
      time->period.is_of_cycle = may_be_of_cycle && !may_be_of_year;
      time->period.is_calendar = !may_be_of_cycle;
    }
}

GArray *
okr_import_list_times (OkrImport *import)
{
  const OkrImportDates dates = okr_import_get_style (import).dates;
  GArray *times = g_array_new (FALSE, FALSE, sizeof (OkrImportTime));

  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      OkrImportTime time;

      if (okr_import_get_column (import, i)->field != OKR_IMPORT_FIELD_VALUE_THEN ||
          !okr_import_parse_time (okr_import_get_heading (import, i), dates, &time))
        continue;
      time.column = i;
      time.is_calendar_said = time.period.is_calendar;
      g_array_append_val (times, time);
    }
  judge_halves (times);

  return times;
}
