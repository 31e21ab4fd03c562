/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "okr-picture-draw-private.h"
#include "okr-picture-private.h"

/* A line alone may be a hair wider than where it was broken from the rest. */
#define SLACK 1.0

/* NULL where one line is enough. */
static char **
wrap (OkrFonts *fonts, OkrTextRole role, const char *text, double width)
{
  g_auto (GStrv) lines = NULL;

  if (okr_fonts_get_width (fonts, role, text) <= width)
    return NULL;
  lines = okr_fonts_wrap (fonts, role, text, width - SLACK);

  return g_strv_length (lines) > 1 ? g_steal_pointer (&lines) : NULL;
}

static double
get_growth (char **lines, OkrTextRole role)
{
  return lines != NULL ? (g_strv_length (lines) - 1) * okr_fonts_get_pitch (role) : 0;
}

static void
wrap_box (OkrPictureBox *box, OkrFonts *fonts)
{
  double y = OKR_PICTURE_HEAD_HEIGHT;

  box->title_lines = wrap (fonts, OKR_TEXT_TITLE, box->title, okr_picture_get_title_width (box));
  box->subtitle_lines =
      wrap (fonts, OKR_TEXT_SUBTITLE, box->subtitle, okr_picture_get_subtitle_width (box));
  y += get_growth (box->title_lines, OKR_TEXT_TITLE);
  y += get_growth (box->subtitle_lines, OKR_TEXT_SUBTITLE);
  for (guint i = 0; i < box->n_rows; i++)
    {
      OkrPictureRow *row = &box->rows[i];

      row->title_lines = wrap (fonts, OKR_TEXT_ROW, row->title, okr_picture_get_row_title_width ());
      row->y = y;
      row->height = OKR_PICTURE_ROW_HEIGHT + get_growth (row->title_lines, OKR_TEXT_ROW);
      y += row->height;
    }
  box->rect.height = y;
}

/**
 * okr_picture_wrap:
 * @self: a picture that nobody laid out yet
 * @fonts: what it will be drawn with
 *
 * Lets all of its texts take as many lines as they need, and the boxes grow with them: on paper
 * nobody can point at a title to read the rest of it. Must not be updated afterwards.
 */
void
okr_picture_wrap (OkrPicture *self, OkrFonts *fonts)
{
  g_return_if_fail (self != NULL && self->places == NULL && fonts != NULL);

  for (guint i = 0; i < self->boxes->len; i++)
    wrap_box (&g_array_index (self->boxes, OkrPictureBox, i), fonts);
}
