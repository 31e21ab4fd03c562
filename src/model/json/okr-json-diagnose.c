/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-json-diagnose-private.h"

#include "okr-json-token-private.h"

#include <string.h>

#define MARKER_LENGTH 7

static gboolean
starts_with (const char *at,
             const char *end,
             const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize) (end - at) >= length && memcmp (at, prefix, length) == 0;
}

static gboolean
starts_word (char c)
{
  return g_ascii_isalpha (c) || c == '_' || c == '$';
}

static gboolean
starts_value (char c)
{
  return g_ascii_isalnum (c) || c == '"' || c == '-' || c == '[' || c == '{';
}

static gboolean
is_in_object (const OkrJsonPlace *place)
{
  return place->open != NULL && *place->open == '{';
}

static gboolean
is_behind_comma (const OkrJsonPlace *place)
{
  return place->expect == OKR_JSON_EXPECT_ELEMENT || place->expect == OKR_JSON_EXPECT_NAME;
}

static gboolean
is_not_finite (const char *at,
               const char *end)
{
  static const char *const words[] = { "NaN", "nan", "NAN", "Infinity", "infinity", "Inf", "inf" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *behind = at + strlen (words[i]);

      if (starts_with (at, end, words[i]) && (behind == end || !g_ascii_isalnum (*behind)))
        return TRUE;
    }

  return FALSE;
}

/* What is wrong wherever it stands. */
static OkrJsonProblemKind
diagnose_character (const char *at,
                    const char *end)
{
  static const char *const quotes[] = { "'", "`", "“", "”", "„", "‘", "’", "«", "»" };

  if (okr_json_token_character (at, end) == 0)
    return OKR_JSON_PROBLEM_NOT_UTF8;
  if (starts_with (at, end, "//") || starts_with (at, end, "/*") || *at == '#')
    return OKR_JSON_PROBLEM_COMMENT;
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (starts_with (at, end, quotes[i]))
      return OKR_JSON_PROBLEM_QUOTES;

  return OKR_JSON_PROBLEM_NONE;
}

static OkrJsonProblemKind
diagnose_value (const OkrJsonPlace *place)
{
  const char *at = place->at;

  if (*at == ',')
    return is_behind_comma (place) ? OKR_JSON_PROBLEM_TWO_COMMAS : OKR_JSON_PROBLEM_VALUE_MISSING;
  if (*at == '}' && place->open != NULL && !is_in_object (place))
    return OKR_JSON_PROBLEM_BRACE_FOR_BRACKET;
  if ((*at == ']' || *at == '}') && is_behind_comma (place))
    return OKR_JSON_PROBLEM_TRAILING_ELEMENT_COMMA;
  if ((*at == ']' || *at == '}') && is_in_object (place))
    return OKR_JSON_PROBLEM_VALUE_MISSING;
  if (*at == '<' && place->open == NULL)
    return OKR_JSON_PROBLEM_MARKUP;
  if (*at == '+')
    return OKR_JSON_PROBLEM_PLUS;
  if (*at == '.')
    return OKR_JSON_PROBLEM_POINT;
  if (starts_with (at, place->end, "−") || starts_with (at, place->end, "–"))
    return OKR_JSON_PROBLEM_MINUS;
  if (is_not_finite (at, place->end))
    return OKR_JSON_PROBLEM_NOT_FINITE;

  return starts_word (*at) ? OKR_JSON_PROBLEM_WORD : OKR_JSON_PROBLEM_NO_VALUE;
}

static OkrJsonProblemKind
diagnose_name (const OkrJsonPlace *place)
{
  const char *at = place->at;

  if (*at == '}')
    return OKR_JSON_PROBLEM_TRAILING_MEMBER_COMMA;
  if (*at == ']')
    return OKR_JSON_PROBLEM_BRACKET_FOR_BRACE;
  if (*at == ',' && is_behind_comma (place))
    return OKR_JSON_PROBLEM_TWO_COMMAS;
  if (g_ascii_isdigit (*at) && is_behind_comma (place) && g_ascii_isdigit (place->comma[-1]))
    return OKR_JSON_PROBLEM_DECIMAL_COMMA;
  if (starts_word (*at) || g_ascii_isdigit (*at))
    return OKR_JSON_PROBLEM_NAME_QUOTES;

  return OKR_JSON_PROBLEM_NO_NAME;
}

static OkrJsonProblemKind
diagnose_comma_or_end (const OkrJsonPlace *place)
{
  const char *at = place->at;
  gboolean in_object = is_in_object (place);

  if (at == place->value_end && at[-1] == '"' && *at != '"' && starts_value (*at))
    return OKR_JSON_PROBLEM_QUOTE_IN_TEXT;
  if (*at == '"' || (!in_object && starts_value (*at)))
    return in_object ? OKR_JSON_PROBLEM_MEMBER_COMMA : OKR_JSON_PROBLEM_ELEMENT_COMMA;
  if (*at == ':' && !in_object)
    return OKR_JSON_PROBLEM_COLON_IN_LIST;
  if (*at == '}')
    return OKR_JSON_PROBLEM_BRACE_FOR_BRACKET;
  if (*at == ']')
    return OKR_JSON_PROBLEM_BRACKET_FOR_BRACE;

  return in_object ? OKR_JSON_PROBLEM_NO_MEMBER_END : OKR_JSON_PROBLEM_NO_ELEMENT_END;
}

static OkrJsonProblemKind
diagnose_end (const OkrJsonPlace *place)
{
  if (place->open == NULL)
    return OKR_JSON_PROBLEM_EMPTY;

  return is_in_object (place) ? OKR_JSON_PROBLEM_END_IN_OBJECT : OKR_JSON_PROBLEM_END_IN_LIST;
}

static OkrJsonProblemKind
diagnose_expected (const OkrJsonPlace *place)
{
  switch (place->expect)
    {
    case OKR_JSON_EXPECT_VALUE:
    case OKR_JSON_EXPECT_ELEMENT:
    case OKR_JSON_EXPECT_ELEMENT_OR_END:
      return diagnose_value (place);

    case OKR_JSON_EXPECT_NAME:
    case OKR_JSON_EXPECT_NAME_OR_END:
      return diagnose_name (place);

    case OKR_JSON_EXPECT_COLON:
      return OKR_JSON_PROBLEM_COLON;

    case OKR_JSON_EXPECT_COMMA_OR_END:
      return diagnose_comma_or_end (place);

    case OKR_JSON_EXPECT_NOTHING:
      return *place->at == '}' || *place->at == ']' ? OKR_JSON_PROBLEM_EXTRA_BRACKET
                                                    : OKR_JSON_PROBLEM_MORE_AFTER_END;

    default:
      g_assert_not_reached ();
    }
}

void
okr_json_diagnose (const OkrJsonPlace *place,
                   OkrJsonProblem     *problem)
{
  g_assert (place != NULL && problem != NULL);

  problem->at = place->at;
  problem->related = place->open;
  if (place->at == place->end)
    problem->kind = diagnose_end (place);
  else
    problem->kind = diagnose_character (place->at, place->end);
  if (problem->kind == OKR_JSON_PROBLEM_NONE)
    problem->kind = diagnose_expected (place);

  /* The comma is what has to go, and it may stand lines above. */
  if (problem->kind == OKR_JSON_PROBLEM_TRAILING_MEMBER_COMMA ||
      problem->kind == OKR_JSON_PROBLEM_TRAILING_ELEMENT_COMMA)
    problem->at = place->comma;
}

static gboolean
is_marker (const char *line,
           const char *end)
{
  if (end - line < MARKER_LENGTH || strchr ("<=>|", *line) == NULL || *line == '\0')
    return FALSE;
  for (guint i = 1; i < MARKER_LENGTH; i++)
    if (line[i] != *line)
      return FALSE;

  return line + MARKER_LENGTH == end || strchr (" \r\n", line[MARKER_LENGTH]) != NULL;
}

const char *
okr_json_find_conflict (const char *text,
                        const char *end)
{
  g_assert (text != NULL && text <= end);

  while (text != NULL && text < end)
    {
      if (is_marker (text, end))
        return text;

      text = memchr (text, '\n', (gsize) (end - text));
      if (text != NULL)
        text++;
    }

  return NULL;
}

static gboolean
has_bytes (const guchar *bytes,
           gsize         length,
           const char   *pattern,
           gsize         pattern_length)
{
  return length >= pattern_length && memcmp (bytes, pattern, pattern_length) == 0;
}

OkrJsonProblemKind
okr_json_diagnose_encoding (const char *text,
                            gsize       length)
{
  const guchar *bytes = (const guchar *) text;

  if (length >= 4 && bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0)
    return OKR_JSON_PROBLEM_ZEROED;
  if (has_bytes (bytes, length, "\xff\xfe\0\0", 4) || has_bytes (bytes, length, "\0\0\xfe\xff", 4))
    return OKR_JSON_PROBLEM_UTF32;
  if (has_bytes (bytes, length, "\xff\xfe", 2) || has_bytes (bytes, length, "\xfe\xff", 2))
    return OKR_JSON_PROBLEM_UTF16;
  if (length >= 4 && (bytes[0] == 0) + (bytes[1] == 0) + (bytes[2] == 0) + (bytes[3] == 0) == 3)
    return OKR_JSON_PROBLEM_UTF32;
  if (length >= 2 && (bytes[0] == 0) != (bytes[1] == 0))
    return OKR_JSON_PROBLEM_UTF16;

  return OKR_JSON_PROBLEM_NONE;
}
