/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-diff.h"
#include "okr-merge.h"
#include "waymark-session.h"

G_BEGIN_DECLS

/**
 * WaymarkMerge:
 *
 * The merge of a session's plan with another copy: worked out in a thread, looked at, and accepted
 * as one step to undo.
 */
#define WAYMARK_TYPE_MERGE (waymark_merge_get_type ())
G_DECLARE_FINAL_TYPE (WaymarkMerge, waymark_merge, WAYMARK, MERGE, GObject)

/**
 * waymark_merge_prepare_async:
 * @session: has the plan that is ours
 * @theirs: a document: the other copy
 * @base: (nullable): the document that both copies started from; where it is %NULL or no plan, one
 *   is looked for among the versions that are stored here
 * @cancellable: (nullable): gives up
 * @callback: called when the result is there
 * @user_data: for @callback
 *
 * Works out the merge in a worker thread. Neither copy is changed.
 */
void waymark_merge_prepare_async (WaymarkSession *session, GBytes *theirs, GBytes *base,
                                  GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * waymark_merge_prepare_finish:
 * @result: what the callback got
 * @error: return location for an error: that of reading a document, or of okr_merge()
 *
 * Returns: (transfer full) (nullable): the merge
 */
WaymarkMerge *waymark_merge_prepare_finish (GAsyncResult *result, GError **error);

/**
 * waymark_merge_get_plan:
 *
 * Returns: (transfer none): the result, with the open questions as #OkrConflict items
 */
OkrPlan *waymark_merge_get_plan (WaymarkMerge *self);

/**
 * waymark_merge_get_differences:
 *
 * Returns: (transfer none) (element-type OkrDifference): what comes in
 */
GPtrArray *waymark_merge_get_differences (WaymarkMerge *self);

/**
 * waymark_merge_get_notices:
 *
 * Returns: (transfer none) (element-type OkrMergeNotice): what people should know
 */
GPtrArray *waymark_merge_get_notices (WaymarkMerge *self);

guint waymark_merge_get_n_conflicts (WaymarkMerge *self);

/**
 * waymark_merge_has_base:
 *
 * Returns: whether it was known what both copies started from; if not, each field that differs is
 *   a question
 */
gboolean waymark_merge_has_base (WaymarkMerge *self);

/**
 * waymark_merge_is_theirs:
 *
 * Returns: whether the result says just what the other copy says
 */
gboolean waymark_merge_is_theirs (WaymarkMerge *self);

/**
 * waymark_merge_is_theirs_old:
 *
 * Returns: whether the other copy says just what the base says that waymark_merge_prepare_async()
 *   got, such as one that is only laid out differently
 */
gboolean waymark_merge_is_theirs_old (WaymarkMerge *self);

/**
 * waymark_merge_get_theirs_sha256:
 *
 * Returns: the SHA-256 in lower-case hex of the other copy
 */
const char *waymark_merge_get_theirs_sha256 (WaymarkMerge *self);

/**
 * waymark_merge_accept:
 * @error: return location for an error: %G_IO_ERROR_PENDING where the plan was edited since, so
 *   that the merge has to be prepared again, or that of okr_plan_become()
 *
 * Makes the result the session's plan, in one step to undo. From then on, and while it is not taken
 * back, the other copy is in its lineage.
 *
 * Returns: whether it is
 */
gboolean waymark_merge_accept (WaymarkMerge *self, GError **error);

/**
 * waymark_merge_accept_news:
 * @error: return location for an error: as for waymark_merge_accept()
 *
 * As waymark_merge_accept(), for what comes in without anybody having asked: a copy that says
 * nothing new, such as one that is only laid out differently, leaves no step that seems to do
 * nothing. Nor is it in the lineage then: nobody could take it back, and what both had written and
 * somebody takes back here later would look like something that was deleted from the other copy,
 * which the next merge would drop. Without lineage, that merge starts from an older state: it may
 * ask once more, or bring something back, but it loses nothing.
 *
 * Returns: whether the session's plan holds the result
 */
gboolean waymark_merge_accept_news (WaymarkMerge *self, GError **error);

G_END_DECLS
