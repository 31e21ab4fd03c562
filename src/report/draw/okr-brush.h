/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-fonts.h"
#include "okr-palette.h"

G_BEGIN_DECLS

/**
 * OkrBrush:
 *
 * Draws paths and lines of text, on cairo or into an SVG document, so that all pictures have one
 * drawing code. Lengths are in pixels; a path is gathered and then filled or stroked.
 */
typedef struct _OkrBrush OkrBrush;

/**
 * OkrStroke:
 * @width: the width of the line
 * @dash: length of the dashes, 0 for a solid line
 * @gap: length of the gaps between them
 * @offset: how far into the dashes the line begins
 * @is_round: whether ends and corners are round
 */
typedef struct
{
  double width;
  double dash;
  double gap;
  double offset;
  gboolean is_round;
} OkrStroke;

/**
 * OkrTextAlign:
 * @OKR_TEXT_START: where reading of the page begins, whatever the direction of the text
 * @OKR_TEXT_CENTER: in the middle
 * @OKR_TEXT_LEFT: at the left
 * @OKR_TEXT_RIGHT: at the right
 */
typedef enum
{
  OKR_TEXT_START,
  OKR_TEXT_CENTER,
  OKR_TEXT_LEFT,
  OKR_TEXT_RIGHT,
} OkrTextAlign;

/**
 * OkrBrushVariable:
 * @color: a colour
 * @name: the variable that a style sheet holds it in
 *
 * A colour that readers of a page may see as another one.
 */
typedef struct
{
  OkrColor color;
  const char *name;
} OkrBrushVariable;

OkrBrush *okr_brush_new_for_cairo (cairo_t *cr, OkrFonts *fonts);
OkrBrush *okr_brush_new_gathering (cairo_t *cr);
OkrBrush *okr_brush_new_for_svg (OkrFonts *fonts);
OkrBrush *okr_brush_new_for_html (OkrFonts *fonts, const OkrBrushVariable *variables,
                                  gsize n_variables);
void okr_brush_free (OkrBrush *self);
OkrFonts *okr_brush_get_fonts (OkrBrush *self);
gboolean okr_brush_has_groups (OkrBrush *self);

void okr_brush_move (OkrBrush *self, double x, double y);
void okr_brush_line (OkrBrush *self, double x, double y);
void okr_brush_curve (OkrBrush *self, double x1, double y1, double x2, double y2, double x,
                      double y);
void okr_brush_arc (OkrBrush *self, double x, double y, double radius, double from, double to);
void okr_brush_circle (OkrBrush *self, double x, double y, double radius);
void okr_brush_rect (OkrBrush *self, double x, double y, double width, double height,
                     double radius);
void okr_brush_close (OkrBrush *self);
void okr_brush_fill (OkrBrush *self, const OkrColor *color);
void okr_brush_stroke (OkrBrush *self, const OkrColor *color, const OkrStroke *stroke);
void okr_brush_text (OkrBrush *self, OkrTextRole role, const char *text, double x, double middle,
                     double width, OkrTextAlign align, const OkrColor *color);

void okr_brush_open (OkrBrush *self, const char *id, const char *kind, const char *title);
void okr_brush_end (OkrBrush *self);
void okr_brush_translate (OkrBrush *self, double x, double y);
char *okr_brush_finish_svg (OkrBrush *self, double width, double height, const char *title,
                            const char *description);
char *okr_brush_finish_html (OkrBrush *self, double width, double height, const char *class,
                             const char *title, const char *description);
char *okr_brush_finish_html_sample (OkrBrush *self, double width, double height, const char *class);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrBrush, okr_brush_free)

G_END_DECLS
