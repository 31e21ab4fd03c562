/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that speak of what is over: values that have been replaced, and cycles that are closed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-format.h"
#include "okr-import-cells-private.h"

void
okr_import_keep_stale (OkrImportTask *task, OkrImportDraft *draft, OkrCheckIn *made)
{
  if (task->stale.draft == NULL)
    task->stale = (OkrImportStale){ draft, made, 0 };
  else
    task->stale.n_more++;
}

/* One that comes as closed is so only after all of its rows. */
void
okr_import_watch_closed (OkrImportTask *task, OkrImportDraft *draft, OkrItem *item)
{
  OkrCycle *cycle = okr_import_find_cycle (task, item);

  if (cycle == NULL || okr_cycle_get_state (cycle) != OKR_CYCLE_STATE_CLOSED)
    return;
  if (task->closed.draft == NULL)
    task->closed = (OkrImportClosed){ draft, cycle, 0, draft->row };
  task->closed.n_more += draft->row != task->closed.last_row;
  task->closed.last_row = draft->row;
}

static void
note_stale (OkrImportTask *task)
{
  const OkrImportStale *stale = &task->stale;
  OkrImportDraft *draft = stale->draft;
  const OkrImportField field = okr_import_draft_has (draft, OKR_IMPORT_FIELD_VALUE)
                                   ? OKR_IMPORT_FIELD_VALUE
                                   : OKR_IMPORT_FIELD_CONFIDENCE;
  const gboolean has_cell = okr_import_draft_has (draft, field);
  g_autofree char *day = okr_format_day (okr_check_in_get_date (stale->made));
  char *message;

  if (stale->n_more == 0)
    /* Translators: a date */
    message = g_strdup_printf (_ ("This is left out: the check-in of %1$s says the same, and a "
                                  "newer one counts. If it is as of another day, write that into a "
                                  "column “Date”."),
                               day);
  else
    message = g_strdup_printf (
        /* Translators: a date, and how many rows */
        ngettext ("This is left out: the check-in of %1$s says the same, and a newer one counts. "
                  "It is so in %2$u more row. If they are as of another day, write that into a "
                  "column “Date”.",
                  "This is left out: the check-in of %1$s says the same, and a newer one counts. "
                  "It is so in %2$u more rows. If they are as of another day, write that into a "
                  "column “Date”.",
                  stale->n_more),
        day, stale->n_more);
  okr_import_note (task->run, OKR_IMPORT_NOTE_ROW, has_cell ? draft->rows[field] : draft->row,
                   has_cell ? draft->columns[field] : G_MAXUINT, message);
}

static void
note_closed (OkrImportTask *task)
{
  const OkrImportClosed *closed = &task->closed;
  const char *cycle = okr_item_get_title (OKR_ITEM (closed->cycle));
  char *message;

  if (closed->n_more == 0)
    /* Translators: the name of a cycle */
    message = g_strdup_printf (_ ("“%s” is closed. What this row says is taken over all the same, "
                                  "and grades that were given may not fit it."),
                               cycle);
  else
    message = g_strdup_printf (
        /* Translators: the name of a cycle, and how many rows */
        ngettext ("“%1$s” is closed. What this row says is taken over all the same, and grades "
                  "that were given may not fit it. It is so in %2$u more row.",
                  "“%1$s” is closed. What this row says is taken over all the same, and grades "
                  "that were given may not fit it. It is so in %2$u more rows.",
                  closed->n_more),
        cycle, closed->n_more);
  okr_import_note (task->run, OKR_IMPORT_NOTE_ROW, closed->draft->row, G_MAXUINT, message);
}

void
okr_import_note_past (OkrImportTask *task)
{
  if (task->stale.draft != NULL)
    note_stale (task);
  if (task->closed.draft != NULL)
    note_closed (task);
}
