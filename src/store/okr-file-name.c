/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-file-name.h"

#include "okr-visible-text.h"

char *
okr_file_describe (GFile *file)
{
  g_autofree char *base = NULL;
  g_autofree char *valid = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  if (base == NULL)
    base = g_file_get_uri (file);
  valid = g_filename_display_name (base);

  return okr_visible_text (valid, OKR_VISIBLE_ONE_LINE);
}
