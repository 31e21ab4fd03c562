/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "okr-field.h"

G_BEGIN_DECLS

/* Fields as JSON: for what a document keeps of a value apart from the field itself. */

JsonNode *okr_field_dup_node (const OkrField *field, OkrItem *item);
gboolean okr_field_value_from_node (const OkrField *field, JsonNode *node, GValue *value,
                                    GError **error);
JsonNode *okr_json_node_from_strings (GPtrArray *strings);
const OkrField *okr_item_find_exact_field (OkrItem *item, const char *path);

G_END_DECLS
