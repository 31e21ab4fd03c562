/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-csv.h"
#include "okr-goalpost.h"
#include "okr-list.h"

/* How much a plan holds that rows of key results have no place for. */
typedef struct
{
  guint n_check_ins;
  guint n_initiatives;
  guint n_goalposts;
  guint n_kpis;
  guint n_reviews;
  guint n_empty_teams;
  guint n_empty_cycles;
  gboolean has_mission;
} LeftOut;

static void
count_key_result (LeftOut *left_out, OkrKeyResult *kr)
{
  const guint n_check_ins = g_list_model_get_n_items (okr_key_result_get_check_ins (kr));

  left_out->n_initiatives += g_list_model_get_n_items (okr_key_result_get_initiatives (kr));
  if (n_check_ins > 0)
    left_out->n_check_ins += n_check_ins - (okr_key_result_get_figures (kr)->latest != NULL);
  for (guint i = 0; i < OKR_N_GOALPOSTS; i++)
    left_out->n_goalposts += okr_goalpost_is_moved (kr, (OkrGoalpost) i);
}

static void
count_objective (LeftOut *left_out, const OkrScope *scope, OkrObjective *objective)
{
  GListModel *krs = okr_objective_get_key_results (objective);

  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      OkrKeyResult *kr = OKR_KEY_RESULT (okr_list_peek (OKR_LIST (krs), i));

      if (okr_scope_has_key_result (scope, objective, kr))
        count_key_result (left_out, kr);
    }
}

static guint
count_unused (GListModel *places, GHashTable *used)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    n += !g_hash_table_contains (used, okr_item_get_id (okr_list_peek (OKR_LIST (places), i)));

  return n;
}

/* What a plan has besides objectives; a part of it is not expected to show that. */
static void
count_plan (LeftOut *left_out, OkrPlan *plan, GHashTable *used)
{
  left_out->n_kpis = g_list_model_get_n_items (okr_plan_get_kpis (plan));
  left_out->n_reviews = g_list_model_get_n_items (okr_plan_get_reviews (plan));
  left_out->n_empty_teams = count_unused (okr_plan_get_teams (plan), used);
  left_out->n_empty_cycles = count_unused (okr_plan_get_cycles (plan), used);
  left_out->has_mission =
      *okr_plan_get_mission (plan) != '\0' || *okr_plan_get_vision (plan) != '\0';
}

static void
count (LeftOut *left_out, OkrPlan *plan, const OkrScope *scope)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *objectives = okr_plan_get_objectives (plan);

  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      OkrObjective *objective = OKR_OBJECTIVE (okr_list_peek (OKR_LIST (objectives), i));

      if (!okr_scope_has_objective (scope, plan, objective))
        continue;
      count_objective (left_out, scope, objective);
      g_hash_table_add (used, (gpointer) okr_objective_get_cycle_id (objective));
      g_hash_table_add (used, (gpointer) okr_objective_get_team_id (objective));
    }
  if (scope == NULL || (scope->cycle == NULL && scope->team == NULL && scope->owner == NULL))
    count_plan (left_out, plan, used);
}

/* Takes @part, which is only said when there is something. */
static void
add_part (GString *text, guint n, char *part)
{
  if (n > 0 && text->len > 0)
    /* Translators: between the parts of an enumeration */
    g_string_append (text, _ (", "));
  if (n > 0)
    g_string_append (text, part);
  g_free (part);
}

static char *
list (const LeftOut *left_out)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = left_out->n_check_ins;

  add_part (text, n, g_strdup_printf (ngettext ("%u other check-in", "%u other check-ins", n), n));
  n = left_out->n_initiatives;
  add_part (text, n, g_strdup_printf (ngettext ("%u initiative", "%u initiatives", n), n));
  n = left_out->n_goalposts;
  add_part (text, n, g_strdup_printf (ngettext ("%u moved goalpost", "%u moved goalposts", n), n));
  n = left_out->n_kpis;
  add_part (text, n, g_strdup_printf (ngettext ("%u KPI", "%u KPIs", n), n));
  n = left_out->n_reviews;
  add_part (text, n, g_strdup_printf (ngettext ("%u review", "%u reviews", n), n));
  n = left_out->n_empty_cycles;
  add_part (text, n,
            g_strdup_printf (
                ngettext ("%u cycle without objectives", "%u cycles without objectives", n), n));
  n = left_out->n_empty_teams;
  add_part (text, n,
            g_strdup_printf (
                ngettext ("%u team without objectives", "%u teams without objectives", n), n));
  add_part (text, left_out->has_mission, g_strdup (_ ("mission and vision")));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
okr_csv_dup_left_out (OkrPlan *plan, const OkrScope *scope)
{
  LeftOut left_out = { 0 };
  g_autofree char *parts = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  count (&left_out, plan, scope);
  parts = list (&left_out);
  if (*parts == '\0')
    return NULL;

  /* Translators: an enumeration, such as "20 initiatives, 4 reviews" */
  return g_strdup_printf (_ ("A table has no place for: %s."), parts);
}
