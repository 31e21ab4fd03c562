/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings that mean something else beside others. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "okr-import-blocks.h"
#include "okr-import-places-private.h"
#include "okr-import-private.h"

static gboolean
has_heading (OkrImport *self, OkrImportField field, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      if (okr_import_column_from_heading (okr_import_get_heading (self, i)).field == field)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_heading (OkrImport *self, guint column, const char *const *words)
{
  g_autofree char *folded = okr_import_fold (okr_import_get_heading (self, column));

  return g_strv_contains (words, folded);
}

/* A description between the objectives and the key results describes the objectives. */
static gboolean
describes_objective (OkrImport *self, guint column)
{
  const guint n = okr_import_get_n_columns (self);

  return has_heading (self, OKR_IMPORT_FIELD_OBJECTIVE, 0, column) &&
         !has_heading (self, OKR_IMPORT_FIELD_KEY_RESULT, 0, column) &&
         has_heading (self, OKR_IMPORT_FIELD_KEY_RESULT, column, n) &&
         !has_heading (self, OKR_IMPORT_FIELD_OBJECTIVE_DESCRIPTION, 0, n);
}

/* "Key Result Description" is all that some sheets have of a key result. */
static gboolean
is_title (OkrImport *self, guint column)
{
  static const char *const words[] = { "key result description", "kr description", NULL };

  return is_heading (self, column, words) &&
         !has_heading (self, OKR_IMPORT_FIELD_KEY_RESULT, 0, okr_import_get_n_columns (self));
}

static gboolean
holds_numbers (OkrImport *self, guint column)
{
  OkrTable *table = okr_import_get_table (self);

  for (guint i = okr_import_get_header_row (self) + 1; i < okr_table_get_n_rows (table); i++)
    {
      const char *cell = okr_table_get_cell (table, i, column);
      double number;

      if (*cell != '\0')
        return okr_import_parse_number (cell, '.', &number, NULL, NULL) ||
               okr_import_parse_number (cell, ',', &number, NULL, NULL);
    }

  return FALSE;
}

/* Behind objectives and key results a goal is what these are to reach. */
static gboolean
is_target (OkrImport *self, guint column)
{
  static const char *const words[] = { "goal", "ziel", NULL };

  return is_heading (self, column, words) &&
         has_heading (self, OKR_IMPORT_FIELD_OBJECTIVE, 0, column) &&
         !has_heading (self, OKR_IMPORT_FIELD_TARGET, 0, okr_import_get_n_columns (self)) &&
         holds_numbers (self, column);
}

/* Some call so whether a row is an objective or a key result. */
static gboolean
holds_types (OkrImport *self, guint column)
{
  OkrTable *table = okr_import_get_table (self);

  for (guint i = okr_import_get_header_row (self) + 1; i < okr_table_get_n_rows (table); i++)
    {
      const OkrImportField field =
          okr_import_column_from_heading (okr_table_get_cell (table, i, column)).field;

      if (field == OKR_IMPORT_FIELD_OBJECTIVE || field == OKR_IMPORT_FIELD_KEY_RESULT)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_key_result (OkrImport *self, guint number)
{
  for (guint i = 0; i < okr_import_get_n_columns (self); i++)
    {
      const OkrImportColumn other =
          okr_import_column_from_heading (okr_import_get_heading (self, i));

      if (other.field == OKR_IMPORT_FIELD_KEY_RESULT && other.number == number)
        return TRUE;
    }

  return FALSE;
}

/* "Zielwert 2" beside "Schlüsselergebnis 2" */
static OkrImportColumn
read_number_behind (OkrImport *self, guint column)
{
  g_autofree char *folded = okr_import_fold (okr_import_get_heading (self, column));
  char *blank = strrchr (folded, ' ');
  const int number = blank != NULL ? atoi (blank + 1) : 0;
  const OkrImportColumn none = { OKR_IMPORT_FIELD_NONE, 0 };
  OkrImportColumn meaning;

  if (number < 1 || number > 99)
    return none;
  *blank = '\0';
  meaning = okr_import_column_from_heading (folded);
  if (meaning.field == OKR_IMPORT_FIELD_NONE || !has_key_result (self, (guint) number))
    return none;
  meaning.number = (guint) number;

  return meaning;
}

/* An item is an objective, and its sub-items are key results, so the same words differ. */
static OkrImportField
adapt_to_part (OkrImportField field, gboolean is_of_subitem)
{
  static const OkrImportField of_items[][2] = {
    { OKR_IMPORT_FIELD_TITLE, OKR_IMPORT_FIELD_OBJECTIVE },
    { OKR_IMPORT_FIELD_OWNER, OKR_IMPORT_FIELD_OBJECTIVE_OWNER },
    { OKR_IMPORT_FIELD_WEIGHT, OKR_IMPORT_FIELD_OBJECTIVE_WEIGHT },
    { OKR_IMPORT_FIELD_DESCRIPTION, OKR_IMPORT_FIELD_OBJECTIVE_DESCRIPTION },
  };

  if (is_of_subitem)
    return field == OKR_IMPORT_FIELD_TITLE || field == OKR_IMPORT_FIELD_OBJECTIVE
               ? OKR_IMPORT_FIELD_KEY_RESULT
               : field;
  for (guint i = 0; i < G_N_ELEMENTS (of_items); i++)
    {
      if (of_items[i][0] == field)
        return of_items[i][1];
    }

  return field < OKR_IMPORT_FIELD_KEY_RESULT ? field : OKR_IMPORT_FIELD_NONE;
}

OkrImportColumn
okr_import_read_heading (OkrImport *self, guint column)
{
  OkrImportColumn meaning = okr_import_column_from_heading (okr_import_get_heading (self, column));
  const OkrImportSubitems *subitems = okr_import_get_subitems (self);

  if (subitems != NULL && column == subitems->cycles)
    return (OkrImportColumn){ OKR_IMPORT_FIELD_CYCLE, 0 };
  if (subitems != NULL)
    return (OkrImportColumn){ adapt_to_part (meaning.field, column >= subitems->offset), 0 };
  if (meaning.number > 0)
    return meaning;
  if (meaning.field == OKR_IMPORT_FIELD_NONE)
    return read_number_behind (self, column);
  if (meaning.field == OKR_IMPORT_FIELD_DESCRIPTION && is_title (self, column))
    meaning.field = OKR_IMPORT_FIELD_KEY_RESULT;
  else if (meaning.field == OKR_IMPORT_FIELD_DESCRIPTION && describes_objective (self, column))
    meaning.field = OKR_IMPORT_FIELD_OBJECTIVE_DESCRIPTION;
  else if (meaning.field == OKR_IMPORT_FIELD_OBJECTIVE && is_target (self, column))
    meaning.field = OKR_IMPORT_FIELD_TARGET;
  else if (meaning.field == OKR_IMPORT_FIELD_AMBITION && holds_types (self, column))
    meaning.field = OKR_IMPORT_FIELD_TYPE;

  return meaning;
}

/* The row that has them */

/* The row with the most headings that are known; the first that has something in it if none is,
 * unless that says what it is itself. */
guint
okr_import_find_header (OkrTable *table)
{
  const guint n = MIN (okr_table_get_n_rows (table), OKR_TABLE_HEADER_SEARCH);
  guint best = G_MAXUINT, most = 0;

  for (guint i = 0; i < n; i++)
    {
      const guint known =
          okr_import_is_marked_row (table, i) ? 0 : okr_import_count_headings (table, i);

      if (known > most || (best == G_MAXUINT && !okr_table_is_blank (table, i)))
        {
          best = i;
          most = known;
        }
    }

  if (best == G_MAXUINT)
    return 0;

  return okr_import_is_marked_row (table, best) ? OKR_IMPORT_NO_HEADER : best;
}

/**
 * okr_import_repeats_headings:
 * @row: a row below the headings, counted from 0
 *
 * Returns: whether it has the headings once more, as where several tables stand in one
 */
gboolean
okr_import_repeats_headings (OkrImport *self, guint row)
{
  guint n_same = 0;

  if (okr_import_get_header_row (self) == OKR_IMPORT_NO_HEADER)
    return FALSE;
  for (guint i = 0; i < okr_import_get_n_columns (self); i++)
    {
      const char *cell = okr_table_get_cell (okr_import_get_table (self), row, i);
      const char *heading = okr_import_get_heading (self, i);

      if (!okr_import_is_same_name (cell, heading))
        return FALSE;
      n_same += *cell != '\0';
    }

  return n_same > 1;
}
