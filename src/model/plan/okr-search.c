/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-search.h"

#include <string.h>

struct _OkrSearch
{
  char **words;
  GString *text; /* what an item says; kept for the next one, for a key press asks for thousands */
};

/* Most texts are ASCII, which folds to the same in a tenth of the time. */
static void
fold (GString *text)
{
  g_autofree char *decomposed = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GString) bare = NULL;

  if (g_str_is_ascii (text->str))
    {
      g_string_ascii_down (text);
      return;
    }

  decomposed = g_utf8_normalize (text->str, -1, G_NORMALIZE_ALL);
  bare = g_string_new (NULL);
  for (const char *c = decomposed; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    {
      if (!g_unichar_ismark (g_utf8_get_char (c)))
        g_string_append_unichar (bare, g_utf8_get_char (c));
    }

  folded = g_utf8_casefold (bare->str, -1);
  g_string_assign (text, folded);
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
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  self->text = g_string_new (words);
  fold (self->text);
  parts = g_strsplit_set (self->text->str, " \t\n", -1);
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
  g_string_free (self->text, TRUE);
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
  g_return_val_if_fail (OKR_IS_PLAN (plan) && OKR_IS_ITEM (item), FALSE);

  if (okr_search_is_empty (self))
    return TRUE;

  g_string_assign (self->text, okr_item_get_title (item));
  append (self->text, okr_item_get_id (item));
  if (OKR_IS_OBJECTIVE (item))
    append_objective (self->text, plan, OKR_OBJECTIVE (item));
  else if (OKR_IS_KEY_RESULT (item))
    append (self->text, okr_key_result_get_owner (OKR_KEY_RESULT (item)));

  fold (self->text);
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (self->text->str, self->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}
