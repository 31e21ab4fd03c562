/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is, over some steps, part of itself or contributes to itself. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "okr-alignment.h"
#include "okr-check-private.h"
#include "okr-loops-private.h"

enum
{
  WALK_INSIDE = 1,
  WALK_DONE,
};

typedef struct
{
  OkrObjective *objective;
  guint next; /* which of its contributions comes next */
} Step;

static void
add_loop_head (guint first, guint last, gpointer user_data)
{
  OkrChecker *self = user_data;

  g_hash_table_add (self->loop_heads,
                    okr_list_peek (OKR_LIST (okr_plan_get_teams (self->plan)), first));
}

void
okr_checker_find_team_loops (OkrChecker *self, OkrList *teams)
{
  const guint n = okr_list_get_size (teams);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);
  g_autofree guint *next = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (positions, okr_list_peek (teams, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < n; i++)
    {
      const char *parent_id = okr_team_get_parent_team (OKR_TEAM (okr_list_peek (teams, i)));
      OkrTeam *parent = okr_plan_find_typed (self->plan, parent_id, OKR_TYPE_TEAM);

      next[i] = parent != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (positions, parent))
                               : OKR_LOOPS_END;
    }

  okr_loops_find (next, n, add_loop_head, self);
}

static OkrObjective *
get_next_target (OkrChecker *self, Step *step)
{
  const char *const *ids = okr_objective_get_contributes_to (step->objective);

  /* The links that close loops of main parents have findings of their own. */
  if (step->next == 0 && ids != NULL &&
      okr_alignment_ignores_main_link (self->plan, step->objective))
    step->next++;
  while (ids != NULL && ids[step->next] != NULL)
    {
      OkrObjective *target = okr_alignment_get_target_objective (self->plan, ids[step->next++]);

      if (target != NULL)
        return target;
    }

  return NULL;
}

static void
enter (OkrChecker *self, GArray *way, OkrObjective *objective)
{
  const Step step = { objective, 0 };

  g_hash_table_insert (self->states, objective, GINT_TO_POINTER (WALK_INSIDE));
  g_array_append_val (way, step);
}

/* Depth first in the plan's order; the link that leads back to where the walk came from closes a
 * loop. Not recursive: chains in a file may be as long as the file. */
static void
walk_alignment (OkrChecker *self, OkrObjective *objective)
{
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (Step));

  enter (self, way, objective);
  while (way->len > 0)
    {
      Step *step = &g_array_index (way, Step, way->len - 1);
      OkrObjective *target = get_next_target (self, step);
      const int state =
          target != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (self->states, target)) : WALK_DONE;

      if (target == NULL)
        {
          g_hash_table_insert (self->states, step->objective, GINT_TO_POINTER (WALK_DONE));
          g_array_set_size (way, way->len - 1);
        }
      else if (state == WALK_INSIDE)
        {
          okr_checker_take (self, OKR_SEVERITY_ERROR, "alignmentLoop", step->objective,
                            "contributesTo",
                            /* Translators: the title of an objective */
                            g_strdup_printf (_ ("It contributes to “%s”, which contributes to it."),
                                             okr_item_get_title (OKR_ITEM (target))));
        }
      else if (state == 0)
        {
          enter (self, way, target);
        }
    }
}

static void
check_main_link (OkrChecker *self, OkrObjective *objective)
{
  OkrItem *target;

  if (!okr_alignment_ignores_main_link (self->plan, objective))
    return;

  target = okr_alignment_get_target (self->plan, okr_objective_get_contributes_to (objective)[0]);
  okr_checker_take (
      self, OKR_SEVERITY_ERROR, "alignmentLoop", objective, "contributesTo",
      /* Translators: the title of an objective or of a key result */
      g_strdup_printf (_ ("It contributes to “%s”, which contributes to it. The link is "
                          "ignored."),
                       okr_item_get_title (target)));
}

void
okr_checker_check_alignment (OkrChecker *self, OkrObjective *objective)
{
  check_main_link (self, objective);
  if (g_hash_table_lookup (self->states, objective) == NULL)
    walk_alignment (self, objective);
}
