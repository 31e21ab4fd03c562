/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-cell-list.h"
#include "okr-import-places-private.h"
#include "okr-import-private.h"

void
okr_import_draft_free (OkrImportDraft *draft)
{
  g_ptr_array_unref (draft->key_results);
  g_clear_pointer (&draft->deed.earlier, g_ptr_array_unref);
  g_free (draft);
}

OkrImportDraft *
okr_import_draft_new (guint row)
{
  OkrImportDraft *draft = g_new0 (OkrImportDraft, 1);

  draft->row = row;
  draft->key_results = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_import_draft_free);

  return draft;
}

/* Our own export puts an apostrophe before what a spreadsheet would take for a formula. */
static const char *
skip_guard (const char *cell)
{
  return cell[0] == '\'' && okr_cell_needs_guard (cell + 1) ? cell + 1 : cell;
}

OkrImportDraft *
okr_import_draft_read (OkrImport *self, guint row, guint number)
{
  OkrImportDraft *draft = okr_import_draft_new (row);

  for (guint i = 0; i < okr_import_get_n_columns (self); i++)
    {
      const OkrImportColumn *column = okr_import_get_column (self, i);

      if (column->number != number || column->field == OKR_IMPORT_FIELD_NONE ||
          (column->field == OKR_IMPORT_FIELD_VALUE_THEN &&
           okr_import_draft_has (draft, column->field)))
        continue;
      draft->cells[column->field] = okr_import_join_lines (
          self, column->field,
          skip_guard (okr_table_get_cell (okr_import_get_table (self), row, i)));
      if (okr_import_says_nothing (self, column->field, draft->cells[column->field]))
        draft->cells[column->field] = "";
      draft->columns[column->field] = i;
      draft->rows[column->field] = row;
    }

  return draft;
}

gboolean
okr_import_draft_has (OkrImportDraft *draft, OkrImportField field)
{
  return draft->cells[field] != NULL && *draft->cells[field] != '\0';
}

gboolean
okr_import_draft_find (OkrImportDraft *draft, const OkrImportField *fields, guint n,
                       OkrImportField *field)
{
  for (guint i = 0; i < n; i++)
    {
      if (okr_import_draft_has (draft, fields[i]))
        {
          *field = fields[i];
          return TRUE;
        }
    }

  return FALSE;
}

void
okr_import_draft_move (OkrImportDraft *draft, OkrImportField from, OkrImportField to)
{
  if (draft->cells[to] == NULL)
    {
      draft->cells[to] = draft->cells[from];
      draft->columns[to] = draft->columns[from];
      draft->rows[to] = draft->rows[from];
    }
}

void
okr_import_draft_drop (OkrImportDraft *draft, OkrImportField field)
{
  draft->cells[field] = NULL;
}

void
okr_import_drafts_free (OkrImportDrafts *self)
{
  g_ptr_array_unref (self->objectives);
  g_ptr_array_unref (self->parents);
  g_ptr_array_unref (self->check_ins);
  g_ptr_array_unref (self->orphans);
  g_free (self);
}

/* What tells one objective of the table from another. */
static char *
make_key (OkrImportDraft *draft)
{
  g_autofree char *title = okr_import_fold_name (draft->cells[OKR_IMPORT_FIELD_OBJECTIVE]);
  g_autofree char *cycle = okr_import_fold_cycle (draft->cells[OKR_IMPORT_FIELD_CYCLE]);
  g_autofree char *team = okr_import_fold_name (draft->cells[OKR_IMPORT_FIELD_TEAM]);

  if (okr_import_draft_has (draft, OKR_IMPORT_FIELD_OBJECTIVE_ID))
    return g_strconcat (draft->cells[OKR_IMPORT_FIELD_OBJECTIVE_ID], "\n", NULL);

  return g_strjoin ("\n", "", title, cycle, team, NULL);
}

/* A later row may know what the first did not. */
void
okr_import_draft_fill_gap (OkrImportDraft *draft, OkrImportDraft *more, OkrImportField field)
{
  if (okr_import_draft_has (draft, field) || !okr_import_draft_has (more, field))
    return;
  draft->cells[field] = more->cells[field];
  draft->columns[field] = more->columns[field];
  draft->rows[field] = more->rows[field];
}

/* What a row says of the objective, whichever of its rows it is. */
static const OkrImportField of_objective[] = {
  OKR_IMPORT_FIELD_OBJECTIVE,
  OKR_IMPORT_FIELD_AMBITION,
  OKR_IMPORT_FIELD_TAGS,
  OKR_IMPORT_FIELD_CONTRIBUTES_TO,
  OKR_IMPORT_FIELD_OBJECTIVE_OWNER,
  OKR_IMPORT_FIELD_OBJECTIVE_WEIGHT,
  OKR_IMPORT_FIELD_OBJECTIVE_DESCRIPTION,
  OKR_IMPORT_FIELD_OBJECTIVE_STATE,
  OKR_IMPORT_FIELD_OBJECTIVE_COMPUTED_GRADE,
  OKR_IMPORT_FIELD_OBJECTIVE_GRADE,
  OKR_IMPORT_FIELD_OBJECTIVE_GRADE_REASON,
  OKR_IMPORT_FIELD_OBJECTIVE_LEARNED,
  OKR_IMPORT_FIELD_CARRIED_FROM,
};

/* What it says of a place: the name, the id, and what is true of that one only. */
static const OkrImportField of_cycle[] = {
  OKR_IMPORT_FIELD_CYCLE,     OKR_IMPORT_FIELD_CYCLE_ID,    OKR_IMPORT_FIELD_CYCLE_START,
  OKR_IMPORT_FIELD_CYCLE_END, OKR_IMPORT_FIELD_CYCLE_STATE,
};

static const OkrImportField of_team[] = {
  OKR_IMPORT_FIELD_TEAM,      OKR_IMPORT_FIELD_TEAM_ID,     OKR_IMPORT_FIELD_TEAM_KIND,
  OKR_IMPORT_FIELD_TEAM_LEAD, OKR_IMPORT_FIELD_TEAM_PARENT,
};

static gboolean
contradicts (OkrImportRun *run, OkrImportDraft *draft, OkrImportDraft *more, OkrImportField field)
{
  return okr_import_draft_has (draft, field) && okr_import_draft_has (more, field) &&
         !okr_import_is_same_cell (run->import, field, draft->cells[field], more->cells[field]);
}

/* In another cycle or team it would be another objective; all else is for the first row to say. */
static void
complain_about_contradiction (OkrImportRun *run, OkrImportDraft *draft, OkrImportDraft *more,
                              OkrImportField field)
{
  const guint number =
      okr_table_get_number (okr_import_get_table (run->import), draft->rows[field]);
  g_autofree char *message = NULL;

  if (field != OKR_IMPORT_FIELD_CYCLE && field != OKR_IMPORT_FIELD_TEAM)
    {
      okr_import_note (run, OKR_IMPORT_NOTE_ROW, more->row, more->columns[field],
                       /* Translators: the number of a row, and what is written in a cell of it */
                       g_strdup_printf (_ ("This is left out: row %1$u, of the same objective, "
                                           "says “%2$s”."),
                                        number, draft->cells[field]));
      return;
    }
  /* Translators: the number of a row, and what is written in a cell of it */
  message = g_strdup_printf (_ ("Row %1$u, of the same objective, says “%2$s”. Leave this cell "
                                "empty, or write the title of another objective into this row."),
                             number, draft->cells[field]);
  okr_import_complain (run, more->row, more->columns[field], message);
}

static void
compare_cells (OkrImportRun *run, OkrImportDraft *draft, OkrImportDraft *more,
               const OkrImportField *fields, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (contradicts (run, draft, more, fields[i]))
        complain_about_contradiction (run, draft, more, fields[i]);
      else
        okr_import_draft_fill_gap (draft, more, fields[i]);
    }
}

/* Where the row names another one, its other cells are of that one, too. */
static void
compare_place (OkrImportRun *run, OkrImportDraft *draft, OkrImportDraft *more,
               const OkrImportField *fields, guint n)
{
  for (guint i = 0; i < 2; i++)
    {
      if (contradicts (run, draft, more, fields[i]))
        {
          complain_about_contradiction (run, draft, more, fields[i]);
          return;
        }
    }
  compare_cells (run, draft, more, fields, n);
}

/* A row of an objective that is known already; only what its first rows leave open is taken. */
static void
compare_objective (OkrImportRun *run, OkrImportDraft *draft, OkrImportDraft *more)
{
  compare_place (run, draft, more, of_cycle, G_N_ELEMENTS (of_cycle));
  compare_place (run, draft, more, of_team, G_N_ELEMENTS (of_team));
  compare_cells (run, draft, more, of_objective, G_N_ELEMENTS (of_objective));
}

/* Whose the row is, and nothing else of it. */
static void
keep_names (OkrImportDraft *draft)
{
  for (guint i = 0; i < OKR_IMPORT_N_FIELDS; i++)
    {
      if (i != OKR_IMPORT_FIELD_OBJECTIVE && i != OKR_IMPORT_FIELD_OBJECTIVE_ID &&
          i != OKR_IMPORT_FIELD_CYCLE && i != OKR_IMPORT_FIELD_TEAM)
        okr_import_draft_drop (draft, (OkrImportField) i);
    }
}

gboolean
okr_import_draft_names_objective (OkrImportDraft *draft)
{
  return okr_import_draft_has (draft, OKR_IMPORT_FIELD_OBJECTIVE) ||
         okr_import_draft_has (draft, OKR_IMPORT_FIELD_OBJECTIVE_ID);
}

gboolean
okr_import_draft_names_key_result (OkrImportDraft *draft)
{
  return okr_import_draft_has (draft, OKR_IMPORT_FIELD_KEY_RESULT) ||
         okr_import_draft_has (draft, OKR_IMPORT_FIELD_KEY_RESULT_ID);
}

/* The rows of one table, the first that names an objective before those that add to it. */
typedef struct
{
  OkrImportRun *run;
  OkrImportDrafts *drafts;
  GHashTable *known; /* what tells objectives apart → draft */
  OkrImportDraft *current;
  OkrImportGroups groups;
} Flat;

static OkrImportDraft *
read_flat_cells (Flat *flat, guint row)
{
  OkrImportDraft *draft = okr_import_draft_read (flat->run->import, row, 0);

  okr_import_groups_take (&flat->groups, flat->run, draft);

  return draft;
}

/* What the row says of its objective. */
static void
take_objective (Flat *flat, OkrImportDraft *draft, gboolean is_left_out)
{
  g_autofree char *key = make_key (draft);

  if (!okr_import_draft_names_objective (draft))
    {
      if (flat->current != NULL && !is_left_out)
        compare_objective (flat->run, flat->current, draft);
      return;
    }

  flat->current = g_hash_table_lookup (flat->known, key);
  if (flat->current == NULL)
    {
      flat->current = read_flat_cells (flat, draft->row);
      flat->current->is_absent = TRUE;
      if (is_left_out)
        keep_names (flat->current);
      g_ptr_array_add (flat->drafts->objectives, flat->current);
      g_hash_table_insert (flat->known, g_steal_pointer (&key), flat->current);
    }
  else if (!is_left_out)
    {
      compare_objective (flat->run, flat->current, draft);
      /* Where objectives have no owner of their own, it is that of the first key result. */
      okr_import_draft_fill_gap (flat->current, draft, OKR_IMPORT_FIELD_OWNER);
    }
}

static void
add_flat_row (Flat *flat, guint row)
{
  OkrImportDraft *draft = read_flat_cells (flat, row);
  const gboolean is_left_out = okr_import_run_get_row (flat->run, row) != OKR_IMPORT_ROW_KEPT ||
                               !okr_import_check_title (flat->run, draft);

  if (okr_import_groups_is_heading (&flat->groups, draft))
    {
      flat->current = NULL;
      okr_import_draft_free (draft);
      return;
    }
  take_objective (flat, draft, is_left_out);
  if (flat->current == NULL && !is_left_out)
    okr_import_complain (flat->run, row, G_MAXUINT,
                         _ ("This row belongs to no objective. Write the objective's title into "
                            "it."));
  else if (flat->current != NULL && !is_left_out)
    flat->current->is_absent = FALSE;

  if (flat->current != NULL && !is_left_out && okr_import_draft_names_key_result (draft))
    g_ptr_array_add (flat->current->key_results, draft);
  else
    okr_import_draft_free (draft);
}

static void
read_flat (OkrImportRun *run, OkrImportDrafts *drafts)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  OkrTable *table = okr_import_get_table (run->import);
  Flat flat = { .run = run, .drafts = drafts, .known = known };

  okr_import_groups_init (&flat.groups, run->import);
  for (guint i = okr_import_get_header_row (run->import) + 1; i < okr_table_get_n_rows (table); i++)
    {
      if (!okr_table_is_blank (table, i) && okr_import_run_get_row (run, i) != OKR_IMPORT_ROW_GONE)
        add_flat_row (&flat, i);
    }
}

/* In the other layouts no row needs the one above it. */
static gboolean
is_read (OkrImportRun *run, guint row)
{
  return !okr_table_is_blank (okr_import_get_table (run->import), row) &&
         okr_import_run_get_row (run, row) == OKR_IMPORT_ROW_KEPT;
}

static guint
find_last_number (OkrImport *self)
{
  guint last = 0;

  for (guint i = 0; i < okr_import_get_n_columns (self); i++)
    last = MAX (last, okr_import_get_column (self, i)->number);

  return last;
}

static void
read_numbered (OkrImportRun *run, OkrImportDrafts *drafts)
{
  OkrImport *self = run->import;
  OkrTable *table = okr_import_get_table (self);
  const guint last = find_last_number (self);
  OkrImportGroups groups;

  okr_import_groups_init (&groups, self);
  for (guint i = okr_import_get_header_row (self) + 1; i < okr_table_get_n_rows (table); i++)
    {
      OkrImportDraft *objective;

      if (!is_read (run, i))
        continue;
      objective = okr_import_draft_read (self, i, 0);
      okr_import_draft_move (objective, OKR_IMPORT_FIELD_TITLE, OKR_IMPORT_FIELD_OBJECTIVE);
      okr_import_draft_move (objective, OKR_IMPORT_FIELD_ID, OKR_IMPORT_FIELD_OBJECTIVE_ID);
      okr_import_groups_take (&groups, run, objective);
      g_ptr_array_add (drafts->objectives, objective);
      for (guint number = 1; number <= last; number++)
        {
          OkrImportDraft *kr = okr_import_draft_read (self, i, number);

          okr_import_check_title (run, kr);
          if (okr_import_draft_names_key_result (kr))
            g_ptr_array_add (objective->key_results, kr);
          else
            okr_import_draft_free (kr);
        }
    }
}

static void
read_log (OkrImportRun *run, OkrImportDrafts *drafts)
{
  OkrTable *table = okr_import_get_table (run->import);

  for (guint i = okr_import_get_header_row (run->import) + 1; i < okr_table_get_n_rows (table); i++)
    {
      OkrImportDraft *draft;

      if (okr_table_is_blank (table, i) || okr_import_run_get_row (run, i) == OKR_IMPORT_ROW_GONE)
        continue;
      draft = okr_import_draft_read (run->import, i, 0);
      draft->is_absent = okr_import_run_get_row (run, i) != OKR_IMPORT_ROW_KEPT;
      g_ptr_array_add (drafts->check_ins, draft);
    }
  okr_import_continue_log (run, drafts->check_ins);
}

OkrImportDrafts *
okr_import_read (OkrImportRun *run)
{
  OkrImportDrafts *drafts = g_new0 (OkrImportDrafts, 1);

  drafts->objectives = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_import_draft_free);
  drafts->parents = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_import_draft_free);
  drafts->check_ins = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_import_draft_free);
  drafts->orphans = g_ptr_array_new_with_free_func ((GDestroyNotify) okr_import_draft_free);
  switch (okr_import_get_layout (run->import))
    {
    case OKR_IMPORT_FLAT:
      read_flat (run, drafts);
      break;
    case OKR_IMPORT_NUMBERED:
      read_numbered (run, drafts);
      break;
    case OKR_IMPORT_ITEMS:
      okr_import_read_items (run, drafts);
      break;
    case OKR_IMPORT_LOG:
      read_log (run, drafts);
      break;
    case OKR_IMPORT_UNKNOWN:
    default:
      break;
    }

  return drafts;
}
