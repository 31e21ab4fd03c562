/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-import-places-private.h"

#include <glib/gi18n-lib.h>

#include "okr-edit.h"
#include "okr-id.h"
#include "okr-import-columns.h"
#include "okr-list.h"

struct _OkrImportPlaces
{
  OkrPlan *plan;
  OkrItem *current;            /* the cycle, before anything came */
  GHashTable *cycles;          /* name → cycle */
  GHashTable *teams;           /* name → team */
  GHashTable *by_id;           /* what the table calls an id → cycle or team */
  GHashTable *with_id;         /* those that it calls so */
  GHashTable *objectives;      /* title, cycle and team → objective */
  GHashTable *of_any_team;     /* title and cycle → objective, NULL for several */
  GHashTable *known;           /* title → GPtrArray of the objectives before anything came */
  GHashTable *key_results;     /* objective → (title → key result); made when first needed */
  GHashTable *check_in_titles; /* title → key result, NULL for several; made with the next */
  GHashTable *titles;          /* title → objective or key result; made when first needed */
  GHashTable *made;            /* cycles and teams that came */
  guint n_cycles;
  guint n_teams;
};

/* The first one of a name is the one that is found. */
static void
index_name (GHashTable *table, const char *name, OkrItem *item)
{
  g_autofree char *folded = okr_import_fold_name (name);

  if (*folded != '\0' && !g_hash_table_contains (table, folded))
    g_hash_table_insert (table, g_steal_pointer (&folded), item);
}

static char *
make_key (const char *title, const char *cycle, const char *team)
{
  g_autofree char *folded = okr_import_fold_name (title);

  return g_strjoin ("\n", folded, cycle != NULL ? cycle : "", team != NULL ? team : "", NULL);
}

static void
index_list (GHashTable *table, GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    index_name (table, okr_item_get_title (okr_list_peek (OKR_LIST (list), i)),
                okr_list_peek (OKR_LIST (list), i));
}

static void
add_known (OkrImportPlaces *self, OkrItem *objective)
{
  g_autofree char *folded = okr_import_fold_name (okr_item_get_title (objective));
  GPtrArray *same = g_hash_table_lookup (self->known, folded);

  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->known, g_steal_pointer (&folded), same);
    }
  g_ptr_array_add (same, objective);
}

OkrImportPlaces *
okr_import_places_new (OkrPlan *plan)
{
  OkrImportPlaces *self = g_new0 (OkrImportPlaces, 1);
  GListModel *objectives = okr_plan_get_objectives (plan);

  self->plan = plan;
  self->current = (OkrItem *) okr_plan_get_current_cycle (plan);
  self->cycles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->teams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->with_id = g_hash_table_new (NULL, NULL);
  self->made = g_hash_table_new (NULL, NULL);
  self->objectives = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->of_any_team = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->key_results = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  index_list (self->cycles, okr_plan_get_cycles (plan));
  index_list (self->teams, okr_plan_get_teams (plan));
  self->known =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      okr_import_places_add_objective (self, okr_list_peek (OKR_LIST (objectives), i));
      add_known (self, okr_list_peek (OKR_LIST (objectives), i));
    }

  return self;
}

void
okr_import_places_free (OkrImportPlaces *self)
{
  g_hash_table_unref (self->cycles);
  g_hash_table_unref (self->teams);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->with_id);
  g_hash_table_unref (self->made);
  g_hash_table_unref (self->objectives);
  g_hash_table_unref (self->of_any_team);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->key_results);
  g_clear_pointer (&self->check_in_titles, g_hash_table_unref);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_free (self);
}

const char *
okr_import_places_get_free_id (OkrPlan *plan, GType type, const char *text)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);

  if (text == NULL || !okr_id_is_valid (text) || okr_plan_find (plan, text) != NULL ||
      text[0] != OKR_ITEM_CLASS (klass)->id_prefix)
    return NULL;

  return text;
}

/* Cycles and teams */

static OkrItem *
find_by_id (OkrImportPlaces *self, GType type, const OkrImportPlace *place)
{
  OkrItem *found = place->id != NULL ? g_hash_table_lookup (self->by_id, place->id) : NULL;

  if (found == NULL && place->id != NULL)
    found = okr_plan_find_typed (self->plan, place->id, type);

  return found != NULL && G_TYPE_CHECK_INSTANCE_TYPE (found, type) ? found : NULL;
}

gboolean
okr_import_places_knows_team (OkrImportPlaces *self, const char *id)
{
  const OkrImportPlace place = { .id = id };

  return find_by_id (self, OKR_TYPE_TEAM, &place) != NULL;
}

/* Who writes another name into a row means that one, whatever id still stands beside it. */
static OkrItem *
find_place (OkrImportPlaces *self, GHashTable *names, GType type, OkrImportPlace *place)
{
  OkrItem *known = find_by_id (self, type, place);
  g_autofree char *folded = okr_import_fold_name (place->name);
  OkrItem *found;

  if (known != NULL &&
      (place->name == NULL || okr_import_is_same_name (okr_item_get_title (known), place->name)))
    return known;

  found = g_hash_table_lookup (names, folded);
  place->is_other = known != NULL;
  if (known == NULL && place->id != NULL && found != NULL &&
      g_hash_table_contains (self->with_id, found))
    return NULL; /* two of one name */

  return found;
}

static void
keep_id (OkrImportPlaces *self, const OkrImportPlace *place, OkrItem *item)
{
  if (place->id == NULL || place->is_other || g_hash_table_contains (self->by_id, place->id))
    return;

  g_hash_table_insert (self->by_id, g_strdup (place->id), item);
  g_hash_table_add (self->with_id, item);
}

static OkrItem *
make_place (OkrImportPlaces *self, GType type, const OkrImportPlace *place, const char *name,
            GError **error)
{
  g_autoptr (OkrItem) item =
      okr_item_new (type, okr_import_places_get_free_id (self->plan, type, place->id));

  if (!okr_edit_insert (self->plan, OKR_ITEM (self->plan), G_MAXUINT, item, error) ||
      !okr_edit_set_text (self->plan, item, "name", name, error))
    return NULL;
  g_hash_table_add (self->made, item);

  return item; /* the plan holds it */
}

/* Cycles */

/* When it runs: what the row says, else the quarter that its name is, or those it has in it. */
static gboolean
find_dates (OkrImportPlaces *self, const OkrImportPlace *place, const char *named, OkrDay *start,
            OkrDay *end)
{
  g_autofree char *last = NULL;
  g_autofree char *inside =
      named == NULL && place->name != NULL ? okr_import_find_quarter (place->name, &last) : NULL;
  const char *quarter = named != NULL ? named : inside;
  const guint first_month = (guint) okr_plan_get_settings_fiscal_year_start (self->plan);
  const gboolean is_quarter =
      quarter != NULL && okr_cycle_name_parse (quarter, first_month, start, end) &&
      (last == NULL || okr_cycle_name_parse (last, first_month, NULL, end)) && *start <= *end;

  if (place->is_other)
    return is_quarter;
  if (place->start != OKR_DAY_NONE)
    *start = place->start;
  if (place->end != OKR_DAY_NONE)
    *end = place->end;

  return is_quarter || (place->start != OKR_DAY_NONE && place->end != OKR_DAY_NONE);
}

static void
explain_cycle (const char *name, GError **error)
{
  if (okr_import_lacks_year (name))
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_FAILED,
                 /* Translators: what is written in a cell, such as "Q1" */
                 _ ("“%s” does not tell of which year. Write one like Q1 2027, or add a column "
                    "“Year”."),
                 name);
  else
    g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_FAILED,
                 /* Translators: what is written in a cell */
                 _ ("“%s” is neither a cycle of the plan nor a quarter or a year. Write one like "
                    "Q1 2027 or 2027, or add that cycle to the plan first."),
                 name);
}

static OkrItem *
make_cycle (OkrImportPlaces *self, OkrImportPlace *place, const char *quarter, GError **error)
{
  const gboolean is_told =
      !place->is_other && place->start != OKR_DAY_NONE && place->end != OKR_DAY_NONE;
  const char *name = place->name != NULL && (is_told || quarter == NULL) ? place->name : quarter;
  OkrDay start, end;
  OkrItem *cycle;

  if (!find_dates (self, place, quarter, &start, &end))
    {
      explain_cycle (place->name, error);
      return NULL;
    }
  cycle = make_place (self, OKR_TYPE_CYCLE, place, name, error);
  if (cycle == NULL || !okr_edit_set_day (self->plan, cycle, "start", start, error) ||
      !okr_edit_set_day (self->plan, cycle, "end", end, error) ||
      !okr_edit_set_enum (self->plan, cycle, "state", OKR_CYCLE_STATE_DRAFT, error))
    return NULL;
  self->n_cycles++;
  place->is_assumed = !is_told && quarter == NULL;
  index_name (self->cycles, name, cycle);

  return cycle;
}

/* A quarter may be written in many ways, and stand under another one in the plan. */
static OkrItem *
find_cycle (OkrImportPlaces *self, OkrImportPlace *place, const char *quarter)
{
  OkrItem *found = find_place (self, self->cycles, OKR_TYPE_CYCLE, place);
  g_autofree char *folded = okr_import_fold_name (quarter);

  if (found != NULL || (place->id != NULL && !place->is_other))
    return found;

  return g_hash_table_lookup (self->cycles, folded);
}

OkrItem *
okr_import_places_get_cycle (OkrImportPlaces *self, OkrImportPlace *place, GError **error)
{
  g_autofree char *quarter = place->name != NULL ? okr_import_parse_quarter (place->name) : NULL;
  OkrItem *found = find_cycle (self, place, quarter);

  if (found == NULL && place->name == NULL)
    {
      if (self->current != NULL)
        return self->current;
      quarter =
          okr_cycle_name_for_day (okr_plan_get_today (self->plan),
                                  (guint) okr_plan_get_settings_fiscal_year_start (self->plan));
      found = find_cycle (self, place, quarter);
    }
  if (found == NULL)
    found = make_cycle (self, place, quarter, error);
  if (found != NULL)
    keep_id (self, place, found);

  return found;
}

/* Teams */

static OkrTeamKind
guess_team_kind (const char *name)
{
  static const char *const companies[] = { "company",     "organisation", "organization",
                                           "unternehmen", "firma",        "entreprise",
                                           "societe",     "empresa",      "organizacion",
                                           NULL };
  g_autofree char *folded = okr_import_fold (name);

  return g_strv_contains (companies, folded) ? OKR_TEAM_KIND_COMPANY : OKR_TEAM_KIND_TEAM;
}

OkrItem *
okr_import_places_get_team (OkrImportPlaces *self, OkrImportPlace *place, GError **error)
{
  OkrItem *team = find_place (self, self->teams, OKR_TYPE_TEAM, place);

  if (team == NULL && place->name != NULL && place->id == NULL)
    team = okr_plan_find_typed (self->plan, place->name, OKR_TYPE_TEAM);
  if (team == NULL && place->name != NULL)
    {
      team = make_place (self, OKR_TYPE_TEAM, place, place->name, error);
      if (team == NULL ||
          !okr_edit_set_enum (self->plan, team, "kind", (int) guess_team_kind (place->name), error))
        return NULL;
      self->n_teams++;
      index_name (self->teams, place->name, team);
    }
  if (team != NULL)
    keep_id (self, place, team);

  return team;
}

/* Objectives and key results */

/* Whose team is not told it is the only one of its title. */
static OkrItem *
find_of_any_team (OkrImportPlaces *self, const char *title, OkrItem *cycle, gboolean *is_several)
{
  g_autofree char *key = make_key (title, okr_item_get_id (cycle), NULL);
  gpointer found = NULL;

  *is_several =
      g_hash_table_lookup_extended (self->of_any_team, key, NULL, &found) && found == NULL;

  return found;
}

OkrItem *
okr_import_places_find_objective (OkrImportPlaces *self, const char *id, const char *title,
                                  OkrItem *cycle, OkrItem *team, gboolean *is_several)
{
  OkrItem *found = id != NULL ? okr_plan_find_typed (self->plan, id, OKR_TYPE_OBJECTIVE) : NULL;
  g_autofree char *key = NULL;

  *is_several = FALSE;
  if (found != NULL || title == NULL)
    return found;
  key = make_key (title, okr_item_get_id (cycle), team != NULL ? okr_item_get_id (team) : NULL);
  found = g_hash_table_lookup (self->objectives, key);
  if (found == NULL && team == NULL && (id == NULL || *id == '\0'))
    found = find_of_any_team (self, title, cycle, is_several);

  return found;
}

/* Where nothing is active and nothing runs, which cycle is current is nobody's choice. */
static gboolean
is_sure (OkrImportPlaces *self, OkrCycle *cycle)
{
  const OkrDay today = okr_plan_get_today (self->plan);

  return cycle != NULL &&
         (okr_cycle_get_state (cycle) == OKR_CYCLE_STATE_ACTIVE ||
          (okr_cycle_get_start (cycle) <= today && today <= okr_cycle_get_end (cycle)));
}

static gboolean
may_be_meant (OkrImportPlaces *self, OkrObjective *objective)
{
  OkrCycle *cycle =
      okr_plan_find_typed (self->plan, okr_objective_get_cycle_id (objective), OKR_TYPE_CYCLE);

  if (cycle == NULL || OKR_ITEM (cycle) == self->current)
    return TRUE;
  if (okr_cycle_get_state (cycle) == OKR_CYCLE_STATE_CLOSED)
    return FALSE;

  return okr_cycle_get_end (cycle) >= okr_plan_get_today (self->plan) ||
         !is_sure (self, (OkrCycle *) self->current);
}

static gboolean
is_in (const char *id, OkrItem *place)
{
  return place != NULL && g_strcmp0 (id, okr_item_get_id (place)) == 0;
}

OkrItem *
okr_import_places_find_known (OkrImportPlaces *self, const char *title, OkrItem *cycle,
                              OkrItem *team, gboolean *is_several)
{
  g_autofree char *folded = okr_import_fold_name (title);
  GPtrArray *same = g_hash_table_lookup (self->known, folded);
  OkrItem *found[2] = { NULL, NULL }; /* in the current cycle, and in others */
  guint n[2] = { 0, 0 };

  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      OkrObjective *objective = same->pdata[i];
      const char *cycle_id = okr_objective_get_cycle_id (objective);
      const guint where = is_in (cycle_id, cycle != NULL ? cycle : self->current) ? 0 : 1;

      if ((team != NULL && !is_in (okr_objective_get_team_id (objective), team)) ||
          (where == 1 && (cycle != NULL || !may_be_meant (self, objective))))
        continue;
      found[where] = OKR_ITEM (objective);
      n[where]++;
    }
  *is_several = n[0] > 1 || (n[0] == 0 && n[1] > 1);

  return *is_several ? NULL : found[n[0] > 0 ? 0 : 1];
}

OkrItem *
okr_import_places_find_place (OkrImportPlaces *self, GType type, const char *name)
{
  const gboolean is_cycle = type == OKR_TYPE_CYCLE;
  OkrImportPlace place = { .name = name };
  g_autofree char *quarter = is_cycle ? okr_import_parse_quarter (name) : NULL;
  OkrItem *found = is_cycle ? find_cycle (self, &place, quarter)
                            : find_place (self, self->teams, OKR_TYPE_TEAM, &place);

  return found != NULL ? found : okr_plan_find_typed (self->plan, name, type);
}

void
okr_import_places_add_objective (OkrImportPlaces *self, OkrItem *item)
{
  OkrObjective *objective = OKR_OBJECTIVE (item);
  const char *cycle = okr_objective_get_cycle_id (objective);
  g_autofree char *key =
      make_key (okr_item_get_title (item), cycle, okr_objective_get_team_id (objective));
  g_autofree char *any = make_key (okr_item_get_title (item), cycle, NULL);
  gpointer other;

  if (g_hash_table_lookup_extended (self->of_any_team, any, NULL, &other) && other != item)
    item = NULL;
  g_hash_table_insert (self->of_any_team, g_steal_pointer (&any), item);
  if (!g_hash_table_contains (self->objectives, key))
    g_hash_table_insert (self->objectives, g_steal_pointer (&key), objective);
}

static GHashTable *
index_key_results (OkrImportPlaces *self, OkrItem *objective)
{
  GHashTable *titles = g_hash_table_lookup (self->key_results, objective);

  if (titles == NULL)
    {
      titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      index_list (titles, okr_objective_get_key_results (OKR_OBJECTIVE (objective)));
      g_hash_table_insert (self->key_results, objective, titles);
    }

  return titles;
}

OkrItem *
okr_import_places_find_key_result_of (OkrImportPlaces *self, OkrItem *objective, const char *title)
{
  g_autofree char *folded = okr_import_fold_name (title);
  OkrItem *found = g_hash_table_lookup (index_key_results (self, objective), folded);

  if (found == NULL || (okr_item_get_parent (found) == objective &&
                        okr_import_is_same_name (okr_item_get_title (found), title)))
    return found;

  /* It was renamed, or moved away, so another one may have that title. */
  g_hash_table_remove (self->key_results, objective);
  return g_hash_table_lookup (index_key_results (self, objective), folded);
}

void
okr_import_places_add_key_result (OkrImportPlaces *self, OkrItem *objective, OkrItem *kr)
{
  index_name (index_key_results (self, objective), okr_item_get_title (kr), kr);
}

static char *
make_check_in_key (const char *objective, const char *title)
{
  g_autofree char *above = okr_import_fold_name (objective);
  g_autofree char *below = okr_import_fold_name (title);

  return g_strjoin ("\n", above, below, NULL);
}

/* A title that several key results have tells none of them. */
static void
index_check_in_title (OkrImportPlaces *self, const char *objective, OkrItem *kr)
{
  g_autofree char *key = make_check_in_key (objective, okr_item_get_title (kr));

  if (g_hash_table_contains (self->check_in_titles, key))
    kr = NULL;
  g_hash_table_replace (self->check_in_titles, g_steal_pointer (&key), kr);
}

static void
index_check_in_titles (OkrImportPlaces *self, OkrItem *objective)
{
  GListModel *krs = okr_objective_get_key_results (OKR_OBJECTIVE (objective));

  index_list (self->titles, krs);
  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      OkrItem *kr = okr_list_peek (OKR_LIST (krs), i);

      index_check_in_title (self, NULL, kr);
      index_check_in_title (self, okr_item_get_title (objective), kr);
    }
}

/* By the time that this is asked for, nothing more comes. */
static void
index_titles (OkrImportPlaces *self)
{
  GListModel *objectives = okr_plan_get_objectives (self->plan);

  if (self->titles != NULL)
    return;
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->check_in_titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index_list (self->titles, objectives);
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    index_check_in_titles (self, okr_list_peek (OKR_LIST (objectives), i));
}

OkrItem *
okr_import_places_find_key_result (OkrImportPlaces *self, const char *objective, const char *title,
                                   gboolean *is_known)
{
  g_autofree char *key = make_check_in_key (objective, title);
  gpointer found = NULL;

  index_titles (self);
  *is_known = title != NULL && *title != '\0' &&
              g_hash_table_lookup_extended (self->check_in_titles, key, NULL, &found);

  return *is_known ? found : NULL;
}

OkrItem *
okr_import_places_find_target (OkrImportPlaces *self, const char *name)
{
  OkrItem *found = okr_plan_find (self->plan, name);
  g_autofree char *folded = NULL;

  if (found != NULL && (OKR_IS_OBJECTIVE (found) || OKR_IS_KEY_RESULT (found)))
    return found;
  index_titles (self);
  folded = okr_import_fold_name (name);

  return g_hash_table_lookup (self->titles, folded);
}

gboolean
okr_import_places_is_new (OkrImportPlaces *self, OkrItem *place)
{
  return g_hash_table_contains (self->made, place);
}

guint
okr_import_places_get_n_cycles (OkrImportPlaces *self)
{
  return self->n_cycles;
}

guint
okr_import_places_get_n_teams (OkrImportPlaces *self)
{
  return self->n_teams;
}
