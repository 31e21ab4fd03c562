/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waymark-graph-walk.h"

#include <math.h>

typedef WaymarkGraphSpot Spot;

static int
count_rows (const OkrPicture *picture, guint box)
{
  return (int) okr_picture_get_box (picture, box)->n_rows;
}

static double
get_middle (const OkrPicture *picture, Spot spot)
{
  const OkrPictureBox *box = okr_picture_get_box (picture, spot.box);

  if (spot.row < 0 || spot.row >= (int) box->n_rows)
    return box->rect.y + OKR_PICTURE_HEAD_HEIGHT / 2;

  return box->rect.y + box->rows[spot.row].y + box->rows[spot.row].height / 2;
}

/* The nearest box of the same column above (−1) or below (1), or the farthest (−2, 2). */
static guint
find_in_column (const OkrPicture *picture, guint from, int direction)
{
  const OkrPictureBox *start = okr_picture_get_box (picture, from);
  const int side = direction < 0 ? -1 : 1;
  const int wish = ABS (direction) > 1 ? 1 : -1;
  guint found = WAYMARK_GRAPH_NOWHERE;
  double best = 0;

  for (guint i = 0; i < okr_picture_get_n_boxes (picture); i++)
    {
      const OkrPictureBox *box = okr_picture_get_box (picture, i);
      const double distance = (box->rect.y - start->rect.y) * side;

      if (box->layer != start->layer || i == from || distance <= 0)
        continue;
      if (found == WAYMARK_GRAPH_NOWHERE || (distance - best) * wish > 0)
        {
          found = i;
          best = distance;
        }
    }

  return found;
}

static Spot
go_up (const OkrPicture *picture, Spot from)
{
  guint above;

  if (from.row >= 0)
    return (Spot){ from.box, from.row - 1 };

  above = find_in_column (picture, from.box, -1);

  return above != WAYMARK_GRAPH_NOWHERE ? (Spot){ above, count_rows (picture, above) - 1 } : from;
}

static Spot
go_down (const OkrPicture *picture, Spot from)
{
  guint below;

  if (from.row + 1 < count_rows (picture, from.box))
    return (Spot){ from.box, from.row + 1 };

  below = find_in_column (picture, from.box, 1);

  return below != WAYMARK_GRAPH_NOWHERE ? (Spot){ below, -1 } : from;
}

static Spot
go_towards (const OkrPicture *picture, Spot from)
{
  guint n_links;
  const guint *links = okr_picture_get_links_from (picture, from.box, &n_links);
  Spot found = from;

  if (from.row >= 0)
    return (Spot){ from.box, -1 };

  for (guint i = 0; i < n_links; i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (picture, links[i]);

      if (link->is_ignored || (found.box != from.box && !link->is_main))
        continue;
      found = (Spot){ link->to, link->row };
      if (link->is_main)
        break;
    }

  return found;
}

/* From a box, what contributes to the box itself comes before what contributes to its rows. */
static Spot
go_away (const OkrPicture *picture, Spot from)
{
  const double middle = get_middle (picture, from);
  guint n_links;
  const guint *links = okr_picture_get_links_to (picture, from.box, &n_links);
  Spot found = from;
  double best = INFINITY;

  for (guint i = 0; i < n_links; i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (picture, links[i]);
      const Spot spot = { link->from, -1 };
      double distance;

      if (link->is_ignored || (from.row >= 0 && link->row != from.row))
        continue;
      distance = fabs (get_middle (picture, spot) - middle) + (link->is_main ? 0 : 1e6) +
                 (link->row != from.row ? 1e9 : 0);
      if (distance < best)
        {
          best = distance;
          found = spot;
        }
    }

  return found;
}

static Spot
go_to_end (const OkrPicture *picture, Spot from, int direction)
{
  const guint end = find_in_column (picture, from.box, direction);

  return (Spot){ end != WAYMARK_GRAPH_NOWHERE ? end : from.box, -1 };
}

WaymarkGraphSpot
waymark_graph_walk (const OkrPicture *picture, WaymarkGraphSpot from, WaymarkGraphStep step)
{
  g_return_val_if_fail (picture != NULL, from);

  if (okr_picture_get_n_boxes (picture) == 0)
    return WAYMARK_GRAPH_NO_SPOT;
  if (from.box >= okr_picture_get_n_boxes (picture))
    return (Spot){ 0, -1 };

  switch (step)
    {
    case WAYMARK_GRAPH_STEP_UP:
      return go_up (picture, from);
    case WAYMARK_GRAPH_STEP_DOWN:
      return go_down (picture, from);
    case WAYMARK_GRAPH_STEP_TOWARDS:
      return go_towards (picture, from);
    case WAYMARK_GRAPH_STEP_AWAY:
      return go_away (picture, from);
    case WAYMARK_GRAPH_STEP_FIRST:
      return go_to_end (picture, from, -2);
    case WAYMARK_GRAPH_STEP_LAST:
      return go_to_end (picture, from, 2);
    default:
      g_return_val_if_reached (from);
    }
}

static void
trace (const OkrPicture *picture, Spot from, gboolean upwards, gboolean *boxes, gboolean *links)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *seen = g_new0 (gboolean, okr_picture_get_n_boxes (picture));

  g_array_append_val (open, from.box);
  seen[from.box] = TRUE;
  while (open->len > 0)
    {
      const guint box = g_array_index (open, guint, open->len - 1);
      guint n_here;
      const guint *here = upwards ? okr_picture_get_links_from (picture, box, &n_here)
                                  : okr_picture_get_links_to (picture, box, &n_here);

      g_array_set_size (open, open->len - 1);
      boxes[box] = TRUE;
      for (guint i = 0; i < n_here; i++)
        {
          const OkrPictureLink *link = okr_picture_get_link (picture, here[i]);
          const guint other = upwards ? link->to : link->from;

          if (link->is_ignored ||
              (!upwards && box == from.box && from.row >= 0 && link->row != from.row))
            continue;
          links[here[i]] = TRUE;
          if (!seen[other])
            g_array_append_val (open, other);
          seen[other] = TRUE;
        }
    }
}

void
waymark_graph_trace (const OkrPicture *picture, WaymarkGraphSpot from, gboolean *boxes,
                     gboolean *links)
{
  g_return_if_fail (picture != NULL && boxes != NULL);

  if (from.box >= okr_picture_get_n_boxes (picture))
    return;

  trace (picture, from, TRUE, boxes, links);
  trace (picture, from, FALSE, boxes, links);
}
