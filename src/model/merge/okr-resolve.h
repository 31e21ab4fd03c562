/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "okr-plan.h"

G_BEGIN_DECLS

/**
 * OkrResolution:
 * @OKR_RESOLUTION_OURS: what stands in the document stays
 * @OKR_RESOLUTION_THEIRS: the value of the other copy
 * @OKR_RESOLUTION_BOTH: both and what further copies say, one after the other: for texts and
 *   lists of texts
 *
 * An answer to a conflict.
 */
typedef enum
{
  OKR_RESOLUTION_OURS,
  OKR_RESOLUTION_THEIRS,
  OKR_RESOLUTION_BOTH,
} OkrResolution;

gboolean okr_conflict_can_keep_both (OkrPlan *plan, OkrConflict *conflict);
gboolean okr_conflict_resolve (OkrPlan *plan, OkrConflict *conflict, OkrResolution resolution,
                               GError **error);
const char *okr_conflict_get_field_label (OkrPlan *plan, OkrConflict *conflict);
JsonNode *okr_conflict_dup_standing (OkrPlan *plan, OkrConflict *conflict);
char *okr_conflict_value_to_text (OkrPlan *plan, OkrConflict *conflict, JsonNode *value);
char *okr_conflict_to_text (OkrPlan *plan, OkrConflict *conflict);

G_END_DECLS
