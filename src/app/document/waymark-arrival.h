/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waymark-document.h"

G_BEGIN_DECLS

/**
 * WaymarkArrival:
 * @bytes: (nullable): what the file holds, where it could be read
 * @sha256: (nullable): the SHA-256 of @bytes
 * @known: (nullable): what the file held when the plan here was loaded or saved last, as a SHA-256
 * @is_known: whether it still does; then nothing else is told
 * @descends: whether @bytes come from @known, which is then what both copies have in common
 * @is_earlier: whether the plan here comes from @bytes
 *
 * What somebody else has put into the file of an open plan.
 */
typedef struct
{
  GBytes *bytes;
  char *sha256;
  char *known;
  gboolean is_known;
  gboolean descends;
  gboolean is_earlier;

  /*< private >*/
  char *plan_id;
  char **lineage; /* of the plan here */
  gboolean is_read_only;
} WaymarkArrival;

WaymarkArrival *waymark_arrival_ref (WaymarkArrival *self);
void waymark_arrival_unref (WaymarkArrival *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaymarkArrival, waymark_arrival_unref)

/**
 * waymark_arrival_read_async:
 * @session: has a plan and a file
 * @document: of the session
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Reads the file of the session, in a worker thread, and finds out how what it holds is related to
 * the plan. What it holds is stored among the versions.
 */
void waymark_arrival_read_async (WaymarkSession *session, WaymarkDocument *document,
                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * waymark_arrival_read_finish:
 * @result: what the callback got
 * @arrival: (out) (transfer full): what was found, also where there is an error
 * @plan: (out) (transfer full) (nullable): what the file holds, where the plan here cannot be
 *   edited, so that only this can take its place
 * @error: return location for an error: that of reading, %OKR_MODEL_ERROR_OTHER_PLAN
 *
 * Returns: whether it is a state of the plan
 */
gboolean waymark_arrival_read_finish (GAsyncResult *result, WaymarkArrival **arrival,
                                      OkrPlan **plan, GError **error);

G_END_DECLS
