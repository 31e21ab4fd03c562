/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-merge.h"

G_BEGIN_DECLS

/**
 * okr_ancestor_find:
 * @ours: one copy of a plan
 * @ours_sha256: (nullable): the SHA-256 of the bytes that it was loaded from
 * @theirs: the other copy
 * @theirs_sha256: (nullable): the SHA-256 of the bytes that it was loaded from
 *
 * Finds the newest state that both copies descend from, in one of them or in the version store;
 * where histories have crossed, what their several newest states make together, as
 * okr_lineage_find_base() does. Blocks; call it in a thread.
 *
 * Returns: (transfer full) (nullable): that state
 */
OkrPlan *okr_ancestor_find (OkrPlan *ours, const char *ours_sha256, OkrPlan *theirs,
                            const char *theirs_sha256);

/**
 * okr_ancestor_merge_marked:
 * @bytes: a file that git has left with the markers of conflicts in it
 * @cancellable: (nullable): stops reading
 * @error: return location for an error: %OKR_MODEL_ERROR_MARKERS, what okr_plan_new_from_bytes()
 *   says of a side, or okr_merge() of both
 *
 * Merges both sides of such a file. What they started from is between the markers, or known to the
 * version store, or unknown. Blocks; call it in a thread.
 *
 * Returns: (transfer full) (nullable): the result
 */
OkrMergeResult *okr_ancestor_merge_marked (GBytes *bytes, GCancellable *cancellable,
                                           GError **error);

G_END_DECLS
