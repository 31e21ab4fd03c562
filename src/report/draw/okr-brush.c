/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "okr-brush-private.h"
#include "okr-text-direction.h"

/**
 * okr_brush_free:
 * @self: (transfer full): a brush
 */
void
okr_brush_free (OkrBrush *self)
{
  g_return_if_fail (self != NULL);

  self->methods->free (self);
}

/**
 * okr_brush_get_fonts:
 *
 * Returns: (transfer none): what it writes with
 */
OkrFonts *
okr_brush_get_fonts (OkrBrush *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->fonts;
}

/**
 * okr_brush_has_groups:
 *
 * Returns: whether anybody can find again what okr_brush_open() begins
 */
gboolean
okr_brush_has_groups (OkrBrush *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_groups;
}

/**
 * okr_brush_move:
 * @x: where the next line begins
 * @y: where the next line begins
 */
void
okr_brush_move (OkrBrush *self, double x, double y)
{
  self->methods->move (self, x, y);
}

/**
 * okr_brush_line:
 * @x: where the line ends
 * @y: where the line ends
 */
void
okr_brush_line (OkrBrush *self, double x, double y)
{
  self->methods->line (self, x, y);
}

/**
 * okr_brush_curve:
 * @x1: the first control point
 * @y1: the first control point
 * @x2: the second control point
 * @y2: the second control point
 * @x: where the curve ends
 * @y: where the curve ends
 */
void
okr_brush_curve (OkrBrush *self, double x1, double y1, double x2, double y2, double x, double y)
{
  self->methods->curve (self, x1, y1, x2, y2, x, y);
}

/**
 * okr_brush_arc:
 * @x: the middle
 * @y: the middle
 * @radius: the radius
 * @from: where it begins, in radians clockwise from the right
 * @to: where it ends, above @from by less than a whole turn
 *
 * Goes straight to the arc's beginning where the path has begun already.
 */
void
okr_brush_arc (OkrBrush *self, double x, double y, double radius, double from, double to)
{
  self->methods->arc (self, x, y, radius, from, to);
}

/**
 * okr_brush_circle:
 * @x: the middle
 * @y: the middle
 * @radius: the radius
 */
void
okr_brush_circle (OkrBrush *self, double x, double y, double radius)
{
  okr_brush_move (self, x + radius, y);
  okr_brush_arc (self, x, y, radius, 0, G_PI);
  okr_brush_arc (self, x, y, radius, G_PI, 2 * G_PI);
  okr_brush_close (self);
}

/**
 * okr_brush_rect:
 * @x: the left edge
 * @y: the upper edge
 * @width: the width
 * @height: the height
 * @radius: of the corners, 0 for sharp ones
 */
void
okr_brush_rect (OkrBrush *self, double x, double y, double width, double height, double radius)
{
  const double r = MIN (radius, MIN (width, height) / 2);
  const double right = x + width;
  const double bottom = y + height;

  okr_brush_move (self, x + r, y);
  okr_brush_line (self, right - r, y);
  if (r > 0)
    okr_brush_arc (self, right - r, y + r, r, -G_PI_2, 0);
  okr_brush_line (self, right, bottom - r);
  if (r > 0)
    okr_brush_arc (self, right - r, bottom - r, r, 0, G_PI_2);
  okr_brush_line (self, x + r, bottom);
  if (r > 0)
    okr_brush_arc (self, x + r, bottom - r, r, G_PI_2, G_PI);
  okr_brush_line (self, x, y + r);
  if (r > 0)
    okr_brush_arc (self, x + r, y + r, r, G_PI, G_PI + G_PI_2);
  okr_brush_close (self);
}

/**
 * okr_brush_close:
 *
 * Ends a part of the path where it began.
 */
void
okr_brush_close (OkrBrush *self)
{
  self->methods->close (self);
}

/**
 * okr_brush_fill:
 * @color: a colour
 *
 * Fills the path and forgets it.
 */
void
okr_brush_fill (OkrBrush *self, const OkrColor *color)
{
  self->methods->fill (self, color);
}

/**
 * okr_brush_stroke:
 * @color: a colour
 * @stroke: what the line is like
 *
 * Draws along the path and forgets it.
 */
void
okr_brush_stroke (OkrBrush *self, const OkrColor *color, const OkrStroke *stroke)
{
  self->methods->stroke (self, color, stroke);
}

/**
 * okr_brush_text:
 * @role: what the text is
 * @text: what it says
 * @x: the left edge of the room for it
 * @middle: the height of its middle
 * @width: the width of the room; the end of a text that is too long is left off
 * @align: where in the room it goes
 * @color: a colour
 */
void
okr_brush_text (OkrBrush *self, OkrTextRole role, const char *text, double x, double middle,
                double width, OkrTextAlign align, const OkrColor *color)
{
  g_return_if_fail (self != NULL && text != NULL && color != NULL);

  if (align == OKR_TEXT_START)
    align = okr_text_is_program_rtl () ? OKR_TEXT_RIGHT : OKR_TEXT_LEFT;
  if (*text != '\0' && width > 0)
    self->methods->text (self, role, text, x, middle, width, align, color);
}

/**
 * okr_brush_open:
 * @id: (nullable): the id of what is drawn next
 * @kind: (nullable): its kind
 * @title: (nullable): what to tell those who point to it
 *
 * Begins a group. In an SVG document it has id, class and title.
 */
void
okr_brush_open (OkrBrush *self, const char *id, const char *kind, const char *title)
{
  self->methods->open (self, id, kind, title);
}

/**
 * okr_brush_end:
 *
 * Ends the group that began last, and what okr_brush_translate() did in it.
 */
void
okr_brush_end (OkrBrush *self)
{
  self->methods->end (self);
}

/**
 * okr_brush_translate:
 * @x: how far to the right
 * @y: how far down
 *
 * Moves all that is drawn from now on in this group.
 */
void
okr_brush_translate (OkrBrush *self, double x, double y)
{
  self->methods->translate (self, x, y);
}
