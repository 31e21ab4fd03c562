/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-digest.h"

G_BEGIN_DECLS

/** How many of its latest check-ins the details of a key result tell. */
#define OKR_DIGEST_LAST_CHECK_INS 3

/**
 * okr_digest_new_for_item:
 * @plan: a plan
 * @item: one of its objectives or key results
 * @objective: (out) (transfer none): what is told of the objective
 * @key_result: (out) (transfer none) (nullable): what is told of the key result; %NULL where @item
 *   is an objective
 *
 * Returns: (transfer full) (nullable): what holds both; %NULL for an item of another kind
 */
OkrDigest *okr_digest_new_for_item (OkrPlan *plan, OkrItem *item,
                                    const OkrDigestObjective **objective,
                                    const OkrDigestKeyResult **key_result);

G_END_DECLS
