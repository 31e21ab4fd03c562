/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that say that there is nothing, and what is read as something else than it looks like. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-format.h"
#include "okr-import-private.h"

/* Where a text would be somebody's own words, it is left as it is. */
static gboolean
can_lack (OkrImport *import, OkrImportField field)
{
  if (okr_import_field_is_number (field) || okr_import_field_is_day (field))
    return TRUE;
  switch ((int) field)
    {
    case OKR_IMPORT_FIELD_OWNER:
    case OKR_IMPORT_FIELD_OBJECTIVE_OWNER:
    case OKR_IMPORT_FIELD_AUTHOR:
    case OKR_IMPORT_FIELD_TEAM:
    case OKR_IMPORT_FIELD_TEAM_LEAD:
    case OKR_IMPORT_FIELD_TEAM_PARENT:
    case OKR_IMPORT_FIELD_UNIT:
    case OKR_IMPORT_FIELD_CONTRIBUTES_TO:
    case OKR_IMPORT_FIELD_CARRIED_FROM:
      return !okr_import_is_own_export (import);
    case OKR_IMPORT_FIELD_KIND:
    case OKR_IMPORT_FIELD_AMBITION:
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
okr_import_says_nothing (OkrImport *import, OkrImportField field, const char *text)
{
  static const char *const signs[] = { "-",  "–", "—", "--", "---", "?",
                                       "??", "/", ".", "…",  "...", NULL };
  static const char *const words[] = { "n a",  "na",    "tbd",    "tbc",     "tba",     "k a",
                                       "none", "keine", "keiner", "ninguno", "ninguna", "aucun",
                                       "null", "nan",   "aucune", "s o",     NULL };
  g_autofree char *folded = NULL;

  /* Most cells are numbers, and there are many. */
  if (*text == '\0' || g_ascii_isdigit (*text) || strlen (text) > 8)
    return FALSE;
  if (g_strv_contains (signs, text))
    return can_lack (import, field);
  folded = okr_import_fold (text);

  return g_strv_contains (words, folded) && can_lack (import, field);
}

static void
note_empty (OkrImportRun *run, guint row, guint column)
{
  const char *cell = okr_table_get_cell (okr_import_get_table (run->import), row, column);

  okr_import_note (run, OKR_IMPORT_NOTE_ROW, row, column,
                   /* Translators: what is written in a cell, such as "n/a" */
                   g_strdup_printf (_ ("“%s” is read as an empty cell, here and further down in "
                                       "this column."),
                                    cell));
}

static void
note_serial (OkrImportRun *run, guint row, guint column, OkrDay day)
{
  const char *cell = okr_table_get_cell (okr_import_get_table (run->import), row, column);
  g_autofree char *shown = okr_format_day (day);

  okr_import_note (run, OKR_IMPORT_NOTE_ROW, row, column,
                   /* Translators: a number as it is written in a cell, and a date */
                   g_strdup_printf (_ ("“%1$s” is read as %2$s, here and further down in this "
                                       "column: spreadsheets count days like that. Show the "
                                       "column as dates to be sure."),
                                    cell, shown));
}

static void
note_month (OkrImportRun *run, guint row, guint column, OkrImportField field, OkrDay first,
            OkrDay last)
{
  const gboolean is_first = field == OKR_IMPORT_FIELD_CYCLE_START;
  const char *cell = okr_table_get_cell (okr_import_get_table (run->import), row, column);
  g_autofree char *shown = okr_format_day (is_first ? first : last);
  char *message;

  if (is_first)
    /* Translators: a month as it is written in a cell, and a date */
    message = g_strdup_printf (_ ("“%1$s” is read as %2$s, the first day of the month. Months "
                                  "further down in this column are read the same way."),
                               cell, shown);
  else if (field == OKR_IMPORT_FIELD_DATE)
    /* Translators: a month as it is written in a cell, and a date */
    message = g_strdup_printf (_ ("“%1$s” is read as %2$s, the last day of the month, or as today "
                                  "if it is not over. Months further down in this column are read "
                                  "the same way."),
                               cell, shown);
  else
    /* Translators: a month as it is written in a cell, and a date */
    message = g_strdup_printf (_ ("“%1$s” is read as %2$s, the last day of the month. Months "
                                  "further down in this column are read the same way."),
                               cell, shown);
  okr_import_note (run, OKR_IMPORT_NOTE_ROW, row, column, message);
}

/* Days that are told otherwise than as a day: each way is told once. */
static void
note_days (OkrImportRun *run, guint column)
{
  const OkrImportField field = okr_import_get_column (run->import, column)->field;
  OkrTable *table = okr_import_get_table (run->import);
  gboolean is_serial_told = FALSE, is_month_told = FALSE;
  OkrDay day, last;

  for (guint i = okr_import_get_header_row (run->import) + 1; i < okr_table_get_n_rows (table); i++)
    {
      const char *cell = okr_table_get_cell (table, i, column);

      if (!is_serial_told && okr_import_parse_serial_day (cell, &day))
        {
          is_serial_told = TRUE;
          note_serial (run, i, column, day);
        }
      if (!is_month_told && okr_import_parse_month (cell, &day, &last))
        {
          is_month_told = TRUE;
          note_month (run, i, column, field, day, last);
        }
    }
}

static void
note_column (OkrImportRun *run, guint column)
{
  const OkrImportField field = okr_import_get_column (run->import, column)->field;
  OkrTable *table = okr_import_get_table (run->import);

  if (okr_import_field_is_day (field))
    note_days (run, column);
  for (guint i = okr_import_get_header_row (run->import) + 1; i < okr_table_get_n_rows (table); i++)
    {
      if (okr_import_says_nothing (run->import, field, okr_table_get_cell (table, i, column)))
        {
          note_empty (run, i, column);
          return;
        }
    }
}

void
okr_import_note_blanks (OkrImportRun *run)
{
  for (guint i = 0; i < okr_import_get_n_columns (run->import); i++)
    note_column (run, i);
}
