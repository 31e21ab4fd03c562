/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-cell-marks.h"

#include <string.h>

static gboolean
is_opening (gunichar c)
{
  return c == 0x202a || c == 0x202b || c == 0x202d || c == 0x202e || (c >= 0x2066 && c <= 0x2068);
}

static gboolean
is_closing (gunichar c)
{
  return c == 0x202c || c == 0x2069;
}

gboolean
okr_cell_is_mark (gunichar c)
{
  static const gunichar others[] = { 0x061c, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (c == others[i])
        return TRUE;
    }

  return is_opening (c) || is_closing (c);
}

static gboolean
is_around (const char *at)
{
  return g_ascii_isspace (*at) || okr_cell_is_mark (g_utf8_get_char (at));
}

static gboolean
is_balanced (const char *begin, const char *end)
{
  int depth = 0;

  for (const char *at = begin; at < end && depth >= 0; at = g_utf8_next_char (at))
    {
      depth += is_opening (g_utf8_get_char (at));
      depth -= is_closing (g_utf8_get_char (at));
    }

  return depth == 0;
}

void
okr_cell_trim (char *cell)
{
  const char *begin = cell, *end;

  g_return_if_fail (cell != NULL);

  g_strstrip (cell);
  end = cell + strlen (cell);
  if (g_str_is_ascii (cell))
    return;

  while (begin < end && is_around (begin))
    begin = g_utf8_next_char (begin);
  while (begin < end && is_around (g_utf8_prev_char (end)))
    end = g_utf8_prev_char (end);
  if (!is_balanced (begin, end))
    return;
  memmove (cell, begin, (gsize) (end - begin));
  cell[end - begin] = '\0';
}

char *
okr_cell_dup_without_marks (const char *cell)
{
  char *plain, *to;

  g_return_val_if_fail (cell != NULL, NULL);

  plain = to = g_strdup (cell);
  for (const char *at = plain; *at != '\0';)
    {
      const char *next = g_utf8_next_char (at);

      if (!okr_cell_is_mark (g_utf8_get_char (at)))
        {
          memmove (to, at, (gsize) (next - at));
          to += next - at;
        }
      at = next;
    }
  *to = '\0';

  return plain;
}
