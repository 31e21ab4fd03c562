/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * okr_json_append_number:
 * @out: the text to append to
 * @value: a finite number
 *
 * Appends @value in the canonical form of a number: the fewest digits that read back to the same
 * double. Integers up to 2⁵³ have neither fraction nor exponent; an exponent has neither `+` nor
 * leading zeros (`1e300`, `1e-5`); negative zero is `0`. The locale does not matter.
 */
void okr_json_append_number (GString *out,
                             double   value);

/**
 * okr_json_append_string:
 * @out: the text to append to
 * @utf8: a text in UTF-8
 *
 * Appends @utf8 in double quotation marks. Only what RFC 8259 requires is escaped: the quotation
 * mark, the backslash and the control characters below U+0020.
 */
void okr_json_append_string (GString    *out,
                             const char *utf8);

/**
 * okr_json_append_node:
 * @out: the text to append to
 * @node: a value whose numbers are all finite; those that json-glib cannot hold come from
 *   [func@json_shelter_numbers] and are appended as they were written
 * @indent: level of the line that @node begins in; each level is two spaces
 *
 * Appends @node in the canonical layout: one member per line in their order, a list of only
 * scalars on one line, any other list one element per line, `[]` and `{}` for the empty ones.
 * Nothing is put before the first or behind the last bracket.
 */
void okr_json_append_node (GString  *out,
                           JsonNode *node,
                           guint     indent);

/**
 * okr_json_node_to_text:
 * @node: (nullable): a value whose numbers are all finite
 *
 * Returns: (transfer full): @node in the canonical layout; "" for %NULL
 */
char *okr_json_node_to_text (JsonNode *node);

/**
 * okr_json_node_same:
 * @a: (nullable): a value
 * @b: (nullable): another
 *
 * Stricter than json_node_equal(), for which the order of an object's members says nothing.
 *
 * Returns: whether both are written alike, or both are %NULL
 */
gboolean okr_json_node_same (JsonNode *a, JsonNode *b);

G_END_DECLS
