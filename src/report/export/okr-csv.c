/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-csv.h"

#include <math.h>
#include <string.h>

#include "okr-cell-list.h"
#include "okr-json-number.h"
#include "okr-list.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static const char *const plan_headings[] = {
  "Cycle",
  "Team",
  "Objective ID",
  "Objective",
  "Objective Owner",
  "Ambition",
  "Tags",
  "Contributes To",
  "Objective Progress",
  "Key Result ID",
  "Key Result",
  "Owner",
  "Kind",
  "Start",
  "Target",
  "Low",
  "High",
  "Unit",
  "Current",
  "Check-in Date",
  "Confidence",
  "Note",
  "Obstacle",
  "Due",
  "Weight",
  "Description",
  "Source",
  "Progress",
  "Expected",
  "Status",
};

/* A column that holds a field as it is. */
typedef struct
{
  const char *heading;
  const char *path;
} Detail;

/* What follows these, for the way back. */
static const Detail key_result_details[] = {
  { "Computed Grade", "grade.computed" },
  { "Self-assessed Grade", "grade.self" },
  { "Grade Reason", "grade.reason" },
  { "Learned", "grade.learned" },
};

static const Detail objective_details[] = {
  { "Objective Description", "description" },
  { "Objective Weight", "weight" },
  { "Objective State", "state" },
  { "Objective Computed Grade", "grade.computed" },
  { "Objective Self-assessed Grade", "grade.self" },
  { "Objective Grade Reason", "grade.reason" },
  { "Objective Learned", "grade.learned" },
};

static const Detail cycle_details[] = {
  { "Cycle ID", "id" },
  { "Cycle Start", "start" },
  { "Cycle End", "end" },
  { "Cycle State", "state" },
};

static const Detail team_details[] = {
  { "Team ID", "id" },
  { "Team Kind", "kind" },
  { "Team Lead", "lead" },
};

static const char *const check_in_headings[] = {
  "Date",       "Key Result ID", "Key Result", "Value",  "Unit",
  "Confidence", "Note",          "Obstacle",   "Author",
};

typedef struct
{
  GString *text;
  gboolean has_cell; /* in the row that is being written */
} Csv;

/* Which part of a plan, and what its titles are. */
typedef struct
{
  OkrPlan *plan;
  const OkrScope *scope;
  GHashTable *titles; /* of objectives and key results → how many have it */
} Whole;

static void
separate (Csv *csv)
{
  if (csv->has_cell)
    g_string_append_c (csv->text, ',');
  csv->has_cell = TRUE;
}

static void
end_row (Csv *csv)
{
  g_string_append (csv->text, "\r\n");
  csv->has_cell = FALSE;
}

static void
add_text (Csv *csv, const char *text)
{
  const char *shown = text != NULL ? text : "";
  const gboolean is_formula = okr_cell_needs_guard (shown);

  separate (csv);
  if (!is_formula && strpbrk (shown, ",;\"\r\n\t") == NULL)
    {
      g_string_append (csv->text, shown);
      return;
    }
  g_string_append_c (csv->text, '"');
  if (is_formula)
    g_string_append_c (csv->text, '\'');
  for (; *shown != '\0'; shown++)
    {
      if (*shown == '"')
        g_string_append_c (csv->text, '"');
      g_string_append_c (csv->text, *shown);
    }
  g_string_append_c (csv->text, '"');
}

static void
add_number (Csv *csv, double number)
{
  separate (csv);
  if (!isnan (number))
    okr_json_append_number (csv->text, number);
}

static void
add_progress (Csv *csv, double progress)
{
  /* Four decimals are a hundredth of a per cent; more is dust. */
  add_number (csv, isnan (progress) ? progress : round (progress * 1e4) / 1e4);
}

static void
add_day (Csv *csv, OkrDay day)
{
  separate (csv);
  okr_day_append_iso (csv->text, day);
}

static void
add_confidence (Csv *csv, int confidence)
{
  add_number (csv, confidence >= 0 ? confidence : (double) NAN);
}

static void
add_nothing (Csv *csv, guint n)
{
  for (guint i = 0; i < n; i++)
    add_text (csv, NULL);
}

static const char *
get_title (OkrPlan *plan, const char *id)
{
  OkrItem *item = id != NULL ? okr_plan_find (plan, id) : NULL;

  return item != NULL ? okr_item_get_title (item) : NULL;
}

/* Rows */

static void
note_title (Whole *whole, OkrItem *item)
{
  const char *title = okr_item_get_title (item);
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (whole->titles, title));

  g_hash_table_insert (whole->titles, (gpointer) title, GUINT_TO_POINTER (n + 1));
}

static void
note_titles (Whole *whole)
{
  GListModel *objectives = okr_plan_get_objectives (whole->plan);

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      OkrItem *objective = okr_list_peek (OKR_LIST (objectives), i);
      GListModel *krs = okr_objective_get_key_results (OKR_OBJECTIVE (objective));

      note_title (whole, objective);
      for (guint k = 0; k < g_list_model_get_n_items (krs); k++)
        note_title (whole, okr_list_peek (OKR_LIST (krs), k));
    }
}

/* A title says more than an id, where it says which. */
static const char *
choose_name (const Whole *whole, const char *id)
{
  const char *title = get_title (whole->plan, id);
  const gboolean is_clear =
      title != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (whole->titles, title)) == 1 &&
      strchr (title, ';') == NULL && okr_plan_find (whole->plan, title) == NULL;

  return is_clear ? title : id;
}

static void
add_targets (Csv *csv, const Whole *whole, OkrObjective *objective)
{
  const char *const *ids = okr_objective_get_contributes_to (objective);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (text->len > 0)
        g_string_append (text, "; ");
      g_string_append (text, choose_name (whole, ids[i]));
    }
  add_text (csv, text->str);
}

/* Rows */

static void
add_objective (Csv *csv, const Whole *whole, OkrObjective *objective)
{
  g_autofree char *tags = okr_cell_from_tags (okr_objective_get_tags (objective));

  add_text (csv, get_title (whole->plan, okr_objective_get_cycle_id (objective)));
  add_text (csv, get_title (whole->plan, okr_objective_get_team_id (objective)));
  add_text (csv, okr_item_get_id (OKR_ITEM (objective)));
  add_text (csv, okr_item_get_title (OKR_ITEM (objective)));
  add_text (csv, okr_objective_get_owner (objective));
  add_text (csv,
            okr_enum_to_nick (OKR_TYPE_AMBITION, (int) okr_objective_get_ambition (objective)));
  add_text (csv, tags);
  add_targets (csv, whole, objective);
  add_progress (csv, okr_objective_get_figures (objective)->progress);
}

static void
add_latest (Csv *csv, const OkrKeyResultFigures *figures)
{
  OkrCheckIn *latest = figures->latest;

  add_number (csv, figures->value);
  add_day (csv, latest != NULL ? okr_check_in_get_date (latest) : OKR_DAY_NONE);
  add_confidence (csv, figures->confidence);
  add_text (csv, latest != NULL ? okr_check_in_get_note (latest) : NULL);
  add_text (csv, latest != NULL ? okr_check_in_get_obstacle (latest) : NULL);
}

static void
add_key_result (Csv *csv, OkrKeyResult *kr)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (kr);

  add_text (csv, okr_item_get_id (OKR_ITEM (kr)));
  add_text (csv, okr_item_get_title (OKR_ITEM (kr)));
  add_text (csv, okr_key_result_get_owner (kr));
  add_text (csv, okr_enum_to_nick (OKR_TYPE_KEY_RESULT_KIND, (int) okr_key_result_get_kind (kr)));
  add_number (csv, okr_key_result_get_start (kr));
  add_number (csv, okr_key_result_get_target (kr));
  add_number (csv, okr_key_result_get_low (kr));
  add_number (csv, okr_key_result_get_high (kr));
  add_text (csv, okr_key_result_get_unit (kr));
  add_latest (csv, figures);
  add_day (csv, okr_key_result_get_due (kr));
  add_number (csv, okr_key_result_get_weight (kr));
  add_text (csv, okr_key_result_get_description (kr));
  add_text (csv, okr_key_result_get_source (kr));
  add_progress (csv, figures->progress);
  add_progress (csv, figures->expected);
  add_text (csv, okr_enum_to_nick (OKR_TYPE_STATUS, (int) figures->status));
}

/* Nothing for a place that the objective has not got. */
static void
add_details (Csv *csv, OkrItem *item, const Detail *details, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text =
          item != NULL ? okr_field_to_text (okr_item_find_field (item, details[i].path), item)
                       : NULL;

      add_text (csv, text);
    }
}

static void
add_more_of_key_result (Csv *csv, OkrKeyResult *kr)
{
  OkrCheckIn *latest = kr != NULL ? okr_key_result_get_figures (kr)->latest : NULL;
  g_autofree char *milestones =
      kr != NULL ? okr_cell_from_milestones (okr_key_result_get_milestones (kr)) : NULL;

  add_text (csv, milestones);
  add_text (csv, latest != NULL ? okr_check_in_get_author (latest) : NULL);
  add_details (csv, (OkrItem *) kr, key_result_details, G_N_ELEMENTS (key_result_details));
}

/* What is not in the table cannot be found by whoever reads it. */
static void
add_origin (Csv *csv, const Whole *whole, OkrObjective *objective)
{
  const char *id = okr_objective_get_carried_from (objective);
  OkrItem *origin = id != NULL ? okr_plan_find_typed (whole->plan, id, OKR_TYPE_OBJECTIVE) : NULL;

  add_text (csv, origin != NULL &&
                         okr_scope_has_objective (whole->scope, whole->plan, OKR_OBJECTIVE (origin))
                     ? choose_name (whole, id)
                     : NULL);
}

static gboolean
is_only_one (OkrPlan *plan, const char *team)
{
  GListModel *teams = okr_plan_get_teams (plan);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    n += g_strcmp0 (okr_item_get_title (okr_list_peek (OKR_LIST (teams), i)), team) == 0;

  return n == 1;
}

/* Of two teams of one name the id tells which. */
static void
add_parent_team (Csv *csv, const Whole *whole, OkrTeam *team)
{
  const char *id = team != NULL ? okr_team_get_parent_team (team) : NULL;
  const char *name = get_title (whole->plan, id);
  g_autofree char *both = NULL;

  if (name != NULL && !is_only_one (whole->plan, name))
    both = g_strdup_printf ("%s (%s)", name, id);
  add_text (csv, both != NULL ? both : name);
}

static void
add_more_of_objective (Csv *csv, const Whole *whole, OkrObjective *objective)
{
  OkrItem *cycle =
      okr_plan_find_typed (whole->plan, okr_objective_get_cycle_id (objective), OKR_TYPE_CYCLE);
  OkrItem *team =
      okr_plan_find_typed (whole->plan, okr_objective_get_team_id (objective), OKR_TYPE_TEAM);

  add_details (csv, OKR_ITEM (objective), objective_details, G_N_ELEMENTS (objective_details));
  add_origin (csv, whole, objective);
  add_details (csv, cycle, cycle_details, G_N_ELEMENTS (cycle_details));
  add_details (csv, team, team_details, G_N_ELEMENTS (team_details));
  add_parent_team (csv, whole, (OkrTeam *) team);
}

/* An objective without key results has a row, too. */
static void
add_row (Csv *csv, const Whole *whole, OkrObjective *objective, OkrKeyResult *kr)
{
  add_objective (csv, whole, objective);
  if (kr != NULL)
    add_key_result (csv, kr);
  else
    add_nothing (csv, G_N_ELEMENTS (plan_headings) - 9);
  add_more_of_key_result (csv, kr);
  add_more_of_objective (csv, whole, objective);
  end_row (csv);
}

static void
add_rows (Csv *csv, const Whole *whole, OkrObjective *objective)
{
  GListModel *krs = okr_objective_get_key_results (objective);
  const guint n = g_list_model_get_n_items (krs);

  for (guint i = 0; i < n; i++)
    {
      OkrKeyResult *kr = OKR_KEY_RESULT (okr_list_peek (OKR_LIST (krs), i));

      if (okr_scope_has_key_result (whole->scope, objective, kr))
        add_row (csv, whole, objective, kr);
    }
  if (n == 0)
    add_row (csv, whole, objective, NULL);
}

static void
add_headings (Csv *csv, const char *const *headings, guint n)
{
  for (guint i = 0; i < n; i++)
    add_text (csv, headings[i]);
}

static void
add_detail_headings (Csv *csv, const Detail *details, guint n)
{
  for (guint i = 0; i < n; i++)
    add_text (csv, details[i].heading);
}

static void
add_plan_headings (Csv *csv)
{
  add_headings (csv, plan_headings, G_N_ELEMENTS (plan_headings));
  add_text (csv, "Milestones");
  add_text (csv, "Check-in Author");
  add_detail_headings (csv, key_result_details, G_N_ELEMENTS (key_result_details));
  add_detail_headings (csv, objective_details, G_N_ELEMENTS (objective_details));
  add_text (csv, "Carried From");
  add_detail_headings (csv, cycle_details, G_N_ELEMENTS (cycle_details));
  add_detail_headings (csv, team_details, G_N_ELEMENTS (team_details));
  add_text (csv, "Team Parent");
  end_row (csv);
}

static Csv
start (void)
{
  return (Csv){ g_string_new (BYTE_ORDER_MARK), FALSE };
}

static GBytes *
finish (Csv *csv)
{
  return g_string_free_to_bytes (g_steal_pointer (&csv->text));
}

GBytes *
okr_csv_from_plan (OkrPlan *plan, const OkrScope *scope)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  Whole whole = { plan, scope, titles };
  Csv csv;
  GListModel *objectives;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  csv = start ();
  note_titles (&whole);
  objectives = okr_plan_get_objectives (plan);
  add_plan_headings (&csv);
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      OkrObjective *objective = OKR_OBJECTIVE (okr_list_peek (OKR_LIST (objectives), i));

      if (okr_scope_has_objective (scope, plan, objective))
        add_rows (&csv, &whole, objective);
    }

  return finish (&csv);
}

/* The log */

static int
compare_check_ins (gconstpointer a, gconstpointer b)
{
  OkrCheckIn *first = *(OkrCheckIn *const *) a;
  OkrCheckIn *second = *(OkrCheckIn *const *) b;
  const OkrDay one = okr_check_in_get_date (first), other = okr_check_in_get_date (second);

  if (one != other)
    return one < other ? -1 : 1;

  return g_strcmp0 (okr_check_in_get_created (first), okr_check_in_get_created (second));
}

static void
collect_check_ins (GPtrArray *found, const OkrScope *scope, OkrObjective *objective)
{
  GListModel *krs = okr_objective_get_key_results (objective);

  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      OkrKeyResult *kr = OKR_KEY_RESULT (okr_list_peek (OKR_LIST (krs), i));
      GListModel *check_ins = okr_key_result_get_check_ins (kr);

      for (guint k = 0; k < g_list_model_get_n_items (check_ins); k++)
        {
          OkrCheckIn *check_in = OKR_CHECK_IN (okr_list_peek (OKR_LIST (check_ins), k));

          if (!okr_check_in_get_retracted (check_in) &&
              okr_scope_has_key_result (scope, objective, kr))
            g_ptr_array_add (found, check_in);
        }
    }
}

static void
add_check_in (Csv *csv, OkrCheckIn *check_in)
{
  OkrItem *kr = okr_item_get_parent (OKR_ITEM (check_in));

  add_day (csv, okr_check_in_get_date (check_in));
  add_text (csv, okr_item_get_id (kr));
  add_text (csv, okr_item_get_title (kr));
  add_number (csv, okr_check_in_get_value (check_in));
  add_text (csv, okr_key_result_get_unit (OKR_KEY_RESULT (kr)));
  add_confidence (csv, okr_check_in_get_confidence (check_in));
  add_text (csv, okr_check_in_get_note (check_in));
  add_text (csv, okr_check_in_get_obstacle (check_in));
  add_text (csv, okr_check_in_get_author (check_in));
  end_row (csv);
}

GBytes *
okr_csv_from_check_ins (OkrPlan *plan, const OkrScope *scope)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  Csv csv = start ();
  GListModel *objectives;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  objectives = okr_plan_get_objectives (plan);
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      OkrObjective *objective = OKR_OBJECTIVE (okr_list_peek (OKR_LIST (objectives), i));

      if (okr_scope_has_objective (scope, plan, objective))
        collect_check_ins (found, scope, objective);
    }
  g_ptr_array_sort (found, compare_check_ins);
  add_headings (&csv, check_in_headings, G_N_ELEMENTS (check_in_headings));
  end_row (&csv);
  for (guint i = 0; i < found->len; i++)
    add_check_in (&csv, found->pdata[i]);

  return finish (&csv);
}
