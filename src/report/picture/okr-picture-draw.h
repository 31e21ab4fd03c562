/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-brush.h"
#include "okr-picture.h"

G_BEGIN_DECLS

/**
 * OkrPictureFlags:
 * @OKR_PICTURE_SELECTED: a thick line around it
 * @OKR_PICTURE_ON_PATH: on the way to or from what is selected
 * @OKR_PICTURE_DIMMED: out of what is looked for
 * @OKR_PICTURE_HOVERED: under the pointer
 * @OKR_PICTURE_FOCUSED: where the keyboard is
 * @OKR_PICTURE_DROP: what is dragged may be dropped here
 * @OKR_PICTURE_REFUSED: what is dragged may not be dropped here
 * @OKR_PICTURE_FOUND: what is looked for
 *
 * How a box, a row or a link is to be seen at the moment.
 */
typedef enum
{
  OKR_PICTURE_SELECTED = 1 << 0,
  OKR_PICTURE_ON_PATH = 1 << 1,
  OKR_PICTURE_DIMMED = 1 << 2,
  OKR_PICTURE_HOVERED = 1 << 3,
  OKR_PICTURE_FOCUSED = 1 << 4,
  OKR_PICTURE_DROP = 1 << 5,
  OKR_PICTURE_REFUSED = 1 << 6,
  OKR_PICTURE_FOUND = 1 << 7,
} OkrPictureFlags;

/**
 * OkrPictureDetail:
 * @OKR_PICTURE_FULL: all of it
 * @OKR_PICTURE_TITLES: titles only
 * @OKR_PICTURE_BLOCKS: colours only
 *
 * How much of a box is drawn.
 */
typedef enum
{
  OKR_PICTURE_FULL,
  OKR_PICTURE_TITLES,
  OKR_PICTURE_BLOCKS,
} OkrPictureDetail;

/**
 * OkrPictureRowMark:
 * @box: number of a box
 * @row: one of its rows
 * @flags: how that row is to be seen
 */
typedef struct
{
  guint box;
  guint row;
  OkrPictureFlags flags;
} OkrPictureRowMark;

/**
 * OkrPictureLook:
 * @theme: the colours of status
 * @colors: all other colours; begin with okr_palette_get_scene()
 * @fonts: what to write with
 * @box_flags: (nullable): #OkrPictureFlags for each box
 * @link_flags: (nullable): #OkrPictureFlags for each link
 * @row_marks: (nullable): rows that are to be seen in another way
 * @n_row_marks: how many there are
 * @has_headings: whether headings of columns are drawn, above what is at 0
 *
 * How a picture is to be seen.
 */
typedef struct
{
  OkrPaletteTheme theme;
  OkrSceneColors colors;
  OkrFonts *fonts;
  const guint8 *box_flags;
  const guint8 *link_flags;
  const OkrPictureRowMark *row_marks;
  guint n_row_marks;
  gboolean has_headings;
} OkrPictureLook;

/** Where the headings of columns stand above the picture. */
#define OKR_PICTURE_HEADING_HEIGHT 36.0
/** How far links, arrows and shadows may reach beyond the boxes. */
#define OKR_PICTURE_BLEED 8.0

void okr_picture_look_init (OkrPictureLook *look, OkrPaletteTheme theme, OkrFonts *fonts);
void okr_picture_wrap (OkrPicture *self, OkrFonts *fonts);
OkrPictureDetail okr_picture_get_detail (double scale);
void okr_picture_draw (const OkrPicture *self, cairo_t *cr, const OkrPictureLook *look,
                       const OkrPictureRect *visible, double scale);
void okr_picture_paint (const OkrPicture *self, OkrBrush *brush, const OkrPictureLook *look,
                        const OkrPictureRect *visible, OkrPictureDetail detail);
const OkrColor *okr_picture_get_block_color (const OkrPictureBox *box, const OkrPictureLook *look);

G_END_DECLS
