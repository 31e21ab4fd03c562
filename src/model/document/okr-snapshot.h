/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrSnapshot:
 *
 * What a plan says at one moment, for another thread to write down. Taking one costs next to
 * nothing: a plan keeps the text of each of its objectives, teams and so on, once it was needed,
 * until something in it changes.
 */
#define OKR_TYPE_SNAPSHOT (okr_snapshot_get_type ())
GType okr_snapshot_get_type (void);
typedef struct _OkrSnapshot OkrSnapshot;

gboolean okr_plan_prepare_snapshot (OkrPlan *plan, gint64 budget);
OkrSnapshot *okr_plan_take_snapshot (OkrPlan *plan);

OkrSnapshot *okr_snapshot_ref (OkrSnapshot *self);
void okr_snapshot_unref (OkrSnapshot *self);
GBytes *okr_snapshot_to_bytes (OkrSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrSnapshot, okr_snapshot_unref)

G_END_DECLS
