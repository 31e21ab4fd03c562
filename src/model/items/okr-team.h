/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-item.h"

G_BEGIN_DECLS

/**
 * OkrTeam:
 *
 * Team: a part of the organisation: the company itself, a department, a team or a person.
 */
#define OKR_TYPE_TEAM (okr_team_get_type ())
G_DECLARE_FINAL_TYPE (OkrTeam, okr_team, OKR, TEAM, OkrItem)

OkrTeamKind okr_team_get_kind (OkrTeam *self);
const char *okr_team_get_parent_team (OkrTeam *self);
const char *okr_team_get_lead (OkrTeam *self);

G_END_DECLS
