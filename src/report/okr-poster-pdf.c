/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "okr-pdf.h"
#include "okr-poster-private.h"

#define POINTS_PER_PIXEL 0.75
#define POINTS_PER_MM (72 / 25.4)
#define MARGIN (10 * POINTS_PER_MM)
#define OVERLAP (10 * POINTS_PER_MM)
#define LARGEST_PAGE 14400.0 /* points; readers refuse more */
#define MARK_LENGTH 10.0
#define LEAST_SHRINKING 0.7 /* smaller than that, rows are hard to read on paper */

/* How a poster is cut into sheets. Lengths are in points. */
typedef struct
{
  double width;
  double height;
  double step_x; /* from one sheet to the next one */
  double step_y;
  guint n_columns;
  guint n_rows;
  double scale; /* points for a pixel */
} Sheets;

static guint
count_steps (double length, double room, double step)
{
  return length <= room ? 1 : 1 + (guint) ceil ((length - room) / step - 1e-9);
}

static Sheets
cut (const OkrPoster *self, double width, double height)
{
  const double room_x = width - 2 * MARGIN;
  const double room_y = height - 2 * MARGIN;
  const double fitting = MIN (room_x / self->width, room_y / self->height) / POINTS_PER_PIXEL;
  Sheets sheets = { width, height, room_x - OVERLAP, room_y - OVERLAP, 1, 1, POINTS_PER_PIXEL };

  /* Better a little smaller than in pieces. */
  if (fitting >= LEAST_SHRINKING)
    {
      sheets.scale *= MIN (fitting, 1);
      return sheets;
    }
  sheets.n_columns = count_steps (self->width * POINTS_PER_PIXEL, room_x, sheets.step_x);
  sheets.n_rows = count_steps (self->height * POINTS_PER_PIXEL, room_y, sheets.step_y);

  return sheets;
}

/* Upright or lying, whatever takes fewer sheets. */
static Sheets
choose_sheets (const OkrPoster *self, OkrPaper paper)
{
  const double width =
      paper == OKR_PAPER_LETTER ? 612 : (paper == OKR_PAPER_A3 ? 297 : 210) * POINTS_PER_MM;
  const double height =
      paper == OKR_PAPER_LETTER ? 792 : (paper == OKR_PAPER_A3 ? 420 : 297) * POINTS_PER_MM;
  const Sheets upright = cut (self, width, height);
  const Sheets lying = cut (self, height, width);

  if (lying.n_columns * lying.n_rows != upright.n_columns * upright.n_rows)
    return lying.n_columns * lying.n_rows < upright.n_columns * upright.n_rows ? lying : upright;

  return lying.scale >= upright.scale ? lying : upright;
}

/* A dashed line where the neighbour's edge goes, with short cutting marks in the margins. */
static void
mark_overlap (OkrBrush *brush, double x1, double y1, double x2, double y2)
{
  const OkrColor color = { 0.55f, 0.55f, 0.57f, 1.f };
  const OkrStroke dashed = { .width = 0.5, .dash = 3, .gap = 3 };
  const OkrStroke solid = { .width = 0.75 };
  const gboolean is_upright = x2 - x1 < y2 - y1;
  const double dx = is_upright ? 0 : MARK_LENGTH;
  const double dy = is_upright ? MARK_LENGTH : 0;

  okr_brush_move (brush, x1, y1);
  okr_brush_line (brush, x2, y2);
  okr_brush_stroke (brush, &color, &dashed);
  okr_brush_move (brush, x1 - dx, y1 - dy);
  okr_brush_line (brush, x1, y1);
  okr_brush_move (brush, x2, y2);
  okr_brush_line (brush, x2 + dx, y2 + dy);
  okr_brush_stroke (brush, &color, &solid);
}

static void
mark_sheet (const Sheets *sheets, OkrBrush *brush, guint column, guint row)
{
  const double right = sheets->width - MARGIN;
  const double bottom = sheets->height - MARGIN;
  const OkrColor color = { 0.35f, 0.35f, 0.37f, 1.f };
  g_autofree char *text = NULL;

  if (column + 1 < sheets->n_columns)
    mark_overlap (brush, MARGIN + sheets->step_x, MARGIN, MARGIN + sheets->step_x, bottom);
  if (row + 1 < sheets->n_rows)
    mark_overlap (brush, MARGIN, MARGIN + sheets->step_y, right, MARGIN + sheets->step_y);
  if (sheets->n_columns * sheets->n_rows == 1)
    return;

  /* Translators: where a sheet of a poster goes, and its number: "Row 1, column 2 – 2 of 6" */
  text = g_strdup_printf (_ ("Row %1$u, column %2$u – %3$u of %4$u"), row + 1, column + 1,
                          row * sheets->n_columns + column + 1, sheets->n_columns * sheets->n_rows);
  okr_brush_text (brush, OKR_TEXT_SUBTITLE, text, MARGIN, bottom + MARGIN / 2, right - MARGIN,
                  OKR_TEXT_LEFT, &color);
}

static void
paint_sheet (OkrPoster *self, cairo_t *cr, const Sheets *sheets, guint column, guint row)
{
  const OkrColor white = { 1.f, 1.f, 1.f, 1.f };
  g_autoptr (OkrBrush) brush = okr_brush_new_for_cairo (cr, self->fonts);
  const double x = column * sheets->step_x;
  const double y = row * sheets->step_y;
  const OkrPictureRect visible = {
    x / sheets->scale,
    y / sheets->scale,
    (sheets->width - 2 * MARGIN) / sheets->scale,
    (sheets->height - 2 * MARGIN) / sheets->scale,
  };

  cairo_save (cr);
  cairo_rectangle (cr, MARGIN, MARGIN, sheets->width - 2 * MARGIN, sheets->height - 2 * MARGIN);
  cairo_clip (cr);
  cairo_translate (cr, MARGIN - x, MARGIN - y);
  cairo_scale (cr, sheets->scale, sheets->scale);
  okr_poster_paint (self, brush, &visible, &white);
  cairo_restore (cr);
  mark_sheet (sheets, brush, column, row);
  cairo_show_page (cr);
}

static void
paint_sheets (OkrPoster *self, cairo_t *cr, const Sheets *sheets)
{
  for (guint row = 0; row < sheets->n_rows; row++)
    for (guint column = 0; column < sheets->n_columns; column++)
      paint_sheet (self, cr, sheets, column, row);
}

static void
paint_page (OkrPoster *self, cairo_t *cr, double scale)
{
  const OkrColor white = { 1.f, 1.f, 1.f, 1.f };
  g_autoptr (OkrBrush) brush = okr_brush_new_for_cairo (cr, self->fonts);

  cairo_scale (cr, scale, scale);
  okr_poster_paint (self, brush, NULL, &white);
  cairo_show_page (cr);
}

GBytes *
okr_poster_to_pdf (OkrPoster *self, OkrPaper paper, GError **error)
{
  const double largest = MAX (self->width, self->height);
  const double scale = MIN (POINTS_PER_PIXEL, LARGEST_PAGE / largest);
  const Sheets sheets =
      paper == OKR_PAPER_POSTER
          ? (Sheets){ self->width * scale, self->height * scale, 0, 0, 1, 1, scale }
          : choose_sheets (self, paper);
  g_autoptr (OkrPdf) pdf =
      okr_pdf_new (sheets.width, sheets.height, self->title, self->subtitle, NULL, self->today);

  cairo_pdf_surface_add_outline (pdf->surface, CAIRO_PDF_OUTLINE_ROOT, self->title,
                                 "page=1 pos=[0 0]", CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (paper == OKR_PAPER_POSTER)
    paint_page (self, pdf->cr, scale);
  else
    paint_sheets (self, pdf->cr, &sheets);

  return okr_pdf_finish (g_steal_pointer (&pdf), error);
}
