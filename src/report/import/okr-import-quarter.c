/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quarters in the many ways in which people write them. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "okr-import-columns.h"
#include "okr-import-places-private.h"
#include "okr-import-private.h"

static gboolean
has_word_of_quarter (const char *folded)
{
  return strstr (folded, "quart") != NULL || strstr (folded, "trim") != NULL;
}

/* "H1", "1. Halbjahr", "S2", "semestre 1": the halves are two quarters each. */
static gboolean
has_word_of_half (const char *folded)
{
  return strstr (folded, "half") != NULL || strstr (folded, "halbjahr") != NULL ||
         strstr (folded, "semest") != NULL;
}

/* What a name says of quarters, from the first that it has in it to the last. */
typedef struct
{
  int first;
  int last;
  int first_year;
  int last_year;
} Quarters;

static void
take_quarters (Quarters *self, int first, int last)
{
  if (self->first == 0)
    self->first = first;
  self->last = last;
}

static void
take_number (Quarters *self, int number, const char *behind, const char *folded)
{
  if (number >= 1900 && number < 3000)
    {
      self->first_year = self->first_year == 0 ? number : self->first_year;
      self->last_year = number;
    }
  else if (number >= 20 && number < 100 && self->first_year == 0)
    self->first_year = self->last_year = 2000 + number;
  else if (number >= 1 && number <= 4 && self->first == 0 &&
           (*behind == 'q' || has_word_of_quarter (folded)))
    take_quarters (self, number, number);
  else if (number >= 1 && number <= 2 && self->first == 0 &&
           (*behind == 'h' || has_word_of_half (folded)))
    take_quarters (self, number * 2 - 1, number * 2);
}

static void
find_quarters (const char *folded, Quarters *self)
{
  for (const char *at = folded; *at != '\0'; at++)
    {
      const gboolean begins = at == folded || !g_ascii_isalnum (at[-1]) ||
                              (g_ascii_isdigit (at[-1]) && !g_ascii_isdigit (*at));
      const gboolean is_digit_behind =
          begins && at[1] >= '1' && at[1] <= '4' && !g_ascii_isdigit (at[2]);
      const int digit = at[1] - '0';

      if (is_digit_behind && (*at == 'q' || *at == 't'))
        take_quarters (self, digit, digit);
      else if (is_digit_behind && (*at == 'h' || *at == 's') && digit <= 2)
        take_quarters (self, digit * 2 - 1, digit * 2);

      if (is_digit_behind || (begins && g_str_has_prefix (at, "fy")))
        at++;
      else if (g_ascii_isdigit (*at))
        {
          const int number = (int) g_ascii_strtoull (at, (char **) &at, 10);

          take_number (self, number, at, folded);
          at--;
        }
    }
}

/* "2027", "Q1 2027", "2027-Q1", "T1 2027", "1. Quartal 2027", "Quarter 1, 2027", "q1/27", "1Q27".
 */
char *
okr_import_find_quarter (const char *name, char **last)
{
  g_autofree char *folded = okr_import_fold (name);
  const int year = okr_import_parse_year (name, FALSE);
  Quarters quarters = { 0 };

  if (year != 0)
    quarters = (Quarters){ 1, 4, year, year };
  else
    find_quarters (folded, &quarters);
  if (quarters.first == 0 || quarters.first_year == 0)
    return NULL;

  *last = g_strdup_printf ("Q%d %d", quarters.last, quarters.last_year);
  return g_strdup_printf ("Q%d %d", quarters.first, quarters.first_year);
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
  if (g_str_equal (word, "q"))
    return g_ascii_isdigit (before) || g_ascii_isdigit (behind);
  if (g_str_equal (word, "t"))
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
  g_autofree char *last = NULL;
  g_autofree char *quarter = okr_import_find_quarter (name, &last);

  return quarter != NULL && g_str_equal (quarter, last) && is_only_quarter (name, quarter)
             ? g_steal_pointer (&quarter)
             : NULL;
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
