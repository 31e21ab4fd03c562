/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boards, in which items and their sub-items have headings of their own. */
#include "config.h"

#include "okr-import-subitems.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-import-columns.h"
#include "okr-import-places-private.h"
#include "okr-import-private.h"

typedef enum
{
  ROW_ITEM,
  ROW_SUBITEM,
  ROW_NONE, /* headings once more, and titles of groups */
} RowKind;

typedef struct
{
  OkrTable *table;
  guint header;    /* the first row with the headings of items */
  guint subheader; /* and of sub-items */
  guint width;
  guint list;     /* the column of an item with the names of its sub-items, G_MAXUINT for none */
  GArray *rows;   /* Row */
  GArray *groups; /* OkrImportGroupTitle */
  GArray *used;   /* guint: columns of items, of sub-items behind them, and of cycles */
} Board;

typedef struct
{
  RowKind kind;
  guint n_groups; /* up to this row */
} Row;

static gboolean
is_word_of_subitems (const char *cell)
{
  static const char *const words[] = { "subitems",      "subitem",       "sub items",
                                       "subelements",   "unterelemente", "subelemente",
                                       "sous elements", "subelementos",  NULL };
  g_autofree char *folded = NULL;

  if (*cell == '\0' || strchr ("SsUu", *cell) == NULL || strlen (cell) > 20)
    return FALSE; /* many are none */
  folded = okr_import_fold (cell);

  return g_strv_contains (words, folded);
}

static gboolean
is_word_of_title (const char *cell)
{
  const OkrImportField field = okr_import_column_from_heading (cell).field;

  return field == OKR_IMPORT_FIELD_TITLE || field == OKR_IMPORT_FIELD_OBJECTIVE ||
         field == OKR_IMPORT_FIELD_KEY_RESULT;
}

static gboolean
is_subheader (OkrTable *table, guint row)
{
  return is_word_of_subitems (okr_table_get_cell (table, row, 0)) &&
         is_word_of_title (okr_table_get_cell (table, row, 1));
}

static gboolean
is_alone (OkrTable *table, guint row)
{
  for (guint i = 1; i < okr_table_get_n_cells (table, row); i++)
    {
      if (*okr_table_get_cell (table, row, i) != '\0')
        return FALSE;
    }

  return *okr_table_get_cell (table, row, 0) != '\0';
}

static gboolean
find_headers (Board *board)
{
  OkrTable *table = board->table;
  const guint n_rows = okr_table_get_n_rows (table);

  board->header = 0;
  while (board->header < MIN (n_rows, OKR_TABLE_HEADER_SEARCH) &&
         (is_alone (table, board->header) || is_subheader (table, board->header) ||
          !is_word_of_title (okr_table_get_cell (table, board->header, 0))))
    board->header++;
  if (board->header == MIN (n_rows, OKR_TABLE_HEADER_SEARCH))
    return FALSE;
  board->subheader = board->header + 1;
  while (board->subheader < n_rows && !is_subheader (table, board->subheader))
    board->subheader++;

  return board->subheader < n_rows;
}

static void
measure (Board *board)
{
  OkrTable *table = board->table;

  for (guint i = 0; i < okr_table_get_n_rows (table); i++)
    board->width = MAX (board->width, okr_table_get_n_cells (table, i));
  board->list = G_MAXUINT;
  for (guint i = 1; i < board->width; i++)
    {
      if (is_word_of_subitems (okr_table_get_cell (table, board->header, i)))
        board->list = i;
    }
}

static gboolean
has_cells_of (Board *board, guint row, guint other)
{
  for (guint i = 0; i < board->width; i++)
    {
      if (!g_str_equal (okr_table_get_cell (board->table, row, i),
                        okr_table_get_cell (board->table, other, i)))
        return FALSE;
    }

  return TRUE;
}

/* Its headings come next. */
static gboolean
is_group (Board *board, guint row)
{
  guint next = row + 1;

  if (!is_alone (board->table, row))
    return FALSE;
  while (next < okr_table_get_n_rows (board->table) && okr_table_is_blank (board->table, next))
    next++;

  return next < okr_table_get_n_rows (board->table) && has_cells_of (board, next, board->header);
}

static void
add_group (Board *board, guint row)
{
  const char *title = okr_table_get_cell (board->table, row, 0);
  g_autofree char *quarter = okr_import_parse_quarter (title);
  const OkrImportGroupTitle group = { row, g_strdup (title), quarter != NULL };

  g_array_append_val (board->groups, group);
}

static void
clear_group (gpointer data)
{
  OkrImportGroupTitle *group = data;

  g_free (group->title);
}

static RowKind
find_kind (Board *board, guint row, RowKind *current)
{
  const gboolean is_indented = *okr_table_get_cell (board->table, row, 0) == '\0';

  if (row == board->header)
    return ROW_ITEM;
  if (is_group (board, row))
    {
      add_group (board, row);
      return *current = ROW_NONE;
    }
  if (is_subheader (board->table, row) && has_cells_of (board, row, board->subheader))
    {
      *current = ROW_SUBITEM;
      return ROW_NONE;
    }
  if (has_cells_of (board, row, board->header))
    return *current = ROW_NONE;
  if (is_indented && *current == ROW_SUBITEM)
    return ROW_SUBITEM;
  if (!is_indented)
    *current = ROW_ITEM;

  return ROW_ITEM;
}

/* The cycle that an item stands below. */
static const char *
get_cycle (const Board *board, guint row)
{
  const Row *self = &g_array_index (board->rows, Row, row);
  const OkrImportGroupTitle *group;

  if (self->kind != ROW_ITEM || row <= board->header || self->n_groups == 0 ||
      *okr_table_get_cell (board->table, row, 0) == '\0')
    return "";
  group = &g_array_index (board->groups, OkrImportGroupTitle, self->n_groups - 1);

  return group->is_cycle ? group->title : "";
}

static const char *
get_any_cell (const Board *board, guint row, guint column)
{
  OkrTable *table = board->table;
  const RowKind kind = g_array_index (board->rows, Row, row).kind;
  const gboolean is_of_subitem = column >= board->width;
  const guint original = is_of_subitem ? column - board->width : column;

  if (column == board->width * 2)
    return get_cycle (board, row);
  if (row == board->header && is_of_subitem)
    return original > 0 ? okr_table_get_cell (table, board->subheader, original) : "";
  if (kind == ROW_NONE || (kind == ROW_SUBITEM) != is_of_subitem || column == board->list)
    return "";

  return okr_table_get_cell (table, row, original);
}

static const char *
get_cell (OkrTable *table, guint row, guint column, gpointer user_data)
{
  const Board *board = user_data;

  return get_any_cell (board, row, g_array_index (board->used, guint, column));
}

/* Row by row, as most rows of a large table are much shorter than the widest. */
static gboolean *
mark_used (Board *board)
{
  gboolean *is_used = g_new0 (gboolean, board->width * 2 + 1);

  for (guint i = 0; i < okr_table_get_n_rows (board->table); i++)
    {
      const guint n_cells =
          i == board->header ? board->width : okr_table_get_n_cells (board->table, i);

      for (guint k = 0; k < n_cells; k++)
        {
          is_used[k] |= *get_any_cell (board, i, k) != '\0';
          is_used[board->width + k] |= *get_any_cell (board, i, board->width + k) != '\0';
        }
      is_used[board->width * 2] |= *get_cycle (board, i) != '\0';
    }

  return is_used;
}

static void
find_used (Board *board, OkrImportSubitems *unfolded)
{
  g_autofree gboolean *is_used = mark_used (board);

  unfolded->cycles = G_MAXUINT;
  unfolded->letters = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i <= board->width * 2; i++)
    {
      const guint letter = i % board->width;

      if (!is_used[i])
        continue;
      unfolded->offset += i < board->width;
      if (i == board->width * 2)
        unfolded->cycles = board->used->len;
      g_array_append_val (board->used, i);
      g_array_append_val (unfolded->letters, letter);
    }
}

gboolean
okr_import_unfold_subitems (OkrTable *table, OkrImportSubitems *unfolded)
{
  Board board = { .table = table };
  RowKind current = ROW_ITEM;

  if (!find_headers (&board))
    return FALSE;
  measure (&board);
  if (board.width * 2 + 1 > OKR_TABLE_MAX_COLUMNS)
    return FALSE;

  board.rows = g_array_new (FALSE, FALSE, sizeof (Row));
  board.used = g_array_new (FALSE, FALSE, sizeof (guint));
  board.groups = g_array_new (FALSE, FALSE, sizeof (OkrImportGroupTitle));
  g_array_set_clear_func (board.groups, clear_group);
  for (guint i = 0; i < okr_table_get_n_rows (table); i++)
    {
      Row row = { find_kind (&board, i, &current), 0 };

      row.n_groups = board.groups->len;
      g_array_append_val (board.rows, row);
    }
  find_used (&board, unfolded);
  unfolded->table = okr_table_rearrange (table, board.used->len, get_cell, &board);
  unfolded->first = board.subheader;
  unfolded->groups = board.groups;
  g_array_unref (board.rows);
  g_array_unref (board.used);

  return TRUE;
}

/* Telling it */

void
okr_import_note_subitems (OkrImportRun *run)
{
  const OkrImportSubitems *subitems = okr_import_get_subitems (run->import);

  if (subitems == NULL)
    return;
  okr_import_note (run, OKR_IMPORT_NOTE_ROW, subitems->first, G_MAXUINT,
                   g_strdup (_ ("Items are read as objectives, and the sub-items below them as "
                                "their key results.")));
  for (guint i = 0; i < subitems->groups->len; i++)
    {
      const OkrImportGroupTitle *group = &g_array_index (subitems->groups, OkrImportGroupTitle, i);

      okr_import_note (
          run, OKR_IMPORT_NOTE_ROW, group->row, G_MAXUINT,
          group->is_cycle
              /* Translators: the title of a group of items, such as "Q1 2027" */
              ? g_strdup_printf (_ ("“%s” is read as the cycle of the items in this group, unless "
                                    "they name one."),
                                 group->title)
              /* Translators: the title of a group of items, such as "Marketing" */
              : g_strdup_printf (_ ("“%s” is the title of a group, and left out. If it is a team "
                                    "or a cycle, write it into a column “Team” or “Cycle”."),
                                 group->title));
    }
}
