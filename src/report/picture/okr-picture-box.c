/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-format.h"
#include "okr-marks.h"
#include "okr-picture-draw-private.h"
#include "okr-progress-geometry.h"

#define RADIUS 10.0
#define PADDING 14.0
#define RING_X 13.0
#define RING_SIZE 32.0
#define TEXT_X 52.0
#define TITLE_Y 23.0
#define SUBTITLE_Y 42.5
#define GLYPH_SIZE 8.0
#define GLYPH_GAP 7.0
#define PERCENT_MARGIN 12.0
#define PERCENT_GAP 2.0
#define BAR_X 167.0
#define BAR_WIDTH 48.0
#define BAR_LEAST 16.0
#define BAR_HEIGHT 11.0
#define SIGN_WIDTH (BAR_HEIGHT * OKR_PROGRESS_TRACK * OKR_PROGRESS_ARROW + OKR_PROGRESS_ARROW_GAP)

typedef struct
{
  const OkrPictureBox *box;
  const OkrPictureLook *look;
  OkrBrush *brush;
  gboolean mirrored;
  guint flags;
  OkrColor text; /* the look's, with the transparency of what is dimmed */
  OkrColor dim;
} Pen;

/* A text in one line, or in those that it was broken into. */
typedef struct
{
  OkrTextRole role;
  const char *text;
  char **lines;
  double x;
  double width;
} Text;

/* Where something @width wide goes that stands @x from the near edge. */
static double
place (const Pen *pen, double x, double width)
{
  const OkrPictureRect *rect = &pen->box->rect;

  return pen->mirrored ? rect->x + rect->width - x - width : rect->x + x;
}

static OkrTextAlign
near_side (const Pen *pen)
{
  return pen->mirrored ? OKR_TEXT_RIGHT : OKR_TEXT_LEFT;
}

static OkrTextAlign
far_side (const Pen *pen)
{
  return pen->mirrored ? OKR_TEXT_LEFT : OKR_TEXT_RIGHT;
}

static OkrProgressMark
make_mark (const Pen *pen, double progress, double expected, OkrStatus status)
{
  return (OkrProgressMark){
    .progress = progress,
    .expected = expected,
    .status = status,
    .theme = pen->look->theme,
    .foreground = pen->text,
    .mirrored = pen->mirrored,
  };
}

/* Two soft edges make a shadow; blurring would cost more than all the rest. */
static void
draw_shadow (const Pen *pen)
{
  const OkrPictureRect *r = &pen->box->rect;
  const OkrColor far = okr_color_with_alpha (&pen->look->colors.shadow, 0.5f);

  if (!(pen->look->colors.shadow.alpha > 0))
    return;
  okr_brush_rect (pen->brush, r->x - 1, r->y + 1, r->width + 2, r->height + 2.5, RADIUS + 1.5);
  okr_brush_fill (pen->brush, &far);
  okr_brush_rect (pen->brush, r->x, r->y + 1, r->width, r->height + 1, RADIUS);
  okr_brush_fill (pen->brush, &pen->look->colors.shadow);
}

static void
draw_edge (const Pen *pen)
{
  const OkrPictureRect *r = &pen->box->rect;
  const OkrSceneColors *colors = &pen->look->colors;
  const gboolean is_marked = (pen->flags & (OKR_PICTURE_SELECTED | OKR_PICTURE_DROP |
                                            OKR_PICTURE_REFUSED | OKR_PICTURE_FOUND)) != 0;
  const OkrStroke stroke = { .width = is_marked                                 ? 2.5
                                      : (pen->flags & OKR_PICTURE_ON_PATH) != 0 ? 1.5
                                                                                : 1 };
  const OkrStroke focus = { .width = 2 };
  const OkrColor ring = okr_color_with_alpha (&colors->accent, 0.5f);

  if (is_marked || (pen->flags & OKR_PICTURE_ON_PATH) != 0)
    {
      okr_brush_rect (pen->brush, r->x, r->y, r->width, r->height, RADIUS);
      okr_brush_stroke (pen->brush,
                        (pen->flags & OKR_PICTURE_REFUSED) != 0 ? &colors->refused
                                                                : &colors->accent,
                        &stroke);
    }
  else
    {
      okr_brush_rect (pen->brush, r->x - 0.5, r->y - 0.5, r->width + 1, r->height + 1,
                      RADIUS + 0.5);
      okr_brush_stroke (pen->brush, &colors->edge, &stroke);
    }
  if ((pen->flags & OKR_PICTURE_FOCUSED) != 0)
    {
      okr_brush_rect (pen->brush, r->x - 4, r->y - 4, r->width + 8, r->height + 8, RADIUS + 4);
      okr_brush_stroke (pen->brush, &ring, &focus);
    }
}

static void
draw_card (const Pen *pen)
{
  const OkrPictureRect *r = &pen->box->rect;
  const OkrSceneColors *colors = &pen->look->colors;
  OkrColor card = colors->card;

  if ((pen->flags & OKR_PICTURE_DIMMED) != 0)
    card = okr_color_mix (&card, &colors->ground, 0.6f);
  else if ((pen->flags & OKR_PICTURE_HOVERED) != 0)
    card = okr_color_mix (&card, &colors->text, 0.03f);
  if ((pen->flags & OKR_PICTURE_DIMMED) == 0)
    draw_shadow (pen);
  okr_brush_rect (pen->brush, r->x, r->y, r->width, r->height, RADIUS);
  okr_brush_fill (pen->brush, &card);
  draw_edge (pen);
}

static void
draw_ring (const Pen *pen)
{
  const OkrPictureBox *box = pen->box;
  const OkrProgressMark mark = make_mark (pen, box->progress, box->expected, box->status);
  const double x = place (pen, RING_X, RING_SIZE);
  const double middle = box->rect.y + OKR_PICTURE_HEAD_HEIGHT / 2;
  g_autofree char *number = NULL;

  okr_mark_ring (pen->brush, &mark, x, middle - RING_SIZE / 2, RING_SIZE);
  number = okr_format_progress_number (box->progress);
  okr_brush_text (pen->brush, OKR_TEXT_RING, number, x, middle, RING_SIZE, OKR_TEXT_CENTER,
                  &pen->text);
}

static void
draw_glyph (const Pen *pen, OkrStatus status, double x, double middle)
{
  OkrColor color = okr_palette_get_status (pen->look->theme, status)->text;

  if ((pen->flags & OKR_PICTURE_DIMMED) != 0)
    color = okr_color_with_alpha (&color, 0.4f);
  okr_mark_status (pen->brush, status, place (pen, x, GLYPH_SIZE), middle - GLYPH_SIZE / 2,
                   GLYPH_SIZE, &color);
}

double
okr_picture_get_title_width (const OkrPictureBox *box)
{
  return box->rect.width - (box->is_mission ? PADDING : TEXT_X) - PADDING;
}

double
okr_picture_get_subtitle_width (const OkrPictureBox *box)
{
  return okr_picture_get_title_width (box) - (box->is_mission ? 0 : GLYPH_SIZE + 6);
}

double
okr_picture_get_row_title_width (void)
{
  return BAR_X - GLYPH_GAP - GLYPH_SIZE - PADDING - 6;
}

static guint
count_lines (char **lines)
{
  return lines != NULL ? g_strv_length (lines) : 1;
}

/* @middle is that of the first line. */
static void
draw_text (const Pen *pen, const Text *it, double middle, const OkrColor *color)
{
  const double x = place (pen, it->x, it->width);

  if (it->lines == NULL)
    okr_brush_text (pen->brush, it->role, it->text, x, middle, it->width, near_side (pen), color);
  for (guint i = 0; it->lines != NULL && it->lines[i] != NULL; i++)
    okr_brush_text (pen->brush, it->role, it->lines[i], x,
                    middle + i * okr_fonts_get_pitch (it->role), it->width, near_side (pen), color);
}

static void
draw_head (const Pen *pen)
{
  const OkrPictureBox *box = pen->box;
  const double x = box->is_mission ? PADDING : TEXT_X;
  const double title_width = okr_picture_get_title_width (box);
  const double subtitle_width = okr_picture_get_subtitle_width (box);
  const double subtitle_y =
      box->rect.y + SUBTITLE_Y +
      (count_lines (box->title_lines) - 1) * okr_fonts_get_pitch (OKR_TEXT_TITLE);

  if (!box->is_mission)
    {
      draw_ring (pen);
      draw_glyph (pen, box->status, box->rect.width - PADDING - GLYPH_SIZE, subtitle_y + 0.5);
    }
  draw_text (pen, &(Text){ OKR_TEXT_TITLE, box->title, box->title_lines, x, title_width },
             box->rect.y + TITLE_Y, &pen->text);
  draw_text (pen,
             &(Text){ OKR_TEXT_SUBTITLE, box->subtitle, box->subtitle_lines, x, subtitle_width },
             subtitle_y, &pen->dim);
}

/* A stack of lines below the head tells that there is more. */
static void
draw_fold (const Pen *pen)
{
  const OkrPictureRect *r = &pen->box->rect;
  const OkrStroke stroke = { .width = 1, .is_round = TRUE };

  for (int i = 1; i <= 2; i++)
    {
      const double inset = RADIUS - 2 + 3 * i;

      okr_brush_move (pen->brush, r->x + inset, r->y + r->height + 3 * i);
      okr_brush_line (pen->brush, r->x + r->width - inset, r->y + r->height + 3 * i);
      okr_brush_stroke (pen->brush, &pen->look->colors.link, &stroke);
    }
}

static guint
get_row_flags (const Pen *pen, guint index, guint row)
{
  guint flags = 0;

  for (guint i = 0; i < pen->look->n_row_marks; i++)
    if (pen->look->row_marks[i].box == index && pen->look->row_marks[i].row == row)
      flags |= pen->look->row_marks[i].flags;

  return flags;
}

static void
draw_row_mark (const Pen *pen, const OkrPictureRow *row, guint flags)
{
  const OkrPictureRect *r = &pen->box->rect;
  const OkrSceneColors *colors = &pen->look->colors;
  const OkrColor *color = (flags & OKR_PICTURE_REFUSED) != 0 ? &colors->refused
                          : (flags & (OKR_PICTURE_HOVERED | OKR_PICTURE_DIMMED)) == flags
                              ? &colors->text
                              : &colors->accent;
  const OkrColor ground = okr_color_with_alpha (color, color == &colors->text ? 0.05f : 0.14f);
  const OkrStroke stroke = { .width = 1.5 };

  okr_brush_rect (pen->brush, r->x + 2, r->y + row->y + 1, r->width - 4, row->height - 2, 6);
  okr_brush_fill (pen->brush, &ground);
  if ((flags &
       (OKR_PICTURE_FOCUSED | OKR_PICTURE_DROP | OKR_PICTURE_REFUSED | OKR_PICTURE_SELECTED)) == 0)
    return;
  okr_brush_rect (pen->brush, r->x + 2, r->y + row->y + 1, r->width - 4, row->height - 2, 6);
  okr_brush_stroke (pen->brush, color, &stroke);
}

/* What a row leaves to its bar: the rest is taken by the figure and the sign beyond 100 %. */
static double
get_room_for_bar (const Pen *pen, const OkrPictureRow *row)
{
  g_autofree char *percent = okr_format_progress (row->progress);
  const double figure =
      okr_fonts_get_width (okr_brush_get_fonts (pen->brush), OKR_TEXT_FIGURE, percent);

  return pen->box->rect.width - PERCENT_MARGIN - figure - PERCENT_GAP -
         (row->progress > 1 ? SIGN_WIDTH : 0) - BAR_X;
}

/* One for the whole box, so that its ticks stand in one line. */
static double
get_bar_width (const Pen *pen)
{
  double width = BAR_WIDTH;

  for (guint i = 0; i < pen->box->n_rows; i++)
    width = MIN (width, floor (get_room_for_bar (pen, &pen->box->rows[i])));

  return MAX (width, BAR_LEAST);
}

static void
draw_row (const Pen *pen, guint index, guint number, double bar_width)
{
  const OkrPictureRow *row = &pen->box->rows[number];
  const OkrPictureRect *r = &pen->box->rect;
  const OkrProgressMark mark = make_mark (pen, row->progress, row->expected, row->status);
  const OkrStroke hairline = { .width = 1 };
  const double middle = r->y + row->y + row->height / 2;
  const double first_line =
      middle - (count_lines (row->title_lines) - 1) * okr_fonts_get_pitch (OKR_TEXT_ROW) / 2;
  const guint flags = get_row_flags (pen, index, number);
  g_autofree char *percent = okr_format_progress (row->progress);
  const double percent_x = BAR_X + bar_width + (row->progress > 1 ? SIGN_WIDTH : 0);
  const double percent_width = r->width - PERCENT_MARGIN - percent_x;

  okr_brush_move (pen->brush, r->x, r->y + row->y);
  okr_brush_line (pen->brush, r->x + r->width, r->y + row->y);
  okr_brush_stroke (pen->brush, &pen->look->colors.hairline, &hairline);
  okr_brush_open (pen->brush, row->id, "row", row->title);
  if (flags != 0)
    draw_row_mark (pen, row, flags);
  draw_text (pen,
             &(Text){ OKR_TEXT_ROW, row->title, row->title_lines, PADDING,
                      okr_picture_get_row_title_width () },
             first_line, &pen->text);
  draw_glyph (pen, row->status, BAR_X - GLYPH_GAP - GLYPH_SIZE, middle);
  okr_mark_bar (pen->brush, &mark, place (pen, BAR_X, bar_width), middle - BAR_HEIGHT / 2,
                bar_width, BAR_HEIGHT);
  okr_brush_text (pen->brush, OKR_TEXT_FIGURE, percent, place (pen, percent_x, percent_width),
                  middle, percent_width, far_side (pen), &pen->text);
  okr_brush_end (pen->brush);
}

/**
 * okr_picture_get_block_color:
 * @box: a box
 * @look: how it is to be seen
 *
 * Returns: (transfer none): the colour that stands for the whole box where nothing can be read
 */
const OkrColor *
okr_picture_get_block_color (const OkrPictureBox *box, const OkrPictureLook *look)
{
  g_return_val_if_fail (box != NULL && look != NULL, NULL);

  if (box->is_mission)
    return &look->colors.link;

  return &okr_palette_get_status (look->theme, box->status)->fill;
}

static void
draw_block (const Pen *pen)
{
  const OkrPictureRect *r = &pen->box->rect;
  const OkrStroke stroke = { .width = 10 };
  OkrColor color = *okr_picture_get_block_color (pen->box, pen->look);

  if ((pen->flags & OKR_PICTURE_DIMMED) != 0)
    color = okr_color_mix (&color, &pen->look->colors.ground, 0.75f);
  okr_brush_rect (pen->brush, r->x, r->y, r->width, r->height, 0);
  okr_brush_fill (pen->brush, &color);
  if ((pen->flags & (OKR_PICTURE_SELECTED | OKR_PICTURE_DROP | OKR_PICTURE_FOCUSED)) == 0)
    return;
  okr_brush_rect (pen->brush, r->x, r->y, r->width, r->height, 0);
  okr_brush_stroke (pen->brush, &pen->look->colors.accent, &stroke);
}

/* Large letters that can be read from afar, and a band in the colour of the status. */
static void
draw_title_only (const Pen *pen)
{
  const OkrPictureRect *r = &pen->box->rect;
  const double band = 12;
  const double x = band + 14;

  draw_card (pen);
  if (pen->box->is_mission)
    {
      okr_brush_text (pen->brush, OKR_TEXT_LARGE, pen->box->title, r->x + 14, r->y + r->height / 2,
                      r->width - 28, near_side (pen), &pen->text);
      return;
    }
  okr_brush_rect (pen->brush, place (pen, 6, band), r->y + 6, band, r->height - 12, band / 2);
  okr_brush_fill (pen->brush, okr_picture_get_block_color (pen->box, pen->look));
  okr_brush_text (pen->brush, OKR_TEXT_LARGE, pen->box->title, place (pen, x, r->width - x - 8),
                  r->y + OKR_PICTURE_HEAD_HEIGHT / 2, r->width - x - 8, near_side (pen),
                  &pen->text);
}

static void
draw_all (const Pen *pen, guint index)
{
  const double bar_width = get_bar_width (pen);

  draw_card (pen);
  draw_head (pen);
  for (guint i = 0; i < pen->box->n_rows; i++)
    draw_row (pen, index, i, bar_width);
  if (pen->box->is_folded)
    draw_fold (pen);
}

void
okr_picture_paint_box (const OkrPicture *self, guint index, OkrBrush *brush,
                       const OkrPictureLook *look, OkrPictureDetail detail)
{
  const OkrPictureBox *box = okr_picture_get_box (self, index);
  Pen pen = {
    .box = box,
    .look = look,
    .brush = brush,
    .mirrored = okr_picture_is_mirrored (self),
    .flags = look->box_flags != NULL ? look->box_flags[index] : 0,
    .text = look->colors.text,
    .dim = look->colors.dim,
  };

  if ((pen.flags & OKR_PICTURE_DIMMED) != 0)
    {
      pen.text = okr_color_with_alpha (&pen.text, 0.35f);
      pen.dim = okr_color_with_alpha (&pen.dim, 0.35f);
    }
  okr_brush_open (brush, box->id, box->is_mission ? "mission" : "objective", box->title);
  if (detail == OKR_PICTURE_FULL)
    draw_all (&pen, index);
  else if (detail == OKR_PICTURE_TITLES)
    draw_title_only (&pen);
  else
    draw_block (&pen);
  okr_brush_end (brush);
}
