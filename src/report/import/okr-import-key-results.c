/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-edit.h"
#include "okr-import-cells-private.h"
#include "okr-list.h"

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
  okr_import_keep_foreign (task, draft, OKR_IMPORT_FIELD_KEY_RESULT_ID);
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
    {
      deed->changed =
          okr_import_check_in_times (task, draft, OKR_KEY_RESULT (item)) || deed->changed;
      deed->changed = okr_import_check_in (task, draft, OKR_KEY_RESULT (item)) || deed->changed;
    }
  if (deed->is_new || deed->changed)
    okr_import_watch_closed (task, draft, item);
}
