/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counts as the same name, however it is written. */
#include "config.h"

#include <string.h>

#include "okr-import-places-private.h"

static char *
fold_case (const char *name)
{
  g_autofree char *normal = NULL;

  if (g_str_is_ascii (name))
    return g_ascii_strdown (name, -1);
  normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

char *
okr_import_fold_name (const char *name)
{
  char *folded = fold_case (name != NULL ? name : "");
  char *end = folded;

  /* Cells break lines where they are narrow. */
  for (const char *at = folded; *at != '\0';)
    {
      const char *next = g_utf8_next_char (at);

      if (!g_unichar_isspace (g_utf8_get_char (at)))
        {
          memmove (end, at, (gsize) (next - at));
          end += next - at;
        }
      else if (end > folded && end[-1] != ' ')
        *end++ = ' ';
      at = next;
    }
  if (end > folded && end[-1] == ' ')
    end--;
  *end = '\0';

  return folded;
}

gboolean
okr_import_is_same_name (const char *a, const char *b)
{
  g_autofree char *first = okr_import_fold_name (a);
  g_autofree char *second = okr_import_fold_name (b);

  return *first != '\0' && g_str_equal (first, second);
}
