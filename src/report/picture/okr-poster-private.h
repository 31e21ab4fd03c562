/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "okr-poster.h"

G_BEGIN_DECLS

#define OKR_POSTER_MARGIN 40.0

/* How a poster is cut into sheets. Lengths are in points. */
typedef struct
{
  double width;
  double height;
  double margin;
  double step_x; /* from one sheet to the next one */
  double step_y;
  guint n_columns;
  guint n_rows;
  double scale; /* points for a pixel */
} OkrPosterSheets;

struct _OkrPoster
{
  OkrPicture *picture;
  char *title;
  char *subtitle;
  OkrDay today; /* the day of its figures */

  /* Since the layout */
  OkrFonts *fonts;
  char **title_lines;
  char **subtitle_lines;
  double top; /* of the picture itself */
  double width;
  double height;
  guint legend; /* which of its entries are needed: a bit for each */
  guint n_legend_lines;
  OkrPosterSheets sheets; /* that are printed */
};

gboolean okr_poster_lay_out (OkrPoster *self, GCancellable *cancellable, GError **error);
void okr_poster_measure (OkrPoster *self);
void okr_poster_paint (OkrPoster *self, OkrBrush *brush, const OkrPictureRect *visible,
                       const OkrColor *ground);
GBytes *okr_poster_to_pdf (OkrPoster *self, OkrPaper paper, GError **error);

G_END_DECLS
