/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows say of how a key result was at a day. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-edit.h"
#include "okr-import-cells-private.h"
#include "okr-import-units.h"
#include "okr-list.h"
#include "okr-timestamp.h"

static gboolean
is_log (OkrImportTask *task)
{
  return okr_import_get_layout (task->run->import) == OKR_IMPORT_LOG;
}

/* A sum of milestones says nothing about each. */
static void
tell_about_milestones (OkrImportTask *task, OkrImportDraft *draft)
{
  const OkrImportField field = OKR_IMPORT_FIELD_VALUE;

  if (is_log (task))
    okr_import_complain_draft (task->run, draft, field,
                               _ ("This key result is as far as its milestones are. Mark these in "
                                  "the plan, and leave the cell empty."));
  else
    okr_import_note (task->run, OKR_IMPORT_NOTE_ROW, draft->rows[field], draft->columns[field],
                     g_strdup (_ ("This is left out: the key result is as far as its milestones "
                                  "are. Mark those that are done.")));
}

static gboolean
read_value (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr, double *value)
{
  gboolean yes;

  if (!okr_import_draft_has (draft, OKR_IMPORT_FIELD_VALUE))
    return FALSE;
  if (okr_key_result_get_kind (kr) == OKR_KEY_RESULT_KIND_MILESTONES)
    {
      tell_about_milestones (task, draft);
      return FALSE;
    }
  if (okr_key_result_get_kind (kr) != OKR_KEY_RESULT_KIND_YES_NO)
    return okr_import_read_amount (task, draft, kr, value);
  if (!okr_import_is_yes (draft->cells[OKR_IMPORT_FIELD_VALUE], &yes))
    {
      okr_import_complain_draft (task->run, draft, OKR_IMPORT_FIELD_VALUE,
                                 _ ("This key result is reached or not. Write yes or no."));
      return FALSE;
    }
  *value = yes ? 1 : 0;

  return TRUE;
}

/* How sure people are, where they do not count it. */
static int
read_word_of_confidence (const char *text)
{
  static const struct
  {
    const char *const words[8];
    int confidence;
  } levels[] = {
    { { "high", "hoch", "alta", "alto", "haute", "elevee", "eleve", NULL }, 8 },
    { { "medium", "mittel", "media", "medio", "moyenne", "moyen", "moderate", NULL }, 5 },
    { { "low", "niedrig", "gering", "baja", "bajo", "faible", "basse", NULL }, 2 },
  };
  g_autofree char *folded = okr_import_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      if (g_strv_contains (levels[i].words, folded))
        return levels[i].confidence;
    }

  return -1;
}

static void
note_confidence (OkrImportTask *task, OkrImportDraft *draft, int confidence)
{
  const OkrImportField field = OKR_IMPORT_FIELD_CONFIDENCE;

  if (task->run->is_confidence_noted)
    return;
  task->run->is_confidence_noted = TRUE;
  okr_import_note (task->run, OKR_IMPORT_NOTE_ROW, draft->rows[field], draft->columns[field],
                   g_strdup_printf (
                       /* Translators: what is written in a cell, such as "High", and a number; then
                        * what is read from "High", "Medium" and "Low" */
                       _ ("“%1$s” is read as a confidence of %2$d from 0 to 10. Here and further "
                          "down, high is 8, medium is 5 and low is 2."),
                       draft->cells[field], confidence));
}

/* "7/10", "4 / 5" */
static gboolean
read_ratio (const char *text, double *number)
{
  char *end, *last;
  const double part = g_ascii_strtod (text, &end);
  const char *slash = end + strspn (end, " ");
  double whole;

  if (end == text || *slash != '/')
    return FALSE;
  whole = g_ascii_strtod (slash + 1, &last);
  if (last == slash + 1 || *last != '\0' || part < 0 || part > whole || whole < 1)
    return FALSE;
  *number = part * 10 / whole;

  return TRUE;
}

/* From 0 to 10; "70 %", "7/10" and "0.7" mean 7. */
static int
read_confidence (OkrImportTask *task, OkrImportDraft *draft)
{
  const gboolean has_cell = okr_import_draft_has (draft, OKR_IMPORT_FIELD_CONFIDENCE);
  const char *cell = draft->cells[OKR_IMPORT_FIELD_CONFIDENCE];
  const int level = has_cell && !g_ascii_isdigit (*cell) ? read_word_of_confidence (cell) : -1;
  g_autofree char *unit = NULL;
  double number;

  if (level >= 0)
    {
      note_confidence (task, draft, level);
      return level;
    }
  if (has_cell && read_ratio (cell, &number))
    return (int) lround (number);
  if (!okr_import_cell_read_number (task, draft, OKR_IMPORT_FIELD_CONFIDENCE, &number, &unit))
    return -1;
  if (g_strcmp0 (unit, "%") == 0)
    number /= 10;
  else if (number > 0 && number < 1)
    number *= 10;
  if (number >= 0 && number <= 10)
    return (int) lround (number);
  okr_import_complain_draft (task->run, draft, OKR_IMPORT_FIELD_CONFIDENCE,
                             _ ("A confidence is from 0 to 10."));

  return -1;
}

/* What is known already */

/* A value that is a percentage or a fraction of one. */
typedef struct
{
  const char *cell;
  guint row;
  guint column;
} Unclear;

/* The check-ins of a key result, so that a log of many does not compare each with all. */
typedef struct
{
  GHashTable *days;       /* day → GPtrArray of OkrCheckIn */
  OkrCheckIn *last;       /* NULL for none */
  guint n_before;         /* how many there were before the import */
  gboolean has_fractions; /* whether it had some before the import */
  gboolean is_clear;      /* some value of the table tells how the others are meant */
  GArray *unclear;        /* Unclear */
} History;

static void
history_free (gpointer data)
{
  History *self = data;

  g_hash_table_unref (self->days);
  g_array_unref (self->unclear);
  g_free (self);
}

GHashTable *
okr_import_histories_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, history_free);
}

static gboolean
is_fraction (double value)
{
  return fabs (value) > 0 && fabs (value) < 1;
}

static void
history_add (History *self, OkrCheckIn *check_in)
{
  const gpointer day = GUINT_TO_POINTER (okr_check_in_get_date (check_in));
  GPtrArray *same_day = g_hash_table_lookup (self->days, day);

  if (same_day == NULL)
    {
      same_day = g_ptr_array_new ();
      g_hash_table_insert (self->days, day, same_day);
    }
  g_ptr_array_add (same_day, check_in);
  if (self->last == NULL || okr_check_in_compare (check_in, self->last) >= 0)
    self->last = check_in;
}

static History *
get_history (OkrImportTask *task, OkrKeyResult *kr)
{
  OkrList *list = OKR_LIST (okr_key_result_get_check_ins (kr));
  History *self = g_hash_table_lookup (task->histories, kr);

  if (self != NULL)
    return self;

  self = g_new0 (History, 1);
  self->days = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->unclear = g_array_new (FALSE, FALSE, sizeof (Unclear));
  self->n_before = okr_list_get_size (list);
  for (guint i = 0; i < self->n_before; i++)
    {
      OkrCheckIn *check_in = OKR_CHECK_IN (okr_list_peek (list, i));

      history_add (self, check_in);
      self->has_fractions = self->has_fractions || is_fraction (okr_check_in_get_value (check_in));
    }
  g_hash_table_insert (task->histories, kr, self);

  return self;
}

/* What is entered last counts, also when two check-ins fall into one second. */
static char *
choose_created (History *self, OkrDay day)
{
  GPtrArray *same_day = g_hash_table_lookup (self->days, GUINT_TO_POINTER (day));
  const char *latest = NULL;

  for (guint i = 0; same_day != NULL && i < same_day->len; i++)
    {
      const char *created = okr_check_in_get_created (same_day->pdata[i]);

      if (*created != '\0' && (latest == NULL || okr_timestamp_compare (created, latest) > 0))
        latest = created;
    }

  return okr_timestamp_now_after (latest);
}

static gboolean
is_said (const char *said, const char *now, gboolean is_one_line)
{
  return said == NULL || *said == '\0' ||
         okr_import_is_same_text (said, now != NULL ? now : "", is_one_line);
}

/* What a key result is known to be at after a check-in, which need not state it itself. */
static void
find_stated (OkrKeyResult *kr, OkrCheckIn *made, double *value, int *confidence)
{
  GListModel *list = okr_key_result_get_check_ins (kr);
  OkrCheckIn *valued = NULL, *sure = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      OkrCheckIn *other = OKR_CHECK_IN (okr_list_peek (OKR_LIST (list), i));

      if (other != made &&
          (okr_check_in_get_retracted (other) || okr_check_in_compare (other, made) > 0))
        continue;
      if (!isnan (okr_check_in_get_value (other)) &&
          (valued == NULL || okr_check_in_compare (other, valued) > 0))
        valued = other;
      if (okr_check_in_get_confidence (other) >= 0 &&
          (sure == NULL || okr_check_in_compare (other, sure) > 0))
        sure = other;
    }
  *value = valued != NULL ? okr_check_in_get_value (valued) : (double) NAN;
  *confidence = sure != NULL ? okr_check_in_get_confidence (sure) : -1;
}

static gboolean
says_the_same (OkrKeyResult *kr, OkrCheckIn *made, const OkrCheckInEntry *entry)
{
  double value = okr_check_in_get_value (made);
  int confidence = okr_check_in_get_confidence (made);

  if (!is_said (entry->note, okr_check_in_get_note (made), FALSE) ||
      !is_said (entry->obstacle, okr_check_in_get_obstacle (made), FALSE) ||
      !is_said (entry->author, okr_check_in_get_author (made), TRUE))
    return FALSE;
  if ((!isnan (entry->value) && isnan (value)) || (entry->confidence >= 0 && confidence < 0))
    find_stated (kr, made, &value, &confidence);

  return (isnan (entry->value) || fabs (entry->value - value) < 1e-12) &&
         (entry->confidence < 0 || entry->confidence == confidence);
}

/* Without a date only the latest one is what counts now. */
static gboolean
is_known (OkrKeyResult *kr, const History *history, const OkrCheckInEntry *entry, gboolean is_dated)
{
  GPtrArray *same_day = g_hash_table_lookup (history->days, GUINT_TO_POINTER (entry->date));

  if (!is_dated)
    return history->last != NULL && says_the_same (kr, history->last, entry);
  for (guint i = same_day != NULL ? same_day->len : 0; i-- > 0;)
    {
      if (says_the_same (kr, same_day->pdata[i], entry))
        return TRUE;
    }

  return FALSE;
}

/* A table without days may be imported once more when its values have been replaced in the plan:
 * what it said then is no news. */
static OkrCheckIn *
find_stale (OkrKeyResult *kr, const History *history, const OkrCheckInEntry *entry)
{
  OkrList *list = OKR_LIST (okr_key_result_get_check_ins (kr));

  for (guint i = history->n_before; i-- > 0;)
    {
      OkrCheckIn *check_in = OKR_CHECK_IN (okr_list_peek (list, i));

      if (says_the_same (kr, check_in, entry))
        return check_in;
    }

  return NULL;
}

/* Fractions of percentages */

/* From the least to the most of what the key result is measured by; FALSE where that is nothing. */
static gboolean
find_span (OkrKeyResult *kr, double *low, double *high)
{
  const double ends[] = { okr_key_result_get_start (kr), okr_key_result_get_target (kr),
                          okr_key_result_get_low (kr), okr_key_result_get_high (kr) };
  gboolean is_found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (isnan (ends[i]))
        continue;
      *low = is_found ? MIN (*low, ends[i]) : ends[i];
      *high = is_found ? MAX (*high, ends[i]) : ends[i];
      is_found = TRUE;
    }

  return is_found;
}

/* "0.35" on the way from 0 % to 100 % is 35 % as likely as it is a third of one percent; on the way
 * from 2 % to 0.3 % it is what it says. */
static gboolean
may_be_fraction (OkrKeyResult *kr, double value)
{
  const double percent = value * 100;
  double low = 0, high = 0, room;

  if (fabs (value) > 1 || !find_span (kr, &low, &high) || high <= 1)
    return FALSE;
  room = MAX (high - low, high / 2);

  return percent >= low - room && percent <= high + room;
}

static void
watch_percent (OkrImportTask *task, History *history, OkrImportDraft *draft, OkrKeyResult *kr,
               double value)
{
  const char decimal = okr_import_get_style (task->run->import).decimal;
  g_autofree char *unit = NULL;
  double number;

  if (!okr_import_is_percent (okr_key_result_get_unit (kr)) ||
      !okr_import_parse_number (draft->cells[OKR_IMPORT_FIELD_VALUE], decimal, &number, &unit,
                                NULL))
    return;
  if (unit != NULL || !may_be_fraction (kr, value))
    {
      history->is_clear = history->is_clear || fabs (value) > 0;
    }
  else
    {
      const OkrImportField field = OKR_IMPORT_FIELD_VALUE;
      const Unclear unclear = { draft->cells[field], draft->row, draft->columns[field] };

      g_array_append_val (history->unclear, unclear);
    }
}

static gboolean
has_decimals (OkrImportTask *task, const Unclear *unclear)
{
  const char decimal = okr_import_get_style (task->run->import).decimal;
  double number = 0;

  okr_import_parse_number (unclear->cell, decimal, &number, NULL, NULL);

  return is_fraction (number);
}

static void
complain_about_fraction (OkrImportTask *task, const Unclear *unclear)
{
  g_autofree char *message = NULL;

  if (g_hash_table_contains (task->run->bad, GUINT_TO_POINTER (unclear->row)))
    return; /* beside "100%" that has been said */
  message = g_strdup_printf (
      /* Translators: what is written in a cell, such as "0.35", three times */
      _ ("“%1$s” may be %1$s percent, or a fraction of 1 as spreadsheets keep percentages. Write "
         "“%1$s %%” for the first, or show the column as percentages and save it again."),
      unclear->cell);
  okr_import_complain (task->run, unclear->row, unclear->column, message);
}

/* One rule for all values of a key result: as long as each may be a fraction, and one looks like
 * it, none is taken. */
void
okr_import_check_percents (OkrImportTask *task)
{
  GHashTableIter iter;
  gpointer value;

  if (okr_import_has_own_ids (task->run->import))
    return; /* as the plan counts */
  g_hash_table_iter_init (&iter, task->histories);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const History *history = value;
      gboolean is_unclear = FALSE;

      if (history->is_clear || history->has_fractions)
        continue;
      for (guint i = 0; i < history->unclear->len && !is_unclear; i++)
        is_unclear = has_decimals (task, &g_array_index (history->unclear, Unclear, i));
      for (guint i = 0; is_unclear && i < history->unclear->len; i++)
        complain_about_fraction (task, &g_array_index (history->unclear, Unclear, i));
    }
}

/* What is imported after the quarter was true in it. */
OkrDay
okr_import_find_day (OkrImportTask *task, OkrKeyResult *kr)
{
  OkrCycle *cycle = okr_import_find_cycle (task, OKR_ITEM (kr));
  const OkrDay today = okr_plan_get_today (task->plan);

  if (cycle != NULL && okr_cycle_get_end (cycle) != OKR_DAY_NONE)
    return MIN (today, okr_cycle_get_end (cycle));

  return today;
}

/* A check-in may say nothing but who made it, or that milestones are where they were. */
static gboolean
is_silent (OkrImportDraft *draft, gboolean is_dated)
{
  return !okr_import_draft_has (draft, OKR_IMPORT_FIELD_NOTE) &&
         !okr_import_draft_has (draft, OKR_IMPORT_FIELD_OBSTACLE) &&
         !(is_dated && (okr_import_draft_has (draft, OKR_IMPORT_FIELD_AUTHOR) ||
                        okr_import_draft_has (draft, OKR_IMPORT_FIELD_MILESTONES)));
}

static void
note_silence (OkrImportTask *task, OkrImportDraft *draft)
{
  if (is_log (task) && !okr_import_draft_has (draft, OKR_IMPORT_FIELD_VALUE) &&
      !okr_import_draft_has (draft, OKR_IMPORT_FIELD_VALUE_THEN))
    okr_import_note (task->run, OKR_IMPORT_NOTE_ROW, draft->row, G_MAXUINT,
                     g_strdup (_ ("This row makes no check-in: it has no value, no confidence and "
                                  "no note.")));
}

/* NULL, and a problem of the row, where it cannot be. */
static OkrCheckIn *
add (OkrImportTask *task, History *history, OkrImportDraft *draft, OkrKeyResult *kr,
     OkrCheckInEntry *entry)
{
  g_autofree char *created = choose_created (history, entry->date);
  OkrCheckIn *made;
  GError *error = NULL;

  if (!isnan (entry->value))
    watch_percent (task, history, draft, kr, entry->value);
  entry->created = created;
  made = okr_edit_check_in (task->plan, kr, entry, &error);
  entry->created = NULL;
  if (made != NULL)
    history_add (history, made);
  else
    okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_VALUE, error);

  return made;
}

/* The newest check-in of a day that says the same, and the newest that says any value. */
static void
find_of_day (OkrKeyResult *kr, const History *history, const OkrCheckInEntry *entry,
             OkrCheckIn **same, OkrCheckIn **newest)
{
  GPtrArray *of_day = g_hash_table_lookup (history->days, GUINT_TO_POINTER (entry->date));

  for (guint i = of_day != NULL ? of_day->len : 0; i-- > 0;)
    {
      OkrCheckIn *check_in = of_day->pdata[i];

      if (*newest == NULL && !isnan (okr_check_in_get_value (check_in)) &&
          !okr_check_in_get_retracted (check_in))
        *newest = check_in;
      if (*same == NULL && says_the_same (kr, check_in, entry))
        *same = check_in;
    }
}

/* What was told while a month was not over is no news when it is. */
OkrCheckIn *
okr_import_check_in_between (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr,
                             OkrDay first, OkrDay last, OkrCheckIn **stale)
{
  OkrCheckInEntry entry = { .value = NAN, .confidence = -1 };
  History *history = get_history (task, kr);
  OkrCheckIn *same = NULL, *newest = NULL;

  if (!read_value (task, draft, kr, &entry.value))
    return NULL;
  if (history->n_before == 0)
    first = last;
  for (entry.date = last; entry.date >= first && same == NULL; entry.date--)
    find_of_day (kr, history, &entry, &same, &newest);
  if (same != NULL)
    {
      *stale = newest != NULL && newest != same ? same : NULL;
      return NULL;
    }
  entry.date = last;

  return add (task, history, draft, kr, &entry);
}

/* Returns whether something was said that the plan did not know. */
gboolean
okr_import_check_in (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr)
{
  OkrCheckInEntry entry = {
    .value = NAN,
    .confidence = read_confidence (task, draft),
    .note = draft->cells[OKR_IMPORT_FIELD_NOTE],
    .obstacle = draft->cells[OKR_IMPORT_FIELD_OBSTACLE],
    .author = draft->cells[OKR_IMPORT_FIELD_AUTHOR],
  };
  const gboolean is_dated =
      okr_import_cell_read_day (task, draft, OKR_IMPORT_FIELD_DATE, &entry.date);
  History *history;
  OkrCheckIn *stale;

  if (!read_value (task, draft, kr, &entry.value) && entry.confidence < 0 &&
      is_silent (draft, is_dated))
    {
      note_silence (task, draft);
      return FALSE;
    }
  if (!is_dated)
    entry.date = okr_import_find_day (task, kr);
  history = get_history (task, kr);
  if (is_known (kr, history, &entry, is_dated))
    return FALSE;
  stale = is_dated ? NULL : find_stale (kr, history, &entry);
  if (stale != NULL)
    {
      okr_import_keep_stale (task, draft, stale);
      return FALSE;
    }
  draft->deed.check_in = add (task, history, draft, kr, &entry);
  draft->deed.n_check_ins += draft->deed.check_in != NULL;

  return TRUE;
}
