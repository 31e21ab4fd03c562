/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-one-line.h"

#include <string.h>

#define BREAKS "\n\r\t\v\f"

static const char *const wide_breaks[] = { "\xc2\x85", "\u2028", "\u2029" };

/* How many bytes the break that a text begins with takes, 0 for none. */
static gsize
measure_break (const char *text)
{
  if (*text != '\0' && strchr (BREAKS, *text) != NULL)
    return 1;
  for (guint i = 0; i < G_N_ELEMENTS (wide_breaks); i++)
    {
      if (g_str_has_prefix (text, wide_breaks[i]))
        return strlen (wide_breaks[i]);
    }

  return 0;
}

static gboolean
has_breaks (const char *text)
{
  if (strpbrk (text, BREAKS) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (wide_breaks); i++)
    {
      if (strstr (text, wide_breaks[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The breaks that a text begins with, and the blanks among them. */
static const char *
skip_breaks (const char *text)
{
  gsize size = 1;

  while (size > 0)
    {
      text += strspn (text, " ");
      size = measure_break (text);
      text += size;
    }

  return text;
}

char *
okr_text_to_one_line (const char *text)
{
  g_autoptr (GString) line = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!has_breaks (text))
    return NULL;

  line = g_string_new (NULL);
  for (const char *at = text; *at != '\0';)
    {
      if (measure_break (at) == 0)
        {
          g_string_append_c (line, *at++);
          continue;
        }
      at = skip_breaks (at);
      while (line->len > 0 && line->str[line->len - 1] == ' ')
        g_string_truncate (line, line->len - 1);
      if (line->len > 0 && *at != '\0')
        g_string_append_c (line, ' ');
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}
