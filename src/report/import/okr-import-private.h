/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-import-subitems.h"
#include "okr-import.h"

G_BEGIN_DECLS

/* What the table says of one item. A cell is NULL where the table has no such column. */
typedef struct _OkrImportDraft OkrImportDraft;

/* What becomes of an item. */
typedef struct
{
  gboolean is_new;
  gboolean changed;
  guint n_check_ins; /* of both */
  OkrCheckIn *check_in; /* the plan holds it */
  GPtrArray *earlier;   /* of columns of values over time; NULL for none */
} OkrImportDeed;

struct _OkrImportDraft
{
  guint row;              /* of the table, counted from 0 */
  gboolean is_absent;     /* only rows that are left out speak of it so far */
  gboolean is_whole_year; /* the cycle is what the column of years says */
  const char *cells[OKR_IMPORT_N_FIELDS];
  guint columns[OKR_IMPORT_N_FIELDS];
  guint rows[OKR_IMPORT_N_FIELDS]; /* where a cell is from: a later row may know more */
  OkrImportDraft *above;           /* the item that it contributes to */
  GPtrArray *key_results;          /* of an objective */
  OkrItem *item;                   /* once it is in the plan */
  OkrItem *cycle;                  /* of an objective: of which the row tells more; */
  OkrItem *team;                   /* in the end, only if it came or changed */
  OkrImportDeed deed;
  OkrImportItem *told; /* what the result says of it */
};

/* Rows as items, whatever the layout. */
typedef struct
{
  GPtrArray *objectives;
  GPtrArray *parents; /* objectives that only the plan may have, with the key results for them */
  GPtrArray *check_ins;
  GPtrArray *orphans; /* that belong to no objective, others may name them */
} OkrImportDrafts;

/* How much of a row is left out. */
typedef enum
{
  OKR_IMPORT_ROW_KEPT,
  OKR_IMPORT_ROW_NAMES, /* all but whose it is, for the rows below that do not repeat that */
  OKR_IMPORT_ROW_GONE,
} OkrImportRow;

/* One import from its start to its end, in as many passes as it takes to leave out all that cannot
 * be. */
typedef struct
{
  OkrImport *import;
  OkrImportResult *result;
  GCancellable *cancellable;
  GHashTable *left_out; /* row → OkrImportRow */
  GHashTable *bad;      /* rows in which this pass found problems */
  GHashTable *told;     /* while items are counted: item → OkrImportItem */
  guint n_changed_places;
  gboolean is_start_noted;
  gboolean is_confidence_noted;
  gboolean is_due_noted;
  gboolean is_team_noted;
  OkrImportField fractional[2]; /* weights whose percentages count as fractions of 1 */
  guint n_fractional;
} OkrImportRun;

OkrImportDrafts *okr_import_read (OkrImportRun *run);
void okr_import_drafts_free (OkrImportDrafts *self);
/* Whether two cells say the same, in whichever way they are written. */
gboolean okr_import_is_same_cell (OkrImport *import, OkrImportField field, const char *a,
                                  const char *b);
OkrImportDraft *okr_import_draft_new (guint row);
void okr_import_draft_free (OkrImportDraft *draft);
/* All cells of the columns with one number. */
OkrImportDraft *okr_import_draft_read (OkrImport *import, guint row, guint number);
/* Unless there is such a cell already. */
void okr_import_draft_move (OkrImportDraft *draft, OkrImportField from, OkrImportField to);
void okr_import_draft_drop (OkrImportDraft *draft, OkrImportField field);
/* Where each row is an objective or a key result; in this layout no row shares cells. */
void okr_import_read_items (OkrImportRun *run, OkrImportDrafts *drafts);
/* Whether a type is what is done for a key result, such as a task; NULL is none. */
gboolean okr_import_is_work (const char *text);
/* What nobody has said of a column. */
void okr_import_assume_column (OkrImport *import, guint column, OkrImportField field);
/* Finds the column in which rows say what they are, and that of the titles. */
guint okr_import_read_marks (OkrImport *import);
/* How the table was put together of items and sub-items, NULL if it was not. */
const OkrImportSubitems *okr_import_get_subitems (OkrImport *import);
void okr_import_note_subitems (OkrImportRun *run);
/* The column in which rows say what they are, G_MAXUINT for none. */
guint okr_import_get_mark_column (OkrImport *import);
/* Takes the marks of a row off; FALSE where it has none, and where that is, is told. */
gboolean okr_import_take_mark (OkrImportRun *run, OkrImportDraft *draft, guint *number);
gboolean okr_import_draft_has (OkrImportDraft *draft, OkrImportField field);
/* The first of these that has a cell. */
gboolean okr_import_draft_find (OkrImportDraft *draft, const OkrImportField *fields, guint n,
                                OkrImportField *field);
/* What it does not say itself. */
void okr_import_draft_fill_gap (OkrImportDraft *draft, OkrImportDraft *more, OkrImportField field);
gboolean okr_import_draft_names_objective (OkrImportDraft *draft);
gboolean okr_import_draft_names_key_result (OkrImportDraft *draft);

/* One cell for several rows, as spreadsheets merge them: the file has it in the first row only. */
typedef struct
{
  gboolean is_merged;
  gboolean is_noted;
  const char *cell; /* of the rows above */
  guint column;
} OkrImportGroup;

typedef struct
{
  OkrImportGroup year;
  OkrImportGroup cycle;
  OkrImportGroup team;
} OkrImportGroups;

void okr_import_groups_init (OkrImportGroups *self, OkrImport *import);
/* An objective without a cycle or team gets those that it stands below. */
void okr_import_groups_take (OkrImportGroups *self, OkrImportRun *run, OkrImportDraft *draft);
/* Whether it only says what the rows below it belong to. */
gboolean okr_import_groups_is_heading (OkrImportGroups *self, OkrImportDraft *draft);

/* FALSE when there are figures without a key result that they could be of. */
gboolean okr_import_check_title (OkrImportRun *run, OkrImportDraft *draft);

void okr_import_apply (OkrImportRun *run, OkrPlan *plan, OkrImportDrafts *drafts, const char *cycle,
                       const char *team);

OkrImportRow okr_import_run_get_row (OkrImportRun *run, guint row);
void okr_import_complain (OkrImportRun *run, guint row, guint column, const char *message);
/* Rows that have the headings once more are none. Returns how many there are. */
guint okr_import_leave_out_headings (OkrImportRun *run);
void okr_import_note_headings (OkrImportRun *run);
/* Finds out how weights are written, and tells it where that is not plain. */
void okr_import_weigh (OkrImportRun *run);
/* A number with the percent sign, as the field counts: a grade of 70 % is 0.7. */
double okr_import_scale_percent (OkrImportRun *run, OkrImportField field, const char *unit,
                                 double number);
/* The year that a name is, 0 if it says more; @is_short if that may have two digits. */
int okr_import_parse_year (const char *text, gboolean is_short);
/* Makes one cycle of the quarter and the year of a row, or of the year alone. */
void okr_import_take_year (OkrImportRun *run, OkrImportDraft *draft);
/* A text that lives as long as the table does. */
const char *okr_import_keep_text (OkrImport *import, const char *text);
/* Cells beyond the headings, where something was probably torn apart. */
void okr_import_complain_about_surplus (OkrImportRun *run);

/* What the plan's check finds in what came; while the step is open it looks at a copy. And what is
 * not as it was @before. */
void okr_import_note_findings (OkrImportRun *run, OkrPlan *plan, gboolean is_open,
                               OkrImportDrafts *drafts);
void okr_import_tell_changes (OkrImportRun *run, OkrPlan *before, OkrPlan *plan,
                              OkrImportDrafts *drafts);

/* The sentence belongs to the note from then on. */
void okr_import_note (OkrImportRun *run, OkrImportNoteKind kind, guint row, guint column,
                      char *message);
/* Whether the table looks like one that a plan was exported to. */
gboolean okr_import_has_own_ids (OkrImport *import);
/* Whether this program wrote it, so that each cell says what it says. */
gboolean okr_import_is_own_export (OkrImport *import);
/* Which columns have something in them that is not used. */
void okr_import_note_columns (OkrImportRun *run);
/* The cells of rows of check-ins that the row above fills, in the order of the table. */
void okr_import_continue_log (OkrImportRun *run, GPtrArray *check_ins);

/* The row of headings, %OKR_IMPORT_NO_HEADER for none. */
guint okr_import_find_header (OkrTable *table);
/* What a column holds by its heading, and by those beside it. */
OkrImportColumn okr_import_read_heading (OkrImport *import, guint column);
/* The decimal sign of the language of the headings, 0 if they do not tell. */
char okr_import_guess_decimal (OkrImport *import);
/* Whether a cell of such a column says in words or signs that there is nothing: "n/a", "–". */
gboolean okr_import_says_nothing (OkrImport *import, OkrImportField field, const char *text);
/* The cell in one line where the plan has no more for it; it lives as long as the table does. */
const char *okr_import_join_lines (OkrImport *import, OkrImportField field, const char *cell);
/* Whether two texts differ in no more than what a cell cannot keep: blanks around them, line ends,
 * and line breaks in what @is_one_line. */
gboolean okr_import_is_same_text (const char *a, const char *b, gboolean is_one_line);
/* Which columns have such cells, or days in numbers. */
void okr_import_note_blanks (OkrImportRun *run);
/* That ids are not kept that no plan could have. */
void okr_import_note_ids (OkrImportRun *run, OkrPlan *plan);
/* How numbers and dates are read that can be read otherwise. */
void okr_import_note_style (OkrImportRun *run);
void okr_import_complain_draft (OkrImportRun *run, OkrImportDraft *draft, OkrImportField field,
                                const char *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrImportDrafts, okr_import_drafts_free)

G_END_DECLS
