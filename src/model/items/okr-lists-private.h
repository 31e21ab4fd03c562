/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-key-result.h"
#include "okr-list.h"
#include "okr-objective.h"

G_BEGIN_DECLS

/* The lists that figures are computed from, NULL where nothing was ever in them. The public getters
 * make a list for everyone who asks, which costs a plan of thousands of key results dearly. */

OkrList *okr_objective_peek_key_results (OkrObjective *self);
OkrList *okr_key_result_peek_milestones (OkrKeyResult *self);
OkrList *okr_key_result_peek_check_ins (OkrKeyResult *self);

G_END_DECLS
