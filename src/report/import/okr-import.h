/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-import-columns.h"
#include "okr-import-values.h"
#include "okr-plan.h"
#include "okr-table.h"

G_BEGIN_DECLS

/**
 * OkrImportLayout:
 * @OKR_IMPORT_UNKNOWN: nothing says which column is what
 * @OKR_IMPORT_FLAT: a row is a key result, or an objective without any
 * @OKR_IMPORT_ITEMS: a row is an item that names the one above it
 * @OKR_IMPORT_NUMBERED: a row is an objective, with its key results in numbered columns
 * @OKR_IMPORT_LOG: a row is a check-in; an objective only tells which key result is meant
 *
 * How people arrange OKRs in a sheet.
 */
typedef enum
{
  OKR_IMPORT_UNKNOWN,
  OKR_IMPORT_FLAT,
  OKR_IMPORT_ITEMS,
  OKR_IMPORT_NUMBERED,
  OKR_IMPORT_LOG,
} OkrImportLayout;

/**
 * OkrImportProblem:
 * @row: the number that a spreadsheet shows beside the row
 * @column: (nullable): the letter and the heading of the column, see okr_import_name_column()
 * @message: what is wrong there and what to do, a translated sentence
 *
 * Why a row cannot be taken over.
 */
typedef struct
{
  guint row;
  char *column;
  char *message;
} OkrImportProblem;

/**
 * OkrImportNoteKind:
 * @OKR_IMPORT_NOTE_COLUMN: a column is not used; to say what it holds would cure that
 * @OKR_IMPORT_NOTE_DECIMAL: the decimal sign is assumed
 * @OKR_IMPORT_NOTE_DATES: the order of dates is assumed
 * @OKR_IMPORT_NOTE_ROW: something about a row
 *
 * What a note is about, and so what corrects it.
 */
typedef enum
{
  OKR_IMPORT_NOTE_COLUMN,
  OKR_IMPORT_NOTE_DECIMAL,
  OKR_IMPORT_NOTE_DATES,
  OKR_IMPORT_NOTE_ROW,
} OkrImportNoteKind;

/**
 * OkrImportNote:
 * @kind: what it is about
 * @row: the number that a spreadsheet shows beside the row, 0 for none
 * @column: (nullable): the letter and the heading of the column
 * @index: of %OKR_IMPORT_NOTE_COLUMN: which one, counted from 0
 * @message: what people should know, a translated sentence
 *
 * What does not keep a row from coming, and may yet not be what was meant.
 */
typedef struct
{
  OkrImportNoteKind kind;
  guint row;
  char *column;
  guint index;
  char *message;
} OkrImportNote;

/**
 * OkrImportFate:
 * @OKR_IMPORT_NEW: it comes into the plan
 * @OKR_IMPORT_CHANGED: the plan has it, and something about it changes
 * @OKR_IMPORT_SAME: the plan has it as it is in the table
 *
 * What an import does with an item.
 */
typedef enum
{
  OKR_IMPORT_NEW,
  OKR_IMPORT_CHANGED,
  OKR_IMPORT_SAME,
} OkrImportFate;

/**
 * OkrImportItem:
 * @row: the number that a spreadsheet shows beside the row, 0 for a cycle or team
 * @type: %OKR_TYPE_OBJECTIVE, %OKR_TYPE_KEY_RESULT, of a log %OKR_TYPE_CHECK_IN, or %OKR_TYPE_CYCLE
 *   or %OKR_TYPE_TEAM
 * @id: its id; of a check-in that of its key result
 * @title: its title; of a check-in that of its key result
 * @objective: (nullable): the title of the key result's objective
 * @fate: what becomes of it
 * @changes: (element-type utf8) (nullable): what changes, or is checked in, in people's words
 *
 * An objective, a key result or a check-in that a table speaks of, or a cycle or a team that comes
 * or changes with them. Whatever several rows speak of stands here once, with the first of them.
 */
typedef struct
{
  guint row;
  GType type;
  char *id;
  char *title;
  char *objective;
  OkrImportFate fate;
  GPtrArray *changes;
} OkrImportItem;

/**
 * OkrImportResult:
 * @n_cycles: how many cycles came
 * @n_teams: how many teams came
 * @n_objectives: how many objectives came
 * @n_key_results: how many key results came
 * @n_check_ins: how many check-ins came
 * @n_changed: how many items were there already and were changed
 * @n_same: how many items were there already as they are in the table
 * @n_left_out: how many rows were left out, each of which has a problem
 * @cycle: (nullable): the name of the cycle where objectives came whose rows name none, %NULL when
 *   all name one
 * @lacks_team: whether the rows of an objective name no team
 * @items: (element-type OkrImportItem): what the table speaks of: the cycles and teams that come or
 *   change, then the others, an objective before its key results
 * @problems: (element-type OkrImportProblem): in the order of the rows
 * @notes: (element-type OkrImportNote): those about the whole table, then in the order of the rows
 * @is_done: whether the plan has been changed
 *
 * What an import did, or would do.
 */
typedef struct
{
  guint n_cycles;
  guint n_teams;
  guint n_objectives;
  guint n_key_results;
  guint n_check_ins;
  guint n_changed;
  guint n_same;
  guint n_left_out;
  char *cycle;
  gboolean lacks_team;
  GPtrArray *items;
  GPtrArray *problems;
  GPtrArray *notes;
  gboolean is_done;
} OkrImportResult;

/**
 * OkrImportFlags:
 * @OKR_IMPORT_DRY_RUN: say what would happen and leave the plan as it is
 * @OKR_IMPORT_SKIP_PROBLEMS: leave rows with problems out, and those that cannot be without them;
 *   else one problem stops everything
 *
 * How to import.
 */
typedef enum
{
  OKR_IMPORT_NONE = 0,
  OKR_IMPORT_DRY_RUN = 1 << 0,
  OKR_IMPORT_SKIP_PROBLEMS = 1 << 1,
} OkrImportFlags;

/**
 * OKR_IMPORT_NO_HEADER:
 *
 * What okr_import_get_header_row() says of a table without headings. The row behind it is the
 * first.
 */
#define OKR_IMPORT_NO_HEADER G_MAXUINT

/**
 * OkrImport:
 *
 * A table and what its columns mean: found out when it is made, to be corrected by whoever knows
 * better.
 */
typedef struct _OkrImport OkrImport;

/**
 * okr_import_new:
 * @table: (transfer full): the table
 *
 * Finds the row of headings, the meaning of the columns, the decimal sign and the order of dates.
 *
 * Returns: (transfer full): the import
 */
OkrImport *okr_import_new (OkrTable *table);
void okr_import_free (OkrImport *self);

OkrTable *okr_import_get_table (OkrImport *self);
OkrImportLayout okr_import_get_layout (OkrImport *self);
void okr_import_set_layout (OkrImport *self, OkrImportLayout layout);
gboolean okr_import_has_field (OkrImport *self, OkrImportField field);
guint okr_import_get_header_row (OkrImport *self);
void okr_import_drop_header (OkrImport *self);
guint okr_import_get_n_columns (OkrImport *self);
const char *okr_import_get_heading (OkrImport *self, guint column);
char *okr_import_name_column (OkrImport *self, guint column);
char *okr_import_dup_handle (OkrImport *self, guint column);
gboolean okr_import_has_time (OkrImport *self, guint column);
gboolean okr_import_is_chosen (OkrImport *self, guint column);
guint okr_import_get_n_headings (OkrImport *self);
const OkrImportColumn *okr_import_get_column (OkrImport *self, guint column);
void okr_import_set_column (OkrImport *self, guint column, OkrImportColumn meaning);
gboolean okr_import_map (OkrImport *self, const char *heading, const char *field, GError **error);
OkrImportStyle okr_import_get_style (OkrImport *self);
void okr_import_set_style (OkrImport *self, OkrImportStyle style);
gboolean okr_import_find_doubt (OkrImport *self, OkrImportNoteKind kind, guint *row, guint *column);
gboolean okr_import_has_rows (OkrImport *self);
gboolean okr_import_repeats_headings (OkrImport *self, guint row);

/**
 * okr_import_run:
 * @plan: where to put it
 * @cycle: (nullable): the name of the cycle of rows that name none
 * @team: (nullable): the name of the team of rows that name none
 * @flags: how
 * @cancellable: (nullable): gives up, and leaves the plan as it was
 * @error: return location for an error about the table as a whole, or %G_IO_ERROR_CANCELLED
 *
 * Takes the rows over into @plan, as one step to undo. An item that the plan has already, by its id
 * or else by title, cycle and team, gets the values of the table; other values of it stay. When a
 * row has a problem nothing at all is changed, unless @flags say otherwise. A table without rows is
 * an error.
 *
 * Returns: (transfer full) (nullable): what happened
 */
OkrImportResult *okr_import_run (OkrImport *self, OkrPlan *plan, const char *cycle,
                                 const char *team, OkrImportFlags flags, GCancellable *cancellable,
                                 GError **error);
void okr_import_result_free (OkrImportResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrImport, okr_import_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrImportResult, okr_import_result_free)

G_END_DECLS
