/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws blocks where they were placed. */
#include "config.h"

#include "okr-composer-private.h"

#define BAR_HEIGHT 11.0
#define MARK_SIZE 5.6
#define MARK_GAP 3.0
/* Of the size of the font: how far above the baseline the middle of small letters is. */
#define MIDDLE 3.1

typedef struct
{
  OkrComposer *composer;
  cairo_t *cr;
  OkrBrush *brush;
  gboolean has_tags;
} Drawing;

static const OkrSceneColors *
get_colors (void)
{
  return okr_palette_get_scene (OKR_PALETTE_LIGHT);
}

static void
set_color (cairo_t *cr, const OkrColor *color)
{
  cairo_set_source_rgb (cr, (double) color->red, (double) color->green, (double) color->blue);
}

static const OkrColor *
get_ink (const OkrCell *cell)
{
  if (cell->kind == OKR_CELL_STATUS)
    return &okr_palette_get_status (OKR_PALETTE_LIGHT, cell->status)->text;

  return cell->ink == OKR_PAGE_INK_DIM ? &get_colors ()->dim : &get_colors ()->text;
}

/* Draws the lines that are between @from and @to in the block, which begins at @top. */
static void
draw_lines (const Drawing *drawing, const OkrCell *cell, double top, double from, double to)
{
  g_autoptr (PangoLayout) layout = okr_composer_dup_layout (drawing->composer, cell);
  const double x = okr_composer_place_layout (drawing->composer, cell, layout);
  const double unit = okr_page_fonts_get_unit (drawing->composer->fonts, cell->font);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  set_color (drawing->cr, get_ink (cell));
  do
    {
      const double baseline = pango_layout_iter_get_baseline (iter) * unit;
      PangoRectangle extents;
      int first;
      int last;

      pango_layout_iter_get_line_yrange (iter, &first, &last);
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if (cell->y + first * unit < from - 0.01 || cell->y + last * unit > to + 0.01)
        continue;
      okr_page_fonts_show_line (drawing->composer->fonts, cell->font,
                                pango_layout_iter_get_line_readonly (iter), drawing->cr,
                                x + extents.x * unit, top - from + cell->y + baseline);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_text (const Drawing *drawing, const OkrCell *cell, const OkrPlaced *placed)
{
  g_autofree char *attributes = NULL;

  if (!drawing->has_tags || cell->link == NULL)
    {
      draw_lines (drawing, cell, placed->y, placed->from, placed->to);
      return;
    }
  attributes = g_strdup_printf ("dest='%s'", cell->link);
  cairo_tag_begin (drawing->cr, CAIRO_TAG_LINK, attributes);
  draw_lines (drawing, cell, placed->y, placed->from, placed->to);
  cairo_tag_end (drawing->cr, CAIRO_TAG_LINK);
}

/* The mark stands before its label, which stands at the end. */
static void
draw_status_mark (const Drawing *drawing, const OkrCell *cell, const OkrPlaced *placed)
{
  const OkrBlock *block = placed->block;
  g_autoptr (PangoLayout) layout = okr_composer_dup_layout (drawing->composer, cell);
  const double x = okr_composer_place_layout (drawing->composer, cell, layout);
  const double unit = okr_page_fonts_get_unit (drawing->composer->fonts, cell->font);
  PangoRectangle extents;
  double left;

  pango_layout_get_extents (layout, NULL, &extents);
  left = x + extents.x * unit - MARK_GAP - MARK_SIZE;
  if (drawing->composer->is_mirrored)
    left = x + (extents.x + extents.width) * unit + MARK_GAP;
  okr_mark_status (drawing->brush, cell->status, left,
                   placed->y + block->baseline - MIDDLE - MARK_SIZE / 2, MARK_SIZE, get_ink (cell));
}

static void
draw_bar (const Drawing *drawing, const OkrCell *cell, const OkrPlaced *placed)
{
  const OkrProgressMark mark = {
    .progress = cell->progress,
    .expected = cell->expected,
    .status = cell->status,
    .theme = OKR_PALETTE_LIGHT,
    .foreground = get_colors ()->text,
    .mirrored = drawing->composer->is_mirrored,
  };

  const double height = BAR_HEIGHT * drawing->composer->fonts->scale;

  okr_mark_bar (drawing->brush, &mark,
                okr_composer_place_x (drawing->composer, cell->x, cell->width),
                placed->y + placed->block->baseline - MIDDLE - height / 2, cell->width, height);
}

static void
draw_box (const Drawing *drawing, const OkrCell *cell, const OkrPlaced *placed)
{
  const OkrStroke stroke = { .width = 0.6 };

  okr_brush_rect (drawing->brush,
                  okr_composer_place_x (drawing->composer, cell->x, cell->width) + 0.3,
                  placed->y + 0.3, cell->width - 0.6, cell->height - 0.6, 2);
  okr_brush_stroke (drawing->brush, &get_colors ()->dim, &stroke);
}

/* To be written on: at the foot of the cell. */
static void
draw_line (const Drawing *drawing, const OkrCell *cell, const OkrPlaced *placed)
{
  const OkrStroke stroke = { .width = 0.6 };
  const double x = okr_composer_place_x (drawing->composer, cell->x, cell->width);
  const double y = placed->y + cell->height - 0.3;

  okr_brush_move (drawing->brush, x, y);
  okr_brush_line (drawing->brush, x + cell->width, y);
  okr_brush_stroke (drawing->brush, &get_colors ()->dim, &stroke);
}

OkrChartLook
okr_composer_get_chart_look (void)
{
  return (OkrChartLook){
    .theme = OKR_PALETTE_LIGHT,
    .foreground = get_colors ()->text,
    .dim = get_colors ()->dim,
    .line = get_colors ()->accent,
  };
}

static void
draw_chart (const Drawing *drawing, const OkrCell *cell, const OkrPlaced *placed)
{
  const double x = okr_composer_place_x (drawing->composer, cell->x, cell->width);
  const OkrChartLook look = okr_composer_get_chart_look ();
  OkrFonts *fonts = okr_brush_get_fonts (drawing->brush);
  g_auto (OkrChartFrame) frame = { 0 };

  cairo_save (drawing->cr);
  cairo_translate (drawing->cr, x, placed->y);
  cairo_scale (drawing->cr, OKR_PAGE_CHART_SCALE, OKR_PAGE_CHART_SCALE);
  okr_chart_frame_init (&frame, fonts, cell->series, cell->width / OKR_PAGE_CHART_SCALE,
                        cell->height / OKR_PAGE_CHART_SCALE);
  okr_chart_frame_draw (&frame, drawing->brush, &look, cell->series, NULL);
  cairo_restore (drawing->cr);
}

static void
draw_shape (const Drawing *drawing, const OkrCell *cell, const OkrPlaced *placed)
{
  const double x = okr_composer_place_x (drawing->composer, cell->x, cell->width);

  switch (cell->kind)
    {
    case OKR_CELL_STATUS:
      draw_status_mark (drawing, cell, placed);
      break;
    case OKR_CELL_MARK:
      okr_mark_status (drawing->brush, cell->status, x,
                       placed->y + placed->block->baseline - MIDDLE - MARK_SIZE / 2, MARK_SIZE,
                       &okr_palette_get_status (OKR_PALETTE_LIGHT, cell->status)->text);
      break;
    case OKR_CELL_BAR:
      draw_bar (drawing, cell, placed);
      break;
    case OKR_CELL_BOX:
      draw_box (drawing, cell, placed);
      break;
    case OKR_CELL_LINE:
      draw_line (drawing, cell, placed);
      break;
    case OKR_CELL_TEXT:
    case OKR_CELL_CHART:
    default:
      break;
    }
}

static void
draw_rule (const Drawing *drawing, const OkrPlaced *placed)
{
  const OkrComposer *composer = drawing->composer;
  const OkrColor color = okr_color_with_alpha (&get_colors ()->text, 0.25f);
  const OkrStroke stroke = { .width = 0.6 };
  const double y = placed->y - placed->block->before / 2;

  okr_brush_open (drawing->brush, NULL, NULL, NULL);
  okr_brush_move (drawing->brush, composer->setup.left, y);
  okr_brush_line (drawing->brush, composer->setup.width - composer->setup.right, y);
  okr_brush_stroke (drawing->brush, &color, &stroke);
  okr_brush_end (drawing->brush);
}

static void
mark_target (const Drawing *drawing, const OkrPlaced *placed)
{
  g_autofree char *attributes = NULL;

  if (!drawing->has_tags || placed->block->target == NULL)
    return;
  attributes = g_strdup_printf ("name='%s' x=0 y=%d", placed->block->target, (int) placed->y);
  cairo_tag_begin (drawing->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (drawing->cr, CAIRO_TAG_DEST);
}

static void
draw_shapes (const Drawing *drawing, const OkrPlaced *placed, gboolean is_at_top)
{
  const OkrBlock *block = placed->block;

  if (!placed->is_first)
    return;
  if (block->has_rule && !is_at_top)
    draw_rule (drawing, placed);
  for (guint i = 0; i < block->cells->len; i++)
    {
      const OkrCell *cell = &g_array_index (block->cells, OkrCell, i);

      if (cell->kind == OKR_CELL_TEXT)
        continue;
      okr_brush_open (drawing->brush, NULL, NULL, NULL);
      draw_shape (drawing, cell, placed);
      okr_brush_end (drawing->brush);
    }
}

/* What is read, in the order in which it is: charts have words, too. */
static void
draw_words (const Drawing *drawing, const OkrPlaced *placed)
{
  const OkrBlock *block = placed->block;

  if (placed->is_first)
    mark_target (drawing, placed);
  for (guint i = 0; i < block->cells->len; i++)
    {
      const OkrCell *cell = &g_array_index (block->cells, OkrCell, i);

      if (cell->kind == OKR_CELL_TEXT)
        draw_text (drawing, cell, placed);
      else if (cell->kind == OKR_CELL_STATUS)
        draw_lines (drawing, cell, placed->y, placed->from, placed->to);
      else if (cell->kind == OKR_CELL_CHART && placed->is_first)
        draw_chart (drawing, cell, placed);
    }
}

static void
draw_all_shapes (OkrComposer *self, const GArray *placed, cairo_t *cr)
{
  g_autoptr (OkrBrush) brush = okr_brush_new_gathering (cr);
  const Drawing drawing = { self, cr, brush, FALSE };

  for (guint i = 0; i < placed->len; i++)
    draw_shapes (&drawing, &g_array_index (placed, OkrPlaced, i), i == 0);
}

/* All shapes come before the words: in a PDF, each shape between two words costs a change of modes.
 *
 * @has_tags: whether links and their targets go into what is drawn on */
void
okr_composer_draw (OkrComposer *self, guint page, cairo_t *cr, gboolean has_tags)
{
  const GArray *placed = self->pages->pdata[page];
  g_autoptr (OkrBrush) brush = okr_brush_new_for_cairo (cr, self->chart_fonts);
  const Drawing drawing = { self, cr, brush, has_tags };

  draw_all_shapes (self, placed, cr);
  for (guint i = 0; i < placed->len; i++)
    draw_words (&drawing, &g_array_index (placed, OkrPlaced, i));
}
