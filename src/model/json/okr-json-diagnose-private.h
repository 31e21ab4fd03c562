/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-json-problem-private.h"

G_BEGIN_DECLS

typedef enum
{
  OKR_JSON_EXPECT_VALUE,
  OKR_JSON_EXPECT_ELEMENT,
  OKR_JSON_EXPECT_ELEMENT_OR_END,
  OKR_JSON_EXPECT_NAME,
  OKR_JSON_EXPECT_NAME_OR_END,
  OKR_JSON_EXPECT_COLON,
  OKR_JSON_EXPECT_COMMA_OR_END,
  OKR_JSON_EXPECT_NOTHING,
} OkrJsonExpect;

/* open: the innermost bracket that is open, or NULL.
 * comma: the last comma.
 * value_end: the first byte behind the last text, number or word that was a value. */
typedef struct
{
  const char *at;
  const char *end;
  OkrJsonExpect expect;
  const char *open;
  const char *comma;
  const char *value_end;
} OkrJsonPlace;

/* Finds out what a person who wrote this most likely got wrong. */
void okr_json_diagnose (const OkrJsonPlace *place,
                        OkrJsonProblem     *problem);

/* Where a line begins that git writes into a file with a conflict, or NULL. */
const char *okr_json_find_conflict (const char *text,
                                    const char *end);

/* What is not UTF-8 as a whole. */
OkrJsonProblemKind okr_json_diagnose_encoding (const char *text,
                                               gsize       length);

G_END_DECLS
