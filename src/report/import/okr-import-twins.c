/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several rows that are of one key result. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-import-cells-private.h"

/* What a key result has once, whatever the day. */
static const OkrImportField lasting[] = {
  OKR_IMPORT_FIELD_OWNER,       OKR_IMPORT_FIELD_KIND,         OKR_IMPORT_FIELD_START,
  OKR_IMPORT_FIELD_TARGET,      OKR_IMPORT_FIELD_LOW,          OKR_IMPORT_FIELD_HIGH,
  OKR_IMPORT_FIELD_UNIT,        OKR_IMPORT_FIELD_DUE,          OKR_IMPORT_FIELD_WEIGHT,
  OKR_IMPORT_FIELD_DESCRIPTION, OKR_IMPORT_FIELD_SOURCE,       OKR_IMPORT_FIELD_COMPUTED_GRADE,
  OKR_IMPORT_FIELD_GRADE,       OKR_IMPORT_FIELD_GRADE_REASON, OKR_IMPORT_FIELD_LEARNED,
};

/* What it has once on a day; other days make a history. */
static const OkrImportField passing[] = {
  OKR_IMPORT_FIELD_VALUE,    OKR_IMPORT_FIELD_CONFIDENCE, OKR_IMPORT_FIELD_NOTE,
  OKR_IMPORT_FIELD_OBSTACLE, OKR_IMPORT_FIELD_MILESTONES,
};

/* Returns how many cells of @draft say something else than those of the other row. */
static guint
compare_cells (OkrImportTask *task, OkrImportDraft *draft, OkrImportDraft *other,
               const OkrImportField *fields, guint n)
{
  OkrTable *table = okr_import_get_table (task->run->import);
  guint n_other = 0;

  for (guint i = 0; i < n; i++)
    {
      const OkrImportField field = fields[i];
      g_autofree char *message = NULL;

      if (!okr_import_draft_has (draft, field) || !okr_import_draft_has (other, field) ||
          okr_import_is_same_cell (task->run->import, field, draft->cells[field],
                                   other->cells[field]))
        continue;
      n_other++;
      message =
          /* Translators: the number of a row, and what is written in a cell of it */
          g_strdup_printf (_ ("Row %1$u, of the same key result, says “%2$s”. Write the same in "
                              "both rows, give one of the key results another title, or leave one "
                              "of the rows out."),
                           okr_table_get_number (table, other->rows[field]), other->cells[field]);
      okr_import_complain_draft (task->run, draft, field, message);
    }

  return n_other;
}

static void
fill_gaps (OkrImportDraft *draft, OkrImportDraft *more, const OkrImportField *fields, guint n)
{
  for (guint i = 0; i < n; i++)
    okr_import_draft_fill_gap (draft, more, fields[i]);
}

static char *
make_day_key (OkrImportTask *task, OkrImportDraft *draft, OkrItem *item)
{
  const char *cell = draft->cells[OKR_IMPORT_FIELD_DATE];
  const OkrImportDates dates = okr_import_get_style (task->run->import).dates;
  g_autofree char *day_text = NULL;
  OkrDay day;

  if (cell != NULL && okr_import_parse_day_of (OKR_IMPORT_FIELD_DATE, cell, dates, &day, NULL))
    day_text = okr_day_to_iso (day);
  else
    day_text = okr_import_fold_name (cell);

  return g_strjoin (" ", okr_item_get_id (item), "check-in", day_text, NULL);
}

/* The first row of the key result that is of that day. */
static OkrImportDraft *
find_same_day (OkrImportTask *task, OkrImportDraft *draft, OkrItem *item)
{
  g_autofree char *key = make_day_key (task, draft, item);
  OkrImportDraft *found = g_hash_table_lookup (task->said, key);

  if (found != NULL)
    return found;
  g_hash_table_insert (task->said, g_steal_pointer (&key), draft);

  return draft;
}

/* Whether the row is the first of its key result, or contradicts none of those before it. */
gboolean
okr_import_compare_twins (OkrImportTask *task, OkrImportDraft *draft, OkrItem *item)
{
  OkrImportDraft *first = g_hash_table_lookup (task->claimed, item);
  OkrImportDraft *same_day;
  guint n_other;

  if (first == draft)
    return TRUE;
  find_same_day (task, first, item);
  same_day = find_same_day (task, draft, item);
  n_other = compare_cells (task, draft, first, lasting, G_N_ELEMENTS (lasting)) +
            compare_cells (task, draft, same_day, passing, G_N_ELEMENTS (passing));
  if (n_other > 0)
    return FALSE;
  fill_gaps (first, draft, lasting, G_N_ELEMENTS (lasting));
  fill_gaps (same_day, draft, passing, G_N_ELEMENTS (passing));

  return TRUE;
}
