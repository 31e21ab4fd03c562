/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-picture-draw.h"

#include <glib/gi18n-lib.h>

#include "okr-picture-draw-private.h"
#include "okr-picture-private.h"

#define FULL_SCALE 0.6
#define TITLES_SCALE 0.22

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

gboolean
okr_picture_is_visible (const OkrPictureRect *rect, const OkrPictureRect *visible)
{
  return visible == NULL || (rect->x <= visible->x + visible->width + OKR_PICTURE_BLEED &&
                             rect->x + rect->width >= visible->x - OKR_PICTURE_BLEED &&
                             rect->y <= visible->y + visible->height + OKR_PICTURE_BLEED &&
                             rect->y + rect->height >= visible->y - OKR_PICTURE_BLEED);
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
  okr_picture_paint_links (self, brush, look, visible, detail);
  for (guint i = 0; i < self->boxes->len; i++)
    if (okr_picture_is_visible (&okr_picture_get_box (self, i)->rect, visible))
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

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  brush = okr_brush_new_for_cairo (cr, look->fonts);
  okr_picture_paint (self, brush, look, visible, okr_picture_get_detail (scale));
  cairo_restore (cr);
}
