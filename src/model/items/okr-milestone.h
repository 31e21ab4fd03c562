/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-item.h"

G_BEGIN_DECLS

/**
 * OkrMilestone:
 *
 * Milestone: a step of a key result that is either done or not.
 */
#define OKR_TYPE_MILESTONE (okr_milestone_get_type ())
G_DECLARE_FINAL_TYPE (OkrMilestone, okr_milestone, OKR, MILESTONE, OkrItem)

double okr_milestone_get_weight (OkrMilestone *self);
OkrDay okr_milestone_get_done (OkrMilestone *self);

G_END_DECLS
