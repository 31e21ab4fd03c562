/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-draft.h"
#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * WaymarkRecoveryState:
 * @WAYMARK_RECOVERY_NEEDLESS: there is nothing in the draft that the file does not hold
 * @WAYMARK_RECOVERY_FRESH: the file is as it was, or the plan never had one
 * @WAYMARK_RECOVERY_TYPED: the plan is as in the file, but words were typed in a dialog
 * @WAYMARK_RECOVERY_MERGED: the file has changed meanwhile, and the changes of both are in the plan
 * @WAYMARK_RECOVERY_CHANGED: the file holds meanwhile what the draft cannot be merged with
 * @WAYMARK_RECOVERY_GONE: there is no such file any more
 * @WAYMARK_RECOVERY_UNREACHABLE: the file cannot be read now
 * @WAYMARK_RECOVERY_DAMAGED: the draft is no readable document
 *
 * How a draft that a crash has left stands to its file.
 */
typedef enum
{
  WAYMARK_RECOVERY_NEEDLESS,
  WAYMARK_RECOVERY_FRESH,
  WAYMARK_RECOVERY_TYPED,
  WAYMARK_RECOVERY_MERGED,
  WAYMARK_RECOVERY_CHANGED,
  WAYMARK_RECOVERY_GONE,
  WAYMARK_RECOVERY_UNREACHABLE,
  WAYMARK_RECOVERY_DAMAGED,
} WaymarkRecoveryState;

/**
 * WaymarkRecovery:
 * @draft: the draft, held by this process
 * @state: how it stands to its file
 * @plan: the plan with its unsaved changes; %NULL if the draft is damaged
 * @base: (nullable): what the file has to hold to be saved to
 *
 * Work that comes back after a crash.
 */
typedef struct
{
  OkrDraft *draft;
  WaymarkRecoveryState state;
  OkrPlan *plan;
  GBytes *base;
} WaymarkRecovery;

void waymark_recovery_free (WaymarkRecovery *self);

/**
 * waymark_recovery_find_async:
 *
 * Looks for drafts that a crash has left.
 */
void waymark_recovery_find_async (GAsyncReadyCallback callback, gpointer user_data);

/**
 * waymark_recovery_find_finish:
 *
 * Returns: (transfer container) (element-type OkrDraft): the drafts, oldest first
 */
GPtrArray *waymark_recovery_find_finish (GAsyncResult *result);

/**
 * waymark_recovery_judge_async:
 * @draft: one of them
 *
 * Reads the draft and its file, and compares them.
 */
void waymark_recovery_judge_async (OkrDraft *draft, GAsyncReadyCallback callback,
                                   gpointer user_data);
WaymarkRecovery *waymark_recovery_judge_finish (GAsyncResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaymarkRecovery, waymark_recovery_free)

G_END_DECLS
