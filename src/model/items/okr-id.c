/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-id.h"

#include <string.h>

#define ID_LENGTH 10

/* Crockford's base 32: no i, l, o or u to misread or to spell with. */
static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * okr_id_new:
 * @prefix: the letter that tells the kind of item
 *
 * Returns: (transfer full): a new random id such as "o-4k2m9x7qd3"; with 50 random bits, two people
 *   who edit copies of a plan do not meet
 */
char *
okr_id_new (char prefix)
{
  char id[ID_LENGTH + 3];

  id[0] = prefix;
  id[1] = '-';
  for (guint i = 0; i < ID_LENGTH; i++)
    id[i + 2] = alphabet[g_random_int_range (0, 32)];
  id[ID_LENGTH + 2] = '\0';

  return g_strdup (id);
}

/**
 * okr_id_is_valid:
 * @id: a text
 *
 * Ids made elsewhere may be longer or shorter than ours: all that matters is that they can stand in
 * a command line and in a list with commas.
 *
 * Returns: whether @id may be an item's id
 */
gboolean
okr_id_is_valid (const char *id)
{
  gsize length;

  g_return_val_if_fail (id != NULL, FALSE);

  length = strlen (id);
  if (length < 1 || length > 128 || id[0] == '-')
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (id[i]) && id[i] != '-' && id[i] != '_' && id[i] != '.')
        return FALSE;
    }

  return TRUE;
}
