/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-import-values.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "okr-entry.h"

#define LONGEST_UNIT 16

static gboolean
is_group_blank (gunichar c)
{
  return c == ' ' || c == 0xa0 || c == 0x202f || c == 0x2009 || c == '\'' || c == 0x2019;
}

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0x2212 || c == 0x2013;
}

/* Number and what stands around it, with blanks left out of the number. */
typedef struct
{
  char *before;
  char *digits;
  char *after;
  gboolean is_negative;
} Parts;

static void
parts_clear (Parts *parts)
{
  g_free (parts->before);
  g_free (parts->digits);
  g_free (parts->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

/* Where a number begins: a digit, or a sign of decimals before one. */
static const char *
find_digits (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at) || ((*at == '.' || *at == ',') && g_ascii_isdigit (at[1])))
        return at;
    }

  return NULL;
}

static gboolean
continues_number (const char *at)
{
  const char *next = g_utf8_next_char (at);

  if (g_ascii_isdigit (*at) || *at == '.' || *at == ',')
    return TRUE;

  return is_group_blank (g_utf8_get_char (at)) && g_ascii_isdigit (*next);
}

/* A minus or an opening bracket right before the number belongs to it. */
static void
take_sign (Parts *parts)
{
  const gboolean has_bracket =
      g_str_has_suffix (parts->before, "(") && g_str_has_prefix (parts->after, ")");
  const char *last = g_utf8_find_prev_char (parts->before, parts->before + strlen (parts->before));

  if (has_bracket)
    memmove (parts->after, parts->after + 1, strlen (parts->after));
  parts->is_negative = has_bracket || (last != NULL && is_minus (g_utf8_get_char (last)));
  if (parts->is_negative && last != NULL)
    parts->before[last - parts->before] = '\0';
  else if (last != NULL && *last == '+')
    parts->before[last - parts->before] = '\0';
  if (!parts->is_negative && is_minus (g_utf8_get_char (parts->before)) &&
      !g_ascii_isalnum (parts->before[0]))
    {
      /* "-€ 5" */
      char *rest = g_strdup (g_utf8_next_char (parts->before));

      parts->is_negative = TRUE;
      g_free (parts->before);
      parts->before = rest;
    }
  g_strstrip (parts->before);
  g_strstrip (parts->after);
}

static gboolean
split (const char *text, Parts *parts)
{
  const char *begin = find_digits (text);
  const char *end = begin;
  g_autoptr (GString) digits = g_string_new (NULL);

  if (begin == NULL)
    return FALSE;

  for (; *end != '\0' && continues_number (end); end = g_utf8_next_char (end))
    {
      if (g_ascii_isdigit (*end) || *end == '.' || *end == ',')
        g_string_append_c (digits, *end);
    }
  parts->before = g_strstrip (g_strndup (text, (gsize) (begin - text)));
  parts->digits = g_string_free (g_steal_pointer (&digits), FALSE);
  parts->after = g_strstrip (g_strdup (end));
  take_sign (parts);

  return TRUE;
}

static guint
count (const char *text, char c)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == c;

  return n;
}

gboolean
okr_import_evidence_add_number (OkrImportEvidence *self, const char *text)
{
  g_auto (Parts) parts = { NULL };
  const char *point, *comma, *last;

  if (!split (text, &parts))
    return FALSE;

  point = strrchr (parts.digits, '.');
  comma = strrchr (parts.digits, ',');
  last = point > comma ? point : comma;
  if (last == NULL)
    return FALSE;
  if (point != NULL && comma != NULL)
    *(last == point ? &self->points : &self->commas) += 1;
  else if (count (parts.digits, *last) > 1)
    *(last == point ? &self->commas : &self->points) += 1;
  else if (strlen (last + 1) != 3 || last - parts.digits > 3 || last == parts.digits ||
           parts.digits[0] == '0')
    *(last == point ? &self->points : &self->commas) += 1;
  else
    return TRUE;

  return FALSE;
}

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
  guint numbers[3];
  char separator = 0;

  if (!split_day (text, numbers, &separator))
    return FALSE;
  if (separator == '.' || (numbers[0] > 12 && numbers[1] <= 12))
    self->day_first++;
  else if (numbers[1] > 12 && numbers[0] <= 12)
    self->month_first++;
  else
    return numbers[0] != numbers[1] && MAX (numbers[0], numbers[1]) <= 12;

  return FALSE;
}

OkrImportStyle
okr_import_evidence_judge (const OkrImportEvidence *self)
{
  OkrImportStyle style = { 0, OKR_IMPORT_DATES_UNKNOWN };

  if (self->points != self->commas)
    style.decimal = self->points > self->commas ? '.' : ',';
  if (self->day_first != self->month_first)
    style.dates = self->day_first > self->month_first ? OKR_IMPORT_DATES_DMY : OKR_IMPORT_DATES_MDY;

  return style;
}

/* "1.234.567" with groups of three; a group sign elsewhere is a decimal sign in disguise. */
static gboolean
drop_groups (char *digits, char decimal)
{
  const char group = decimal == '.' ? ',' : '.';
  char *to = digits;
  guint run = 0;
  gboolean grouped = FALSE;
  char *at;

  for (at = digits; *at != '\0' && *at != decimal; at++)
    {
      if (*at != group)
        {
          *to++ = *at;
          run++;
          continue;
        }
      if (run == 0 || run > 3 || (grouped && run != 3))
        return FALSE;
      grouped = TRUE;
      run = 0;
    }
  if (grouped && run != 3)
    return FALSE;
  for (; *at != '\0'; at++)
    {
      if (*at == group)
        return FALSE;
      *to++ = *at == decimal ? '.' : *at;
    }
  *to = '\0';

  return count (digits, '.') <= 1;
}

static gboolean
is_unit (const char *text)
{
  return find_digits (text) == NULL && g_utf8_strlen (text, -1) <= LONGEST_UNIT;
}

gboolean
okr_import_parse_number (const char *text, char decimal, double *number, char **unit,
                         GError **error)
{
  g_auto (Parts) parts = { NULL };
  g_autofree char *written = NULL;
  const char *beside;

  if (!split (text, &parts) || (*parts.before != '\0' && *parts.after != '\0') ||
      !is_unit (parts.before) || !is_unit (parts.after))
    {
      g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                   _ ("“%s” is not a number. Write one like 12.5, or leave the cell empty."), text);
      return FALSE;
    }
  written = g_strdup (parts.digits);
  if (!drop_groups (written, decimal))
    {
      g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                   decimal == '.'
                       ? _ ("“%s” is not a number with a decimal point. Does the table write a "
                            "decimal comma?")
                       : _ ("“%s” is not a number with a decimal comma. Does the table write a "
                            "decimal point?"),
                   text);
      return FALSE;
    }

  *number = g_ascii_strtod (written, NULL) * (parts.is_negative ? -1 : 1);
  beside = *parts.before != '\0' ? parts.before : parts.after;
  if (unit != NULL)
    *unit = *beside != '\0' ? g_strdup (beside) : NULL;

  return TRUE;
}

static guint
complete_year (guint year)
{
  return year < 100 ? year + 2000 : year;
}

gboolean
okr_import_parse_day (const char *text, OkrImportDates dates, OkrDay *day, GError **error)
{
  g_autofree char *iso = g_strndup (text, 10);
  const gboolean ends = strlen (text) <= 10 || strchr ("T ", text[10]) != NULL;
  const gboolean month_first = dates == OKR_IMPORT_DATES_MDY;
  guint numbers[3];
  char separator = 0;

  if (ends && okr_day_parse (iso, day))
    return TRUE;
  if (split_day (text, numbers, &separator))
    {
      const OkrDay found =
          okr_day_from_ymd ((int) complete_year (numbers[2]), (int) numbers[month_first ? 0 : 1],
                            (int) numbers[month_first ? 1 : 0]);

      if (found != OKR_DAY_NONE)
        {
          *day = found;
          return TRUE;
        }
    }
  else if (okr_parse_day (text, day, NULL))
    {
      return TRUE;
    }
  g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
               _ ("“%s” is not a date that exists. Write one like 2027-03-31, or leave the cell "
                  "empty."),
               text);

  return FALSE;
}
