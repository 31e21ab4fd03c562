/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people and spreadsheets write them. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-cell-marks.h"
#include "okr-entry.h"
#include "okr-import-columns.h"
#include "okr-import-periods.h"
#include "okr-import-values.h"

/* The numbers of a date that is not written year first. */
static gboolean
split_day (const char *text, guint numbers[3], char *separator)
{
  guint i = 0;

  for (const char *at = text; i < 3; i++)
    {
      char *end;

      numbers[i] = (guint) g_ascii_strtoull (at, &end, 10);
      if (end == at || end - at > (i == 2 ? 4 : 2))
        return FALSE;
      at = end;
      if (i == 2)
        return *at == '\0' || g_ascii_isspace (*at) || *at == ',';
      if (strchr ("./-", *at) == NULL || *at == '\0' || (i == 1 && *at != *separator))
        return FALSE;
      *separator = *at++;
      while (*at == ' ')
        at++;
    }

  return FALSE;
}

gboolean
okr_import_evidence_add_day (OkrImportEvidence *self, const char *text)
{
  g_autofree char *plain = okr_cell_dup_without_marks (text);
  guint numbers[3];
  char separator = 0;

  if (!split_day (plain, numbers, &separator))
    return FALSE;
  if (separator == '.' || (numbers[0] > 12 && numbers[1] <= 12))
    self->day_first++;
  else if (numbers[1] > 12 && numbers[0] <= 12)
    self->month_first++;
  else
    return numbers[0] != numbers[1] && MAX (numbers[0], numbers[1]) <= 12;

  return FALSE;
}

#define SERIAL_FIRST 40000 /* 2009-07-06 */
#define SERIAL_LAST 60000  /* 2064-04-08 */

gboolean
okr_import_parse_serial_day (const char *text, OkrDay *day)
{
  char *end;
  const guint64 number = g_ascii_strtoull (text, &end, 10);

  if (!g_ascii_isdigit (*text) || end - text != 5 || number < SERIAL_FIRST || number > SERIAL_LAST)
    return FALSE;
  if (*end == '.' || *end == ',') /* the time */
    end += 1 + strspn (end + 1, "0123456789");
  if (*end != '\0')
    return FALSE;

  *day = okr_day_from_ymd (1899, 12, 30) + (OkrDay) number;

  return TRUE;
}

/* Folded, in English, German, French and Spanish. */
static const char *const months[12][7] = {
  { "january", "januar", "janner", "janvier", "enero", NULL },
  { "february", "februar", "feber", "fevrier", "febrero", NULL },
  { "march", "marz", "maerz", "mrz", "mars", "marzo", NULL },
  { "april", "avril", "abril", NULL },
  { "may", "mai", "mayo", NULL },
  { "june", "juni", "juin", "junio", NULL },
  { "july", "juli", "juillet", "julio", NULL },
  { "august", "aout", "agosto", NULL },
  { "september", "septembre", "septiembre", "setiembre", NULL },
  { "october", "oktober", "octobre", "octubre", NULL },
  { "november", "novembre", "noviembre", NULL },
  { "december", "dezember", "decembre", "diciembre", NULL },
};

static gboolean
is_month (guint month, const char *word)
{
  for (guint i = 0; months[month][i] != NULL; i++)
    {
      if (g_str_has_prefix (months[month][i], word))
        return TRUE;
    }

  return FALSE;
}

guint
okr_import_find_month (const char *word)
{
  guint found = 0;

  for (guint i = 0; strlen (word) >= 3 && i < G_N_ELEMENTS (months); i++)
    {
      if (!is_month (i, word))
        continue;
      if (found != 0)
        return 0;
      found = i + 1;
    }

  return found;
}

static guint
complete_year (guint year)
{
  return year < 100 ? year + 2000 : year;
}

/* "24", "24th", "1er" */
static gboolean
read_number (const char *word, guint *number)
{
  static const char *const endings[] = { "", "st", "nd", "rd", "th", "er", NULL };
  char *end;

  *number = (guint) g_ascii_strtoull (word, &end, 10);

  return end != word && end - word <= 4 && g_strv_contains (endings, end);
}

static gboolean
is_filler (const char *word)
{
  static const char *const fillers[] = { "de", "del", "of", "the", "le", "den", NULL };

  return g_strv_contains (fillers, word);
}

/* "Feb 24, 2027", "24. Februar 2027", "24 de febrero de 2027" */
static gboolean
parse_named (const char *text, OkrDay *day)
{
  g_autofree char *folded = okr_import_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint numbers[2];
  guint n = 0;
  int month = 0;

  for (guint i = 0; words[i] != NULL && (n < 2 || month == 0); i++)
    {
      if (is_filler (words[i]))
        continue;
      if (n < 2 && read_number (words[i], &numbers[n]))
        n++;
      else if (month == 0 && okr_import_find_month (words[i]) != 0)
        month = (int) okr_import_find_month (words[i]);
      else
        return FALSE;
    }
  if (n < 2 || month == 0)
    return FALSE;

  *day = numbers[0] > 31
             ? okr_day_from_ymd ((int) numbers[0], month, (int) numbers[1])
             : okr_day_from_ymd ((int) complete_year (numbers[1]), month, (int) numbers[0]);

  return TRUE;
}

/* "Jan 2027", "enero de 2027", and "Jan-27" as spreadsheets show a day of which they show no more;
 * "Jan 27" may as well be a day. */
static gboolean
split_named_month (const char *text, guint *month, guint *year)
{
  const gboolean has_letters = text[strspn (text, "0123456789./-: ")] != '\0';
  g_autofree char *folded =
      has_letters ? okr_import_fold (text) : g_strdup (""); /* many have none */
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  const gboolean is_short = strpbrk (text, "-'") != NULL || strstr (text, "’") != NULL;

  *month = *year = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const gsize length = strlen (words[i]);
      const gboolean is_number = strspn (words[i], "0123456789") == length;

      if (is_filler (words[i]))
        continue;
      if (*month == 0 && *year == 0 && !is_number && okr_import_find_month (words[i]) != 0)
        *month = okr_import_find_month (words[i]);
      else if (*month != 0 && *year == 0 && is_number && (length == 4 || (length == 2 && is_short)))
        *year = complete_year ((guint) g_ascii_strtoull (words[i], NULL, 10));
      else
        return FALSE;
    }

  return *month != 0 && *year != 0;
}

/* "01/2027", "2027-01" */
static gboolean
split_month (const char *text, guint *month, guint *year)
{
  const gsize first = strspn (text, "0123456789");
  const char *second = text + first + (text[first] != '\0');
  const gsize length = strspn (second, "0123456789");
  const gboolean is_year_first = first == 4;

  if (text[first] == '\0' || strchr ("/-.", text[first]) == NULL || second[length] != '\0' ||
      length == 0 || (is_year_first ? length != 2 : first == 0 || first > 2 || length != 4))
    return FALSE;
  *year = (guint) g_ascii_strtoull (is_year_first ? text : second, NULL, 10);
  *month = (guint) g_ascii_strtoull (is_year_first ? second : text, NULL, 10);

  return TRUE;
}

gboolean
okr_import_parse_month (const char *text, OkrDay *first, OkrDay *last)
{
  g_autofree char *plain = okr_cell_dup_without_marks (text);
  guint month, year;

  if (!split_month (plain, &month, &year) && !split_named_month (plain, &month, &year))
    return FALSE;
  *first = okr_day_from_ymd ((int) year, (int) month, 1);
  if (*first == OKR_DAY_NONE)
    return FALSE;
  *last = okr_day_add_months (*first, 1) - 1;

  return TRUE;
}

gboolean
okr_import_parse_day_of (OkrImportField field, const char *text, OkrImportDates dates, OkrDay *day,
                         GError **error)
{
  OkrDay first, last;

  if (!okr_import_parse_month (text, &first, &last))
    return okr_import_parse_day (text, dates, day, error);
  *day = field == OKR_IMPORT_FIELD_CYCLE_START ? first : last;

  return TRUE;
}

static gboolean
is_iso (const char *text)
{
  static const char shape[] = "0000-00-00";
  guint i = 0;

  for (; shape[i] != '\0'; i++)
    {
      if (shape[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
        return FALSE;
    }

  return text[i] == '\0' || text[i] == 'T' || text[i] == ' ';
}

/* Returns whether it looks like a date; @day is none where no such day exists. */
static gboolean
parse (const char *text, OkrImportDates dates, OkrDay *day)
{
  const gboolean month_first = dates == OKR_IMPORT_DATES_MDY;
  guint numbers[3];
  char separator = 0;

  if (is_iso (text))
    {
      g_autofree char *iso = g_strndup (text, 10);

      if (!okr_day_parse (iso, day))
        *day = OKR_DAY_NONE;
      return TRUE;
    }
  if (!split_day (text, numbers, &separator))
    return okr_import_parse_serial_day (text, day) || parse_named (text, day) ||
           okr_parse_day (text, day, NULL);

  *day = okr_day_from_ymd ((int) complete_year (numbers[2]), (int) numbers[month_first ? 0 : 1],
                           (int) numbers[month_first ? 1 : 0]);

  return TRUE;
}

gboolean
okr_import_parse_day (const char *text, OkrImportDates dates, OkrDay *day, GError **error)
{
  g_autofree char *plain = okr_cell_dup_without_marks (text);
  OkrDay found = OKR_DAY_NONE;

  if (!parse (plain, dates, &found))
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                 _ ("“%s” is not a date. Write one like 2027-03-31, or leave the cell empty."),
                 text);
  else if (found == OKR_DAY_NONE)
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                 _ ("“%s” is not a date that exists. Write one like 2027-03-31, or leave the cell "
                    "empty."),
                 text);
  else
    *day = found;

  return found != OKR_DAY_NONE;
}
