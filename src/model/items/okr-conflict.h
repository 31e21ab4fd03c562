/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "okr-item.h"

G_BEGIN_DECLS

/**
 * OkrConflict:
 *
 * A question that a merge left open: two copies gave one field of one item different values. The
 * value that stands in the document is one of them; all of them are listed here, in the document,
 * until somebody decides. Its id follows from the item and the field, so that every machine that
 * meets the same question gives it the same id.
 */
#define OKR_TYPE_CONFLICT (okr_conflict_get_type ())
G_DECLARE_FINAL_TYPE (OkrConflict, okr_conflict, OKR, CONFLICT, OkrItem)

const char *okr_conflict_get_item_id (OkrConflict *self);
const char *okr_conflict_get_field_path (OkrConflict *self);
JsonNode *okr_conflict_get_base (OkrConflict *self);
JsonNode *okr_conflict_get_ours (OkrConflict *self);
JsonNode *okr_conflict_get_theirs (OkrConflict *self);
JsonNode *okr_conflict_get_others (OkrConflict *self);

char *okr_conflict_create_id (const char *item_id, const char *path);

G_END_DECLS
