/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-cell-list.h"
#include "okr-import-subitems.h"
#include "okr-import-places-private.h"
#include "okr-import-private.h"
#include "okr-import-times.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first cell that can be read in two ways. */
typedef struct
{
  gboolean is_there;
  guint row;
  guint column;
} Doubt;

struct _OkrImport
{
  OkrTable *table;
  guint header_row;
  guint n_columns;
  OkrImportColumn *columns;
  gboolean *is_chosen;        /* which columns somebody has spoken of */
  OkrImportSubitems subitems; /* without a table where there are none */
  guint mark_column;          /* where rows say what they are, G_MAXUINT for nowhere */
  OkrImportLayout layout;     /* if somebody has said it */
  OkrImportStyle chosen;      /* as far as somebody has said it */
  OkrImportStyle style;
  Doubt number; /* as long as nothing says which way is meant */
  Doubt day;
  GStringChunk *texts; /* cells that are put together; made when first needed */
};

/* Finding out */

static guint
find_width (OkrImport *self)
{
  const guint first = self->header_row == OKR_IMPORT_NO_HEADER ? 0 : self->header_row;
  guint width = 0;

  for (guint i = first; i < okr_table_get_n_rows (self->table); i++)
    width = MAX (width, okr_table_get_n_cells (self->table, i));

  return width;
}

static void
make_columns (OkrImport *self)
{
  g_free (self->columns);
  g_free (self->is_chosen);
  self->n_columns = find_width (self);
  self->columns = g_new0 (OkrImportColumn, self->n_columns + 1);
  self->is_chosen = g_new0 (gboolean, self->n_columns + 1);
}

static OkrImportColumn
find_taken (OkrImport *self, OkrImportColumn meaning, guint before)
{
  for (guint i = 0; i < before; i++)
    {
      if (self->columns[i].field == meaning.field && self->columns[i].number == meaning.number)
        return (OkrImportColumn){ OKR_IMPORT_FIELD_IGNORED, 0 };
    }

  return meaning;
}

/* Of two columns with one meaning the first is taken. */
static void
read_headings (OkrImport *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const OkrImportColumn meaning = okr_import_read_heading (self, i);

      self->columns[i] =
          meaning.field == OKR_IMPORT_FIELD_NONE ? meaning : find_taken (self, meaning, i);
      if (meaning.field == OKR_IMPORT_FIELD_NONE && i >= self->subitems.offset &&
          okr_import_holds_values_then (self, i))
        self->columns[i].field = OKR_IMPORT_FIELD_VALUE_THEN;
    }
}

static void
take_doubt (Doubt *doubt, gboolean is_ambiguous, guint row, guint column)
{
  if (is_ambiguous && !doubt->is_there)
    *doubt = (Doubt){ TRUE, row, column };
}

/* Programs that write a decimal comma cannot use it between the cells. Where the sign between them
 * and the language of the headings tell different things, three digits are rather thousands. */
static char
assume_decimal (OkrImport *self)
{
  const char told = okr_import_guess_decimal (self);
  const char *cell;

  if (okr_table_get_delimiter (self->table) != ';')
    return told == ',' ? ',' : '.';
  if (told != '.' || !self->number.is_there)
    return ',';
  cell = okr_table_get_cell (self->table, self->number.row, self->number.column);

  return strchr (cell, ',') != NULL ? '.' : ',';
}

/* What no cell tells. */
static void
assume_style (OkrImport *self)
{
  if (self->style.decimal == 0)
    self->style.decimal = assume_decimal (self);
  else
    self->number.is_there = FALSE;
  if (self->style.dates == OKR_IMPORT_DATES_UNKNOWN)
    self->style.dates = OKR_IMPORT_DATES_DMY;
  else
    self->day.is_there = FALSE;
}

static gboolean
has_doubtful_days (const char *cell, OkrImportEvidence *evidence)
{
  g_autofree char *day = okr_cell_add_days (cell, evidence);

  return day != NULL;
}

static void
find_style (OkrImport *self)
{
  OkrImportEvidence evidence = { 0 };

  self->number.is_there = self->day.is_there = FALSE;
  for (guint column = 0; column < self->n_columns; column++)
    {
      if (self->columns[column].field == OKR_IMPORT_FIELD_VALUE_THEN)
        take_doubt (&self->day,
                    okr_import_evidence_add_day (&evidence, okr_import_get_heading (self, column)),
                    self->header_row, column);
    }
  for (guint i = self->header_row + 1; i < okr_table_get_n_rows (self->table); i++)
    {
      for (guint column = 0; column < self->n_columns; column++)
        {
          const OkrImportField field = self->columns[column].field;
          const char *cell = okr_table_get_cell (self->table, i, column);

          if (okr_import_field_is_number (field))
            take_doubt (&self->number, okr_import_evidence_add_number (&evidence, cell), i, column);
          else if (okr_import_field_is_day (field))
            take_doubt (&self->day, okr_import_evidence_add_day (&evidence, cell), i, column);
          else if (field == OKR_IMPORT_FIELD_MILESTONES)
            take_doubt (&self->day, has_doubtful_days (cell, &evidence), i, column);
        }
    }

  self->style = okr_import_evidence_judge (&evidence);
  assume_style (self);
  okr_import_set_style (self, self->chosen);
}

static gboolean
has_column (OkrImport *self, OkrImportField field)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->columns[i].field == field && self->columns[i].number == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_numbers (OkrImport *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->columns[i].number > 0)
        return TRUE;
    }

  return FALSE;
}

/* Without any of these there is nothing that a key result could be made of. */
static gboolean
has_range (OkrImport *self)
{
  static const OkrImportField fields[] = { OKR_IMPORT_FIELD_START, OKR_IMPORT_FIELD_TARGET,
                                           OKR_IMPORT_FIELD_LOW,   OKR_IMPORT_FIELD_HIGH,
                                           OKR_IMPORT_FIELD_KIND,  OKR_IMPORT_FIELD_MILESTONES };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (has_column (self, fields[i]))
        return TRUE;
    }

  return FALSE;
}

static OkrImportLayout
find_layout (OkrImport *self)
{
  const gboolean has_kr = has_column (self, OKR_IMPORT_FIELD_KEY_RESULT) ||
                          has_column (self, OKR_IMPORT_FIELD_KEY_RESULT_ID);
  const gboolean has_objective = has_column (self, OKR_IMPORT_FIELD_OBJECTIVE) ||
                                 has_column (self, OKR_IMPORT_FIELD_OBJECTIVE_ID);

  const gboolean has_date = has_column (self, OKR_IMPORT_FIELD_DATE);
  const gboolean has_value =
      has_column (self, OKR_IMPORT_FIELD_VALUE) || has_column (self, OKR_IMPORT_FIELD_VALUE_THEN);

  if (self->subitems.offset > 0 && has_objective)
    return OKR_IMPORT_FLAT;
  if (has_kr && has_value &&
      (has_objective ? has_date && !has_range (self) : has_date || !has_range (self)))
    return OKR_IMPORT_LOG;
  if (has_numbers (self) && (has_objective || has_column (self, OKR_IMPORT_FIELD_TITLE)))
    return OKR_IMPORT_NUMBERED;
  if (has_objective)
    return OKR_IMPORT_FLAT;
  if (has_column (self, OKR_IMPORT_FIELD_TITLE))
    return OKR_IMPORT_ITEMS;

  return has_kr ? OKR_IMPORT_FLAT : OKR_IMPORT_UNKNOWN; /* FLAT: then objectives are missing */
}

/* What holds the titles has another name in each layout. */
static void
rename_column (OkrImport *self, OkrImportField from, OkrImportField to)
{
  if (has_column (self, to))
    return;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->columns[i].field == from && self->columns[i].number == 0)
        {
          self->columns[i].field = to;
          return;
        }
    }
}

static void
adapt_columns (OkrImport *self)
{
  static const struct
  {
    OkrImportLayout layout;
    OkrImportField from;
    OkrImportField to;
  } names[] = {
    { OKR_IMPORT_FLAT, OKR_IMPORT_FIELD_TITLE, OKR_IMPORT_FIELD_OBJECTIVE },
    { OKR_IMPORT_FLAT, OKR_IMPORT_FIELD_PARENT, OKR_IMPORT_FIELD_CONTRIBUTES_TO },
    { OKR_IMPORT_ITEMS, OKR_IMPORT_FIELD_OBJECTIVE, OKR_IMPORT_FIELD_TITLE },
    { OKR_IMPORT_ITEMS, OKR_IMPORT_FIELD_OBJECTIVE_ID, OKR_IMPORT_FIELD_ID },
    { OKR_IMPORT_ITEMS, OKR_IMPORT_FIELD_CONTRIBUTES_TO, OKR_IMPORT_FIELD_PARENT },
    { OKR_IMPORT_NUMBERED, OKR_IMPORT_FIELD_TITLE, OKR_IMPORT_FIELD_OBJECTIVE },
    { OKR_IMPORT_LOG, OKR_IMPORT_FIELD_TITLE, OKR_IMPORT_FIELD_KEY_RESULT },
    { OKR_IMPORT_LOG, OKR_IMPORT_FIELD_ID, OKR_IMPORT_FIELD_KEY_RESULT_ID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i].layout == self->layout)
        rename_column (self, names[i].from, names[i].to);
    }
}

static void
unfold (OkrImport *self)
{
  if (!okr_import_unfold_subitems (self->table, &self->subitems))
    return;
  okr_table_free (self->table);
  self->table = self->subitems.table;
}

/* Public */

OkrImport *
okr_import_new (OkrTable *table)
{
  OkrImport *self = g_new0 (OkrImport, 1);

  self->table = table;
  unfold (self);
  self->header_row = okr_import_find_header (self->table);
  make_columns (self);
  read_headings (self);
  self->mark_column = okr_import_read_marks (self);
  find_style (self);

  return self;
}

void
okr_import_free (OkrImport *self)
{
  okr_table_free (self->table);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->subitems.groups, g_array_unref);
  g_clear_pointer (&self->subitems.letters, g_array_unref);
  g_free (self->columns);
  g_free (self->is_chosen);
  g_free (self);
}

const char *
okr_import_keep_text (OkrImport *self, const char *text)
{
  if (self->texts == NULL)
    self->texts = g_string_chunk_new (64);

  return g_string_chunk_insert_const (self->texts, text);
}

void
okr_import_assume_column (OkrImport *self, guint column, OkrImportField field)
{
  self->columns[column] = (OkrImportColumn){ field, 0 };
}

const OkrImportSubitems *
okr_import_get_subitems (OkrImport *self)
{
  return self->subitems.table != NULL ? &self->subitems : NULL;
}

guint
okr_import_get_mark_column (OkrImport *self)
{
  const guint column = self->mark_column;

  if (column >= self->n_columns || okr_import_get_layout (self) != OKR_IMPORT_ITEMS ||
      (self->columns[column].field != OKR_IMPORT_FIELD_TITLE &&
       self->columns[column].field != OKR_IMPORT_FIELD_TYPE))
    return G_MAXUINT;

  return column;
}

OkrTable *
okr_import_get_table (OkrImport *self)
{
  return self->table;
}

OkrImportLayout
okr_import_get_layout (OkrImport *self)
{
  return self->layout != OKR_IMPORT_UNKNOWN ? self->layout : find_layout (self);
}

/**
 * okr_import_set_layout:
 * @layout: how the table is arranged; %OKR_IMPORT_UNKNOWN to go by its columns again
 *
 * Corrects what was found out. The column of the titles, which each layout calls something else,
 * gets its meaning there.
 */
void
okr_import_set_layout (OkrImport *self, OkrImportLayout layout)
{
  self->layout = layout;
  adapt_columns (self);
  find_style (self);
}

/**
 * okr_import_has_field:
 * @field: what a column may hold
 *
 * Returns: whether one does, other than a numbered one
 */
gboolean
okr_import_has_field (OkrImport *self, OkrImportField field)
{
  return has_column (self, field);
}

guint
okr_import_get_header_row (OkrImport *self)
{
  return self->header_row;
}

guint
okr_import_get_n_columns (OkrImport *self)
{
  return self->n_columns;
}

/**
 * okr_import_drop_header:
 *
 * Says that the table has no headings: its first row holds values, as all others do, and what its
 * columns mean has to be said with okr_import_set_column().
 */
void
okr_import_drop_header (OkrImport *self)
{
  self->header_row = OKR_IMPORT_NO_HEADER;
  make_columns (self);
  self->mark_column = okr_import_read_marks (self);
}

const char *
okr_import_get_heading (OkrImport *self, guint column)
{
  if (self->header_row == OKR_IMPORT_NO_HEADER)
    return "";

  return okr_table_get_cell (self->table, self->header_row, column);
}

/**
 * okr_import_is_chosen:
 * @column: a column, counted from 0
 *
 * Returns: whether somebody has said what it holds
 */
gboolean
okr_import_is_chosen (OkrImport *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, FALSE);

  return self->is_chosen[column];
}

/**
 * okr_import_get_n_headings:
 *
 * Returns: how many cells the row of headings has; without one, how many the longest row has
 */
guint
okr_import_get_n_headings (OkrImport *self)
{
  return self->header_row == OKR_IMPORT_NO_HEADER
             ? self->n_columns
             : okr_table_get_n_cells (self->table, self->header_row);
}

const OkrImportColumn *
okr_import_get_column (OkrImport *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return &self->columns[column];
}

/**
 * okr_import_set_column:
 * @column: a column, counted from 0
 * @meaning: what it holds
 *
 * Corrects what was found out. Another column that had the same meaning loses it.
 */
void
okr_import_set_column (OkrImport *self, guint column, OkrImportColumn meaning)
{
  g_return_if_fail (column < self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (i != column && meaning.field < OKR_IMPORT_FIELD_IGNORED &&
          self->columns[i].field == meaning.field && self->columns[i].number == meaning.number)
        {
          self->columns[i] = (OkrImportColumn){ OKR_IMPORT_FIELD_NONE, 0 };
          self->is_chosen[i] = FALSE;
        }
    }
  self->columns[column] = meaning;
  self->is_chosen[column] = TRUE;
  find_style (self);
}

OkrImportStyle
okr_import_get_style (OkrImport *self)
{
  return self->style;
}

/**
 * okr_import_set_style:
 * @style: how the table writes; what is 0 or unknown in it stays as it was found
 *
 * Corrects what was found out.
 */
void
okr_import_set_style (OkrImport *self, OkrImportStyle style)
{
  if (style.decimal != 0)
    {
      self->style.decimal = self->chosen.decimal = style.decimal;
      self->number.is_there = FALSE;
    }
  if (style.dates != OKR_IMPORT_DATES_UNKNOWN)
    {
      self->style.dates = self->chosen.dates = style.dates;
      self->day.is_there = FALSE;
    }
}

/**
 * okr_import_find_doubt:
 * @kind: %OKR_IMPORT_NOTE_DECIMAL or %OKR_IMPORT_NOTE_DATES
 * @row: (out) (optional): its row, counted from 0
 * @column: (out) (optional): its column, counted from 0
 *
 * Looks for a number or a date, also of a milestone, that can be read in two ways, where neither
 * another cell nor somebody has said which is meant.
 *
 * Returns: whether there is one
 */
gboolean
okr_import_find_doubt (OkrImport *self, OkrImportNoteKind kind, guint *row, guint *column)
{
  const Doubt *doubt = kind == OKR_IMPORT_NOTE_DECIMAL ? &self->number : &self->day;

  if (row != NULL)
    *row = doubt->row;
  if (column != NULL)
    *column = doubt->column;

  return doubt->is_there;
}

/**
 * okr_import_has_rows:
 *
 * Returns: whether anything stands below the headings
 */
gboolean
okr_import_has_rows (OkrImport *self)
{
  for (guint i = self->header_row + 1; i < okr_table_get_n_rows (self->table); i++)
    {
      if (!okr_table_is_blank (self->table, i))
        return TRUE;
    }

  return FALSE;
}
