/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-import-private.h"

#include <glib/gi18n-lib.h>

#include "okr-error.h"

/* What is said about it */

static void
problem_free (OkrImportProblem *problem)
{
  g_free (problem->column);
  g_free (problem->message);
  g_free (problem);
}

static void
note_free (OkrImportNote *note)
{
  g_free (note->column);
  g_free (note->message);
  g_free (note);
}

static void
item_free (OkrImportItem *item)
{
  g_free (item->id);
  g_free (item->title);
  g_free (item->objective);
  g_clear_pointer (&item->changes, g_ptr_array_unref);
  g_free (item);
}

static OkrImportResult *
result_new (void)
{
  OkrImportResult *self = g_new0 (OkrImportResult, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);

  return self;
}

void
okr_import_result_free (OkrImportResult *self)
{
  g_free (self->cycle);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/* What is wrong with a row that is left out already needs no saying again. */
void
okr_import_complain (OkrImportRun *run, guint row, guint column, const char *message)
{
  OkrImportProblem *problem;

  g_hash_table_add (run->bad, GUINT_TO_POINTER (row));
  if (okr_import_run_get_row (run, row) != OKR_IMPORT_ROW_KEPT)
    return;

  problem = g_new0 (OkrImportProblem, 1);
  problem->row = okr_table_get_number (okr_import_get_table (run->import), row);
  if (column < okr_import_get_n_columns (run->import))
    problem->column = okr_import_name_column (run->import, column);
  problem->message = g_strdup (message);
  g_ptr_array_add (run->result->problems, problem);
}

void
okr_import_complain_draft (OkrImportRun *run, OkrImportDraft *draft, OkrImportField field,
                           const char *message)
{
  const gboolean has_cell = draft->cells[field] != NULL;

  okr_import_complain (run, has_cell ? draft->rows[field] : draft->row,
                       has_cell ? draft->columns[field] : G_MAXUINT, message);
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  const OkrImportProblem *const *first = a;
  const OkrImportProblem *const *second = b;

  return ((*first)->row > (*second)->row) - ((*first)->row < (*second)->row);
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const OkrImportNote *const *first = a;
  const OkrImportNote *const *second = b;

  return ((*first)->row > (*second)->row) - ((*first)->row < (*second)->row);
}

/* What is left out */

OkrImportRow
okr_import_run_get_row (OkrImportRun *run, guint row)
{
  return (OkrImportRow) GPOINTER_TO_UINT (
      g_hash_table_lookup (run->left_out, GUINT_TO_POINTER (row)));
}

static gboolean
leave_out (OkrImportRun *run, guint row, OkrImportRow how)
{
  if (okr_import_run_get_row (run, row) >= how)
    return FALSE;

  return g_hash_table_replace (run->left_out, GUINT_TO_POINTER (row), GUINT_TO_POINTER (how)), TRUE;
}

/* The objective itself cannot be, so what is below it cannot either. */
static gboolean
leave_out_below (OkrImportRun *run, OkrImportDraft *objective)
{
  const guint number = okr_table_get_number (okr_import_get_table (run->import), objective->row);
  /* Translators: the number of a row */
  g_autofree char *message =
      g_strdup_printf (_ ("The objective of this row, in row %u, is left out."), number);
  gboolean is_more = leave_out (run, objective->row, OKR_IMPORT_ROW_GONE);

  for (guint i = 0; i < objective->key_results->len; i++)
    {
      OkrImportDraft *kr = objective->key_results->pdata[i];

      okr_import_complain (run, kr->row, G_MAXUINT, message);
      is_more = leave_out (run, kr->row, OKR_IMPORT_ROW_GONE) || is_more;
    }

  return is_more;
}

/* Returns whether there is more to leave out than before. */
static gboolean
leave_out_bad (OkrImportRun *run, OkrImportDrafts *drafts)
{
  gboolean is_more = FALSE;
  GHashTableIter iter;
  gpointer row;

  for (guint i = 0; i < drafts->objectives->len; i++)
    {
      OkrImportDraft *objective = drafts->objectives->pdata[i];

      if (g_hash_table_contains (run->bad, GUINT_TO_POINTER (objective->row)) &&
          okr_import_run_get_row (run, objective->row) == OKR_IMPORT_ROW_NAMES)
        is_more = leave_out_below (run, objective) || is_more;
    }
  g_hash_table_iter_init (&iter, run->bad);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    is_more = leave_out (run, GPOINTER_TO_UINT (row), OKR_IMPORT_ROW_NAMES) || is_more;

  return is_more;
}

/* What was done */

static void
add_item (OkrImportRun *run, OkrImportDraft *draft, GType type, OkrImportDraft *objective,
          OkrImportFate fate)
{
  OkrImportItem *item = g_new0 (OkrImportItem, 1);

  item->row = okr_table_get_number (okr_import_get_table (run->import), draft->row);
  item->type = type;
  item->id = g_strdup (okr_item_get_id (draft->item));
  item->title = g_strdup (okr_item_get_title (draft->item));
  if (objective != NULL)
    item->objective = g_strdup (okr_item_get_title (objective->item));
  item->fate = fate;
  draft->told = item;
  g_ptr_array_add (run->result->items, item);
}

/* Of a row with a problem nothing comes, whatever of it was tried. */
static gboolean
is_sound (OkrImportRun *run, OkrImportDraft *draft)
{
  return draft->item != NULL && !g_hash_table_contains (run->bad, GUINT_TO_POINTER (draft->row));
}

static OkrImportFate
find_fate (OkrImportDraft *draft)
{
  if (draft->deed.is_new)
    return OKR_IMPORT_NEW;

  return draft->deed.changed ? OKR_IMPORT_CHANGED : OKR_IMPORT_SAME;
}

static void
count_fate (OkrImportRun *run, OkrImportFate fate, guint *n_new, int n)
{
  guint *count = fate == OKR_IMPORT_CHANGED ? &run->result->n_changed : &run->result->n_same;

  *(fate == OKR_IMPORT_NEW ? n_new : count) += (guint) n;
}

/* Several rows may speak of one item; it is told with the first of them. */
static gboolean
join_first (OkrImportRun *run, OkrImportDraft *draft, guint *n_new)
{
  OkrImportItem *first = g_hash_table_lookup (run->told, draft->item);
  const OkrImportFate fate = find_fate (draft);

  if (first == NULL)
    return FALSE;

  draft->told = first;
  if (first->fate == OKR_IMPORT_SAME && fate == OKR_IMPORT_CHANGED)
    {
      count_fate (run, first->fate, n_new, -1);
      count_fate (run, fate, n_new, 1);
      first->fate = fate;
    }

  return TRUE;
}

static void
tally_item (OkrImportRun *run, OkrImportDraft *draft, GType type, OkrImportDraft *objective,
            guint *n_new)
{
  if (!is_sound (run, draft))
    return;

  run->result->n_check_ins += draft->deed.n_check_ins;
  if (join_first (run, draft, n_new))
    return;
  count_fate (run, find_fate (draft), n_new, 1);
  add_item (run, draft, type, objective, find_fate (draft));
  g_hash_table_insert (run->told, draft->item, draft->told);
}

/* Its key results stand below it, wherever the table repeats it. */
static void
tally_objective (OkrImportRun *run, GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    tally_item (run, drafts->pdata[i], OKR_TYPE_OBJECTIVE, NULL, &run->result->n_objectives);
  for (guint i = 0; i < drafts->len; i++)
    {
      OkrImportDraft *objective = drafts->pdata[i];

      for (guint k = 0; k < objective->key_results->len; k++)
        tally_item (run, objective->key_results->pdata[k], OKR_TYPE_KEY_RESULT, objective,
                    &run->result->n_key_results);
    }
}

/* The objectives that came to something → all drafts of each. */
static GHashTable *
group_by_item (GPtrArray *drafts)
{
  GHashTable *groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < drafts->len; i++)
    {
      OkrImportDraft *draft = drafts->pdata[i];
      GPtrArray *group = g_hash_table_lookup (groups, draft->item);

      if (draft->item == NULL)
        continue;
      if (group == NULL)
        g_hash_table_insert (groups, draft->item, group = g_ptr_array_new ());
      g_ptr_array_add (group, draft);
    }

  return groups;
}

/* Of an objective that no row of the table is. */
static void
tally_parent (OkrImportRun *run, OkrImportDraft *parent)
{
  for (guint i = 0; parent->item != NULL && i < parent->key_results->len; i++)
    tally_item (run, parent->key_results->pdata[i], OKR_TYPE_KEY_RESULT, parent,
                &run->result->n_key_results);
}

static void
tally_objectives (OkrImportRun *run, GPtrArray *drafts, GPtrArray *parents)
{
  g_autoptr (GHashTable) groups = group_by_item (drafts);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  run->told = told;
  for (guint i = 0; i < drafts->len; i++)
    {
      OkrImportDraft *draft = drafts->pdata[i];
      GPtrArray *group = g_hash_table_lookup (groups, draft->item);

      if (group != NULL && group->pdata[0] == draft)
        tally_objective (run, group);
    }
  for (guint i = 0; i < parents->len; i++)
    tally_parent (run, parents->pdata[i]);
  run->told = NULL;
}

static void
tally (OkrImportRun *run, OkrImportDrafts *drafts)
{
  OkrImportResult *result = run->result;

  result->n_changed += run->n_changed_places;
  tally_objectives (run, drafts->objectives, drafts->parents);
  for (guint i = 0; i < drafts->check_ins->len; i++)
    {
      OkrImportDraft *check_in = drafts->check_ins->pdata[i];

      if (!is_sound (run, check_in))
        continue;
      result->n_check_ins += check_in->deed.n_check_ins;
      result->n_same += check_in->deed.n_check_ins == 0;
      add_item (run, check_in, OKR_TYPE_CHECK_IN, NULL,
                check_in->deed.n_check_ins > 0 ? OKR_IMPORT_NEW : OKR_IMPORT_SAME);
    }
}

/* Running */

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, G_CONVERT_ERROR, G_CONVERT_ERROR_FAILED, message);

  return FALSE;
}

static gboolean
refuse_without_objectives (GError **error)
{
  return refuse (error, _ ("No column holds the objectives. Tell which one does, or add a column "
                           "“Objective” with the objective of each row."));
}

static gboolean
has_figures (OkrImport *import)
{
  return okr_import_has_field (import, OKR_IMPORT_FIELD_START) ||
         okr_import_has_field (import, OKR_IMPORT_FIELD_TARGET) ||
         okr_import_has_field (import, OKR_IMPORT_FIELD_VALUE) ||
         okr_import_has_field (import, OKR_IMPORT_FIELD_VALUE_THEN);
}

/* Somebody may have said of any column that it holds values over time. */
static gboolean
check_times (OkrImport *import, GError **error)
{
  for (guint i = 0; i < okr_import_get_n_columns (import); i++)
    {
      g_autofree char *name = NULL;

      if (okr_import_get_column (import, i)->field != OKR_IMPORT_FIELD_VALUE_THEN ||
          okr_import_has_time (import, i))
        continue;
      name = okr_import_name_column (import, i);
      g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_FAILED,
                   /* Translators: the letter and the heading of a column, such as B “Owner” */
                   _ ("The heading of column %s names no month, week or day that its values could "
                      "be of. Write one above it, such as “Jan 2027”."),
                   name);
      return FALSE;
    }

  return TRUE;
}

/* What each layout cannot be without. */
static gboolean
check_columns (OkrImport *import, GError **error)
{
  const gboolean has_objective = okr_import_has_field (import, OKR_IMPORT_FIELD_OBJECTIVE) ||
                                 okr_import_has_field (import, OKR_IMPORT_FIELD_OBJECTIVE_ID);
  const gboolean has_title = okr_import_has_field (import, OKR_IMPORT_FIELD_TITLE);
  const gboolean has_kr = okr_import_has_field (import, OKR_IMPORT_FIELD_KEY_RESULT) ||
                          okr_import_has_field (import, OKR_IMPORT_FIELD_KEY_RESULT_ID);

  switch (okr_import_get_layout (import))
    {
    case OKR_IMPORT_FLAT:
      if (!has_objective)
        return refuse_without_objectives (error);
      return has_kr || !has_figures (import) ||
             refuse (error, _ ("There are figures, but no column holds the key results that they "
                               "are of. Tell which one does."));
    case OKR_IMPORT_NUMBERED:
      return has_objective || has_title || refuse_without_objectives (error);
    case OKR_IMPORT_ITEMS:
      return has_title || refuse (error, _ ("No column holds the titles. Tell which one does."));
    case OKR_IMPORT_LOG:
      return has_kr || refuse (error, _ ("No column tells which key result a check-in is of. Tell "
                                         "which one does."));
    case OKR_IMPORT_UNKNOWN:
    default:
      return refuse (error,
                     _ ("No row has headings that say which column is what, such as “Objective”, "
                        "“Key Result”, “Start”, “Target” and “Current”. Add such a row above the "
                        "others, or tell which column is what."));
    }
}

static gboolean
check_rows (OkrImport *import, GError **error)
{
  if (okr_import_has_rows (import))
    return TRUE;

  g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_PARTIAL_INPUT,
               /* Translators: the number of a row */
               _ ("Row %u has the headings, and there is nothing below it. Add the rows, or choose "
                  "another file."),
               okr_table_get_number (okr_import_get_table (import),
                                     okr_import_get_header_row (import)));

  return FALSE;
}

/* Where an import goes. */
typedef struct
{
  OkrPlan *plan;   /* a copy, where nothing shall be changed */
  OkrPlan *before; /* what it was */
  const char *cycle;
  const char *team;
  OkrImportFlags flags;
} Goal;

/* Returns whether another pass may do better, by leaving more out. */
static gboolean
pass (OkrImportRun *run, const Goal *goal)
{
  OkrImportResult *result = run->result;
  g_autoptr (OkrImportDrafts) drafts = NULL;
  gboolean is_stopped;

  g_hash_table_remove_all (run->bad);
  g_ptr_array_set_size (result->notes, 0);
  run->is_start_noted = run->is_confidence_noted = run->is_due_noted = run->is_team_noted = FALSE;
  g_clear_pointer (&result->cycle, g_free);
  result->lacks_team = FALSE;
  okr_import_complain_about_surplus (run);
  okr_import_weigh (run);
  drafts = okr_import_read (run);
  /* Translators: what an undo step did */
  okr_plan_begin (goal->plan, _ ("Import"));
  okr_import_apply (run, goal->plan, drafts, goal->cycle, goal->team);
  is_stopped = g_hash_table_size (run->bad) > 0 || g_cancellable_is_cancelled (run->cancellable);
  if (!is_stopped || !(goal->flags & OKR_IMPORT_SKIP_PROBLEMS))
    {
      tally (run, drafts);
      if (is_stopped)
        okr_import_note_findings (run, goal->plan, TRUE, drafts);
      okr_import_tell_changes (run, goal->before, goal->plan, drafts);
    }
  if (is_stopped)
    {
      okr_plan_cancel (goal->plan);
    }
  else
    {
      okr_plan_end (goal->plan);
      okr_import_note_findings (run, goal->plan, FALSE, drafts);
    }
  result->is_done = !(goal->flags & OKR_IMPORT_DRY_RUN) && !is_stopped;

  return is_stopped && (goal->flags & OKR_IMPORT_SKIP_PROBLEMS) && leave_out_bad (run, drafts);
}

OkrImportResult *
okr_import_run (OkrImport *self, OkrPlan *plan, const char *cycle, const char *team,
                OkrImportFlags flags, GCancellable *cancellable, GError **error)
{
  g_autoptr (OkrImportResult) result = result_new ();
  g_autoptr (GHashTable) left_out = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) bad = g_hash_table_new (NULL, NULL);
  g_autoptr (OkrPlan) copy = NULL;
  OkrImportRun run = { self, result, cancellable, left_out, bad };
  Goal goal = { .cycle = cycle, .team = team, .flags = flags };
  guint n_headings;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  if (okr_plan_get_read_only_reason (plan) != NULL)
    {
      g_set_error_literal (error, OKR_MODEL_ERROR, OKR_MODEL_ERROR_TOO_NEW,
                           okr_plan_get_read_only_reason (plan));
      return NULL;
    }
  if (!check_columns (self, error) || !check_times (self, error) || !check_rows (self, error))
    return NULL;

  n_headings = okr_import_leave_out_headings (&run);
  copy = okr_plan_copy (plan);
  goal.plan = (flags & OKR_IMPORT_DRY_RUN) ? copy : plan;
  goal.before = (flags & OKR_IMPORT_DRY_RUN) ? plan : copy;
  while (!g_cancellable_is_cancelled (cancellable) && pass (&run, &goal))
    continue;
  if (!result->is_done && g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  result->n_left_out = g_hash_table_size (left_out) - n_headings;
  if (n_headings > 0)
    okr_import_note_headings (&run);
  okr_import_note_subitems (&run);
  okr_import_note_columns (&run);
  okr_import_note_style (&run);
  okr_import_note_blanks (&run);
  okr_import_note_ids (&run, goal.plan);
  g_ptr_array_sort (result->notes, compare_notes);
  g_ptr_array_sort (result->problems, compare_problems);

  return g_steal_pointer (&result);
}
