/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-table.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-cell-marks.h"
#include "okr-import-columns.h"

#define SAMPLE_SIZE (1 << 16) /* as much as it takes to know a delimiter */

struct _OkrTable
{
  char *encoding;
  char delimiter;
  guint first_number;
  GString *text;  /* the cells, each with a zero behind it */
  GArray *cells;  /* gsize: where in the text a cell begins */
  GArray *starts; /* guint: the first cell of a row, and one behind the last row */

  /* Where a table was rearranged, only the cells with content are kept: few rows of a board fill
   * the columns of others, so those left empty may be a thousand times as many. */
  GArray *columns; /* (nullable): guint: in which column each of the cells is */
  guint n_columns;
};

G_DEFINE_QUARK (okr - table - error - quark, okr_table_error)

static OkrTable *
table_new (char delimiter)
{
  OkrTable *self = g_new0 (OkrTable, 1);
  const guint start = 0;

  self->delimiter = delimiter;
  self->first_number = 1;
  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->starts, start);

  return self;
}

void
okr_table_free (OkrTable *self)
{
  g_free (self->encoding);
  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  g_array_unref (self->starts);
  g_clear_pointer (&self->columns, g_array_unref);
  g_free (self);
}

/* Text from bytes */

static gsize
skip_mark (const char *data, gsize size, const char **encoding)
{
  static const struct
  {
    const char *mark;
    gsize size;
    const char *encoding;
  } marks[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" },
    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (size >= marks[i].size && memcmp (data, marks[i].mark, marks[i].size) == 0)
        {
          *encoding = marks[i].encoding;
          return marks[i].size;
        }
    }

  return 0;
}

/* In UTF-16 every other byte of a table is zero, for the sake of its delimiters and digits. */
static const char *
guess_encoding (const char *data, gsize size)
{
  gsize zeros[2] = { 0, 0 };
  const gsize sample = MIN (size, SAMPLE_SIZE);

  for (gsize i = 0; i < sample; i++)
    zeros[i % 2] += data[i] == '\0';
  if (zeros[1] > sample / 8 && zeros[0] <= zeros[1] / 8)
    return "UTF-16LE";
  if (zeros[0] > sample / 8 && zeros[1] <= zeros[0] / 8)
    return "UTF-16BE";

  return g_utf8_validate_len (data, size, NULL) ? "UTF-8" : "WINDOWS-1252";
}

/* Tabs and line ends are all the control characters that a table has. */
static gboolean
looks_binary (const char *text, gsize size)
{
  gsize odd = 0;

  if (memchr (text, '\0', size) != NULL)
    return TRUE;
  for (gsize i = 0; i < size; i++)
    odd += (guchar) text[i] < 0x20 && strchr ("\t\n\r\f\v", text[i]) == NULL;

  return odd > size / 100;
}

/* The archives of today's spreadsheets, and the files of those before. */
static gboolean
is_workbook (const char *data, gsize size)
{
  static const char *const starts[] = { "PK\003\004", "\320\317\021\340" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (size > 4 && memcmp (data, starts[i], 4) == 0)
      return TRUE;

  return FALSE;
}

static char *
decode (GBytes *bytes, const char *named, char **encoding, gsize *length, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *found = NULL;
  const gsize skipped = size > 0 ? skip_mark (data, size, &found) : 0;
  const gboolean is_sure = found != NULL || named != NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *text = NULL;

  if (is_workbook (data, size))
    {
      g_set_error (error, OKR_TABLE_ERROR, OKR_TABLE_ERROR_BINARY,
                   _ ("This is a whole workbook, not a table of text. Open it in the spreadsheet, "
                      "save the sheet as CSV, and import that file."));
      return NULL;
    }
  if (found == NULL)
    found = named != NULL ? named : size > 0 ? guess_encoding (data, size) : "UTF-8";
  text = g_convert (size > 0 ? data + skipped : "", (gssize) (size - skipped), "UTF-8", found, NULL,
                    length, &reason);
  if (text == NULL && is_sure)
    {
      g_set_error (error, OKR_TABLE_ERROR, OKR_TABLE_ERROR_ENCODING,
                   /* Translators: the name of an encoding, such as "UTF-16" */
                   _ ("The file cannot be read as text in the encoding %s."), found);
      return NULL;
    }
  if (text == NULL || looks_binary (text, *length))
    {
      g_set_error (error, OKR_TABLE_ERROR, OKR_TABLE_ERROR_BINARY,
                   _ ("This is not a table of text. In the spreadsheet, save the sheet as CSV, and "
                      "import that file."));
      return NULL;
    }
  *encoding = g_strdup (found);

  return g_steal_pointer (&text);
}

/* Any line end becomes a line feed: the parser would count CR LF as two lines. */
static gsize
unify_line_ends (char *text, gsize length)
{
  gsize to = 0;

  for (gsize from = 0; from < length; from++)
    {
      if (text[from] == '\r' && from + 1 < length && text[from + 1] == '\n')
        continue;
      text[to++] = text[from] == '\r' ? '\n' : text[from];
    }
  text[to] = '\0';

  return to;
}

/* Rows from text */

static void
on_cell_cb (void *data, size_t length, void *user_data)
{
  OkrTable *self = user_data;
  const gsize start = self->text->len;
  g_autofree char *cell = g_strndup (data != NULL ? data : "", length);

  g_array_append_val (self->cells, start);
  okr_cell_trim (cell);
  g_string_append_len (self->text, cell, (gssize) strlen (cell) + 1);
}

static void
on_row_cb (int terminator, void *user_data)
{
  OkrTable *self = user_data;

  g_array_append_val (self->starts, self->cells->len);
}

static OkrTable *
parse (const char *text, gsize length, char delimiter, gboolean *is_closed)
{
  g_autoptr (OkrTable) self = table_new (delimiter);
  struct csv_parser parser;

  csv_init (&parser, CSV_REPALL_NL);
  csv_set_delim (&parser, (guchar) delimiter);
  csv_parse (&parser, text, length, on_cell_cb, on_row_cb, self);
  /* A quotation mark inside of a cell does no harm; one that never ends takes the rest with it. */
  csv_set_opts (&parser, CSV_STRICT | CSV_STRICT_FINI);
  *is_closed = csv_fini (&parser, on_cell_cb, on_row_cb, self) == 0;
  csv_free (&parser);

  return g_steal_pointer (&self);
}

/* How many rows have as many cells as most have, when those are several. */
static guint
count_even_rows (OkrTable *self, guint *width)
{
  g_autofree guint *counts = g_new0 (guint, OKR_TABLE_MAX_COLUMNS + 1);
  guint best = 0;

  for (guint i = 0; i < okr_table_get_n_rows (self); i++)
    counts[MIN (okr_table_get_n_cells (self, i), OKR_TABLE_MAX_COLUMNS)]++;
  for (guint i = 2; i <= OKR_TABLE_MAX_COLUMNS; i++)
    {
      if (counts[i] > best)
        {
          best = counts[i];
          *width = i;
        }
    }

  return best;
}

static const char delimiters[] = ",;\t|";

static gboolean
is_edge_of_cell (char at)
{
  return at == '\0' || at == '\n' || strchr (delimiters, at) != NULL;
}

/* What stands in quotation marks ends neither a cell nor a row, whichever sign does. */
static char *
dup_without_quoted_ends (const char *text, gsize length)
{
  char *copy = g_strndup (text, length);
  gboolean is_quoted = FALSE;

  for (char *at = copy; *at != '\0'; at++)
    {
      if (*at != '"')
        *at = is_quoted && is_edge_of_cell (*at) ? ' ' : *at;
      else if (!is_quoted)
        is_quoted = at == copy || is_edge_of_cell (at[-1]);
      else if (at[1] == '"')
        at++;
      else
        is_quoted = !is_edge_of_cell (at[1]);
    }

  return copy;
}

/* As many headings as one of the first rows has; a single one may be there by chance. */
static guint
count_headings (OkrTable *self)
{
  guint best = 0;

  for (guint i = 0; i < MIN (okr_table_get_n_rows (self), OKR_TABLE_HEADER_SEARCH); i++)
    best = MAX (best, okr_import_count_headings (self, i));

  return best > 1 ? best : 0;
}

/* How well a sign divides a table: by its headings first, as texts may have any sign in them. */
typedef struct
{
  guint headings;
  guint rows;
  guint width;
} Fit;

static gboolean
is_better (const Fit *a, const Fit *b)
{
  if (a->headings != b->headings)
    return a->headings > b->headings;
  if (a->rows != b->rows)
    return a->rows > b->rows;

  return a->width > b->width;
}

static char
find_delimiter (const char *text, gsize length)
{
  g_autofree char *sample = NULL;
  gsize size = MIN (length, SAMPLE_SIZE);
  Fit best = { 0 };
  char found = ',';

  while (size < length && size > 0 && text[size - 1] != '\n')
    size--;
  sample = dup_without_quoted_ends (text, size);
  for (const char *delimiter = delimiters; *delimiter != '\0'; delimiter++)
    {
      gboolean is_closed;
      g_autoptr (OkrTable) table = parse (sample, strlen (sample), *delimiter, &is_closed);
      Fit fit = { .headings = count_headings (table) };

      fit.rows = count_even_rows (table, &fit.width);
      if (is_better (&fit, &best))
        {
          best = fit;
          found = *delimiter;
        }
    }

  return found;
}

/* What Excel understands as the delimiter's name. Returns how long that line is. */
static gsize
read_separator_line (const char *text, gsize length, char *delimiter)
{
  if (length < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[5] != '\n')
    return 0;
  if (*delimiter == 0)
    *delimiter = text[4];

  return 6;
}

static gboolean
check_widths (OkrTable *self, GError **error)
{
  for (guint i = 0; i < okr_table_get_n_rows (self); i++)
    {
      if (okr_table_get_n_cells (self, i) <= OKR_TABLE_MAX_COLUMNS)
        continue;
      g_set_error (error, OKR_TABLE_ERROR, OKR_TABLE_ERROR_TOO_WIDE,
                   /* Translators: the number of a row, and how many columns are allowed */
                   _ ("Row %1$u has more than %2$d columns. This does not look like a table of "
                      "OKRs. Remove the columns that are not needed, and import it again."),
                   okr_table_get_number (self, i), OKR_TABLE_MAX_COLUMNS);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check (OkrTable *self, gboolean is_closed, GError **error)
{
  const guint n_rows = okr_table_get_n_rows (self);

  if (!check_widths (self, error))
    return FALSE;
  if (!is_closed)
    {
      g_set_error (error, OKR_TABLE_ERROR, OKR_TABLE_ERROR_QUOTE,
                   /* Translators: the number of a row */
                   _ ("Row %u: a quotation mark opens a cell, and none ends it. Add the missing "
                      "one, or save the sheet as CSV once more."),
                   okr_table_get_number (self, n_rows));
      return FALSE;
    }
  for (guint i = 0; i < n_rows; i++)
    {
      if (!okr_table_is_blank (self, i))
        return TRUE;
    }
  g_set_error (
      error, OKR_TABLE_ERROR, OKR_TABLE_ERROR_EMPTY,
      _ ("The table is empty. In the spreadsheet, save the sheet with the objectives as CSV, "
         "and import that file."));

  return FALSE;
}

OkrTable *
okr_table_new (GBytes *bytes, const char *encoding, char delimiter, GError **error)
{
  g_autoptr (OkrTable) self = NULL;
  g_autofree char *found = NULL;
  g_autofree char *text = NULL;
  gboolean is_closed;
  gsize length, skipped;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = decode (bytes, encoding, &found, &length, error);
  if (text == NULL)
    return NULL;
  length = unify_line_ends (text, length);
  skipped = read_separator_line (text, length, &delimiter);
  if (delimiter == 0)
    delimiter = find_delimiter (text, length);

  self = parse (text + skipped, length - skipped, delimiter, &is_closed);
  self->encoding = g_steal_pointer (&found);
  self->first_number = skipped > 0 ? 2 : 1;
  if (!check (self, is_closed, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
add_cell (OkrTable *self, guint column, const char *cell)
{
  const gsize start = self->text->len;

  g_array_append_val (self->cells, start);
  g_array_append_val (self->columns, column);
  g_string_append_len (self->text, cell, (gssize) strlen (cell) + 1);
}

OkrTable *
okr_table_rearrange (OkrTable *self, guint n_columns, OkrTableCellFunc get_cell, gpointer user_data)
{
  OkrTable *rearranged = table_new (self->delimiter);

  rearranged->encoding = g_strdup (self->encoding);
  rearranged->first_number = self->first_number;
  rearranged->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  rearranged->n_columns = n_columns;
  for (guint row = 0; row < okr_table_get_n_rows (self); row++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          const char *cell = get_cell (self, row, column, user_data);

          if (*cell != '\0')
            add_cell (rearranged, column, cell);
        }
      g_array_append_val (rearranged->starts, rearranged->cells->len);
    }

  return rearranged;
}

const char *
okr_table_get_encoding (OkrTable *self)
{
  return self->encoding;
}

char
okr_table_get_delimiter (OkrTable *self)
{
  return self->delimiter;
}

const char *
okr_table_describe_delimiter (char delimiter)
{
  switch (delimiter)
    {
    case ',':
      /* Translators: a sign that stands between the cells of a table */
      return C_ ("delimiter", "comma");
    case ';':
      /* Translators: a sign that stands between the cells of a table */
      return C_ ("delimiter", "semicolon");
    case '\t':
      /* Translators: a sign that stands between the cells of a table */
      return C_ ("delimiter", "tab");
    case '|':
      /* Translators: a sign that stands between the cells of a table: | */
      return C_ ("delimiter", "bar");
    default:
      return "";
    }
}

guint
okr_table_get_n_rows (OkrTable *self)
{
  return self->starts->len - 1;
}

static guint
count_kept (OkrTable *self, guint row)
{
  return g_array_index (self->starts, guint, row + 1) - g_array_index (self->starts, guint, row);
}

guint
okr_table_get_n_cells (OkrTable *self, guint row)
{
  g_return_val_if_fail (row < okr_table_get_n_rows (self), 0);

  return self->columns != NULL ? self->n_columns : count_kept (self, row);
}

/* Which of the kept cells of a row is the first that is not before the column. */
static guint
find_kept (OkrTable *self, guint row, guint column)
{
  const guint first = g_array_index (self->starts, guint, row);
  guint low = 0, high = count_kept (self, row);

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (g_array_index (self->columns, guint, first + middle) < column)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

const char *
okr_table_get_cell (OkrTable *self, guint row, guint column)
{
  guint first, kept;

  g_return_val_if_fail (row < okr_table_get_n_rows (self), "");

  first = g_array_index (self->starts, guint, row);
  kept = self->columns != NULL ? find_kept (self, row, column) : column;
  if (kept >= count_kept (self, row) ||
      (self->columns != NULL && g_array_index (self->columns, guint, first + kept) != column))
    return "";

  return self->text->str + g_array_index (self->cells, gsize, first + kept);
}

guint
okr_table_get_number (OkrTable *self, guint row)
{
  return self->first_number + row;
}

gboolean
okr_table_is_blank (OkrTable *self, guint row)
{
  if (self->columns != NULL)
    return count_kept (self, row) == 0;
  for (guint i = 0; i < okr_table_get_n_cells (self, row); i++)
    {
      if (*okr_table_get_cell (self, row, i) != '\0')
        return FALSE;
    }

  return TRUE;
}
