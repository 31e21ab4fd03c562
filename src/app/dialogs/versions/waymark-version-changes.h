/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-snapshot.h"

G_BEGIN_DECLS

/**
 * WaymarkVersionChanges:
 * @before: what the plan was
 * @after: what it is
 * @differences: (element-type OkrDifference): what is different
 *
 * In what two states of a plan differ.
 */
typedef struct
{
  OkrPlan *before;
  OkrPlan *after;
  GPtrArray *differences;
} WaymarkVersionChanges;

void waymark_version_changes_free (WaymarkVersionChanges *self);

/**
 * waymark_version_changes_async:
 * @plan_id: the id of the plan
 * @before: the version to compare with
 * @after: (nullable): another version
 * @present: (nullable): a state to compare instead of @after
 *
 * Compares a version with another state, in a thread.
 */
void waymark_version_changes_async (const char *plan_id, const char *before, const char *after,
                                    OkrSnapshot *present, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
WaymarkVersionChanges *waymark_version_changes_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaymarkVersionChanges, waymark_version_changes_free)

G_END_DECLS
