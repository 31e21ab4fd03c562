/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OKR_MAX_BYTES:
 *
 * The most bytes a document may have: 64 MiB.
 */
#define OKR_MAX_BYTES (64 * 1024 * 1024)

OkrPlan *okr_plan_new_from_bytes (GBytes *bytes, GCancellable *cancellable, GError **error);
void okr_plan_new_from_bytes_async (GBytes *bytes,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
OkrPlan *okr_plan_new_from_bytes_finish (GAsyncResult *result, GError **error);
gboolean okr_plan_verify_bytes (OkrPlan *plan, GBytes *bytes, GError **error);

G_END_DECLS
