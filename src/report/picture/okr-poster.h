/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "okr-paper.h"
#include "okr-picture-draw.h"

G_BEGIN_DECLS

/**
 * OkrPoster:
 *
 * The alignment picture as people hang it up or paste it into slides: with title, date and legend,
 * in light colours. It is made from a plan in the plan's thread, and rendered once, in any thread.
 */
typedef struct _OkrPoster OkrPoster;

/**
 * OkrPosterFormat:
 * @OKR_POSTER_SVG: a vector picture with real text, titles and the plan's ids
 * @OKR_POSTER_PNG: pixels, two for one of the window's
 * @OKR_POSTER_PDF: one page, or several
 */
typedef enum
{
  OKR_POSTER_SVG,
  OKR_POSTER_PNG,
  OKR_POSTER_PDF,
} OkrPosterFormat;

OkrPoster *okr_poster_new (OkrPlan *plan, const OkrPictureOptions *options);
void okr_poster_free (OkrPoster *self);
GBytes *okr_poster_render (OkrPoster *self, OkrPosterFormat format, OkrPaper paper,
                           GCancellable *cancellable, GError **error);
guint okr_poster_cut (OkrPoster *self, const OkrPageSetup *setup, GCancellable *cancellable,
                      GError **error);
void okr_poster_draw_sheet (OkrPoster *self, guint sheet, cairo_t *cr);
GBytes *okr_poster_write_sheets (OkrPoster *self, GError **error);
gboolean okr_poster_format_find (const char *extension, OkrPosterFormat *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OkrPoster, okr_poster_free)

G_END_DECLS
