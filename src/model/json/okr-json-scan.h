/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OKR_JSON_ERROR:
 *
 * Error domain of the scan. The codes are those of [enum@OkrJsonError].
 */
#define OKR_JSON_ERROR (okr_json_error_quark ())

/**
 * OkrJsonError:
 * @OKR_JSON_ERROR_SYNTAX: the text breaks the grammar of RFC 8259
 * @OKR_JSON_ERROR_ENCODING: the bytes are not UTF-8, or an escape names no character
 *   (`\u0000`, half of a surrogate pair)
 * @OKR_JSON_ERROR_DEPTH: lists and objects nest deeper than %OKR_JSON_MAX_DEPTH
 * @OKR_JSON_ERROR_DUPLICATE: an object has two members of one name
 * @OKR_JSON_ERROR_NUMBER: a number is malformed or too large for a double
 * @OKR_JSON_ERROR_EMPTY: there is nothing but white space
 * @OKR_JSON_ERROR_CONFLICT_MARKERS: git left the markers of a conflict in the text
 * @OKR_JSON_ERROR_CANCELLED: the cancellable was triggered
 *
 * Why a text was refused.
 */
typedef enum
{
  OKR_JSON_ERROR_SYNTAX,
  OKR_JSON_ERROR_ENCODING,
  OKR_JSON_ERROR_DEPTH,
  OKR_JSON_ERROR_DUPLICATE,
  OKR_JSON_ERROR_NUMBER,
  OKR_JSON_ERROR_EMPTY,
  OKR_JSON_ERROR_CONFLICT_MARKERS,
  OKR_JSON_ERROR_CANCELLED,
} OkrJsonError;

/**
 * OKR_JSON_MAX_DEPTH:
 *
 * How many lists and objects may be open at the same time.
 */
#define OKR_JSON_MAX_DEPTH 64

/**
 * OkrJsonScanResult:
 * @n_values: number of values: objects, lists, texts, numbers, true, false and null;
 *   members' names do not count
 * @is_lossy: whether there is a number that neither a 64-bit integer nor a double holds, so that
 *   the text has to go through [func@json_shelter_numbers] before json-glib reads it
 *
 * What the scan learned on its way.
 */
typedef struct
{
  gsize n_values;
  gboolean is_lossy;
} OkrJsonScanResult;

GQuark okr_json_error_quark (void);

/**
 * okr_json_skip_bom:
 * @text: (array length=length) (element-type guint8): the bytes of a file
 * @length: (inout): number of bytes; reduced when a mark is skipped
 *
 * Skips one leading UTF-8 byte order mark.
 *
 * Returns: (transfer none): @text, or the byte after the mark
 */
const char *okr_json_skip_bom (const char *text,
                               gsize      *length);

/**
 * okr_json_scan:
 * @text: (array length=length) (element-type guint8): the bytes of a file; need not end in a NUL
 * @length: number of bytes
 * @result: (out caller-allocates) (optional): what was learned; set only on success
 * @cancellable: (nullable): a cancellable
 * @error: return location for a [error@OkrJsonError]
 *
 * Checks that @text is one JSON value as RFC 8259 defines it, and stricter where json-glib
 * would change or lose something: nesting is limited, names are unique within their object
 * whichever way they are escaped, `\u0000` and unpaired surrogates are refused, every number
 * is finite. One leading UTF-8 byte order mark is accepted; json-glib has to be given
 * the text without it, see [func@json_skip_bom].
 *
 * The message of @error is translated, names line and column (both from 1, the column in
 * characters), and says what to do about it.
 *
 * Takes time proportional to @length, and may be called from any thread.
 *
 * Returns: whether json-glib may be given the text
 */
gboolean okr_json_scan (const char         *text,
                        gsize               length,
                        OkrJsonScanResult  *result,
                        GCancellable       *cancellable,
                        GError            **error);

/**
 * okr_json_locate:
 * @text: (array length=length) (element-type guint8): a text that passed [func@json_scan]
 * @length: number of bytes
 * @path: JSON Pointer of RFC 6901, as `/objectives/3/keyResults/0/start`; "" is the root
 * @line: (out) (optional): line, from 1
 * @column: (out) (optional): column in characters, from 1
 *
 * Finds where the value stands that @path names, or, when there is none, its nearest ancestor
 * that exists.
 *
 * Returns: whether there is a value at all, and @line and @column were set
 */
gboolean okr_json_locate (const char *text,
                          gsize       length,
                          const char *path,
                          guint      *line,
                          guint      *column);

G_END_DECLS
