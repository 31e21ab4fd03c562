/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-digest-private.h"

G_BEGIN_DECLS

/**
 * okr_digest_objective_new_for_item:
 * @plan: a plan
 * @item: one of its objectives or key results
 * @key_result: (out) (transfer none) (nullable): what is told of the key result, which is one of
 *   those of the objective; %NULL where @item is an objective
 *
 * Returns: (transfer full) (nullable): what is told of the objective; %NULL for an item of another
 *   kind. Free it with okr_digest_objective_free()
 */
OkrDigestObjective *okr_digest_objective_new_for_item (OkrPlan *plan, OkrItem *item,
                                                       const OkrDigestKeyResult **key_result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrDigestObjective, okr_digest_objective_free)

G_END_DECLS
