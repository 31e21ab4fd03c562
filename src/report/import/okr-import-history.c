/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows with the values of a key result over time, each in a column of its own. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-format.h"
#include "okr-import-cells-private.h"
#include "okr-import-times.h"

/* One cell of such a column. */
typedef struct
{
  OkrImportTask *task;
  OkrImportDraft *draft;
  OkrKeyResult *kr;
  OkrCycle *cycle;
  const OkrImportTime *time;
  const char *cell;
  OkrDay first;
  OkrDay last;
} Past;

/* What is told once, as there may be many such columns and rows */

static void
tell_once (const Past *past, const char *what, char *message)
{
  GHashTable *said = past->task->said;
  g_autofree char *key = g_strconcat ("values then: ", what, NULL);
  g_autofree char *owned = message;

  if (g_hash_table_contains (said, key))
    return;
  g_hash_table_insert (said, g_steal_pointer (&key), past->draft);
  okr_import_note (past->task->run, OKR_IMPORT_NOTE_ROW, past->draft->row, past->time->column,
                   g_steal_pointer (&owned));
}

static const char *
get_heading (const Past *past)
{
  return okr_import_get_heading (past->task->run->import, past->time->column);
}

static void
tell_outside (const Past *past, guint n_found)
{
  const char *title = past->cycle != NULL ? okr_item_get_title (OKR_ITEM (past->cycle)) : "";

  if (n_found == 0)
    tell_once (past, "outside",
               /* Translators: a heading, such as "Apr", and the name of a cycle */
               g_strdup_printf (_ ("This is left out: “%1$s” is not in the cycle “%2$s” of this "
                                   "row. So is whatever else rows say outside of their cycles. "
                                   "Write the year into the heading, such as “Apr 2027”."),
                                get_heading (past), title));
  else
    tell_once (past, "several",
               /* Translators: a heading, such as "Apr", and the name of a cycle */
               g_strdup_printf (_ ("This is left out: “%1$s” does not say which one of the cycle "
                                   "“%2$s” of this row is meant. Other columns may be like it. "
                                   "Write the day into the heading, such as 2027-04-30."),
                                get_heading (past), title));
}

static void
tell_future (const Past *past)
{
  tell_once (past, "future",
             /* Translators: a heading, such as "Apr" */
             g_strdup_printf (_ ("“%s” is later than today, and nobody knows the values of then. "
                                 "What is in this column and in later ones is left out."),
                              get_heading (past)));
}

static void
tell_day (const Past *past, OkrDay day)
{
  g_autofree char *shown = okr_format_day (day);

  if (past->last > day)
    tell_once (past, "today",
               /* Translators: a heading, such as "Feb", and a date */
               g_strdup_printf (_ ("“%1$s” is not over, so what is in this column is the value of "
                                   "today, %2$s."),
                                get_heading (past), shown));
  else if (past->time->period.unit != OKR_IMPORT_UNIT_NONE || past->first < past->last)
    tell_once (past, "day",
               /* Translators: a heading, such as "Jan", and a date */
               g_strdup_printf (_ ("What is in this column is the value at the end of “%1$s”, "
                                   "which is %2$s for this row. Other columns with a month or a "
                                   "week above them are read the same way."),
                                get_heading (past), shown));
}

static void
tell_stale (const Past *past, OkrCheckIn *made)
{
  g_autofree char *day = okr_format_day (okr_check_in_get_date (made));

  tell_once (past, "stale",
             /* Translators: a date */
             g_strdup_printf (_ ("This is left out: the check-in of %s says the same, and a newer "
                                 "one of that time counts. It may be so in further cells."),
                              day));
}

/* What the row says of today, too */

static OkrDay
find_current_day (const Past *past)
{
  const OkrImportDates dates = okr_import_get_style (past->task->run->import).dates;
  OkrDay day;

  if (okr_import_draft_has (past->draft, OKR_IMPORT_FIELD_DATE) &&
      okr_import_parse_day_of (OKR_IMPORT_FIELD_DATE, past->draft->cells[OKR_IMPORT_FIELD_DATE],
                               dates, &day, NULL))
    return day;

  return okr_import_find_day (past->task, past->kr);
}

/* A time that is not over is where the key result is now, which another column says as well. */
static gboolean
is_current (const Past *past)
{
  const OkrImportField field = OKR_IMPORT_FIELD_VALUE;
  OkrImport *import = past->task->run->import;
  g_autofree char *name = NULL;
  OkrDay day;

  if (!okr_import_draft_has (past->draft, field))
    return FALSE;
  day = find_current_day (past);
  if (day < past->first || day > past->last ||
      (day < past->last && past->last <= okr_plan_get_today (past->task->plan)))
    return FALSE;
  if (okr_import_is_same_cell (import, field, past->draft->cells[field], past->cell))
    return TRUE;

  name = okr_import_name_column (import, past->draft->columns[field]);
  okr_import_note (past->task->run, OKR_IMPORT_NOTE_ROW, past->draft->row, past->time->column,
                   g_strdup_printf (
                       /* Translators: what is written in a cell, the letter and the heading of a
                        * column such as F “Current”, what is written there */
                       _ ("“%1$s” is left out: column %2$s says “%3$s” of the same time, and that "
                          "counts. Correct one of the cells if it should not."),
                       past->cell, name, past->draft->cells[field]));

  return TRUE;
}

/* Taking them over */

static gboolean
find_days (Past *past)
{
  guint n_found = 1;

  past->first = past->time->first;
  past->last = past->time->last;
  if (past->time->period.unit != OKR_IMPORT_UNIT_NONE)
    n_found = okr_import_period_place (&past->time->period, past->cycle, &past->first, &past->last);
  if (n_found != 1)
    {
      tell_outside (past, n_found);
      return FALSE;
    }
  if (past->first > okr_plan_get_today (past->task->plan))
    {
      tell_future (past);
      return FALSE;
    }

  return TRUE;
}

static gboolean
take (Past *past)
{
  const OkrImportField field = OKR_IMPORT_FIELD_VALUE;
  OkrImportDraft value = { .row = past->draft->row };
  OkrCheckIn *stale = NULL, *made;
  OkrDay day;

  if (!find_days (past) || is_current (past))
    return FALSE;
  day = MIN (past->last, okr_plan_get_today (past->task->plan));
  tell_day (past, day);
  value.cells[field] = past->cell;
  value.columns[field] = past->time->column;
  value.rows[field] = value.row;
  made = okr_import_check_in_between (past->task, &value, past->kr, past->first, day, &stale);
  if (stale != NULL)
    tell_stale (past, stale);
  if (made == NULL)
    return FALSE;
  if (past->draft->deed.earlier == NULL)
    past->draft->deed.earlier = g_ptr_array_new ();
  g_ptr_array_add (past->draft->deed.earlier, made);
  past->draft->deed.n_check_ins++;

  return TRUE;
}

gboolean
okr_import_check_in_times (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr)
{
  OkrImport *import = task->run->import;
  Past past = { .task = task, .draft = draft, .kr = kr };
  gboolean changed = FALSE;

  if (!okr_import_draft_has (draft, OKR_IMPORT_FIELD_VALUE_THEN))
    return FALSE;
  past.cycle = okr_import_find_cycle (task, OKR_ITEM (kr));
  if (past.cycle != task->times_cycle)
    okr_import_judge_weeks (task->times, past.cycle);
  task->times_cycle = past.cycle;
  for (guint i = 0; i < task->times->len; i++)
    {
      past.time = &g_array_index (task->times, OkrImportTime, i);
      past.cell = okr_table_get_cell (okr_import_get_table (import), draft->row, past.time->column);
      if (*past.cell != '\0' &&
          !okr_import_says_nothing (import, OKR_IMPORT_FIELD_VALUE_THEN, past.cell))
        changed = take (&past) || changed;
    }

  return changed;
}
