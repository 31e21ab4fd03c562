/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-json-problem-private.h"

G_BEGIN_DECLS

/* Both return the first byte behind the token, or NULL and the problem. A number is lossy when
 * json-glib could not hold it. */

const char *okr_json_token_string (const char     *quote,
                                   const char     *end,
                                   gboolean       *has_escapes,
                                   OkrJsonProblem *problem);

const char *okr_json_token_number (const char     *start,
                                   const char     *end,
                                   gboolean       *is_lossy,
                                   OkrJsonProblem *problem);

/* Number of bytes of the character, 0 when it is not UTF-8. */
guint okr_json_token_character (const char *at,
                                const char *end);

/* The text without its quotation marks; it has to be free of problems. */
void okr_json_token_unescape (const char *text,
                              gsize       length,
                              GString    *out);

static inline const char *
okr_json_token_skip_space (const char *at,
                           const char *end)
{
  while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
    at++;

  return at;
}

G_END_DECLS
