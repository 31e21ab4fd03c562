/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-edit.h"
#include "okr-import-cells-private.h"
#include "okr-list.h"

/* Check-ins */

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

/* From 0 to 10; "70 %" and "0.7" mean 7. */
static int
read_confidence (OkrImportTask *task, OkrImportDraft *draft)
{
  g_autofree char *unit = NULL;
  double number;

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

static gboolean
is_said (const char *said, const char *now)
{
  return said == NULL || *said == '\0' || g_strcmp0 (said, now) == 0;
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
  double value;
  int confidence;

  if (!is_said (entry->note, okr_check_in_get_note (made)) ||
      !is_said (entry->obstacle, okr_check_in_get_obstacle (made)) ||
      !is_said (entry->author, okr_check_in_get_author (made)))
    return FALSE;
  find_stated (kr, made, &value, &confidence);

  return (isnan (entry->value) || fabs (entry->value - value) < 1e-12) &&
         (entry->confidence < 0 || entry->confidence == confidence);
}

/* Without a date only the latest one is what counts now. */
static gboolean
is_known (OkrKeyResult *kr, const OkrCheckInEntry *entry, gboolean is_dated)
{
  GListModel *list = okr_key_result_get_check_ins (kr);

  for (guint i = g_list_model_get_n_items (list); i-- > 0;)
    {
      OkrCheckIn *made = OKR_CHECK_IN (okr_list_peek (OKR_LIST (list), i));

      if ((!is_dated || okr_check_in_get_date (made) == entry->date) &&
          says_the_same (kr, made, entry))
        return TRUE;
      if (!is_dated)
        return FALSE;
    }

  return FALSE;
}

/* What is imported after the quarter was true in it. */
OkrDay
okr_import_find_day (OkrImportTask *task, OkrKeyResult *kr)
{
  OkrObjective *objective = OKR_OBJECTIVE (okr_item_get_parent (OKR_ITEM (kr)));
  OkrCycle *cycle =
      okr_plan_find_typed (task->plan, okr_objective_get_cycle_id (objective), OKR_TYPE_CYCLE);
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
  if (is_log (task) && !okr_import_draft_has (draft, OKR_IMPORT_FIELD_VALUE))
    okr_import_note (task->run, OKR_IMPORT_NOTE_ROW, draft->row, G_MAXUINT,
                     g_strdup (_ ("This row makes no check-in: it has no value, no confidence and "
                                  "no note.")));
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
  GError *error = NULL;

  if (!read_value (task, draft, kr, &entry.value) && entry.confidence < 0 &&
      is_silent (draft, is_dated))
    {
      note_silence (task, draft);
      return FALSE;
    }
  if (!is_dated)
    entry.date = okr_import_find_day (task, kr);
  if (is_known (kr, &entry, is_dated))
    return FALSE;
  draft->deed.check_in = okr_edit_check_in (task->plan, kr, &entry, &error);
  if (draft->deed.check_in != NULL)
    draft->deed.n_check_ins++;
  else
    okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_VALUE, error);

  return TRUE;
}

/* Key results */

static OkrItem *
find_key_result (OkrImportTask *task, OkrImportDraft *draft, OkrItem *objective)
{
  const char *id = draft->cells[OKR_IMPORT_FIELD_KEY_RESULT_ID];
  OkrItem *found = id != NULL ? okr_plan_find_typed (task->plan, id, OKR_TYPE_KEY_RESULT) : NULL;

  return found != NULL
             ? found
             : okr_import_places_find_key_result_of (task->places, objective,
                                                     draft->cells[OKR_IMPORT_FIELD_KEY_RESULT]);
}

/* The objective of the row is where it belongs. */
static void
move_key_result (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft, OkrItem *objective,
                 OkrImportDeed *deed)
{
  GError *error = NULL;

  if (okr_item_get_parent (item) == objective)
    return;
  deed->changed = TRUE;
  if (!okr_edit_move (task->plan, item, objective,
                      g_list_model_get_n_items (
                          okr_objective_get_key_results (OKR_OBJECTIVE (objective))),
                      &error))
    okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_KEY_RESULT_ID, error);
}

static const OkrImportDetail details[] = {
  { OKR_IMPORT_FIELD_OWNER, "owner" },
  { OKR_IMPORT_FIELD_DESCRIPTION, "description" },
  { OKR_IMPORT_FIELD_SOURCE, "source" },
  { OKR_IMPORT_FIELD_WEIGHT, "weight" },
  { OKR_IMPORT_FIELD_DUE, "due" },
  { OKR_IMPORT_FIELD_COMPUTED_GRADE, "grade.computed" },
  { OKR_IMPORT_FIELD_GRADE, "grade.self" },
  { OKR_IMPORT_FIELD_GRADE_REASON, "grade.reason" },
  { OKR_IMPORT_FIELD_LEARNED, "grade.learned" },
};

void
okr_import_apply_key_result (OkrImportTask *task, OkrImportDraft *draft, OkrItem *objective)
{
  OkrItem *item = find_key_result (task, draft, objective);
  OkrImportDeed *deed = &draft->deed;
  gboolean is_kind_known;

  deed->is_new = item == NULL;
  if (item == NULL)
    item = okr_import_make_item (task, draft, objective, OKR_TYPE_KEY_RESULT,
                                 OKR_IMPORT_FIELD_KEY_RESULT_ID, OKR_IMPORT_FIELD_KEY_RESULT);
  if (item == NULL ||
      !okr_import_claim (task, draft, item, objective, OKR_IMPORT_FIELD_KEY_RESULT_ID,
                         OKR_IMPORT_FIELD_KEY_RESULT))
    return;

  draft->item = item;
  if (!okr_import_compare_twins (task, draft, item))
    return;
  move_key_result (task, item, draft, objective, deed);
  okr_import_cell_set_title (task, item, draft, OKR_IMPORT_FIELD_KEY_RESULT, deed);
  okr_import_places_add_key_result (task->places, okr_item_get_parent (item), item);
  is_kind_known = okr_import_set_kind (task, item, draft);
  if (is_kind_known)
    okr_import_set_range (task, item, draft);
  okr_import_cell_take_all (task, item, details, G_N_ELEMENTS (details), draft, deed);
  okr_import_apply_milestones (task, draft, OKR_KEY_RESULT (item));
  if (is_kind_known)
    deed->changed = okr_import_check_in (task, draft, OKR_KEY_RESULT (item)) || deed->changed;
}
