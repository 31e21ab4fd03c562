/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-changes-text.h"

#include <glib/gi18n.h>

#include "okr-check-in.h"

/* Who checked in, if it is one person. */
static const char *
find_author (GPtrArray *differences)
{
  const char *author = NULL;

  for (guint i = 0; i < differences->len; i++)
    {
      const OkrDifference *difference = differences->pdata[i];
      const char *name;

      if (difference->type != OKR_DIFFERENCE_ADDED || !OKR_IS_CHECK_IN (difference->after))
        continue;
      name = okr_check_in_get_author (OKR_CHECK_IN (difference->after));
      if (name == NULL || *name == '\0' || (author != NULL && !g_str_equal (author, name)))
        return NULL;
      author = name;
    }

  return author;
}

static void
count (GPtrArray *differences, guint *n_changed, guint *n_added, guint *n_removed)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const OkrDifference *difference = differences->pdata[i];

      if (difference->type == OKR_DIFFERENCE_ADDED)
        *n_added += difference->inside ? 0 : 1;
      else if (difference->type == OKR_DIFFERENCE_REMOVED)
        *n_removed += difference->inside ? 0 : 1;
      else
        g_hash_table_add (changed, okr_difference_get_item (difference));
    }
  *n_changed = g_hash_table_size (changed);
}

/* Takes the part. */
static void
append (char **list, char *part)
{
  g_autofree char *before = *list;
  g_autofree char *owned = part;

  /* Translators: two of the parts "3 changed", "1 added", "2 removed" */
  *list =
      before != NULL ? g_strdup_printf (_ ("%1$s, %2$s"), before, owned) : g_steal_pointer (&owned);
}

static char *
describe_counts (GPtrArray *differences)
{
  guint n_changed = 0;
  guint n_added = 0;
  guint n_removed = 0;
  char *list = NULL;

  count (differences, &n_changed, &n_added, &n_removed);
  if (n_changed > 0)
    /* Translators: objectives, key results and the like */
    append (&list, g_strdup_printf (ngettext ("%u changed", "%u changed", n_changed), n_changed));
  if (n_added > 0)
    /* Translators: objectives, key results and the like */
    append (&list, g_strdup_printf (ngettext ("%u added", "%u added", n_added), n_added));
  if (n_removed > 0)
    /* Translators: objectives, key results and the like */
    append (&list, g_strdup_printf (ngettext ("%u removed", "%u removed", n_removed), n_removed));

  return list;
}

char *
waymark_changes_text (GPtrArray *differences, gboolean is_earlier)
{
  g_autofree char *counts = NULL;
  const char *author;

  g_return_val_if_fail (differences != NULL, NULL);

  counts = describe_counts (differences);
  if (counts == NULL)
    return NULL;
  if (is_earlier)
    /* Translators: what changed, such as "3 changed, 1 added" */
    return g_strdup_printf (_ ("The file was put back to an earlier state: %s"), counts);

  author = find_author (differences);
  if (author == NULL)
    /* Translators: what changed, such as "3 changed, 1 added" */
    return g_strdup_printf (_ ("The file was changed elsewhere: %s"), counts);

  /* Translators: a person, and what changed, such as "3 changed, 1 added" */
  return g_strdup_printf (_ ("%1$s’s changes came in: %2$s"), author, counts);
}
