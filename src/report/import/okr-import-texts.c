/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a cell is somebody's words, and what only how a spreadsheet keeps them. */
#include "config.h"

#include <string.h>

#include "okr-cell-marks.h"
#include "okr-import-private.h"
#include "okr-one-line.h"

/* Milestones are a line each; the others are what people write at length. */
static gboolean
keeps_lines (OkrImportField field)
{
  switch ((int) field)
    {
    case OKR_IMPORT_FIELD_NOTE:
    case OKR_IMPORT_FIELD_OBSTACLE:
    case OKR_IMPORT_FIELD_DESCRIPTION:
    case OKR_IMPORT_FIELD_OBJECTIVE_DESCRIPTION:
    case OKR_IMPORT_FIELD_GRADE_REASON:
    case OKR_IMPORT_FIELD_OBJECTIVE_GRADE_REASON:
    case OKR_IMPORT_FIELD_LEARNED:
    case OKR_IMPORT_FIELD_OBJECTIVE_LEARNED:
    case OKR_IMPORT_FIELD_MILESTONES:
      return TRUE;
    default:
      return FALSE;
    }
}

const char *
okr_import_join_lines (OkrImport *import, OkrImportField field, const char *cell)
{
  g_autofree char *line = keeps_lines (field) ? NULL : okr_text_to_one_line (cell);

  return line != NULL ? okr_import_keep_text (import, line) : cell;
}

/* As okr_table_new() reads line ends. */
static char *
dup_as_cell (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  char *cell = g_strdelimit (g_strjoinv ("\n", lines), "\r", '\n');

  okr_cell_trim (cell);

  return cell;
}

gboolean
okr_import_is_same_text (const char *a, const char *b, gboolean is_one_line)
{
  g_autofree char *first = is_one_line ? okr_text_to_one_line (a) : NULL;
  g_autofree char *second = is_one_line ? okr_text_to_one_line (b) : NULL;
  g_autofree char *first_cell = NULL;
  g_autofree char *second_cell = NULL;

  if (g_str_equal (a, b))
    return TRUE;
  first_cell = dup_as_cell (first != NULL ? first : a);
  second_cell = dup_as_cell (second != NULL ? second : b);

  return g_str_equal (first_cell, second_cell);
}
