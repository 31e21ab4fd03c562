/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-enums.h"

G_BEGIN_DECLS

/**
 * OkrColor:
 * @red: 0 to 1, like the others
 * @green: its green
 * @blue: its blue
 * @alpha: 1 is opaque
 *
 * A colour in sRGB, not multiplied with its alpha.
 */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} OkrColor;

/**
 * OkrPaletteTheme:
 * @OKR_PALETTE_LIGHT: the light style, also that of paper
 * @OKR_PALETTE_DARK: the dark style
 * @OKR_PALETTE_LIGHT_HC: the light style in high contrast
 * @OKR_PALETTE_DARK_HC: the dark style in high contrast
 */
typedef enum
{
  OKR_PALETTE_LIGHT,
  OKR_PALETTE_DARK,
  OKR_PALETTE_LIGHT_HC,
  OKR_PALETTE_DARK_HC,
} OkrPaletteTheme;

#define OKR_N_PALETTE_THEMES (OKR_PALETTE_DARK_HC + 1)

/**
 * OkrStatusColors:
 * @fill: of bars, rings and charts
 * @text: of glyphs and labels; at least 4.5:1 on @tint and on a card
 * @tint: the opaque ground of a pill
 */
typedef struct
{
  OkrColor fill;
  OkrColor text;
  OkrColor tint;
} OkrStatusColors;

/**
 * OkrSceneColors:
 * @ground: what everything stands on
 * @card: a box
 * @edge: the line around a box
 * @shadow: what a box throws on the ground; invisible in high contrast
 * @text: what is read first
 * @dim: what is read second
 * @hairline: between the rows of a box
 * @link: a link and its arrow
 * @accent: what is selected, and its path; the desktop's own colour may take its place
 * @refused: where something cannot be dropped
 *
 * The colours of a picture that do not tell a status.
 */
typedef struct
{
  OkrColor ground;
  OkrColor card;
  OkrColor edge;
  OkrColor shadow;
  OkrColor text;
  OkrColor dim;
  OkrColor hairline;
  OkrColor link;
  OkrColor accent;
  OkrColor refused;
} OkrSceneColors;

/**
 * okr_palette_get_status:
 * @theme: a theme
 * @status: a status
 *
 * Returns: (transfer none): the colours of @status, the same in the window and on paper
 */
const OkrStatusColors *okr_palette_get_status (OkrPaletteTheme theme, OkrStatus status);

/**
 * okr_palette_get_scene:
 * @theme: a theme
 *
 * Returns: (transfer none): the colours that tell no status
 */
const OkrSceneColors *okr_palette_get_scene (OkrPaletteTheme theme);

/**
 * okr_palette_is_high_contrast:
 * @theme: a theme
 *
 * Returns: whether it is for people who need more contrast
 */
gboolean okr_palette_is_high_contrast (OkrPaletteTheme theme);

/**
 * okr_color_with_alpha:
 * @color: a colour
 * @alpha: what to multiply its alpha with
 *
 * Returns: the colour, more transparent
 */
OkrColor okr_color_with_alpha (const OkrColor *color, float alpha);

/**
 * okr_color_mix:
 * @a: a colour
 * @b: another one
 * @t: 0 gives @a, 1 gives @b
 *
 * Returns: a colour between them
 */
OkrColor okr_color_mix (const OkrColor *a, const OkrColor *b, float t);

G_END_DECLS
