/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-json-token-private.h"

#include "okr-json-shelter.h"

#include <math.h>
#include <string.h>

/* Any number of at most this many digits before the point, exponent included, is finite. */
#define SAFE_MAGNITUDE 308

/* A decimal of at most this many characters, with an exponent of at most that many, is written as
 * it was read: a double keeps 15 digits. */
#define SAFE_LENGTH 15
#define SAFE_EXPONENT_LENGTH 4 /* "e-99" */

static const char *
fail (OkrJsonProblem     *problem,
      OkrJsonProblemKind  kind,
      const char         *at)
{
  g_assert (problem != NULL);

  problem->kind = kind;
  problem->at = at;

  return NULL;
}

static inline gboolean
is_plain (guchar byte)
{
  static const guchar special[256] = {
    [0 ... 0x1f] = 1, ['"'] = 1, ['\\'] = 1, [0x80 ... 0xff] = 1,
  };

  return special[byte] == 0;
}

static inline gboolean
is_continuation (char byte)
{
  return ((guchar) byte & 0xc0) == 0x80;
}

/* The second byte alone decides on overlong forms, surrogates and what exceeds U+10FFFF. */
static gboolean
is_second_byte (guchar first,
                guchar second)
{
  guchar low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
  guchar high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;

  return second >= low && second <= high;
}

guint
okr_json_token_character (const char *at,
                          const char *end)
{
  guchar first;
  guint length;

  g_assert (at != NULL && at < end);

  first = (guchar) *at;
  if (first < 0x80)
    return 1;
  if (first < 0xc2 || first > 0xf4)
    return 0;

  length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (end - at < (gssize) length || !is_second_byte (first, (guchar) at[1]))
    return 0;

  for (guint i = 2; i < length; i++)
    if (!is_continuation (at[i]))
      return 0;

  return length;
}

/* Four digits, or -1. */
static int
read_hex (const char *at,
          const char *end)
{
  int value = 0;

  if (end - at < 4)
    return -1;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  return value;
}

static const char *
scan_unicode_escape (const char     *backslash,
                     const char     *end,
                     OkrJsonProblem *problem)
{
  int unit = read_hex (backslash + 2, end);
  int low = -1;

  if (unit < 0)
    return fail (problem, OKR_JSON_PROBLEM_UNICODE_ESCAPE, backslash);
  if (unit == 0)
    return fail (problem, OKR_JSON_PROBLEM_NUL_ESCAPE, backslash);
  if (unit < 0xd800 || unit > 0xdfff)
    return backslash + 6;

  if (unit < 0xdc00 && end - backslash >= 12 && backslash[6] == '\\' && backslash[7] == 'u')
    low = read_hex (backslash + 8, end);
  if (low < 0xdc00 || low > 0xdfff)
    return fail (problem, OKR_JSON_PROBLEM_SURROGATE, backslash);

  return backslash + 12;
}

static const char *
scan_escape (const char     *backslash,
             const char     *end,
             OkrJsonProblem *problem)
{
  if (end - backslash < 2)
    return end;
  if (backslash[1] == 'u')
    return scan_unicode_escape (backslash, end, problem);
  if (backslash[1] == '\0' || strchr ("\"\\/bfnrt", backslash[1]) == NULL)
    return fail (problem, OKR_JSON_PROBLEM_ESCAPE, backslash);

  return backslash + 2;
}

static const char *
fail_at_control (OkrJsonProblem *problem,
                 const char     *at)
{
  if (*at == '\n' || *at == '\r')
    return fail (problem, OKR_JSON_PROBLEM_LINE_BREAK, at);
  if (*at == '\t')
    return fail (problem, OKR_JSON_PROBLEM_TAB, at);

  return fail (problem, OKR_JSON_PROBLEM_CONTROL, at);
}

static const char *
scan_special (const char     *at,
              const char     *end,
              gboolean       *has_escapes,
              OkrJsonProblem *problem)
{
  guint length;

  if (*at == '\\')
    {
      *has_escapes = TRUE;
      return scan_escape (at, end, problem);
    }
  if ((guchar) *at < 0x20)
    return fail_at_control (problem, at);

  length = okr_json_token_character (at, end);

  return length > 0 ? at + length : fail (problem, OKR_JSON_PROBLEM_NOT_UTF8, at);
}

const char *
okr_json_token_string (const char     *quote,
                       const char     *end,
                       gboolean       *has_escapes,
                       OkrJsonProblem *problem)
{
  const char *at = quote + 1;

  g_assert (quote < end && *quote == '"');

  *has_escapes = FALSE;
  for (;;)
    {
      while (at < end && is_plain ((guchar) *at))
        at++;
      if (at >= end)
        break;
      if (*at == '"')
        return at + 1;

      at = scan_special (at, end, has_escapes, problem);
      if (at == NULL)
        return NULL;
    }

  problem->related = quote;
  return fail (problem, OKR_JSON_PROBLEM_END_IN_TEXT, quote);
}

static inline const char *
skip_digits (const char *at,
             const char *end)
{
  while (at < end && g_ascii_isdigit (*at))
    at++;

  return at;
}

/* Stops counting where the sum with any number of digits is past every limit. */
static gint64
read_exponent (const char *at,
               const char *end)
{
  gboolean negative = at < end && *at == '-';
  gint64 value = 0;

  if (at < end && (*at == '-' || *at == '+'))
    at++;
  for (; at < end && value < G_MAXINT32; at++)
    value = value * 10 + (*at - '0');

  return negative ? -value : value;
}

static gboolean
is_finite_number (const char *start,
                  const char *end)
{
  g_autofree char *copy = g_strndup (start, (gsize) (end - start));

  return isfinite (g_ascii_strtod (copy, NULL)) != 0;
}

static gboolean
is_wide_integer (const char *digits,
                 const char *end,
                 gboolean    negative)
{
  const char *limit = negative ? "9223372036854775808" : "9223372036854775807";
  gssize n_digits = end - digits;

  return n_digits > 19 || (n_digits == 19 && memcmp (digits, limit, 19) > 0);
}

static gboolean
may_be_lossy (const char *start,
              const char *letter,
              const char *end)
{
  return end - start > SAFE_LENGTH || (letter != NULL && end - letter > SAFE_EXPONENT_LENGTH);
}

static const char *
scan_fraction (const char     *point,
               const char     *end,
               OkrJsonProblem *problem)
{
  const char *at = skip_digits (point + 1, end);

  return at > point + 1 ? at : fail (problem, OKR_JSON_PROBLEM_POINT, point);
}

static const char *
scan_exponent (const char     *letter,
               const char     *end,
               OkrJsonProblem *problem)
{
  const char *digits = letter + 1;
  const char *at;

  if (digits < end && (*digits == '+' || *digits == '-'))
    digits++;
  at = skip_digits (digits, end);

  return at > digits ? at : fail (problem, OKR_JSON_PROBLEM_EXPONENT, letter);
}

static const char *
scan_integer (const char     *start,
              const char     *end,
              OkrJsonProblem *problem)
{
  const char *digits = *start == '-' ? start + 1 : start;
  const char *at = skip_digits (digits, end);

  if (at == digits && at < end && *at == '.')
    return fail (problem, OKR_JSON_PROBLEM_POINT, at);
  if (at == digits && at < end && (*at == 'I' || *at == 'i' || *at == 'N'))
    return fail (problem, OKR_JSON_PROBLEM_NOT_FINITE, start);
  if (at == digits)
    return fail (problem, OKR_JSON_PROBLEM_NUMBER_FORM, start);
  if (*digits == '0' && at > digits + 1)
    return fail (problem, OKR_JSON_PROBLEM_LEADING_ZERO, start);

  return at;
}

static inline gboolean
may_follow_number (char c)
{
  return !g_ascii_isalnum (c) && c != '.' && c != '+' && c != '-' && c != '_' && c != '\'';
}

const char *
okr_json_token_number (const char     *start,
                       const char     *end,
                       gboolean       *is_lossy,
                       OkrJsonProblem *problem)
{
  const char *digits;
  const char *at;
  const char *letter = NULL;
  gboolean is_integer = TRUE;
  gint64 magnitude;

  g_assert (start < end && is_lossy != NULL);

  digits = *start == '-' ? start + 1 : start;
  at = scan_integer (start, end, problem);
  if (at == NULL)
    return NULL;

  magnitude = at - digits;
  *is_lossy = is_wide_integer (digits, at, digits > start);
  if (at < end && *at == '.')
    {
      is_integer = FALSE;
      at = scan_fraction (at, end, problem);
    }
  if (at != NULL && at < end && (*at == 'e' || *at == 'E'))
    {
      is_integer = FALSE;
      letter = at;
      at = scan_exponent (letter, end, problem);
      magnitude += at != NULL ? read_exponent (letter + 1, at) : 0;
    }
  if (at == NULL)
    return NULL;

  if (at < end && !may_follow_number (*at))
    return fail (problem, OKR_JSON_PROBLEM_NUMBER_FORM, start);
  if (magnitude > SAFE_MAGNITUDE && !is_finite_number (start, at))
    return fail (problem, OKR_JSON_PROBLEM_TOO_LARGE, start);
  if (!is_integer)
    *is_lossy = may_be_lossy (start, letter, at) && okr_json_number_is_lossy (start, at);

  return at;
}

static const char *
unescape_unicode (const char *at,
                  const char *end,
                  GString    *out)
{
  int unit = read_hex (at, end);

  g_assert (unit > 0);

  if (unit < 0xd800 || unit > 0xdfff)
    {
      g_string_append_unichar (out, (gunichar) unit);
      return at + 4;
    }

  unit = ((unit - 0xd800) << 10) + (read_hex (at + 6, end) - 0xdc00) + 0x10000;
  g_string_append_unichar (out, (gunichar) unit);

  return at + 10;
}

void
okr_json_token_unescape (const char *text,
                         gsize       length,
                         GString    *out)
{
  static const char letters[] = "bfnrt";
  static const char characters[] = "\b\f\n\r\t";
  const char *end = text + length;

  g_assert (text != NULL && out != NULL);

  while (text < end)
    {
      const char *letter;

      if (*text != '\\')
        {
          g_string_append_c (out, *text++);
          continue;
        }

      text++;
      letter = strchr (letters, *text);
      if (*text == 'u')
        text = unescape_unicode (text + 1, end, out);
      else
        {
          g_string_append_c (out, letter != NULL ? characters[letter - letters] : *text);
          text++;
        }
    }
}
