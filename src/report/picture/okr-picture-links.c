/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "okr-picture-draw-private.h"
#include "okr-picture-private.h"

#define ARROW_LENGTH 8.0
#define ARROW_HALF 3.5
#define LIT (OKR_PICTURE_ON_PATH | OKR_PICTURE_SELECTED)

/* Links that look alike are drawn as one path: each stroke costs as much as it is high. */
typedef struct
{
  const OkrPicture *picture;
  OkrBrush *brush;
  const OkrPictureLook *look;
  const OkrPictureRect *visible;
  OkrPictureDetail detail;
  gboolean is_lit;
  gboolean is_dimmed;
  gboolean is_main;
  OkrColor color;
  OkrStroke stroke;
} Scene;

static void
add_arrow (const Scene *scene, const OkrPictureLink *link)
{
  const OkrGraphPoint *end = &link->points[link->n_points - 1];
  const double length = scene->picture->mirrored ? -ARROW_LENGTH : ARROW_LENGTH;

  okr_brush_move (scene->brush, end->x, end->y);
  okr_brush_line (scene->brush, end->x + length, end->y - ARROW_HALF);
  okr_brush_line (scene->brush, end->x + length, end->y + ARROW_HALF);
  okr_brush_close (scene->brush);
}

static void
fill_arrows (const Scene *scene)
{
  const OkrColor dark = okr_color_mix (&scene->color, &scene->look->colors.text, 0.35f);

  okr_brush_fill (scene->brush, &dark);
}

/* Where on a curve from 0 to 1 that is flat at both ends the height @y is: y = 3t² − 2t³. */
static double
find_time (double y)
{
  double low = 0;
  double high = 1;

  if (y <= 0 || y >= 1)
    return CLAMP (y, 0, 1);
  for (int i = 0; i < 20; i++)
    {
      const double t = (low + high) / 2;

      if (t * t * (3 - 2 * t) < y)
        low = t;
      else
        high = t;
    }

  return (low + high) / 2;
}

/* A point of the curve, and in @dx and @dy a third of its direction there. */
static OkrGraphPoint
get_point (const OkrGraphPoint *a, const OkrGraphPoint *b, double t, double *dx, double *dy)
{
  const double flow = t * (1 - t);

  *dx = (b->x - a->x) * (0.5 - flow);
  *dy = (b->y - a->y) * 2 * flow;

  return (OkrGraphPoint){
    a->x + (b->x - a->x) * t * (1.5 - 1.5 * t + t * t),
    a->y + (b->y - a->y) * t * t * (3 - 2 * t),
  };
}

/* Of a curve that is many windows high, only the piece that is seen: the rest would take the most
 * time of all. Such a curve is nearly upright, so that its dashes can be counted by the height. */
static void
add_piece (const Scene *scene, const OkrGraphPoint *a, const OkrGraphPoint *b)
{
  const OkrPictureRect *visible = scene->visible;
  OkrBrush *brush = scene->brush;
  const double top = (visible->y - OKR_PICTURE_BLEED - a->y) / (b->y - a->y);
  const double bottom = (visible->y + visible->height + OKR_PICTURE_BLEED - a->y) / (b->y - a->y);
  const double from = find_time (MIN (top, bottom));
  const double to = find_time (MAX (top, bottom));
  const double span = to - from;
  OkrStroke stroke = scene->stroke;
  double dx1, dy1, dx2, dy2;
  const OkrGraphPoint start = get_point (a, b, from, &dx1, &dy1);
  const OkrGraphPoint end = get_point (a, b, to, &dx2, &dy2);

  if (MIN (start.x, end.x) > visible->x + visible->width + OKR_PICTURE_BLEED ||
      MAX (start.x, end.x) < visible->x - OKR_PICTURE_BLEED || !(span > 0))
    return;
  okr_brush_move (brush, start.x, start.y);
  okr_brush_curve (brush, start.x + span * dx1, start.y + span * dy1, end.x - span * dx2,
                   end.y - span * dy2, end.x, end.y);
  if (scene->stroke.dash > 0)
    {
      stroke.offset = fabs (start.y - a->y);
      okr_brush_stroke (brush, &scene->color, &stroke);
    }
}

static void
add_line (const Scene *scene, const OkrPictureLink *link)
{
  const double shorter = ARROW_LENGTH * (scene->picture->mirrored ? -0.9 : 0.9);
  OkrBrush *brush = scene->brush;
  gboolean is_begun = FALSE;

  for (guint i = 1; i < link->n_points; i++)
    {
      const OkrGraphPoint *a = &link->points[i - 1];
      OkrGraphPoint b = link->points[i];

      if (i + 1 == link->n_points && scene->detail != OKR_PICTURE_BLOCKS)
        b.x += shorter;
      if (scene->visible != NULL && fabs (a->y - b.y) > 2 * scene->visible->height)
        {
          /* A piece with dashes is drawn by itself. */
          if (is_begun && scene->stroke.dash > 0)
            okr_brush_stroke (brush, &scene->color, &scene->stroke);
          is_begun = FALSE;
          add_piece (scene, a, &b);
          continue;
        }
      if (!is_begun)
        okr_brush_move (brush, a->x, a->y);
      is_begun = TRUE;
      okr_brush_curve (brush, (a->x + b.x) / 2, a->y, (a->x + b.x) / 2, b.y, b.x, b.y);
    }
}

static gboolean
belongs (const Scene *scene, guint index)
{
  const OkrPictureLink *link = okr_picture_get_link (scene->picture, index);
  const guint flags = scene->look->link_flags != NULL ? scene->look->link_flags[index] : 0;

  return link->n_points > 1 && link->is_main == scene->is_main &&
         ((flags & LIT) != 0) == scene->is_lit &&
         ((flags & OKR_PICTURE_DIMMED) != 0) == scene->is_dimmed &&
         okr_picture_is_visible (&link->bounds, scene->visible);
}

static void
paint_together (const Scene *scene)
{
  guint n = 0;

  for (guint i = 0; i < scene->picture->links->len; i++)
    if (belongs (scene, i))
      {
        add_line (scene, okr_picture_get_link (scene->picture, i));
        n++;
      }
  if (n == 0)
    return;
  okr_brush_stroke (scene->brush, &scene->color, &scene->stroke);
  if (scene->detail == OKR_PICTURE_BLOCKS)
    return;
  for (guint i = 0; i < scene->picture->links->len; i++)
    if (belongs (scene, i))
      add_arrow (scene, okr_picture_get_link (scene->picture, i));
  fill_arrows (scene);
}

static void
paint_apart (const Scene *scene)
{
  for (guint i = 0; i < scene->picture->links->len; i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (scene->picture, i);
      g_autofree char *id = NULL;

      if (!belongs (scene, i))
        continue;
      id = g_strconcat (okr_picture_get_box (scene->picture, link->from)->id, "--", link->target,
                        NULL);
      okr_brush_open (scene->brush, id, link->is_main ? "link main" : "link", NULL);
      add_line (scene, link);
      okr_brush_stroke (scene->brush, &scene->color, &scene->stroke);
      add_arrow (scene, link);
      fill_arrows (scene);
      okr_brush_end (scene->brush);
    }
}

static void
paint_kind (Scene *scene, gboolean is_lit, gboolean is_dimmed, gboolean is_main)
{
  const double width = scene->detail == OKR_PICTURE_BLOCKS ? 3 : is_lit ? 2.5 : 1.4;

  scene->is_lit = is_lit;
  scene->is_dimmed = is_dimmed;
  scene->is_main = is_main;
  scene->stroke = (OkrStroke){ .width = width, .dash = is_main ? 0 : 5, .gap = 4 };
  scene->color = is_lit ? scene->look->colors.accent : scene->look->colors.link;
  if (is_dimmed)
    scene->color = okr_color_with_alpha (&scene->color, 0.3f);
  if (okr_brush_has_groups (scene->brush))
    paint_apart (scene);
  else
    paint_together (scene);
}

/* Those that are lit lie above the others. */
void
okr_picture_paint_links (const OkrPicture *self, OkrBrush *brush, const OkrPictureLook *look,
                         const OkrPictureRect *visible, OkrPictureDetail detail)
{
  Scene scene = { self, brush, look, visible, detail };

  for (guint i = 0; i < (look->link_flags != NULL ? 8 : 4); i++)
    paint_kind (&scene, (i & 4) != 0, (i & 2) == 0, (i & 1) != 0);
}
