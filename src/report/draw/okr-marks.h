/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-brush.h"

G_BEGIN_DECLS

/** The side of the diamond, of the size of the mark. */
#define OKR_MARK_DIAMOND_SIDE 0.76

/**
 * OkrProgressMark:
 * @progress: raw progress, NaN when undefined
 * @expected: expected progress, NaN for none
 * @status: gives the colour of the fill
 * @theme: the colours
 * @foreground: the text colour, of which track and tick are shades
 * @mirrored: whether it grows from right to left
 *
 * What a bar or a ring shows.
 */
typedef struct
{
  double progress;
  double expected;
  OkrStatus status;
  OkrPaletteTheme theme;
  OkrColor foreground;
  gboolean mirrored;
} OkrProgressMark;

/**
 * okr_mark_status:
 * @brush: what to draw with
 * @status: a status
 * @x: the left edge
 * @y: the upper edge
 * @size: of the square
 * @color: a colour
 *
 * Draws the shape that tells a status without colour: ● on track, ◆ behind, ▲ at risk,
 * ✓ achieved, ○ no data, – not counted.
 */
void okr_mark_status (OkrBrush *brush, OkrStatus status, double x, double y, double size,
                      const OkrColor *color);

/**
 * okr_mark_ring:
 * @brush: what to draw with
 * @mark: what it shows
 * @x: the left edge
 * @y: the upper edge
 * @size: its diameter
 */
void okr_mark_ring (OkrBrush *brush, const OkrProgressMark *mark, double x, double y, double size);

/**
 * okr_mark_bar:
 * @brush: what to draw with
 * @mark: what it shows
 * @x: the left edge of the track; the arrows stand beyond its ends
 * @y: the upper edge of the tick
 * @width: the width of the track
 * @height: the height of the tick; the track takes a good half of it
 */
void okr_mark_bar (OkrBrush *brush, const OkrProgressMark *mark, double x, double y, double width,
                   double height);

G_END_DECLS
