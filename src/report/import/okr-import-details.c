/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "okr-edit.h"
#include "okr-format.h"
#include "okr-id.h"
#include "okr-import-cells-private.h"
#include "okr-list.h"

/* What rows tell of the cycle and the team that they name. */

static const OkrImportDetail cycle_details[] = {
  { OKR_IMPORT_FIELD_CYCLE_START, "start" },
  { OKR_IMPORT_FIELD_CYCLE_END, "end" },
};

static const OkrImportDetail team_details[] = {
  { OKR_IMPORT_FIELD_TEAM_KIND, "kind" },
  { OKR_IMPORT_FIELD_TEAM_LEAD, "lead" },
};

/* Finding them */

static const char *
get_cell_or (OkrImportDraft *draft, OkrImportField field, const char *fallback)
{
  return okr_import_draft_has (draft, field) ? draft->cells[field] : fallback;
}

/* Without a word of its cycle an objective stays where it is. */
static gboolean
keeps_cycle (OkrImportTask *task, OkrImportDraft *draft, const OkrImportPlace *place)
{
  const char *id = draft->cells[OKR_IMPORT_FIELD_OBJECTIVE_ID];

  return place->name == NULL && place->id == NULL && id != NULL &&
         okr_plan_find_typed (task->plan, id, OKR_TYPE_OBJECTIVE) != NULL;
}

/* Whether the row says which one it is, by its name or by the id that it has in the plan. */
static gboolean
is_told (OkrImportTask *task, const OkrImportPlace *place, GType type)
{
  if (place->name != NULL)
    return !place->is_other;

  return place->id != NULL && okr_plan_find_typed (task->plan, place->id, type) != NULL;
}

/* It may have been meant to be the quarter itself. */
static void
note_assumed (OkrImportTask *task, OkrImportDraft *draft, OkrCycle *cycle)
{
  const OkrImportField field = OKR_IMPORT_FIELD_CYCLE;
  const gboolean has_cell = okr_import_draft_has (draft, field);
  g_autofree char *start = okr_format_day (okr_cycle_get_start (cycle));
  g_autofree char *end = okr_format_day (okr_cycle_get_end (cycle));

  okr_import_note (task->run, OKR_IMPORT_NOTE_ROW, has_cell ? draft->rows[field] : draft->row,
                   has_cell ? draft->columns[field] : G_MAXUINT,
                   /* Translators: the name of a cycle, and two days */
                   g_strdup_printf (_ ("“%1$s” is a cycle of its own. It is taken to run from %2$s "
                                       "to %3$s, as its name tells."),
                                    okr_item_get_title (OKR_ITEM (cycle)), start, end));
}

static gboolean
find_cycle (OkrImportTask *task, OkrImportDraft *draft, OkrItem **cycle)
{
  OkrImportPlace place = {
    .id = get_cell_or (draft, OKR_IMPORT_FIELD_CYCLE_ID, NULL),
    .name = get_cell_or (draft, OKR_IMPORT_FIELD_CYCLE, task->cycle),
  };
  GError *error = NULL;

  *cycle = NULL;
  if (keeps_cycle (task, draft, &place))
    return TRUE;
  okr_import_cell_read_day (task, draft, OKR_IMPORT_FIELD_CYCLE_START, &place.start);
  okr_import_cell_read_day (task, draft, OKR_IMPORT_FIELD_CYCLE_END, &place.end);
  *cycle = okr_import_places_get_cycle (task->places, &place, &error);
  if (*cycle == NULL)
    {
      OkrImportPlace current = { NULL };

      okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_CYCLE, error);
      *cycle = okr_import_places_get_cycle (task->places, &current, NULL);
      return *cycle != NULL;
    }
  if (place.is_assumed)
    note_assumed (task, draft, OKR_CYCLE (*cycle));
  if (is_told (task, &place, OKR_TYPE_CYCLE))
    draft->cycle = *cycle;

  return TRUE;
}

/* The one that all others are part of, if the plan had such a one before. */
static OkrItem *
find_company (OkrImportTask *task)
{
  GListModel *teams = okr_plan_get_teams (task->plan);
  OkrItem *company = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      OkrItem *team = okr_list_peek (OKR_LIST (teams), i);

      if (okr_team_get_kind (OKR_TEAM (team)) != OKR_TEAM_KIND_COMPANY ||
          okr_import_places_is_new (task->places, team))
        continue;
      if (company != NULL)
        return NULL;
      company = team;
    }

  return company;
}

static void
note_joined (OkrImportTask *task, OkrImportDraft *draft, OkrItem *team, OkrItem *company)
{
  const OkrImportField field = OKR_IMPORT_FIELD_TEAM;
  const gboolean has_cell = okr_import_draft_has (draft, field);

  if (task->run->is_team_noted)
    return;
  task->run->is_team_noted = TRUE;
  okr_import_note (
      task->run, OKR_IMPORT_NOTE_ROW, has_cell ? draft->rows[field] : draft->row,
      has_cell ? draft->columns[field] : G_MAXUINT,
      /* Translators: the names of a new team and of the company */
      g_strdup_printf (_ ("“%1$s” is not in the plan yet, and becomes part of “%2$s”. So do "
                          "further new teams, unless a column “Team parent” says otherwise."),
                       okr_item_get_title (team), okr_item_get_title (company)));
}

static gboolean
is_company (OkrImportDraft *draft, OkrItem *team)
{
  const char *cell = get_cell_or (draft, OKR_IMPORT_FIELD_TEAM_KIND, NULL);
  int kind = (int) okr_team_get_kind (OKR_TEAM (team));

  if (cell != NULL)
    okr_import_cell_read_enum (OKR_TYPE_TEAM_KIND, cell, &kind);

  return kind == OKR_TEAM_KIND_COMPANY;
}

/* Beside the company its objectives would be nobody's to align. */
static void
join_company (OkrImportTask *task, OkrImportDraft *draft, OkrItem *team)
{
  OkrItem *company = find_company (task);
  GError *error = NULL;

  if (company == NULL || is_company (draft, team) ||
      okr_import_has_field (task->run->import, OKR_IMPORT_FIELD_TEAM_PARENT))
    return;
  if (okr_edit_set_text (task->plan, team, "parent", okr_item_get_id (company), &error))
    note_joined (task, draft, team, company);
  else
    okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_TEAM, error);
}

static void
find_team (OkrImportTask *task, OkrImportDraft *draft, OkrItem **team)
{
  const guint n_before = okr_import_places_get_n_teams (task->places);
  OkrImportPlace place = {
    .id = get_cell_or (draft, OKR_IMPORT_FIELD_TEAM_ID, NULL),
    .name = get_cell_or (draft, OKR_IMPORT_FIELD_TEAM, task->team),
  };
  GError *error = NULL;

  *team = okr_import_places_get_team (task->places, &place, &error);
  if (okr_import_places_get_n_teams (task->places) > n_before && *team != NULL)
    join_company (task, draft, *team);
  if (error != NULL)
    okr_import_cell_complain (task, draft, OKR_IMPORT_FIELD_TEAM, error);
  else if (is_told (task, &place, OKR_TYPE_TEAM))
    draft->team = *team;
}

static gboolean
names_cycle (OkrImportTask *task, OkrImportDraft *draft)
{
  return draft->cycle != NULL || get_cell_or (draft, OKR_IMPORT_FIELD_CYCLE, task->cycle) != NULL;
}

static gboolean
names_team (OkrImportTask *task, OkrImportDraft *draft)
{
  return draft->team != NULL || get_cell_or (draft, OKR_IMPORT_FIELD_TEAM, task->team) != NULL;
}

/* Nobody would know that they were left out. */
static void
complain_about_details (OkrImportTask *task, OkrImportDraft *draft)
{
  static const OkrImportField of_cycle[] = { OKR_IMPORT_FIELD_CYCLE_START,
                                             OKR_IMPORT_FIELD_CYCLE_END,
                                             OKR_IMPORT_FIELD_CYCLE_STATE };
  static const OkrImportField of_team[] = { OKR_IMPORT_FIELD_TEAM_KIND, OKR_IMPORT_FIELD_TEAM_LEAD,
                                            OKR_IMPORT_FIELD_TEAM_PARENT };
  OkrImportField field;

  if (!names_cycle (task, draft) &&
      okr_import_draft_find (draft, of_cycle, G_N_ELEMENTS (of_cycle), &field))
    okr_import_complain_draft (
        task->run, draft, field,
        _ ("This is about a cycle, and the row names none. Write the name of "
           "the cycle into the row, or leave this cell empty."));
  if (!names_team (task, draft) &&
      okr_import_draft_find (draft, of_team, G_N_ELEMENTS (of_team), &field))
    okr_import_complain_draft (task->run, draft, field,
                               _ ("This is about a team, and the row names none. Write the name of "
                                  "the team into the row, or leave this cell empty."));
}

/* The places that the row names. Where one cannot be, the current cycle and no team stand for it,
 * so that what else is wrong is found, too. FALSE when nothing can. */
gboolean
okr_import_find_places (OkrImportTask *task, OkrImportDraft *draft, OkrItem **cycle, OkrItem **team)
{
  if (!find_cycle (task, draft, cycle))
    return FALSE;
  find_team (task, draft, team);
  complain_about_details (task, draft);

  return TRUE;
}

/* Filling them */

/* Many rows name one place: the first that tells something counts, the others have to agree. */
static gboolean
is_first (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft, OkrImportField field)
{
  g_autofree char *key = NULL;
  g_autofree char *message = NULL;
  OkrImportDraft *first;

  if (item == NULL || !okr_import_draft_has (draft, field))
    return FALSE;
  key = g_strdup_printf ("%s %s", okr_item_get_id (item), okr_import_field_get_name (field));
  first = g_hash_table_lookup (task->said, key);
  if (first == NULL)
    return g_hash_table_insert (task->said, g_steal_pointer (&key), draft);
  if (okr_import_is_same_cell (task->run->import, field, first->cells[field], draft->cells[field]))
    return FALSE;

  message = g_strdup_printf (
      /* Translators: the number of a row, what is written in it, and the name of a cycle or team */
      _ ("Row %u says “%s” of “%s”. Write the same in both rows, or leave one of the cells empty."),
      okr_table_get_number (okr_import_get_table (task->run->import), first->rows[field]),
      first->cells[field], okr_item_get_title (item));
  okr_import_complain_draft (task->run, draft, field, message);

  return FALSE;
}

/* New ones are counted as such. */
static void
note_deed (OkrImportTask *task, OkrItem *item, const OkrImportDeed *deed)
{
  if (deed->changed && !okr_import_places_is_new (task->places, item))
    g_hash_table_add (task->changed, item);
}

static void
take_details (OkrImportTask *task, OkrItem *item, OkrImportDraft *draft,
              const OkrImportDetail *details, guint n)
{
  OkrImportDeed deed = { FALSE, FALSE, 0 };

  for (guint i = 0; i < n; i++)
    {
      if (is_first (task, item, draft, details[i].field))
        okr_import_cell_take (task, item, details[i].path, draft, details[i].field, &deed);
    }
  note_deed (task, item, &deed);
}

void
okr_import_apply_places (OkrImportTask *task, OkrImportDraft *draft)
{
  take_details (task, draft->cycle, draft, cycle_details, G_N_ELEMENTS (cycle_details));
  take_details (task, draft->team, draft, team_details, G_N_ELEMENTS (team_details));
}

/* When everything is there */

/* Nothing tells what a team is that no row names, but what it is above. */
static OkrTeamKind
guess_kind_above (OkrTeam *team)
{
  switch (okr_team_get_kind (team))
    {
    case OKR_TEAM_KIND_PERSON:
      return OKR_TEAM_KIND_TEAM;
    case OKR_TEAM_KIND_TEAM:
      return OKR_TEAM_KIND_DEPARTMENT;
    case OKR_TEAM_KIND_COMPANY:
    case OKR_TEAM_KIND_DEPARTMENT:
    default:
      return OKR_TEAM_KIND_COMPANY;
    }
}

/* Of a team that no row names only the look of its id tells, not to take "Ops (t-shirts)" for one.
 */
static gboolean
looks_made (const char *id)
{
  return strlen (id) == strlen ("t-0000000002") && g_str_has_prefix (id, "t-") &&
         okr_id_is_valid (id) && strpbrk (id + 2, "ilou-_.") == NULL;
}

/* "Sales (t-0000000002)", where there are several of one name. */
static char *
dup_id_behind (OkrImportTask *task, const char *name)
{
  const char *open = strrchr (name, '(');
  g_autofree char *id = NULL;

  if (open == NULL || open == name || !g_str_has_suffix (open, ")"))
    return NULL;
  id = g_strndup (open + 1, strlen (open) - 2);

  return okr_import_places_knows_team (task->places, id) || looks_made (id) ? g_steal_pointer (&id)
                                                                            : NULL;
}

static OkrItem *
find_parent (OkrImportTask *task, const char *cell, GError **error)
{
  g_autofree char *id = dup_id_behind (task, cell);
  g_autofree char *name = id != NULL ? g_strndup (cell, strlen (cell) - strlen (id) - 2) : NULL;
  OkrImportPlace place = { .id = id, .name = id != NULL ? g_strstrip (name) : cell };

  return okr_import_places_get_team (task->places, &place, error);
}

static void
link_team (OkrImportTask *task, OkrImportDraft *draft)
{
  const OkrImportField field = OKR_IMPORT_FIELD_TEAM_PARENT;
  const guint n_before = okr_import_places_get_n_teams (task->places);
  OkrImportDeed deed = { FALSE, FALSE, 0 };
  OkrItem *parent;
  GError *error = NULL;

  if (!is_first (task, draft->team, draft, field))
    return;
  parent = find_parent (task, draft->cells[field], &error);
  if (parent != NULL && okr_import_places_get_n_teams (task->places) > n_before &&
      !okr_edit_set_enum (task->plan, parent, "kind",
                          (int) guess_kind_above (OKR_TEAM (draft->team)), &error))
    parent = NULL;
  if (parent != NULL && !okr_import_cell_is (draft->team, "parent", okr_item_get_id (parent)))
    {
      deed.changed = TRUE;
      okr_edit_set_text (task->plan, draft->team, "parent", okr_item_get_id (parent), &error);
    }
  if (error != NULL)
    okr_import_cell_complain (task, draft, field, error);
  note_deed (task, draft->team, &deed);
}

/* One row may tell when it starts, another when it ends. */
static void
check_cycle (OkrImportTask *task, OkrImportDraft *draft)
{
  const OkrImportField field = okr_import_draft_has (draft, OKR_IMPORT_FIELD_CYCLE_END)
                                   ? OKR_IMPORT_FIELD_CYCLE_END
                                   : OKR_IMPORT_FIELD_CYCLE_START;
  OkrCycle *cycle = (OkrCycle *) draft->cycle;

  if (cycle != NULL && okr_cycle_get_end (cycle) < okr_cycle_get_start (cycle) &&
      okr_import_draft_has (draft, field))
    okr_import_complain_draft (task->run, draft, field,
                               _ ("The cycle ends before it starts. Correct one of the dates."));
}

/* A cycle that becomes active takes what its key results are then for agreed, so it does that last.
 */
static void
link_cycle (OkrImportTask *task, OkrImportDraft *draft)
{
  static const OkrImportDetail state = { OKR_IMPORT_FIELD_CYCLE_STATE, "state" };

  take_details (task, draft->cycle, draft, &state, 1);
}

void
okr_import_link_places (OkrImportTask *task, OkrImportDraft *draft)
{
  link_team (task, draft);
  check_cycle (task, draft);
  link_cycle (task, draft);
}
