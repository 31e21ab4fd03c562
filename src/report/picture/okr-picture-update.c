/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-list.h"
#include "okr-item-text.h"
#include "okr-picture-private.h"

static gboolean
same_box (const OkrPictureBox *a, const OkrPictureBox *b)
{
  if (!g_str_equal (a->id, b->id) || a->n_rows != b->n_rows || a->level != b->level ||
      a->group != b->group || a->n_key_results != b->n_key_results)
    return FALSE;
  for (guint i = 0; i < a->n_rows; i++)
    if (!g_str_equal (a->rows[i].id, b->rows[i].id))
      return FALSE;

  return TRUE;
}

static gboolean
same_link (const OkrPictureLink *a, const OkrPictureLink *b)
{
  return a->from == b->from && a->to == b->to && a->row == b->row && a->is_main == b->is_main &&
         g_str_equal (a->target, b->target);
}

static gboolean
same_structure (const OkrPicture *a, const OkrPicture *b)
{
  if (a->boxes->len != b->boxes->len || a->links->len != b->links->len ||
      a->mirrored != b->mirrored)
    return FALSE;
  for (guint i = 0; i < a->boxes->len; i++)
    if (!same_box (okr_picture_get_box (a, i), okr_picture_get_box (b, i)))
      return FALSE;
  for (guint i = 0; i < a->links->len; i++)
    if (!same_link (okr_picture_get_link (a, i), okr_picture_get_link (b, i)))
      return FALSE;

  return TRUE;
}

static void
swap_texts (char **a, char **b)
{
  char *kept = *a;

  *a = *b;
  *b = kept;
}

static void
take_values (OkrPictureBox *box, OkrPictureBox *fresh)
{
  swap_texts (&box->title, &fresh->title);
  swap_texts (&box->subtitle, &fresh->subtitle);
  box->progress = fresh->progress;
  box->expected = fresh->expected;
  box->status = fresh->status;
  box->state = fresh->state;
  for (guint i = 0; i < box->n_rows; i++)
    {
      swap_texts (&box->rows[i].title, &fresh->rows[i].title);
      box->rows[i].progress = fresh->rows[i].progress;
      box->rows[i].expected = fresh->rows[i].expected;
      box->rows[i].status = fresh->rows[i].status;
    }
}

/**
 * okr_picture_update:
 * @self: a picture of @plan that no other thread uses
 * @plan: the plan
 * @options: (nullable): those that the picture was made with
 *
 * Takes over titles, owners, progress and status as they are now; everything stays in its place.
 *
 * Returns: whether that is all that changed; if not, nothing was taken over, and a new picture is
 *   needed
 */
gboolean
okr_picture_update (OkrPicture *self, OkrPlan *plan, const OkrPictureOptions *options)
{
  g_autoptr (OkrPicture) fresh = NULL;

  g_return_val_if_fail (self != NULL && OKR_IS_PLAN (plan), FALSE);

  fresh = okr_picture_new (plan, options);
  if (!same_structure (self, fresh))
    return FALSE;
  for (guint i = 0; i < self->boxes->len; i++)
    take_values (&g_array_index (self->boxes, OkrPictureBox, i),
                 &g_array_index (fresh->boxes, OkrPictureBox, i));

  return TRUE;
}

static void
take_text (char **text, const char *fresh)
{
  if (g_str_equal (*text, fresh))
    return;
  g_free (*text);
  *text = g_strdup (fresh);
}

/* Values alone put no key result in the place of another one. */
static gboolean
refresh_rows (OkrPictureBox *box, OkrObjective *objective)
{
  OkrList *key_results = OKR_LIST (okr_objective_get_key_results (objective));

  if (okr_list_get_size (key_results) != box->n_key_results)
    return FALSE;
  for (guint i = 0; i < box->n_rows; i++)
    {
      OkrItem *item = okr_list_peek (key_results, i);
      const OkrKeyResultFigures *figures = okr_key_result_get_figures (OKR_KEY_RESULT (item));
      OkrPictureRow *row = &box->rows[i];

      take_text (&row->title, okr_item_get_title (item));
      row->progress = figures->progress;
      row->expected = figures->expected;
      row->status = figures->status;
    }

  return TRUE;
}

static gboolean
refresh_objective (const OkrPicture *self, OkrPictureBox *box, OkrPlan *plan)
{
  OkrObjective *objective = okr_plan_find_typed (plan, box->id, OKR_TYPE_OBJECTIVE);
  const OkrObjectiveFigures *figures;
  g_autofree char *subtitle = NULL;

  if (objective == NULL || okr_picture_get_level (objective) != box->level)
    return FALSE;

  figures = okr_objective_get_figures (objective);
  subtitle = okr_picture_dup_subtitle (self, objective);
  take_text (&box->title, okr_item_get_title (OKR_ITEM (objective)));
  take_text (&box->subtitle, subtitle);
  box->progress = figures->progress;
  box->expected = figures->expected;
  box->status = figures->status;
  box->state = okr_item_text_get_uncounted_state (OKR_ITEM (objective));

  return refresh_rows (box, objective);
}

/**
 * okr_picture_update_values:
 * @self: a picture of @plan that no other thread uses
 * @plan: the plan
 *
 * The same as okr_picture_update() after an edit that changed only values (%OKR_EDIT_VALUES): it
 * does not look for boxes and links anew, which is most of the work.
 *
 * Returns: whether that was all; if not, okr_picture_update() has to tell what else changed
 */
gboolean
okr_picture_update_values (OkrPicture *self, OkrPlan *plan)
{
  g_autofree char *mission = NULL;
  guint first;

  g_return_val_if_fail (self != NULL && OKR_IS_PLAN (plan), FALSE);

  mission = okr_picture_dup_mission (plan);
  first = self->boxes->len > 0 && okr_picture_get_box (self, 0)->is_mission ? 1 : 0;
  if ((*mission != '\0') != (first == 1))
    return FALSE;
  if (first == 1)
    take_text (&g_array_index (self->boxes, OkrPictureBox, 0).title, mission);
  for (guint i = first; i < self->boxes->len; i++)
    if (!refresh_objective (self, &g_array_index (self->boxes, OkrPictureBox, i), plan))
      return FALSE;

  return TRUE;
}
