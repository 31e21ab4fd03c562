/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "okr-alignment.h"
#include "okr-item-text.h"
#include "okr-picture-private.h"

typedef struct
{
  OkrPicture *picture;
  OkrPlan *plan;
  const OkrPictureOptions *options;
  GPtrArray *objectives; /* by box; NULL for the mission */
  guint *above;          /* a forest over the boxes that links connect */
} Build;

static gboolean
contains (GHashTable *set, const char *id)
{
  return set != NULL && g_hash_table_contains (set, id);
}

static gboolean
is_shown (const Build *build, OkrObjective *objective)
{
  const OkrPictureOptions *options = build->options;

  return (options->cycle == NULL ||
          okr_objective_get_figures (objective)->cycle == options->cycle) &&
         (options->only == NULL ||
          g_hash_table_contains (options->only, okr_item_get_id (OKR_ITEM (objective))));
}

/* The top team's objectives say what the mission means for now; all others serve them. */
static gboolean
needs_alignment (OkrPlan *plan, OkrObjective *objective)
{
  OkrTeam *team = okr_objective_get_figures (objective)->team;

  if (team == NULL)
    return g_list_model_get_n_items (okr_plan_get_teams (plan)) > 0;

  return okr_plan_find_typed (plan, okr_team_get_parent_team (team), OKR_TYPE_TEAM) != NULL;
}

char *
okr_picture_dup_mission (OkrPlan *plan)
{
  return g_strstrip (g_strdup (okr_plan_get_mission (plan)));
}

int
okr_picture_get_level (OkrObjective *objective)
{
  OkrTeam *team = okr_objective_get_figures (objective)->team;

  return team != NULL ? (int) okr_team_get_kind (team) : -1;
}

static char *
dup_team_and_owner (OkrObjective *objective)
{
  OkrTeam *team = okr_objective_get_figures (objective)->team;
  const char *owner = okr_objective_get_owner (objective);
  const char *name = team != NULL ? okr_item_get_title (OKR_ITEM (team)) : "";

  if (*name == '\0' || g_str_equal (name, owner))
    return g_strdup (owner);
  if (*owner == '\0')
    return g_strdup (name);

  /* Translators: a team and the owner of its objective */
  return g_strdup_printf (_ ("%1$s · %2$s"), name, owner);
}

static char *
dup_people (OkrObjective *objective, gboolean has_cycle)
{
  OkrCycle *cycle = okr_objective_get_figures (objective)->cycle;
  const char *name = cycle != NULL ? okr_item_text_get_title (OKR_ITEM (cycle)) : _ ("No cycle");
  g_autofree char *people = dup_team_and_owner (objective);

  if (!has_cycle)
    return g_steal_pointer (&people);
  if (*people == '\0')
    return g_strdup (name);

  /* Translators: the name of a cycle, and a team and the owner of its objective */
  return g_strdup_printf (_ ("%1$s · %2$s"), name, people);
}

/* Where the line is too long, its end is cut: what is not to be missed comes first. */
char *
okr_picture_dup_subtitle (const OkrPicture *picture, OkrObjective *objective)
{
  g_autofree char *rest = dup_people (objective, picture->has_cycles);
  const char *state = okr_item_text_get_uncounted_state (OKR_ITEM (objective));

  if (state == NULL)
    return g_steal_pointer (&rest);
  if (*rest == '\0')
    return g_strdup (state);

  /* Translators: the state of an objective ("Dropped"), its team and its owner */
  return g_strdup_printf (_ ("%1$s · %2$s"), state, rest);
}

static void
add_rows (OkrPictureBox *box, OkrObjective *objective)
{
  GListModel *key_results = okr_objective_get_key_results (objective);
  double y = OKR_PICTURE_HEAD_HEIGHT;

  box->n_rows = box->n_key_results;
  box->rows = g_new0 (OkrPictureRow, box->n_rows);
  for (guint i = 0; i < box->n_rows; i++)
    {
      g_autoptr (OkrKeyResult) item = g_list_model_get_item (key_results, i);
      const OkrKeyResultFigures *figures = okr_key_result_get_figures (item);

      box->rows[i] = (OkrPictureRow){
        .id = g_strdup (okr_item_get_id (OKR_ITEM (item))),
        .title = g_strdup (okr_item_get_title (OKR_ITEM (item))),
        .progress = figures->progress,
        .expected = figures->expected,
        .status = figures->status,
        .y = y,
        .height = OKR_PICTURE_ROW_HEIGHT,
      };
      y += OKR_PICTURE_ROW_HEIGHT;
    }
}

static void
add_objective (Build *build, OkrObjective *objective)
{
  const OkrObjectiveFigures *figures = okr_objective_get_figures (objective);
  const char *id = okr_item_get_id (OKR_ITEM (objective));
  GListModel *key_results = okr_objective_get_key_results (objective);
  OkrPictureBox box = {
    .id = g_strdup (id),
    .title = g_strdup (okr_item_get_title (OKR_ITEM (objective))),
    .subtitle = okr_picture_dup_subtitle (build->picture, objective),
    .progress = figures->progress,
    .expected = figures->expected,
    .status = figures->status,
    .state = okr_item_text_get_uncounted_state (OKR_ITEM (objective)),
    .n_key_results = g_list_model_get_n_items (key_results),
    .level = okr_picture_get_level (objective),
    .rect = { .width = OKR_PICTURE_BOX_WIDTH },
  };

  if (contains (build->options->folded, id) == build->options->fold_all)
    add_rows (&box, objective);
  else
    box.is_folded = box.n_key_results > 0;
  box.rect.height = OKR_PICTURE_HEAD_HEIGHT + box.n_rows * OKR_PICTURE_ROW_HEIGHT;

  g_array_append_val (build->picture->boxes, box);
  g_ptr_array_add (build->objectives, objective);
}

static void
add_mission (Build *build)
{
  OkrPictureBox box = {
    .is_mission = TRUE,
    .progress = NAN,
    .expected = NAN,
    .level = -1,
    .rect = { .width = OKR_PICTURE_MISSION_WIDTH, .height = OKR_PICTURE_HEAD_HEIGHT },
  };
  g_autofree char *mission = okr_picture_dup_mission (build->plan);

  if (*mission == '\0')
    return;

  box.id = g_strdup (OKR_PICTURE_MISSION);
  box.title = g_steal_pointer (&mission);
  box.subtitle = g_strdup (_ ("Mission"));
  g_array_append_val (build->picture->boxes, box);
  g_ptr_array_add (build->objectives, NULL);
}

/* Whether objectives of more than one are shown. */
static gboolean
has_cycles (const Build *build)
{
  GListModel *objectives = okr_plan_get_objectives (build->plan);
  OkrCycle *first = NULL;
  gboolean has_any = FALSE;

  for (guint i = 0; build->options->cycle == NULL && i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);
      OkrCycle *cycle = okr_objective_get_figures (objective)->cycle;

      if (!is_shown (build, objective))
        continue;
      if (has_any && cycle != first)
        return TRUE;
      first = cycle;
      has_any = TRUE;
    }

  return FALSE;
}

static void
add_boxes (Build *build)
{
  GListModel *objectives = okr_plan_get_objectives (build->plan);

  build->picture->has_cycles = has_cycles (build);
  add_mission (build);
  for (guint i = 0; i < g_list_model_get_n_items (objectives); i++)
    {
      g_autoptr (OkrObjective) objective = g_list_model_get_item (objectives, i);

      if (is_shown (build, objective))
        add_objective (build, objective);
    }
}

static void
index_boxes (OkrPicture *picture)
{
  for (guint i = 0; i < picture->boxes->len; i++)
    {
      const OkrPictureBox *box = &g_array_index (picture->boxes, OkrPictureBox, i);

      g_hash_table_insert (picture->index, box->id, GUINT_TO_POINTER (i + 1));
      for (guint row = 0; row < box->n_rows; row++)
        g_hash_table_insert (picture->index, box->rows[row].id, GUINT_TO_POINTER (i + 1));
    }
}

static guint
find_root (guint *above, guint box)
{
  while (above[box] != box)
    {
      above[box] = above[above[box]];
      box = above[box];
    }

  return box;
}

static void
add_link (Build *build, guint from, OkrItem *target, const char *id, gboolean is_main)
{
  OkrPicture *picture = build->picture;
  OkrItem *objective = OKR_IS_KEY_RESULT (target) ? okr_item_get_parent (target) : target;
  int row = -1;
  OkrPictureLink link = { .from = from, .target = g_strdup (id), .is_main = is_main };
  const int to = okr_picture_find (picture, okr_item_get_id (objective), NULL);

  if (to < 0)
    {
      g_free (link.target);
      return;
    }
  link.to = (guint) to;
  okr_picture_find (picture, id, &row);
  link.row = row;
  link.is_ignored =
      link.to == from ||
      (is_main && okr_alignment_ignores_main_link (build->plan, build->objectives->pdata[from]));
  g_array_append_val (picture->links, link);
  build->above[find_root (build->above, from)] = find_root (build->above, link.to);
}

static void
add_links_of (Build *build, guint from)
{
  OkrObjective *objective = build->objectives->pdata[from];
  const char *const *ids = okr_objective_get_contributes_to (objective);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      OkrItem *target = okr_alignment_get_target (build->plan, ids[i]);
      gboolean is_twice = FALSE;

      for (guint j = 0; j < i; j++)
        is_twice |= g_str_equal (ids[i], ids[j]);
      if (target != NULL && !is_twice)
        add_link (build, from, target, ids[i], i == 0);
    }
}

static gboolean
is_rooted (const Build *build, guint box)
{
  OkrObjective *objective = build->objectives->pdata[box];
  const char *const *ids;

  if (objective == NULL)
    return TRUE;
  if (!okr_alignment_is_aligned (build->plan, objective))
    return !needs_alignment (build->plan, objective);

  /* What it contributes to may be out of the picture. */
  ids = okr_objective_get_contributes_to (objective);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      OkrObjective *target = okr_alignment_get_target_objective (build->plan, ids[i]);

      if (target != NULL &&
          okr_picture_find (build->picture, okr_item_get_id (OKR_ITEM (target)), NULL) < 0)
        return TRUE;
    }

  return FALSE;
}

static void
link_to_mission (Build *build, guint from)
{
  OkrObjective *objective = build->objectives->pdata[from];
  OkrPictureLink link = { .from = from, .row = -1, .is_main = TRUE };

  if (!okr_picture_get_box (build->picture, 0)->is_mission ||
      okr_alignment_is_aligned (build->plan, objective) || needs_alignment (build->plan, objective))
    return;

  link.target = g_strdup (OKR_PICTURE_MISSION);
  g_array_append_val (build->picture->links, link);
  build->above[find_root (build->above, from)] = find_root (build->above, 0);
}

static void
add_links (Build *build)
{
  for (guint i = 0; i < build->picture->boxes->len; i++)
    {
      if (build->objectives->pdata[i] == NULL)
        continue;
      add_links_of (build, i);
      link_to_mission (build, i);
    }
}

/* What is connected, over any number of links, with nothing that leads anywhere is loose. */
static void
find_groups (Build *build)
{
  GArray *boxes = build->picture->boxes;
  g_autofree gboolean *rooted = g_new0 (gboolean, boxes->len + 1);
  g_autofree guint *members = g_new0 (guint, boxes->len + 1);

  for (guint i = 0; i < boxes->len; i++)
    {
      const guint root = find_root (build->above, i);

      members[root]++;
      rooted[root] |= is_rooted (build, i);
    }
  for (guint i = 0; i < boxes->len; i++)
    {
      OkrPictureBox *box = &g_array_index (boxes, OkrPictureBox, i);
      const guint root = find_root (build->above, i);

      box->group = rooted[root]         ? OKR_PICTURE_LINKED
                   : members[root] == 1 ? OKR_PICTURE_LOOSE_SINGLE
                                        : OKR_PICTURE_LOOSE_LINKED;
      box->is_loose = box->group != OKR_PICTURE_LINKED;
    }
}

/* Levels that nobody is of take no column. */
static void
find_levels (OkrPicture *picture)
{
  static const char *const headings[] = {
    [OKR_TEAM_KIND_COMPANY] = N_ ("Company"),
    [OKR_TEAM_KIND_DEPARTMENT] = N_ ("Departments"),
    [OKR_TEAM_KIND_TEAM] = N_ ("Teams"),
    [OKR_TEAM_KIND_PERSON] = N_ ("People"),
  };

  for (guint i = 0; i < picture->boxes->len; i++)
    {
      const int level = g_array_index (picture->boxes, OkrPictureBox, i).level;

      if (level >= 0 && picture->levels[level] == NULL)
        picture->levels[level] = g_strdup (_ (headings[level]));
    }
}

static void
clear_box (gpointer data)
{
  OkrPictureBox *box = data;

  g_free (box->id);
  g_free (box->title);
  g_free (box->subtitle);
  g_strfreev (box->title_lines);
  g_strfreev (box->subtitle_lines);
  for (guint i = 0; i < box->n_rows; i++)
    {
      g_free (box->rows[i].id);
      g_free (box->rows[i].title);
      g_strfreev (box->rows[i].title_lines);
    }
  g_free (box->rows);
}

static void
clear_link (gpointer data)
{
  OkrPictureLink *link = data;

  g_free (link->target);
  g_free (link->route);
}

/**
 * okr_picture_new:
 * @plan: a plan
 * @options: (nullable): what to show of it
 *
 * Takes down what @plan says now. That it is laid out is for okr_picture_layout().
 *
 * Returns: (transfer full): a picture that nobody laid out yet
 */
OkrPicture *
okr_picture_new (OkrPlan *plan, const OkrPictureOptions *options)
{
  static const OkrPictureOptions everything = { NULL };
  OkrPicture *self;
  Build build = { .plan = plan, .options = options != NULL ? options : &everything };

  g_return_val_if_fail (OKR_IS_PLAN (plan), NULL);

  self = g_new0 (OkrPicture, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->mirrored = build.options->mirrored;
  self->foot = NAN;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (OkrPictureBox));
  g_array_set_clear_func (self->boxes, clear_box);
  self->links = g_array_new (FALSE, FALSE, sizeof (OkrPictureLink));
  g_array_set_clear_func (self->links, clear_link);
  self->index = g_hash_table_new (g_str_hash, g_str_equal);

  build.picture = self;
  build.objectives = g_ptr_array_new ();
  add_boxes (&build);
  index_boxes (self);
  build.above = g_new (guint, self->boxes->len + 1);
  for (guint i = 0; i < self->boxes->len; i++)
    build.above[i] = i;
  add_links (&build);
  find_groups (&build);
  find_levels (self);
  okr_picture_index_links (self);

  g_free (build.above);
  g_ptr_array_unref (build.objectives);

  return self;
}
