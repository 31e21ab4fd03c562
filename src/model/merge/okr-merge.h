/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrMergeNoticeType:
 * @OKR_MERGE_NOTICE_RESTORED: one copy deleted it, the other one changed it or what it holds: it
 *   came back
 * @OKR_MERGE_NOTICE_RETRACTED: one copy removed this check-in: it is kept as a retracted one
 * @OKR_MERGE_NOTICE_KEPT: one copy removed this reading: it is kept
 * @OKR_MERGE_NOTICE_LOOP: both copies moved things, which together made a loop: this move was
 * undone
 *
 * What a merge did that people should know, though it asks nothing of them.
 */
typedef enum
{
  OKR_MERGE_NOTICE_RESTORED,
  OKR_MERGE_NOTICE_RETRACTED,
  OKR_MERGE_NOTICE_KEPT,
  OKR_MERGE_NOTICE_LOOP,
} OkrMergeNoticeType;

/**
 * OkrMergeNotice:
 * @type: what was done
 * @id: the id of the item that it was done to
 * @message: a translated sentence
 */
typedef struct
{
  OkrMergeNoticeType type;
  char *id;
  char *message;
} OkrMergeNotice;

/**
 * OkrMergeResult:
 * @plan: the plan that holds what both copies hold; open questions are its #OkrConflict items
 * @notices: (element-type OkrMergeNotice): what people should know
 *
 * What a merge gives. okr_diff() from ours to @plan tells what came in.
 */
typedef struct
{
  OkrPlan *plan;
  GPtrArray *notices;
} OkrMergeResult;

OkrMergeResult *okr_merge (OkrPlan *base, OkrPlan *ours, OkrPlan *theirs, GError **error);
void okr_merge_result_free (OkrMergeResult *self);

gboolean okr_plan_become (OkrPlan *plan, OkrPlan *target, const char *label, GError **error);
GPtrArray *okr_plan_find_changes (OkrPlan *plan, OkrPlan *target, GError **error);
gboolean okr_plan_apply_all (OkrPlan *plan, GPtrArray *changes, const char *label, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrMergeResult, okr_merge_result_free)

G_END_DECLS
