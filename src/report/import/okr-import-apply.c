/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "okr-cell-list.h"
#include "okr-edit.h"
#include "okr-import-cells-private.h"
#include "okr-import-times.h"
#include "okr-list.h"

static const char *
get_cell (OkrImportDraft *draft, OkrImportField field)
{
  return okr_import_draft_has (draft, field) ? draft->cells[field] : NULL;
}

/* Objectives */

static void
set_tags (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft, OkrImportDeed *deed)
{
  g_auto (GStrv) tags = NULL;
  GError *error = NULL;

  if (!okr_import_draft_has (draft, OKR_IMPORT_FIELD_TAGS))
    return;

  tags = okr_cell_parse_tags (draft->cells[OKR_IMPORT_FIELD_TAGS]);
  if (okr_import_cell_are (tags, okr_objective_get_tags (OKR_OBJECTIVE (item))))
    return;
  deed->changed = TRUE;
  if (!okr_edit_set_strings (task->plan, item, "tags", (const char *const *) tags, &error))
    okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_TAGS, error);
}

static void
set_ambition (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft, OkrImportDeed *deed)
{
  int ambition;

  if (!okr_import_draft_has (draft, OKR_IMPORT_FIELD_AMBITION))
    return;
  if (okr_import_cell_read_enum (OKR_TYPE_AMBITION, draft->cells[OKR_IMPORT_FIELD_AMBITION],
                                 &ambition))
    okr_import_cell_set_enum (task, item, "ambition", draft, OKR_IMPORT_FIELD_AMBITION, ambition,
                              deed);
  else
    okr_import_complain_draft (task->run, draft, OKR_IMPORT_FIELD_AMBITION,
                               _ ("An objective is aspirational or committed. Write one of these, "
                                  "or leave the cell empty."));
}

static void
set_place (OkrImportTask *task, OkrItem *item, const char *path, OkrImportDraft *draft,
           OkrImportField field, OkrItem *place, OkrImportDeed *deed)
{
  GError *error = NULL;

  if (place == NULL || okr_import_cell_is (item, path, okr_item_get_id (place)))
    return;
  deed->changed = TRUE;
  if (!okr_edit_set_text (task->plan, item, path, okr_item_get_id (place), &error))
    okr_import_cell_complain (task, draft, field, error);
}

static const OkrImportDetail details[] = {
  { OKR_IMPORT_FIELD_OBJECTIVE_WEIGHT, "weight" },
  { OKR_IMPORT_FIELD_OBJECTIVE_DESCRIPTION, "description" },
  { OKR_IMPORT_FIELD_OBJECTIVE_STATE, "state" },
  { OKR_IMPORT_FIELD_OBJECTIVE_COMPUTED_GRADE, "grade.computed" },
  { OKR_IMPORT_FIELD_OBJECTIVE_GRADE, "grade.self" },
  { OKR_IMPORT_FIELD_OBJECTIVE_GRADE_REASON, "grade.reason" },
  { OKR_IMPORT_FIELD_OBJECTIVE_LEARNED, "grade.learned" },
};

/* What whoever imports it decides. */
static void
note_missing_places (OkrImportTask *task, OkrImportDraft *draft, OkrItem *cycle)
{
  OkrImportResult *result = task->run->result;

  if (cycle == NULL)
    return; /* it stays where it is */
  if (result->cycle == NULL && !okr_import_draft_has (draft, OKR_IMPORT_FIELD_CYCLE) &&
      !okr_import_draft_has (draft, OKR_IMPORT_FIELD_CYCLE_ID))
    result->cycle = g_strdup (okr_item_get_title (cycle));
  if (!okr_import_draft_has (draft, OKR_IMPORT_FIELD_TEAM) &&
      !okr_import_draft_has (draft, OKR_IMPORT_FIELD_TEAM_ID))
    result->lacks_team = TRUE;
}

static gboolean
names_cycle (OkrImportTask *task, OkrImportDraft *draft)
{
  return task->cycle != NULL || okr_import_draft_has (draft, OKR_IMPORT_FIELD_CYCLE) ||
         okr_import_draft_has (draft, OKR_IMPORT_FIELD_CYCLE_ID);
}

/* Where the row names no cycle, what was there in another one stays there. */
static OkrItem *
find_objective (OkrImportTask *task, OkrImportDraft *draft, OkrItem **cycle, OkrItem *team)
{
  const char *title = get_cell (draft, OKR_IMPORT_FIELD_OBJECTIVE);
  gboolean is_several, is_in_several = FALSE;
  OkrItem *item =
      okr_import_places_find_objective (task->places, draft->cells[OKR_IMPORT_FIELD_OBJECTIVE_ID],
                                        title, *cycle, team, &is_several);

  if (item == NULL && !is_several && title != NULL && !names_cycle (task, draft))
    {
      item = okr_import_places_find_known (task->places, title, NULL, team, &is_in_several);
      if (item != NULL)
        *cycle = NULL;
    }
  if (is_in_several)
    okr_import_complain_draft (task->run, draft, OKR_IMPORT_FIELD_OBJECTIVE,
                               _ ("Several cycles have an objective with this title. Write the "
                                  "cycle of the one that is meant into the row."));
  if (is_several)
    okr_import_complain_draft (task->run, draft, OKR_IMPORT_FIELD_OBJECTIVE,
                               _ ("Several teams have an objective with this title. Write the team "
                                  "of the one that is meant into the row."));

  return item;
}

static void
apply_key_results (OkrImportTask *task, OkrImportDraft *draft)
{
  for (guint i = 0;
       i < draft->key_results->len && !g_cancellable_is_cancelled (task->run->cancellable); i++)
    okr_import_apply_key_result (task, draft->key_results->pdata[i], draft->item);
}

/* Named by rows of key results, it may be in another cycle or team than these tell, or nowhere. */
static OkrItem *
find_parent (OkrImportTask *task, OkrImportDraft *draft, gboolean *is_several)
{
  const char *name = draft->cells[OKR_IMPORT_FIELD_OBJECTIVE];
  const char *cycle = get_cell (draft, OKR_IMPORT_FIELD_CYCLE);
  const char *team = get_cell (draft, OKR_IMPORT_FIELD_TEAM);
  OkrItem *found = okr_plan_find_typed (task->plan, name, OKR_TYPE_OBJECTIVE);
  OkrItem *in_cycle =
      cycle != NULL ? okr_import_places_find_place (task->places, OKR_TYPE_CYCLE, cycle) : NULL;
  OkrItem *in_team =
      team != NULL ? okr_import_places_find_place (task->places, OKR_TYPE_TEAM, team) : NULL;

  *is_several = FALSE;
  if (found != NULL || (cycle != NULL && in_cycle == NULL) || (team != NULL && in_team == NULL))
    return found;

  return okr_import_places_find_known (task->places, name, in_cycle, in_team, is_several);
}

static const char *
explain_parent (OkrImportTask *task, OkrImportDraft *draft, gboolean is_several)
{
  const char *name = draft->cells[OKR_IMPORT_FIELD_OBJECTIVE];

  if (is_several)
    return _ ("The plan has several objectives with this title. Write the id of the one that is "
              "meant, or its cycle and its team into the row.");
  if (OKR_IS_KEY_RESULT (okr_import_places_find_target (task->places, name)))
    return _ ("A key result cannot stand under a key result. Name its objective as the parent.");

  return _ (
      "No row of the table and no objective of the plan is the one that this row names as its "
      "parent. Write its title as it is there, or add a row for it.");
}

/* An objective of the plan to which the table only adds key results. */
static void
apply_parent (OkrImportTask *task, OkrImportDraft *draft)
{
  gboolean is_several;

  draft->item = find_parent (task, draft, &is_several);
  if (draft->item != NULL)
    {
      apply_key_results (task, draft);
      return;
    }
  for (guint i = 0; i < draft->key_results->len; i++)
    okr_import_complain_draft (task->run, draft->key_results->pdata[i], OKR_IMPORT_FIELD_PARENT,
                               explain_parent (task, draft, is_several));
}

static void
apply_objective (OkrImportTask *task, OkrImportDraft *draft)
{
  const char *owner = draft->cells[OKR_IMPORT_FIELD_OBJECTIVE_OWNER] != NULL
                          ? NULL
                          : draft->cells[OKR_IMPORT_FIELD_OWNER];
  OkrItem *cycle, *team, *item;
  OkrImportDeed *deed = &draft->deed;

  if (!okr_import_find_places (task, draft, &cycle, &team))
    return;
  item = find_objective (task, draft, &cycle, team);
  note_missing_places (task, draft, cycle);
  deed->is_new = item == NULL;
  if (item == NULL)
    item = okr_import_make_item (task, draft, OKR_ITEM (task->plan), OKR_TYPE_OBJECTIVE,
                                 OKR_IMPORT_FIELD_OBJECTIVE_ID, OKR_IMPORT_FIELD_OBJECTIVE);
  if (item == NULL || !okr_import_claim (task, draft, item, OKR_ITEM (task->plan),
                                         OKR_IMPORT_FIELD_OBJECTIVE_ID, OKR_IMPORT_FIELD_OBJECTIVE))
    return;

  draft->item = item;
  okr_import_keep_foreign (task, draft, OKR_IMPORT_FIELD_OBJECTIVE_ID);
  set_place (task, item, "cycle", draft, OKR_IMPORT_FIELD_CYCLE, cycle, deed);
  set_place (task, item, "team", draft, OKR_IMPORT_FIELD_TEAM, team, deed);
  okr_import_places_add_objective (task->places, item);
  okr_import_cell_set_title (task, item, draft, OKR_IMPORT_FIELD_OBJECTIVE, deed);
  okr_import_cell_set_text (task, item, "owner", draft,
                            owner != NULL && deed->is_new ? OKR_IMPORT_FIELD_OWNER
                                                          : OKR_IMPORT_FIELD_OBJECTIVE_OWNER,
                            deed);
  set_ambition (task, item, draft, deed);
  okr_import_cell_take_all (task, item, details, G_N_ELEMENTS (details), draft, deed);
  okr_import_apply_places (task, draft);
  set_tags (task, item, draft, deed);
  if (deed->is_new || deed->changed)
    okr_import_watch_closed (task, draft, item);
  apply_key_results (task, draft);
}

/* Links come when everything that they may lead to is there. */

/* Ids of another program are those of this table only. */
static OkrItem *
find_target (OkrImportTask *task, const char *name)
{
  g_autofree char *folded = okr_import_fold_name (name);
  OkrItem *foreign = g_hash_table_lookup (task->foreign, folded);

  return foreign != NULL ? foreign : okr_import_places_find_target (task->places, name);
}

static void
add_target (OkrImportTask *task, OkrImportDraft *draft, const char *name, GStrvBuilder *targets)
{
  OkrItem *target = find_target (task, name);
  g_autofree char *message = NULL;

  if (target != NULL)
    {
      g_strv_builder_add (targets, okr_item_get_id (target));
      return;
    }
  /* Translators: what is written in a cell */
  message =
      g_strdup_printf (_ ("There is no objective and no key result “%s” to contribute to."), name);
  okr_import_complain_draft (task->run, draft, OKR_IMPORT_FIELD_CONTRIBUTES_TO, message);
}

/* Titles may have semicolons in them, so the whole cell is looked at first. */
static void
add_targets (OkrImportTask *task, OkrImportDraft *draft, GStrvBuilder *targets)
{
  const char *cell = draft->cells[OKR_IMPORT_FIELD_CONTRIBUTES_TO];
  g_auto (GStrv) parts = g_strsplit (cell, ";", -1);

  if (parts[1] == NULL || find_target (task, cell) != NULL)
    {
      add_target (task, draft, cell, targets);
      return;
    }
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0')
        add_target (task, draft, parts[i], targets);
    }
}

static void
link_objective (OkrImportTask *task, OkrImportDraft *draft)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) targets = NULL;
  GError *error = NULL;

  if (draft->item == NULL)
    return;
  if (draft->above != NULL && draft->above->item != NULL)
    g_strv_builder_add (builder, okr_item_get_id (draft->above->item));
  else if (okr_import_draft_has (draft, OKR_IMPORT_FIELD_CONTRIBUTES_TO))
    add_targets (task, draft, builder);
  targets = g_strv_builder_end (builder);
  if (targets[0] == NULL ||
      okr_import_cell_are (targets, okr_objective_get_contributes_to (OKR_OBJECTIVE (draft->item))))
    return;
  draft->deed.changed = TRUE;
  if (!okr_edit_set_strings (task->plan, draft->item, "contributesTo",
                             (const char *const *) targets, &error))
    okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_CONTRIBUTES_TO, error);
}

/* The objective of an earlier cycle that this one goes on with. */
static void
link_origin (OkrImportTask *task, OkrImportDraft *draft)
{
  const OkrImportField field = OKR_IMPORT_FIELD_CARRIED_FROM;
  OkrItem *origin;
  g_autofree char *message = NULL;

  if (draft->item == NULL || !okr_import_draft_has (draft, field))
    return;
  origin = find_target (task, draft->cells[field]);
  if (OKR_IS_OBJECTIVE (origin) && origin != draft->item)
    {
      set_place (task, draft->item, "carriedFrom", draft, field, origin, &draft->deed);
      return;
    }
  /* Translators: what is written in a cell */
  message = g_strdup_printf (_ ("There is no other objective “%s” that this one could be carried "
                                "over from."),
                             draft->cells[field]);
  okr_import_complain_draft (task->run, draft, field, message);
}

static OkrItem *
find_checked_in (OkrImportTask *task, OkrImportDraft *draft, gboolean *is_known)
{
  const char *title = get_cell (draft, OKR_IMPORT_FIELD_KEY_RESULT);
  const char *id = get_cell (draft, OKR_IMPORT_FIELD_KEY_RESULT_ID);
  const char *above = get_cell (draft, OKR_IMPORT_FIELD_OBJECTIVE_ID);
  OkrItem *item = id != NULL ? okr_plan_find_typed (task->plan, id, OKR_TYPE_KEY_RESULT) : NULL;
  OkrItem *objective =
      above != NULL ? okr_plan_find_typed (task->plan, above, OKR_TYPE_OBJECTIVE) : NULL;

  *is_known = item != NULL;
  if (item == NULL && objective != NULL)
    return okr_import_places_find_key_result_of (task->places, objective, title);
  if (item == NULL)
    item = okr_import_places_find_key_result (task->places,
                                              get_cell (draft, OKR_IMPORT_FIELD_OBJECTIVE), title,
                                              is_known);

  return item;
}

/* Which of the two titles is not as the plan writes it. */
static void
complain_about_unknown (OkrImportTask *task, OkrImportDraft *draft)
{
  gboolean is_elsewhere;

  okr_import_places_find_key_result (task->places, NULL,
                                     get_cell (draft, OKR_IMPORT_FIELD_KEY_RESULT), &is_elsewhere);
  if (is_elsewhere)
    okr_import_complain_draft (task->run, draft, OKR_IMPORT_FIELD_OBJECTIVE,
                               _ ("The plan has the key result of this row, but not in this "
                                  "objective. Write the objective’s title as the plan does, or "
                                  "leave the cell empty."));
  else
    okr_import_complain_draft (task->run, draft, OKR_IMPORT_FIELD_KEY_RESULT,
                               _ ("The plan has no such key result. Import the check-ins into the "
                                  "plan that has it, and write its title as the plan does."));
}

static void
apply_log_row (OkrImportTask *task, OkrImportDraft *draft)
{
  gboolean is_known;

  draft->item = find_checked_in (task, draft, &is_known);
  if (draft->item != NULL)
    {
      const gboolean is_news =
          okr_import_check_in_times (task, draft, OKR_KEY_RESULT (draft->item));

      if (okr_import_check_in (task, draft, OKR_KEY_RESULT (draft->item)) || is_news)
        okr_import_watch_closed (task, draft, draft->item);
    }
  else if (is_known)
    okr_import_complain_draft (task->run, draft, OKR_IMPORT_FIELD_KEY_RESULT,
                               _ ("The plan has several key results with this title. Add a column "
                                  "“Key Result ID” that tells which one is meant."));
  else
    complain_about_unknown (task, draft);
}

typedef void (*Apply) (OkrImportTask *task, OkrImportDraft *draft);

static void
apply_all (OkrImportTask *task, GPtrArray *drafts, Apply apply)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      OkrImportDraft *draft = drafts->pdata[i];

      if (g_cancellable_is_cancelled (task->run->cancellable))
        return;
      if (!draft->is_absent)
        apply (task, draft);
    }
}

/* What has come, or is not as it was. */
static OkrItem *
keep_touched (OkrImportTask *task, OkrItem *place)
{
  return place != NULL && (okr_import_places_is_new (task->places, place) ||
                           g_hash_table_contains (task->changed, place))
             ? place
             : NULL;
}

static void
keep_touched_places (OkrImportTask *task, OkrImportDraft *draft)
{
  draft->cycle = keep_touched (task, draft->cycle);
  draft->team = keep_touched (task, draft->team);
}

void
okr_import_apply (OkrImportRun *run, OkrPlan *plan, OkrImportDrafts *drafts, const char *cycle,
                  const char *team)
{
  g_autoptr (OkrImportPlaces) places = okr_import_places_new (plan);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) claimed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) foreign = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) histories = okr_import_histories_new ();
  g_autoptr (GArray) times = okr_import_list_times (run->import);
  OkrImportTask task = {
    run, plan, places, cycle, team, said, changed, claimed, foreign, histories, times,
  };

  apply_all (&task, drafts->objectives, apply_objective);
  apply_all (&task, drafts->parents, apply_parent);
  apply_all (&task, drafts->objectives, link_objective);
  apply_all (&task, drafts->objectives, link_origin);
  apply_all (&task, drafts->objectives, okr_import_link_places);
  apply_all (&task, drafts->check_ins, apply_log_row);
  okr_import_check_percents (&task);
  okr_import_note_past (&task);
  apply_all (&task, drafts->objectives, keep_touched_places);
  run->result->n_cycles = okr_import_places_get_n_cycles (places);
  run->result->n_teams = okr_import_places_get_n_teams (places);
  run->n_changed_places = g_hash_table_size (changed);
}
