/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  OKR_JSON_PROBLEM_NONE,

  /* Said completely by one sentence. */
  OKR_JSON_PROBLEM_EMPTY,
  OKR_JSON_PROBLEM_UTF16,
  OKR_JSON_PROBLEM_UTF32,
  OKR_JSON_PROBLEM_ZEROED,
  OKR_JSON_PROBLEM_NOT_UTF8,
  OKR_JSON_PROBLEM_MARKUP,
  OKR_JSON_PROBLEM_CONFLICT,
  OKR_JSON_PROBLEM_DEPTH,
  OKR_JSON_PROBLEM_MEMBER_COMMA,
  OKR_JSON_PROBLEM_ELEMENT_COMMA,
  OKR_JSON_PROBLEM_TRAILING_MEMBER_COMMA,
  OKR_JSON_PROBLEM_TRAILING_ELEMENT_COMMA,
  OKR_JSON_PROBLEM_TWO_COMMAS,
  OKR_JSON_PROBLEM_DECIMAL_COMMA,
  OKR_JSON_PROBLEM_COLON,
  OKR_JSON_PROBLEM_COLON_IN_LIST,
  OKR_JSON_PROBLEM_VALUE_MISSING,
  OKR_JSON_PROBLEM_COMMENT,
  OKR_JSON_PROBLEM_QUOTES,
  OKR_JSON_PROBLEM_NAME_QUOTES,
  OKR_JSON_PROBLEM_QUOTE_IN_TEXT,
  OKR_JSON_PROBLEM_MORE_AFTER_END,
  OKR_JSON_PROBLEM_EXTRA_BRACKET,
  OKR_JSON_PROBLEM_LINE_BREAK,
  OKR_JSON_PROBLEM_TAB,
  OKR_JSON_PROBLEM_UNICODE_ESCAPE,
  OKR_JSON_PROBLEM_NUL_ESCAPE,
  OKR_JSON_PROBLEM_SURROGATE,
  OKR_JSON_PROBLEM_LEADING_ZERO,
  OKR_JSON_PROBLEM_PLUS,
  OKR_JSON_PROBLEM_MINUS,
  OKR_JSON_PROBLEM_POINT,
  OKR_JSON_PROBLEM_EXPONENT,
  OKR_JSON_PROBLEM_NUMBER_FORM,
  OKR_JSON_PROBLEM_NOT_FINITE,
  OKR_JSON_PROBLEM_TOO_LARGE,

  /* Said with what was found. */
  OKR_JSON_PROBLEM_DUPLICATE,
  OKR_JSON_PROBLEM_WORD,
  OKR_JSON_PROBLEM_CONTROL,
  OKR_JSON_PROBLEM_ESCAPE,
  OKR_JSON_PROBLEM_NO_VALUE,
  OKR_JSON_PROBLEM_NO_NAME,
  OKR_JSON_PROBLEM_NO_MEMBER_END,
  OKR_JSON_PROBLEM_NO_ELEMENT_END,

  /* Said with where the open thing begins. */
  OKR_JSON_PROBLEM_BRACE_FOR_BRACKET,
  OKR_JSON_PROBLEM_BRACKET_FOR_BRACE,
  OKR_JSON_PROBLEM_END_IN_OBJECT,
  OKR_JSON_PROBLEM_END_IN_LIST,
  OKR_JSON_PROBLEM_END_IN_TEXT,
} OkrJsonProblemKind;

/* related: the bracket that is open, or the first of two names. */
typedef struct
{
  OkrJsonProblemKind kind;
  const char *at;
  const char *related;
} OkrJsonProblem;

void okr_json_position (const char *text,
                        const char *end,
                        const char *at,
                        guint      *line,
                        guint      *column);

void okr_json_problem_set_error (const OkrJsonProblem *problem,
                                 const char           *text,
                                 const char           *end,
                                 GError              **error);

G_END_DECLS
