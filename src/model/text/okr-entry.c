/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-entry.h"
#include "okr-format.h"
#include "okr-locale-private.h"

#include <math.h>
#include <string.h>

#define DIGITS "0123456789"

/* The parts of a number as typed, all in ASCII: whole part with its grouping, and fraction. */
typedef struct
{
  const char *text;
  gsize length;
  char decimal; /* '\0': none */
  char group;
} Mantissa;

G_DEFINE_QUARK (okr-entry-error-quark, okr_entry_error)

static void
set_number_error (GError **error, OkrEntryError code, const char *text)
{
  g_autofree char *example = okr_format_number (12.5, 1);
  g_autofree char *typed = g_utf8_make_valid (text, -1);

  g_assert (text != NULL);

  if (code == OKR_ENTRY_ERROR_EMPTY)
    g_set_error (error, OKR_ENTRY_ERROR, code,
                 /* Translators: %s is an example of a number */
                 _("Write a number such as %s."), example);
  else if (code == OKR_ENTRY_ERROR_TOO_LARGE)
    g_set_error (error, OKR_ENTRY_ERROR, code,
                 /* Translators: %s is what a person typed */
                 _("“%s” is too large a number."), typed);
  else
    g_set_error (error, OKR_ENTRY_ERROR, code,
                 /* Translators: first what a person typed, then an example of a number */
                 _("“%1$s” is not a number. Write a number such as %2$s."), typed, example);
}

static gunichar
plain_char (gunichar c)
{
  switch (c)
    {
    case 0x2212: /* minus */
    case 0xfe63: /* small hyphen-minus */
    case 0xff0d: /* full-width hyphen-minus */
      return '-';
    case 0x2019: /* Swiss grouping */
    case 0x066c: /* Arabic grouping */
      return '\'';
    case 0x066b: /* Arabic decimal point */
      return ',';
    case 0x2009:
    case 0x202f:
    case 0x00a0:
      return ' ';
    default:
      break;
    }
  if (g_unichar_isdigit (c))
    return (gunichar) ('0' + g_unichar_digit_value (c));
  return g_unichar_isspace (c) ? ' ' : c;
}

/* Digits, signs and spaces in their ASCII form and nothing around them; text that is not UTF-8
 * becomes something that is neither a number nor empty. */
static char *
dup_plain (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  g_assert (text != NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup ("?");
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Marks of writing direction come along with copied text. */
      if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (plain, plain_char (c));
    }
  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

/* Takes sign and unit from the front and the unit from the end of @plain. */
static char *
strip_sign_and_unit (char *plain, const char *unit, gboolean *negative)
{
  gboolean has_sign = FALSE, has_unit = *unit == '\0';
  gsize length = strlen (plain);
  gsize unit_length = strlen (unit);

  g_assert (plain != NULL && unit != NULL && negative != NULL);

  if (!has_unit && length > unit_length && g_str_has_suffix (plain, unit))
    {
      plain[length - unit_length] = '\0';
      g_strchomp (plain);
      has_unit = TRUE;
    }
  *negative = FALSE;
  for (;; plain++)
    {
      if (!has_sign && (*plain == '-' || *plain == '+'))
        {
          has_sign = TRUE;
          *negative = *plain == '-';
        }
      else if (!has_unit && g_str_has_prefix (plain, unit))
        {
          has_unit = TRUE;
          plain += unit_length - 1;
        }
      else if (*plain != ' ')
        {
          return plain;
        }
    }
}

static gsize
count_char (const Mantissa *mantissa, char c)
{
  gsize n = 0;

  g_assert (mantissa != NULL);

  for (gsize i = 0; i < mantissa->length; i++)
    n += mantissa->text[i] == c;
  return n;
}

static gsize
find_last (const Mantissa *mantissa, char c)
{
  const char *found = memrchr (mantissa->text, c, mantissa->length);

  g_assert (mantissa != NULL);

  return found != NULL ? (gsize) (found - mantissa->text) : mantissa->length;
}

/* Whether the only separator could be grouping: "1.500", not "0.500", "1500.5" or "1.5". */
static gboolean
looks_grouped (const Mantissa *mantissa, char separator)
{
  gsize at = find_last (mantissa, separator);

  return at >= 1 && at <= 3 && mantissa->text[0] != '0' && mantissa->length - at == 4;
}

/* Decides what a point or comma that occurs once means. */
static gboolean
read_single (Mantissa *mantissa, char separator)
{
  const OkrLocale *locale = okr_locale_get ();
  const char sign[] = { separator, '\0' };

  g_assert (mantissa != NULL);

  if (strcmp (locale->decimal_point, sign) == 0 || !looks_grouped (mantissa, separator))
    mantissa->decimal = separator;
  else if (strcmp (locale->group_separator, sign) == 0)
    mantissa->group = separator;
  else if (separator == '.')
    mantissa->decimal = separator;
  else
    return FALSE;
  return TRUE;
}

/* Finds out which signs group and which one is the decimal point; FALSE: ambiguous. */
static gboolean
read_separators (Mantissa *mantissa)
{
  gsize points = count_char (mantissa, '.');
  gsize commas = count_char (mantissa, ',');
  gboolean point_is_last;

  g_assert (mantissa->decimal == '\0' && mantissa->group == '\0');

  if (count_char (mantissa, ' ') > 0)
    mantissa->group = ' ';
  else if (count_char (mantissa, '\'') > 0)
    mantissa->group = '\'';
  if (points + commas == 0)
    return TRUE;
  if (points > 0 && commas > 0)
    {
      point_is_last = find_last (mantissa, '.') > find_last (mantissa, ',');
      mantissa->decimal = point_is_last ? '.' : ',';
      mantissa->group = point_is_last ? ',' : '.';
      return TRUE;
    }
  if (mantissa->group != '\0')
    mantissa->decimal = points > 0 ? '.' : ',';
  else if (points + commas > 1)
    mantissa->group = points > 0 ? '.' : ',';
  else
    return read_single (mantissa, points > 0 ? '.' : ',');
  return TRUE;
}

/* Appends the digits of the whole part: one to three, then twos and threes, then three. */
static gboolean
append_whole (GString *out, const Mantissa *mantissa, gsize end)
{
  gsize run = 0, groups = 0;

  g_assert (out != NULL && mantissa != NULL);

  for (gsize i = 0; i < end; i++)
    {
      char c = mantissa->text[i];

      if (g_ascii_isdigit (c))
        {
          g_string_append_c (out, c);
          run++;
          continue;
        }
      if (c != mantissa->group || run > 3 || run < (groups > 0 ? 2 : 1))
        return FALSE;
      groups++;
      run = 0;
    }
  return groups == 0 || run == 3;
}

static gboolean
append_mantissa (GString *out, const Mantissa *mantissa)
{
  gsize end = mantissa->decimal != '\0' ? find_last (mantissa, mantissa->decimal)
                                        : mantissa->length;

  g_assert (out != NULL);

  if (!append_whole (out, mantissa, end))
    return FALSE;
  if (end < mantissa->length)
    g_string_append_c (out, '.');
  for (gsize i = end + 1; i < mantissa->length; i++)
    {
      if (!g_ascii_isdigit (mantissa->text[i]))
        return FALSE;
      g_string_append_c (out, mantissa->text[i]);
    }
  return strpbrk (out->str, DIGITS) != NULL;
}

static gboolean
is_exponent (const char *text)
{
  g_assert (text != NULL);

  if (*text == '\0')
    return TRUE;
  text++;
  text += *text == '-' || *text == '+';
  return *text != '\0' && strspn (text, DIGITS) == strlen (text);
}

static void
set_ambiguous_error (GError **error, const Mantissa *mantissa)
{
  g_autofree char *text = g_strndup (mantissa->text, mantissa->length);
  g_autofree char *grouped = NULL;
  g_autofree char *decimal = NULL;
  double fraction;

  *strchr (text, ',') = '.';
  fraction = g_ascii_strtod (text, NULL);
  grouped = okr_format_number (fraction * 1000, 0);
  decimal = okr_format_number (fraction, 3);
  *strchr (text, '.') = ',';
  g_set_error (error, OKR_ENTRY_ERROR, OKR_ENTRY_ERROR_AMBIGUOUS,
               /* Translators: first what a person typed, then the two ways to read it */
               _("“%1$s” can be read in two ways. Write %2$s or %3$s."), text, grouped, decimal);
}

gboolean
okr_parse_number (const char *text, const char *unit, double *out, GError **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *plain_unit = NULL;
  g_autoptr (GString) number = g_string_new (NULL);
  Mantissa mantissa = { 0 };
  const char *body, *exponent;
  gboolean negative;
  double value;

  g_return_val_if_fail (text != NULL, FALSE);

  plain = dup_plain (text);
  plain_unit = dup_plain (unit != NULL ? unit : "");
  if (*plain == '\0')
    {
      set_number_error (error, OKR_ENTRY_ERROR_EMPTY, text);
      return FALSE;
    }
  body = strip_sign_and_unit (plain, plain_unit, &negative);
  mantissa.text = body;
  mantissa.length = strcspn (body, "eE");
  exponent = body + mantissa.length;
  if (strspn (body, DIGITS ".,' ") != mantissa.length || !is_exponent (exponent))
    {
      set_number_error (error, OKR_ENTRY_ERROR_NOT_A_NUMBER, text);
      return FALSE;
    }
  if (!read_separators (&mantissa))
    {
      set_ambiguous_error (error, &mantissa);
      return FALSE;
    }
  if (!append_mantissa (number, &mantissa))
    {
      set_number_error (error, OKR_ENTRY_ERROR_NOT_A_NUMBER, text);
      return FALSE;
    }
  value = g_ascii_strtod (g_string_append (number, exponent)->str, NULL);
  if (!isfinite (value))
    {
      set_number_error (error, OKR_ENTRY_ERROR_TOO_LARGE, text);
      return FALSE;
    }
  if (out != NULL)
    *out = negative && value > 0 ? -value : value;
  return TRUE;
}

/* Reads three numbers with anything between them that the locale's dates have there. */
static gboolean
read_three_numbers (const char *plain, int numbers[3], gsize widths[3])
{
  g_autofree char *signs = g_strconcat ("./- ", okr_locale_get ()->date_format, NULL);
  gsize n = 0;

  g_assert (plain != NULL);

  for (const char *p = plain; *p != '\0';)
    {
      gsize width = strspn (p, DIGITS);

      if (width == 0)
        {
          gunichar c = g_utf8_get_char (p);

          if (c == '%' || g_ascii_isalpha (*p) || g_utf8_strchr (signs, -1, c) == NULL)
            return FALSE;
          p = g_utf8_next_char (p);
          continue;
        }
      if (n == 3 || width > 4)
        return FALSE;
      numbers[n] = (int) g_ascii_strtoull (p, NULL, 10);
      widths[n++] = width;
      p += width;
    }
  return n == 3;
}

static OkrDay
read_day (const char *plain)
{
  const char *order = okr_locale_get ()->date_order;
  gboolean known = *okr_locale_get ()->date_format != '\0';
  int numbers[3], year = 0, month = 0, mday = 0;
  gsize widths[3];

  g_assert (plain != NULL);

  if (!read_three_numbers (plain, numbers, widths))
    return OKR_DAY_NONE;
  if (widths[0] == 4)
    order = "ymd";
  else if (!known)
    return OKR_DAY_NONE;
  for (gsize i = 0; i < 3; i++)
    {
      if (order[i] == 'd')
        mday = numbers[i];
      else if (order[i] == 'm')
        month = numbers[i];
      else
        year = widths[i] <= 2 ? 2000 + numbers[i] : numbers[i];
    }
  return okr_day_from_ymd (year, month, mday);
}

static gboolean
is_same_word (gunichar before, gunichar c)
{
  return g_unichar_isdigit (before) == g_unichar_isdigit (c) &&
         (g_unichar_isalnum (c) || g_unichar_ismark (c));
}

/* Words and numbers, without what stands between them. */
static GStrv
split_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (const char *p = folded; *p != '\0';)
    {
      const char *start = p;
      g_autofree char *word = NULL;

      while (*p != '\0' && is_same_word (g_utf8_get_char (start), g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      word = g_strndup (start, (gsize) (p - start));
      g_strv_builder_add (words, word);
    }
  return g_strv_builder_end (words);
}

/* Words may be cut short, as months often are, to three letters at least. */
static gboolean
word_matches (const char *typed, const char *written)
{
  if (strspn (typed, DIGITS) > 0)
    return strspn (written, DIGITS) > 0 &&
           g_ascii_strtoull (typed, NULL, 10) == g_ascii_strtoull (written, NULL, 10);

  return g_str_equal (typed, written) ||
         (g_utf8_strlen (typed, -1) >= 3 && g_str_has_prefix (written, typed));
}

static gboolean
words_match (GStrv typed, GStrv written)
{
  guint i = 0;

  while (typed[i] != NULL && written[i] != NULL && word_matches (typed[i], written[i]))
    i++;
  return typed[i] == NULL && written[i] == NULL;
}

/* Reads a date as okr_format_day() writes it: there are twelve that day and year can belong to. */
static OkrDay
read_written_day (const char *plain)
{
  g_auto (GStrv) typed = split_words (plain);
  OkrDay found = OKR_DAY_NONE;
  int year = 0, mday = 0;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      gsize width = strspn (typed[i], DIGITS);

      if (width == 4)
        year = (int) g_ascii_strtoull (typed[i], NULL, 10);
      else if (width > 0)
        mday = (int) g_ascii_strtoull (typed[i], NULL, 10);
    }
  for (int month = 1; year > 0 && mday > 0 && month <= 12; month++)
    {
      OkrDay day = okr_day_from_ymd (year, month, mday);
      g_autofree char *text = day != OKR_DAY_NONE ? okr_format_day (day) : g_strdup ("");
      g_auto (GStrv) written = split_words (text);

      if (!words_match (typed, written))
        continue;
      if (found != OKR_DAY_NONE)
        return OKR_DAY_NONE;
      found = day;
    }
  return found;
}

gboolean
okr_parse_day (const char *text, OkrDay *out, GError **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *example = NULL;
  OkrDay day;

  g_return_val_if_fail (text != NULL, FALSE);

  plain = dup_plain (text);
  day = read_day (plain);
  if (day == OKR_DAY_NONE)
    day = read_written_day (plain);
  if (day != OKR_DAY_NONE)
    {
      if (out != NULL)
        *out = day;
      return TRUE;
    }
  typed = g_utf8_make_valid (text, -1);
  example = okr_format_day_numeric (okr_day_from_ymd (2027, 2, 24));
  if (*plain == '\0')
    g_set_error (error, OKR_ENTRY_ERROR, OKR_ENTRY_ERROR_EMPTY,
                 /* Translators: %s is an example of a date */
                 _("Write a date such as %s."), example);
  else
    g_set_error (error, OKR_ENTRY_ERROR, OKR_ENTRY_ERROR_NOT_A_DATE,
                 /* Translators: first what a person typed, then an example of a date */
                 _("“%1$s” is not a date. Write a date such as %2$s."), typed, example);
  return FALSE;
}
