/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A digest for each team or each person. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-digest-private.h"

/* A department may have nothing but what its sub-teams have. Of several cycles its section would be
   empty: no figures are told of them together. */
static void
take_section (OkrDigest *self, OkrDigest *section)
{
  if (section->objectives->len > 0 || (section->scope_note != NULL && !section->has_cycles))
    g_ptr_array_add (self->sections, section);
  else
    okr_digest_unref (section);
}

/* Each objective stands in the section of its own team, though all teams above count it, too. */
static void
keep_own (OkrDigest *section, const char *team_id)
{
  const guint n = section->objectives->len;

  for (guint i = n; i > 0; i--)
    {
      const OkrDigestObjective *objective = section->objectives->pdata[i - 1];

      if (!g_str_equal (objective->team_id, team_id))
        g_ptr_array_remove_index (section->objectives, i - 1);
    }
  if (section->objectives->len < n)
    section->scope_note = g_strdup (_ ("The figures count the objectives of its sub-teams, too."));
}

static void
add_teams (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options)
{
  GListModel *teams = okr_plan_get_teams (plan);
  OkrDigestOptions part = *options;

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (OkrTeam) team = g_list_model_get_item (teams, i);
      OkrDigest *section;

      if (options->team != NULL && !okr_plan_team_is_within (plan, team, options->team))
        continue;
      part.team = team;
      section = okr_digest_new_part (plan, &part, self->objectives);
      keep_own (section, okr_item_get_id (OKR_ITEM (team)));
      take_section (self, section);
    }
  if (options->team != NULL)
    return;

  part.team = NULL;
  part.is_without_team = TRUE;
  take_section (self, okr_digest_new_part (plan, &part, self->objectives));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *one = *(const char *const *) a;
  const char *other = *(const char *const *) b;

  /* What nobody owns comes last. */
  if (*one == '\0' || *other == '\0')
    return (*one == '\0') - (*other == '\0');

  return g_utf8_collate (one, other);
}

static void
note_name (GPtrArray *names, GHashTable *known, char *name)
{
  if (g_hash_table_add (known, name))
    g_ptr_array_add (names, name);
}

/* The names are those of @self. */
static GPtrArray *
list_people (const OkrDigest *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < self->objectives->len; i++)
    {
      const OkrDigestObjective *objective = self->objectives->pdata[i];

      note_name (names, known, objective->owner);
      for (guint k = 0; k < objective->key_results->len; k++)
        note_name (names, known, ((OkrDigestKeyResult *) objective->key_results->pdata[k])->owner);
    }
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void
add_people (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options)
{
  g_autoptr (GPtrArray) names = list_people (self);
  GPtrArray *known = options->owner == NULL ? self->objectives : NULL;
  OkrDigestOptions part = *options;

  for (guint i = 0; i < names->len; i++)
    {
      part.owner = names->pdata[i];
      take_section (self, okr_digest_new_part (plan, &part, known));
    }
}

void
okr_digest_fill_sections (OkrDigest *self, OkrPlan *plan, const OkrDigestOptions *options)
{
  OkrDigestOptions part = *options;

  part.sections = OKR_DIGEST_SECTIONS_NONE;
  if (options->sections == OKR_DIGEST_SECTIONS_TEAMS)
    add_teams (self, plan, &part);
  else if (options->sections == OKR_DIGEST_SECTIONS_PEOPLE)
    add_people (self, plan, &part);
}
