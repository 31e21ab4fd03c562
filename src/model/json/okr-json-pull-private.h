/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Takes one token after the other from a text that passed okr_json_scan(), which ends in a bracket.
 * Each function returns whether the next token is what was asked for. */
typedef struct
{
  const char *at;
  const char *end;
  gboolean first; /* nothing was taken yet from the bracket that was opened last */
  GString *unescaped;
} OkrJsonPull;

/* Stands in the document, or, where that has escapes, in the pull, until the next text is taken. */
typedef struct
{
  const char *start;
  gsize length;
} OkrJsonText;

void okr_json_pull_init (OkrJsonPull *self, const char *text, gsize length);
void okr_json_pull_clear (OkrJsonPull *self);

gboolean okr_json_pull_open (OkrJsonPull *self, char bracket);
gboolean okr_json_pull_close (OkrJsonPull *self, char bracket);

/* Whether there is another member or element before that bracket; takes the comma. */
gboolean okr_json_pull_element (OkrJsonPull *self, char bracket);

/* A member's name with its colon. */
gboolean okr_json_pull_name (OkrJsonPull *self, OkrJsonText *name);

gboolean okr_json_pull_text (OkrJsonPull *self, OkrJsonText *text);
gboolean okr_json_pull_number (OkrJsonPull *self, double *number);
gboolean okr_json_pull_word (OkrJsonPull *self, const char *word);
gboolean okr_json_pull_is_at_end (OkrJsonPull *self);

/* Whether the next value is @node, whatever the order of its members. */
gboolean okr_json_pull_same_node (OkrJsonPull *self, JsonNode *node);

static inline gboolean
okr_json_text_equal (const OkrJsonText *text, const char *expected)
{
  return strncmp (text->start, expected, text->length) == 0 && expected[text->length] == '\0';
}

G_END_DECLS
