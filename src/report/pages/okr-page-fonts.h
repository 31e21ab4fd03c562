/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "okr-composer.h"

G_BEGIN_DECLS

/**
 * OkrPageFonts:
 * @map: what finds the fonts
 * @context: what lays out with them
 * @descriptions: the font of each #OkrPageFont, all in one size
 * @scale: how large letters are, of their usual size
 *
 * The fonts of pages, from okr_page_fonts_get_unit() away from their sizes. They may be used in one
 * thread after another.
 */
typedef struct
{
  PangoFontMap *map;
  PangoContext *context;
  PangoFontDescription *descriptions[OKR_N_PAGE_FONTS];
  double scale;
} OkrPageFonts;

void okr_page_fonts_prepare (void);
OkrPageFonts *okr_page_fonts_take (void);
void okr_page_fonts_drop (void);
double okr_page_fonts_get_unit (const OkrPageFonts *self, OkrPageFont font);
void okr_page_fonts_show_line (const OkrPageFonts *self, OkrPageFont font, PangoLayoutLine *line,
                               cairo_t *cr, double x, double baseline);
void okr_page_fonts_free (OkrPageFonts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrPageFonts, okr_page_fonts_free)

G_END_DECLS
