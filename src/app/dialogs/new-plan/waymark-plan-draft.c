/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-plan-draft.h"

#include <glib/gi18n.h>
#include <math.h>

#include "waymark-cycle-maker.h"
#include "waymark-team-maker.h"

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
add_key_result (OkrPlan *plan, OkrItem *objective, const WaymarkKeyResultDraft *draft,
                const char *owner, GError **error)
{
  g_autoptr (OkrItem) kr = okr_item_new (OKR_TYPE_KEY_RESULT, NULL);

  return okr_edit_insert (plan, objective, G_MAXUINT, kr, error) &&
         okr_edit_set_text (plan, kr, "title", draft->title, error) &&
         okr_edit_set_text (plan, kr, "owner", owner, error) &&
         okr_edit_set_text (plan, kr, "unit", draft->unit, error) &&
         okr_edit_set_number (plan, kr, "start", draft->start, error) &&
         okr_edit_set_number (plan, kr, "target", draft->target, error);
}

static gboolean
add_objective (const WaymarkPlanDraft *self, OkrPlan *plan, OkrCycle *cycle, OkrTeam *company,
               GError **error)
{
  g_autoptr (OkrItem) objective = okr_item_new (OKR_TYPE_OBJECTIVE, NULL);

  if (!okr_edit_insert (plan, OKR_ITEM (plan), G_MAXUINT, objective, error) ||
      !okr_edit_set_text (plan, objective, "title", self->objective, error) ||
      !okr_edit_set_text (plan, objective, "owner", self->owner, error) ||
      !okr_edit_set_text (plan, objective, "team", okr_item_get_id (OKR_ITEM (company)), error) ||
      (cycle != NULL &&
       !okr_edit_set_text (plan, objective, "cycle", okr_item_get_id (OKR_ITEM (cycle)), error)))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (self->key_results); i++)
    {
      if (!is_empty (self->key_results[i].title) &&
          !add_key_result (plan, objective, &self->key_results[i], self->owner, error))
        return FALSE;
    }

  return TRUE;
}

static OkrTeam *
add_teams (const WaymarkPlanDraft *self, OkrPlan *plan, GError **error)
{
  const char *name = is_empty (self->organisation) ? _ ("Company") : self->organisation;
  OkrTeam *company = waymark_team_maker_add (plan, name, OKR_TEAM_KIND_COMPANY, NULL, error);

  for (guint i = 0; company != NULL && self->teams != NULL && self->teams[i] != NULL; i++)
    {
      if (waymark_team_maker_add (plan, self->teams[i], OKR_TEAM_KIND_TEAM, company, error) == NULL)
        return NULL;
    }

  return company;
}

static gboolean
fill (const WaymarkPlanDraft *self, OkrPlan *plan, GError **error)
{
  const char *title = is_empty (self->organisation) ? _ ("New Plan") : self->organisation;
  OkrCycle *cycle = NULL;
  OkrTeam *company;

  if (!okr_edit_set_text (plan, OKR_ITEM (plan), "title", title, error) ||
      !okr_edit_set_text (plan, OKR_ITEM (plan), "mission", self->mission, error))
    return FALSE;

  if (!is_empty (self->cycle_name))
    {
      cycle = waymark_cycle_maker_add (plan, self->cycle_name, self->cycle_start, self->cycle_end,
                                       error);
      if (cycle == NULL)
        return FALSE;
    }

  company = add_teams (self, plan, error);

  return company != NULL &&
         (is_empty (self->objective) || add_objective (self, plan, cycle, company, error));
}

OkrPlan *
waymark_plan_draft_build (const WaymarkPlanDraft *self, GError **error)
{
  g_autoptr (OkrPlan) plan = okr_plan_new ();

  g_return_val_if_fail (self != NULL, NULL);

  okr_plan_begin (plan, _ ("New Plan"));
  if (!fill (self, plan, error))
    {
      okr_plan_cancel (plan);
      return NULL;
    }
  okr_plan_end (plan);
  okr_history_stop_coalescing (okr_plan_get_history (plan));

  return g_steal_pointer (&plan);
}
