/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-item-choices.h"

#include "okr-item-text.h"
#include "okr-scope.h"
#include "okr-team-tree.h"

static void
add_choice (GArray *choices, OkrItem *item, guint depth)
{
  const WaymarkChoice choice = { okr_item_get_id (item), okr_item_text_get_title (item), depth };

  g_array_append_val (choices, choice);
}

static GArray *
begin_with (const char *none)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (WaymarkChoice));
  const WaymarkChoice choice = { "", none, 0 };

  g_array_append_val (choices, choice);

  return choices;
}

static void
show (WaymarkChoiceRow *row, GArray *choices)
{
  waymark_choice_row_set_choices (row, (const WaymarkChoice *) (gpointer) choices->data,
                                  choices->len);
}

void
waymark_item_choices_show_teams (WaymarkChoiceRow *row, OkrPlan *plan, const char *none)
{
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (GArray) choices = NULL;

  g_return_if_fail (WAYMARK_IS_CHOICE_ROW (row) && OKR_IS_PLAN (plan) && none != NULL);

  nodes = okr_plan_list_team_tree (plan);
  choices = begin_with (none);
  for (guint i = 0; i < nodes->len; i++)
    {
      const OkrTeamNode *node = &g_array_index (nodes, OkrTeamNode, i);

      add_choice (choices, OKR_ITEM (node->team), node->depth);
    }
  show (row, choices);
}

void
waymark_item_choices_show_cycles (WaymarkChoiceRow *row, OkrPlan *plan, const char *none)
{
  GListModel *cycles;
  g_autoptr (GArray) choices = NULL;

  g_return_if_fail (WAYMARK_IS_CHOICE_ROW (row) && OKR_IS_PLAN (plan) && none != NULL);

  cycles = okr_plan_get_cycles (plan);
  choices = begin_with (none);
  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OkrItem) cycle = g_list_model_get_item (cycles, i);

      add_choice (choices, cycle, 0);
    }
  show (row, choices);
}

void
waymark_item_choices_show_people (WaymarkChoiceRow *row, OkrPlan *plan, gboolean has_initiatives,
                                  const char *none)
{
  g_auto (GStrv) people = NULL;
  g_autoptr (GArray) choices = NULL;

  g_return_if_fail (WAYMARK_IS_CHOICE_ROW (row) && OKR_IS_PLAN (plan) && none != NULL);

  people = okr_scope_list_people (plan, has_initiatives);
  choices = begin_with (none);
  for (guint i = 0; people[i] != NULL; i++)
    {
      const WaymarkChoice choice = { people[i], people[i], 0 };

      g_array_append_val (choices, choice);
    }
  show (row, choices);
}
