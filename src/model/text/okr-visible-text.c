/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-visible-text.h"

#include <string.h>

#include "okr-text-direction.h"

#define C0_PICTURES 0x2400
#define DELETE_PICTURE 0x2421
#define ZERO_WIDTH_NON_JOINER 0x200c
#define ZERO_WIDTH_JOINER 0x200d
#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029
#define LEFT_TO_RIGHT_ISOLATE 0x2066
#define POP_DIRECTIONAL_ISOLATE 0x2069

static gboolean
is_invisible (gunichar c)
{
  if (c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER)
    return FALSE;

  return g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT || c == LINE_SEPARATOR ||
         c == PARAGRAPH_SEPARATOR;
}

static void
append_visible (GString *visible, gunichar c, OkrVisibleFlags flags)
{
  g_assert (visible != NULL);

  /* Nearly all text of most plans is of these, and asking Unicode about each letter takes long. */
  if (c >= ' ' && c <= '~')
    g_string_append_c (visible, (char) c);
  else if (c == '\n' && (flags & OKR_VISIBLE_KEEP_LINES) != 0)
    g_string_append_c (visible, '\n');
  else if (c >= LEFT_TO_RIGHT_ISOLATE && c <= POP_DIRECTIONAL_ISOLATE &&
           (flags & OKR_VISIBLE_KEEP_ISOLATES) != 0)
    g_string_append_unichar (visible, c);
  else if (c < 0x20)
    g_string_append_unichar (visible, C0_PICTURES + c);
  else if (c == 0x7f)
    g_string_append_unichar (visible, DELETE_PICTURE);
  else if (is_invisible (c))
    g_string_append_printf (visible, "⟨U+%04X⟩", c);
  else
    g_string_append_unichar (visible, c);
}

char *
okr_visible_text (const char *text, OkrVisibleFlags flags)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) visible = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  if (!okr_text_is_isolated (valid))
    flags &= ~OKR_VISIBLE_KEEP_ISOLATES;
  visible = g_string_sized_new (strlen (valid) + 1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    append_visible (visible, g_utf8_get_char (p), flags);

  return g_string_free (g_steal_pointer (&visible), FALSE);
}
