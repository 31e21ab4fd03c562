/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "okr-picture-private.h"

/**
 * okr_picture_ref:
 *
 * Returns: (transfer full): the same picture
 */
OkrPicture *
okr_picture_ref (OkrPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * okr_picture_unref:
 * @self: (transfer full): a picture; the last reference may be dropped in any thread
 */
void
okr_picture_unref (OkrPicture *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->index);
  g_array_unref (self->boxes);
  g_array_unref (self->links);
  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    g_free (self->levels[i]);
  g_free (self->from_starts);
  g_free (self->from_links);
  g_free (self->to_starts);
  g_free (self->to_links);
  for (guint i = 0; i < G_N_ELEMENTS (self->layouts); i++)
    g_clear_pointer (&self->layouts[i], okr_graph_layout_unref);
  g_free (self->places);
  g_free (self->order);
  g_free (self->straight);
  g_clear_pointer (&self->columns, g_array_unref);
  g_free (self);
}

/* Sorts the links by one of their ends, keeping their order. */
static void
sort_links (OkrPicture *self, gboolean by_target, guint **starts, guint **links)
{
  const guint n = self->boxes->len;
  g_autofree guint *next = g_new0 (guint, n + 1);

  *starts = g_new0 (guint, n + 1);
  *links = g_new (guint, self->links->len + 1);
  for (guint i = 0; i < self->links->len; i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (self, i);

      (*starts)[(by_target ? link->to : link->from) + 1]++;
    }
  for (guint i = 0; i < n; i++)
    {
      (*starts)[i + 1] += (*starts)[i];
      next[i] = (*starts)[i];
    }
  for (guint i = 0; i < self->links->len; i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (self, i);

      (*links)[next[by_target ? link->to : link->from]++] = i;
    }
}

void
okr_picture_index_links (OkrPicture *self)
{
  sort_links (self, FALSE, &self->from_starts, &self->from_links);
  sort_links (self, TRUE, &self->to_starts, &self->to_links);
}

/**
 * okr_picture_get_n_boxes:
 *
 * Returns: how many boxes there are, with the mission's
 */
guint
okr_picture_get_n_boxes (const OkrPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->boxes->len;
}

/**
 * okr_picture_get_box:
 * @index: its number; the mission comes first, then the objectives in the order of the plan
 *
 * Returns: (transfer none): a box, as long as the picture lives
 */
const OkrPictureBox *
okr_picture_get_box (const OkrPicture *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->boxes->len, NULL);

  return &g_array_index (self->boxes, OkrPictureBox, index);
}

/**
 * okr_picture_get_n_links:
 *
 * Returns: how many links there are, with those that are ignored
 */
guint
okr_picture_get_n_links (const OkrPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->links->len;
}

/**
 * okr_picture_get_link:
 * @index: its number
 *
 * Returns: (transfer none): a link, as long as the picture lives
 */
const OkrPictureLink *
okr_picture_get_link (const OkrPicture *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->links->len, NULL);

  return &g_array_index (self->links, OkrPictureLink, index);
}

/**
 * okr_picture_get_links_from:
 * @box: number of a box
 * @n_links: (out): how many there are
 *
 * Returns: (array length=n_links): numbers of the links to what @box contributes to
 */
const guint *
okr_picture_get_links_from (const OkrPicture *self, guint box, guint *n_links)
{
  g_return_val_if_fail (self != NULL && box < self->boxes->len && n_links != NULL, NULL);

  *n_links = self->from_starts[box + 1] - self->from_starts[box];

  return self->from_links + self->from_starts[box];
}

/**
 * okr_picture_get_links_to:
 * @box: number of a box
 * @n_links: (out): how many there are
 *
 * Returns: (array length=n_links): numbers of the links of what contributes to @box or its rows
 */
const guint *
okr_picture_get_links_to (const OkrPicture *self, guint box, guint *n_links)
{
  g_return_val_if_fail (self != NULL && box < self->boxes->len && n_links != NULL, NULL);

  *n_links = self->to_starts[box + 1] - self->to_starts[box];

  return self->to_links + self->to_starts[box];
}

/**
 * okr_picture_find:
 * @id: an objective's, a key result's, or %OKR_PICTURE_MISSION
 * @row: (out) (optional): the row of the key result, else -1
 *
 * Returns: number of the box, or -1 when there is none
 */
int
okr_picture_find (const OkrPicture *self, const char *id, int *row)
{
  guint found;
  const OkrPictureBox *box;

  g_return_val_if_fail (self != NULL && id != NULL, -1);

  if (row != NULL)
    *row = -1;
  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, id));
  if (found == 0)
    return -1;

  box = okr_picture_get_box (self, found - 1);
  for (guint i = 0; row != NULL && i < box->n_rows; i++)
    if (g_str_equal (box->rows[i].id, id))
      *row = (int) i;

  return (int) found - 1;
}

/**
 * okr_picture_get_width:
 *
 * Returns: the width of all that is shown, without margins
 */
double
okr_picture_get_width (const OkrPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * okr_picture_get_height:
 *
 * Returns: the height of all that is shown, without margins and headings
 */
double
okr_picture_get_height (const OkrPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * okr_picture_is_mirrored:
 *
 * Returns: whether the mission is at the right
 */
gboolean
okr_picture_is_mirrored (const OkrPicture *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->mirrored;
}

/**
 * okr_picture_get_n_columns:
 *
 * Returns: how many columns there are, with empty ones
 */
guint
okr_picture_get_n_columns (const OkrPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns != NULL ? self->columns->len : 0;
}

/**
 * okr_picture_get_column:
 * @index: number of a layer
 *
 * Returns: (transfer none): the column in which the boxes of that layer stand
 */
const OkrPictureColumn *
okr_picture_get_column (const OkrPicture *self, guint index)
{
  g_return_val_if_fail (self != NULL && self->columns != NULL, NULL);
  g_return_val_if_fail (index < self->columns->len, NULL);

  return &g_array_index (self->columns, OkrPictureColumn, index);
}

/**
 * okr_picture_get_foot:
 * @heading: (out) (optional): where the heading of the foot goes
 *
 * Returns: whether there are objectives that contribute to nothing yet
 */
gboolean
okr_picture_get_foot (const OkrPicture *self, OkrPictureRect *heading)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (isnan (self->foot))
    return FALSE;
  if (heading != NULL)
    *heading = (OkrPictureRect){ 0, self->foot, self->width, OKR_PICTURE_FOOT_HEIGHT };

  return TRUE;
}

/**
 * okr_picture_pick:
 * @x: a place
 * @y: a place
 * @row: (out) (optional): the row at that place, -1 for the head
 *
 * Returns: number of the box at that place, or -1
 */
int
okr_picture_pick (const OkrPicture *self, double x, double y, int *row)
{
  g_return_val_if_fail (self != NULL, -1);

  /* Ten thousand boxes take no longer than a blink of the pointer: no index pays for itself. */
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const OkrPictureBox *box = okr_picture_get_box (self, i);
      const double inside = y - box->rect.y;

      if (x < box->rect.x || x >= box->rect.x + box->rect.width || inside < 0 ||
          inside >= box->rect.height)
        continue;
      if (row != NULL)
        *row = -1;
      for (guint j = 0; row != NULL && j < box->n_rows; j++)
        if (inside >= box->rows[j].y && inside < box->rows[j].y + box->rows[j].height)
          *row = (int) j;
      return (int) i;
    }

  return -1;
}
