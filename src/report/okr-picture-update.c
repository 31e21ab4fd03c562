/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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
