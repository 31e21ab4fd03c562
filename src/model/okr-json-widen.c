/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-json-scan.h"

#include "okr-json-token-private.h"

/* The first byte behind what stands here: a text, a number or any other byte. */
static const char *
skip_token (const char *at,
            const char *end,
            gboolean   *is_wide)
{
  OkrJsonProblem ignored = { 0 };
  gboolean has_escapes;

  *is_wide = FALSE;
  if (*at == '"')
    return okr_json_token_string (at, end, &has_escapes, &ignored);
  if (*at == '-' || g_ascii_isdigit (*at))
    return okr_json_token_number (at, end, is_wide, &ignored);

  return at + 1;
}

char *
okr_json_widen_integers (const char *text,
                         gsize       length,
                         gsize      *out_length)
{
  g_autoptr (GString) copy = NULL;
  const char *copied = text;
  const char *end = text + length;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  for (const char *at = text; at != NULL && at < end;)
    {
      gboolean is_wide;

      at = skip_token (at, end, &is_wide);
      if (at == NULL || !is_wide)
        continue;

      if (copy == NULL)
        copy = g_string_sized_new (length + 64);
      g_string_append_len (copy, copied, at - copied);
      g_string_append (copy, ".0");
      copied = at;
    }
  if (copy == NULL)
    return NULL;

  g_string_append_len (copy, copied, end - copied);
  if (out_length != NULL)
    *out_length = copy->len;

  return g_string_free (g_steal_pointer (&copy), FALSE);
}
