/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-team-maker.h"

#include <glib/gi18n.h>

static gboolean
finish (OkrPlan *plan, gboolean success)
{
  if (success)
    okr_plan_end (plan);
  else
    okr_plan_cancel (plan);

  return success;
}

static gboolean
add (OkrPlan *plan, OkrItem *team, const char *name, OkrTeamKind kind, OkrTeam *parent,
     GError **error)
{
  return okr_edit_insert (plan, OKR_ITEM (plan), G_MAXUINT, team, error) &&
         okr_edit_set_text (plan, team, "name", name, error) &&
         okr_edit_set_enum (plan, team, "kind", (int) kind, error) &&
         (parent == NULL ||
          okr_edit_set_text (plan, team, "parent", okr_item_get_id (OKR_ITEM (parent)), error));
}

OkrTeam *
waymark_team_maker_add (OkrPlan *plan, const char *name, OkrTeamKind kind, OkrTeam *parent,
                        GError **error)
{
  g_autoptr (OkrItem) team = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && name != NULL, NULL);
  g_return_val_if_fail (parent == NULL || OKR_IS_TEAM (parent), NULL);

  team = okr_item_new (OKR_TYPE_TEAM, NULL);
  okr_plan_begin (plan, _ ("Add Team"));
  if (!finish (plan, add (plan, team, name, kind, parent, error)))
    return NULL;

  return OKR_TEAM (team);
}

static gboolean
hand_on_subteams (OkrPlan *plan, OkrTeam *team, GError **error)
{
  GListModel *teams = okr_plan_get_teams (plan);

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (OkrTeam) other = g_list_model_get_item (teams, i);

      if (g_str_equal (okr_team_get_parent_team (other), okr_item_get_id (OKR_ITEM (team))) &&
          !okr_edit_set_text (plan, OKR_ITEM (other), "parent", okr_team_get_parent_team (team),
                              error))
        return FALSE;
    }

  return TRUE;
}

gboolean
waymark_team_maker_delete (OkrPlan *plan, OkrTeam *team, GError **error)
{
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_TEAM (team), FALSE);

  okr_plan_begin (plan, _ ("Delete Team"));

  return finish (plan, hand_on_subteams (plan, team, error) &&
                           okr_edit_delete (plan, OKR_ITEM (team), error));
}

static gboolean
are_siblings (OkrPlan *plan, OkrTeam *a, OkrTeam *b)
{
  return okr_plan_find_typed (plan, okr_team_get_parent_team (a), OKR_TYPE_TEAM) ==
         okr_plan_find_typed (plan, okr_team_get_parent_team (b), OKR_TYPE_TEAM);
}

gboolean
waymark_team_maker_move_by (OkrPlan *plan, OkrTeam *team, int steps, GError **error)
{
  GListModel *teams;
  int n;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_TEAM (team), FALSE);
  g_return_val_if_fail (steps == -1 || steps == 1, FALSE);

  teams = okr_plan_get_teams (plan);
  n = (int) g_list_model_get_n_items (teams);
  for (int i = (int) okr_item_get_position (OKR_ITEM (team)) + steps; i >= 0 && i < n; i += steps)
    {
      g_autoptr (OkrTeam) other = g_list_model_get_item (teams, (guint) i);

      if (are_siblings (plan, team, other))
        return okr_edit_move (plan, OKR_ITEM (team), OKR_ITEM (plan), (guint) i, error);
    }

  return TRUE;
}

gboolean
waymark_team_maker_move_beside (OkrPlan *plan, OkrTeam *team, OkrTeam *sibling, gboolean after,
                                GError **error)
{
  guint from;
  guint to;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_TEAM (team) && OKR_IS_TEAM (sibling), FALSE);

  if (team == sibling)
    return TRUE;

  from = okr_item_get_position (OKR_ITEM (team));
  to = okr_item_get_position (OKR_ITEM (sibling)) + (after ? 1 : 0);
  okr_plan_begin (plan, _ ("Move Team"));

  return finish (plan, okr_edit_set_text (plan, OKR_ITEM (team), "parent",
                                          okr_team_get_parent_team (sibling), error) &&
                           okr_edit_move (plan, OKR_ITEM (team), OKR_ITEM (plan),
                                          from < to ? to - 1 : to, error));
}
