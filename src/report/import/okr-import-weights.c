/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights that are written in percent, and weights that are not, in one table. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-format.h"
#include "okr-import-private.h"
#include "okr-import-units.h"

/* A cell of the table. */
typedef struct
{
  gboolean is_there;
  guint row;
  guint column;
} Cell;

/* What the weights of one kind look like. */
typedef struct
{
  Cell percent;  /* the first with the sign */
  Cell fraction; /* the first below 1 without it */
  Cell small;    /* the first up to 1 without it */
  Cell large;
} Weights;

static const OkrImportField weights[] = { OKR_IMPORT_FIELD_WEIGHT,
                                          OKR_IMPORT_FIELD_OBJECTIVE_WEIGHT };

static void
keep_first (Cell *cell, guint row, guint column)
{
  if (!cell->is_there)
    *cell = (Cell){ TRUE, row, column };
}

static void
look_at (Weights *self, OkrImport *import, guint row, guint column)
{
  const char *text = okr_table_get_cell (okr_import_get_table (import), row, column);
  g_autofree char *unit = NULL;
  double number;

  if (*text == '\0' ||
      !okr_import_parse_number (text, okr_import_get_style (import).decimal, &number, &unit, NULL))
    return;
  if (okr_import_is_percent (unit))
    keep_first (&self->percent, row, column);
  else if (fabs (number) > 1)
    keep_first (&self->large, row, column);
  else if (fabs (number) > 0)
    keep_first (&self->small, row, column);
  if (unit == NULL && fabs (number) > 0 && fabs (number) < 1)
    keep_first (&self->fraction, row, column);
}

static const char *
get_text (OkrImportRun *run, const Cell *cell)
{
  return okr_table_get_cell (okr_import_get_table (run->import), cell->row, cell->column);
}

static guint
get_number (OkrImportRun *run, const Cell *cell)
{
  return okr_table_get_number (okr_import_get_table (run->import), cell->row);
}

static void
note_fractions (OkrImportRun *run, const Weights *found)
{
  const char *percent = get_text (run, &found->percent);
  g_autofree char *read = NULL;
  double number = 0;

  okr_import_parse_number (percent, okr_import_get_style (run->import).decimal, &number, NULL,
                           NULL);
  number /= 100;
  read = okr_format_number (number, okr_format_count_decimals (number));
  okr_import_note (run, OKR_IMPORT_NOTE_ROW, found->percent.row, found->percent.column,
                   g_strdup_printf (
                       /* Translators: a percentage as it is written in a cell, the number that it
                        * is read as, the number of a row, and what is written in a cell of it */
                       _ ("“%1$s” is read as %2$s, as the weight in row %3$u is “%4$s”, without a "
                          "percent sign. Other percentages in this column are read the same way."),
                       percent, read, get_number (run, &found->small),
                       get_text (run, &found->small)));
}

static void
complain_about_mixture (OkrImportRun *run, const Weights *found, const Cell *cell)
{
  g_autofree char *message = g_strdup_printf (
      /* Translators: what is written in a cell, what is written in another, and the number of its
       * row */
      _ ("“%1$s” has no percent sign, and the weight “%2$s” in row %3$u has one. Write all weights "
         "the same way."),
      get_text (run, cell), get_text (run, &found->percent), get_number (run, &found->percent));

  okr_import_complain (run, cell->row, cell->column, message);
}

typedef void (*CellFunc) (OkrImportRun *run, Weights *weights, guint row, guint column);

static void
look_at_cell (OkrImportRun *run, Weights *found, guint row, guint column)
{
  look_at (found, run->import, row, column);
}

static void
complain_about_fraction (OkrImportRun *run, Weights *found, guint row, guint column)
{
  Weights one = { 0 };

  look_at (&one, run->import, row, column);
  if (one.fraction.is_there)
    complain_about_mixture (run, found, &one.fraction);
}

static void
walk (OkrImportRun *run, OkrImportField field, Weights *found, CellFunc func)
{
  OkrImport *import = run->import;
  OkrTable *table = okr_import_get_table (import);

  for (guint column = 0; column < okr_import_get_n_columns (import); column++)
    {
      if (okr_import_get_column (import, column)->field != field)
        continue;
      for (guint i = okr_import_get_header_row (import) + 1; i < okr_table_get_n_rows (table); i++)
        {
          if (okr_import_run_get_row (run, i) == OKR_IMPORT_ROW_KEPT)
            func (run, found, i, column);
        }
    }
}

static gboolean
weigh (OkrImportRun *run, OkrImportField field)
{
  Weights found = { 0 };

  walk (run, field, &found, look_at_cell);
  if (!found.percent.is_there || !found.small.is_there)
    return FALSE;
  if (!found.large.is_there)
    note_fractions (run, &found);
  else
    walk (run, field, &found, complain_about_fraction);

  return !found.large.is_there;
}

void
okr_import_weigh (OkrImportRun *run)
{
  run->n_fractional = 0;
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      if (weigh (run, weights[i]))
        run->fractional[run->n_fractional++] = weights[i];
    }
}

double
okr_import_scale_percent (OkrImportRun *run, OkrImportField field, const char *unit, double number)
{
  if (!okr_import_is_percent (unit))
    return number;
  switch ((int) field)
    {
    case OKR_IMPORT_FIELD_COMPUTED_GRADE:
    case OKR_IMPORT_FIELD_GRADE:
    case OKR_IMPORT_FIELD_OBJECTIVE_COMPUTED_GRADE:
    case OKR_IMPORT_FIELD_OBJECTIVE_GRADE:
      return number / 100;
    default:
      break;
    }
  for (guint i = 0; i < run->n_fractional; i++)
    {
      if (run->fractional[i] == field)
        return number / 100;
    }

  return number;
}
