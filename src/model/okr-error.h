/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OKR_MODEL_ERROR:
 *
 * The error domain of the model library.
 */
#define OKR_MODEL_ERROR (okr_model_error_quark ())

/**
 * OkrModelError:
 * @OKR_MODEL_ERROR_NOT_OKR: valid JSON, but not an .okr document
 * @OKR_MODEL_ERROR_TOO_NEW: written for readers newer than this program
 * @OKR_MODEL_ERROR_TOO_LARGE: more bytes than a document may have
 * @OKR_MODEL_ERROR_TYPE: a member holds the wrong kind of value
 * @OKR_MODEL_ERROR_MISSING: a required member is missing
 * @OKR_MODEL_ERROR_ID: an id is malformed or used twice
 * @OKR_MODEL_ERROR_VALUE: a value is outside its range
 * @OKR_MODEL_ERROR_UNKNOWN_ITEM: no item has this id
 * @OKR_MODEL_ERROR_UNKNOWN_FIELD: this kind of item has no such field
 * @OKR_MODEL_ERROR_LOOP: the link would close a loop
 * @OKR_MODEL_ERROR_PLACE: an item of this kind cannot stand there
 * @OKR_MODEL_ERROR_VERIFY: what was written does not read back as the plan
 * @OKR_MODEL_ERROR_OTHER_PLAN: two plans that shall be merged are no copies of one
 * @OKR_MODEL_ERROR_MARKERS: the markers of a git conflict do not belong together
 */
typedef enum
{
  OKR_MODEL_ERROR_NOT_OKR,
  OKR_MODEL_ERROR_TOO_NEW,
  OKR_MODEL_ERROR_TOO_LARGE,
  OKR_MODEL_ERROR_TYPE,
  OKR_MODEL_ERROR_MISSING,
  OKR_MODEL_ERROR_ID,
  OKR_MODEL_ERROR_VALUE,
  OKR_MODEL_ERROR_UNKNOWN_ITEM,
  OKR_MODEL_ERROR_UNKNOWN_FIELD,
  OKR_MODEL_ERROR_LOOP,
  OKR_MODEL_ERROR_PLACE,
  OKR_MODEL_ERROR_VERIFY,
  OKR_MODEL_ERROR_OTHER_PLAN,
  OKR_MODEL_ERROR_MARKERS,
} OkrModelError;

GQuark okr_model_error_quark (void);

G_END_DECLS
