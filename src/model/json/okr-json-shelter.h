/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* json-glib holds numbers as 64-bit integers and as doubles. A number that is neither, which a
 * newer program may have its reasons for, is handed to it as a text, behind a mark that no other
 * text has: what people wrote themselves with that mark in front gets it twice. Nodes that were
 * read this way are looked into with the functions below, and never directly. */

/**
 * okr_json_shelter_numbers:
 * @text: (array length=length) (element-type guint8): a text that passed [func@json_scan]
 * @length: number of bytes
 * @out_length: (out) (optional): length of the copy, without its terminating NUL
 *
 * Makes json-glib keep numbers that it would change.
 *
 * Returns: (transfer full) (nullable): the copy, or %NULL when there is no such number
 */
char *okr_json_shelter_numbers (const char *text,
                                gsize       length,
                                gsize      *out_length);

/**
 * okr_json_starts_with_mark:
 * @quote: the quotation mark that a text begins with
 * @behind: the byte behind the one it ends with
 *
 * Returns: whether the text begins with the mark
 */
gboolean okr_json_starts_with_mark (const char *quote,
                                    const char *behind);

/**
 * okr_json_number_is_lossy:
 * @start: the first byte of a number that has a fraction or an exponent
 * @end: the byte behind it
 *
 * Returns: whether the double that is nearest is written as another number
 */
gboolean okr_json_number_is_lossy (const char *start,
                                   const char *end);

/**
 * okr_json_node_peek_sheltered:
 * @node: a value
 *
 * Returns: (transfer none) (nullable): the number as it stood in the text, %NULL when @node is
 *   anything else
 */
const char *okr_json_node_peek_sheltered (JsonNode *node);

gboolean okr_json_node_is_text (JsonNode *node);
gboolean okr_json_node_is_number (JsonNode *node);

/**
 * okr_json_node_get_text:
 * @node: a text
 *
 * Returns: (transfer none): the text
 */
const char *okr_json_node_get_text (JsonNode *node);

/**
 * okr_json_node_get_number:
 * @node: a number
 *
 * Returns: the nearest double, finite
 */
double okr_json_node_get_number (JsonNode *node);

/**
 * okr_json_node_new_text:
 * @text: a text
 *
 * Returns: (transfer full): a value that okr_json_node_get_text() reads as @text
 */
JsonNode *okr_json_node_new_text (const char *text);

G_END_DECLS
