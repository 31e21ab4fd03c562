/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-search.h"

#include <string.h>

struct _OkrSearch
{
  char **words;
};

/* Most texts are ASCII, which folds to the same in a tenth of the time. */
static char *
fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  g_autoptr (GString) bare = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  bare = g_string_new (NULL);
  for (const char *c = decomposed; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      if (!g_unichar_ismark (g_utf8_get_char (c)))
        g_string_append_unichar (bare, g_utf8_get_char (c));
    }

  return g_utf8_casefold (bare->str, -1);
}

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    {
      g_string_append_c (text, '\n');
      g_string_append (text, part);
    }
}

static void
append_objective (GString *text, OkrPlan *plan, OkrObjective *objective)
{
  OkrTeam *team = okr_plan_find_typed (plan, okr_objective_get_team_id (objective), OKR_TYPE_TEAM);
  const char *const *tags = okr_objective_get_tags (objective);

  append (text, okr_objective_get_owner (objective));
  if (team != NULL)
    append (text, okr_item_get_title (OKR_ITEM (team)));
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    append (text, tags[i]);
}

/**
 * okr_search_new:
 * @words: what was typed
 *
 * Returns: (transfer full): a search
 */
OkrSearch *
okr_search_new (const char *words)
{
  OkrSearch *self = g_new0 (OkrSearch, 1);
  g_autofree char *folded = fold (words != NULL ? words : "");
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_strv_builder_add (builder, parts[i]);
    }
  self->words = g_strv_builder_end (builder);

  return self;
}

/**
 * okr_search_free:
 *
 * Frees the search.
 */
void
okr_search_free (OkrSearch *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->words);
  g_free (self);
}

/**
 * okr_search_is_empty:
 *
 * Returns: whether there is nothing to look for, so that everything matches
 */
gboolean
okr_search_is_empty (OkrSearch *self)
{
  return self == NULL || self->words[0] == NULL;
}

/**
 * okr_search_matches:
 * @plan: the plan of @item
 * @item: an objective or a key result
 *
 * Returns: whether all the words occur in @item
 */
gboolean
okr_search_matches (OkrSearch *self, OkrPlan *plan, OkrItem *item)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item), FALSE);

  if (okr_search_is_empty (self))
    return TRUE;

  text = g_string_new (okr_item_get_title (item));
  append (text, okr_item_get_id (item));
  if (OKR_IS_OBJECTIVE (item))
    append_objective (text, plan, OKR_OBJECTIVE (item));
  else if (OKR_IS_KEY_RESULT (item))
    append (text, okr_key_result_get_owner (OKR_KEY_RESULT (item)));

  folded = fold (text->str);
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (folded, self->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}
