/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "okr-search.h"

#include <string.h>

struct _OkrSearch
{
  char **words;
  /* What an item says, and that folded; kept for the next one, for a key press asks for thousands.
   */
  GString *text;
  GString *folded;
};

/* Without a call, for most of what is searched through. */
static inline char
lower_ascii (char c)
{
  return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
}

/* As Unicode folds the case of a letter; few letters but these have it differently from lower case.
 */
static void
append_folded (GString *out, gunichar c)
{
  char letter[7] = { 0 };
  g_autofree char *folded = NULL;

  if (c < 0x80)
    {
      g_string_append_c (out, lower_ascii ((char) c));
      return;
    }

  g_unichar_to_utf8 (c, letter);
  folded = g_utf8_casefold (letter, -1);
  g_string_append (out, folded);
}

/* Letter by letter: what is decomposed as a whole would be put in order, only for its marks to be
 * dropped. */
static void
append_bare (GString *out, gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  const gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    {
      if (!g_unichar_ismark (parts[i]))
        append_folded (out, parts[i]);
    }
}

/* The same letters for whoever types without accents or capitals. */
static void
fold (const char *text, GString *out)
{
  g_string_truncate (out, 0);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if ((guchar) *c < 0x80)
        g_string_append_c (out, lower_ascii (*c));
      else
        append_bare (out, g_utf8_get_char (c));
    }
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
 * @words: (nullable): what was typed
 *
 * Returns: (transfer full): a search
 */
OkrSearch *
okr_search_new (const char *words)
{
  OkrSearch *self = g_new0 (OkrSearch, 1);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  self->text = g_string_new (NULL);
  self->folded = g_string_new (NULL);
  fold (words != NULL ? words : "", self->folded);
  parts = g_strsplit_set (self->folded->str, " \t\n", -1);
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
  g_string_free (self->folded, TRUE);
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

  fold (self->text->str, self->folded);
  for (guint i = 0; self->words[i] != NULL; i++)
    {
      if (strstr (self->folded->str, self->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}
