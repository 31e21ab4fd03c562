/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "okr-palette.h"

G_BEGIN_DECLS

/**
 * WaymarkStatusStyle:
 * @fill: of bars, rings and charts
 * @text: of glyphs and labels; at least 4.5:1 on @tint and on a card
 * @tint: the opaque ground of a pill
 */
typedef struct
{
  GdkRGBA fill;
  GdkRGBA text;
  GdkRGBA tint;
} WaymarkStatusStyle;

/**
 * waymark_status_style_get_theme:
 *
 * Returns: the theme that the default style manager shows now
 */
OkrPaletteTheme waymark_status_style_get_theme (void);

/**
 * waymark_status_style_lookup:
 * @status: a status
 * @theme: a theme
 *
 * Returns: (transfer none): the colours of @status in @theme
 */
const WaymarkStatusStyle *waymark_status_style_lookup (OkrStatus status, OkrPaletteTheme theme);

/**
 * waymark_status_style_get:
 * @status: a status
 *
 * Returns: (transfer none): the colours of @status in the theme shown now
 */
const WaymarkStatusStyle *waymark_status_style_get (OkrStatus status);

/**
 * waymark_status_style_get_accent:
 * @widget: a widget
 * @color: (out): the colour
 *
 * Gives what has no status the accent colour of the theme shown now, dark enough for a line.
 */
void waymark_status_style_get_accent (GtkWidget *widget, GdkRGBA *color);

/**
 * waymark_status_style_watch:
 * @widget: a widget that draws in status colours
 *
 * Redraws @widget whenever the theme changes, as long as it lives.
 */
void waymark_status_style_watch (GtkWidget *widget);

/**
 * waymark_status_style_snapshot_glyph:
 * @snapshot: where to draw
 * @area: a square
 * @status: a status
 * @color: the colour of the glyph
 *
 * Draws the shape that tells a status without colour: ● on track, ◆ behind, ▲ at risk,
 * ✓ achieved, ○ no data, – not counted.
 */
void waymark_status_style_snapshot_glyph (GtkSnapshot *snapshot, const graphene_rect_t *area,
                                          OkrStatus status, const GdkRGBA *color);

/**
 * waymark_status_style_get_mark_width:
 * @widget: a drawn widget that marks a figure with the shape of its status
 *
 * Returns: the width of the column of shapes, with the gap before it, in pixels
 */
int waymark_status_style_get_mark_width (GtkWidget *widget);

/**
 * waymark_status_style_snapshot_mark:
 * @widget: the widget that draws
 * @snapshot: where to draw
 * @area: the column behind a figure
 * @status: a status
 *
 * Draws the small shape of @status in its colour at the far side of @area. What is not counted has
 * none.
 */
void waymark_status_style_snapshot_mark (GtkWidget *widget, GtkSnapshot *snapshot,
                                         const graphene_rect_t *area, OkrStatus status);

G_END_DECLS
