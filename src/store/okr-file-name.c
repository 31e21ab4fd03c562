/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-file-name.h"

#define C0_PICTURES 0x2400
#define DELETE_PICTURE 0x2421

static void
append_visible (GString *text, gunichar c)
{
  if (c < 0x20)
    g_string_append_unichar (text, C0_PICTURES + c);
  else if (c == 0x7f)
    g_string_append_unichar (text, DELETE_PICTURE);
  else if (g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT || c == 0x2028
           || c == 0x2029)
    g_string_append_printf (text, "⟨U+%04X⟩", c);
  else
    g_string_append_unichar (text, c);
}

char *
okr_file_describe (GFile *file)
{
  g_autofree char *base = NULL;
  g_autofree char *valid = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  if (base == NULL)
    base = g_file_get_uri (file);
  valid = g_filename_display_name (base);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    append_visible (text, g_utf8_get_char (p));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
