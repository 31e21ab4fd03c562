/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row means by a cell that it leaves empty. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-import-places-private.h"
#include "okr-import-private.h"

/* Cells that several rows share */

static gboolean
find_column (OkrImport *import, OkrImportField field, guint *column)
{
  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      if (okr_import_get_column (import, i)->field == field &&
          okr_import_get_column (import, i)->number == 0)
        {
          *column = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_letters (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalnum (g_utf8_get_char (at)))
        return TRUE;
    }

  return FALSE;
}

/* Whoever repeats a cell in the next row, or writes a dash, means each row to speak for itself; but
 * below another team a new merged cell may begin with the same quarter. */
static gboolean
looks_merged (OkrImport *import, guint column, guint outer)
{
  OkrTable *table = okr_import_get_table (import);
  const char *above = NULL;

  for (guint i = okr_import_get_header_row (import) + 1; i < okr_table_get_n_rows (table); i++)
    {
      const char *cell = okr_table_get_cell (table, i, column);
      const gboolean begins = outer < column && *okr_table_get_cell (table, i, outer) != '\0';

      if (okr_table_is_blank (table, i))
        continue;
      if (*cell != '\0' &&
          (!has_letters (cell) || okr_import_says_nothing (import, OKR_IMPORT_FIELD_TEAM, cell)))
        return FALSE;
      if (*cell == '\0' ? above == NULL
                        : above != NULL && !begins && okr_import_is_same_name (above, cell))
        return FALSE;
      if (*cell != '\0')
        above = cell;
    }

  return above != NULL;
}

/* With ids the table is an export, in which an empty cell says that there is nothing. */
static gboolean
has_ids (OkrImport *import)
{
  return okr_import_has_field (import, OKR_IMPORT_FIELD_OBJECTIVE_ID) ||
         okr_import_has_field (import, OKR_IMPORT_FIELD_KEY_RESULT_ID) ||
         okr_import_has_field (import, OKR_IMPORT_FIELD_CYCLE_ID) ||
         okr_import_has_field (import, OKR_IMPORT_FIELD_TEAM_ID);
}

/* What groups objectives stands before them. */
void
okr_import_groups_init (OkrImportGroups *self, OkrImport *import)
{
  guint year = G_MAXUINT, cycle = G_MAXUINT, team = G_MAXUINT, objective;

  *self = (OkrImportGroups){ 0 };
  if (has_ids (import) || !find_column (import, OKR_IMPORT_FIELD_OBJECTIVE, &objective))
    return;
  find_column (import, OKR_IMPORT_FIELD_CYCLE, &cycle);
  find_column (import, OKR_IMPORT_FIELD_TEAM, &team);
  find_column (import, OKR_IMPORT_FIELD_YEAR, &year);
  self->year.column = year;
  self->year.is_merged = year < objective && looks_merged (import, year, MIN (cycle, team));
  self->cycle.column = cycle;
  self->cycle.is_merged = cycle < objective && looks_merged (import, cycle, team);
  self->team.column = team;
  self->team.is_merged = team < objective && looks_merged (import, team, cycle);
}

/* Beside a merged quarter the year may be written into each row. */
static gboolean
is_quarter_of (const char *cell, const char *year)
{
  g_autofree char *last = NULL;
  g_autofree char *quarter = cell != NULL ? okr_import_find_quarter (cell, &last) : NULL;

  return quarter != NULL && g_str_has_suffix (last, year);
}

static void
take_group (OkrImportGroup *group, OkrImportRun *run, OkrImportDraft *draft, OkrImportField field)
{
  if (!group->is_merged)
    return;
  if (okr_import_draft_has (draft, field) &&
      !(draft->is_whole_year && field == OKR_IMPORT_FIELD_CYCLE &&
        is_quarter_of (group->cell, draft->cells[field])))
    {
      group->cell = draft->cells[field];
      return;
    }
  if (group->cell == NULL || !okr_import_draft_names_objective (draft))
    return;

  draft->cells[field] = group->cell;
  if (!group->is_noted)
    okr_import_note (run, OKR_IMPORT_NOTE_ROW, draft->row, group->column,
                     /* Translators: what is written in a cell */
                     g_strdup_printf (_ ("The empty cells of this column go on with the cell above "
                                         "them, as merged cells do. Here that is “%s”."),
                                      group->cell));
  group->is_noted = TRUE;
}

void
okr_import_groups_take (OkrImportGroups *self, OkrImportRun *run, OkrImportDraft *draft)
{
  take_group (&self->year, run, draft, OKR_IMPORT_FIELD_YEAR);
  okr_import_take_year (run, draft);
  take_group (&self->cycle, run, draft, OKR_IMPORT_FIELD_CYCLE);
  take_group (&self->team, run, draft, OKR_IMPORT_FIELD_TEAM);
}

gboolean
okr_import_groups_is_heading (OkrImportGroups *self, OkrImportDraft *draft)
{
  gboolean is_heading = FALSE;

  for (guint i = 0; i < OKR_IMPORT_N_FIELDS; i++)
    {
      const gboolean is_group = (i == OKR_IMPORT_FIELD_CYCLE && self->cycle.is_merged) ||
                                (i == OKR_IMPORT_FIELD_YEAR && self->year.is_merged) ||
                                (i == OKR_IMPORT_FIELD_TEAM && self->team.is_merged);

      if (!is_group && okr_import_draft_has (draft, (OkrImportField) i))
        return FALSE;
      is_heading = is_heading || (is_group && okr_import_draft_has (draft, (OkrImportField) i));
    }

  return is_heading;
}

/* Figures of nothing */

static gboolean
is_total (const char *text)
{
  static const char *const words[] = { "total",         "totals",        "subtotal", "sub total",
                                       "sum",           "grand total",   "summe",    "gesamt",
                                       "gesamtsumme",   "zwischensumme", "somme",    "sous total",
                                       "total general", "suma",          NULL };
  g_autofree char *folded = okr_import_fold (text != NULL ? text : "");

  return g_strv_contains (words, folded);
}

static const char *
get_title (OkrImportDraft *draft)
{
  return okr_import_draft_has (draft, OKR_IMPORT_FIELD_KEY_RESULT)
             ? draft->cells[OKR_IMPORT_FIELD_KEY_RESULT]
             : draft->cells[OKR_IMPORT_FIELD_OBJECTIVE];
}

/* A key result may be called so; where it has an owner somebody means it. */
static void
note_total (OkrImportRun *run, OkrImportDraft *draft)
{
  if (is_total (get_title (draft)) && !okr_import_draft_has (draft, OKR_IMPORT_FIELD_OWNER))
    okr_import_note (run, OKR_IMPORT_NOTE_ROW, draft->row,
                     draft->columns[OKR_IMPORT_FIELD_KEY_RESULT],
                     /* Translators: what is written in a cell */
                     g_strdup_printf (_ ("“%s” is taken for a key result. If the row sums up those "
                                         "above it, leave it out."),
                                      get_title (draft)));
}

static void
complain_about_figures (OkrImportRun *run, OkrImportDraft *draft, OkrImportField field)
{
  g_autofree char *message = NULL;

  if (is_total (get_title (draft)))
    /* Translators: what is written in a cell */
    message = g_strdup_printf (_ ("“%s” seems to sum up the rows above. Leave this row out, or "
                                  "write the title of a key result into it."),
                               get_title (draft));
  else
    message = g_strdup (_ ("There are figures, but no key result. Write its title, or leave the "
                           "row out."));
  okr_import_complain_draft (run, draft, field, message);
}

/* "1. Hire" and "2. Train" in one cell. */
static gboolean
is_list (const char *text)
{
  static GRegex *marks = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (text == NULL || strpbrk (text, "\r\n") == NULL)
    return FALSE;
  if (g_once_init_enter (&marks))
    g_once_init_leave (&marks, g_regex_new ("^\\s*([-*•–]|\\d+[.)])\\s", 0, 0, NULL));
  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    n += g_regex_match (marks, lines[i], 0, NULL) ? 1 : 0;

  return n > 1;
}

static gboolean
check_key_result (OkrImportRun *run, OkrImportDraft *draft)
{
  const OkrImportField field = OKR_IMPORT_FIELD_KEY_RESULT;

  if (okr_import_draft_has (draft, field) && !okr_import_has_own_ids (run->import) &&
      is_list (okr_table_get_cell (okr_import_get_table (run->import), draft->rows[field],
                                   draft->columns[field])))
    {
      okr_import_complain_draft (run, draft, field,
                                 _ ("This cell lists several key results. Write each of them into "
                                    "a row of its own."));
      return FALSE;
    }
  note_total (run, draft);

  return TRUE;
}

/* A row that only has a sum in a column that is not used. */
static gboolean
is_bare_total (OkrImportDraft *draft)
{
  return is_total (draft->cells[OKR_IMPORT_FIELD_OBJECTIVE]) &&
         !okr_import_draft_has (draft, OKR_IMPORT_FIELD_OWNER) &&
         !okr_import_draft_has (draft, OKR_IMPORT_FIELD_OBJECTIVE_OWNER);
}

gboolean
okr_import_check_title (OkrImportRun *run, OkrImportDraft *draft)
{
  static const OkrImportField figures[] = { OKR_IMPORT_FIELD_START,     OKR_IMPORT_FIELD_TARGET,
                                            OKR_IMPORT_FIELD_LOW,       OKR_IMPORT_FIELD_HIGH,
                                            OKR_IMPORT_FIELD_VALUE,     OKR_IMPORT_FIELD_VALUE_THEN,
                                            OKR_IMPORT_FIELD_MILESTONES };
  static const OkrImportField others[] = { OKR_IMPORT_FIELD_CONFIDENCE, OKR_IMPORT_FIELD_NOTE,
                                           OKR_IMPORT_FIELD_OBSTACLE, OKR_IMPORT_FIELD_DUE };
  OkrImportField field;

  if (okr_import_run_get_row (run, draft->row) != OKR_IMPORT_ROW_KEPT)
    return TRUE;
  if (okr_import_draft_names_key_result (draft))
    return check_key_result (run, draft);
  if (is_bare_total (draft))
    {
      complain_about_figures (run, draft, OKR_IMPORT_FIELD_OBJECTIVE);
      return FALSE;
    }
  if (okr_import_draft_find (draft, figures, G_N_ELEMENTS (figures), &field))
    {
      complain_about_figures (run, draft, field);
      return FALSE;
    }
  if (okr_import_draft_find (draft, others, G_N_ELEMENTS (others), &field))
    okr_import_note (run, OKR_IMPORT_NOTE_ROW, draft->row, draft->columns[field],
                     g_strdup (_ ("This is left out: the row has no key result that it could be "
                                  "of.")));

  return TRUE;
}

/* Headings once more */

guint
okr_import_leave_out_headings (OkrImportRun *run)
{
  OkrTable *table = okr_import_get_table (run->import);
  guint n = 0;

  for (guint i = okr_import_get_header_row (run->import) + 1; i < okr_table_get_n_rows (table); i++)
    {
      if (okr_import_repeats_headings (run->import, i))
        {
          g_hash_table_insert (run->left_out, GUINT_TO_POINTER (i),
                               GUINT_TO_POINTER (OKR_IMPORT_ROW_GONE));
          n++;
        }
    }

  return n;
}

void
okr_import_note_headings (OkrImportRun *run)
{
  OkrTable *table = okr_import_get_table (run->import);

  for (guint i = okr_import_get_header_row (run->import) + 1; i < okr_table_get_n_rows (table); i++)
    {
      if (okr_import_repeats_headings (run->import, i))
        okr_import_note (run, OKR_IMPORT_NOTE_ROW, i, G_MAXUINT,
                         g_strdup (_ ("This row has the headings once more, and is left out.")));
    }
}
