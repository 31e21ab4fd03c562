/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-day.h"
#include "okr-enums.h"
#include "okr-item.h"

G_BEGIN_DECLS

/**
 * OkrCycle:
 *
 * Cycle: a stretch of time that is planned as one: usually a quarter.
 */
#define OKR_TYPE_CYCLE (okr_cycle_get_type ())
G_DECLARE_FINAL_TYPE (OkrCycle, okr_cycle, OKR, CYCLE, OkrItem)

OkrDay okr_cycle_get_start (OkrCycle *self);
OkrDay okr_cycle_get_end (OkrCycle *self);
OkrCycleState okr_cycle_get_state (OkrCycle *self);

G_END_DECLS
