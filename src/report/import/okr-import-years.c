/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year that stands in a column of its own, beside the quarters or instead of them. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-import-places-private.h"
#include "okr-import-private.h"

static gboolean
is_word_of_year (const char *word)
{
  static const char *const words[] = { "fy",       "gj",           "year",     "fiscal",
                                       "calendar", "jahr",         "kalender", "geschaftsjahr",
                                       "ano",      "annee",        "exercice", "ejercicio",
                                       "de",       "kalenderjahr", NULL };

  return g_strv_contains (words, word);
}

/* "2027/28" is called by the year in which it begins, as for quarters. */
static gboolean
take_number (int number, gsize n_digits, gboolean is_short, int *year)
{
  if (*year == 0 && n_digits == 4 && number >= 1900 && number < 3000)
    *year = number;
  else if (*year == 0 && n_digits == 2 && is_short && number >= 20)
    *year = 2000 + number;
  else
    return *year != 0 && (number == *year + 1 || number == (*year + 1) % 100);

  return TRUE;
}

int
okr_import_parse_year (const char *text, gboolean is_short)
{
  g_autofree char *folded = okr_import_fold (text);
  int year = 0;

  for (const char *at = folded, *end = at; *at != '\0'; at = end)
    {
      const gboolean is_number = g_ascii_isdigit (*at);
      g_autofree char *word = NULL;

      while (g_ascii_isalnum (*end) && g_ascii_isdigit (*end) == is_number)
        end++;
      word = g_strndup (at, (gsize) (end - at));
      if (end == at)
        end++; /* a blank */
      else if (is_number ? !take_number ((int) g_ascii_strtoll (word, NULL, 10), strlen (word),
                                         is_short, &year)
                         : !is_word_of_year (word))
        return 0;
      /* "FY27" is short for a year, "27" alone is a number. */
      is_short = is_short || g_str_equal (word, "fy") || g_str_equal (word, "gj");
    }

  return year;
}

/* "Q1", "1. Quartal", "H2" or only "1", with a year behind it; NULL if that is no quarter. */
static char *
combine (const char *cell, int year)
{
  const gboolean is_digit = cell[0] >= '1' && cell[0] <= '4' && cell[1] == '\0';
  g_autofree char *both = g_strdup_printf (is_digit ? "Q%s %d" : "%s %d", cell, year);
  g_autofree char *last = NULL;
  g_autofree char *quarter = okr_import_find_quarter (both, &last);

  return quarter != NULL ? g_steal_pointer (&both) : NULL;
}

/* The year that a quarter tells itself, 0 for none. */
static int
find_own_year (const char *cell)
{
  g_autofree char *last = NULL;
  g_autofree char *quarter = okr_import_find_quarter (cell, &last);

  return quarter != NULL ? okr_import_parse_year (last + strlen ("Q1 "), FALSE) : 0;
}

gboolean
okr_import_lacks_year (const char *name)
{
  g_autofree char *both = combine (name, 2000);

  return both != NULL && find_own_year (name) == 0 && strlen (name) < 16;
}

static void
complain (OkrImportRun *run, OkrImportDraft *draft, char *message)
{
  /* A row may be read twice. */
  if (!g_hash_table_contains (run->bad, GUINT_TO_POINTER (draft->row)))
    okr_import_complain_draft (run, draft, OKR_IMPORT_FIELD_YEAR, message);
  g_free (message);
}

static void
take_beside (OkrImportRun *run, OkrImportDraft *draft, int year)
{
  const char *cell = draft->cells[OKR_IMPORT_FIELD_CYCLE];
  const int own = find_own_year (cell);
  g_autofree char *both = own == 0 ? combine (cell, year) : NULL;

  if (both != NULL)
    draft->cells[OKR_IMPORT_FIELD_CYCLE] = okr_import_keep_text (run->import, both);
  else if (own != 0 && own != year)
    complain (
        run, draft,
        /* Translators: a year and a quarter as they are written in two cells of a row */
        g_strdup_printf (_ ("“%1$s” is not the year of “%2$s” in the same row. Correct one of "
                            "the cells."),
                         draft->cells[OKR_IMPORT_FIELD_YEAR], cell));
}

void
okr_import_take_year (OkrImportRun *run, OkrImportDraft *draft)
{
  const OkrImportField field = OKR_IMPORT_FIELD_YEAR;
  const gboolean has_cycle = okr_import_draft_has (draft, OKR_IMPORT_FIELD_CYCLE);
  int year;

  if (!okr_import_draft_has (draft, field))
    return;
  year = okr_import_parse_year (draft->cells[field], TRUE);
  if (year == 0)
    complain (run, draft,
              /* Translators: what is written in a cell */
              g_strdup_printf (_ ("“%s” is no year. Write one like 2027, or leave the cell empty."),
                               draft->cells[field]));
  else if (has_cycle)
    take_beside (run, draft, year);
  else if (okr_import_draft_names_objective (draft) ||
           okr_import_draft_has (draft, OKR_IMPORT_FIELD_TITLE))
    {
      g_autofree char *name = g_strdup_printf ("%d", year);

      draft->is_whole_year = TRUE;
      draft->cells[OKR_IMPORT_FIELD_CYCLE] = okr_import_keep_text (run->import, name);
      draft->columns[OKR_IMPORT_FIELD_CYCLE] = draft->columns[field];
      draft->rows[OKR_IMPORT_FIELD_CYCLE] = draft->rows[field];
    }
}
