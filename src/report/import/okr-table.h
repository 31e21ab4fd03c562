/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OKR_TABLE_MAX_COLUMNS:
 *
 * A row with more cells than this is no table of people.
 */
#define OKR_TABLE_MAX_COLUMNS 1000

/**
 * OKR_TABLE_HEADER_SEARCH:
 *
 * How many rows may be the one with the headings: a title and some notes may stand above it.
 */
#define OKR_TABLE_HEADER_SEARCH 20

/**
 * OKR_TABLE_ERROR:
 *
 * The domain of errors about tables.
 */
#define OKR_TABLE_ERROR (okr_table_error_quark ())

/**
 * OkrTableError:
 * @OKR_TABLE_ERROR_BINARY: this is no text at all
 * @OKR_TABLE_ERROR_ENCODING: the text is not in the encoding that was named or found
 * @OKR_TABLE_ERROR_EMPTY: there is nothing in it
 * @OKR_TABLE_ERROR_TOO_WIDE: a row has more than %OKR_TABLE_MAX_COLUMNS cells
 * @OKR_TABLE_ERROR_QUOTE: a quotation mark opens a cell that never ends
 *
 * Codes of %OKR_TABLE_ERROR.
 */
typedef enum
{
  OKR_TABLE_ERROR_BINARY,
  OKR_TABLE_ERROR_ENCODING,
  OKR_TABLE_ERROR_EMPTY,
  OKR_TABLE_ERROR_TOO_WIDE,
  OKR_TABLE_ERROR_QUOTE,
} OkrTableError;

GQuark okr_table_error_quark (void);

/**
 * OkrTable:
 *
 * The rows of a CSV or TSV file as UTF-8 text.
 */
typedef struct _OkrTable OkrTable;

/**
 * okr_table_new:
 * @bytes: what is in the file
 * @encoding: (nullable): the name of its encoding; %NULL to find out: by a byte order mark, by
 *   zeros (UTF-16), by being valid UTF-8, else Windows-1252
 * @delimiter: what stands between the cells of a row; 0 to find out: the one of comma, semicolon,
 *   tab and bar that gives most rows the same number of cells
 * @error: return location for an %OKR_TABLE_ERROR
 *
 * Reads a table as spreadsheets write it (RFC 4180, with any line ends). A first line `sep=;`
 * names the delimiter and is no row.
 *
 * Returns: (transfer full) (nullable): the table
 */
OkrTable *okr_table_new (GBytes *bytes, const char *encoding, char delimiter, GError **error);
void okr_table_free (OkrTable *self);

/**
 * OkrTableCellFunc:
 * @table: the table that is rearranged
 * @row: a row, counted from 0
 * @column: a column of the new table, counted from 0
 *
 * Returns: (transfer none): what stands there in the new table
 */
typedef const char *(*OkrTableCellFunc) (OkrTable *table, guint row, guint column,
                                         gpointer user_data);

/**
 * okr_table_rearrange:
 * @n_columns: how many cells each row shall have
 * @get_cell: (scope call): what stands in each of them
 *
 * Returns: (transfer full): a table with as many rows, which have the same numbers
 */
OkrTable *okr_table_rearrange (OkrTable *self, guint n_columns, OkrTableCellFunc get_cell,
                               gpointer user_data);

/**
 * okr_table_get_encoding:
 *
 * Returns: the name of the encoding that it was read in
 */
const char *okr_table_get_encoding (OkrTable *self);

/**
 * okr_table_get_delimiter:
 *
 * Returns: what stands between its cells
 */
char okr_table_get_delimiter (OkrTable *self);

/**
 * okr_table_describe_delimiter:
 * @delimiter: a sign that may stand between cells
 *
 * Returns: (transfer none): what people call it, such as "semicolon"
 */
const char *okr_table_describe_delimiter (char delimiter);

/**
 * okr_table_get_n_rows:
 *
 * Returns: how many rows there are, also those without content
 */
guint okr_table_get_n_rows (OkrTable *self);

/**
 * okr_table_get_n_cells:
 * @row: a row, counted from 0
 *
 * Returns: how many cells it has
 */
guint okr_table_get_n_cells (OkrTable *self, guint row);

/**
 * okr_table_get_cell:
 * @row: a row, counted from 0
 * @column: any column, counted from 0
 *
 * Returns: (transfer none): the text without spaces around it and without the signs of direction
 *   that some programs write there, see okr_cell_trim(); empty where the row is too short
 */
const char *okr_table_get_cell (OkrTable *self, guint row, guint column);

/**
 * okr_table_get_number:
 * @row: a row, counted from 0
 *
 * Returns: the number that a spreadsheet shows beside it, from 1
 */
guint okr_table_get_number (OkrTable *self, guint row);

/**
 * okr_table_is_blank:
 * @row: a row, counted from 0
 *
 * Returns: whether there is nothing in it
 */
gboolean okr_table_is_blank (OkrTable *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrTable, okr_table_free)

G_END_DECLS
