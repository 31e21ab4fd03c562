/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-import-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-cell-marks.h"
#include "okr-import-units.h"

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

static gboolean
is_dash (gunichar c)
{
  return is_minus (c) || c == 0x2014;
}

/* "5-" as accounting programs write it is -5; "10,-" is 10 without cents. */
static void
take_sign_behind (Parts *parts)
{
  const gsize length = strlen (parts->digits);
  const char *last = g_utf8_find_prev_char (parts->before, parts->before + strlen (parts->before));
  const gboolean is_open =
      length > 0 && (parts->digits[length - 1] == ',' || parts->digits[length - 1] == '.');
  const char *rest;
  gunichar next;

  if (!is_dash (g_utf8_get_char (parts->after)))
    return;

  rest = g_utf8_next_char (parts->after);
  next = g_utf8_get_char (rest);
  if (is_open && is_dash (next))
    rest = g_utf8_next_char (rest);
  else if (!is_open &&
           (g_unichar_isalnum (next) ||
            (last != NULL && (is_dash (g_utf8_get_char (last)) || *last == '+' || *last == '('))))
    return; /* then it is no sign, or the second one */
  if (is_open)
    parts->digits[length - 1] = '\0';
  else
    parts->is_negative = TRUE;
  memmove (parts->after, rest, strlen (rest) + 1);
}

/* A minus or an opening bracket right before the number belongs to it. */
static void
take_sign (Parts *parts)
{
  const gboolean has_bracket =
      g_str_has_suffix (parts->before, "(") && g_str_has_prefix (parts->after, ")");
  const char *last = g_utf8_find_prev_char (parts->before, parts->before + strlen (parts->before));

  if (parts->is_negative)
    return; /* it stands behind */
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
}

static gboolean
split (const char *cell, Parts *parts)
{
  g_autofree char *text = okr_cell_dup_without_marks (cell);
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
  parts->after = g_strchomp (g_strdup (end));
  take_sign_behind (parts);
  g_strchug (parts->after);
  take_sign (parts);
  g_strstrip (parts->before);
  g_strstrip (parts->after);

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

/* What says something about the number, instead of what it counts. */
static gboolean
is_word_sign (gunichar c)
{
  return g_utf8_strchr ("<>~=#?!*+^|:;_@&()[]{}\\\"≤≥≈±∼", -1, c) != NULL;
}

/* A hyphen and a slash stand between letters, as in "e-mails" and "€/h". */
static gboolean
is_inside (const char *text, const char *at)
{
  const char *next = g_utf8_next_char (at);

  return at != text && *next != '\0' && !g_ascii_isspace (*next);
}

static gboolean
is_unit (const char *text)
{
  if (find_digits (text) != NULL || g_utf8_strlen (text, -1) > LONGEST_UNIT)
    return FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (is_word_sign (c) || ((is_dash (c) || c == '/') && !is_inside (text, at)))
        return FALSE;
    }

  return TRUE;
}

/* Hardly anything but money is written before the number; "Q4" and "about 5" are no numbers. */
static gboolean
is_unit_before (const char *text)
{
  static const char *const others[] = { "%",   "‰",  "Fr.", "Fr", "SFr.", "kr",
                                        "kr.", "Rs", "Rs.", "zł", "Kč",   NULL };
  gboolean is_code = g_utf8_strlen (text, -1) == 3;

  if (*text == '\0' || g_strv_contains (others, text))
    return TRUE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_type (g_utf8_get_char (at)) == G_UNICODE_CURRENCY_SYMBOL)
        return is_unit (text);
      is_code = is_code && g_ascii_isupper (*at);
    }

  return is_code;
}

/* "$1.5k" */
static gboolean
is_amount (const Parts *parts)
{
  if (!is_unit_before (parts->before) || !is_unit (parts->after))
    return FALSE;

  return *parts->before == '\0' || *parts->after == '\0' ||
         okr_import_is_scale (parts->after, TRUE);
}

static gboolean
complain_about_number (const char *text, char decimal, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  const gunichar first = g_utf8_get_char (trimmed);

  if (find_digits (text) != NULL &&
      (first == '<' || first == '>' || first == 0x2264 || first == 0x2265))
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                 _ ("“%s” is more than a number. Write the number alone, and “at least” or “at "
                    "most” into a column “Kind”."),
                 text);
  else
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                 /* Translators: what is written in a cell, and the sign before decimals there */
                 _ ("“%1$s” is not a number. Write one like 12%2$c5, or leave the cell empty."),
                 text, decimal);

  return FALSE;
}

gboolean
okr_import_parse_number (const char *text, char decimal, double *number, char **unit,
                         GError **error)
{
  g_auto (Parts) parts = { NULL };
  g_autofree char *written = NULL;

  if (!split (text, &parts) || !is_amount (&parts))
    return complain_about_number (text, decimal, error);
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
  if (unit != NULL)
    *unit = *parts.before != '\0' || *parts.after != '\0'
                ? g_strconcat (parts.after, parts.before, NULL)
                : NULL;

  return TRUE;
}
