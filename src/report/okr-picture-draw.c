/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-picture-draw.h"

#include <glib/gi18n-lib.h>

#include "okr-picture-box-private.h"
#include "okr-picture-private.h"

#define FULL_SCALE 0.6
#define TITLES_SCALE 0.22
#define ARROW_LENGTH 8.0
#define ARROW_HALF 3.5

/**
 * okr_picture_look_init:
 * @look: (out): the look
 * @theme: a theme
 * @fonts: what to write with
 *
 * Makes @look what the theme is without anything special.
 */
void
okr_picture_look_init (OkrPictureLook *look, OkrPaletteTheme theme, OkrFonts *fonts)
{
  g_return_if_fail (look != NULL);

  *look = (OkrPictureLook){
    .theme = theme,
    .colors = *okr_palette_get_scene (theme),
    .fonts = fonts,
  };
}

/**
 * okr_picture_get_detail:
 * @scale: a zoom
 *
 * Returns: how much can be read at that zoom
 */
OkrPictureDetail
okr_picture_get_detail (double scale)
{
  return scale >= FULL_SCALE     ? OKR_PICTURE_FULL
         : scale >= TITLES_SCALE ? OKR_PICTURE_TITLES
                                 : OKR_PICTURE_BLOCKS;
}

static gboolean
is_visible (const OkrPictureRect *rect, const OkrPictureRect *visible)
{
  return visible == NULL || (rect->x <= visible->x + visible->width + OKR_PICTURE_BLEED &&
                             rect->x + rect->width >= visible->x - OKR_PICTURE_BLEED &&
                             rect->y <= visible->y + visible->height + OKR_PICTURE_BLEED &&
                             rect->y + rect->height >= visible->y - OKR_PICTURE_BLEED);
}

static void
draw_arrow (OkrBrush *brush, double x, double y, gboolean mirrored, const OkrColor *color)
{
  const double length = mirrored ? -ARROW_LENGTH : ARROW_LENGTH;

  okr_brush_move (brush, x, y);
  okr_brush_line (brush, x + length, y - ARROW_HALF);
  okr_brush_line (brush, x + length, y + ARROW_HALF);
  okr_brush_close (brush);
  okr_brush_fill (brush, color);
}

static void
trace_link (OkrBrush *brush, const OkrPictureLink *link, gboolean mirrored, gboolean has_arrow)
{
  const double arrow = has_arrow ? (mirrored ? -ARROW_LENGTH : ARROW_LENGTH) * 0.9 : 0;

  okr_brush_move (brush, link->points[0].x, link->points[0].y);
  for (guint i = 1; i < link->n_points; i++)
    {
      const OkrGraphPoint *a = &link->points[i - 1];
      const gboolean is_last = i + 1 == link->n_points;
      const double x = link->points[i].x + (is_last ? arrow : 0);
      const double middle = (a->x + x) / 2;

      okr_brush_curve (brush, middle, a->y, middle, link->points[i].y, x, link->points[i].y);
    }
}

static void
draw_link (const OkrPicture *self, guint index, OkrBrush *brush, const OkrPictureLook *look,
           OkrPictureDetail detail)
{
  const OkrPictureLink *link = okr_picture_get_link (self, index);
  const guint flags = look->link_flags != NULL ? look->link_flags[index] : 0;
  const gboolean is_lit = (flags & (OKR_PICTURE_ON_PATH | OKR_PICTURE_SELECTED)) != 0;
  const double width = detail == OKR_PICTURE_BLOCKS ? 3 : is_lit ? 2.5 : 1.4;
  const OkrStroke stroke = { .width = width, .dash = link->is_main ? 0 : 5, .gap = 4 };
  OkrColor color = is_lit ? look->colors.accent : look->colors.link;
  const OkrPictureBox *from = okr_picture_get_box (self, link->from);
  const gboolean has_arrow = detail != OKR_PICTURE_BLOCKS;
  g_autofree char *id = g_strconcat (from->id, "--", link->target, NULL);

  if ((flags & OKR_PICTURE_DIMMED) != 0)
    color = okr_color_with_alpha (&color, 0.3f);
  okr_brush_open (brush, id, link->is_main ? "link main" : "link", NULL);
  trace_link (brush, link, self->mirrored, has_arrow);
  okr_brush_stroke (brush, &color, &stroke);
  if (has_arrow)
    {
      const OkrGraphPoint *end = &link->points[link->n_points - 1];
      const OkrColor dark = okr_color_mix (&color, &look->colors.text, 0.35f);

      draw_arrow (brush, end->x, end->y, self->mirrored, &dark);
    }
  okr_brush_end (brush);
}

/* Those that are lit lie above the others. */
static void
draw_links (const OkrPicture *self, OkrBrush *brush, const OkrPictureLook *look,
            const OkrPictureRect *visible, OkrPictureDetail detail, gboolean lit)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const OkrPictureLink *link = okr_picture_get_link (self, i);
      const gboolean is_lit =
          look->link_flags != NULL &&
          (look->link_flags[i] & (OKR_PICTURE_ON_PATH | OKR_PICTURE_SELECTED)) != 0;

      if (is_lit == lit && link->n_points > 1 && is_visible (&link->bounds, visible))
        draw_link (self, i, brush, look, detail);
    }
}

static void
draw_headings (const OkrPicture *self, OkrBrush *brush, const OkrPictureLook *look)
{
  for (guint i = 0; i < okr_picture_get_n_columns (self); i++)
    {
      const OkrPictureColumn *column = okr_picture_get_column (self, i);

      if (column->heading != NULL)
        okr_brush_text (brush, OKR_TEXT_HEADING, column->heading, column->x + 2,
                        -OKR_PICTURE_HEADING_HEIGHT / 2 - 4, column->width - 4, OKR_TEXT_START,
                        &look->colors.dim);
    }
}

static void
draw_foot (const OkrPicture *self, OkrBrush *brush, const OkrPictureLook *look)
{
  const OkrStroke stroke = { .width = 1, .dash = 2, .gap = 4 };
  OkrPictureRect foot;

  if (!okr_picture_get_foot (self, &foot))
    return;
  okr_brush_open (brush, "loose", "heading", NULL);
  if (foot.y > 0)
    {
      okr_brush_move (brush, foot.x, foot.y - OKR_PICTURE_ROW_GAP / 2);
      okr_brush_line (brush, foot.x + foot.width, foot.y - OKR_PICTURE_ROW_GAP / 2);
      okr_brush_stroke (brush, &look->colors.link, &stroke);
    }
  okr_brush_text (brush, OKR_TEXT_HEADING, _ ("Contributes to nothing yet"), foot.x + 2,
                  foot.y + foot.height / 2 - 4, foot.width - 4,
                  self->mirrored ? OKR_TEXT_RIGHT : OKR_TEXT_LEFT, &look->colors.dim);
  okr_brush_end (brush);
}

/**
 * okr_picture_paint:
 * @brush: what to draw with
 * @look: how it is to be seen
 * @visible: (nullable): draw only what is seen in here
 * @detail: how much of it
 *
 * Draws the picture where its geometry says.
 */
void
okr_picture_paint (const OkrPicture *self, OkrBrush *brush, const OkrPictureLook *look,
                   const OkrPictureRect *visible, OkrPictureDetail detail)
{
  g_return_if_fail (self != NULL && brush != NULL && look != NULL);

  if (self->places == NULL)
    return;
  if (look->has_headings)
    draw_headings (self, brush, look);
  draw_foot (self, brush, look);
  draw_links (self, brush, look, visible, detail, FALSE);
  draw_links (self, brush, look, visible, detail, TRUE);
  for (guint i = 0; i < self->boxes->len; i++)
    if (is_visible (&okr_picture_get_box (self, i)->rect, visible))
      okr_picture_paint_box (self, i, brush, look, detail);
}

/**
 * okr_picture_draw:
 * @cr: where to draw, in lengths of the picture
 * @look: how it is to be seen
 * @visible: (nullable): draw only what is seen in here
 * @scale: the zoom that @cr was scaled by; it decides how much detail is drawn
 */
void
okr_picture_draw (const OkrPicture *self, cairo_t *cr, const OkrPictureLook *look,
                  const OkrPictureRect *visible, double scale)
{
  g_autoptr (OkrBrush) brush = NULL;

  g_return_if_fail (self != NULL && cr != NULL && look != NULL);

  brush = okr_brush_new_for_cairo (cr, look->fonts);
  okr_picture_paint (self, brush, look, visible, okr_picture_get_detail (scale));
}
