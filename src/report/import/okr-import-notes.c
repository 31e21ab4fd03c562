/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a table says that does not come into the plan. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-cell-list.h"
#include "okr-format.h"
#include "okr-import-places-private.h"
#include "okr-import-private.h"
#include "okr-import-times.h"

void
okr_import_note (OkrImportRun *run, OkrImportNoteKind kind, guint row, guint column, char *message)
{
  OkrImportNote *note = g_new0 (OkrImportNote, 1);

  note->kind = kind;
  if (row != G_MAXUINT)
    note->row = okr_table_get_number (okr_import_get_table (run->import), row);
  if (column < okr_import_get_n_columns (run->import))
    note->column = okr_import_name_column (run->import, column);
  note->index = column;
  note->message = message;
  g_ptr_array_add (run->result->notes, note);
}

/* Cells that are too many */

/* Of a column without a heading somebody may have said what it holds. */
static gboolean
find_surplus (OkrImport *import, guint row, guint *column)
{
  OkrTable *table = okr_import_get_table (import);

  for (guint i = okr_import_get_n_headings (import); i < okr_table_get_n_cells (table, row); i++)
    {
      if (*okr_table_get_cell (table, row, i) != '\0' && !okr_import_is_chosen (import, i))
        {
          *column = i;
          return TRUE;
        }
    }

  return FALSE;
}

void
okr_import_complain_about_surplus (OkrImportRun *run)
{
  OkrTable *table = okr_import_get_table (run->import);
  g_autofree char *message = g_strdup_printf (
      /* Translators: the sign between the cells of the table, such as "semicolon" */
      _ ("The row has more cells than there are headings. The sign between cells is the %s: put "
         "quotation marks around a text that has one in it, or write a heading above this cell."),
      okr_table_describe_delimiter (okr_table_get_delimiter (table)));
  guint column;

  for (guint i = okr_import_get_header_row (run->import) + 1; i < okr_table_get_n_rows (table); i++)
    {
      if (okr_import_run_get_row (run, i) == OKR_IMPORT_ROW_KEPT &&
          find_surplus (run->import, i, &column))
        okr_import_complain (run, i, column, message);
    }
}

/* Columns that are not used */

static gboolean
is_of_check_in (OkrImportField field)
{
  switch ((int) field)
    {
    case OKR_IMPORT_FIELD_OBJECTIVE:
    case OKR_IMPORT_FIELD_OBJECTIVE_ID:
    case OKR_IMPORT_FIELD_KEY_RESULT:
    case OKR_IMPORT_FIELD_KEY_RESULT_ID:
    case OKR_IMPORT_FIELD_VALUE:
    case OKR_IMPORT_FIELD_VALUE_THEN:
    case OKR_IMPORT_FIELD_CONFIDENCE:
    case OKR_IMPORT_FIELD_DATE:
    case OKR_IMPORT_FIELD_NOTE:
    case OKR_IMPORT_FIELD_OBSTACLE:
    case OKR_IMPORT_FIELD_AUTHOR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_of_tree (OkrImportField field)
{
  return field == OKR_IMPORT_FIELD_PARENT || field == OKR_IMPORT_FIELD_TYPE ||
         field == OKR_IMPORT_FIELD_TITLE || field == OKR_IMPORT_FIELD_ID;
}

/* Where key results have numbered columns, one without a number is the objective's. */
static gboolean
is_of_objective (OkrImportColumn column)
{
  return column.number > 0 || column.field == OKR_IMPORT_FIELD_OWNER ||
         column.field < OKR_IMPORT_FIELD_KEY_RESULT || column.field > OKR_IMPORT_FIELD_LEARNED;
}

/* Whether rows of this layout look into such a column. */
static gboolean
is_used (OkrImport *import, OkrImportColumn column)
{
  const OkrImportField field = column.field;

  switch (okr_import_get_layout (import))
    {
    case OKR_IMPORT_FLAT:
      return !is_of_tree (field);
    case OKR_IMPORT_NUMBERED:
      return is_of_objective (column) && field != OKR_IMPORT_FIELD_PARENT &&
             field != OKR_IMPORT_FIELD_TYPE && field != OKR_IMPORT_FIELD_VALUE_THEN;
    case OKR_IMPORT_LOG:
      return is_of_check_in (field);
    case OKR_IMPORT_ITEMS:
    case OKR_IMPORT_UNKNOWN:
    default:
      return TRUE;
    }
}

static gboolean
has_content (OkrImport *import, guint column)
{
  OkrTable *table = okr_import_get_table (import);

  for (guint i = okr_import_get_header_row (import) + 1; i < okr_table_get_n_rows (table); i++)
    {
      if (*okr_table_get_cell (table, i, column) != '\0')
        return TRUE;
    }

  return FALSE;
}

/* The column that was taken instead, because it stands before this one. */
static char *
explain_double (OkrImport *import, OkrImportColumn meaning)
{
  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      const OkrImportColumn *column = okr_import_get_column (import, i);

      if (column->field == meaning.field && column->number == meaning.number)
        {
          g_autofree char *name = okr_import_name_column (import, i);

          /* Translators: the letter and the heading of a column, such as B “Owner” */
          return g_strdup_printf (_ ("Nothing in this column is imported: column %s holds the "
                                     "same."),
                                  name);
        }
    }

  return g_strdup (_ ("Nothing in this column is imported."));
}

/* The table is one of ours: what is computed in it need not be told. */
gboolean
okr_import_has_own_ids (OkrImport *import)
{
  return okr_import_has_field (import, OKR_IMPORT_FIELD_OBJECTIVE_ID) &&
         okr_import_has_field (import, OKR_IMPORT_FIELD_KEY_RESULT_ID);
}

static gboolean
has_exact_heading (OkrImport *import, const char *heading)
{
  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      if (g_str_equal (okr_import_get_heading (import, i), heading))
        return TRUE;
    }

  return FALSE;
}

gboolean
okr_import_is_own_export (OkrImport *import)
{
  static const char *const plan[] = { "Objective ID", "Key Result ID", "Cycle ID", "Team ID" };
  static const char *const check_ins[] = { "Date", "Key Result ID", "Obstacle", "Author" };
  guint n_plan = 0, n_check_ins = 0;

  for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
    {
      n_plan += has_exact_heading (import, plan[i]);
      n_check_ins += has_exact_heading (import, check_ins[i]);
    }

  return n_plan == G_N_ELEMENTS (plan) || n_check_ins == G_N_ELEMENTS (check_ins);
}

/* Why nothing of a column comes; NULL where it does, or where that is as it should be. */
static char *
explain (OkrImport *import, guint column)
{
  const OkrImportColumn *meaning = okr_import_get_column (import, column);
  const OkrImportColumn said =
      okr_import_column_from_heading (okr_import_get_heading (import, column));
  const gboolean is_none =
      meaning->field == OKR_IMPORT_FIELD_NONE || meaning->field == OKR_IMPORT_FIELD_IGNORED;

  if (is_none && okr_import_is_chosen (import, column))
    return NULL;
  if (is_none && said.field == OKR_IMPORT_FIELD_IGNORED)
    return okr_import_has_own_ids (import)
               ? NULL
               : g_strdup (_ ("Nothing in this column is imported: progress, status and grades are "
                              "computed from start, target and current value."));
  if (is_none && *okr_import_get_heading (import, column) == '\0')
    return g_strdup (_ ("Nothing in this column is imported: it has no heading."));
  if (is_none && said.field == OKR_IMPORT_FIELD_NONE && okr_import_has_time (import, column))
    return okr_import_explain_time (import, column);
  if (is_none && said.field == OKR_IMPORT_FIELD_NONE)
    return g_strdup (_ ("Nothing in this column is imported: its heading is not known."));
  if (is_none)
    return explain_double (import, said);
  if (!is_used (import, *meaning))
    return g_strdup (
        _ ("Nothing in this column is imported: a table that is arranged like this one "
           "has no use for it."));

  return NULL;
}

void
okr_import_note_columns (OkrImportRun *run)
{
  OkrImport *import = run->import;

  for (guint i = 0; i < okr_import_get_n_headings (import); i++)
    {
      char *message = has_content (import, i) ? explain (import, i) : NULL;

      if (message != NULL)
        okr_import_note (run, OKR_IMPORT_NOTE_COLUMN, G_MAXUINT, i, message);
    }
}

/* Ids of another program */

static gboolean
is_id_column (OkrImport *import, guint column)
{
  switch ((int) okr_import_get_column (import, column)->field)
    {
    case OKR_IMPORT_FIELD_OBJECTIVE_ID:
    case OKR_IMPORT_FIELD_KEY_RESULT_ID:
      return okr_import_get_layout (import) != OKR_IMPORT_LOG;
    case OKR_IMPORT_FIELD_ID:
      return okr_import_get_layout (import) == OKR_IMPORT_ITEMS &&
             okr_import_has_field (import, OKR_IMPORT_FIELD_PARENT);
    default:
      return FALSE;
    }
}

static gboolean
is_foreign (OkrPlan *plan, const char *id)
{
  return *id != '\0' && okr_plan_find (plan, id) == NULL &&
         okr_import_places_get_free_id (plan, OKR_TYPE_OBJECTIVE, id) == NULL &&
         okr_import_places_get_free_id (plan, OKR_TYPE_KEY_RESULT, id) == NULL;
}

void
okr_import_note_ids (OkrImportRun *run, OkrPlan *plan)
{
  OkrImport *import = run->import;
  OkrTable *table = okr_import_get_table (import);

  for (guint column = 0; column < okr_import_get_n_columns (import); column++)
    {
      if (!is_id_column (import, column))
        continue;
      for (guint i = okr_import_get_header_row (import) + 1; i < okr_table_get_n_rows (table); i++)
        {
          const char *id = okr_table_get_cell (table, i, column);

          if (okr_import_run_get_row (run, i) != OKR_IMPORT_ROW_KEPT || !is_foreign (plan, id))
            continue;
          okr_import_note (
              run, OKR_IMPORT_NOTE_ROW, i, column,
              /* Translators: what is written in a cell, such as "KR-17" */
              g_strdup_printf (_ ("“%s” is an id of another program: it joins the rows of this "
                                  "table, and is not kept. When the table is imported again, its "
                                  "items are known by title, cycle and team, so one with a new "
                                  "title comes as a new one."),
                               id));
          return;
        }
    }
}

/* What is assumed */

static char *
describe_number (OkrImport *import, const char *cell)
{
  double number;

  if (!okr_import_parse_number (cell, okr_import_get_style (import).decimal, &number, NULL, NULL))
    return NULL;

  return okr_format_number (number, okr_format_count_decimals (number));
}

static char *
describe_day (OkrImport *import, const char *cell)
{
  OkrDay day;

  if (!okr_import_parse_day (cell, okr_import_get_style (import).dates, &day, NULL))
    return NULL;

  return okr_format_day (day);
}

/* As it is written. */
static char *
dup_doubtful (OkrImport *import, guint row, guint column)
{
  const char *cell = okr_table_get_cell (okr_import_get_table (import), row, column);
  OkrImportEvidence evidence = { 0 };

  return okr_import_get_column (import, column)->field == OKR_IMPORT_FIELD_MILESTONES
             ? okr_cell_add_days (cell, &evidence)
             : g_strdup (cell);
}

static void
note_doubt (OkrImportRun *run, OkrImportNoteKind kind)
{
  const gboolean is_number = kind == OKR_IMPORT_NOTE_DECIMAL;
  g_autofree char *meaning = NULL;
  g_autofree char *cell = NULL;
  guint row, column;

  if (!okr_import_find_doubt (run->import, kind, &row, &column))
    return;
  cell = dup_doubtful (run->import, row, column);
  meaning = is_number ? describe_number (run->import, cell) : describe_day (run->import, cell);
  if (meaning == NULL)
    return; /* then it is a problem of the row */

  okr_import_note (
      run, kind, row, column,
      is_number
          /* Translators: a number as it is written in a cell, and as it is understood */
          ? g_strdup_printf (_ ("“%1$s” is read as %2$s. No number of the table tells whether it "
                                "has a decimal point or a decimal comma."),
                             cell, meaning)
          /* Translators: a date as it is written in a cell, and as it is understood */
          : g_strdup_printf (_ ("“%1$s” is read as %2$s. No date of the table tells whether the "
                                "day or the month comes first."),
                             cell, meaning));
}

void
okr_import_note_style (OkrImportRun *run)
{
  note_doubt (run, OKR_IMPORT_NOTE_DECIMAL);
  note_doubt (run, OKR_IMPORT_NOTE_DATES);
}
