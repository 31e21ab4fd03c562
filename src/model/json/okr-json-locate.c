/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-json-scan.h"

#include "okr-json-token-private.h"

#include <string.h>

/* at: never behind end, NULL once the text turned out to be damaged. */
typedef struct
{
  const char *at;
  const char *end;
} Cursor;

static gboolean
is_at (const Cursor *self,
       char          c)
{
  return self->at != NULL && self->at < self->end && *self->at == c;
}

/* Skips the byte, when it is there, and white space. */
static gboolean
accept (Cursor *self,
        char    c)
{
  if (!is_at (self, c))
    return FALSE;

  self->at = okr_json_token_skip_space (self->at + 1, self->end);

  return TRUE;
}

static void
skip_string (Cursor *self)
{
  OkrJsonProblem ignored = { 0 };
  gboolean has_escapes;

  self->at = okr_json_token_string (self->at, self->end, &has_escapes, &ignored);
}

static void
skip_bracketed (Cursor *self)
{
  gsize depth = 0;

  while (self->at != NULL && self->at < self->end)
    {
      char c = *self->at;

      if (c == '"')
        {
          skip_string (self);
          continue;
        }

      self->at++;
      if (c == '{' || c == '[')
        depth++;
      else if ((c == '}' || c == ']') && --depth == 0)
        break;
    }
}

static void
skip_scalar (Cursor *self)
{
  while (self->at < self->end && memchr (",]} \t\r\n", *self->at, 7) == NULL)
    self->at++;
}

/* A value and the white space behind it. */
static void
skip_value (Cursor *self)
{
  if (is_at (self, '"'))
    skip_string (self);
  else if (is_at (self, '{') || is_at (self, '['))
    skip_bracketed (self);
  else if (self->at != NULL)
    skip_scalar (self);

  if (self->at != NULL)
    self->at = okr_json_token_skip_space (self->at, self->end);
}

static gboolean
is_name (const Cursor *behind,
         const char   *quote,
         const char   *name)
{
  g_autoptr (GString) unescaped = NULL;
  gsize length = (gsize) (behind->at - quote - 2);

  if (memchr (quote + 1, '\\', length) == NULL)
    return strlen (name) == length && memcmp (name, quote + 1, length) == 0;

  unescaped = g_string_new (NULL);
  okr_json_token_unescape (quote + 1, length, unescaped);

  return g_str_equal (unescaped->str, name);
}

/* Moves from a brace to the value of the member. */
static gboolean
enter_member (Cursor     *self,
              const char *name)
{
  if (!accept (self, '{'))
    return FALSE;

  while (is_at (self, '"'))
    {
      const char *quote = self->at;
      gboolean found;

      skip_string (self);
      if (self->at == NULL)
        return FALSE;

      found = is_name (self, quote, name);
      self->at = okr_json_token_skip_space (self->at, self->end);
      if (!accept (self, ':'))
        return FALSE;
      if (found)
        return self->at < self->end;

      skip_value (self);
      if (!accept (self, ','))
        return FALSE;
    }

  return FALSE;
}

/* Moves from a bracket to the element. */
static gboolean
enter_element (Cursor     *self,
               const char *name)
{
  guint64 index;

  if (!g_ascii_string_to_unsigned (name, 10, 0, G_MAXUINT64, &index, NULL) ||
      (name[0] == '0' && name[1] != '\0') || !accept (self, '['))
    return FALSE;

  while (index-- > 0)
    {
      skip_value (self);
      if (!accept (self, ','))
        return FALSE;
    }

  return self->at != NULL && self->at < self->end && *self->at != ']';
}

/* The part of a JSON Pointer between two slashes. */
static char *
dup_reference (const char *part)
{
  g_autoptr (GString) name = g_string_new (part);

  g_string_replace (name, "~1", "/", 0);
  g_string_replace (name, "~0", "~", 0);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

static const char *
find_value (const char *text,
            const char *end,
            const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  Cursor cursor = { okr_json_token_skip_space (text, end), end };
  const char *found = cursor.at;

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *name = dup_reference (parts[i]);
      gboolean entered = is_at (&cursor, '[') ? enter_element (&cursor, name)
                                              : enter_member (&cursor, name);

      if (!entered)
        break;
      found = cursor.at;
    }

  return found;
}

gboolean
okr_json_locate (const char *text,
                 gsize       length,
                 const char *path,
                 guint      *line,
                 guint      *column)
{
  const char *end = text + length;
  const char *found;
  guint ignored;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (path != NULL && (*path == '\0' || *path == '/'), FALSE);

  text = okr_json_skip_bom (text, &length);
  found = find_value (text, end, path);
  if (found == end)
    return FALSE;

  okr_json_position (text, end, found, line != NULL ? line : &ignored,
                     column != NULL ? column : &ignored);

  return TRUE;
}
