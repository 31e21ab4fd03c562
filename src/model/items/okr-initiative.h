/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-item.h"

G_BEGIN_DECLS

/**
 * OkrInitiative:
 *
 * Initiative: work that is tried in order to move a key result.
 */
#define OKR_TYPE_INITIATIVE (okr_initiative_get_type ())
G_DECLARE_FINAL_TYPE (OkrInitiative, okr_initiative, OKR, INITIATIVE, OkrItem)

const char *okr_initiative_get_owner (OkrInitiative *self);
OkrInitiativeState okr_initiative_get_state (OkrInitiative *self);
OkrDay okr_initiative_get_due (OkrInitiative *self);
const char *okr_initiative_get_outcome (OkrInitiative *self);

G_END_DECLS
