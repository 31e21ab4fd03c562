/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "okr-edit.h"
#include "okr-import-cells-private.h"
#include "okr-list.h"

static void
count (OkrImportTask *task, const OkrImportFate *fate, guint *n_new)
{
  if (fate->is_new)
    ++*n_new;
  else if (fate->changed)
    task->result->n_changed++;
  else
    task->result->n_same++;
}

/* Check-ins */

static gboolean
is_yes (const char *text, gboolean *yes)
{
  static const char *const words[] = { "yes", "y",  "true", "1",    "done", "100",       "ja",
                                       "oui", "si", "x",    "wahr", "vrai", "verdadero", NULL };
  static const char *const others[] = { "no",  "n",      "false", "0",     "open", "nein",
                                        "non", "falsch", "faux",  "falso", NULL };
  g_autofree char *folded = okr_import_fold (text);

  *yes = g_strv_contains (words, folded);

  return *yes || g_strv_contains (others, folded);
}

static gboolean
read_value (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr, double *value)
{
  gboolean yes;

  if (!okr_import_draft_has (draft, OKR_IMPORT_FIELD_VALUE))
    return FALSE;
  if (okr_key_result_get_kind (kr) == OKR_KEY_RESULT_KIND_MILESTONES)
    return FALSE; /* a sum of milestones says nothing about each */
  if (okr_key_result_get_kind (kr) != OKR_KEY_RESULT_KIND_YES_NO)
    return okr_import_cell_read_number (task, draft, OKR_IMPORT_FIELD_VALUE, value, NULL);
  if (!is_yes (draft->cells[OKR_IMPORT_FIELD_VALUE], &yes))
    {
      okr_import_complain_draft (task->import, task->result, draft, OKR_IMPORT_FIELD_VALUE,
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
  okr_import_complain_draft (task->import, task->result, draft, OKR_IMPORT_FIELD_CONFIDENCE,
                             _ ("A confidence is from 0 to 10."));

  return -1;
}

static gboolean
is_said (const char *said, const char *now)
{
  return said == NULL || *said == '\0' || g_strcmp0 (said, now) == 0;
}

static gboolean
is_known (OkrKeyResult *kr, const OkrCheckInEntry *entry, gboolean is_dated)
{
  GListModel *list = okr_key_result_get_check_ins (kr);

  for (guint i = g_list_model_get_n_items (list); i-- > 0;)
    {
      OkrCheckIn *made = OKR_CHECK_IN (okr_list_peek (OKR_LIST (list), i));
      const gboolean is_value =
          isnan (entry->value) || fabs (entry->value - okr_check_in_get_value (made)) < 1e-12;

      if ((!is_dated || okr_check_in_get_date (made) == entry->date) && is_value &&
          (entry->confidence < 0 || entry->confidence == okr_check_in_get_confidence (made)) &&
          is_said (entry->note, okr_check_in_get_note (made)) &&
          is_said (entry->obstacle, okr_check_in_get_obstacle (made)))
        return TRUE;
      if (!is_dated)
        return FALSE; /* only the latest one is what counts now */
    }

  return FALSE;
}

/* What is imported after the quarter was true in it. */
static OkrDay
find_day (OkrImportTask *task, OkrKeyResult *kr)
{
  OkrObjective *objective = OKR_OBJECTIVE (okr_item_get_parent (OKR_ITEM (kr)));
  OkrCycle *cycle =
      okr_plan_find_typed (task->plan, okr_objective_get_cycle_id (objective), OKR_TYPE_CYCLE);
  const OkrDay today = okr_plan_get_today (task->plan);

  if (cycle != NULL && okr_cycle_get_end (cycle) != OKR_DAY_NONE)
    return MIN (today, okr_cycle_get_end (cycle));

  return today;
}

/* Returns whether something was said that the plan did not know. */
static gboolean
check_in (OkrImportTask *task, OkrImportDraft *draft, OkrKeyResult *kr)
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

  if (task->is_broken)
    return FALSE;
  if (!read_value (task, draft, kr, &entry.value) && entry.confidence < 0 &&
      !okr_import_draft_has (draft, OKR_IMPORT_FIELD_NOTE) &&
      !okr_import_draft_has (draft, OKR_IMPORT_FIELD_OBSTACLE))
    return FALSE;
  if (!is_dated)
    entry.date = find_day (task, kr);
  if (is_known (kr, &entry, is_dated))
    return FALSE;
  if (okr_edit_check_in (task->plan, kr, &entry, &error) != NULL)
    task->result->n_check_ins++;
  else
    okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_VALUE, error);

  return TRUE;
}

/* Key results */

static OkrKeyResultKind
guess_kind (OkrImportDraft *draft)
{
  if (okr_import_draft_has (draft, OKR_IMPORT_FIELD_TARGET))
    return OKR_KEY_RESULT_KIND_CHANGE;
  if (okr_import_draft_has (draft, OKR_IMPORT_FIELD_LOW) ||
      okr_import_draft_has (draft, OKR_IMPORT_FIELD_HIGH))
    return OKR_KEY_RESULT_KIND_BETWEEN;

  return OKR_KEY_RESULT_KIND_BASELINE;
}

static void
set_kind (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft, OkrImportFate *fate)
{
  int kind = (int) guess_kind (draft);

  if (okr_import_draft_has (draft, OKR_IMPORT_FIELD_KIND))
    {
      if (!okr_import_cell_read_enum (OKR_TYPE_KEY_RESULT_KIND, draft->cells[OKR_IMPORT_FIELD_KIND],
                                      &kind))
        {
          okr_import_complain_draft (task->import, task->result, draft, OKR_IMPORT_FIELD_KIND,
                                     _ ("This is no kind of key result. Write change, atLeast, "
                                        "atMost, between, milestones, yesNo or baseline, or leave "
                                        "the cell empty."));
          return;
        }
    }
  else if (!fate->is_new)
    {
      return;
    }
  okr_import_cell_set_enum (task, item, "kind", draft, OKR_IMPORT_FIELD_KIND, kind, fate);
}

static void
set_range (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft, OkrImportFate *fate)
{
  OkrKeyResult *kr = OKR_KEY_RESULT (item);
  g_autofree char *unit = NULL;
  const char *now;
  GError *error = NULL;

  set_kind (task, item, draft, fate);
  okr_import_cell_take_number (task, item, "target", draft, OKR_IMPORT_FIELD_TARGET, &unit, fate);
  okr_import_cell_take_number (task, item, "start", draft, OKR_IMPORT_FIELD_START, &unit, fate);
  okr_import_cell_take_number (task, item, "low", draft, OKR_IMPORT_FIELD_LOW, &unit, fate);
  okr_import_cell_take_number (task, item, "high", draft, OKR_IMPORT_FIELD_HIGH, &unit, fate);
  if (okr_key_result_get_kind (kr) == OKR_KEY_RESULT_KIND_CHANGE &&
      isnan (okr_key_result_get_start (kr)))
    okr_import_cell_set_number (task, item, "start", draft, OKR_IMPORT_FIELD_START, 0, fate);
  okr_import_cell_set_text (task, item, "unit", draft, OKR_IMPORT_FIELD_UNIT, fate);
  now = okr_key_result_get_unit (kr);
  if (unit != NULL && (now == NULL || *now == '\0'))
    {
      fate->changed = TRUE;
      if (!okr_edit_set_text (task->plan, item, "unit", unit, &error))
        okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_TARGET, error);
    }
}

static OkrItem *
find_key_result (OkrImportTask *task, OkrImportDraft *draft, OkrItem *objective)
{
  const char *id = draft->cells[OKR_IMPORT_FIELD_KEY_RESULT_ID];
  GListModel *krs = okr_objective_get_key_results (OKR_OBJECTIVE (objective));
  OkrItem *found = id != NULL ? okr_plan_find_typed (task->plan, id, OKR_TYPE_KEY_RESULT) : NULL;

  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (krs); i++)
    {
      OkrItem *kr = okr_list_peek (OKR_LIST (krs), i);

      if (okr_import_is_same_name (okr_item_get_title (kr),
                                   draft->cells[OKR_IMPORT_FIELD_KEY_RESULT]))
        found = kr;
    }

  return found;
}

static OkrItem *
make_item (OkrImportTask *task, OkrImportDraft *draft, OkrItem *parent, GType type,
           OkrImportField id, OkrImportField title)
{
  g_autoptr (OkrItem) item =
      okr_item_new (type, okr_import_places_get_free_id (task->plan, type, draft->cells[id]));
  GError *error = NULL;

  if (!okr_import_draft_has (draft, title))
    {
      okr_import_complain_draft (task->import, task->result, draft, title,
                                 _ ("The title is missing."));
      return NULL;
    }
  if (okr_edit_insert (task->plan, parent, G_MAXUINT, item, &error) &&
      okr_edit_set_text (task->plan, item, "title", draft->cells[title], &error))
    return item; /* the plan holds it */
  okr_import_cell_complain (task, draft, title, error);

  return NULL;
}

static void
apply_key_result (OkrImportTask *task, OkrImportDraft *draft, OkrItem *objective)
{
  OkrItem *item = find_key_result (task, draft, objective);
  OkrImportFate fate = { item == NULL, FALSE };
  g_autoptr (OkrItem) held G_GNUC_UNUSED = NULL;
  OkrDay due;
  GError *error = NULL;

  if (item == NULL)
    item = make_item (task, draft, objective, OKR_TYPE_KEY_RESULT, OKR_IMPORT_FIELD_KEY_RESULT_ID,
                      OKR_IMPORT_FIELD_KEY_RESULT);
  if (item == NULL)
    return;

  draft->item = item;
  held = g_object_ref (item);
  okr_import_cell_set_text (task, item, "title", draft, OKR_IMPORT_FIELD_KEY_RESULT, &fate);
  okr_import_cell_set_text (task, item, "owner", draft, OKR_IMPORT_FIELD_OWNER, &fate);
  okr_import_cell_set_text (task, item, "description", draft, OKR_IMPORT_FIELD_DESCRIPTION, &fate);
  okr_import_cell_set_text (task, item, "source", draft, OKR_IMPORT_FIELD_SOURCE, &fate);
  set_range (task, item, draft, &fate);
  okr_import_cell_take_number (task, item, "weight", draft, OKR_IMPORT_FIELD_WEIGHT, NULL, &fate);
  if (okr_import_cell_read_day (task, draft, OKR_IMPORT_FIELD_DUE, &due) &&
      due != okr_key_result_get_due (OKR_KEY_RESULT (item)))
    {
      fate.changed = TRUE;
      if (!okr_edit_set_day (task->plan, item, "due", due, &error))
        okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_DUE, error);
    }
  fate.changed = check_in (task, draft, OKR_KEY_RESULT (item)) || fate.changed;
  count (task, &fate, &task->result->n_key_results);
}

/* Objectives */

static void
set_tags (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft, OkrImportFate *fate)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) tags = NULL;
  GError *error = NULL;

  if (task->is_broken || !okr_import_draft_has (draft, OKR_IMPORT_FIELD_TAGS))
    return;

  parts = g_strsplit_set (draft->cells[OKR_IMPORT_FIELD_TAGS], ",;", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) != '\0')
        g_strv_builder_add (builder, parts[i]);
    }
  tags = g_strv_builder_end (builder);
  if (okr_import_cell_are (tags, okr_objective_get_tags (OKR_OBJECTIVE (item))))
    return;
  fate->changed = TRUE;
  if (!okr_edit_set_strings (task->plan, item, "tags", (const char *const *) tags, &error))
    okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_TAGS, error);
}

static void
set_ambition (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft, OkrImportFate *fate)
{
  int ambition;

  if (task->is_broken || !okr_import_draft_has (draft, OKR_IMPORT_FIELD_AMBITION))
    return;
  if (okr_import_cell_read_enum (OKR_TYPE_AMBITION, draft->cells[OKR_IMPORT_FIELD_AMBITION],
                                 &ambition))
    okr_import_cell_set_enum (task, item, "ambition", draft, OKR_IMPORT_FIELD_AMBITION, ambition,
                              fate);
  else
    okr_import_complain_draft (task->import, task->result, draft, OKR_IMPORT_FIELD_AMBITION,
                               _ ("An objective is aspirational or committed. Write one of these, "
                                  "or leave the cell empty."));
}

static void
set_place (OkrImportTask *task, OkrItem *item, const char *path, OkrImportDraft *draft,
           OkrImportField field, OkrItem *place, OkrImportFate *fate)
{
  GError *error = NULL;

  if (task->is_broken || place == NULL || okr_import_cell_is (item, path, okr_item_get_id (place)))
    return;
  fate->changed = TRUE;
  if (!okr_edit_set_text (task->plan, item, path, okr_item_get_id (place), &error))
    okr_import_cell_complain (task, draft, field, error);
}

static const char *
get_cell_or (OkrImportDraft *draft, OkrImportField field, const char *fallback)
{
  return okr_import_draft_has (draft, field) ? draft->cells[field] : fallback;
}

/* The places that the row names; FALSE when one of them cannot be. */
static gboolean
find_places (OkrImportTask *task, OkrImportDraft *draft, OkrItem **cycle, OkrItem **team)
{
  GError *error = NULL;

  *cycle = okr_import_places_get_cycle (task->places,
                                        get_cell_or (draft, OKR_IMPORT_FIELD_CYCLE, task->cycle),
                                        &error);
  if (*cycle == NULL)
    {
      okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_CYCLE, error);
      return FALSE;
    }
  *team =
      okr_import_places_get_team (task->places,
                                  get_cell_or (draft, OKR_IMPORT_FIELD_TEAM, task->team), &error);
  if (error != NULL)
    {
      okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_TEAM, error);
      return FALSE;
    }

  return TRUE;
}

static void
apply_objective (OkrImportTask *task, OkrImportDraft *draft)
{
  const char *owner = draft->cells[OKR_IMPORT_FIELD_OBJECTIVE_OWNER] != NULL
                          ? NULL
                          : draft->cells[OKR_IMPORT_FIELD_OWNER];
  OkrItem *cycle, *team, *item;
  OkrImportFate fate = { FALSE, FALSE };
  g_autoptr (OkrItem) held G_GNUC_UNUSED = NULL;

  if (!find_places (task, draft, &cycle, &team))
    return;
  item =
      okr_import_places_find_objective (task->places, draft->cells[OKR_IMPORT_FIELD_OBJECTIVE_ID],
                                        draft->cells[OKR_IMPORT_FIELD_OBJECTIVE], cycle, team);
  fate.is_new = item == NULL;
  if (item == NULL)
    item = make_item (task, draft, OKR_ITEM (task->plan), OKR_TYPE_OBJECTIVE,
                      OKR_IMPORT_FIELD_OBJECTIVE_ID, OKR_IMPORT_FIELD_OBJECTIVE);
  if (item == NULL)
    return;

  draft->item = item;
  held = g_object_ref (item);
  set_place (task, item, "cycle", draft, OKR_IMPORT_FIELD_CYCLE, cycle, &fate);
  set_place (task, item, "team", draft, OKR_IMPORT_FIELD_TEAM, team, &fate);
  okr_import_places_add_objective (task->places, item);
  okr_import_cell_set_text (task, item, "title", draft, OKR_IMPORT_FIELD_OBJECTIVE, &fate);
  okr_import_cell_set_text (task, item, "owner", draft,
                            owner != NULL && fate.is_new ? OKR_IMPORT_FIELD_OWNER
                                                         : OKR_IMPORT_FIELD_OBJECTIVE_OWNER,
                            &fate);
  set_ambition (task, item, draft, &fate);
  okr_import_cell_take_number (task, item, "weight", draft, OKR_IMPORT_FIELD_OBJECTIVE_WEIGHT, NULL,
                               &fate);
  set_tags (task, item, draft, &fate);
  for (guint i = 0; i < draft->key_results->len && !task->is_broken; i++)
    apply_key_result (task, draft->key_results->pdata[i], item);
  count (task, &fate, &task->result->n_objectives);
}

/* Links come when everything that they may lead to is there. */

static void
add_target (OkrImportTask *task, OkrImportDraft *draft, const char *name, GStrvBuilder *targets)
{
  OkrItem *target = okr_import_places_find_target (task->places, name);
  g_autofree char *message = NULL;

  if (target != NULL)
    {
      g_strv_builder_add (targets, okr_item_get_id (target));
      return;
    }
  /* Translators: what is written in a cell */
  message =
      g_strdup_printf (_ ("There is no objective and no key result “%s” to contribute to."), name);
  okr_import_complain_draft (task->import, task->result, draft, OKR_IMPORT_FIELD_CONTRIBUTES_TO,
                             message);
}

/* Titles may have semicolons in them, so the whole cell is looked at first. */
static void
add_targets (OkrImportTask *task, OkrImportDraft *draft, GStrvBuilder *targets)
{
  const char *cell = draft->cells[OKR_IMPORT_FIELD_CONTRIBUTES_TO];
  g_auto (GStrv) parts = g_strsplit (cell, ";", -1);

  if (parts[1] == NULL || okr_import_places_find_target (task->places, cell) != NULL)
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

  if (task->is_broken || draft->item == NULL)
    return;
  if (draft->above != NULL && draft->above->item != NULL)
    g_strv_builder_add (builder, okr_item_get_id (draft->above->item));
  else if (okr_import_draft_has (draft, OKR_IMPORT_FIELD_CONTRIBUTES_TO))
    add_targets (task, draft, builder);
  targets = g_strv_builder_end (builder);
  if (targets[0] == NULL ||
      okr_import_cell_are (targets, okr_objective_get_contributes_to (OKR_OBJECTIVE (draft->item))))
    return;
  if (!okr_edit_set_strings (task->plan, draft->item, "contributesTo",
                             (const char *const *) targets, &error))
    okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_CONTRIBUTES_TO, error);
}

static void
apply_log_row (OkrImportTask *task, OkrImportDraft *draft)
{
  const char *id = draft->cells[OKR_IMPORT_FIELD_KEY_RESULT_ID];
  OkrItem *item = id != NULL ? okr_plan_find_typed (task->plan, id, OKR_TYPE_KEY_RESULT) : NULL;

  if (item == NULL)
    item =
        okr_import_places_find_key_result (task->places, draft->cells[OKR_IMPORT_FIELD_KEY_RESULT]);
  if (item == NULL)
    okr_import_complain_draft (task->import, task->result, draft, OKR_IMPORT_FIELD_KEY_RESULT,
                               _ ("The plan has no such key result. Import the check-ins into the "
                                  "plan that has it, and write its title as the plan does."));
  else if (!check_in (task, draft, OKR_KEY_RESULT (item)))
    task->result->n_same++;
}

void
okr_import_apply (OkrImport *self, OkrPlan *plan, OkrImportDrafts *drafts, const char *cycle,
                  const char *team, OkrImportResult *result)
{
  g_autoptr (OkrImportPlaces) places = okr_import_places_new (plan);
  OkrImportTask task = { self, plan, result, places, cycle, team };

  for (guint i = 0; i < drafts->objectives->len && !task.is_broken; i++)
    apply_objective (&task, drafts->objectives->pdata[i]);
  for (guint i = 0; i < drafts->objectives->len && !task.is_broken; i++)
    link_objective (&task, drafts->objectives->pdata[i]);
  for (guint i = 0; i < drafts->check_ins->len && !task.is_broken; i++)
    apply_log_row (&task, drafts->check_ins->pdata[i]);
  result->is_broken = task.is_broken;
  result->n_cycles = okr_import_places_get_n_cycles (places);
  result->n_teams = okr_import_places_get_n_teams (places);
}
