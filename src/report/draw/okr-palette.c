/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-palette.h"

#define N_STATUSES (OKR_STATUS_AT_RISK + 1)

#define RGBA(hex, alpha)                                                           \
  {                                                                                \
    (float) (((hex) >> 16) & 0xff) / 255.f, (float) (((hex) >> 8) & 0xff) / 255.f, \
        (float) ((hex) &0xff) / 255.f, alpha                                       \
  }
#define RGB(hex) RGBA (hex, 1.f)

#define LIGHT OKR_PALETTE_LIGHT
#define DARK OKR_PALETTE_DARK
#define LIGHT_HC OKR_PALETTE_LIGHT_HC
#define DARK_HC OKR_PALETTE_DARK_HC

/* Fill, text and tint; the contrast of text on tint is asserted by the tests. */
static const OkrStatusColors statuses[N_STATUSES][OKR_N_PALETTE_THEMES] = {
  [OKR_STATUS_NOT_COUNTED] = {
    [LIGHT]    = { RGB (0x9a9996), RGB (0x5e5c64), RGB (0xebebeb) },
    [DARK]     = { RGB (0x77767b), RGB (0xc0bfbc), RGB (0x454545) },
    [LIGHT_HC] = { RGB (0x5e5c64), RGB (0x241f31), RGB (0xe4e4e4) },
    [DARK_HC]  = { RGB (0xc0bfbc), RGB (0xffffff), RGB (0x3a3a3a) },
  },
  [OKR_STATUS_NO_DATA] = {
    [LIGHT]    = { RGB (0x9a9996), RGB (0x5e5c64), RGB (0xebebeb) },
    [DARK]     = { RGB (0x77767b), RGB (0xc0bfbc), RGB (0x454545) },
    [LIGHT_HC] = { RGB (0x5e5c64), RGB (0x241f31), RGB (0xe4e4e4) },
    [DARK_HC]  = { RGB (0xc0bfbc), RGB (0xffffff), RGB (0x3a3a3a) },
  },
  [OKR_STATUS_ACHIEVED] = {
    [LIGHT]    = { RGB (0x26a269), RGB (0x0f6a3c), RGB (0xcdeadb) },
    [DARK]     = { RGB (0x2ec27e), RGB (0xa8f5b8), RGB (0x1f5a3d) },
    [LIGHT_HC] = { RGB (0x12683c), RGB (0x074426), RGB (0xcdeadb) },
    [DARK_HC]  = { RGB (0x57e389), RGB (0xd2ffdc), RGB (0x123f29) },
  },
  [OKR_STATUS_ON_TRACK] = {
    [LIGHT]    = { RGB (0x26a269), RGB (0x12703f), RGB (0xdbece4) },
    [DARK]     = { RGB (0x2ec27e), RGB (0x8ff0a4), RGB (0x2b4a3a) },
    [LIGHT_HC] = { RGB (0x12683c), RGB (0x074426), RGB (0xdbece4) },
    [DARK_HC]  = { RGB (0x57e389), RGB (0xd2ffdc), RGB (0x1c3327) },
  },
  [OKR_STATUS_BEHIND] = {
    [LIGHT]    = { RGB (0xe5a00d), RGB (0x7a5300), RGB (0xf2e6c9) },
    [DARK]     = { RGB (0xe0a121), RGB (0xf8d978), RGB (0x50431f) },
    [LIGHT_HC] = { RGB (0x875a00), RGB (0x4d3400), RGB (0xf2e6c9) },
    [DARK_HC]  = { RGB (0xf8c845), RGB (0xfff1bd), RGB (0x3d3211) },
  },
  [OKR_STATUS_AT_RISK] = {
    [LIGHT]    = { RGB (0xe01b24), RGB (0xb01822), RGB (0xf5dcde) },
    [DARK]     = { RGB (0xed333b), RGB (0xffa79c), RGB (0x5a2e2f) },
    [LIGHT_HC] = { RGB (0xa51420), RGB (0x75000a), RGB (0xf5dcde) },
    [DARK_HC]  = { RGB (0xff7b73), RGB (0xffd9d4), RGB (0x431c1d) },
  },
};

static const OkrSceneColors scenes[OKR_N_PALETTE_THEMES] = {
  [LIGHT] = {
    .ground = RGB (0xfafafa), .card = RGB (0xffffff), .edge = RGBA (0x000000, 0.13f),
    .shadow = RGBA (0x000000, 0.07f), .text = RGB (0x2e3436), .dim = RGB (0x6a6d70),
    .hairline = RGBA (0x000000, 0.08f), .link = RGB (0x94959a), .accent = RGB (0x3584e4),
    .refused = RGB (0xc01c28),
  },
  [DARK] = {
    .ground = RGB (0x242424), .card = RGB (0x363636), .edge = RGBA (0xffffff, 0.10f),
    .shadow = RGBA (0x000000, 0.18f), .text = RGB (0xffffff), .dim = RGB (0xb4b4b4),
    .hairline = RGBA (0xffffff, 0.09f), .link = RGB (0x8c8c8f), .accent = RGB (0x78aeed),
    .refused = RGB (0xff7b63),
  },
  [LIGHT_HC] = {
    .ground = RGB (0xfafafa), .card = RGB (0xffffff), .edge = RGB (0x4a4a4a),
    .shadow = RGBA (0x000000, 0.f), .text = RGB (0x000000), .dim = RGB (0x2e2e2e),
    .hairline = RGBA (0x000000, 0.5f), .link = RGB (0x3d3d3d), .accent = RGB (0x1a5fb4),
    .refused = RGB (0xa51420),
  },
  [DARK_HC] = {
    .ground = RGB (0x1e1e1e), .card = RGB (0x2c2c2c), .edge = RGB (0xbdbdbd),
    .shadow = RGBA (0x000000, 0.f), .text = RGB (0xffffff), .dim = RGB (0xe4e4e4),
    .hairline = RGBA (0xffffff, 0.5f), .link = RGB (0xd0d0d0), .accent = RGB (0x99c1f1),
    .refused = RGB (0xff9a8c),
  },
};

const OkrStatusColors *
okr_palette_get_status (OkrPaletteTheme theme, OkrStatus status)
{
  g_return_val_if_fail ((guint) status < N_STATUSES, &statuses[OKR_STATUS_NOT_COUNTED][LIGHT]);
  g_return_val_if_fail ((guint) theme < OKR_N_PALETTE_THEMES, &statuses[status][LIGHT]);

  return &statuses[status][theme];
}

const OkrSceneColors *
okr_palette_get_scene (OkrPaletteTheme theme)
{
  g_return_val_if_fail ((guint) theme < OKR_N_PALETTE_THEMES, &scenes[LIGHT]);

  return &scenes[theme];
}

gboolean
okr_palette_is_high_contrast (OkrPaletteTheme theme)
{
  return theme >= OKR_PALETTE_LIGHT_HC;
}

OkrColor
okr_color_with_alpha (const OkrColor *color, float alpha)
{
  OkrColor result = *color;

  result.alpha *= alpha;

  return result;
}

OkrColor
okr_color_mix (const OkrColor *a, const OkrColor *b, float t)
{
  return (OkrColor){
    a->red + (b->red - a->red) * t,
    a->green + (b->green - a->green) * t,
    a->blue + (b->blue - a->blue) * t,
    a->alpha + (b->alpha - a->alpha) * t,
  };
}
