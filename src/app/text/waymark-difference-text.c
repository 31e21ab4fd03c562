/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-difference-text.h"

#include <glib/gi18n.h>

#include "okr-item-name.h"
#include "okr-visible-text.h"

#define N_TYPES (OKR_DIFFERENCE_CHANGED + 1)

/* Items rather than fields: a key result with three new values has changed once. */
static void
count (GPtrArray *differences, guint *counts)
{
  const OkrDifference *last = NULL;

  for (guint i = 0; i < differences->len; i++)
    {
      const OkrDifference *difference = differences->pdata[i];

      if (difference->inside)
        continue;
      if (last == NULL || last->type != difference->type ||
          okr_difference_get_item (last) != okr_difference_get_item (difference))
        counts[difference->type]++;
      last = difference;
    }
  counts[OKR_DIFFERENCE_MOVED] += counts[OKR_DIFFERENCE_REORDERED];
}

static char *
describe_count (OkrDifferenceType type, guint n)
{
  switch (type)
    {
    case OKR_DIFFERENCE_ADDED:
      return g_strdup_printf (ngettext ("%u added", "%u added", n), n);
    case OKR_DIFFERENCE_REMOVED:
      return g_strdup_printf (ngettext ("%u removed", "%u removed", n), n);
    case OKR_DIFFERENCE_MOVED:
    case OKR_DIFFERENCE_REORDERED:
      return g_strdup_printf (ngettext ("%u moved", "%u moved", n), n);
    case OKR_DIFFERENCE_CHANGED:
    default:
      return g_strdup_printf (ngettext ("%u changed", "%u changed", n), n);
    }
}

char *
waymark_difference_text_count (GPtrArray *differences)
{
  static const OkrDifferenceType order[] = { OKR_DIFFERENCE_CHANGED, OKR_DIFFERENCE_ADDED,
                                             OKR_DIFFERENCE_REMOVED, OKR_DIFFERENCE_MOVED };
  g_autoptr (GString) text = g_string_new (NULL);
  guint counts[N_TYPES] = { 0 };

  g_return_val_if_fail (differences != NULL, NULL);

  count (differences, counts);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *part = describe_count (order[i], counts[order[i]]);

      /* Translators: between the parts of an enumeration */
      if (counts[order[i]] > 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", part);
    }
  if (text->len == 0)
    g_string_append (text, _ ("Nothing changed"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
waymark_difference_text_name (OkrItem *item)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (OKR_IS_ITEM (item), NULL);

  name = okr_item_dup_name (item);

  return *name != '\0' ? okr_visible_text (name, OKR_VISIBLE_ONE_LINE)
                       : g_strdup (okr_item_get_kind_label (item));
}

/* A value that changed tells more than that something came or went. */
static const OkrDifference *
find_telling (GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const OkrDifference *difference = differences->pdata[i];

      if (difference->type == OKR_DIFFERENCE_CHANGED && difference->field != NULL)
        return difference;
    }

  return differences->len > 0 ? differences->pdata[0] : NULL;
}

char *
waymark_difference_text_summarize (GPtrArray *differences)
{
  const OkrDifference *example;
  g_autofree char *counts = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *visible = NULL;

  g_return_val_if_fail (differences != NULL, NULL);

  counts = waymark_difference_text_count (differences);
  example = find_telling (differences);
  if (example == NULL)
    return g_steal_pointer (&counts);

  name = waymark_difference_text_name (okr_difference_get_item (example));
  text = okr_difference_to_text (example);
  visible = okr_visible_text (text, OKR_VISIBLE_ONE_LINE);

  /* Translators: how much changed, then an example: what it happened to, and what happened:
   * "3 changed, 1 added. Conversion: Target raised from 20 % to 25 %" */
  return g_strdup_printf (_ ("%1$s. %2$s: %3$s"), counts, name, visible);
}
