/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Due dates that only the cycle of the row tells the days of. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-format.h"
#include "okr-import-cells-private.h"
#include "okr-import-periods.h"

OkrCycle *
okr_import_find_cycle (OkrImportTask *task, OkrItem *item)
{
  OkrItem *objective = OKR_IS_OBJECTIVE (item) ? item : okr_item_get_parent (item);

  return okr_plan_find_typed (task->plan, okr_objective_get_cycle_id (OKR_OBJECTIVE (objective)),
                              OKR_TYPE_CYCLE);
}

static void
complain (OkrImportTask *task, OkrImportDraft *draft, OkrCycle *cycle, guint n_found)
{
  const char *cell = draft->cells[OKR_IMPORT_FIELD_DUE];
  const char *title = okr_item_get_title (OKR_ITEM (cycle));
  g_autofree char *start = okr_format_day (okr_cycle_get_start (cycle));
  g_autofree char *end = okr_format_day (okr_cycle_get_end (cycle));
  g_autofree char *message = NULL;

  if (n_found == 0)
    message = g_strdup_printf (
        /* Translators: what is written in a cell, such as "Q2", the name of a cycle, two days */
        _ ("“%1$s” is not in the cycle “%2$s”, which runs from %3$s to %4$s. Write a date like "
           "2027-03-31, or leave the cell empty."),
        cell, title, start, end);
  else
    message = g_strdup_printf (
        /* Translators: what is written in a cell, such as "EOM", and the name of a cycle */
        _ ("“%1$s” does not say which one of the cycle “%2$s” is meant. Write one like “end of "
           "March” or a date like 2027-03-31, or leave the cell empty."),
        cell, title);
  okr_import_complain_draft (task->run, draft, OKR_IMPORT_FIELD_DUE, message);
}

static void
note (OkrImportTask *task, OkrImportDraft *draft, OkrCycle *cycle, OkrDay day)
{
  const OkrImportField field = OKR_IMPORT_FIELD_DUE;
  g_autofree char *shown = okr_format_day (day);

  if (task->run->is_due_noted)
    return;
  task->run->is_due_noted = TRUE;
  okr_import_note (
      task->run, OKR_IMPORT_NOTE_ROW, draft->rows[field], draft->columns[field],
      /* Translators: what is written in a cell, such as "EOQ", a date, and the name of a cycle */
      g_strdup_printf (_ ("“%1$s” is read as %2$s, in the cycle “%3$s”. What is written like that "
                          "further down in this column is read the same way, in the cycle of its "
                          "row."),
                       draft->cells[field], shown, okr_item_get_title (OKR_ITEM (cycle))));
}

gboolean
okr_import_read_due (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft, OkrDay *day)
{
  const OkrImportField field = OKR_IMPORT_FIELD_DUE;
  const OkrImportDates dates = okr_import_get_style (task->run->import).dates;
  OkrCycle *cycle = okr_import_find_cycle (task, item);
  OkrImportPeriod period;
  OkrDay first;
  guint n_found;

  if (!okr_import_draft_has (draft, field) || cycle == NULL ||
      okr_import_parse_day_of (field, draft->cells[field], dates, day, NULL) ||
      !okr_import_parse_period (draft->cells[field], &period))
    return okr_import_cell_read_day (task, draft, field, day);

  n_found = okr_import_period_place (&period, cycle, &first, day);
  if (n_found != 1)
    complain (task, draft, cycle, n_found);
  else
    note (task, draft, cycle, *day);

  return n_found == 1;
}
