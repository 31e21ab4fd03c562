/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * OkrTextRole:
 * @OKR_TEXT_TITLE: an objective's title
 * @OKR_TEXT_SUBTITLE: what is read second
 * @OKR_TEXT_ROW: a key result
 * @OKR_TEXT_FIGURE: a number, with digits of one width
 * @OKR_TEXT_RING: a number in a ring
 * @OKR_TEXT_HEADING: above a column
 * @OKR_TEXT_LARGE: titles that are read from afar
 * @OKR_TEXT_PAGE_TITLE: the title of a page
 * @OKR_TEXT_PAGE_SUBTITLE: what stands below it
 */
typedef enum
{
  OKR_TEXT_TITLE,
  OKR_TEXT_SUBTITLE,
  OKR_TEXT_ROW,
  OKR_TEXT_FIGURE,
  OKR_TEXT_RING,
  OKR_TEXT_HEADING,
  OKR_TEXT_LARGE,
  OKR_TEXT_PAGE_TITLE,
  OKR_TEXT_PAGE_SUBTITLE,
} OkrTextRole;

#define OKR_N_TEXT_ROLES (OKR_TEXT_PAGE_SUBTITLE + 1)

/**
 * OkrFonts:
 *
 * Lines of text in a font's roles, kept until they were not asked for in a while. Belongs to the
 * thread that made it.
 */
typedef struct _OkrFonts OkrFonts;

void okr_fonts_prepare (void);
OkrFonts *okr_fonts_new (const PangoFontDescription *family);
OkrFonts *okr_fonts_new_for_map (PangoFontMap *map);
void okr_fonts_free (OkrFonts *self);
PangoLayout *okr_fonts_get_line (OkrFonts *self, OkrTextRole role, const char *text, double width);
double okr_fonts_get_width (OkrFonts *self, OkrTextRole role, const char *text);
double okr_fonts_get_baseline (OkrFonts *self, OkrTextRole role);
char **okr_fonts_wrap (OkrFonts *self, OkrTextRole role, const char *text, double width);
char *okr_fonts_fit (OkrFonts *self, OkrTextRole role, const char *text, double width);
const char *okr_fonts_get_family (OkrFonts *self);
double okr_fonts_get_size (OkrTextRole role);
double okr_fonts_get_pitch (OkrTextRole role);
PangoWeight okr_fonts_get_weight (OkrTextRole role);
char *okr_fonts_mark_numbers (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrFonts, okr_fonts_free)

G_END_DECLS
