/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-reveal.h"

static OkrCycle *
find_cycle (WaymarkSession *session, OkrItem *item)
{
  OkrItem *objective = OKR_IS_OBJECTIVE (item) ? item : okr_item_get_parent (item);
  const char *id = okr_objective_get_cycle_id (OKR_OBJECTIVE (objective));

  return id != NULL ? okr_plan_find_typed (waymark_session_get_plan (session), id, OKR_TYPE_CYCLE)
                    : NULL;
}

void
waymark_reveal (WaymarkSession *session, OkrItem *item)
{
  g_return_if_fail (WAYMARK_IS_SESSION (session));
  g_return_if_fail (OKR_IS_OBJECTIVE (item) || OKR_IS_KEY_RESULT (item));

  if (!waymark_session_shows (session, item))
    {
      waymark_session_set_attention (session, 0);
      waymark_session_set_search (session, "");
    }
  if (!waymark_session_shows (session, item))
    waymark_session_set_cycle (session, find_cycle (session, item));
  if (!waymark_session_shows (session, item))
    waymark_session_set_team (session, NULL);
  waymark_session_set_selected (session, item);
}
