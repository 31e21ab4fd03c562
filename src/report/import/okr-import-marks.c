/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows say of themselves is taken off their titles, and told where it is not plain. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-import-blocks.h"
#include "okr-import-private.h"

static gboolean
is_alone (OkrImportRun *run, guint row)
{
  OkrTable *table = okr_import_get_table (run->import);
  guint n = 0;

  for (guint i = 0; i < okr_table_get_n_cells (table, row); i++)
    n += *okr_table_get_cell (table, row, i) != '\0';

  return n == 1;
}

/* "Initiative 1: Fair" has a type that is known, and refused where types are read. */
static char *
dup_first_word (const char *text)
{
  gsize n = 0;

  while (g_ascii_isalpha (text[n]) || (guchar) text[n] >= 0x80)
    n++;

  return n > 0 && strchr (" :0123456789", text[n]) != NULL ? g_strndup (text, n) : NULL;
}

/* Below "Objective: Grow" there may be the heading "Key Result" with its rows. */
static gboolean
is_column_of_key_results (OkrImport *import, guint column)
{
  const char *heading = okr_import_get_heading (import, column);

  return okr_import_column_from_heading (heading).field == OKR_IMPORT_FIELD_KEY_RESULT;
}

static void
tell_unmarked (OkrImportRun *run, OkrImportDraft *draft, guint column)
{
  const char *cell = okr_table_get_cell (okr_import_get_table (run->import), draft->row, column);

  if (is_alone (run, draft->row))
    okr_import_note (run, OKR_IMPORT_NOTE_ROW, draft->row, column,
                     g_strdup (_ ("This row is left out: it begins neither as an objective does, "
                                  "such as “Objective 1: ”, nor as a key result, such as “KR1: "
                                  "”.")));
  else
    okr_import_complain (run, draft->row, *cell != '\0' ? column : G_MAXUINT,
                         _ ("This row begins neither as an objective does, such as “Objective 1: "
                            "”, nor as a key result, such as “KR1: ”. Write that before its title, "
                            "or leave the row out."));
}

/* "KR 2.1" below "O1" may have been moved there, or its objective forgotten. */
static void
note_number (OkrImportRun *run, OkrImportDraft *draft, guint column, guint number)
{
  okr_import_note (run, OKR_IMPORT_NOTE_ROW, draft->row, column,
                   g_strdup_printf (
                       /* Translators: what is written in a cell, such as "KR 2.1: Calls", and a
                        * number */
                       _ ("“%1$s” stands below objective %2$u, and so belongs to that. Move the "
                          "row if it is of another one."),
                       okr_table_get_cell (okr_import_get_table (run->import), draft->row, column),
                       number));
}

gboolean
okr_import_take_mark (OkrImportRun *run, OkrImportDraft *draft, guint *number)
{
  const guint column = okr_import_get_mark_column (run->import);
  const char *cell = okr_table_get_cell (okr_import_get_table (run->import), draft->row, column);
  OkrImportMark mark;

  draft->columns[OKR_IMPORT_FIELD_TYPE] = column;
  draft->rows[OKR_IMPORT_FIELD_TYPE] = draft->row;
  if (!okr_import_parse_mark (cell, &mark))
    {
      g_autofree char *word = dup_first_word (cell);

      draft->cells[OKR_IMPORT_FIELD_TYPE] =
          word != NULL ? okr_import_keep_text (run->import, word) : NULL;
      if (is_column_of_key_results (run->import, column) &&
          !okr_import_is_work (draft->cells[OKR_IMPORT_FIELD_TYPE]))
        {
          draft->cells[OKR_IMPORT_FIELD_TYPE] = "Key result";
          return TRUE;
        }
      if (!draft->is_absent && !okr_import_is_work (draft->cells[OKR_IMPORT_FIELD_TYPE]))
        tell_unmarked (run, draft, column);
      return FALSE;
    }
  if (okr_import_get_column (run->import, column)->field == OKR_IMPORT_FIELD_TITLE)
    draft->cells[OKR_IMPORT_FIELD_TITLE] = mark.title;
  if (mark.kind == OKR_IMPORT_MARK_OBJECTIVE)
    *number = mark.number;
  else if (mark.part > 0 && *number > 0 && mark.number != *number)
    note_number (run, draft, column, *number);
  draft->cells[OKR_IMPORT_FIELD_TYPE] =
      mark.kind == OKR_IMPORT_MARK_OBJECTIVE ? "Objective" : "Key result";

  return TRUE;
}

/* Finding the marks */

static gboolean
has_field (OkrImport *import, OkrImportField field)
{
  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      if (okr_import_get_column (import, i)->field == field)
        return TRUE;
    }

  return FALSE;
}

static void
take_meaning (OkrImport *import, guint column, OkrImportField field)
{
  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      if (okr_import_get_column (import, i)->field == field)
        okr_import_assume_column (import, i, OKR_IMPORT_FIELD_NONE);
    }
  okr_import_assume_column (import, column, field);
}

/* Where only the objectives have marks, their key results stand below a heading that says so. */
static guint
find_marks (OkrImport *import)
{
  OkrTable *table = okr_import_get_table (import);
  const guint marks = okr_import_find_marks (table);

  for (guint i = 0; marks == G_MAXUINT && i < okr_import_get_n_columns (import); i++)
    {
      if (okr_import_get_column (import, i)->field == OKR_IMPORT_FIELD_KEY_RESULT &&
          okr_import_get_column (import, i)->number == 0 && okr_import_has_objectives (table, i))
        return i;
    }

  return marks;
}

/* Headings that tell objectives from key results, or rows that name those above them, tell more. */
guint
okr_import_read_marks (OkrImport *import)
{
  OkrTable *table = okr_import_get_table (import);
  const guint marks = find_marks (import);
  guint titles = marks;

  if (marks >= okr_import_get_n_columns (import) || has_field (import, OKR_IMPORT_FIELD_TYPE) ||
      has_field (import, OKR_IMPORT_FIELD_PARENT) ||
      (has_field (import, OKR_IMPORT_FIELD_OBJECTIVE) &&
       has_field (import, OKR_IMPORT_FIELD_KEY_RESULT)))
    return G_MAXUINT;
  if (!okr_import_has_marked_titles (table, marks))
    titles = okr_import_find_unmarked_titles (table, marks);
  if (titles >= okr_import_get_n_columns (import))
    return G_MAXUINT;

  take_meaning (import, titles, OKR_IMPORT_FIELD_TITLE);
  if (titles != marks)
    take_meaning (import, marks, OKR_IMPORT_FIELD_TYPE);

  return marks;
}
