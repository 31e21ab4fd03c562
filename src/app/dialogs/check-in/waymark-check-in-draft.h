/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-edit.h"

G_BEGIN_DECLS

/**
 * WaymarkCheckInDraft:
 * @plan: the plan
 * @kr: the key result to check in
 * @edit: (nullable): the check-in that is changed instead
 * @entry: what was entered so far; its texts belong to somebody else
 *
 * A check-in in the making, and what it would do.
 */
typedef struct
{
  OkrPlan *plan;
  OkrKeyResult *kr;
  OkrCheckIn *edit;
  OkrCheckInEntry entry;
} WaymarkCheckInDraft;

/**
 * WaymarkCheckInTiming:
 * @WAYMARK_CHECK_IN_COUNTS: it becomes the latest
 * @WAYMARK_CHECK_IN_FUTURE: its date lies ahead: it does not count yet
 * @WAYMARK_CHECK_IN_SUPERSEDED: a later check-in has a value, and that keeps counting
 *
 * Whether the value of a check-in would be the one that counts.
 */
typedef enum
{
  WAYMARK_CHECK_IN_COUNTS,
  WAYMARK_CHECK_IN_FUTURE,
  WAYMARK_CHECK_IN_SUPERSEDED,
} WaymarkCheckInTiming;

WaymarkCheckInTiming waymark_check_in_draft_get_timing (const WaymarkCheckInDraft *self);
OkrMeasure waymark_check_in_draft_measure (const WaymarkCheckInDraft *self);
OkrStatus waymark_check_in_draft_judge (const WaymarkCheckInDraft *self, const OkrMeasure *measure);
char *waymark_check_in_draft_describe_previous (const WaymarkCheckInDraft *self);
gboolean waymark_check_in_draft_says_something (const WaymarkCheckInDraft *self);
gboolean waymark_check_in_draft_apply (const WaymarkCheckInDraft *self, GError **error);

G_END_DECLS
