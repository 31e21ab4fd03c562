/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-json-pull-private.h"

#include <errno.h>

#include "okr-json-shelter.h"
#include "okr-json-token-private.h"
#include "okr-number.h"

/* Within these bounds both the digits and the power of ten are exact doubles, so that their
 * quotient is rounded as the number itself would be. */
#define MAX_EXACT_DIGITS 15

void
okr_json_pull_init (OkrJsonPull *self, const char *text, gsize length)
{
  self->at = text;
  self->end = text + length;
  self->first = TRUE;
  self->unescaped = g_string_new (NULL);
}

void
okr_json_pull_clear (OkrJsonPull *self)
{
  g_string_free (self->unescaped, TRUE);
  self->unescaped = NULL;
}

static char
peek (OkrJsonPull *self)
{
  self->at = okr_json_token_skip_space (self->at, self->end);

  return self->at < self->end ? *self->at : '\0';
}

static gboolean
take (OkrJsonPull *self, char c)
{
  if (peek (self) != c)
    return FALSE;

  self->at++;
  return TRUE;
}

gboolean
okr_json_pull_open (OkrJsonPull *self, char bracket)
{
  self->first = TRUE;

  return take (self, bracket);
}

gboolean
okr_json_pull_close (OkrJsonPull *self, char bracket)
{
  self->first = FALSE;

  return take (self, bracket);
}

gboolean
okr_json_pull_element (OkrJsonPull *self, char bracket)
{
  const gboolean first = self->first;

  self->first = FALSE;

  return first ? peek (self) != bracket : take (self, ',');
}

gboolean
okr_json_pull_name (OkrJsonPull *self, OkrJsonText *name)
{
  return okr_json_pull_text (self, name) && take (self, ':');
}

gboolean
okr_json_pull_text (OkrJsonPull *self, OkrJsonText *text)
{
  gboolean has_escapes = FALSE;
  const char *start;

  if (!take (self, '"'))
    return FALSE;

  start = self->at;
  while (self->at < self->end && *self->at != '"')
    {
      if (*self->at == '\\')
        {
          has_escapes = TRUE;
          self->at++;
        }
      self->at++;
    }
  if (self->at >= self->end)
    return FALSE;

  text->start = start;
  text->length = (gsize) (self->at - start);
  self->at++;
  if (has_escapes)
    {
      g_string_truncate (self->unescaped, 0);
      okr_json_token_unescape (text->start, text->length, self->unescaped);
      text->start = self->unescaped->str;
      text->length = self->unescaped->len;
    }

  return TRUE;
}

static gboolean
take_any_number (OkrJsonPull *self, const char *start, double *number)
{
  char *end;

  /* Ends where the number ends: another character follows in any document. */
  *number = g_ascii_strtod (start, &end);
  self->at = end;

  return end > start;
}

gboolean
okr_json_pull_number (OkrJsonPull *self, double *number)
{
  static const double powers[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  const gboolean negative = peek (self) == '-';
  const char *start = self->at;
  const char *at = start + (negative ? 1 : 0);
  guint64 digits = 0;
  guint n_digits = 0;
  guint n_places = 0;

  if (at >= self->end || !g_ascii_isdigit (*at))
    return FALSE;

  for (; at < self->end && g_ascii_isdigit (*at) && n_digits <= MAX_EXACT_DIGITS; at++, n_digits++)
    digits = digits * 10 + (guint) (*at - '0');
  if (at < self->end && *at == '.')
    {
      for (at++; at < self->end && g_ascii_isdigit (*at) && n_digits <= MAX_EXACT_DIGITS;
           at++, n_digits++, n_places++)
        digits = digits * 10 + (guint) (*at - '0');
    }
  if (n_digits > MAX_EXACT_DIGITS || (at < self->end && (*at == 'e' || *at == 'E')))
    return take_any_number (self, start, number);

  *number = (negative ? -(double) digits : (double) digits) / powers[n_places];
  self->at = at;

  return TRUE;
}

gboolean
okr_json_pull_word (OkrJsonPull *self, const char *word)
{
  const gsize length = strlen (word);

  if (peek (self) != *word || (gsize) (self->end - self->at) < length ||
      memcmp (self->at, word, length) != 0)
    return FALSE;

  self->at += length;
  return TRUE;
}

gboolean
okr_json_pull_is_at_end (OkrJsonPull *self)
{
  peek (self);

  return self->at == self->end;
}

static gboolean
same_object (OkrJsonPull *self, JsonObject *object)
{
  guint n_members = 0;

  if (!okr_json_pull_open (self, '{'))
    return FALSE;
  while (okr_json_pull_element (self, '}'))
    {
      g_autofree char *name = NULL;
      OkrJsonText text;
      JsonNode *member;

      if (!okr_json_pull_name (self, &text))
        return FALSE;
      name = g_strndup (text.start, text.length);
      member = json_object_get_member (object, name);
      if (member == NULL || !okr_json_pull_same_node (self, member))
        return FALSE;
      n_members++;
    }

  return n_members == json_object_get_size (object) && okr_json_pull_close (self, '}');
}

static gboolean
same_array (OkrJsonPull *self, JsonArray *array)
{
  guint i = 0;

  if (!okr_json_pull_open (self, '['))
    return FALSE;
  while (okr_json_pull_element (self, ']'))
    {
      if (i >= json_array_get_length (array) ||
          !okr_json_pull_same_node (self, json_array_get_element (array, i++)))
        return FALSE;
    }

  return i == json_array_get_length (array) && okr_json_pull_close (self, ']');
}

/* 64-bit integers hold more than doubles do. */
static gboolean
same_integer (OkrJsonPull *self, gint64 expected)
{
  char *end;
  gint64 number;

  peek (self);
  errno = 0; /* What is too large reads as the largest. */
  number = g_ascii_strtoll (self->at, &end, 10);
  if (end == self->at || errno != 0 || number != expected || strchr (".eE", *end) != NULL)
    return FALSE;

  self->at = end;
  return TRUE;
}

/* Numbers that are only kept are compared as they are written. */
static gboolean
same_spelling (OkrJsonPull *self, const char *number)
{
  const gsize length = strlen (number);
  const char *behind;

  peek (self);
  behind = self->at + length;
  if ((gsize) (self->end - self->at) <= length || memcmp (self->at, number, length) != 0 ||
      g_ascii_isdigit (*behind) || strchr (".eE", *behind) != NULL)
    return FALSE;

  self->at = behind;
  return TRUE;
}

static gboolean
same_scalar (OkrJsonPull *self, JsonNode *node)
{
  const GType type = json_node_get_value_type (node);
  OkrJsonText text;
  double number;

  if (okr_json_node_peek_sheltered (node) != NULL)
    return same_spelling (self, okr_json_node_peek_sheltered (node));
  if (type == G_TYPE_STRING)
    return okr_json_pull_text (self, &text) &&
           okr_json_text_equal (&text, okr_json_node_get_text (node));
  if (type == G_TYPE_BOOLEAN)
    return okr_json_pull_word (self, json_node_get_boolean (node) ? "true" : "false");
  if (type == G_TYPE_INT64)
    return same_integer (self, json_node_get_int (node));

  return okr_json_pull_number (self, &number) &&
         okr_number_equal (number, json_node_get_double (node));
}

gboolean
okr_json_pull_same_node (OkrJsonPull *self, JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return same_object (self, json_node_get_object (node));
    case JSON_NODE_ARRAY:
      return same_array (self, json_node_get_array (node));
    case JSON_NODE_NULL:
      return okr_json_pull_word (self, "null");
    case JSON_NODE_VALUE:
    default:
      return same_scalar (self, node);
    }
}
