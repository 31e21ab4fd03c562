/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "okr-json-output.h"
#include "okr-show.h"

static void
add_cycles (OkrJsonOutput *out, const OkrShowScope *scope)
{
  GListModel *cycles = okr_plan_get_cycles (scope->plan);

  okr_json_output_open (out, "cycles", '[');
  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OkrCycle) cycle = g_list_model_get_item (cycles, i);
      const OkrScopeFigures *figures;

      if (scope->cycle != NULL && scope->cycle != cycle)
        continue;
      figures = okr_plan_get_figures (scope->plan, cycle, scope->team);
      okr_json_output_open (out, NULL, '{');
      okr_json_output_add_string (out, "id", okr_item_get_id (OKR_ITEM (cycle)));
      okr_json_output_add_number (out, "progress", figures->progress);
      okr_json_output_add_number (out, "expected", figures->expected);
      okr_json_output_add_number (out, "objectives", figures->n_objectives);
      okr_json_output_close (out);
    }
  okr_json_output_close (out);
}

static void
add_figures (OkrJsonOutput *out, double progress, double expected, OkrStatus status)
{
  okr_json_output_add_number (out, "progress", progress);
  okr_json_output_add_number (out, "expected", expected);
  okr_json_output_add_string (out, "status", okr_enum_to_nick (OKR_TYPE_STATUS, (int) status));
}

static void
add_key_result (OkrJsonOutput *out, OkrKeyResult *kr)
{
  const OkrKeyResultFigures *figures = okr_key_result_get_figures (kr);
  const int days = figures->days_since_check_in;

  okr_json_output_open (out, NULL, '{');
  okr_json_output_add_string (out, "id", okr_item_get_id (OKR_ITEM (kr)));
  okr_json_output_add_string (out, "title", okr_item_get_title (OKR_ITEM (kr)));
  okr_json_output_add_number (out, "value", figures->value);
  add_figures (out, figures->progress, figures->expected, figures->status);
  okr_json_output_add_number (out, "confidence",
                              figures->confidence >= 0 ? figures->confidence : (double) NAN);
  okr_json_output_add_number (out, "daysSinceCheckIn", days >= 0 ? days : (double) NAN);
  okr_json_output_add_number (out, "lands",
                              figures->projection.defined ? figures->projection.lands
                                                          : (double) NAN);
  okr_json_output_close (out);
}

static void
add_objective (OkrJsonOutput *out, OkrObjective *objective)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);
  GListModel *krs = okr_objective_get_key_results (objective);

  okr_json_output_open (out, NULL, '{');
  okr_json_output_add_string (out, "id", okr_item_get_id (OKR_ITEM (objective)));
  okr_json_output_add_string (out, "title", okr_item_get_title (OKR_ITEM (objective)));
  add_figures (out, figures->progress, figures->expected, figures->pace);
  okr_json_output_open (out, "keyResults", '[');
  for (guint i = 0; i < g_list_model_get_n_items (krs); i++)
    {
      g_autoptr (OkrKeyResult) kr = g_list_model_get_item (krs, i);

      add_key_result (out, kr);
    }
  okr_json_output_close (out);
  okr_json_output_close (out);
}

void
okr_show_json (const OkrShowScope *scope)
{
  g_autoptr (OkrJsonOutput) out = okr_json_output_new ();
  g_autofree char *today = okr_day_to_iso (okr_plan_get_today (scope->plan));
  GListModel *objectives = okr_plan_get_objectives (scope->plan);

  okr_json_output_open (out, NULL, '{');
  okr_json_output_add_string (out, "id", okr_item_get_id (OKR_ITEM (scope->plan)));
  okr_json_output_add_string (out, "title", okr_item_get_title (OKR_ITEM (scope->plan)));
  okr_json_output_add_string (out, "today", today);
  add_cycles (out, scope);
  okr_json_output_open (out, "objectives", '[');
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);

      if (okr_show_scope_contains (scope, objective))
        add_objective (out, objective);
    }
  okr_json_output_close (out);
  okr_json_output_close (out);
  okr_json_output_print (out);
}
