/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-text-direction.h"

#include <glib/gi18n-lib.h>

#include "okr-visible-text.h"

#define LEFT_TO_RIGHT_ISOLATE 0x2066
#define FIRST_STRONG_ISOLATE 0x2068
#define POP_DIRECTIONAL_ISOLATE 0x2069

static gboolean
is_rtl_letter (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) ||
         (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff) ||
         (c >= 0x1e800 && c <= 0x1efff);
}

static gboolean
has_rtl_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_rtl_letter (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* How many isolates there are; -1 when one does not end, or ends that did not begin, or when what
 * is around them is read from right to left: then somebody typed them, for a line that was put
 * together of texts has all that is read otherwise than the program in its isolates. */
static int
count_isolates (const char *text)
{
  const gboolean is_rtl = okr_text_is_program_rtl ();
  int n = 0;
  int depth = 0;
  gboolean is_typed = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c >= LEFT_TO_RIGHT_ISOLATE && c <= FIRST_STRONG_ISOLATE)
        {
          n++;
          depth++;
        }
      else if (c == POP_DIRECTIONAL_ISOLATE && --depth < 0)
        return -1;
      is_typed |= depth == 0 && !is_rtl && is_rtl_letter (c);
    }

  return depth == 0 && !(n > 0 && is_typed) ? n : -1;
}

/* What would end the isolate, or keep it open, is shown instead of obeyed. */
static void
append_line (GString *out, gunichar sign, const char *line)
{
  const int n = count_isolates (line);
  g_autofree char *visible = n < 0 ? okr_visible_text (line, OKR_VISIBLE_ONE_LINE) : NULL;

  if (n <= 0)
    g_string_append_unichar (out, sign);
  g_string_append (out, visible != NULL ? visible : line);
  if (n <= 0)
    g_string_append_unichar (out, POP_DIRECTIONAL_ISOLATE);
}

static char *
isolate (gunichar sign, const char *text)
{
  g_auto (GStrv) lines = NULL;
  GString *out;

  if (!has_rtl_letter (text) && !okr_text_is_program_rtl ())
    return g_strdup (text);

  lines = g_strsplit (text, "\n", -1);
  out = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\n');
      append_line (out, sign, lines[i]);
    }

  return g_string_free (out, FALSE);
}

gboolean
okr_text_is_rtl (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        return is_rtl_letter (c);
    }

  return FALSE;
}

gboolean
okr_text_is_program_rtl (void)
{
  return okr_text_is_rtl (_ ("Objective"));
}

char *
okr_text_isolate (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return isolate (FIRST_STRONG_ISOLATE, text);
}

char *
okr_text_isolate_ltr (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return isolate (LEFT_TO_RIGHT_ISOLATE, text);
}

gboolean
okr_text_is_isolated (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return count_isolates (text) > 0;
}
