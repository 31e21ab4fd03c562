/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-json-shelter.h"

#include "okr-json-number.h"
#include "okr-json-token-private.h"

#include <string.h>

#define MARK '\1'
#define MARK_IN_JSON "\\u0001" /* there is no other spelling */

/* Exponents beyond belong to numbers that are not finite, or nothing but zeros. */
#define GREATEST_EXPONENT 1000000

/* A decimal as its digits, without zeros around them, and the power of ten of the last of them. */
static gint64
take_apart (const char *at,
            const char *end,
            GString    *digits)
{
  gint64 exponent = 0;
  gboolean behind_point = FALSE;

  for (; at < end && *at != 'e' && *at != 'E'; at++)
    {
      if (*at == '.')
        behind_point = TRUE;
      else if (g_ascii_isdigit (*at) && (*at != '0' || digits->len > 0))
        g_string_append_c (digits, *at);
      exponent -= behind_point && *at != '.';
    }
  if (at < end)
    {
      g_autofree char *written = g_strndup (at + 1, (gsize) (end - at - 1));

      exponent += CLAMP (g_ascii_strtoll (written, NULL, 10), -GREATEST_EXPONENT,
                         GREATEST_EXPONENT);
    }
  for (; digits->len > 0 && digits->str[digits->len - 1] == '0'; exponent++)
    g_string_truncate (digits, digits->len - 1);

  return digits->len > 0 ? exponent : 0;
}

gboolean
okr_json_number_is_lossy (const char *start,
                          const char *end)
{
  g_autofree char *copy = g_strndup (start, (gsize) (end - start));
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GString) written_digits = g_string_new (NULL);

  okr_json_append_number (written, g_ascii_strtod (copy, NULL));

  return take_apart (start, end, digits) !=
             take_apart (written->str, written->str + written->len, written_digits) ||
         !g_string_equal (digits, written_digits);
}

static gboolean
is_name (const char *behind,
         const char *end)
{
  behind = okr_json_token_skip_space (behind, end);

  return behind < end && *behind == ':';
}

gboolean
okr_json_starts_with_mark (const char *quote,
                           const char *behind)
{
  const gsize length = strlen (MARK_IN_JSON);

  return (gsize) (behind - quote) > length && memcmp (quote + 1, MARK_IN_JSON, length) == 0;
}

/* What is put before the token that ends at @behind, and after it. */
static gboolean
find_shelter (const char  *token,
              const char  *behind,
              const char  *end,
              gboolean     is_lossy,
              const char **before,
              const char **after)
{
  if (is_lossy)
    {
      *before = "\"" MARK_IN_JSON;
      *after = "\"";
      return TRUE;
    }
  if (*token != '"' || !okr_json_starts_with_mark (token, behind) || is_name (behind, end))
    return FALSE;

  /* The old quotation mark stands behind the new one and the mark: it is skipped. */
  *before = "\"" MARK_IN_JSON;
  *after = "";
  return TRUE;
}

/* The first byte behind what stands here: a text, a number or any other byte. */
static const char *
skip_token (const char *at,
            const char *end,
            gboolean   *is_lossy)
{
  OkrJsonProblem ignored = { 0 };
  gboolean has_escapes;

  *is_lossy = FALSE;
  if (*at == '"')
    return okr_json_token_string (at, end, &has_escapes, &ignored);
  if (*at == '-' || g_ascii_isdigit (*at))
    return okr_json_token_number (at, end, is_lossy, &ignored);

  return at + 1;
}

char *
okr_json_shelter_numbers (const char *text,
                          gsize       length,
                          gsize      *out_length)
{
  g_autoptr (GString) copy = NULL;
  const char *copied = text;
  const char *end = text + length;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  for (const char *at = text, *token = at; at != NULL && at < end; token = at)
    {
      const char *before, *after;
      gboolean is_lossy;

      at = skip_token (token, end, &is_lossy);
      if (at == NULL || !find_shelter (token, at, end, is_lossy, &before, &after))
        continue;

      if (copy == NULL)
        copy = g_string_sized_new (length + 64);
      g_string_append_len (copy, copied, token - copied);
      g_string_append (copy, before);
      copied = is_lossy ? token : token + 1;
      g_string_append_len (copy, copied, at - copied);
      g_string_append (copy, after);
      copied = at;
    }
  if (copy == NULL)
    return NULL;

  g_string_append_len (copy, copied, end - copied);
  if (out_length != NULL)
    *out_length = copy->len;

  return g_string_free (g_steal_pointer (&copy), FALSE);
}

static const char *
peek_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

const char *
okr_json_node_peek_sheltered (JsonNode *node)
{
  const char *text;

  g_return_val_if_fail (node != NULL, NULL);

  text = peek_string (node);

  return text != NULL && text[0] == MARK && text[1] != MARK ? text + 1 : NULL;
}

/**
 * okr_json_node_is_text:
 * @node: a node of a document that was read with its numbers sheltered
 *
 * Returns: whether the document has a text there, rather than a number that stands as one
 */
gboolean
okr_json_node_is_text (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, FALSE);

  return peek_string (node) != NULL && okr_json_node_peek_sheltered (node) == NULL;
}

/**
 * okr_json_node_is_number:
 * @node: a node of a document that was read with its numbers sheltered
 *
 * Returns: whether the document has a number there, be it sheltered or not
 */
gboolean
okr_json_node_is_number (JsonNode *node)
{
  GType type;

  g_return_val_if_fail (node != NULL, FALSE);

  type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ||
         okr_json_node_peek_sheltered (node) != NULL;
}

const char *
okr_json_node_get_text (JsonNode *node)
{
  const char *text;

  g_return_val_if_fail (node != NULL && okr_json_node_is_text (node), "");

  text = peek_string (node);

  return text[0] == MARK ? text + 1 : text;
}

double
okr_json_node_get_number (JsonNode *node)
{
  const char *sheltered;

  g_return_val_if_fail (node != NULL && okr_json_node_is_number (node), 0);

  sheltered = okr_json_node_peek_sheltered (node);

  return sheltered != NULL ? g_ascii_strtod (sheltered, NULL) : json_node_get_double (node);
}

JsonNode *
okr_json_node_new_text (const char *text)
{
  g_autofree char *marked = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (text[0] == MARK)
    marked = g_strdup_printf ("%c%s", MARK, text);

  return json_node_init_string (json_node_alloc (), marked != NULL ? marked : text);
}
