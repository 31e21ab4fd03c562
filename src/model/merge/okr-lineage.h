/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OKR_LINEAGE_MAX:
 *
 * How many states a document remembers to descend from.
 */
#define OKR_LINEAGE_MAX 32

/**
 * OkrLineageFetch:
 * @sha256: the SHA-256 of a saved state, in lower-case hex
 * @user_data: what okr_lineage_find_base() was given
 *
 * Looks up a saved state, for example in the store of versions.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL where they are not there
 */
typedef GBytes *(*OkrLineageFetch) (const char *sha256, gpointer user_data);

OkrPlan *okr_lineage_find_base (OkrPlan *ours, const char *ours_sha256, OkrPlan *theirs,
                                const char *theirs_sha256, OkrLineageFetch fetch,
                                gpointer user_data);
gboolean okr_lineage_is_newer (OkrPlan *theirs, const char *const *ours, const char *base_sha256);
void okr_lineage_extend (OkrPlan *plan, const char *const *sha256s);

G_END_DECLS
