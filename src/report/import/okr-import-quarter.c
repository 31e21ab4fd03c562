/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quarters in the many ways in which people write them. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "okr-import-columns.h"
#include "okr-import-places-private.h"

/* "Q1 2027", "2027-Q1", "T1 2027", "1. Quartal 2027", "q1/27". */
char *
okr_import_find_quarter (const char *name)
{
  g_autofree char *folded = okr_import_fold (name);
  int quarter = 0, year = 0;

  for (const char *at = folded; *at != '\0'; at++)
    {
      const gboolean begins = at == folded || !g_ascii_isalnum (at[-1]) ||
                              (g_ascii_isdigit (at[-1]) && !g_ascii_isdigit (*at));

      if (begins && (*at == 'q' || *at == 't') && at[1] >= '1' && at[1] <= '4' &&
          !g_ascii_isdigit (at[2]))
        quarter = *++at - '0';
      else if (begins && g_str_has_prefix (at, "fy"))
        at++;
      else if (g_ascii_isdigit (*at))
        {
          const int number = (int) g_ascii_strtoull (at, (char **) &at, 10);

          if (number >= 1900 && number < 3000)
            year = number;
          else if (number >= 20 && number < 100 && year == 0)
            year = 2000 + number;
          else if (number >= 1 && number <= 4 && quarter == 0 &&
                   (strstr (at, "quart") != NULL || strstr (at, "trim") != NULL))
            quarter = number;
          at--;
        }
    }
  if (quarter == 0 || year == 0)
    return NULL;

  return g_strdup_printf ("Q%d %d", quarter, year);
}

/* A word that may stand beside the numbers of a quarter. */
static gboolean
is_word_of_quarter (const char *word, char before, char behind)
{
  static const char *const words[] = {
    "fy",     "gj",   "quarter", "quartal", "quart",         "trimestre", "trimester",
    "trim",   "of",   "im",      "de",      "del",           "du",        "year",
    "fiscal", "jahr", "ano",     "annee",   "geschaftsjahr", "exercice",  "ejercicio",
    NULL
  };
  static const char *const endings[] = { "st", "nd", "rd", "th", "er", "e", "eme", "o", NULL };

  if (g_ascii_isdigit (before) && g_strv_contains (endings, word))
    return TRUE;
  if (g_str_equal (word, "q") || g_str_equal (word, "t"))
    return g_ascii_isdigit (behind);

  return g_strv_contains (words, word);
}

/* "2027/28" is one year, called by the one in which it begins. */
static gboolean
is_year_of_quarter (int number, int year)
{
  return number == year || number == year % 100 || number == (year + 1) % 100;
}

/* Whether a name says nothing but that quarter, so that "Q1 2027 Sales pilot" is not "Q1 2027". */
static gboolean
is_only_quarter (const char *name, const char *quarter)
{
  g_autofree char *folded = okr_import_fold (name);
  gboolean has_number = FALSE;

  for (const char *at = folded, *end = at; *at != '\0'; at = end)
    {
      const gboolean is_number = g_ascii_isdigit (*at);
      g_autofree char *word = NULL;

      while (g_ascii_isalnum (*end) && g_ascii_isdigit (*end) == is_number)
        end++;
      word = g_strndup (at, end - at);
      if (end == at)
        end++; /* a blank */
      else if (is_number && !has_number && atoi (word) == quarter[1] - '0')
        has_number = TRUE;
      else if (is_number ? !is_year_of_quarter (atoi (word), atoi (quarter + 3))
                         : !is_word_of_quarter (word, at > folded ? at[-1] : ' ', *end))
        return FALSE;
    }

  return TRUE;
}

char *
okr_import_parse_quarter (const char *name)
{
  g_autofree char *quarter = okr_import_find_quarter (name);

  return quarter != NULL && is_only_quarter (name, quarter) ? g_steal_pointer (&quarter) : NULL;
}

gboolean
okr_import_is_same_cycle (const char *a, const char *b)
{
  g_autofree char *first = okr_import_parse_quarter (a);
  g_autofree char *second = okr_import_parse_quarter (b);

  return (first != NULL && g_strcmp0 (first, second) == 0) || okr_import_is_same_name (a, b);
}

char *
okr_import_fold_cycle (const char *name)
{
  char *quarter = name != NULL ? okr_import_parse_quarter (name) : NULL;

  return quarter != NULL ? quarter : okr_import_fold_name (name);
}
