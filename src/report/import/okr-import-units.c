/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside numbers. */
#include "config.h"

#include "okr-import-units.h"

#include <string.h>

/* Letters with one meaning in capitals and another without: "m" is the metre, but of money a
 * million. */
typedef struct
{
  const char *word;
  double scale;
  gboolean needs_money;
} Letter;

static const Letter letters[] = {
  { "k", 1e3, FALSE }, { "K", 1e3, FALSE }, { "T", 1e3, TRUE },  { "M", 1e6, FALSE },
  { "m", 1e6, TRUE },  { "MM", 1e6, TRUE }, { "mm", 1e6, TRUE }, { "B", 1e9, TRUE },
  { "b", 1e9, TRUE },  { "G", 1e9, TRUE },
};

/* In English, German, French and Spanish; without "mil" and "billones", which mean something else
 * from one language to the next. */
static const struct
{
  double scale;
  const char *const words[14];
} names[] = {
  { 1e3, { "thousand", "thousands", "tsd", "tausend", "mille", "milliers", NULL } },
  { 1e6,
    { "million", "millions", "mio", "mn", "mln", "millionen", "millón", "millon", "millones",
      "mill", "mios", NULL } },
  { 1e9,
    { "billion", "billions", "bn", "mrd", "milliarde", "milliarden", "milliard", "milliards",
      NULL } },
};

static const char *const money_codes[] = { "EUR", "USD", "GBP", "CHF", "JPY", "SEK", "NOK",
                                           "DKK", "PLN", "CZK", "CAD", "AUD", NULL };

static gboolean
is_money (const char *text)
{
  return g_unichar_type (g_utf8_get_char (text)) == G_UNICODE_CURRENCY_SYMBOL ||
         g_strv_contains (money_codes, text) || g_str_has_prefix (text, "US$");
}

static double
find_scale (const char *word, gboolean has_money, gboolean is_alone)
{
  g_autofree char *folded = g_utf8_strdown (word, -1);

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (g_str_equal (word, letters[i].word) &&
          (letters[i].needs_money ? has_money : is_alone || has_money))
        return letters[i].scale;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strv_contains (names[i].words, folded))
        return names[i].scale;
    }

  return 1;
}

/* "Mio." → "Mio", and where the word ends. */
static char *
take_word (const char *text, const char **end)
{
  const char *at = text;
  char *word;

  while (g_unichar_isalpha (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  word = g_strndup (text, (gsize) (at - text));
  *end = *at == '.' ? at + 1 : at;

  return word;
}

/* "kEUR" → "k" and "EUR" */
static void
part_code (char **word, const char **rest, const char *text)
{
  const gsize length = strlen (*word);

  for (guint i = 0; length > 3 && length < 6 && money_codes[i] != NULL; i++)
    {
      if (g_str_has_suffix (*word, money_codes[i]))
        {
          (*word)[length - 3] = '\0';
          *rest = text + length - 3;
          return;
        }
    }
}

gboolean
okr_import_is_scale (const char *text, gboolean has_money)
{
  const char *end;
  g_autofree char *word = take_word (text, &end);

  return *end == '\0' && find_scale (word, has_money, TRUE) > 1;
}

static const char *
skip_blanks (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

void
okr_import_split_unit (const char *unit, double *scale, char **pure)
{
  const char *end, *rest;
  g_autofree char *word = take_word (unit, &end);

  part_code (&word, &end, unit);
  rest = skip_blanks (end);
  *scale = find_scale (word, is_money (rest), *rest == '\0' || rest != end);
  if (*scale <= 1)
    rest = unit;
  if (pure != NULL)
    *pure = *rest != '\0' ? g_strdup (rest) : NULL;
}

/* Units that people write in more than one way, the first of each for all of them. */
static const char *
find_common_name (const char *folded)
{
  static const char *const groups[][9] = {
    { "€", "eur", "euro", "euros", NULL },
    { "$", "usd", "us$", "dollar", "dollars", NULL },
    { "£", "gbp", NULL },
    { "%", "percent", "per cent", "pct", "prozent", "pour cent", "por ciento", "pc", NULL },
    { "s", "sec", "secs", "second", "seconds", "sek", "seg", NULL },
    { "min", "mins", "minute", "minutes", "minuten", "minutos", NULL },
    { "h", "hr", "hrs", "hour", "hours", "std", "stunden", "horas", NULL },
    { "d", "day", "days", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (g_strv_contains (groups[i], folded))
        return groups[i][0];
    }

  return folded;
}

/* "lead" and "leads", "Tag" and "Tage" */
static gboolean
is_plural (const char *one, const char *many)
{
  const glong length = g_utf8_strlen (one, -1);

  return length >= 3 && g_str_has_prefix (many, one) && g_utf8_strlen (many, -1) - length <= 2;
}

/* "Std." → "std" */
static char *
fold_unit (const char *unit)
{
  char *folded = g_utf8_casefold (unit, -1);

  if (g_str_has_suffix (folded, "."))
    folded[strlen (folded) - 1] = '\0';

  return folded;
}

gboolean
okr_import_is_same_unit (const char *a, const char *b)
{
  g_autofree char *first = fold_unit (a);
  g_autofree char *second = fold_unit (b);

  return g_str_equal (find_common_name (first), find_common_name (second)) ||
         is_plural (first, second) || is_plural (second, first);
}

gboolean
okr_import_may_be_scale (const char *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      if (g_str_equal (unit, letters[i].word))
        return TRUE;
    }

  return FALSE;
}

gboolean
okr_import_is_percent (const char *unit)
{
  return unit != NULL && okr_import_is_same_unit (unit, "%");
}
